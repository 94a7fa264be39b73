//! Site settings: what `site.toml` says about the site as a whole.

use std::sync::Arc;

use super::frame::Frame;
use super::id::Id;
use super::lang::{Lang, Localised};
use super::place::Place;

/// What to do with records that are marked `sample: true`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Samples {
    /// They are in pages and sums, and every page says so.
    #[default]
    Show,
    /// They are in no page, sum or export.
    Hide,
    /// Each is an error.
    Forbid,
}

/// The settings of a site.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Site {
    pub title: Localised,
    pub description: Option<Localised>,
    /// Without a slash at its end: `https://tagzym.example/portal`.
    pub base_url: String,
    pub theme: String,
    /// In the order in which readers are offered them.
    pub languages: Vec<Lang>,
    pub default_language: Lang,
    /// Languages that every write-up must have.
    pub required: Vec<Lang>,
    /// The fallback languages for a missing one, in order.
    pub fallback: Vec<Lang>,
    pub samples: Samples,
    /// The region that the whole portal is of; none: it is of the whole country.
    pub scope: Option<Id>,
    /// Where the settings state it.
    pub scope_place: Place,
    /// Nothing that the portal tells of is older.
    pub first_year: i16,
    /// A GeoJSON file with the regions' outlines, from the site's root.
    pub outlines: Option<String>,
    pub contact: Option<String>,
    /// Where the settings state it.
    pub contact_place: Place,
    /// The licence of the data, as readers see it.
    pub licence: Option<String>,
    /// No setting: what stands around every text, by the settings and the theme.
    pub frame: Arc<Frame>,
}

impl Site {
    /// The path of `base_url`, without a slash at its end: `/portal`, or nothing.
    pub(crate) fn base_path(&self) -> &str {
        let after_scheme = self.base_url.find("://").map_or(0, |at| at + 3);
        self.base_url[after_scheme..]
            .find('/')
            .map_or("", |at| &self.base_url[after_scheme + at..])
    }

    /// Whether `base_url` is one of the addresses that are kept for examples (RFC 2606), and no site's own.
    pub(crate) fn stands_at_example(&self) -> bool {
        let (_, rest) = self.base_url.split_once("://").unwrap_or_default();
        let host = rest.split(['/', ':']).next().unwrap_or_default();
        let host = host.trim_end_matches('.').to_lowercase();
        let mut ends = ["example", "example.com", "example.org", "example.net"].into_iter();
        ends.any(|end| {
            host.strip_suffix(end)
                .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        })
    }

    /// Where a link on the contact leads: its own address of the web, or its mail; nowhere if it is other words.
    pub(crate) fn contact_url(&self) -> Option<String> {
        let contact = self.contact.as_deref()?;
        let fits = |text: &str, more: &str| {
            let fits = |letter: char| letter.is_alphanumeric() || more.contains(letter);
            !text.is_empty() && text.chars().all(fits)
        };
        let web = ["https://", "http://"]
            .iter()
            .find_map(|scheme| contact.strip_prefix(scheme));
        if web.is_some_and(|rest| fits(rest, "-._~/?#&=%+:,;@!*()") && !rest.starts_with('/')) {
            return Some(contact.to_owned());
        }
        let (name, host) = contact.split_once('@')?;
        (fits(name, "-._+") && fits(host, "-.")).then(|| format!("mailto:{contact}"))
    }
}
