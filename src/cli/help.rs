//! Help: what the commands and their arguments are for, in the editor's language.
//!
//! Takes the command line as the parser knows it and a language; gives the same commands with their help in it. What has no
//! words of its own keeps those of its definition.

use clap::builder::PossibleValuesParser;
use clap::{Arg, Command};

use crate::locale::Language;
use crate::model::lang::Lang;
use crate::report::message::language;

/// The help of all commands in a language, for showing it and not for reading arguments.
pub(super) fn in_language(program: Command, lang: Lang) -> Command {
    let mut program = program;
    program.build();
    let words = Words(language(lang));
    worded(program, "tagzym", &words)
}

/// The arguments with an option of the whole program, the language, right behind the command: `--ui-lang kk build` is `build
/// --ui-lang kk`. What comes after `--` stays there.
pub(super) fn with_language_behind(mut args: Vec<String>) -> Vec<String> {
    let count = match args.get(1).map(String::as_str) {
        Some("--ui-lang") => 2,
        Some(arg) if arg.starts_with("--ui-lang=") => 1,
        _ => return args,
    };
    let end = args.len().min(1 + count);
    let first: Vec<String> = args.drain(1..end).collect();
    if args.len() > 1 {
        args.splice(2..2, first);
    }
    args
}

struct Words(Language);

impl Words {
    /// A message, if the program has one of this id.
    fn find(&self, id: &str) -> Option<String> {
        self.0.messages.format(id, &[]).ok()
    }

    fn say(&self, id: &str) -> String {
        self.find(id).unwrap_or_default()
    }
}

fn worded(command: Command, path: &str, words: &Words) -> Command {
    let name = command.get_name().to_owned();
    let inner: Vec<String> = command
        .get_subcommands()
        .map(|inner| inner.get_name().to_owned())
        .collect();
    let is_program = !inner.is_empty();
    let mut command = command
        .subcommand_help_heading(words.say("help-commands"))
        .help_template(format!(
            "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}",
            words.say("help-usage")
        ))
        .mut_args(|arg| argument(arg, &name, words));
    let line = usage(&command, path, is_program, words);
    command = command.override_usage(line);
    if let Some(about) = words.find(&format!("help-{name}")) {
        command = command.about(about.clone()).long_about(about);
    }
    for inner in inner {
        command = command.mut_subcommand(&inner, |command| {
            worded(command, &format!("{path} {inner}"), words)
        });
    }
    command
}

/// How the command is called: `tagzym explain [options] [CODE]`.
fn usage(command: &Command, path: &str, is_program: bool, words: &Words) -> String {
    let rest = words.say(match is_program {
        true => "help-usage-command",
        false => "help-usage-options",
    });
    let values = command.get_positionals().filter_map(|arg| {
        let value = arg.get_value_names()?.first()?;
        Some(match arg.is_required_set() {
            true => format!(" <{value}>"),
            false => format!(" [{value}]"),
        })
    });
    format!("{path} {rest}{}", values.collect::<String>())
}

