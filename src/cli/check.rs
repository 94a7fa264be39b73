//! `tagzym check`: the command that renders everything, writes nothing, and runs the expensive lints as well.
//!
//! Takes the format of the report (text, JSON or GitHub annotations) and the common options, gives an exit code.

use std::path::{Component, Path};

use clap::ValueEnum;

use super::common::{Common, save_memory};
use super::exit_code::CONTENT_ERRORS;
use super::progress::Progress;
use super::report::{Clock, accepted, check_root, closing, diagnostics, namesakes, print, say};
use super::timings::{Timings, TimingsArgs};
use crate::diagnostic::has_errors;
use crate::pipeline::{Preparation, Rendered, inspect, is_sound, prepare, render_each};
use crate::report::github::github;
use crate::report::json::json;
use crate::report::message::language;
use crate::report::order::count;
use crate::report::terminal::summary;

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Format {
    /// For people, with the lines themselves
    Text,
    /// One object with all of them
    Json,
    /// Annotations for GitHub's workflows
    Github,
}

pub(super) fn check(format: Format, timings: &TimingsArgs, common: &Common) -> u8 {
    save_memory();
    if let Err(code) = check_root(&common.root, &language(common.lang())) {
        return code;
    }
    let mut clock = Clock::new(common);
    let progress = Progress::new(common);
    progress.phase("prepare", None);
    let timings = Timings::new(timings);
    let mut site = prepare(&common.root, &timings.options(common));
    clock.step("prepare");
    timings.ended("settle");
    progress.phase("inspect", None);
    let odd = inspect(&site);
    site.diagnostics.extend(odd.diagnostics);
    site.accepted.extend(odd.accepted);
    clock.step("inspect");
    timings.ended("inspect");
    let mut pages = 0;
    if let Some(prepared) = &site.prepared
        && !has_errors(&site.diagnostics)
    {
        progress.phase("render", Some(prepared.paths().count()));
        let begin = || {
            timings.begin_file();
            Ok::<(), std::convert::Infallible>(())
        };
        let take = |path: &str, rendered: Rendered<'_>| {
            progress.step();
            timings.put_file(prepared, path, rendered.made_bytes(), || Ok(()))
        };
        let Ok(made) = render_each(prepared, &site.sources, begin, take);
        progress.clear();
        pages = made.pages;
        site.diagnostics.extend(made.diagnostics);
        site.accepted.extend(made.accepted);
        namesakes(made.namesakes, common);
        clock.step("render");
        timings.ended("render");
    }
    progress.clear();
    accepted(&site, common);
    tell(&site, format, common);
    timings.tell(common);
    match &site.prepared {
        Some(prepared) if is_sound(&site.diagnostics, common.strict) => {
            if !common.quiet {
                say(closing("checked", pages, prepared, &site, &clock, common));
            }
            0
        }
        _ => CONTENT_ERRORS,
    }
}

fn tell(site: &Preparation, format: Format, common: &Common) {
    let (found, sources) = (&site.diagnostics, &site.sources);
    let words = || language(common.lang());
    match format {
        Format::Text => return diagnostics(found, sources, common),
        Format::Json => print(json(found, &site.accepted, sources, &words()) + "\n"),
        Format::Github => print(github(found, sources, &words(), &folder(&common.root))),
    }
    if !found.is_empty() && !common.quiet {
        say(summary(count(found), 0, &words()));
    }
}

/// The site's root as it stands before the paths of its files: nothing, or with `/` at its end.
fn folder(root: &Path) -> String {
    root.components()
        .filter(|part| !matches!(part, Component::CurDir))
        .map(|part| match part {
            Component::RootDir => "/".to_owned(),
            other => format!("{}/", other.as_os_str().to_string_lossy()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_from_where_the_program_runs() {
        assert_eq!(folder(Path::new(".")), "");
        assert_eq!(folder(Path::new("./portal/")), "portal/");
        assert_eq!(folder(Path::new("/srv/portal")), "/srv/portal/");
    }
}
