//! Addresses within the site, as texts and old sites write them: what file of the output each leads to.
//!
//! Takes the routes and an address, gives the file and the address as it should be. One way to look, for whoever checks
//! links and for whoever writes them into pages.

use std::borrow::Cow;

use super::address::{INDEX, address_of, file_of};
use super::output::Output;
use super::page::PageKind;
use super::routes::Routes;
use crate::diagnostic::nearest;
use crate::model::kind::RecordKind;
use crate::source::text::percent;

/// Where an address within the site leads.
pub(crate) struct Reached<'a> {
    pub output: &'a Output,
    /// From the site's root, not encoded, with the slash of a folder at its end.
    pub address: String,
    /// What follows the path: `?a#b`, or nothing.
    pub rest: &'a str,
}

impl Reached<'_> {
    /// The anchor in it, without its encoding.
    pub(crate) fn anchor(&self) -> Option<String> {
        let (_, anchor) = self.rest.split_once('#')?;
        Some(anchor_of(anchor))
    }
}

/// An anchor without its encoding, and without what a browser alone reads behind it: which words to show (URL Fragment
/// Text Directives).
fn anchor_of(fragment: &str) -> String {
    let anchor = fragment.split(":~:").next().unwrap_or_default();
    percent::decoded(anchor).into_owned()
}

/// What an address that begins with a slash leads to. A file that is called exactly so comes first, then one whose name
/// is encoded in it; either may stand below the path of the site, `base`, as it does in a browser.
pub(crate) fn reach<'a>(routes: &'a Routes, base: &str, url: &'a str) -> Option<Reached<'a>> {
    let (path, rest) = url.split_at(url.find(['?', '#']).unwrap_or(url.len()));
    let decoded = percent::decoded(path);
    let paths = [path, &decoded];
    let found = paths.into_iter().find_map(|path| find(routes, path));
    let found = found.or_else(|| {
        let within = |path: &str| match percent::after_folders(path, base)? {
            "" => find(routes, "/"),
            within => find(routes, within),
        };
        let mut paths = paths.into_iter().filter(|_| !base.is_empty());
        paths.find_map(within)
    });
    let (output, address) = found?;
    Some(Reached {
        output,
        address,
        rest,
    })
}

/// What stood at an address, if something does: told from the address alone, for pages that are not there.
pub(crate) enum Asked {
    /// The page of a record.
    Record(RecordKind, String),
    /// A page that is there if anything is known of what it is about: a district, a year, a list of contributions.
    IfKnown,
}

/// The path of an address within the site, without that of the site, `base`, and not encoded.
pub(crate) fn path_of<'u>(base: &str, url: &'u str) -> Cow<'u, str> {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    percent::decoded(percent::after_folders(path, base).unwrap_or(path))
}

/// What page stands at an address within the site by its form, `base` being the path of the site; none if no kind of
/// page has such addresses.
pub(crate) fn asked(base: &str, url: &str) -> Option<Asked> {
    let path = path_of(base, url);
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let (_lang, rest) = parts.split_first()?;
    // A record's pages stand in a section that is called like the folder of its files.
    let kind_of = |section: &str| RecordKind::linked().find(|kind| kind.folder() == section);
    match rest {
        [id] => Some(Asked::Record(RecordKind::Page, (*id).to_owned())),
        [section, ..] if !PageKind::is_section(section) => None,
        [section, id] => Some(match kind_of(section) {
            Some(kind) => Asked::Record(kind, (*id).to_owned()),
            None => Asked::IfKnown,
        }),
        [_, _, _, ..] => Some(Asked::IfKnown),
        [] => None,
    }
}

/// A file at a path, or the page of the folder there.
fn find<'a>(routes: &'a Routes, path: &str) -> Option<(&'a Output, String)> {
    let path = path.trim_start_matches('/');
    if let Some(output) = routes.find(&file_of(path.to_owned())) {
        return Some((output, address_of(path).to_owned()));
    }
    let folder = format!("{path}/");
    let output = routes.find(&file_of(folder.clone()))?;
    Some((output, folder))
}

