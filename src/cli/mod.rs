//! The command line: commands, arguments and exit codes. The only place that prints.

mod build;
mod check;
mod common;
mod deploy;
mod diff;
mod exit_code;
mod explain;
mod export;
mod help;
mod import;
mod import_warnings;
mod init;
mod language;
mod new;
mod progress;
mod purge_list;
mod refusal;
mod rename;
mod report;
mod schema;
mod serve;
mod serve_hosts;
mod sheet_file;
mod shell;
mod state;
mod timings;
mod translations;
mod wrong_use;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use self::check::Format;
use self::common::Common;
use self::exit_code::WRONG_USE;
use self::help::{in_language, with_language_behind};
use self::language::{UiLang, asked_for};
use self::report::say;
use self::timings::TimingsArgs;
use self::wrong_use::wrong_use;
use crate::model::lang::Lang;

/// Builds the trilingual portal of a campaign from Markdown and YAML.
#[derive(Debug, Parser)]
#[command(name = "tagzym", version, about, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Begin a new portal: its settings, the regions, pages and a sample of each record
    Init {
        #[command(flatten)]
        args: init::InitArgs,
    },
    /// Begin a record: a file with every field, what each is for, and an example
    New {
        #[command(flatten)]
        args: new::NewArgs,
    },
    /// Give a record another id, in every place that names it; its old address is kept
    Rename {
        #[command(flatten)]
        args: rename::RenameArgs,
    },
    /// Make the site and write it into a folder
    Build {
        /// The folder to write into: a new or empty one, or one that an earlier build made
        #[arg(long, value_name = "FOLDER", default_value = "dist")]
        out: PathBuf,
        #[command(flatten)]
        timings: TimingsArgs,
        #[command(flatten)]
        common: Common,
    },
    /// Do everything but write: find all mistakes
    Check {
        /// How to tell the mistakes; json and github go to the standard output, and leave none out
        #[arg(long, value_name = "FORMAT", default_value = "text")]
        format: Format,
        #[command(flatten)]
        timings: TimingsArgs,
        #[command(flatten)]
        common: Common,
    },
    /// Show what is translated and what is not, or mark translations as brought up to date
    Translations {
        /// This language only
        #[arg(long, value_name = "LANGUAGE", value_parser = lang)]
        lang: Option<Lang>,
        /// Write the report as JSON
        #[arg(long, conflicts_with = "mark")]
        json: bool,
        /// Write into these translations that they are made from the present text of their original
        #[arg(long, value_name = "FILE", num_args = 1.., conflicts_with = "lang")]
        mark: Vec<PathBuf>,
        #[command(flatten)]
        common: Common,
    },
    /// Tell what the code of a mistake or a field means, with an example; without either, list all codes
    Explain {
        /// Such as T0103 or patron.consent
        code: Option<String>,
        #[command(flatten)]
        ui: UiLang,
    },
    /// Write JSON Schemas, by which an editor completes and checks fields
    Schema {
        /// The folder to write into
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// The folder of the site: its site.toml says which languages are required
        #[arg(long, value_name = "FOLDER", default_value = ".")]
        root: PathBuf,
        #[command(flatten)]
        ui: UiLang,
    },
    /// Tell what changed in the figures: between two published sites, or between two states of the content
    Diff {
        #[command(flatten)]
        args: diff::DiffArgs,
        #[command(flatten)]
        common: Common,
    },
    /// Bring in gifts from a spreadsheet: first a report, and with --write the records
    Import {
        #[command(flatten)]
        args: import::ImportArgs,
        #[command(flatten)]
        common: Common,
    },
    /// Write all gifts into a spreadsheet
    Export {
        #[command(flatten)]
        args: export::ExportArgs,
        #[command(flatten)]
        common: Common,
    },
    /// Print the addresses that caches have to forget, those of withdrawn names among them
    PurgeList {
        #[command(flatten)]
        args: purge_list::PurgeArgs,
    },
    /// Bring the output to where it is served from
    Deploy {
        #[command(flatten)]
        args: deploy::DeployArgs,
    },
    /// Print the script by which a shell completes commands
    Completions {
        #[command(flatten)]
        args: shell::CompletionsArgs,
    },
    /// Print the page of the manual, or write those of all commands
    Man {
        #[command(flatten)]
        args: shell::ManArgs,
    },
    /// Show the site in a browser while it is written
    Serve {
        #[command(flatten)]
        args: serve::ServeArgs,
        #[command(flatten)]
        common: Common,
    },
}

fn lang(text: &str) -> Result<Lang, String> {
    Lang::from_code(text).ok_or_else(|| Lang::ALL.map(Lang::code).join(", "))
}

/// Runs the program with the arguments that it was called with.
pub fn run() -> ExitCode {
    let given: Vec<String> = std::env::args_os()
        .map(|arg| arg.to_string_lossy().into_owned())
        .collect();
    let parsed = match given.get(1) {
        // Paths that are no Unicode go through as they are.
        Some(first) if first.starts_with("--ui-lang") => {
            Cli::try_parse_from(with_language_behind(given.clone()))
        }
        _ => Cli::try_parse(),
    };
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are no mistakes.
            let code = if error.use_stderr() { WRONG_USE } else { 0 };
            let args = &given[given.len().min(1)..];
            match wrong_use(&Cli::command(), &error, args) {
                Some(lines) => lines.into_iter().for_each(say),
                None => {
                    let program = in_language(Cli::command(), asked_for(args));
                    let shown = program.try_get_matches_from(with_language_behind(given));
                    let _ = shown.err().unwrap_or(error).print();
                }
            }
            return ExitCode::from(code);
        }
    };
    let code = match cli.command {
        Command::Init { args } => init::init(&args),
        Command::New { args } => new::new(&args),
        Command::Rename { args } => rename::rename(&args),
        Command::Completions { args } => shell::completions(&args, Cli::command()),
        Command::Man { args } => shell::man(&args, Cli::command()),
        Command::Build {
            out,
            timings,
            common,
        } => build::build(&out, &timings, &common),
        Command::Translations {
            lang,
            json,
            mark,
            common,
        } if mark.is_empty() => translations::show(lang, json, &common),
        Command::Translations { mark, common, .. } => translations::mark(&mark, &common),
        Command::Check {
            format,
            timings,
            common,
        } => check::check(format, &timings, &common),
        Command::Explain { code, ui } => explain::explain(code.as_deref(), ui),
        Command::Schema { out, root, ui } => schema::schema(&out, &root, ui),
        Command::Diff { args, common } => diff::diff(&args, &common),
        Command::Import { args, common } => import::import(&args, &common),
        Command::Export { args, common } => export::export(&args, &common),
        Command::PurgeList { args } => purge_list::purge_list(&args),
        Command::Deploy { args } => deploy::deploy(&args),
        Command::Serve { args, common } => serve::serve(args, common),
    };
    ExitCode::from(code)
}
