//! What stands between a deployment and the storage: it tells what was asked, and answers slowly, refuses or breaks off on demand.

#![allow(dead_code, reason = "the long form needs less of it")]

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// What happens to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is answered.
    Pass,
    /// It is answered only after this time.
    Wait(Duration),
    /// The connection is closed without an answer.
    Close,
    /// Half of what is sent arrives, then both ends are closed.
    Cut,
    /// It arrives, and the answer is lost.
    Mute,
    /// The answer is an error of this status.
    Answer(&'static str),
}

/// Which fate the request has that is the so manieth one of its method.
type Judge = dyn Fn(&str, usize) -> Fate + Send + Sync;

/// A request, once it was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    pub method: String,
    pub path: String,
    pub body: Vec<u8>,
    pub authorization: String,
}

pub struct Proxy {
    pub port: u16,
    shared: Arc<Shared>,
}

struct Shared {
    server: u16,
    judge: Box<Judge>,
    /// How many requests of each method came.
    puts: AtomicUsize,
    others: AtomicUsize,
    /// How many are at work.
    open: AtomicUsize,
    ended: AtomicBool,
    answered: Mutex<Vec<Request>>,
}

impl Proxy {
    /// Stands before the server of a port.
    pub fn before(
        server: u16,
        judge: impl Fn(&str, usize) -> Fate + Send + Sync + 'static,
    ) -> Proxy {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let shared = Arc::new(Shared {
            server,
            judge: Box::new(judge),
            puts: AtomicUsize::new(0),
            others: AtomicUsize::new(0),
            open: AtomicUsize::new(0),
            ended: AtomicBool::new(false),
            answered: Mutex::default(),
        });
        let of_thread = Arc::clone(&shared);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let shared = Arc::clone(&of_thread);
                if shared.ended.load(Ordering::SeqCst) {
                    return;
                }
                shared.open.fetch_add(1, Ordering::SeqCst);
                thread::spawn(move || {
                    // Whoever was killed or cut off is no reason to fail.
                    let _ = shared.pass(stream);
                    shared.open.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        Proxy { port, shared }
    }

    /// How many files were begun to be put.
    pub fn puts(&self) -> usize {
        self.shared.puts.load(Ordering::SeqCst)
    }

    /// All that was answered, in this order.
    pub fn answered(&self) -> Vec<Request> {
        self.shared.answered.lock().unwrap().clone()
    }

    /// Waits until nothing is on its way.
    pub fn settle(&self) {
        while self.shared.open.load(Ordering::SeqCst) > 0 {
            thread::sleep(Duration::from_millis(2));
        }
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.shared.ended.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(("127.0.0.1", self.port));
    }
}

impl Shared {
    /// One request on a connection, which is closed after it.
    fn pass(&self, mut client: TcpStream) -> std::io::Result<()> {
        client.set_read_timeout(Some(Duration::from_secs(20)))?;
        let mut taken = Vec::new();
        let mut piece = [0; 64 * 1024];
        let head = loop {
            if let Some(at) = taken.windows(4).position(|four| four == b"\r\n\r\n") {
                break at + 4;
            }
            match client.read(&mut piece)? {
                0 => return Ok(()),
                read => taken.extend_from_slice(&piece[..read]),
            }
        };
        let body = taken.split_off(head);
        let head = String::from_utf8_lossy(&taken).into_owned();
        let header = |name: &str| {
            let lines = head.lines().filter_map(|line| line.split_once(": "));
            let mut lines = lines.filter(|(of, _)| of.eq_ignore_ascii_case(name));
            lines.next().map_or("", |(_, value)| value).to_owned()
        };
        let length: usize = header("content-length").parse().unwrap_or(0);
        let mut words = head.split(' ');
        let (method, path) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        let counter = if method == "PUT" {
            &self.puts
        } else {
            &self.others
        };
        let fate = (self.judge)(method, counter.fetch_add(1, Ordering::SeqCst));
        match fate {
            Fate::Wait(time) => thread::sleep(time),
            Fate::Close => return client.shutdown(Shutdown::Both),
            Fate::Answer(status) => {
                self.read_body(&mut client, body, length)?;
                let answer = format!(
                    "HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: 8\r\n\r\n<Error/>"
                );
                return client.write_all(answer.as_bytes());
            }
            Fate::Pass | Fate::Cut | Fate::Mute => {}
        }
        let mut server = TcpStream::connect(("127.0.0.1", self.server))?;
        let first = head.replacen("\r\n", "\r\nConnection: close\r\n", 1);
        server.write_all(first.as_bytes())?;
        if fate == Fate::Cut {
            let half = self.read_body(&mut client, body, length / 2)?;
            server.write_all(&half[..length / 2])?;
            server.shutdown(Shutdown::Both)?;
            return client.shutdown(Shutdown::Both);
        }
        let body = self.read_body(&mut client, body, length)?;
        server.write_all(&body)?;
        let mut answer = Vec::new();
        server.read_to_end(&mut answer)?;
        self.answered.lock().unwrap().push(Request {
            method: method.to_owned(),
            path: path.to_owned(),
            body: if method == "POST" { body } else { Vec::new() },
            authorization: header("authorization"),
        });
        match fate {
            Fate::Mute => client.shutdown(Shutdown::Both),
            _ => client.write_all(&answer),
        }
    }

    /// What is sent up to a length, of which a part was read already.
    fn read_body(
        &self,
        client: &mut TcpStream,
        mut body: Vec<u8>,
        length: usize,
    ) -> std::io::Result<Vec<u8>> {
        let mut piece = vec![0; 64 * 1024];
        while body.len() < length {
            match client.read(&mut piece)? {
                0 => return Err(std::io::ErrorKind::UnexpectedEof.into()),
                read => body.extend_from_slice(&piece[..read]),
            }
        }
        Ok(body)
    }
}
