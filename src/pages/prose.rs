//! Prose rendering: the slots of a text filled with names, sums, pictures and drawings in the reader's language.
//!
//! The text itself may be in another language than the page: names are put into it in its own, sums in the reader's.

use serde::Serialize;

use super::drawing::{Around, DrawingInText, draw};
use super::newest;
use super::view::{Text, View};
use crate::model::axis::{Giver, Key};
use crate::model::filter::Filter;
use crate::model::kind::RecordRef;
use crate::model::lang::{Lang, Localised, TextIn};
use crate::model::links::{LinkedProse, Links, Resolved};
use crate::model::money::Amount;
use crate::model::portal::Portal;
use crate::model::portrait::Portrait;
use crate::model::prose::{Part, Target};
use crate::model::row::RowTitle;
use crate::model::write_up::WriteUp;
use crate::plan::address::quote;
use crate::plan::conditions::Condition;
use crate::plan::site_links::reach;
use crate::plan::texts::best;
use crate::plan::{Output, Page};
use crate::source::text::html::escape;
use crate::totals::{select, sum};

/// A text with its slots filled, ready to be shown.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Prose<'a> {
    /// The text, cut where something that the theme draws stands in it.
    pub(super) parts: Vec<ProsePart<'a>>,
    /// The language of the text, if it is not the reader's.
    pub(super) lang: Option<&'static str>,
}

/// A part of a text, by its `kind`.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(tag = "kind", content = "of", rename_all = "lowercase")]
pub(super) enum ProsePart<'a> {
    /// Safe: nothing active from content is in it.
    Html(String),
    /// A name that is not in the language of the text.
    Name(Text<'a>),
    /// What was delivered.
    Sum(SumInText),
    /// A picture on a line of its own.
    Picture(Image<'a>),
    /// A drawing on a line of its own.
    Drawing(Box<DrawingInText<'a>>),
    /// In a long text, behind a heading: what follows may be folded. Safe: the words of the heading; none where that ends.
    Fold(Option<String>),
}

/// A sum within a sentence.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct SumInText {
    /// Whole tenge; none where no amount is known.
    amount: Amount,
    /// `known`; `nothing` where nothing is on record, which is not zero; `not-stated` where no amount of it is known.
    shown: &'static str,
    /// The reader's language, if it is not that of the text.
    lang: Option<&'static str>,
    /// The latest contribution in it.
    as_of: Option<String>,
}

/// A picture: of a write-up, or in a text.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Image<'a> {
    /// The whole picture, which every browser shows.
    url: String,
    /// Its width and height in pixels, if the file tells them.
    size: Option<(u32, u32)>,
    /// The same as WebP, the narrowest first; none of a picture that is published as it is.
    webp: Vec<ImageWidth>,
    alt: Text<'a>,
    caption: Option<Text<'a>>,
}

/// A picture as WebP, of a width.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ImageWidth {
    url: String,
    /// In pixels.
    width: u32,
    height: u32,
}

impl Image<'_> {
    /// The address, width and height of what stands in a list, if the file tells them.
    pub(crate) fn in_list(&self) -> Option<(&str, u32, u32)> {
        match self.webp.first() {
            Some(of) => Some((&of.url, of.width, of.height)),
            None => self.size.map(|(width, height)| (&*self.url, width, height)),
        }
    }
}

/// The text of a write-up on its page, in the reader's language or in the one that stands in for it.
pub(super) fn write_up<'a>(
    view: &View<'a>,
    page: Page,
    text: &'a WriteUp,
    links: &'a Links,
) -> Prose<'a> {
    let (lang, version) = text.version(view.lang(), &view.portal.site.fallback);
    let prose = LinkedProse::new(&version.prose, lang, &text.refs, links);
    fill(view, page, prose, lang, &text.folder)
}

/// The prose beside a record on its page, if there is any.
pub(super) fn portrait<'a>(
    view: &View<'a>,
    page: Page,
    portrait: &'a Portrait,
) -> Option<Prose<'a>> {
    let (lang, text) = best(view.portal, portrait, view.lang())?;
    let prose = LinkedProse::new(&text.prose, lang, &portrait.refs, &portrait.links);
    Some(fill(view, page, prose, lang, &text.folder))
}

