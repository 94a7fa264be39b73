//! Ten mistakes of ten kinds in ten files of the portal's frozen copy: all are told in one run, each at its very place,
//! in each language, and each message says what to write instead.

use crate::support::Site;

/// A slip of an editor.
struct Slip {
    file: &'static str,
    /// What stands in the file, and what was typed instead; `¦` is where the mistake begins.
    right: &'static str,
    wrong: &'static str,
    code: &'static str,
    /// What the message names, whatever its language: the slip, and what belongs there.
    says: &'static [&'static str],
}

const SLIPS: [Slip; 10] = [
    Slip {
        file: "content/awards/best-patrons-almaty-region-2017.yaml",
        right: "\nregion: almaty-region\n",
        wrong: "\nregion: ¦аlmaty-region\n",
        code: "T0107",
        says: &["«а»|“а”", "U+0430", "almaty-region"],
    },
    Slip {
        file: "content/figures/aktobe.yaml",
        right: "amount: 12500000000",
        wrong: "amount: ¦12,5 млрд",
        code: "T0108",
        says: &["12,5 млрд", "5000000"],
    },
    Slip {
        file: "content/patrons/akmola.yaml",
        right: "date: 2022-03\n",
        wrong: "date: ¦03.2022\n",
        code: "T0109",
        says: &["03.2022", ": 2022-03"],
    },
    Slip {
        file: "content/projects/abai/after-the-flood.kk.md",
        right: "status: completed",
        wrong: "status: ¦finished",
        code: "T0110",
        says: &["finished", "planned, under-way, completed"],
    },
    Slip {
        file: "content/pages/about.ru.md",
        right: "[](@direction/charity)",
        wrong: "¦[](@direction/charitty)",
        code: "T0202",
        says: &["charitty", "«charity»|“charity”"],
    },
    Slip {
        file: "content/news/interregional-seminar.ru.md",
        right: "\ntitle: \"Межрегиональный",
        wrong: "\ntitle: Семинар¦: «Межрегиональный",
        code: "T0101",
        says: &["«:»|“:”", "title: \""],
    },
    Slip {
        file: "content/regions/abai.yaml",
        right: "\ncentre: {",
        wrong: "\n¦center: {",
        code: "T0102",
        says: &["center", "centre"],
    },
    Slip {
        file: "content/objects/objects.yaml",
        right: "- id: school\n",
        wrong: "- id: ¦kindergarten\n  name: {kk: Мектеп}\n- id: school\n",
        code: "T0201",
        says: &["kindergarten", "content/objects/objects.yaml:5:7"],
    },
    Slip {
        file: "content/patrons/abai.yaml",
        right: "- id: synaq-ulgibaev\n  kind: person\n  name:\n    kk: \"Сынақ Үлгібаев\"\n",
        wrong: "- id: synaq-ulgibaev\n  kind: person\n  ¦name:\n",
        code: "T0113",
        says: &["kk: …"],
    },
    Slip {
        file: "content/projects/atyrau/youth-stadium.kk.md",
        right: "**Дайын болғаны:**",
        wrong: "¦![Трибуна](tribuna.jpg)\n\n**Дайын болғаны:**",
        code: "T0306",
        says: &["tribuna.jpg"],
    },
];

#[test]
fn ten_mistakes_in_ten_files_are_told_at_their_places_in_every_language() {
    let site = Site::portal().copied();
    let mut expected = Vec::new();
    for slip in &SLIPS {
        site.edit(slip.file, slip.right, slip.wrong);
        let text = site.read(slip.file);
        let (before, after) = text.split_once('¦').unwrap();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        expected.push(format!("{}:{line}:{column}", slip.file));
        site.write(slip.file, format!("{before}{after}"));
    }
    for lang in ["kk", "ru", "en"] {
        let done = site.run(&["check", "--color", "never", "--ui-lang", lang]);
        assert_eq!(done.code, 1);
        let said = done.err;
        let told: Vec<&str> = said
            .split("\n\n")
            // The reported figures of the content hold this remark themselves.
            .filter(|part| part.contains("[T") && !part.contains("[T0219]"))
            .collect();
        let mut wrong = Vec::new();
        for (slip, place) in SLIPS.iter().zip(&expected) {
            let one = told
                .iter()
                .find(|one| one.contains(&format!("--> {place}\n")));
            let named = |words: &&str| {
                one.is_some_and(|one| words.split('|').any(|word| one.contains(word)))
            };
            let code = format!("[{}]", slip.code);
            if !named(&code.as_str()) || !slip.says.iter().all(named) {
                wrong.push(format!("{place} {code} {:?}", slip.says));
            }
        }
        assert!(wrong.is_empty(), "{lang}\n{}\n{said}", wrong.join("\n"));
        assert_eq!(told.len(), SLIPS.len(), "{lang}: {said}");
    }
}

