//! The list of corrections: what was wrong and has been set right; and those of one record, for the record's own page. On its
//! first part also the editions that the site keeps.

use serde::Serialize;

use super::editions::{EditionPiece, editions};
use super::kind::{Frame, Kind, Reach};
use super::pager::Pager;
use super::titles::title_of;
use super::view::{Link, Text, View};
use crate::model::correction::CorrectedValue;
use crate::model::kind::RecordRef;
use crate::model::money::Tenge;
use crate::plan::{PAGE_LENGTH, Page};

pub(super) struct CorrectionsKind;

impl Kind for CorrectionsKind {
    type Values<'a> = Corrections<'a>;

    fn frame(&self) -> Frame {
        Frame::new(
            "corrections",
            "corrections",
            Some(Page::Home),
            Reach::Indexed,
        )
    }

    fn values<'a>(&self, view: &View<'a>, n: usize) -> Corrections<'a> {
        let (part, pager) = view.part(Page::Corrections, view.indexes.corrections(), n);
        let first = (n - 1) * PAGE_LENGTH;
        let list = (first..first + part.len()).map(|place| piece(view, place));
        Corrections {
            list: list.collect(),
            editions: match n {
                1 => editions(view),
                _ => Vec::new(),
            },
            pager,
        }
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Corrections<'a> {
    /// The newest first.
    list: Vec<CorrectionPiece<'a>>,
    /// The editions that the site keeps, the newest first; on the first part alone.
    editions: Vec<EditionPiece<'a>>,
    pager: Pager,
}

/// A correction.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct CorrectionPiece<'a> {
    /// Its name on the page of all corrections: the oldest is `correction-1`.
    anchor: String,
    /// Its place on that page.
    url: String,
    date: String,
    /// The records that were wrong.
    records: Vec<Link<'a>>,
    was: Option<ValuePiece<'a>>,
    now: Option<ValuePiece<'a>>,
    reason: Text<'a>,
    /// The same as `date`.
    as_of: String,
    sample: bool,
}

impl CorrectionPiece<'_> {
    /// The day on which it was told.
    pub(super) fn day(&self) -> &str {
        &self.as_of
    }
}

/// What stood there, or stands there now: one of the two.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema),
    schemars(rename = "CorrectedValue")
)]
struct ValuePiece<'a> {
    amount: Option<Tenge>,
    text: Option<Text<'a>>,
}

/// The corrections of a record, the newest first.
pub(super) fn of_record<'a>(view: &View<'a>, record: RecordRef) -> Vec<CorrectionPiece<'a>> {
    let places = view.indexes.corrections_of(record).iter();
    places.map(|&place| piece(view, place)).collect()
}

/// Where the correction at a place among all of them stands.
pub(crate) fn address_of(view: &View<'_>, place: usize) -> String {
    let n = place / PAGE_LENGTH + 1;
    let list = Page::Corrections.part_address(view.portal, view.lang(), n);
    let number = view.indexes.corrections().len() - place;
    format!("{list}#correction-{number}")
}

/// The correction at a place among all of them, the newest first.
fn piece<'a>(view: &View<'a>, place: usize) -> CorrectionPiece<'a> {
    let all = view.indexes.corrections();
    let of = &view.portal.corrections[all[place]];
    let record = &of.record;
    let address = address_of(view, place);
    let anchor = address.rsplit('#').next().unwrap_or_default().to_owned();
    let link = |&record: &RecordRef| {
        let page = Page::of(view.portal, record);
        view.link(page, title_of(view, page))
    };
    let value = |value: &'a CorrectedValue| match value {
        CorrectedValue::Amount(amount) => ValuePiece {
            amount: Some(*amount),
            text: None,
        },
        CorrectedValue::Text(text) => ValuePiece {
            amount: None,
            text: Some(view.text(text)),
        },
    };
    CorrectionPiece {
        url: view.url_of(&address),
        anchor,
        date: record.date.to_string(),
        records: of.records.iter().map(link).collect(),
        was: record.was.as_ref().map(value),
        now: record.now.as_ref().map(value),
        reason: view.text(&record.reason),
        as_of: record.date.to_string(),
        sample: record.sample,
    }
}
