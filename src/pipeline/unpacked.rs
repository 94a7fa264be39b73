//! A whole site within itself, as an archive of it was unpacked or its folder was dragged: told once, in the place of all that
//! comes of it.
//!
//! Takes what was found and the paths of all texts; must not read a text.

use std::collections::BTreeMap;

use crate::diagnostic::{At, Code, Diagnostic};
use crate::source::Sources;

/// So many files that stand at their own place as well make a copy of the site.
const FEWEST: usize = 3;

/// Tells the folders that hold the site once more, and nothing else of what is in them.
pub(super) fn tell_unpacked(found: &mut Vec<Diagnostic>, sources: &Sources) {
    let folders = folders(sources);
    if folders.is_empty() {
        return;
    }
    let is_within = |at: &At| {
        let path = match at {
            At::File(path) => path.as_str(),
            At::Place(_) | At::Span(_) => at.source().map_or("", |source| sources.path(source)),
        };
        folders.iter().any(|folder| {
            let rest = path.strip_prefix(folder.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    };
    found.retain(|wrong| !is_within(&wrong.at) && !wrong.others.iter().any(is_within));
    found.extend(folders.iter().map(|folder| {
        let copied = Diagnostic::new(Code::CopiedFile, At::File(folder.clone()));
        copied.with("of", "content").with("there", "site")
    }));
}

/// The folders with a folder `content` whose files stand in that of the site, too.
fn folders(sources: &Sources) -> Vec<String> {
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    // All paths are asked at each change in a preview.
    let within = memchr::memmem::Finder::new("/content/");
    for (_, source) in sources.iter() {
        let path = &*source.path;
        let Some(at) = within
            .find(path.as_bytes())
            .filter(|_| path.starts_with("content/"))
        else {
            continue;
        };
        if sources.find(&path[at + 1..]).is_some() {
            *counted.entry(&path[..at]).or_default() += 1;
        }
    }
    let many = counted.into_iter().filter(|(_, count)| *count >= FEWEST);
    many.map(|(folder, _)| folder.to_owned()).collect()
}
