//! Slips in settings: one mistake for each line of TOML that cannot be read, with its cause and the line as it was meant.
//!
//! Takes the text and what the parser said of it; a line is told only if the parser understands it. Knows nothing of
//! what the settings mean but their names.

mod cause;
mod line;
mod value;

use std::collections::HashSet;
use std::ops::Range;

use toml::de::DeTable;

use cause::Cause;
use line::{key, slip};
#[cfg(test)]
pub(super) use value::LISTS;
use value::{QUOTES, is_sound, value};

/// What is wrong in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mistake {
    pub at: Range<usize>,
    /// In the words of the parser, or the name of a cause that it does not know.
    pub reason: String,
    /// The line as it should be.
    pub line: Option<String>,
}

/// So many lines are mended at most.
const MOST: usize = 100;

/// The first mistake of each line, from the first on: the parser is asked again where a line is as it was meant, since
/// it looks at values only where all lines have a name, a sign “=” and a value.
pub(super) fn mistakes(text: &str) -> Vec<Mistake> {
    let starts = text.split_inclusive('\n').scan(0, |next, line| {
        let start = *next;
        *next += line.len();
        Some(start)
    });
    let starts: Vec<usize> = starts.collect();
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let mut found: Vec<Mistake> = Vec::new();
    let mut told = HashSet::new();
    while found.len() < MOST {
        let whole = lines.join("\n");
        let errors = DeTable::parse_recoverable(&whole).1;
        let first = errors
            .iter()
            .map(|error| (error.span().unwrap_or(0..0), error.message()))
            .min_by_key(|(at, _)| at.start);
        let Some((at, reason)) = first else { break };
        let (mut row, mut column) = row_and_column(&whole, at.start);
        let mut reason = reason.to_owned();
        // A text of several lines that nothing closes: the parser stumbles at its end, or where all ends.
        if let Some(open) = open_text(&lines, row) {
            (row, column) = open;
            "invalid literal string".clone_into(&mut reason);
        }
        // A bracket that is open since a line above: this line is sound.
        if let Some(open) = open_above(&lines, row) {
            (row, column) = (open, lines[open].trim_end().len());
            "unclosed array".clone_into(&mut reason);
        }
        // What is still wrong with a line stands elsewhere in it as it was written.
        if told.contains(&row) {
            if lines[row].is_empty() {
                break;
            }
            lines[row].clear();
            continue;
        }
        row = row.min(starts.len().saturating_sub(1));
        let Some(&start) = starts.get(row) else { break };
        column = column.min(lines[row].len());
        let slip = slip(lines[row].trim_end());
        let (cause, mut line) = slip.map_or((Cause::Other, None), |(cause, line)| (cause, line));
        let items = if cause == Cause::NoValue {
            items_below(&lines, row)
        } else {
            0..0
        };
        if let Some((key, ..)) = key(lines[row].trim()).filter(|_| !items.is_empty()) {
            let listed = lines[items.clone()].join(",");
            line = line.or_else(|| Some(format!("{key} = {}", value(key, &listed).1)));
            line = line.filter(|line| is_sound(line));
        }
        let goes_on = text_below(&lines, row);
        let reason = match goes_on {
            Some(_) => "text over several lines",
            None => cause.reason().unwrap_or(&reason),
        };
        if let Some((below, joined)) = goes_on {
            line = Some(joined);
            for row in below {
                lines[row].clear();
            }
        }
        let length = if line_has(&whole, &at) { at.len() } else { 0 };
        told.insert(row);
        found.push(Mistake {
            at: start + column..start + column + length,
            reason: reason.to_owned(),
            line: line.clone(),
        });
        for below in items {
            lines[below] = String::new();
        }
        // What nobody can mend is left out, and with it what would follow from it.
        lines[row] = line.unwrap_or_default();
    }
    if found.is_empty() {
        found.extend(first_error(text));
    }
    found
}

