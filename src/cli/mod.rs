//! The command line: commands, arguments and exit codes. The only place that prints.

mod build;
mod check;
mod explain;
mod language;
mod refusal;
mod report;
mod schema;
mod serve;
mod translations;

use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};

use self::language::UiLang;
use crate::load::site::check_base_url;
use crate::model::lang::Lang;
use crate::model::site::Samples;
use crate::pipeline::BuildOptions;

/// Exit codes: 0 done, 1 errors in the content or while it is written out, 2 wrong use or a folder that cannot be used.
const CONTENT_ERRORS: u8 = 1;
const WRONG_USE: u8 = 2;

/// Builds the trilingual portal of a campaign from Markdown and YAML.
#[derive(Debug, Parser)]
#[command(name = "tagzym", version, about, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make the site and write it into a folder
    Build {
        /// The folder to write into: a new or empty one, or one that an earlier build made
        #[arg(long, value_name = "FOLDER", default_value = "dist")]
        out: PathBuf,
        #[command(flatten)]
        common: Common,
    },
    /// Do everything but write: find all mistakes
    Check {
        /// How to tell the mistakes; json and github go to the standard output, and leave none out
        #[arg(long, value_name = "FORMAT", default_value = "text")]
        format: Format,
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
    /// Tell what the code of a mistake means, with an example; without a code, list them all
    Explain {
        /// Such as T0103
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
    /// Show the site in a browser while it is written
    Serve {
        #[command(flatten)]
        args: serve::ServeArgs,
        #[command(flatten)]
        common: Common,
    },
}

/// What all commands understand.
#[derive(Debug, Args)]
struct Common {
    /// The folder of the site, with site.toml in it
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    root: PathBuf,
    /// The address at which the site will stand, over that of site.toml; a path in it is kept in every link
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<String>,
    /// Show drafts, too
    #[arg(long)]
    drafts: bool,
    /// What to do with records that are marked as samples, over what site.toml says
    #[arg(long, value_name = "WHAT")]
    samples: Option<SamplesArg>,
    /// Let warnings fail, too
    #[arg(long)]
    strict: bool,
    /// Show at most so many mistakes
    #[arg(long, value_name = "NUMBER", default_value_t = 100)]
    max_errors: usize,
    /// Say nothing unless something is wrong
    #[arg(long, short, conflicts_with = "verbose")]
    quiet: bool,
    /// Say how long each step takes
    #[arg(long, short)]
    verbose: bool,
    /// Use colours
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    color: Color,
    #[command(flatten)]
    ui: UiLang,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// For people, with the lines themselves
    Text,
    /// One object with all of them
    Json,
    /// Annotations for GitHub's workflows
    Github,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum SamplesArg {
    /// They are in pages and sums, and every page says so
    Show,
    /// They are in no page, sum or export
    Hide,
    /// Each is an error
    Forbid,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Color {
    /// On a terminal only
    Auto,
    Always,
    Never,
}

impl Common {
    fn options(&self) -> BuildOptions {
        let samples = self.samples.map(|samples| match samples {
            SamplesArg::Show => Samples::Show,
            SamplesArg::Hide => Samples::Hide,
            SamplesArg::Forbid => Samples::Forbid,
        });
        BuildOptions {
            drafts: self.drafts,
            samples,
            base_url: self.base_url.clone(),
            plain_assets: false,
        }
    }

    fn lang(&self) -> Lang {
        self.ui.lang()
    }

    fn colour(&self) -> bool {
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => {
                std::io::stderr().is_terminal()
                    && std::env::var_os("NO_COLOR").is_none_or(|no| no.is_empty())
            }
        }
    }
}

fn base_url(text: &str) -> Result<String, String> {
    check_base_url(text)
        .ok_or_else(|| "write the whole address, such as https://example.kz/portal".to_owned())
}

fn lang(text: &str) -> Result<Lang, String> {
    Lang::from_code(text).ok_or_else(|| Lang::ALL.map(Lang::code).join(", "))
}

/// Runs the program with the arguments that it was called with.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are no mistakes.
            let code = if error.use_stderr() { WRONG_USE } else { 0 };
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    let code = match cli.command {
        Command::Build { out, common } => build::build(&out, &common),
        Command::Translations {
            lang,
            json,
            mark,
            common,
        } if mark.is_empty() => translations::show(lang, json, &common),
        Command::Translations { mark, common, .. } => translations::mark(&mark, &common),
        Command::Check { format, common } => check::check(format, &common),
        Command::Explain { code, ui } => explain::explain(code.as_deref(), ui),
        Command::Schema { out, root, ui } => schema::schema(&out, &root, ui),
        Command::Serve { args, common } => serve::serve(args, common),
    };
    ExitCode::from(code)
}
