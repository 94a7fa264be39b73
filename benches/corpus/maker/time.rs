//! Calendar dates: a day as records state it, wholly or in part.

use super::random::Random;

/// A day. No month has more than 28: every one of them is real.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day {
    pub(super) year: usize,
    month: usize,
    day: usize,
}

impl Day {
    pub(super) const fn new(year: usize, month: usize, day: usize) -> Day {
        Day { year, month, day }
    }

    /// A day of these years.
    pub(super) fn within(first: usize, last: usize, random: &mut Random) -> Day {
        let year = random.between(first, last);
        Day::new(year, random.between(1, 12), random.between(1, 28))
    }

    /// A day up to a year earlier, and never later.
    pub(super) fn earlier(self, random: &mut Random) -> Day {
        let months = random.below(12);
        let (year, month) = match self.month > months {
            true => (self.year, self.month - months),
            false => (self.year - 1, self.month + 12 - months),
        };
        Day::new(year, month, self.day.min(random.between(1, 28)))
    }

    pub(super) fn whole(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// As exactly as editors know it: mostly the day, else the month or the year.
    pub(super) fn stated(self, random: &mut Random) -> String {
        match random.below(10) {
            0 => self.year.to_string(),
            1 | 2 => format!("{:04}-{:02}", self.year, self.month),
            _ => self.whole(),
        }
    }
}
