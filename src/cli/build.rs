//! `tagzym build`: the command that runs every phase, from a folder of content to the published output folder.
//!
//! Takes the output folder and the common options, gives an exit code. Files are staged while they are rendered; they
//! are published only if no error was found.

mod manifest;

use std::path::Path;
use std::time::Duration;

use self::manifest::{Before, NoManifest};
use super::common::{Common, save_memory};
use super::exit_code::{CONTENT_ERRORS, WRONG_USE};
use super::progress::Progress;
use super::refusal::{process_text, reason, refusal};
use super::report::{
    Clock, accepted, check_root, closing, diagnostics, error, message, namesakes, path_text,
    remarks, say, some_names,
};
use super::timings::{Timings, TimingsArgs};
use crate::diagnostic::has_errors;
use crate::disk::cache::Cache;
use crate::disk::is_folder;
use crate::disk::publish::{Left, Patience, Publication, PublishError, Published, Way};
use crate::locale::Arg;
use crate::pipeline::{BuildOptions, Rendered, inspect, is_sound, prepare, render_each};
use crate::report::message::language;

/// How long a build waits for another that writes into the same folder.
pub(super) const PATIENCE: Duration = Duration::from_secs(120);

pub(super) fn build(out: &Path, timings: &TimingsArgs, common: &Common) -> u8 {
    save_memory();
    if let Err(code) = check_root(&common.root, &language(common.lang())) {
        return code;
    }
    let refused = |why: PublishError| {
        let words = language(common.lang());
        error(&words, &refusal(&why, &words));
    };
    if let Err(why) = manifest::check(out) {
        refused(why);
        return WRONG_USE;
    }
    let mut clock = Clock::new(common);
    let patience = Patience {
        at_most: PATIENCE,
        tell: &|process| waiting(out, process, common),
    };
    let mut publication = match Publication::begin(out, &common.root, &patience) {
        Ok(publication) => publication,
        Err(why) => {
            refused(why);
            return WRONG_USE;
        }
    };
    let progress = Progress::new(common);
    progress.phase("prepare", None);
    let timings = Timings::new(timings);
    let options = BuildOptions {
        publishes: true,
        ..timings.options(common)
    };
    let mut site = prepare(&common.root, &options);
    clock.step("prepare");
    timings.ended("settle");
    if common.strict {
        // What `check` alone looks for decides a strict build, too.
        progress.phase("inspect", None);
        let odd = inspect(&site);
        site.diagnostics.extend(odd.diagnostics);
        site.accepted.extend(odd.accepted);
        clock.step("inspect");
        timings.ended("inspect");
    }
    let cache = Cache::of(&common.root);
    let mut pages = 0;
    if let Some(prepared) = &site.prepared
        && !has_errors(&site.diagnostics)
    {
        progress.phase("write", Some(prepared.paths().count()));
        let begin = || {
            timings.begin_file();
            Ok(())
        };
        let made = render_each(prepared, &site.sources, begin, |path, rendered| {
            progress.step();
            let bytes = rendered.made_bytes();
            let put = || write(&publication, path, rendered, &cache);
            timings.put_file(prepared, path, bytes, put)
        });
        progress.clear();
        match made {
            Ok(made) => {
                pages = made.pages;
                site.diagnostics.extend(made.diagnostics);
                site.accepted.extend(made.accepted);
                namesakes(made.namesakes, common);
            }
            Err(why) => {
                refused(why);
                nothing_written(out, common);
                return CONTENT_ERRORS;
            }
        }
        clock.step("write");
        timings.ended("write");
    }
    progress.clear();
    accepted(&site, common);
    diagnostics(&site.diagnostics, &site.sources, common);
    let Some(prepared) = site
        .prepared
        .as_ref()
        .filter(|_| is_sound(&site.diagnostics, common.strict))
    else {
        nothing_written(out, common);
        return CONTENT_ERRORS;
    };
    progress.phase("replace", None);
    let before = Before::of(out);
    let published = publication.commit();
    progress.clear();
    let published = match published {
        Ok(published) => published,
        Err(why) => {
            let stands = !matches!(why, PublishError::OldStays { .. } | PublishError::InPart(_));
            refused(why);
            match stands {
                true => nothing_written(out, common),
                false => before.forget(),
            }
            return CONTENT_ERRORS;
        }
    };
    // The folder is ours until the manifest is that of what stands in it.
    let (changed, no_manifest) = before.replace(prepared, &published);
    cache.tidy();
    clock.step("replace");
    timings.ended("replace");
    timings.tell(common);
    if !common.quiet {
        let line = closing("built", pages, prepared, &site, &clock, common);
        let words = language(common.lang());
        let (shown, changed) = (path_text(out), manifest::told(&changed, &words));
        let args = [
            ("line", Arg::Text(line.as_str())),
            ("out", Arg::Text(&shown)),
            ("changed", Arg::Text(&changed)),
        ];
        say(message(&words, "cli-in", &args));
        others(&published, out, common);
        remarks(prepared, common);
    }
    if let Some(none) = no_manifest {
        without_manifest(&none, common);
    }
    for left in publication.left() {
        left_over(left, common);
    }
    0
}

