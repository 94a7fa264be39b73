//! The check of sources of contributions that are files: each has to be among the files that are copied.

use super::address::of_static_file;
use super::routes::Routes;
use crate::diagnostic::{Code, Diagnostic, MOST};
use crate::model::contribution::SourceAddress;
use crate::model::portal::Portal;

/// Reports each source whose file is not there, with the nearest of those that are.
pub(super) fn check_source_files(portal: &Portal, routes: &Routes, found: &mut Vec<Diagnostic>) {
    let mut missing = Vec::new();
    for (_, contribution) in portal.contributions.iter() {
        let annotation = contribution.annotation.as_ref();
        let source = annotation.and_then(|annotation| annotation.source.as_ref());
        let Some(SourceAddress::File(file)) = source.map(|source| &source.at) else {
            continue;
        };
        if routes.find(file).and_then(|of| of.asset()).is_none() {
            let at = portal.place_of(contribution).at("source").at("file");
            missing.push((file, Diagnostic::new(Code::NoSourceFile, at)));
        }
    }
    if missing.is_empty() {
        return;
    }
    let assets = routes.iter().filter_map(|(_, output)| output.asset());
    let known = assets.filter_map(|asset| of_static_file(&asset.path));
    let known: Vec<&str> = known.collect();
    // To compare all with all would take long.
    let missing = missing.into_iter().enumerate();
    found.extend(missing.map(|(nth, (file, diagnostic))| {
        let known = if nth < MOST { &*known } else { &[] };
        let diagnostic = diagnostic.with("file", file);
        diagnostic.meant(file, known.iter().copied())
    }));
}
