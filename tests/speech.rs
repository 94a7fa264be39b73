//! The program as its editors meet it: a small bad site, told in each language, to people and to machines.

use crate::support::{Site, program, run};
use serde_json::Value;

/// What a command writes for people, and its exit code.
fn said(site: &Site, arguments: &[&str]) -> (String, i32) {
    let done = site.run(arguments);
    (done.err, done.code)
}

/// Mistakes of many kinds; every one stands at a place of its own.
fn bad_site() -> Site {
    Site::base().with_all([
        (
            "content/patrons/more.yaml",
            "- id: dаla\n  kind: compani\n  name: {kk: Дала, ru: Степь}\n  regoin: north\n  region: nrth\n",
        ),
        (
            "content/projects/yard.kk.md",
            "---\ntitle: Аула\nregion: north\ndirection: infrastructure\nobject: school\nstatus: completed\n\
             completed: 01.09.2020\ncontributions:\n  - {patron: stepe, amount: \"1,500,000\", date: 2020}\n---\n\n\
             [](@projct/gym) ![](@table) <b>x</b> <b>x</b>\n",
        ),
    ])
}

#[test]
fn every_language_tells_the_same_mistakes_at_the_same_places() {
    let site = bad_site();
    let mut places = Vec::new();
    for (lang, words) in [
        (
            "en",
            [
                "error[T0107]: “dаla” cannot be an id",
                " --> content/projects/yard.kk.md:7:12",
                "= Write: 2020-09-01",
                "= Write: 1500000",
                "= Look closely: “а” is a Cyrillic letter (U+0430) among Latin ones",
                "= Write: company",
                "A patron has no field “regoin”",
            ],
        ),
        (
            "ru",
            [
                "ошибка[T0107]: «dаla» не годится для id",
                " --> content/projects/yard.kk.md:7:12",
                "= Напишите: 2020-09-01",
                "= Напишите: 1500000",
                "= Присмотритесь: «а» — кириллическая буква (U+0430) среди латинских",
                "= Может быть, «@project»?",
                "Меценат: нет поля «regoin»",
            ],
        ),
        (
            "kk",
            [
                "қате[T0107]: «dаla» id ретінде жарамайды",
                " --> content/projects/yard.kk.md:7:12",
                "= Былай жазыңыз: 2020-09-01",
                "= Былай жазыңыз: 1500000",
                "= Мұқият қараңыз: «а» — латын әріптерінің арасындағы кирилл әрпі (U+0430)",
                "= Мүмкін, «@project» шығар?",
                "Меценат: «regoin» деген өріс жоқ",
            ],
        ),
    ] {
        let (text, code) = said(&site, &["check", "--ui-lang", lang]);
        assert_eq!(code, 1);
        for word in words {
            assert!(text.contains(word), "{lang}: {word}\n{text}");
        }
        let arrows = text
            .lines()
            .filter(|line| line.trim_start().starts_with("-->"));
        places.push(arrows.map(str::to_owned).collect::<Vec<_>>());
    }
    assert!(places[0].len() >= 7, "{:?}", places[0]);
    assert_eq!(places[0], places[1]);
    assert_eq!(places[0], places[2]);
}

#[test]
fn the_system_chooses_the_language_unless_the_editor_does() {
    let site = bad_site();
    for (variable, value, arguments, word) in [
        ("LC_ALL", "kk_KZ.UTF-8", &[][..], "қате["),
        ("LANG", "ru_RU.UTF-8", &[][..], "ошибка["),
        ("LANG", "C", &[][..], "error["),
        ("LANG", "ru_RU.UTF-8", &["--ui-lang", "kk"][..], "қате["),
    ] {
        let mut check = program();
        check.arg("check").args(arguments).env(variable, value);
        let text = run(check.arg("--root").arg(site.root())).err;
        assert!(text.contains(word), "{variable}={value}: {text}");
    }
}

