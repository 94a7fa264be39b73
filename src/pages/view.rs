//! The view model: the portal as a reader of one language sees it, and the pieces that many templates show.
//!
//! A piece is a plain value that a template can show without asking for anything: names in the reader's language,
//! addresses that can be followed, amounts as whole numbers of tenge, dates as they are written in content.

use std::borrow::Cow;

use serde::Serialize;

use super::collated_order::CollatedOrder;
use super::message_ids::MessageId;
use super::newest;
use super::rows::Rows;
use crate::data::{Data, RowIds};
use crate::locale::Language;
use crate::model::contribution::{Contribution, ContributionSource, SourceAddress};
use crate::model::date::Date;
use crate::model::edition::Edition;
use crate::model::index::{ContributionId, DistrictId};
use crate::model::kind::{
    AwardId, DirectionId, NewsId, ObjectKindId, PatronId, ProjectId, RegionId,
};
use crate::model::lang::{Lang, Localised, TextIn};
use crate::model::money::Tenge;
use crate::model::portal::Portal;
use crate::model::write_up::WriteUp;
use crate::plan::address::quote;
use crate::plan::pictures::Pictures;
use crate::plan::{InvertedIndexes, Page, Routes};
use crate::totals::Totals;

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
    /// So that a page knows how much room its pictures take, and in which forms they are.
    pub pictures: &'a Pictures,
    /// Who makes the rows of lists.
    pub rows: &'a dyn Rows,
    /// The ids of rows of open data, once they are made.
    pub row_ids: &'a RowIds,
}

/// A text, with its language if that is not the reader's.
#[derive(Debug, Clone, Default, Serialize)]
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
    /// `delivered` or `pledged`; `withdrawn`, or `void` in a cancelled project, in no sum.
    pub status: &'static str,
    /// When the pledge was withdrawn.
    pub withdrawn: Option<String>,
    pub in_kind: Option<Text<'a>>,
    pub note: Option<Text<'a>>,
    pub source: Option<SourcePiece<'a>>,
    pub project: Option<Link<'a>>,
    pub purpose: Option<Text<'a>>,
    pub region: Link<'a>,
    /// A district that has a page: all have one where a contribution is counted.
    pub district: Option<Link<'a>>,
    pub direction: Link<'a>,
    pub object: Option<Link<'a>>,
    /// When it was given, or taken back; none of what is only promised.
    pub as_of: Option<String>,
}

/// Where a contribution can be looked up.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema),
    schemars(rename = "ContributionSource")
)]
pub(crate) struct SourcePiece<'a> {
    pub link: Link<'a>,
    /// It stands on this site.
    pub is_file: bool,
    pub date: Option<String>,
}

impl<'a> View<'a> {
    pub(crate) fn lang(&self) -> Lang {
        self.language.lang
    }

    /// What tables of open data are made from.
    pub(crate) fn data(&self) -> Data<'a> {
        Data {
            portal: self.portal,
            totals: self.totals,
            indexes: self.indexes,
            row_ids: self.row_ids,
        }
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

    /// The edition of the portal.
    pub(crate) fn edition(&self) -> &'a Edition {
        self.indexes.edition(self.portal)
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

