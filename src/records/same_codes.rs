//! Codes of regions and districts, ISO and KATO: no two that are there at one time have the same.
//!
//! Takes the linked regions, gives an error for each code that stands before already.

use ahash::HashMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::kind::RegionId;
use crate::model::place::Place;
use crate::model::portal::Portal;
use crate::model::region::RegionRecord;

/// Reports the codes that two regions, two districts, or a region and a district have.
pub(super) fn check(portal: &Portal, found: &mut Vec<Diagnostic>) {
    let mut seen = Seen {
        portal,
        codes: HashMap::default(),
        found,
    };
    for (region, row) in portal.regions.iter() {
        let record = &row.record;
        let at = |field: &str| record.origin.field(field);
        seen.add(region, "iso", record.iso.as_deref(), || at("iso"));
        seen.add(region, "kato", record.kato.as_deref(), || at("kato"));
        for (item, district) in record.districts.iter().enumerate() {
            let at = || at("districts").at(item).at("kato");
            seen.add(region, "kato", district.kato.as_deref(), at);
        }
    }
}

/// Where each code stands, and in which region.
struct Seen<'a> {
    portal: &'a Portal,
    codes: HashMap<(&'static str, String), Vec<(RegionId, Place)>>,
    found: &'a mut Vec<Diagnostic>,
}

impl Seen<'_> {
    fn add(
        &mut self,
        region: RegionId,
        what: &'static str,
        code: Option<&str>,
        at: impl FnOnce() -> Place,
    ) {
        let Some(code) = code else {
            return;
        };
        let record = |id: RegionId| &*self.portal.regions[id].record;
        // “19 00 00000” is the code 190000000.
        let signs = code.chars().filter(|sign| sign.is_alphanumeric());
        let key = (what, signs.collect::<String>().to_uppercase());
        let (earlier, at) = (self.codes.entry(key).or_default(), at());
        let mut others = earlier.iter();
        let other = others.find(|(other, _)| may_meet(record(*other), record(region)));
        if let Some((_, first)) = other {
            let wrong = Diagnostic::new(Code::SameCode, at.clone()).with("code", code);
            self.found
                .push(wrong.with("what", what).also(first.clone()));
        }
        earlier.push((region, at));
    }
}

/// Whether both can have been there on one day: a former region may have left its code to another.
fn may_meet(a: &RegionRecord, b: &RegionRecord) -> bool {
    let ends_before = |a: &RegionRecord, b: &RegionRecord| {
        let ends = a.until.zip(b.since);
        ends.is_some_and(|(until, since)| until.earliest() < since.latest())
    };
    !ends_before(a, b) && !ends_before(b, a)
}
