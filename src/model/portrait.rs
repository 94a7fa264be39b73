//! Portraits: the prose that stands beside a record, in some languages, with what it refers to.

use std::sync::Arc;

use super::lang::{Lang, PerLang};
use super::links::{Links, OutgoingRefs};
use super::place::Origin;
use super::prose::Prose;

/// A portrait of a patron, or a region's own text: prose that stands on the record's page, in some languages.
#[derive(Debug, Clone, Default)]
pub(crate) struct Portrait {
    pub texts: PerLang<Option<Arc<PortraitText>>>,
    pub refs: OutgoingRefs,
    pub links: Links,
}

impl Portrait {
    /// The texts that there are, by language.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Lang, &PortraitText)> {
        let texts = self.texts.iter();
        texts.filter_map(|(lang, text)| Some((lang, &**text.as_ref()?)))
    }
}

/// One language of a portrait.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PortraitText {
    pub prose: Prose,
    /// The folder that its pictures are in, from the site's root.
    pub folder: Arc<str>,
    pub origin: Origin,
}
