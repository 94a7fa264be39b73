//! The index: the words of all pages that the search finds, with the pages of each; in pieces, and a manifest of them.
//!
//! Made as a whole when somebody first asks for a file of it, by threads of its own: whoever waits for it may be a thread
//! that others would need to finish. The same bytes come out whatever their number.

use std::num::NonZero;
use std::thread;

use ahash::HashMap;
use serde::Serialize;

use super::card::{Card, card};
use super::document::{Field, mask, pages, summary_in, text_in, texts_of};
use super::fold::{each_word, fold, is_idle, stems};
use super::piece::{Line, Piece, pieces};
use super::postings::Postings;
use crate::model::lang::Lang;
use crate::pages::view::View;
use crate::plan::Page;
use crate::plan::search::{self, CARDS, SearchKind, TEXTS};

/// Changes with how the files of the search are written.
const FORMAT: &[u8] = b"1";

/// The most threads that make an index.
const MOST_THREADS: usize = 8;

/// How many hexadecimal digits the digest of the index has.
const DIGITS: usize = 16;

/// What stands between two texts of a page while they are looked through: they have nothing to do with each other.
const APART: &str = "\n¦¦\n";

/// Looks through a text for who must not be named; what it found.
pub(crate) type Look<'a, L> = dyn Fn(&str) -> Vec<L> + Sync + 'a;

/// The index of a site.
#[derive(Debug)]
pub(crate) struct SearchIndex<L> {
    /// In the order of their numbers.
    pages: Vec<Page>,
    words: Vec<Piece>,
    guesses: Vec<Piece>,
    digest: String,
    manifest: String,
    /// What was found in the texts before they were packed.
    pub leaks: Vec<L>,
}

/// What a thread made of some pages that stand side by side.
struct Part<L> {
    words: HashMap<Box<str>, Postings>,
    digests: Vec<blake3::Hash>,
    leaks: Vec<L>,
}

#[derive(Serialize)]
struct Manifest<'a> {
    digest: &'a str,
    /// How many pages of each kind there are, in the order of their numbers.
    kinds: Vec<(&'static str, usize)>,
    /// What each piece begins with.
    words: Vec<&'a str>,
    guesses: Vec<&'a str>,
    /// How many cards and how many texts a file has.
    cards: usize,
    texts: usize,
    languages: Vec<&'static str>,
    synonyms: &'a [Vec<String>],
}

