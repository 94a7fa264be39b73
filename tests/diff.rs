//! What changed between two states of a site: manifests, `diff` in words and for machines, addresses to purge.

#[path = "diff/revisions.rs"]
mod revisions;
#[path = "diff/samples.rs"]
mod samples;
#[path = "diff/withdrawn.rs"]
mod withdrawn;

use crate::support;

use std::fs;
use std::process::Command;

use crate::support::{Run, Site, program, run};
use serde_json::Value;

/// The sound site, and a patron who gave alone, for a project that is called after him.
fn site() -> Site {
    Site::base()
        .with(
            "content/patrons/ospanov.yaml",
            "id: p-ospanov\nkind: person\nconsent: public\nname: {kk: Оспанов Серік, ru: Оспанов Серик, en: Serik Ospanov}\n\
             region: south\n",
        )
        .with(
            "content/projects/hall.kk.md",
            "---\ntitle: Зал\nregion: south\ndirection: charity\nstatus: completed\ncompleted: 2021\ncontributions:\n  \
             - {patron: p-ospanov, amount: 1777321, date: 2021-03-02}\n---\n",
        )
}

/// Builds into a folder beside the site's.
fn build(site: &Site, out: &str) -> Run {
    let out = site.path(out);
    let done = site.run(&["build", "--ui-lang", "en", "--out", out.to_str().unwrap()]);
    assert_eq!(done.code, 0, "{}", done.err);
    done
}

/// Compares two outputs of a site.
fn diff(site: &Site, old: &str, new: &str, options: &[&str]) -> Run {
    let [old, new] = [old, new].map(|out| site.path(out).to_str().unwrap().to_owned());
    site.run(&[&["diff", &old, &new], options].concat())
}

fn purge(site: &Site, options: &[&str]) -> String {
    let [old, new] = ["old", "new"].map(|out| site.path(out).to_str().unwrap().to_owned());
    let done = run(program().args(["purge-list", &old, &new]).args(options));
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    done.out
}

const GYM: &str = "content/projects/gym.kk.md";

