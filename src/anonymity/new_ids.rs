//! Proposed ids: identifiers for patrons who must not be named, which tell nothing and which no record has.
//!
//! Takes a number that nobody can guess and the ids in use; gives as many ids as are asked for, each once. Knows nothing
//! of where the number comes from: the same number gives the same ids.

use std::collections::HashSet;

/// Ids such as `p-7c41d0`, without end.
pub(crate) fn new_ids(chance: u64, taken: HashSet<&str>) -> impl Iterator<Item = String> {
    let mut state = chance;
    let mut given = HashSet::new();
    std::iter::from_fn(move || {
        loop {
            let id = format!("p-{:06x}", next(&mut state) >> 40);
            if is_drawn(&id) && !taken.contains(&*id) && given.insert(id.clone()) {
                return Some(id);
            }
        }
    })
}

/// Whether an id has the form of those that are drawn: `p-`, then six hexadecimal signs. Letters alone could be a word.
pub(super) fn is_drawn(id: &str) -> bool {
    let signs = id.strip_prefix("p-").unwrap_or_default().as_bytes();
    let is_sign = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    signs.len() == 6 && signs.iter().all(is_sign) && signs.iter().any(u8::is_ascii_digit)
}

/// SplitMix64 (Steele, Lea, Flood 2014): every state is followed by another, so that no id comes for ever.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_free_and_depend_on_the_number_alone() {
        let three = |chance, taken| -> Vec<String> { new_ids(chance, taken).take(3).collect() };
        let first = three(1, HashSet::new());
        assert_eq!(first, three(1, HashSet::new()));
        assert_ne!(first, three(2, HashSet::new()));
        let others = three(1, HashSet::from([&*first[0]]));
        assert_eq!(others[..2], first[1..]);
        let many: HashSet<String> = new_ids(7, HashSet::new()).take(10_000).collect();
        assert_eq!(many.len(), 10_000);
        let has_form = |id: &String| {
            let signs = id.strip_prefix("p-").unwrap();
            signs.len() == 6 && signs.chars().any(|sign| sign.is_ascii_digit())
        };
        assert!(many.iter().all(has_form));
        assert!(
            ["p-9ccd78", "p-000000", "p-dada1f"]
                .into_iter()
                .all(is_drawn)
        );
        let others = [
            "p-decade",
            "p-9ccd7",
            "p-9ccd789",
            "q-9ccd78",
            "p-9CCD78",
            "p-serik1",
        ];
        assert!(!others.into_iter().any(is_drawn));
        assert!(
            many.iter()
                .all(|id| crate::model::id::Id::parse(id).is_some())
        );
    }
}
