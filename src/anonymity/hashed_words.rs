//! Hashed words: the runs of letters and digits of a text, each with its hash, and whether the text hides letters besides.
//!
//! Every byte of a text that is not remembered goes through here, so that both are found in one way over it.

use std::ops::Range;

use super::hidden_letters::{hides_at, is_unseen_at, parts_at};

/// The hash of a word, the same in every run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct WordHash(pub u64);

/// So many bytes are hashed at once.
const STEP: usize = 16;

impl WordHash {
    /// The hash of a word, or of one with a sign in it.
    #[inline]
    pub(super) fn of(word: &str) -> WordHash {
        WordHash::at(word.as_bytes(), 0..word.len())
    }

    /// The hash of the word that stands here. Bytes behind it are read as well, which spares a branch for each length.
    #[inline]
    fn at(bytes: &[u8], word: Range<usize>) -> WordHash {
        let mut hash = word.len() as u64;
        let mut at = word.start;
        while word.end - at > STEP {
            hash = mixed(hash, step(bytes, at));
            at += STEP;
        }
        let [low, high] = step(bytes, at);
        let [kept_low, kept_high] = KEPT[(word.end - at).min(STEP)];
        WordHash(mixed(hash, [low & kept_low, high & kept_high]))
    }

    /// The hash of this word and others, as they stand side by side.
    pub(super) fn beside(self, others: [WordHash; 2]) -> WordHash {
        let beside = |hash: u64, WordHash(other): WordHash| {
            (hash.rotate_left(23) ^ other).wrapping_mul(FACTORS[0])
        };
        WordHash(
            others
                .into_iter()
                .fold(self.0.wrapping_mul(FACTORS[0]), beside),
        )
    }
}

const FACTORS: [u64; 4] = [
    0x9e37_79b9_7f4a_7c15,
    0xd131_0ba6_98df_b5ac,
    0x2ffd_72db_d01a_dfb7,
    0xb8e1_afed_6a26_7e96,
];

/// The bits of the first bytes of a step.
static KEPT: [[u64; 2]; STEP + 1] = {
    let mut kept = [[0; 2]; STEP + 1];
    let mut length = 1;
    while length <= STEP {
        let bits = u128::MAX >> (128 - 8 * length);
        kept[length] = [bits as u64, (bits >> 64) as u64];
        length += 1;
    }
    kept
};

/// The next bytes as two numbers; what is behind the text is zero.
#[inline]
fn step(bytes: &[u8], at: usize) -> [u64; 2] {
    let number = match bytes.get(at..at + STEP) {
        Some(whole) => whole
            .first_chunk()
            .map_or(0, |whole| u128::from_le_bytes(*whole)),
        None => last_step(bytes, at),
    };
    [number as u64, (number >> 64) as u64]
}

/// To copy as many bytes as there are takes longer than to push away those before them.
#[inline(never)]
fn last_step(bytes: &[u8], at: usize) -> u128 {
    match bytes.last_chunk::<STEP>() {
        Some(last) => u128::from_le_bytes(*last) >> ((at + STEP - bytes.len()) * 8),
        None => u128::from_le_bytes(padded(&bytes[at..])),
    }
}

/// The first bytes of a text, with zeroes behind them if there are fewer.
fn padded<const LENGTH: usize>(bytes: &[u8]) -> [u8; LENGTH] {
    let mut padded = [0; LENGTH];
    let length = bytes.len().min(LENGTH);
    padded[..length].copy_from_slice(&bytes[..length]);
    padded
}

/// A hash with more bytes in it: two products of them, each with its two halves folded to one.
#[inline]
fn mixed(hash: u64, [low, high]: [u64; 2]) -> u64 {
    let folded = |one: u64, other: u64| {
        let product = u128::from(one) * u128::from(other);
        product as u64 ^ (product >> 64) as u64
    };
    let inner = folded(low ^ FACTORS[1], high ^ hash ^ FACTORS[2]);
    folded(
        inner ^ hash ^ FACTORS[0],
        low.rotate_left(32) ^ high ^ FACTORS[3],
    )
}

/// What a byte is for the scan of words: a bit for each. It may belong to a letter or a digit.
const LETTER: u8 = 1;
/// It may begin an escape or a tag.
const SPECIAL: u8 = 2;
/// It begins a character that has to be asked what it is: none of Cyrillic, nor a marked Latin letter.
const ASKED: u8 = 4;

/// The bits of each byte.
static KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < kinds.len() {
        kinds[byte] = kind_of(byte as u8);
        byte += 1;
    }
    kinds
};