#[test]
fn one_tenge_is_told_wherever_it_counts_and_nowhere_else() {
    let site = site();
    build(&site, "old");
    site.edit(GYM, "amount: 5000000", "amount: 5000001");
    let told = build(&site, "new");
    assert!(!told.err.contains("delivered in all:"), "{}", told.err);
    for (lang, expected) in [
        (
            "en",
            "\
Delivered in all: ₸7,777,321 → ₸7,777,322 (+₸1)
Regions
  North: delivered ₸6,000,000 → ₸6,000,001 (+₸1)
Years
  2020: delivered ₸6,000,000 → ₸6,000,001 (+₸1)
Directions
  Infrastructure: delivered ₸6,000,000 → ₸6,000,001 (+₸1)
Kinds of help
  School: delivered ₸6,000,000 → ₸6,000,001 (+₸1)
Districts
  North, district not stated: delivered ₸6,000,000 → ₸6,000,001 (+₸1)
Home regions of patrons
  North: delivered ₸5,000,000 → ₸5,000,001 (+₸1)
Patrons
  Steppe: delivered ₸5,000,000 → ₸5,000,001 (+₸1)
Projects
  Спорт залы: delivered ₸6,000,000 → ₸6,000,001 (+₸1)
Pages: ",
        ),
        (
            "ru",
            "\
Всего передано: 7 777 321 ₸ → 7 777 322 ₸ (+1 ₸)
Регионы
  Север: передано 6 000 000 ₸ → 6 000 001 ₸ (+1 ₸)
Годы
  2020: передано 6 000 000 ₸ → 6 000 001 ₸ (+1 ₸)
Направления
  Инфраструктура: передано 6 000 000 ₸ → 6 000 001 ₸ (+1 ₸)
Виды помощи
  Школа: передано 6 000 000 ₸ → 6 000 001 ₸ (+1 ₸)
Районы
  Север, район не указан: передано 6 000 000 ₸ → 6 000 001 ₸ (+1 ₸)
Откуда меценаты
  Север: передано 5 000 000 ₸ → 5 000 001 ₸ (+1 ₸)
Меценаты
  Степь: передано 5 000 000 ₸ → 5 000 001 ₸ (+1 ₸)
Проекты
  Спортзал: передано 6 000 000 ₸ → 6 000 001 ₸ (+1 ₸)
Страницы: ",
        ),
        (
            "kk",
            "\
Барлығы нақты берілгені: 7 777 321 ₸ → 7 777 322 ₸ (+1 ₸)
Өңірлер
  Солтүстік: нақты берілгені 6 000 000 ₸ → 6 000 001 ₸ (+1 ₸)
Жылдар
  2020: нақты берілгені 6 000 000 ₸ → 6 000 001 ₸ (+1 ₸)
Бағыттар
  Инфрақұрылым: нақты берілгені 6 000 000 ₸ → 6 000 001 ₸ (+1 ₸)
Көмек түрлері
  Мектеп: нақты берілгені 6 000 000 ₸ → 6 000 001 ₸ (+1 ₸)
Аудандар
  Солтүстік, ауданы көрсетілмеген: нақты берілгені 6 000 000 ₸ → 6 000 001 ₸ (+1 ₸)
Меценаттардың өңірлері
  Солтүстік: нақты берілгені 5 000 000 ₸ → 5 000 001 ₸ (+1 ₸)
Меценаттар
  Дала: нақты берілгені 5 000 000 ₸ → 5 000 001 ₸ (+1 ₸)
Жобалар
  Спорт залы: нақты берілгені 6 000 000 ₸ → 6 000 001 ₸ (+1 ₸)
Беттер: ",
        ),
    ] {
        let told = diff(&site, "old", "new", &["--ui-lang", lang]);
        assert_eq!((told.code, told.err.as_str()), (0, ""));
        let told = told.out.replace('\u{a0}', " ");
        let figures = &told[..told.len().min(expected.len())];
        assert_eq!(figures, expected);
        assert_eq!(told[expected.len()..].lines().count(), 1, "{told}");
    }
    let code = |new: &str| diff(&site, "old", new, &["--exit-code"]).code;
    assert_eq!((code("new"), code("old")), (3, 0));
    let same = diff(&site, "old", "old", &["--ui-lang", "en"]);
    assert_eq!(same.out, "No figure has changed\n");
}

#[test]
fn a_build_says_what_it_changed() {
    let site = site();
    let first = build(&site, "out").err;
    assert!(
        first.contains("pages: 1") && first.contains("new, 0 changed, 0 gone"),
        "{first}"
    );
    assert!(build(&site, "out").err.contains("; no page has changed\n"));
    site.edit(GYM, "amount: 5000000", "amount: 4000000");
    let told = build(&site, "out").err;
    let total = "gone; delivered in all: ₸7,777,321 → ₸6,777,321\n";
    assert!(
        told.contains("pages: 0 new, ") && told.contains(total),
        "{told}"
    );
    let pledge = "  - {patron: steppe, amount: 70, date: 2020, status: pledged}\n---\n";
    site.edit(
        "content/projects/hall.kk.md",
        "03-02}\n---\n",
        &format!("03-02}}\n{pledge}"),
    );
    let told = build(&site, "out").err;
    assert!(told.contains("gone; pledged in all: ₸0 → ₸70\n"), "{told}");
    fs::write(site.path("out.manifest.json"), "{").unwrap();
    build(&site, "out");
    assert!(
        site.read("out.manifest.json")
            .starts_with("{\"manifest\":1,")
    );
}

