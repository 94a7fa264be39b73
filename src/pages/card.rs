//! Cards: what the theme draws for a page on the picture that social networks show for a link to it.

use serde::Serialize;
use tera::{Context, TeraResult};

use super::amounts::{TotalPiece, total_piece};
use super::titles::title_of;
use super::view::{Text, View};
use crate::cards::{Lines, fitted};
use crate::plan::Page;

/// The width that the name of the page has on a card, in pixels, how many lines, and the sizes of its letters.
const WIDTH: f32 = 1040.0;
const LINES: usize = 3;
const SIZES: [u32; 4] = [84, 68, 56, 46];

#[derive(Serialize)]
struct Card<'a> {
    lang: &'static str,
    /// The kind of the page: `region`.
    kind: &'static str,
    /// The name of the page in lines that have room on the card.
    name: Lines,
    /// The name of a region after "where?": «Алматы облысында».
    inside: Option<Text<'a>>,
    delivered: TotalPiece,
    /// The tiles of a region: column and row.
    cells: &'a [(u8, u8)],
    /// Some record of the portal is invented.
    samples: bool,
}

/// What `card.svg` sees.
///
/// # Errors
/// A value that templates cannot hold, which is a bug.
pub(crate) fn context(view: &View<'_>, page: Page) -> TeraResult<Context> {
    let region = match page {
        Page::Region(region) => Some(&view.portal.regions[region].record),
        _ => None,
    };
    let sums = page.summed().map(|summed| summed.sums(view.totals));
    let sums = sums.unwrap_or(&view.totals.whole);
    Context::from_serialize(&Card {
        lang: view.lang().code(),
        kind: match page {
            Page::Region(_) => "region",
            Page::Direction(_) => "direction",
            Page::Year(_) => "year",
            _ => "home",
        },
        name: fitted(&title_of(view, page).text, WIDTH, LINES, &SIZES),
        inside: region
            .and_then(|region| region.inside.as_ref())
            .map(|text| view.text(text)),
        delivered: total_piece(&sums.delivered),
        cells: region.map_or(&[], |region| &region.tile),
        samples: view.portal.shows_samples,
    })
}

/// The address of the card of a page, with the host; none if the theme has no cards.
pub(super) fn card_url(view: &View<'_>, page: Page) -> Option<String> {
    let portal = view.portal;
    let card = page.card(portal);
    let address = || card.card_address(portal, view.lang());
    portal
        .site
        .frame
        .has_cards
        .then(|| view.absolute(&address()))
}
