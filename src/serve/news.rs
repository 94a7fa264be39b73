//! The news of a page in a version: made once, however many browsers show that page.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::OnceCell;

use super::answer::{Content, answer};
use super::overlay::Words;
use super::site_version::SiteVersion;

/// What there is to tell of a page.
pub(super) struct News {
    /// What its bar shows, as JSON.
    pub state: String,
    /// The page and the fingerprint of its bytes; none if nothing but a file stands at its address.
    page: Option<(String, String)>,
}

impl News {
    fn of(version: &SiteVersion, path: &str, words: &Words) -> News {
        let page = match answer(version, path, words).body {
            Content::Page { text, print, .. } => Some((text, print)),
            _ => None,
        };
        News {
            state: words.state(version, path).to_string(),
            page,
        }
    }

    /// The event for a browser that shows the page with a fingerprint and has seen the version `seen` last.
    pub(super) fn event(
        &self,
        version: &SiteVersion,
        print: &str,
        seen: Option<u64>,
    ) -> Option<&'static str> {
        let Some((text, _)) = self.page.as_ref().filter(|(_, now)| now == print) else {
            return Some("reload");
        };
        // A new connection has the files of the present version.
        let since = seen.unwrap_or(version.number);
        let changed = version.assets.iter().filter(|(_, number)| **number > since);
        let (styles, others): (Vec<_>, Vec<_>) =
            changed.partition(|(path, _)| path.ends_with(".css"));
        if others.iter().any(|(path, _)| text.contains(path.as_str())) {
            Some("reload")
        } else {
            (!styles.is_empty()).then_some("styles")
        }
    }
}

/// Gives the news of every page in the version of which they were asked last.
pub(super) struct NewsDesk {
    words: Arc<Words>,
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    /// The number of the version, and whether all its pages were checked.
    of: (u64, bool),
    news: HashMap<String, Arc<OnceCell<Arc<News>>>>,
}

impl NewsDesk {
    pub(super) fn new(words: Arc<Words>) -> NewsDesk {
        NewsDesk {
            words,
            kept: Mutex::default(),
        }
    }

    /// The news of a page; none if it could not be made.
    pub(super) async fn news(&self, version: &SiteVersion, path: &str) -> Option<Arc<News>> {
        let cell = self.cell(version, path);
        let made = cell.get_or_try_init(|| async {
            let (version, path, words) = (version.clone(), path.to_owned(), self.words.clone());
            let made =
                tokio::task::spawn_blocking(move || News::of(&version, &path, &words).into());
            made.await
        });
        made.await.ok().cloned()
    }

    fn cell(&self, version: &SiteVersion, path: &str) -> Arc<OnceCell<Arc<News>>> {
        let of = (version.number, version.checked.is_some());
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.of < of {
            *kept = Kept {
                of,
                news: HashMap::new(),
            };
        }
        match kept.of == of {
            true => kept.news.entry(path.to_owned()).or_default().clone(),
            // Somebody has a newer one already.
            false => Arc::default(),
        }
    }
}