/// The same content has the same manifest, wherever it is built; nothing of anonymous patrons is in it.
#[test]
fn a_manifest_tells_of_the_content_alone() {
    let [one, other] = [site(), site()];
    build(&one, "out");
    build(&other, "elsewhere");
    let manifest = one.read("out.manifest.json");
    assert_eq!(manifest, other.read("elsewhere.manifest.json"));
    let root = one.root().to_str().unwrap().to_owned();
    for word in ["p-0001", "Құпия", "Тайна", "Secret", "anonymous", &root] {
        let figures = manifest.split("\"files\"").next().unwrap();
        assert!(!figures.contains(word), "{word}");
    }
    let read: Value = serde_json::from_str(&manifest).unwrap();
    let files = read["files"].as_array().unwrap();
    let tree = support::tree(&one.path("out"));
    assert_eq!(
        files.len() + 1,
        tree.len(),
        "all but the mark of the folder"
    );
    for file in files {
        let bytes = &tree[file["path"].as_str().unwrap()];
        assert_eq!(file["size"].as_u64(), Some(bytes.len() as u64));
    }
}

/// Whatever the format, nobody learns who is not named any more, nor what that patron gave.
#[test]
fn a_withdrawn_patron_leaves_no_trace() {
    let called_after = "content/projects/ospanov-club.kk.md";
    let club = "---\ntitle: Оспанов клубы\nregion: north\ndirection: infrastructure\nobject: school\nstatus: completed\ncompleted: 2020\n\
                contributions:\n  - {patron: steppe, amount: 100, date: 2020}\n---\n";
    let site = site().with(called_after, club);
    build(&site, "old");
    site.remove(called_after);
    let patron = "content/patrons/ospanov.yaml";
    site.edit(patron, "consent: public", "consent: anonymous");
    site.edit(patron, "id: p-ospanov", "id: p-3b9e02");
    site.edit(
        "content/projects/hall.kk.md",
        "patron: p-ospanov",
        "patron: p-3b9e02",
    );
    site.edit(GYM, "amount: 5000000", "amount: 5000001");
    build(&site, "new");
    let traces = [
        "оспан",
        "ospan",
        "серик",
        "серік",
        "serik",
        "3b9e02",
        "1777321",
    ];
    for options in [
        &["--format", "text"][..],
        &["--format", "markdown"],
        &["--format", "json"],
        &["--correction"],
    ] {
        for lang in ["kk", "ru", "en"] {
            for (old, new) in [("old", "new"), ("new", "new")] {
                let told = diff(&site, old, new, &[options, &["--ui-lang", lang]].concat());
                assert_eq!(told.code, 0, "{}", told.err);
                let plain: String = told.out.to_lowercase().replace(['\u{a0}', ',', ' '], "");
                for trace in traces {
                    assert!(
                        !plain.contains(trace),
                        "{options:?} {lang} {trace}: {}",
                        told.out
                    );
                }
            }
        }
    }
    let told = diff(&site, "old", "new", &["--ui-lang", "en"]).out;
    assert!(told.contains("\nNamed patrons: 1 fewer\n"), "{told}");
    // What he gave stayed, so that sums of others can be told.
    assert!(
        told.contains("\n  North: delivered ₸6,000,100 → ₸6,000,001 (−₸99)\n"),
        "{told}"
    );
    assert!(
        told.contains("\n1 project has changed and is not named here"),
        "{told}"
    );
    let json = diff(&site, "old", "new", &["--format", "json"]).out;
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["named_patrons_less"], 1);
    assert_eq!(json["patrons"].as_array().unwrap().len(), 1);
    assert_eq!(json["home_regions"].as_array().unwrap().len(), 1);
    // What a build says names no address either.
    let said = build(&site, "old").err;
    assert!(!said.contains("ospanov"), "{said}");
}

