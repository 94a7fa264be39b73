//! `tagzym translations`: the translation status report, and marking translations as up to date.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::common::Common;
use super::exit_code::{CONTENT_ERRORS, WRONG_USE};
use super::report::{check_root, diagnostics, error, message, path_text, print, say};
use crate::diagnostic::has_errors;
use crate::disk::edit;
use crate::locale::{Arg, Messages};
use crate::model::kind::RecordKind;
use crate::model::lang::Lang;
use crate::model::portal::Portal;
use crate::pipeline::{Preparation, Prepared, prepare};
use crate::report::message::{language, messages};
use crate::source::text::invisible::visible;
use crate::translations::mark::{mark as marked, original};
use crate::translations::{Count, Item, Kind, Report, State, report};

/// Shows the report: a table and a list of what to do, or both as JSON.
pub(super) fn show(lang: Option<Lang>, as_json: bool, common: &Common) -> u8 {
    if let Err(code) = check_root(&common.root, &language(common.lang())) {
        return code;
    }
    let site = prepare(&common.root, &common.options());
    let has_errors = has_errors(&site.diagnostics);
    if has_errors {
        diagnostics(&site.diagnostics, &site.sources, common);
    }
    let Some(Prepared { portal, .. }) = &site.prepared else {
        return CONTENT_ERRORS;
    };
    let langs: Vec<Lang> = match lang {
        Some(lang) if !portal.site.languages.contains(&lang) => {
            let words = language(common.lang());
            let told = message(
                &words,
                "translations-no-language",
                &[("lang", Arg::Text(lang.code()))],
            );
            error(&words, &told);
            return WRONG_USE;
        }
        Some(lang) => vec![lang],
        None => portal.site.languages.clone(),
    };
    let report = report(portal, &site.sources, &langs);
    let text = match as_json {
        true => format!("{:#}\n", in_json(&report, portal)),
        false => as_text(&report, portal, &messages(common.lang())),
    };
    print(text);
    if has_errors { CONTENT_ERRORS } else { 0 }
}

fn in_json(report: &Report, portal: &Portal) -> serde_json::Value {
    let kinds = |kinds: &[(Kind, Count)]| -> Vec<_> {
        let kinds = kinds.iter();
        kinds
            .map(|(kind, count)| json!({"kind": kind.word(), "complete": count.complete, "missing": count.missing, "stale": count.stale, "unmarked": count.unmarked}))
            .collect()
    };
    let counts = report.counts.iter();
    let languages: Vec<_> = counts
        .map(|(lang, counts)| json!({"lang": lang.code(), "kinds": kinds(counts)}))
        .collect();
    let todo = report.todo.iter().map(|item| {
        let region = item
            .region
            .map(|region| portal.regions[region].record.id.as_str());
        json!({
            "lang": item.lang.code(),
            "state": item.state,
            "kind": item.kind.word(),
            "region": region,
            "title": item.title,
            "file": item.file,
            "line": item.line,
            "original": item.original,
            "fields": item.fields,
        })
    });
    json!({"languages": languages, "todo": todo.collect::<Vec<_>>()})
}

