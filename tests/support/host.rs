//! A portal on a port of this machine, as a plain web server would give it: nothing is added to a page, and each file is
//! made when it is asked for, so that a test waits only for the pages that it looks at.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread::{sleep, spawn};
use std::time::Duration;

use tagzym::{Prepared, Unpublished};

/// What becomes of a request.
pub enum Fate {
    Answered,
    /// Answered after a while, as over a bad line.
    Late(Duration),
    /// Not answered: the line is cut.
    Refused,
    /// Answered with this status and text.
    Instead(&'static str, &'static str),
}

/// Gives a portal on a free port, as long as the test runs. Its address is what comes back, without a slash at its end.
pub fn host(portal: Arc<Prepared>) -> String {
    host_with(portal, |_| Fate::Answered)
}

/// The same, where each request, of which the path is told, has its fate.
pub fn host_with(
    portal: Arc<Prepared>,
    fate: impl Fn(&str) -> Fate + Send + Sync + 'static,
) -> String {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    let fate = Arc::new(fate);
    spawn(move || {
        for stream in listener.incoming().flatten() {
            let (portal, fate) = (portal.clone(), fate.clone());
            // A browser that goes away in the middle is no mistake.
            spawn(move || answer(&portal, &*fate, stream).ok());
        }
    });
    format!("http://127.0.0.1:{port}")
}

fn answer(
    portal: &Prepared,
    fate: &dyn Fn(&str) -> Fate,
    mut stream: TcpStream,
) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let path = first.split(' ').nth(1).unwrap_or("/");
    let path = path.split('?').next().unwrap_or(path);
    match fate(path) {
        Fate::Answered => {}
        Fate::Late(by) => sleep(by),
        Fate::Refused => return Ok(()),
        Fate::Instead(status, text) => {
            let length = text.len();
            return write!(
                stream,
                "HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{text}"
            );
        }
    }
    let mut file = path.trim_start_matches('/').to_owned();
    if file.is_empty() || file.ends_with('/') {
        file.push_str("index.html");
    }
    let (status, body) = match portal.bytes_at(&file) {
        Err(Unpublished::Absent) => ("404 Not Found", portal.bytes_at("404.html")),
        found => ("200 OK", found),
    };
    let body = body.unwrap_or_else(|why| panic!("{file}: {why:?}"));
    let kind = match file.rsplit('.').next().unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "xml" => "application/xml",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "webp" => "image/webp",
        _ => "application/octet-stream",
    };
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    )?;
    stream.write_all(&body)
}
