//! News and events: front matter deserialized, merged from all languages and linked, in the order of lists.

use std::cmp::Reverse;
use std::sync::Arc;

use super::region_years::check_year;
use super::resolver::Resolver;
use super::texts::RecordTexts;
use crate::diagnostic::{At, Diagnostic};
use crate::link::{Facts, IdTables, LanguageFiles, MergedWriteUp, StatedFact};
use crate::load::field_docs::{FieldDoc, FieldDocs};
use crate::load::fields::Fields;
use crate::load::write_up::{FrontMatter, HEAD_DOCS};
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::kind::RecordKind;
use crate::model::lang::Localised;
use crate::model::links::Links;
use crate::model::portal::Portal;
use crate::model::region::RegionRecord;
use crate::model::write_up::{CommonFacts, News, NewsFacts};

impl FrontMatter for NewsFacts {
    const DOCS: FieldDocs = &[DOCS, HEAD_DOCS];

    fn read(common: CommonFacts, fields: &mut Fields<'_, '_>) -> NewsFacts {
        NewsFacts {
            common,
            date: fields.optional("date", |v| v.date()),
            region: fields.optional("region", |v| v.id()),
            place: fields.optional("place", |v| v.localised()),
        }
    }
}

/// Field docs: what editors read about the fields that only news have.
#[rustfmt::skip]
const DOCS: &[FieldDoc] = &[
    ("write-up", "place", "Where the event takes place, in each language."),
];

/// The facts of a news item.
pub(crate) struct MergedNewsFacts {
    date: Option<StatedFact<Date>>,
    region: Option<StatedFact<Id>>,
    place: Option<StatedFact<Localised>>,
}

impl Facts for NewsFacts {
    const KIND: RecordKind = RecordKind::News;
    type Merged = MergedNewsFacts;

    fn common(&self) -> &CommonFacts {
        &self.common
    }

    fn state(files: &LanguageFiles<'_, Self>, found: &mut Vec<Diagnostic>) -> MergedNewsFacts {
        MergedNewsFacts {
            date: files.required("date", |facts| facts.date.as_ref(), found),
            region: files.fact("region", |facts| facts.region.as_ref(), found),
            place: files.fact("place", |facts| facts.place.as_ref(), found),
        }
    }
}

/// News, newest first, then by their addresses. Those without a date are noted, so that links to them are not reported
/// again.
pub(super) fn link(
    regions: &[Arc<RegionRecord>],
    merged: &[Arc<MergedWriteUp<NewsFacts>>],
    ids: &mut IdTables,
    found: &mut Vec<Diagnostic>,
) -> Vec<News> {
    let mut news = Vec::with_capacity(merged.len());
    for item in merged {
        found.extend_from_slice(&item.diagnostics);
        let Some((text, stated)) = &item.shown else {
            continue;
        };
        let Some(date) = &stated.date else {
            ids.note_broken(RecordKind::News, item.id().as_str());
            continue;
        };
        let mut resolver = Resolver {
            ids,
            regions,
            found,
        };
        let region = stated.region.as_ref();
        news.push(News {
            links: Links::default(),
            region: region.and_then(|id| resolver.resolve(&id.value, text.sample, || id.place())),
            date: date.value,
            date_in: date.source(),
            place: stated.place.as_ref().map(|place| place.value.clone()),
            text: text.clone(),
        });
    }
    news.sort_by(|a, b| (Reverse(a.date), &a.text.slug).cmp(&(Reverse(b.date), &b.text.slug)));
    news
}

/// News of regions that did not exist at the time.
pub(super) fn check(portal: &Portal, found: &mut Vec<Diagnostic>) {
    for (_, news) in portal.news.iter() {
        if let Some(region) = news.region {
            check_year(
                portal,
                region,
                news.date,
                || At::span(news.text.source(), 0..0),
                found,
            );
        }
    }
}

/// What the facts of a news item say in each language.
pub(super) fn texts(news: &News) -> RecordTexts<'_> {
    let mut texts = RecordTexts::write_up(&news.text, news.region);
    texts.add("place", &news.place);
    texts
}
