//! Feeds: which pages have one in their folder, and which one a page belongs to.

use super::page::Page;

/// The page in whose folder the feed stands that a page belongs to: of the whole portal, of a region or of a direction.
pub(crate) fn feed_of(page: Page) -> Option<Page> {
    match page {
        Page::Home | Page::NewsList | Page::Projects | Page::Corrections => Some(Page::Home),
        Page::Region(region) | Page::District(region, _) => Some(Page::Region(region)),
        Page::Direction(_) => Some(page),
        _ => None,
    }
}

/// Whether a feed stands in the folder of a page.
pub(super) fn has_feed(page: Page) -> bool {
    feed_of(page) == Some(page)
}
