//! Corrected gifts: what a row of a sheet has otherwise than the record that an import made of it before.
//!
//! Takes a gift and that record, gives the fields that change. What editors added to the record since stays there.

use super::field::Field;
use super::gift::{Gift, Giver};
use super::gift_lines::{give, stated};
use super::known::{Known, Where};
use super::outcome::Import;
use super::reason::Changes;
use super::texts::agree;
use super::yaml::Lines;
use crate::load::fix_it::in_threes;
use crate::model::contribution::SourceAddress;
use crate::model::index::{ContributionId, DistrictId};
use crate::model::kind::{DirectionId, ObjectKindId, RegionId};
use crate::model::lang::Localised;
use crate::model::money::Tenge;
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

/// Whether a corrected gift stands in another list than its record. What an editor brought into a project stays there, as long as the
/// sheet names no other.
pub(super) fn moves(gift: &Gift, of: ContributionId, known: &Known<'_>) -> bool {
    let record = &known.portal.contributions[of];
    match (gift.place, record.project) {
        (Where::Project(project), Some(other)) => project != other,
        (Where::Outside { .. }, None) => !is_by_the_same(gift, of, known),
        (Where::Project(_), None) => true,
        (Where::Outside { .. }, Some(_)) => false,
    }
}

/// What a corrected gift changes of its record. Where another giver, amount or date tells what was corrected in the row, all else that
/// differs is as editors wrote it since; and what the row says nothing of stays in any case.
pub(super) fn changes(gift: &Gift, of: ContributionId, known: &Known<'_>) -> Changes {
    let portal = known.portal;
    let record = &portal.contributions[of];
    let mut changes = Changes::default();
    if !is_by_the_same(gift, of, known) {
        let old = record.patrons.iter().map(|of| known.id_of(*of));
        let new = gift.givers.iter().filter_map(|of| match of {
            Giver::Known(patron) => Some(known.id_of(*patron)),
            Giver::New(_) => None,
        });
        let [old, new] = [old.collect::<Vec<_>>(), new.collect()].map(|ids| ids.join(", "));
        changes.written.push((Field::Patron, old, new));
    }
    if gift.amount.is_some() && gift.amount != record.amount {
        let told = |amount: Option<Tenge>| {
            amount.map_or_else(String::new, |of| in_threes(&of.0.to_string()))
        };
        let [old, new] = [record.amount, gift.amount].map(told);
        changes.written.push((Field::Amount, old, new));
    }
    if gift.date != record.date {
        let [old, new] = [record.date, gift.date].map(|date| date.to_string());
        changes.written.push((Field::Date, old, new));
    }
    let text = |of: Option<&Localised>| {
        let first = of.and_then(|of| of.iter().next());
        first.map_or_else(String::new, |(_, text)| text.to_owned())
    };
    // A gift has an amount or is in kind: without what the row says of it the record would be neither, or not the row's.
    let is_in_kind_now = gift.amount.is_none() && record.in_kind.is_none();
    if let Some(in_kind) = gift.in_kind.as_ref().filter(|_| is_in_kind_now) {
        let new = text(Some(in_kind));
        changes.written.push((Field::InKind, String::new(), new));
    }
    let is_explained = !changes.written.is_empty();
    let mut others = Vec::new();
    if gift.says_status && gift.status != record.status {
        let [old, new] = [record.status, gift.status].map(|of| stated(of).word().to_owned());
        others.push((Field::Status, old, new));
    }
    for (field, new, old) in [
        (Field::Purpose, &gift.purpose, &record.purpose),
        (Field::InKind, &gift.in_kind, &record.in_kind),
    ] {
        let is_said = new.is_some()
            && (field != Field::Purpose || record.project.is_none())
            && !changes.writes(field);
        if is_said && !agree(new.as_ref(), old.as_deref()) {
            others.push((field, text(old.as_deref()), text(new.as_ref())));
        }
    }
    let places = places_of(gift, of, known);
    // The district of another region is another, though it may have the same id.
    let is_elsewhere = places
        .iter()
        .any(|(field, old, new)| *field == Field::Region && old != new);
    let differing = places.into_iter().filter(|(field, old, new)| {
        new.is_some() && (new != old || *field == Field::District && is_elsewhere)
    });
    others.extend(
        differing
            .map(|(field, old, new)| (field, old.unwrap_or_default(), new.unwrap_or_default())),
    );
    match is_explained {
        true => changes.kept.extend(others.iter().map(|(field, ..)| *field)),
        false => changes.written.extend(others),
    }
    changes
}

