//! Link resolution: what every link, sum, picture and drawing in prose refers to; dangling references are reported.
//!
//! Takes the portal, the id tables and which files are there; leaves with each record what its texts refer to, and
//! gives what is wrong. Knows nothing of addresses.

use rayon::prelude::*;

use super::ids::{IdTables, Miss};
use super::query::{AXES, BadQuery, KEYS, ask, resolve};
use crate::diagnostic::{At, Code, Diagnostic, MOST, nearest, nearest_anchor};
use crate::model::filter::Filter;
use crate::model::id::Id;
use crate::model::kind::{PatronId, RecordKind, RecordRef};
use crate::model::links::{Links, MapFigure, OutgoingRefs, Resolved};
use crate::model::place::Place;
use crate::model::portal::Portal;
use crate::model::portrait::Portrait;
use crate::model::prose::{Drawing, DrawingKind, Part, Prose, Query, Target};
use crate::model::row::{Row, RowText};
use crate::model::write_up::WriteUp;
use crate::source::SourceId;

/// So many values are told where any of them could be meant.
const FEW: usize = 12;

/// Finds what every text of the portal refers to, leaves it there, and checks it.
pub(crate) fn resolve_links(
    portal: &mut Portal,
    ids: &IdTables,
    exists: &(dyn Fn(&str) -> bool + Sync),
    found: &mut Vec<Diagnostic>,
) {
    let resolver = LinkResolver {
        portal,
        ids,
        exists,
    };
    let resolved = RecordKind::linked().map(|kind| (kind, resolver.rows(kind)));
    let resolved: Vec<(RecordKind, Vec<OfRow>)> = resolved.collect();
    for (kind, of_rows) in resolved {
        for (row, (links, wrong)) in portal.table_mut(kind).any_rows_mut().zip(of_rows) {
            if let Some(place) = row.links_mut() {
                *place = links;
            }
            found.extend(wrong);
        }
    }
}

/// What the texts of a record refer to, and what is wrong with them.
type OfRow = (Links, Vec<Diagnostic>);

/// What links are resolved with.
struct LinkResolver<'a> {
    portal: &'a Portal,
    ids: &'a IdTables,
    exists: &'a (dyn Fn(&str) -> bool + Sync),
}

/// The text whose parts are looked at.
struct Text<'a> {
    source: SourceId,
    folder: &'a str,
    sample: bool,
}

