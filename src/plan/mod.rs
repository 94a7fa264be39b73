//! The output plan: the route of every file, which is its address and what makes it. Cheap: no text is made here.

pub(crate) mod address;
mod collisions;
mod inverted_indexes;
mod links;
pub(crate) mod long_list;
mod output;
mod outputs;
mod page;
mod route_table;
mod routes;
mod shared_routes;
pub(crate) mod site_links;
mod slugs;
mod sources;
pub(crate) mod stray;
mod summed;
pub(crate) mod tables;
pub(crate) mod texts;

pub(crate) use inverted_indexes::InvertedIndexes;
pub(crate) use output::Output;
#[cfg(test)]
pub(crate) use page::PageKind;
pub(crate) use page::{PAGE_LENGTH, Page, Subject, parts_of};
pub(crate) use routes::Routes;
pub(crate) use summed::Summed;

use std::collections::HashSet;

use strum::VariantArray;

use self::address::file_of;
use self::collisions::{Clash, clashes};
use self::output::OutputKind;
use self::outputs::Planned;
use self::route_table::RouteTable;
use self::shared_routes::SharedRoutes;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::portal::Portal;
use crate::source::Asset;
use crate::totals::Totals;

/// Plans the output. `content_files` are the files of `content/` that are no texts; `theme_files` those of the theme
/// with the address that each has.
pub(crate) fn plan(
    portal: &Portal,
    totals: &Totals,
    indexes: &InvertedIndexes,
    content_files: &[&Asset],
    theme_files: Vec<(String, Asset)>,
) -> (Routes, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let reported = slugs::check(portal, &mut found);
    let pages = page::all(portal, indexes);
    slugs::check_folders(portal, &pages, &mut found);
    let shared = SharedRoutes::new(portal, totals, &pages);
    found.extend(shared.dropped(&reported).map(|(kept, dropped)| {
        let address = dropped.address(portal);
        duplicate(portal, &address, dropped, kept)
    }));
    let asking = links::asking(portal);
    let mut planned = Planned {
        portal,
        pages: &pages,
        asking: &asking,
        content_files,
        theme_files,
    };
    let mut others = RouteTable::default();
    for kind in OutputKind::VARIANTS {
        for output in kind.others(&mut planned, &mut found) {
            others.push(&[&file_of(output.address(portal))], output);
        }
    }
    refuse_clashes(portal, &shared, &mut others, &mut found);
    others.sort();
    let files = shared.with(&others);
    let routes = Routes { files };
    links::check_site_links(portal, &asking, &routes, &mut found);
    sources::check_source_files(portal, &routes, &mut found);
    (routes, found)
}

/// Reports path collisions, and removes all but the first file at each path.
fn refuse_clashes(
    portal: &Portal,
    shared: &SharedRoutes,
    others: &mut RouteTable,
    found: &mut Vec<Diagnostic>,
) {
    let mut taken = HashSet::new();
    for clash in clashes(shared, others) {
        match clash {
            Clash::Equal { first, second } => {
                taken.insert(second);
                let second = others.get(second);
                found.extend(second.map(|(path, second)| duplicate(portal, path, second, first)));
            }
            Clash::InTheWay {
                file,
                inside,
                folder,
            } => found.push(duplicate(portal, &folder, file, inside)),
        }
    }
    others.remove(&taken);
}

/// That a file cannot stand at its address, since another does.
fn duplicate(portal: &Portal, address: &str, of: &Output, other: &Output) -> Diagnostic {
    Diagnostic::new(Code::DuplicateAddress, of.at(portal))
        .with("address", address)
        .also(other.at(portal))
}
