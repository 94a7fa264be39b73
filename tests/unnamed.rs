//! Patrons who must not be named: nothing that is published ties their gifts together or tells of their ids, no message
//! tells a word of their names, and what may still tell who they are is a warning.

use std::fs;

use crate::support::preview::Preview;
use crate::support::{Site, between, program, run};

/// Words of the names of those who must not be named, in any spelling.
const NAMES: [&str; 8] = [
    "Оспанов",
    "Oспанов",
    "Ospanov",
    "ospan",
    "Серік",
    "Серик",
    "Serik",
    "Сериктес",
];

/// How many ways of `check` are tried.
const CHECKS: usize = 5;

const NAME: &str = "{kk: Оспанов Серік, ru: Оспанов Серик, en: Serik Ospanov}";

/// Three who must not be named, with these ids, and two who may be: gifts of their own, in a project and jointly, and an
/// award.
fn givers([one, two, three]: [&str; 3]) -> Site {
    let purpose = |text: &str| format!("{{kk: {text}, ru: {text}, en: {text}}}");
    let gift = |amount: u32, date: &str, text: &str| {
        let purpose = purpose(text);
        format!(
            "    - {{region: north, direction: charity, purpose: {purpose}, amount: {amount}, date: {date}}}\n"
        )
    };
    let patron = |id: &str, rest: &str, gifts: &[String]| {
        let gifts = gifts.concat();
        format!("- id: {id}\n  region: north\n  {rest}\n  contributions:\n{gifts}\n")
    };
    let name = |of: &str| format!("name: {{kk: {of}, ru: {of}, en: {of}}}");
    let unnamed = |of: &str| format!("kind: person\n  consent: anonymous\n  {}", name(of));
    let public = |of: &str| format!("kind: company\n  {}", name(of));
    let patrons = [
        patron(
            one,
            &unnamed("Балғабек"),
            &[gift(10, "2020-02", "б"), gift(11, "2021-05-01", "в")],
        ),
        patron(
            two,
            &unnamed("Ермегай"),
            &[gift(10, "2020-02", "а"), gift(20, "2020-03", "г")],
        ),
        patron(three, &unnamed("Үмбетбек"), &[gift(500, "2019", "ғ")]),
        patron("mid", &public("Орта"), &[gift(1000, "2020-02-15", "д")]),
        patron("end", &public("Шет"), &[gift(7, "2021", "е")]),
    ];
    let project = format!(
        "---\ntitle: Зал\nregion: north\ndirection: charity\nstatus: under-way\ncontributions:\n\
         \x20 - {{patron: {three}, amount: 3, date: 2020-01}}\n\
         \x20 - {{patron: mid, amount: 4, date: 2018}}\n\
         \x20 - {{patron: {one}, amount: 5, date: 2020-06}}\n\
         \x20 - {{patrons: [{two}, mid], amount: 600, date: 2020-06}}\n---\n"
    );
    let award = format!(
        "id: list\nname: {{kk: Тізім, ru: Список, en: List}}\nyear: 2020\nrecipients:\n\
         \x20 - {{patron: {two}}}\n  - {{patron: mid}}\n  - {{patron: {one}}}\n  - {{patron: end}}\n"
    );
    let page = "---\ntitle: Кесте\n---\n\n![](@table?by=patron)\n\n![](@chart?by=patron)\n";
    Site::base()
        .with("content/patrons/givers.yaml", patrons.concat())
        .with("content/projects/hall.kk.md", project)
        .with("content/awards/list.yaml", award)
        .with("content/pages/table.kk.md", page)
}

