//! The HTTP server: connection limit, header and write time-outs, size limits, routing of requests, shutdown by signal.

use std::convert::Infallible;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use hyper::body::Incoming;
use hyper::header::{
    ALLOW, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, HeaderName, HeaderValue, LOCATION,
    X_CONTENT_TYPE_OPTIONS,
};
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::timeout;
use tokio_io_timeout::TimeoutStream;

use super::answer::{Answer, Content, OWN, answer, takes_a_look};
use super::body::{self, Body};
use super::live_reload::{Shown, events};
use super::overlay::Words;
use super::request_guard::{guard_request, path_of, query_value};
use super::site_version::SiteVersion;
use crate::disk::sync_cookie::SyncCookies;

/// The connection limit; more are closed at once.
const CONNECTIONS: usize = 512;
/// The header read time-out, from the moment that a head is waited for.
const HEAD_TIMEOUT: Duration = Duration::from_secs(10);
/// The most bytes of a head.
const HEAD_SIZE: usize = 16 * 1024;
/// The most lines of a head.
const HEAD_LINES: usize = 64;
/// How long a request waits until a noticed change is in a version.
const SYNC_TIMEOUT: Duration = Duration::from_secs(10);
/// How long a sync cookie may take to be seen; if it is not, the file watcher does not work just now.
const COOKIE_TIME: Duration = Duration::from_millis(500);
/// The write time-out: how long a browser may accept none of what is sent.
const WRITE_TIMEOUT: Duration = Duration::from_secs(20);

/// The script and style of the bar.
const SCRIPT: &str = include_str!("preview.js");
const STYLE: &str = include_str!("preview.css");

/// What every request needs.
pub(super) struct Server {
    pub versions: watch::Receiver<SiteVersion>,
    /// Counts what was noticed.
    pub noticed: Arc<AtomicU64>,
    pub cookies: Option<Arc<SyncCookies>>,
    /// The last cookie that was seen.
    pub seen: watch::Receiver<u64>,
    pub words: Arc<Words>,
    /// Places for those who look through copied files; the other threads make pages meanwhile.
    pub looks: Arc<Semaphore>,
    /// Others than this machine were let in on purpose.
    pub is_open: bool,
}

/// Serves until a signal asks the program to shut down; `is_up` is called as soon as it can be.
pub(super) async fn run(
    listener: std::net::TcpListener,
    server: Server,
    is_up: impl FnOnce(),
) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = TcpListener::from_std(listener)?;
    let end = shutdown_signal();
    is_up();
    let server = Arc::new(server);
    tokio::select! {
        () = accept(&listener, &server) => {}
        () = end => {}
    }
    Ok(())
}

async fn accept(listener: &TcpListener, server: &Arc<Server>) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // Too many files are open, most likely: some will be closed soon.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let Ok(place) = places.clone().try_acquire_owned() else {
            continue;
        };
        let server = server.clone();
        tokio::spawn(async move {
            connection(stream, server).await;
            drop(place);
        });
    }
}

async fn connection(stream: TcpStream, server: Arc<Server>) {
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(WRITE_TIMEOUT));
    let service = service_fn(move |request| {
        let server = server.clone();
        async move { Ok::<_, Infallible>(server.respond(request).await) }
    });
    let _ = hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIMEOUT)
        .max_buf_size(HEAD_SIZE)
        .max_headers(HEAD_LINES)
        .serve_connection(TokioIo::new(Box::pin(stream)), service)
        .await;
}

