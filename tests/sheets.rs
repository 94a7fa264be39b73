//! `tagzym import` and `tagzym export` from end to end: what is told, what is written, and what is refused.

use crate::support;

use std::fs;

use crate::support::{Run, Site, program, repository, run};

fn base() -> Site {
    Site::case(include_str!("sheets/base.site"))
}

/// Runs an import in English.
fn import(site: &Site, sheet: &str, arguments: &[&str]) -> Run {
    let sheet = site.path(sheet);
    let named = ["import", sheet.to_str().unwrap(), "--ui-lang", "en"];
    site.run(&[&named, arguments].concat())
}

/// Exports the gifts in English.
fn export(site: &Site, to: &str, arguments: &[&str]) -> Run {
    let to = site.path(to);
    let named = ["export", "--xlsx", to.to_str().unwrap(), "--ui-lang", "en"];
    site.run(&[&named, arguments].concat())
}

/// Brings the gifts of the sheet in once more, of which so many are on record.
fn brings_nothing_new(site: &Site, known: usize) {
    let again = import(site, "gifts.csv", &["--write"]);
    let told = format!("Understood: 0; on record already: {known};");
    assert!(again.out.contains(&told), "{}", again.out);
    let told = "There is nothing new to write.";
    assert!(again.err.contains(told), "{}", again.err);
}

const SHEET: &str = "Меценат;Согласие;Сумма;Дата;Регион;Направление;На что\n\
    ТОО «Жер-Су»;;1 250 000,00 тг;05.03.2024;Акмолинская обл.;Благотворительность;Книги\n\
    Ахметов Асан;;200 000;март 2024;Астана;Благотворительность;Лечение\n\
    ТОО \"Тұлпар\": Агро # 1;;300 000;2024;Акмолинская обл.;Благотворительность;Уголь: 20 тонн\n\
    Фонд «Дала»;;1,2 млн;05.03.2024;Астана;Благотворительность;Одежда\n\
    Итого;;1 750 000;;;;\n";

#[test]
fn a_sheet_is_told_of_first_and_written_after() {
    let site = base().with("gifts.csv", SHEET);
    let before = site.read("content/patrons/akmola.yaml");
    let told = import(&site, "gifts.csv", &[]);
    assert_eq!(told.code, 0, "{}", told.err);
    for line in [
        "row 5, column C: “1,2 млн” seems to be rounded; say the exact amount; perhaps: 1200000",
        "\"1,2 млн\" = \"1200000\"",
        "Understood: 3; on record already: 0; doubtful: 1; refused: 0; passed over: 2; in all: 6",
    ] {
        assert!(told.out.contains(line), "{line}\n{}", told.out);
    }
    assert!(
        told.err.contains("Delivered: ₸5,300,000 → ₸7,050,000"),
        "{}",
        told.err
    );
    assert_eq!(site.read("content/patrons/akmola.yaml"), before);
    let done = import(&site, "gifts.csv", &["--write"]);
    assert_eq!(done.code, 0, "{}", done.err);
    let after = site.read("content/patrons/akmola.yaml");
    // What stood there stands there, comments and all, in its order.
    let mut rest = after.lines();
    assert!(
        before.lines().all(|line| rest.any(|other| other == line)),
        "{after}"
    );
    for text in [
        "amount: 1 250 000\n      date: 2024-03-05",
        "kk: \"ТОО «Тұлпар»: Агро # 1\"",
        "kk: \"Уголь: 20 тонн\"",
    ] {
        assert!(after.contains(text), "{text}\n{after}");
    }
    assert!(after.trim_end().ends_with("\n# The end."), "{after}");
    // A person of whom nothing is said is not named, not even by an id or a file.
    let new = site.read("content/patrons/astana-2.yaml");
    assert!(
        new.contains("consent: anonymous") && new.starts_with("- id: p-"),
        "{new}"
    );
    assert!(!new.to_lowercase().contains("akhmetov"), "{new}");
    assert_eq!(site.check(), Vec::<String>::new());
    // The same sheet again, also with its rows in another order.
    let all = support::tree(&site.path("content"));
    let mut lines: Vec<&str> = SHEET.lines().collect();
    lines.swap(1, 3);
    site.write("gifts.csv", lines.join("\n"));
    brings_nothing_new(&site, 3);
    assert!(all == support::tree(&site.path("content")));
    // What an editor corrected since stays corrected.
    site.edit(
        "content/patrons/akmola.yaml",
        "amount: 1 250 000",
        "amount: 1 350 000",
    );
    brings_nothing_new(&site, 3);
}

