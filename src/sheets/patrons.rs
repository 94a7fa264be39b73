//! Patrons of a sheet: known ones by their names, and new ones, of whom a person is anonymous unless the sheet says public.
//!
//! Takes the names as they stand in cells and what the sheet says of their bearer. An id of whoever must not be named tells nothing.

use std::collections::HashSet;

use super::asking::is_unnamed;
use super::called::{Called, Meant, meant};
use super::gift::{Giver, NewPatron, Newcomer};
use super::kind_of_name::{bears_persons_name, is_other_person, kind_of_name};
use super::known::Known;
use super::organisations::{Organisations, as_new, kinds_by_name};
use super::reason::{Reason, Remark};
use crate::anonymity::new_ids;
use crate::locale::legal_forms::is_legal_form;
use crate::locale::transliterate;
use crate::locale::without_legal_form;
use crate::model::id::{Id, MAX_ID};
use crate::model::kind::PatronId;
use crate::model::lang::Localised;
use crate::model::patron::{Consent, PatronKind};
use crate::names::{Found, NameKind, Names, id_of, name_of};

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
    /// Whom some row of the sheet does not let be named, as they stand there.
    unnamed: Vec<String>,
    unnamed_names: Names<usize>,
    /// Those of rows that cannot be written yet, as they stand there.
    expected: Vec<String>,
    expected_names: Names<usize>,
    pub(super) organisations: Organisations,
    taken: HashSet<String>,
    /// Ids that tell nothing, without end.
    silent: Box<dyn Iterator<Item = String>>,
}

/// What became of a name.
#[derive(Debug)]
pub(super) enum Named {
    /// Who is meant, and what has to be asked before more is written of him.
    Giver(Giver, Vec<Remark>),
    /// Nobody of those names is known; what he would be.
    Newcomer(PatronKind, Consent),
    /// Somebody of whom the sheet says that he is not named.
    Nameless(PatronKind),
    Doubt(Remark),
}

impl NewPatrons {
    /// `chance`: what ids that tell nothing are drawn from.
    pub(super) fn new(known: &Known<'_>, chance: u64) -> NewPatrons {
        let ids = known.portal.patrons.ids().map(|id| id.to_string());
        NewPatrons {
            all: Vec::new(),
            names: Names::new(NameKind::Patron),
            unnamed: Vec::new(),
            unnamed_names: Names::new(NameKind::Patron),
            expected: Vec::new(),
            expected_names: Names::new(NameKind::Patron),
            organisations: Organisations::new(),
            taken: ids.collect(),
            silent: Box::new(new_ids(chance, HashSet::new())),
        }
    }

