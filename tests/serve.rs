//! The preview over raw sockets: after any edit every page is that of a clean build, browsers are told what they have
//! to know and nothing else, and nothing but the site is given to nobody but this machine.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// How long anything may take on a machine that is busy with other tests.
const LIMIT: Duration = Duration::from_secs(20);

/// A site in a folder of its own, and the program that serves it.
struct Preview {
    folder: TempDir,
    server: Child,
    address: SocketAddr,
}

impl Preview {
    fn of(case: &str) -> Preview {
        let folder = tempfile::tempdir().unwrap();
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
        copy(&from.join(case).join("site"), folder.path());
        let themes = from.join("themes");
        if themes.is_dir() {
            copy(&themes, &folder.path().join("themes"));
        }
        let mut server = Command::new(env!("CARGO_BIN_EXE_tagzym"))
            .args(["serve", "--port", "0", "--root"])
            .arg(folder.path())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(server.stderr.take().unwrap());
        let mut line = String::new();
        let address = loop {
            line.clear();
            assert!(
                said.read_line(&mut line).unwrap() > 0,
                "no address was said"
            );
            if let Some(rest) = line.strip_prefix("Serving at http://") {
                break rest.split('/').next().unwrap().parse().unwrap();
            }
        };
        // What else it says is read away, or it would wait for a reader.
        std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
        Preview {
            folder,
            server,
            address,
        }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(LIMIT)).unwrap();
        stream
    }

    /// Sends a head as it is and gives all that comes back until the connection is closed.
    fn raw(&self, head: &str) -> String {
        let mut stream = self.connect();
        stream.write_all(head.as_bytes()).unwrap();
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn status(&self, path: &str, more: &str) -> String {
        let host = self.address;
        let answer = self.raw(&format!(
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n"
        ));
        answer.split(' ').nth(1).unwrap_or("none").to_owned()
    }

    fn get(&self, path: &str) -> Vec<u8> {
        let mut stream = self.connect();
        let head = format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
            self.address
        );
        stream.write_all(head.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n");
        answer.split_off(end.unwrap() + 4)
    }

    fn page(&self, path: &str) -> String {
        String::from_utf8(self.get(path)).unwrap()
    }

    /// Asks again and again until a page is as it should be.
    fn until(&self, path: &str, what: &str, is_so: impl Fn(&str) -> bool) -> String {
        let start = Instant::now();
        loop {
            let page = self.page(path);
            if is_so(&page) {
                return page;
            }
            assert!(start.elapsed() < LIMIT, "{path}: never {what}:\n{page}");
            sleep(Duration::from_millis(5));
        }
    }

    /// The events for a page that is shown now.
    fn events(&self, path: &str) -> Events {
        let page = self.page(path);
        let print = page.split("data-print=\"").nth(1).unwrap();
        let print = print.split('"').next().unwrap();
        let mut stream = self.connect();
        let head = format!(
            "GET /__tagzym/events?page={path}&print={print} HTTP/1.1\r\nHost: {}\r\n\r\n",
            self.address
        );
        stream.write_all(head.as_bytes()).unwrap();
        let mut events = Events(BufReader::new(stream));
        assert_eq!(events.next().0, "state", "the page is as it was");
        events
    }

    /// A clean build of the same content; none if it has mistakes.
    fn build(&self) -> Option<BTreeMap<String, Vec<u8>>> {
        let out = tempfile::tempdir().unwrap();
        let done = Command::new(env!("CARGO_BIN_EXE_tagzym"))
            .args(["build", "--quiet", "--drafts", "--root"])
            .arg(self.folder.path())
            .arg("--out")
            .arg(out.path())
            .output()
            .unwrap();
        done.status.success().then(|| tree(out.path()))
    }

    /// Every file of the output that differs from a clean build, once the server has taken in what changed.
    fn differences(&self, built: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
        let start = Instant::now();
        loop {
            let differs = |path: &&String| {
                let plain = plain_asset(path);
                let served = self.get(&format!("/{}", plain.trim_end_matches("index.html")));
                let is_page = path.ends_with(".html");
                let served = if is_page {
                    without_line(&served)
                } else {
                    served
                };
                let expected = &built[*path];
                let expected = if is_page {
                    plain_assets(expected)
                } else {
                    expected.clone()
                };
                served != expected
            };
            let wrong: Vec<String> = built.keys().filter(differs).cloned().collect();
            if wrong.is_empty() || start.elapsed() > LIMIT {
                return wrong;
            }
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// What a browser is told.
struct Events(BufReader<TcpStream>);

impl Events {
    /// The name of the next event and its data.
    fn next(&mut self) -> (String, String) {
        let mut name = String::new();
        loop {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).unwrap() > 0, "the stream ended");
            if let Some(event) = line.strip_prefix("event: ") {
                name = event.trim().to_owned();
            } else if let Some(data) = line.strip_prefix("data:")
                && !name.is_empty()
            {
                return (name, data.trim().to_owned());
            }
        }
    }
}

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in tree(from) {
        let path = to.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = walkdir::WalkDir::new(folder).into_iter().flatten();
    files
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap();
            let bytes = fs::read(entry.path()).unwrap();
            (path.to_string_lossy().into_owned(), bytes)
        })
        .filter(|(path, _)| path != ".tagzym")
        .collect()
}

/// A page without the line of the preview.
fn without_line(page: &[u8]) -> Vec<u8> {
    let page = String::from_utf8_lossy(page);
    let lines = page.split_inclusive('\n');
    let lines = lines.filter(|line| !line.starts_with("<script src=\"/__tagzym/preview.js\""));
    lines.collect::<String>().into_bytes()
}

