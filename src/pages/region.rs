//! The list of regions, and the page of one: what was received there, what was reported, what it gave.

use serde::Serialize;

use super::alphabet_index::{Letter, letters_here};
use super::cards::{NewsPiece, ProjectPiece};
use super::drawing::{charted, map_to_choose, place_of, share};
use super::figures::FigurePiece;
use super::kind::{Frame, Kind, Reach};
use super::prose::{Prose, portrait};
use super::sum_tables;
use super::view::{
    BreakdownPiece, ContributionPiece, DrawingPiece, Link, Pager, SumsPiece, Text, View, sums_piece,
};
use crate::model::axis::Axis;
use crate::model::kind::RegionId;
use crate::plan::Page;
use crate::plan::tables::{Table, contributions};
use crate::totals::breakdown;

pub(super) struct RegionsKind;

impl Kind for RegionsKind {
    type Values<'a> = Regions<'a>;

    fn frame(&self) -> Frame {
        Frame::new("regions", "regions", Some(Page::Home), Reach::Indexed)
    }

    fn values<'a>(&self, view: &View<'a>, _: usize) -> Regions<'a> {
        list(view)
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Regions<'a> {
    today: Vec<RegionPiece<'a>>,
    former: Vec<RegionPiece<'a>>,
    whole: SumsPiece,
    /// A map to choose a figure on.
    map: Option<DrawingPiece<'a>>,
    /// The address of its rows as CSV.
    csv: Option<String>,
}

/// A region in a list.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct RegionPiece<'a> {
    link: Link<'a>,
    centre: Option<Text<'a>>,
    population: Option<u64>,
    since: Option<String>,
    until: Option<String>,
    sums: SumsPiece,
    projects: usize,
}

fn list<'a>(view: &View<'a>) -> Regions<'a> {
    let portal = view.portal;
    let order = view
        .sorted
        .regions(portal, &view.language.locale, view.lang());
    let (former, today): (Vec<RegionId>, Vec<RegionId>) = order
        .iter()
        .partition(|&&region| portal.regions[region].is_former());
    let pieces = |regions: Vec<RegionId>| {
        let piece = |region: RegionId| {
            let record = &portal.regions[region].record;
            RegionPiece {
                link: view.region(region),
                centre: record.centre.as_ref().map(|text| view.text(text)),
                population: record
                    .population
                    .as_ref()
                    .map(|population| population.value),
                since: record.since.map(|date| date.to_string()),
                until: record.until.map(|date| date.to_string()),
                sums: sums_piece(view.totals.region(region)),
                projects: view.indexes.region(region).len(),
            }
        };
        regions.into_iter().map(piece).collect()
    };
    let by_region = view.breakdown(&view.totals.by_region);
    let by_region = sum_tables::with_file(view, Page::Totals, Axis::Region, by_region);
    Regions {
        today: pieces(today),
        former: pieces(former),
        whole: sums_piece(&view.totals.whole),
        map: map_to_choose(view),
        csv: by_region.csv,
    }
}

pub(super) struct RegionKind(pub RegionId);

impl Kind for RegionKind {
    type Values<'a> = RegionPage<'a>;

    fn frame(&self) -> Frame {
        Frame::new("region", "regions", Some(Page::Regions), Reach::Shared)
    }

    fn values<'a>(&self, view: &View<'a>, n: usize) -> RegionPage<'a> {
        context(view, self.0, n)
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct RegionPage<'a> {
    id: &'a str,
    iso: Option<&'a str>,
    kato: Option<&'a str>,
    /// The name after "where?": «Алматы облысында».
    inside: Option<Text<'a>>,
    centre: Option<Text<'a>>,
    population: Option<PopulationPiece<'a>>,
    since: Option<String>,
    until: Option<String>,
    successors: Vec<NeighbourPiece<'a>>,
    predecessors: Vec<NeighbourPiece<'a>>,
    sums: SumsPiece,
    /// Given by patrons whose home it is, wherever it went.
    given: SumsPiece,
    /// The whole country, to compare with.
    whole: SumsPiece,
    projects: usize,
    /// Where it lies, and its share of the whole: safe SVG.
    place: Option<String>,
    share: Option<String>,
    /// Where the shares of all regions stand, and their address as CSV.
    shares_url: String,
    shares_csv: String,
    by_year: BreakdownPiece<'a>,
    by_direction: BreakdownPiece<'a>,
    by_object: BreakdownPiece<'a>,
    by_district: BreakdownPiece<'a>,
    figures: Vec<FigurePiece<'a>>,
    prose: Option<Prose<'a>>,
    awards: Vec<AwardPiece<'a>>,
    news: Vec<NewsPiece<'a>>,
    /// Public patrons whose home it is, and the alphabet over them, where they are many.
    patrons: Vec<PatronPiece<'a>>,
    letters: Vec<Letter>,
    anonymous_patrons: usize,
    /// Contributions in the region that stand in no project.
    other_contributions: Vec<ContributionPiece<'a>>,
    list: Vec<ProjectPiece<'a>>,
    pager: Pager,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct PopulationPiece<'a> {
    value: u64,
    date: String,
    source: &'a str,
    /// Where the source can be read: the address that ended its text.
    source_url: Option<&'a str>,
}

/// A patron in the list of those whose home it is.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "RegionPatron"))]
struct PatronPiece<'a> {
    /// The name under which a letter's link finds it: the first of that letter.
    anchor: Option<String>,
    link: Link<'a>,
}