fn as_text(report: &Report, portal: &Portal, words: &Messages) -> String {
    let mut text = String::new();
    let word = |id: &str, args: &[(&str, Arg<'_>)]| {
        words.format(id, args).unwrap_or_else(|_| id.to_owned())
    };
    let state = |state: State| word("translations-state", &[("state", Arg::Text(state.word()))]);
    for (lang, kinds) in &report.counts {
        let mut rows = vec![[
            word("translations-language", &[("lang", Arg::Text(lang.code()))]),
            state(State::Complete),
            state(State::Missing),
            state(State::Stale),
            state(State::Unmarked),
        ]];
        rows.extend(kinds.iter().map(|(kind, count)| {
            let kind = word("translations-kind", &[("kind", Arg::Text(&kind.word()))]);
            let number = |number: usize| number.to_string();
            [
                format!("  {kind}"),
                number(count.complete),
                number(count.missing),
                number(count.stale),
                number(count.unmarked),
            ]
        }));
        table(&rows, &mut text);
        text.push('\n');
    }
    for (lang, _) in &report.counts {
        let todo: Vec<&Item> = report
            .todo
            .iter()
            .filter(|item| item.lang == *lang)
            .collect();
        if todo.is_empty() {
            continue;
        }
        text.push_str(&word(
            "translations-todo",
            &[("lang", Arg::Text(lang.code()))],
        ));
        text.push('\n');
        for of_region in todo.chunk_by(|a, b| a.region == b.region) {
            let name = match of_region[0].region {
                Some(region) => portal
                    .text(&portal.regions[region].record.name, words.lang())
                    .text
                    .to_owned(),
                None => word("translations-nowhere", &[]),
            };
            text.push_str(&format!("  {name}\n"));
            for item in of_region {
                text.push_str(&format!("    {}: {}", state(item.state), item.file));
                if let Some(line) = item.line {
                    text.push_str(&format!(":{line}"));
                }
                if !item.fields.is_empty() {
                    text.push_str(&format!(" ({})", item.fields.join(", ")));
                }
                // Of a file of many patrons, which one it is; a reason or a note may say who must not be named.
                let is_patron = item.kind == Kind::Records(RecordKind::Patron);
                if is_patron && item.line.is_some() && !item.title.is_empty() {
                    text.push_str(&format!(" — {}", visible(&item.title)));
                }
                if let Some(original) = &item.original {
                    text.push_str(&format!(" ← {original}"));
                }
                text.push('\n');
            }
        }
        text.push('\n');
    }
    if report.todo.is_empty() {
        text.push_str(&format!("{}\n", word("translations-none", &[])));
    }
    text
}

/// Rows in columns, the first to the left, the numbers to the right.
fn table(rows: &[[String; 5]], text: &mut String) {
    let width = |column: usize| {
        let widths = rows.iter().map(|row| row[column].chars().count());
        widths.max().unwrap_or(0)
    };
    let widths = [0, 1, 2, 3, 4].map(width);
    for [name, complete, missing, stale, unmarked] in rows {
        text.push_str(&format!(
            "{name:0$}  {complete:>1$}  {missing:>2$}  {stale:>3$}  {unmarked:>4$}\n",
            widths[0], widths[1], widths[2], widths[3], widths[4]
        ));
    }
}

/// Marks translations as made from the present text of their original.
pub(super) fn mark(files: &[PathBuf], common: &Common) -> u8 {
    if let Err(code) = check_root(&common.root, &language(common.lang())) {
        return code;
    }
    let mut options = common.options();
    // A draft is translated and marked like any other text.
    options.drafts = true;
    let site = prepare(&common.root, &options);
    let words = messages(common.lang());
    let mut code = 0;
    for file in files {
        let name = path_text(file);
        let told = match mark_one(file, &common.root, &site) {
            Ok(Marked { lang, changed }) => {
                let id = if changed {
                    "translations-marked"
                } else {
                    "translations-kept"
                };
                let lang = Arg::Text(lang.code());
                words.format(id, &[("file", Arg::Text(&name)), ("lang", lang)])
            }
            Err(why) => {
                code = CONTENT_ERRORS;
                let why = Arg::Text(why);
                words.format(
                    "translations-refused",
                    &[("file", Arg::Text(&name)), ("why", why)],
                )
            }
        };
        let told = told.unwrap_or(name);
        if code != 0 || !common.quiet {
            say(told);
        }
    }
    code
}

struct Marked {
    lang: Lang,
    changed: bool,
}

/// Marks one file, or says why not, by the word of the message.
fn mark_one(file: &Path, root: &Path, site: &Preparation) -> Result<Marked, &'static str> {
    let found = edit::find(root, file).ok_or("not-there")?;
    let source = site.sources.find(&found.path).ok_or("no-text")?;
    let prepared = site.prepared.as_ref().ok_or("no-text")?;
    let original = original(&prepared.portal, source).map_err(|why| why.word())?;
    let before = edit::text(&found).map_err(|_| "unreadable")?;
    let after = marked(&before, &original).map_err(|why| why.word())?;
    let changed = after != before;
    if changed {
        edit::replace(&found, &after).map_err(|_| "unreadable")?;
    }
    Ok(Marked {
        lang: original.lang,
        changed,
    })
}
