//! Mistakes of the smallest piece that cannot be read, line by line.

use super::noted::Search;
use super::pieces::{begins_block, content_at, dashed, is_sound, second_line};
use crate::load::yaml::error_class::{Mistake, Trouble, YamlError};
use crate::load::yaml::parse::parse;
use crate::load::yaml::slip::{Line, slip};

impl Search {
    /// The smallest piece that cannot be read: a field with its value, or a value of a list.
    pub(super) fn leaf(&mut self, piece: &str, start: usize) {
        self.broken.push((start..start + piece.len(), false));
        let mut slips = Vec::new();
        let mut mended = String::with_capacity(piece.len());
        let mut at = 0;
        let mut is_block = false;
        for line in piece.split_inclusive('\n') {
            let text = line.trim_end_matches('\n');
            let content = text.trim_start();
            let is_told = !is_block && !content.is_empty() && !content.starts_with('#');
            let found = is_told.then(|| {
                slip(Line {
                    text,
                    rest: &piece[at + line.len()..],
                    continues: at > 0,
                })
            });
            match found.flatten() {
                Some(slip) => {
                    mended.push_str(slip.line.as_deref().unwrap_or(text));
                    mended.push_str(&line[text.len()..]);
                    slips.push((at, slip));
                }
                None => mended.push_str(line),
            }
            is_block |= begins_block(text);
            at += line.len();
        }
        if slips.is_empty() {
            let content = content_at(piece);
            let second = second_line(piece);
            let is_list = self
                .list_inside
                .is_some_and(|at| at <= start && piece[..content].trim().is_empty());
            if is_list
                && matches!(second, Some((Trouble::Indent, _)))
                && is_sound(&dashed(piece), Some(true))
            {
                self.broken.pop();
                return self.without_hyphen(piece, start);
            }
            if let Some((Trouble::Indent, at)) = second
                && self.is_behind_dash(start + content)
            {
                let line = piece[..content]
                    .rfind('\n')
                    .map_or(0, |newline| newline + 1);
                self.mistakes.push(Mistake {
                    error: YamlError::Syntax {
                        why: Trouble::Below,
                        at: start + at,
                    },
                    line: None,
                    spaces: Some(piece[line..content].chars().count()),
                });
                return;
            }
            let error = match second {
                Some((why, at)) => YamlError::Syntax {
                    why,
                    at: start + at,
                },
                None => match parse(piece) {
                    Err(error) => error.moved(start),
                    Ok(_) => YamlError::Syntax {
                        why: Trouble::Other,
                        at: start + content_at(piece),
                    },
                },
            };
            self.error(error);
            return;
        }
        let is_mended = is_sound(&mended, None);
        for (line, slip) in slips {
            let at = start + line + slip.at;
            let is_in_first = !piece[content_at(piece).min(line)..line].contains('\n');
            let is_tag = slip.why == Trouble::Begin && piece[line + slip.at..].starts_with('!');
            let error = match is_tag {
                true => YamlError::Tag { at },
                false => YamlError::Syntax { why: slip.why, at },
            };
            let in_item = is_in_first && self.is_behind_dash(start + content_at(piece));
            // Fields in brackets stand alone only as an item.
            let is_braced = |line: &str| line.trim().starts_with('{');
            let is_item =
                slip.why == Trouble::Braces && slip.line.as_deref().is_some_and(is_braced);
            let is_meant = is_mended && (!is_item && slip.why != Trouble::Tabs || in_item);
            let line = slip.line.filter(|_| is_meant);
            let line = line.map(|line| line.trim().to_owned());
            // The first line of an item with its hyphen, which stands before the piece.
            let line = line.map(|line| match in_item {
                true => format!("- {line}"),
                false => line,
            });
            self.mistakes.push(Mistake {
                error,
                line,
                spaces: None,
            });
        }
    }
}