/// The file whose name has a sign that ends the path of an address.
pub(super) fn with_signs<'a>(
    routes: &'a Routes,
    base: &str,
    url: &str,
) -> Option<(&'a Output, String)> {
    let decoded = percent::decoded(url);
    let path = decoded.strip_prefix(base).unwrap_or(&decoded);
    path.contains(['?', '#']).then(|| find(routes, path))?
}

/// Addresses that are near one where nothing is: what was certainly meant alone, else those that are spelled nearly
/// alike.
pub(super) fn near(routes: &Routes, base: &str, url: &str) -> Vec<String> {
    if let Some((_, address)) = with_signs(routes, base, url) {
        let encoded = address.replace('%', "%25").replace('#', "%23");
        return vec![format!("{base}/{}", encoded.replace('?', "%3F"))];
    }
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let path = percent::decoded(path);
    let path = path
        .strip_prefix(base)
        .filter(|_| !base.is_empty())
        .unwrap_or(&path);
    let path = path.replace("//", "/");
    let path = path.trim_start_matches('/');
    if path.contains('/')
        && let Some((_, address)) = find(routes, path).filter(|(_, address)| !address.is_empty())
    {
        return vec![format!("/{address}")];
    }
    // With less before it: as the file is called in the folder of the content, or below another site.
    let begins = path.match_indices('/').map(|(at, _)| &path[at + 1..]);
    let begins = begins.filter(|rest| !rest.trim_matches('/').is_empty());
    // As an old site had it, or as the text is called.
    let ends = [".html", ".htm", ".md", "index.html", "index.php"];
    let meant = begins.chain(ends.iter().filter_map(|end| path.strip_suffix(end)));
    let mut meant = meant.filter_map(|path| find(routes, path));
    if let Some((_, address)) = meant.next() {
        return vec![format!("/{address}")];
    }
    let known = || {
        let files = routes.iter();
        files.filter_map(|(path, output)| match output.asset() {
            Some(_) => Some(path),
            None => path.strip_suffix(INDEX),
        })
    };
    let name = |path: &str| {
        let plain = path.trim_end_matches('/');
        plain.rsplit('/').next().unwrap_or(plain).to_lowercase()
    };
    let own = name(path);
    let is_same = |known: &&str| !own.is_empty() && name(known) == own;
    let first = path.split('/').next().unwrap_or_default();
    let mut near: Vec<String> = known()
        .filter(is_same)
        .take(MOST_ALIKE + 1)
        .map(str::to_owned)
        .collect();
    // The same page in another language is none that was meant, unless nothing else is.
    if near.iter().any(|of| of.split('/').next() == Some(first)) {
        near.retain(|of| of.split('/').next() == Some(first));
    }
    near.sort_by_key(|known| strsim::osa_distance(path, known));
    if near.is_empty() || near.len() > MOST_ALIKE {
        near = nearest(path, known().filter(|known| !known.is_empty()));
        // What a path begins with is near only if little follows.
        near.retain(|known| match path.strip_prefix(known.as_str()) {
            Some(rest) => rest.len() <= known.len() / 4,
            None => match known.strip_prefix(path) {
                Some(rest) => rest.chars().count() <= path.chars().count(),
                None => true,
            },
        });
    }
    near.into_iter().map(|path| format!("/{path}")).collect()
}

/// How many files of one name are offered.
const MOST_ALIKE: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_tells_what_would_stand_at_it() {
        let told = |url| match asked("/portal", url) {
            Some(Asked::Record(kind, id)) => format!("{} {id}", kind.word()),
            Some(Asked::IfKnown) => "if known".to_owned(),
            None => "nothing".to_owned(),
        };
        for (url, expected) in [
            ("/portal/kk/projects/gym/#a", "project gym"),
            ("/kk/patrons/steppe/", "patron steppe"),
            ("/kk/about", "page about"),
            ("/kk/regions/north/districts/lake/", "if known"),
            ("/kk/years/2020/", "if known"),
            ("/kk/nothing/gym/", "nothing"),
            ("/", "nothing"),
        ] {
            assert_eq!(told(url), expected, "{url}");
        }
    }
}
