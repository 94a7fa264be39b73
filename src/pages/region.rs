//! The page of a region: what was received there, what was reported, what it gave.

use serde::Serialize;

use super::alphabet_index::{Letter, letters_here};
use super::amounts::{SumsPiece, sums_piece};
use super::award;
use super::breakdown::BreakdownPiece;
use super::cards::{NewsPiece, ProjectPiece};
use super::collated_order::looked_up;
use super::contributions_list::{ListPiece, OutsidePiece};
use super::drawing::{place_of, share};
use super::figures::{self, FigurePiece};
use super::former_names::{self, FormerNamePiece};
use super::kind::{Frame, Kind, Reach};
use super::pager::{Pager, on_first};
use super::per_resident::{ResidentsPiece, residents_piece};
use super::prose::{Prose, portrait};
use super::rank::{RankPiece, rank};
use super::sum_tables::PageSums;
use super::view::{Link, Text, View};
use crate::locale::without_kind_of_place;
use crate::model::axis::{Axis, Key};
use crate::model::index::DistrictId;
use crate::model::kind::{PatronId, RegionId};
use crate::model::lang::TextIn;
use crate::plan::{Listed, Page, Summed};

/// How many patrons the page of a place names with what they gave there.
pub(super) const LARGEST: usize = 10;

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
    /// What it was called before, the latest first.
    former_names: Vec<FormerNamePiece<'a>>,
    centre: Option<Text<'a>>,
    population: Option<PopulationPiece<'a>>,
    /// What was delivered for each resident; none where they are not counted.
    residents: Option<ResidentsPiece>,
    /// Its rank among the regions of today; none on a portal of one region.
    rank: Option<RankPiece>,
    since: Option<String>,
    until: Option<String>,
    /// Only on the first page.
    successors: Vec<NeighbourPiece<'a>>,
    /// Only on the first page.
    predecessors: Vec<NeighbourPiece<'a>>,
    sums: SumsPiece,
    /// Where the contributions stand that make the sum.
    rows: Option<String>,
    /// Given by patrons whose home it is, wherever it went.
    given: SumsPiece,
    /// Where those contributions stand.
    given_rows: Option<String>,
    /// The whole country, to compare with.
    whole: SumsPiece,
    projects: usize,
    /// Where it lies, and its share of the whole: safe SVG, only on the first page.
    place: Option<String>,
    /// Only on the first page.
    share: Option<String>,
    /// The page that compares two regions, this one chosen.
    compare_url: Option<String>,
    /// Where the shares of all regions stand.
    shares_url: String,
    /// Their address as CSV, only on the first page; none while all was given to one region.
    shares_csv: Option<String>,
    by_year: BreakdownPiece<'a>,
    by_direction: BreakdownPiece<'a>,
    by_object: BreakdownPiece<'a>,
    by_district: BreakdownPiece<'a>,
    /// Who gave here, wherever their home is.
    by_patron: BreakdownPiece<'a>,
    /// Districts with projects and no contribution, by name; only on the first page.
    other_districts: Vec<Link<'a>>,
    /// Only on the first page.
    figures: Vec<FigurePiece<'a>>,
    /// Only on the first page.
    prose: Option<Prose<'a>>,
    /// Only on the first page.
    awards: Vec<AwardPiece<'a>>,
    /// Only on the first page.
    news: Vec<NewsPiece<'a>>,
    /// Public patrons whose home it is, and the alphabet over them, where they are many; only on the first page.
    patrons: Vec<PatronPiece<'a>>,
    /// Only on the first page.
    letters: Vec<Letter>,
    /// Only on the first page.
    anonymous_patrons: usize,
    /// The contributions behind the sum, or the newest of them; only on the first page.
    contributions: Option<ListPiece<'a>>,
    /// What was given outside of projects.
    other_contributions: Option<OutsidePiece<'a>>,
    list: Vec<ProjectPiece<'a>>,
    pager: Pager,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct PopulationPiece<'a> {
    value: u64,
    date: String,
    source: Text<'a>,
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
    let sums = PageSums::new(view, Summed::Region(region), n);
    let campaign = PageSums::new(view, Summed::Campaign, n);
    let at = Page::Region(region);
    let projects = view.indexes.region(region);
    let (part, pager) = view.part(at, projects, n);
    let (successors, predecessors) = on_first(n, || neighbours(view, region));
    let (anonymous, public): (Vec<PatronId>, Vec<PatronId>) = on_first(n, || {
        let patrons = view.indexes.patrons_of(region).iter();
        patrons
            .copied()
            .partition(|&patron| portal.patrons[patron].is_anonymous())
    });
    let (patrons, letters) = residents(view, public);
    let figures = || {
        let figures = view.indexes.figures_of(region).iter();
        figures
            .map(|&figure| figures::piece(view, figure))
            .collect()
    };
    let news = || {
        let news = view.indexes.news_of(region).iter();
        news.map(|&news| view.news_piece(news)).collect()
    };
    RegionPage {
        id: record.id.as_str(),
        iso: record.iso.as_deref(),
        kato: record.kato.as_deref(),
        inside: record.inside.as_ref().map(|text| view.text(text)),
        former_names: on_first(n, || former_names::of_region(view, &of.record)),
        centre: record.centre.as_ref().map(|text| view.text(text)),
        population: record.population.as_ref().map(|population| {
            let text = view.portal.text(&population.source, view.lang());
            let (name, source_url) = source_parts(text.text);
            let source = view.text_in(TextIn { text: name, ..text });
            PopulationPiece {
                value: population.value,
                date: population.date.to_string(),
                source,
                source_url,
            }
        }),
        residents: residents_piece(view, Key::Region(region), sums.whole.delivered.shown()),
        rank: rank(view, region).filter(|_| view.portal.scope.is_none()),
        since: record.since.map(|date| date.to_string()),
        until: record.until.map(|date| date.to_string()),
        successors,
        predecessors,
        sums: sums_piece(sums.whole),
        rows: sums.rows_url(),
        given: sums_piece(view.totals.from(Some(region))),
        given_rows: view.list_url(Listed::From(region)),
        whole: sums_piece(campaign.whole),
        projects: projects.len(),
        place: on_first(n, || place_of(view, region)),
        share: on_first(n, || share(view, region)).filter(|_| view.portal.scope.is_none()),
        compare_url: Page::compare(view.portal)
            .map(|page| format!("{}?a={}", view.url(page), record.id.as_str())),
        shares_url: format!("{}#by-region", view.url(Page::Totals)),
        shares_csv: campaign.csv(Axis::Region),
        by_year: sums.charted(Axis::Year),
        by_direction: sums.charted(Axis::Direction),
        by_object: sums.charted(Axis::Object),
        by_district: sums.table(Axis::District),
        by_patron: sums.largest(Axis::Patron, LARGEST),
        other_districts: on_first(n, || other_districts(view, region)),
        figures: on_first(n, figures),
        prose: on_first(n, || portrait(view, at, &of.prose)),
        awards: on_first(n, || awards(view, region)),
        news: on_first(n, news),
        patrons,
        letters,
        anonymous_patrons: anonymous.len(),
        contributions: sums.contributions(),
        other_contributions: sums.outside_projects(),
        list: view.project_pieces(part),
        pager,
    }
}

