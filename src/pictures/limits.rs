//! What a picture may be so that it can be made, and why one cannot.

/// The most pixels of a picture that is made. A photograph of a phone has 12 to 50 million.
pub(crate) const MOST_PIXELS: u64 = 60_000_000;

/// The most bytes of its file.
pub(crate) const MOST_BYTES: u64 = 25_000_000;

/// A picture less wide than this is blurred on most screens.
pub(crate) const LEAST_WIDTH: u32 = 320;

/// The endings of files that are made anew. Others that browsers show are copied as they are.
pub(crate) fn is_made(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    ["jpg", "jpeg", "png", "webp"]
        .iter()
        .any(|known| ending.eq_ignore_ascii_case(known))
}

/// Why a picture cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unmade {
    /// It is no picture, or a broken one.
    Broken,
    /// It is an animation.
    Moves,
    /// It has too many pixels or bytes.
    TooLarge,
}
