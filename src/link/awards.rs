//! Awards linked: their categories and recipients.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::ids::Ids;
use super::records::Resolver;
use crate::diagnostic::{At, Code, Diagnostic};
use crate::model::award::{Award, AwardRecord, Recipient};
use crate::model::id::Id;
use crate::model::table::NewsId;

impl Resolver<'_> {
    pub(super) fn award(&mut self, record: &Arc<AwardRecord>, news: &Ids<NewsId>) -> Award {
        let origin = record.origin;
        let region = record
            .region
            .as_ref()
            .and_then(|id| self.region(id, record.sample, || origin.field("region")));
        let event = record.event.as_ref().and_then(|id| {
            let at = || At::from(origin.field("event"));
            news.resolve(id.as_str(), record.sample, at, self.found)
        });
        let mut categories: HashMap<&Id, usize> = HashMap::new();
        for (place, category) in record.categories.iter().enumerate() {
            if let Some(first) = categories.insert(&category.id, place) {
                let list = origin.field("categories");
                self.found.push(
                    Diagnostic::new(Code::DuplicateId, list.at(place).at("id"))
                        .with("id", &category.id)
                        .with("kind", "category")
                        .also(list.at(first).at("id")),
                );
            }
        }
        let mut recipients = Vec::with_capacity(record.recipients.len());
        let mut seen = HashSet::new();
        for (item, recipient) in record.recipients.iter().enumerate() {
            let place = origin.field("recipients").at(item);
            let at = || At::from(place.at("patron"));
            let patron =
                self.ids
                    .patrons
                    .resolve(recipient.patron.as_str(), record.sample, at, self.found);
            let category = recipient.category.as_ref().and_then(|id| {
                let known = categories.get(id).copied();
                if known.is_none() {
                    let known = record.categories.iter().map(|known| known.id.as_str());
                    let diagnostic = Diagnostic::new(Code::UnknownId, place.at("category"));
                    self.found.push(
                        diagnostic
                            .with("id", id)
                            .with("kind", "category")
                            .meant(id.as_str(), known),
                    );
                }
                known
            });
            let Some(patron) = patron else { continue };
            if !seen.insert((patron, category)) {
                self.found.push(
                    Diagnostic::new(Code::GiverTwice, place.at("patron"))
                        .with("id", &recipient.patron),
                );
            }
            recipients.push(Recipient {
                patron,
                category,
                note: recipient.note.clone(),
            });
        }
        Award {
            record: record.clone(),
            region,
            event,
            recipients,
        }
    }
}
