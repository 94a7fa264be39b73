//! Three languages, each as if it were the first: what is missing is shown and told, what is stale is said mildly, and an
//! editor marks what has been brought up to date.

#[allow(dead_code)]
mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use support::{site, write};
use tagzym::{BuildOptions, has_errors, prepare};

/// The pages of a site by their path; it has to be sound.
fn pages(root: &Path) -> BTreeMap<String, String> {
    let site = prepare(root, &BuildOptions::default());
    let prepared = site.prepared.expect("the site can be prepared");
    assert!(!has_errors(&site.diagnostics), "{:#?}", site.diagnostics);
    let pages = prepared.paths().filter(|path| path.ends_with(".html"));
    pages
        .map(|path| {
            let bytes = prepared.bytes_at(path).expect("every page can be made");
            (path.to_owned(), String::from_utf8(bytes).unwrap())
        })
        .collect()
}

/// What is left to translate into a language: the state of each file and its path.
fn todo(root: &Path, lang: &str) -> Vec<(String, String)> {
    let json = stdout(&tagzym(root, &["translations", "--json", "--lang", lang]));
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let text = |item: &serde_json::Value, key: &str| item[key].as_str().unwrap().to_owned();
    let items = json["todo"].as_array().unwrap().iter();
    items
        .map(|item| (text(item, "state"), text(item, "file")))
        .collect()
}

fn tagzym(root: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tagzym"))
        .args(arguments)
        .arg("--root")
        .arg(root)
        .output()
        .unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A copy of the portal's own content, without the files that `leave_out` names.
fn portal_without(leave_out: impl Fn(&str) -> bool) -> (tempfile::TempDir, Vec<String>) {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/portal"));
    let copy = tempfile::tempdir().unwrap();
    let mut left_out = Vec::new();
    for file in walkdir::WalkDir::new(root.join("content"))
        .into_iter()
        .flatten()
    {
        if !file.file_type().is_file() {
            continue;
        }
        let path = file.path().strip_prefix(root).unwrap();
        let name = path.to_str().unwrap().to_owned();
        if leave_out(&name) {
            left_out.push(name);
            continue;
        }
        let to = copy.path().join(path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(file.path(), to).unwrap();
    }
    fs::copy(root.join("site.toml"), copy.path().join("site.toml")).unwrap();
    left_out.sort();
    (copy, left_out)
}

/// The values of all figures that the portal itself shows: the prose is left out, which may name some or not.
fn figures(page: &str) -> Vec<String> {
    let mut text = page.to_owned();
    while let Some(start) = text.find("<div class=\"prose\"") {
        let mut depth = 0;
        let mut at = start;
        loop {
            let open = text[at..].find("<div").map(|next| at + next);
            let close = at + text[at..].find("</div>").expect("divs are closed");
            match open.filter(|&open| open < close) {
                Some(open) => {
                    depth += 1;
                    at = open + 4;
                }
                None => {
                    depth -= 1;
                    at = close + 6;
                }
            }
            if depth == 0 {
                break;
            }
        }
        text.replace_range(start..at, "");
    }
    let figures = text.split("<data ").skip(1);
    figures
        .map(|rest| rest.split("</data>").next().unwrap_or_default().to_owned())
        .collect()
}

fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let rest = text.split_once(from).map_or("", |(_, rest)| rest);
    rest.split_once(to).map_or(rest, |(part, _)| part)
}

#[test]
fn without_english_texts_the_english_site_is_whole_and_the_report_names_each() {
    let (all, _) = portal_without(|_| false);
    let (none, left_out) = portal_without(|path| path.ends_with(".en.md"));
    assert!(left_out.len() > 20, "{left_out:?}");
    let before = pages(all.path());
    let after = pages(none.path());
    let english = |pages: &BTreeMap<String, String>| -> BTreeSet<String> {
        pages
            .keys()
            .filter(|path| path.starts_with("en/"))
            .cloned()
            .collect()
    };
    assert_eq!(english(&before), english(&after));
    let mut untranslated = 0;
    for path in english(&after) {
        let (old, new) = (&before[&path], &after[&path]);
        let menu = |page: &str| between(page, "<nav class=\"menu\"", "</nav>").to_owned();
        assert_eq!(menu(old), menu(new), "{path}");
        assert_eq!(figures(old), figures(new), "{path}");
        assert!(new.contains("<html lang=\"en\">"), "{path}");
        if new.contains("has not been translated into English yet") {
            untranslated += 1;
            assert!(new.contains("<h1><span lang=\""), "{path}");
            assert!(new.contains("<div class=\"prose\" lang=\""), "{path}");
            assert!(!new.contains("hreflang=\"en\" href=\"http"), "{path}");
            assert!(
                new.contains("<meta name=\"robots\" content=\"noindex\">"),
                "{path}"
            );
            let canonical = between(new, "<link rel=\"canonical\" href=\"", "\"");
            assert!(!canonical.contains("/en/"), "{path}: {canonical}");
        }
    }
    assert!(untranslated > 20, "{untranslated}");
    let todo = todo(none.path(), "en");
    let missing: BTreeSet<&str> = todo
        .iter()
        .filter(|(state, _)| state == "missing")
        .map(|(_, file)| file.as_str())
        .collect();
    let unnamed: Vec<&String> = left_out
        .iter()
        .filter(|path| !missing.contains(path.as_str()))
        .collect();
    assert_eq!(unnamed, Vec::<&String>::new());
    let text = stdout(&tagzym(none.path(), &["translations", "--lang", "en"]));
    for path in &left_out {
        assert!(text.contains(path.as_str()), "{path} is not in\n{text}");
    }
}

/// A site of one page in two languages.
fn small() -> tempfile::TempDir {
    site(&[
        (
            "site.toml".to_owned(),
            "base_url = \"https://tagzym.example\"\ntheme = \"tagzym\"\nlanguages = [\"kk\", \"ru\", \"en\"]\ndefault_language = \"kk\"\n[title]\nkk = \"Сайт\"\nru = \"Сайт\"\nen = \"Site\"\n".to_owned(),
        ),
        (
            "content/pages/about.kk.md".to_owned(),
            "---\ntitle: Портал туралы\n---\nБірінші.\n".to_owned(),
        ),
    ])
}

#[test]
fn a_marked_translation_is_stale_when_its_original_has_changed() {
    let folder = small();
    let root = folder.path();
    let translation = root.join("content/pages/about.en.md");
    let before = "\u{FEFF}---\r\ntitle:  About  # of the portal\r\n---\r\nThe first. \r\n";
    fs::write(&translation, before).unwrap();
    let mark = || {
        tagzym(
            root,
            &["translations", "--mark", "content/pages/about.en.md"],
        )
    };
    assert!(mark().status.success());
    let after = fs::read_to_string(&translation).unwrap();
    let line = between(&after, "portal\r\n", "---").to_owned();
    assert!(line.starts_with("source: {lang: kk, digest: \""), "{line}");
    assert_eq!(after.replace(&line, ""), before);
    let states = |lang: &str| {
        let pages = pages(root);
        let states = todo(root, lang);
        let stale = |page: &str| pages[page].contains("class=\"hint stale\"");
        (
            states,
            stale("en/about/index.html"),
            stale("kk/about/index.html"),
        )
    };
    assert_eq!(states("en"), (Vec::new(), false, false));
    write(
        root,
        "content/pages/about.kk.md",
        "---\ntitle: Портал туралы\n---\nЕкінші.\n",
    );
    let file = "content/pages/about.en.md".to_owned();
    assert_eq!(
        states("en"),
        (vec![("stale".to_owned(), file)], true, false)
    );
    let json = stdout(&tagzym(root, &["translations", "--json", "--lang", "en"]));
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["todo"][0]["state"], "stale");
    assert_eq!(json["todo"][0]["original"], "content/pages/about.kk.md");
    assert_eq!(json["languages"][0]["kinds"][0]["stale"], 1);
    // The Russian reader gets a text whose own original has changed only if it is the English one.
    let missing = "content/pages/about.ru.md".to_owned();
    assert_eq!(states("ru").0, [("missing".to_owned(), missing)]);
    assert!(mark().status.success());
    assert_eq!(states("en"), (Vec::new(), false, false));
    let again = fs::read_to_string(&translation).unwrap();
    assert_eq!(again.len(), after.len());
    assert_ne!(again, after);
}