    /// Keeps who will be new once his row can be written: who is nearly called so is asked about at once.
    pub(super) fn expect<'n>(&mut self, names: impl Iterator<Item = &'n str>) {
        for name in names {
            if !self.expected_names.has(name) {
                self.expected_names.add(name, self.expected.len(), true);
                self.expected.push(name.to_owned());
            }
        }
    }

    /// Keeps that some row does not let somebody be named: it holds for all rows, whichever comes first.
    pub(super) fn never_name(&mut self, name: &str) {
        if !is_nameless(name) {
            let at = self.unnamed.len();
            self.unnamed_names.add(name_of(name), at, true);
            self.unnamed.push(name_of(name).to_owned());
        }
    }

    /// Keeps that whoever is not to be named under one of several names is so under none of them. `called`: the names of each giver.
    pub(super) fn never_name_those(&mut self, mut called: Vec<Vec<Called>>, known: &Known<'_>) {
        loop {
            let before = called.len();
            called.retain(|names| {
                let is_unnamed = names.iter().any(|of| self.is_never_named(&of.name, known));
                if is_unnamed {
                    names.iter().for_each(|of| self.never_name(&of.name));
                }
                !is_unnamed
            });
            if called.len() == before {
                break;
            }
        }
    }

    fn is_never_named(&self, name: &str, known: &Known<'_>) -> bool {
        let is_anonymous = |of: PatronId| known.portal.patrons[of].is_anonymous();
        self.unnamed_names.has(name) || known.patrons.bearers(name).any(is_anonymous)
    }

    /// What has to be asked of a name of somebody else that is, or is nearly, that of one who is not named: first whether it is he.
    /// What an editor answered of it holds.
    fn near_unnamed<'c>(
        &self,
        called: impl IntoIterator<Item = &'c Called>,
        known: &Known<'_>,
    ) -> Option<Remark> {
        let mut asked = called.into_iter().filter(|of| !of.is_new());
        asked.find_map(|of| {
            let near = known.patrons.near_unshown(&of.name);
            let ids = near.into_iter().map(|patron| known.id_of(patron));
            let of_rows = match self.unnamed_names.find(&of.name) {
                Found::Near(near) => near,
                Found::One(_) | Found::Several(_) | Found::None => Vec::new(),
            };
            let of_rows = of_rows.into_iter().map(|at| self.unnamed[at].clone());
            let others: Vec<String> = ids.chain(of_rows).collect();
            let remark = of.remark(Reason::NearUnnamed);
            (!others.is_empty()).then(|| remark.meaning(others).meaning(as_somebody_new(&of.name)))
        })
    }

    /// What is known of a new patron.
    pub(super) fn new_patron(&self, number: usize) -> Option<&NewPatron> {
        self.all.get(number)
    }

    pub(super) fn into_all(self) -> Vec<NewPatron> {
        self.all
    }

    /// Who is meant by all the names of one giver.
    pub(super) fn find(&self, called: &[Called], said: SaidOfPatron, known: &Known<'_>) -> Named {
        // Who has an id has it whatever stands beside it.
        let states_id = |of: &Called| known.patrons.stated(&of.name).is_some();
        let unclear = called
            .iter()
            .find(|of| is_nobody(&of.name) && !states_id(of));
        let (Some(first), None) = (called.first(), unclear) else {
            return match unclear {
                Some(of) if called.iter().all(|of| is_nameless(&of.name)) => {
                    let new = of.new.flatten().or(said.kind);
                    Named::Nameless(new.unwrap_or(PatronKind::Person))
                }
                Some(of) => Named::Doubt(of.remark(Reason::Unnamed)),
                None => Named::Doubt(Remark::new(Reason::NoPatron)),
            };
        };
        let seems = called.iter().filter_map(|of| kind_of_name(&of.name));
        let seems: Vec<PatronKind> = seems.collect();
        let kind = said.kind.or(seems.first().copied());
        // Who has the id is meant, whatever the name says. A fund and a company of one name are two.
        let has_id = called.iter().any(|of| id_of(&of.name).is_some());
        let is_other = |patron: &PatronId| {
            let of = known.portal.patrons[*patron].record.kind;
            !has_id && kind.is_some_and(|kind| differs(kind, of))
        };
        match meant(&known.patrons, called, is_other) {
            Meant::One(patron) => {
                // One name is on record, and another is nearly that of somebody who is not named.
                if !has_id
                    && !known.portal.patrons[patron].is_anonymous()
                    && let Some(asked) = self.near_unnamed(strange(&known.patrons, called), known)
                {
                    return Named::Doubt(asked);
                }
                return is_on_record(patron, first, said, known);
            }
            Meant::Open(of, reason, patrons) => {
                let is_shown = |patron: &PatronId| !known.portal.patrons[*patron].is_anonymous();
                let shown: Vec<PatronId> = patrons.iter().copied().filter(is_shown).collect();
                let (reason, others) = match shown.is_empty() {
                    true => (Reason::NearUnnamed, patrons),
                    false => (reason, shown),
                };
                let others = others.into_iter().map(|patron| {
                    let names = known.portal.patrons[patron].record.names();
                    let is_other = |(_, name): (_, &str)| is_other_person(&of.name, name);
                    let is_other = names.map(is_other).reduce(|all, one| all && one);
                    // «Нұрлы» ЖШС is not Нұрлан.
                    let record = known.portal.patrons[patron].record.kind;
                    let seems = kind_of_name(&of.name).or(kind);
                    let is_of_kind = seems.is_none_or(|kind| !differs(kind, record));
                    let is_other = is_other.unwrap_or(false) || !is_of_kind;
                    let is_other = reason != Reason::NearUnnamed && is_other;
                    (known.id_of(patron), is_other)
                });
                return Named::Doubt(of.remark(reason).meaning(these_or_new(of, others)));
            }
            Meant::Nobody => {}
        }
        let mut names = called.iter().map(|of| &of.name);
        let consent = match names.any(|name| self.unnamed_names.has(name)) {
            true => Some(Consent::Anonymous),
            false => said.consent,
        };
        // A legal form tells by itself what its bearer is: who bears the same name without one is somebody else.
        let formed = seems.iter().find(|kind| **kind != PatronKind::Person);
        let is_other = |new: &usize| formed.is_some_and(|kind| differs(*kind, self.all[*new].kind));
        if let Some(of) = self.called_as_an_organisation(called, said.kind, kind) {
            let answers = self.organisations.kinds_offered(&of.name);
            return Named::Doubt(of.remark(Reason::UnclearKind).meaning(answers));
        }
        match meant(&self.names, called, is_other) {
            Meant::One(new) => {
                let of = &self.all[new];
                if of.consent == Consent::Public
                    && let Some(asked) = self.near_unnamed(strange(&self.names, called), known)
                {
                    return Named::Doubt(asked);
                }
                if consent.is_some_and(|consent| consent != of.consent) {
                    return Named::Doubt(first.remark(Reason::ConsentDiffers));
                }
                if kind.is_some_and(|kind| differs(kind, of.kind)) {
                    let answers = self.organisations.kinds_offered(&first.name);
                    return Named::Doubt(first.remark(Reason::UnclearKind).meaning(answers));
                }
                return Named::Giver(Giver::New(new), Vec::new());
            }
            Meant::Open(of, reason, near) => {
                let near = near.into_iter();
                let names = near.map(|new| self.all[new].called.clone());
                return Named::Doubt(of.remark(reason).meaning(called_so_or_new(of, names)));
            }
            Meant::Nobody => {}
        }
        if let Meant::Open(of, reason, near) = meant(&self.expected_names, called, |_| false) {
            let names = near.into_iter().map(|at| self.expected[at].clone());
            return Named::Doubt(of.remark(reason).meaning(called_so_or_new(of, names)));
        }
        // Whose name is to be shown must not be one who is not named, under another spelling.
        if consent != Some(Consent::Anonymous)
            && kind.is_none()
            && let Some(asked) = self.near_unnamed(called, known)
        {
            return Named::Doubt(asked);
        }
        let Some(kind) = kind else {
            let answers = self.organisations.kinds_offered(&first.name);
            return Named::Doubt(first.remark(Reason::UnclearKind).meaning(answers));
        };
        let is_private = kind == PatronKind::Person
            || seems.contains(&PatronKind::Person)
            || called.iter().any(|of| bears_persons_name(&of.name, kind));
        let consent = match (consent, is_private) {
            (Some(consent), _) => consent,
            (None, true) => Consent::Anonymous,
            (None, false) => Consent::Public,
        };
        if consent == Consent::Public
            && let Some(asked) = self.near_unnamed(called, known)
        {
            return Named::Doubt(asked);
        }
        Named::Newcomer(kind, consent)
    }

    /// The name that an organisation of the sheet has with its legal form, where nobody said who is meant and it is not said to be of
    /// another kind: whether the row of that organisation comes first or last, it is asked about.
    fn called_as_an_organisation<'c>(
        &self,
        called: &'c [Called],
        said: Option<PatronKind>,
        kind: Option<PatronKind>,
    ) -> Option<&'c Called> {
        let is_open = |of: &&Called| {
            let own = kind_of_name(&of.name);
            !of.is_new() && of.name == of.text && own.is_none_or(|own| own == PatronKind::Person)
        };
        let is_seemingly_person = said.is_none() && kind == Some(PatronKind::Person);
        let mut open = called.iter().filter(is_open);
        open.find(|of| {
            let mut kinds = self
                .organisations
                .bearers(&of.name)
                .filter_map(kind_of_name);
            kinds.any(|of| is_seemingly_person || kind.is_none_or(|kind| !differs(kind, of)))
        })
    }

    /// Adds a patron.
    pub(super) fn add(&mut self, of: Newcomer) -> Giver {
        let Newcomer {
            kind,
            consent,
            name,
            called,
            home: region,
        } = of;
        let id = match consent {
            Consent::Public => self.telling_id(&name),
            Consent::Anonymous => None,
        };
        let id = id.unwrap_or_else(|| self.silent_id());
        self.taken.insert(id.to_string());
        let at = self.all.len();
        let named = name.iter().filter(|(_, name)| !is_nameless(name));
        for (_, name) in named {
            self.names.add(name, at, true);
        }
        self.all.push(NewPatron {
            id,
            kind,
            consent,
            name,
            called,
            region,
        });
        Giver::New(at)
    }

    /// Keeps the names that a row has for a patron whom a row before brought. `called`: the names of each giver.
    pub(super) fn also_calls(&mut self, givers: &[Giver], called: &[Vec<Called>]) {
        if let ([Giver::New(new)], [called]) = (givers, called) {
            for of in called.iter().filter(|of| !is_nameless(&of.name)) {
                self.names.add(name_of(&of.name), *new, true);
            }
        }
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

    fn silent_id(&mut self) -> Id {
        let mut free = self.silent.by_ref().filter(|id| !self.taken.contains(id));
        free.find_map(|id| Id::parse(&id))
            .expect("such ids come without end")
    }
}

