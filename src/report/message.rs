//! Rendered messages: a diagnostic in an editor's language, with help, did-you-mean, fix-it and confusable letters.
//!
//! Takes a diagnostic and a language, gives plain text for any way of showing it. Knows nothing of places.

use crate::diagnostic::{Code, Diagnostic};
use crate::locale::{Arg, Language, MessageError, Messages};
use crate::model::lang::Lang;
use crate::source::text::invisible::{shortened, visible};
use crate::source::text::lookalike;

/// The longest foreign text that a message repeats, in characters.
const LONGEST: usize = 120;

/// The longest list of words that a message names, in characters.
const LONGEST_LIST: usize = 500;

/// The longest line that is shown as it should be, in characters.
const LONGEST_LINE: usize = 300;

/// The longest reason that a library gives, in characters.
const LONGEST_REASON: usize = 600;

/// Arguments that a diagnostic may leave out, and what then stands for them.
const OPTIONAL: [(Code, &str, &str); 52] = [
    (Code::FrontMatter, "words", "none"),
    (Code::NoAlt, "of", "text"),
    (Code::BadForm, "reason", "none"),
    (Code::StrayFile, "right", "none"),
    (Code::UnknownFile, "lang", "none"),
    (Code::UnknownFile, "what", "none"),
    (Code::UnknownFile, "right", "none"),
    (Code::UnfinishedMerge, "row", "none"),
    (Code::MisnamedFile, "what", "file"),
    (Code::MisnamedFile, "there", "no"),
    (Code::DuplicateId, "folder", "none"),
    (Code::DuplicateId, "what", "two"),
    (Code::TranslationRequired, "right", "none"),
    (Code::UnknownField, "where", "here"),
    (Code::EmptyValue, "what", "none"),
    (Code::EmptyValue, "known", "none"),
    (Code::EmptyValue, "folder", "none"),
    (Code::EmptyValue, "nothing", "none"),
    (Code::WrongType, "example", "none"),
    (Code::MissingField, "known", "none"),
    (Code::MissingField, "folder", "none"),
    (Code::UnknownId, "known", "none"),
    (Code::UnknownId, "folder", "none"),
    (Code::UnknownId, "what", "none"),
    (Code::UnknownId, "other", "none"),
    (Code::UnknownDistrict, "of", "none"),
    (Code::BadId, "reason", "signs"),
    (Code::BadId, "known", "none"),
    (Code::BadId, "folder", "none"),
    (Code::BadQuery, "known", "none"),
    (Code::BadQuery, "folder", "none"),
    (Code::BadLink, "hint", "none"),
    (Code::BadLink, "what", "none"),
    (Code::NoPicture, "space", "none"),
    (Code::DeadLink, "what", "none"),
    (Code::DeadAnchor, "what", "none"),
    (Code::NoteMissing, "what", "none"),
    (Code::SamePatron, "other", "none"),
    (Code::SamePatron, "what", "name"),
    (Code::CellsMissing, "what", "short"),
    (Code::SameGift, "sum", "none"),
    (Code::SameGift, "imported", "none"),
    (Code::GuessablePatron, "wider", "none"),
    (Code::GuessablePatron, "kinds", "none"),
    (Code::GuessablePatron, "row", "none"),
    (Code::TellingText, "row", "none"),
    (Code::TellingText, "word", "none"),
    (Code::SameGift, "other", "none"),
    (Code::SameGift, "where", "shown"),
    (Code::SameGift, "status", "one"),
    (Code::NotUtf8, "row", "none"),
    (Code::NotUtf8, "column", "none"),
];

/// Codes with a reason that a library gives, which may be in English that the messages do not know.
const IN_ITS_OWN_WORDS: [Code; 3] = [Code::MessageFile, Code::Template, Code::Render];

/// The language of what the program says: its formats and its messages.
pub fn language(lang: Lang) -> Language {
    Language::new(lang, messages(lang))
}

/// The messages of the program in a language of the editors.
pub(crate) fn messages(lang: Lang) -> Messages {
    let text = match lang {
        Lang::Kk => include_str!("messages/kk.ftl"),
        Lang::Ru => include_str!("messages/ru.ftl"),
        Lang::En => include_str!("messages/en.ftl"),
    };
    Messages::new(lang, &[("messages", text)]).0
}

/// A diagnostic in a language: its rendered message and helps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderedMessage {
    pub message: String,
    /// What is said of its other places.
    pub other: Option<String>,
    /// The did-you-mean: “Did you mean …?”
    pub meant: Option<String>,
    /// The fix-it: what to write instead, where that is certain.
    pub write: Option<String>,
    /// The whole line as it should be.
    pub line: Option<String>,
    /// The confusables: which letters only look like the right ones.
    pub lookalike: Option<String>,
    pub help: Option<String>,
}

impl RenderedMessage {
    /// All that helps to fix it, a line each.
    pub fn helps(&self) -> impl Iterator<Item = &str> {
        let all = [
            &self.meant,
            &self.write,
            &self.line,
            &self.lookalike,
            &self.help,
        ];
        all.into_iter().flatten().map(String::as_str)
    }
}

