//! Allocations: a build of a thousand projects makes hardly more of them than when they were last counted.
//!
//! Counted, not timed: on one thread they are the same on any machine, however busy. What makes a build slow without more of them is
//! told by `benches/README.md`. The program runs twice: it makes a corpus, and calls itself as a build whose allocator counts.

// Each file that takes the maker leaves some of it out.
#[allow(dead_code)]
#[path = "../benches/corpus/maker/mod.rs"]
mod maker;

use std::alloc::System;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::{env, fs};

use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Set where the program is the build.
const COUNTING: &str = "TAGZYM_COUNTS_ALLOCATIONS";

/// What the line with the count begins with.
const SAID: &str = "allocations: ";

const CORPUS: maker::Corpus = maker::Corpus {
    projects: 1000,
    seed: 6,
    samples: false,
};

/// Allocations, and reallocations, of the build when they were last counted. Who makes them fewer counts anew.
const COUNTED: usize = 24_197_343;

/// So many hundredths more fail.
const MOST_MORE: usize = 10;

fn main() -> ExitCode {
    if env::var_os(COUNTING).is_some() {
        let region = Region::new(ALLOCATOR);
        let code = tagzym::run();
        let made = region.change();
        println!("{SAID}{}", made.allocations + made.reallocations);
        return code;
    }
    if is_left_out() {
        println!("test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 1 filtered out");
        return ExitCode::SUCCESS;
    }
    let folder = tempfile::tempdir().expect("a folder for the corpus");
    let (site, out) = (folder.path().join("site"), folder.path().join("out"));
    CORPUS.make(&mut |path, bytes| write(&site.join(path), bytes));
    let made = count(&site, &out);
    println!(
        "{made} allocations in a build of {} projects, {COUNTED} before",
        CORPUS.projects
    );
    let most = COUNTED + COUNTED * MOST_MORE / 100;
    if made > most {
        println!(
            "more than {most}: find what makes them, or count anew in {} and say why",
            file!()
        );
        println!("test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out");
        return ExitCode::FAILURE;
    }
    println!("test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out");
    ExitCode::SUCCESS
}

/// Whether tests are asked for by names that are not this one's, or only for their names.
fn is_left_out() -> bool {
    let given: Vec<String> = env::args().skip(1).collect();
    let mut names = given
        .iter()
        .filter(|given| !given.starts_with('-'))
        .peekable();
    let is_other =
        names.peek().is_some() && !names.any(|name| "allocations".contains(name.as_str()));
    is_other || given.iter().any(|given| given == "--list")
}

fn write(path: &Path, bytes: &[u8]) {
    let folder = path.parent().expect("a file stands in a folder");
    fs::create_dir_all(folder).expect("a folder");
    fs::write(path, bytes).expect("a file");
}

/// The allocations of a build on one thread.
fn count(site: &Path, out: &Path) -> usize {
    let program = env::current_exe().expect("this program");
    let mut build = Command::new(program);
    build.args(["build", "--quiet", "--root"]).arg(site);
    build.arg("--out").arg(out);
    build.env(COUNTING, "1").env("RAYON_NUM_THREADS", "1");
    let built = build.output().expect("this program runs");
    let said = String::from_utf8_lossy(&built.stdout).into_owned();
    let why = String::from_utf8_lossy(&built.stderr);
    assert!(built.status.success(), "{said}{why}");
    let count = said.lines().find_map(|line| line.strip_prefix(SAID));
    count.and_then(|count| count.parse().ok()).expect(&said)
}
