//! Nearness of two names: a slip of letters, or one has the other's words.
//!
//! Takes what is compared of them. A sheet of thousands compares each of its names with all: most are told apart by which letters they
//! have, without a look at their order.

/// What is compared of a name, in small Latin letters, digits and spaces, and what tells it apart at a glance.
#[derive(Debug, Clone)]
pub(super) struct Compared {
    pub text: String,
    digits: String,
    /// A bit for each letter and each digit that it has.
    letters: u64,
    /// How often it has each of them.
    counts: [u8; SIGNS],
    /// A bit for each beginning of a long word: few have the same.
    beginnings: u64,
    /// It has initials beside short words: «Ким В.».
    has_initials: bool,
}

/// Letters, digits, and whatever else.
const SIGNS: usize = 26 + 10 + 1;

/// Words that are alike have so many letters in common, at their beginning.
const ALIKE: usize = 4;

impl Compared {
    pub(super) fn new(text: String) -> Compared {
        let sign = |byte: u8| match byte {
            b'a'..=b'z' => byte - b'a',
            b'0'..=b'9' => 26 + byte - b'0',
            _ => 36,
        };
        let (mut letters, mut counts) = (0, [0_u8; SIGNS]);
        for sign in text.bytes().map(sign) {
            letters |= 1 << sign;
            let count = &mut counts[usize::from(sign)];
            *count = count.saturating_add(1);
        }
        let words = text.split(' ');
        let beginnings = words.filter_map(|word| word.as_bytes().first_chunk::<ALIKE>());
        let bit = |beginning: &[u8; ALIKE]| {
            let number = u32::from_le_bytes(*beginning).wrapping_mul(0x9E37_79B9);
            1_u64 << (number >> 26)
        };
        Compared {
            digits: text.chars().filter(char::is_ascii_digit).collect(),
            letters,
            counts,
            beginnings: beginnings.fold(0, |all, beginning| all | bit(beginning)),
            has_initials: text.contains(' ')
                && text.split(' ').all(|word| word.len() < ALIKE)
                && text.split(' ').any(|word| word.len() > 1)
                && text.split(' ').any(|word| word.len() == 1),
            text,
        }
    }

    /// How far two names are apart, if they may be meant for each other.
    pub(super) fn distance(&self, other: &Compared) -> Option<usize> {
        let (short, long) = match self.text.len() < other.text.len() {
            true => (self, other),
            false => (other, self),
        };
        if short.text.len() < ALIKE {
            return None;
        }
        let most = 1 + short.text.len() / 8;
        if may_slip(short, long, most) {
            let slips = strsim::osa_distance(&short.text, &long.text);
            if slips <= most && no_word_is_another(&short.text, &long.text) {
                return Some(slips);
            }
        }
        (may_hold(short, long) && holds(&long.text, &short.text))
            .then(|| 10 + long.text.len() - short.text.len())
    }
}

/// Whether so many slips could make one name of the other: each takes a letter away, or brings one in, or both.
fn may_slip(short: &Compared, long: &Compared, most: usize) -> bool {
    let others = || {
        let pairs = short.counts.iter().zip(&long.counts);
        pairs
            .map(|(a, b)| usize::from(a.abs_diff(*b)))
            .sum::<usize>()
    };
    long.text.len() - short.text.len() <= most
        && (short.letters ^ long.letters).count_ones() as usize <= 2 * most
        && short.digits == long.digits
        && others() <= 2 * most
}

/// Whether each word of one name is a word of the other with few slips for its length: «Ким» is none of «Пак».
fn no_word_is_another(a: &str, b: &str) -> bool {
    if a.split(' ').count() != b.split(' ').count() {
        return true;
    }
    let is_like = |word: &str| {
        let most = (word.len() / 3).max(1);
        b.split(' ')
            .any(|other| word == other || strsim::osa_distance(word, other) <= most)
    };
    a.split(' ').all(is_like)
}

/// Whether one name could have the other's words: all long ones of them begin alike.
fn may_hold(short: &Compared, long: &Compared) -> bool {
    (short.beginnings != 0 || short.has_initials) && short.beginnings & !long.beginnings == 0
}

/// Whether one name has all words of the other, or words alike, or the words of its initials.
fn holds(long: &str, short: &str) -> bool {
    let is_in = |word: &str| {
        let alike = |other: &str| {
            let pairs = word.bytes().zip(other.bytes());
            let common = pairs.take_while(|(a, b)| a == b).count();
            common >= ALIKE && common * 10 >= word.len().min(other.len()) * 7
                || word.len() == 1 && other.starts_with(word)
        };
        long.split(' ').any(|other| other == word || alike(other))
    };
    short.split(' ').all(is_in)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance(a: &str, b: &str) -> Option<usize> {
        let [a, b] = [a, b].map(|text| Compared::new(text.to_owned()));
        assert_eq!(a.distance(&b), b.distance(&a));
        a.distance(&b)
    }

    #[test]
    fn slips_and_words_in_common_are_near() {
        for (a, b, expected) in [
            ("ahmetov asan", "ahmetov asan", Some(0)),
            ("ahmetov asan", "ahmedov asan", Some(1)),
            ("ahmetov asan", "ahmetvo asan", Some(1)),
            ("ahmetov asan", "ahmeov asanz", Some(2)),
            ("a ahmetov", "ahmetov asan", Some(13)),
            ("ahmetov asan", "ahmetov asan serikuli", Some(19)),
            ("kazakstan severni", "kazakstan severo", Some(2)),
            ("dala", "dala orman", Some(16)),
            ("dala", "dali", Some(1)),
            ("dal", "dala", None),
            ("nomer 14", "nomer 15", None),
            ("ahmetov asan", "serikov asan", None),
            ("a kim v", "alekseevic kim viktor", Some(24)),
            ("kim o", "kim li", None),
            ("alekseevic kim viktor", "alekseevic pak viktor", None),
        ] {
            assert_eq!(distance(a, b), expected, "{a} {b}");
        }
    }

    #[test]
    fn most_of_thousands_are_told_apart_at_a_glance() {
        // Words of syllables, as names have.
        let syllables = "ka ne bo mi ro tu ge wa di zo la se po ni fo du he ja ti qo";
        let syllables: Vec<&str> = syllables.split(' ').collect();
        let mut state = 1_u64;
        let mut word = || -> String {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            let digits = [33, 40, 47].map(|shift| (state >> shift) as usize % syllables.len());
            digits.map(|digit| syllables[digit]).concat()
        };
        let names = (0..4000).map(|_| Compared::new([&word(), &word(), "stroi"].join(" ")));
        let names: Vec<Compared> = names.collect();
        let one = &names[1234];
        let most = 1 + one.text.len() / 8;
        let looked_at = names.iter().filter(|other| {
            let (short, long) = match one.text.len() < other.text.len() {
                true => (one, *other),
                false => (*other, one),
            };
            may_slip(short, long, most) || may_hold(short, long)
        });
        let looked_at = looked_at.count();
        assert!(looked_at < names.len() / 50, "{looked_at}");
    }
}
