//! Readers of texts: words, ids, codes, addresses, choices, yes and no.

use super::value::Value;
use crate::diagnostic::Code;
use crate::load::yaml::Node;
use crate::load::{advice, fix_it, shape};
use crate::markdown::mark_in;
use crate::model::id::{Id, MAX_ID};
use crate::model::lang::Lang;
use crate::source::text::host;

impl Value<'_> {
    /// A text for readers that is not empty. It is shown as it is written: marks of Markdown in it are told.
    pub(crate) fn text(&self) -> Option<String> {
        let text = self.bare_text()?;
        if let Some(mark) = mark_in(&text) {
            let left = self.report(Code::MarkLeft).with("what", "plain");
            self.reading.report(left.with("mark", mark));
        }
        Some(text)
    }

    /// A text that is not empty.
    fn bare_text(&self) -> Option<String> {
        self.takes(shape::text)?;
        match self.node {
            Node::Text(text) if text.trim().is_empty() => self.fail(self.report(Code::EmptyValue)),
            // The files have none, but quotation marks let one in by its number: "\u001b".
            Node::Text(text) if text.contains(is_control) => {
                let control = text.chars().find(|&letter| is_control(letter));
                let number = control.map_or(0, u32::from);
                self.fail(
                    self.report(Code::ControlCharacter)
                        .with("character", format!("U+{number:04X}")),
                )
            }
            Node::Text(text) => self.fits(text).then(|| text.clone()),
            _ => match self.typed_word() {
                Some(typed) => self.fail(
                    self.report(Code::WrongType)
                        .with("expected", "text")
                        .with("found", self.node.kind())
                        .with("form", "text")
                        .replaced(Some(format!("\"{typed}\""))),
                ),
                None => self.wrong_type("text"),
            },
        }
    }

    /// A text that quotation marks would not make right.
    fn word(&self) -> Option<String> {
        match self.node {
            Node::Text(_) => self.bare_text(),
            _ => self.typed_word().or_else(|| self.wrong_type("text")),
        }
    }

    /// Whether a text is no longer than what it stands for can be; reports it if not.
    fn fits(&self, text: &str) -> bool {
        let most = self.trail.longest();
        // No text has more letters than bytes.
        let length = match text.len() <= most {
            true => return true,
            false => text.chars().count(),
        };
        if length > most {
            let wrong = self.report(Code::TooLong).with("length", length);
            self.reading.report(wrong.with("limit", most));
        }
        length <= most
    }

    /// A code that may look like a number: `"190000000"`.
    pub(crate) fn code(&self) -> Option<String> {
        self.takes(shape::code)?;
        match self.node {
            Node::Int(number) if *number >= 0 => Some(number.to_string()),
            _ => self.bare_text(),
        }
    }

    pub(crate) fn yes_or_no(&self) -> Option<bool> {
        self.takes(shape::yes_or_no)?;
        match self.node {
            Node::Bool(value) => Some(*value),
            Node::Text(text) => match advice::yes_or_no(text) {
                Some(meant) => self.fail(
                    self.report(Code::WrongType)
                        .with("expected", "yes-or-no")
                        .with("found", self.node.kind())
                        .with("form", "yes-or-no")
                        .replaced(Some(meant.to_string())),
                ),
                None => self.wrong_type("yes-or-no"),
            },
            _ => self.wrong_type("yes-or-no"),
        }
    }

    pub(crate) fn id(&self) -> Option<Id> {
        self.takes(shape::id)?;
        let text = match self.node {
            Node::Int(number) => number.to_string(),
            Node::Text(_) => self.bare_text()?,
            _ => return self.wrong_type("text"),
        };
        match Id::parse(&text) {
            Some(id) => Some(id),
            None => self.fail(
                self.report(Code::BadId)
                    .with("value", &text)
                    .with("limit", MAX_ID)
                    .nearest(match fix_it::id(&text) {
                        Some(_) => Vec::new(),
                        // Several ids are none.
                        None if text.contains([';', ',']) => Vec::new(),
                        None => fix_it::slug(&text).into_iter().collect(),
                    })
                    .replaced(fix_it::id(&text)),
            ),
        }
    }

    /// An http or https address.
    pub(crate) fn url(&self) -> Option<String> {
        self.takes(shape::url)?;
        let text = self.word()?;
        let rest = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"));
        let bad = |c: char| {
            c.is_whitespace()
                || c.is_control()
                || matches!(c, '"' | '<' | '>' | '\\' | '`' | '{' | '}')
        };
        match rest {
            Some(rest) if !rest.is_empty() && !rest.starts_with('/') && !text.contains(bad) => {
                if let Some(host) = host::hidden(&text) {
                    let hidden = self.report(Code::HiddenHost).with("url", &text);
                    return self.fail(hidden.with("host", host));
                }
                if let Some(host) = host::doubtful(&text) {
                    let doubtful = self.report(Code::DoubtfulHost).with("url", &text);
                    self.reading.report(doubtful.with("host", host));
                }
                Some(text)
            }
            _ => self.fail(self.report(Code::BadUrl).with("value", &text)),
        }
    }

    /// One of a closed set of words.
    pub(crate) fn choice<T: Copy>(&self, all: &[T], word: fn(T) -> &'static str) -> Option<T> {
        self.takes(|| shape::choice(all.iter().map(|&one| word(one))))?;
        let text = self.word()?;
        let words = || all.iter().map(|&one| word(one));
        match all.iter().find(|&&one| word(one) == text) {
            Some(&one) => Some(one),
            None => {
                let known = words().collect::<Vec<_>>().join(", ");
                let diagnostic = self
                    .report(Code::UnknownValue)
                    .with("value", &text)
                    .with("known", known);
                let bare = fix_it::without_quotes(&text);
                self.fail(match words().find(|word| bare == Some(word)) {
                    Some(word) => diagnostic.replaced(Some(word.to_owned())),
                    None => diagnostic.meant(&text, words()),
                })
            }
        }
    }

    pub(crate) fn lang(&self) -> Option<Lang> {
        self.choice(&Lang::ALL, Lang::code)
    }
}

fn is_control(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\n' | '\t')
}
