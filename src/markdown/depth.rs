//! Depth limit of Markdown: how deeply the blocks of a text are nested, found by a scan before it is parsed.
//!
//! Takes a text, gives the first line that is too deep. The parser itself takes any depth, but each line after a deep
//! one costs it all of that depth again.

use std::ops::Range;

/// The quotes, list items and footnotes that may stand around a line. Browsers give up at 512 elements.
const MAX_DEPTH: usize = 200;

/// The first line that opens more than [`MAX_DEPTH`] blocks, without its end.
pub(super) fn too_deep(markdown: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for line in markdown.split_inclusive('\n') {
        // A shorter line cannot be too deep: this keeps the scan off nearly all text.
        if line.len() > MAX_DEPTH && depth(line.as_bytes()) > MAX_DEPTH && !is_rule(line) {
            return Some(start..start + line.trim_ascii_end().len());
        }
        start += line.len();
    }
    None
}

/// How many markers of quotes, list items and footnotes a line begins with.
fn depth(line: &[u8]) -> usize {
    let mut rest = line.trim_ascii_start();
    let mut depth = 0;
    while let Some(length) = marker(rest) {
        depth += 1;
        rest = rest[length..].trim_ascii_start();
    }
    depth
}

/// The length of the marker at the beginning of `rest`.
fn marker(rest: &[u8]) -> Option<usize> {
    let ends = |length: usize| rest.get(length).is_none_or(u8::is_ascii_whitespace);
    match rest.first()? {
        b'>' => Some(1),
        b'-' | b'+' | b'*' => ends(1).then_some(1),
        b'0'..=b'9' => {
            let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let closed = matches!(rest.get(digits), Some(b'.' | b')')) && ends(digits + 1);
            closed.then_some(digits + 1)
        }
        b'[' if rest.get(1) == Some(&b'^') => {
            let label = rest.iter().position(|&byte| byte == b']')?;
            (rest.get(label + 1) == Some(&b':')).then_some(label + 2)
        }
        _ => None,
    }
}

/// A line of nothing but `-` or `*` is a rule across the page, not a list in a list.
fn is_rule(line: &str) -> bool {
    ["-", "*"].iter().any(|mark| {
        let mut words = line.split_ascii_whitespace();
        words.all(|word| word == *mark)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_deep_lines_are_named() {
        for mark in [">", "> ", "- ", "1) ", "> * ", "[^a]: > "] {
            let deep = mark.repeat(MAX_DEPTH + 1);
            let text = format!("text\n{deep}x\r\nmore");
            assert_eq!(too_deep(&text), Some(5..5 + deep.len() + 1), "{mark}");
            assert_eq!(too_deep(&format!("text {deep}x")), None, "{mark}");
        }
        for shallow in ["> ", "- "] {
            assert_eq!(
                too_deep(&(shallow.repeat(MAX_DEPTH) + "x")),
                None,
                "{shallow}"
            );
        }
        assert_eq!(too_deep(&"- ".repeat(MAX_DEPTH * 2)), None);
        assert_eq!(too_deep(&"*".repeat(MAX_DEPTH * 2)), None);
    }
}
