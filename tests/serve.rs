//! The preview over raw sockets: browsers are told what they have to know and nothing else, and nothing but the site is
//! given, to this machine alone.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread::sleep;
use std::time::Duration;

use crate::support::preview::Preview;
use crate::support::{Site, program};

#[test]
fn a_page_is_loaded_again_only_if_it_changed() {
    let preview = Preview::of("sums");
    let mut about = preview.events("/kk/regions/");
    let mut gym = preview.events("/kk/projects/gym/");
    let text = preview.read("content/projects/gym.kk.md");
    preview.write("content/projects/gym.kk.md", &(text + "\nA new word.\n"));
    assert_eq!(gym.next().0, "reload");
    preview.until("/kk/projects/gym/", "changed", |page| {
        page.contains("A new word.")
    });
    // The list of regions shows none of it; it hears of the mistake that is made next, and of nothing before.
    preview.write("content/regions/broken.yaml", "x: [");
    let (event, state) = about.next();
    assert_eq!(event, "state", "{state}");
    assert!(state.contains("content/regions/broken.yaml:1:"), "{state}");
}

#[test]
fn a_style_alone_is_swapped() {
    let preview = Preview::with_own_theme();
    let css = preview.read("themes/tagzym/static/site.css");
    sleep(Duration::from_millis(300));
    let mut home = preview.events("/kk/");
    preview.write(
        "themes/tagzym/static/site.css",
        &(css + "\nb { color: red }\n"),
    );
    assert_eq!(home.next().0, "styles");
    assert!(
        preview
            .page("/assets/site.css")
            .ends_with("b { color: red }\n")
    );
}

#[test]
fn mistakes_stand_in_the_banner_and_pages_come_back() {
    let preview = Preview::of("sums");
    let text = preview.read("content/projects/gym.kk.md");
    let mut home = preview.events("/kk/regions/");
    preview.edit("content/projects/gym.kk.md", "title:", "titel:");
    // The page shows the project's sum: it may be told to load again before it hears of the mistake.
    let state = loop {
        match home.next() {
            (event, state) if event == "state" => break state,
            (event, _) => assert_eq!(event, "reload"),
        }
    };
    assert!(state.contains("content/projects/gym.kk.md:"), "{state}");
    assert!(state.contains("\"errors\":true"), "{state}");
    assert_eq!(preview.status("/kk/regions/", ""), "200");
    // Settings that cannot be read stop every page; each says why.
    let settings = preview.read("site.toml");
    preview.write("site.toml", "title = [");
    preview.until("/kk/regions/", "with the mistake", |page| {
        page.contains("site.toml")
    });
    assert_eq!(preview.status("/kk/regions/", ""), "500");
    preview.write("site.toml", &settings);
    preview.write("content/projects/gym.kk.md", &text);
    preview.until("/kk/projects/gym/", "back", |page| {
        page.contains("delivered 6000300")
    });
}

#[test]
fn only_the_site_is_given() {
    let preview = Preview::of("sums");
    for path in [
        "/../site.toml",
        "/%2e%2e/site.toml",
        "/..%2fsite.toml",
        "/site.toml",
        "/content/projects/gym.kk.md",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/assets/../../site.toml",
        "/__tagzym/../site.toml",
        "/__tagzym/preview.rs",
    ] {
        assert_eq!(preview.status(path, ""), "404", "{path}");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::symlink;

        preview.write("content/static/real.txt", "inside");
        for (target, link) in [
            ("/etc/hostname", "content/static/hostname"),
            ("/etc", "content/static/etc"),
            ("real.txt", "content/static/linked.txt"),
        ] {
            symlink(target, preview.path(link)).unwrap();
        }
        assert_eq!(preview.status("/hostname", ""), "404");
        assert_eq!(preview.status("/etc/passwd", ""), "404");
        assert_eq!(preview.status("/linked.txt", ""), "200");
        assert_eq!(preview.page("/linked.txt"), "inside");
    }
}

#[test]
fn only_this_machine_is_answered() {
    let preview = Preview::of("sums");
    let host = preview.address;
    let raw = |head: String| {
        let answer = preview.raw(&head);
        assert!(
            !answer.to_lowercase().contains("access-control"),
            "{answer}"
        );
        answer.split(' ').nth(1).unwrap_or("none").to_owned()
    };
    let end = "Connection: close\r\n\r\n";
    let foreign = "evil.example";
    assert_eq!(
        raw(format!("GET / HTTP/1.1\r\nHost: {foreign}\r\n{end}")),
        "403"
    );
    assert_eq!(
        raw(format!(
            "GET http://{foreign}/ HTTP/1.1\r\nHost: {host}\r\n{end}"
        )),
        "403"
    );
    assert_eq!(raw(format!("GET / HTTP/1.1\r\n{end}")), "400");
    assert_eq!(
        preview.status("/kk/", "Origin: http://evil.example\r\n"),
        "403"
    );
    assert_eq!(preview.status("/kk/", "Origin: null\r\n"), "403");
    assert_eq!(
        preview.status("/kk/", &format!("Origin: http://{host}\r\n")),
        "200"
    );
    assert_eq!(
        preview.status("/kk/", "Sec-Fetch-Site: cross-site\r\n"),
        "403"
    );
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW"] {
        let head = format!("{method} /kk/ HTTP/1.1\r\nHost: {host}\r\n{end}");
        assert_eq!(raw(head), "405", "{method}");
    }
    let long = "a".repeat(100_000);
    let status = raw(format!("GET /{long} HTTP/1.1\r\nHost: {host}\r\n{end}"));
    assert!(
        ["414", "431", "none"].contains(&status.as_str()),
        "{status}"
    );
    assert_eq!(preview.status("/kk/", ""), "200");
}

