//! The same gift twice: on record already, or in two rows of a sheet.

use std::collections::{HashMap, HashSet};

use super::corrected::changes;
use super::gift::{Gift, Giver};
use super::known::{GiftKey, Known, Where};
use super::mapping::Deal;
use super::reason::{Reason, Remark};
use super::texts::agree;
use crate::load::fix_it::in_threes;
use crate::model::index::ContributionId;
use crate::model::kind::PatronId;
use crate::model::lang::Localised;

/// The gifts of rows so far.
#[derive(Default)]
pub(super) struct SeenGifts {
    /// Gifts on record that a row was found to be, with that row.
    taken: HashMap<ContributionId, u32>,
    rows: HashMap<GiftKey<Giver>, Vec<(Option<Localised>, u32)>>,
    /// Whether some row was brought in before.
    knows_some: bool,
    /// Gifts that rows brought in before, of which no row is in the sheet any more.
    missing: Vec<(ContributionId, GiftKey<PatronId>)>,
    /// The years of the gifts that rows brought in before.
    years: HashSet<i16>,
}

/// What a gift is beside those that are known.
pub(super) enum Same {
    New,
    /// It is on record.
    Known,
    /// It may be one that is on record, which it could correct, or one that another row holds.
    Asked(Remark, Option<ContributionId>),
}

impl Same {
    /// It stands in a row before.
    pub(super) fn repeated(first: u32) -> Same {
        let remark = Remark::of(Reason::Repeated, first.to_string());
        let deals = [Deal::Skip, Deal::Take].map(|deal| deal.word().to_owned());
        Same::Asked(remark.meaning(deals), None)
    }
}

impl SeenGifts {
    /// What is known when all rows were looked at once: which gifts of former imports have no row any more.
    pub(super) fn again(self, known: &Known<'_>) -> SeenGifts {
        let imported = known.imported().filter(|of| !self.taken.contains_key(of));
        let years = self.taken.keys().map(|of| known.key_of(*of).date.year());
        SeenGifts {
            knows_some: self.knows_some,
            missing: imported.map(|of| (of, known.key_of(of))).collect(),
            years: years.collect(),
            ..SeenGifts::default()
        }
    }

    /// Whether there are such gifts.
    pub(super) fn misses_some(&self) -> bool {
        !self.missing.is_empty()
    }

    /// Those that this sheet may have brought: gifts of the years of those that it brought for certain, each as an editor finds it.
    pub(super) fn gone(&self, known: &Known<'_>) -> Vec<(String, String)> {
        let of_sheet = self.missing.iter().filter(|_| self.knows_some);
        let of_sheet = of_sheet.filter(|(_, record)| self.years.contains(&record.date.year()));
        let id = |of: ContributionId| {
            let annotation = known.portal.contributions[of].annotation.as_ref();
            annotation?.id.as_ref().map(ToString::to_string)
        };
        of_sheet
            .filter_map(|(of, _)| Some((id(*of)?, told(*of, known))))
            .collect()
    }

    /// The gift of a former import that a new one may be a correction of, where the row of that gift is gone. What editors made of the gift
    /// since tells nothing against it: they bring it into a project, or write its purpose anew.
    pub(super) fn alike(&mut self, gift: &Gift, known: &Known<'_>) -> Option<Same> {
        let (key, missing) = (gift.key(), self.missing.iter());
        let alike = missing.filter_map(|(of, record)| {
            let differences = self.differences((gift, &key), *of, record, known)?;
            Some((differences, *of))
        });
        let (differences, found) = alike.min()?;
        self.missing.retain(|(of, _)| *of != found);
        let reason = match differences {
            0 | 1 => Reason::Alike,
            _ => Reason::AlikeSince,
        };
        let mut remark = Remark::of(reason, told(found, known));
        remark.changes = Some(Box::new(changes(gift, found, known)));
        let deals = [Deal::Correct, Deal::Take, Deal::Skip].map(|deal| deal.word().to_owned());
        Some(Same::Asked(remark.meaning(deals), Some(found)))
    }

