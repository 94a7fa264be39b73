//! The source of a contribution as templates show it: a link to a publication, or to a document of this site.

use serde::Serialize;

use super::view::{Link, Text, View};
use crate::model::contribution::{ContributionSource, SourceAddress};
use crate::plan::address::quote;

/// Where a contribution can be looked up.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema),
    schemars(rename = "ContributionSource")
)]
pub(crate) struct SourcePiece<'a> {
    pub link: Link<'a>,
    /// It stands on this site.
    pub is_file: bool,
    pub date: Option<String>,
}

impl<'a> View<'a> {
    /// Where a contribution can be looked up, as a link.
    pub(super) fn source(&self, source: &'a ContributionSource) -> SourcePiece<'a> {
        let Text { text, lang } = self.text(&source.title);
        let (url, is_file) = match &source.at {
            SourceAddress::Web(url) => (url.clone(), false),
            SourceAddress::File(path) => (self.url_of(&quote(path)), true),
        };
        SourcePiece {
            link: Link { url, text, lang },
            is_file,
            date: source.date.map(|date| date.to_string()),
        }
    }
}