#[test]
fn slow_clients_stop_nobody() {
    let preview = Preview::of("sums");
    let slow: Vec<TcpStream> = (0..200)
        .map(|_| {
            let mut stream = preview.connect();
            stream.write_all(b"GET /kk/ HTTP/1.1\r\nHo").unwrap();
            stream
        })
        .collect();
    assert_eq!(preview.status("/kk/", ""), "200");
    drop(slow);
}

#[test]
fn pages_come_while_many_windows_are_open() {
    let preview = Preview::of("sums");
    let head = format!(
        "GET /__tagzym/events?page=/kk/&print=x HTTP/1.1\r\nHost: {}\r\n\r\n",
        preview.address
    );
    let windows: Vec<TcpStream> = (0..500)
        .map(|_| {
            let mut stream = preview.connect();
            stream.write_all(head.as_bytes()).unwrap();
            stream
        })
        .collect();
    let statuses = windows.iter().map(|mut stream| {
        let mut status = [0; 12];
        stream.read_exact(&mut status).unwrap();
        String::from_utf8_lossy(&status[9..]).into_owned()
    });
    let full = statuses.filter(|status| status == "503").count();
    assert_eq!(full, 100);
    assert_eq!(preview.status("/kk/", ""), "200");
}

#[test]
fn pages_are_made_while_files_are_looked_through() {
    let preview = Preview::of("sums");
    let mut noise = fastrand::Rng::with_seed(1);
    let bytes: Vec<u8> = (0..4 << 20).map(|_| noise.u8(..)).collect();
    preview.write("content/static/noise.gif", bytes);
    preview.until("/kk/", "it is there", |_| true);
    let head = format!(
        "GET /noise.gif HTTP/1.1\r\nHost: {}\r\n\r\n",
        preview.address
    );
    let mut downloads: Vec<TcpStream> = (0..16).map(|_| preview.connect()).collect();
    for stream in &mut downloads {
        stream.write_all(head.as_bytes()).unwrap();
    }
    sleep(Duration::from_millis(200));
    assert_eq!(preview.status("/kk/", ""), "200");
    // The page came first.
    for stream in &downloads {
        stream.set_nonblocking(true).unwrap();
        let early = stream.peek(&mut [0]);
        assert!(
            early.is_err(),
            "the file was looked through too fast for this test"
        );
        stream.set_nonblocking(false).unwrap();
    }
    for mut stream in downloads {
        stream
            .set_read_timeout(Some(Duration::from_secs(120)))
            .unwrap();
        let mut status = [0; 12];
        stream.read_exact(&mut status).unwrap();
        assert_eq!(&status, b"HTTP/1.1 200");
    }
}

/// A shell starts what runs in the background with Ctrl-C ignored: whoever was told that it serves can end it all the
/// same, at once.
#[cfg(unix)]
#[test]
fn it_ends_when_it_is_asked_to_however_early() {
    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};

    let site = Site::golden("sums");
    let mut server = Command::new("sh")
        .args(["-c", "trap '' INT; exec \"$0\" serve --port 0 --ui-lang en"])
        .arg(program().get_program())
        .current_dir(site.root())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(server.stderr.take().unwrap()).lines();
    assert!(said.any(|line| line.unwrap().starts_with("Serving at")));
    let kill = Command::new("kill")
        .args(["-INT", &server.id().to_string()])
        .status();
    assert!(kill.unwrap().success());
    let rest: Vec<String> = said.map(Result::unwrap).collect();
    assert_eq!(rest.last().map(String::as_str), Some("Stopped"), "{rest:?}");
    assert!(server.wait().unwrap().success());
}

#[test]
fn a_port_that_is_taken_is_told_in_words() {
    let preview = Preview::of("sums");
    // Above the last port there is no other to try.
    let taken = TcpListener::bind((preview.address.ip(), u16::MAX)).ok();
    let arguments = ["serve", "--port", "65535", "--ui-lang", "en"];
    let done = preview.run(&arguments);
    drop(taken);
    assert_eq!(
        (done.err.as_str(), done.code),
        (
            "error: the preview cannot be started: the port is in use\n",
            2
        )
    );
}
