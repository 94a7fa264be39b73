//! A web server of Debian on a part of the portal, with its configuration from `docs/publishing.md`; only what makes it run
//! here is changed: the address, the folder, and where the program keeps what is its own.

use std::collections::BTreeMap;
use std::fs;
use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::published;
use crate::support::skipped::skipped;
use crate::support::{between, repository};

/// How long a program may take to begin on a machine that is busy with other tests.
const LIMIT: Duration = Duration::from_secs(60);

/// A web server that ends when it is dropped.
pub struct Server {
    program: Child,
    port: u16,
    /// What it serves.
    pub portal: BTreeMap<String, Vec<u8>>,
    /// Its folder goes last.
    _folder: TempDir,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// What a server answers. Names of headers are in small letters; those of the same name are joined.
pub struct Answer {
    pub status: u16,
    pub headers: BTreeMap<String, String>,
    pub body: Vec<u8>,
}

impl Answer {
    /// The value of a header, nothing where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }
}

impl Server {
    /// Starts a program on a part of the portal; none, with a line that says so, where there is no such program.
    fn start(
        test: &str,
        names: &[&str],
        configured: impl Fn(&mut Command, &Path, u16),
    ) -> Option<Server> {
        let folder = tempfile::tempdir().unwrap();
        let portal = published(&folder.path().join("portal"));
        let port = free_port();
        let program = names.iter().find_map(|name| {
            let mut command = Command::new(name);
            configured(&mut command, folder.path(), port);
            let log = fs::File::create(folder.path().join("log")).unwrap();
            command
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(log);
            match command.spawn() {
                Ok(program) => Some(program),
                Err(why) if why.kind() == ErrorKind::NotFound => None,
                Err(why) => panic!("{name}: {why}"),
            }
        });
        let Some(program) = program else {
            skipped(test, &format!("there is no {}", names[0]));
            return None;
        };
        let mut server = Server {
            program,
            port,
            portal,
            _folder: folder,
        };
        let began = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let log = || fs::read_to_string(server._folder.path().join("log"));
            let ended = server.program.try_wait().unwrap();
            assert!(ended.is_none() && began.elapsed() < LIMIT, "{:?}", log());
            sleep(Duration::from_millis(10));
        }
        Some(server)
    }

    /// nginx with the configuration of the document.
    pub fn nginx(test: &str) -> Option<Server> {
        Server::start(
            test,
            &["nginx", "/usr/sbin/nginx"],
            |command, folder, port| {
                let of = |name: &str| folder.join(name).display().to_string();
                let server = documented(
                    "nginx",
                    "listen 80;",
                    &format!("listen 127.0.0.1:{port};"),
                    &of("portal"),
                );
                let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
                    .map(|kind| format!("{kind}_temp_path {};\n", of(kind)))
                    .concat();
                // The one process stays the user's who runs the test: another could not read the folder.
                let whole = format!(
                    "daemon off;\nmaster_process off;\npid {};\nevents {{}}\nhttp {{\naccess_log off;\n{temporary}\
                 include /etc/nginx/mime.types;\ndefault_type application/octet-stream;\n{server}}}\n",
                    of("pid")
                );
                fs::write(folder.join("nginx.conf"), whole).unwrap();
                command.args(["-e", "stderr", "-p", &of(""), "-c", &of("nginx.conf")]);
            },
        )
    }

    /// Caddy with the configuration of the document.
    pub fn caddy(test: &str) -> Option<Server> {
        Server::start(test, &["caddy"], |command, folder, port| {
            let address = format!("http://127.0.0.1:{port} {{");
            let portal = folder.join("portal").display().to_string();
            let site = documented("caddy", "example.kz {", &address, &portal);
            let file = folder.join("Caddyfile");
            fs::write(
                &file,
                format!("{{\n\tadmin off\n\tauto_https off\n}}\n{site}"),
            )
            .unwrap();
            command
                .env("HOME", folder)
                .env_remove("XDG_CONFIG_HOME")
                .env_remove("XDG_DATA_HOME");
            command
                .args(["run", "--adapter", "caddyfile", "--config"])
                .arg(file);
        })
    }

    /// The answer for an address.
    pub fn ask(&self, path: &str) -> Answer {
        self.ask_with(path, &[])
    }

    /// The same with more headers in the request.
    pub fn ask_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(LIMIT)).unwrap();
        let more: String = headers
            .iter()
            .map(|(name, value)| format!("{name}: {value}\r\n"))
            .collect();
        let head = format!(
            "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n{more}\r\n",
            self.port
        );
        stream.write_all(head.as_bytes()).unwrap();
        let mut whole = Vec::new();
        stream.read_to_end(&mut whole).unwrap();
        let end = whole
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .expect("a head");
        let mut body = whole.split_off(end + 4);
        let head = String::from_utf8(whole).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let mut headers = BTreeMap::<String, String>::new();
        for (name, value) in head
            .lines()
            .skip(1)
            .filter_map(|line| line.split_once(": "))
        {
            let all = headers.entry(name.to_lowercase()).or_default();
            let joint = if all.is_empty() { "" } else { ", " };
            all.push_str(&format!("{joint}{value}"));
        }
        if headers.contains_key("transfer-encoding") {
            body = joined(&body);
        }
        Answer {
            status,
            headers,
            body,
        }
    }

    /// The address of the first file of the portal that is meant.
    pub fn path(&self, is_meant: impl Fn(&str) -> bool) -> String {
        let found = self.portal.keys().find(|path| is_meant(path));
        format!("/{}", found.expect("the portal has such a file"))
    }
}

/// A port that nobody has now.
fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    listener.local_addr().unwrap().port()
}

/// A body that comes in chunks, as one.
fn joined(mut chunks: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    loop {
        let end = chunks
            .windows(2)
            .position(|two| two == b"\r\n")
            .expect("a size");
        let size = str::from_utf8(&chunks[..end]).unwrap();
        let size = usize::from_str_radix(size, 16).unwrap();
        if size == 0 {
            return body;
        }
        body.extend(&chunks[end + 2..end + 2 + size]);
        chunks = &chunks[end + 2 + size + 2..];
    }
}

/// A configuration of the document, for an address and a folder here.
fn documented(kind: &str, address: &str, here: &str, folder: &str) -> String {
    let document = fs::read_to_string(repository("docs/publishing.md")).unwrap();
    let text = between(&document, &format!("```{kind}\n"), "```");
    [(address, here), ("/var/www/portal", folder)]
        .into_iter()
        .fold(text.to_owned(), |text, (from, to)| {
            assert_eq!(text.matches(from).count(), 1, "{from} in\n{text}");
            text.replace(from, to)
        })
}
