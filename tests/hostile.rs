//! Bad input: every file of `tests/hostile/` is a small site with mistakes, and the exact places that must be named,
//! each with its English sentence and what helps to mend it.
//!
//! The files of a case are put over `tests/hostile/base.site`, a site without mistakes. Set `UPDATE=1` to write down
//! what is found now; then read the difference before you keep it.

mod support;

use std::fs;

use support::{Site, golden, hostile_cases, read_case};

#[test]
fn every_mistake_is_named_at_its_place() {
    let sound = Site::base().check_words();
    assert_eq!(sound, Vec::<String>::new(), "the base has to be sound");
    let mut wrong = Vec::new();
    for path in hostile_cases() {
        let text = fs::read_to_string(&path).unwrap();
        let found = Site::base().with_all(read_case(&text)).check_words();
        let kept = text.split("\n== expect").next().unwrap_or("");
        let found: String = found.iter().map(|line| format!("{line}\n")).collect();
        let made = format!("{kept}\n== expect\n{found}");
        wrong.extend(golden::difference(&path, Some(made.as_bytes())));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
