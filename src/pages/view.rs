//! The view model: the portal as a reader of one language sees it, and the pieces that many templates show.
//!
//! A piece is a plain value that a template can show without asking for anything: names in the reader's language,
//! addresses that can be followed, amounts as whole numbers of tenge, dates as they are written in content, and the
//! pager (pagination) of a long list.

use std::borrow::Cow;
use std::cmp::Reverse;

use serde::Serialize;

use super::collated_order::CollatedOrder;
use super::message_ids::MessageId;
use super::row_kind::RowKind;
use crate::locale::Language;
use crate::model::axis::{Axis, Key};
use crate::model::index::ContributionId;
use crate::model::kind::{DirectionId, NewsId, ObjectKindId, PatronId, ProjectId, RegionId};
use crate::model::lang::{Lang, Localised, TextIn};
use crate::model::money::{Amount, Tenge};
use crate::model::portal::Portal;
use crate::model::write_up::WriteUp;
use crate::plan::PAGE_LENGTH;
use crate::plan::{InvertedIndexes, Page, Routes, parts_of};
use crate::source::PictureSizes;
use crate::totals::{Breakdown, Sums, Total, Totals, sum};

/// The portal, its sums and lists, for a reader of one language.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub portal: &'a Portal,
    pub totals: &'a Totals,
    pub indexes: &'a InvertedIndexes,
    /// All files of the output.
    pub routes: &'a Routes,
    pub sorted: &'a CollatedOrder,
    pub language: &'a Language,
    /// So that a page knows how much room its pictures take.
    pub pictures: &'a PictureSizes,
}

/// A text, with its language if that is not the reader's.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Text<'a> {
    pub text: Cow<'a, str>,
    pub lang: Option<&'static str>,
}

/// Something that can be followed.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Link<'a> {
    pub url: String,
    pub text: Cow<'a, str>,
    /// The language of the text, if it is not the reader's.
    pub lang: Option<&'static str>,
}

/// A sum of delivered or of pledged contributions.
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct TotalPiece {
    /// Whole tenge; none where no amount is known.
    pub amount: Amount,
    /// `known`; `nothing` where nothing is on record, which is not zero; `not-stated` where no amount of it is known.
    pub shown: &'static str,
    pub contributions: usize,
    /// Contributions in kind without an amount, among the contributions.
    pub without_amount: usize,
    pub projects: usize,
    pub patrons: usize,
}

/// Delivered and pledged, never added up.
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct SumsPiece {
    pub delivered: TotalPiece,
    pub pledged: TotalPiece,
}

/// A row of a table of sums.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "ViewRow"))]
pub(crate) struct RowPiece<'a> {
    #[serde(skip)]
    pub key: Key,
    /// `region`, `from`, `year`, `direction`, `object`, `district` or `patron`; `not-stated`, `joint` and `anonymous`
    /// have no name.
    pub kind: RowKind,
    /// False for the rows that have no name: their kind says all.
    pub is_named: bool,
    /// Its name; empty for the rows that have none.
    pub name: Text<'a>,
    pub url: Option<String>,
    pub sums: SumsPiece,
    /// How many projects stand in its list, for regions and the like.
    pub projects: usize,
}

/// A table of sums along an axis.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct BreakdownPiece<'a> {
    pub axis: Axis,
    pub rows: Vec<RowPiece<'a>>,
    /// Some row has pledged contributions.
    pub has_pledged: bool,
    pub whole: SumsPiece,
    /// Its chart or map, where a page shows one.
    pub drawing: Option<DrawingPiece<'a>>,
    /// The address of its rows as CSV.
    pub csv: Option<String>,
}

/// A chart or a map, with what is to be said beside it.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct DrawingPiece<'a> {
    /// Unique on its page.
    pub id: String,
    /// The drawing itself: safe SVG.
    pub svg: String,
    /// What its colours mean; several where a reader chooses which figure the map shows.
    pub legends: Vec<Legend>,
    /// Regions with figures that are off the map.
    pub off_the_map: Vec<OffTheMap<'a>>,
}