/// `assets/0123456789ab/site.css` without the hash.
fn plain_asset(path: &str) -> String {
    match path
        .strip_prefix("assets/")
        .and_then(|rest| rest.split_once('/'))
    {
        Some((_, file)) => format!("assets/{file}"),
        None => path.to_owned(),
    }
}

fn plain_assets(page: &[u8]) -> Vec<u8> {
    let page = String::from_utf8_lossy(page);
    let mut parts = page.split("/assets/");
    let mut plain = parts.next().unwrap_or("").to_owned();
    for part in parts {
        plain.push_str("/assets/");
        let (hash, file) = part.split_at(part.len().min(13));
        if !hash.ends_with('/') {
            plain.push_str(hash);
        }
        plain.push_str(file);
    }
    plain.into_bytes()
}

/// Numbers that look random and are the same each time (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}

/// One edit of any kind. `broken` is a file that was made wrong, with its right text.
fn edit(preview: &Preview, dice: &mut Dice, step: usize, broken: &mut Option<(String, String)>) {
    let lang = ["kk", "ru", "en"][dice.below(3)];
    let gym = format!("content/projects/gym.{lang}.md");
    if let Some((path, text)) = broken.take() {
        return preview.write(&path, &text);
    }
    match dice.below(8) {
        0 => preview.write(&gym, &(preview.read(&gym) + &format!("\nWord {step}.\n"))),
        1 => {
            let text = preview.read("content/projects/gym.kk.md");
            let new = format!(
                "  - {{patron: p-0001, amount: {}, date: 2020}}",
                1 + dice.below(1000)
            );
            let lines = text.lines().map(|line| match line.contains("p-0001") {
                true => new.as_str(),
                false => line,
            });
            let changed = lines.collect::<Vec<_>>().join("\n") + "\n";
            preview.write("content/projects/gym.kk.md", &changed);
        }
        2 => {
            let text = preview.read("content/projects/well.kk.md");
            let lines = text.lines().filter(|line| !line.starts_with("slug:"));
            let text = lines.collect::<Vec<_>>().join("\n");
            preview.write(&format!("content/projects/more/new-{step}.kk.md"), &text);
        }
        3 => {
            let _ = fs::remove_dir_all(preview.path("content/projects/more"));
        }
        4 => {
            let (more, other) = ("content/projects/more", "content/projects/other");
            let _ = fs::remove_dir_all(preview.path(other));
            let _ = fs::rename(preview.path(more), preview.path(other));
        }
        5 => {
            let text = preview.read(&gym);
            preview.write(&gym, &text.replacen("title:", "titel:", 1));
            *broken = Some((gym, text));
        }
        6 => {
            let saved = format!("content/projects/.gym-{step}.swp");
            preview.write(&saved, &(preview.read(&gym) + "\nSaved by a new name.\n"));
            fs::rename(preview.path(&saved), preview.path(&gym)).unwrap();
        }
        _ => {
            let path = "themes/tagzym-words/none.txt";
            preview.write(path, &step.to_string());
            preview.write("content/static/files/step.txt", &step.to_string());
        }
    }
}

#[test]
fn after_any_edit_every_file_is_that_of_a_clean_build() {
    let edits = std::env::var("EDITS").map_or(25, |edits| edits.parse().unwrap());
    let preview = Preview::of("sums");
    let mut dice = Dice(0x7A61_677A_796D_0001);
    let mut broken = None;
    let mut compared = 0;
    let mut before: Vec<String> = Vec::new();
    for step in 0..edits {
        edit(&preview, &mut dice, step, &mut broken);
        let Some(built) = preview.build() else {
            continue;
        };
        compared += 1;
        let wrong = preview.differences(&built);
        assert!(wrong.is_empty(), "after edit {step}: {wrong:?}");
        for path in before.iter().filter(|path| !built.contains_key(*path)) {
            let status = preview.status(&format!("/{path}"), "");
            assert_eq!(status, "404", "after edit {step}: {path} went");
        }
        before = built.into_keys().collect();
    }
    assert!(compared > edits / 2, "{compared} of {edits} were compared");
}

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
    let preview = Preview::of("sums");
    let css = fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/tagzym/static/site.css"),
    );
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/tagzym");
    copy(&theme, &preview.path("themes/tagzym"));
    let settings = preview.read("site.toml").replace("\"plain\"", "\"tagzym\"");
    preview.write("site.toml", &settings);
    preview.until("/kk/", "with the style", |page| {
        page.contains("/assets/site.css")
    });
    sleep(Duration::from_millis(300));
    let mut home = preview.events("/kk/");
    preview.write(
        "themes/tagzym/static/site.css",
        &(css.unwrap() + "\nb { color: red }\n"),
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
    preview.write(
        "content/projects/gym.kk.md",
        &text.replace("title:", "titel:"),
    );
    let (event, state) = home.next();
    assert!(event == "state" || event == "reload", "{event}");
    if event == "state" {
        assert!(state.contains("content/projects/gym.kk.md:"), "{state}");
        assert!(state.contains("\"errors\":true"), "{state}");
    }
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
        std::os::unix::fs::symlink("/etc/hostname", preview.path("content/static")).ok();
        std::os::unix::fs::symlink("/etc", preview.path("content/projects/etc")).unwrap();
        sleep(Duration::from_millis(300));
        assert_eq!(preview.status("/static", ""), "404");
        assert_eq!(preview.status("/etc/passwd", ""), "404");
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
