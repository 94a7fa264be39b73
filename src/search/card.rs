//! Cards: what a result shows of a page to a reader of a language.

use serde::Serialize;

use super::document::summary_in;
use crate::model::money::Amount;
use crate::pages::title_of;
use crate::pages::view::{Text, View};
use crate::plan::Page;
use crate::totals::{Sums, sum};

/// What a result shows. What is not there is left out.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Card<'a> {
    url: String,
    title: Text<'a>,
    /// Where it is: the region, or the district and the region.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    place: Vec<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<i16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    /// What was delivered, in whole tenge as digits; an empty text where no amount is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    delivered: Option<String>,
    /// The same of what was pledged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pledged: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<Text<'a>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    sample: bool,
}

/// The card of a page.
pub(super) fn card<'a>(view: &View<'a>, page: Page) -> Card<'a> {
    let portal = view.portal;
    let mut card = Card {
        url: view.url(page),
        title: title_of(view, page),
        summary: summary(view, page),
        sample: page
            .record()
            .is_some_and(|record| portal.row(record).is_sample()),
        ..Card::default()
    };
    let region = |region| view.text(&portal.regions[region].record.name);
    match page {
        Page::Project(project) => {
            let of = &portal.projects[project];
            let name = match of.shown_day() {
                Some(day) => portal.regions[of.region].name_at(day),
                None => &portal.regions[of.region].record.name,
            };
            let district = of.district.into_iter();
            let district =
                district.map(|at| view.text(&portal.regions[of.region].district(at).name));
            card.place = district.chain([view.text(name)]).collect();
            card.year = of.shown_day().map(|day| day.year());
            card.status = Some(of.status.word());
            card.say(&sum(portal, of.contributions.iter().copied()));
        }
        Page::District(of, _) => card.place.push(region(of)),
        Page::Patron(patron) => card.place.push(region(portal.patrons[patron].region)),
        Page::Award(award) => {
            let of = &portal.awards[award];
            card.place.extend(of.region.map(region));
            card.year = Some(of.record.date.year());
        }
        Page::News(news) => {
            let of = &portal.news[news];
            let place = of.place.as_ref().map(|place| view.text(place));
            card.place.extend(place.or_else(|| of.region.map(region)));
            card.year = Some(of.date.year());
        }
        _ => {}
    }
    let is_record = page.record().is_some() || matches!(page, Page::District(..) | Page::Year(_));
    if let Some(summed) = page.summed().filter(|_| is_record) {
        card.say(summed.sums(view.totals));
    }
    card
}

impl Card<'_> {
    fn say(&mut self, sums: &Sums) {
        let said = |amount: Amount| match amount {
            Amount::Nothing => None,
            Amount::NotStated => Some(String::new()),
            Amount::Known(amount) => Some(amount.0.to_string()),
        };
        self.delivered = said(sums.delivered.shown());
        self.pledged = said(sums.pledged.shown());
    }
}

/// The summary of a page in the reader's language, or in one that stands in for it.
fn summary<'a>(view: &View<'_>, page: Page) -> Option<Text<'a>> {
    let mut languages = view.lang().or(&view.portal.site.fallback);
    let (lang, text) = languages.find_map(|lang| Some((lang, summary_in(view, page, lang)?)))?;
    Some(Text {
        text: text.into(),
        lang: (lang != view.lang()).then(|| lang.code()),
    })
}
