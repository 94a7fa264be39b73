//! Connections and requests: how many, how long, how large, and which answer each gets.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use hyper::body::Incoming;
use hyper::header::{
    ALLOW, CACHE_CONTROL, CONTENT_TYPE, HeaderName, HeaderValue, LOCATION, X_CONTENT_TYPE_OPTIONS,
};
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioTimer;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::time::timeout;

use super::answer::{Content, OWN, answer};
use super::body::Body;
use super::live_reload::{Shown, events};
use super::overlay::Words;
use super::rebuild::RebuildWorker;
use super::request_guard::{guard_request, path_of, query_value};
use super::site_version::SiteVersion;
use super::write_timeout::WriteTimeout;
use super::{OnEvent, PreviewEvent, ServeOptions};
use crate::disk;
use crate::disk::read::Snapshot;
use crate::disk::sync_cookie::SyncCookies;
use crate::disk::watch::WatchListener;

/// The most connections at once; more are closed at once.
const CONNECTIONS: usize = 512;
/// How long a head may take, from the moment that it is waited for.
const HEAD_TIME: Duration = Duration::from_secs(10);
/// The most bytes of a head.
const HEAD_SIZE: usize = 16 * 1024;
/// The most lines of a head.
const HEAD_LINES: usize = 64;
/// How long a request waits for a change that was noticed to be taken in.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long a ring may take to be heard; if it is not, nobody watches just now.
const RING: Duration = Duration::from_millis(500);
/// How many ports are tried.
const PORTS: u16 = 50;

/// The script and style of the bar.
const SCRIPT: &str = include_str!("preview.js");
const STYLE: &str = include_str!("preview.css");

/// What every request needs.
struct Server {
    versions: watch::Receiver<SiteVersion>,
    noticed: Arc<AtomicU64>,
    cookies: Option<Arc<SyncCookies>>,
    /// The last ring that was heard.
    heard: watch::Receiver<u64>,
    words: Arc<Words>,
    is_open: bool,
}

/// Serves until the program is asked to end.
pub(super) async fn run(settings: ServeOptions, on_event: OnEvent) -> io::Result<()> {
    let listener = listen(&settings).await?;
    let address = listener.local_addr()?;
    let root = disk::whole_path(&settings.root);
    let noticed = Arc::new(AtomicU64::new(0));
    let (put, changes) = mpsc::channel();
    let (counts, gives) = (noticed.clone(), noticed.clone());
    let cookies = SyncCookies::new().map(Arc::new);
    let (hears, heard) = watch::channel(0);
    // Before anything is read, so that no change is missed.
    disk::watch::watch(
        &root,
        cookies.clone(),
        WatchListener {
            noticed: move || {
                counts.fetch_add(1, Ordering::AcqRel);
            },
            heard: move |ring: u64| {
                hears.send_if_modified(|last| ring > std::mem::replace(last, ring.max(*last)));
            },
            give: move |changes| put.send((changes, gives.load(Ordering::Acquire))).is_ok(),
        },
    );
    let snapshot = Snapshot::read(&root);
    let mut worker = RebuildWorker::new(
        snapshot,
        settings.options,
        noticed.clone(),
        on_event.clone(),
    );
    let (send, versions) = watch::channel(worker.begin());
    let home = format!("{}/", versions.borrow().base());
    std::thread::Builder::new()
        .name("keeper".to_owned())
        .spawn(move || worker.run(&changes, &send))?;
    // Whoever is told that it serves can end it.
    let end = asked_to_end();
    on_event(PreviewEvent::Listening { address, home });
    let server = Arc::new(Server {
        versions,
        noticed,
        cookies,
        heard,
        words: Arc::new(Words {
            language: settings.words,
            root,
            editor_url: settings.editor_url,
            limit: settings.max_errors,
        }),
        is_open: !settings.host.is_loopback(),
    });
    tokio::select! {
        () = accept(&listener, &server) => {}
        () = end => {}
    }
    if let Some(cookies) = &server.cookies {
        cookies.remove_folder();
    }
    on_event(PreviewEvent::Stopped);
    Ok(())
}

/// The port that was asked for, or the next that is free.
async fn listen(settings: &ServeOptions) -> io::Result<TcpListener> {
    let last = settings.port.saturating_add(PORTS);
    let mut port = settings.port;
    loop {
        match TcpListener::bind(SocketAddr::new(settings.host, port)).await {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse && port < last => port += 1,
            done => return done,
        }
    }
}

async fn accept(listener: &TcpListener, server: &Arc<Server>) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // Too many files are open, most likely: some will be closed.
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
    let service = service_fn(move |request| {
        let server = server.clone();
        async move { Ok::<_, Infallible>(server.respond(request).await) }
    });
    let _ = hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .max_buf_size(HEAD_SIZE)
        .max_headers(HEAD_LINES)
        .serve_connection(WriteTimeout::new(stream), service)
        .await;
}

#[cfg(unix)]
fn asked_to_end() -> impl Future<Output = ()> {
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
async fn asked_to_end() {
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
                respond(200, "text/javascript; charset=utf-8", Body::whole(SCRIPT))
            }
            Some("preview.css") => respond(200, "text/css; charset=utf-8", Body::whole(STYLE)),
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
    async fn listen(&self) {
        if let Some(ring) = self.cookies.as_ref().and_then(|cookies| cookies.ring()) {
            let mut heard = self.heard.clone();
            let _ = timeout(RING, heard.wait_for(|last| *last >= ring)).await;
        }
    }

    /// A file of the output, as it is with everything that was saved until now.
    async fn output(&self, path: String) -> Response<Body> {
        self.listen().await;
        let now = self.noticed.load(Ordering::Acquire);
        let mut versions = self.versions.clone();
        let taken_in = versions.wait_for(|version| version.upto >= now);
        let version = match timeout(PATIENCE, taken_in).await {
            Ok(Ok(version)) => version.clone(),
            _ => self.versions.borrow().clone(),
        };
        let words = self.words.clone();
        let done = tokio::task::spawn_blocking(move || {
            let answer = answer(&version, &path, &words);
            let (body, to) = match answer.body {
                Content::Page { text, .. } | Content::Text(text) => (Body::whole(text), None),
                Content::Moved(to) => (Body::whole(""), Some(to)),
                Content::File(stream) => (Body::file(stream), None),
            };
            (answer.status, answer.kind, body, to)
        });
        let Ok((status, kind, body, to)) = done.await else {
            return plain(
                500,
                "This page cannot be made: the program has a mistake here",
            );
        };
        let mut response = respond(status, kind, body);
        if let Some(to) = to.and_then(|to| HeaderValue::try_from(to).ok()) {
            response.headers_mut().insert(LOCATION, to);
        }
        response
    }
}

fn plain(status: u16, text: &'static str) -> Response<Body> {
    let mut response = respond(status, "text/plain; charset=utf-8", Body::whole(text));
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
