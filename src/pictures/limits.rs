//! What a picture may be so that it can be made, and why one cannot.

/// The most pixels of a picture that is made. A photograph of a phone has 12 to 50 million.
pub(crate) const MOST_PIXELS: u64 = 60_000_000;

/// The most bytes of its file.
pub(crate) const MOST_BYTES: u64 = 25_000_000;

/// A picture less wide than this is blurred on most screens.
pub(crate) const LEAST_WIDTH: u32 = 320;

/// Whether pictures of a format, told by its ending, are made anew. Others that browsers show are copied as they are.
pub(crate) fn is_made(format: &str) -> bool {
    ["jpg", "jpeg", "png", "webp"]
        .iter()
        .any(|known| format.eq_ignore_ascii_case(known))
}

/// Why a picture cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unmade {
    /// It is no picture, or a broken one.
    Broken,
    /// It is an animation.
    Moves,
    /// It has too many pixels.
    ManyPixels,
    /// Its file has too many bytes.
    ManyBytes,
}
