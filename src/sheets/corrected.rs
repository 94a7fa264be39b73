//! Corrected gifts: what a row of a sheet has otherwise than the record that an import made of it before.
//!
//! Takes a gift and that record, gives the fields that change. What editors added to the record since stays there.

use super::gift::{Gift, Giver};
use super::gift_lines::{give, stated};
use super::known::{Known, Where};
use super::outcome::Import;
use super::same::agree;
use super::yaml::Lines;
use crate::model::contribution::SourceAddress;
use crate::model::index::ContributionId;
use crate::model::place::Place;

/// A field, and its new lines; none if it goes.
pub(super) type Change = (&'static str, Option<Lines>);

/// The record in which a gift stands, and its number in the list there.
pub(super) fn list_of(gift: ContributionId, known: &Known<'_>) -> Option<(Place, usize)> {
    let record = &known.portal.contributions[gift];
    let place = match record.project {
        Some(project) => {
            let project = &known.portal.projects[project];
            let source = project.stated_in.contributions;
            Place::document(source.unwrap_or(project.text.source()))
        }
        None => {
            let patron = record.patrons.first()?;
            known.portal.patrons[*patron].record.origin.place()
        }
    };
    Some((place, record.item as usize))
}

/// Whether a corrected gift stands in another list than its record.
pub(super) fn moves(gift: &Gift, of: ContributionId, known: &Known<'_>) -> bool {
    let record = &known.portal.contributions[of];
    match (gift.place, record.project) {
        (Where::Project(project), Some(other)) => project != other,
        (Where::Outside { .. }, None) => !is_by_the_same(gift, of, known),
        (Where::Project(_), None) | (Where::Outside { .. }, Some(_)) => true,
    }
}

fn is_by_the_same(gift: &Gift, of: ContributionId, known: &Known<'_>) -> bool {
    let record = &known.portal.contributions[of];
    let mut givers = record.patrons.iter();
    gift.givers.len() == record.patrons.len()
        && givers.all(|patron| gift.givers.contains(&Giver::Known(*patron)))
}

/// A gift with what its record says besides.
pub(super) fn kept(gift: &Gift, of: ContributionId, known: &Known<'_>) -> Gift {
    let record = &known.portal.contributions[of];
    let mut gift = gift.clone();
    for (text, on_record) in [
        (&mut gift.purpose, &record.purpose),
        (&mut gift.in_kind, &record.in_kind),
    ] {
        if agree(text.as_ref(), on_record.as_deref()) {
            *text = on_record.as_deref().cloned();
        }
    }
    if let Some(annotation) = &record.annotation {
        gift.note = gift.note.or_else(|| annotation.note.clone());
        gift.source = gift.source.or_else(|| {
            let source = annotation.source.as_ref()?;
            let (_, title) = source.title.iter().next()?;
            match &source.at {
                SourceAddress::Web(url) => Some((title.to_owned(), url.clone())),
                SourceAddress::File(_) => None,
            }
        });
    }
    gift
}

/// The fields in which a gift differs from its record, in the same list.
pub(super) fn differences(
    gift: &Gift,
    of: ContributionId,
    import: &Import,
    known: &Known<'_>,
) -> Vec<Change> {
    let portal = known.portal;
    let record = &portal.contributions[of];
    let lines = |write: &dyn Fn(&mut Lines)| {
        let mut lines = Lines::default();
        write(&mut lines);
        Some(lines)
    };
    let mut changes: Vec<Change> = Vec::new();
    // By its new mark the row is known again; what no import wrote has none.
    let annotation = record.annotation.as_ref();
    if annotation.is_some_and(|of| of.id.is_some()) {
        changes.push(("id", lines(&|of| of.id("id", gift.id.as_str()))));
    }
    if !is_by_the_same(gift, of, known) {
        let (one, several) = ("patron", "patrons");
        let (new, old) = match gift.givers.len() {
            1 => (one, several),
            _ => (several, one),
        };
        changes.push((new, lines(&|of| give(of, gift, import, known))));
        changes.push((old, None));
    }
    if gift.amount != record.amount {
        let amount = gift.amount;
        let new = amount.and_then(|amount| lines(&|of| of.amount("amount", amount)));
        changes.push(("amount", new));
    }
    if gift.date != record.date {
        changes.push(("date", lines(&|of| of.word("date", gift.date))));
    }
    if gift.status != record.status {
        let status = stated(gift.status).word();
        let new = gift
            .states_status
            .then(|| lines(&|of| of.word("status", status)));
        changes.push(("status", new.flatten()));
    }
    for (name, new, old) in [
        ("purpose", &gift.purpose, &record.purpose),
        ("in_kind", &gift.in_kind, &record.in_kind),
    ] {
        if !agree(new.as_ref(), old.as_deref()) && (name != "purpose" || record.project.is_none()) {
            let new = new.as_ref();
            changes.push((
                name,
                new.and_then(|text| lines(&|of| of.localised(name, text))),
            ));
        }
    }
    if let Where::Outside {
        region,
        district,
        direction,
        object,
    } = gift.place
    {
        let of_region = &portal.regions[region];
        let id = |id: &crate::model::id::Id| id.to_string();
        let district = district.map(|of| id(&of_region.district(of).id));
        let old_region = &portal.regions[record.region];
        let old_district = record.district.map(|of| id(&old_region.district(of).id));
        let kind = |of| id(&portal.objects[of].record.id);
        for (name, new, old) in [
            (
                "region",
                Some(id(&of_region.record.id)),
                Some(id(&old_region.record.id)),
            ),
            ("district", district, old_district),
            (
                "direction",
                Some(id(&portal.directions[direction].id)),
                Some(id(&portal.directions[record.direction].id)),
            ),
            ("object", object.map(kind), record.object.map(kind)),
        ] {
            if new != old {
                changes.push((name, new.and_then(|new| lines(&|of| of.id(name, &new)))));
            }
        }
    }
    changes
}
