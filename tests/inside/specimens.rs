//! Plain records: each says as little as a record can, and a test says over it what it is about.

use tagzym::model::figure::{FigureRecord, FigureSource, Measure, Precision};
use tagzym::model::id::Id;
use tagzym::model::lang::Localised;
use tagzym::model::patron::{Consent, PatronKind, PatronRecord};
use tagzym::model::place::Origin;
use tagzym::source::SourceId;

/// Where no file is.
pub(crate) const ORIGIN: Origin = Origin {
    source: SourceId(0),
    item: None,
};

/// A person of the region `north` who may be named, without a name.
pub(crate) fn patron_record(id: &str) -> PatronRecord {
    PatronRecord {
        id: Id::parse(id).unwrap(),
        kind: PatronKind::Person,
        name: Localised::default(),
        former_names: Vec::new(),
        region: Id::parse("north").unwrap(),
        since: None,
        consent: Consent::Public,
        site: None,
        members: None,
        contributions: Vec::new(),
        aliases: Vec::new(),
        sample: false,
        origin: ORIGIN,
    }
}

/// Support of the whole country at any time, of which no number is known.
pub(crate) fn figure_record() -> FigureRecord {
    FigureRecord {
        id: Id::parse("figure").unwrap(),
        region: None,
        district: None,
        period: None,
        measure: Measure::Support,
        amount: None,
        precision: Precision::Exact,
        patrons: None,
        projects: None,
        objects: None,
        part_of: None,
        breakdown: Vec::new(),
        note: None,
        source: FigureSource {
            title: Localised::default(),
            url: "https://example.org/".to_owned(),
            date: None,
        },
        sample: false,
        origin: ORIGIN,
    }
}
