//! The page on which records are looked for by words: what a script needs for it, and ways to records for those without one.

use serde::Serialize;
use strum::VariantArray;

use super::alphabet_index::{Letter, letters};
use super::kind::{Frame, Kind, Reach};
use super::view::{Link, View};
use crate::model::money::Tenge;
use crate::plan::Page;
use crate::plan::search::FoundKind;

pub(super) struct SearchKind;

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Search<'a> {
    /// What kinds of thing are found, in the order in which they stand among those that fit alike: `region`.
    kinds: Vec<&'static str>,
    /// A thousand tenge: how the language writes amounts.
    thousand: Tenge,
    /// Regions of today by name, then former ones.
    regions: Vec<Link<'a>>,
    /// The kinds of object, by their records.
    objects: Vec<Link<'a>>,
    /// The alphabet over the list of patrons; nothing over a short one.
    letters: Vec<Letter>,
}

impl Kind for SearchKind {
    type Values<'a> = Search<'a>;

    fn frame(&self) -> Frame {
        Frame::new("search", "", Some(Page::Home), Reach::Hidden)
    }

    fn values<'a>(&self, view: &View<'a>, _: usize) -> Search<'a> {
        let initials = (view.sorted).initials(view.portal, &view.language.locale, view.lang());
        let regions = view.regions_in_order().iter();
        let objects = view.portal.objects.indices();
        Search {
            kinds: FoundKind::VARIANTS.iter().map(|kind| kind.word()).collect(),
            thousand: Tenge(1_000),
            regions: regions.map(|&region| view.region(region)).collect(),
            objects: objects.map(|object| view.object(object)).collect(),
            letters: letters(view, Page::Patrons, initials).index,
        }
    }
}
