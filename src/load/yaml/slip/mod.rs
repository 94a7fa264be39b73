//! Slips in a line of YAML: what an editor most probably did wrong in a line that cannot be read, and the line as it was
//! meant.
//!
//! Takes a line of which the parser said that it, or one near it, is wrong; gives the slip and its place in the line. The
//! parser's own words tell where it gave up, which is seldom where the mistake is. A sound line may look like a slip
//! here: nobody asks of those.

mod brackets;
mod flow;
mod key;
mod line;
mod pairs;
mod quoted;
#[cfg(test)]
mod tests;
mod value;
mod word;

pub(super) use line::{Line, OTHER_SIGNS, Slip, other_item, slip};
