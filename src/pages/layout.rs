//! Page layout: title, canonical link, hreflang alternates, noindex, language switcher, menu, breadcrumbs, notices.

use serde::Serialize;

use super::alternates::{Alternate, alternates};
use super::corrections::{self, CorrectionPiece};
use super::description::{description, summary};
use super::document_title::document_title;
use super::kind::AnyKind;
use super::message_ids::MessageId;
use super::share_picture::{SharePicture, share_picture};
use super::social_links::{Share, mistake_link, share_links};
use super::structured_data::structured_data;
use super::titles::title_of;
use super::view::{Link, Text, View};
use crate::model::lang::Lang;
use crate::plan::address::feed;
use crate::plan::data::{DataFile, DataTable};
use crate::plan::feeds::feed_of;
use crate::plan::texts::write_up_of;
use crate::plan::{Page, TotalsPart};

/// The frame of one page.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Layout<'a> {
    pub lang: &'static str,
    /// The kind of page, which is also the name of its template: `region`.
    pub kind: &'static str,
    /// The section of the menu that the page belongs to: `regions`.
    pub section: &'static str,
    pub title: Text<'a>,
    /// The title as no other page of the language has it, for search engines and browser tabs.
    pub document_title: Text<'a>,
    /// The address of the page for links.
    pub url: String,
    /// The meta description: a sentence for search engines and previews.
    pub description: Option<Text<'a>>,
    /// What the page's own text says in short, if it does.
    pub summary: Option<Text<'a>>,
    /// The canonical address, with the host: of the original, if this is a page whose text is not translated. A page that
    /// nobody is meant to come to has none: it is shown at addresses that are not its own.
    pub canonical: Option<String>,
    /// The hreflang alternates: the same page in the languages that really have it, and `x-default`, with addresses for search
    /// engines; none on a page that they should pass by.
    pub alternates: Vec<Alternate>,
    /// The picture for previews of the page; none where there is none of its own.
    pub picture: Option<SharePicture<'a>>,
    /// The feed of what is new in what the page is about.
    pub feed: Option<String>,
    /// The language switcher: the same page in all languages, for readers.
    pub languages: Vec<LanguageLink>,
    pub breadcrumbs: Vec<Link<'a>>,
    /// The day of the newest record on the page, in its sums or in what it tells of; none where nothing has a day.
    pub as_of: Option<String>,
    /// Social share links; none on a page that nobody is meant to come to.
    pub share: Option<Share>,
    /// Where the figures of the page stand as a small page that other sites show.
    pub embed: Option<String>,
    /// The file of open data whose rows are the list of the page; of other lists the file stands beside the page.
    pub table: Option<String>,
    /// Where a mistake in the record of the page is told to the site: a letter that names record and page, or the address
    /// that the site has for its contact.
    pub mistake: Option<String>,
    /// The text of the page is not translated: the language that it is shown in.
    pub shown_in: Option<&'static str>,
    /// The text of the page is a translation, and its original has changed since: the original's language.
    pub stale: Option<&'static str>,
    /// What has been set right in the record of the page, the newest first; only on the first of its pages.
    pub corrections: Vec<CorrectionPiece<'a>>,
    /// The record of the page is invented.
    pub sample: bool,
    /// Some record of the portal is invented.
    pub samples: bool,
    /// Of projects, patrons and awards some are invented and some are not, so that each has to say it.
    pub mixed: bool,
    /// What the page is about, for machines: JSON-LD that is safe within a script element. None on a page that search engines
    /// should pass by.
    pub structured_data: Option<String>,
    /// Search engines should pass by: 404, and texts in another language than the page's.
    pub noindex: bool,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct LanguageLink {
    pub lang: &'static str,
    /// In the language itself.
    pub name: &'static str,
    pub url: String,
    pub current: bool,
}

