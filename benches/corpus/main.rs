//! Corpus generator: writes an invented portal of any size, for measuring and for tests at scale.
//!
//! ```text
//! cargo bench --bench corpus -- --projects 3000 --seed 3 --out DIR [--samples]
//! ```
//!
//! Takes a size and a seed, gives a site that `tagzym check --strict` finds nothing in: every kind of record with every
//! field. The same size and seed give the same bytes on any machine. `--samples` marks a tenth of patrons, projects and
//! awards as samples. Knows nothing of the program: it writes what editors write.

mod maker;

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

use maker::Corpus;

const USAGE: &str =
    "usage: cargo bench --bench corpus -- --projects N [--seed N] [--samples] --out DIR";

fn main() -> ExitCode {
    let (corpus, out) = match arguments(env::args().skip(1)) {
        Ok(Some(wish)) => wish,
        Ok(None) => {
            eprintln!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        Err(wrong) => {
            eprintln!("{wrong}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match write(&corpus, &out) {
        Ok(files) => {
            eprintln!("{files} files in {}", out.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}: {error}", out.display());
            ExitCode::FAILURE
        }
    }
}

/// The corpus that is asked for, and where it goes; nothing if nothing is asked for, as when all benches are run.
fn arguments(mut given: impl Iterator<Item = String>) -> Result<Option<(Corpus, PathBuf)>, String> {
    let (mut projects, mut seed, mut samples, mut out) = (None, 1, false, None);
    while let Some(name) = given.next() {
        let mut value = || {
            let value = given.next();
            value.ok_or_else(|| format!("{name} needs a value"))
        };
        let number = |text: String| {
            let number = text.parse::<u64>();
            number.map_err(|_| format!("{text} is no number"))
        };
        match name.as_str() {
            "--projects" => projects = Some(number(value()?)?),
            "--seed" => seed = number(value()?)?,
            "--out" => out = Some(PathBuf::from(value()?)),
            "--samples" => samples = true,
            // Cargo says so to every bench.
            "--bench" => {}
            _ => return Err(format!("{name} is not known")),
        }
    }
    match (projects, out) {
        (None, None) => Ok(None),
        (Some(projects @ 1..=1_000_000), Some(out)) => {
            let projects = projects as usize;
            let corpus = Corpus {
                projects,
                seed,
                samples,
            };
            Ok(Some((corpus, out)))
        }
        (Some(0 | 1_000_001..), _) => Err("--projects is 1 to 1000000".to_owned()),
        _ => Err("--projects and --out belong together".to_owned()),
    }
}

/// Writes all files below a folder, which must be empty or not there, and says how many they were.
fn write(corpus: &Corpus, out: &Path) -> io::Result<usize> {
    if fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_some()) {
        let why = "the folder is not empty: files of another corpus would be mixed with this one's";
        return Err(io::Error::other(why));
    }
    let mut folders: HashSet<PathBuf> = HashSet::new();
    let (mut files, mut done) = (0, Ok(()));
    corpus.make(&mut |path, bytes| {
        if done.is_ok() {
            done = write_file(&out.join(path), bytes, &mut folders);
            files += 1;
        }
    });
    done.map(|()| files)
}

fn write_file(path: &Path, bytes: &[u8], folders: &mut HashSet<PathBuf>) -> io::Result<()> {
    if let Some(folder) = path.parent()
        && !folders.contains(folder)
    {
        fs::create_dir_all(folder)?;
        folders.insert(folder.to_owned());
    }
    fs::write(path, bytes)
}
