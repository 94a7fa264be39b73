//! Depth limit and size limit of YAML: what is too much for one text, found by a scan before it is parsed.
//!
//! Takes a text, gives the byte from which on it is too deep or holds too many values. Alias bombs are stopped in the
//! parser.

/// The depth limit: brackets inside each other. Deeper ones are no record, and cost the parser minutes.
const MAX_DEPTH: usize = 64;

/// Values in one text, keys among them. The parser takes some 300 bytes of memory for each.
pub(crate) const MAX_VALUES: usize = 500_000;

/// The byte of the bracket that goes too deep. Brackets in quotes count too: no text has so many that stay open.
pub(super) fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    text.bytes().enumerate().find_map(|(at, byte)| {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (depth > MAX_DEPTH).then_some(at)
    })
}

/// The byte from which on there are more values than [`MAX_VALUES`].
///
/// Counts the signs that part values. A text in quotes may hold some of them, but no record has so many.
pub(super) fn too_many(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    // Each sign is followed by something: a text that is short enough needs no second look.
    if bytes.len() <= MAX_VALUES {
        return None;
    }
    let is_blank = |at: usize| bytes.get(at).is_none_or(u8::is_ascii_whitespace);
    let mut depth = 0usize;
    let mut count = 0;
    bytes.iter().enumerate().find_map(|(at, byte)| {
        count += match byte {
            b'[' | b'{' => {
                depth += 1;
                1
            }
            b']' | b'}' => {
                depth = depth.saturating_sub(1);
                0
            }
            b',' | b':' if depth > 0 => 1,
            b':' | b'?' if is_blank(at + 1) => 2,
            b'-' if is_blank(at + 1) && (at == 0 || is_blank(at - 1)) => 1,
            _ => 0,
        };
        (count > MAX_VALUES).then_some(at)
    })
}
