//! Line breaking: a name in lines that have room on a card, by the widths of the font's letters.

use serde::Serialize;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use super::font::BOLD;

/// A text in lines, and the size of its letters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Lines {
    /// In pixels.
    pub size: u32,
    pub lines: Vec<String>,
}

/// A text in bold letters of the largest of some sizes at which it has room in so many lines of a width. Where it has room at
/// none, it is cut at the last.
pub(crate) fn fitted(text: &str, width: f32, most: usize, sizes: &[u32]) -> Lines {
    let ruler = Ruler::new();
    let mut smallest = Lines {
        size: 0,
        lines: Vec::new(),
    };
    for &size in sizes {
        let has_room = |line: &str| ruler.width(line, size) <= width;
        let lines = broken(text, &has_room);
        let fits = lines.len() <= most && lines.iter().all(|line| has_room(line));
        smallest = Lines { size, lines };
        if fits {
            return smallest;
        }
    }
    let has_room = |line: &str| ruler.width(line, smallest.size) <= width;
    let rest = smallest.lines.split_off(most.min(smallest.lines.len()));
    let is_cut = !rest.is_empty();
    let last = smallest.lines.len().saturating_sub(1);
    for (nth, line) in smallest.lines.iter_mut().enumerate() {
        cut(line, is_cut && nth == last, &has_room);
    }
    smallest
}

/// Greedy: each line has as many words as have room. A word that has room nowhere stands alone.
fn broken(text: &str, has_room: &impl Fn(&str) -> bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let longer = lines.last().map(|line| format!("{line} {word}"));
        match (longer.filter(|line| has_room(line)), lines.last_mut()) {
            (Some(longer), Some(line)) => *line = longer,
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Cuts a line that has no room, or behind which something is left out.
fn cut(line: &mut String, is_cut: bool, has_room: &impl Fn(&str) -> bool) {
    if !is_cut && has_room(line) {
        return;
    }
    let dots = |line: &str| format!("{}…", line.trim_end());
    while !line.is_empty() && !has_room(&dots(line)) {
        line.pop();
    }
    *line = dots(line);
}

/// The widths of bold letters.
struct Ruler<'a> {
    font: Option<FontRef<'a>>,
}

impl Ruler<'_> {
    fn new() -> Ruler<'static> {
        Ruler {
            font: FontRef::new(BOLD).ok(),
        }
    }

    /// In pixels; kerning is left out, by which a line is rather shorter.
    fn width(&self, line: &str, size: u32) -> f32 {
        let Some(font) = &self.font else {
            return 0.0;
        };
        let (letters, place) = (font.charmap(), LocationRef::default());
        let widths = font.glyph_metrics(Size::new(size as f32), place);
        let width = |letter: char| widths.advance_width(letters.map(letter)?);
        // What the font lacks is as wide as its letters are high.
        line.chars()
            .map(|letter| width(letter).unwrap_or(size as f32))
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_the_largest_letters_that_it_has_room_for() {
        let sizes = [80, 60, 40];
        let one = fitted("Абай облысы", 1000.0, 2, &sizes);
        assert_eq!((one.size, one.lines.len()), (80, 1));
        let long = "Шығыс Қазақстан облысының Алтай ауданы";
        let two = fitted(long, 1000.0, 2, &sizes);
        assert_eq!((two.size, two.lines.len()), (60, 2));
        assert_eq!(two.lines.join(" "), long);
        let ruler = Ruler::new();
        assert!(
            two.lines
                .iter()
                .all(|line| ruler.width(line, two.size) <= 1000.0)
        );
    }

    #[test]
    fn what_has_no_room_is_cut() {
        let cut = fitted("а ".repeat(90).trim(), 500.0, 2, &[60, 50]);
        assert_eq!((cut.size, cut.lines.len()), (50, 2));
        assert!(cut.lines[1].ends_with("а…"), "{cut:?}");
        let word = fitted(&"ұ".repeat(90), 500.0, 2, &[60, 50]);
        assert_eq!(word.lines.len(), 1);
        assert!(word.lines[0].ends_with("ұ…"), "{word:?}");
        assert_eq!(fitted("", 500.0, 2, &[60]).lines.len(), 0);
    }
}