#[test]
fn those_who_must_not_be_named_share_one_row() {
    let built = givers(["p-1", "p-2", "p-3"]).build();
    let csv = built
        .paths()
        .find(|path| path.starts_with("en/table/") && path.ends_with(".csv"));
    let csv = built.read(csv.expect("a table has its file"));
    let rows: Vec<Vec<&str>> = csv
        .lines()
        .skip(1)
        .map(|row| row.split(',').collect())
        .collect();
    // Their gifts outside the project, two in it, and what the base has: 5 own ones, 3 + 5 tenge.
    let unnamed: Vec<&Vec<&str>> = rows.iter().filter(|row| row[1] == "559").collect();
    assert_eq!(unnamed.len(), 1, "{csv}");
    assert_eq!(
        unnamed[0][2..],
        ["7", "1", "3"],
        "gifts, projects, patrons: {csv}"
    );
    let joint: Vec<&Vec<&str>> = rows.iter().filter(|row| row[1] == "1000600").collect();
    assert_eq!(joint.len(), 1, "{csv}");
    let steppe = rows.iter().filter(|row| row[0] == "Steppe").count();
    assert_eq!((rows.len(), steppe), (5, 1), "{csv}");
}

#[test]
fn no_byte_of_the_output_depends_on_an_id_that_is_not_published() {
    let pages = givers(["p-1", "p-2", "p-3"]).build().files();
    for ids in [
        ["z-8", "a-9", "m-1"],
        ["p-3", "p-2", "p-1"],
        ["p-2", "z-1", "a-1"],
    ] {
        let others = givers(ids).build().files();
        let differ = pages
            .iter()
            .filter(|(path, bytes)| others.get(*path) != Some(bytes));
        let differ: Vec<&String> = differ.map(|(path, _)| path).collect();
        assert!(differ.is_empty(), "{ids:?}: {differ:?}");
        assert!(others == pages, "{ids:?}");
    }
}

#[test]
fn gifts_stand_by_date_and_recipients_without_a_name_last() {
    let built = givers(["p-1", "p-2", "p-3"]).build();
    let page = built.read("kk/years/2020/index.html");
    let (_, list) = page.split_once("<section id=\"contributions\"").unwrap();
    let year = list.split("<tfoot>").next().unwrap();
    let amounts = [">20\u{a0}", ">1\u{a0}000\u{a0}", ">10\u{a0}"];
    let places: Vec<usize> = amounts
        .iter()
        .map(|amount| {
            year.rfind(amount)
                .unwrap_or_else(|| panic!("{amount}: {year}"))
        })
        .collect();
    assert!(places.is_sorted(), "{places:?}");
    let award = built.read("kk/awards/list/index.html");
    let last = award.rfind("/patrons/end/").expect("a public recipient");
    let unnamed = award
        .find("Аты жарияланбайтын")
        .expect("one without a name");
    assert!(last < unnamed, "{award}");
}

/// All that a run says: in each language, and in each way of saying it. The first [`CHECKS`] are of `check`.
fn said(site: &Site) -> Vec<String> {
    let ways: [(&str, &str); CHECKS] = [
        ("text", "kk"),
        ("text", "ru"),
        ("text", "en"),
        ("json", "en"),
        ("github", "ru"),
    ];
    let mut all = Vec::new();
    for (format, lang) in ways {
        let run = site.run(&["check", "--format", format, "--ui-lang", lang]);
        all.push(run.out + &run.err);
    }
    for command in ["build", "translations"] {
        let run = site.run(&[command, "--ui-lang", "en"]);
        all.push(run.out + &run.err);
    }
    all
}

