//! What prose asks for: every link, sum, picture and drawing in it leads to something that may be shown there.

use rayon::prelude::*;

use super::ids::IdTables;
use super::query::{AXES, BadQuery, KEYS, MapFigure, ask};
use crate::diagnostic::{At, Code, Diagnostic, MOST, nearest};
use crate::model::id::Id;
use crate::model::kind::{RecordKind, RecordRef};
use crate::model::portal::Portal;
use crate::model::prose::{Drawing, DrawingKind, Part, Portrait, Prose, Query, Target};
use crate::model::write_up::WriteUp;
use crate::source::SourceId;

/// The record of a kind with this id.
pub(crate) fn find(portal: &Portal, kind: RecordKind, id: &str) -> Option<RecordRef> {
    portal.find(kind, id)
}

/// Checks every text of the portal.
pub(crate) fn check(
    portal: &Portal,
    ids: &IdTables,
    exists: &(dyn Fn(&str) -> bool + Sync),
    found: &mut Vec<Diagnostic>,
) {
    let checked = |check: &dyn Fn(&mut Checker<'_>)| {
        let mut found = Vec::new();
        check(&mut Checker {
            portal,
            ids,
            exists,
            found: &mut found,
        });
        found
    };
    let regions = portal.regions.rows().par_iter();
    let regions = regions.map(|of| (&of.prose, of.record.sample));
    let patrons = portal.patrons.rows().par_iter();
    let patrons = patrons.map(|of| (&of.portrait, of.record.sample));
    found.par_extend(regions.chain(patrons).flat_map_iter(|(portrait, sample)| {
        checked(&|checker: &mut Checker<'_>| checker.portrait(portrait, sample))
    }));
    let projects = portal.projects.rows().par_iter().map(|of| &of.text);
    let news = portal.news.rows().par_iter().map(|of| &of.text);
    let pages = portal.pages.rows().par_iter().map(|of| &of.text);
    let texts = projects.chain(news).chain(pages);
    found.par_extend(
        texts.flat_map_iter(|text| checked(&|checker: &mut Checker<'_>| checker.write_up(text))),
    );
}

struct Checker<'a> {
    portal: &'a Portal,
    ids: &'a IdTables,
    exists: &'a (dyn Fn(&str) -> bool + Sync),
    found: &'a mut Vec<Diagnostic>,
}

/// The text whose parts are looked at.
struct Text<'a> {
    source: SourceId,
    folder: &'a str,
    sample: bool,
}

impl Checker<'_> {
    fn portrait(&mut self, portrait: &Portrait, sample: bool) {
        for text in portrait.iter().filter_map(|(_, text)| text.as_ref()) {
            let of = Text {
                source: text.origin.source,
                folder: &text.folder,
                sample,
            };
            self.prose(&text.prose, &of);
        }
    }

    /// Whether all that a write-up asks for is there, as far as that is seen without looking into its texts.
    fn is_sound(&self, text: &WriteUp) -> bool {
        let is_there = |(kind, id): &(RecordKind, Id)| {
            let id = id.as_str();
            let there = self.ids.find_record(*kind, id, text.sample);
            there.is_ok_and(|found| !self.is_anonymous(found))
        };
        let asks = &text.asks;
        !asks.for_more && text.image.is_none() && asks.records.iter().all(is_there)
    }

    fn is_anonymous(&self, found: RecordRef) -> bool {
        matches!(found, RecordRef::Patron(patron) if self.portal.patrons[patron].is_anonymous())
    }

    fn write_up(&mut self, text: &WriteUp) {
        if self.is_sound(text) {
            return;
        }
        for (_, version) in text.versions.iter() {
            let Some(version) = version else { continue };
            let of = Text {
                source: version.origin.source,
                folder: &text.folder,
                sample: text.sample,
            };
            self.prose(&version.prose, &of);
            if let (Some(file), Some(_)) = (&text.image, &version.image)
                && !(self.exists)(&format!("{}/{file}", text.folder))
            {
                let at = version.origin.field("image");
                self.found
                    .push(Diagnostic::new(Code::NoPicture, at).with("file", file));
            }
        }
    }

    fn prose(&mut self, prose: &Prose, text: &Text<'_>) {
        let before = self.found.len();
        for part in prose.asking() {
            if self.found.len() - before >= MOST {
                let at = At::span(text.source, 0..0);
                let more = Diagnostic::new(Code::TooManyMistakes, at);
                self.found.push(more.with("limit", MOST));
                break;
            }
            match part {
                Part::LinkStart(slot) => {
                    self.target(&slot.of, text, At::span(text.source, slot.range.clone()))
                }
                Part::Drawing(slot) => {
                    self.drawing(&slot.of, text, At::span(text.source, slot.range.clone()))
                }
                Part::Picture(slot)
                    if !(self.exists)(&format!("{}/{}", text.folder, slot.of.file)) =>
                {
                    let at = At::span(text.source, slot.range.clone());
                    self.found
                        .push(Diagnostic::new(Code::NoPicture, at).with("file", &slot.of.file));
                }
                _ => {}
            }
        }
    }

    fn target(&mut self, target: &Target, text: &Text<'_>, at: At) {
        match target {
            Target::Record { kind, id, anchor } => {
                self.record(*kind, id, anchor.as_deref(), text.sample, at)
            }
            Target::Total(query) => self.query(query, None, text, at),
            Target::Web(_) | Target::Site(_) | Target::Anchor(_) => {}
        }
    }

    fn record(&mut self, kind: RecordKind, id: &str, anchor: Option<&str>, sample: bool, at: At) {
        let found = &mut *self.found;
        let at_link = || at.clone();
        let there = self.ids.resolve_record(kind, id, sample, at_link, found);
        match there {
            Some(found) if self.is_anonymous(found) => {
                self.found
                    .push(Diagnostic::new(Code::LinkToAnonymous, at).with("id", id));
            }
            Some(found) => {
                let Some(anchor) = anchor else { return };
                let anchors: Vec<&str> = self
                    .portal
                    .prose_of(found)
                    .into_iter()
                    .flat_map(anchors)
                    .collect();
                if !anchors.contains(&anchor) {
                    let near = nearest(anchor, anchors);
                    self.found.push(
                        Diagnostic::new(Code::DeadAnchor, at)
                            .with("anchor", anchor)
                            .nearest(near),
                    );
                }
            }
            None => {}
        }
    }

    fn drawing(&mut self, drawing: &Drawing, text: &Text<'_>, at: At) {
        let asks_axis = drawing.query.0.iter().any(|(key, _)| key == "by");
        match drawing.kind {
            DrawingKind::Map => self.query(&drawing.query, Some("figure"), text, at),
            _ if !asks_axis => {
                let diagnostic = Diagnostic::new(Code::BadQuery, at)
                    .with("key", "by")
                    .with("reason", "missing");
                self.found.push(
                    diagnostic.nearest(AXES.iter().map(|(word, _)| (*word).to_owned()).collect()),
                );
            }
            _ => self.query(&drawing.query, Some("by"), text, at),
        }
    }

    /// `own` is the key that this kind of drawing has besides those of a sum.
    fn query(&mut self, query: &Query, own: Option<&'static str>, text: &Text<'_>, at: At) {
        let bad = |key: &str, reason: &str| {
            Diagnostic::new(Code::BadQuery, at.clone())
                .with("key", key)
                .with("reason", reason)
        };
        let is_known = |key: &str| KEYS.contains(&key) || own == Some(key);
        if let Some((key, _)) = query.0.iter().find(|(key, _)| !is_known(key)) {
            let near = nearest(key, KEYS.into_iter().chain(own));
            self.found.push(bad(key, "unknown-key").nearest(near));
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
                    self.found.push(
                        Diagnostic::new(Code::RealNamesSample, at)
                            .with("id", id)
                            .with("kind", "patron"),
                    );
                }
            }
            Err(BadQuery::Key(key)) => {
                let near = nearest(&key, KEYS.into_iter().chain(own));
                self.found.push(bad(&key, "unknown-key").nearest(near));
            }
            Err(BadQuery::DistrictWithoutRegion) => self
                .found
                .push(Diagnostic::new(Code::DistrictWithoutRegion, at)),
            Err(BadQuery::Anonymous(id)) => self
                .found
                .push(Diagnostic::new(Code::LinkToAnonymous, at).with("id", id)),
            Err(BadQuery::Value { key, value }) => {
                let near = self.known_values(key, &value);
                self.found.push(bad(&value, "unknown-value").nearest(near));
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

/// The ids of the headings of a text.
pub(crate) fn anchors(prose: &Prose) -> Vec<&str> {
    let html = prose.parts.iter().filter_map(|part| match part {
        Part::Html(html) => Some(html.as_str()),
        _ => None,
    });
    html.flat_map(|html| {
        html.split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split_once('"').map(|(id, _)| id))
    })
    .collect()
}