#[test]
fn in_a_portal_of_one_region_no_region_has_to_be_stated() {
    let sheet = "Меценат;Сумма;Дата;Направление;На что\n\
        ТОО «Жер-Су»;1 250 000;05.03.2024;Благотворительность;Книги\n";
    let site = base().with("gifts.csv", sheet);
    let told = import(&site, "gifts.csv", &[]);
    assert!(told.out.contains("Understood: 0;"), "{}", told.out);
    let settings = site.read("site.toml");
    site.write("site.toml", format!("scope = \"akmola\"\n{settings}"));
    let told = import(&site, "gifts.csv", &["--write"]);
    let note = "no region is stated: that of the portal was taken (rows: 2)";
    assert!(told.out.contains(note), "{}{}", told.out, told.err);
    assert!(told.out.contains("Understood: 1;"), "{}", told.out);
    assert!(
        site.read("content/patrons/akmola.yaml")
            .contains("amount: 1 250 000")
    );
}

#[test]
fn gifts_of_a_project_stand_in_its_front_matter() {
    let site = base();
    site.edit(
        "content/projects/club.kk.md",
        "status: under-way",
        "status: under-way # since spring",
    );
    let sheet = fs::read(repository("tests/sheets/15-projects.csv")).unwrap();
    let site = site.with("gifts.csv", sheet);
    let club = site
        .read("content/projects/club.kk.md")
        .replace('\n', "\r\n");
    site.write("content/projects/club.kk.md", &club);
    let done = import(&site, "gifts.csv", &["--write"]);
    assert_eq!(done.code, 0, "{}", done.err);
    let after = site.read("content/projects/club.kk.md");
    let (head, rest) = club.split_once("---\r\n\r\n").unwrap();
    let (before, after) = (after.strip_prefix(head), after.strip_suffix(rest));
    assert!(before.is_some() && after.is_some(), "{before:?} {after:?}");
    for text in [
        "    patron: jer-su\r\n    amount: 700 000\r\n    date: 2024-04-01\r\n",
        "    patrons: [jer-su, dala-qory]\r\n",
    ] {
        assert!(before.unwrap().contains(text), "{before:?}");
    }
    // A planned project's gifts are promises, unless they say otherwise.
    let park = site.read("content/projects/park.kk.md");
    assert_eq!(park.matches("status: delivered").count(), 1, "{park}");
    assert_eq!(park.matches("amount: 800 000").count(), 2, "{park}");
    assert_eq!(site.check(), Vec::<String>::new());
    brings_nothing_new(&site, 5);
}

#[test]
fn nothing_is_written_where_the_content_would_have_errors() {
    let site = base()
        .with("gifts.csv", SHEET)
        .with("content/patrons/akmola-2.yaml", "id: a\n");
    let told = import(&site, "gifts.csv", &["--write"]);
    assert_eq!(told.code, 1, "{}", told.err);
    assert!(
        told.err
            .contains("the present content has errors: fix those first"),
        "{}",
        told.err
    );
    // A record in one line cannot be gone on with.
    let site = base().with("gifts.csv", SHEET).with(
        "content/patrons/akmola.yaml",
        "- {id: jer-su, kind: company, name: {kk: Жер-Су}, region: akmola}\n",
    );
    let told = import(&site, "gifts.csv", &["--write"]);
    assert_eq!(told.code, 2, "{}", told.err);
    assert!(
        told.err
            .contains("nothing can be added safely to content/patrons/akmola.yaml"),
        "{}",
        told.err
    );
}

#[test]
fn wrong_use_is_told_in_every_language() {
    let site = base().with("gifts.csv", SHEET).with(
        "import.toml",
        "[columns]\nA = \"sum\"\n[read]\nrepeats = \"нет\"\n",
    );
    for (lang, words) in [
        ("en", "import.toml:2:5"),
        ("en", "“sum” is not allowed here"),
        ("ru", "Значение «sum» здесь не подходит"),
        ("ru", "import.toml:4:11"),
        ("kk", "import.toml:2:5"),
    ] {
        let sheet = site.path("gifts.csv");
        let told = site.run(&["import", sheet.to_str().unwrap(), "--ui-lang", lang]);
        assert_eq!(told.code, 2);
        assert!(told.err.contains(words), "{}", told.err);
    }
    site.remove("import.toml");
    site.write("import.toml.txt", "");
    let misnamed = import(&site, "gifts.csv", &[]);
    assert_eq!(misnamed.code, 2);
    let words = "import.toml.txt is not read: rename it to import.toml.";
    assert!(misnamed.err.contains(words), "{}", misnamed.err);
    site.remove("import.toml.txt");
    let none = import(&site, "none.csv", &[]);
    assert_eq!((none.code, none.out.as_str()), (2, ""));
    assert_eq!(site.run(&["import"]).code, 2);
    let broken = site.with("broken.xlsx", "PK no workbook");
    assert_eq!(import(&broken, "broken.xlsx", &[]).code, 2);
}

