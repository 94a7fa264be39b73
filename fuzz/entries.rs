//! What is fuzzed: each function takes any text, and holds what must be true of all that comes of it.
//!
//! Used by the targets of cargo-fuzz, and by `tests/fuzz_smoke.rs`, which needs no nightly compiler.

use tagzym::{At, Diagnostic, Lang, Language, Sources, Style, language, read_text, render};

/// A target: its name and what it does with a text.
pub type Entry = (&'static str, fn(&str));

pub const ENTRIES: [Entry; 4] = [
    ("front_matter", front_matter),
    ("records", records),
    ("markdown", markdown),
    ("settings", settings),
];

/// The text is what stands between the `---` lines, and may hold such lines itself.
pub fn front_matter(text: &str) {
    for section in ["projects", "news", "pages", "patrons"] {
        let text = format!("---\n{text}\n---\nText\n");
        read(&format!("content/{section}/a.kk.md"), &text);
    }
    read("content/pages/a.kk.md", text);
}

/// The text is a file of records of each kind.
pub fn records(text: &str) {
    for section in [
        "regions",
        "directions",
        "objects",
        "patrons",
        "awards",
        "figures",
        "corrections",
        "editions",
    ] {
        read(&format!("content/{section}/a.yaml"), text);
    }
}

/// The text is Markdown.
pub fn markdown(text: &str) {
    read(
        "content/pages/a.kk.md",
        &format!("---\ntitle: A\n---\n{text}"),
    );
}

/// The text is `site.toml`.
pub fn settings(text: &str) {
    read("site.toml", text);
}

fn read(path: &str, text: &str) {
    let (sources, found) = read_text(path, &as_disk_gives_it(text));
    show(&found, &sources);
}

/// Every mistake stands inside its text, and can be shown, without an escape code.
fn show(found: &[Diagnostic], sources: &Sources) {
    for diagnostic in found {
        for at in std::iter::once(&diagnostic.at).chain(&diagnostic.others) {
            if let At::Span(span) = at {
                let text = sources.text(span.source);
                let shown = text.and_then(|text| text.get(span.range.clone()));
                assert!(shown.is_some(), "{diagnostic:?}");
            }
        }
    }
    if found.is_empty() {
        return;
    }
    let style = Style {
        colour: false,
        lines: true,
        limit: 20,
    };
    WORDS.with(|words| {
        for words in words {
            let shown = render(found, sources, words, style);
            let control = shown.chars().find(|&c| c.is_control() && c != '\n');
            assert_eq!(control, None, "{shown:?}");
        }
    });
}

thread_local! {
    /// Made once: to read them takes longer than what is fuzzed.
    static WORDS: [Language; 3] = Lang::ALL.map(language);
}

/// In one form, without control characters.
fn as_disk_gives_it(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .map(|c| {
            if c.is_control() && !"\n\t".contains(c) {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect()
}
