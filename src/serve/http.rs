//! The HTTP server: connection limit, header and write time-outs, size limits, routing of requests, shutdown by signal.

use std::convert::Infallible;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use hyper::body::Incoming;
use hyper::header::{
    ACCEPT_RANGES, ALLOW, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_SECURITY_POLICY,
    CONTENT_TYPE, ETAG, HeaderMap, HeaderName, HeaderValue, LOCATION, RETRY_AFTER,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::timeout;
use tokio_io_timeout::TimeoutStream;

use super::answer::{Answer, Content, OWN, answer, nothing, takes_a_look};
use super::body::{self, Body};
use super::byte_range::{Part, part};
use super::live_reload::{Shown, events};
use super::news::NewsDesk;
use super::overlay::Words;
use super::request_guard::{Access, Refusal, guard_request, path_of, query_value};
use super::site_version::SiteVersion;
use super::watched::Looks;
use crate::disk::Stream;
use crate::disk::sync_cookie::SyncCookies;
use crate::locale::Arg;

/// The connection limit; more are closed at once.
const CONNECTIONS: usize = 512;
/// How many of them may be event streams, which stay open: pages need some, too.
pub(super) const STREAMS: usize = 400;
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
    pub looks: Looks,
    pub news: Arc<NewsDesk>,
    pub words: Arc<Words>,
    /// Places for those who look through copied files; the other threads make pages meanwhile.
    pub inspections: Arc<Semaphore>,
    /// Places for event streams.
    pub streams: Arc<Semaphore>,
    pub access: Access,
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
        if let Err(why) = guard_request(method, uri, request.headers(), &self.access) {
            return self.refuse(why);
        }
        let nothing = || send(nothing(&self.words), request.headers());
        let Some(path) = path_of(uri) else {
            return nothing();
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
                let Ok(place) = self.streams.clone().try_acquire_owned() else {
                    let mut full = plain(503, self.words.sentence("serve-full", &[]));
                    let soon = HeaderValue::from_static("5");
                    full.headers_mut().insert(RETRY_AFTER, soon);
                    return full;
                };
                let body = events(self.versions.clone(), shown, self.news.clone(), place);
                respond(200, "text/event-stream", body)
            }
            Some(_) => nothing(),
            None => self.output(path, request.headers()).await,
        }
    }

    /// Says why a request is not answered to.
    fn refuse(&self, why: Refusal<'_>) -> Response<Body> {
        let say = |id: &str, host: &str| self.words.sentence(id, &[("host", Arg::Text(host))]);
        match why {
            Refusal::NoHost => plain(400, say("serve-no-host", "")),
            Refusal::ForeignHost("") => plain(403, say("serve-foreign-host", "NAME")),
            Refusal::ForeignHost(host) => plain(403, say("serve-foreign-host", host)),
            Refusal::ForeignPage => plain(403, say("serve-foreign-page", "")),
            Refusal::Method => {
                let mut response = plain(405, say("serve-method", ""));
                let methods = HeaderValue::from_static("GET, HEAD");
                response.headers_mut().insert(ALLOW, methods);
                response
            }
        }
    }

    /// Waits until everything that was saved before now has been noticed.
    async fn sync(&self) {
        tokio::join!(self.sync_events(), self.sync_looks());
    }

    /// Waits for a look at the times of files, if that is how changes are noticed.
    async fn sync_looks(&self) {
        if let Some(asked) = self.looks.ask() {
            let mut done = self.looks.done.clone();
            let _ = timeout(COOKIE_TIME, done.wait_for(|last| *last >= asked)).await;
        }
    }

    async fn sync_events(&self) {
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
            Ok(true) => self.inspections.clone().acquire_owned().await.ok(),
            _ => None,
        }
    }

    /// A file of the output, as it is with everything that was saved until now.
    async fn output(&self, path: String, headers: &HeaderMap) -> Response<Body> {
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
            Ok(answer) => send(answer, headers),
            Err(_) => plain(500, self.words.sentence("serve-broken", &[])),
        }
    }
}

/// An answer as it goes to a browser that sent these headers.
fn send(answer: Answer, headers: &HeaderMap) -> Response<Body> {
    let mut more = None;
    let mut is_framed = false;
    let body = match answer.body {
        Content::Page { text, framed, .. } => {
            is_framed = framed;
            body::whole(text)
        }
        Content::Bytes(bytes) => body::whole(bytes),
        Content::Redirect(to) => {
            more = HeaderValue::try_from(to).ok().map(|to| (LOCATION, to));
            body::whole("")
        }
        Content::File(stream) => return send_file(answer.kind, stream, headers),
    };
    let mut response = respond(answer.status, answer.kind, body);
    let told = response.headers_mut();
    told.extend(more);
    if is_framed {
        told.remove(CONTENT_SECURITY_POLICY);
        told.remove(X_FRAME_OPTIONS);
    }
    response
}

/// A copied file, or the part of it that is asked for: Safari plays no video otherwise.
fn send_file(kind: &'static str, stream: Stream, headers: &HeaderMap) -> Response<Body> {
    let whole = stream.length;
    let tag = format!("\"{:x}-{whole:x}\"", stream.modified);
    let part = part(headers, whole, &tag);
    let (status, length, range) = match &part {
        Part::Whole => (200, whole, None),
        Part::Some(range) => {
            let (first, last) = (range.start, range.end - 1);
            let told = format!("bytes {first}-{last}/{whole}");
            (206, range.end - range.start, Some(told))
        }
        Part::Outside => (416, 0, Some(format!("bytes */{whole}"))),
    };
    let body = match part {
        Part::Whole => Ok(body::file(stream)),
        Part::Some(range) => stream.part(range).map(body::file),
        Part::Outside => Ok(body::whole("")),
    };
    let Ok(body) = body else {
        return respond(500, kind, body::whole(""));
    };
    let mut response = respond(status, kind, body);
    let told = response.headers_mut();
    told.insert(ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    // A channel does not know how much will come.
    told.insert(CONTENT_LENGTH, length.into());
    told.extend(HeaderValue::try_from(tag).ok().map(|tag| (ETAG, tag)));
    let range = range.and_then(|range| HeaderValue::try_from(range).ok());
    told.extend(range.map(|range| (CONTENT_RANGE, range)));
    response
}

fn plain(status: u16, text: String) -> Response<Body> {
    respond(status, "text/plain; charset=utf-8", body::whole(text))
}

fn respond(status: u16, kind: &'static str, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or_default();
    let fixed = [
        (CONTENT_TYPE, kind),
        (CACHE_CONTROL, "no-store"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        // No page of another site shows this one in a frame, where clicks could be meant for something else, unless it is
        // made for that.
        (CONTENT_SECURITY_POLICY, "frame-ancestors 'none'"),
        (X_FRAME_OPTIONS, "DENY"),
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
