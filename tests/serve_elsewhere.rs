//! The preview where people work: disks that tell of no changes, other names and addresses, browsers that want a part.

use crate::support;

use std::net::{Ipv6Addr, TcpListener};
use std::thread::sleep;
use std::time::Duration;

use crate::support::Site;
use crate::support::preview::Preview;

#[test]
fn files_are_looked_at_where_no_event_is_waited_for() {
    let preview = Preview::with(Site::golden("sums"), &["--poll"]);
    let file = "content/projects/gym.kk.md";
    let mut gym = preview.events("/kk/projects/gym/");
    for word in ["One more word.", "Another word."] {
        let text = preview.read(file);
        preview.write(file, format!("{text}\n{word}\n"));
        // The page that is asked for right after it was saved has it already.
        let page = preview.page("/kk/projects/gym/");
        assert!(page.contains(word), "{page}");
    }
    gym.until_reload();
    // A browser hears of it also if nobody asks.
    let mut gym = preview.events("/kk/projects/gym/");
    let text = preview.read(file);
    preview.write(file, text + "\nA last word.\n");
    gym.until_reload();
    preview.remove(file);
    let page = preview.page("/kk/projects/gym/");
    assert!(!page.contains("A last word."), "{page}");
}

/// What lies behind a link is watched by nobody.
#[cfg(unix)]
#[test]
fn that_no_events_come_is_found_out() {
    let page = |text: &str| format!("---\ntitle: Бет\n---\n\n{text}\n");
    let site = Site::golden("sums").with("shared/p.kk.md", page("before"));
    std::fs::create_dir_all(site.path("content/pages")).unwrap();
    std::os::unix::fs::symlink("../../shared/p.kk.md", site.path("content/pages/p.kk.md")).unwrap();
    let preview = Preview::with(site, &[]);
    preview.write("shared/p.kk.md", page("behind"));
    preview.until("/kk/p/", "as it is", |text| text.contains("behind"));
    // From now on nobody waits for events.
    preview.write("shared/p.kk.md", page("again"));
    assert!(preview.page("/kk/p/").contains("again"));
}

/// As a folder of another system: changes are made below the layer that is watched.
#[cfg(target_os = "linux")]
#[test]
fn changes_from_below_a_mount_are_noticed() {
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    let site = Site::golden("sums");
    for folder in ["lower", "upper", "work", "seen"] {
        std::fs::create_dir(site.path(folder)).unwrap();
    }
    for name in ["content", "site.toml", "themes"] {
        if site.path(name).exists() {
            std::fs::rename(site.path(name), site.path("upper").join(name)).unwrap();
        }
    }
    let root = site.root().to_str().unwrap();
    let mount = format!(
        "cd '{root}' && mount -t overlay o -o lowerdir=lower,upperdir=upper,workdir=work seen"
    );
    let inside = |script: &str| {
        let mut command = Command::new("unshare");
        command.args(["-rm", "sh", "-c", script]);
        command.env("PROGRAM", support::program().get_program());
        command.process_group(0);
        command
    };
    if !inside(&mount).status().is_ok_and(|done| done.success()) {
        support::skipped::skipped(
            "changes_from_below_a_mount_are_noticed",
            "nothing can be mounted",
        );
        return;
    }
    let mut command = inside(&format!(
        "{mount} && exec \"$PROGRAM\" serve --ui-lang en --port 0 --root seen"
    ));
    let (server, address) = support::preview::until_it_serves(&mut command);
    let preview = Preview::at(site, server, address);
    let text = preview.read("upper/content/projects/gym.kk.md");
    preview.write(
        "upper/content/projects/gym.kk.md",
        text + "\nA word from below.\n",
    );
    preview.until("/kk/projects/gym/", "as it is", |page| {
        page.contains("A word from below.")
    });
}

