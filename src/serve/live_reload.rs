//! What a browser is told while it shows a page: to load it again if it came out different, to fetch styles again, and
//! what is wrong.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use tokio::sync::mpsc::Sender;
use tokio::sync::watch::Receiver;

use super::answer::{Content, answer};
use super::body::Body;
use super::overlay::Words;
use super::site_version::SiteVersion;

/// How often a word is sent to find out whether anybody listens.
const PING: Duration = Duration::from_secs(10);

/// A page that a browser shows: its path, decoded, and what its bytes were told apart by.
pub(super) struct Shown {
    pub path: String,
    pub print: String,
}

/// A stream of events for one page.
pub(super) fn events(mut versions: Receiver<SiteVersion>, shown: Shown, words: Arc<Words>) -> Body {
    let (put, body) = Body::pieces();
    let shown = Arc::new(shown);
    tokio::spawn(async move {
        let mut seen: Option<u64> = None;
        let mut said = String::new();
        if send(&put, "retry: 500\n\n".to_owned()).await.is_err() {
            return;
        }
        loop {
            let version = versions.borrow_and_update().clone();
            let number = version.number;
            let (shown, words) = (shown.clone(), words.clone());
            let news =
                tokio::task::spawn_blocking(move || news(&version, &shown, seen, &words)).await;
            let Ok((told, state)) = news else {
                return;
            };
            seen = Some(number);
            for event in told {
                if send(&put, format!("event: {event}\ndata:\n\n"))
                    .await
                    .is_err()
                {
                    return;
                }
            }
            if state != said {
                if send(&put, format!("event: state\ndata: {state}\n\n"))
                    .await
                    .is_err()
                {
                    return;
                }
                said = state;
            }
            loop {
                tokio::select! {
                    changed = versions.changed() => match changed {
                        Ok(()) => break,
                        Err(_) => return,
                    },
                    () = put.closed() => return,
                    () = tokio::time::sleep(PING) => {
                        if send(&put, ":\n\n".to_owned()).await.is_err() {
                            return;
                        }
                    }
                }
            }
        }
    });
    body
}

async fn send(put: &Sender<io::Result<Bytes>>, text: String) -> Result<(), ()> {
    put.send(Ok(text.into())).await.map_err(|_| ())
}

/// What is to be told of an edition to who shows a page and was told of the edition `seen` last, and the page's state.
fn news(
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
    // Who comes has the files of the edition that there is.
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
