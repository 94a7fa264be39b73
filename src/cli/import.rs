//! `tagzym import`: gifts from a spreadsheet; a report first, and records with `--write`.

use std::convert::Infallible;
use std::path::{Path, PathBuf};

use clap::Args;

use super::common::{Common, today};
use super::exit_code::{CONTENT_ERRORS, WRONG_USE};
use super::import_warnings::by_row;
use super::refusal::{reason, refusal};
use super::report::{check_root, diagnostics, error, message, path_text, print, say};
use super::sheet_file::{keep, keep_gifts};
use crate::diagnostic::{Diagnostic, Severity, has_errors};
use crate::disk::rewrite::{NewText, write_all};
use crate::disk::{edit, sheet};
use crate::locale::{Arg, Language};
use crate::model::id::Id;
use crate::model::lang::Lang;
use crate::model::patron::Consent;
use crate::pipeline::{
    BuildOptions, Preparation, Prepared, Rendered, inspect, prepare, prepare_changed, render_each,
};
use crate::report::message::language;
use crate::sheets::{
    Book, Changed, GiftBook, Import, Known, Mapping, Setting, State, Unreadable, Used,
    changed_files, is_reasons_book, judge, lines, reasons_book,
};
use crate::source::text::invisible::visible;
use crate::source::{Source, SourceId, Sources};

/// The mapping that editors keep, in the site's folder.
const MAPPING: &str = "import.toml";

/// What an editor of plain texts makes of that name.
const MISNAMED: &str = "import.toml.txt";

#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    /// The file of the sheet
    file: Option<PathBuf>,
    /// Write the rows that are understood into the content; if anything is wrong, nothing is written
    #[arg(long)]
    write: bool,
    /// Also write a workbook with the same cells and a column of reasons
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Instead write an empty sheet to be filled in
    #[arg(long, value_name = "FILE", conflicts_with_all = ["file", "write", "report", "mapping"])]
    template: Option<PathBuf>,
    /// The file of columns and answers; if left out, import.toml in the folder of the site
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
}

pub(super) fn import(args: &ImportArgs, common: &Common) -> u8 {
    let words = language(common.lang());
    if let Err(code) = check_root(&common.root, &words) {
        return code;
    }
    match run(args, common, &words) {
        Ok(()) => 0,
        Err(code) => code,
    }
}

fn run(args: &ImportArgs, common: &Common, words: &Language) -> Result<(), u8> {
    let wrong = |told: String| {
        error(words, &told);
        WRONG_USE
    };
    if let Some(template) = &args.template {
        return empty_sheet(template, common, words);
    }
    let Some(file) = &args.file else {
        return Err(wrong(message(words, "import-no-file", &[])));
    };
    let mapping = mapping(args, common, words)?;
    let book = book(file, words).map_err(wrong)?;
    let site = site(common, true, words)?;
    let prepared = site.prepared.as_ref().ok_or(CONTENT_ERRORS)?;
    let known = Known::new(&prepared.portal);
    let setting = Setting {
        mapping: &mapping,
        today: Some(today()),
        chance: common.options().chance,
    };
    let import = judge(book, &setting, &known);
    let told = lines(&import, &path_text(file), common.verbose, words);
    print(format!("{}\n", told.join("\n")));
    if let Some(report) = &args.report {
        let bytes = reasons_book(&import, words).map_err(|why| why.to_string());
        // Our own report may be written anew.
        let is_ours = sheet::read_sheet(report).ok().flatten();
        let is_ours = is_ours.and_then(|bytes| crate::sheets::read(&bytes).ok());
        let is_ours = is_ours.is_some_and(|book| is_report(&book));
        keep(report, is_ours, &common.root, bytes, words)?;
        let file = path_text(report);
        say(message(
            words,
            "import-report-written",
            &[("file", Arg::Text(&file))],
        ));
    }
    if import.count(State::Understood) == 0 {
        say(message(words, "import-nothing-new", &[]));
        return Ok(());
    }
    let changed = changed(&import, &known, &site, common, words).map_err(wrong)?;
    let mut after = with_changes(&site, &changed, common);
    say(totals(prepared, after.prepared.as_ref(), &import, words));
    // All that `check` would say once it is written.
    let before = site.diagnostics.len() + inspect(&site).diagnostics.len();
    let odd = inspect(&after);
    after.diagnostics.extend(odd.diagnostics);
    let named = named_by_pages(&import, &after);
    after.diagnostics.extend(named);
    let has_news = after.diagnostics.len() > before;
    if has_news {
        let (of_rows, others) = by_row(&after, &import, words);
        of_rows.iter().for_each(say);
        diagnostics(&others, &after.sources, common);
    }
    if has_errors(&after.diagnostics) || has_news && common.strict {
        error(words, &message(words, "import-would-err", &[]));
        return Err(CONTENT_ERRORS);
    }
    if !args.write {
        say(message(words, "import-dry-run", &[]));
        return Ok(());
    }
    write(&changed, common, words).map_err(wrong)
}

