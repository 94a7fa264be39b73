//! Live reload by server-sent events: a browser reloads the page that it shows if it came out different.
//!
//! It fetches style sheets again without reloading, and is sent what is wrong.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use tokio::sync::watch::Receiver;
use tokio::time::timeout;

use super::answer::{Content, answer};
use super::body::{Body, Pieces, pieces};
use super::overlay::Words;
use super::site_version::SiteVersion;

/// How often a keep-alive is sent, to find out whether the connection is still open.
const PING: Duration = Duration::from_secs(10);
/// The keep-alive: a comment, which no browser shows to the page.
const PROBE: &str = ":\n\n";

/// A page that a browser shows: its path, decoded, and the fingerprint of its bytes.
pub(super) struct Shown {
    pub path: String,
    pub print: String,
}

/// The stream of server-sent events for one page.
pub(super) fn events(versions: Receiver<SiteVersion>, shown: Shown, words: Arc<Words>) -> Body {
    let (put, body) = pieces();
    // It ends when the connection is closed.
    tokio::spawn(tell(put, versions, shown.into(), words));
    body
}

/// Sends the events of every version, and a keep-alive now and then, until the connection is closed or no more versions
/// come; the result is then none.
async fn tell(
    mut put: Pieces,
    mut versions: Receiver<SiteVersion>,
    shown: Arc<Shown>,
    words: Arc<Words>,
) -> Option<()> {
    let mut seen: Option<u64> = None;
    let mut said = String::new();
    send(&mut put, "retry: 500\n\n").await?;
    loop {
        let version = versions.borrow_and_update().clone();
        let number = version.number;
        let (shown, words) = (shown.clone(), words.clone());
        let news = tokio::task::spawn_blocking(move || next_event(&version, &shown, seen, &words));
        let (told, state) = news.await.ok()?;
        seen = Some(number);
        for event in told {
            send(&mut put, format!("event: {event}\ndata:\n\n")).await?;
        }
        if state != said {
            send(&mut put, format!("event: state\ndata: {state}\n\n")).await?;
            said = state;
        }
        while let Err(_elapsed) = timeout(PING, versions.changed()).await {
            send(&mut put, PROBE).await?;
        }
        versions.has_changed().ok()?;
        // No page is rendered for a connection that is closed.
        send(&mut put, PROBE).await?;
    }
}

/// Sends a text; none if the connection is closed.
async fn send(put: &mut Pieces, text: impl Into<Bytes>) -> Option<()> {
    put.send_data(text.into()).await.ok()
}

/// The events of a version for a browser that shows a page and has seen the version `seen` last, and the page's state.
fn next_event(
    version: &SiteVersion,
    shown: &Shown,
    seen: Option<u64>,
    words: &Words,
) -> (Vec<&'static str>, String) {
    let state = words.state(version, &shown.path).to_string();
    if seen == Some(version.number) {
        return (Vec::new(), state);
    }
    let Content::Page { text, print } = answer(version, &shown.path, words).body else {
        return (vec!["reload"], state);
    };
    if print != shown.print {
        return (vec!["reload"], state);
    }
    // A new connection has the files of the present version.
    let since = seen.unwrap_or(version.number);
    let changed = version.assets.iter().filter(|(_, number)| **number > since);
    let (styles, others): (Vec<_>, Vec<_>) = changed.partition(|(path, _)| path.ends_with(".css"));
    if others.iter().any(|(path, _)| text.contains(path.as_str())) {
        (vec!["reload"], state)
    } else if styles.is_empty() {
        (Vec::new(), state)
    } else {
        (vec!["styles"], state)
    }
}