fn argument(arg: Arg, command: &str, words: &Words) -> Arg {
    let id = arg.get_id().as_str().replace('_', "-");
    let own = words.find(&format!("help-{command}-{id}"));
    let heading = match arg.is_positional() {
        true => "help-arguments",
        false => "help-options",
    };
    let Some(text) = own.or_else(|| words.find(&format!("help-arg-{id}"))) else {
        return arg.help_heading(words.say(heading));
    };
    let known: Vec<String> = arg
        .get_possible_values()
        .iter()
        .map(|value| value.get_name().to_owned())
        .collect();
    let default: Vec<String> = arg
        .get_default_values()
        .iter()
        .map(|value| value.to_string_lossy().into_owned())
        .collect();
    let takes_value = arg.get_action().takes_values();
    let mut notes = Vec::new();
    if takes_value && !known.is_empty() {
        notes.push(format!("{}: {}", words.say("help-known"), known.join(", ")));
    }
    if takes_value && !default.is_empty() {
        notes.push(format!(
            "{}: {}",
            words.say("help-default"),
            default.join(", ")
        ));
    }
    let text = match notes.is_empty() {
        true => text,
        false => format!("{text} [{}]", notes.join("; ")),
    };
    let value = arg
        .get_value_names()
        .and_then(|names| Some(names.first()?.to_ascii_lowercase()))
        .and_then(|name| words.find(&format!("help-value-{name}")));
    // Positions before their names' letters.
    let place = arg.get_index();
    let mut arg = match place {
        Some(place) => arg.display_order(place),
        None => arg,
    };
    arg = arg
        .help(text.clone())
        .long_help(text)
        .help_heading(words.say(heading))
        .hide_default_value(true)
        .hide_possible_values(true);
    if takes_value {
        if !known.is_empty() {
            arg = arg.value_parser(PossibleValuesParser::new(known));
        }
        if let Some(value) = value {
            arg = arg.value_name(value);
        }
    }
    arg
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::cli::Cli;

    #[test]
    fn every_command_and_argument_has_words_in_every_language() {
        let mut program = Cli::command();
        program.build();
        let mut missing = Vec::new();
        for lang in Lang::ALL {
            let words = Words(language(lang));
            for command in program.get_subcommands() {
                let name = command.get_name();
                if words.find(&format!("help-{name}")).is_none() {
                    missing.push(format!("{lang:?}: help-{name}"));
                }
                for arg in command.get_arguments().filter(|_| name != "help") {
                    let id = arg.get_id().as_str().replace('_', "-");
                    let own = words.find(&format!("help-{name}-{id}"));
                    if own
                        .or_else(|| words.find(&format!("help-arg-{id}")))
                        .is_none()
                    {
                        missing.push(format!("{lang:?}: help-arg-{id}"));
                    }
                }
            }
        }
        assert!(missing.is_empty(), "{missing:#?}");
    }

    #[test]
    fn help_is_in_one_language() {
        for (lang, words) in [
            (
                Lang::Kk,
                ["Қолданылуы:", "Параметрлер:", "Анықтаманы көрсету"],
            ),
            (
                Lang::Ru,
                ["Как вызывать:", "Параметры:", "Показать справку"],
            ),
            (Lang::En, ["Usage:", "Options:", "Show this help"]),
        ] {
            for command in [
                "build",
                "check",
                "translations",
                "explain",
                "schema",
                "serve",
            ] {
                let error = in_language(Cli::command(), lang)
                    .try_get_matches_from(["tagzym", command, "--help"])
                    .unwrap_err();
                let help = error.to_string();
                for word in words {
                    assert!(help.contains(word), "{help}");
                }
                let english = ["Usage", "Options", "default", "possible", "Print", "FOLDER"];
                let found = english.iter().find(|word| help.contains(*word));
                assert!(lang == Lang::En || found.is_none(), "{found:?}\n{help}");
            }
        }
    }

    #[test]
    fn usage_tells_what_has_to_be_given() {
        let help = |command: &str| {
            let error = in_language(Cli::command(), Lang::En)
                .try_get_matches_from(["tagzym", command, "--help"])
                .unwrap_err();
            error.to_string()
        };
        let new = help("new");
        assert!(
            new.contains("tagzym new [options] <WHAT> <NAME>\n"),
            "{new}"
        );
        assert!(new.find("  <WHAT>") < new.find("  <NAME>"), "{new}");
        assert!(help("init").contains("tagzym init [options] [FOLDER]\n"));
    }

    #[test]
    fn the_language_may_stand_before_the_command() {
        for (args, sorted) in [
            ("tagzym --ui-lang kk --help", "tagzym --help --ui-lang kk"),
            ("tagzym --ui-lang=kk build", "tagzym build --ui-lang=kk"),
            (
                "tagzym --ui-lang kk new page -- -5",
                "tagzym new --ui-lang kk page -- -5",
            ),
            ("tagzym --ui-lang kk", "tagzym"),
            ("tagzym --ui-lang", "tagzym"),
            ("tagzym build --ui-lang kk", "tagzym build --ui-lang kk"),
        ] {
            let args = args.split(' ').map(str::to_owned).collect();
            assert_eq!(with_language_behind(args).join(" "), sorted);
        }
    }
}