#[test]
fn a_list_of_patrons_is_written_without_gifts() {
    let sheet = fs::read(repository("tests/sheets/57-patrons.csv")).unwrap();
    let site = base().with("gifts.csv", sheet);
    let done = import(&site, "gifts.csv", &["--write"]);
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(
        done.err
            .contains("new gifts: 0; new patrons: 3, of whom not named: 1"),
        "{}",
        done.err
    );
    let new = site.read("content/patrons/abai.yaml");
    let expected = "- id: altyn-tau\n  kind: company\n  name:\n    kk: \"«Алтын Тау» ЖШС\"\n    ru: \"ТОО «Алтын Тау»\"\n  region: abai\n";
    assert_eq!(new, expected);
    let new = site.read("content/patrons/west.yaml");
    assert!(
        new.contains("consent: anonymous") && !new.contains("serikov"),
        "{new}"
    );
    assert_eq!(site.check(), Vec::<String>::new());
    brings_nothing_new(&site, 5);
}

#[test]
fn ids_are_written_so_that_they_stay_texts() {
    let sheet = "Меценат;Сумма;Дата;Регион;Направление;На что\n\
        ТОО «1E5»;200 000;05.03.2024;Астана;Благотворительность;Книги\n\
        ТОО «No»;300 000;05.03.2024;Астана;Благотворительность;Книги\n";
    let site = base().with("gifts.csv", sheet);
    let done = import(&site, "gifts.csv", &["--write"]);
    assert_eq!(done.code, 0, "{}", done.err);
    let new = site.read("content/patrons/astana-2.yaml");
    assert!(
        new.contains("id: \"1e5\"\n") && new.contains("id: \"no\"\n"),
        "{new}"
    );
    assert_eq!(site.check(), Vec::<String>::new());
    brings_nothing_new(&site, 2);
}

#[test]
fn what_is_unknown_is_answered() {
    let sheet = "Меценат;Сумма;Дата;Регион;Направление;На что\n\
        ТОО «Жер-Су»;200 000;05.03.2024;Марсианская обл.;Благотворительность;Книги\n";
    let site = base().with("gifts.csv", sheet);
    let told = import(&site, "gifts.csv", &[]);
    let line = "  [meant.region]\n  \"Марсианская обл.\" = \"\"  # the id of the right one on the portal\n";
    assert!(told.out.contains(line), "{}", told.out);
    site.write(
        "import.toml",
        "[meant.region]\n\"Марсианская обл.\" = \"akmola\"\n",
    );
    let told = import(&site, "gifts.csv", &[]);
    assert!(told.out.contains("Understood: 1;"), "{}", told.out);
}

const CORRECTED: &str = "Меценат;Сумма;Дата;Регион;Направление;На что\n\
    ТОО «Жер-Су»;100 000;06.03.2024;akmola;charity;Ұн\n\
    «Тұлпар» ЖШС;200 000;07.03.2024;akmola;charity;Көмір\n";

/// The mark of the row that a report asks about.
fn asked(told: &Run) -> String {
    let mut lines = told.out.lines().map(str::trim_start);
    let line = lines.find(|line| line.starts_with("row-"));
    let line = line.unwrap_or_else(|| panic!("{}{}", told.out, told.err));
    line.split(' ').next().unwrap().to_owned()
}

#[test]
fn a_row_that_was_corrected_corrects_its_gift() {
    for (wrong, right, before, after) in [
        ("100 000", "150 000", "amount: 100 000", "amount: 150 000"),
        (
            "06.03.2024",
            "08.03.2024",
            "date: 2024-03-06",
            "date: 2024-03-08",
        ),
    ] {
        let site = base().with("gifts.csv", CORRECTED);
        assert_eq!(import(&site, "gifts.csv", &["--write"]).code, 0);
        // What an editor adds stays.
        let file = "content/patrons/akmola.yaml";
        site.edit(
            file,
            "        kk: \"Ұн\"\n",
            "        kk: \"Ұн\"\n        en: \"Flour\" # checked\n",
        );
        let written = site.read(file);
        site.write("gifts.csv", CORRECTED.replace(wrong, right));
        let told = import(&site, "gifts.csv", &["--write"]);
        let words = "like a gift that was imported before and whose row is gone: «Жер-Су» ЖШС, 100 000, 2024-03-06, Ұн";
        assert!(told.out.contains(words), "{}", told.out);
        assert_eq!(site.read(file), written);
        let mark = asked(&told);
        site.write("import.toml", format!("[rows]\n{mark} = \"correct\"\n"));
        let done = import(&site, "gifts.csv", &["--write"]);
        assert!(
            done.err.contains("new gifts: 0; corrected: 1;"),
            "{}",
            done.err
        );
        let now = site.read(file);
        let id = written
            .split("id: row-")
            .nth(1)
            .and_then(|rest| rest.get(..12))
            .unwrap();
        let expected = written
            .replace(before, after)
            .replace(&format!("row-{id}"), &mark);
        assert_eq!(now, expected);
        assert_eq!(site.check(), Vec::<String>::new());
        brings_nothing_new(&site, 2);
        // The other answer: it is another gift.
        site.write(file, &written);
        site.write("import.toml", format!("[rows]\n{mark} = \"take\"\n"));
        let done = import(&site, "gifts.csv", &["--write"]);
        assert!(
            done.err.contains("new gifts: 1; new patrons"),
            "{}",
            done.err
        );
    }
}