/// The picture of a write-up with its words in the best language.
pub(super) fn image<'a>(view: &View<'a>, text: &'a WriteUp) -> Option<Image<'a>> {
    let file = text.image.as_deref()?;
    let (lang, version) = text.version(view.lang(), &view.portal.site.fallback);
    let words = version.image.as_ref();
    let in_lang = |words: &'a str| view.text_in(TextIn { lang, text: words });
    let alt = in_lang(words.and_then(|words| words.alt.as_deref()).unwrap_or(""));
    let caption = words.and_then(|words| words.caption.as_deref());
    Some(image_of(
        view,
        (&text.folder, file),
        alt,
        caption.map(in_lang),
    ))
}

/// The pictures of a write-up besides that, each with its words in the best language.
pub(super) fn gallery<'a>(view: &View<'a>, text: &'a WriteUp) -> Vec<Image<'a>> {
    let all = text.images.iter().map(|of| {
        let in_best = |words: &'a Option<Localised>| words.as_ref().map(|words| view.text(words));
        let alt = in_best(&of.alt).unwrap_or_default();
        image_of(view, (&text.folder, &of.file), alt, in_best(&of.caption))
    });
    all.collect()
}

/// The picture beside a text, by its folder and file, in all its forms.
fn image_of<'a>(
    view: &View<'a>,
    (folder, file): (&str, &str),
    alt: Text<'a>,
    caption: Option<Text<'a>>,
) -> Image<'a> {
    let url = |address: &str| view.url_of(&quote(address));
    let shown = view.pictures.shown(folder, file);
    Image {
        url: url(&shown.address),
        size: shown.size,
        webp: shown
            .webp
            .iter()
            .map(|(address, form)| ImageWidth {
                url: url(address),
                width: form.width,
                height: form.height,
            })
            .collect(),
        alt,
        caption,
    }
}

fn fill<'a>(
    view: &View<'a>,
    page: Page,
    prose: LinkedProse<'a>,
    lang: Lang,
    folder: &str,
) -> Prose<'a> {
    let mut filled = Filled::default();
    let mut drawings = 0;
    for (part, resolved) in prose.parts() {
        match part {
            Part::Html(text) => filled.html.push_str(text),
            Part::LinkStart(slot) => {
                let url = url_of(view, &slot.of, resolved);
                let rel = match slot.of {
                    Target::Web(_) => " rel=\"noopener\"",
                    Target::Record { .. }
                    | Target::Total(_)
                    | Target::Site(_)
                    | Target::Anchor(_) => "",
                };
                let html = ["<a href=\"", &escape(&url), "\"", rel, ">"];
                filled.html.extend(html);
            }
            Part::LinkEnd => filled.html.push_str("</a>"),
            Part::Label(slot) => label(view, (&slot.of, resolved), lang, &mut filled),
            Part::Picture(slot) => {
                let words = |text: &'a str| Text {
                    text: text.into(),
                    lang: None,
                };
                let caption = slot.of.caption.as_deref().map(words);
                let alt = words(&slot.of.alt);
                let shown = image_of(view, (folder, &slot.of.file), alt, caption);
                filled.push(ProsePart::Picture(shown));
            }
            Part::Drawing(slot) => {
                drawings += 1;
                let around = Around {
                    page,
                    lang,
                    number: drawings,
                };
                if let Resolved::Drawing(shows) = &resolved {
                    let drawn = draw(view, (&slot.of, shows), &around);
                    filled.push(ProsePart::Drawing(Box::new(drawn)));
                }
            }
        }
    }
    Prose {
        parts: filled.finish(),
        lang: (lang != view.lang()).then(|| lang.code()),
    }
}

/// The parts of a text as far as it is filled: HTML grows until something else stands in the text.
#[derive(Default)]
struct Filled<'a> {
    parts: Vec<ProsePart<'a>>,
    html: String,
}

impl<'a> Filled<'a> {
    fn push(&mut self, part: ProsePart<'a>) {
        self.end_html();
        self.parts.push(part);
    }

    fn end_html(&mut self) {
        if !self.html.is_empty() {
            let html = std::mem::take(&mut self.html);
            self.parts.push(ProsePart::Html(html));
        }
    }

    fn finish(mut self) -> Vec<ProsePart<'a>> {
        self.end_html();
        self.parts
    }
}

