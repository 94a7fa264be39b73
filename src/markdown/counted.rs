//! Items of lists as they are written, where readers see another number or sign: years that begin lines, phones.
//!
//! `2019. … 2021. …` becomes a list that counts from 2019 on: readers see 2020 in the second line. Takes the events of lists
//! with their Markdown, gives what is shown otherwise than it is written. Must not know the words.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

/// The fewest and the most digits of a phone with the code of its country.
const PHONE: [usize; 2] = [10, 15];

/// The lists that are open, the innermost last.
#[derive(Debug, Default)]
pub(super) struct Counted {
    open: Vec<List>,
}

/// A list that is open.
#[derive(Debug)]
struct List {
    /// The first number of an ordered list.
    first: Option<u64>,
    /// How many items it has so far.
    items: u64,
    /// All are written with the number of the first, as who lets the list count.
    are_alike: bool,
    is_told: bool,
}

/// What is shown otherwise: the word by which its message is known, what is written and what readers see, and where the
/// first stands in the Markdown of the item.
pub(super) struct Miscounted {
    pub(super) what: &'static str,
    pub(super) written: String,
    pub(super) shown: String,
    pub(super) at: Range<usize>,
}

impl Counted {
    /// Takes an event and the Markdown from its beginning to its end.
    pub(super) fn take(&mut self, event: &Event<'_>, markdown: &str) -> Option<Miscounted> {
        match event {
            Event::Start(Tag::List(first)) => self.open.push(List {
                first: *first,
                items: 0,
                are_alike: true,
                is_told: false,
            }),
            Event::End(TagEnd::List(_)) => drop(self.open.pop()),
            Event::Start(Tag::Item) => return self.open.last_mut()?.item(markdown),
            _ => {}
        }
        None
    }
}

impl List {
    fn item(&mut self, markdown: &str) -> Option<Miscounted> {
        let nth = self.items;
        self.items += 1;
        let start = markdown.len() - markdown.trim_start().len();
        let text = &markdown[start..];
        let Some(first) = self.first else {
            return is_phone(text).then(|| Miscounted {
                what: "plus",
                written: "+".to_owned(),
                shown: String::new(),
                at: start..start + 1,
            });
        };
        if let Some(date) = date(text).filter(|_| !self.is_told) {
            self.is_told = true;
            return Some(Miscounted {
                what: "dated",
                written: date.to_owned(),
                shown: date.replace(' ', ""),
                at: start..start + date.len(),
            });
        }
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let written: u64 = text[..digits].parse().ok()?;
        self.are_alike &= written == first;
        let is_left_to_count = first <= 1 && self.are_alike;
        let shown = first.saturating_add(nth);
        // The first that is shown otherwise stands for all behind it.
        if written == shown || is_left_to_count || self.is_told {
            return None;
        }
        self.is_told = true;
        let sign = text[digits..].chars().next()?;
        Some(Miscounted {
            what: "counted",
            written: format!("{written}{sign}"),
            shown: format!("{shown}{sign}"),
            at: start..start + digits + sign.len_utf8(),
        })
    }
}

/// `12. 05. 2020`: the date that a text begins with, whose day and month make lists.
fn date(text: &str) -> Option<&str> {
    let digits = |of: &str| of.bytes().take_while(u8::is_ascii_digit).count();
    let mut rest = text;
    for _ in 0..2 {
        let length = digits(rest);
        let behind = rest.get(length..).filter(|_| (1..=2).contains(&length))?;
        rest = behind
            .strip_prefix('.')?
            .strip_prefix(' ')?
            .trim_start_matches(' ');
    }
    (digits(rest) == 4).then(|| &text[..text.len() - rest.len() + 4])
}

/// `+ 7 (7172) 74-23-45`: the number of a phone, whose `+` made an item of a list.
fn is_phone(text: &str) -> bool {
    let Some(number) = text.strip_prefix("+ ") else {
        return false;
    };
    let is_of_number = |letter: char| letter.is_ascii_digit() || " \u{a0}()-‑–".contains(letter);
    let end = number.find(|letter| !is_of_number(letter));
    let number = number[..end.unwrap_or(number.len())].trim_end();
    let digits = number.chars().filter(char::is_ascii_digit).count();
    // Money is written in groups of three.
    let mut groups = number.split([' ', '\u{a0}']).skip(1).peekable();
    let is_money = groups.peek().is_some() && groups.all(|group| group.len() == 3);
    number.starts_with(|first: char| first.is_ascii_digit() || first == '(')
        && (PHONE[0]..=PHONE[1]).contains(&digits)
        && !is_money
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_with_spaces_are_told_from_items() {
        assert_eq!(date("12. 05. 2020 жылы"), Some("12. 05. 2020"));
        assert_eq!(date("1.  9. 2021"), Some("1.  9. 2021"));
        for text in [
            "12.05.2020",
            "12. 05. 20",
            "12. мамыр",
            "2020. 05. 12",
            "1. 2. 3.",
            "1. ",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn phones_are_told_from_sums() {
        for text in [
            "+ 7 (7172) 74-23-45",
            "+ 7 701 234 56 78",
            "+ 77012345678, А.",
        ] {
            assert!(is_phone(text), "{text}");
        }
        for text in [
            "+ 5 парта",
            "+ 1 000 000 000 теңге",
            "+7 701 234 56 78",
            "- 7 (7172) 74-23-45",
        ] {
            assert!(!is_phone(text), "{text}");
        }
    }
}