/// Where a gift outside projects counts by its record and by its row: the ids of each field.
fn places_of(
    gift: &Gift,
    of: ContributionId,
    known: &Known<'_>,
) -> Vec<(Field, Option<String>, Option<String>)> {
    let portal = known.portal;
    let record = &portal.contributions[of];
    let Where::Outside {
        region,
        district,
        direction,
        object,
    } = gift.place
    else {
        return Vec::new();
    };
    if record.project.is_some() {
        return Vec::new();
    }
    let of_region = |region: RegionId| portal.regions[region].record.id.to_string();
    let of_district = |region: RegionId, of: Option<DistrictId>| {
        of.map(|of| portal.regions[region].district(of).id.to_string())
    };
    let of_direction = |of: DirectionId| portal.directions[of].id.to_string();
    let of_object = |of: ObjectKindId| portal.objects[of].record.id.to_string();
    vec![
        (
            Field::Region,
            Some(of_region(record.region)),
            Some(of_region(region)),
        ),
        (
            Field::District,
            of_district(record.region, record.district),
            of_district(region, district),
        ),
        (
            Field::Direction,
            Some(of_direction(record.direction)),
            Some(of_direction(direction)),
        ),
        (
            Field::Object,
            record.object.map(of_object),
            object.map(of_object),
        ),
    ]
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
    let changes = changes(gift, of, known);
    let mut gift = gift.clone();
    if !changes.writes(Field::Amount) {
        gift.amount = record.amount;
    }
    if !changes.writes(Field::Purpose) {
        gift.purpose = record.purpose.as_deref().cloned().or(gift.purpose);
    }
    if !changes.writes(Field::InKind) {
        gift.in_kind = record.in_kind.as_deref().cloned();
    }
    if !changes.writes(Field::Status) && gift.status != record.status {
        gift.status = record.status;
        gift.states_status = true;
    }
    if let (Where::Outside { .. }, None) = (gift.place, record.project) {
        gift.place = known.key_of(of).place;
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

/// The fields in which a corrected gift is written over its record, in the same list.
pub(super) fn differences(
    gift: &Gift,
    of: ContributionId,
    import: &Import,
    known: &Known<'_>,
) -> Vec<Change> {
    let record = &known.portal.contributions[of];
    let lines = |write: &dyn Fn(&mut Lines)| {
        let mut lines = Lines::default();
        write(&mut lines);
        Some(lines)
    };
    let mut written: Vec<Change> = Vec::new();
    // By its new mark the row is known again; what no import wrote has none.
    let annotation = record.annotation.as_ref();
    if annotation.is_some_and(|of| of.id.is_some()) {
        written.push(("id", lines(&|of| of.id("id", gift.id.as_str()))));
    }
    let text = |name: &'static str, text: Option<&Localised>| {
        (
            name,
            text.and_then(|text| lines(&|of| of.localised(name, text))),
        )
    };
    for (field, _, new) in changes(gift, of, known).written {
        let id = |name: &'static str| (name, lines(&|of| of.id(name, &new)));
        match field {
            Field::Patron => {
                let (one, several) = ("patron", "patrons");
                let (new, old) = match gift.givers.len() {
                    1 => (one, several),
                    _ => (several, one),
                };
                written.push((new, lines(&|of| give(of, gift, import, known))));
                written.push((old, None));
            }
            Field::Amount => {
                let amount = gift.amount;
                let new = amount.and_then(|amount| lines(&|of| of.amount("amount", amount)));
                written.push(("amount", new));
            }
            Field::Date => written.push(("date", lines(&|of| of.word("date", gift.date)))),
            Field::Status => {
                let status = stated(gift.status).word();
                let new = gift
                    .states_status
                    .then(|| lines(&|of| of.word("status", status)));
                written.push(("status", new.flatten()));
            }
            Field::Purpose => written.push(text("purpose", gift.purpose.as_ref())),
            Field::InKind => written.push(text("in_kind", gift.in_kind.as_ref())),
            Field::Region => {
                written.push(id("region"));
                // The district of another region is none of this one.
                written.push(("district", None));
            }
            Field::District => written.push(id("district")),
            Field::Direction => written.push(id("direction")),
            Field::Object => written.push(id("object")),
            Field::Kind
            | Field::Consent
            | Field::Home
            | Field::Project
            | Field::Source
            | Field::Link
            | Field::Note
            | Field::GiftId
            | Field::Number => {}
        }
    }
    written
}
