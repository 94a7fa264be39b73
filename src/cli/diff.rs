//! `tagzym diff`: what changed in the figures between two published sites, or between two states of the content.
//!
//! Takes two states by what they are called on the command line, gives the changes as text, Markdown or JSON, drafts of
//! corrections, and an exit code.

use std::collections::HashSet;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::common::{Common, today};
use super::exit_code::{CHANGED, CONTENT_ERRORS};
use super::progress::Progress;
use super::refusal::refusal;
use super::report::{check_root, error, message, path_text, print, say};
use super::state::{State, StateError, read_now, read_state, told};
use crate::changes::{
    Changes, Consents, Pair, compare, drafts, file_changes, json, kept, markdown, text,
};
use crate::disk::write::write;
use crate::locale::{Arg, Language};
use crate::model::lang::Lang;
use crate::report::message::language;

#[derive(Debug, Args)]
pub(super) struct DiffArgs {
    /// The old state: an output folder, a manifest, or a revision of the content in git
    #[arg(display_order = 1)]
    old: PathBuf,
    /// The new state, in the same way; if it is not given, the content as it is now
    #[arg(display_order = 2)]
    new: Option<PathBuf>,
    /// How to tell the changes
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// End with exit code 3 if a figure has changed
    #[arg(long)]
    exit_code: bool,
    /// Write drafts of corrections instead, for content/corrections: the reasons are for an editor to write
    #[arg(long, conflicts_with = "format")]
    correction: bool,
    /// Also keep the new edition in content/editions, so that readers are told what changed since the old one
    #[arg(long)]
    keep: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// One object, for programs
    Json,
    /// A table for a comment on a pull request, the worst first
    Markdown,
}

pub(super) fn diff(args: &DiffArgs, common: &Common) -> u8 {
    let words = language(common.lang());
    if let Err(code) = check_root(&common.root, &words) {
        return code;
    }
    let progress = Progress::new(common);
    let states = states(args, common, &progress);
    progress.clear();
    let compared = match states {
        Ok(compared) => compared,
        Err(why) => {
            let (text, code) = told(&why, &words);
            error(&words, &text);
            return code;
        }
    };
    let (old, new) = (&compared.old.figures, &compared.new.figures);
    let changes = compare(old, new, &compared.consents);
    // Programs want their object all the same.
    if !(common.quiet && changes.is_empty()) || args.format == Format::Json {
        match shown(args, &compared, &changes, &words) {
            Ok(shown) => print(shown),
            Err(wrong) => {
                error(&words, &wrong.to_string());
                return CONTENT_ERRORS;
            }
        }
    }
    if args.keep && !keep(&changes, common, &words) {
        return CONTENT_ERRORS;
    }
    match args.exit_code && !changes.is_empty() {
        true => CHANGED,
        false => 0,
    }
}

/// Both states, and what the content as it is now says of both.
struct Compared {
    old: State,
    new: State,
    /// Who may be named.
    consents: Consents,
    /// Which records are invented, as a correction names them.
    samples: HashSet<String>,
}

/// What is compared.
fn states(args: &DiffArgs, common: &Common, progress: &Progress) -> Result<Compared, StateError> {
    let old = read_state(Some(&args.old), common, progress)?;
    let new = read_state(args.new.as_deref(), common, progress)?;
    let (now, samples) = match &args.new {
        Some(_) => {
            let now = read_now(common, progress)?;
            now.map(|now| (now.patrons, now.samples))
                .unwrap_or_default()
        }
        None => (new.patrons.clone(), new.samples.clone()),
    };
    let then = [&old, &new].into_iter();
    let then = then.filter_map(|state| state.patrons.clone()).collect();
    Ok(Compared {
        old,
        new,
        consents: Consents { now, then },
        samples,
    })
}

/// Writes the edition into the content; false where that is not possible.
fn keep(changes: &Changes, common: &Common, words: &Language) -> bool {
    let Pair { was, now } = &changes.edition;
    if was == now {
        say(message(words, "diff-nothing-to-keep", &[]));
        return true;
    }
    let folder = common.root.join("content/editions");
    let date = today().to_string();
    let file = format!("{now}.json");
    let text = kept(changes, &date).unwrap_or_default();
    match write(&folder, &[(file.clone(), text)]) {
        Ok(()) => {
            let path = path_text(&folder.join(file));
            say(message(words, "diff-kept", &[("path", Arg::Text(&path))]));
            true
        }
        Err(why) => {
            error(words, &refusal(&why, words));
            false
        }
    }
}

fn shown(
    args: &DiffArgs,
    compared: &Compared,
    changes: &Changes,
    words: &Language,
) -> serde_json::Result<String> {
    if args.correction {
        let hint = message(words, "diff-draft", &[]);
        let figures = (&compared.old.figures, &compared.new.figures);
        let date = today().to_string();
        let languages = Lang::ALL.map(language);
        let drafts = drafts(
            figures,
            changes,
            &compared.samples,
            (&date, &hint),
            &languages,
        );
        return Ok(drafts.unwrap_or_else(|| {
            let why = match changes.is_hiding() {
                true => "diff-draft-hidden",
                false => "diff-no-draft",
            };
            say(message(words, why, &[]));
            String::new()
        }));
    }
    let files = match (&compared.old.files, &compared.new.files) {
        (Some(old), Some(new)) => Some(file_changes(old, new)),
        _ => None,
    };
    match args.format {
        Format::Text => Ok(text(changes, files.as_ref(), words)),
        Format::Markdown => Ok(markdown(changes, files.as_ref(), words)),
        Format::Json => json(changes, files.as_ref()),
    }
}
