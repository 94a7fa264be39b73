//! The cells of a gift or a patron in a workbook: each as an import reads it again.

use super::choices::Choice;
use super::field::Field;
use crate::locale::Language;
use crate::model::contribution::{Contribution, ContributionStatus, SourceAddress};
use crate::model::id::Id;
use crate::model::lang::{Lang, Localised};
use crate::model::patron::{Patron, PatronRecord};
use crate::model::portal::Portal;
use crate::model::write_up::Project;

/// A column of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Column {
    pub field: Field,
    pub lang: Option<Lang>,
}

/// Whose gifts are written, and in which language.
#[derive(Clone, Copy)]
pub(super) struct Cells<'a> {
    pub portal: &'a Portal,
    pub words: &'a Language,
}

impl Cells<'_> {
    /// `Name [id]` in the language of whoever asked.
    pub(super) fn named(&self, name: &Localised, id: &Id) -> String {
        // A semicolon stands between those who gave together.
        let name = self
            .portal
            .text(name, self.words.lang)
            .text
            .replace(';', ",");
        format!("{name} [{id}]")
    }

    pub(super) fn patron(&self, patron: &PatronRecord) -> String {
        self.named(&patron.name, &patron.id)
    }

    pub(super) fn project(&self, project: &Project) -> String {
        let title = project
            .text
            .title(self.words.lang, &self.portal.site.fallback);
        format!("{} [{}]", title.text, project.text.id)
    }

    fn word(&self, choice: Choice, word: &str) -> String {
        choice.offered_for(word, self.words.lang).to_owned()
    }

    /// What stands in a cell of a patron; nothing in one of what a gift has.
    pub(super) fn of_patron(&self, column: Column, patron: &Patron) -> Option<String> {
        let record = &patron.record;
        match column.field {
            Field::Patron => match column.lang {
                Some(lang) => record.name.exact(lang).map(str::to_owned),
                None => Some(self.patron(record)),
            },
            Field::Kind => Some(self.word(Choice::Kind, record.kind.word())),
            Field::Consent => Some(self.word(Choice::Consent, record.consent.word())),
            Field::Home => {
                let region = &self.portal.regions[patron.region].record;
                Some(self.named(&region.name, &region.id))
            }
            Field::Amount
            | Field::Date
            | Field::Status
            | Field::Region
            | Field::District
            | Field::Direction
            | Field::Object
            | Field::Purpose
            | Field::InKind
            | Field::Project
            | Field::Source
            | Field::Link
            | Field::Note
            | Field::GiftId
            | Field::Number => None,
        }
    }

    /// What stands in a cell that holds a text; nothing in one of an amount.
    pub(super) fn text(&self, column: Column, gift: &Contribution) -> Option<String> {
        let portal = self.portal;
        let annotation = gift.annotation.as_deref();
        let one = match gift.patrons.as_slice() {
            [patron] => Some(&portal.patrons[*patron]),
            _ => None,
        };
        let in_language = |text: Option<&Localised>| {
            let text = text?.exact(column.lang?)?;
            Some(text.to_owned())
        };
        match column.field {
            Field::Patron => {
                let givers = gift.patrons.iter();
                let names: Vec<String> = givers
                    .map(|&giver| self.patron(&portal.patrons[giver].record))
                    .collect();
                Some(names.join("; "))
            }
            Field::Kind | Field::Consent | Field::Home => self.of_patron(column, one?),
            Field::Amount | Field::Number => None,
            Field::Date => Some(gift.date.to_string()),
            Field::Status => {
                let status = match gift.status {
                    ContributionStatus::Void => ContributionStatus::Pledged,
                    status => status,
                };
                Some(self.word(Choice::Status, status.word()))
            }
            Field::Region => {
                let region = &portal.regions[gift.region].record;
                Some(self.named(&region.name, &region.id))
            }
            Field::District => {
                let district = portal.regions[gift.region].district(gift.district?);
                Some(self.named(&district.name, &district.id))
            }
            Field::Direction => {
                let direction = &portal.directions[gift.direction];
                Some(self.named(&direction.name, &direction.id))
            }
            Field::Object => {
                let object = &portal.objects[gift.object?].record;
                Some(self.named(&object.name, &object.id))
            }
            Field::Purpose => in_language(gift.purpose.as_deref()),
            Field::InKind => in_language(gift.in_kind.as_deref()),
            Field::Project => Some(self.project(&portal.projects[gift.project?])),
            Field::Source => {
                let title = &annotation?.source.as_ref()?.title;
                Some(portal.text(title, self.words.lang).text.to_owned())
            }
            Field::Link => match &annotation?.source.as_ref()?.at {
                SourceAddress::Web(address) => Some(address.clone()),
                SourceAddress::File(file) => Some(file.clone()),
            },
            Field::Note => in_language(annotation?.note.as_ref()),
            Field::GiftId => Some(annotation?.id.as_ref()?.to_string()),
        }
    }
}
