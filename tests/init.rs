//! `tagzym init`: a new portal is checked and built at once, in each language and of one region; a folder with anything in
//! it stays as it is.

use std::process::{Command, Output};

use crate::support::Site;

fn tagzym(site: &Site, args: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_tagzym");
    let mut command = Command::new(program);
    command.args(args).current_dir(site.root());
    command.stdin(std::process::Stdio::null()).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A new portal, begun with these options.
fn begun(options: &[&str]) -> Site {
    let site = Site::empty();
    let output = tagzym(&site, &[&["init", "--yes"], options].concat());
    assert!(output.status.success(), "{}", said(&output));
    site
}

fn is_sound(site: &Site) {
    let output = tagzym(site, &["check", "--strict", "--ui-lang", "en"]);
    assert!(output.status.success(), "{}", said(&output));
}

#[test]
fn a_new_portal_is_sound_in_the_language_of_its_editor_and_of_its_readers() {
    for (ui, languages) in [("kk", "kk,ru,en"), ("ru", "ru"), ("en", "en,kk")] {
        let site = begun(&["--ui-lang", ui, "--languages", languages]);
        is_sound(&site);
        let settings = site.read("site.toml");
        let comment = match ui {
            "kk" => "# Порталдың өз тілдеріндегі атауы.",
            "ru" => "# Название портала на его языках.",
            _ => "# The name of the site, in the languages that it has.",
        };
        assert!(settings.contains(comment), "{settings}");
        let (head, described) = match ui {
            "kk" => ("# Көмек түрлері.", "Меценаттың id мәні."),
            "ru" => ("# Виды помощи.", "Id мецената."),
            _ => ("# Kinds of help.", "The id of the patron."),
        };
        assert!(site.read("content/objects/objects.yaml").starts_with(head));
        assert!(site.read("schemas/award.schema.json").contains(described));
    }
}

/// Its texts say the same in each language, and are marked as the command marks them.
#[test]
fn a_new_portal_has_nothing_left_to_translate() {
    for languages in ["kk,ru,en", "en,kk"] {
        let site = begun(&["--languages", languages]);
        let output = tagzym(&site, &["translations", "--json"]);
        let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let todo = told["todo"].as_array().unwrap();
        let texts = todo
            .iter()
            .filter(|of| of["file"].as_str().unwrap().ends_with(".md"));
        assert_eq!(texts.collect::<Vec<_>>(), Vec::<&serde_json::Value>::new());
    }
}

#[test]
fn a_portal_of_one_region_is_built_and_says_so() {
    let name = "A \"quoted\" {name}";
    let site = begun(&[
        "--languages",
        "ru,en",
        "--title-en",
        name,
        "--region",
        "Акмолинская область",
        "--ci",
        "github",
    ]);
    is_sound(&site);
    let built = site.build();
    let home = built.read("ru/index.html");
    assert!(home.contains("Передано в Акмолинской области"));
    assert!(home.contains("id=\"by-district\"") && !home.contains("id=\"by-region\""));
    assert!(!home.contains("по всему Казахстану"));
    // Of other regions there is nothing to compare with, and nothing to be complete.
    let pages = built.pages();
    assert!(!pages.contains_key("ru/compare/index.html"));
    for (path, page) in &pages {
        assert!(!page.contains("/compare/"), "{path}");
        for words in ["всех регионов описаны", "оценка регионов"] {
            assert!(!page.contains(words), "{path}: {words}");
        }
    }
    let complete = &pages["ru/completeness/index.html"];
    assert!(complete.contains("id=\"by-year\"") && !complete.contains("id=\"by-region\""));
    assert!(
        built
            .read("en/index.html")
            .contains("Delivered in Akmola Region")
    );
    assert!(
        site.read(".github/workflows/pages.yml")
            .contains("vars.TAGZYM")
    );
    // What is elsewhere is told.
    site.edit(
        "content/projects/sample-gym.ru.md",
        "region: akmola\n",
        "region: almaty\n",
    );
    site.edit(
        "content/projects/sample-gym.ru.md",
        "district: kokshetau\n",
        "",
    );
    let output = tagzym(&site, &["check", "--strict", "--ui-lang", "en"]);
    assert!(said(&output).contains("T0264"), "{}", said(&output));
}

#[test]
fn a_region_is_named_as_people_name_it() {
    for (named, id) in [
        ("Астана", "astana"),
        ("Алматы", "almaty"),
        ("Алматы облысы", "almaty-region"),
        ("Алматы обл.", "almaty-region"),
        ("Almaty city", "almaty"),
        ("СКО", "north-kazakhstan"),
        ("Акмола", "akmola"),
        ("Ақмола", "akmola"),
        ("Akmola", "akmola"),
        ("Акмолинская", "akmola"),
        ("г. Шымкент", "shymkent"),
    ] {
        let site = begun(&["--region", named]);
        let scope = format!("\nscope = \"{id}\"\n");
        assert!(site.read("site.toml").contains(&scope), "{named}");
    }
}

#[test]
fn three_lines_are_a_site() {
    let settings = "title = {kk = \"Ауыл\"}\nbase_url = \"https://auyl.example\"\nlanguages = [\"kk\", \"ru\"]\n";
    let site = Site::empty().with("site.toml", settings);
    is_sound(&site);
}

#[test]
fn a_folder_that_is_not_empty_stays_as_it_is() {
    let site = Site::empty().with("notes.txt", "mine");
    let output = tagzym(&site, &["init", "--yes", "--ui-lang", "ru"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("notes.txt"), "{}", said(&output));
    assert!(!site.path("site.toml").exists());
    // A repository that was just made is empty.
    let site = Site::empty().with(".git/config", "");
    assert!(tagzym(&site, &["init", "--yes"]).status.success());
}

#[test]
fn what_cannot_be_is_refused_before_anything_is_written() {
    for (options, told) in [
        (
            vec!["--yes", "--region", "Акмала"],
            "there is no region “Акмала”. Did you mean Akmola Region (akmola)?",
        ),
        (
            vec!["--yes", "--region", "Северный Казахстан"],
            "north-kazakhstan",
        ),
        (vec!["--yes", "--title-ru", "**Ауыл**"], "Markdown"),
        (vec!["--yes", "--languages", "kk,de"], "kk,de"),
        (vec!["--yes", "--title-kk", ""], "300"),
        (
            vec!["--yes", "--region", "south-kazakhstan"],
            "south-kazakhstan",
        ),
        // Nobody is there to be asked.
        (vec![], "--yes"),
    ] {
        let site = Site::empty();
        let output = tagzym(
            &site,
            &[&["init", "--ui-lang", "en"], &options[..]].concat(),
        );
        assert_eq!(output.status.code(), Some(2), "{options:?}");
        assert!(
            said(&output).contains(told),
            "{options:?}: {}",
            said(&output)
        );
        assert!(!site.path("site.toml").exists());
    }
}
