//! `tagzym build`: the command that runs every phase, from a folder of content to the published output folder.
//!
//! Takes the output folder and the common options, gives an exit code. Files are staged while they are rendered; they
//! are published only if no error was found.

mod manifest;

use std::path::Path;

use self::manifest::Before;
use super::common::Common;
use super::exit_code::{CONTENT_ERRORS, WRONG_USE};
use super::refusal::refusal;
use super::report::{
    Clock, accepted, check_root, closing, diagnostics, error, message, namesakes, path_text,
    remarks, say,
};
use crate::diagnostic::has_errors;
use crate::disk::cache::Cache;
use crate::disk::publish::{Publication, PublishError};
use crate::locale::Arg;
use crate::pipeline::{Rendered, inspect, is_sound, prepare, render_all};
use crate::report::message::language;

pub(super) fn build(out: &Path, common: &Common) -> u8 {
    if let Err(code) = check_root(&common.root, &language(common.lang())) {
        return code;
    }
    let refused = |why: PublishError| {
        let words = language(common.lang());
        error(&words, &refusal(&why, &words));
    };
    let mut clock = Clock::new(common);
    let publication = match Publication::begin(out, &common.root) {
        Ok(publication) => publication,
        Err(why) => {
            refused(why);
            return WRONG_USE;
        }
    };
    let mut site = prepare(&common.root, &common.options());
    clock.step("prepare");
    if common.strict {
        // What `check` alone looks for decides a strict build, too.
        let odd = inspect(&site);
        site.diagnostics.extend(odd.diagnostics);
        site.accepted.extend(odd.accepted);
        clock.step("inspect");
    }
    let cache = Cache::of(&common.root);
    let mut pages = 0;
    if let Some(prepared) = &site.prepared
        && !has_errors(&site.diagnostics)
    {
        let made = render_all(prepared, &site.sources, |path, rendered| {
            write(&publication, path, rendered, &cache)
        });
        match made {
            Ok(made) => {
                pages = made.pages;
                site.diagnostics.extend(made.diagnostics);
                site.accepted.extend(made.accepted);
                namesakes(made.namesakes, common);
            }
            Err(why) => {
                refused(why);
                return CONTENT_ERRORS;
            }
        }
        clock.step("write");
    }
    accepted(&site, common);
    diagnostics(&site.diagnostics, &site.sources, common);
    let Some(prepared) = site
        .prepared
        .as_ref()
        .filter(|_| is_sound(&site.diagnostics, common.strict))
    else {
        let id = match out.exists() {
            true => "cli-nothing-written",
            false => "cli-nothing-made",
        };
        let out = path_text(out);
        let args = [("out", Arg::Text(&out))];
        say(message(&language(common.lang()), id, &args));
        return CONTENT_ERRORS;
    };
    let before = Before::of(out);
    if let Err(why) = publication.commit() {
        refused(why);
        return CONTENT_ERRORS;
    }
    let changed = match before.replace(prepared, out) {
        Ok(changed) => changed,
        Err(why) => {
            refused(why);
            return CONTENT_ERRORS;
        }
    };
    cache.tidy();
    clock.step("replace");
    if !common.quiet {
        let line = closing("built", pages, prepared, &site, &clock, common);
        let words = language(common.lang());
        let (out, changed) = (path_text(out), manifest::told(&changed, &words));
        let args = [
            ("line", Arg::Text(line.as_str())),
            ("out", Arg::Text(&out)),
            ("changed", Arg::Text(&changed)),
        ];
        say(message(&words, "cli-in", &args));
        remarks(prepared, common);
    }
    0
}

/// Writes a file of the output into the staging folder.
fn write(
    publication: &Publication,
    path: &str,
    rendered: Rendered<'_>,
    cache: &Cache,
) -> Result<(), PublishError> {
    match rendered {
        Rendered::Made(bytes) => publication.put(path, &bytes),
        Rendered::Card(card) => {
            let key = card.key();
            let kept = cache.get(&key);
            let drawn = || {
                let drawn = card.png()?;
                cache.put(&key, &drawn);
                Some(drawn)
            };
            // What cannot be drawn is told when all is made.
            kept.or_else(drawn)
                .map_or(Ok(()), |png| publication.put(path, &png))
        }
        Rendered::Copy(asset) => publication.copy(path, &asset.content),
        Rendered::Guarded(asset) => {
            let mut file = publication.begin_file(path)?;
            while let Some(bytes) = asset.piece() {
                file.write(bytes)?;
            }
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests;
