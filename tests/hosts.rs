//! The configurations of nginx and Caddy in `docs/publishing.md`, as they stand there: each program is started with its own on
//! the portal and asked.

#[path = "hosts/server.rs"]
mod server;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::support::Site;
use server::Server;

const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

/// One file of each kind of the frozen portal, with what stands beside them, in a folder.
fn published(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let built = Site::portal().build();
    let whole = [
        "index.html",
        "404.html",
        "_headers",
        "_redirects",
        "robots.txt",
        "sitemap.xml",
    ];
    let is_asked_for = |path: &str| {
        let in_language = LANGUAGES
            .iter()
            .find_map(|lang| path.strip_prefix(lang)?.strip_prefix('/'));
        let of_language = [
            "index.html",
            "404.html",
            "feed.xml",
            "totals/index.html",
            "projects/list.csv",
        ];
        whole.contains(&path)
            || in_language
                .is_some_and(|rest| of_language.contains(&rest) || rest.starts_with("embed/"))
            || ["assets/", "media/", "search/"]
                .iter()
                .any(|folder| path.starts_with(folder))
    };
    let mut files = BTreeMap::new();
    for path in built.paths().filter(|path| is_asked_for(path)) {
        files.insert(path.to_owned(), built.prepared.bytes_at(path).unwrap());
    }
    files.insert(".tagzym/files.json".to_owned(), b"{}".to_vec());
    for (path, bytes) in &files {
        fs::create_dir_all(folder.join(path).parent().unwrap()).unwrap();
        fs::write(folder.join(path), bytes).unwrap();
    }
    files
}

/// The headers that `_headers` of the portal gives an address, read as Cloudflare does.
fn headers_of_the_build(file: &str, address: &str) -> BTreeMap<String, String> {
    let mut headers = BTreeMap::new();
    let mut holds = false;
    for line in file.lines() {
        let rule = line.trim_start();
        if rule == line {
            holds = match rule.strip_suffix('*') {
                Some(begin) => address.starts_with(begin),
                None => address == rule,
            };
            continue;
        }
        if !holds {
            continue;
        }
        if let Some(name) = rule.strip_prefix("! ") {
            headers.remove(&name.to_lowercase());
        } else {
            let (name, value) = rule.split_once(": ").expect("a header");
            headers.insert(name.to_lowercase(), value.to_owned());
        }
    }
    headers
}

/// Everything that the document says of both programs.
fn serves_as_the_document_says(server: &Server) {
    what_is_there_comes_with_the_headers_of_the_build(server);
    what_is_not_there_is_said_in_the_language_of_its_folder(server);
    the_root_leads_to_a_language_of_the_reader(server);
    what_the_reader_has_is_not_sent_again(server);
    text_is_compressed(server);
}

fn what_is_there_comes_with_the_headers_of_the_build(server: &Server) {
    let file = String::from_utf8(server.portal["_headers"].clone()).unwrap();
    let style = server.path(|path| path.starts_with("assets/") && path.ends_with(".css"));
    let script = server.path(|path| path.starts_with("assets/") && path.ends_with(".js"));
    let piece = server.path(|path| path.starts_with("search/pieces/") && path.ends_with(".txt"));
    let picture = server.path(|path| path.starts_with("media/") && path.ends_with(".jpg"));
    let framed =
        server.path(|path| path.starts_with("ru/embed/") && path.matches('/').count() == 3);
    let framed = framed.trim_end_matches("index.html");
    let asked = [
        ("/", "text/html; charset=utf-8", "no-cache"),
        ("/kk/", "text/html; charset=utf-8", "no-cache"),
        ("/ru/totals/", "text/html; charset=utf-8", "no-cache"),
        (framed, "text/html; charset=utf-8", "no-cache"),
        (
            "/en/feed.xml",
            "application/atom+xml; charset=utf-8",
            "no-cache",
        ),
        (
            "/kk/projects/list.csv",
            "text/csv; charset=utf-8",
            "no-cache",
        ),
        ("/sitemap.xml", "text/xml; charset=utf-8", "no-cache"),
        ("/robots.txt", "text/plain; charset=utf-8", "no-cache"),
        (&style, "text/css; charset=utf-8", ""),
        (&script, "javascript; charset=utf-8", ""),
        (&piece, "text/plain; charset=utf-8", ""),
        (&picture, "image/jpeg", ""),
    ];
    for (address, kind, caching) in asked {
        let answer = server.ask(address);
        assert_eq!(answer.status, 200, "{address}");
        let mut file_of = address.trim_start_matches('/').to_owned();
        if address.ends_with('/') {
            file_of.push_str("index.html");
        }
        assert!(
            answer.body == server.portal[&file_of],
            "{address}: other bytes"
        );
        // One says `text/javascript`, the other `application/javascript`.
        assert!(
            answer.header("content-type").ends_with(kind),
            "{address}: {:?}",
            answer.headers
        );
        let mut wanted = headers_of_the_build(&file, address);
        // What the build says nothing of is asked for again.
        wanted
            .entry("cache-control".to_owned())
            .or_insert_with(|| caching.to_owned());
        for name in [
            "cache-control",
            "content-security-policy",
            "referrer-policy",
            "x-content-type-options",
            "x-frame-options",
        ] {
            let wanted = wanted.get(name).map_or("", String::as_str);
            assert_eq!(answer.header(name), wanted, "{name} of {address}");
        }
    }
    let policy = |address| {
        server
            .ask(address)
            .header("content-security-policy")
            .to_owned()
    };
    assert!(policy("/kk/").ends_with("form-action 'self'; frame-ancestors 'none'"));
    assert!(policy(framed).ends_with("form-action 'self'"));
}

