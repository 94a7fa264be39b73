//! What several tests need: small sites made from one text, and their diagnostics as lines.

use std::fs;
use std::path::Path;

use tagzym::{BuildOptions, Diagnostic, Locator, Preparation, Sources, prepare};
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
            case.expected = body
                .lines()
                .filter(|line| !line.trim().is_empty())
                .map(str::to_owned)
                .collect();
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
