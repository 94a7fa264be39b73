//! The localised texts of a record: what its editors wrote in each language, for the translation report.
//!
//! Knows nothing of which language lacks what, nor of how that is reported.

use crate::model::contribution::Contribution;
use crate::model::kind::RegionId;
use crate::model::lang::Localised;
use crate::model::place::Origin;
use crate::model::portrait::Portrait;
use crate::model::write_up::WriteUp;

/// What a record says in each language.
pub(crate) struct RecordTexts<'a> {
    pub of: TextsOf<'a>,
    /// The region that it belongs to.
    pub region: Option<RegionId>,
    /// The fields with a text in each language: `name`, `districts.2.name`.
    pub fields: Vec<(String, &'a Localised)>,
    /// The prose beside it.
    pub beside: Option<&'a Portrait>,
}

/// What is translated.
pub(crate) enum TextsOf<'a> {
    /// A record in a YAML file, and what it is called.
    Record {
        title: &'a Localised,
        origin: Origin,
    },
    /// A write-up, of which each language has a file.
    WriteUp(&'a WriteUp),
}

impl<'a> RecordTexts<'a> {
    pub(super) fn record(
        title: &'a Localised,
        region: Option<RegionId>,
        origin: Origin,
    ) -> RecordTexts<'a> {
        RecordTexts {
            of: TextsOf::Record { title, origin },
            region,
            fields: Vec::new(),
            beside: None,
        }
    }

    pub(super) fn write_up(text: &'a WriteUp, region: Option<RegionId>) -> RecordTexts<'a> {
        RecordTexts {
            of: TextsOf::WriteUp(text),
            region,
            fields: Vec::new(),
            beside: None,
        }
    }

    /// Adds a field, if it is there.
    pub(super) fn add(&mut self, field: impl Into<String>, text: impl Into<Option<&'a Localised>>) {
        let text = text.into();
        self.fields.extend(text.map(|text| (field.into(), text)));
    }

    pub(super) fn contributions(&mut self, contributions: impl Iterator<Item = &'a Contribution>) {
        for (number, contribution) in (1..).zip(contributions) {
            let field = |name: &str| format!("contributions.{number}.{name}");
            self.add(field("in_kind"), contribution.in_kind.as_deref());
            self.add(field("purpose"), contribution.purpose.as_deref());
            if let Some(annotation) = &contribution.annotation {
                let source = annotation.source.as_ref();
                self.add(field("source.title"), source.map(|source| &source.title));
                self.add(field("note"), &annotation.note);
            }
        }
    }
}