/// What the parser says first of a text, where no line of it is to blame.
fn first_error(text: &str) -> Option<Mistake> {
    let errors = DeTable::parse_recoverable(text).1;
    let error = errors.first()?;
    let at = crate::source::boundary(text, error.span().map_or(0, |span| span.start));
    Some(Mistake {
        at: at..at,
        reason: error.message().to_owned(),
        line: None,
    })
}

/// The line and the byte in it at which a byte stands.
fn row_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = &text.as_bytes()[..at.min(text.len())];
    let row = before.iter().filter(|byte| **byte == b'\n').count();
    let start = before.iter().rposition(|byte| *byte == b'\n');
    (row, before.len() - start.map_or(0, |start| start + 1))
}

/// Whether a range ends in the line in which it begins.
fn line_has(text: &str, at: &Range<usize>) -> bool {
    text.get(at.clone())
        .is_some_and(|text| !text.contains('\n'))
}

/// The line above a sound one that opens a bracket which nothing closes, if it can be mended alone.
fn open_above(lines: &[String], row: usize) -> Option<usize> {
    let above = lines.get(..row)?;
    if !is_sound(lines.get(row)?) {
        return None;
    }
    let open = above.iter().rposition(|line| !line.trim().is_empty())?;
    let line = lines[open].trim_end();
    let is_open = !is_sound(line) && line.contains('=') && !line.ends_with(['[', '{', ',']);
    let meant = slip(line).and_then(|(_, line)| line);
    (is_open && meant.is_some()).then_some(open)
}

/// Where three quotation marks in a row open a text before this row, if none close it.
fn open_text(lines: &[String], row: usize) -> Option<(usize, usize)> {
    let above = lines.iter().take(row + 1).enumerate();
    let marks = above.flat_map(|(row, line)| {
        let places = line.match_indices("\"\"\"");
        places.map(move |(at, _)| (row, at))
    });
    let marks: Vec<(usize, usize)> = marks.collect();
    marks.last().copied().filter(|_| marks.len() % 2 == 1)
}

/// The lines in which a text in quotation marks goes on that is open in this one, and all of it in one line.
fn text_below(lines: &[String], row: usize) -> Option<(Range<usize>, String)> {
    const MOST_LINES: usize = 20;
    let open = lines[row].trim_end();
    let (_, _, typed) = key(open.trim_start())?;
    let first = typed.chars().next().filter(|of| QUOTES.contains(of))?;
    if typed[first.len_utf8()..].contains(QUOTES) {
        return None;
    }
    let mut joined = open.to_owned();
    for (below, line) in lines.iter().enumerate().skip(row + 1).take(MOST_LINES) {
        let words = line.trim();
        if words.is_empty() || is_sound(line) {
            return None;
        }
        joined = format!("{joined} {words}");
        if words.contains(QUOTES) {
            let meant = match is_sound(&joined) {
                true => Some(joined),
                false => slip(&joined).and_then(|(_, line)| line),
            };
            let is_end = words.ends_with(QUOTES) && words.matches(QUOTES).count() == 1;
            return meant
                .filter(|_| is_end)
                .map(|line| (row + 1..below + 1, line));
        }
    }
    None
}