#[test]
fn the_addresses_of_withdrawn_names_are_for_whoever_purges() {
    let site = site();
    build(&site, "old");
    let patron = "content/patrons/ospanov.yaml";
    site.edit(patron, "consent: public", "consent: anonymous");
    site.edit(patron, "id: p-ospanov", "id: p-3b9e02");
    site.edit(
        "content/projects/hall.kk.md",
        "patron: p-ospanov",
        "patron: p-3b9e02",
    );
    build(&site, "new");
    let list = purge(&site, &["--base-url", "https://tagzym.example/portal"]);
    for address in [
        "/kk/patrons/p-ospanov/",
        "/en/patrons/p-ospanov",
        "/ru/patrons/p-ospanov/index.html",
        "/kk/patrons/",
        "/kk/projects/hall/",
    ] {
        let line = format!("https://tagzym.example/portal{address}\n");
        assert!(list.contains(&line), "{line}{list}");
    }
    assert!(!list.contains("/projects/gym/"), "it shows what it showed");
    let rules = purge(
        &site,
        &["--nginx", "--base-url", "https://tagzym.example/portal"],
    );
    assert!(rules.contains("location = \"/portal/kk/patrons/p-ospanov/\" { return 410; }\n"));
    assert!(
        !rules.contains("/projects/hall/"),
        "what is there still is not gone"
    );
    let output = support::tree(&site.path("new"));
    let named = |bytes: &Vec<u8>| bytes.windows(9).any(|part| part == b"p-ospanov");
    assert!(!output.values().any(named));
}

fn git(site: &Site, arguments: &[&str]) {
    let identity = ["-c", "user.name=a", "-c", "user.email=a@site.example"];
    let mut git = Command::new("git");
    git.arg("-C")
        .arg(site.root())
        .args(identity)
        .args(arguments);
    let done = run(&mut git);
    assert_eq!(done.code, 0, "{}", done.err);
}

fn commit(site: &Site, message: &str) {
    git(site, &["add", "--all"]);
    git(site, &["commit", "--quiet", "--message", message]);
}

#[test]
fn revisions_are_read_without_a_checkout() {
    let site = site();
    git(&site, &["init", "--quiet", "--initial-branch", "main"]);
    commit(&site, "first");
    site.edit(GYM, "amount: 5000000", "amount: 5000007");
    site.edit(
        "content/projects/hall.kk.md",
        "region: south",
        "region: north",
    );
    site.edit(GYM, "{patron: steppe,", "{patron: p-ospanov,");
    commit(&site, "second");
    let english = |names: &[&str]| {
        let told = site.run(&[&["diff", "--ui-lang", "en"], names].concat());
        assert_eq!((told.code, told.err.as_str()), (0, ""));
        told.out
    };
    let told = english(&["main~1"]);
    assert_eq!(told, english(&["main~1", "main"]));
    assert!(
        told.contains("Delivered in all: ₸7,777,321 → ₸7,777,328 (+₸7)\n"),
        "{told}"
    );
    assert!(told.contains("\nMoved\n  Зал: South → North\n"), "{told}");
    assert!(!told.contains("Pages"), "nothing was built: {told}");
    assert_eq!(english(&["HEAD"]), "No figure has changed\n");
    // What stands in the folder and is not committed counts as the content of now.
    site.edit(GYM, "amount: 5000007", "amount: 5000000");
    let told = english(&["main~1"]);
    assert!(!told.contains("Delivered in all"), "{told}");
    let gym = "\n  Спорт залы: ₸5,000,000 delivered, Steppe → Serik Ospanov\n";
    assert!(told.contains(gym), "{told}");
    let error = |name: &str| {
        let told = site.run(&["diff", name, "--ui-lang", "en"]);
        assert_eq!((told.code, told.out.as_str()), (2, ""));
        told.err
    };
    let unknown = "there is no output folder, manifest or revision with this name";
    for name in ["nowhere", "^main", "main..main~1"] {
        assert_eq!(error(name), format!("error: {name}: {unknown}\n"));
    }
    // What begins like an option is one, and behind `--` a name that git does not take for one, either.
    for name in ["-x", "--output=written", "--all"] {
        let option = name.split('=').next().unwrap_or(name);
        assert!(
            error(name).contains(&format!("no option {option}\n")),
            "{name}"
        );
        let root = ["--root", site.root().to_str().unwrap()];
        let told = run(program()
            .arg("diff")
            .args(root)
            .args(["--ui-lang", "en", "--", name]));
        assert_eq!((told.code, told.out.as_str()), (2, ""));
        assert_eq!(told.err, format!("error: {name}: {unknown}\n"));
    }
    assert!(!site.path("written").exists());
    assert!(error("content").contains("has no manifest beside it"));
    git(&site, &["rm", "--quiet", "--cached", "site.toml"]);
    git(&site, &["commit", "--quiet", "--message", "third"]);
    assert!(error("main").contains("there is no site.toml"));
    site.edit(
        "content/directions/directions.yaml",
        "id: charity",
        "id: other",
    );
    git(&site, &["add", "--all"]);
    git(&site, &["commit", "--quiet", "--message", "fourth"]);
    let told = site.run(&["diff", "main", "--ui-lang", "en"]);
    assert_eq!(told.code, 1, "{}", told.err);
    assert!(
        told.err.contains("the content of main has 1 error,"),
        "{}",
        told.err
    );
}