/// The errors that `check` would find in pages, if a text names somebody who is new and not to be named: making them all takes as long as
/// a build.
fn named_by_pages(import: &Import, after: &Preparation) -> Vec<Diagnostic> {
    let new = import.patrons.iter();
    let new = new.filter(|patron| patron.consent == Consent::Anonymous);
    let ids: Vec<&Id> = new.map(|patron| &patron.id).collect();
    let Some(prepared) = after.prepared.as_ref().filter(|_| !ids.is_empty()) else {
        return Vec::new();
    };
    if has_errors(&after.diagnostics) || !prepared.may_name(&ids, &after.sources) {
        return Vec::new();
    }
    let put = |_: &str, _: Rendered<'_>| Ok::<(), Infallible>(());
    let Ok(made) = render_each(prepared, &after.sources, || Ok(()), put);
    let found = made.diagnostics.into_iter();
    found
        .filter(|of| of.severity() == Severity::Error)
        .collect()
}

/// Writes an empty sheet with the lists of the portal.
fn empty_sheet(path: &Path, common: &Common, words: &Language) -> Result<(), u8> {
    let site = site(common, true, words)?;
    keep_gifts(path, &site, GiftBook::Empty, common)?;
    let file = path_text(path);
    say(message(
        words,
        "import-template-written",
        &[("file", Arg::Text(&file))],
    ));
    Ok(())
}

fn mapping(args: &ImportArgs, common: &Common, words: &Language) -> Result<Mapping, u8> {
    let root = &common.root;
    let path = args.mapping.clone().unwrap_or_else(|| root.join(MAPPING));
    // As editors see it beside site.toml.
    let file = match &args.mapping {
        Some(path) => path_text(path),
        None => MAPPING.to_owned(),
    };
    let wrong = |told: String| {
        error(words, &told);
        WRONG_USE
    };
    let bad = |why: &str| {
        let args = [("file", Arg::Text(&file)), ("reason", Arg::Text(why))];
        wrong(message(words, "import-bad-mapping", &args))
    };
    let text = sheet::read_settings(&path).map_err(|why| bad(&reason(&why, words)))?;
    match text {
        // The file that was named has to be there.
        None if args.mapping.is_some() => Err(bad(&message(words, "cli-reason-missing", &[]))),
        // Whoever saved it so means it to be read.
        None if !matches!(sheet::read_settings(&root.join(MISNAMED)), Ok(None)) => {
            let args = [("file", Arg::Text(MISNAMED)), ("right", Arg::Text(MAPPING))];
            Err(wrong(message(words, "import-misnamed-mapping", &args)))
        }
        None => Ok(Mapping::default()),
        Some(text) => {
            let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
            Mapping::parse(SourceId(0), &text).map_err(|found| {
                let source = Source {
                    path: file.as_str().into(),
                    text: text.into(),
                };
                diagnostics(&found, &Sources::new(vec![source], Vec::new()), common);
                WRONG_USE
            })
        }
    }
}