#[test]
fn no_message_tells_a_word_of_a_name() {
    let record = |more: &str| {
        format!("- id: p-12\n  kind: person\n  region: north\n  name: {NAME}\n{more}\n")
    };
    let anonymous = "  consent: anonymous";
    let other = "- {id: known, kind: person, region: north, consent: public, name: {kk: Оспанов Серік, ru: Оспанов Серик, en: Serik Ospanov}}\n";
    for (what, code, text, page) in [
        (
            "a misspelled consent",
            "T0110",
            record("  consent: anonymos"),
            "",
        ),
        ("no consent", "T0213", record(""), ""),
        (
            "a misspelled field",
            "T0102",
            record("  Serik: x\n  consent: anonymous"),
            "",
        ),
        ("a YAML error", "T0101", record("  consent: [anonymous"), ""),
        (
            "a telling id",
            "T0226",
            record(anonymous).replace("p-12", "ospan-1"),
            "",
        ),
        (
            "a letter of another script",
            "T0310",
            record(anonymous).replace("kk: О", "kk: O"),
            "",
        ),
        (
            "an id that is a name",
            "T0107",
            record(anonymous).replace("p-12", "Serik Ospanov"),
            "",
        ),
        (
            "an amount",
            "T0108",
            record("  consent: anonymous\n  contributions: [{amount: x}] # Serik"),
            "",
        ),
        (
            "a leak",
            "T0225",
            record(anonymous),
            "Серік Оспанов, Oспанов\n",
        ),
        (
            "HTML around the name, which nothing looks for before that is mended",
            "T0301",
            record("  consent: anonymous\n  sinse: 2001"),
            "<b>Серік Оспанов</b>\n",
        ),
        (
            "a link",
            "T0214",
            record(anonymous),
            "[Серік Оспанов](@patron/p-12)\n",
        ),
        (
            "an old address",
            "T0262",
            record("  consent: anonymous\n  aliases: [ospanov]"),
            "",
        ),
        (
            "a former name that is none",
            "T0263",
            record(&format!(
                "  consent: anonymous\n  former_names: [{{name: {NAME}, until: 2019}}]"
            )),
            "",
        ),
        (
            "a former name without a date",
            "T0109",
            record(&format!(
                "  consent: anonymous\n  former_names: [{{name: {NAME}, until: Оспанов}}]"
            )),
            "",
        ),
        (
            "a leak of a former name",
            "T0225",
            record(&format!(
                "  consent: anonymous\n  former_names: [{{name: {NAME}, until: 2019}}]"
            ))
            .replacen(NAME, "{kk: Жаңаева Сара}", 1),
            "Оспановтың Серігі емес, Серік Оспанов\n",
        ),
        ("another encoding", "T0002", String::new(), ""),
    ] {
        let page = format!("---\ntitle: Бет\n---\n\n{page}");
        let mut site = Site::base()
            .with("content/patrons/more.yaml", &text)
            .with("content/pages/about-it.kk.md", &page);
        if code == "T0002" {
            let text = record(anonymous).into_bytes();
            let text: Vec<u8> = text.into_iter().flat_map(|byte| [byte, 0]).collect();
            site = site.with("content/patrons/more.yaml", text);
        }
        let all = said(&site);
        for text in &all[..CHECKS] {
            assert!(text.contains(code), "{what}: {text}");
        }
        for text in all {
            // `ospan-1` is in T0226 as little as any other id that tells something.
            for name in NAMES {
                assert!(!text.contains(name), "{what}: {name}\n{text}");
            }
        }
    }
    let site = Site::base().with("content/patrons/more.yaml", record(anonymous) + other);
    let run = site.run(&["check", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let found = json["diagnostics"].as_array().unwrap().iter();
    let alike: Vec<_> = found.filter(|one| one["code"] == "T0228").collect();
    assert_eq!(alike.len(), 1, "{}", run.out);
    assert_eq!(alike[0]["line"], 4, "at the one who is not named");
    assert_eq!(alike[0]["others"], serde_json::json!([]));
    assert!(!alike[0].to_string().contains("known"), "{}", alike[0]);
}

#[test]
fn a_correction_of_one_who_must_not_be_named_tells_nothing() {
    let patron =
        format!("id: ospan-1\nkind: person\nregion: north\nname: {NAME}\nconsent: anonymous\n");
    let correction = |record: &str, reason: &str| {
        format!("{{date: 2020, records: [{record}], reason: {{kk: {reason}}}}}\n")
    };
    for (code, correction) in [
        ("T0261", correction("patron/ospan-1", "Сома қате еді")),
        ("T0202", correction("patron/ospan-2", "Сома қате еді")),
        ("T0225", correction("project/gym", "Серік Оспанов берген")),
    ] {
        let site = Site::base()
            .with("content/patrons/more.yaml", &patron)
            .with("content/corrections/a.yaml", correction);
        let all = said(&site);
        for text in &all[..CHECKS] {
            assert!(text.contains(code), "{text}");
            assert!(!text.contains("ospan-1"), "{text}");
        }
        let told = all.iter().flat_map(|text| text.lines());
        // An id that no record has is what was written, and no name.
        for line in told.filter(|line| !line.contains("ospan-2")) {
            let name = NAMES.iter().find(|name| line.contains(**name));
            assert_eq!(name, None, "{line}");
        }
    }
}

#[test]
fn a_slip_in_an_id_is_not_answered_by_one_that_must_not_be_named() {
    let project = "---\ntitle: Зал\nregion: north\ndirection: charity\nstatus: under-way\ncontributions:\n\
        \x20 - {patron: p-0002, amount: 3, date: 2020-01}\n---\n";
    let site = Site::base().with("content/projects/hall.kk.md", project);
    let run = site.run(&["check", "--format", "json"]);
    assert!(run.out.contains("T0202"), "{}", run.out);
    assert!(!run.out.contains("p-0001"), "{}", run.out);
}

#[test]
fn a_new_id_is_free_and_another_each_time() {
    let text = format!(
        "- id: serik1\n  kind: person\n  region: north\n  consent: anonymous\n  name: {NAME}\n"
    );
    let site = Site::base().with("content/patrons/more.yaml", text);
    let proposed = || {
        let run = site.run(&["check", "--format", "json", "--ui-lang", "en"]);
        between(&run.out, "says nothing: “", "”").to_owned()
    };
    let (one, other) = (proposed(), proposed());
    assert_ne!(one, other);
    for id in [one, other] {
        let digits = id.strip_prefix("p-").expect("p- and digits");
        assert!(
            digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()),
            "{id}"
        );
    }
}

#[test]
fn what_may_tell_who_somebody_is_is_a_warning() {
    let text = "- id: p-12
  kind: fund
  region: north
  consent: anonymous
  name: {kk: Ай, ru: Ай, en: Ai}
  contributions:
    - region: south
      direction: charity
      purpose: {kk: Кубок, ru: Кубок имени Оспанова, en: A cup}
      amount: 5
      date: 2019-03-01
";
    let award = "id: list\nname: {kk: Тізім, ru: Список, en: List}\nyear: 2020\nrecipients:
  - {patron: p-12, note: {kk: Аудан әкімі, ru: Аким района, en: Akim of the district}}
  - {patron: steppe, note: {kk: Көмек, ru: Помощь, en: Help}}
";
    let site = Site::base()
        .with("content/patrons/more.yaml", text)
        .with("content/awards/list.yaml", award);
    let telling = [
        "T0231 content/awards/list.yaml:5:27",
        "T0231 content/patrons/more.yaml:9:17",
    ];
    assert_eq!(site.check(), telling);
    let text = text.replace(" имени Оспанова", "");
    let site = site.with("content/patrons/more.yaml", &text);
    assert_eq!(site.check(), telling[..1]);
    site.remove("content/awards/list.yaml");
    let alone = "T0232 content/patrons/more.yaml:1:7";
    assert_eq!(site.inspect(), [alone], "one for all that it is alone in");
    let run = site.run(&["check", "--ui-lang", "en"]);
    assert!(
        run.err.contains("no other patron of its kind"),
        "{}",
        run.err
    );
    assert!(
        run.err
            .contains("(gifts unusual enough to be recognised: 1)"),
        "{}",
        run.err
    );
    // What can be done here is said, and no region is named that the portal does not have.
    let accept = "accept the warning in this record: “accept: [{warning: T0232, why: …}]”";
    assert!(run.err.contains(accept), "{}", run.err);
    assert!(!run.err.contains("abroad"), "{}", run.err);
    site.write(
        "content/regions/abroad.yaml",
        "id: abroad\nname: {kk: Шетел, ru: Зарубежье, en: Abroad}\n",
    );
    let run = site.run(&["check", "--ui-lang", "en"]);
    assert!(!run.err.contains("abroad"), "{}", run.err);
    site.remove("content/regions/abroad.yaml");
    // With company it is no warning any more.
    let more = text
        .replace("p-12", "p-13")
        .replace("Ай, ru: Ай, en: Ai", "Күн, ru: Кун, en: Kun")
        .replace("2019-03-01", "2019");
    let site = site.with("content/patrons/more.yaml", text + &more);
    assert_eq!(site.inspect(), Vec::<String>::new());
}

/// One who must not be named, with one gift.
fn hidden_giver(id: &str, kind: &str, region: &str, gift: &str) -> String {
    format!(
        "- id: {id}\n  kind: {kind}\n  region: {region}\n  consent: anonymous\n  name: {{kk: Аноним, ru: Аноним, en: Anonymous}}\n  \
         contributions:\n    - {{direction: charity, purpose: {{kk: Көмір, ru: Уголь, en: Coal}}, amount: 5, {gift}}}\n"
    )
}

/// What the warning of one site says, and whether it is there.
fn guessed(site: &Site) -> Option<String> {
    let run = site.run(&["check", "--ui-lang", "en"]);
    assert!(!run.err.contains("error["), "{}", run.err);
    let found = run.err.split_once("warning[T0232]");
    found.map(|(_, told)| told.split("\n\n").next().unwrap_or(told).to_owned())
}

#[test]
fn what_is_advised_to_keep_somebody_unknown_does_so() {
    let file = "content/patrons/more.yaml";
    let abroad = "id: abroad\nname: {kk: Шетел, ru: Зарубежье, en: Abroad}\n";
    let company = |id: &str, region: &str| {
        format!(
            "- id: {id}\n  kind: company\n  name: {{kk: {id}-сай, ru: {id}-сай, en: {id}}}\n  region: {region}\n  contributions:\n    \
                 - {{region: south, direction: charity, purpose: {{kk: Отын, ru: Дрова, en: Wood}}, amount: 7, date: 2021, object: school}}\n"
        )
    };
    let others = company("kent", "south") + &company("qala", "abroad");
    let base = || Site::base().with("content/regions/abroad.yaml", abroad);
    let with = |text: String| guessed(&base().with(file, others.clone() + &text));
    let gift = "region: south, date: 2021";
    // The only fund of its region: neither a vaguer date nor a kind that nobody there has is proposed, nor helps.
    let told = with(hidden_giver("p-12", "fund", "south", gift)).unwrap();
    let kinds = "patrons of this region are of these: person, company.";
    assert!(told.contains(kinds) && !told.contains("abroad"), "{told}");
    assert!(
        told.contains("If you cannot ask the patron, leave the patron and the gifts out until"),
        "{told}"
    );
    assert!(with(hidden_giver("p-12", "group", "south", gift)).is_some());
    assert_eq!(with(hidden_giver("p-12", "company", "south", gift)), None);
    assert_eq!(with(hidden_giver("p-12", "person", "south", gift)), None);
    assert_eq!(with(String::new()), None, "without the patron");
    let another = hidden_giver("p-13", "fund", "south", gift).replace("Аноним", "Самғау");
    assert_eq!(
        with(hidden_giver("p-12", "fund", "south", gift) + &another),
        None
    );
    // From abroad, where there is another.
    let told = with(hidden_giver("p-12", "company", "old-south", gift)).unwrap();
    assert!(told.contains("state “abroad” as its region"), "{told}");
    assert_eq!(with(hidden_giver("p-12", "company", "abroad", gift)), None);
    // The only gift of a year.
    let told = with(hidden_giver(
        "p-12",
        "company",
        "south",
        "region: south, date: 2019-03-01",
    ))
    .unwrap();
    assert!(
        told.contains("another one of that year") && !told.contains("another kind"),
        "{told}"
    );
    assert!(
        with(hidden_giver(
            "p-12",
            "company",
            "south",
            "region: south, date: 2019"
        ))
        .is_some()
    );
    let both = hidden_giver(
        "p-12",
        "company",
        "south",
        "region: south, date: 2019-03-01",
    ) + &hidden_giver("p-13", "company", "south", "region: south, date: 2019")
        .replace("Аноним", "Самғау");
    assert_eq!(with(both), None);
    // The only gift for a kind of help.
    let told = with(hidden_giver(
        "p-12",
        "company",
        "south",
        "region: south, date: 2021, object: education",
    ))
    .unwrap();
    assert!(told.contains("Leave “object” out"), "{told}");
    assert_eq!(
        with(hidden_giver(
            "p-12",
            "company",
            "south",
            "region: south, date: 2021, object: school"
        )),
        None
    );
    // Nobody else gave for the project: its gift becomes one of the patron's own.
    let project = "---\ntitle: Көпір\nregion: south\ndirection: infrastructure\nobject: school\nstatus: under-way\n\
        contributions:\n  - {patron: p-0001, amount: 9, date: 2021-05}\n---\n\nМәтін.\n";
    let bridge = "content/projects/bridge.kk.md";
    let one = hidden_giver("p-12", "person", "south", gift);
    let told = guessed(
        &base()
            .with(file, others.clone() + &one)
            .with(bridge, project),
    )
    .unwrap();
    assert!(
        told.contains("Move the gift from the project into the patron's own record"),
        "{told}"
    );
    let project = project.replace(
        "contributions:\n  - {patron: p-0001, amount: 9, date: 2021-05}\n",
        "",
    );
    let moved = hidden_giver("p-13", "person", "south", "region: south, date: 2021-05")
        .replace("Аноним", "Самғау");
    assert_eq!(
        guessed(
            &base()
                .with(file, others + &one + &moved)
                .with(bridge, project)
        ),
        None
    );
}

#[test]
fn while_a_record_cannot_be_read_the_preview_shows_no_page() {
    let preview = Preview::of("sums");
    preview.write(
        "content/pages/extra.kk.md",
        "---\ntitle: Бет\n---\n\nСерік Оспанов\n",
    );
    fs::create_dir_all(preview.path("content/static")).unwrap();
    preview.write("content/static/list.txt", "Серік Оспанов\n");
    let paths = ["/kk/extra/", "/kk/", "/kk/projects/gym/", "/list.txt"];
    preview.until("/kk/extra/", "there", |page| page.contains("Оспанов"));
    let region = preview.read("content/regions/r.yaml");
    let id = between(&region, "id: ", "\n")
        .trim_end_matches(',')
        .split(',')
        .next()
        .unwrap();
    let record = |consent: &str| {
        format!("- {{id: p-12, kind: person, region: {id}, name: {NAME}, consent: {consent}}}\n")
    };
    for broken in [
        record("anonymos"),
        record("["),
        record("anonymous, sinse: 2"),
        record(""),
    ] {
        preview.write("content/patrons/more.yaml", &broken);
        let why = preview.until("/kk/extra/", "withheld", |page| {
            page.contains("more.yaml:1:")
        });
        assert!(!why.contains("Оспанов"), "{why}");
        for path in paths {
            assert!(
                preview.status(path, "").contains("500"),
                "{path} with {broken}"
            );
            assert!(
                !preview.page(path).contains("Оспанов"),
                "{path} with {broken}"
            );
        }
    }
    preview.write("content/patrons/more.yaml", record("public"));
    preview.until("/kk/extra/", "back", |page| page.contains("Оспанов"));
    preview.write("content/patrons/more.yaml", record("anonymous"));
    let why = preview.until("/kk/extra/", "guarded", |page| page.contains("T0225"));
    assert!(!why.contains("Оспанов"), "{why}");
}

/// Namesakes exist: what a public patron is called, too, stops nothing and is counted; the anonymous one's own patronymic
/// beside it tells who is meant.
#[test]
fn a_name_that_a_public_patron_has_too_is_counted_apart() {
    let patron = |id: &str, name: &str, consent: &str| {
        format!(
            "- {{id: {id}, kind: person, region: north, consent: {consent}, name: {{kk: {name}, ru: {name}, en: {name}}}}}\n"
        )
    };
    let patrons = patron("p-12", "Оспанов Серік Маратұлы", "anonymous")
        + &patron("known", "Оспанов Серік", "public");
    let site = |said: &str| {
        Site::base()
            .with("content/patrons/more.yaml", &patrons)
            .with(
                "content/pages/about-it.kk.md",
                format!("---\ntitle: Бет\n---\n\n{said}\n"),
            )
    };
    let build = |site: Site| {
        let out = site.path("out");
        let arguments = ["build", "--verbose", "--ui-lang", "en", "--out"];
        site.run(&[&arguments[..], &[out.to_str().unwrap()]].concat())
    };
    let run = build(site("Серік Оспанов келді"));
    assert_eq!(run.code, 0, "{}", run.err);
    let told = " files show a name shared by a patron who may be named and an anonymous one";
    assert!(run.err.contains(told), "{}", run.err);
    let run = build(site("Серік Маратұлы Оспанов келді"));
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.err.contains("error[T0225]"), "{}", run.err);
}

