//! `tagzym rename`: the command that gives a record another id, in every place that names it, or in none.

use std::path::{Path, PathBuf};

use clap::Args;

use super::exit_code::{CONTENT_ERRORS, WRONG_USE};
use super::language::UiLang;
use super::refusal::refusal;
use super::report::{check_root, error, message, say};
use crate::diagnostic::{Diagnostic, has_errors, nearest};
use crate::disk::edit::texts;
use crate::disk::rewrite::{NewText, write_all};
use crate::locale::{Arg, Language};
use crate::model::id::Id;
use crate::model::kind::RecordKind;
use crate::model::portal::Portal;
use crate::model::row::RowText;
use crate::model::site::Samples;
use crate::pipeline::{BuildOptions, Memos, prepare, prepare_sources};
use crate::report::message::language;
use crate::report::terminal::{Style, render};
use crate::scaffold::rename::{Rename, Unsafe, moved, renamed};
use crate::source::text::invisible::{shortened, visible};
use crate::source::{Asset, Source, Sources, Text, line_column};

/// Which record, and its new id.
#[derive(Debug, Args)]
pub(super) struct RenameArgs {
    /// The record by its kind and id: patron/dala
    #[arg(value_name = "RECORD")]
    record: String,
    /// Its new id
    #[arg(value_name = "ID")]
    new: String,
    /// The folder of the site, with site.toml in it
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    root: PathBuf,
    #[command(flatten)]
    ui: UiLang,
}

/// Why nothing was renamed.
enum Refused {
    /// The command is wrong, or the disk refuses.
    Use(String),
    /// The content has errors, or would have.
    Content,
}

pub(super) fn rename(args: &RenameArgs) -> u8 {
    let words = language(args.ui.lang());
    if let Err(code) = check_root(&args.root, &words) {
        return code;
    }
    match run(args, &words) {
        Ok(told) => {
            told.into_iter().for_each(say);
            0
        }
        Err(Refused::Use(text)) => {
            error(&words, &text);
            WRONG_USE
        }
        Err(Refused::Content) => {
            say(message(&words, "rename-nothing", &[]));
            CONTENT_ERRORS
        }
    }
}

fn run(args: &RenameArgs, words: &Language) -> Result<Vec<String>, Refused> {
    let wrong = |id: &str, text: &str| {
        let text = visible(&shortened(text, 60)).into_owned();
        Refused::Use(message(words, id, &[("text", Arg::Text(&text))]))
    };
    let (kind, old) = named(&args.record).ok_or_else(|| wrong("rename-what", &args.record))?;
    let new = Id::parse(&args.new).ok_or_else(|| wrong("new-bad-id", &args.new))?;
    // All that can be named: also drafts and samples.
    let options = BuildOptions {
        drafts: true,
        samples: Some(Samples::Show),
        ..BuildOptions::default()
    };
    let site = prepare(&args.root, &options);
    stop_at_errors(&site.diagnostics, &site.sources, words)?;
    let portal = site.prepared.as_ref().map(|prepared| &prepared.portal);
    let portal = portal.ok_or(Refused::Content)?;
    let ids: Vec<String> = portal
        .table(kind)
        .any_rows()
        .map(|row| row.id().to_string())
        .collect();
    if !ids.contains(&old) {
        let near = nearest(&old, ids.iter().map(String::as_str));
        let near = near.first().map(|id| format!("{}/{id}", kind.word()));
        return Err(match near {
            Some(near) => {
                let args = [
                    ("text", Arg::Text(&args.record)),
                    ("near", Arg::Text(&near)),
                ];
                Refused::Use(message(words, "rename-nearly", &args))
            }
            None => wrong("rename-unknown", &args.record),
        });
    }
    if ids.iter().any(|id| id == new.as_str()) {
        return Err(wrong("new-taken", new.as_str()));
    }
    let files = Files::of(portal, &site.sources, kind, &old);
    let rename = Rename {
        kind,
        old: &old,
        new: new.as_str(),
        keep_in: files.keep_in.as_deref(),
        file: files.file.as_deref(),
        folder: files.folder.as_deref(),
    };
    let after = sources_after(&site.sources, &rename);
    let after = after.map_err(|place| unsafe_at(&place, words))?;
    let made = prepare_sources(&after, &options, &mut Memos::default(), Vec::new());
    let (_, settled) = made.map_err(|_| Refused::Content)?;
    stop_at_errors(&settled.diagnostics, &after, words)?;
    write(&args.root, &site.sources, &rename, words)
}

/// The record that is named: `patron/dala`.
fn named(text: &str) -> Option<(RecordKind, String)> {
    let (word, id) = text.split_once('/')?;
    let kinds = RecordKind::linked().chain([RecordKind::Figure]);
    let kind = kinds.into_iter().find(|kind| kind.word() == word)?;
    Some((kind, Id::parse(id)?.to_string()))
}

/// Shows errors, and refuses because of them.
fn stop_at_errors(
    found: &[Diagnostic],
    sources: &Sources,
    words: &Language,
) -> Result<(), Refused> {
    if !has_errors(found) {
        return Ok(());
    }
    let style = Style {
        colour: false,
        lines: true,
        limit: 100,
    };
    say(render(found, sources, words, style).trim_end());
    Err(Refused::Content)
}

/// The files that belong to a record.
#[derive(Default)]
struct Files {
    keep_in: Option<String>,
    file: Option<String>,
    folder: Option<String>,
}

