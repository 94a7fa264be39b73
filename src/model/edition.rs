//! The edition of a portal: a word made of the facts that it publishes, so that a figure can be cited with the state of
//! the records that it came from.
//!
//! The same records have the same edition on every machine and on every day. Prose, pictures and settings are no facts;
//! neither is who an anonymous patron is: nothing that only an editor knows is in it. The order of records is not in it
//! either, since among contributions outside projects it goes by the ids of all patrons.

use std::fmt::{self, Display, Write as _};

use blake3::{Hash, Hasher};
use serde::Serialize;

use super::award::Award;
use super::contribution::{Contribution, SourceAddress};
use super::correction::{CorrectedValue, Correction};
use super::figure::{BreakdownOf, Figure};
use super::kind::PatronId;
use super::lang::Localised;
use super::patron::Patron;
use super::portal::Portal;
use super::region::Region;
use super::write_up::Project;

/// The edition of a portal: twelve small letters that can be read aloud.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Edition(String);

impl Edition {
    /// The edition of what a portal publishes.
    pub(crate) fn of(portal: &Portal) -> Edition {
        let contributions = portal.contributions.iter();
        let contributions = contributions.map(|(_, of)| contribution(portal, of));
        let named = portal.patrons.iter().filter(|(_, of)| !of.is_anonymous());
        let rows = contributions
            .chain(portal.regions.iter().map(|(_, of)| region(of)))
            .chain(named.map(|(_, of)| patron(portal, of)))
            .chain(portal.projects.iter().map(|(_, of)| project(portal, of)))
            .chain(portal.awards.iter().map(|(_, of)| award(portal, of)))
            .chain(portal.figures.iter().map(|(_, of)| figure(of)))
            .chain(portal.corrections.iter().map(|(_, of)| correction(of)));
        let mut rows: Vec<[u8; 32]> = rows.map(|row| *row.digest().as_bytes()).collect();
        rows.sort_unstable();
        let mut all = Hasher::new();
        for row in &rows {
            all.update(row);
        }
        Edition(word(&all.finalize()))
    }
}

impl Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Six syllables of a consonant and a vowel.
fn word(digest: &Hash) -> String {
    const CONSONANTS: &[u8; 15] = b"bdfghjklmnprstz";
    const VOWELS: &[u8; 5] = b"aeiou";
    let mut word = String::with_capacity(12);
    for &byte in &digest.as_bytes()[..6] {
        let syllable = usize::from(byte) % (CONSONANTS.len() * VOWELS.len());
        word.push(char::from(CONSONANTS[syllable / VOWELS.len()]));
        word.push(char::from(VOWELS[syllable % VOWELS.len()]));
    }
    word
}

/// The fields of a record, one after another, so that no two records give the same text.
struct Fields(String);

impl Fields {
    fn of(kind: &str) -> Fields {
        Fields(kind.to_owned())
    }

    fn with(mut self, field: impl Display) -> Fields {
        let before = self.0.len();
        // Writing to a string cannot fail.
        let _ = write!(self.0, "{field}");
        let length = self.0.len() - before;
        let _ = write!(self.0, "\u{1f}{length}\u{1e}");
        self
    }

    fn with_any(self, field: Option<impl Display>) -> Fields {
        match field {
            Some(field) => self.with(1).with(field),
            None => self.with(0),
        }
    }

    fn with_text(self, text: Option<&Localised>) -> Fields {
        let Some(text) = text else {
            return self.with(0);
        };
        let fields = self.with(1 + text.iter().count());
        text.iter().fold(fields, |fields, (lang, text)| {
            fields.with(lang.code()).with(text)
        })
    }

    fn with_all<T>(self, all: &[T], add: impl Fn(Fields, &T) -> Fields) -> Fields {
        let fields = self.with(all.len());
        all.iter().fold(fields, add)
    }

    fn digest(&self) -> Hash {
        blake3::hash(self.0.as_bytes())
    }
}

/// How a patron is told: by the id, or by no more than pages show of one who must not be named.
fn giver(portal: &Portal, patron: PatronId) -> String {
    let of = &portal.patrons[patron];
    match of.is_anonymous() {
        true => {
            let region = &portal.regions[of.region].record.id;
            let (kind, sample) = (of.record.kind.word(), of.record.sample);
            format!("anonymous {kind} {region} {sample}")
        }
        false => format!("named {}", of.record.id),
    }
}

fn contribution(portal: &Portal, of: &Contribution) -> Fields {
    let given = of.patrons.iter();
    let mut givers: Vec<String> = given.map(|&patron| giver(portal, patron)).collect();
    givers.sort_unstable();
    let region = &portal.regions[of.region];
    let annotation = of.annotation.as_deref();
    let source = annotation.and_then(|of| of.source.as_ref());
    Fields::of("contribution")
        .with_all(&givers, |fields, giver| fields.with(giver))
        .with_any(of.amount.map(|amount| amount.0))
        .with(of.date)
        .with(of.status.word())
        .with_any(annotation.and_then(|of| of.withdrawn))
        .with_text(of.in_kind.as_deref())
        .with_text(of.purpose.as_deref())
        .with_text(annotation.and_then(|of| of.note.as_ref()))
        .with_text(source.map(|of| &of.title))
        .with_any(source.map(|of| match &of.at {
            SourceAddress::Web(address) | SourceAddress::File(address) => address,
        }))
        .with_any(source.and_then(|of| of.date))
        .with(&region.record.id)
        .with_any(of.district.map(|district| &region.district(district).id))
        .with(&portal.directions[of.direction].id)
        .with_any(of.object.map(|object| &portal.objects[object].record.id))
        .with_any(of.project.map(|project| &portal.projects[project].text.id))
}

