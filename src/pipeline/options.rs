//! Build options: what the command line may say over `site.toml`.

use std::fmt;
use std::sync::Arc;

use jiff::civil;

use crate::model::site::Samples;

/// What the command line may say over `site.toml`.
#[derive(Debug, Clone, Default)]
pub struct BuildOptions {
    pub drafts: bool,
    pub samples: Option<Samples>,
    /// Checked by [`crate::load::base_url::check_base_url`].
    pub base_url: Option<String>,
    /// Assets keep their plain names, for a preview.
    pub plain_assets: bool,
    /// The site is published: the addresses of its pictures tell what is in them, and what is learned of their files is kept beside
    /// the site.
    pub publishes: bool,
    /// The day on which the site is built, if somebody knows it: it is said what cannot be yet. Nothing that is published
    /// depends on it.
    pub today: Option<civil::Date>,
    /// What proposed ids are drawn from: a number that nobody can guess. Nothing that is published depends on it.
    pub chance: u64,
    /// Is told of each phase when it has ended.
    pub observer: Observer,
}

/// Who measures the phases of a preparation: the phases themselves know no time.
#[derive(Clone, Default)]
pub struct Observer(Option<Arc<dyn Fn(&'static str) + Send + Sync>>);

impl Observer {
    /// Calls this with the name of each phase that has ended: `load`.
    pub fn new(ended: impl Fn(&'static str) + Send + Sync + 'static) -> Observer {
        Observer(Some(Arc::new(ended)))
    }

    pub(super) fn ended(&self, phase: &'static str) {
        if let Some(ended) = &self.0 {
            ended(phase);
        }
    }
}

impl fmt::Debug for Observer {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_tuple("Observer").field(&self.0.is_some()).finish()
    }
}
