//! Givers as rows tell them: by id and name who may be named, all others by the one word `anonymous`.
//!
//! Several givers stand in the order given, those who must not be named last: their place would tell something of them.

use crate::data::cell::Cell;
use crate::data::published::Data;
use crate::data::words;
use crate::model::index::ContributionId;
use crate::model::kind::PatronId;
use crate::model::lang::Lang;

/// The word for all who must not be named.
pub(super) const ANONYMOUS: &str = "anonymous";

/// Who gave a contribution: `patron`, `anonymous` or `joint`.
pub(super) fn word(data: &Data<'_>, of: ContributionId) -> &'static str {
    match sole(data, of) {
        None => "joint",
        Some(patron) if data.portal.patrons[patron].is_anonymous() => ANONYMOUS,
        Some(_) => "patron",
    }
}

/// Who gave it alone.
pub(super) fn sole(data: &Data<'_>, of: ContributionId) -> Option<PatronId> {
    match data.portal.contributions[of].patrons[..] {
        [patron] => Some(patron),
        _ => None,
    }
}

/// A patron, if it may be named.
pub(super) fn named(data: &Data<'_>, patron: PatronId) -> Option<PatronId> {
    (!data.portal.patrons[patron].is_anonymous()).then_some(patron)
}

/// Its id, if it may be named.
pub(super) fn named_id<'a>(data: &Data<'a>, patron: PatronId) -> Option<&'a str> {
    let patron = named(data, patron)?;
    Some(data.portal.patrons[patron].record.id.as_str())
}

/// Its name in a language, if it has one there, or the word for all who must not be named.
pub(super) fn name(data: &Data<'_>, patron: PatronId, lang: Lang) -> Option<String> {
    match named(data, patron) {
        Some(patron) => {
            let name = &data.portal.patrons[patron].record.name;
            name.exact(lang).map(str::to_owned)
        }
        None => Some(words::word(lang, "value-giver-anonymous")),
    }
}

/// All givers of a contribution, those who must not be named last.
fn in_order(data: &Data<'_>, of: ContributionId) -> impl Iterator<Item = Option<PatronId>> {
    let all = data.portal.contributions[of].patrons.iter();
    let mut all: Vec<Option<PatronId>> = all.map(|&patron| named(data, patron)).collect();
    all.sort_by_key(Option::is_none);
    all.into_iter()
}

/// The ids of all givers.
pub(super) fn ids(data: &Data<'_>, of: ContributionId) -> String {
    let ids = in_order(data, of).map(|patron| match patron {
        Some(patron) => data.portal.patrons[patron].record.id.as_str(),
        None => ANONYMOUS,
    });
    ids.collect::<Vec<_>>().join(";")
}

/// The names of all givers in a language; nothing if one of them has no name there.
pub(super) fn names<'a>(data: &Data<'a>, of: ContributionId, lang: Lang) -> Cell<'a> {
    let unnamed = || words::word(lang, "value-giver-anonymous");
    let names = in_order(data, of).map(|patron| match patron {
        Some(patron) => name(data, patron, lang),
        None => Some(unnamed()),
    });
    let names: Option<Vec<String>> = names.collect();
    Cell::text(names.map(|names| names.join("; ")))
}