/// A region before or after this one.
#[derive(Serialize)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema),
    schemars(rename = "RegionNeighbour")
)]
struct NeighbourPiece<'a> {
    link: Link<'a>,
    /// The first day of the newer of the two.
    date: Option<String>,
    /// The older one goes on beside the newer one.
    goes_on: bool,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "RegionAward"))]
struct AwardPiece<'a> {
    link: Link<'a>,
    date: String,
}

fn context<'a>(view: &View<'a>, region: RegionId, n: usize) -> RegionPage<'a> {
    let portal = view.portal;
    let of = &portal.regions[region];
    let record = &of.record;
    let sums = view.totals.region(region);
    let at = Page::Region(region);
    let contributions = contributions(portal, view.totals, at);
    let along = |axis| {
        let sums = breakdown(portal, contributions.iter().copied(), axis);
        sum_tables::with_file(view, at, axis, view.breakdown(&sums))
    };
    let (part, pager) = view.part(at, view.indexes.region(region), n);
    let neighbour = |older: RegionId, newer: RegionId, shown: RegionId| NeighbourPiece {
        link: view.region(shown),
        date: portal.regions[newer]
            .record
            .since
            .map(|date| date.to_string()),
        goes_on: !portal.regions[older].is_former(),
    };
    let (anonymous, public): (Vec<_>, Vec<_>) = view
        .indexes
        .patrons_of(region)
        .iter()
        .partition(|&&patron| portal.patrons[patron].is_anonymous());
    let mut residents: Vec<Link<'a>> = public
        .into_iter()
        .filter_map(|&patron| view.patron(patron).link)
        .collect();
    residents.sort_by(|a, b| view.language.locale.compare(&a.text, &b.text));
    let letters = letters_here(view, residents.iter().map(|link| &*link.text));
    let patrons = residents
        .into_iter()
        .enumerate()
        .map(|(nth, link)| PatronPiece {
            anchor: letters.anchor(nth).map(str::to_owned),
            link,
        });
    let patrons = patrons.collect();
    let awards = portal
        .awards
        .iter()
        .filter(|(_, award)| award.region == Some(region));
    let mut awards: Vec<AwardPiece<'a>> = awards
        .map(|(index, award)| AwardPiece {
            link: super::award::link(view, index),
            date: award.record.date.to_string(),
        })
        .collect();
    awards.sort_by(|a, b| b.date.cmp(&a.date));
    let other_contributions = contributions
        .iter()
        .filter(|&&contribution| portal.contributions[contribution].project.is_none());
    RegionPage {
        id: record.id.as_str(),
        iso: record.iso.as_deref(),
        kato: record.kato.as_deref(),
        inside: record.inside.as_ref().map(|text| view.text(text)),
        centre: record.centre.as_ref().map(|text| view.text(text)),
        population: record.population.as_ref().map(|population| {
            let (source, source_url) = source_parts(&population.source);
            PopulationPiece {
                value: population.value,
                date: population.date.to_string(),
                source,
                source_url,
            }
        }),
        since: record.since.map(|date| date.to_string()),
        until: record.until.map(|date| date.to_string()),
        successors: of
            .successors
            .iter()
            .map(|&newer| neighbour(region, newer, newer))
            .collect(),
        predecessors: of
            .predecessors
            .iter()
            .map(|&older| neighbour(older, region, older))
            .collect(),
        sums: sums_piece(sums),
        given: sums_piece(view.totals.from(Some(region))),
        whole: sums_piece(&view.totals.whole),
        projects: view.indexes.region(region).len(),
        place: place_of(view, region),
        share: share(view, region),
        shares_url: format!("{}#by-region", view.url(Page::Totals)),
        shares_csv: view.url_of(&Table::By(Axis::Region).address(
            portal,
            Page::Totals,
            view.lang(),
        )),
        by_year: charted(view, along(Axis::Year)),
        by_direction: charted(view, along(Axis::Direction)),
        by_object: charted(view, along(Axis::Object)),
        by_district: along(Axis::District),
        figures: view
            .indexes
            .figures_of(region)
            .iter()
            .map(|&figure| super::figures::piece(view, figure))
            .collect(),
        prose: portrait(view, at, &of.prose),
        awards,
        news: view
            .indexes
            .news_of(region)
            .iter()
            .map(|&news| view.news_piece(news))
            .collect(),
        patrons,
        letters: letters.index,
        anonymous_patrons: anonymous.len(),
        other_contributions: other_contributions
            .map(|&contribution| view.contribution(contribution))
            .collect(),
        list: view.project_pieces(part),
        pager,
    }
}

/// A source as it is called, and the web address that may end it: `stat.gov.kz, https://stat.gov.kz/…`.
fn source_parts(source: &str) -> (&str, Option<&str>) {
    let is_address = |text: &str| text.starts_with("https://") || text.starts_with("http://");
    match source.rsplit_once(' ') {
        Some((name, address)) if is_address(address) => {
            (name.trim_end_matches([',', ' ']), Some(address))
        }
        None if is_address(source) => (source, Some(source)),
        _ => (source, None),
    }
}

#[cfg(test)]
mod tests {
    use super::source_parts;

    #[test]
    fn a_source_ends_with_its_address() {
        let address = "https://stat.gov.kz/2025";
        for (source, name, url) in [
            (
                "stat.gov.kz, https://stat.gov.kz/2025",
                "stat.gov.kz",
                Some(address),
            ),
            (address, address, Some(address)),
            ("Санақ, 2021", "Санақ, 2021", None),
            ("javascript:alert(1)", "javascript:alert(1)", None),
            ("", "", None),
        ] {
            assert_eq!(source_parts(source), (name, url));
        }
    }
}
