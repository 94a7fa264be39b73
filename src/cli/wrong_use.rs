//! Wrong use of the command line: what is wrong with the arguments, in the editor's language.
//!
//! Takes what the parser of the arguments says, and the arguments; gives sentences, or nothing where the parser shows
//! help. Knows nothing of what the commands do.

use clap::Command;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::language::asked_for;
use super::report::message;
use crate::locale::{Arg, Language};
use crate::report::message::language;
use crate::source::text::invisible::{shortened, visible};

/// The longest argument that is repeated, in characters.
const LONGEST: usize = 120;

/// What is wrong, and what helps; none where help is shown instead.
pub(super) fn wrong_use(program: &Command, error: &Error, args: &[String]) -> Option<Vec<String>> {
    let words = language(asked_for(args));
    let found = Found {
        error,
        words: &words,
    };
    let of = |kind| found.first(kind);
    let arg = of(ContextKind::InvalidArg).map(|arg| found.named(&arg));
    let value = of(ContextKind::InvalidValue).unwrap_or_default();
    let one = |id: &str, arg: String| found.say(id, &[("arg", &arg)]);
    let wrong = match error.kind() {
        ErrorKind::UnknownArgument => one("cli-use-unknown", arg?),
        ErrorKind::InvalidSubcommand => one("cli-use-command", of(ContextKind::InvalidSubcommand)?),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
            one("cli-use-no-value", arg?)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            found.say("cli-use-value", &[("arg", &arg?), ("value", &value)])
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => one("cli-use-no-more", arg?),
        ErrorKind::TooFewValues => one("cli-use-no-value", arg?),
        ErrorKind::MissingRequiredArgument => one("cli-use-missing", arg?),
        ErrorKind::ArgumentConflict => {
            let arg = arg?;
            match of(ContextKind::PriorArg).map(|arg| found.named(&arg)) {
                Some(other) if other != arg => {
                    found.say("cli-use-conflict", &[("arg", &arg), ("other", &other)])
                }
                _ => one("cli-use-twice", arg),
            }
        }
        _ => return None,
    };
    let mut lines = vec![found.say("cli-error", &[("text", &wrong)])];
    lines.extend(found.meant());
    lines.extend(found.known());
    let command = command_of(program, args);
    lines.push(found.say("cli-use-help", &[("command", &command)]));
    Some(lines)
}

/// An error, and the language to tell it in.
struct Found<'a> {
    error: &'a Error,
    words: &'a Language,
}

impl Found<'_> {
    fn say(&self, id: &str, args: &[(&str, &str)]) -> String {
        let safe: Vec<(&str, String)> = args
            .iter()
            .map(|(name, text)| match id {
                "cli-error" => (*name, (*text).to_owned()),
                _ => (*name, visible(&shortened(text, LONGEST)).into_owned()),
            })
            .collect();
        let args: Vec<(&str, Arg<'_>)> = safe
            .iter()
            .map(|(name, text)| (*name, Arg::Text(text)))
            .collect();
        message(self.words, id, &args)
    }

    /// How an argument is told: one without a name of its own by what stands for its value in the help, `<WHAT>`.
    fn named(&self, arg: &str) -> String {
        let value = arg.trim_end_matches("...");
        let value = value.strip_prefix(['<', '[']);
        let value = value.and_then(|value| value.strip_suffix(['>', ']']));
        let id = value.map(|value| format!("help-value-{}", value.to_ascii_lowercase()));
        let word = id.and_then(|id| self.words.messages.format(&id, &[]).ok());
        word.map_or_else(|| name_of(arg), |word| format!("<{word}>"))
    }

    fn all(&self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => vec![text.clone()],
            Some(ContextValue::Strings(texts)) => texts.clone(),
            _ => Vec::new(),
        }
    }

    fn first(&self, kind: ContextKind) -> Option<String> {
        self.all(kind).into_iter().next()
    }

    /// The arguments, commands or values that are nearest.
    fn meant(&self) -> Option<String> {
        let kinds = [
            ContextKind::SuggestedArg,
            ContextKind::SuggestedSubcommand,
            ContextKind::SuggestedValue,
        ];
        let names: Vec<String> = kinds.into_iter().flat_map(|kind| self.all(kind)).collect();
        let names: Vec<String> = names
            .iter()
            .map(|name| self.say("quoted", &[("name", name)]))
            .collect();
        let or = format!(" {} ", self.say("list-or", &[]));
        let line = |names: &str| format!("  {}", self.say("did-you-mean", &[("names", names)]));
        (!names.is_empty()).then(|| line(&names.join(&or)))
    }

    /// What can stand there.
    fn known(&self) -> Option<String> {
        let mut known = self.all(ContextKind::ValidValue).join(", ");
        let is_value = self.error.kind() == ErrorKind::ValueValidation;
        let arg = self.first(ContextKind::InvalidArg).unwrap_or_default();
        if known.is_empty() && is_value {
            known = match name_of(&arg).as_str() {
                "--base-url" => "https://example.kz/portal".to_owned(),
                "--lang" => "kk, ru, en".to_owned(),
                _ => "0, 1, 2, …".to_owned(),
            };
        }
        let line = |known: &str| format!("  {}", self.say("cli-use-known", &[("known", known)]));
        (!known.is_empty()).then(|| line(&known))
    }
}

