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
use super::fold::each_word;
use super::lines::lines;
use super::piece::{Piece, pieces};
use super::postings::{Postings, letter};
use crate::model::lang::Lang;
use crate::pages::view::View;
use crate::plan::Page;
use crate::plan::search::{self, CARDS, FoundKind, TEXTS};

/// Changes with how the files of the search are written.
const FORMAT: &[u8] = b"1";

/// The most threads that make an index.
const MOST_THREADS: usize = 8;

/// How many signs the digest of a file has, of 6 bits each.
const SIGNS: usize = 5;

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
    /// The digest of each file of cards.
    card_digests: Vec<String>,
    /// The digest of the files of texts, for the pages of each file of cards.
    text_digests: Vec<String>,
    manifest: String,
    /// What was found in the texts before they were packed.
    pub leaks: Vec<L>,
}

/// What a thread made of some pages that stand side by side.
struct Part<L> {
    words: HashMap<Box<str>, Postings>,
    /// Of what each page says, and of its cards.
    digests: Vec<[blake3::Hash; 2]>,
    leaks: Vec<L>,
}

#[derive(Serialize)]
struct Manifest<'a> {
    /// How many pages of each kind there are, in the order of their numbers.
    kinds: Vec<(&'static str, usize)>,
    /// What each piece begins with.
    words: Vec<&'a str>,
    guesses: Vec<&'a str>,
    /// The digests of all these pieces, of the files of cards and of the texts of as many pages, each of so many signs, one
    /// behind the other.
    signs: usize,
    word_digests: String,
    guess_digests: String,
    card_digests: String,
    text_digests: String,
    /// How many cards and how many texts a file has.
    cards: usize,
    texts: usize,
    /// Each with the place that stands for its texts.
    languages: Vec<(&'static str, u8)>,
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
        let mut digests = Vec::with_capacity(pages.len());
        let mut leaks = Vec::new();
        for part in parts {
            digests.extend(part.digests);
            leaks.extend(part.leaks);
            for (word, postings) in part.words {
                words.entry(word).or_default().append(postings);
            }
        }
        let (in_words, in_guesses) = search::pieces(pages.len());
        let (lines, guesses) = lines(words);
        let words = pieces(&lines, in_words);
        let guesses = pieces(&guesses, in_guesses);
        let digests_of = |nth: usize| -> Vec<String> {
            let of = |pages: &[[blake3::Hash; 2]]| {
                digest(pages.iter().map(|digests| &digests[nth].as_bytes()[..]))
            };
            digests.chunks(CARDS).map(of).collect()
        };
        let mut index = SearchIndex {
            pages,
            words,
            guesses,
            text_digests: digests_of(0),
            card_digests: digests_of(1),
            manifest: String::new(),
            leaks,
        };
        index.manifest = index.manifest(views);
        index
    }

    fn manifest(&self, views: &[View<'_>]) -> String {
        let mut kinds: Vec<(&'static str, usize)> = Vec::new();
        for kind in self.pages.iter().filter_map(|&page| FoundKind::of(page)) {
            match kinds.last_mut() {
                Some((last, count)) if *last == kind.word() => *count += 1,
                _ => kinds.push((kind.word(), 1)),
            }
        }
        fn filled(pieces: &[Piece]) -> impl Iterator<Item = &Piece> {
            pieces.iter().filter(|piece| !piece.lines.is_empty())
        }
        fn firsts(pieces: &[Piece]) -> Vec<&str> {
            filled(pieces).map(|piece| &*piece.first).collect()
        }
        let digests = |pieces| filled(pieces).map(piece_digest).collect();
        let manifest = Manifest {
            signs: SIGNS,
            word_digests: digests(&self.words),
            guess_digests: digests(&self.guesses),
            card_digests: self.card_digests.concat(),
            text_digests: self.text_digests.concat(),
            kinds,
            words: firsts(&self.words),
            guesses: firsts(&self.guesses),
            cards: CARDS,
            texts: TEXTS,
            languages: views
                .iter()
                .map(|view| (view.lang().code(), Field::Text(view.lang()).bit()))
                .collect(),
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
        piece_file(self.words.get(nth as usize))
    }

    /// A piece of the guesses.
    pub(crate) fn guesses_file(&self, nth: u32) -> String {
        piece_file(self.guesses.get(nth as usize))
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
            digest: digest_in(&self.card_digests, nth as usize),
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
            digest: digest_in(&self.text_digests, nth as usize * TEXTS / CARDS),
            texts: texts
                .map(|&page| shown_text(view, page, view.lang()))
                .collect(),
        })
    }
}

fn digest_in(digests: &[String], nth: usize) -> &str {
    digests.get(nth).map_or("", String::as_str)
}

/// A piece as a file: its digest, then its lines.
fn piece_file(piece: Option<&Piece>) -> String {
    piece.map_or(String::new(), |piece| {
        format!("{}\n{}", piece_digest(piece), piece.lines)
    })
}

fn piece_digest(piece: &Piece) -> String {
    digest([piece.lines.as_bytes()].into_iter())
}

/// The digest of a file that is made of this: whoever asks for the file names it, and the file begins with it.
fn digest<'a>(of: impl Iterator<Item = &'a [u8]>) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(FORMAT);
    of.for_each(|part| {
        hasher.update(part);
    });
    let hash = hasher.finalize();
    let signs = hash.as_bytes().iter().take(SIGNS);
    signs.map(|&byte| letter(usize::from(byte))).collect()
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
        let (said, cards) = text.split_at(words_end);
        part.digests
            .push([said, cards].map(|of| blake3::hash(of.as_bytes())));
        let mut start = 0;
        for (field, end) in spans {
            each_word(&text[start..end], |word| match places.get_mut(word) {
                Some(known) => *known |= field.bit(),
                None => {
                    places.insert(word.into(), field.bit());
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