#[test]
fn a_gift_whose_giver_was_corrected_moves_to_whom_it_is_of() {
    let site = base().with("gifts.csv", CORRECTED);
    assert_eq!(import(&site, "gifts.csv", &["--write"]).code, 0);
    let file = "content/patrons/akmola.yaml";
    site.edit(
        file,
        "        kk: \"Ұн\"\n",
        "        kk: \"Ұн\"\n        en: \"Flour\"\n",
    );
    site.write(
        "gifts.csv",
        CORRECTED.replace("ТОО «Жер-Су»", "Фонд «Дала»"),
    );
    let mark = asked(&import(&site, "gifts.csv", &[]));
    site.write("import.toml", "[read]\nalike = \"correct\"\n");
    let done = import(&site, "gifts.csv", &["--write"]);
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(!site.read(file).contains("Ұн"), "{}", site.read(file));
    let new = site.read("content/patrons/astana.yaml");
    assert!(
        new.contains(&format!("id: {mark}")) && new.contains("en: \"Flour\""),
        "{new}"
    );
    assert_eq!(site.check(), Vec::<String>::new());
    brings_nothing_new(&site, 2);
}

#[test]
fn a_purpose_is_corrected_where_no_import_wrote_it() {
    let sheet = "Меценат;Сумма;Дата;Регион;Направление;На что\n\
        ТОО «Жер-Су»;300 000;05.10.2023;akmola;charity;Уголь для двух школ\n";
    let site = base().with("gifts.csv", sheet);
    let file = "content/patrons/akmola.yaml";
    let before = site.read(file);
    let told = import(&site, "gifts.csv", &[]);
    assert!(
        told.out
            .contains("the portal has the same gift with a differently worded purpose"),
        "{}",
        told.out
    );
    let mark = asked(&told);
    site.write("import.toml", format!("[rows]\n{mark} = \"correct\"\n"));
    let done = import(&site, "gifts.csv", &["--write"]);
    assert!(
        done.err.contains("new gifts: 0; corrected: 1;"),
        "{}",
        done.err
    );
    let new = "kk: \"Уголь для двух школ\"\n        ru: \"Уголь для двух школ\"";
    let old = "kk: \"Мектепке көмір\"\n        ru: \"Уголь для школы\"";
    assert_eq!(site.read(file), before.replace(old, new));
    brings_nothing_new(&site, 1);
}

#[test]
fn gifts_of_a_project_are_corrected_in_their_places() {
    let sheet = "Меценат;Сумма;Дата;Проект\nТОО «Жер-Су»;100 000;06.03.2024;Сельский клуб\n\
        ТОО «Жер-Су»;200 000;07.03.2024;Сельский клуб\n";
    let site = base().with("gifts.csv", sheet);
    let done = import(&site, "gifts.csv", &["--write"]);
    assert_eq!(done.code, 0, "{}", done.err);
    site.write("import.toml", "[read]\nalike = \"correct\"\n");
    let sheet = sheet.replace("ТОО «Жер-Су»;100 000", "Фонд «Дала»;100 000");
    site.write("gifts.csv", sheet.replace("200 000", "250 000"));
    let done = import(&site, "gifts.csv", &["--write"]);
    assert!(
        done.err.contains("new gifts: 0; corrected: 2;"),
        "{}",
        done.err
    );
    let club = site.read("content/projects/club.kk.md");
    assert!(
        club.contains("patron: dala-qory\n    amount: 100 000\n"),
        "{club}"
    );
    assert!(
        club.contains("patron: jer-su\n    amount: 250 000\n"),
        "{club}"
    );
    assert_eq!(site.check(), Vec::<String>::new());
    brings_nothing_new(&site, 2);
}

#[test]
fn a_gift_without_a_name_is_written_and_known_again() {
    let sheet = fs::read(repository("tests/sheets/69-without-names.csv")).unwrap();
    let site = base().with("gifts.csv", sheet);
    let done = import(&site, "gifts.csv", &["--write"]);
    assert_eq!(done.code, 0, "{}", done.err);
    let new = site.read("content/patrons/akmola.yaml");
    assert!(new.contains("name:\n    kk: \"Аноним\"\n"), "{new}");
    assert!(!new.contains("айтқысы"), "{new}");
    // There is nothing to be looked for, and nobody to be taken for another.
    site.write(
        "content/pages/about.kk.md",
        "---\ntitle: Портал туралы\n---\n\nАноним көмектесті.\n",
    );
    assert_eq!(site.check(), Vec::<String>::new());
    brings_nothing_new(&site, 7);
}