/// A file or an output that is called like a revision: neither is taken in silence.
#[test]
fn a_name_of_two_things_is_asked_for_plainly() {
    let site = site();
    git(&site, &["init", "--quiet", "--initial-branch", "main"]);
    commit(&site, "first");
    git(&site, &["tag", "dist"]);
    site.edit(GYM, "amount: 5000000", "amount: 5000001");
    build(&site, "dist");
    site.write("main", "notes\n");
    let run_here = |names: &[&str]| {
        let mut program = program();
        program
            .current_dir(site.root())
            .args(["diff", "--ui-lang", "en"]);
        run(program.args(names))
    };
    for (name, manifest) in [("main", "main"), ("dist", "dist.manifest.json")] {
        let told = run_here(&[name]);
        assert_eq!((told.code, told.out.as_str()), (2, ""));
        let said = format!(
            "error: {name} is a revision, and there is {manifest} as well: write ./{name} for what is in the folder, \
             or {name}~0 for the revision\n"
        );
        assert_eq!(told.err, said);
    }
    assert_eq!(run_here(&["./dist"]).out, "No figure has changed\n");
    for name in ["dist~0", "main~0"] {
        assert!(
            run_here(&[name]).out.starts_with("Delivered in all: "),
            "{name}"
        );
    }
    assert!(
        run_here(&["./main"])
            .err
            .contains("main is not the manifest of a build")
    );
    // A folder that no build made can only be meant as a revision.
    site.remove("main");
    site.write("main/notes", "");
    assert!(run_here(&["main"]).out.starts_with("Delivered in all: "));
}

/// On a terminal it is shown what is being read; nothing of it stays.
#[cfg(target_os = "linux")]
#[test]
fn on_a_terminal_revisions_are_read_with_progress() {
    let site = site();
    git(&site, &["init", "--quiet", "--initial-branch", "main"]);
    commit(&site, "first");
    let program = program().get_program().to_str().unwrap().to_owned();
    let shell = format!(
        "{program} diff main --ui-lang en --root {}",
        site.root().display()
    );
    let mut script = Command::new("script");
    script.args(["--quiet", "--return", "--command", &shell, "/dev/null"]);
    script.env("TERM", "xterm");
    if Command::new("script").arg("--version").output().is_err() {
        return support::skipped::skipped("diff, progress", "there is no program script");
    }
    let shown = run(&mut script).out;
    let places = [
        "Reading the content from git…",
        "Reading the content…",
        "No figure has changed",
    ];
    let places = places.map(|said| {
        shown
            .find(said)
            .unwrap_or_else(|| panic!("{said}: {shown:?}"))
    });
    assert!(places.is_sorted(), "{shown:?}");
}

