//! What texts ask of the output: the pictures that they show, and the addresses of this site that they link to.

use std::collections::HashSet;

use rayon::prelude::*;

use super::{Output, Routes};
use crate::diagnostic::{At, Code, Diagnostic, nearest};
use crate::model::portal::Portal;
use crate::model::prose::{Part, Prose, Target};
use crate::pages::address::file_of;
use crate::source::SourceId;

/// A text of the portal: its file, the folder of its pictures, its prose.
type Text<'a> = (SourceId, &'a str, &'a Prose);

/// The texts of the portal.
fn texts(portal: &Portal) -> impl ParallelIterator<Item = Text<'_>> {
    let projects = portal.projects.rows().par_iter().map(|of| &of.text);
    let news = portal.news.rows().par_iter().map(|of| &of.text);
    let pages = portal.pages.rows().par_iter().map(|of| &of.text);
    let write_ups = projects.chain(news).chain(pages).flat_map_iter(|text| {
        let versions = text
            .versions
            .iter()
            .filter_map(|(_, version)| version.as_deref());
        versions.map(|version| (version.origin.source, &*text.folder, &version.prose))
    });
    let regions = portal.regions.rows().par_iter().map(|of| &of.prose);
    let patrons = portal.patrons.rows().par_iter().map(|of| &of.portrait);
    let portraits = regions.chain(patrons).flat_map_iter(|portrait| {
        let texts = portrait.iter().filter_map(|(_, text)| text.as_deref());
        texts.map(|text| (text.origin.source, &*text.folder, &text.prose))
    });
    write_ups.chain(portraits)
}

/// The paths of all picture files that some text shows.
pub fn pictures(portal: &Portal) -> HashSet<String> {
    let in_texts = texts(portal).flat_map_iter(|(_, folder, prose)| {
        prose.asking_for_files().filter_map(move |part| match part {
            Part::Picture(hole) => Some(format!("{folder}/{}", hole.of.file)),
            _ => None,
        })
    });
    let mut pictures: HashSet<String> = in_texts.collect();
    let projects = portal.projects.iter().map(|(_, project)| &project.text);
    let news = portal.news.iter().map(|(_, news)| &news.text);
    let pages = portal.pages.iter().map(|(_, page)| &page.text);
    pictures.extend(projects.chain(news).chain(pages).filter_map(|text| {
        let file = text.image.as_ref()?;
        Some(format!("{}/{file}", text.folder))
    }));
    pictures
}

/// Links to addresses of this site have to lead to a file of the output.
pub fn check_site_links(portal: &Portal, routes: &Routes, found: &mut Vec<Diagnostic>) {
    let dead = texts(portal).flat_map_iter(|(source, _, prose)| {
        prose.asking_for_files().filter_map(move |part| match part {
            Part::LinkStart(hole) => match &hole.of {
                Target::Site(url) => dead_link(routes, url, At::span(source, hole.range.clone())),
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