const fn kind_of(byte: u8) -> u8 {
    let is_letter = byte.is_ascii_alphanumeric() || byte >= 0x80;
    let is_special = matches!(byte, b'<' | b'&' | b'%' | b'\\');
    let is_asked = byte >= 0xc0 && !matches!(byte, 0xc4..=0xc9 | 0xd0..=0xd4);
    (is_letter as u8 * LETTER) | (is_special as u8 * SPECIAL) | (is_asked as u8 * ASKED)
}

/// So many bytes are looked at together, a bit for each: to ask byte by byte where a word ends takes several times as long.
const CHUNK: usize = 64;

/// The runs of letters and digits of a text, each with its hash.
pub(super) struct HashedWords<'a> {
    text: &'a str,
    markup: bool,
    /// Where the bytes begin that were looked at last, and those after them.
    base: usize,
    next: usize,
    /// Which of the bytes belong to words that were not given yet.
    letters: u64,
    /// At which of them letters are hidden.
    hidden: u64,
    /// How many bytes after those belong to a sign that began among them.
    spilt: usize,
    hides: bool,
}

impl<'a> HashedWords<'a> {
    /// The words of a text; `markup` says whether it has tags.
    pub(super) fn new(text: &'a str, markup: bool) -> HashedWords<'a> {
        HashedWords {
            text,
            markup,
            base: 0,
            next: 0,
            letters: 0,
            hidden: 0,
            spilt: 0,
            hides: false,
        }
    }

    /// Whether letters are hidden in the text before the word that was given last; in all of it when there are no more.
    pub(super) fn hides_letters(&self) -> bool {
        self.hides
    }

    /// Looks at the next bytes; whether there are any.
    fn look(&mut self) -> bool {
        self.hides |= self.hidden != 0;
        (self.base, self.letters, self.hidden) = (self.next, 0, 0);
        let whole = self.text.as_bytes();
        let rest = &whole[self.base..];
        if rest.is_empty() {
            return false;
        }
        // What is behind the text is cut off, and so is what is before those bytes.
        let (bytes, before): (&[u8; CHUNK], usize) = match (rest.first_chunk(), whole.last_chunk())
        {
            (Some(bytes), _) => (bytes, 0),
            (None, Some(bytes)) => (bytes, CHUNK - rest.len()),
            (None, None) => (&padded(rest), 0),
        };
        self.next = self.base + rest.len().min(CHUNK);
        // As a loop: `map` of an array calls for each.
        let mut kinds = [0; CHUNK];
        for (kind, byte) in kinds.iter_mut().zip(bytes) {
            *kind = KINDS[usize::from(*byte)];
        }
        let among = |kind: u8| {
            let eighths = kinds.as_chunks::<8>().0.iter().enumerate();
            let bits = eighths.fold(0, |bits, (nth, kinds)| {
                let kinds = u64::from_le_bytes(*kinds) >> kind.trailing_zeros();
                // Gathers the lowest bits of eight bytes in one.
                let eight = (kinds & 0x0101_0101_0101_0101).wrapping_mul(0x0102_0408_1020_4080);
                bits | (eight >> 56) << (nth * 8)
            });
            bits >> before
        };
        self.letters = among(LETTER);
        let behind = self.spilt.min(CHUNK);
        self.letters &= u64::MAX.checked_shl(behind as u32).unwrap_or(0);
        self.spilt -= behind;
        for at in ones(among(SPECIAL)) {
            let place = self.base + at;
            let hides = match whole[place] {
                b'<' => self.markup && parts_at(self.text, place),
                _ => hides_at(self.text, place),
            };
            self.hidden |= u64::from(hides) << at;
        }
        for at in ones(among(ASKED)) {
            self.ask(at);
        }
        true
    }

    /// Asks what the character is that begins at one of the bytes.
    fn ask(&mut self, at: usize) {
        let place = self.base + at;
        if let Some(length) = plain_sign(&self.text.as_bytes()[place..]) {
            self.letters &= !(((1 << length) - 1) << at);
            self.spilt = (at + length).saturating_sub(CHUNK);
            return;
        }
        let Some(character) = self.text.get(place..).and_then(|rest| rest.chars().next()) else {
            return;
        };
        let hides = is_unseen_at(place, character);
        self.hidden |= u64::from(hides) << at;
        let length = character.len_utf8();
        let own = ((1 << length) - 1) << at;
        match character.is_alphanumeric() {
            true => self.letters |= own,
            false => {
                self.letters &= !own;
                self.spilt = (at + length).saturating_sub(CHUNK);
            }
        }
    }
}

/// The length of a sign that parts words and hides nothing, of those that most texts have: to ask what they are takes longer.
#[inline]
fn plain_sign(bytes: &[u8]) -> Option<usize> {
    match bytes {
        // A space that does not break, quotation marks, a point in the middle.
        [0xc2, 0xa0 | 0xab | 0xbb | 0xb7, ..] => Some(2),
        // Dashes, quotation marks, a narrow space; the signs of the tenge and of a number.
        [0xe2, 0x80, 0x93 | 0x94 | 0x98..=0x9e | 0xaf, ..] => Some(3),
        [0xe2, 0x82, 0xb8, ..] | [0xe2, 0x84, 0x96, ..] => Some(3),
        _ => None,
    }
}

/// The places of the bits that are set.
fn ones(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let at = bits.trailing_zeros() as usize;
        bits &= bits.wrapping_sub(1);
        (at < CHUNK).then_some(at)
    })
}