/// Says that what was published has no manifest beside it.
fn without_manifest(none: &NoManifest, common: &Common) {
    let words = language(common.lang());
    let why = refusal(&none.why, &words);
    let stands = if none.is_old_there { "old" } else { "none" };
    let args = [("reason", Arg::Text(&why)), ("stands", Arg::Text(stands))];
    say(message(&words, "cli-no-manifest", &args));
}

/// Says that an old output could not be removed, and who can.
fn left_over(left: &Left, common: &Common) {
    let words = language(common.lang());
    let (path, why) = (path_text(&left.path), reason(&left.error, &words));
    let args = [("path", Arg::Text(&path)), ("reason", Arg::Text(&why))];
    say(message(&words, "cli-left", &args));
}

/// Says that another build has to end first.
fn waiting(out: &Path, process: Option<u32>, common: &Common) {
    if !common.quiet {
        let (out, process) = (path_text(out), process_text(process));
        let args = [("path", Arg::Text(&out)), ("process", Arg::Text(&process))];
        say(message(&language(common.lang()), "cli-waits", &args));
    }
}

/// Says that the output folder was not touched.
fn nothing_written(out: &Path, common: &Common) {
    let id = match is_folder(out) {
        true => "cli-nothing-written",
        false => "cli-nothing-made",
    };
    let out = path_text(out);
    let args = [("out", Arg::Text(&out))];
    say(message(&language(common.lang()), id, &args));
}

/// Says what became of what others had put into the output folder, and that it could not be replaced as a whole.
fn others(published: &Published, out: &Path, common: &Common) {
    let words = language(common.lang());
    for (id, names) in [
        ("cli-carried", &published.carried),
        ("cli-replaced", &published.replaced),
    ] {
        if names.is_empty() {
            continue;
        }
        let shown = some_names(names);
        say(message(&words, id, &[("names", Arg::Text(&shown))]));
    }
    if published.way == Way::InPlace {
        let out = path_text(out);
        say(message(
            &words,
            "cli-in-place",
            &[("path", Arg::Text(&out))],
        ));
    }
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
        Rendered::Picture(file) => {
            let Some(key) = file.key() else {
                return Ok(());
            };
            if let Some(kept) = cache.get(&key) {
                return publication.put(path, &kept);
            }
            // So it is with what cannot be made.
            let Some(made) = file.bytes() else {
                return Ok(());
            };
            cache.put(&key, made);
            publication.put(path, made)
        }
        Rendered::Copy(asset) => publication.copy(path, &asset.content),
        Rendered::Guarded(asset) => {
            let mut file = publication.begin_file(path)?;
            while let Some(bytes) = asset.piece() {
                file.write(bytes)?;
            }
            file.end()
        }
    }
}

#[cfg(test)]
mod tests;
