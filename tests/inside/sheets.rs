//! Sheets as people keep them, and what becomes of every row: `tests/sheets/`, a text beside each sheet. No row is ever lost.
//!
//! What is expected is written with `UPDATE=1 cargo test --lib inside::sheets`, and read by whoever does so. An export is read
//! again by an import, which finds nothing new in it.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;
use tagzym::locale::Language;
use tagzym::model::portal::Portal;
use tagzym::sheets::{
    Brings, GiftBook, Giver, Import, Known, Mapping, Setting, State, Unreadable, Where, gift_book,
    judge, lines, read, reasons_book,
};
use tagzym::{BuildOptions, Lang, Preparation, has_errors, language, prepare};

use super::support::{Site, repository};

/// The site that sheets are brought into.
fn base() -> Site {
    Site::case(&fs::read_to_string(repository("tests/sheets/base.site")).unwrap())
}

fn site() -> Preparation {
    let site = base();
    let prepared = prepare(site.root(), &BuildOptions::default());
    assert!(!has_errors(&prepared.diagnostics), "{:?}", site.check());
    prepared
}

fn portal(site: &Preparation) -> &Portal {
    &site.prepared.as_ref().unwrap().portal
}

fn judged(bytes: &[u8], mapping: &Mapping, portal: &Portal) -> Import {
    let known = Known::new(portal);
    let setting = Setting {
        mapping,
        today: Some(jiff::civil::date(2026, 1, 1)),
        chance: 7,
    };
    judge(read(bytes).unwrap(), &setting, &known)
}

/// The sheets, in order.
fn sheets() -> Vec<PathBuf> {
    let files = fs::read_dir(repository("tests/sheets")).unwrap();
    let files = files.map(|file| file.unwrap().path());
    let is_sheet = |path: &PathBuf| {
        let ending = path.extension().and_then(|ending| ending.to_str());
        matches!(ending, Some("csv" | "xlsx" | "ods" | "xls"))
    };
    let mut sheets: Vec<PathBuf> = files.filter(is_sheet).collect();
    sheets.sort();
    sheets
}

/// What became of each row: its state, what is said of it, and what would be written.
fn told(import: &Import, portal: &Portal) -> String {
    let mut told = String::new();
    for (at, sheet) in import.book.sheets.iter().enumerate() {
        let columns = import.columns[at].iter().flat_map(|columns| &columns.all);
        let columns: Vec<String> = columns
            .filter_map(|column| {
                let field = column.field?.word();
                let lang = column.lang.map_or(String::new(), |lang| format!(".{lang}"));
                Some(format!("{}={field}{lang}", column.index + 1))
            })
            .collect();
        writeln!(told, "# {} {}", sheet.name, columns.join(" ")).unwrap();
        for row in import.rows.iter().filter(|row| row.sheet == at) {
            write!(told, "{} {}", row.row, row.state.word()).unwrap();
            for remark in &row.remarks {
                let reason: &str = remark.reason.into();
                let column = remark
                    .column
                    .map_or(String::new(), |column| format!("@{}", column + 1));
                let meant = match remark.meant.is_empty() {
                    true => String::new(),
                    false => format!("({})", remark.meant.join("|")),
                };
                write!(told, " {reason}{column}{meant}").unwrap();
            }
            if let Some(Brings::Patron(new)) = &row.brings {
                let patron = &import.patrons[*new];
                let names: Vec<String> = patron
                    .name
                    .iter()
                    .map(|(lang, name)| format!("{lang}:{name}"))
                    .collect();
                write!(
                    told,
                    " => {}:{}:{} {} «{}»",
                    patron.id,
                    patron.kind.word(),
                    patron.consent.word(),
                    portal.regions[patron.region].record.id,
                    names.join("; ")
                )
                .unwrap();
            }
            if let Some(Brings::Correction(_, record)) = &row.brings {
                let annotation = portal.contributions[*record].annotation.as_ref();
                let id = annotation.and_then(|of| of.id.as_ref());
                write!(told, " [corrects {}]", id.unwrap()).unwrap();
            }
            if let Some(Brings::Gift(gift) | Brings::Correction(gift, _)) = &row.brings {
                let givers: Vec<String> = gift
                    .givers
                    .iter()
                    .map(|giver| match giver {
                        Giver::Known(patron) => portal.patrons[*patron].record.id.to_string(),
                        Giver::New(new) => {
                            let patron = &import.patrons[*new];
                            format!(
                                "{}:{}:{}",
                                patron.id,
                                patron.kind.word(),
                                patron.consent.word()
                            )
                        }
                    })
                    .collect();
                let amount = gift
                    .amount
                    .map_or("-".to_owned(), |amount| amount.0.to_string());
                let place = match gift.place {
                    Where::Project(project) => portal.projects[project].text.id.to_string(),
                    Where::Outside {
                        region,
                        district,
                        direction,
                        object,
                    } => {
                        let of = &portal.regions[region];
                        let district =
                            district.map(|district| format!("/{}", of.district(district).id));
                        let object =
                            object.map(|object| format!("/{}", portal.objects[object].record.id));
                        format!(
                            "{}{} {}{}",
                            of.record.id,
                            district.unwrap_or_default(),
                            portal.directions[direction].id,
                            object.unwrap_or_default()
                        )
                    }
                };
                let texts = [&gift.purpose, &gift.in_kind, &gift.note]
                    .into_iter()
                    .flatten();
                let texts: Vec<String> = texts
                    .flat_map(|text| {
                        text.iter()
                            .map(|(lang, text)| format!("{lang}:{text}"))
                            .collect::<Vec<_>>()
                    })
                    .collect();
                write!(
                    told,
                    " => {} {amount} {} {} {place} «{}»",
                    givers.join("+"),
                    gift.date,
                    gift.status.word(),
                    texts.join("; ")
                )
                .unwrap();
                if let Some((title, link)) = &gift.source {
                    write!(told, " [{title}]({link})").unwrap();
                }
            }
            told.push('\n');
        }
    }
    told
}