fn what_is_not_there_is_said_in_the_language_of_its_folder(server: &Server) {
    let asked = [
        ("/nothing", "404.html"),
        ("/kk/nothing", "kk/404.html"),
        ("/ru/projects/nothing/", "ru/404.html"),
        ("/en/feed.xml/nothing", "en/404.html"),
        ("/en/nothing.csv", "en/404.html"),
        ("/ru/nothing/feed.xml", "ru/404.html"),
        ("/kk/embed/nothing/", "kk/404.html"),
        // Nothing that is missing is kept for ever, and no folder is listed.
        ("/assets/nothing.css", "404.html"),
        ("/search/pieces/", "404.html"),
        ("/media/nothing.jpg", "404.html"),
        // What is there, but for the host alone.
        ("/_headers", "404.html"),
        ("/_redirects", "404.html"),
        ("/.tagzym/files.json", "404.html"),
    ];
    for (address, page) in asked {
        let answer = server.ask(address);
        assert_eq!(answer.status, 404, "{address}");
        assert!(
            answer.body == server.portal[page],
            "{address} is not answered by {page}"
        );
        assert_eq!(
            answer.header("content-type"),
            "text/html; charset=utf-8",
            "{address}"
        );
        assert_eq!(answer.header("cache-control"), "no-cache", "{address}");
        assert_eq!(
            answer.header("x-content-type-options"),
            "nosniff",
            "{address}"
        );
        let policy = answer.header("content-security-policy");
        assert!(
            policy.ends_with("frame-ancestors 'none'"),
            "{address}: {policy}"
        );
    }
    for lang in LANGUAGES {
        let page = String::from_utf8(server.ask(&format!("/{lang}/nothing")).body).unwrap();
        assert!(page.contains(&format!("<html lang=\"{lang}\"")), "{lang}");
    }
}

fn the_root_leads_to_a_language_of_the_reader(server: &Server) {
    let asked = [
        ("ru-RU,ru;q=0.9,en;q=0.8", "/ru/"),
        ("kk", "/kk/"),
        ("de-DE,de;q=0.9, kk-KZ;q=0.8,ru;q=0.7", "/kk/"),
        ("en-GB", "/en/"),
        ("Ru-RU", "/ru/"),
        ("KK;q=0.001", "/kk/"),
        ("ru;q=1.000, kk", "/ru/"),
        // Refused.
        ("ru;q=0,en;q=0.5", "/en/"),
        ("kk ; q=0.0, RU;q=0.000", ""),
        // Neither Middle English nor Komi, nor a name that ends like ours.
        ("enm,kv,x-ru", ""),
        ("de", ""),
        ("*", ""),
    ];
    for (wanted, home) in asked {
        let answer = server.ask_with("/", &[("Accept-Language", wanted)]);
        let led = if home.is_empty() { 200 } else { 302 };
        assert_eq!(
            (answer.status, answer.header("location")),
            (led, home),
            "{wanted}"
        );
        assert!(
            answer.header("vary").contains("Accept-Language"),
            "{wanted}"
        );
        assert_eq!(answer.header("cache-control"), "no-cache", "{wanted}");
    }
    // Only the root does so: a page has one language, whoever asks.
    let answer = server.ask_with("/kk/", &[("Accept-Language", "ru")]);
    assert_eq!(answer.status, 200);
    assert!(!answer.header("vary").contains("Accept-Language"));
    let answer = server.ask("/kk/totals");
    assert!(matches!(answer.status, 301 | 308), "{}", answer.status);
    assert!(
        answer.header("location").ends_with("totals/"),
        "{:?}",
        answer.headers
    );
}

fn what_the_reader_has_is_not_sent_again(server: &Server) {
    let first = server.ask("/kk/");
    let again = server.ask_with("/kk/", &[("If-None-Match", first.header("etag"))]);
    assert_eq!((again.status, again.body.len()), (304, 0));
    // The page in the folder is the newer one at once.
    assert_eq!(again.header("cache-control"), "no-cache");
}

fn text_is_compressed(server: &Server) {
    let style = server.path(|path| path.starts_with("assets/") && path.ends_with(".css"));
    let script = server.path(|path| path.starts_with("assets/") && path.ends_with("search.js"));
    for address in [
        "/kk/",
        "/kk/feed.xml",
        "/kk/projects/list.csv",
        "/kk/nothing",
        &style,
        &script,
    ] {
        let plain = server.ask(address);
        assert_eq!(plain.header("content-encoding"), "", "{address}");
        let packed = server.ask_with(address, &[("Accept-Encoding", "gzip")]);
        assert_eq!(packed.header("content-encoding"), "gzip", "{address}");
        assert!(
            packed.header("vary").contains("Accept-Encoding"),
            "{address}"
        );
        assert!(packed.body.len() < plain.body.len() * 2 / 3, "{address}");
        assert_eq!(
            packed.header("cache-control"),
            plain.header("cache-control"),
            "{address}"
        );
    }
    let picture = server.path(|path| path.starts_with("media/") && path.ends_with(".jpg"));
    let answer = server.ask_with(&picture, &[("Accept-Encoding", "gzip")]);
    assert_eq!(answer.header("content-encoding"), "");
}

#[test]
fn nginx_serves_as_the_document_says() {
    if let Some(server) = Server::nginx("nginx_serves_as_the_document_says") {
        serves_as_the_document_says(&server);
    }
}

#[test]
fn caddy_serves_as_the_document_says() {
    if let Some(server) = Server::caddy("caddy_serves_as_the_document_says") {
        serves_as_the_document_says(&server);
    }
}