/// An argument without the name of its value: `--out <FOLDER>` is `--out`.
fn name_of(arg: &str) -> String {
    arg.split(" <").next().unwrap_or(arg).to_owned()
}

/// How the help of the command is asked for.
fn command_of(program: &Command, args: &[String]) -> String {
    let named = args
        .iter()
        .find(|arg| program.find_subcommand(arg).is_some());
    match named {
        Some(name) => format!("tagzym {name} --help"),
        None => "tagzym --help".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::cli::Cli;

    #[test]
    fn what_is_wrong_with_the_arguments_is_told_in_the_editors_language() {
        for (args, lines) in [
            (
                "build --outt x --ui-lang ru",
                vec![
                    "ошибка: нет параметра --outt",
                    "  Может быть, «--out»?",
                    "  Как пользоваться: tagzym build --help",
                ],
            ),
            (
                "build --ui-lang kk --out",
                vec![
                    "қате: --out: мәні көрсетілмеген",
                    "  Қалай қолданылады: tagzym build --help",
                ],
            ),
            (
                "check --ui-lang=ru --format xml",
                vec![
                    "ошибка: --format: значение «xml» не подходит",
                    "  Можно написать: text, json, github",
                    "  Как пользоваться: tagzym check --help",
                ],
            ),
            (
                "new patron A --kind ФИРМА --ui-lang ru",
                vec![
                    "ошибка: --kind: значение «ФИРМА» не подходит",
                    "  Можно написать: person, company, fund, association, group",
                    "  Как пользоваться: tagzym new --help",
                ],
            ),
            (
                "bild --ui-lang kk",
                vec![
                    "қате: bild деген команда жоқ",
                    "  Мүмкін, «build» шығар?",
                    "  Қалай қолданылады: tagzym --help",
                ],
            ),
            (
                "build --ui-lang en --base-url x.kz",
                vec![
                    "error: --base-url: “x.kz” is not allowed",
                    "  It can be: https://example.kz/portal",
                    "  How to use it: tagzym build --help",
                ],
            ),
            (
                "new region A --ui-lang kk",
                vec![
                    "қате: <НЕ>: «region» деген мән жарамайды",
                    "  Мыналарды жазуға болады: project, patron, award, news, page, figure",
                    "  Қалай қолданылады: tagzym new --help",
                ],
            ),
            (
                "rename --ui-lang ru",
                vec![
                    "ошибка: нужно указать <ЗАПИСЬ>",
                    "  Как пользоваться: tagzym rename --help",
                ],
            ),
            (
                "schema --ui-lang en",
                vec![
                    "error: --out must be given",
                    "  How to use it: tagzym schema --help",
                ],
            ),
            (
                "check --ui-lang en --quiet --verbose",
                vec![
                    "error: --quiet and --verbose cannot be given together",
                    "  How to use it: tagzym check --help",
                ],
            ),
            (
                "check --ui-lang en --strict --strict",
                vec![
                    "error: --strict is given twice",
                    "  How to use it: tagzym check --help",
                ],
            ),
        ] {
            let args: Vec<String> = args.split(' ').map(str::to_owned).collect();
            let called = std::iter::once("tagzym").chain(args.iter().map(String::as_str));
            let program = Cli::command();
            let error = program.clone().try_get_matches_from(called).unwrap_err();
            assert_eq!(
                wrong_use(&program, &error, &args).unwrap(),
                lines,
                "{args:?}"
            );
        }
    }
}
