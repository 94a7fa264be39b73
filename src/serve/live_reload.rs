//! Live reload by server-sent events: a browser reloads the page that it shows if it came out different.
//!
//! It fetches style sheets again without reloading, and is sent what is wrong.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use tokio::sync::OwnedSemaphorePermit;
use tokio::sync::watch::Receiver;
use tokio::time::timeout;

use super::body::{Body, Pieces, pieces};
use super::news::NewsDesk;
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
///
/// `place`: it is held until the stream ends.
pub(super) fn events(
    versions: Receiver<SiteVersion>,
    shown: Shown,
    desk: Arc<NewsDesk>,
    place: OwnedSemaphorePermit,
) -> Body {
    let (put, body) = pieces();
    tokio::spawn(async move {
        // It ends when the connection is closed.
        tell(put, versions, shown, desk).await;
        drop(place);
    });
    body
}

/// Sends the events of every version, and a keep-alive now and then, until the connection is closed or no more versions
/// come; the result is then none.
async fn tell(
    mut put: Pieces,
    mut versions: Receiver<SiteVersion>,
    shown: Shown,
    desk: Arc<NewsDesk>,
) -> Option<()> {
    let mut seen: Option<u64> = None;
    let mut said = String::new();
    send(&mut put, "retry: 500\n\n").await?;
    loop {
        let version = versions.borrow_and_update().clone();
        let number = version.number;
        let news = desk.news(&version, &shown.path).await?;
        if seen != Some(number)
            && let Some(event) = news.event(&version, &shown.print, seen)
        {
            send(&mut put, format!("event: {event}\ndata:\n\n")).await?;
        }
        seen = Some(number);
        if news.state != said {
            let state = &news.state;
            send(&mut put, format!("event: state\ndata: {state}\n\n")).await?;
            said.clone_from(state);
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
