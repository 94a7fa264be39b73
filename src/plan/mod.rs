//! The output plan: the route of every file, which is its address and what makes it. Cheap: no text is made here.

pub(crate) mod address;
mod cards;
mod collisions;
pub(crate) mod conditions;
mod conditions_check;
pub(crate) mod data;
pub(crate) mod feeds;
mod host_file;
mod inverted_indexes;
mod linked;
mod links;
pub(crate) mod listed;
mod listed_check;
pub(crate) mod long_list;
mod made_picture;
pub(crate) mod meant_files;
mod newest_first;
mod output;
mod outputs;
mod page;
mod picture_flaws;
pub(crate) mod pictures;
mod route_table;
mod routes;
pub(crate) mod search;
mod shared_routes;
pub(crate) mod site_links;
mod slugs;
mod sources;
pub(crate) mod stray;
mod summed;
pub(crate) mod tables;
pub(crate) mod texts;
mod totals_part;

pub(crate) use conditions_check::check as check_cells;
pub(crate) use host_file::HostFile;
pub(crate) use inverted_indexes::InvertedIndexes;
pub(crate) use listed::Listed;
pub(crate) use listed_check::check as check_lists;
pub(crate) use made_picture::{MadePicture, PictureDigest};
pub(crate) use output::Output;
#[cfg(test)]
pub(crate) use page::PageKind;
pub(crate) use page::{PAGE_LENGTH, Page, Subject};
pub(crate) use picture_flaws::unfit;
pub(crate) use routes::Routes;
pub(crate) use summed::Summed;
pub(crate) use totals_part::TotalsPart;

use std::collections::HashSet;

use strum::VariantArray;

use self::address::{address_of, file_of};
use self::collisions::{Clash, clashes};
use self::linked::Linked;
use self::output::OutputKind;
use self::outputs::Planned;
use self::pictures::Pictures;
use self::route_table::RouteTable;
use self::shared_routes::SharedRoutes;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::portal::Portal;
use crate::source::Asset;
use crate::totals::Totals;

/// Plans the output. `files` are those of `content/` that are no texts, and what is known of the pictures among
/// them; `theme_files` those of the theme with the address that each has.
pub(crate) fn plan(
    portal: &Portal,
    totals: &Totals,
    indexes: &InvertedIndexes,
    files: (&[&Asset], &Pictures),
    theme_files: Vec<(String, Asset)>,
) -> (Routes, Vec<Diagnostic>) {
    let pages = page::all(portal, totals, indexes);
    let linked = Linked {
        portal,
        totals,
        indexes,
    };
    let ((mut found, reported, asking, mut others), shared) = rayon::join(
        || {
            let mut found = Vec::new();
            let reported = slugs::check(portal, &mut found);
            slugs::check_folders(portal, &pages, &mut found);
            let asking = links::asking(portal);
            let planned = Planned {
                portal,
                totals,
                pages: &pages,
                asking: &asking,
                content_files: files.0,
                pictures: files.1,
                theme_files,
            };
            let others = others(planned, &mut found);
            (found, reported, asking, others)
        },
        || SharedRoutes::new(linked, &pages),
    );
    found.extend(shared.dropped(&reported).map(|(kept, dropped)| {
        let address = dropped.address(portal);
        duplicate(portal, &address, dropped, kept, "none")
    }));
    // Hardly ever anything clashes: what the files are then is made meanwhile.
    let with = |mut others: RouteTable| {
        others.sort();
        shared.with(&others)
    };
    let (clashes, files) = rayon::join(|| clashes(&shared, &others), || with(others.clone()));
    let taken = tell_clashes(portal, clashes, &others, &mut found);
    let files = match taken.is_empty() {
        true => files,
        false => {
            others.remove(&taken);
            with(others)
        }
    };
    let routes = Routes { files };
    links::check_site_links(portal, &asking, &routes, &mut found);
    links::check_fields(portal, &routes, &mut found);
    sources::check_source_files(portal, &routes, &mut found);
    (routes, found)
}

/// The files beside those that languages have alike, in the order of the plan.
fn others(mut planned: Planned<'_>, found: &mut Vec<Diagnostic>) -> RouteTable {
    let mut others = RouteTable::default();
    for kind in OutputKind::VARIANTS {
        for output in kind.others(&mut planned, found) {
            others.push(&[&file_of(output.address(planned.portal))], output);
        }
    }
    others
}

/// Reports path collisions, and gives the indices of all but the first file at each path.
fn tell_clashes(
    portal: &Portal,
    clashes: Vec<Clash<'_>>,
    others: &RouteTable,
    found: &mut Vec<Diagnostic>,
) -> HashSet<usize> {
    let mut taken = HashSet::new();
    let mut told = HashSet::new();
    for clash in clashes {
        match clash {
            Clash::Equal { first, second } => {
                taken.insert(second);
                let Some((path, second)) = others.get(second) else {
                    continue;
                };
                let own = needless_redirect(second, first);
                // An old slug is one in every language, and needless in all alike.
                let is_news = own.is_none_or(|(page, alias, _)| told.insert((page, alias)));
                found.extend(is_news.then(|| match own {
                    Some((.., own)) => {
                        let address = format!("/{}", address_of(path));
                        duplicate(portal, &address, second, first, own)
                    }
                    None => duplicate(portal, path, second, first, "none"),
                }));
            }
            Clash::InTheWay {
                file,
                inside,
                folder,
            } => {
                let both = [file, inside].map(|of| matches!(of, Output::Redirect(..)));
                found.push(match both {
                    [true, true] => {
                        duplicate(portal, &format!("/{folder}"), file, inside, "folder")
                    }
                    _ => duplicate(portal, &folder, file, inside, "none"),
                });
            }
        }
    }
    taken
}

/// An old address at which something stands, the page itself or another redirect or file: which one, and which of them.
fn needless_redirect(redirect: &Output, other: &Output) -> Option<(Page, usize, &'static str)> {
    let &Output::Redirect(_, page, alias) = redirect else {
        return None;
    };
    match *other {
        Output::Page(_, of, 1) if of == page => Some((page, alias, "now")),
        Output::Redirect(_, of, _) if of == page => Some((page, alias, "twice")),
        Output::Redirect(..) => Some((page, alias, "other")),
        _ => Some((page, alias, "taken")),
    }
}

/// That a file cannot stand at its address, since another does. `own`: as the code has it.
fn duplicate(
    portal: &Portal,
    address: &str,
    of: &Output,
    other: &Output,
    own: &'static str,
) -> Diagnostic {
    let told = |of: &Output, own| {
        Diagnostic::new(Code::DuplicateAddress, of.at(portal))
            .with("address", address)
            .with("own", own)
    };
    // An old address gives way to what stands there now.
    let (of, other, own) = match (of, other) {
        (Output::Redirect(..), _) if own == "none" => (of, other, "taken"),
        (_, Output::Redirect(..)) if own == "none" => (other, of, "taken"),
        _ => (of, other, own),
    };
    // What the program makes of no file stands nowhere.
    match [of, other].map(|output| output.is_of_program(portal)) {
        [_, true] if own == "taken" => told(of, own),
        [_, true] => told(of, "program"),
        [true, false] => told(other, "program"),
        [false, false] => told(of, own).also(other.at(portal)),
    }
}
