//! Collation: names in the order of a language's alphabet, sorted lazily when a page first asks for them.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::initials::Initials;
use crate::locale::{Locale, without_kind_of_place, without_legal_form};
use crate::model::kind::{PatronId, RegionId};
use crate::model::lang::Lang;
use crate::model::patron::{PatronKind, PatronRecord};
use crate::model::portal::Portal;
use crate::plan::Page;

/// The lists that one language shows by name.
#[derive(Debug, Default)]
pub(crate) struct CollatedOrder {
    regions: OnceLock<Vec<RegionId>>,
    patrons: OnceLock<Vec<PatronId>>,
    initials: OnceLock<Initials>,
    namesakes: OnceLock<HashMap<Page, String>>,
}

impl CollatedOrder {
    /// All regions, those of today first, then the former ones, each by name.
    pub(crate) fn regions(&self, portal: &Portal, locale: &Locale, lang: Lang) -> &[RegionId] {
        self.regions.get_or_init(|| {
            let mut regions: Vec<RegionId> = portal.regions.indices().collect();
            regions.sort_by_cached_key(|&region| {
                let of = &portal.regions[region];
                let name = without_kind_of_place(portal.text(&of.record.name, lang).text);
                (of.is_former(), locale.sort_key(name), region)
            });
            regions
        })
    }

    /// All patrons that may be named, by name.
    pub(crate) fn patrons(&self, portal: &Portal, locale: &Locale, lang: Lang) -> &[PatronId] {
        self.patrons.get_or_init(|| {
            let public = portal
                .patrons
                .iter()
                .filter(|(_, patron)| !patron.is_anonymous());
            let mut patrons: Vec<PatronId> = public.map(|(index, _)| index).collect();
            let name = |patron| looked_up(&portal.patrons[patron].record, portal, lang);
            patrons.sort_by_cached_key(|&patron| (locale.sort_key(name(patron)), patron));
            patrons
        })
    }

    /// Where each letter begins in the list of patrons that may be named.
    pub(crate) fn initials(&self, portal: &Portal, locale: &Locale, lang: Lang) -> &Initials {
        self.initials.get_or_init(|| {
            let patrons = self.patrons(portal, locale, lang).iter();
            let names =
                patrons.map(|&patron| looked_up(&portal.patrons[patron].record, portal, lang));
            Initials::new(locale, names)
        })
    }

    /// The pages whose title others have as well, each with what tells it apart: made when a page first asks.
    pub(super) fn namesakes(
        &self,
        make: impl FnOnce() -> HashMap<Page, String>,
    ) -> &HashMap<Page, String> {
        self.namesakes.get_or_init(make)
    }
}

/// What a patron is looked up by in a language. The words of a person's name are no legal form, whatever they are.
pub(super) fn looked_up<'p>(patron: &'p PatronRecord, portal: &Portal, lang: Lang) -> &'p str {
    let name = portal.text(&patron.name, lang).text;
    match patron.kind {
        PatronKind::Person => name,
        _ => without_legal_form(name),
    }
}