#[test]
fn no_line_to_write_tells_a_name() {
    let site = Site::base().with(
        "content/patrons/more.yaml",
        "- id: p-0002\n  kind: person\n  consent: anonymous\n  region: south\n  name: {kk: Оспанов ru: Оспанов en: Ospanov}\n",
    );
    let run = site.run(&["check"]);
    assert!(run.err.contains("T0101"), "{}", run.err);
    assert!(!run.err.contains("Оспанов"), "{}", run.err);
}

/// A fund is called as a month is: what open data says of its columns names it nowhere.
#[test]
fn a_name_that_is_a_word_of_open_data_is_found_where_it_is_a_name() {
    let fund = "id: p-3f0a9c\nkind: fund\nconsent: anonymous\nregion: north\n\
                name: {kk: «Ай» қоры, ru: Фонд «Ай», en: Ai Foundation}\n";
    let site = Site::base().with("content/patrons/moon.yaml", fund);
    let checked = site.run(&["check", "--ui-lang", "en"]);
    assert_eq!(checked.code, 0, "{}", checked.err);
    site.edit(
        "content/projects/gym.kk.md",
        "title: Спорт залы",
        "title: «Ай» спорт залы",
    );
    let checked = site.run(&["check", "--ui-lang", "en"]);
    assert_eq!(checked.code, 1, "{}", checked.err);
}

