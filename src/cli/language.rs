//! Locale negotiation: the language in which the program speaks to its editor.
//!
//! Takes what the command line and the environment (`LC_ALL`, `LC_MESSAGES`, `LANG`) say, gives a language.

use clap::{Args, ValueEnum};

use crate::model::lang::Lang;

/// The language of what the program says.
#[derive(Debug, Clone, Copy, Args)]
pub(super) struct UiLang {
    /// The language of messages; if it is not given, the system's, or else English
    #[arg(long, value_name = "LANGUAGE")]
    ui_lang: Option<Language>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Language {
    /// Қазақша
    Kk,
    /// Русский
    Ru,
    /// English
    En,
}

impl UiLang {
    pub(super) fn lang(self) -> Lang {
        match self.ui_lang {
            Some(Language::Kk) => Lang::Kk,
            Some(Language::Ru) => Lang::Ru,
            Some(Language::En) => Lang::En,
            None => of_system(|name| std::env::var(name).ok()),
        }
    }
}

/// The language that arguments ask for, even if they cannot be understood.
pub(super) fn asked_for(args: &[String]) -> Lang {
    // What comes after `--` is no option.
    let options = args.iter().take_while(|arg| *arg != "--").enumerate();
    let mut given = options.filter_map(|(at, arg)| {
        let value = match arg.strip_prefix("--ui-lang")? {
            "" => args.get(at + 1)?,
            rest => rest.strip_prefix('=')?,
        };
        Lang::from_code(value)
    });
    let given = given.next();
    given.unwrap_or_else(|| of_system(|name| std::env::var(name).ok()))
}

/// The language of the system's messages: the first of these variables that is set decides (POSIX,
/// “Internationalization Variables”), English if it names a language that the program does not speak.
fn of_system(variable: impl Fn(&str) -> Option<String>) -> Lang {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let set = names
        .iter()
        .filter_map(|name| variable(name))
        .find(|value| !value.is_empty());
    let locale = set.unwrap_or_default().to_ascii_lowercase();
    let code = locale.split(['_', '-', '.', '@']).next().unwrap_or("");
    Lang::from_code(code).unwrap_or(Lang::En)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_after_two_hyphens_asks_for_no_language() {
        let asked = |args: &str| {
            let args: Vec<String> = args.split(' ').map(str::to_owned).collect();
            asked_for(&args)
        };
        assert_eq!(asked("new page --ui-lang kk -- --ui-lang=ru"), Lang::Kk);
        assert_eq!(asked("new page --ui-lang=ru -- --ui-lang=kk"), Lang::Ru);
        assert_eq!(asked("new page -- --ui-lang=kk"), asked("new page"));
    }

    #[test]
    fn the_first_variable_that_is_set_decides() {
        let of = |set: &[(&str, &str)]| {
            of_system(|name| {
                let found = set.iter().find(|(set, _)| *set == name);
                found.map(|(_, value)| (*value).to_owned())
            })
        };
        assert_eq!(of(&[]), Lang::En);
        assert_eq!(of(&[("LANG", "kk_KZ.UTF-8")]), Lang::Kk);
        assert_eq!(
            of(&[("LANG", "kk_KZ.UTF-8"), ("LC_MESSAGES", "ru")]),
            Lang::Ru
        );
        assert_eq!(of(&[("LANG", "ru_RU"), ("LC_ALL", "C.UTF-8")]), Lang::En);
        assert_eq!(of(&[("LANG", "ru_RU"), ("LC_ALL", "")]), Lang::Ru);
        assert_eq!(of(&[("LANG", "de_DE")]), Lang::En);
    }
}