fn book(file: &Path, words: &Language) -> Result<Book, String> {
    let name = path_text(file);
    let of_file = ("file", Arg::Text(&name));
    let say = |id: &str, more: &[(&str, Arg<'_>)]| message(words, id, &[&[of_file], more].concat());
    let unreadable = |why: &str| say("import-unreadable", &[("reason", Arg::Text(why))]);
    let bytes = sheet::read_sheet(file).map_err(|why| unreadable(&reason(&why, words)))?;
    let Some(bytes) = bytes else {
        let limit = Arg::Number(sheet::MAX_SHEET >> 20);
        return Err(say("import-too-large", &[("limit", limit)]));
    };
    let book = crate::sheets::read(&bytes).map_err(|why| match &why {
        Unreadable::File(why) => unreadable(why),
        Unreadable::Sheet { name, why } => say(
            "import-bad-sheet",
            &[
                ("sheet", Arg::Text(&visible(name))),
                ("reason", Arg::Text(why)),
            ],
        ),
        Unreadable::TooWide { name, cell } => say(
            "import-too-wide",
            &[
                ("sheet", Arg::Text(&visible(name))),
                ("cell", Arg::Text(cell)),
                ("rows", Arg::Number(Used::MOST_ROWS as u64)),
                ("columns", Arg::Number(Used::MOST_COLUMNS as u64)),
                ("cells", Arg::Number(Used::MOST_CELLS as u64)),
            ],
        ),
        Unreadable::TooLarge(limit) => {
            let limit = Arg::Number(*limit);
            say("import-unpacked-too-large", &[("limit", limit)])
        }
    })?;
    // What was corrected there would be lost to the sheet that it was made of.
    match is_report(&book) {
        true => Err(say("import-own-report", &[])),
        false => Ok(book),
    }
}

/// Whether a book is a report of ours, in whatever language.
fn is_report(book: &Book) -> bool {
    let mut all = Lang::ALL.iter();
    all.any(|&lang| is_reasons_book(book, &language(lang)))
}

/// What a site is read by. `drafts`: with all that there is.
fn options(common: &Common, drafts: bool) -> BuildOptions {
    BuildOptions {
        drafts,
        ..common.options()
    }
}

/// The site as it is; it has to be sound. `drafts`: with what readers do not see yet.
pub(super) fn site(common: &Common, drafts: bool, words: &Language) -> Result<Preparation, u8> {
    let site = prepare(&common.root, &options(common, drafts));
    if has_errors(&site.diagnostics) || site.prepared.is_none() {
        diagnostics(&site.diagnostics, &site.sources, common);
        error(words, &message(words, "import-content-errors", &[]));
        return Err(CONTENT_ERRORS);
    }
    Ok(site)
}

fn changed(
    import: &Import,
    known: &Known<'_>,
    site: &Preparation,
    common: &Common,
    words: &Language,
) -> Result<Vec<Changed>, String> {
    let text = |path: &str| {
        let file = edit::find(&common.root, Path::new(path))?;
        edit::text(&file).ok()
    };
    let path = |place: &crate::model::place::Place| site.sources.path(place.source).to_owned();
    changed_files(import, known, path, text).map_err(|file| {
        let args = [("value", Arg::Text(&file.path))];
        message(words, "import-not-to-be-written", &args)
    })
}

/// The site as it would be.
fn with_changes(site: &Preparation, changed: &[Changed], common: &Common) -> Preparation {
    let texts = changed.iter().map(|file| {
        let text = file
            .text
            .trim_start_matches('\u{feff}')
            .replace("\r\n", "\n");
        (file.path.clone(), text)
    });
    let texts: Vec<(String, String)> = texts.collect();
    prepare_changed(&site.sources, &texts, &options(common, true))
}

fn totals(
    before: &Prepared,
    after: Option<&Prepared>,
    import: &Import,
    words: &Language,
) -> String {
    let money = |amount| words.locale.money(amount);
    let sums = |of: &Prepared| {
        let whole = &of.totals.whole;
        (money(whole.delivered.amount), money(whole.pledged.amount))
    };
    let (was, pledged) = sums(before);
    let (will, pledged_after) = after.map_or_else(Default::default, sums);
    let anonymous = import.patrons.iter();
    let anonymous = anonymous.filter(|patron| patron.consent == Consent::Anonymous);
    let args = [
        ("before", Arg::Text(&was)),
        ("after", Arg::Text(&will)),
        ("pledged-before", Arg::Text(&pledged)),
        ("pledged-after", Arg::Text(&pledged_after)),
        ("gifts", Arg::Number(import.gifts().count() as u64)),
        (
            "corrected",
            Arg::Number(import.corrections().count() as u64),
        ),
        ("patrons", Arg::Number(import.patrons.len() as u64)),
        ("anonymous", Arg::Number(anonymous.count() as u64)),
    ];
    message(words, "import-totals", &args)
}

fn write(changed: &[Changed], common: &Common, words: &Language) -> Result<(), String> {
    let texts = changed.iter().map(|file| NewText {
        path: file.path.clone(),
        text: file.text.clone(),
        is_new: file.is_new,
    });
    let written = write_all(&common.root, &texts.collect::<Vec<_>>(), &[]);
    written.map_err(|why| refusal(&why, words))?;
    let names: Vec<&str> = changed.iter().map(|file| file.path.as_str()).collect();
    let names = names.join(", ");
    say(message(
        words,
        "import-written",
        &[("files", Arg::Text(&names))],
    ));
    Ok(())
}