/// What the program and a new portal say is no name, however short somebody's is.
#[test]
fn a_short_name_is_no_word_of_the_program() {
    let site = Site::empty();
    let begun = run(program()
        .args(["init", "--yes", "--ui-lang", "ru"])
        .current_dir(site.root()));
    assert_eq!(begun.code, 0, "{}", begun.err);
    let names = [
        ("company", "ИП «Ким»"),
        ("person", "Ким О."),
        ("person", "Ли О."),
        ("company", "ИП Ли"),
        ("company", "ТОО «Ли»"),
        ("person", "Нет В."),
        ("person", "Ан С."),
        ("person", "Бет А."),
        ("person", "Мин А."),
    ];
    let records = names.iter().enumerate().map(|(nth, (kind, name))| {
        let id = format!("p-0000{nth}");
        format!("- {{id: {id}, kind: {kind}, consent: anonymous, region: akmola, name: {{kk: '{name}', ru: '{name}'}}}}\n")
    });
    site.write("content/patrons/short.yaml", records.collect::<String>());
    let checked = site.run(&["check", "--ui-lang", "en"]);
    assert_eq!(checked.code, 0, "{}", checked.err);
    for code in ["T0225", "T0230"] {
        assert!(!checked.err.contains(code), "{}", checked.err);
    }
    // In a text they are found.
    for text in ["Книги подарил Ли О.", "Построено: ТОО «Ли»."] {
        let page = format!("---\ntitle: Кітап\n---\n\n{text}\n");
        site.write("content/pages/books.kk.md", page);
        let checked = site.run(&["check", "--ui-lang", "en"]);
        assert!(checked.err.contains("T0225"), "{text}: {}", checked.err);
    }
}