#[test]
fn what_is_told_of_the_answers_can_be_written() {
    for (lang, none) in [
        ("kk", "ештеңе жоқ"),
        ("ru", "нового нет"),
        ("en", "nothing new"),
    ] {
        let told = run(program().args(["explain", "import.toml", "--ui-lang", lang]));
        assert_eq!(told.code, 0, "{}", told.err);
        let (_, example) = told.out.split_once("\n\n").unwrap();
        for section in ["columns", "default", "meant.consent", "rows", "read"] {
            assert!(
                example.contains(&format!("[{section}]")),
                "{lang}: {section}"
            );
        }
        let site = base().with("gifts.csv", SHEET.lines().next().unwrap());
        let site = site.with("import.toml", example);
        let sheet = site.path("gifts.csv");
        let read = site.run(&["import", sheet.to_str().unwrap(), "--ui-lang", lang]);
        assert_eq!(read.code, 0, "{}{}", read.out, read.err);
        assert!(read.err.contains(none), "{}", read.err);
    }
}

#[test]
fn a_report_is_no_sheet() {
    let site = base().with("gifts.csv", SHEET);
    let report = site.path("checked.xlsx");
    let told = import(&site, "gifts.csv", &["--report", report.to_str().unwrap()]);
    assert_eq!(told.code, 0, "{}", told.err);
    let told = import(&site, "checked.xlsx", &[]);
    assert_eq!((told.code, &*told.out), (2, ""));
    assert!(
        told.err
            .contains("checked.xlsx is a report, not the sheet itself"),
        "{}",
        told.err
    );
}

#[cfg(unix)]
#[test]
fn nothing_is_waited_for() {
    let site = base().with("gifts.csv", SHEET);
    for name in ["import.toml", "pipe.csv"] {
        let made = std::process::Command::new("mkfifo")
            .arg(site.path(name))
            .status();
        assert!(made.unwrap().success());
    }
    let told = import(&site, "gifts.csv", &[]);
    assert_eq!(told.code, 2);
    assert!(
        told.err
            .contains("import.toml could not be read: this is not an ordinary file"),
        "{}",
        told.err
    );
    site.remove("import.toml");
    let told = import(&site, "pipe.csv", &[]);
    assert!(
        told.err
            .contains("could not be read: this is not an ordinary file"),
        "{}",
        told.err
    );
}

/// A workbook with a sheet whose XML is another.
fn with_sheet(xml: &str) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().set_name("Лист").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let mut old = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut new = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for at in 0..old.len() {
        let file = old.by_index_raw(at).unwrap();
        match file.name().unwrap() == "xl/worksheets/sheet1.xml" {
            true => {
                let options = zip::write::SimpleFileOptions::default();
                new.start_file("xl/worksheets/sheet1.xml", options).unwrap();
                std::io::Write::write_all(&mut new, xml.as_bytes()).unwrap();
            }
            false => new.raw_copy_file(file).unwrap(),
        }
    }
    new.finish().unwrap().into_inner()
}

#[test]
fn a_sheet_that_cannot_be_read_is_no_empty_one() {
    let cut = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>5</v></c>";
    let far = "<worksheet><sheetData><row r=\"1048576\"><c r=\"XFD1048576\"><v>5</v></c></row></sheetData></worksheet>";
    let site = base()
        .with("cut.xlsx", with_sheet(cut))
        .with("far.xlsx", with_sheet(far));
    for (sheet, words) in [
        ("cut.xlsx", "cut.xlsx: the sheet “Лист” could not be read: "),
        (
            "far.xlsx",
            "far.xlsx: the sheet “Лист” has something as far out as XFD1048576; copy the table alone to a new sheet: \
             at most 100,000 rows and 500 columns, 4,000,000 cells in all",
        ),
    ] {
        let told = import(&site, sheet, &[]);
        assert_eq!((told.code, &*told.out), (2, ""));
        assert!(told.err.contains(words), "{}", told.err);
    }
}

/// The texts of all cells of a workbook.
fn all_cells(path: &std::path::Path) -> Vec<String> {
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(path).unwrap();
    let sheets = calamine::Reader::worksheets(&mut book);
    let ranges = sheets.iter().map(|(_, range)| range);
    let cells = ranges.flat_map(|range| range.used_cells().map(|(_, _, cell)| cell.to_string()));
    cells.collect()
}

