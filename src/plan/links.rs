//! The check of dead links (broken links), and the picture files that texts show: what texts need of the output.

use std::collections::HashSet;

use rayon::prelude::*;

use super::output::Output;
use super::routes::Routes;
use super::site_links::{near, reach, with_signs};
use super::texts::{prose_of, versions};
use crate::diagnostic::{At, Code, Diagnostic, nearest_anchor};
use crate::model::contribution::SourceAddress;
use crate::model::id::Id;
use crate::model::kind::RecordRef;
use crate::model::place::Place;
use crate::model::portal::Portal;
use crate::model::prose::{Part, Prose, Target};
use crate::model::row::RowText;
use crate::source::text::percent;

/// The records with a text that needs a file of the output: for a picture, a drawing, a link to an address of this
/// site. Few have one, so all texts are scanned only once.
pub(super) fn asking(portal: &Portal) -> Vec<RecordRef> {
    let all: Vec<(RecordRef, RowText<'_>)> = portal.row_texts().collect();
    let asking = all.into_par_iter().filter(|(_, text)| match text {
        RowText::WriteUp(text, _) => {
            // A drawing has its rows as a file, a sum has none.
            let draws = text
                .refs
                .queries
                .iter()
                .any(|asking| asking.drawn.is_some());
            let asks_for_more = text.refs.for_more || draws;
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
    pictures.extend(portal.write_ups().flat_map(|(_, text)| {
        let gallery = text.images.iter().map(|image| &image.file);
        let files = text.image.iter().chain(gallery);
        files.map(|file| format!("{}/{file}", text.folder))
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
                Target::Site(url) => {
                    dead_link(portal, routes, url, At::span(source, slot.range.clone()))
                }
                _ => None,
            },
            _ => None,
        })
    });
    found.par_extend(dead);
}

/// Reports addresses of this site in fields of records that lead nowhere: a source, a patron's own site. They are its own
/// also where it stands at an address for examples.
pub(super) fn check_fields(portal: &Portal, routes: &Routes, found: &mut Vec<Diagnostic>) {
    let frame = &portal.site.frame;
    let mut check = |url: &str, at: &dyn Fn() -> Place| {
        if let Some(within) = frame.within(url) {
            found.extend(dead_link(portal, routes, within, at().into()));
        }
    };
    if let Some(url) = portal.site.contact_url() {
        check(&url, &|| portal.site.contact_place.clone());
    }
    for (_, contribution) in portal.contributions.iter() {
        let annotation = contribution.annotation.as_ref();
        let source = annotation.and_then(|annotation| annotation.source.as_ref());
        if let Some(SourceAddress::Web(url)) = source.map(|source| &source.at) {
            check(url, &|| {
                portal.place_of(contribution).at("source").at("url")
            });
        }
    }
    for (_, figure) in portal.figures.iter() {
        let origin = figure.record.origin;
        check(&figure.record.source.url, &|| {
            origin.field("source").at("url")
        });
    }
    for (_, patron) in portal.patrons.iter() {
        let origin = patron.record.origin;
        if let Some(url) = &patron.record.site {
            check(url, &|| origin.field("site"));
        }
    }
}

/// A link to an address of this site, if nothing is there, or no such anchor.
fn dead_link(portal: &Portal, routes: &Routes, url: &str, at: At) -> Option<Diagnostic> {
    let base = portal.site.base_path();
    let reached = reach(routes, base, url);
    // Its name is another one with the next picture, though it is there now. A file of others may be called so, too.
    let may_be_made = reached.as_ref().is_none_or(|reached| {
        let asset = reached.output.asset();
        let is_beside_text = asset.is_some_and(|of| !of.path.starts_with("content/static/"));
        matches!(reached.output, Output::Picture(..)) || is_beside_text
    });
    if may_be_made && is_made_picture(base, url) {
        let dead = Diagnostic::new(Code::DeadLink, at).with("url", url);
        return Some(dead.with("what", "made"));
    }
    if let Some(region) = region_of_district(portal, url)
        && reached.is_none()
    {
        let dead = Diagnostic::new(Code::DeadLink, at).with("url", url);
        return Some(dead.with("what", "district").with("region", region));
    }
    let Some(reached) = reached else {
        let dead = Diagnostic::new(Code::DeadLink, at).with("url", url);
        let dead = match with_signs(routes, base, url) {
            Some(_) => dead.with("what", "signs"),
            None => dead,
        };
        return Some(dead.nearest(near(routes, base, url)));
    };
    let anchor = reached.anchor()?;
    let (lang, page) = reached.output.leads_to()?;
    let prose = prose_of(portal, page, lang);
    if prose.is_some_and(|prose| prose.has_id(&anchor)) || portal.site.frame.ids.reach(&anchor) {
        return None;
    }
    let ids = prose.iter().flat_map(|prose| prose.ids());
    let ids = ids.chain(portal.site.frame.ids.whole());
    Some(
        Diagnostic::new(Code::DeadAnchor, at)
            .with("anchor", &anchor)
            .nearest(nearest_anchor(&anchor, ids)),
    )
}

/// Whether an address is that of a picture which the site made, with the digest of its bytes in the name:
/// `/media/projects/gym/hall-8f6eb54abec3-1200.webp`.
fn is_made_picture(base: &str, url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let path = percent::decoded(percent::after_folders(path, base).unwrap_or(path));
    let Some(rest) = path.trim_start_matches('/').strip_prefix("media/") else {
        return false;
    };
    let stem = rest.rsplit_once('.').map_or(rest, |(stem, _)| stem);
    let is_digest = |part: &str| part.len() == 12 && part.bytes().all(|of| of.is_ascii_hexdigit());
    stem.rsplit('-').take(2).any(is_digest)
}

/// The region of a district whose page has such an address: it has one as soon as anything is known of it.
fn region_of_district<'a>(portal: &'a Portal, url: &str) -> Option<&'a Id> {
    let path = url.split(['?', '#']).next()?;
    let mut parts = path.rsplit('/').filter(|part| !part.is_empty());
    let (district, folder, region) = (parts.next()?, parts.next()?, parts.next()?);
    let index = portal
        .regions
        .find(region)
        .filter(|_| folder == "districts")?;
    let region = &portal.regions[index];
    region.find_district(district).map(|_| &region.record.id)
}