#[test]
fn the_closing_line_counts_in_the_right_forms() {
    let site = Site::base().with("content/pages/a.kk.md", "---\ntitle: А\n---\n\n<br>\n");
    for (lang, words) in [
        (
            "en",
            ["1 warning;", " in 3 languages from 11 records; ₸6,000,000"],
        ),
        (
            "ru",
            [
                "Проверено: 11 записей, ",
                " на 3 языках; всего передано 6 000 000 ₸; 1 предупреждение;",
            ],
        ),
        ("kk", ["1 ескерту;", "11 жазба, 3 тіл, "]),
    ] {
        let (text, code) = said(&site, &["check", "--ui-lang", lang]);
        assert_eq!(code, 0, "{text}");
        let closing = text
            .lines()
            .last()
            .unwrap()
            .replace(['\u{a0}', '\u{202f}'], " ");
        for word in words {
            assert!(closing.contains(word), "{lang}: {word}\n{closing}");
        }
    }
}

#[test]
fn nothing_is_written_and_refused_in_each_language() {
    let site = bad_site();
    let theirs = Site::empty();
    let out = theirs.root().to_str().unwrap();
    let folder = format!("{out}/out");
    for (lang, word) in [
        ("en", "Nothing was written"),
        ("ru", "Ничего не записано"),
        ("kk", "Ештеңе жазылған жоқ"),
    ] {
        let (text, code) = said(&site, &["build", "--out", &folder, "--ui-lang", lang]);
        assert_eq!(code, 1);
        assert!(text.contains(word), "{text}");
    }
    theirs.write("theirs", "x");
    for (lang, word) in [
        ("en", "error: the folder "),
        ("ru", "ошибка: в папке "),
        ("kk", "қате: "),
    ] {
        let (text, code) = said(&site, &["build", "--out", out, "--ui-lang", lang]);
        assert_eq!(code, 2);
        assert!(text.starts_with(word) && text.contains(out), "{text}");
    }
    let theirs = format!("{out}/theirs/schemas");
    for (lang, words, why) in [
        (
            "en",
            "error: the folder cannot be made: ",
            "there is a file in place of one of these folders",
        ),
        (
            "ru",
            "ошибка: не удалось создать папку: ",
            "на месте одной из этих папок стоит файл",
        ),
        (
            "kk",
            "қате: қалта жасау мүмкін болмады: ",
            "осы қалталардың бірінің орнында файл тұр",
        ),
    ] {
        let arguments = ["schema", "--out", &theirs, "--ui-lang", lang];
        let (text, code) = said(&site, &arguments);
        assert_eq!(code, 2);
        assert_eq!(text, format!("{words}{theirs}: {why}\n"));
        let inside = format!("{out}/theirs/dist");
        let (text, code) = said(
            &Site::base(),
            &["build", "--out", &inside, "--ui-lang", lang],
        );
        assert_eq!(code, 2);
        assert!(text.ends_with(&format!("/theirs/dist: {why}\n")), "{text}");
    }
    let nowhere = ["check", "--ui-lang", "ru", "--root", "/no\u{1b}where"];
    let done = run(program().args(nowhere));
    assert_eq!(
        (done.err.as_str(), done.code),
        ("ошибка: нет папки /no\\u{1b}where\n", 2)
    );
}

#[test]
fn json_holds_every_mistake_with_its_place_and_its_replacement() {
    let site = bad_site();
    let done = site.run(&["check", "--format", "json", "--max-errors", "1"]);
    assert_eq!(done.code, 1);
    let report: Value = serde_json::from_str(&done.out).unwrap();
    let all = report["diagnostics"].as_array().unwrap();
    let errors = all.iter().filter(|one| one["severity"] == "error").count();
    assert_eq!(report["errors"], errors);
    assert_eq!(report["warnings"], all.len() - errors);
    let find = |code: &str, line: u64| {
        all.iter()
            .find(|one| one["code"] == code && one["line"] == line)
            .unwrap_or_else(|| panic!("{code} {line}: {report:#}"))
    };
    let date = find("T0109", 7);
    assert_eq!(date["file"], "content/projects/yard.kk.md");
    assert_eq!(date["replacement"], "2020-09-01");
    assert_eq!(
        [&date["column"], &date["end_line"], &date["end_column"]],
        [12, 7, 22]
    );
    assert_eq!(find("T0202", 9)["replacement"], "steppe");
    assert_eq!(find("T0108", 9)["replacement"], "1500000");
    assert_eq!(find("T0102", 4)["replacement"], "region");
    assert_eq!(find("T0110", 2)["nearest"][0], "company");
    assert_eq!(find("T0303", 12)["nearest"][0], "@project");
    assert_eq!(find("T0303", 12)["replacement"], Value::Null);
}