#[test]
fn a_public_export_holds_nobody_who_is_not_public() {
    let site = base().with(
        "content/projects/secret.kk.md",
        "---\ntitle: Жасырын жоба\nregion: astana\ndirection: infrastructure\nstatus: planned\ndraft: true\n\
         contributions:\n  - {patron: jer-su, amount: 7 000 000, date: 2024-02-01, note: {kk: Әзірге құпия}}\n---\n\nБолады.\n",
    );
    assert_eq!(export(&site, "all.xlsx", &[]).code, 0);
    assert_eq!(
        export(&site, "public.xlsx", &["--public", "--drafts"]).code,
        0
    );
    for (book, holds) in [("all.xlsx", true), ("public.xlsx", false)] {
        let cells = all_cells(&site.path(book)).join("\n");
        for text in [
            "Жасырын жоба",
            "Әзірге құпия",
            "Өрнекбаев",
            "Тумар",
            "p-7c41d0",
        ] {
            assert_eq!(cells.contains(text), holds, "{book}: {text}");
        }
        assert!(cells.contains("«Дала» қайырымдылық қоры"), "{book}");
    }
    // A text that names somebody refuses it all, and the place is told without the name.
    site.edit(
        "content/patrons/akmola.yaml",
        "kk: \"Мектепке көмір\"",
        "kk: \"Үлгіхан Өрнекбаев сұраған көмір\"",
    );
    let told = export(&site, "names.xlsx", &["--public"]);
    assert_eq!(told.code, 1, "{}", told.err);
    assert!(!site.path("names.xlsx").exists());
    for text in [
        "content/patrons/akmola.yaml:",
        "names.xlsx was not written: ",
    ] {
        assert!(told.err.contains(text), "{text}: {}", told.err);
    }
    assert!(!told.err.contains("Өрнекбаев"), "{}", told.err);
    let file = site.path("empty.xlsx");
    let file = file.to_str().unwrap();
    assert_eq!(site.run(&["import", "--template", file]).code, 0);
    assert_eq!(export(&site, "names.xlsx", &[]).code, 0);
}

#[test]
fn an_export_says_what_it_holds_and_stays_out_of_what_is_published() {
    let site = base();
    fs::create_dir_all(site.path("content/static")).unwrap();
    fs::create_dir_all(site.path("dist")).unwrap();
    for inside in [
        "content/static/all.xlsx",
        "content/all.xlsx",
        "dist/all.xlsx",
    ] {
        let told = export(&site, inside, &[]);
        assert_eq!(told.code, 2);
        assert!(told.err.contains("cannot be kept here"), "{}", told.err);
        assert!(!site.path(inside).exists());
    }
    let told = export(&site, "all.xlsx", &[]);
    assert!(
        told.err
            .contains("ATTENTION: this sheet holds names that must not be published."),
        "{}",
        told.err
    );
    assert_eq!(
        export(&site, "all.xlsx", &[]).code,
        2,
        "what is there stays"
    );
    let told = export(&site, "public.xlsx", &["--public"]);
    assert_eq!(told.code, 0);
    assert!(!told.err.contains("ATTENTION"), "{}", told.err);
    let again = import(&site, "all.xlsx", &["--write"]);
    assert!(
        again
            .out
            .contains("Understood: 0; on record already: 7; doubtful: 0; refused: 0;"),
        "{}",
        again.out
    );
}

#[test]
fn an_empty_sheet_has_the_lists_of_the_portal() {
    let site = base();
    let file = site.path("empty.xlsx");
    let done = site.run(&[
        "import",
        "--template",
        file.to_str().unwrap(),
        "--ui-lang",
        "ru",
    ]);
    assert_eq!(done.code, 0, "{}", done.err);
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(&file).unwrap();
    let names = calamine::Reader::sheet_names(&book);
    assert_eq!(names, ["Пояснение", "Вклады", "Меценаты", "Списки"]);
    let mut cells = |sheet: &str| -> Vec<String> {
        let range = calamine::Reader::worksheet_range(&mut book, sheet).unwrap();
        range
            .used_cells()
            .map(|(_, _, cell)| cell.to_string())
            .collect()
    };
    let lists = cells("Списки");
    for value in [
        "ТОО «Жер-Су» [jer-su]",
        "Акмолинская область [akmola]",
        "Школа [school]",
        "обещано",
    ] {
        assert!(lists.iter().any(|cell| cell == value), "{value}: {lists:?}");
    }
    assert!(
        !lists.iter().any(|cell| cell.contains("Орнекбаев")),
        "{lists:?}"
    );
    assert!(cells("Вклады").contains(&"Сомасы, теңге / Сумма, тенге / Amount, tenge".to_owned()));
    // Where it would be published it is not written.
    fs::create_dir_all(site.path("content/static")).unwrap();
    let inside = site.path("content/static/x.xlsx");
    let told = site.run(&["import", "--template", inside.to_str().unwrap()]);
    assert_eq!(told.code, 2, "{}", told.err);
    assert!(!inside.exists());
}

#[test]
fn an_import_warns_of_all_that_check_will() {
    let sheet = "Меценат;Сумма;Дата;Регион;Направление;На что\n\
        Сейдахметов Асқар;700 000;05.03.2021;west;charity;Уголь\n";
    let site = base().with("gifts.csv", sheet);
    let done = import(&site, "gifts.csv", &["--write"]);
    assert_eq!(done.code, 0, "{}", done.err);
    let checked = site.run(&["check", "--ui-lang", "en"]);
    let warnings = |of: &Run| of.err.matches("warning[").count();
    assert!(warnings(&checked) > 0, "{}", checked.err);
    assert_eq!(
        warnings(&done),
        warnings(&checked),
        "{}\n{}",
        done.err,
        checked.err
    );
    assert!(done.err.contains("T0232"), "{}", done.err);
}