/// Renders a diagnostic in the language of `words`.
pub fn describe(diagnostic: &Diagnostic, words: &Language) -> RenderedMessage {
    render_message(diagnostic, words, &mut Vec::new())
}

/// Renders a diagnostic. What the messages lack is pushed to `wrong`, and stands as it is in the text.
pub(crate) fn render_message(
    diagnostic: &Diagnostic,
    words: &Language,
    wrong: &mut Vec<MessageError>,
) -> RenderedMessage {
    let args = args(diagnostic, words, wrong);
    let id = diagnostic.code.message();
    let mut teller = Teller { words, wrong };
    let message = teller.sentence(id, &args).unwrap_or_else(|| id.to_owned());
    let mut attribute = |name: &str| {
        let id = format!("{id}.{name}");
        words.messages.variables(&id)?;
        teller.sentence(&id, &args)
    };
    let other = attribute("other").filter(|_| !diagnostic.others.is_empty());
    let help = attribute("help");
    RenderedMessage {
        message,
        other,
        help,
        meant: meant(diagnostic, &mut teller),
        write: diagnostic.replacement.as_ref().and_then(|by| {
            let text = shortened(&by.0, LONGEST);
            teller.plain("write", &[("text", Arg::Text(&visible(&text)))])
        }),
        line: line(diagnostic, &mut teller),
        lookalike: odd_letters(diagnostic, &mut teller),
    }
}

/// The line as it should be, if a diagnostic knows it and may tell it.
fn line(diagnostic: &Diagnostic, teller: &mut Teller<'_>) -> Option<String> {
    let (_, line) = diagnostic.args.iter().find(|(name, _)| *name == "line")?;
    if !diagnostic.tells("line") {
        return None;
    }
    let text = foreign(line, LONGEST_LINE);
    teller.plain("write-line", &[("text", Arg::Text(&text))])
}

/// Formats messages and remembers what they lack.
struct Teller<'a> {
    words: &'a Language,
    wrong: &'a mut Vec<MessageError>,
}

impl Teller<'_> {
    fn plain(&mut self, id: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let text = self.words.messages.format(id, args);
        text.map_err(|error| self.wrong.push(error)).ok()
    }

    /// A sentence: its first letter is a capital one, unless it begins with foreign text.
    fn sentence(&mut self, id: &str, args: &[Word]) -> Option<String> {
        let given: Vec<(&str, Arg<'_>)> = args
            .iter()
            .map(|word| (word.name, Arg::Text(&word.text)))
            .collect();
        let text = self.plain(id, &given)?;
        let is_others =
            |word: &Word| !word.ours && !word.text.is_empty() && text.starts_with(&word.text);
        if args.iter().any(is_others) {
            return Some(text);
        }
        let mut letters = text.chars();
        let first = letters.next()?;
        Some(first.to_uppercase().chain(letters).collect())
    }
}

/// A word that a message names.
struct Word {
    name: &'static str,
    text: String,
    /// It comes from the message files.
    ours: bool,
}

fn args(diagnostic: &Diagnostic, words: &Language, wrong: &mut Vec<MessageError>) -> Vec<Word> {
    let given = |name: &str| diagnostic.args.iter().any(|(given, _)| *given == name);
    let left_out = OPTIONAL
        .into_iter()
        .filter(|(code, name, _)| *code == diagnostic.code && !given(name))
        .map(|(_, name, text)| Word {
            name,
            text: text.to_owned(),
            ours: true,
        });
    let given = diagnostic.args.iter().map(|(name, value)| {
        let (text, ours) = match *name {
            name if !diagnostic.tells(name) => match words.messages.format("word-secret", &[]) {
                Ok(text) => (text, true),
                Err(error) => {
                    wrong.push(error);
                    (String::new(), true)
                }
            },
            "kind" | "record" | "expected" | "found" => {
                match words.messages.format(&format!("word-{value}"), &[]) {
                    Ok(text) => (text, true),
                    Err(error) => {
                        wrong.push(error);
                        (value.clone(), false)
                    }
                }
            }
            "reason" => match reason(value, words) {
                Some(text) => (text, true),
                None if diagnostic.code == Code::Toml => {
                    let told = words.messages.format("reason-invalid-value", &[]);
                    (told.unwrap_or_default(), true)
                }
                None if IN_ITS_OWN_WORDS.contains(&diagnostic.code) => {
                    let text = foreign(value, LONGEST_REASON);
                    let told = words
                        .messages
                        .format("reason-in-english", &[("word", Arg::Text(&text))]);
                    (told.unwrap_or(text), true)
                }
                None => (foreign(value, LONGEST_REASON), false),
            },
            "size" | "limit" | "length" | "sum" | "whole" | "reported" => {
                let size = sized(value, words);
                (size.unwrap_or_else(|| grouped(value, words)), false)
            }
            "known" | "delete" | "move" => (foreign(value, LONGEST_LIST), false),
            _ => (foreign(value, LONGEST), false),
        };
        Word { name, text, ours }
    });
    given.chain(left_out).collect()
}

