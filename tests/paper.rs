//! Pages on paper: a real browser prints five kinds of page, and every figure of the page stands whole in the text of the
//! PDF.
//!
//! Needs Debian's chromium, chromedriver and poppler-utils, which `.ci/run` installs.

use std::fs;
use std::io::ErrorKind;
use std::process::Command;

use crate::support::Site;
use crate::support::browser::Browser;
use crate::support::host::host;
use crate::support::skipped::skipped;
use serde_json::Value;

/// A page of each kind. In English no digit before an amount can be taken for a part of it.
const PAGES: [&str; 5] = [
    "regions/almaty-region/",
    "patrons/ulgi-qurylys/",
    "projects/road-to-science/",
    "totals/",
    "awards/national-list-2024/",
];

/// The figures of the page, as they are written.
const FIGURES: &str =
    "return [...document.querySelectorAll('main data')].map((one) => one.textContent)";

/// The text of a PDF; none where there is no pdftotext.
fn text_of(pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("page.pdf");
    fs::write(&file, pdf).unwrap();
    let done = Command::new("pdftotext")
        .arg("-raw")
        .arg(&file)
        .arg("-")
        .output();
    let done = match done {
        Err(reason) if reason.kind() == ErrorKind::NotFound => return None,
        done => done.unwrap(),
    };
    assert!(done.status.success(), "{done:?}");
    Some(String::from_utf8(done.stdout).unwrap())
}

/// A text without white space: a line may end where a space is.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The amounts in an English text: «₸1,500,000».
fn amounts(text: &str) -> Vec<&str> {
    let rests = text.split('₸').skip(1);
    let digits = |rest: &str| {
        rest.find(|one: char| !one.is_ascii_digit() && one != ',')
            .unwrap_or(rest.len())
    };
    // A comma behind the digits belongs to the sentence.
    rests
        .map(|rest| rest[..digits(rest)].trim_end_matches(','))
        .collect()
}

/// The figures of a page that its PDF has not, or not as often.
fn missing(browser: &Browser) -> Option<Vec<String>> {
    let figures = browser.run(FIGURES);
    let figures = figures.as_array().unwrap().iter();
    let figures: Vec<&str> = figures.filter_map(Value::as_str).collect();
    let paper = text_of(&browser.pdf())?;
    let on_paper = amounts(&paper);
    let paper_squeezed = squeezed(&paper);
    let wanted: Vec<&str> = figures.iter().flat_map(|one| amounts(one)).collect();
    let is_missing = |figure: &&&str| match amounts(figure)[..] {
        [amount] if !amount.is_empty() => {
            let often = |list: &[&str]| list.iter().filter(|&&one| one == amount).count();
            often(&on_paper) < often(&wanted)
        }
        _ => !paper_squeezed.contains(&squeezed(figure)),
    };
    let missing = figures.iter().filter(is_missing);
    Some(missing.map(ToString::to_string).collect())
}

#[test]
fn no_figure_is_lost_on_paper() {
    let test = "no_figure_is_lost_on_paper";
    let Some(browser) = Browser::start(test) else {
        return;
    };
    // A table wider than the sheet: its last amount has to be missed, or none would be anywhere.
    let cells: String = (1..40)
        .map(|nth| format!("<td><data>₸{nth},000,000</data></td>"))
        .collect();
    browser.open(&format!(
        "data:text/html;charset=utf-8,<main><table><tr>{cells}</tr></table></main>"
    ));
    let Some(found) = missing(&browser) else {
        skipped(test, "no pdftotext (Debian: poppler-utils)");
        return;
    };
    assert!(found.contains(&"₸39,000,000".to_owned()), "{found:?}");
    let base = host(Site::portal().build().prepared.clone());
    let mut amounts_seen = 0;
    for page in PAGES {
        for lang in ["en", "kk"] {
            browser.open(&format!("{base}/{lang}/{page}"));
            assert_eq!(missing(&browser), Some(Vec::new()), "{lang}/{page}");
            let figures = browser.run(FIGURES);
            amounts_seen += figures.as_array().unwrap().len();
        }
    }
    assert!(amounts_seen > 500, "only {amounts_seen} figures");
}