/// Rows that come and go are told as new and gone, though nothing was given for them.
#[test]
fn regions_years_and_directions_that_come_or_go_are_told() {
    let site = site();
    build(&site, "old");
    let regions = site.read("content/regions/regions.yaml");
    let directions = site.read("content/directions/directions.yaml");
    site.write(
        "content/regions/regions.yaml",
        regions + "- id: west\n  name: {kk: Батыс, ru: Запад, en: West}\n",
    );
    let arts = "- id: arts\n  name: {kk: Өнер, ru: Искусство, en: Arts}\n";
    site.write("content/directions/directions.yaml", directions + arts);
    let year = "  - {patron: steppe, amount: 9, date: 2022}\n---\n\n## ";
    site.edit(GYM, "---\n\n## ", year);
    build(&site, "new");
    let year = |state: &str, amounts: &str| format!("\n  2022{state}: delivered {amounts}\n");
    for (old, new, state, amounts) in [
        ("old", "new", " (new)", "₸0 → ₸9 (+₸9)"),
        ("new", "old", " (gone)", "₸9 → ₸0 (−₸9)"),
    ] {
        let told = diff(&site, old, new, &["--ui-lang", "en"]).out;
        for row in [
            format!("\n  West{state}\n"),
            format!("\n  Arts{state}\n"),
            year(state, amounts),
        ] {
            assert!(told.contains(&row), "{row}{told}");
        }
        let table = diff(
            &site,
            old,
            new,
            &["--ui-lang", "en", "--format", "markdown"],
        )
        .out;
        for row in ["West", "Arts"].map(|name| format!("\n| {name}{state} | | | | |\n")) {
            assert!(table.contains(&row), "{row}{table}");
        }
        assert!(
            table.contains(&format!("\n| 2022{state} | delivered |")),
            "{table}"
        );
    }
    assert_eq!(diff(&site, "old", "new", &["--exit-code"]).code, 3);
}

#[test]
fn a_broken_manifest_is_told() {
    let site = site();
    build(&site, "out");
    let whole = site.read("out.manifest.json");
    for (text, said) in [
        ("", "is broken, at line 1, column 0"),
        (&whole[..200], "is broken, at line 1, column 200"),
        ("{\"a\": 1}", "is not the manifest of a build"),
        (
            "{\"manifest\": 9}",
            "was written by another version of the program (form 9)",
        ),
    ] {
        fs::write(site.path("broken.json"), text).unwrap();
        let told = diff(&site, "broken.json", "out", &["--ui-lang", "en"]);
        assert_eq!((told.code, told.out.as_str()), (2, ""), "{text}");
        assert!(told.err.contains(said), "{}", told.err);
        for lang in ["kk", "ru"] {
            let told = diff(&site, "broken.json", "out", &["--ui-lang", lang]);
            assert!(told.err.contains("broken.json") && !told.err.contains("manifest-"));
        }
    }
    fs::remove_file(site.path("out.manifest.json")).unwrap();
    let told = diff(&site, "out", "out", &["--ui-lang", "en"]);
    assert!(told.err.contains("build it again"), "{}", told.err);
}