#[test]
fn github_gets_an_annotation_for_each() {
    let site = bad_site();
    let folder = site.root().file_name().unwrap().to_str().unwrap();
    let mut check = program();
    check.current_dir(site.root().parent().unwrap());
    check.args(["check", "--format", "github", "--ui-lang", "ru"]);
    let text = run(check.args(["--root", folder])).out;
    let begin = format!(
        "::error file={folder}/content/projects/yard.kk.md,line=7,col=12,title=T0109::«01.09.2020»"
    );
    assert!(text.lines().any(|line| line.starts_with(&begin)), "{text}");
    assert!(text.lines().all(|line| line.starts_with("::")), "{text}");
}

#[test]
fn what_a_terminal_would_obey_does_not_reach_it() {
    let odd = "- id: \"a\\e[31m\\x9b\\u202e\"\n  kind: \"com\\npany\"\n  \"\\e]0;x\\a\": 1\n";
    let site = Site::base().with("content/patrons/odd.yaml", odd);
    let paths = ["content/pages/\u{1b}[2J.kk.md", "content/pages/a\nb.kk.md"];
    for path in paths {
        site.write(path, "---\ntitle: x\n---\n");
    }
    for format in ["text", "json", "github"] {
        let done = site.run(&["check", "--format", format]);
        let text = done.out + &done.err;
        let odd = |letter: char| letter.is_control() && letter != '\n' || letter == '\u{202e}';
        assert!(!text.contains(odd), "{format}: {text:?}");
        assert!(text.contains("T0006") && text.contains("T0003"), "{text}");
    }
}

#[test]
fn a_line_as_long_as_a_book_is_cut_round_the_place() {
    let long = "ұзын ".repeat(1_000_000);
    let text = format!("- {{id: north-2, name: {{kk: \"{long}\", ru: x, en: x}}, bad: 1}}\n");
    let site = Site::base().with("content/regions/long.yaml", &text);
    let (said, _) = said(&site, &["check", "--ui-lang", "en"]);
    let place = text.chars().count() - "bad: 1}\n".len() + 1;
    let arrow = format!("--> content/regions/long.yaml:1:{place}");
    assert!(
        said.contains(&arrow),
        "{arrow}: {}",
        said.chars().take(2000).collect::<String>()
    );
    assert!(said.len() < 2000);
    assert!(said.contains("^^^"));
}

#[test]
fn few_are_shown_if_few_are_asked_for() {
    let many: String = (0..30).map(|n| format!("\nЖол {n} <i>a</i>\n")).collect();
    let text = format!("---\ntitle: А\n---\n{many}");
    let site = Site::base()
        .with("content/pages/a.kk.md", text)
        .with("content/pages/b.kk.md", "---\ntitel: А\n---\n");
    let few = ["check", "--ui-lang", "en", "--max-errors", "1"];
    let (text, _) = said(&site, &few);
    assert!(
        text.contains("error[") && !text.contains("warning["),
        "{text}"
    );
    assert!(
        text.contains("1 error, 60 warnings, 60 more are not shown"),
        "{text}"
    );
    let (text, _) = said(&site, &["check", "--ui-lang", "ru"]);
    assert!(text.contains("то же самое ещё в 29 местах"), "{text}");
    assert!(text.contains("1 ошибка, 60 предупреждений\n"), "{text}");
}

#[test]
fn codes_are_explained() {
    for (lang, word) in [("en", "Right:"), ("ru", "Верно:"), ("kk", "Дұрыс:")] {
        let done = run(program().args(["explain", "T0103", "--ui-lang", lang]));
        let text = done.out;
        assert!(done.code == 0 && text.contains(word), "{text}");
    }
    let text = run(program().arg("explain")).out;
    let codes = text.lines().filter(|line| line.starts_with('T')).count();
    assert_eq!(codes, tagzym::Code::ALL.len());
    let done = run(program().args(["explain", "T013"]));
    assert_eq!(done.code, 2);
    let text = done.err;
    assert!(text.contains("T0103"), "{text}");
}
