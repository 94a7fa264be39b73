//! The rules of the house that a compiler does not hold: who may touch files, and that every file says what it is for.

use std::fs;
use std::path::{Path, PathBuf};

fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = walkdir::WalkDir::new(root.join("src"))
        .into_iter()
        .flatten();
    // What tests do is their own business.
    let rust = files.filter(|file| {
        let path = file.path().strip_prefix(root).unwrap();
        let in_tests = path.components().any(|part| part.as_os_str() == "tests");
        let is_test = in_tests || path.ends_with("tests.rs");
        path.extension().is_some_and(|extension| extension == "rs") && !is_test
    });
    rust.map(|file| {
        let path = file.path().strip_prefix(root).unwrap().to_owned();
        (path, fs::read_to_string(file.path()).unwrap())
    })
    .collect()
}

/// Every line of code, comments left out, in files outside `allowed` that holds one of the words.
fn offenders(allowed: &[&str], words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in sources() {
        if allowed.iter().any(|folder| path.starts_with(folder)) {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or("");
            if words.iter().any(|word| code.contains(word)) {
                found.push(format!(
                    "{}:{}: {}",
                    path.display(),
                    number + 1,
                    line.trim()
                ));
            }
        }
    }
    found
}

#[test]
fn only_disk_touches_files() {
    let words = [
        "std::fs",
        "fs::",
        "File::open",
        "OpenOptions",
        "walkdir",
        ".canonicalize()",
        "read_dir(",
    ];
    assert_eq!(offenders(&["src/disk"], &words), Vec::<String>::new());
}

#[test]
fn only_serve_touches_the_network() {
    let words = ["std::net", "TcpListener", "TcpStream", "tokio::", "hyper::"];
    assert_eq!(offenders(&["src/serve"], &words), Vec::<String>::new());
}

#[test]
fn only_the_command_line_prints() {
    let words = [
        "println!",
        "eprintln!",
        "print!(",
        "stdout()",
        "stderr()",
        "dbg!",
    ];
    assert_eq!(
        offenders(&["src/cli", "src/main.rs"], &words),
        Vec::<String>::new()
    );
}

#[test]
fn nobody_asks_the_time_but_the_command_line() {
    let words = ["SystemTime", "Instant::now", "Timestamp::now", "Zoned::now"];
    assert_eq!(
        offenders(&["src/cli", "src/serve"], &words),
        Vec::<String>::new()
    );
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent: Vec<PathBuf> = sources()
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//! "))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(silent, Vec::<PathBuf>::new());
}
