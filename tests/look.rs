//! What a reader sees of the portal's own pages: drawn covers, figures that say what is not known, and how light pages are.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{LazyLock, Mutex};

use tagzym::{BuildOptions, Preparation, Rendered, Samples, has_errors, prepare, render_all};

/// Every file of the portal that is text, and how long the copied ones are.
struct Built {
    texts: BTreeMap<String, String>,
    lengths: BTreeMap<String, usize>,
}

impl Built {
    fn pages(&self) -> impl Iterator<Item = (&str, &str)> {
        let pages = self.texts.iter();
        pages
            .filter(|(path, _)| path.ends_with(".html"))
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }
}

/// The portal as it is published; made once for all tests.
static PORTAL: LazyLock<Built> = LazyLock::new(|| portal(Samples::Show));

fn portal(samples: Samples) -> Built {
    let options = BuildOptions {
        samples: Some(samples),
        ..BuildOptions::default()
    };
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/portal"));
    let Preparation {
        sources,
        prepared,
        diagnostics,
    } = prepare(root, &options);
    assert!(!has_errors(&diagnostics));
    let built = Mutex::new(Built {
        texts: BTreeMap::new(),
        lengths: BTreeMap::new(),
    });
    let put = |path: &str, rendered: Rendered<'_>| -> Result<(), String> {
        let mut built = built.lock().unwrap();
        match rendered {
            Rendered::Text(text) => {
                built.texts.insert(path.to_owned(), text);
            }
            copied => {
                let length = copied.into_bytes()?.len();
                built.lengths.insert(path.to_owned(), length);
            }
        }
        Ok(())
    };
    let made = render_all(&prepared.unwrap(), &sources, put).unwrap();
    assert!(!has_errors(&made.diagnostics));
    built.into_inner().unwrap()
}

/// The parts of a page that begin with `start` and end with `end`.
fn parts<'a>(page: &'a str, start: &'a str, end: &'a str) -> impl Iterator<Item = &'a str> {
    page.split(start)
        .skip(1)
        .map(move |rest| rest.split(end).next().unwrap_or(rest))
}

#[test]
fn every_cover_shows_what_it_is_about() {
    let built = &*PORTAL;
    let mut covers = 0;
    for (path, page) in built.pages() {
        for cover in parts(page, "<svg class=\"cover", "</svg>") {
            covers += 1;
            assert!(
                cover.contains("<use class=\"sign\""),
                "{path}: a cover without a sign:{cover}"
            );
        }
        for image in parts(page, "<img ", ">") {
            let is_sized = image.contains(" width=\"") && image.contains(" height=\"");
            assert!(is_sized, "{path}: <img {image}> takes unknown room");
        }
    }
    assert!(covers > 100, "only {covers} covers");
}

#[test]
fn pages_are_light() {
    let built = &*PORTAL;
    for lang in ["kk", "ru", "en"] {
        let home = &built.texts[&format!("{lang}/index.html")];
        assert!(home.len() < 60_000, "{lang}: {} bytes", home.len());
    }
    let scripts = built.lengths.iter();
    let scripts = scripts.filter(|(path, _)| path.ends_with(".js"));
    let bytes: usize = scripts.map(|(_, length)| length).sum();
    assert!(bytes < 15_000, "scripts have {bytes} bytes");
}

#[test]
fn a_portal_without_projects_never_shows_zero_for_what_it_does_not_know() {
    let built = portal(Samples::Hide);
    let zero = ["0 ₸", "0\u{a0}₸", "₸0"];
    for (path, page) in built.pages() {
        for figure in parts(page, "<data ", "</data>") {
            let shown = figure.split_once('>').map_or("", |(_, shown)| shown);
            assert!(!zero.contains(&shown), "{path}: <data {figure}");
        }
    }
    let home = &built.texts["ru/index.html"];
    assert!(
        home.contains("id=\"reported\""),
        "what was reported stands on home"
    );
    assert!(!home.contains("<section aria-labelledby=\"newest-title\""));
}