impl Files {
    fn of(portal: &Portal, sources: &Sources, kind: RecordKind, id: &str) -> Files {
        let rows = portal.table(kind).any_rows();
        let row = rows.into_iter().find(|row| row.id().as_str() == id);
        let Some(row) = row else {
            return Files::default();
        };
        let path = |source| sources.path(source).to_owned();
        let is_secret = portal
            .patrons
            .find(id)
            .is_some_and(|patron| portal.patrons[patron].is_anonymous());
        let has_address = kind.is_linked() && !(kind == RecordKind::Patron && is_secret);
        let RowText::WriteUp(text, _) = row.text() else {
            let file = path(row.origin().source);
            return Files {
                keep_in: has_address.then(|| file.clone()),
                file: Some(file),
                folder: None,
            };
        };
        let versions = text.versions.iter().filter_map(|(lang, version)| {
            let source = version.as_ref()?.origin.source;
            Some((lang, path(source), sources.text(source).unwrap_or_default()))
        });
        let versions: Vec<_> = versions.collect();
        let states = versions
            .iter()
            .find(|(_, _, text)| text.contains("\naliases:"));
        let main = versions
            .iter()
            .find(|(lang, ..)| *lang == portal.site.default_language);
        let keeps = states
            .or(main)
            .or(versions.first())
            .map(|(_, path, _)| path.clone());
        // A slug of its own stays, and with it the address.
        let is_named_by_id = text.slug.as_str() == id;
        let folder = versions.first().and_then(|(_, path, _)| {
            let (folder, name) = path.rsplit_once('/')?;
            let is_own = name.starts_with("index.") && folder.ends_with(&format!("/{id}"));
            is_own.then(|| folder.to_owned())
        });
        Files {
            keep_in: keeps.filter(|_| is_named_by_id),
            file: None,
            folder,
        }
    }
}

/// Whether ids stand in a file, as far as its path tells.
fn may_name(path: &str) -> bool {
    let is_content = path.starts_with("content/") && !path.starts_with("content/locales/");
    path == "site.toml" || is_content && !path.starts_with("content/static/")
}

/// That something names the record in a way which cannot be changed.
fn unsafe_at(place: &str, words: &Language) -> Refused {
    let args = [("place", Arg::Text(place))];
    Refused::Use(message(words, "rename-unsafe", &args))
}

/// The text of a file with the new id, and how often it is named there; none if it is not.
///
/// # Errors
/// The place where that cannot be changed safely.
fn renamed_in(
    path: &str,
    text: &str,
    rename: &Rename<'_>,
) -> Result<Option<(String, usize)>, String> {
    if !may_name(path) {
        return Ok(None);
    }
    renamed(path, text, rename).map_err(|Unsafe(range)| {
        let (line, column) = line_column(text, range.start);
        format!("{path}:{line}:{column}")
    })
}

/// The site as it will be, in memory.
///
/// # Errors
/// The place of what cannot be changed safely.
fn sources_after(sources: &Sources, rename: &Rename<'_>) -> Result<Sources, String> {
    let mut texts: Vec<Source> = Vec::with_capacity(sources.length());
    for source in sources.iter().filter_map(|(_, stored)| stored.in_memory()) {
        let made = renamed_in(&source.path, &source.text, rename)?;
        let path = moved(&source.path, rename).map_or(source.path, Into::into);
        let text = made.map_or(source.text, |(text, _)| Text::new(text));
        texts.push(Source { path, text });
    }
    let assets = sources.assets.iter().cloned().map(|asset| Asset {
        path: moved(&asset.path, rename).map_or(asset.path.clone(), Into::into),
        ..asset
    });
    let mut assets: Vec<Asset> = assets.collect();
    texts.sort_by(|a, b| a.path.cmp(&b.path));
    assets.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(Sources::new(texts, assets))
}

/// Writes all of it, and tells what was changed.
fn write(
    root: &Path,
    sources: &Sources,
    rename: &Rename<'_>,
    words: &Language,
) -> Result<Vec<String>, Refused> {
    let paths = sources.iter().map(|(_, source)| &*source.path);
    let mut rewritten = Vec::new();
    let mut places = 0;
    for (file, before) in texts(root, paths.filter(|path| may_name(path))) {
        let made = renamed_in(&file.path, &before, rename);
        if let Some((text, named)) = made.map_err(|place| unsafe_at(&place, words))? {
            places += named as u64;
            rewritten.push(NewText {
                path: file.path,
                text,
                is_new: false,
            });
        }
    }
    let all = sources.iter().map(|(_, source)| source.path.to_string());
    let all = all.chain(sources.assets.iter().map(|asset| asset.path.to_string()));
    let moves: Vec<(String, String)> = all
        .filter_map(|path| moved(&path, rename).map(|to| (path, to)))
        .collect();
    write_all(root, &rewritten, &moves).map_err(|why| Refused::Use(refusal(&why, words)))?;
    let mut told: Vec<String> = rewritten
        .iter()
        .map(|of| format!("  {}", of.path))
        .collect();
    told.extend(moves.iter().map(|(from, to)| format!("  {from} → {to}")));
    let args = [
        ("new", Arg::Text(rename.new)),
        ("places", Arg::Number(places)),
        ("files", Arg::Number(rewritten.len() as u64)),
    ];
    told.push(message(words, "rename-done", &args));
    if rename.keep_in.is_some() {
        told.push(message(
            words,
            "rename-kept",
            &[("old", Arg::Text(rename.old))],
        ));
    }
    Ok(told)
}
