//! The same gift twice: on record already, or in two rows of a sheet.

use std::collections::HashMap;

use super::gift::{Gift, Giver};
use super::known::{GiftKey, Known, Where};
use super::reason::{Reason, Remark};
use crate::model::index::ContributionId;
use crate::model::kind::PatronId;
use crate::model::lang::Localised;

/// The gifts of rows so far.
#[derive(Default)]
pub(super) struct SeenGifts {
    /// Gifts on record that a row was found to be, with that row.
    taken: HashMap<ContributionId, u32>,
    rows: HashMap<GiftKey<Giver>, Vec<(Option<Localised>, u32)>>,
}

/// What a gift is beside those that are known.
pub(super) enum Same {
    New,
    /// It is on record.
    Known,
    /// It may be one that is on record, or that another row holds.
    Asked(Remark),
}

impl SeenGifts {
    /// Compares a row with the gifts that have its id, whatever can be read of it. `stated`: the id that the sheet itself gives.
    pub(super) fn by_id(
        &mut self,
        row: u32,
        id: &str,
        gift: Option<&Gift>,
        stated: Option<&str>,
        known: &Known<'_>,
    ) -> Option<Same> {
        if let Some(stated) = stated
            && let Some(found) = known.gift_of(stated)
        {
            let is_same = gift.is_some_and(|gift| {
                of_known(&gift.key()).as_ref() == Some(&known.key_of(found))
                    && says_the_same(gift, found, known)
            });
            self.taken.insert(found, row);
            return Some(match is_same {
                true => Same::Known,
                false => Same::Asked(Remark::of(Reason::Changed, stated)),
            });
        }
        // A row that was brought in: whatever editors made of the gift since, it is that one.
        let found = known.gift_of(id)?;
        self.taken.insert(found, row);
        Some(Same::Known)
    }

    /// Compares a gift, whose givers are all patrons, with those on record and those of rows before.
    pub(super) fn same(&mut self, gift: &Gift, row: u32, known: &Known<'_>) -> Same {
        let key = gift.key();
        let on_record = of_known(&key);
        let alike = on_record.as_ref().map_or(&[][..], |key| known.gifts(key));
        let same = alike.iter().filter(|of| says_the_same(gift, **of, known));
        let mut first = None;
        for &found in same {
            match self.taken.get(&found) {
                Some(row) => first = first.or(Some(*row)),
                None => {
                    self.taken.insert(found, row);
                    return Same::Known;
                }
            }
        }
        if let Some(first) = first {
            return Same::Asked(Remark::of(Reason::Repeated, first.to_string()));
        }
        let rows = self.rows.entry(key).or_default();
        let same_row = rows.iter().find(|(purpose, _)| *purpose == gift.purpose);
        let same_row = same_row.map(|(_, row)| *row);
        rows.push((gift.purpose.clone(), row));
        if let Some(first) = same_row {
            return Same::Asked(Remark::of(Reason::Repeated, first.to_string()));
        }
        match alike.is_empty() {
            true => Same::New,
            false => Same::Asked(Remark::new(Reason::PerhapsKnown)),
        }
    }
}

/// The key of a gift whose givers are all on record.
fn of_known(key: &GiftKey<Giver>) -> Option<GiftKey<PatronId>> {
    let givers: Option<Vec<PatronId>> = key
        .givers
        .iter()
        .map(|giver| match giver {
            Giver::Known(patron) => Some(*patron),
            Giver::New(_) => None,
        })
        .collect();
    Some(GiftKey {
        givers: givers?,
        amount: key.amount,
        date: key.date,
        status: key.status,
        place: key.place,
    })
}

/// Whether the words of a gift are those of one on record, in a language that both have.
fn says_the_same(gift: &Gift, found: ContributionId, known: &Known<'_>) -> bool {
    let record = &known.portal.contributions[found];
    let in_kind = agree(gift.in_kind.as_ref(), record.in_kind.as_deref());
    let purpose = match gift.place {
        Where::Project(_) => true,
        Where::Outside { .. } => agree(gift.purpose.as_ref(), record.purpose.as_deref()),
    };
    in_kind && purpose
}

fn agree(a: Option<&Localised>, b: Option<&Localised>) -> bool {
    let plain = |text: &str| -> String {
        let letters = text.chars().filter(|letter| letter.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => a
            .iter()
            .any(|(_, a)| b.iter().any(|(_, b)| plain(a) == plain(b))),
        _ => false,
    }
}