/// Translates the English reason of a library, if the message files know it: `key with no value, expected …` is the
/// message `reason-key-with-no-value`. What the reason quotes is given as `$word` and `$other`.
fn reason(text: &str, words: &Language) -> Option<String> {
    let (plain, _) = text.split_once(", expected").unwrap_or((text, ""));
    let (before, rest) = plain.split_once('"').unwrap_or((plain, ""));
    let quoted = rest.rsplit_once('"').map_or("", |(quoted, _)| quoted);
    let (word, other) = quoted.split_once("\" \"").unwrap_or((quoted, ""));
    let id = format!("reason-{}", slug(before));
    words.messages.variables(&id)?;
    let (word, other) = (foreign(word, LONGEST), foreign(other, LONGEST));
    let given = [("word", Arg::Text(&word)), ("other", Arg::Text(&other))];
    words.messages.format(&id, &given).ok()
}

/// Words as a part of a message's id.
fn slug(text: &str) -> String {
    let parts = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.join("-").to_ascii_lowercase()
}

fn foreign(text: &str, longest: usize) -> String {
    visible(&shortened(text, longest)).into_owned()
}

/// A size such as `16.1 MiB` as the language writes it.
fn sized(text: &str, words: &Language) -> Option<String> {
    let (number, unit) = text.split_once(' ')?;
    let id = format!("unit-{}", slug(unit));
    let number = match words.lang {
        Lang::En => number.to_owned(),
        Lang::Kk | Lang::Ru => number.replace('.', ","),
    };
    let number = [("number", Arg::Text(&number))];
    words.messages.format(&id, &number).ok()
}

/// A number as the language writes it; what is none as it is.
fn grouped(text: &str, words: &Language) -> String {
    let number = text.parse::<u128>();
    number.map_or_else(
        |_| foreign(text, LONGEST),
        |number| words.locale.integer(number),
    )
}

fn meant(diagnostic: &Diagnostic, teller: &mut Teller<'_>) -> Option<String> {
    // The fix-it says it already.
    let is_certain = match (&diagnostic.replacement, diagnostic.nearest.as_slice()) {
        (Some(by), [name]) => by.0 == *name,
        _ => false,
    };
    if is_certain || diagnostic.nearest.is_empty() {
        return None;
    }
    let mut names = Vec::new();
    for name in &diagnostic.nearest {
        let name = foreign(name, LONGEST);
        names.push(teller.plain("quoted", &[("name", Arg::Text(&name))])?);
    }
    let or = format!(" {} ", teller.plain("list-or", &[])?);
    teller.plain("did-you-mean", &[("names", Arg::Text(&names.join(&or)))])
}

/// The confusable letters of its arguments.
fn odd_letters(diagnostic: &Diagnostic, teller: &mut Teller<'_>) -> Option<String> {
    let odd = diagnostic
        .args
        .iter()
        .filter(|(name, _)| lookalike::NAMING.contains(name) && diagnostic.tells(name))
        .flat_map(|(_, text)| lookalike::odd_letters(text));
    let mut told = Vec::new();
    for odd in odd {
        let code = format!("U+{:04X}", u32::from(odd.letter));
        let letter = visible(odd.letter.encode_utf8(&mut [0; 4])).into_owned();
        let args = [
            ("kind", Arg::Text(odd.kind.word())),
            ("letter", Arg::Text(&letter)),
            ("code", Arg::Text(&code)),
        ];
        let text = teller.plain("lookalike-letter", &args)?;
        if !told.contains(&text) {
            told.push(text);
        }
    }
    if told.is_empty() {
        return None;
    }
    let letters = told.join("; ");
    teller.plain("lookalike", &[("letters", Arg::Text(&letters))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_written_as_the_language_does() {
        let size = |lang| sized("16.1 MiB", &language(lang));
        assert_eq!(size(Lang::Kk).as_deref(), Some("16,1 МиБ"));
        assert_eq!(size(Lang::En).as_deref(), Some("16.1 MiB"));
        assert_eq!(sized("1000", &language(Lang::Ru)), None);
    }

    #[test]
    fn what_libraries_say_is_said_in_the_language_of_the_editor() {
        for (text, said) in [
            (
                "key with no value, expected `=`",
                "атаудан кейін «= мән» жоқ",
            ),
            (
                "Expected a token starting with \"=\"",
                "мұнда «=» жетіспейді",
            ),
            ("not defined: \"a-b\"", "«a-b» деген жоқ"),
        ] {
            assert_eq!(reason(text, &language(Lang::Kk)).as_deref(), Some(said));
        }
        assert_eq!(reason("no words for it", &language(Lang::Kk)), None);
        let ids = |lang| -> Vec<String> {
            let messages = messages(lang);
            let all = messages.ids().filter(|id| id.starts_with("reason-"));
            all.map(str::to_owned).collect()
        };
        assert!(ids(Lang::En).len() > 40);
        assert_eq!(ids(Lang::En), ids(Lang::Kk));
        assert_eq!(ids(Lang::En), ids(Lang::Ru));
    }
}
