//! A preview: the program that serves a site of its own, and what browsers ask it over raw sockets.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::ops::Deref;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::{Site, program, repository};

/// How long anything may take on a machine that is busy with other tests.
pub const LIMIT: Duration = Duration::from_secs(20);

/// A site, to be edited as any, and the program that serves it.
pub struct Preview {
    site: Site,
    server: Child,
    pub address: SocketAddr,
}

impl Deref for Preview {
    type Target = Site;

    fn deref(&self) -> &Site {
        &self.site
    }
}

impl Preview {
    /// Serves a site of `tests/sites/`.
    pub fn of(name: &str) -> Preview {
        Preview::with(Site::golden(name), &[])
    }

    /// Serves a site with more arguments.
    pub fn with(site: Site, arguments: &[&str]) -> Preview {
        let (server, address) = start(&site, 0, arguments);
        Preview {
            site,
            server,
            address,
        }
    }

    /// What somebody else started for a site.
    pub fn at(site: Site, server: Child, address: SocketAddr) -> Preview {
        Preview {
            site,
            server,
            address,
        }
    }

    /// The portal's own theme, to be edited, with a small site in it.
    pub fn with_own_theme() -> Preview {
        let preview = Preview::of("sums");
        preview.copy_from(&repository("themes/tagzym"), "themes/tagzym");
        preview.edit("site.toml", "\"plain\"", "\"tagzym\"");
        preview.until("/kk/", "with the theme", |page| {
            page.contains("/assets/site.css")
        });
        preview
    }

    /// Ends the program, waits a little and starts it again at the same port.
    pub fn restart(&mut self, pause: Duration) {
        let _ = self.server.kill();
        let _ = self.server.wait();
        sleep(pause);
        let (server, address) = start(&self.site, self.address.port(), &[]);
        assert_eq!(self.address, address, "somebody took the port");
        self.server = server;
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(LIMIT)).unwrap();
        stream
    }

    pub fn keep_alive(&self) -> KeptAlive {
        KeptAlive {
            stream: BufReader::new(self.connect()),
            host: self.address,
        }
    }

    /// Sends a head as it is and gives all that comes back until the connection is closed.
    pub fn raw(&self, head: &str) -> String {
        let mut stream = self.connect();
        stream.write_all(head.as_bytes()).unwrap();
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// The head of an answer and the bytes after it, for a request with more lines in its own head.
    pub fn ask(&self, path: &str, more: &str) -> (String, Vec<u8>) {
        let mut stream = self.connect();
        let host = match more.contains("Host:") {
            true => String::new(),
            false => format!("Host: {}\r\n", self.address),
        };
        let head = format!("GET {path} HTTP/1.1\r\n{host}Connection: close\r\n{more}\r\n");
        stream.write_all(head.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n");
        let body = answer.split_off(end.unwrap() + 4);
        (String::from_utf8(answer).unwrap(), body)
    }

    pub fn status(&self, path: &str, more: &str) -> String {
        let host = self.address;
        let answer = self.raw(&format!(
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n"
        ));
        answer.split(' ').nth(1).unwrap_or("none").to_owned()
    }

    pub fn get(&self, path: &str) -> Vec<u8> {
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

    pub fn page(&self, path: &str) -> String {
        String::from_utf8(self.get(path)).unwrap()
    }

    /// Asks again and again until a page is as it should be.
    pub fn until(&self, path: &str, what: &str, is_so: impl Fn(&str) -> bool) -> String {
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

    /// What the bar of a page shows now.
    pub fn events_state(&self, path: &str) -> String {
        self.stream(path).next().1
    }

    /// The events for a page that is shown now.
    pub fn events(&self, path: &str) -> Events {
        let mut events = self.stream(path);
        assert_eq!(events.next().0, "state", "the page is as it was");
        events
    }

    fn stream(&self, path: &str) -> Events {
        let page = self.page(path);
        let print = page.split("data-print=\"").nth(1).unwrap();
        let print = print.split('"').next().unwrap();
        let mut stream = self.connect();
        let head = format!(
            "GET /__tagzym/events?page={path}&print={print} HTTP/1.1\r\nHost: {}\r\n\r\n",
            self.address
        );
        stream.write_all(head.as_bytes()).unwrap();
        Events(BufReader::new(stream))
    }
}

fn start(site: &Site, port: u16, arguments: &[&str]) -> (Child, SocketAddr) {
    let mut command = program();
    command.args(["serve", "--root"]).arg(site.root());
    if !arguments.contains(&"--port") {
        command.args(["--port", &port.to_string()]);
    }
    command.args(arguments);
    until_it_serves(&mut command)
}

/// Starts a program and waits until it says at which address it serves.
pub fn until_it_serves(command: &mut Command) -> (Child, SocketAddr) {
    let mut server = command.stderr(Stdio::piped()).spawn().unwrap();
    let mut said = BufReader::new(server.stderr.take().unwrap());
    let mut line = String::new();
    let address = loop {
        line.clear();
        assert!(
            said.read_line(&mut line).unwrap() > 0,
            "no address was said"
        );
        let words = ["Serving at http://", "Просмотр открыт: http://"];
        if let Some(rest) = words.iter().find_map(|words| line.strip_prefix(words)) {
            break rest.split('/').next().unwrap().parse().unwrap();
        }
    };
    // What else it says is read away, or it would wait for a reader.
    std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
    (server, address)
}

/// A connection that stays.
pub struct KeptAlive {
    stream: BufReader<TcpStream>,
    host: SocketAddr,
}

impl KeptAlive {
    /// The status and the bytes of what stands at a path.
    pub fn get(&mut self, path: &str) -> (u16, Vec<u8>) {
        let head = format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.host);
        self.stream.get_mut().write_all(head.as_bytes()).unwrap();
        let mut line = String::new();
        self.stream.read_line(&mut line).unwrap();
        let status = line.split(' ').nth(1).unwrap_or("0").parse().unwrap();
        let mut length = 0;
        while line.trim() != "" {
            line.clear();
            self.stream.read_line(&mut line).unwrap();
            if let Some(("content-length", value)) = line.to_lowercase().split_once(':') {
                length = value.trim().parse().unwrap();
            }
        }
        let mut bytes = vec![0; length];
        self.stream.read_exact(&mut bytes).unwrap();
        (status, bytes)
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// What a browser is told.
pub struct Events(BufReader<TcpStream>);

impl Events {
    /// The name of the next event and its data.
    pub fn next(&mut self) -> (String, String) {
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

impl Events {
    /// Waits until the page is to be loaded again; what its bar shows may come before.
    pub fn until_reload(&mut self) {
        while self.next().0 != "reload" {}
    }
}

/// A page without the line of the preview.
pub fn without_line(page: &[u8]) -> Vec<u8> {
    let page = String::from_utf8_lossy(page);
    let lines = page.split_inclusive('\n');
    let lines = lines.filter(|line| !line.starts_with("<script src=\"/__tagzym/preview.js\""));
    lines.collect::<String>().into_bytes()
}

/// A built page with the plain names that assets have in a preview.
pub fn plain_assets(page: &[u8]) -> Vec<u8> {
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
