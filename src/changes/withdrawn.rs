//! Patrons that are not named any more, and what must not be named with them.
//!
//! Whether a record was deleted or its patron asked not to be named cannot be told from the figures: both are treated alike.

use std::collections::HashSet;

use crate::anonymity::{Form, Guard, inspect_text};
use crate::manifest::{Figures, Names, PatronRow};
use crate::model::id::Id;
use crate::model::lang::{Lang, Localised};
use crate::model::patron::{Consent, PatronKind, PatronRecord};
use crate::model::place::Origin;
use crate::source::SourceId;

pub(super) struct Withdrawn {
    ids: HashSet<String>,
    /// Finds their names; none if all who were named are.
    guard: Option<Guard>,
}

impl Withdrawn {
    pub(super) fn new(old: &Figures, new: &Figures) -> Withdrawn {
        let named: HashSet<&str> = new.patrons.iter().map(|of| of.id.as_str()).collect();
        let gone = old.patrons.iter();
        let gone: Vec<&PatronRow> = gone.filter(|of| !named.contains(&*of.id)).collect();
        let ids = gone.iter().map(|of| of.id.clone()).collect();
        // The guard knows the others as well: a name that they share with somebody gives nobody away.
        let hidden = gone.iter().map(|of| record(of, Consent::Anonymous));
        let public = new.patrons.iter().map(|of| record(of, Consent::Public));
        let records: Vec<PatronRecord> = hidden.chain(public).flatten().collect();
        Withdrawn {
            ids,
            guard: Guard::new(records.iter()),
        }
    }

    pub(super) fn count(&self) -> usize {
        self.ids.len()
    }

    pub(super) fn has(&self, patron: &str) -> bool {
        self.ids.contains(patron)
    }

    /// Whether something can be named by its id and names without naming one of them.
    pub(super) fn may_name(&self, id: &str, name: &Names) -> bool {
        let Some(guard) = &self.guard else {
            return true;
        };
        let says = |text: &str| {
            let found = inspect_text(guard, "", text);
            found.iter().any(|leak| leak.form != Form::Namesake)
        };
        !says(id) && !name.values().any(|name| says(name))
    }
}

/// A patron as far as a manifest knows it; none if its id is none.
fn record(of: &PatronRow, consent: Consent) -> Option<PatronRecord> {
    let texts = of.name.iter();
    let texts = texts.filter_map(|(lang, name)| Some((Lang::from_code(lang)?, name.clone())));
    let kind = PatronKind::ALL
        .into_iter()
        .find(|kind| kind.word() == of.kind);
    Some(PatronRecord {
        id: Id::parse(&of.id)?,
        // As a person's the name is looked for in all its parts.
        kind: kind.unwrap_or(PatronKind::Person),
        name: Localised::new(texts),
        former_names: Vec::new(),
        region: Id::parse(&of.region)?,
        since: None,
        consent,
        site: None,
        members: None,
        contributions: Vec::new(),
        aliases: Vec::new(),
        sample: false,
        origin: Origin {
            source: SourceId(0),
            item: None,
        },
    })
}
