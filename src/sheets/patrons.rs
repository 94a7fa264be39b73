//! Patrons of a sheet: known ones by their names, and new ones, of whom a person is anonymous unless the sheet says public.
//!
//! Takes the name as it stands in a cell and what the sheet says of its bearer. An id of whoever must not be named tells nothing.

use std::collections::HashSet;

use super::gift::{Giver, NewPatron};
use super::kind_of_name::{bears_persons_name, kind_of_name};
use super::known::Known;
use super::names::{Found, NameKind, Names, id_of, name_of};
use super::reason::{Reason, Remark};
use super::words::is_unnamed;
use crate::anonymity::new_ids;
use crate::locale::legal_forms::is_legal_form;
use crate::locale::transliterate;
use crate::locale::without_legal_form;
use crate::model::id::{Id, MAX_ID};
use crate::model::kind::{PatronId, RegionId};
use crate::model::lang::Localised;
use crate::model::patron::{Consent, PatronKind};

/// What a row says of a patron besides the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct SaidOfPatron {
    pub kind: Option<PatronKind>,
    pub consent: Option<Consent>,
}

/// The patrons that rows of a sheet name and the portal does not know.
pub(super) struct NewPatrons {
    all: Vec<NewPatron>,
    names: Names<usize>,
    /// Whom some row of the sheet does not let be named.
    unnamed: Names<()>,
    taken: HashSet<String>,
    chance: u64,
}

/// What became of a name.
#[derive(Debug)]
pub(super) enum Named {
    /// Who is meant, and what has to be asked before more is written of him.
    Giver(Giver, Vec<Remark>),
    /// Nobody of that name is known; what he would be.
    Newcomer(PatronKind, Consent),
    Doubt(Remark),
}

impl NewPatrons {
    /// `chance`: what ids that tell nothing are drawn from.
    pub(super) fn new(known: &Known<'_>, chance: u64) -> NewPatrons {
        let ids = known.portal.patrons.ids().map(|id| id.to_string());
        NewPatrons {
            all: Vec::new(),
            names: Names::new(NameKind::Patron),
            unnamed: Names::new(NameKind::Patron),
            taken: ids.collect(),
            chance,
        }
    }

    /// Keeps that some row does not let somebody be named: it holds for all rows, whichever comes first.
    pub(super) fn never_name(&mut self, name: &str) {
        self.unnamed.add(name_of(name), (), true);
    }

    pub(super) fn into_all(self) -> Vec<NewPatron> {
        self.all
    }

    /// Who is meant by a name. `is_new`: an editor said that the name is nobody's yet.
    pub(super) fn find(
        &self,
        text: &str,
        said: SaidOfPatron,
        is_new: bool,
        known: &Known<'_>,
    ) -> Named {
        let mut words = text.split(|letter: char| !letter.is_alphanumeric());
        let is_form_alone = words.all(|word| word.is_empty() || is_legal_form(word));
        if is_unnamed(text) || is_form_alone {
            return Named::Doubt(Remark::of(Reason::Unnamed, text));
        }
        let seems = kind_of_name(text);
        let kind = said.kind.or(seems);
        // Who has the id is meant, whatever the name says. A fund and a company of one name are two.
        let has_id = id_of(text).is_some();
        let is_other = |patron: &PatronId| {
            let of = known.portal.patrons[*patron].record.kind;
            !has_id && kind.is_some_and(|kind| differs(kind, of))
        };
        let asked = |reason, patrons: &[PatronId]| {
            let shown = patrons.iter().map(|of| &known.portal.patrons[*of]);
            let shown = shown.filter(|patron| !patron.is_anonymous());
            let ids: Vec<String> = shown.map(|of| of.record.id.to_string()).collect();
            let reason = if ids.is_empty() {
                Reason::NearUnnamed
            } else {
                reason
            };
            Named::Doubt(Remark::of(reason, text).meaning(ids))
        };
        let (found, reason) = match known.patrons.find(text) {
            Found::One(patron) => (vec![patron], Reason::Near),
            Found::Several(patrons) => (patrons, Reason::Several),
            Found::Near(patrons) if !is_new => return asked(Reason::Near, &patrons),
            Found::Near(_) | Found::None => (Vec::new(), Reason::Near),
        };
        let meant: Vec<PatronId> = found.iter().copied().filter(|of| !is_other(of)).collect();
        match meant.as_slice() {
            [one] => return is_on_record(*one, text, said, known),
            _ if !found.is_empty() && !is_new => return asked(reason, &found),
            _ => {}
        }
        let never = self.unnamed.find(text);
        let consent = match never {
            Found::One(()) | Found::Several(_) => Some(Consent::Anonymous),
            Found::Near(_) | Found::None => said.consent,
        };
        match self.names.find(text) {
            Found::One(new) => {
                let of = &self.all[new];
                if consent.is_some_and(|consent| consent != of.consent) {
                    return Named::Doubt(Remark::of(Reason::ConsentDiffers, text));
                }
                if kind.is_some_and(|kind| differs(kind, of.kind)) {
                    return Named::Doubt(Remark::of(Reason::UnclearKind, text));
                }
                return Named::Giver(Giver::New(new), Vec::new());
            }
            Found::Near(near) | Found::Several(near) if !is_new => {
                let names = near
                    .into_iter()
                    .filter_map(|new| first_name(&self.all[new].name));
                return Named::Doubt(Remark::of(Reason::Near, text).meaning(names));
            }
            _ => {}
        }
        let Some(kind) = kind else {
            let answers = ["company", "person", "fund", "association", "group"];
            let answers = answers.map(|kind| format!("new {kind}"));
            return Named::Doubt(Remark::of(Reason::UnclearKind, text).meaning(answers));
        };
        let is_private = [Some(kind), seems].contains(&Some(PatronKind::Person));
        let consent = match (consent, is_private || bears_persons_name(text)) {
            (Some(consent), _) => consent,
            (None, true) => Consent::Anonymous,
            (None, false) => Consent::Public,
        };
        // Whose name is to be shown must not be one who is not named, under another spelling.
        let is_near = matches!(never, Found::Near(_)) || known.patrons.is_near_unshown(text);
        if consent == Consent::Public && is_near && !is_new {
            return Named::Doubt(Remark::of(Reason::NearUnnamed, text));
        }
        Named::Newcomer(kind, consent)
    }