    /// A region by the name that it had at a date.
    pub(crate) fn region_at(&self, region: RegionId, date: impl Into<Option<Date>>) -> Link<'a> {
        let of = &self.portal.regions[region];
        let date = date.into();
        let name = date.map_or(&of.record.name, |date| of.name_at(date));
        self.link(Page::Region(region), self.text(name))
    }

    /// A district that has a page.
    pub(crate) fn district(&self, region: RegionId, district: DistrictId) -> Link<'a> {
        let name = &self.portal.regions[region].district(district).name;
        self.link(Page::District(region, district), self.text(name))
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

    pub(crate) fn award(&self, award: AwardId) -> Link<'a> {
        let name = self.text(&self.portal.awards[award].record.name);
        self.link(Page::Award(award), name)
    }

    pub(crate) fn year(&self, year: i16) -> Link<'a> {
        let name = Text {
            text: year.to_string().into(),
            lang: None,
        };
        self.link(Page::Year(year), name)
    }

    /// The ids of a kind of object and of those above it.
    pub(crate) fn kinds_of(&self, object: Option<ObjectKindId>) -> impl Iterator<Item = &'a str> {
        let portal = self.portal;
        let family = object.into_iter();
        let family = family.flat_map(|object| portal.object_family(object));
        family.map(|kind| portal.objects[kind].record.id.as_str())
    }

    pub(crate) fn patron(&self, patron: PatronId) -> PatronPiece<'a> {
        self.patron_at(patron, None)
    }

    /// A patron, whose region is called as it was at a date.
    pub(super) fn patron_at(
        &self,
        patron: PatronId,
        date: impl Into<Option<Date>>,
    ) -> PatronPiece<'a> {
        let of = &self.portal.patrons[patron];
        let name = || self.link(Page::Patron(patron), self.text(&of.record.name));
        PatronPiece {
            link: (!of.is_anonymous()).then(name),
            kind: of.record.kind.word(),
            region: self.region_at(of.region, date),
            sample: of.record.sample,
        }
    }

    /// The givers of a contribution in the order given; those who must not be named last, in an order that tells nothing of
    /// them.
    pub(crate) fn givers_in_order(&self, of: &Contribution) -> Vec<PatronId> {
        let mut patrons = of.patrons.to_vec();
        patrons.sort_by_cached_key(|&id| {
            let patron = &self.portal.patrons[id];
            let record = &patron.record;
            let region = || self.url(Page::Region(patron.region));
            let shown = || (record.kind.word(), region(), record.sample);
            patron.is_anonymous().then(shown)
        });
        patrons
    }

    fn givers(&self, of: &Contribution) -> Vec<PatronPiece<'a>> {
        let patrons = self.givers_in_order(of).into_iter();
        patrons
            .map(|patron| self.patron_at(patron, of.date))
            .collect()
    }

    pub(super) fn contribution(&self, contribution: ContributionId) -> ContributionPiece<'a> {
        let of = &self.portal.contributions[contribution];
        let annotation = of.annotation.as_ref();
        ContributionPiece {
            givers: self.givers(of),
            joint: of.is_joint(),
            amount: of.amount,
            date: of.date.to_string(),
            status: of.status.word(),
            withdrawn: annotation.and_then(|of| Some(of.withdrawn?.to_string())),
            in_kind: of.in_kind.as_ref().map(|text| self.text(text)),
            note: annotation.and_then(|of| Some(self.text(of.note.as_ref()?))),
            source: annotation.and_then(|of| Some(self.source(of.source.as_ref()?))),
            project: of.project.map(|project| self.project(project)),
            purpose: of.purpose.as_ref().map(|text| self.text(text)),
            region: self.region_at(of.region, of.date),
            district: of
                .district
                .filter(|&district| self.indexes.district(of.region, district).is_some())
                .map(|district| self.district(of.region, district)),
            direction: self.direction(of.direction),
            object: of.object.map(|object| self.object(object)),
            as_of: newest::of_contribution(of).map(|date| date.to_string()),
        }
    }

    /// Where a contribution can be looked up, as a link.
    fn source(&self, source: &'a ContributionSource) -> SourcePiece<'a> {
        let Text { text, lang } = self.text(&source.title);
        let (url, is_file) = match &source.at {
            SourceAddress::Web(url) => (url.clone(), false),
            SourceAddress::File(path) => (self.url_of(&quote(path)), true),
        };
        SourcePiece {
            link: Link { url, text, lang },
            is_file,
            date: source.date.map(|date| date.to_string()),
        }
    }

    /// A list of contributions in the order given.
    fn contributions(&self, list: &[ContributionId]) -> Vec<ContributionPiece<'a>> {
        let list = list.iter();
        list.map(|&contribution| self.contribution(contribution))
            .collect()
    }

    /// Those of a list that are in a sum, and the pledges that are not kept, in their order.
    pub(crate) fn counted_and_not(
        &self,
        list: &[ContributionId],
    ) -> (Vec<ContributionId>, Vec<ContributionId>) {
        let contributions = &self.portal.contributions;
        list.iter().partition(|&&id| contributions[id].is_counted())
    }

    /// A list of contributions, the delivered ones first, each by date, the newest first.
    pub(crate) fn contributions_newest_first(
        &self,
        list: &[ContributionId],
    ) -> Vec<ContributionPiece<'a>> {
        self.contributions(&self.in_order_of_rows(list))
    }

    /// Contributions by their status, those of each the newest first.
    fn in_order_of_rows(&self, list: &[ContributionId]) -> Vec<ContributionId> {
        let mut list = self.indexes.newest_first(self.portal, list.iter().copied());
        // Those of one status keep their order.
        list.sort_by_key(|&id| self.portal.contributions[id].status);
        list
    }
}
