//! Bad input that takes more than a few lines to write down, or is first seen when pages are made.
//!
//! What a few lines can hold is a case in `tests/hostile/`: a small site with mistakes, put over `tests/hostile/base.site`, and the exact
//! places that must be named, each with its English sentence and what helps to mend it. `tests/inside/messages.rs` tries them.

use crate::support::Site;

#[test]
fn the_base_of_all_cases_is_sound() {
    assert_eq!(Site::base().check_words(), Vec::<String>::new());
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

#[test]
fn of_more_than_ten_thousand_mistakes_in_a_file_the_rest_is_not_told() {
    const MOST: usize = 10_000;
    let records = |rows| "- x\n".repeat(rows);
    let prose = |links| "---\ntitle: A\n---\n\n".to_owned() + &"[](@patron/x)\n".repeat(links);
    let found = |path: &str, text| Site::base().with(path, text).check();
    let directions = "content/directions/x.yaml";
    let page = "content/pages/x.kk.md";
    for (path, text, more) in [
        (
            directions,
            &records as &dyn Fn(usize) -> String,
            format!("T0011 {directions}"),
        ),
        (page, &prose, format!("T0011 {page}:1:1")),
    ] {
        let all = found(path, text(MOST));
        assert_eq!(all.len(), MOST, "{path}");
        let mut told = found(path, text(MOST + 2));
        told.retain(|line| !all.contains(line));
        assert_eq!(told, [more]);
    }
}

#[test]
fn a_template_that_asks_for_what_a_page_does_not_have_is_named() {
    let site = Site::base()
        .with(
            "themes/own/theme.toml",
            "name = \"own\"\nparent = \"tagzym\"\n",
        )
        .with(
            "themes/own/templates/not-found.html",
            "<p>\n{{ page.author.name }}\n",
        );
    site.edit("site.toml", "theme = \"tagzym\"", "theme = \"own\"");
    let done = site.run(&["check", "--ui-lang", "en", "--color", "never"]);
    for lang in ["kk", "ru", "en"] {
        let named = format!(
            "error[T0404]: The page {lang}/404.html cannot be made: Field `author` is not defined."
        );
        assert!(done.err.contains(&named), "{}", done.err);
    }
    let place = " --> themes/own/templates/not-found.html:2:9\n";
    assert_eq!(done.err.matches(place).count(), 3, "{}", done.err);
    assert_eq!(done.code, 1);
}