#[test]
fn what_is_no_translation_is_not_marked() {
    let folder = small();
    let root = folder.path();
    let original = fs::read_to_string(root.join("content/pages/about.kk.md")).unwrap();
    for file in ["content/pages/about.kk.md", "site.toml", "nothing.md"] {
        let done = tagzym(root, &["translations", "--mark", file]);
        assert_eq!(done.status.code(), Some(1), "{file}");
        assert!(!done.stderr.is_empty());
    }
    assert_eq!(
        fs::read_to_string(root.join("content/pages/about.kk.md")).unwrap(),
        original
    );
}

#[test]
fn a_site_has_its_own_words() {
    let folder = small();
    write(
        folder.path(),
        "content/locales/en/own.ftl",
        "nav-regions = Provinces\n",
    );
    let pages = pages(folder.path());
    assert!(pages["en/index.html"].contains(">Provinces</a>"));
    assert!(pages["ru/index.html"].contains(">Регионы</a>"));
}

#[test]
fn letters_lead_to_their_first_name() {
    let folder = small();
    let root = folder.path();
    write(
        root,
        "content/regions/r.yaml",
        "id: r\nname: {kk: Өңір, ru: Регион, en: Region}\n",
    );
    let mut patrons = String::new();
    let names = "А Ә Б В Г Ғ Д Е Ж З И К Қ Л М Н Ң О Ө П Р С Т У Ұ Ү Ф Х Һ Ц Ч Ш І Э Ю Я Z 7";
    for (number, letter) in names.split(' ').flat_map(|letter| [letter; 2]).enumerate() {
        patrons += &format!(
            "- {{id: p{number}, kind: company, region: r, name: {{kk: {letter}лма, ru: {letter}лма, en: Alma {letter}}}}}\n"
        );
    }
    write(root, "content/patrons/p.yaml", &patrons);
    let pages = pages(root);
    for (lang, links, letters) in [("kk", 38, 42 + 2), ("ru", 38, 41 + 2), ("en", 1, 26)] {
        let list = &pages[&format!("{lang}/patrons/index.html")];
        let index = between(list, "<nav class=\"letters\"", "</nav>");
        let shown = index.matches("<li>").count();
        assert_eq!(shown, letters, "{lang}: {index}");
        let urls: Vec<&str> = index
            .split("href=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap())
            .collect();
        assert_eq!(urls.len(), links, "{lang}: {index}");
        for url in urls {
            let (page, anchor) = url.split_once('#').unwrap();
            let page = &pages[&format!("{}index.html", page.trim_start_matches('/'))];
            assert_eq!(
                page.matches(&format!("id=\"{anchor}\"")).count(),
                1,
                "{url}"
            );
        }
    }
}
