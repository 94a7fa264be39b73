//! Atom feeds: what is new in the portal, in a region or in a direction.
//!
//! Format: RFC 4287; ids are tags (RFC 4151) of the site's host. A feed was updated when its newest entry was, and one
//! without an entry at the beginning of the site's first year.

use std::io;

use jiff::civil;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::model::date::Date;
use crate::model::lang::Lang;
use crate::pages::feed_entries::{FeedEntry, feed_entries};
use crate::pages::message_ids::MessageId;
use crate::pages::view::{Text, View};
use crate::pages::{is_indexed, title_of};
use crate::plan::Page;
use crate::plan::address::feed as address;

/// The year that stands in every id: an id is the same for ever, whenever a feed is made.
const TAG_YEAR: u16 = 2026;

type Xml = Writer<Vec<u8>>;

/// The feed in the folder of a page.
///
/// # Errors
/// What the writer says; nothing that is written into memory fails.
pub(crate) fn feed(view: &View<'_>, page: Page) -> io::Result<String> {
    let (portal, lang) = (view.portal, view.lang());
    let entries = feed_entries(view, page, |of| is_indexed(portal, of, lang));
    let updated = entries.iter().map(|entry| entry.updated).max();
    let updated = updated.unwrap_or(Date::Year(portal.site.first_year));
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 0);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = xml.create_element("feed").with_attributes([
        ("xmlns", "http://www.w3.org/2005/Atom"),
        ("xml:lang", lang.code()),
    ]);
    root.write_inner_content(|xml| {
        let site = view.text(&portal.site.title);
        element(
            xml,
            "id",
            &tag(view, page.address(portal, lang).trim_end_matches('/')),
        )?;
        text(xml, "title", &title(view, page))?;
        element(xml, "updated", &moment(updated))?;
        links(view, xml, page)?;
        xml.create_element("author").write_inner_content(|xml| {
            element(xml, "name", &site.text)?;
            element(xml, "uri", &view.absolute(""))
        })?;
        if let Some(licence) = &portal.site.licence {
            element(xml, "rights", licence)?;
        }
        for one in &entries {
            let entry_element = xml.create_element("entry");
            entry_element.write_inner_content(|xml| entry(view, xml, one))?;
        }
        Ok(())
    })?;
    let mut feed = String::from_utf8_lossy(&xml.into_inner()).into_owned();
    feed.push('\n');
    Ok(feed)
}

/// «Abai Region · the site's title».
fn title<'a>(view: &View<'a>, page: Page) -> Text<'a> {
    let site = view.text(&view.portal.site.title);
    match page {
        Page::Home => site,
        _ => Text {
            text: format!("{} · {}", title_of(view, page).text, site.text).into(),
            lang: None,
        },
    }
}

/// Where the feed is, what it is of, and the same in the other languages.
fn links(view: &View<'_>, xml: &mut Xml, page: Page) -> io::Result<()> {
    let portal = view.portal;
    let feed = |lang: Lang| view.absolute(&address(portal, page, lang));
    let atom = ("type", "application/atom+xml");
    let own = view.lang();
    let link = |xml: &mut Xml, attributes: &[(&str, &str)]| {
        let element = xml.create_element("link");
        element
            .with_attributes(attributes.iter().copied())
            .write_empty()
            .map(drop)
    };
    link(xml, &[("rel", "self"), atom, ("href", &feed(own))])?;
    let url = view.absolute(&page.address(portal, own));
    let html = ("type", "text/html");
    let here = [
        ("rel", "alternate"),
        html,
        ("hreflang", own.code()),
        ("href", &url),
    ];
    link(xml, &here)?;
    for &lang in portal.site.languages.iter().filter(|&&lang| lang != own) {
        let url = feed(lang);
        let other = [
            ("rel", "alternate"),
            atom,
            ("hreflang", lang.code()),
            ("href", &url),
        ];
        link(xml, &other)?;
    }
    Ok(())
}

fn entry(view: &View<'_>, xml: &mut Xml, of: &FeedEntry<'_>) -> io::Result<()> {
    let lang = view.lang().code();
    element(xml, "id", &tag(view, &format!("{lang}/{}", of.name)))?;
    text(xml, "title", &of.title)?;
    element(xml, "updated", &moment(of.updated))?;
    let link = xml.create_element("link");
    link.with_attributes([
        ("rel", "alternate"),
        ("type", "text/html"),
        ("hreflang", lang),
        ("href", &of.url),
    ])
    .write_empty()?;
    let (term, label) = &of.category;
    let category = xml.create_element("category");
    category
        .with_attributes([("term", *term), ("label", label)])
        .write_empty()?;
    if of.sample {
        let label = view.word(MessageId::SampleMark);
        let category = xml.create_element("category");
        category
            .with_attributes([("term", "sample"), ("label", &label)])
            .write_empty()?;
    }
    match &of.summary {
        Some(summary) => text(xml, "summary", summary),
        None => Ok(()),
    }
}

/// A text in its own language.
fn text(xml: &mut Xml, name: &str, of: &Text<'_>) -> io::Result<()> {
    let element = xml.create_element(name);
    let element = match of.lang {
        Some(lang) => element.with_attribute(("xml:lang", lang)),
        None => element,
    };
    let plain = legal(&of.text);
    element.write_text_content(BytesText::new(&plain)).map(drop)
}

fn element(xml: &mut Xml, name: &str, content: &str) -> io::Result<()> {
    let plain = legal(content);
    let element = xml.create_element(name);
    element.write_text_content(BytesText::new(&plain)).map(drop)
}

/// A text without what XML 1.0 cannot hold in any form.
fn legal(text: &str) -> String {
    let is_legal = |letter: &char| !matches!(letter, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}');
    text.chars().filter(is_legal).collect()
}

/// The id of something of this site.
fn tag(view: &View<'_>, name: &str) -> String {
    let site = &view.portal.site;
    let (_, rest) = site.base_url.split_once("://").unwrap_or_default();
    let host = rest.split(['/', ':']).next().unwrap_or_default();
    format!("tag:{host},{TAG_YEAR}:{}/{name}", site.base_path())
}

/// A date as a moment: the beginning of the first day that it can mean. So nothing is newer than it can be.
fn moment(date: Date) -> String {
    let day: civil::Date = date.earliest();
    format!("{day}T00:00:00Z")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_the_beginning_of_the_first_day_that_it_can_mean() {
        for (date, expected) in [
            ("2018", "2018-01-01T00:00:00Z"),
            ("2018-03", "2018-03-01T00:00:00Z"),
            ("2018-03-31", "2018-03-31T00:00:00Z"),
        ] {
            assert_eq!(moment(Date::parse(date).unwrap()), expected);
        }
    }

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(legal("a\u{b}b\t\u{ffff}«ә»"), "ab\t«ә»");
    }
}
