//! Embeds: the figures of a region, or of the whole country, as a small page that other sites show in a frame.

use serde::Serialize;

use super::amounts::{SumsPiece, sums_piece};
use super::breakdown::BreakdownPiece;
use super::kind::{Frame, Kind, Reach};
use super::sum_tables::PageSums;
use super::titles::title_of;
use super::view::{Text, View};
use crate::model::axis::Axis;
use crate::model::kind::RegionId;
use crate::plan::{Page, Summed};

pub(super) struct EmbedKind(pub Option<RegionId>);

impl Kind for EmbedKind {
    type Values<'a> = Embed<'a>;

    fn frame(&self) -> Frame {
        Frame::new("embed", "", Some(self.shown()), Reach::Hidden)
    }

    fn values<'a>(&self, view: &View<'a>, _: usize) -> Embed<'a> {
        let address = Page::Embed(self.0).address(view.portal, view.lang());
        let (of, inside) = match self.0 {
            None => (Summed::Campaign, None),
            Some(region) => {
                let inside = view.portal.regions[region].record.inside.as_ref();
                (Summed::Region(region), inside)
            }
        };
        let sums = PageSums::new(view, of, 1);
        Embed {
            region: self
                .0
                .map(|region| view.portal.regions[region].record.id.as_str()),
            inside: inside.map(|text| view.text(text)),
            sums: sums_piece(sums.whole),
            table: match self.0 {
                None => sums.mapped(None),
                Some(_) => sums.charted(Axis::Year),
            },
            whole: view.url(self.shown()),
            address: view.absolute(&address),
            name: self.name(view),
        }
    }
}

impl EmbedKind {
    /// The page whose figures these are.
    fn shown(&self) -> Page {
        self.0.map_or(Page::Home, Page::Region)
    }

    /// What the frame is called for those who do not see it: «Abai Region · Tribute to the native land».
    fn name(&self, view: &View<'_>) -> String {
        let site = title_of(view, Page::Home).text;
        match self.0 {
            None => site.into_owned(),
            Some(region) => format!("{} · {site}", title_of(view, Page::Region(region)).text),
        }
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Embed<'a> {
    /// None of the whole country.
    region: Option<&'a str>,
    /// The region's name after "where?": «Алматы облысында».
    inside: Option<Text<'a>>,
    sums: SumsPiece,
    /// The regions of the country with their map, or the years of a region with their chart.
    table: BreakdownPiece<'a>,
    /// The page with all figures.
    whole: String,
    /// The address of this page with the host: what a frame shows.
    address: String,
    /// What the frame is called.
    name: String,
}