#[test]
fn a_part_of_a_file_is_given() {
    let bytes: Vec<u8> = (0..200_000u32).map(|n| (n % 251) as u8).collect();
    let site = Site::golden("sums").with("content/static/film.mp4", &bytes);
    let preview = Preview::with(site, &[]);
    let ask = |more: &str| preview.ask("/film.mp4", more);
    let (head, body) = ask("Range: bytes=0-1\r\n");
    assert!(head.starts_with("HTTP/1.1 206"), "{head}");
    assert!(
        head.contains("content-range: bytes 0-1/200000\r\n"),
        "{head}"
    );
    assert!(head.contains("content-length: 2\r\n"), "{head}");
    assert_eq!(body, bytes[..2]);
    let (head, body) = ask("Range: bytes=70000-150000\r\n");
    assert!(head.starts_with("HTTP/1.1 206"), "{head}");
    assert_eq!(body, bytes[70_000..=150_000]);
    assert_eq!(ask("Range: bytes=-5\r\n").1, bytes[199_995..]);
    let (head, body) = ask("Range: bytes=200000-\r\n");
    assert!(head.starts_with("HTTP/1.1 416"), "{head}");
    assert!(head.contains("content-range: bytes */200000\r\n"), "{head}");
    assert_eq!(body, b"");
    let (head, body) = ask("");
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert!(head.contains("accept-ranges: bytes\r\n"), "{head}");
    assert_eq!(body, bytes);
    let tag = support::between(&head, "etag: ", "\r\n").to_owned();
    let (head, _) = ask(&format!("Range: bytes=0-1\r\nIf-Range: {tag}\r\n"));
    assert!(head.starts_with("HTTP/1.1 206"), "{head}");
    // It is another file by now.
    preview.write("content/static/film.mp4", &bytes[..1000]);
    let (head, body) = ask(&format!("Range: bytes=0-1\r\nIf-Range: {tag}\r\n"));
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert_eq!(body.len(), 1000);
}

#[test]
fn no_other_site_shows_a_page_in_a_frame() {
    let preview = Preview::of("sums");
    for path in [
        "/kk/",
        "/kk/none/",
        "/assets/site.css",
        "/__tagzym/preview.js",
    ] {
        let (head, _) = preview.ask(path, "");
        assert!(
            head.contains("content-security-policy: frame-ancestors 'none'\r\n"),
            "{head}"
        );
        assert!(head.contains("x-frame-options: DENY\r\n"), "{head}");
    }
}

#[test]
fn other_sites_show_what_is_made_for_their_frames() {
    let preview = Preview::of("sums");
    for path in ["/kk/embed/", "/ru/embed/north/"] {
        let (head, body) = preview.ask(path, "");
        assert!(head.starts_with("HTTP/1.1 200"), "{head}");
        let lang = &path[1..3];
        let said = String::from_utf8_lossy(&body);
        assert!(said.starts_with(&format!("embed {lang}: ")), "{said}");
        for refused in ["frame-ancestors", "x-frame-options"] {
            assert!(!head.contains(refused), "{path}: {head}");
        }
    }
}

#[test]
fn names_are_let_in_by_name() {
    let allowed = [
        "--ui-lang",
        "ru",
        "--allow-host",
        "mypc.local",
        "--allow-host",
        "*.github.dev",
    ];
    let preview = Preview::with(Site::golden("sums"), &allowed);
    let status = |host: &str, more: &str| {
        let (head, body) = preview.ask("/kk/", &format!("Host: {host}\r\n{more}"));
        let body = String::from_utf8(body).unwrap();
        (head.split(' ').nth(1).unwrap().to_owned(), body)
    };
    for host in ["mypc.local:8123", "a-b-8123.app.github.dev", "localhost"] {
        assert_eq!(status(host, "").0, "200", "{host}");
    }
    let forwarded = "a-b-8123.app.github.dev";
    let origin = format!("Origin: https://{forwarded}\r\n");
    assert_eq!(status(forwarded, &origin).0, "200");
    assert_eq!(
        status(forwarded, "Origin: https://evil.github.dev\r\n").0,
        "403"
    );
    let (code, why) = status("8123-user-repo.gitpod.io", "");
    assert_eq!(code, "403");
    assert_eq!(
        why,
        "Под этим именем просмотр не открывается. Если имя дали вы сами, запустите программу заново с параметром \
         --allow-host 8123-user-repo.gitpod.io"
    );
    // Nothing odd is repeated.
    let (code, why) = status("<b>evil</b>", "");
    assert_eq!(code, "403");
    assert!(!why.contains("evil"), "{why}");
}

