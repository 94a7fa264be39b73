//! What several tests need: small sites made from one text, and their diagnostics as lines.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use tagzym::{
    BuildOptions, Diagnostic, Lang, Language, Locator, Preparation, Sources, describe, language,
    prepare,
};
use tempfile::TempDir;

/// A case: files by their path, and what is expected of them.
pub struct Case {
    pub files: Vec<(String, String)>,
    pub expected: Vec<String>,
}

/// Reads a case: `== path` begins a file, `== expect` the expected lines. `\u{…}` in a file is that character.
pub fn read_case(text: &str) -> Case {
    let mut case = Case {
        files: Vec::new(),
        expected: Vec::new(),
    };
    for section in text.split("\n== ").skip(1) {
        let (name, body) = section.split_once('\n').unwrap_or((section, ""));
        if name == "expect" {
            // A diagnostic is a line with its place, and below it, indented, what is said of it.
            for line in body.lines().filter(|line| !line.trim().is_empty()) {
                match case.expected.last_mut() {
                    Some(last) if line.starts_with(' ') => last.extend(["\n", line]),
                    _ => case.expected.push(line.to_owned()),
                }
            }
        } else {
            case.files
                .push((name.to_owned(), format!("{}\n", unescape(body))));
        }
    }
    case
}

fn unescape(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut plain = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').expect("\\u{…} is closed");
        plain.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
        plain.push_str(rest);
    }
    plain
}

/// Writes files into a new folder.
pub fn site(files: &[(String, String)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        write(folder.path(), path, text);
    }
    folder
}

pub fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Prepares a site and gives every diagnostic as `T0103 path:line:column`, with the other places after ` + `.
pub fn check(root: &Path, options: &BuildOptions) -> Vec<String> {
    let Preparation {
        sources,
        diagnostics,
        ..
    } = prepare(root, options);
    lines(&diagnostics, &sources)
}

/// Made once: it takes longer than to prepare a small site.
static ENGLISH: LazyLock<Language> = LazyLock::new(|| language(Lang::En));

/// Prepares a site and gives every diagnostic as [`check`] does, and below it, indented, its English sentence and what
/// helps to mend it.
pub fn check_words(root: &Path, options: &BuildOptions) -> Vec<String> {
    let found = prepare(root, options);
    let mut told: Vec<String> = found
        .diagnostics
        .iter()
        .map(|diagnostic| {
            let place = lines(std::slice::from_ref(diagnostic), &found.sources).concat();
            let said = describe(diagnostic, &ENGLISH);
            let other = said.other.iter().map(|other| format!("\n  + {other}"));
            let helps = said.helps().map(|help| format!("\n  = {help}"));
            let more: String = other.chain(helps).collect();
            format!("{place}\n  {}{more}", said.message)
        })
        .collect();
    told.sort();
    told
}

pub fn lines(diagnostics: &[Diagnostic], sources: &Sources) -> Vec<String> {
    let mut locator = Locator::new(sources);
    let mut place = |at: &_| {
        let location = locator.locate(at);
        match locator.lines_and_columns(&location) {
            Some(((line, column), _)) => format!("{}:{line}:{column}", location.path),
            None => location.path,
        }
    };
    let mut lines: Vec<String> = diagnostics
        .iter()
        .map(|diagnostic| {
            let mut line = format!("{} {}", diagnostic.code.number(), place(&diagnostic.at));
            for other in &diagnostic.others {
                line.push_str(&format!(" + {}", place(other)));
            }
            line
        })
        .collect();
    lines.sort();
    lines
}
