//! The page of contributions that is chosen by its address: what a script needs to show them, and where they are without
//! one.

use serde::Serialize;

use super::kind::{Frame, Kind, Reach};
use super::list_filter::{Ways, ways};
use super::view::View;
use crate::model::patron::PatronKind;
use crate::plan::address::rows;
use crate::plan::conditions::{KEYS, NOT_STATED};
use crate::plan::data::{DataFile, DataTable};
use crate::plan::{Listed, Page, Summed};

pub(super) struct FilteredKind;

impl Kind for FilteredKind {
    type Values<'a> = Filtered<'a>;

    fn frame(&self) -> Frame {
        Frame::new("filtered", "totals", Some(Page::Totals), Reach::Indexed)
    }

    fn values<'a>(&self, view: &View<'a>, _: usize) -> Filtered<'a> {
        Filtered {
            url: view.url_of(&rows(view.portal, view.lang())),
            keys: KEYS,
            not_stated: NOT_STATED,
            kinds: PatronKind::ALL.map(PatronKind::word),
            all: view.list_url(Listed::Of(Summed::Campaign)),
            csv: view.url_of(&DataFile::Csv(DataTable::Contributions).address()),
            ways: ways(view),
        }
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Filtered<'a> {
    /// The file with all contributions.
    url: String,
    /// What the address can ask for, in its order: `region`, `district`, `direction`, `object` (with the kinds below it),
    /// `stated` (the kind alone), `year`, `patron`, `givers` (`anonymous` or `joint`) and `from`.
    keys: [&'static str; KEYS.len()],
    /// The value of `district` and `stated` where nothing is stated.
    not_stated: &'static str,
    /// The kinds of patrons.
    kinds: [&'static str; PatronKind::ALL.len()],
    /// The list of all of them, if there are any.
    all: Option<String>,
    /// The same as open data.
    csv: String,
    /// Where the same is without a script.
    ways: Ways<'a>,
}