#[cfg(unix)]
fn shutdown_signal() -> impl Future<Output = ()> {
    use tokio::signal::unix::{Signal, SignalKind, signal};
    async fn heard(signal: io::Result<Signal>) {
        match signal {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    }
    let [interrupt, terminate] = [SignalKind::interrupt(), SignalKind::terminate()].map(signal);
    async {
        tokio::select! {
            () = heard(interrupt) => {}
            () = heard(terminate) => {}
        }
    }
}

#[cfg(not(unix))]
async fn shutdown_signal() {
    let _ = tokio::signal::ctrl_c().await;
}

impl Server {
    async fn respond(&self, request: Request<Incoming>) -> Response<Body> {
        let (method, uri) = (request.method(), request.uri());
        if let Err((status, why)) = guard_request(method, uri, request.headers(), self.is_open) {
            return plain(status, why);
        }
        let Some(path) = path_of(uri) else {
            return plain(404, "404");
        };
        match path.strip_prefix(OWN) {
            Some("preview.js") => {
                respond(200, "text/javascript; charset=utf-8", body::whole(SCRIPT))
            }
            Some("preview.css") => respond(200, "text/css; charset=utf-8", body::whole(STYLE)),
            Some("events") if method == Method::GET => {
                let shown = Shown {
                    path: query_value(uri, "page").unwrap_or_default(),
                    print: query_value(uri, "print").unwrap_or_default(),
                };
                let body = events(self.versions.clone(), shown, self.words.clone());
                respond(200, "text/event-stream", body)
            }
            Some(_) => plain(404, "404"),
            None => self.output(path).await,
        }
    }

    /// Waits until everything that was saved before now has been noticed.
    async fn sync(&self) {
        let Some(cookies) = self.cookies.clone() else {
            return;
        };
        let written = tokio::task::spawn_blocking(move || cookies.write());
        if let Ok(Some(cookie)) = written.await {
            let mut seen = self.seen.clone();
            let _ = timeout(COOKIE_TIME, seen.wait_for(|last| *last >= cookie)).await;
        }
    }

    /// Waits, on no thread, for a place to look through a copied file; none is needed for what was seen before. Whoever
    /// waited behind somebody who asked for the same file finds it seen.
    async fn place_to_look(
        &self,
        version: &SiteVersion,
        path: &str,
    ) -> Option<OwnedSemaphorePermit> {
        let (version, path) = (version.clone(), path.to_owned());
        let asked = tokio::task::spawn_blocking(move || takes_a_look(&version, &path));
        match asked.await {
            Ok(true) => self.looks.clone().acquire_owned().await.ok(),
            _ => None,
        }
    }

    /// A file of the output, as it is with everything that was saved until now.
    async fn output(&self, path: String) -> Response<Body> {
        self.sync().await;
        let now = self.noticed.load(Ordering::Acquire);
        let mut versions = self.versions.clone();
        let taken_in = versions.wait_for(|version| version.upto >= now);
        let version = match timeout(SYNC_TIMEOUT, taken_in).await {
            Ok(Ok(version)) => version.clone(),
            _ => self.versions.borrow().clone(),
        };
        let words = self.words.clone();
        let place = self.place_to_look(&version, &path).await;
        let made = tokio::task::spawn_blocking(move || {
            let answer = answer(&version, &path, &words);
            drop(place);
            answer
        });
        match made.await {
            Ok(answer) => send(answer),
            Err(_) => plain(
                500,
                "This page cannot be made: the program has a mistake here",
            ),
        }
    }
}

fn send(answer: Answer) -> Response<Body> {
    let mut more = None;
    let body = match answer.body {
        Content::Page { text, .. } | Content::Text(text) => body::whole(text),
        Content::Redirect(to) => {
            more = HeaderValue::try_from(to).ok().map(|to| (LOCATION, to));
            body::whole("")
        }
        Content::File(stream) => {
            // A channel does not know how much will come.
            more = Some((CONTENT_LENGTH, stream.length.into()));
            body::file(stream)
        }
    };
    let mut response = respond(answer.status, answer.kind, body);
    response.headers_mut().extend(more);
    response
}

fn plain(status: u16, text: &'static str) -> Response<Body> {
    let mut response = respond(status, "text/plain; charset=utf-8", body::whole(text));
    if status == 405 {
        let methods = HeaderValue::from_static("GET, HEAD");
        response.headers_mut().insert(ALLOW, methods);
    }
    response
}

fn respond(status: u16, kind: &'static str, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or_default();
    let fixed = [
        (CONTENT_TYPE, kind),
        (CACHE_CONTROL, "no-store"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
    ];
    for (name, value) in fixed {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    response
}
