//! The check of dead links (broken links), and the picture files that texts show: what texts need of the output.

use std::collections::HashSet;

use rayon::prelude::*;

use super::address::{INDEX, file_of};
use super::routes::Routes;
use super::texts::versions;
use crate::diagnostic::{At, Code, Diagnostic, nearest};
use crate::model::kind::RecordRef;
use crate::model::portal::Portal;
use crate::model::prose::{Part, Prose, Target};
use crate::model::row::RowText;

/// The records with a text that needs a file of the output: for a picture, a drawing, a link to an address of this
/// site. Few have one, so all texts are scanned only once.
pub(super) fn asking(portal: &Portal) -> Vec<RecordRef> {
    let all: Vec<(RecordRef, RowText<'_>)> = portal.row_texts().collect();
    let asking = all.into_par_iter().filter(|(_, text)| match text {
        RowText::WriteUp(text, _) => {
            let asks_for_more = text.refs.for_more || !text.refs.queries.is_empty();
            asks_for_more
                && text
                    .iter()
                    .any(|(_, version)| asks_for_files(&version.prose))
        }
        RowText::Portrait(portrait) => portrait.iter().any(|(_, text)| asks_for_files(&text.prose)),
        RowText::Nothing => false,
    });
    asking.map(|(record, _)| record).collect()
}

fn asks_for_files(prose: &Prose) -> bool {
    prose.file_references().next().is_some()
}

/// The paths of all picture files that some text shows.
pub(super) fn pictures(portal: &Portal, asking: &[RecordRef]) -> HashSet<String> {
    let texts = asking.iter().flat_map(|&record| versions(portal, record));
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
    asking: &[RecordRef],
    routes: &Routes,
    found: &mut Vec<Diagnostic>,
) {
    let asking = asking.par_iter();
    let texts = asking.flat_map_iter(|&record| versions(portal, record));
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
        file_of(format!("{path}/")),
    ];
    if files.iter().any(|file| routes.find(file).is_some()) {
        return None;
    }
    let known = routes
        .iter()
        .filter_map(|(path, output)| match output.asset() {
            Some(_) => Some(path),
            None => path.strip_suffix(INDEX),
        });
    let near = nearest(path, known).into_iter();
    let near = near.map(|path| format!("/{path}")).collect();
    Some(
        Diagnostic::new(Code::DeadLink, at)
            .with("url", url)
            .nearest(near),
    )
}