const OF_2024: &str = "Меценат;Сумма;Дата;Регион;Направление;На что\n\
    ТОО «Жер-Су»;100 000;06.03.2024;akmola;charity;Ұн\n\
    ТОО «Жер-Су»;210 000;07.03.2024;akmola;charity;Көмір\n";

/// Brings the first gift of a sheet into a project, as an editor does.
fn moved_into_project(site: &Site) -> String {
    let file = "content/patrons/akmola.yaml";
    let text = site.read(file);
    let start = text.find("    - id: row-").unwrap();
    let end = start + text[start + 1..].find("    - id: row-").unwrap() + 1;
    let id = text[start..].split_whitespace().nth(2).unwrap().to_owned();
    site.write(file, format!("{}{}", &text[..start], &text[end..]));
    site.edit(
        "content/projects/club.kk.md",
        "contributions:\n",
        &format!(
            "contributions:\n  - {{id: {id}, patron: jer-su, amount: 100 000, date: 2024-03-06}}\n"
        ),
    );
    id
}

/// The answer that the one doubtful row of a report is a correction.
fn corrects(report: &str) -> String {
    let (_, rows) = report
        .split_once("[rows]")
        .unwrap_or_else(|| panic!("{report}"));
    let start = rows.find("row-").unwrap();
    let label = rows[start..].split_whitespace().next().unwrap();
    format!("[rows]\n{label} = \"correct\"\n")
}

#[test]
fn a_gift_in_a_project_is_found_when_its_row_is_corrected() {
    for (wrong, right) in [
        ("100 000", "150 000"),
        ("06.03.2024", "09.03.2024"),
        ("charity;Ұн", "charity;Ұн мен қант"),
    ] {
        let site = base().with("gifts.csv", OF_2024);
        assert_eq!(import(&site, "gifts.csv", &["--write"]).code, 0);
        let id = moved_into_project(&site);
        brings_nothing_new(&site, 2);
        site.write("gifts.csv", OF_2024.replacen(wrong, right, 1));
        let told = import(&site, "gifts.csv", &["--write"]);
        assert!(told.out.contains("Understood: 0;"), "{right}\n{}", told.out);
        assert!(
            told.out.contains("100 000, 2024-03-06, Сельский клуб"),
            "{}",
            told.out
        );
        // What has no row any more is told with its mark.
        let without = OF_2024.lines().filter(|line| !line.contains("Ұн"));
        site.write("gifts.csv", without.collect::<Vec<_>>().join("\n"));
        let gone = import(&site, "gifts.csv", &[]);
        assert!(
            gone.out
                .contains("no row of this sheet matches them any more"),
            "{}",
            gone.out
        );
        assert!(
            gone.out.contains(&format!("  {id}: «Жер-Су» ЖШС, 100 000")),
            "{}",
            gone.out
        );
        // It stays in its project, and changes there.
        site.write("gifts.csv", OF_2024.replacen(wrong, right, 1));
        site.write("import.toml", corrects(&told.out));
        let done = import(&site, "gifts.csv", &["--write"]);
        assert_eq!(done.code, 0, "{}", done.err);
        let club = site.read("content/projects/club.kk.md");
        assert!(!club.contains(&id) && club.contains("id: row-"), "{club}");
        assert_eq!(site.check(), Vec::<String>::new());
        brings_nothing_new(&site, 2);
    }
}

#[test]
fn a_correction_writes_over_what_the_row_says_and_nothing_else() {
    let site = base().with("gifts.csv", OF_2024);
    assert_eq!(import(&site, "gifts.csv", &["--write"]).code, 0);
    let file = "content/patrons/akmola.yaml";
    site.edit(
        file,
        "date: 2024-03-06\n",
        "date: 2024-03-06\n      status: pledged\n      district: zerendi\n",
    );
    site.edit(file, "kk: \"Ұн\"", "kk: \"Ауыл мектебіне ұн\"");
    let edited = site.read(file);
    site.write("gifts.csv", OF_2024.replace("100 000", "120 000"));
    let told = import(&site, "gifts.csv", &[]);
    for text in [
        "was edited on the portal since",
        "What the row writes over: Amount, tenge 100 000 → 120 000.",
        "What stays as it is on the portal: Purpose.",
    ] {
        assert!(told.out.contains(text), "{text}\n{}", told.out);
    }
    // One answer to all rows writes over none in which more than one thing differs.
    site.write("import.toml", "[read]\nalike = \"correct\"\n");
    let asked = import(&site, "gifts.csv", &[]);
    assert!(asked.out.contains("Understood: 0;"), "{}", asked.out);
    site.write("import.toml", corrects(&told.out));
    let done = import(&site, "gifts.csv", &["--write"]);
    assert_eq!(done.code, 0, "{}", done.err);
    let now = site.read(file);
    let without_ids = |text: &str| {
        let lines = text.lines().filter(|line| !line.contains("id: row-"));
        lines.collect::<Vec<_>>().join("\n")
    };
    let expected = edited.replace("amount: 100 000", "amount: 120 000");
    assert_eq!(without_ids(&now), without_ids(&expected));
    brings_nothing_new(&site, 2);
}

