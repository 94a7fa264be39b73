//! `tagzym completions` and `tagzym man`: what a shell completes while one types, and the pages of the manual.

use std::path::{Path, PathBuf};

use clap::{Args, Command};
use clap_complete::{Shell, generate};
use clap_mangen::Man;

use super::exit_code::WRONG_USE;
use super::help::in_language;
use super::language::UiLang;
use super::refusal::refusal;
use super::report::{error, message, path_text, print, say};
use crate::disk::write::write;
use crate::locale::Arg;
use crate::report::message::language;

/// For which shell.
#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
    #[command(flatten)]
    ui: UiLang,
}

/// Where the manual goes.
#[derive(Debug, Args)]
pub(super) struct ManArgs {
    /// The folder to write a page for each command into
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    ui: UiLang,
}

/// Prints the script by which a shell completes.
pub(super) fn completions(args: &CompletionsArgs, program: Command) -> u8 {
    let mut script = Vec::new();
    let mut program = in_language(program, args.ui.lang());
    generate(args.shell, &mut program, "tagzym", &mut script);
    print(String::from_utf8_lossy(&script));
    0
}

/// Prints the page of the program, or writes those of all commands.
pub(super) fn man(args: &ManArgs, program: Command) -> u8 {
    let words = language(args.ui.lang());
    let program = in_language(program, args.ui.lang());
    let Some(out) = &args.out else {
        print(page(program));
        return 0;
    };
    let commands = program.get_subcommands().cloned();
    let mut pages: Vec<(String, String)> = commands
        .map(|command| {
            let name = format!("tagzym-{}", command.get_name());
            (format!("{name}.1"), page(command.name(name.clone())))
        })
        .collect();
    pages.push(("tagzym.1".to_owned(), page(program)));
    match write(Path::new(out), &pages) {
        Ok(()) => {
            let (count, path) = (pages.len() as u64, path_text(out));
            let args = [("count", Arg::Number(count)), ("path", Arg::Text(&path))];
            say(message(&words, "cli-man", &args));
            0
        }
        Err(why) => {
            error(&words, &refusal(&why, &words));
            WRONG_USE
        }
    }
}

/// A page as roff has it. Writing into memory does not fail.
fn page(command: Command) -> String {
    let mut page = Vec::new();
    let _ = Man::new(command).render(&mut page);
    String::from_utf8_lossy(&page).into_owned()
}
