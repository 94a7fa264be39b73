//! Mutation: every slip of the keyboard at every line of three sound files, and what is said of it.
//!
//! Inputs that are thought up one by one miss what a table does not: a slip at a place where nobody tried it. Of a mutant it is
//! expected that there is one message, at the line that was changed, and that the line which it proposes is the sound one.
//! Where it is otherwise, the slip and the line are named in `tests/mutations/<file>.allowed`, which `UPDATE=1` writes: read
//! what is new in it before you keep it.

use std::path::Path;

use super::support::golden;
use tagzym::diagnostic::Diagnostic;
use tagzym::load::locate::Locator;
use tagzym::pipeline::read_text;
use tagzym::source::Sources;

/// A slip: its name, and a line with it; none where it does not fit.
type Slip = (&'static str, fn(&str) -> Option<String>);

fn swap(line: &str, one: &str, other: &str) -> Option<String> {
    line.contains(one).then(|| line.replacen(one, other, 1))
}

/// The same at the last place where it fits.
fn swap_last(line: &str, one: &str, other: &str) -> Option<String> {
    let at = line.rfind(one)?;
    Some(format!("{}{other}{}", &line[..at], &line[at + one.len()..]))
}

/// Something before the first value of a line.
fn before_value(line: &str, sign: &str) -> Option<String> {
    let (key, value) = line.split_once(": ")?;
    (!key.contains('{')).then(|| format!("{key}: {sign}{value}"))
}

/// Something before the value of the last field in brackets.
fn before_inner(line: &str, sign: &str) -> Option<String> {
    let at = line.rfind(": ").filter(|_| line.contains('{'))?;
    Some(format!("{}: {sign}{}", &line[..at], &line[at + 2..]))
}

/// The end of a text in brackets, with something before it.
fn behind_inner(line: &str, sign: &str) -> Option<String> {
    let at = line.find(", ").filter(|_| line.contains('{'))?;
    Some(format!("{}{sign}{}", &line[..at], &line[at..]))
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

const SLIPS: [Slip; 62] = [
    ("no colon", |line| swap(line, ": ", " ")),
    ("no space behind the colon", |line| swap(line, ": ", ":")),
    ("no space, last", |line| swap_last(line, ": ", ":")),
    ("two colons", |line| swap(line, ":", "::")),
    ("a wide colon", |line| swap(line, ": ", "：")),
    ("a wide colon, last", |line| swap_last(line, ": ", "：")),
    ("= for the colon", |line| swap(line, ": ", " = ")),
    ("= for the colon, last", |line| swap_last(line, ": ", " = ")),
    ("; for the colon", |line| swap(line, ": ", "; ")),
    ("; for the colon, last", |line| swap_last(line, ": ", "; ")),
    (", for the colon", |line| swap(line, ": ", ", ")),
    (", for the colon, last", |line| swap_last(line, ": ", ", ")),
    ("- for the colon", |line| swap(line, ": ", " - ")),
    ("- for the colon, last", |line| swap_last(line, ": ", " - ")),
    (". for the colon, last", |line| swap_last(line, ": ", ". ")),
    ("| for the colon", |line| swap(line, ": ", " | ")),
    ("a tab for the colon", |line| swap(line, ": ", "\t")),
    ("a no-break space", |line| swap(line, ": ", ":\u{a0}")),
    ("no comma", |line| swap(line, ", ", " ")),
    ("no comma, last", |line| swap_last(line, ", ", " ")),
    ("two commas", |line| swap(line, ", ", ",, ")),
    ("; for the comma", |line| swap(line, ", ", "; ")),
    ("; for the comma, last", |line| swap_last(line, ", ", "; ")),
    ("a wide comma", |line| swap(line, ", ", "，")),
    ("| for the comma", |line| swap(line, ", ", " | ")),
    ("/ for the comma", |line| swap(line, ", ", " / ")),
    ("no opening bracket", |line| swap(line, "{", "")),
    ("no closing bracket", |line| swap_last(line, "}", "")),
    ("two closing brackets", |line| swap_last(line, "}", "}}")),
    (") for }", |line| swap_last(line, "}", ")")),
    ("] for }", |line| swap_last(line, "}", "]")),
    ("no [", |line| swap(line, "[", "")),
    ("no ]", |line| swap_last(line, "]", "")),
    ("one space too many", |line| Some(format!(" {line}"))),
    ("two spaces too many", |line| Some(format!("  {line}"))),
    ("one space too few", |line| {
        line.strip_prefix(' ').map(str::to_owned)
    }),
    ("two spaces too few", |line| {
        line.strip_prefix("  ").map(str::to_owned)
    }),
    ("a tab before it", |line| {
        (indent(line) > 0).then(|| format!("\t{}", line.trim_start()))
    }),
    ("no-break spaces before it", |line| {
        swap(line, "  ", "\u{a0}\u{a0}")
    }),
    ("no hyphen", |line| swap(line, "- ", "")),
    ("no space behind the hyphen", |line| swap(line, "- ", "-")),
    ("a dash for the hyphen", |line| swap(line, "- ", "– ")),
    ("two hyphens", |line| swap(line, "- ", "-- ")),
    ("a bullet", |line| swap(line, "- ", "• ")),
    ("@ before the value", |line| before_value(line, "@")),
    ("& before the value", |line| before_value(line, "& ")),
    ("[ before the value", |line| before_value(line, "[")),
    ("# before the value", |line| before_value(line, "# ")),
    ("@ before the last value", |line| before_inner(line, "@")),
    ("> before the last value", |line| before_inner(line, ">")),
    ("a quotation mark before the value", |line| {
        before_value(line, "\"")
    }),
    ("a comma behind it", |line| Some(format!("{line},"))),
    ("a colon behind it", |line| Some(format!("{line}:"))),
    ("a comma in a text", |line| behind_inner(line, ", тағы")),
    ("a note in brackets", |line| behind_inner(line, " #5")),
    ("a note of HTML", |line| Some(format!("<!-- {line} -->"))),
    ("a line of a chat", |line| Some(format!("> {line}"))),
    ("a Cyrillic letter in a name", |line| swap(line, "a", "а")),
    ("a character that nobody sees", |line| {
        swap(line, ": ", ": \u{200b}")
    }),
    ("a capital letter", |line| {
        let at = line.find(|of: char| of.is_ascii_lowercase())?;
        Some(format!(
            "{}{}{}",
            &line[..at],
            line[at..=at].to_uppercase(),
            &line[at + 1..]
        ))
    }),
    ("a letter twice", |line| {
        let at = line.find(|of: char| of.is_ascii_lowercase())?;
        Some(format!("{}{}", &line[..=at], &line[at..]))
    }),
    ("the line twice", |line| Some(format!("{line}\n{line}"))),
];

/// What is the same in meaning: without the marks that YAML takes away, and spaces.
fn plain(text: &str) -> String {
    let letters = text
        .chars()
        .filter(|of| !of.is_whitespace() && !"\"'".contains(*of));
    letters.collect()
}

/// What is otherwise than it is expected of one message in a line.
fn oddity(path: &str, sound: &str, mutant: &str, row: usize) -> Option<String> {
    let (sources, found) = read_text(path, mutant);
    let [one] = found.as_slice() else {
        let mut codes: Vec<&str> = found.iter().map(|of| of.code.number()).collect();
        codes.sort_unstable();
        return Some(match codes.is_empty() {
            true => "nothing is said".to_owned(),
            false => codes.join(" "),
        });
    };
    let told = row_of(one, &sources);
    if told != Some(row) {
        return Some(format!(
            "{} at {}",
            one.code.number(),
            told.map_or(0, |row| row + 1)
        ));
    }
    let line = one.argument("line")?;
    let mended: Vec<String> = mutant
        .lines()
        .enumerate()
        .map(|(at, text)| match at == row {
            true => format!(
                "{}{line}",
                " ".repeat(indent(sound.lines().nth(row).unwrap_or("")))
            ),
            false => text.to_owned(),
        })
        .collect();
    let is_same = plain(&mended.join("\n")) == plain(sound);
    (!is_same).then(|| format!("{}: {line}", one.code.number()))
}

/// The line that a message points to, counted from 0.
fn row_of(of: &Diagnostic, sources: &Sources) -> Option<usize> {
    let mut locator = Locator::new(sources);
    let location = locator.locate(&of.at);
    let ((line, _), _) = locator.lines_and_columns(&location)?;
    Some(line - 1)
}

#[test]
fn a_slip_is_told_once_at_its_line_with_the_sound_one() {
    let folder = Path::new("tests/mutations");
    let mut differences = Vec::new();
    for (name, path) in [
        ("patrons.yaml", "content/patrons/patrons.yaml"),
        ("project.md", "content/projects/new-school.kk.md"),
        ("site.toml", "site.toml"),
    ] {
        let sound = std::fs::read_to_string(folder.join(name)).unwrap();
        assert_eq!(read_text(path, &sound).1, [], "{name}");
        let lines: Vec<&str> = sound.lines().collect();
        let mut odd = String::new();
        let mut tried = 0;
        for (slip, with_slip) in SLIPS {
            for (row, line) in lines.iter().enumerate() {
                let is_content = !line.is_empty() && !line.starts_with("---") && row < 20;
                let Some(wrong) = with_slip(line).filter(|wrong| is_content && wrong != line)
                else {
                    continue;
                };
                let mut lines: Vec<&str> = lines.clone();
                lines[row] = &wrong;
                let mutant = lines.join("\n") + "\n";
                tried += 1;
                if let Some(what) = oddity(path, &sound, &mutant, row) {
                    odd += &format!("{slip} | {} | {what}\n", row + 1);
                }
            }
        }
        let made = format!("{} of {tried} otherwise\n{odd}", odd.lines().count());
        let allowed = folder.join(format!("{name}.allowed"));
        differences.extend(golden::difference(&allowed, Some(made.as_bytes())));
    }
    assert!(differences.is_empty(), "{}", differences.join("\n\n"));
}
