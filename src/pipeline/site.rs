//! Effective settings: `site.toml` overridden by the command line, and the `site` variable that every template sees.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::json;

use super::options::BuildOptions;
use super::unread::unread_paths;
use crate::diagnostic::{Acceptance, At, Code, Diagnostic};
use crate::lint;
use crate::load::site;
use crate::model::kind::RecordRef;
use crate::model::place::Place;
use crate::model::site::Site;
use crate::model::write_up::{MenuPlace, Page as TextPage};
use crate::pages::message_ids::MessageId;
use crate::pages::view::{Link, View};
use crate::pages::{section_of, title_of};
use crate::plan::Page;
use crate::plan::search::{MANIFEST, SearchFile};
use crate::plan::texts::prose_of;
use crate::source::{Sources, unmerged};

/// The settings of the site, with what the command line says over them; nothing if they cannot be used at all.
pub(super) fn settings(
    sources: &Sources,
    options: &BuildOptions,
    found: &mut Vec<Diagnostic>,
    acceptances: &mut Vec<Acceptance>,
) -> Option<Site> {
    let source = sources.find("site.toml")?;
    let text = sources.get(source)?;
    let marks = unmerged(&text.path, &text.text);
    if !marks.is_empty() {
        let marks = marks.into_iter();
        found.extend(
            marks.map(|mark| Diagnostic::new(Code::UnfinishedMerge, At::span(source, mark))),
        );
        return None;
    }
    let file = site::site_file(source, &text.text);
    found.extend(file.diagnostics);
    acceptances.extend(file.acceptances);
    found.extend(lint::text(source, &text));
    let mut settings = file.site?;
    if let Some(file) = &settings.outlines
        && !(file.starts_with("content/") && sources.find(file).is_some())
        && !unread_paths(found).contains(file)
    {
        let place = Place::document(source).at("outlines");
        let texts = sources.iter().map(|(_, source)| &*source.path);
        let known = texts.filter(|path| path.ends_with(".geojson"));
        found.push(
            Diagnostic::new(Code::NoOutlines, place)
                .with("file", file)
                .meant(file, known),
        );
        settings.outlines = None;
    }
    if let Some(samples) = options.samples {
        settings.samples = samples;
    }
    if let Some(base_url) = &options.base_url {
        settings.base_url = base_url.clone();
        Arc::make_mut(&mut settings.frame)
            .urls
            .push(base_url.clone());
    }
    Some(settings)
}

/// What every template sees as `site`.
pub(super) fn site_value(view: &View<'_>) -> serde_json::Value {
    let portal = view.portal;
    let site = &portal.site;
    let title = view.text(&site.title);
    let menu = [
        Page::Regions,
        Page::Projects,
        Page::Patrons,
        Page::Awards,
        Page::Years,
        Page::Totals,
        Page::NewsList,
    ];
    let section = |page: Page| json!({"key": section_of(page), "url": view.url(page), "text": title_of(view, page).text, "lang": null});
    // What the menu has no room for. A site that has a text for the page of open data says itself where that stands.
    let data = portal.data_page.is_none().then(|| Page::data(portal));
    let more = [Page::Directions, Page::Objects].into_iter();
    let more = more.chain(Page::compare(portal));
    let more = more.chain([Page::Completeness]).chain(data);
    let pages = in_order(view);
    let at_top = pages.iter().filter(|(page, _)| page.menu == MenuPlace::Top);
    let at_top = at_top.map(|(_, Link { url, text, lang })| {
        // No section has this key: of pages, only the one that is shown is marked.
        json!({"key": "page", "url": url, "text": text, "lang": lang})
    });
    let menu: Vec<_> = menu.into_iter().map(section).chain(at_top).collect();
    let pages = pages.iter().map(|(page, Link { url, text, lang })| {
        let (id, menu) = (page.text.id.as_str(), page.menu.word());
        json!({"id": id, "url": url, "text": text, "lang": lang, "menu": menu})
    });
    let rules = portal.rules_page.map(|index| {
        let title = title_of(view, Page::Text(index));
        json!({"url": view.url(Page::Text(index)), "text": title.text, "lang": title.lang})
    });
    let corrections = Page::has_corrections(portal).then(|| {
        let title = title_of(view, Page::Corrections);
        json!({"url": view.url(Page::Corrections), "text": title.text})
    });
    // The tiles of today's regions: column and row.
    let today = portal
        .regions
        .iter()
        .filter(|(_, region)| !region.is_former());
    let cells: Vec<(u8, u8)> = today
        .flat_map(|(_, region)| region.record.tile.iter().copied())
        .collect();
    let more: Vec<_> = more.into_iter().map(section).collect();
    let pages: Vec<_> = pages.collect();
    let led_to = menu.iter().chain(&more).chain(&corrections);
    let in_footer = pages.iter().filter(|page| page["menu"] == "footer");
    let ways: Vec<_> = led_to.chain(in_footer).map(|of| &of["url"]).collect();
    json!({
        "title": title.text,
        "title_lang": title.lang,
        "description": site.description.as_ref().map(|text| view.text(text).text),
        "base": site.base_path(),
        "home": view.url(Page::Home),
        "search": {
            "url": view.url(Page::Search),
            "manifest": view.url_of(MANIFEST),
            "description": view.url_of(&SearchFile::Description(view.lang()).address()),
        },
        "root": view.url_of(""),
        "root_absolute": format!("{}/", site.base_url),
        "cells": cells,
        "licence": site.licence,
        "contact": site.contact,
        "contact_url": site.contact_url().unwrap_or_default(),
        "menu": menu,
        "more": more,
        "pages": pages,
        "ways": ways,
        "rules": rules,
        "corrections": corrections,
        "how": how(view),
    })
}

/// The pages of `content/pages/` as menus have them: by their numbers, then by title.
fn in_order<'a>(view: &View<'a>) -> Vec<(&'a TextPage, Link<'a>)> {
    let pages = view.portal.pages.iter();
    let mut pages: Vec<_> = pages
        .map(|(index, page)| {
            let at = Page::of(view.portal, RecordRef::Page(index));
            (page, view.link(at, title_of(view, at)))
        })
        .collect();
    pages.sort_by(|(a, a_link), (b, b_link)| {
        let number = |page: &TextPage| page.order.unwrap_or(u64::MAX);
        number(a)
            .cmp(&number(b))
            .then_with(|| view.language.locale.compare(&a_link.text, &b_link.text))
            .then_with(|| a.text.id.cmp(&b.text.id))
    });
    pages
}

/// The rule behind each kind of figure: the page that explains it and the heading there, if that page is written and
/// has it.
fn how(view: &View<'_>) -> Option<BTreeMap<&'static str, String>> {
    const RULES: [(&str, MessageId); 9] = [
        ("delivered", MessageId::RuleDelivered),
        ("year", MessageId::RuleDates),
        ("region", MessageId::RuleRegions),
        ("district", MessageId::RuleRegions),
        ("from", MessageId::RuleRegions),
        ("direction", MessageId::RuleDirections),
        ("object", MessageId::RuleDirections),
        ("patron", MessageId::RuleJoint),
        ("reported", MessageId::RuleReported),
    ];
    let page = Page::Text(view.portal.rules_page?);
    let prose = prose_of(view.portal, page, view.lang());
    let url = |word| {
        let anchor = view.word(word);
        match prose.is_some_and(|prose| prose.has_id(&anchor)) {
            true => format!("{}#{anchor}", view.url(page)),
            false => view.url(page),
        }
    };
    Some(RULES.map(|(of, word)| (of, url(word))).into())
}