#[test]
fn hosts_that_cannot_be_are_told_in_words() {
    let site = Site::golden("sums");
    for (arguments, expected) in [
        (
            &["--host", "127.0.0.1:8000"][..],
            "қате: --host параметрінде порт жазылмайды; былай жазыңыз: --host 127.0.0.1 --port 8000\n",
        ),
        (
            &["--host", "http://localhost"],
            "қате: --host http://localhost: бұл мекенжай да, атау да емес; мысалы, --host localhost немесе --host 0.0.0.0 \
             деп жазыңыз\n",
        ),
        (
            &["--host", "akimat.invalid"],
            "қате: --host akimat.invalid: мұндай атауы бар мекенжай табылмады; оның дұрыс жазылғанын тексеріңіз немесе \
             мекенжайдың өзін жазыңыз\n",
        ),
        (
            &["--allow-host", "*"],
            "қате: --allow-host *: бұл — сайт атауы емес; атауды толық жазыңыз, мысалы, name-8000.app.github.dev, немесе \
             одан төмен тұрған атаулардың бәрі үшін *.app.github.dev\n",
        ),
        (
            &["--strict"],
            "қате: --strict параметрі build пен check командаларына арналған: алдын ала көрініс ескертулерді онсыз да \
             көрсетеді, бірақ бетті ашуға кедергі жасамайды\n",
        ),
    ] {
        let all = [&["serve", "--ui-lang", "kk"], arguments].concat();
        let done = site.run(&all);
        assert_eq!((done.err.as_str(), done.code), (expected, 2));
    }
}

#[test]
fn this_machine_has_a_name() {
    let preview = Preview::with(Site::golden("sums"), &["--host", "localhost"]);
    assert!(preview.address.ip().is_loopback());
    assert_eq!(preview.status("/kk/", ""), "200");
}

#[test]
fn a_port_that_another_program_has_by_ipv6_is_left_to_it() {
    let Ok(other) = TcpListener::bind((Ipv6Addr::LOCALHOST, 0)) else {
        support::skipped::skipped("a_port_that_another_program_has_by_ipv6", "no IPv6 here");
        return;
    };
    let port = other.local_addr().unwrap().port();
    let preview = Preview::with(Site::golden("sums"), &["--port", &port.to_string()]);
    assert_ne!(preview.address.port(), port);
}

#[test]
fn others_see_no_line_and_no_folder() {
    let editor = "vscode://file/{path}:{line}:{column}";
    let site = Site::golden("sums").with("content/regions/broken.yaml", "draft: 'Жасырын'\n");
    let root = site.root().to_str().unwrap().to_owned();
    for (host, is_told) in [("127.0.0.1", true), ("0.0.0.0", false)] {
        let arguments = ["--host", host, "--editor-url", editor];
        let preview = Preview::with(site.copied(), &arguments);
        let mut home = preview.events_state("/kk/regions/");
        while !home.contains("broken.yaml") {
            sleep(Duration::from_millis(20));
            home = preview.events_state("/kk/regions/");
        }
        let folder = preview.root().to_str().unwrap().to_owned();
        assert_eq!(home.contains(&folder), is_told, "{host}: {home}");
        assert_eq!(home.contains("Жасырын"), is_told, "{host}: {home}");
        assert!(!home.contains(&root));
    }
}