/// The regions that came after a region, and those that were before it.
fn neighbours<'a>(
    view: &View<'a>,
    region: RegionId,
) -> (Vec<NeighbourPiece<'a>>, Vec<NeighbourPiece<'a>>) {
    let regions = &view.portal.regions;
    let neighbour = |older: RegionId, newer: RegionId, shown: RegionId| NeighbourPiece {
        link: view.region(shown),
        date: regions[newer].record.since.map(|date| date.to_string()),
        goes_on: !regions[older].is_former(),
    };
    let successors = regions[region].successors.iter();
    let predecessors = regions[region].predecessors.iter();
    (
        successors
            .map(|&newer| neighbour(region, newer, newer))
            .collect(),
        predecessors
            .map(|&older| neighbour(older, region, older))
            .collect(),
    )
}

/// The districts that have a page and no row in the table of sums.
fn other_districts<'a>(view: &View<'a>, region: RegionId) -> Vec<Link<'a>> {
    let has_sums = |district: DistrictId| {
        let sums = view.totals.get(Key::District(region, Some(district)));
        sums.contributions().next().is_some()
    };
    let districts = view.indexes.districts_of(region);
    districts_by_name(view, districts.filter(|&of| !has_sums(of)), region)
}

/// Districts that have a page, as links.
pub(super) fn districts_by_name<'a>(
    view: &View<'a>,
    districts: impl Iterator<Item = DistrictId>,
    region: RegionId,
) -> Vec<Link<'a>> {
    let mut links: Vec<Link<'a>> = districts
        .map(|district| view.district(region, district))
        .collect();
    links.sort_by_cached_key(|link| {
        let locale = &view.language.locale;
        locale.sort_key(without_kind_of_place(&link.text))
    });
    links
}

/// Public patrons by name, and the alphabet over them.
fn residents<'a>(
    view: &View<'a>,
    mut patrons: Vec<PatronId>,
) -> (Vec<PatronPiece<'a>>, Vec<Letter>) {
    let portal = view.portal;
    let name = |&patron: &PatronId| looked_up(&portal.patrons[patron].record, portal, view.lang());
    patrons.sort_by_cached_key(|patron| view.language.locale.sort_key(name(patron)));
    let letters = letters_here(view, patrons.iter().map(name));
    let links = patrons
        .iter()
        .filter_map(|&patron| view.patron(patron).link);
    let pieces = links.enumerate().map(|(nth, link)| PatronPiece {
        anchor: letters.anchor(nth).map(str::to_owned),
        link,
    });
    (pieces.collect(), letters.index)
}

/// The awards that were given in a region, the newest first, those of one day by name.
fn awards<'a>(view: &View<'a>, region: RegionId) -> Vec<AwardPiece<'a>> {
    let awards = view.portal.awards.iter();
    let given = awards.filter(|(_, award)| award.region == Some(region));
    award::newest_first(view, given.map(|(award, _)| award))
        .into_iter()
        .map(|award| AwardPiece {
            link: view.award(award),
            date: view.portal.awards[award].record.date.to_string(),
        })
        .collect()
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