/// The messages of a run of `check`, each with its lines.
fn told(site: &Site, lang: &str) -> Vec<String> {
    let done = site.run(&["check", "--color", "never", "--ui-lang", lang]);
    let parts = done.err.split("\n\n");
    let parts = parts.filter(|part| part.starts_with(|letter: char| letter.is_alphabetic()));
    parts
        // The reported figures of the content hold this remark themselves.
        .filter(|part| part.contains("[T") && !part.contains("[T0219]"))
        .map(str::to_owned)
        .collect()
}

#[test]
fn one_mistake_in_a_file_of_patrons_is_one_message() {
    for (right, wrong, code, line) in [
        (
            "ru: \"ТОО «Үлгі Құрылыс»\"",
            "ru: \"ТОО \"Үлгі Құрылыс\"\"",
            "T0101",
            "ru: 'ТОО \"Үлгі Құрылыс\"'",
        ),
        (
            "ru: \"ТОО «Үлгі Құрылыс»\"",
            "ru: \"ТОО «Үлгі Құрылыс»",
            "T0101",
            "ru: \"ТОО «Үлгі Құрылыс»\"",
        ),
        ("  kind: company\n", "\tkind: company\n", "T0101", ""),
        ("  kind: company\n", "  kind:company\n", "T0101", ""),
        (
            "  since: 2014\n",
            "<<<<<<< HEAD\n  since: 2014\n",
            "T0019",
            "",
        ),
    ] {
        let site = Site::portal().copied();
        site.edit("content/patrons/almaty-region.yaml", right, wrong);
        for lang in ["kk", "ru", "en"] {
            let told = told(&site, lang);
            assert_eq!(told.len(), 1, "{lang} {wrong}: {}", told.join("\n\n"));
            assert!(told[0].contains(code), "{}", told[0]);
            assert!(told[0].contains(line), "{}", told[0]);
        }
    }
}

#[test]
fn a_file_that_cannot_be_read_accuses_no_other() {
    let patrons = "content/patrons/almaty-region.yaml";
    let project = "content/projects/abai/after-the-flood.kk.md";
    let windows_1251: &[u8] = b"\xCF\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0\n";
    for (file, text, code) in [
        (patrons, windows_1251, "T0002"),
        (project, windows_1251, "T0002"),
        (project, "---\ntitle: А\n".as_bytes(), "T0115"),
        (project, "title: А\n".as_bytes(), "T0115"),
        ("content/directions/directions.yaml", windows_1251, "T0002"),
        ("content/regions/abai.yaml", windows_1251, "T0002"),
        ("content/locales/kk/own.ftl", windows_1251, "T0002"),
    ] {
        let site = Site::portal().copied();
        site.write(file, text);
        let told = told(&site, "en");
        let errors: Vec<&String> = told.iter().filter(|one| one.starts_with("error")).collect();
        assert_eq!(errors.len(), 1, "{file}: {}", told.join("\n\n"));
        assert!(
            told[0].contains(code) && told[0].contains(file),
            "{}",
            told[0]
        );
    }
}

#[test]
fn the_same_mistake_in_many_rows_is_told_once_with_its_places() {
    let site = Site::base();
    let rows: String = (1..=14)
        .map(|row| format!("  - {{patron: stepe, amount: {row}, date: 2020}}\n"))
        .collect();
    let facts = "title: Зал\nregion: north\ndirection: infrastructure\nstatus: planned";
    let text = format!("---\n{facts}\ncontributions:\n{rows}---\n");
    site.write("content/projects/hall.kk.md", text);
    let told = told(&site, "ru");
    assert_eq!(told.len(), 1, "{}", told.join("\n\n"));
    assert!(told[0].contains("ещё в 13 местах"), "{}", told[0]);
    assert!(told[0].contains("8:14, 9:14"), "{}", told[0]);
}

#[test]
fn a_removed_patron_can_stay_without_a_name() {
    let site = Site::base();
    site.write("content/patrons/patrons.yaml", "[]\n");
    for (lang, word) in [("kk", "сома"), ("ru", "сумма"), ("en", "sum")] {
        let told = told(&site, lang);
        assert!(
            told.iter()
                .any(|one| one.contains("consent: anonymous") && one.contains(word))
        );
    }
}
