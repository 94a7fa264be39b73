//! Tests of the Markdown compiler: Markdown in, HTML out, its slots shown as `{link:project/x}`.

mod blocks;
mod left;
mod mended;
mod notes;
mod properties;
mod well_formed;
mod words;

use super::parse;
use crate::diagnostic::{At, Code, Diagnostic};
use crate::model::prose::{Part, Prose, Query, Target};
use crate::source::SourceId;

fn read(markdown: &str) -> (Prose, Vec<Diagnostic>) {
    parse(
        SourceId(0),
        markdown,
        0..markdown.len(),
        &Default::default(),
    )
}

/// What a diagnostic stands at.
fn place<'a>(of: &Diagnostic, markdown: &'a str) -> &'a str {
    match &of.at {
        At::Span(span) => &markdown[span.range.clone()],
        other => panic!("{other:?}"),
    }
}

/// Each Markdown with its HTML and the codes of what is found wrong in it.
fn check(table: &[(&str, &str, &[Code])]) {
    for (markdown, html, codes) in table {
        let (prose, found) = read(markdown);
        assert_eq!(show(&prose), *html, "{markdown}");
        let found: Vec<Code> = found.iter().map(|diagnostic| diagnostic.code).collect();
        assert_eq!(found, *codes, "{markdown}");
    }
}

fn show(prose: &Prose) -> String {
    let parts = prose.parts.iter().map(|part| match part {
        Part::Html(html) => html.clone(),
        Part::LinkStart(slot) => format!("{{link:{}}}", show_target(&slot.of)),
        Part::LinkEnd => "{/link}".to_owned(),
        Part::Label(slot) => format!("{{label:{}}}", show_target(&slot.of)),
        Part::Picture(slot) => {
            let caption = slot
                .of
                .caption
                .as_deref()
                .map_or(String::new(), |caption| format!("|{caption}"));
            format!("{{picture:{}|{}{caption}}}", slot.of.file, slot.of.alt)
        }
        Part::Drawing(slot) => {
            let drawing = &slot.of;
            format!(
                "{{{}{}|{}}}",
                drawing.kind.word(),
                show_query(&drawing.query),
                drawing.caption
            )
        }
    });
    parts.collect()
}

fn show_target(target: &Target) -> String {
    match target {
        Target::Record { kind, id, anchor } => {
            let anchor = anchor
                .as_deref()
                .map_or(String::new(), |anchor| format!("#{anchor}"));
            format!("{}/{id}{anchor}", kind.word())
        }
        Target::Total(query) => format!("total{}", show_query(query)),
        Target::Web(address) | Target::Site(address) => address.clone(),
        Target::Anchor(anchor) => format!("#{anchor}"),
    }
}

fn show_query(query: &Query) -> String {
    let pairs = query.0.iter().map(|(key, value)| format!("?{key}={value}"));
    pairs.collect()
}

#[test]
fn places_are_those_of_the_whole_file() {
    let text = "---\ntitle: ә\n---\nАты [](@patron/x) <b>\n\n![](a.png)\n\n[y](z.md)";
    let start = text.find("Аты").unwrap();
    let (prose, found) = parse(SourceId(7), text, start..text.len(), &Default::default());
    let mut slots = Vec::new();
    for part in &prose.parts {
        match part {
            Part::LinkStart(slot) | Part::Label(slot) => slots.push(&text[slot.range.clone()]),
            Part::Picture(slot) => slots.push(&text[slot.range.clone()]),
            _ => {}
        }
    }
    assert_eq!(slots, ["[](@patron/x)", "[](@patron/x)", "![](a.png)"]);
    let places = found.iter().map(|diagnostic| match &diagnostic.at {
        At::Span(span) => (span.source.0, &text[span.range.clone()]),
        other => panic!("{other:?}"),
    });
    let places: Vec<_> = places.collect();
    assert_eq!(places, [(7, "<b>"), (7, "![](a.png)"), (7, "[y](z.md)")]);
}
