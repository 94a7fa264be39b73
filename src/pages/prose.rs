//! Prose for a reader: its holes filled with names, sums, pictures and tables in the reader's language.
//!
//! The text itself may be in another language than the page; what is put into it from records is in the reader's.

use std::fmt::Write;

use serde::Serialize;

use super::drawing::{Around, draw};
use super::view::{Text, View};
use crate::link::{ask, find};
use crate::model::axis::{Axis, Key};
use crate::model::filter::Filter;
use crate::model::lang::Lang;
use crate::model::money::Amount;
use crate::model::prose::{self, Part, Portrait, Query, Target};
use crate::model::write_up::WriteUp;
use crate::plan::address::{Page, picture, quote};
use crate::plan::texts::best;
use crate::source::text::html::escape;
use crate::totals::{select, sum};

/// A text ready to be shown.
#[derive(Debug, Serialize)]
pub(super) struct Prose {
    /// Safe: nothing active from content is in it.
    pub html: String,
    /// The language of the text, if it is not the reader's.
    pub lang: Option<&'static str>,
}

/// The picture of a write-up.
#[derive(Debug, Serialize)]
pub(super) struct Image<'a> {
    url: String,
    /// Width and height in pixels, if the file tells them.
    size: Option<(u32, u32)>,
    alt: Text<'a>,
    caption: Option<Text<'a>>,
}

/// The text of a write-up on its page, in the reader's language or in the one that stands in for it.
pub(super) fn write_up(view: &View<'_>, page: Page, text: &WriteUp) -> Prose {
    let (lang, version) = text.version(view.lang(), &view.portal.site.fallback);
    fill(view, page, &version.prose, lang, &text.folder)
}

/// The prose beside a record on its page, if there is any.
pub(super) fn portrait(view: &View<'_>, page: Page, portrait: &Portrait) -> Option<Prose> {
    let (lang, text) = best(view.portal, portrait, view.lang())?;
    Some(fill(view, page, &text.prose, lang, &text.folder))
}

/// The picture of a write-up with its words in the best language.
pub(super) fn image<'a>(view: &View<'a>, text: &'a WriteUp) -> Option<Image<'a>> {
    let file = text.image.as_deref()?;
    let (lang, version) = text.version(view.lang(), &view.portal.site.fallback);
    let words = version.image.as_ref();
    let in_lang = |words: &'a str| view.text_in(crate::model::lang::TextIn { lang, text: words });
    Some(Image {
        url: view.url_of(&quote(&picture(&text.folder, file))),
        size: size_of(view, &text.folder, file),
        alt: in_lang(words.and_then(|words| words.alt.as_deref()).unwrap_or("")),
        caption: words
            .and_then(|words| words.caption.as_deref())
            .map(in_lang),
    })
}

/// The width and height of the picture `file` beside a text in `folder`.
fn size_of(view: &View<'_>, folder: &str, file: &str) -> Option<(u32, u32)> {
    let path = format!("{folder}/{file}");
    view.pictures.get(path.as_str()).copied()
}

fn fill(view: &View<'_>, page: Page, prose: &prose::Prose, lang: Lang, folder: &str) -> Prose {
    let mut html = String::new();
    let mut drawings = 0;
    for part in &prose.parts {
        match part {
            Part::Html(text) => html.push_str(text),
            Part::LinkStart(slot) => {
                let url = url_of(view, &slot.of);
                let rel = if matches!(slot.of, Target::Web(_)) {
                    " rel=\"noopener\""
                } else {
                    ""
                };
                write_to(
                    &mut html,
                    format_args!("<a href=\"{}\"{rel}>", escape(&url)),
                );
            }
            Part::LinkEnd => html.push_str("</a>"),
            Part::Label(slot) => label(view, &slot.of, lang, &mut html),
            Part::Picture(slot) => {
                let image = &slot.of;
                let url = view.url_of(&quote(&picture(folder, &image.file)));
                write_to(
                    &mut html,
                    format_args!(
                        "<figure><img src=\"{}\" alt=\"{}\"",
                        escape(&url),
                        escape(&image.alt)
                    ),
                );
                if let Some((width, height)) = size_of(view, folder, &image.file) {
                    write_to(
                        &mut html,
                        format_args!(" width=\"{width}\" height=\"{height}\""),
                    );
                }
                html.push_str(" loading=\"lazy\">");
                if let Some(caption) = &image.caption {
                    write_to(
                        &mut html,
                        format_args!("<figcaption>{}</figcaption>", escape(caption)),
                    );
                }
                html.push_str("</figure>\n");
            }
            Part::Drawing(slot) => {
                drawings += 1;
                let around = Around {
                    page,
                    lang,
                    number: drawings,
                };
                draw(view, &slot.of, &around, &mut html);
            }
        }
    }
    Prose {
        html,
        lang: (lang != view.lang()).then(|| lang.code()),
    }
}

