//! Slugs that cannot be: two write-ups with one address, reserved ones, which other files need, and names that no folder
//! has everywhere.

use ahash::{HashMap, HashSet};

use super::address::{beyond_language, is_reserved};
use super::page::{Page, Parts};
use crate::diagnostic::{At, Code, Diagnostic};
use crate::model::portal::Portal;
use crate::model::row::RowTitle;
use crate::model::write_up::WriteUp;
use crate::source::text::windows::unholdable;

/// Two write-ups with one address, and slugs that addresses need for themselves. Gives the pages whose slug was reported.
pub(super) fn check(portal: &Portal, found: &mut Vec<Diagnostic>) -> HashSet<Page> {
    let mut reported = HashSet::default();
    // Ids differ, so that two addresses can only be one where somebody chose one.
    let mut chosen = HashSet::default();
    for (record, text) in portal.write_ups() {
        if is_reserved(Page::of(portal, record), &text.slug) {
            reported.insert(Page::of(portal, record));
            found.push(
                Diagnostic::new(Code::ReservedSlug, At::span(text.source(), 0..0))
                    .with("id", &text.slug),
            );
        }
        if text.slug != text.id {
            chosen.insert(&text.slug);
        }
    }
    if chosen.is_empty() {
        return reported;
    }
    let mut taken: HashMap<String, &WriteUp> = HashMap::default();
    for (record, text) in portal
        .write_ups()
        .filter(|(_, text)| chosen.contains(&text.slug))
    {
        let address = Page::of(portal, record).address(portal, portal.site.default_language);
        let address = beyond_language(&address).trim_start_matches('/').to_owned();
        if let Some(other) = taken.insert(address.clone(), text) {
            reported.insert(Page::of(portal, record));
            found.push(
                Diagnostic::new(Code::DuplicateAddress, At::span(text.source(), 0..0))
                    .with("address", address)
                    .with("own", "none")
                    .also(At::span(other.source(), 0..0)),
            );
        }
    }
    reported
}

/// Records whose id or slug Windows cannot hold as the folder of a page. A file of such a name was reported already.
pub(super) fn check_folders(portal: &Portal, pages: &[Parts], found: &mut Vec<Diagnostic>) {
    for record in pages.iter().filter_map(|(page, _)| page.record()) {
        let row = portal.row(record);
        let (name, at) = match row.title() {
            RowTitle::Name(_) => (row.id().as_str(), row.origin().field("id").into()),
            RowTitle::WriteUp(text) if text.slug == text.id => continue,
            RowTitle::WriteUp(text) => (text.slug.as_str(), At::span(text.source(), 0..0)),
        };
        if let Some(why) = unholdable(name) {
            let diagnostic = Diagnostic::new(Code::WindowsName, at).with("name", name);
            found.push(diagnostic.with("what", why.word()));
        }
    }
}
