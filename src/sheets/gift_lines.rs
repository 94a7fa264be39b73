//! The lines of gifts and of new patrons, as they stand in the files of content.

use super::gift::{Gift, Giver, NewPatron};
use super::known::{Known, Where};
use super::outcome::Import;
use super::yaml::{Lines, as_text};
use crate::model::contribution::ContributionStatus;
use crate::model::patron::{Consent, PatronKind};

/// The list field of gifts.
pub(super) const GIFTS: &str = "contributions";

fn giver_id(giver: Giver, import: &Import, known: &Known<'_>) -> String {
    match giver {
        Giver::Known(patron) => known.portal.patrons[patron].record.id.to_string(),
        Giver::New(new) => import.patrons[new].id.to_string(),
    }
}

/// The field of who gave, in a project.
pub(super) fn give(lines: &mut Lines, gift: &Gift, import: &Import, known: &Known<'_>) {
    let givers = gift.givers.iter();
    let ids: Vec<String> = givers.map(|of| giver_id(*of, import, known)).collect();
    match ids.as_slice() {
        [one] => lines.id("patron", one),
        _ => {
            let ids: Vec<String> = ids.iter().map(|id| as_text(id)).collect();
            lines.word("patrons", format!("[{}]", ids.join(", ")));
        }
    }
}

pub(super) fn gift_lines(gift: &Gift, import: &Import, known: &Known<'_>) -> Lines {
    let portal = known.portal;
    let mut lines = Lines::default();
    lines.id("id", gift.id.as_str());
    match gift.place {
        Where::Project(_) => {
            give(&mut lines, gift, import, known);
        }
        Where::Outside {
            region,
            district,
            direction,
            object,
        } => {
            let region = &portal.regions[region];
            lines.id("region", region.record.id.as_str());
            if let Some(district) = district {
                lines.id("district", region.district(district).id.as_str());
            }
            lines.id("direction", portal.directions[direction].id.as_str());
            if let Some(object) = object {
                lines.id("object", portal.objects[object].record.id.as_str());
            }
            if let Some(purpose) = &gift.purpose {
                lines.localised("purpose", purpose);
            }
        }
    }
    if let Some(in_kind) = &gift.in_kind {
        lines.localised("in_kind", in_kind);
    }
    if let Some(amount) = gift.amount {
        lines.amount("amount", amount);
    }
    lines.word("date", gift.date);
    if gift.states_status {
        lines.word("status", stated(gift.status).word());
    }
    if let Some((title, url)) = &gift.source {
        let mut source = Lines::default();
        source.text("title", title);
        source.text("url", url);
        lines.inner("source", &source);
    }
    if let Some(note) = &gift.note {
        lines.localised("note", note);
    }
    lines
}

/// The status as it is written.
pub(super) fn stated(status: ContributionStatus) -> ContributionStatus {
    match status {
        // So a pledge counts in a project that was cancelled.
        ContributionStatus::Void => ContributionStatus::Pledged,
        status => status,
    }
}

pub(super) fn patron_lines(
    patron: &NewPatron,
    gifts: &[&Gift],
    import: &Import,
    known: &Known<'_>,
) -> Lines {
    let mut lines = Lines::default();
    lines.id("id", patron.id.as_str());
    lines.word("kind", patron.kind.word());
    lines.localised("name", &patron.name);
    lines.id(
        "region",
        known.portal.regions[patron.region].record.id.as_str(),
    );
    if patron.kind == PatronKind::Person || patron.consent == Consent::Anonymous {
        lines.word("consent", patron.consent.word());
    }
    let gifts: Vec<Lines> = gifts
        .iter()
        .map(|gift| gift_lines(gift, import, known))
        .collect();
    if !gifts.is_empty() {
        lines.list(GIFTS, &gifts);
    }
    lines
}
