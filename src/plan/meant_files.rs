//! Files that are named in another way than the site has them: as a disk calls them, encoded, or by their whole address.
//!
//! Takes what was said of links and sources that lead nowhere; gives the same with the file that was meant, if it is there.

use super::address::of_static_file;
use super::routes::Routes;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::frame::Frame;
use crate::source::text::percent;

/// Says how to write what leads to a file of the site.
pub(crate) fn tell_files(found: &mut [Diagnostic], routes: &Routes, frame: &Frame) {
    for wrong in found {
        let (word, is_source) = match wrong.code {
            Code::BadLink => ("link", false),
            Code::NoSourceFile => ("file", true),
            Code::BadForm if is(wrong, "expected", "static-file") => ("value", true),
            _ => continue,
        };
        let is_told = wrong.argument("hint").is_some();
        let Some(written) = wrong.argument(word).filter(|_| !is_told) else {
            continue;
        };
        let Some(file) = meant(written, routes, frame) else {
            continue;
        };
        match is_source {
            true => *wrong = wrong.clone().nearest(Vec::new()).replaced(Some(file)),
            false => wrong.args.push(("hint", address(&file))),
        }
    }
}

fn is(wrong: &Diagnostic, asked: &str, value: &str) -> bool {
    let mut args = wrong.args.iter();
    args.any(|(name, word)| *name == asked && word == value)
}

/// The address of a file as a text can have it: one with a space stands in angle brackets.
fn address(file: &str) -> String {
    match file.contains([' ', '(', ')']) {
        true => format!("</{file}>"),
        false => format!("/{file}"),
    }
}

/// The file that was meant, by its path from the site's root; with less before it, as a disk or another page has it.
fn meant(written: &str, routes: &Routes, frame: &Frame) -> Option<String> {
    let path = frame.within(written).unwrap_or(written);
    if path.contains("://") {
        return None;
    }
    let path = percent::decoded(path).replace('\\', "/");
    let path = path.trim_start_matches(['/', '.']);
    let begins = path.match_indices('/').map(|(at, _)| &path[at + 1..]);
    let mut begins = std::iter::once(path)
        .chain(begins)
        .filter(|rest| !rest.is_empty());
    begins.find_map(|path| {
        let asset = routes.find(path)?.asset()?;
        of_static_file(&asset.path).map(str::to_owned)
    })
}
