//! Lint of lost letters: `К?пбалалы`, `�аражат`, `РљУ©РјС–СЂ`, as a text becomes that was saved or opened in a wrong encoding.
//!
//! Takes one text, gives a warning for the first such word of each line that readers see. Addresses are left alone, and so
//! is a question that ends.

use std::ops::Range;

use encoding_rs::{Encoding, WINDOWS_1251, WINDOWS_1252};

use super::running_words::{RunningWords, is_read};
use crate::diagnostic::{At, Code, Diagnostic, MOST};
use crate::source::text::confusables::is_cyrillic;
use crate::source::{Source, SourceId};

/// What a letter becomes that could not be read.
const REPLACEMENT: char = '\u{fffd}';

/// The longest word that is looked at, in bytes.
const LONGEST: usize = 400;

/// The lines of a text of the content, or of the settings, in which letters are lost.
pub(super) fn lost_letters(id: SourceId, source: &Source) -> Vec<Diagnostic> {
    let text = &*source.text;
    if !is_read(source) {
        return Vec::new();
    }
    let is_data = !source.path.ends_with(".md");
    let words = lines(text, is_data).filter_map(|line| first_in(text, line));
    let mut words = words.peekable();
    if words.peek().is_none() {
        return Vec::new();
    }
    let running = RunningWords::new(source);
    // Marks of Markdown may stand behind it.
    let is_for_readers = |start: usize| {
        let first = start..start + 1;
        running.is_fact(&first) || running.holds(&first)
    };
    let told = words.filter(|(word, _)| is_for_readers(word.start));
    // One more than is kept, so that the capped list reports that there are more.
    let told = told.take(MOST + 1).map(|(word, lost)| {
        let at = At::span(id, word.clone());
        let told = Diagnostic::new(Code::LostLetters, at).with("mark", &text[word]);
        match lost {
            Lost::Question => told.with("what", "question"),
            Lost::Replacement => told.with("what", "replacement"),
            Lost::Encoding(meant) => {
                let meant = meant.trim_matches(|of: char| of.is_ascii_punctuation());
                told.with("what", "encoding").with("shown", meant)
            }
        }
    });
    told.collect()
}

/// How the letters of a word were lost.
#[derive(Debug, PartialEq, Eq)]
enum Lost {
    /// A question mark stands for each letter that an old program does not have.
    Question,
    Replacement,
    /// The word as it was before it was read in a wrong encoding.
    Encoding(String),
}

/// The lines of a text; of data without notes.
fn lines(text: &str, is_data: bool) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = at;
        at += line.len();
        (!is_data || !line.trim_start().starts_with('#')).then_some(start..start + line.len())
    })
}

/// The first word of a line in which letters are lost.
fn first_in(text: &str, line: Range<usize>) -> Option<(Range<usize>, Lost)> {
    let mut at = line.start;
    let mut words = text[line].split(|of: char| of.is_ascii_whitespace());
    words.find_map(|word| {
        let start = at;
        at += word.len() + 1;
        let fits = !word.is_ascii() && word.len() <= LONGEST;
        let lost = fits.then(|| lost(word)).flatten()?;
        // Without the marks around it.
        let bare = word.trim_start_matches(|of: char| of.is_ascii_punctuation() && of != '?');
        let start = start + word.len() - bare.len();
        let bare = bare.trim_end_matches(|of: char| of.is_ascii_punctuation());
        Some((start..start + bare.len(), lost))
    })
}

/// Whether a word may be UTF-8 that was read in another encoding: no byte that goes on a character of it is a plain Cyrillic letter
/// or of ASCII there. Nearly all words are told by this, and to read each again takes as long as all else that is asked of a text.
fn may_be_encoded(word: &str) -> bool {
    let mut letters = word.chars().skip_while(char::is_ascii);
    let second = letters.nth(1);
    second.is_some_and(|second| !second.is_ascii() && !('А'..='я').contains(&second))
}

fn lost(word: &str) -> Option<Lost> {
    let encodings = [WINDOWS_1251, WINDOWS_1252].into_iter();
    let mut encodings = encodings.filter(|_| may_be_encoded(word));
    if let Some(meant) = encodings.find_map(|encoding| read_again(word, encoding)) {
        return Some(Lost::Encoding(meant));
    }
    // Its first byte is in no letter of ours, its last one in the commonest of them.
    if word.as_bytes().contains(&0xef) && word.contains(REPLACEMENT) {
        return Some(Lost::Replacement);
    }
    has_question_inside(word).then_some(Lost::Question)
}

