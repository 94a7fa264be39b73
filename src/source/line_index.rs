//! A line index: line and column of a byte offset without counting from the start of the text or of a long line.
//!
//! Takes a text, gives lines and columns. Counting from the start of a line is quadratic on a text of one line.

/// A number of characters is remembered at every so many bytes.
const EVERY: usize = 512;

/// The measure of a text: to be asked about that text alone.
#[derive(Debug, Clone, Default)]
pub(crate) struct LineIndex {
    /// The bytes at which lines begin.
    lines: Vec<u32>,
    /// How many characters begin before each multiple of [`EVERY`] bytes.
    characters: Vec<u32>,
}

impl LineIndex {
    pub(crate) fn new(text: &str) -> LineIndex {
        let mut lines = vec![0];
        lines.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at as u32 + 1));
        let mut characters = Vec::with_capacity(text.len() / EVERY + 1);
        let mut count = 0;
        for block in text.as_bytes().chunks(EVERY) {
            characters.push(count);
            count += begins(block) as u32;
        }
        characters.push(count);
        LineIndex { lines, characters }
    }

    /// Line and column of a byte, both counted from 1, the column in characters.
    pub(crate) fn line_column(&self, text: &str, at: usize) -> (usize, usize) {
        let at = boundary(text, at);
        let line = self.lines.partition_point(|&start| start as usize <= at);
        let start = line
            .checked_sub(1)
            .and_then(|before| self.lines.get(before))
            .map_or(0, |&start| start as usize);
        (
            line,
            self.characters_before(text, at) - self.characters_before(text, start) + 1,
        )
    }

    /// The bytes of the line that a byte stands in, without its end.
    pub(crate) fn line_around(&self, text: &str, at: usize) -> std::ops::Range<usize> {
        let line = self.lines.partition_point(|&start| start as usize <= at);
        let start_of = |line: usize| self.lines.get(line).map(|&start| start as usize);
        let start = line.checked_sub(1).and_then(start_of).unwrap_or(0);
        let end = start_of(line).map_or(text.len(), |next| next - 1);
        start..end
    }

    fn characters_before(&self, text: &str, at: usize) -> usize {
        let block = at / EVERY;
        let before = self
            .characters
            .get(block)
            .map_or(0, |&before| before as usize);
        before + begins(text.as_bytes().get(block * EVERY..at).unwrap_or_default())
    }
}

/// The boundary of a character at a byte or before it.
pub(crate) fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn begins(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| is_first(**byte)).count()
}

/// It is no second or later byte of a character.
fn is_first(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::line_column;

    #[test]
    fn it_measures_as_counting_does() {
        let texts = [
            String::new(),
            "a".to_owned(),
            "\n".to_owned(),
            "id: a\nаты: Қонаев\n".to_owned(),
            "Ұзақ жол, ₸ 😀 ".repeat(400),
            "Қысқа\n\n".repeat(300),
            "ә".repeat(EVERY),
        ];
        for text in &texts {
            let ruler = LineIndex::new(text);
            for (at, _) in text.char_indices() {
                assert_eq!(ruler.line_column(text, at), line_column(text, at));
                let line = ruler.line_around(text, at);
                let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
                assert_eq!(line.end, end);
                assert!(!text[line].contains('\n'));
            }
            let end = text.len();
            assert_eq!(ruler.line_column(text, end), line_column(text, end));
        }
    }
}
