//! The error index: what each diagnostic code means, with a wrong and a right example (`tagzym explain T0103`).
//!
//! The texts are Fluent messages in `explain/`, a file per language, named by the codes; the examples stand in
//! `explain/examples.txt`: `== T0103`, then the wrong one, a line `--`, the right one. Those that are sentences have one in
//! each language: `== T0225 ru`.

use crate::diagnostic::{Code, nearest};
use crate::locale::Messages;
use crate::model::lang::Lang;

const EXAMPLES: &str = include_str!("explain/examples.txt");

/// What a code means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Explanation {
    /// A few sentences; the first says in short what is wrong.
    pub text: String,
    pub wrong: &'static str,
    pub right: &'static str,
}

/// The explanations of all codes in a language.
pub(crate) fn texts(lang: Lang) -> Messages {
    let text = match lang {
        Lang::Kk => include_str!("explain/kk.ftl"),
        Lang::Ru => include_str!("explain/ru.ftl"),
        Lang::En => include_str!("explain/en.ftl"),
    };
    Messages::new(lang, &[("explain", text)]).0
}

/// What a code means; none if its texts are missing, which a test forbids.
pub(crate) fn explain(code: Code, texts: &Messages) -> Option<Explanation> {
    let text = texts.format(code.number(), &[]).ok()?;
    let (wrong, right) = example(code, texts.lang())?;
    Some(Explanation { text, wrong, right })
}

/// The first sentence of an explanation.
pub(crate) fn in_short(text: &str) -> &str {
    text.find(". ").map_or(text, |end| &text[..=end])
}

fn example(code: Code, lang: Lang) -> Option<(&'static str, &'static str)> {
    let sections = || EXAMPLES.split("== ").skip(1);
    let headed = |head: String| sections().find_map(|section| section.strip_prefix(&head));
    let body = headed(format!("{}\n", code.number()))
        .or_else(|| headed(format!("{} {lang}\n", code.number())))?;
    let (wrong, right) = body.split_once("\n--\n")?;
    Some((wrong.trim_matches('\n'), right.trim_matches('\n')))
}

/// The diagnostic code with this number.
///
/// # Errors
/// There is none: the nearest ones.
pub(crate) fn find(number: &str) -> Result<Code, Vec<String>> {
    let upper = number.trim().to_ascii_uppercase();
    let found = Code::ALL.iter().find(|code| code.number() == upper);
    found
        .copied()
        .ok_or_else(|| nearest(&upper, Code::ALL.iter().map(|code| code.number())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_explained_in_every_language_with_two_examples() {
        for lang in Lang::ALL {
            let texts = texts(lang);
            let numbers: Vec<&str> = Code::ALL.iter().map(|code| code.number()).collect();
            let mut ids: Vec<&str> = texts.ids().collect();
            ids.retain(|id| !numbers.contains(id));
            assert_eq!(ids, Vec::<&str>::new(), "{lang}: no such codes");
            for &code in Code::ALL {
                let told = explain(code, &texts);
                let told =
                    told.unwrap_or_else(|| panic!("{lang}: {} is not explained", code.number()));
                assert!(
                    told.text.chars().count() > 30,
                    "{lang}: {}: {}",
                    code.number(),
                    told.text
                );
                assert!(!told.wrong.is_empty() && !told.right.is_empty());
                assert_ne!(told.wrong, told.right, "{}", code.number());
            }
        }
    }

    #[test]
    fn an_example_that_is_a_sentence_is_in_the_language_of_its_reader() {
        let right = |lang| explain(Code::NameLeaks, &texts(lang)).unwrap().right;
        assert!(right(Lang::Kk).contains("атын жария етпеуді қалаған меценат"));
        assert!(right(Lang::Ru).contains("меценат, пожелавший остаться неизвестным"));
        assert!(right(Lang::En).contains("a patron who wished not to be named"));
    }

    #[test]
    fn an_unknown_code_names_its_neighbours() {
        assert_eq!(find("t0103"), Ok(Code::MissingField));
        assert!(find("T103").unwrap_err().contains(&"T0103".to_owned()));
        assert_eq!(find("x"), Err(Vec::new()));
    }
}