/// A kept edition has sums of the whole, of regions, years and directions, and nothing that could name anybody.
#[test]
fn kept_editions_tell_readers_what_changed() {
    let site = site();
    build(&site, "old");
    site.edit(GYM, "amount: 5000000", "amount: 4999999");
    let old = site.path("old").to_str().unwrap().to_owned();
    let keep = || site.run(&["diff", &old, "--keep", "--ui-lang", "en"]);
    let told = keep();
    assert_eq!(told.code, 0, "{}", told.err);
    assert!(told.out.starts_with("Delivered in all: "), "{}", told.out);
    assert!(told.err.starts_with("Kept: "), "{}", told.err);
    let kept = support::tree(&site.path("content/editions"));
    assert_eq!(kept.len(), 1);
    let (file, text) = kept.first_key_value().unwrap();
    let text = String::from_utf8(text.clone()).unwrap();
    for word in ["steppe", "gym", "ospanov", "Спорт", "p-0001"] {
        assert!(!text.contains(word), "{word}: {text}");
    }
    let read: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(*file, format!("{}.json", read["id"].as_str().unwrap()));
    assert_eq!(read["regions"][0]["region"], "north");
    assert_eq!(read["years"][0]["year"], 2020);
    assert_eq!(site.check(), Vec::<String>::new());
    let built = site.build();
    for lang in ["kk", "ru", "en"] {
        let page = built.read(&format!("{lang}/corrections/index.html"));
        for figure in ["6000000", "5999999", "-1", "7777321", "7777320"] {
            assert!(
                page.contains(&format!("<data value=\"{figure}\">")),
                "{figure}"
            );
        }
        for link in [
            "regions/north/",
            "years/2020/",
            "directions/infrastructure/",
        ] {
            assert!(page.contains(&format!("href=\"/{lang}/{link}\"")), "{link}");
        }
        let home = built.read(&format!("{lang}/index.html"));
        assert!(home.contains(&format!("href=\"/{lang}/corrections/\"")));
    }
    // The same again is one edition still; and a state is no change of itself.
    assert_eq!(keep().code, 0);
    assert_eq!(support::tree(&site.path("content/editions")).len(), 1);
    site.edit(GYM, "amount: 4999999", "amount: 5000000");
    assert!(keep().err.starts_with("There is nothing to keep"));
    // A region that is gone since is passed over.
    site.edit(
        &format!("content/editions/{file}"),
        "\"north\"",
        "\"nowhere\"",
    );
    assert_eq!(site.check(), Vec::<String>::new());
    let page = site.build().read("en/corrections/index.html");
    assert!(!page.contains("nowhere"));
}

#[test]
fn a_correction_is_drafted_and_wants_its_reason() {
    let site = site();
    build(&site, "old");
    site.edit(GYM, "amount: 5000000", "amount: 5000001");
    let old = site.path("old").to_str().unwrap().to_owned();
    let draft = site
        .run(&["diff", &old, "--correction", "--ui-lang", "en"])
        .out;
    let expected = "  records: [project/gym]\n  was: 6000000\n  now: 6000001\n";
    assert!(draft.contains(expected), "{draft}");
    assert_eq!(
        draft.matches("- date: ").count(),
        1,
        "the patron's is the same mistake: {draft}"
    );
    site.write("content/corrections/draft.yaml", &draft);
    let found = site.check();
    assert!(
        found
            .iter()
            .all(|line| line.contains("content/corrections/draft.yaml")),
        "{found:?}"
    );
    assert!(!found.is_empty(), "the reason is still to be written");
    let reason =
        "{kk: \"Сан қате жазылған.\", ru: \"Опечатка в сумме.\", en: \"A digit was wrong.\"}";
    site.write(
        "content/corrections/draft.yaml",
        draft.replace("{kk: \"\", ru: \"\", en: \"\"}", reason),
    );
    assert_eq!(site.check(), Vec::<String>::new());
    // Gifts outside of projects are corrected at their patron.
    build(&site, "old");
    let own = "  region: north\n  contributions:\n    - {region: south, direction: charity, purpose: {kk: кітап}, amount: 300, date: 2020}\n";
    site.edit("content/patrons/patrons.yaml", "  region: north\n", own);
    let draft = site
        .run(&["diff", &old, "--correction", "--ui-lang", "en"])
        .out;
    assert!(
        draft.contains("  records: [patron/steppe]\n  was: 5000001\n  now: 5000301\n"),
        "{draft}"
    );
}