/// What the colours of a drawing mean.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Legend {
    /// The figure that a map is shaded by; none for a chart.
    pub title: Option<String>,
    /// The unit of the figure, if it is money.
    pub unit: Option<String>,
    pub swatches: Vec<Swatch>,
}

/// A colour and what it means.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Swatch {
    /// The class that the drawing has it from: `delivered`, `shade-3`.
    pub class: String,
    pub text: String,
}

/// A region off the map: it has neither a tile nor a shape there.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct OffTheMap<'a> {
    pub link: Link<'a>,
    pub total: TotalPiece,
}

/// Who gave: a public patron, or one who is not named.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "ViewPatron"))]
pub(crate) struct PatronPiece<'a> {
    /// None: anonymous.
    pub link: Option<Link<'a>>,
    pub kind: &'static str,
    pub region: Link<'a>,
    pub sample: bool,
}

/// A contribution in a list.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ContributionPiece<'a> {
    pub givers: Vec<PatronPiece<'a>>,
    pub joint: bool,
    pub amount: Option<Tenge>,
    pub date: String,
    /// `delivered` or `pledged`.
    pub status: &'static str,
    pub in_kind: Option<Text<'a>>,
    pub project: Option<Link<'a>>,
    pub purpose: Option<Text<'a>>,
    pub region: Link<'a>,
    pub direction: Link<'a>,
    pub object: Option<Link<'a>>,
}

/// Pagination: which part of a long list a page shows.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Pager {
    pub number: usize,
    pub pages: usize,
    /// Entries in the whole list.
    pub entries: usize,
    pub previous: Option<String>,
    pub next: Option<String>,
    /// Every page: its number and address.
    pub all: Vec<(usize, String)>,
}

impl<'a> View<'a> {
    pub(crate) fn lang(&self) -> Lang {
        self.language.lang
    }

    /// The address of a page for links: with the path of the site before it.
    pub(crate) fn url(&self, page: Page) -> String {
        self.url_of(&page.address(self.portal, self.lang()))
    }

    /// The address for links of something at a path from the site's root.
    pub(crate) fn url_of(&self, address: &str) -> String {
        format!("{}/{address}", self.portal.site.base_path())
    }

    /// The same of the n-th part of a page.
    pub(crate) fn url_of_part(&self, page: Page, n: usize) -> String {
        self.url_of(&page.part_address(self.portal, self.lang(), n))
    }

    /// The whole address of something at a path from the site's root, with the site's host.
    pub(crate) fn absolute(&self, address: &str) -> String {
        format!("{}/{address}", self.portal.site.base_url)
    }

    /// A word of the interface without variables. A missing one shows its name: the build has reported it.
    pub(crate) fn word(&self, message: MessageId) -> String {
        self.language
            .messages
            .format(message.id(), &[])
            .unwrap_or_else(|_| message.id().to_owned())
    }