impl Iterator for HashedWords<'_> {
    type Item = (Range<usize>, WordHash);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        while self.letters == 0 {
            if !self.look() {
                return None;
            }
        }
        let first = self.letters.trailing_zeros();
        self.hides |= self.hidden & !(u64::MAX << first) != 0;
        let start = self.base + first as usize;
        let mut behind = first + (self.letters >> first).trailing_ones();
        while behind as usize == CHUNK {
            behind = match self.look() {
                true => self.letters.trailing_ones(),
                false => 0,
            };
        }
        let end = self.base + behind as usize;
        self.letters &= u64::MAX.checked_shl(behind).unwrap_or(0);
        let bytes = self.text.as_bytes();
        Some((start..end, WordHash::at(bytes, start..end)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::hidden_letters::hides_letters;
    use super::*;

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        let text = "<b>Әлия-Ós1 №7</b> 𝐀ß, „ь“";
        let words: Vec<&str> = HashedWords::new(text, true)
            .map(|(word, _)| &text[word])
            .collect();
        assert_eq!(words, ["b", "Әлия", "Ós1", "7", "b", "𝐀ß", "ь"]);
    }

    /// Words end at the same places wherever the bytes that are looked at together end, and their hashes tell them apart.
    #[test]
    fn a_word_is_the_same_wherever_it_stands() {
        for words in [["Әлия", "Ós1", "x"], ["жауапкершілігішектеулі", "𝐀ß", "№7"]]
        {
            for before in 0..3 * CHUNK {
                let text = format!("{}{}", ".".repeat(before), words.join(" — «"));
                let found = HashedWords::new(&text, true).map(|(word, hash)| (&text[word], hash));
                let plain = words.map(|word| word.trim_start_matches('№'));
                let expected = plain.map(|word| (word, WordHash::of(word)));
                assert_eq!(found.collect::<Vec<_>>(), expected, "{text}");
            }
        }
        let letters = ["", "а", "б", "a", "0", "аб"];
        let mut hashes: Vec<u64> = (0..6 * 6 * 40)
            .map(|nth| {
                [
                    letters[nth % 6],
                    letters[nth / 6 % 6],
                    &"ж".repeat(nth / 36),
                ]
                .concat()
            })
            .collect::<std::collections::BTreeSet<String>>()
            .iter()
            .map(|word| WordHash::of(word).0)
            .collect();
        let all = hashes.len();
        hashes.sort_unstable();
        hashes.dedup();
        assert_eq!(hashes.len(), all);
        let WordHash(plain) = WordHash::of("");
        assert!(hashes.contains(&plain));
    }

    /// The scan and the look that is made before a close reading say the same of every text.
    #[test]
    fn hidden_letters_are_seen_on_the_way() {
        const PIECES: [&str; 39] = [
            "а",
            "Ж",
            "z",
            "7",
            " ",
            "\n",
            "-",
            "<",
            ">",
            "<b>",
            "</b>",
            "<p>",
            "<br",
            "&",
            "&amp;",
            "&shy;",
            "&#1040;",
            "&amp;shy;",
            "%",
            "%20",
            "%D0%90",
            "\\",
            "\\u0410",
            "\\\\",
            "\\n",
            "\u{ad}",
            "\u{306}",
            "\u{345}",
            "\u{61c}",
            "\u{3164}",
            "№",
            "\u{a0}",
            "\u{202f}",
            "₸",
            "–",
            "‟",
            "«",
            "ß",
            "𝐀",
        ];
        let mut seed = 7u64;
        let mut next = || {
            seed = seed.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(11);
            (seed >> 33) as usize
        };
        let mut hiding = 0;
        for round in 0..60_000 {
            let pieces = (0..next() % 7 + 1).map(|_| PIECES[next() % PIECES.len()]);
            let text: String = pieces.collect();
            let markup = round % 2 == 0;
            let mut words = HashedWords::new(&text, markup);
            words.by_ref().for_each(drop);
            let hides = hides_letters(&text, markup);
            assert_eq!(words.hides_letters(), hides, "{text:?} {markup}");
            hiding += usize::from(hides);
        }
        assert!((10_000..50_000).contains(&hiding), "{hiding}");
    }
}