/// Writing into a string does not fail.
pub(super) fn write_to(html: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = html.write_fmt(text);
}

/// Where a link leads, for a reader of this language.
fn url_of(view: &View<'_>, target: &Target) -> String {
    match target {
        Target::Record { kind, id, anchor } => {
            let page = find(view.portal, *kind, id)
                .map_or_else(|| view.url(Page::Home), |found| view.url(Page::of(found)));
            anchor
                .as_ref()
                .map_or(page.clone(), |anchor| format!("{page}#{anchor}"))
        }
        Target::Total(query) => ask(view.portal, query).map_or_else(
            |_| view.url(Page::Totals),
            |asked| total_url(view, &asked.filter),
        ),
        Target::Web(url) => url.clone(),
        Target::Site(path) => view.url_of(path.trim_start_matches('/')),
        Target::Anchor(anchor) => format!("#{anchor}"),
    }
}

/// Where a sum is broken down: along one axis on that page, else at its place among all totals.
pub(super) fn total_url(view: &View<'_>, filter: &Filter) -> String {
    let keys: Vec<Key> = filter.keys().collect();
    let totals = |place: &str| format!("{}#{place}", view.url(Page::Totals));
    match keys[..] {
        [] => view.url(Page::Totals),
        [Key::Region(region)] => view.url(Page::Region(region, 1)),
        [Key::District(region, _)]
        | [Key::Region(region), Key::District(..)]
        | [Key::District(..), Key::Region(region)] => {
            format!("{}#by-district", view.url(Page::Region(region, 1)))
        }
        [Key::Direction(direction)] => view.url(Page::Direction(direction, 1)),
        [Key::Object(Some(object))] => view.url(Page::Object(object, 1)),
        [Key::Year(year)] if view.indexes.years().any(|known| known == year) => {
            view.url(Page::Year(year, 1))
        }
        [Key::Patron(Some(patron))] => view.url(Page::Patron(patron, 1)),
        [Key::From(_)] => totals("by-from"),
        _ => {
            let has = |axis: Axis| keys.iter().any(|key| key.axis() == axis);
            match (has(Axis::Year), has(Axis::Region), has(Axis::Direction)) {
                (true, true, _) => totals("year-region"),
                (true, _, true) => totals("year-direction"),
                _ => totals(&format!("by-{}", keys[0].axis().word())),
            }
        }
    }
}

/// What a link without words of its own shows: the record's name, or the sum.
fn label(view: &View<'_>, target: &Target, around: Lang, html: &mut String) {
    match target {
        Target::Record { kind, id, .. } => {
            let name =
                find(view.portal, *kind, id).map(|found| super::title_of(view, Page::of(found)));
            let Some(name) = name else { return };
            // The name is in the reader's language, or in its own; the text around it may be in a third.
            let lang = name.lang.unwrap_or(view.lang().code());
            match lang == around.code() {
                true => html.push_str(&escape(&name.text)),
                false => write_to(
                    html,
                    format_args!("<span lang=\"{lang}\">{}</span>", escape(&name.text)),
                ),
            }
        }
        Target::Total(query) => html.push_str(&total(view, query, around)),
        Target::Web(text) | Target::Site(text) | Target::Anchor(text) => {
            html.push_str(&escape(text))
        }
    }
}

/// A sum of what was delivered, as a figure in a text in the language `around`.
fn total(view: &View<'_>, query: &Query, around: Lang) -> String {
    let Ok(asked) = ask(view.portal, query) else {
        return String::new();
    };
    let sums = sum(view.portal, select(view.portal, &asked.filter));
    let words = match sums.delivered.shown() {
        Amount::Nothing => view.word("total-none"),
        Amount::NotStated => view.word("amount-not-stated"),
        Amount::Known(amount) => {
            let money = view.language.locale.money(amount);
            return format!("<data value=\"{}\">{}</data>", amount.0, escape(&money));
        }
    };
    match view.lang() == around {
        true => escape(&words).into_owned(),
        false => format!("<span lang=\"{}\">{}</span>", view.lang(), escape(&words)),
    }
}
