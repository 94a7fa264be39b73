//! Mistakes of a piece whose parts can be read, but not together: one of them begins at a wrong place.

use std::ops::Range;

use super::noted::Search;
use super::pieces::{content_at, parts};
use crate::load::yaml::error_class::{Mistake, Trouble, YamlError};
use crate::load::yaml::parse::parse;
use crate::source::text::confusables::is_odd_space;

impl Search {
    /// A piece whose parts can be read, but not together: one of them begins at a wrong place, or what the parser says.
    pub(super) fn whole(&mut self, piece: &str, start: usize) {
        let indent = |part: &Range<usize>| {
            let at = part.start + content_at(&piece[part.clone()]);
            (
                at - piece[..at].rfind('\n').map_or(0, |newline| newline + 1),
                at,
            )
        };
        let places: Vec<(usize, usize)> = parts(piece).iter().map(indent).collect();
        let odd = places.iter().find(|(indent, _)| *indent != places[0].0);
        // The first alone begins deeper than all others.
        if let [first, second, rest @ ..] = places.as_slice()
            && first.0 > second.0
            && rest.iter().all(|place| place.0 == second.0)
        {
            let line = piece[first.1..].lines().next().unwrap_or("").trim();
            let dash = self.dash.clone();
            let mistake = match dash.filter(|dash| dash.end == start + first.1) {
                // Behind a hyphen, the lines below are wrong; but not if that alone stands too far from its item.
                Some(dash) if dash.len() > 2 && first.0 == second.0 + dash.len() - 2 => Mistake {
                    error: YamlError::Syntax {
                        why: Trouble::Indent,
                        at: dash.start,
                    },
                    line: Some(format!("- {line}")),
                    spaces: None,
                },
                Some(_) => Mistake {
                    error: YamlError::Syntax {
                        why: Trouble::Below,
                        at: start + second.1,
                    },
                    line: None,
                    spaces: Some(first.0),
                },
                None => Mistake {
                    error: YamlError::Syntax {
                        why: Trouble::Indent,
                        at: start + first.1,
                    },
                    line: Some(line.to_owned()),
                    spaces: None,
                },
            };
            self.mistakes.push(mistake);
            self.broken
                .push((start..start + piece.len(), places.len() > 1));
            return;
        }
        if let Some((indent, at)) = odd
            && let Some(space) = piece[at - indent..*at].find(is_odd_space)
        {
            let line = piece[*at..]
                .lines()
                .next()
                .map(|line| line.trim().to_owned());
            let at = start + at - indent + space;
            let why = Trouble::OddSpace;
            let error = YamlError::Syntax { why, at };
            self.mistakes.push(Mistake {
                error,
                line,
                spaces: None,
            });
            self.broken.push((start..start + piece.len(), true));
            return;
        }
        let error = match (odd, parse(piece)) {
            (None, Err(error)) => error.moved(start),
            (odd, _) => YamlError::Syntax {
                why: Trouble::Indent,
                at: start + odd.map_or(content_at(piece), |(_, at)| *at),
            },
        };
        let spaces = match (odd, places.first()) {
            (Some(_), Some((indent, at))) if self.is_behind_dash(start + at) => Some(*indent),
            _ => None,
        };
        let error = match (error, spaces) {
            (YamlError::Syntax { at, .. }, Some(_)) => YamlError::Syntax {
                why: Trouble::Below,
                at,
            },
            (error, _) => error,
        };
        self.mistakes.push(Mistake {
            error,
            line: None,
            spaces,
        });
        self.broken
            .push((start..start + piece.len(), places.len() > 1));
    }
}
