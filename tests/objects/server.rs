//! An S3 server on this machine, that of moto, and what stands in its buckets.

#![allow(dead_code, reason = "the long form needs less of it")]

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Mutex;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::support::repository;
use crate::support::skipped::skipped;

/// Ends with this process, whose end closes its input. For each bucket that is named there it gives all objects: the lengths of key and
/// bytes in a line, then both; a line with nothing at the end.
const PROGRAM: &str = "
import os, sys
from moto.server import ThreadedMotoServer
from moto.s3.models import s3_backends
server = ThreadedMotoServer(ip_address='127.0.0.1', port=0, verbose=False)
server.start()
out = sys.stdout.buffer
out.write(b'%d\\n' % server.get_host_and_port()[1])
out.flush()
for line in sys.stdin:
    for backend in s3_backends['123456789012'].values():
        if line.strip() in backend.buckets:
            for key, held in backend.buckets[line.strip()].keys.items():
                key, held = key.encode(), held.value
                out.write(b'%d %d\\n%b%b' % (len(key), len(held), key, held))
    out.write(b'\\n')
    out.flush()
os._exit(0)
";

/// What stands for itself in an address.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// A server, which goes with this value.
pub struct Server {
    process: Child,
    /// What the program says.
    told: Mutex<BufReader<ChildStdout>>,
    pub port: u16,
}

/// What is sent to a reader.
pub struct Object {
    pub status: u16,
    /// By their names in small letters.
    pub headers: BTreeMap<String, String>,
    pub bytes: Vec<u8>,
}

impl Server {
    /// A server, if its program is installed; else says that a test has not looked.
    pub fn start(test: &str) -> Option<Server> {
        let started = Command::new(repository("target/python/bin/python3"))
            .args(["-c", PROGRAM])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut line = String::new();
        let Ok(mut process) = started else {
            skipped(test, "target/python has no Python: see .ci/run");
            return None;
        };
        let mut told = BufReader::new(process.stdout.take().unwrap());
        told.read_line(&mut line).unwrap();
        let Ok(port) = line.trim().parse() else {
            skipped(test, "target/python has no moto: see .ci/run");
            return None;
        };
        let told = Mutex::new(told);
        Some(Server {
            process,
            told,
            port,
        })
    }

    pub fn ask(&self, method: &str, address: &str, body: &[u8]) -> Object {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let length = body.len();
        let head = format!(
            "{method} {address} HTTP/1.0\r\nHost: 127.0.0.1\r\nAuthorization: AWS4-HMAC-SHA256 Credential=READER/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0\r\nContent-Length: {length}\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(body).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let _ = stream.shutdown(Shutdown::Both);
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n");
        let bytes = answer.split_off(end.unwrap() + 4);
        let head = String::from_utf8(answer).unwrap();
        let lines = head.lines().skip(1);
        let headers = lines.filter_map(|line| line.split_once(": "));
        Object {
            status: head.split(' ').nth(1).unwrap().parse().unwrap(),
            headers: headers
                .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
                .collect(),
            bytes,
        }
    }

    pub fn make_bucket(&self, bucket: &str) {
        assert_eq!(self.ask("PUT", &format!("/{bucket}"), b"").status, 200);
    }

    /// What a reader gets.
    pub fn get(&self, bucket: &str, key: &str) -> Object {
        self.ask("GET", &address(bucket, key), b"")
    }

    pub fn put(&self, bucket: &str, key: &str, bytes: &[u8]) {
        assert_eq!(self.ask("PUT", &address(bucket, key), bytes).status, 200);
    }

    pub fn remove(&self, bucket: &str, key: &str) {
        assert_eq!(self.ask("DELETE", &address(bucket, key), b"").status, 204);
    }

    /// The keys of all objects.
    pub fn keys(&self, bucket: &str) -> Vec<String> {
        let mut keys = Vec::new();
        loop {
            let after = keys.last().map(String::as_str).unwrap_or("");
            let after = utf8_percent_encode(after, NON_ALPHANUMERIC);
            let address = format!("/{bucket}?list-type=2&start-after={after}");
            let told = String::from_utf8(self.ask("GET", &address, b"").bytes).unwrap();
            let parts = told.split("<Key>").skip(1);
            let more: Vec<String> = parts
                .map(|part| part.split_once("</Key>").unwrap().0.replace("&amp;", "&"))
                .collect();
            if more.is_empty() {
                return keys;
            }
            keys.extend(more);
        }
    }

    /// The bytes of all objects under a prefix, by their path from there: without asking for one after the other, which takes a minute
    /// for a portal.
    pub fn standing(&self, bucket: &str, prefix: &str) -> BTreeMap<String, Vec<u8>> {
        let mut told = self.told.lock().unwrap();
        let mut asked = self.process.stdin.as_ref().unwrap();
        writeln!(asked, "{bucket}").unwrap();
        let mut standing = BTreeMap::new();
        loop {
            let mut line = String::new();
            told.read_line(&mut line).unwrap();
            let Some((key, bytes)) = line.trim_end().split_once(' ') else {
                return standing;
            };
            let mut read = |length: &str| {
                let mut part = vec![0; length.parse().unwrap()];
                told.read_exact(&mut part).unwrap();
                part
            };
            let (key, bytes) = (String::from_utf8(read(key)).unwrap(), read(bytes));
            if let Some(path) = key.strip_prefix(prefix) {
                standing.insert(path.to_owned(), bytes);
            }
        }
    }

    /// All objects under a prefix, as readers get them, by their path from there.
    pub fn objects(&self, bucket: &str, prefix: &str) -> BTreeMap<String, Object> {
        let keys = self.keys(bucket);
        let inside = keys.iter().filter_map(|key| key.strip_prefix(prefix));
        inside
            .map(|path| {
                let object = self.get(bucket, &format!("{prefix}{path}"));
                assert_eq!(object.status, 200, "{path}");
                (path.to_owned(), object)
            })
            .collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn address(bucket: &str, key: &str) -> String {
    format!("/{bucket}/{}", utf8_percent_encode(key, PLAIN))
}