/// Items with hyphens in the lines below a name.
fn items_below(lines: &[String], row: usize) -> Range<usize> {
    let below = lines[row + 1..].iter();
    let items = below.take_while(|line| line.trim_start().starts_with("- "));
    row + 1..row + 1 + items.count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_accuses_no_other_line() {
        for (text, meant) in [
            (
                "languages = [\"kk\", \"ru\"\ntheme = \"a\"\nsamples = \"hide\"\n",
                &["languages = [\"kk\", \"ru\"]"][..],
            ),
            (
                "languages:\n  - kk\n  - ru\ntheme = a\n",
                &["languages = [\"kk\", \"ru\"]", "theme = \"a\""],
            ),
            (
                "// a\n\nsamples = hide\ntheme: a\n",
                &["# a", "samples = \"hide\"", "theme = \"a\""],
            ),
            ("languages = [\n  \"kk\",\n]\ntheme = \"a\"\n", &[]),
            (
                "kk = \"Бір\nекі\n үш\"\ntheme = \"a\"\n",
                &["kk = \"Бір екі үш\""],
            ),
            (
                "ru = “Бір\nекі”\ntheme: a\n",
                &["ru = \"Бір екі\"", "theme = \"a\""],
            ),
            ("theme = \"a\nsamples = \"hide\"\n", &["theme = \"a\""]),
        ] {
            let found = mistakes(text).into_iter();
            let lines: Vec<String> = found.filter_map(|mistake| mistake.line).collect();
            assert_eq!(lines, meant, "{text}");
        }
    }

    #[test]
    fn a_line_is_told_once_at_what_is_written_in_it() {
        // Mended, the second line says the title once more.
        let text = "title: a\nатауы: А\ndraft: иә\n";
        let found = mistakes(text);
        let words: Vec<Option<&str>> = found.iter().map(|of| text.get(of.at.clone())).collect();
        assert!(words.iter().all(Option::is_some), "{found:?}");
        assert_eq!(found.len(), 3, "{found:?}");
    }

    #[test]
    fn a_line_is_told_as_it_was_meant() {
        for (typed, meant) in [
            ("base_url = https://x.kz", "base_url = \"https://x.kz\""),
            ("base_url: \"https://x.kz\"", "base_url = \"https://x.kz\""),
            ("base_url = “https://x.kz”", "base_url = \"https://x.kz\""),
            ("\"theme\": \"tagzym\",", "theme = \"tagzym\""),
            ("theme tagzym", "theme = \"tagzym\""),
            ("samples = hide # әзірше", "samples = \"hide\" # әзірше"),
            (
                "languages = kk, ru, en",
                "languages = [\"kk\", \"ru\", \"en\"]",
            ),
            ("languages: [kk, ru]", "languages = [\"kk\", \"ru\"]"),
            ("languages = [\"kk\" \"ru\"", "languages = [\"kk\", \"ru\"]"),
            ("  kk = \"Сайт \"Туған жер\"\"", "kk = 'Сайт \"Туған жер\"'"),
            ("kk = «Туған жер»", "kk = \"«Туған жер»\""),
            ("base_url = «https://x.kz»", "base_url = \"https://x.kz\""),
            ("қаз = \"Сайт\"", "kk = \"Сайт\""),
            ("outlines = \"C:\\portal\\a\"", "outlines = 'C:\\portal\\a'"),
            ("theme = 'tagzym\"", "theme = \"tagzym\""),
            ("first_year = 2017 жыл", "first_year = 2017"),
            ("// тақырып", "# тақырып"),
            ("[title", "[title]"),
            ("[[accept]", "[[accept]]"),
            ("title:", "[title]"),
            ("{title}", "[title]"),
            ("[accept]]", "[[accept]]"),
            ("theme = tagzym\"", "theme = \"tagzym\""),
            ("theme => \"tagzym\"", "theme = \"tagzym\""),
            (
                "title = {kk = \"А\" ru = \"Б\"",
                "title = {kk = \"А\", ru = \"Б\"}",
            ),
            (
                "title = kk = \"А\", ru = \"Б\"}",
                "title = {kk = \"А\", ru = \"Б\"}",
            ),
            ("contact = \"\"\"a@b.kz\"", "contact = \"a@b.kz\""),
            ("theme = \"tagzym\" // бұл", "theme = \"tagzym\" # бұл"),
            ("first_year = 1 991", "first_year = 1991"),
            ("<!-- сайт -->", "# сайт"),
            (
                "accept = [{warning: T0007, why: \"so\"}]",
                "accept = [{warning = \"T0007\", why = \"so\"}]",
            ),
        ] {
            let line = slip(typed).and_then(|(_, line)| line);
            assert_eq!(line.as_deref(), Some(meant), "{typed}");
        }
        for odd in [
            "theme =",
            "theme = \"tagzym\" x",
            "???",
            "a b c",
            "first_year = биыл",
        ] {
            let line = slip(odd).and_then(|(_, line)| line);
            assert_eq!(line, None, "{odd}");
        }
    }
}