/// A record says which amounts were pledged, in words: a number alone was delivered.
#[test]
fn a_correction_of_a_pledge_says_that_it_is_one() {
    let site = site();
    site.edit(
        GYM,
        "---\n\n## ",
        "  - {patron: steppe, amount: 7000, date: 2021, status: pledged}\n---\n\n## ",
    );
    build(&site, "old");
    site.edit(GYM, "amount: 7000", "amount: 8000");
    build(&site, "new");
    let draft = diff(&site, "old", "new", &["--correction", "--ui-lang", "en"]).out;
    let draft = draft.replace('\u{a0}', " ");
    let expected = "  records: [project/gym]\n  \
         was: {kk: \"уәде етілді: 7 000 ₸\", ru: \"обещано: 7 000 ₸\", en: \"pledged: ₸7,000\"}\n  \
         now: {kk: \"уәде етілді: 8 000 ₸\", ru: \"обещано: 8 000 ₸\", en: \"pledged: ₸8,000\"}\n";
    assert!(draft.contains(expected), "{draft}");
    assert_eq!(draft.matches("- date: ").count(), 1, "{draft}");
    let reason = "{kk: \"Қате.\", ru: \"Опечатка.\", en: \"A slip.\"}";
    let written = draft.replace("{kk: \"\", ru: \"\", en: \"\"}", reason);
    site.write("content/corrections/draft.yaml", written);
    assert_eq!(site.check(), Vec::<String>::new());
}

/// What a comment shows is short, and begins with what changed most.
#[test]
fn a_table_for_a_pull_request_is_short_and_the_worst_comes_first() {
    let project = |number: usize, amount: usize| {
        let text = format!(
            "---\ntitle: \"Жоба {number} | <b> @kim\"\nregion: north\ndirection: charity\nstatus: completed\ncompleted: 2020\n\
             contributions:\n  - {{patron: steppe, amount: {amount}, date: 2020}}\n---\n"
        );
        (format!("content/projects/p{number}.kk.md"), text)
    };
    let site = site().with_all((1..=14).map(|number| project(number, 5000)));
    git(&site, &["init", "--quiet", "--initial-branch", "main"]);
    commit(&site, "first");
    for number in 1..=14 {
        let (path, text) = project(number, 5000 + number);
        site.write(&path, text);
    }
    let (path, text) = project(3, 14);
    site.write(&path, text);
    let told = site.run(&["diff", "main", "--format", "markdown", "--ui-lang", "en"]);
    assert_eq!(told.code, 0, "{}", told.err);
    let (_, projects) = told.out.split_once("| **Projects** |").unwrap();
    let rows: Vec<&str> = projects.lines().skip(1).collect();
    let lost = "| Жоба 3 \\| &lt;b&gt; @\u{2060}kim | delivered | ₸5,000 | ₸14 | −₸4,986 |";
    assert_eq!(rows[0], lost);
    assert!(
        rows[1].contains("| +₸14 |") && rows[2].contains("| +₸13 |"),
        "{rows:?}"
    );
    assert_eq!((rows.len(), rows[10]), (11, "| … and 4 more | | | | |"));
}

/// A link of the content leads to what stands beside it, in a commit as on the disk.
#[cfg(unix)]
#[test]
fn links_are_followed_in_a_commit_too() {
    let site = site().with(
        "shared/club.kk.md",
        "---\ntitle: Клуб\nregion: north\ndirection: charity\nstatus: completed\ncompleted: 2020\ncontributions:\n  \
         - {patron: steppe, amount: 77, date: 2020}\n---\n",
    );
    std::os::unix::fs::symlink("../../shared", site.path("content/projects/shared")).unwrap();
    git(&site, &["init", "--quiet", "--initial-branch", "main"]);
    commit(&site, "first");
    let told = site.run(&["diff", "main", "--ui-lang", "en"]);
    assert_eq!(
        (told.out.as_str(), told.err.as_str()),
        ("No figure has changed\n", "")
    );
    site.remove("shared/club.kk.md");
    let told = site.run(&["diff", "main", "--ui-lang", "en"]);
    assert!(
        told.out
            .contains("\n  Клуб (gone): delivered ₸77 → ₸0 (−₸77)\n"),
        "{}",
        told.out
    );
}
