//! A patron: who gives. A person, a company, a fund, an association or a group.

use std::sync::Arc;

use super::contribution::ContributionRecord;
use super::date::Date;
use super::id::Id;
use super::index::ContributionId;
use super::kind::{AwardId, RegionId};
use super::lang::{Lang, Localised};
use super::links::Links;
use super::place::Origin;
use super::portrait::Portrait;
use super::row::{Row, RowText, RowTitle};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum PatronKind {
    Person,
    Company,
    Fund,
    Association,
    Group,
}

impl PatronKind {
    pub(crate) const ALL: [PatronKind; 5] = [
        PatronKind::Person,
        PatronKind::Company,
        PatronKind::Fund,
        PatronKind::Association,
        PatronKind::Group,
    ];

    /// The word in a record: `person`.
    pub(crate) fn word(self) -> &'static str {
        match self {
            PatronKind::Person => "person",
            PatronKind::Company => "company",
            PatronKind::Fund => "fund",
            PatronKind::Association => "association",
            PatronKind::Group => "group",
        }
    }

    pub(crate) fn by_word(word: &str) -> Option<PatronKind> {
        PatronKind::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// Whether a patron may be named. An anonymous one's money counts; neither name nor id reaches any output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Consent {
    Public,
    Anonymous,
}

impl Consent {
    pub(crate) const ALL: [Consent; 2] = [Consent::Public, Consent::Anonymous];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Consent::Public => "public",
            Consent::Anonymous => "anonymous",
        }
    }

    pub(crate) fn by_word(word: &str) -> Option<Consent> {
        Consent::ALL.into_iter().find(|of| of.word() == word)
    }
}

/// A patron as it is written in `content/patrons/`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PatronRecord {
    pub id: Id,
    pub kind: PatronKind,
    pub name: Localised,
    /// What it was called before, in the order given.
    pub former_names: Vec<FormerName>,
    /// The home region.
    pub region: Id,
    /// The year of the first contribution.
    pub since: Option<i16>,
    pub consent: Consent,
    /// Address of the patron's own site: http or https.
    pub site: Option<String>,
    /// How many people a group is.
    pub members: Option<u64>,
    /// Contributions outside any project.
    pub contributions: Vec<ContributionRecord>,
    /// Old addresses that lead to its page.
    pub aliases: Vec<String>,
    pub sample: bool,
    pub origin: Origin,
}

/// A name that a patron had once.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FormerName {
    pub name: Localised,
    /// When it was given up.
    pub until: Date,
}

impl PatronRecord {
    /// All that it is or was called, in each language, the name of today first. What stands for the name of an anonymous patron whose
    /// name nobody knows is none.
    pub(crate) fn names(&self) -> impl Iterator<Item = (Lang, &str)> {
        let former = self.former_names.iter().map(|former| &former.name);
        let all = std::iter::once(&self.name).chain(former);
        let is_anonymous = self.consent == Consent::Anonymous;
        all.flat_map(Localised::iter)
            .filter(move |(lang, name)| !is_anonymous || *name != no_name(*lang))
    }
}

/// What stands for the name of an anonymous patron whose name nobody knows.
pub(crate) fn no_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Kk | Lang::Ru => "Аноним",
        Lang::En => "Anonymous",
    }
}

/// A patron with its links.
#[derive(Debug, Clone)]
pub(crate) struct Patron {
    pub record: Arc<PatronRecord>,
    pub region: RegionId,
    /// All contributions that it gave, alone or jointly, in projects or outside, in the order of the portal.
    pub contributions: Vec<ContributionId>,
    /// The awards in whose lists it stands.
    pub awards: Vec<AwardId>,
    pub portrait: Portrait,
}

impl Patron {
    pub(crate) fn is_anonymous(&self) -> bool {
        self.record.consent == Consent::Anonymous
    }
}

impl Row for Patron {
    fn id(&self) -> &Id {
        &self.record.id
    }
    fn is_sample(&self) -> bool {
        self.record.sample
    }
    fn origin(&self) -> Origin {
        self.record.origin
    }
    fn title(&self) -> RowTitle<'_> {
        RowTitle::Name(&self.record.name)
    }
    fn aliases(&self) -> &[String] {
        &self.record.aliases
    }
    fn text(&self) -> RowText<'_> {
        RowText::Portrait(&self.portrait)
    }
    fn links_mut(&mut self) -> Option<&mut Links> {
        Some(&mut self.portrait.links)
    }
}
