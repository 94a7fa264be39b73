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

/// The plain theme has no parent that would bring the word.
#[test]
fn a_theme_that_lacks_a_word_of_the_program_is_named() {
    let site = Site::golden("sums");
    assert_eq!(site.check_words(), Vec::<String>::new());
    for lang in ["kk", "ru", "en"] {
        let words = format!("themes/plain/locales/{lang}/words.ftl");
        site.edit(&words, "\nrow-joint = ", "\n# row-joint = ");
    }
    let told = [
        "T0415 themes/plain/theme.toml",
        "  The theme lacks the message “row-joint”, for which the program asks",
        "  = Add it in every language: to the theme’s locales/ or to content/locales/.",
    ];
    assert_eq!(site.check_words(), [told.join("\n")]);
    for command in ["check", "build"] {
        let run = site.run(&[command]);
        assert_eq!(run.code, 1, "{}", run.err);
        assert!(run.err.contains("row-joint"), "{}", run.err);
    }
    site.write("content/locales/kk/own.ftl", "row-joint = бірлесіп\n");
    let told = site.check();
    let told: Vec<&str> = told.iter().map(String::as_str).collect();
    let missing = "T0406 content/locales/kk/own.ftl:1:1";
    assert_eq!(told, [missing; 2], "in the other two languages");
}
