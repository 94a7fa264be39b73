//! What texts ask of the output: the pictures and drawings that they show, and the addresses of this site that they link to.

use std::collections::HashSet;

use rayon::prelude::*;

use super::texts::write_up_of;
use super::{Output, Routes};
use crate::diagnostic::{At, Code, Diagnostic, nearest};
use crate::model::portal::Portal;
use crate::model::prose::{Part, Portrait, Prose, Target};
use crate::model::table::{Table, TableIndex};
use crate::model::write_up::WriteUp;
use crate::plan::address::{Page, file_of};
use crate::source::SourceId;

/// The pages of records that have a text which asks for a file of the output: with a picture, a drawing, a link to an
/// address of this site. Few have, so all texts are looked at but once.
pub(super) fn asking(portal: &Portal) -> Vec<Page> {
    let mut pages = rows(&portal.projects, |of| is_asking(&of.text), Page::Project);
    pages.extend(rows(&portal.news, |of| is_asking(&of.text), Page::News));
    pages.extend(rows(&portal.pages, |of| is_asking(&of.text), Page::Text));
    let region = |region| Page::Region(region, 1);
    pages.extend(rows(
        &portal.regions,
        |of| is_portrait_asking(&of.prose),
        region,
    ));
    let patron = |patron| Page::Patron(patron, 1);
    pages.extend(rows(
        &portal.patrons,
        |of| is_portrait_asking(&of.portrait),
        patron,
    ));
    pages
}

fn rows<I: TableIndex + Send, T: Sync>(
    table: &Table<I, T>,
    is_asking: impl Fn(&T) -> bool + Sync,
    page: impl Fn(I) -> Page + Sync,
) -> Vec<Page> {
    let rows = table.rows().par_iter().enumerate();
    rows.filter(|(_, row)| is_asking(row))
        .map(|(place, _)| page(I::new(place)))
        .collect()
}

fn is_asking(text: &WriteUp) -> bool {
    let asks_for_more = text.refs.for_more || !text.refs.queries.is_empty();
    asks_for_more
        && text
            .iter()
            .any(|(_, version)| asks_for_files(&version.prose))
}

fn is_portrait_asking(portrait: &Portrait) -> bool {
    let mut texts = portrait.iter();
    texts.any(|(_, text)| asks_for_files(&text.prose))
}

fn asks_for_files(prose: &Prose) -> bool {
    prose.file_references().next().is_some()
}

/// A text of the portal: its file, the folder of its pictures, its prose.
type Text<'a> = (SourceId, &'a str, &'a Prose);

/// The texts of a record in all languages.
fn texts(portal: &Portal, page: Page) -> Vec<Text<'_>> {
    let portrait = match page {
        Page::Region(region, _) => &portal.regions[region].prose,
        Page::Patron(patron, _) => &portal.patrons[patron].portrait,
        _ => {
            let Some(text) = write_up_of(portal, page) else {
                return Vec::new();
            };
            return text
                .iter()
                .map(|(_, version)| (version.origin.source, &*text.folder, &version.prose))
                .collect();
        }
    };
    let texts = portrait.iter();
    texts
        .map(|(_, text)| (text.origin.source, &*text.folder, &text.prose))
        .collect()
}

/// The paths of all picture files that some text shows.
pub(super) fn pictures(portal: &Portal, asking: &[Page]) -> HashSet<String> {
    let texts = asking.iter().flat_map(|&page| texts(portal, page));
    let in_texts = texts.flat_map(|(_, folder, prose)| {
        prose.file_references().filter_map(move |part| match part {
            Part::Picture(slot) => Some(format!("{folder}/{}", slot.of.file)),
            _ => None,
        })
    });
    let mut pictures: HashSet<String> = in_texts.collect();
    pictures.extend(portal.write_ups().filter_map(|(_, text)| {
        let file = text.image.as_ref()?;
        Some(format!("{}/{file}", text.folder))
    }));
    pictures
}

/// Links to addresses of this site have to lead to a file of the output.
pub(super) fn check_site_links(
    portal: &Portal,
    asking: &[Page],
    routes: &Routes,
    found: &mut Vec<Diagnostic>,
) {
    let texts = asking.par_iter().flat_map_iter(|&page| texts(portal, page));
    let dead = texts.flat_map_iter(|(source, _, prose)| {
        prose.file_references().filter_map(move |part| match part {
            Part::LinkStart(slot) => match &slot.of {
                Target::Site(url) => dead_link(routes, url, At::span(source, slot.range.clone())),
                _ => None,
            },
            _ => None,
        })
    });
    found.par_extend(dead);
}

/// A link to an address of this site, if nothing is there.
fn dead_link(routes: &Routes, url: &str, at: At) -> Option<Diagnostic> {
    let path = url.split(['?', '#']).next().unwrap_or("");
    let path = path.trim_start_matches('/');
    let files = [
        file_of(path.to_owned()),
        path.to_owned(),
        format!("{path}/index.html"),
    ];
    if files.iter().any(|file| routes.find(file).is_some()) {
        return None;
    }
    let known = routes.iter().filter_map(|(path, output)| match output {
        Output::Asset(_) => Some(path),
        _ => path.strip_suffix("index.html"),
    });
    let near = nearest(path, known).into_iter();
    let near = near.map(|path| format!("/{path}")).collect();
    Some(
        Diagnostic::new(Code::DeadLink, at)
            .with("url", url)
            .nearest(near),
    )
}
