//! The functions of `fuzz/` on a stable compiler: texts of the portal's frozen copy and of the hostile cases, changed at
//! random, are read and what is wrong with them is shown; nothing panics, and nothing takes long.
//!
//! `FUZZ_SECONDS=300 cargo test --release --test integration fuzz_smoke::` looks for longer; `FUZZ_SEED` begins elsewhere.

#[path = "../fuzz/entries.rs"]
mod entries;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use crate::support::{Site, read_case, repository, tree};
use entries::ENTRIES;
use fastrand::Rng;

/// The longest that one text may take, in a debug build on a busy machine.
const TIME: Duration = Duration::from_secs(10);

/// What breaks parsers: marks of YAML, TOML, Markdown and HTML, odd numbers, odd letters.
const PIECES: [&str; 72] = [
    "\n",
    "\n\n",
    " ",
    "  ",
    "\t",
    "\r",
    "- ",
    ": ",
    ":",
    "? ",
    "| ",
    "|\n",
    ">\n",
    ">-\n  ",
    "&a ",
    "*a",
    "*a ",
    "!x ",
    "!!binary ",
    "<<: ",
    "{",
    "}",
    "[",
    "]",
    ",",
    "\"",
    "'",
    "\\",
    "\\u001b",
    "\\x",
    "#",
    " #",
    "%",
    "@",
    "`",
    "```",
    "~~~",
    "---\n",
    "...\n",
    "---",
    "~",
    "null",
    "true",
    "0x10",
    "1e999",
    ".nan",
    "-0",
    "99999999999999999999999999999999999999999",
    "2018-02-30",
    "1 000",
    "[](@patron/a)",
    "[](@total?region=a&by=",
    "![](@chart?by=",
    "![](",
    "](",
    "](<",
    "[^a]",
    "[^a]: ",
    "<b>",
    "<!--",
    "&#0;",
    "&amp",
    "==\n",
    "|a|\n|-|\n",
    "* ",
    "1. ",
    "\u{feff}",
    "и\u{306}",
    "\u{202e}",
    "𝄞",
    "\u{2028}",
    "Ә",
];

fn mutate(random: &mut Rng, text: &str, other: &str) -> String {
    let mut letters: Vec<char> = text.chars().take(1500).collect();
    for _ in 0..1 + random.usize(..5) {
        let at = random.usize(..letters.len() + 1);
        let end = (at + 1 + random.usize(..20)).min(letters.len());
        match random.usize(..7) {
            0 => drop(letters.drain(at.min(end)..end)),
            1 => {
                let part: Vec<char> = letters[at.min(end)..end].to_vec();
                let times = 1 + random.usize(..30);
                for _ in 0..times {
                    letters.splice(at..at, part.iter().copied());
                }
            }
            2 => {
                let piece = PIECES[random.usize(..PIECES.len())];
                let many = [1, 1, 1, 2, 100][random.usize(..5)];
                letters.splice(at..at, piece.repeat(many).chars());
            }
            3 if at < letters.len() => {
                let odd = char::from_u32(random.u32(..0x11_0000));
                letters[at] = odd.unwrap_or('\u{0}');
            }
            4 => letters.truncate(at),
            5 => {
                let from = random.usize(..other.chars().count().max(1));
                let part: Vec<char> = other.chars().skip(from).take(random.usize(..80)).collect();
                letters.splice(at..at, part);
            }
            _ => {
                let to = random.usize(..letters.len() + 1 - (end - at.min(end)));
                let part: Vec<char> = letters.drain(at.min(end)..end).collect();
                letters.splice(to..to, part);
            }
        }
    }
    letters.truncate(4000);
    letters.into_iter().collect()
}

/// The texts to begin with: the portal's own files, and those of the hostile cases.
fn corpus() -> Vec<String> {
    let texts_of = |folder: &str| {
        let files = tree(&repository(folder)).into_values();
        files.filter_map(|bytes| String::from_utf8(bytes).ok())
    };
    let mut texts: Vec<String> = texts_of("tests/portal/content").step_by(5).collect();
    for case in texts_of("tests/hostile") {
        let files = read_case(&case).into_iter();
        texts.extend(files.map(|(_, text)| text.trim_start_matches("---\n").to_owned()));
    }
    texts.push(Site::portal().read("site.toml"));
    // What an earlier run found.
    texts.extend(FOUND.map(str::to_owned));
    texts
}

/// Texts that once did harm.
const FOUND: [&str; 1] = [
    // Aliases that grow up to just below the parser's own limit: seconds.
    "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n\
     d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n\
     g: &g [*f,*f,*f,*f,*f,*f,*f,*f,*f]\nh: &h [*g,*g,*g,*g,*g,*g,*g,*g,*g]\ni: &i [*h,*h,*h,: b, *h,*h,*h,*h]\n",
];

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn texts_changed_at_random_do_no_harm() {
    let corpus = corpus();
    assert!(corpus.len() > 200);
    let seconds = number("FUZZ_SECONDS");
    let mut random = Rng::with_seed(number("FUZZ_SEED").unwrap_or(1));
    let start = Instant::now();
    let goes_on = |round: u64| match seconds {
        Some(seconds) => start.elapsed().as_secs() < seconds,
        None => round < 1000,
    };
    let mut round = 0;
    let mut harm = Vec::new();
    let calm = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    while goes_on(round) && harm.len() < 10 {
        let text = &corpus[random.usize(..corpus.len())];
        let other = &corpus[random.usize(..corpus.len())];
        let text = mutate(&mut random, text, other);
        let (name, entry) = ENTRIES[round as usize % ENTRIES.len()];
        let begun = Instant::now();
        let done = catch_unwind(AssertUnwindSafe(|| entry(&text)));
        if let Err(why) = done {
            let words = why.downcast_ref::<String>().cloned();
            let words = words.or_else(|| why.downcast_ref::<&str>().map(|&why| why.to_owned()));
            harm.push(format!("{name}: {}\n{text:?}", words.unwrap_or_default()));
        } else if begun.elapsed() > TIME {
            harm.push(format!("{name}: {:?}\n{text:?}", begun.elapsed()));
        }
        round += 1;
    }
    std::panic::set_hook(calm);
    println!("{round} texts in {:?}", start.elapsed());
    assert!(harm.is_empty(), "{}", harm.join("\n\n"));
}