impl<L: Send> SearchIndex<L> {
    /// The index of a portal; `views` are of all its languages.
    pub(crate) fn new(views: &[View<'_>], look: &Look<'_, L>) -> SearchIndex<L> {
        let pages = views.first().map(pages).unwrap_or_default();
        let threads = thread::available_parallelism().map_or(1, NonZero::get);
        let chunk = pages.len().div_ceil(threads.min(MOST_THREADS)).max(1);
        let parts: Vec<Part<L>> = thread::scope(|scope| {
            let chunks = pages.chunks(chunk).enumerate();
            let spawn = |(nth, pages)| scope.spawn(move || part(views, pages, nth * chunk, look));
            let running: Vec<_> = chunks.map(spawn).collect();
            let joined = running.into_iter().map(|part| part.join());
            joined
                .map(|part| part.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
                .collect()
        });
        let mut words: HashMap<Box<str>, Postings> = HashMap::default();
        let mut hasher = blake3::Hasher::new();
        hasher.update(FORMAT);
        let mut leaks = Vec::new();
        for part in parts {
            part.digests.iter().for_each(|digest| {
                hasher.update(digest.as_bytes());
            });
            leaks.extend(part.leaks);
            for (word, postings) in part.words {
                words.entry(word).or_default().append(postings);
            }
        }
        let (in_words, in_guesses) = search::pieces(pages.len());
        let (lines, guesses) = lines(words);
        let words = pieces(&lines, in_words);
        let guesses = pieces(&guesses, in_guesses);
        for piece in words.iter().chain(&guesses) {
            hasher.update(piece.lines.as_bytes());
        }
        let digest = hasher.finalize().to_hex()[..DIGITS].to_owned();
        let mut index = SearchIndex {
            pages,
            words,
            guesses,
            digest,
            manifest: String::new(),
            leaks,
        };
        index.manifest = index.manifest(views);
        let groups = views
            .iter()
            .take(1)
            .flat_map(|view| view.portal.synonyms.iter());
        let found = groups.flat_map(|group| look(&group.join("\n")));
        index.leaks.extend(found);
        index
    }

    fn manifest(&self, views: &[View<'_>]) -> String {
        let mut kinds: Vec<(&'static str, usize)> = Vec::new();
        for kind in self.pages.iter().filter_map(|&page| SearchKind::of(page)) {
            match kinds.last_mut() {
                Some((last, count)) if *last == kind.word() => *count += 1,
                _ => kinds.push((kind.word(), 1)),
            }
        }
        fn firsts(pieces: &[Piece]) -> Vec<&str> {
            let filled = pieces.iter().filter(|piece| !piece.lines.is_empty());
            filled.map(|piece| &*piece.first).collect()
        }
        let manifest = Manifest {
            digest: &self.digest,
            kinds,
            words: firsts(&self.words),
            guesses: firsts(&self.guesses),
            cards: CARDS,
            texts: TEXTS,
            languages: views.iter().map(|view| view.lang().code()).collect(),
            synonyms: views
                .first()
                .map_or(&[], |view| view.portal.synonyms.as_slice()),
        };
        json(&manifest)
    }

    /// The manifest.
    pub(crate) fn manifest_file(&self) -> &str {
        &self.manifest
    }

    /// A piece of the words.
    pub(crate) fn words_file(&self, nth: u32) -> String {
        self.piece_file(self.words.get(nth as usize))
    }

    /// A piece of the guesses.
    pub(crate) fn guesses_file(&self, nth: u32) -> String {
        self.piece_file(self.guesses.get(nth as usize))
    }

    fn piece_file(&self, piece: Option<&Piece>) -> String {
        let lines = piece.map_or("", |piece| &piece.lines);
        format!("{}\n{lines}", self.digest)
    }

    /// A file of cards for a reader of a language.
    pub(crate) fn cards_file(&self, view: &View<'_>, nth: u32) -> String {
        #[derive(Serialize)]
        struct Cards<'a> {
            digest: &'a str,
            cards: Vec<Card<'a>>,
        }
        let pages = self.pages.chunks(CARDS).nth(nth as usize);
        let cards = pages.unwrap_or_default().iter();
        json(&Cards {
            digest: &self.digest,
            cards: cards.map(|&page| card(view, page)).collect(),
        })
    }

    /// A file of texts in a language.
    pub(crate) fn texts_file(&self, view: &View<'_>, nth: u32) -> String {
        #[derive(Serialize)]
        struct Texts<'a> {
            digest: &'a str,
            texts: Vec<Option<String>>,
        }
        let pages = self.pages.chunks(TEXTS).nth(nth as usize);
        let texts = pages.unwrap_or_default().iter();
        json(&Texts {
            digest: &self.digest,
            texts: texts
                .map(|&page| shown_text(view, page, view.lang()))
                .collect(),
        })
    }
}

/// What pieces of text are cut from: the summary, then the text.
fn shown_text(view: &View<'_>, page: Page, lang: Lang) -> Option<String> {
    match (summary_in(view, page, lang), text_in(view, page, lang)) {
        (Some(summary), Some(text)) => Some(format!("{summary}\n{text}")),
        (one, other) => one.or(other),
    }
}

/// JSON in one line. What is written here has no keys but texts: it cannot fail.
fn json(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string(value).unwrap_or_default();
    text.push('\n');
    text
}

/// What some pages that stand side by side have to say, the first of them with this number.
fn part<L>(views: &[View<'_>], pages: &[Page], first: usize, look: &Look<'_, L>) -> Part<L> {
    let mut part = Part {
        words: HashMap::default(),
        digests: Vec::with_capacity(pages.len()),
        leaks: Vec::new(),
    };
    let mut places: HashMap<Box<str>, u8> = HashMap::default();
    let mut text = String::new();
    for (number, &page) in (first as u32..).zip(pages) {
        text.clear();
        let mut spans: Vec<(Field, usize)> = Vec::new();
        texts_of(views, page, |field, of| {
            text.push_str(of);
            text.push_str(APART);
            spans.push((field, text.len()));
        });
        let words_end = text.len();
        for view in views {
            text.push_str(&json(&card(view, page)));
        }
        part.leaks.extend(look(&text));
        part.digests.push(blake3::hash(text.as_bytes()));
        let mut start = 0;
        for (field, end) in spans {
            each_word(&text[start..end.min(words_end)], |word| {
                match places.get_mut(word) {
                    Some(known) => *known |= field.bit(),
                    None => {
                        places.insert(word.into(), field.bit());
                    }
                }
            });
            start = end;
        }
        for (word, places) in places.drain() {
            let postings = part.words.entry(word).or_default();
            postings.push(number, mask(places));
        }
    }
    part
}

/// The lines of the index: its words in the order of their folds, and those that another may be meant by.
fn lines(words: HashMap<Box<str>, Postings>) -> (Vec<Line>, Vec<Line>) {
    let named = Field::Title.bit() | Field::Name.bit() | Field::Place.bit();
    let mut lines = Vec::with_capacity(words.len());
    let mut guesses: Vec<Line> = Vec::new();
    for (word, postings) in words {
        let key = fold(&word);
        if key.is_empty() || is_idle(&word) {
            continue;
        }
        let mut meant = shortest_stem(&word);
        if postings.has_any(named) {
            meant.push(key.clone());
        }
        let meant = meant
            .into_iter()
            .filter(|word| word.len() >= SHORTEST_GUESS);
        guesses.extend(
            meant
                .filter(|word| !word.bytes().any(|sound| sound.is_ascii_digit()))
                .map(guess),
        );
        let mut rest = String::from("\t");
        postings.write(&mut rest);
        lines.push(Line {
            key,
            word: word.into(),
            rest,
        });
    }
    lines.sort_by(|a, b| (&a.key, &a.word).cmp(&(&b.key, &b.word)));
    guesses.sort_by(|a, b| (&a.key, &a.word).cmp(&(&b.key, &b.word)));
    guesses.dedup_by(|a, b| a.word == b.word);
    (lines, guesses)
}

/// The fewest letters of a word that another may be meant by.
const SHORTEST_GUESS: usize = 3;

/// The shortest of a word's stems.
fn shortest_stem(word: &str) -> Vec<String> {
    let stems = stems(word).into_iter();
    let stems = stems.map(|stem| {
        stem.split_once(':')
            .map_or(String::new(), |(_, stem)| stem.to_owned())
    });
    stems.min_by_key(String::len).into_iter().collect()
}

/// The line of a word that another may be meant by. They are sorted by their first letter and their length, since a word
/// that is typed with a mistake has about the same.
fn guess(word: String) -> Line {
    let first = word.chars().next().unwrap_or_default();
    Line {
        key: format!("{first}{:02}", word.len()),
        word,
        rest: String::new(),
    }
}
