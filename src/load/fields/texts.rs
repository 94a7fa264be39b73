//! Readers of texts: words, ids, codes, addresses, choices, yes and no.

use super::trail::{MAX_NAME, Trail};
use super::value::Value;
use crate::diagnostic::Code;
use crate::load::fix_it::{meant_url, wrong_url};
use crate::load::yaml::Node;
use crate::load::{advice, fix_it, shape};
use crate::markdown::mark_in;
use crate::model::id::{Id, MAX_ID};
use crate::model::lang::Lang;
use crate::model::place::Step;
use crate::source::text::confusables::{is_odd_space, is_unseen};
use crate::source::text::host;

/// Whether a text could be the name or the title of something, with nothing to say of it when it is read.
pub(crate) fn is_name(text: &str) -> bool {
    let fits = text.len() <= MAX_NAME || text.chars().count() <= MAX_NAME;
    let is_blank = text.trim().is_empty();
    fits && !is_blank && !text.chars().any(is_unseen) && mark_in(text).is_none()
}

impl Value<'_> {
    /// A text for readers that says something.
    pub(crate) fn text(&self) -> Option<String> {
        match self.node {
            Node::Text(text) if !text.trim().is_empty() && fix_it::is_no_text(text) => {
                let empty = self.report(Code::EmptyValue).with("what", "unknown");
                self.fail(empty.with("nothing", text.trim()))
            }
            _ => self.text_or_signs(),
        }
    }

    /// A text that is not empty. It is shown as it is written: marks of Markdown in it are told.
    pub(crate) fn text_or_signs(&self) -> Option<String> {
        let slash = match self.node {
            Node::Text(text) => self.slash_for_escape(text),
            _ => None,
        };
        match slash {
            // YAML has a line's end and a gap in any text: it may be meant.
            Some(sign @ ('n' | 't')) => {
                let left = self.report(Code::MarkLeft).with("what", "backslash");
                let mark = ['\\', sign].iter().collect::<String>();
                self.reading.report(left.with("mark", mark));
            }
            Some(_) => return self.fail(self.report(Code::Yaml).with("reason", "backslash")),
            None => {}
        }
        let text = self.bare_text()?;
        if let Some(mark) = mark_in(&text) {
            let left = self.report(Code::MarkLeft).with("what", "plain");
            self.reading.report(left.with("mark", mark));
        }
        // Unusual spaces around a text, which YAML takes for letters, are no part of it.
        Some(text.trim_matches(is_odd_space).to_owned())
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

    /// The letter behind a backslash in quotation marks, meant to be seen, which makes it a sign that nobody sees: `"School\\nursery"`
    /// has a line's end. In texts of several sentences, or between them, that may be meant.
    fn slash_for_escape(&self, text: &str) -> Option<char> {
        if !text.contains(|of: char| of.is_control() || matches!(of, '\u{2028}' | '\u{2029}')) {
            return None;
        }
        let typed = self.reading.typed(&self.place())?;
        if !typed.starts_with('"') {
            return None;
        }
        let may_be_long = self.place().path.iter().any(|step| match step {
            Step::Key(key) => matches!(&**key, "summary" | "note" | "reason" | "why"),
            Step::Item(_) | Step::Repeated(..) => false,
        });
        let is_letter = |of: Option<char>| of.is_some_and(char::is_alphabetic);
        let slashes = typed.match_indices('\\');
        let mut escapes = slashes.filter_map(|(at, _)| {
            let mut behind = typed[at + 1..].chars();
            let escape = behind.next()?;
            let in_word = is_letter(typed[..at].chars().next_back()) && is_letter(behind.next());
            let is_lost = match escape {
                'n' | 't' => in_word && !may_be_long,
                of => "abvfreNLP".contains(of),
            };
            is_lost.then_some(escape)
        });
        escapes.next()
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
                // It is told, and taken as it was meant: else all that follows from it would be told, too.
                Some(meant) => {
                    let told = self
                        .report(Code::WrongType)
                        .with("expected", "yes-or-no")
                        .with("found", self.node.kind())
                        .with("form", "yes-or-no");
                    self.fail::<()>(told.replaced(Some(meant.to_string())));
                    Some(meant)
                }
                None => self.wrong_type("yes-or-no"),
            },
            _ => self.wrong_type("yes-or-no"),
        }
    }

    pub(crate) fn id(&self) -> Option<Id> {
        self.id_or(|_| None)
    }

    /// An id; where a name stands in its place, `by_name` may know what has it.
    pub(crate) fn id_or(&self, by_name: impl Fn(&str) -> Option<String>) -> Option<Id> {
        self.takes(shape::id)?;
        let text = match self.node {
            Node::Int(number) => number.to_string(),
            Node::Text(_) => self.bare_text()?,
            _ => return self.wrong_type("text"),
        };
        if let Some(ids) = self.several_givers(&text) {
            let several = self.report(Code::BadId).with("reason", "several");
            let several = several.with("value", &text).with("limit", MAX_ID);
            return self.fail(several.with("line", format!("patrons: [{ids}]")));
        }
        match Id::parse(&text) {
            Some(id) => Some(id),
            None if let Some(named) = by_name(&text) => {
                let wrong = self.report(Code::BadId).with("reason", "signs");
                let wrong = wrong.with("value", &text).with("limit", MAX_ID);
                self.fail(wrong.nearest(vec![named]))
            }
            None => self.fail(
                self.report(Code::BadId)
                    .with(
                        "reason",
                        if self.separated(&text).is_some() {
                            "several"
                        } else {
                            "signs"
                        },
                    )
                    .with("value", &text)
                    .with("limit", MAX_ID)
                    .nearest(match fix_it::id(&text) {
                        Some(_) => Vec::new(),
                        // Several ids are none.
                        None if text.contains([';', ',']) => Vec::new(),
                        None if self.separated(&text).is_some() => Vec::new(),
                        None => fix_it::slug(&text).into_iter().collect(),
                    })
                    .replaced(fix_it::id(&text).or_else(|| self.separated(&text))),
            ),
        }
    }

    /// Several ids in the place of one item, as a list has them.
    fn separated(&self, text: &str) -> Option<String> {
        let ids = separated_ids(text)?;
        matches!(self.trail, Trail::Item(..)).then_some(ids)
    }

    /// Several ids where one giver is named.
    fn several_givers(&self, text: &str) -> Option<String> {
        let is_giver = matches!(self.trail, Trail::Key(_, "patron"));
        separated_ids(text).filter(|_| is_giver && !self.reading.is_toml)
    }

    /// Whether it is a text that is meant as an http or https address.
    pub(crate) fn begins_as_url(&self) -> bool {
        let Node::Text(text) = self.node else {
            return false;
        };
        let scheme = text.split(':').next().unwrap_or_default();
        scheme.len() < text.len() && matches!(&*scheme.to_ascii_lowercase(), "http" | "https")
    }

    /// An http or https address.
    pub(crate) fn url(&self) -> Option<String> {
        self.takes(shape::url)?;
        let text = self.word()?;
        if let Some(reason) = wrong_url(&text) {
            let wrong = self.report(Code::BadUrl).with("value", &text);
            let meant = meant_url(&text, reason);
            return self.fail(wrong.with("reason", reason).replaced(meant));
        }
        if let Some(host) = host::hidden(&text) {
            let hidden = self.report(Code::HiddenHost).with("url", &text);
            return self.fail(hidden.with("host", host));
        }
        let frame = &self.reading.frame;
        if let Some((host, rest)) = host::local(&text).filter(|_| frame.within(&text).is_none()) {
            let local = self.report(Code::LocalAddress).with("host", host);
            let own = frame.urls.first().filter(|_| rest.starts_with('/'));
            let own = own.map(|url| format!("{url}{rest}"));
            self.reading.report(local.replaced(own));
        } else if let Some(host) = host::doubtful(&text) {
            let doubtful = self.report(Code::DoubtfulHost).with("url", &text);
            self.reading.report(doubtful.with("host", host));
        }
        // In capital letters it is the same scheme.
        let (scheme, rest) = text.split_once(':')?;
        Some(format!("{}:{rest}", scheme.to_ascii_lowercase()))
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
                let meant = words().find(|word| bare == Some(word));
                self.fail(match meant.or_else(|| advice::chosen(&text, words())) {
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

/// Ids with signs between them, as a list has them. With its kind before it, as links have it, it is one: `patron/steppe`.
fn separated_ids(text: &str) -> Option<String> {
    if fix_it::id(text).is_some() {
        return None;
    }
    let parts = text.split([';', ',', '/', '|']);
    let ids: Option<Vec<Id>> = parts.map(|id| Id::parse(id.trim())).collect();
    let ids = ids.filter(|ids| ids.len() > 1)?;
    let ids: Vec<&str> = ids.iter().map(Id::as_str).collect();
    Some(ids.join(", "))
}

fn is_control(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\n' | '\t')
}
