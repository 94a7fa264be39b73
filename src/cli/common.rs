//! Common arguments: what all commands that read a site understand.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::IsTerminal;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::tz::offset;
use jiff::{Timestamp, civil};

use super::language::UiLang;
use crate::load::base_url::check_base_url;
use crate::model::lang::Lang;
use crate::model::site::Samples;
use crate::pipeline::{BuildOptions, Observer};

/// What all commands understand.
#[derive(Debug, Args)]
pub(super) struct Common {
    /// The folder of the site, with site.toml in it
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    pub(super) root: PathBuf,
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
    pub(super) strict: bool,
    /// Show at most so many mistakes
    #[arg(long, value_name = "NUMBER", default_value_t = 100)]
    pub(super) max_errors: usize,
    /// Say nothing unless something is wrong
    #[arg(long, short, conflicts_with = "verbose")]
    pub(super) quiet: bool,
    /// Say how long each step takes, which files and pages a change concerns, and which warnings the content accepts
    #[arg(long, short)]
    pub(super) verbose: bool,
    /// Use colours
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    color: Color,
    #[command(flatten)]
    ui: UiLang,
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
    pub(super) fn options(&self) -> BuildOptions {
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
            publishes: false,
            today: Some(today()),
            chance: chance(),
            observer: Observer::default(),
        }
    }

    pub(super) fn lang(&self) -> Lang {
        self.ui.lang()
    }

    pub(super) fn colour(&self) -> bool {
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

/// The day in Kazakhstan, wherever the program runs: a gift of this morning is none of tomorrow where it is still night.
pub(super) fn today() -> civil::Date {
    offset(5).to_datetime(Timestamp::now()).date()
}

/// A number that nobody can guess: the seeds of the standard library's hash tables come from the system.
pub(super) fn chance() -> u64 {
    RandomState::new().build_hasher().finish()
}

pub(super) fn base_url(text: &str) -> Result<String, String> {
    check_base_url(text)
        .ok_or_else(|| "write the whole address, such as https://example.kz/portal".to_owned())
}

/// Asks the kernel not to give memory in huge pages, which are filled badly: a build of 1,000 projects needs a fifth less
/// without them and 3 % more time, a preview of 10,000 a tenth less. One that will not is no reason to fail.
pub(super) fn save_memory() {
    #[cfg(target_os = "linux")]
    let _ = rustix::thread::disable_transparent_huge_pages(true);
}