    /// A word of the interface as a text.
    pub(crate) fn heading(&self, message: MessageId) -> Text<'a> {
        Text {
            text: self.word(message).into(),
            lang: None,
        }
    }

    /// The summary of a write-up, if it has one.
    pub(crate) fn summary(&self, text: &'a WriteUp) -> Option<Text<'a>> {
        let (lang, version) = text.version(self.lang(), &self.portal.site.fallback);
        let text = version.summary.as_deref()?;
        Some(self.text_in(TextIn { lang, text }))
    }

    /// The title of a write-up.
    pub(crate) fn title(&self, text: &'a WriteUp) -> Text<'a> {
        self.text_in(text.title(self.lang(), &self.portal.site.fallback))
    }

    pub(crate) fn text(&self, text: &'a Localised) -> Text<'a> {
        self.text_in(self.portal.text(text, self.lang()))
    }

    pub(crate) fn text_in(&self, text: TextIn<'a>) -> Text<'a> {
        Text {
            text: text.text.into(),
            lang: (text.lang != self.lang()).then(|| text.lang.code()),
        }
    }

    pub(crate) fn link(&self, page: Page, text: Text<'a>) -> Link<'a> {
        Link {
            url: self.url(page),
            text: text.text,
            lang: text.lang,
        }
    }

    pub(crate) fn region(&self, region: RegionId) -> Link<'a> {
        self.link(
            Page::Region(region),
            self.text(&self.portal.regions[region].record.name),
        )
    }

    pub(crate) fn direction(&self, direction: DirectionId) -> Link<'a> {
        self.link(
            Page::Direction(direction),
            self.text(&self.portal.directions[direction].name),
        )
    }

    pub(crate) fn object(&self, object: ObjectKindId) -> Link<'a> {
        self.link(
            Page::Object(object),
            self.text(&self.portal.objects[object].record.name),
        )
    }

    pub(crate) fn project(&self, project: ProjectId) -> Link<'a> {
        let title = self.title(&self.portal.projects[project].text);
        self.link(Page::Project(project), title)
    }

    pub(crate) fn news_link(&self, news: NewsId) -> Link<'a> {
        let title = self.title(&self.portal.news[news].text);
        self.link(Page::News(news), title)
    }

    pub(crate) fn patron(&self, patron: PatronId) -> PatronPiece<'a> {
        let of = &self.portal.patrons[patron];
        let name = || self.link(Page::Patron(patron), self.text(&of.record.name));
        PatronPiece {
            link: (!of.is_anonymous()).then(name),
            kind: of.record.kind.word(),
            region: self.region(of.region),
            sample: of.record.sample,
        }
    }

    pub(crate) fn contribution(&self, contribution: ContributionId) -> ContributionPiece<'a> {
        let of = &self.portal.contributions[contribution];
        ContributionPiece {
            givers: of
                .patrons
                .iter()
                .map(|&patron| self.patron(patron))
                .collect(),
            joint: of.is_joint(),
            amount: of.amount,
            date: of.date.to_string(),
            status: of.status.word(),
            in_kind: of.in_kind.as_ref().map(|text| self.text(text)),
            project: of.project.map(|project| self.project(project)),
            purpose: of.purpose.as_ref().map(|text| self.text(text)),
            region: self.region(of.region),
            direction: self.direction(of.direction),
            object: of.object.map(|object| self.object(object)),
        }
    }

    /// The part of a list that page `n` shows, and the way to its other parts.
    pub(crate) fn part<'l, T>(&self, page: Page, list: &'l [T], n: usize) -> (&'l [T], Pager) {
        let pages = parts_of(list.len());
        let start = (n - 1) * PAGE_LENGTH;
        let part = &list[start.min(list.len())..(start + PAGE_LENGTH).min(list.len())];
        let url = |n: usize| self.url_of_part(page, n);
        let pager = Pager {
            number: n,
            pages,
            entries: list.len(),
            previous: (n > 1).then(|| url(n - 1)),
            next: (n < pages).then(|| url(n + 1)),
            all: if pages > 1 {
                (1..=pages).map(|n| (n, url(n))).collect()
            } else {
                Vec::new()
            },
        };
        (part, pager)
    }

    /// A table of sums, its rows in the order that readers expect: years and directions in their own, all others by
    /// what was delivered, the largest first; rows without a name last.
    pub(crate) fn breakdown(&self, breakdown: &Breakdown) -> BreakdownPiece<'a> {
        let mut rows: Vec<RowPiece<'a>> = breakdown
            .rows
            .iter()
            .map(|(key, sums)| self.row(*key, sums))
            .collect();
        if !matches!(breakdown.axis, Axis::Year | Axis::Direction) {
            rows.sort_by(|a, b| {
                let rank = |row: &RowPiece<'_>| {
                    let amount = row.sums.delivered.amount.or_zero();
                    (!row.is_named, Reverse(amount))
                };
                rank(a)
                    .cmp(&rank(b))
                    .then_with(|| self.language.locale.compare(&a.name.text, &b.name.text))
            });
        }
        let all = breakdown.rows.iter().flat_map(|(_, sums)| {
            sums.delivered
                .contributions
                .iter()
                .chain(&sums.pledged.contributions)
                .copied()
        });
        BreakdownPiece {
            axis: breakdown.axis,
            has_pledged: rows.iter().any(|row| row.sums.pledged.contributions > 0),
            whole: sums_piece(&sum(self.portal, all)),
            rows,
            drawing: None,
            csv: None,
        }
    }

    /// What a row is called: its name, or the word of the interface for those that have none.
    pub(crate) fn name_of<'r>(&self, row: &'r RowPiece<'_>) -> Cow<'r, str> {
        match MessageId::of_row(row.kind) {
            Some(message) => self.word(message).into(),
            None => row.name.text.as_ref().into(),
        }
    }

    pub(crate) fn row(&self, key: Key, sums: &Sums) -> RowPiece<'a> {
        let plain = |name: Text<'a>| RowName {
            name: Some(name),
            ..RowName::default()
        };
        let linked = |link: Link<'a>, projects| RowName {
            name: Some(Text {
                text: link.text,
                lang: link.lang,
            }),
            url: Some(link.url),
            projects,
        };
        let (kind, row) = match key {
            Key::Region(region) => {
                let projects = self.indexes.region(region).len();
                (RowKind::Region, linked(self.region(region), projects))
            }
            Key::From(Some(region)) => (RowKind::From, linked(self.region(region), 0)),
            Key::Year(year) => {
                let link = Link {
                    url: self.url(Page::Year(year)),
                    text: year.to_string().into(),
                    lang: None,
                };
                (RowKind::Year, linked(link, self.indexes.year(year).len()))
            }
            Key::Direction(direction) => {
                let projects = self.indexes.direction(direction).len();
                (
                    RowKind::Direction,
                    linked(self.direction(direction), projects),
                )
            }
            Key::Object(Some(object)) => {
                let projects = self.indexes.object(object).len();
                (RowKind::Object, linked(self.object(object), projects))
            }
            Key::District(region, Some(district)) => {
                let name = &self.portal.regions[region].district(district).name;
                (RowKind::District, plain(self.text(name)))
            }
            Key::Patron(Some(patron)) => match self.patron(patron).link {
                Some(link) => (
                    RowKind::Patron,
                    linked(link, self.indexes.patron(patron).len()),
                ),
                None => (RowKind::Anonymous, RowName::default()),
            },
            Key::From(None) | Key::Patron(None) => (RowKind::Joint, RowName::default()),
            Key::Object(None) | Key::District(_, None) => (RowKind::NotStated, RowName::default()),
        };
        RowPiece {
            key,
            kind,
            is_named: row.name.is_some(),
            name: row.name.unwrap_or(Text {
                text: "".into(),
                lang: None,
            }),
            url: row.url,
            sums: sums_piece(sums),
            projects: row.projects,
        }
    }
}

/// What a row is called, and where that leads: nothing for the rows that have no name.
#[derive(Default)]
struct RowName<'a> {
    name: Option<Text<'a>>,
    url: Option<String>,
    projects: usize,
}

pub(crate) fn sums_piece(sums: &Sums) -> SumsPiece {
    SumsPiece {
        delivered: total_piece(&sums.delivered),
        pledged: total_piece(&sums.pledged),
    }
}

pub(crate) fn total_piece(total: &Total) -> TotalPiece {
    let amount = total.shown();
    TotalPiece {
        amount,
        shown: amount.word(),
        contributions: total.contributions.len(),
        without_amount: total.without_amount,
        projects: total.projects,
        patrons: total.patrons,
    }
}