    /// Adds a patron; `names` as they stand in the sheet.
    pub(super) fn add(
        &mut self,
        kind: PatronKind,
        consent: Consent,
        name: Localised,
        region: RegionId,
    ) -> Giver {
        let id = match consent {
            Consent::Public => self.telling_id(&name),
            Consent::Anonymous => None,
        };
        let id = id.unwrap_or_else(|| self.silent_id());
        self.taken.insert(id.to_string());
        let at = self.all.len();
        for (_, name) in name.iter() {
            self.names.add(name, at, true);
        }
        self.all.push(NewPatron {
            id,
            kind,
            consent,
            name,
            region,
        });
        Giver::New(at)
    }

    /// An id by which people know who is meant.
    fn telling_id(&self, name: &Localised) -> Option<Id> {
        let name = first_name(name)?;
        let slug = transliterate(without_legal_form(&name));
        let mut short = String::new();
        for word in slug.split('-').filter(|word| !word.is_empty()) {
            if short.len() + word.len() + 5 > MAX_ID {
                break;
            }
            if !short.is_empty() {
                short.push('-');
            }
            short.push_str(word);
        }
        let numbered = (2..).map(|number| format!("{short}-{number}"));
        let mut ids = std::iter::once(short.clone()).chain(numbered);
        let free = ids.find(|id| !self.taken.contains(id))?;
        Id::parse(&free)
    }

    fn silent_id(&self) -> Id {
        let taken = self.taken.iter().map(String::as_str).collect();
        new_ids(self.chance, taken)
            .find_map(|id| Id::parse(&id))
            .expect("such ids come without end")
    }
}

/// A patron of the portal, unless a row says something else of the consent.
fn is_on_record(patron: PatronId, text: &str, said: SaidOfPatron, known: &Known<'_>) -> Named {
    let record = &known.portal.patrons[patron].record;
    if said
        .consent
        .is_some_and(|consent| consent != record.consent)
    {
        return Named::Doubt(Remark::of(Reason::AnonymousNow, text));
    }
    // A gift of a sample that is on record is on record.
    let mut doubts = Vec::new();
    if record.sample {
        doubts.push(Remark::of(Reason::Sample, text));
    }
    Named::Giver(Giver::Known(patron), doubts)
}

fn first_name(name: &Localised) -> Option<String> {
    name.iter().next().map(|(_, text)| text.to_owned())
}

/// Whether two kinds cannot be those of one patron that somebody described loosely.
fn differs(a: PatronKind, b: PatronKind) -> bool {
    let loose = |kind: PatronKind| match kind {
        PatronKind::Fund | PatronKind::Association => 1,
        PatronKind::Company => 2,
        PatronKind::Person => 3,
        PatronKind::Group => 4,
    };
    loose(a) != loose(b)
}
