//! What prose asks for: every link, sum, picture and drawing in it leads to something that may be shown there.

use rayon::prelude::*;

use super::IdTables;
use super::query::{AXES, BadQuery, KEYS, ask, resolve};
use crate::diagnostic::{At, Code, Diagnostic, MOST, nearest};
use crate::model::id::Id;
use crate::model::links::{Links, MapFigure, OutgoingRefs, RecordRef};
use crate::model::portal::Portal;
use crate::model::prose::{Drawing, DrawingKind, Part, Portrait, Prose, Query, RecordKind, Target};
use crate::model::table::{Table, TableIndex};
use crate::model::write_up::WriteUp;
use crate::source::SourceId;

/// Finds what every text of the portal refers to, leaves it there, and checks it.
pub(super) fn resolve_links(
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
    let regions = resolver.all(&portal.regions, |resolver, of, found| {
        resolver.portrait(&of.prose, of.record.sample, found)
    });
    let patrons = resolver.all(&portal.patrons, |resolver, of, found| {
        resolver.portrait(&of.portrait, of.record.sample, found)
    });
    let projects = resolver.all(&portal.projects, |resolver, of, found| {
        resolver.write_up(&of.text, found)
    });
    let news = resolver.all(&portal.news, |resolver, of, found| {
        resolver.write_up(&of.text, found)
    });
    let pages = resolver.all(&portal.pages, |resolver, of, found| {
        resolver.write_up(&of.text, found)
    });
    leave(
        &mut portal.regions,
        regions,
        |of| &mut of.prose.links,
        found,
    );
    leave(
        &mut portal.patrons,
        patrons,
        |of| &mut of.portrait.links,
        found,
    );
    leave(&mut portal.projects, projects, |of| &mut of.links, found);
    leave(&mut portal.news, news, |of| &mut of.links, found);
    leave(&mut portal.pages, pages, |of| &mut of.links, found);
}

/// What was found for each row of a table, and what is wrong.
type OfRows = Vec<(Links, Vec<Diagnostic>)>;

fn leave<I: TableIndex, T>(
    table: &mut Table<I, T>,
    of_rows: OfRows,
    links_of: impl Fn(&mut T) -> &mut Links,
    found: &mut Vec<Diagnostic>,
) {
    for (row, (links, wrong)) in table.rows_mut().zip(of_rows) {
        *links_of(row) = links;
        found.extend(wrong);
    }
}

/// Looks a record up among those of its kind.
macro_rules! of_kind {
    ($id_tables:expr, $kind:expr, |$ids:ident| $look_up:expr) => {{
        let id_tables = $id_tables;
        macro_rules! among {
            ($all:expr, $found:ident) => {{
                let $ids = &$all;
                $look_up.map(RecordRef::$found)
            }};
        }
        match $kind {
            RecordKind::Project => among!(id_tables.projects, Project),
            RecordKind::Patron => among!(id_tables.record_ids.patrons, Patron),
            RecordKind::Region => among!(id_tables.record_ids.regions, Region),
            RecordKind::Direction => among!(id_tables.record_ids.directions, Direction),
            RecordKind::Object => among!(id_tables.record_ids.objects, Object),
            RecordKind::Award => among!(id_tables.record_ids.awards, Award),
            RecordKind::News => among!(id_tables.news, News),
            RecordKind::Page => among!(id_tables.pages, Page),
        }
    }};
}

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
    /// Does the same for all rows of a table, on all threads.
    fn all<I: TableIndex, T: Sync>(
        &self,
        table: &Table<I, T>,
        link: impl Fn(&LinkResolver<'_>, &T, &mut Vec<Diagnostic>) -> Links + Sync,
    ) -> OfRows {
        let rows = table.rows().par_iter();
        rows.map(|row| {
            let mut found = Vec::new();
            (link(self, row, &mut found), found)
        })
        .collect()
    }

    /// What the references of a record's texts lead to.
    fn links(&self, refs: &OutgoingRefs, sample: bool) -> Links {
        let record = |(kind, id): &(RecordKind, Id)| {
            let id = id.as_str();
            let there = of_kind!(self.ids, *kind, |ids| ids.find(id, sample).ok());
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
        let is_plain = !refs.for_more && refs.queries.is_empty() && text.image.is_none();
        // All that it refers to is there, as is seen without looking into its texts.
        if is_plain && links.records.iter().all(Option::is_some) {
            return links;
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
        }
        links
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
        let there = of_kind!(self.ids, kind, |ids| ids
            .resolve(id, sample, at_link, found));
        match there {
            Some(record) if self.is_anonymous(record) => {
                found.push(Diagnostic::new(Code::LinkToAnonymous, at).with("id", id));
            }
            Some(record) => {
                let Some(anchor) = anchor else { return };
                let texts = prose_of(self.portal, record).into_iter();
                let anchors: Vec<&str> = texts
                    .flat_map(|prose| prose.ids.iter().map(String::as_str))
                    .collect();
                if !anchors.contains(&anchor) {
                    let near = nearest(anchor, anchors);
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
        let is_known = |key: &str| KEYS.contains(&key) || own == Some(key);
        if let Some((key, _)) = query.0.iter().find(|(key, _)| !is_known(key)) {
            let near = nearest(key, KEYS.into_iter().chain(own));
            found.push(bad(key, "unknown-key").nearest(near));
            return;
        }
        match ask(self.portal, query) {
            Ok(asked) => {
                let sample = asked
                    .filter
                    .patron
                    .filter(|&patron| self.portal.patrons[patron].record.sample);
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
                let near = nearest(&key, KEYS.into_iter().chain(own));
                found.push(bad(&key, "unknown-key").nearest(near));
            }
            Err(BadQuery::DistrictWithoutRegion) => {
                found.push(Diagnostic::new(Code::DistrictWithoutRegion, at))
            }
            Err(BadQuery::Anonymous(id)) => {
                found.push(Diagnostic::new(Code::LinkToAnonymous, at).with("id", id))
            }
            Err(BadQuery::Value { key, value }) => {
                let near = self.known_values(key, &value);
                found.push(bad(&value, "unknown-value").nearest(near));
            }
        }
    }

    fn known_values(&self, key: &str, value: &str) -> Vec<String> {
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
            "axis" => return nearest(value, AXES.iter().map(|(word, _)| *word)),
            "figure" => return nearest(value, MapFigure::ALL.map(MapFigure::word)),
            _ => Vec::new(),
        };
        nearest(value, ids.into_iter().map(Id::as_str))
    }
}

/// All texts of a record.
fn prose_of(portal: &Portal, found: RecordRef) -> Vec<&Prose> {
    fn of_text(text: &WriteUp) -> Vec<&Prose> {
        text.iter().map(|(_, version)| &version.prose).collect()
    }
    fn of_portrait(portrait: &Portrait) -> Vec<&Prose> {
        portrait.iter().map(|(_, text)| &text.prose).collect()
    }
    match found {
        RecordRef::Project(project) => of_text(&portal.projects[project].text),
        RecordRef::News(news) => of_text(&portal.news[news].text),
        RecordRef::Page(page) => of_text(&portal.pages[page].text),
        RecordRef::Region(region) => of_portrait(&portal.regions[region].prose),
        RecordRef::Patron(patron) => of_portrait(&portal.patrons[patron].portrait),
        RecordRef::Direction(_) | RecordRef::Object(_) | RecordRef::Award(_) => Vec::new(),
    }
}