/// Where a link leads, for a reader of this language: home, while the site has the mistake that nothing is there.
fn url_of(view: &View<'_>, target: &Target, resolved: Resolved) -> String {
    match (target, resolved) {
        (Target::Record { anchor, .. }, Resolved::Record(record)) => {
            let page = view.url(Page::of(view.portal, record));
            match anchor {
                Some(anchor) => format!("{page}#{anchor}"),
                None => page,
            }
        }
        (Target::Total(_), Resolved::Total(filter)) => total_url(view, &filter),
        (Target::Record { .. } | Target::Total(_), _) => view.url(Page::Home),
        (Target::Web(url), _) => url.clone(),
        (Target::Site(path), _) => site_url(view, path),
        (Target::Anchor(anchor), _) => format!("#{anchor}"),
    }
}

/// The address of a page or file of the site as links have it: a folder with its slash, nothing raw.
fn site_url(view: &View<'_>, path: &str) -> String {
    match reach(view.routes, view.portal.site.base_path(), path) {
        Some(reached) => {
            let rest = reached.rest.replace(' ', "%20");
            // Past a redirect, which would lose the anchor.
            let address = match (reached.output, reached.output.leads_to()) {
                (Output::Redirect(..), Some((lang, page))) => page.address(view.portal, lang),
                _ => reached.address,
            };
            view.url_of(&(quote(&address) + &rest))
        }
        None => view.url_of(&quote(path.trim_start_matches('/'))),
    }
}

/// Where a sum of one key is broken down, and where the contributions of several stand.
fn total_url(view: &View<'_>, filter: &Filter) -> String {
    let keys: Vec<Key> = filter.keys().collect();
    let totals = |place: &str| format!("{}#{place}", view.url(Page::Totals));
    match keys[..] {
        [] => view.url(Page::Totals),
        [Key::Region(region)] => view.url(Page::Region(region)),
        [Key::Direction(direction)] => view.url(Page::Direction(direction)),
        [Key::Object(Some(object))] => view.url(Page::Object(object)),
        [Key::Year(year)] if view.indexes.years().any(|known| known == year) => {
            view.url(Page::Year(year))
        }
        [Key::Patron(Giver::Named(patron))] => view.url(Page::Patron(patron)),
        [Key::District(region, Some(district))]
        | [Key::Region(region), Key::District(_, Some(district))] => {
            match view.indexes.district(region, district) {
                Some(_) => view.url(Page::District(region, district)),
                None => format!("{}#by-district", view.url(Page::Region(region))),
            }
        }
        [one] => totals(&format!("by-{}", one.axis().word())),
        [..] => {
            let sums = sum(view.portal, select(view.portal, view.totals, *filter));
            let asked = Condition::of_filter(filter);
            let behind = view.behind(&asked, &sums);
            behind.unwrap_or_else(|| view.filtered_url(&asked))
        }
    }
}

/// The name of a record in a language, or in the one that stands in for it.
fn name_in(portal: &Portal, record: RecordRef, lang: Lang) -> TextIn<'_> {
    match portal.row(record).title() {
        RowTitle::Name(name) => portal.text(name, lang),
        RowTitle::WriteUp(text) => text.title(lang, &portal.site.fallback),
    }
}

/// What a link without words of its own shows: the record's name, or the sum.
fn label<'a>(
    view: &View<'a>,
    (target, resolved): (&Target, Resolved),
    around: Lang,
    filled: &mut Filled<'a>,
) {
    match (target, resolved) {
        (Target::Record { .. }, Resolved::Record(record)) => {
            // In a sentence a name is in the language of the sentence, if the record has it.
            let name = name_in(view.portal, record, around);
            match name.lang == around {
                true => filled.html.push_str(&escape(name.text)),
                false => filled.push(ProsePart::Name(Text {
                    text: name.text.into(),
                    lang: Some(name.lang.code()),
                })),
            }
        }
        (Target::Total(_), Resolved::Total(filter)) => {
            let sums = sum(view.portal, select(view.portal, view.totals, filter));
            let amount = sums.delivered.shown();
            filled.push(ProsePart::Sum(SumInText {
                amount,
                shown: amount.word(),
                lang: (view.lang() != around).then(|| view.lang().code()),
                as_of: newest::of_contributions(view.portal, &sums.delivered.contributions)
                    .map(|date| date.to_string()),
            }));
        }
        (Target::Anchor(anchor), _) if anchor.is_empty() => filled.html.push('#'),
        (Target::Web(text) | Target::Site(text) | Target::Anchor(text), _) => {
            filled.html.push_str(&escape(text))
        }
        (Target::Record { .. } | Target::Total(_), _) => {}
    }
}