/// What amounts for each resident rest on.
fn region(of: &Region) -> Fields {
    let population = of.record.population.as_ref();
    Fields::of("region")
        .with(&of.record.id)
        .with_text(Some(&of.record.name))
        .with_any(population.map(|of| of.value))
        .with_any(population.map(|of| of.date))
}

fn patron(portal: &Portal, of: &Patron) -> Fields {
    let record = &of.record;
    Fields::of("patron")
        .with(&record.id)
        .with(record.kind.word())
        .with_text(Some(&record.name))
        .with_all(&record.former_names, |fields, former| {
            fields.with_text(Some(&former.name)).with(former.until)
        })
        .with(&portal.regions[of.region].record.id)
        .with_any(record.since)
        .with_any(record.site.as_ref())
        .with_any(record.members)
        .with(record.sample)
}

fn project(portal: &Portal, of: &Project) -> Fields {
    let region = &portal.regions[of.region];
    let titles: Vec<_> = of.text.iter().collect();
    Fields::of("project")
        .with(&of.text.id)
        .with_all(&titles, |fields, (lang, version)| {
            fields.with(lang.code()).with(&version.title)
        })
        .with(&region.record.id)
        .with_any(of.district.map(|district| &region.district(district).id))
        .with(&portal.directions[of.direction].id)
        .with_any(of.object.map(|object| &portal.objects[object].record.id))
        .with(of.status.word())
        .with_any(of.started)
        .with_any(of.completed)
        .with_any(of.cancelled)
        .with_text(of.reason.as_ref())
        .with_any(of.beneficiaries)
        .with_any(
            of.location
                .map(|of| format!("{} {}", of.latitude, of.longitude)),
        )
        .with(of.text.sample)
}

fn award(portal: &Portal, of: &Award) -> Fields {
    let record = &of.record;
    // Those who must not be named have no place in the list that pages show.
    let is_anonymous = |patron: PatronId| portal.patrons[patron].is_anonymous();
    let recipients = of.recipients.iter().map(|recipient| {
        let fields = Fields::of("recipient")
            .with(giver(portal, recipient.patron))
            .with_any(recipient.category)
            .with_text(recipient.note.as_ref());
        (recipient.patron, fields.0)
    });
    let mut recipients: Vec<_> = recipients.collect();
    recipients.sort_by_cached_key(|(patron, text)| is_anonymous(*patron).then(|| text.clone()));
    Fields::of("award")
        .with(&record.id)
        .with_text(Some(&record.name))
        .with(record.date)
        .with_any(of.region.map(|region| &portal.regions[region].record.id))
        .with_any(of.event.map(|news| &portal.news[news].text.id))
        .with_all(&record.categories, |fields, category| {
            fields.with(&category.id).with_text(Some(&category.name))
        })
        .with_all(&recipients, |fields, (_, recipient)| fields.with(recipient))
        .with(record.sample)
}

fn figure(of: &Figure) -> Fields {
    let record = &of.record;
    Fields::of("figure")
        .with(&record.id)
        .with_any(record.region.as_ref())
        .with_any(record.district.as_ref())
        .with_any(
            record
                .period
                .map(|period| format!("{}..{}", period.from, period.to)),
        )
        .with(record.measure.word())
        .with_any(record.amount.map(|amount| amount.0))
        .with(record.precision.word())
        .with_any(record.patrons)
        .with_any(record.projects)
        .with_any(record.objects)
        .with_any(record.part_of.as_ref())
        .with_all(&record.breakdown, |fields, row| {
            let fields = match &row.of {
                BreakdownOf::Object(id) => fields.with("object").with(id),
                BreakdownOf::Direction(id) => fields.with("direction").with(id),
                BreakdownOf::Label(label) => fields.with("label").with_text(Some(label)),
            };
            let amount = row.amount.map(|amount| amount.0);
            fields.with_any(amount).with_any(row.projects)
        })
        .with_text(record.note.as_ref())
        .with_text(Some(&record.source.title))
        .with(&record.source.url)
        .with_any(record.source.date)
        .with(record.sample)
}

fn correction(of: &Correction) -> Fields {
    let record = &of.record;
    let value = |fields: Fields, value: &Option<CorrectedValue>| match value {
        None => fields.with("none"),
        Some(CorrectedValue::Amount(amount)) => fields.with("amount").with(amount.0),
        Some(CorrectedValue::Text(text)) => fields.with("text").with_text(Some(text)),
    };
    let fields = Fields::of("correction")
        .with(record.date)
        .with_all(&record.records, |fields, of| {
            fields.with(of.kind.word()).with(&of.id)
        });
    let fields = value(value(fields, &record.was), &record.now);
    fields.with_text(Some(&record.reason)).with(record.sample)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_twelve_small_letters() {
        let word = word(&blake3::hash(b"some records"));
        assert_eq!(word.len(), 12);
        assert!(
            word.bytes().all(|letter| letter.is_ascii_lowercase()),
            "{word}"
        );
    }

    #[test]
    fn fields_that_are_parted_otherwise_are_others() {
        let fields = |first: &str, second: &str| Fields::of("").with(first).with(second).0;
        assert_ne!(fields("ab", "c"), fields("a", "bc"));
        assert_ne!(fields("a\u{1f}1\u{1e}b", ""), fields("a", "b"));
    }
}
