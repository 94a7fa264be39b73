//! Pseudorandom number generator: SplitMix64 (Steele, Lea and Flood 2014), the same on every machine.
//!
//! Each record has a generator of its own, seeded by the corpus and the record, so that what one draws changes no other.

/// A stream of numbers.
pub(super) struct Random(u64);

impl Random {
    /// The stream of the n-th record of a kind.
    pub(super) fn of(seed: u64, kind: &str, nth: usize) -> Random {
        let letters = kind.bytes().map(u64::from);
        let mixed = [seed, nth as u64].into_iter().chain(letters);
        mixed.fold(Random(0), |random, number| {
            Random(Random(random.0 ^ number).next())
        })
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which is more than 0.
    pub(super) fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// A number from `first` to `last`.
    pub(super) fn between(&mut self, first: usize, last: usize) -> usize {
        first + self.below(last - first + 1)
    }

    /// True so many times in a hundred.
    pub(super) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of several.
    pub(super) fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}