#[test]
fn warnings_of_a_dry_run_name_the_row() {
    let sheet = "Меценат;Сумма;Дата;Регион;Направление;На что\n\
        Сейдахметов Асқар;700 000;05.03.2021;west;charity;Подарки ко Дню защиты детей\n\
        Жақсыбеков Асқар;700 000;05.03.2022;west;charity;Кубок «Алтын доп»\n";
    let site = base().with("gifts.csv", sheet);
    let told = import(&site, "gifts.csv", &[]);
    let line = "row 3, column F: warning[T0231]: The purpose of a gift of the anonymous patron in row 3 names something (“Алтын доп”)";
    assert!(told.err.contains(line), "{}", told.err);
    assert_eq!(told.err.matches("T0231]").count(), 1, "{}", told.err);
    let rows: Vec<&str> = told
        .err
        .lines()
        .filter_map(|line| line.strip_prefix("row ")?.split(',').next())
        .collect();
    assert_eq!(rows, ["2", "3", "3"], "{}", told.err);
    assert!(
        !told.err.contains("west.yaml") && !told.err.contains("anonymous patron “p-"),
        "{}",
        told.err
    );
}

#[test]
fn a_report_is_written_anew() {
    let site = base().with("gifts.csv", SHEET).with("other.xlsx", "mine");
    let report = |file: &str| {
        let path = site.path(file);
        import(&site, "gifts.csv", &["--report", path.to_str().unwrap()])
    };
    assert_eq!(report("checked.xlsx").code, 0);
    let again = report("checked.xlsx");
    assert_eq!(again.code, 0, "{}", again.err);
    let other = report("other.xlsx");
    assert_eq!(other.code, 2);
    assert!(
        other
            .err
            .contains("Choose another file name, or delete this one"),
        "{}",
        other.err
    );
    assert_eq!(site.read("other.xlsx"), "mine");
    let cells = all_cells(&site.path("checked.xlsx"));
    assert!(
        cells.iter().any(|cell| cell.starts_with("row-")),
        "{cells:?}"
    );
}

const NAMED_LIKE_A_DISTRICT: &str = "- id: steppes\n  name: {kk: Дала өңірі, ru: Степной край, en: Steppe Land}\n  districts:\n\
    \x20   - {id: magzhan-zhumabaev, name: {kk: Мағжан Жұмабаев ауданы, ru: район Магжана Жумабаева, en: Magzhan Zhumabaev District}}\n";

/// A sheet with one whom nobody may name.
fn gift_of(name: &str) -> String {
    format!(
        "Меценат;Сумма;Дата;Регион;Направление;На что;Согласие\n{name};700 000;05.03.2021;akmola;charity;Уголь;нет\n"
    )
}

#[test]
fn the_name_of_a_district_is_not_that_of_a_patron() {
    let site = base()
        .with("content/regions/steppes.yaml", NAMED_LIKE_A_DISTRICT)
        .with("gifts.csv", gift_of("ИП Жумабаева"));
    let done = import(&site, "gifts.csv", &["--write"]);
    assert_eq!(done.code, 0, "{}", done.err);
    let checked = site.run(&["check", "--ui-lang", "en"]);
    assert!(
        !checked.err.contains("T0225") && !checked.err.contains("T0230"),
        "{}",
        checked.err
    );
    assert_eq!(checked.code, 0, "{}", checked.err);
}

#[test]
fn what_check_would_refuse_is_not_written() {
    let page = "---\ntitle: Бет\n---\n\nУголь привезла Жумабаева.\n";
    let site = base()
        .with("content/pages/coal.kk.md", page)
        .with("gifts.csv", gift_of("ИП Жумабаева"));
    let before = site.read("content/patrons/akmola.yaml");
    let done = import(&site, "gifts.csv", &["--write"]);
    assert_eq!(done.code, 1, "{}", done.err);
    assert!(
        done.err.contains("T0225") && done.err.contains("coal.kk.md:5"),
        "{}",
        done.err
    );
    assert_eq!(site.read("content/patrons/akmola.yaml"), before);
    site.remove("content/pages/coal.kk.md");
    assert_eq!(import(&site, "gifts.csv", &["--write"]).code, 0);
    assert_eq!(site.run(&["check"]).code, 0);
}
