//! Postings: on which pages a word stands, and where on each, as a text that a script reads.
//!
//! Pages are numbers in the order of the index. Those on which a word stands in the same places are one group: a letter for
//! the places, then for each page how far it is from the one before it, the first from -1. Such a number is written in groups of
//! five bits, the lowest first, each a letter of which a sixth bit says that more follow (as in source maps).

/// The letters for six bits.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The letter of a number below 64.
pub(super) fn letter(number: usize) -> char {
    char::from(LETTERS[number % 64])
}

/// The pages of one word.
#[derive(Debug, Default)]
pub(super) struct Postings(Vec<Group>);

#[derive(Debug)]
struct Group {
    places: u8,
    first: u32,
    last: u32,
    /// The pages after the first.
    rest: Vec<u8>,
}

impl Postings {
    /// Adds a page behind all others, by the places in which the word stands on it.
    pub(super) fn push(&mut self, page: u32, places: u8) {
        let known = self.0.iter_mut().find(|group| group.places == places);
        match known {
            Some(group) => {
                push_number(page - group.last, &mut group.rest);
                group.last = page;
            }
            None => self.0.push(Group {
                places,
                first: page,
                last: page,
                rest: Vec::new(),
            }),
        }
    }

    /// Adds those of pages that all stand behind the pages of this.
    pub(super) fn append(&mut self, other: Postings) {
        for group in other.0 {
            match self.0.iter_mut().find(|own| own.places == group.places) {
                Some(own) => {
                    push_number(group.first - own.last, &mut own.rest);
                    own.rest.extend_from_slice(&group.rest);
                    own.last = group.last;
                }
                None => self.0.push(group),
            }
        }
    }

    /// Writes them, the most telling places first.
    pub(super) fn write(&self, text: &mut String) {
        let mut groups: Vec<&Group> = self.0.iter().collect();
        groups.sort_by_key(|group| group.places.reverse_bits());
        groups.reverse();
        for (nth, group) in groups.into_iter().enumerate() {
            if nth > 0 {
                text.push(',');
            }
            text.push(letter(usize::from(group.places)));
            let mut first = Vec::new();
            push_number(group.first + 1, &mut first);
            let letters = first.iter().chain(&group.rest);
            text.extend(letters.map(|&letter| char::from(letter)));
        }
    }

    /// Whether the word stands in a title, a name or a place anywhere.
    pub(super) fn has_any(&self, places: u8) -> bool {
        self.0.iter().any(|group| group.places & places != 0)
    }
}

fn push_number(mut number: u32, into: &mut Vec<u8>) {
    while number >= 32 {
        into.push(LETTERS[(number % 32 + 32) as usize]);
        number /= 32;
    }
    into.push(LETTERS[number as usize]);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(postings: &Postings) -> String {
        let mut text = String::new();
        postings.write(&mut text);
        text
    }

    #[test]
    fn pages_are_written_by_what_is_between_them() {
        let mut all = Postings::default();
        for (page, places) in [(0, 8), (3, 1), (31, 8), (1100, 8)] {
            all.push(page, places);
        }
        // 3 from -1; 0 from -1, 31 from 0, 1069 from 31: 13 + 33 * 32.
        assert_eq!(written(&all), "BE,IBfthB");
    }

    #[test]
    fn what_is_made_in_two_parts_is_the_same() {
        let pages = [(0, 8), (3, 1), (40, 8), (41, 8), (700, 3), (701, 8)];
        let part = |pages: &[(u32, u8)]| {
            let mut part = Postings::default();
            pages
                .iter()
                .for_each(|&(page, places)| part.push(page, places));
            part
        };
        let whole = written(&part(&pages));
        for cut in 0..=pages.len() {
            let mut joined = part(&pages[..cut]);
            joined.append(part(&pages[cut..]));
            assert_eq!(written(&joined), whole, "{cut}");
        }
    }
}