    /// In how many things a gift differs from one whose row is gone; none if it is hardly that one. A list of another month differs from
    /// the one before in its dates: they are compared where the sheet has rows that were brought in before.
    fn differences(
        &self,
        (gift, key): (&Gift, &GiftKey<Giver>),
        of: ContributionId,
        record: &GiftKey<PatronId>,
        known: &Known<'_>,
    ) -> Option<usize> {
        let is_of_sheet = self.knows_some && self.years.contains(&record.date.year());
        let is_by = is_by(&key.givers, &record.givers);
        let is_of_day = key.date == record.date;
        let main = usize::from(key.amount != record.amount)
            + usize::from(!is_of_day)
            + usize::from(!is_by);
        // There are many, and nearly all are others: what they say is compared last.
        if main > 2 || main == 2 && !(is_of_sheet && is_by) {
            return None;
        }
        let in_project = |place: Where| matches!(place, Where::Project(_));
        let is_moved = in_project(record.place) && !in_project(key.place);
        let says_the_same = is_moved || says_the_same(gift, of, known);
        let others = usize::from(gift.says_status && key.status != record.status)
            + usize::from(!is_moved && key.place != record.place)
            + usize::from(!says_the_same);
        let is_likely = match (main, others) {
            (0, _) => true,
            (1, 0) => is_of_day || self.knows_some,
            (1, _) => is_of_sheet && is_by,
            (2, _) => is_of_sheet && is_by && says_the_same,
            _ => false,
        };
        is_likely.then_some(main + others + usize::from(is_moved))
    }

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
                false => Same::Asked(Remark::of(Reason::Changed, stated), Some(found)),
            });
        }
        // A row that was brought in: whatever editors made of the gift since, it is that one.
        let found = known.gift_of(id)?;
        self.knows_some = true;
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
            return Same::repeated(first);
        }
        let rows = self.rows.entry(key).or_default();
        let same_row = rows.iter().find(|(purpose, _)| *purpose == gift.purpose);
        let same_row = same_row.map(|(_, row)| *row);
        rows.push((gift.purpose.clone(), row));
        if let Some(first) = same_row {
            return Same::repeated(first);
        }
        match alike.first() {
            None => self.elsewhere(on_record.as_ref(), known),
            Some(found) => {
                let mut remark = Remark::of(Reason::PerhapsKnown, told(*found, known));
                remark.changes = Some(Box::new(changes(gift, *found, known)));
                let deals =
                    [Deal::Skip, Deal::Take, Deal::Correct].map(|deal| deal.word().to_owned());
                Same::Asked(remark.meaning(deals), Some(*found))
            }
        }
    }
}

impl SeenGifts {
    /// The gift on record by the same givers, of the same amount and date, that counts elsewhere: an editor may have brought it into
    /// a project.
    fn elsewhere(&self, key: Option<&GiftKey<PatronId>>, known: &Known<'_>) -> Same {
        let moved = key.filter(|key| key.amount.is_some());
        let mut moved = moved.into_iter().flat_map(|key| known.gifts_elsewhere(key));
        match moved.find(|found| !self.taken.contains_key(found)) {
            None => Same::New,
            Some(found) => {
                let remark = Remark::of(Reason::PerhapsMoved, told(found, known));
                let deals = [Deal::Skip, Deal::Take].map(|deal| deal.word().to_owned());
                Same::Asked(remark.meaning(deals), None)
            }
        }
    }
}

/// Whether the givers of a row are those of a record.
fn is_by(givers: &[Giver], record: &[PatronId]) -> bool {
    let known = |giver: &Giver| match giver {
        Giver::Known(patron) => Some(*patron),
        Giver::New(_) => None,
    };
    givers.len() == record.len()
        && givers
            .iter()
            .map(known)
            .eq(record.iter().copied().map(Some))
}

/// A gift on record, as an editor finds it: who gave, how much, when, for what. Who is not named is told by the id.
fn told(gift: ContributionId, known: &Known<'_>) -> String {
    let record = &known.portal.contributions[gift];
    let patrons = record.patrons.iter().map(|of| &known.portal.patrons[*of]);
    let givers = patrons.map(|patron| {
        let id = patron.record.id.to_string();
        let mut names = patron.record.name.iter();
        let name = names.next().filter(|_| !patron.is_anonymous());
        name.map_or(id, |(_, name)| name.to_owned())
    });
    let amount = record.amount.map(|of| in_threes(&of.0.to_string()));
    let texts = [&record.in_kind, &record.purpose].into_iter().flatten();
    let texts = texts.filter_map(|text| text.iter().next().map(|(_, text)| text.to_owned()));
    let project = record.project.map(|of| known.title_of(of));
    let said = givers.chain(amount).chain([record.date.to_string()]);
    said.chain(texts)
        .chain(project)
        .collect::<Vec<_>>()
        .join(", ")
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