/// The frame of the n-th part of a page, which stands below others: the nearest of them first.
pub(super) fn layout<'a>(
    view: &View<'a>,
    page: Page,
    kind: &dyn AnyKind,
    above: &[Page],
    n: usize,
    as_of: Option<String>,
) -> Layout<'a> {
    let portal = view.portal;
    let frame = kind.frame();
    let text = write_up_of(portal, page);
    let shown = text.map(|text| text.version(view.lang(), &portal.site.fallback));
    let shown_in = shown
        .as_ref()
        .map(|(lang, _)| *lang)
        .filter(|&lang| lang != view.lang());
    let stale = text
        .zip(shown)
        .and_then(|(text, (lang, _))| text.stale(lang));
    let noindex = !frame.is_indexed() || shown_in.is_some();
    let languages = || portal.site.languages.iter().copied();
    let address = |lang: Lang| page.part_address(portal, lang, n);
    let absolute = |lang: Lang| view.absolute(&address(lang));
    let title = title_of(view, page);
    let corrections = match page.record() {
        Some(record) if n == 1 => corrections::of_record(view, record),
        _ => Vec::new(),
    };
    let corrected = corrections.iter().map(|of| of.day().to_owned()).max();
    let here = absolute(view.lang());
    let description = description(view, page, kind);
    let described = description.as_ref().map_or("", |text| &text.text);
    let share = frame.is_indexed().then(|| share_links(&title.text, &here));
    let mistake = (page.record()).and_then(|record| mistake_link(view, record, &here));
    Layout {
        lang: view.lang().code(),
        kind: frame.template,
        section: frame.section,
        title,
        document_title: document_title(view, page),
        structured_data: match noindex {
            true => None,
            false => structured_data(view, (page, n), above, described),
        },
        description,
        summary: summary(view, page),
        url: view.url_of(&address(view.lang())),
        canonical: frame
            .is_indexed()
            .then(|| absolute(shown_in.unwrap_or(view.lang()))),
        alternates: match noindex {
            true => Vec::new(),
            false => alternates(view, page, n),
        },
        picture: frame
            .is_indexed()
            .then(|| share_picture(view, page))
            .flatten(),
        feed: feed_of(page).map(|of| view.url_of(&feed(portal, of, view.lang()))),
        languages: languages()
            .map(|lang| LanguageLink {
                lang: lang.code(),
                name: lang.own_name(),
                url: view.url_of(&address(lang)),
                current: lang == view.lang(),
            })
            .collect(),
        breadcrumbs: breadcrumbs(view, above),
        as_of: as_of.max(corrected),
        share,
        embed: page.embed().map(|embed| view.url(embed)),
        table: listed_in(page).map(|of| view.url_of(&DataFile::Csv(of).address())),
        mistake,
        shown_in: shown_in.map(Lang::code),
        stale: stale.map(Lang::code),
        corrections,
        sample: page
            .record()
            .is_some_and(|record| portal.row(record).is_sample()),
        samples: portal.shows_samples,
        mixed: portal.mixes_samples,
        noindex,
    }
}

/// The table of open data whose rows are the list of a page, over all its parts: in an order of its own, with every language beside
/// the other.
fn listed_in(page: Page) -> Option<DataTable> {
    match page {
        Page::Awards => Some(DataTable::Awards),
        Page::Corrections => Some(DataTable::Corrections),
        Page::Directions => Some(DataTable::TotalsByDirection),
        Page::Objects => Some(DataTable::TotalsByObjectKind),
        Page::Compare => Some(DataTable::TotalsByRegion),
        Page::Filtered => Some(DataTable::Contributions),
        Page::Reported => Some(DataTable::ReportedFigures),
        // The page names the largest alone.
        Page::TotalsPart(TotalsPart::Patron) => Some(DataTable::TotalsByPatron),
        _ => None,
    }
}

/// The breadcrumbs: the way from home to a page by the pages above it, the nearest first.
fn breadcrumbs<'a>(view: &View<'a>, above: &[Page]) -> Vec<Link<'a>> {
    let home = above.len().saturating_sub(1);
    let way = above.iter().enumerate().rev();
    way.map(|(nth, &page)| {
        let title = match nth == home {
            false => title_of(view, page),
            true => view.heading(MessageId::NavHome),
        };
        view.link(page, title)
    })
    .collect()
}