/// The word whose UTF-8 was read in another encoding, if it was.
fn read_again(word: &str, encoding: &'static Encoding) -> Option<String> {
    const FEWEST: usize = 2;
    // The first halves of Cyrillic letters, which are capital letters in both.
    let is_half = |of: &char| matches!(of, 'Р' | 'С' | 'Т' | 'У' | 'Ð' | 'Ñ' | 'Ò' | 'Ó');
    if word.chars().filter(is_half).count() < FEWEST {
        return None;
    }
    let mut bytes = Vec::with_capacity(word.len());
    for letter in word.chars() {
        if letter == REPLACEMENT {
            // The one byte that has no letter in Windows-1251.
            bytes.push(0x98);
            continue;
        }
        let mut buffer = [0; 4];
        let (of_letter, _, is_lost) = encoding.encode(letter.encode_utf8(&mut buffer));
        match (is_lost, u32::from(letter)) {
            (false, _) => bytes.extend_from_slice(&of_letter),
            (true, 0x80..=0x9f) => bytes.push(letter as u8),
            (true, _) => return None,
        }
    }
    let read = String::from_utf8(bytes).ok()?;
    let is_plain = |of: char| of.is_ascii() || is_cyrillic(of) || "«»–—“”„№…’\u{a0}".contains(of);
    let letters = read.chars().filter(|of| is_cyrillic(*of)).count();
    (letters >= FEWEST && read.chars().all(is_plain)).then_some(read)
}

/// Whether a question mark stands before a letter, within a word or where one begins. At the end of a question stands none.
fn has_question_inside(word: &str) -> bool {
    if !word.contains('?') || word.contains("://") || word.contains(['=', '@', '/']) {
        return false;
    }
    let mut before = None;
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied().filter(|of| is_cyrillic(*of));
        if letter == '?'
            && let Some(next) = next
        {
            let fits = match before {
                // `бе?Қалай` lacks a space.
                Some(of) if is_cyrillic(of) => next.is_lowercase() || of.is_uppercase(),
                Some(of) => "?«(\"'-[{:".contains(of),
                None => true,
            };
            if fits {
                return true;
            }
        }
        before = Some(letter);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(path: &str, text: &str) -> Vec<String> {
        let source = Source {
            path: path.into(),
            text: text.into(),
        };
        let found = lost_letters(SourceId(0), &source).into_iter();
        let words = found.map(|of| {
            let args: Vec<String> = of.args.into_iter().map(|(_, value)| value).collect();
            args.join(" ")
        });
        words.collect()
    }

    #[test]
    fn lost_letters_are_told_with_their_cause() {
        let page = |body: &str| told("content/pages/a.kk.md", body);
        assert_eq!(page("?лгі ауылында жа?а мектеп"), ["?лгі question"]);
        assert_eq!(page("Бір ??рылысты"), ["??рылысты question"]);
        assert_eq!(
            page("ЖА?А МЕКТЕП\nекінші\nК?пбалалы"),
            ["ЖА?А question", "К?пбалалы question"]
        );
        assert_eq!(
            page("Құрылысты \u{fffd}ордың"),
            ["\u{fffd}ордың replacement"]
        );
        assert_eq!(page("РљУ©РјС–СЂ"), ["РљУ©РјС–СЂ encoding Көмір"]);
        assert_eq!(page("ÐºÓ©Ð¼Ñ–Ñ€"), ["ÐºÓ©Ð¼Ñ–Ñ€ encoding көмір"]);
        let data = |yaml: &str| told("content/patrons/a.yaml", yaml);
        assert_eq!(data("- name: {kk: \"К?мір\"}\n"), ["К?мір question"]);
        assert_eq!(
            data("ru: \"РўРћРћ В«Т®Р»РіС–В»\"\n"),
            ["РўРћРћ encoding ТОО"]
        );
    }

    #[test]
    fn questions_addresses_and_plain_words_are_silent() {
        for text in [
            "Қашан? Қалай? «Неге?» деді.",
            "Бұл (?) сөз; неге?Қалай",
            "https://a.kz/іздеу?сөз=қар және a.kz/?қала",
            "Рига, Сочи, Рівне, СССР, РСФСР, Тұр, ТОО «Рассвет»",
            "São Ðale Óscar ÑANDÚ",
        ] {
            assert_eq!(told("content/pages/a.kk.md", text), [""; 0], "{text}");
        }
        assert_eq!(told("content/pages/a.kk.md", "`К?мір`\n"), [""; 0]);
        assert_eq!(told("content/patrons/a.yaml", "# К?мір\n"), [""; 0]);
        assert_eq!(told("themes/a.html", "К?мір"), [""; 0]);
    }
}
