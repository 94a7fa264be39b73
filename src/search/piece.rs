//! Pieces of the index: sorted words, cut where a file has enough of them.
//!
//! The first line of a piece is its digest, by which a script knows that the piece belongs to the manifest that it has. Each other line is a word without what it shares with the one before it: a letter for how many letters that
//! is, then the rest.

use super::postings::letter;

/// A piece without its first line.
#[derive(Debug, Default)]
pub(super) struct Piece {
    /// What it is found by: the key of its first word.
    pub first: String,
    pub lines: String,
}

/// A word of the index.
pub(super) struct Line {
    /// By which lines are sorted and pieces are found.
    pub key: String,
    pub word: String,
    /// What stands behind the word.
    pub rest: String,
}

/// Cuts sorted lines into so many pieces of about the same size; words of one key stay together. Pieces at the end may be empty.
pub(super) fn pieces(lines: &[Line], count: usize) -> Vec<Piece> {
    let size = |line: &Line| line.word.len() / 2 + line.rest.len() + 2;
    let whole: usize = lines.iter().map(size).sum();
    let mut pieces: Vec<Piece> = Vec::with_capacity(count);
    let (mut written, mut last) = (0, "");
    let mut key = "";
    for line in lines {
        let is_full = written * count >= whole * pieces.len();
        if pieces.is_empty() || is_full && pieces.len() < count && line.key != key {
            pieces.push(Piece {
                first: line.key.clone(),
                lines: String::new(),
            });
            last = "";
        }
        written += size(line);
        key = &line.key;
        if let Some(piece) = pieces.last_mut() {
            push_line(line, last, &mut piece.lines);
        }
        last = &line.word;
    }
    pieces.resize_with(count, Piece::default);
    pieces
}

fn push_line(line: &Line, last: &str, text: &mut String) {
    let pairs = line.word.char_indices().zip(last.chars());
    let shared = pairs.take_while(|((_, letter), other)| letter == other);
    let (count, end) = shared.fold((0, 0), |(count, _), ((at, letter), _)| {
        (count + 1, at + letter.len_utf8())
    });
    text.push(letter(count));
    text.push_str(&line.word[end..]);
    text.push_str(&line.rest);
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_key_stand_in_one_piece() {
        let line = |key: &str, word: &str| Line {
            key: key.to_owned(),
            word: word.to_owned(),
            rest: "\tBB".to_owned(),
        };
        let lines = [
            line("auil", "ауыл"),
            line("auili", "ауылы"),
            line("jer", "жер"),
            line("jer", "жэр"),
            line("jeti", "жеті"),
        ];
        let pieces = pieces(&lines, 3);
        let firsts: Vec<&str> = pieces.iter().map(|piece| &*piece.first).collect();
        assert_eq!(firsts, ["auil", "jer", "jeti"]);
        assert_eq!(pieces[0].lines, "Aауыл\tBB\nEы\tBB\n");
        assert_eq!(pieces[1].lines, "Aжер\tBB\nBэр\tBB\n");
    }
}