impl LinkResolver<'_> {
    /// Resolves the texts of all records of a kind, on all threads.
    fn rows(&self, kind: RecordKind) -> Vec<OfRow> {
        let rows: Vec<&dyn Row> = self.portal.table(kind).any_rows().collect();
        let resolved = rows.par_iter().map(|row| {
            let mut found = Vec::new();
            let links = match row.text() {
                RowText::Nothing => Links::default(),
                RowText::Portrait(text) => self.portrait(text, row.is_sample(), &mut found),
                RowText::WriteUp(text, _) => self.write_up(text, &mut found),
            };
            (links, found)
        });
        resolved.collect()
    }

    /// What the references of a record's texts lead to.
    fn links(&self, refs: &OutgoingRefs, sample: bool) -> Links {
        let record = |(kind, id): &(RecordKind, Id)| {
            let id = id.as_str();
            let there = self.ids.find_record(*kind, id, sample).ok();
            there.filter(|found| !self.is_anonymous(*found))
        };
        let queries = refs.queries.iter();
        Links {
            records: refs.records.iter().map(record).collect(),
            queries: queries.map(|asking| resolve(self.portal, asking)).collect(),
        }
    }

    fn portrait(&self, portrait: &Portrait, sample: bool, found: &mut Vec<Diagnostic>) -> Links {
        for (_, text) in portrait.iter() {
            let of = Text {
                source: text.origin.source,
                folder: &text.folder,
                sample,
            };
            self.check(&text.prose, &of, found);
        }
        self.links(&portrait.refs, sample)
    }

    fn write_up(&self, text: &WriteUp, found: &mut Vec<Diagnostic>) -> Links {
        let refs = &text.refs;
        let links = self.links(refs, text.sample);
        let is_plain = !refs.for_more && text.image.is_none() && text.images.is_empty();
        // The fast path: all that it refers to is there, as is seen without looking into its texts.
        if is_plain
            && links.records.iter().all(Option::is_some)
            && links
                .queries
                .iter()
                .all(|of| self.is_sound(of, text.sample))
        {
            return links;
        }
        if let Some(stated_in) = text.images_in {
            let missing = text.images.iter().enumerate().filter(|(_, image)| {
                let path = format!("{}/{}", text.folder, image.file);
                !(self.exists)(&path)
            });
            found.extend(missing.map(|(nth, image)| {
                let at = Place::document(stated_in).at("images").at(nth).at("file");
                Diagnostic::new(Code::NoPicture, at).with("file", &image.file)
            }));
        }
        for (_, version) in text.iter() {
            let of = Text {
                source: version.origin.source,
                folder: &text.folder,
                sample: text.sample,
            };
            self.check(&version.prose, &of, found);
            if let (Some(file), Some(_)) = (&text.image, &version.image)
                && !(self.exists)(&format!("{}/{file}", text.folder))
            {
                let at = version.origin.field("image");
                found.push(Diagnostic::new(Code::NoPicture, at).with("file", file));
            }
            // Where the file names the picture itself, its reader has told it.
            if let (Some(file), None) = (&text.image, &version.image) {
                let at = version.origin.field("title").on_key();
                let untold = Diagnostic::new(Code::NoAlt, at).with("file", file);
                found.push(untold.with("of", "cover"));
            }
        }
        links
    }

    /// Whether nothing is wrong with what a sum or a drawing in a text asks for.
    fn is_sound(&self, asked: &Resolved, in_sample: bool) -> bool {
        let filter = match asked {
            Resolved::Total(filter) => filter,
            Resolved::Drawing(drawn) => &drawn.filter,
            Resolved::Record(_) | Resolved::Itself | Resolved::Dangling => return false,
        };
        in_sample || self.sample_asked(filter).is_none()
    }

    /// The sample patron whose sum is asked for.
    fn sample_asked(&self, filter: &Filter) -> Option<PatronId> {
        let is_sample = |patron: &PatronId| self.portal.patrons[*patron].record.sample;
        filter.patron.filter(is_sample)
    }

    fn is_anonymous(&self, found: RecordRef) -> bool {
        matches!(found, RecordRef::Patron(patron) if self.portal.patrons[patron].is_anonymous())
    }

    /// Reports every reference of a text that leads nowhere.
    fn check(&self, prose: &Prose, text: &Text<'_>, found: &mut Vec<Diagnostic>) {
        let before = found.len();
        for part in prose.references() {
            if found.len() - before >= MOST {
                let at = At::span(text.source, 0..0);
                let more = Diagnostic::new(Code::TooManyMistakes, at);
                found.push(more.with("limit", MOST));
                break;
            }
            match part {
                Part::LinkStart(slot) => self.target(
                    &slot.of,
                    text,
                    At::span(text.source, slot.range.clone()),
                    found,
                ),
                Part::Drawing(slot) => self.drawing(
                    &slot.of,
                    text,
                    At::span(text.source, slot.range.clone()),
                    found,
                ),
                Part::Picture(slot)
                    if !(self.exists)(&format!("{}/{}", text.folder, slot.of.file)) =>
                {
                    let at = At::span(text.source, slot.range.clone());
                    found.push(Diagnostic::new(Code::NoPicture, at).with("file", &slot.of.file));
                }
                _ => {}
            }
        }
    }

    fn target(&self, target: &Target, text: &Text<'_>, at: At, found: &mut Vec<Diagnostic>) {
        match target {
            Target::Record { kind, id, anchor } => {
                self.record((*kind, id, anchor.as_deref()), text.sample, at, found)
            }
            Target::Total(query) => self.query(query, None, text, at, found),
            Target::Web(_) | Target::Site(_) | Target::Anchor(_) => {}
        }
    }

    fn record(
        &self,
        (kind, id, anchor): (RecordKind, &str, Option<&str>),
        sample: bool,
        at: At,
        found: &mut Vec<Diagnostic>,
    ) {
        let at_link = || at.clone();
        let there = self.ids.resolve_record(kind, id, sample, at_link, found);
        match there {
            Some(record) if self.is_anonymous(record) => {
                found.push(Diagnostic::new(Code::LinkToAnonymous, at).with("id", id));
            }
            Some(record) => {
                let Some(anchor) = anchor else { return };
                let is_of_page = self.portal.site.frame.ids.reach(anchor);
                let texts = self.portal.prose_of(record);
                let anchors: Vec<&str> = texts
                    .into_iter()
                    .flat_map(|prose| prose.ids.iter().map(String::as_str))
                    .collect();
                if !is_of_page && !anchors.contains(&anchor) {
                    let of_pages = self.portal.site.frame.ids.whole();
                    let near = nearest_anchor(anchor, anchors.into_iter().chain(of_pages));
                    found.push(
                        Diagnostic::new(Code::DeadAnchor, at)
                            .with("anchor", anchor)
                            .nearest(near),
                    );
                }
            }
            None => {}
        }
    }

    fn drawing(&self, drawing: &Drawing, text: &Text<'_>, at: At, found: &mut Vec<Diagnostic>) {
        let asks_axis = drawing.query.0.iter().any(|(key, _)| key == "by");
        match drawing.kind {
            DrawingKind::Map => self.query(&drawing.query, Some("figure"), text, at, found),
            _ if !asks_axis => {
                let diagnostic = Diagnostic::new(Code::BadQuery, at)
                    .with("key", "by")
                    .with("reason", "missing");
                found.push(
                    diagnostic.nearest(AXES.iter().map(|(word, _)| (*word).to_owned()).collect()),
                );
            }
            _ => self.query(&drawing.query, Some("by"), text, at, found),
        }
    }

    /// `own` is the key that this kind of drawing has besides those of a sum.
    fn query(
        &self,
        query: &Query,
        own: Option<&'static str>,
        text: &Text<'_>,
        at: At,
        found: &mut Vec<Diagnostic>,
    ) {
        let bad = |key: &str, reason: &str| {
            Diagnostic::new(Code::BadQuery, at.clone())
                .with("key", key)
                .with("reason", reason)
        };
        let unknown_key = |key: &str| {
            let known: Vec<&str> = KEYS.into_iter().chain(own).collect();
            let near = nearest(key, known.iter().copied());
            let unknown = bad(key, "unknown-key");
            match near.is_empty() {
                true => unknown.with("known", known.join(", ")),
                false => unknown.nearest(near),
            }
        };
        let is_known = |key: &str| KEYS.contains(&key) || own == Some(key);
        if let Some((key, _)) = query.0.iter().find(|(key, _)| !is_known(key)) {
            found.push(unknown_key(key));
            return;
        }
        match ask(self.portal, query) {
            Ok(asked) => {
                let sample = self.sample_asked(&asked.filter);
                if let Some(patron) = sample.filter(|_| !text.sample) {
                    let id = &self.portal.patrons[patron].record.id;
                    found.push(
                        Diagnostic::new(Code::RealNamesSample, at)
                            .with("id", id)
                            .with("kind", "patron"),
                    );
                }
            }
            Err(BadQuery::Key(key)) => {
                found.push(unknown_key(&key));
            }
            Err(BadQuery::Twice(key)) => found.push(bad(&key, "twice")),
            Err(BadQuery::DistrictWithoutRegion) => {
                found.push(Diagnostic::new(Code::DistrictWithoutRegion, at))
            }
            Err(BadQuery::Anonymous(id)) => {
                found.push(Diagnostic::new(Code::LinkToAnonymous, at).with("id", id))
            }
            Err(BadQuery::Value { key, value }) if self.is_broken(key, &value) => {}
            Err(BadQuery::Value { value, .. }) if value.contains([',', ';', '|']) => {
                found.push(bad(&value, "several"));
            }
            Err(BadQuery::Value { key, value }) => {
                let known = self.known_values(key, query);
                let near = nearest(&value, known.iter().copied());
                let reason = if key == "year" {
                    "year"
                } else {
                    "unknown-value"
                };
                let unknown = bad(&value, reason);
                found.push(match kind_of(key) {
                    Some(kind) => unknown.with("kind", kind.word()).nearest(near),
                    None if near.is_empty() && (1..=FEW).contains(&known.len()) => {
                        unknown.with("known", known.join(", "))
                    }
                    None => unknown.nearest(near),
                });
            }
        }
    }

    /// Whether the record that a value names could not be read, which was reported.
    fn is_broken(&self, key: &str, value: &str) -> bool {
        let Some(kind) = kind_of(key) else {
            return false;
        };
        matches!(self.ids.find_record(kind, value, true), Err(Miss::Broken))
    }

    /// The values that a key of a query can have.
    fn known_values(&self, key: &str, query: &Query) -> Vec<&str> {
        let portal = self.portal;
        let ids: Vec<&Id> = match key {
            "region" => portal.regions.ids().collect(),
            "direction" => portal.directions.ids().collect(),
            "object" => portal.objects.ids().collect(),
            "patron" => {
                let shown = portal
                    .patrons
                    .iter()
                    .filter(|(_, patron)| !patron.is_anonymous());
                shown.map(|(_, patron)| &patron.record.id).collect()
            }
            "district" => {
                let of = query.0.iter().find(|(key, _)| key == "region");
                let region = of.and_then(|(_, region)| portal.regions.find(region));
                let of = region.into_iter();
                of.flat_map(|region| &portal.regions[region].record.districts)
                    .map(|district| &district.id)
                    .collect()
            }
            "axis" => return AXES.iter().map(|(word, _)| *word).collect(),
            "figure" => return MapFigure::ALL.map(MapFigure::word).to_vec(),
            _ => Vec::new(),
        };
        ids.into_iter().map(Id::as_str).collect()
    }
}

/// The kind of record that the value of a key of a query names.
fn kind_of(key: &str) -> Option<RecordKind> {
    match key {
        "region" => Some(RecordKind::Region),
        "direction" => Some(RecordKind::Direction),
        "object" => Some(RecordKind::Object),
        "patron" => Some(RecordKind::Patron),
        _ => None,
    }
}