#[test]
fn every_row_of_every_sheet_is_told() {
    let site = site();
    let portal = portal(&site);
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    let all = sheets();
    assert!(all.len() >= 40, "{}", all.len());
    for path in all {
        let import = judged(&fs::read(&path).unwrap(), &Mapping::default(), portal);
        let told = told(&import, portal);
        let beside = path.with_extension(format!(
            "{}.txt",
            path.extension().unwrap().to_str().unwrap()
        ));
        if fs::read_to_string(&beside).ok().as_deref() != Some(&told) {
            wrong.push(format!("{}\n{told}", path.display()));
            if update {
                fs::write(&beside, &told).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_row_is_lost() {
    let site = site();
    let portal = portal(&site);
    for path in sheets() {
        let bytes = fs::read(&path).unwrap();
        let import = judged(&bytes, &Mapping::default(), portal);
        let rows: usize = import
            .book
            .sheets
            .iter()
            .map(|sheet| sheet.rows.len())
            .sum();
        let states = [
            State::Understood,
            State::Known,
            State::Doubtful,
            State::Refused,
            State::Skipped,
        ];
        let told: usize = states.iter().map(|state| import.count(*state)).sum();
        assert_eq!(rows, told, "{}", path.display());
        for row in &import.rows {
            let is_written = row.state == State::Understood;
            assert_eq!(
                row.brings.is_some(),
                is_written,
                "{}: {}",
                path.display(),
                row.row
            );
            assert!(
                is_written || !row.remarks.is_empty(),
                "{}: {}",
                path.display(),
                row.row
            );
        }
        // It can be told to people, too, in each language and as a workbook.
        for lang in Lang::ALL {
            let words: Language = language(lang);
            let text = lines(&import, "sheet", true, &words).join("\n");
            assert!(!text.contains("import-"), "{}: {text}", path.display());
            reasons_book(&import, &words).unwrap();
        }
    }
}

#[test]
fn editors_answer_what_they_are_asked() {
    let site = site();
    let portal = portal(&site);
    let sheet =
        "Кто;Взнос;Когда;Зачем\nТОО «Жер-Су»;1,2 млн;05.03.24;Книги\nБереке;5000;2024;Книги\n";
    let mapping = Mapping::sound(
        "[columns]\nA = \"patron\"\n\"Взнос\" = \"amount\"\nD = \"purpose.ru\"\n[default]\nregion = \"akmola\"\n\
         direction = \"charity\"\n[meant.amount]\n\"1,2 млн\" = 1200000\n[meant.date]\n\"05.03.24\" = \"2024-03-05\"\n\
         [meant.patron]\n\"Береке\" = \"new company\"\n",
    );
    let import = judged(sheet.as_bytes(), &mapping, portal);
    let told = told(&import, portal);
    assert_eq!(
        told,
        "#  1=patron 2=amount 3=date 4=purpose.ru\n1 skipped head\n\
         2 understood copied-text@4 => jer-su 1200000 2024-03-05 delivered akmola charity «kk:Книги; ru:Книги»\n\
         3 understood copied-text@4 new-patron@1 copied-text@1 home-of-gift@1 => bereke:company:public 5000 2024 delivered akmola charity «kk:Книги; ru:Книги»\n"
    );
}

/// What becomes of a sheet's rows by a mapping.
fn rows_by(mapping: &str, sheet: &str, portal: &Portal) -> Vec<String> {
    let mapping = Mapping::sound(mapping);
    let import = judged(sheet.as_bytes(), &mapping, portal);
    told(&import, portal).lines().map(str::to_owned).collect()
}

#[test]
fn a_yes_means_nothing_under_a_heading_that_only_an_editor_knows() {
    let site = site();
    let sheet = "Меценат;Секретно;Вид мецената;Область\nАхметов Асан;да;;akmola\nТОО «Дос»;нет;;akmola\n\
        ТОО «Аяз»;публично;;akmola\nТОО «Самал»;анонимно;;akmola\n";
    let expected = |is_answered: bool| {
        let yes = match is_answered {
            true => "2 understood new-patron@1 copied-text@1 => ahmetov-asan:person:public akmola",
            false => "2 doubtful unclear-yes@2",
        };
        [
            yes,
            "3 doubtful unclear-yes@2",
            "4 understood new-patron@1 => ayaz:company:public akmola",
            "5 understood new-anonymous@1 => p-63cbe1:company:anonymous akmola",
        ]
    };
    let columns = "[columns]\nB = \"consent\"\n";
    let answered = format!("{columns}[meant.consent]\n\"да\" = \"public\"\n");
    for (mapping, is_answered) in [(columns, false), (&answered, true)] {
        let rows = rows_by(mapping, sheet, portal(&site));
        for (row, expected) in rows[2..].iter().zip(expected(is_answered)) {
            assert!(row.starts_with(expected), "{row}\n{expected}");
        }
    }
}

#[test]
fn what_an_editor_says_of_all_rows_holds_for_a_list_of_patrons() {
    let site = site();
    let sheet = "Меценат;Область;Телефон\nТОО «Дос»;;87010000000\n";
    let told = |mapping: &str| rows_by(mapping, sheet, portal(&site));
    assert_eq!(told("")[1..], ["1 skipped no-table", "2 skipped no-table"]);
    let of = "[columns]\n\"Телефон\" = \"none\"\n";
    assert_eq!(told(of)[2], "2 doubtful no-region@2");
    let told = told(&format!("{of}[default]\nregion = \"astana\"\n"));
    let expected = "2 understood new-patron@1 => dos:company:public astana ";
    assert!(told[2].starts_with(expected), "{told:?}");
}

#[test]
fn what_a_sheet_says_of_its_amounts_goes_before_a_kept_unit() {
    let site = site();
    let portal = portal(&site);
    let mapping = Mapping::sound(
        "[read]\nunit = 1000\n[default]\nregion = \"akmola\"\ndirection = \"charity\"\n",
    );
    let amounts = |heading: &str, cell: &str| {
        let sheet =
            format!("Меценат;{heading};Дата;На что\nТОО «Жер-Су»;{cell};05.03.2024;Книги\n");
        let import = judged(sheet.as_bytes(), &mapping, portal);
        let told = told(&import, portal);
        let row = told.lines().last().unwrap().to_owned();
        let report = lines(&import, "sheet", false, &language(Lang::En)).join("\n");
        (row, report.contains("was multiplied by 1,000"))
    };
    for (heading, cell, starts, is_multiplied) in [
        (
            "Сумма",
            "1 250",
            "2 understood copied-text@4 => jer-su 1250000 ",
            true,
        ),
        (
            "Сумма",
            "1 250 000 тг",
            "2 understood copied-text@4 => jer-su 1250000 ",
            true,
        ),
        (
            "Сумма, тенге",
            "1 250 000",
            "2 understood copied-text@4 => jer-su 1250000 ",
            false,
        ),
        (
            "Сумма, тыс. тенге",
            "1 250",
            "2 understood copied-text@4 => jer-su 1250000 ",
            true,
        ),
        (
            "Сумма, млн тенге",
            "1,25",
            "2 doubtful thousands@2(1250000)",
            false,
        ),
        (
            "Сумма",
            "\"1,500\"",
            "2 doubtful unclear-mark@2(1500|1500000)",
            true,
        ),
    ] {
        let (row, told) = amounts(heading, cell);
        assert!(row.starts_with(starts), "{heading} {cell}: {row}");
        assert_eq!(told, is_multiplied, "{heading} {cell}");
    }
}

/// The lines for `import.toml` that a report proposes, as they stand there.
fn proposed(import: &Import) -> String {
    let report = lines(import, "sheet", false, &language(Lang::En));
    let from = report
        .iter()
        .position(|line| line.starts_with("Answer the questions"));
    let block = report.iter().skip(from.unwrap() + 1);
    let block = block.take_while(|line| !line.is_empty());
    block.map(|line| format!("{}\n", line.trim())).collect()
}

#[test]
fn proposed_answers_copied_as_they_are_answer_all_that_can_be_answered() {
    let site = site();
    let portal = portal(&site);
    let sheet = "Меценат;Сумма;Дата;Регион;Направление;На что\n\
        ТОО «Жер-Су»;1 млн 500 мың;05.03.2024;akmola;Школа;Книги\n\
        ТОО «Дос»;1 250 000,75;05.03.2024;Көкшетау;Детский сад;Книги\n\
        Садықов Ерлан;100 000;05.03.2024;akmola;charity;Книги\n\
        Садықов Ержан;100 000;05.03.2024;akmola;charity;Книги\n\
        «Алтай Балы» шаруа қожалығы;100 000;05.03.2024;akmola;;Книги\n";
    let asked = judged(sheet.as_bytes(), &Mapping::default(), portal);
    let answers = proposed(&asked);
    for line in [
        "[default]\ndirection = \"charity\"  # \"sponsorship\", \"infrastructure\"\n",
        "\"1 млн 500 мың\" = \"1500000\"\n",
        "\"1 250 000,75\" = \"1250000\"  # \"1250001\"\n",
        "\"Көкшетау\" = \"akmola\"\n",
        "\"Садықов Ержан\" = \"new person\"  # \"Садықов Ерлан\"\n",
    ] {
        assert!(answers.contains(line), "{line}\n{answers}");
    }
    let import = judged(sheet.as_bytes(), &Mapping::sound(&answers), portal);
    assert_eq!(
        import.count(State::Understood),
        5,
        "{}",
        told(&import, portal)
    );
    assert_eq!(import.patrons.len(), 4);
    // The district that stands in the column of regions is not lost.
    assert!(told(&import, portal).contains("akmola/kokshetau charity/kindergarten"));
}

#[test]
fn a_hidden_row_has_its_answer_among_the_proposed_ones() {
    let site = site();
    let bytes = fs::read(repository("tests/sheets/32-hidden.xlsx")).unwrap();
    let asked = judged(&bytes, &Mapping::default(), portal(&site));
    let answers = proposed(&asked);
    assert!(
        answers.contains("[read]\n# hidden = \"skip\"  # \"take\"\n"),
        "{answers}"
    );
}

#[test]
fn who_sounds_alike_can_be_somebody_new() {
    let site = site();
    let portal = portal(&site);
    let sheet = "Меценат;Сумма;Дата;Регион;Направление;На что\n\
        «Таң» ЖШС;100 000;05.03.2024;akmola;charity;Книги\n\
        «Тан» ЖШС;200 000;05.03.2024;north;charity;Книги\n\
        «Тан» ЖШС;300 000;05.03.2024;north;charity;Книги\n\
        «Таң» ЖШС;400 000;05.03.2024;akmola;charity;Книги\n";
    for (answer, patrons) in [("«Таң» ЖШС", 1), ("new company", 2)] {
        let mapping = format!("[meant.patron]\n\"«Тан» ЖШС\" = \"{answer}\"\n");
        let import = judged(sheet.as_bytes(), &Mapping::sound(&mapping), portal);
        assert_eq!(
            import.count(State::Understood),
            4,
            "{}",
            told(&import, portal)
        );
        assert_eq!(import.patrons.len(), patrons, "{answer}");
    }
}

#[test]
fn of_two_patrons_who_sound_alike_the_region_tells_which_has_to_be_asked_about() {
    let two = "- {id: tan, kind: company, name: {kk: «Таң» ЖШС, ru: ТОО «Таң», en: Tan LLP}, region: akmola}\n\
        - {id: tan-north, kind: company, name: {kk: «Тан» ЖШС, ru: ТОО «Тан», en: Than LLP}, region: north}\n";
    let site = base().with("content/patrons/two.yaml", two);
    let prepared = prepare(site.root(), &BuildOptions::default());
    let sheet = "Меценат;Сумма;Дата;Регион;Направление;На что\n\
        «Таң» ЖШС;100 000;05.03.2024;akmola;charity;Книги\n\
        «Тан» ЖШС;200 000;05.03.2024;north;charity;Книги\n\
        «Тан» ЖШС;300 000;05.03.2024;akmola;charity;Книги\n\
        «Таң» ЖШС;400 000;05.03.2024;astana;charity;Книги\n";
    let rows = rows_by("", sheet, portal(&prepared));
    for (row, starts) in rows[2..].iter().zip([
        "2 understood copied-text@6 => tan 100000",
        "3 understood copied-text@6 => tan-north 200000",
        "4 doubtful sounds-alike@1(tan|tan-north)",
        "5 understood copied-text@6 => tan 400000",
    ]) {
        assert!(row.starts_with(starts), "{row}\n{starts}");
    }
    let answered = "[meant.patron]\n\"«Тан» ЖШС\" = \"tan-north\"\n";
    let rows = rows_by(answered, sheet, portal(&prepared));
    assert!(rows[4].starts_with("4 understood"), "{}", rows[4]);
}

#[test]
fn what_was_joined_is_listed_among_what_the_program_took_by_itself() {
    let site = site();
    let sheet = "Меценат;Сумма;Дата;Регион;Направление;На что;Согласие\n\
        Қалиева Әсем;100 000;05.03.2024;akmola;charity;Книги;да\n\
        Калиева Асем;200 000;05.03.2024;akmola;charity;Книги;нет\n";
    let import = judged(sheet.as_bytes(), &Mapping::default(), portal(&site));
    let report = lines(&import, "sheet", false, &language(Lang::Ru)).join("\n");
    for line in [
        "Что программа приняла сама:",
        "Калиева Асем = Қалиева Әсем: написано по-разному, принято за одного мецената (строки: 3)",
        "«Қалиева Әсем»: в этой строке согласие есть, но в другой его нет: имя не показывается (строки: 2)",
    ] {
        assert!(report.contains(line), "{line}\n{report}");
    }
}

#[test]
fn answers_for_other_sheets_are_left_alone_and_slips_are_told() {
    let site = site();
    let sheet = "Меценат;Сумма;Дата;Регион;Направление;На что\nТОО «Жер-Су»;1,2 млн;05.03.2024;akmola;charity;Книги\n";
    let mapping = "[meant.amount]\n\"1,2 млнн\" = 1200000\n\"3,75 млн\" = 3750000\n[meant.patron]\n\"Каспий жарығы\" = \"new company\"\n";
    let import = judged(sheet.as_bytes(), &Mapping::sound(mapping), portal(&site));
    let report = lines(&import, "sheet", false, &language(Lang::En)).join("\n");
    assert!(
        report.contains("(correct the words): [meant.amount] \"1,2 млнн\"\n"),
        "{report}"
    );
}

#[test]
fn a_gift_that_somebody_brought_into_a_project_is_asked_about() {
    let site = base()
        .with("content/patrons/akmola.yaml", "- id: jer-su\n  kind: company\n  name: {kk: «Жер-Су» ЖШС, ru: ТОО «Жер-Су», en: Jer-Su LLP}\n  region: akmola\n");
    let prepared = prepare(site.root(), &BuildOptions::default());
    let portal = portal(&prepared);
    let sheet = "Меценат;Сумма;Дата;Регион;Направление;На что\nТОО «Жер-Су»;5 000 000;01.02.2024;akmola;charity;Клуб\n";
    let import = judged(sheet.as_bytes(), &Mapping::default(), portal);
    assert_eq!(
        import.count(State::Doubtful),
        1,
        "{}",
        told(&import, portal)
    );
    let report = lines(&import, "sheet", false, &language(Lang::En)).join("\n");
    assert!(
        report.contains("give it the label of this row, id: row-…, or answer skip"),
        "{report}"
    );
    let mark = import.rows.iter().find_map(|row| row.mark.clone()).unwrap();
    let text = site.read("content/projects/club.kk.md");
    let marked = text.replace(
        "date: 2024-02-01}",
        &format!("date: 2024-02-01, id: {mark}}}"),
    );
    let site = site.with("content/projects/club.kk.md", &marked);
    let prepared = prepare(site.root(), &BuildOptions::default());
    let portal = self::portal(&prepared);
    let import = judged(sheet.as_bytes(), &Mapping::default(), portal);
    assert_eq!(import.count(State::Known), 1, "{}", told(&import, portal));
}

/// The ids of the gifts that a sheet brings.
fn ids(import: &Import) -> Vec<String> {
    import.gifts().map(|gift| gift.id.to_string()).collect()
}

#[test]
fn a_row_is_the_same_whatever_stands_around_it() {
    let site = site();
    let portal = portal(&site);
    let of = |sheet: &str| ids(&judged(sheet.as_bytes(), &Mapping::default(), portal));
    let before = of(
        "Меценат;Сумма;Дата;Регион;Направление;На что\nТОО «Жер-Су»;100000;05.03.2024;akmola;charity;Книги\n",
    );
    assert_eq!(before.len(), 1);
    // A number, empty columns, another order.
    let after = of(
        "№;Примечание;Дата;Меценат;Сумма;Вид объекта;Регион;Направление;На что\n\
         1;;05.03.2024;ТОО «Жер-Су»;100000;-;akmola;charity;Книги\n",
    );
    assert_eq!(before, after);
}

#[test]
fn an_editor_leaves_rows_out_and_says_of_single_ones_what_they_are() {
    let site = site();
    let portal = portal(&site);
    let row = "ТОО «Жер-Су»;100000;05.03.2024;akmola;charity;Книги\n";
    let sheet = format!(
        "Меценат;Сумма;Дата;Регион;Направление;На что\n{row}{row}ТОО «Дос»;;05.03.2024;akmola;charity;Уголь\n"
    );
    let told = |mapping: &str| {
        let mapping = Mapping::sound(mapping);
        let import = judged(sheet.as_bytes(), &mapping, portal);
        let marks = import
            .rows
            .iter()
            .map(|row| row.mark.clone().unwrap_or_default());
        let report = lines(&import, "sheet", false, &language(Lang::En)).join("\n");
        (marks.collect::<Vec<_>>(), told(&import, portal), report)
    };
    let (marks, rows, report) = told("");
    assert!(
        rows.contains("3 doubtful repeated(skip|take)\n4 refused no-amount@2\n"),
        "{rows}"
    );
    for line in [
        format!("  {} = \"skip\"  # row 3; take", marks[2]),
        "  # row-… = \"skip\"  # rows that need no answer here: 1;".to_owned(),
    ] {
        assert!(report.contains(&line), "{line}\n{report}");
    }
    let (_, rows, _) = told("[read]\nrepeats = \"skip\"\n");
    assert!(rows.contains("3 skipped left-out\n"), "{rows}");
    let answers = format!("[rows]\n{} = \"take\"\n{} = \"skip\"\n", marks[2], marks[3]);
    let (_, rows, _) = told(&answers);
    assert!(
        rows.contains("3 understood copied-text@6 => jer-su 100000"),
        "{rows}"
    );
    assert!(rows.contains("4 skipped left-out\n"), "{rows}");
}

#[test]
fn answers_for_what_is_not_there_are_told() {
    let site = site();
    let sheet = "Меценат;Сумма;Дата;Регион;Направление;На что\nТОО «Жер-Су»;1 млн;05.03.2024;akmola;Спорт;Книги\n";
    let mapping = Mapping::sound(
        "[meant.amount]\n\"1,2 млн\" = 1200000\n[meant.direction]\n\"Спорт\" = \"спорт\"\n",
    );
    let import = judged(sheet.as_bytes(), &mapping, portal(&site));
    let report = lines(&import, "sheet", false, &language(Lang::En)).join("\n");
    for text in [
        "spelled a little differently in this sheet (correct the words): [meant.amount] \"1,2 млн\"",
        "the answer to it in import.toml is not an id or name that the portal knows",
        "\"Спорт\" = \"\"  # charity, sponsorship, infrastructure",
    ] {
        assert!(report.contains(text), "{text}\n{report}");
    }
}

#[test]
fn equal_questions_are_one() {
    let site = site();
    let row = |day: u32| format!("ТОО «Жер-Су»;100000;{day:02}.03.2024;Марс;charity;Книги\n");
    let rows: String = (1..=20).map(row).collect();
    let sheet = format!("Меценат;Сумма;Дата;Регион;Направление;На что\n{rows}");
    let import = judged(sheet.as_bytes(), &Mapping::default(), portal(&site));
    let report = lines(&import, "sheet", false, &language(Lang::En));
    let asked: Vec<&String> = report
        .iter()
        .filter(|line| line.contains("“Марс”"))
        .collect();
    let place = "  rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, … and 8 more, column D: ";
    assert!(asked.len() == 1 && asked[0].starts_with(place), "{asked:?}");
}

/// A workbook of two sheets, each with the same gift.
fn two_sheets(is_second_hidden: bool) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for nth in 0..2 {
        let page = book.add_worksheet();
        page.set_hidden(is_second_hidden && nth == 1);
        for (row, cells) in [
            [
                "Меценат",
                "Сумма",
                "Дата",
                "Регион",
                "Направление",
                "На что",
            ],
            [
                "ТОО «Жер-Су»",
                "100000",
                "05.03.2024",
                "akmola",
                "charity",
                "Книги",
            ],
        ]
        .iter()
        .enumerate()
        {
            page.write_row(row as u32, 0, *cells).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn what_stands_on_a_hidden_sheet_is_asked_about() {
    let site = site();
    let import = judged(&two_sheets(true), &Mapping::default(), portal(&site));
    let told = told(&import, portal(&site));
    assert!(
        told.ends_with("2 doubtful hidden repeated(skip|take)\n"),
        "{told}"
    );
}

#[test]
fn equal_rows_of_two_sheets_have_ids_of_their_own() {
    let site = site();
    let mapping = Mapping::sound("[read]\nrepeats = \"take\"\n");
    let import = judged(&two_sheets(false), &mapping, portal(&site));
    let ids = ids(&import);
    assert!(ids.len() == 2 && ids[0] != ids[1], "{ids:?}");
}

#[test]
fn a_cell_far_away_is_refused_before_there_is_room_for_it() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    page.set_name("Дальний").unwrap();
    page.write_string(0, 0, "Меценат").unwrap();
    page.write_string(1_048_575, 16_383, "x").unwrap();
    let told = read(&book.save_to_buffer().unwrap());
    let (name, cell) = ("Дальний".to_owned(), "XFD1048576".to_owned());
    assert_eq!(told, Err(Unreadable::TooWide { name, cell }));
}

/// How many patrons an export has on a sheet of their own.
fn listed(portal: &Portal) -> usize {
    let patrons = portal.patrons.rows().iter();
    patrons.filter(|patron| !patron.record.sample).count()
}

/// What an export has for an import: rows that are on record, each.
fn round_trip(site: &Preparation, what: GiftBook) -> (Import, usize) {
    let portal = portal(site);
    let (bytes, count) = gift_book(portal, what, &language(Lang::Ru), &mut |_| ()).unwrap();
    (judged(&bytes, &Mapping::default(), portal), count)
}

#[test]
fn an_export_brings_nothing_new() {
    let portals = [
        site(),
        prepare(Site::portal().root(), &BuildOptions::default()),
    ];
    for site in portals {
        let all = portal(&site).contributions.len();
        let (import, count) = round_trip(&site, GiftBook::All);
        assert_eq!(count, all);
        let told = told(&import, portal(&site));
        let known = all + listed(portal(&site));
        assert_eq!(import.count(State::Known), known, "{told}");
        assert_eq!(
            import.count(State::Doubtful)
                + import.count(State::Refused)
                + import.count(State::Understood),
            0,
            "{told}"
        );
        let (empty, none) = round_trip(&site, GiftBook::Empty);
        assert_eq!((none, empty.gifts().count()), (0, 0));
        let public = || {
            let words = language(Lang::Kk);
            gift_book(portal(&site), GiftBook::Public, &words, &mut |_| ()).unwrap()
        };
        let (bytes, shown) = public();
        let given = portal(&site).contributions.rows().iter();
        let is_named = |giver: &_| !portal(&site).patrons[*giver].is_anonymous();
        let named = given.filter(|gift| gift.patrons.iter().all(is_named));
        assert_eq!(shown, named.count());
        assert_eq!(bytes, public().0);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_given_an_export_of_it_brings_nothing_new(
        gifts in prop::collection::vec(
            (1_u64..1_000_000_000_000_000, 1995_i16..2025, 0_u8..13, prop::bool::ANY, "[а-яА-Яәі «»\"':#;,=+@0-9-]{0,30}", 0_usize..3),
            1..12,
        ),
    ) {
        let mut text = "id: given\nkind: person\nconsent: anonymous\nname: {kk: 'Аты; [id] жөні', ru: Имя}\nregion: astana\ncontributions:\n".to_owned();
        for (amount, year, month, is_pledged, purpose, region) in &gifts {
            let date = match month { 0 => year.to_string(), month => format!("{year}-{month:02}") };
            let region = ["akmola", "almaty", "almaty-region"][*region];
            let status = if *is_pledged { "pledged" } else { "delivered" };
            let purpose = purpose.replace('\'', "''");
            writeln!(text, "  - {{region: {region}, direction: charity, amount: {amount}, date: {date}, status: {status}, purpose: {{kk: 'Не {purpose}'}}}}").unwrap();
        }
        let site = base().with("content/patrons/given.yaml", text);
        let site = prepare(site.root(), &BuildOptions::default());
        prop_assert!(!has_errors(&site.diagnostics), "{:?}", super::support::lines(&site.diagnostics, &site.sources));
        let (import, count) = round_trip(&site, GiftBook::All);
        let known = count + listed(portal(&site));
        prop_assert_eq!(import.count(State::Known), known, "{}", told(&import, portal(&site)));
        prop_assert_eq!(import.gifts().count(), 0);
    }
}

#[test]
fn a_kind_of_help_is_kept_where_the_direction_is_answered() {
    let site = site();
    let portal = portal(&site);
    let sheet = "Меценат;Сумма;Дата;Регион;Направление;На что\n\
        ТОО «Жер-Су»;100 000;05.03.2024;akmola;Школа;Книги\n\
        ТОО «Жер-Су»;200 000;05.03.2024;akmola;Учёба;Книги\n";
    let answers = "[meant.direction]\n\"Школа\" = \"Спонсорская помощь\"\n\"Учёба\" = \"charity\"\n\
        [meant.object]\n\"Учёба\" = \"school\"\n";
    let rows = rows_by(answers, sheet, portal);
    assert!(rows[2].contains("akmola sponsorship/school"), "{rows:?}");
    assert!(rows[3].contains("akmola charity/school"), "{rows:?}");
    let none = answers.replace("= \"school\"", "= \"нет\"");
    let rows = rows_by(&none, sheet, portal);
    assert!(rows[3].contains("akmola charity «kk:Книги"), "{rows:?}");
}

#[test]
fn a_district_may_be_none() {
    let site = site();
    let sheet = "Меценат;Сумма;Дата;Регион;Район;Направление;На что\n\
        ТОО «Жер-Су»;100 000;05.03.2024;akmola;Марс;charity;Книги\n";
    for answer in ["none", "нет", "жоқ"] {
        let mapping = format!("[meant.district]\n\"Марс\" = \"{answer}\"\n");
        let rows = rows_by(&mapping, sheet, portal(&site));
        assert!(
            rows[2].starts_with("2 understood") && rows[2].contains("akmola charity"),
            "{rows:?}"
        );
    }
    let import = judged(sheet.as_bytes(), &Mapping::default(), portal(&site));
    let report = lines(&import, "sheet", false, &language(Lang::Ru)).join("\n");
    let told = "«Марс»: такого района нет (регион: Акмолинская область)";
    assert!(report.contains(told), "{report}");
}

#[test]
fn what_is_not_sure_is_left_to_the_editor() {
    let site = site();
    let sheet = "Меценат;Сумма;Дата;Регион;Район;Направление;На что\n\
        ТОО «Жер-Су»;100 000;05.03.2024;akmola;Зеренди-2;charity;Книги\n\
        Класс 11 \"Б\";без суммы;05.03.2024;Алматы;;charity;Книги\n";
    let import = judged(sheet.as_bytes(), &Mapping::default(), portal(&site));
    let answers = proposed(&import);
    let marks: Vec<&String> = import
        .rows
        .iter()
        .filter_map(|row| row.mark.as_ref())
        .collect();
    for line in [
        "\"Алматы\" = \"\"  # \"almaty\", \"almaty-region\"\n".to_owned(),
        "'Класс 11 \"Б\"' = \"\"  # \"new company\"".to_owned(),
        "# row-… = \"skip\"  # rows that need no answer here: 2; to leave a row out, take its label".to_owned(),
    ] {
        assert!(answers.contains(&line), "{line}\n{answers}");
    }
    assert!(!answers.contains(marks[1]), "{answers}");
}

#[test]
fn a_row_that_an_answer_left_out_was_asked_for() {
    let site = site();
    let row = "ТОО «Жер-Су»;100 000;05.03.2024;akmola;charity;Книги\n";
    let sheet = format!(
        "Меценат;Сумма;Дата;Регион;Направление;На что\n{row}{row}ТОО «Жер-Су»;7 млн;05.03.2024;akmola;charity;Уголь\n"
    );
    let hidden = fs::read(repository("tests/sheets/32-hidden.xlsx")).unwrap();
    for bytes in [sheet.as_bytes(), &hidden] {
        for read in [
            "",
            "[read]\nhidden = \"take\"\n",
            "[read]\nhidden = \"skip\"\n",
        ] {
            let asked = judged(bytes, &Mapping::sound(read), portal(&site));
            let marks: Vec<_> = asked
                .rows
                .iter()
                .filter_map(|row| row.mark.clone())
                .collect();
            assert!(marks.len() > 2, "{marks:?}");
            let answers = marks.iter().map(|mark| format!("{mark} = \"skip\"\n"));
            let answers = answers.collect::<String>();
            let mapping = Mapping::sound(&format!("{read}[rows]\n{answers}"));
            let import = judged(bytes, &mapping, portal(&site));
            assert_eq!(import.unmatched, Vec::<String>::new());
            assert_eq!(import.count(State::Skipped), import.rows.len());
        }
    }
    // A hidden row that was left out is not asked about any more, and the rows below it keep their marks.
    let skip = Mapping::sound("[read]\nhidden = \"skip\"\n");
    let left_out = judged(&hidden, &skip, portal(&site));
    let told = told(&left_out, portal(&site));
    assert!(told.contains("skipped hidden-left-out"), "{told}");
    let report = lines(&left_out, "sheet", false, &language(Lang::En)).join("\n");
    assert!(!report.contains("if it is wanted"), "{report}");
    let asked = judged(&hidden, &Mapping::default(), portal(&site));
    let marks = |of: &Import| {
        of.rows
            .iter()
            .map(|row| row.mark.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(marks(&asked), marks(&left_out));
}

#[test]
fn every_row_of_data_has_its_label_in_the_workbook() {
    let site = site();
    let sheet = "Меценат;Сумма;Дата;Регион;Направление;На что\n\
        ТОО «Жер-Су»;100 000;05.03.2024;akmola;charity;Книги\n\
        ТОО «Жер-Су»;;05.03.2024;akmola;charity;Уголь\nИтого;100 000;;;;\n";
    let import = judged(sheet.as_bytes(), &Mapping::default(), portal(&site));
    let words = language(Lang::En);
    let report = read(&reasons_book(&import, &words).unwrap()).unwrap();
    let last = report.sheets[0].rows.iter().map(|row| {
        let shown = row.cells.iter().map(|cell| cell.value.shown());
        shown.filter(|text| text.starts_with("row-")).count()
    });
    assert_eq!(last.collect::<Vec<_>>(), [0, 1, 1, 0]);
}

#[test]
fn an_unknown_district_is_asked_about_with_those_of_its_region() {
    let site = site();
    let sheet = "Меценат;Сумма;Дата;Регион;Район;Направление;На что\n\
        ТОО «Жер-Су»;100 000;05.03.2024;akmola;Құлсары;charity;Книги\n";
    let import = judged(sheet.as_bytes(), &Mapping::default(), portal(&site));
    let districts = &portal(&site).regions;
    let (_, akmola) = districts
        .iter()
        .find(|(_, of)| of.record.id.as_str() == "akmola")
        .unwrap();
    let ids = akmola
        .record
        .districts
        .iter()
        .map(|of| format!("\"{}\"", of.id));
    let ids = ids.collect::<Vec<_>>();
    assert!(!ids.is_empty());
    let mut offered = ids.iter().take(8).cloned().collect::<Vec<_>>().join(", ");
    if ids.len() > 8 {
        offered.push_str(", …");
    }
    let answers = proposed(&import);
    let line = format!("[meant.district]\n\"Құлсары\" = \"\"  # {offered}\n");
    assert!(answers.contains(&line), "{line}\n{answers}");
}

#[test]
fn answers_that_nothing_asks_for_are_told() {
    let site = site();
    let sheet = "Меценат;Сумма;Дата;Регион;Направление;На что\nТОО «Жер-Су»;100 000;05.03.2024;akmola;charity;Книги\n";
    let mapping = "[columns]\n\"Взнос\" = \"amount\"\n[meant.kind]\n\"ТОО «Жер-Су»\" = \"company\"\n\
        [meant.patron]\n\"ТОО «Жер-Су»\" = \"jer-su\"\n[rows]\nrow-ffffffffffff = \"skip\"\n";
    let import = judged(sheet.as_bytes(), &Mapping::sound(mapping), portal(&site));
    let report = lines(&import, "sheet", false, &language(Lang::En)).join("\n");
    let told = "matched nothing in this sheet (leave them if they are for another one): [columns] \"Взнос\", \
        [meant.kind] \"ТОО «Жер-Су»\" (→ [meant.patron]), [rows] row-ffffffffffff\n";
    assert!(report.contains(told), "{report}");
}

#[test]
fn a_column_of_yes_and_no_is_asked_about() {
    let site = site();
    let bytes = fs::read(repository(
        "tests/sheets/85-yes-and-no-under-another-heading.csv",
    ))
    .unwrap();
    let import = judged(&bytes, &Mapping::default(), portal(&site));
    let report = lines(&import, "sheet", false, &language(Lang::En)).join("\n");
    for text in [
        "for example: \"Сайт\" = \"consent\".",
        "[columns]\n  \"Сайт\" = \"\"  # \"consent\", \"none\"\n",
    ] {
        assert!(report.contains(text), "{text}\n{report}");
    }
    let text = String::from_utf8(bytes).unwrap();
    let rows = rows_by(
        "[columns]\n\"Сайт\" = \"none\"\n\"Отдел\" = \"none\"\n",
        &text,
        portal(&site),
    );
    assert!(
        rows[2..].iter().all(|row| row.contains("understood")),
        "{rows:?}"
    );
}