/// The names that nobody has.
fn strange<'c, T: Copy + PartialEq>(
    names: &Names<T>,
    called: &'c [Called],
) -> impl Iterator<Item = &'c Called> {
    called.iter().filter(|of| !names.has(&of.name))
}

/// Whether a text says that somebody is not named, and names no firm beside it.
pub(super) fn is_nameless(text: &str) -> bool {
    let mut words = text.split(|letter: char| !letter.is_alphanumeric());
    is_unnamed(text) && !text.contains(['«', '"', '“']) && !words.any(is_legal_form)
}

/// Whether a text names nobody.
fn is_nobody(text: &str) -> bool {
    let mut words = text.split(|letter: char| !letter.is_alphanumeric());
    is_unnamed(text) || words.all(|word| word.is_empty() || is_legal_form(word))
}

/// A patron of the portal, unless a row says something else of the consent.
fn is_on_record(patron: PatronId, of: &Called, said: SaidOfPatron, known: &Known<'_>) -> Named {
    let record = &known.portal.patrons[patron].record;
    if said
        .consent
        .is_some_and(|consent| consent != record.consent)
    {
        return Named::Doubt(of.remark(match record.consent {
            Consent::Anonymous => Reason::AnonymousNow,
            Consent::Public => Reason::NamedNow,
        }));
    }
    // A gift of a sample that is on record is on record.
    let mut doubts = Vec::new();
    if record.sample {
        doubts.push(of.remark(Reason::Sample));
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

/// The answers to whether somebody is one of others, each with whether another person is rather meant, or somebody new.
fn these_or_new(of: &Called, others: impl Iterator<Item = (String, bool)>) -> Vec<String> {
    let (others, are_other): (Vec<String>, Vec<bool>) = others.unzip();
    let new = as_somebody_new(&of.name);
    match are_other.iter().all(|is_other| *is_other) {
        true => new.into_iter().chain(others).collect(),
        false => others.into_iter().chain(new).collect(),
    }
}

/// The same of others that are told by their names.
fn called_so_or_new(of: &Called, names: impl Iterator<Item = String>) -> Vec<String> {
    let others = names.map(|name| {
        let is_other = is_other_person(&of.name, &name);
        (name, is_other)
    });
    these_or_new(of, others)
}

/// The answers that somebody is new: of the kind that the name says, or of any.
pub(super) fn as_somebody_new(name: &str) -> Vec<String> {
    match kind_of_name(name) {
        Some(kind) => vec![as_new(kind)],
        None => kinds_by_name(name).map(as_new).to_vec(),
    }
}
