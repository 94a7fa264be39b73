//! `tagzym new`: files with every field, that are sound as soon as what is required stands in them, and that are never
//! written over another; `tagzym explain` tells the same of a field.

use crate::support;

use crate::support::{Run, Site};

fn new(site: &Site, args: &[&str]) -> Run {
    site.run(&[&["new", "--ui-lang", "en"], args].concat())
}

#[test]
fn a_new_record_is_sound_as_soon_as_it_is_filled_in() {
    let site = Site::base();
    let region = ["--region", "Солтүстік"];
    for (args, file, fills) in [
        (
            vec![
                "project",
                "Ауыл кітапханасы",
                "--direction",
                "charity",
                region[0],
                region[1],
            ],
            "content/projects/north/auyl-kitaphanasy/index.kk.md",
            vec![("status:\n", "status: planned\n")],
        ),
        (
            vec![
                "patron",
                "«Көкжиек» ЖШС",
                "--kind",
                "company",
                region[0],
                region[1],
            ],
            "content/patrons/kokzhiek.yaml",
            vec![],
        ),
        (
            vec!["award", "Алғыс хат", "--date", "2024-03"],
            "content/awards/algys-hat.yaml",
            vec![("recipients:\n", "recipients: [{patron: kokzhiek}]\n")],
        ),
        (
            vec!["news", "Кітапхана ашылды", "--date", "2024-03-05"],
            "content/news/kitaphana-ashyldy/index.kk.md",
            vec![],
        ),
        (
            vec!["page", "Сұрақтар"],
            "content/pages/suraqtar.kk.md",
            vec![],
        ),
        (
            vec!["figure", "Барлық көмек"],
            "content/figures/barlyq-komek.yaml",
            vec![
                (
                    "source:\n",
                    "source: {title: Дала, url: https://dala.example/}\n",
                ),
                ("measure:\n", "measure: support\namount: 5000000\n"),
                ("precision:\n", "precision: exact\n"),
            ],
        ),
    ] {
        let made = new(&site, &[&args[..], &["--lang", "kk"]].concat());
        assert_eq!(made.code, 0, "{}", made.err);
        assert!(made.err.contains(file), "{}", made.err);
        for (empty, filled) in fills {
            let field = empty.trim_end_matches(":\n");
            assert!(made.err.contains(field), "{field}: {}", made.err);
            site.edit(file, empty, filled);
        }
        // The other languages: their titles are still to be written.
        for lang in ["ru", "en"] {
            let other = file.replace(".kk.md", &format!(".{lang}.md"));
            if other != file {
                site.edit(&other, "title:\n", "title: A\n");
            }
        }
        assert_eq!(site.check(), [""; 0], "{file}");
    }
}

#[test]
fn all_that_a_new_project_lacks_is_told_at_once() {
    let site = Site::base();
    let made = new(
        &site,
        &["project", "Мектеп", "--id", "mektep", "--lang", "kk"],
    );
    assert_eq!(made.code, 0, "{}", made.err);
    let translation = site.read("content/projects/mektep/index.ru.md");
    assert!(translation.contains("# image:\n#   alt: "), "{translation}");
    assert!(!translation.contains("#   file:"), "{translation}");
    let told = site.run(&["check", "--ui-lang", "en"]).err;
    // The titles of the two translations, and what stands empty in the original.
    assert_eq!(told.matches("error[T0106]").count(), 5, "{told}");
    for field in ["region", "direction", "status"] {
        let lacks = format!("| {field}:\n");
        assert!(told.contains(&lacks), "{lacks}\n{told}");
    }
}

#[test]
fn every_field_stands_there_in_the_language_of_the_editor() {
    let site = Site::base();
    for (lang, told) in [
        ("kk", "# Меценат қай өңірден болса, сол өңірдің id мәні."),
        ("ru", "# Id региона, откуда меценат."),
        ("en", "# The id of the region that the patron comes from."),
    ] {
        let args = [
            "new",
            "patron",
            "Дала",
            "--kind",
            "fund",
            "--id",
            lang,
            "--ui-lang",
            lang,
        ];
        assert_eq!(site.run(&args).code, 0);
        let text = site.read(&format!("content/patrons/{lang}.yaml"));
        assert!(text.contains(told), "{text}");
        for field in [
            "id: ",
            "kind: fund\n",
            "region:\n",
            "# consent: ",
            "#     amount: 12 500 000\n",
        ] {
            assert!(text.contains(field), "{field}: {text}");
        }
    }
}

#[test]
fn a_new_person_is_anonymous_unless_said_otherwise() {
    let site = Site::base();
    let person = [
        "patron",
        "Асан Ахметов",
        "--kind",
        "person",
        "--region",
        "north",
    ];
    let made = new(&site, &person);
    assert_eq!(made.code, 0, "{}", made.err);
    assert!(
        !made.err.contains("asan") && made.err.contains("content/patrons/p-"),
        "{}",
        made.err
    );
    let path = made
        .err
        .split_whitespace()
        .find(|word| word.starts_with("content/"))
        .unwrap();
    let text = site.read(path.trim_end_matches(';'));
    assert!(text.contains("\nconsent: anonymous\n"), "{text}");
    let named = new(&site, &[&person[..], &["--consent", "public"]].concat());
    assert!(
        named.err.contains("content/patrons/asan-ahmetov.yaml"),
        "{}",
        named.err
    );
    assert!(
        site.read("content/patrons/asan-ahmetov.yaml")
            .contains("\nconsent: public\n")
    );
}

#[test]
fn nothing_is_written_over_and_what_is_wrong_is_said() {
    let site = Site::base();
    assert_eq!(new(&site, &["page", "Сұрақ"]).code, 0);
    let before = site.read("content/pages/suraq.kk.md");
    assert!(
        new(&site, &["page", "Сұрақ"])
            .err
            .contains("content/pages/suraq-2.kk.md")
    );
    for (args, told) in [
        (vec!["page", "Сұрақ", "--id", "suraq"], "“suraq”"),
        (vec!["page", "Сұрақ", "--id", "Сұрақ"], "cannot be an id"),
        (vec!["page", "«…»"], "--id"),
        (vec!["page", "Екі\nжол"], "cannot be a name"),
        (vec!["page", "Сұ\u{200b}рақ"], "cannot be a name"),
        (vec!["page", "**Сұрақ**"], "cannot be a name"),
        (vec!["page", &"ә".repeat(301)], "cannot be a name"),
        (vec!["page", "A", "--region", "north"], "--region"),
        (vec!["patron", "A"], "--kind person, company"),
        (vec!["project", "A", "--region", "norh"], "north"),
        (vec!["project", "A", "--direction", "charty"], "charity"),
        (vec!["news", "A", "--date", "05.03.2024"], "2024-03-05"),
    ] {
        let refused = new(&site, &args);
        assert_eq!(refused.code, 2, "{args:?}");
        assert!(refused.err.contains(told), "{args:?}: {}", refused.err);
    }
    assert_eq!(site.read("content/pages/suraq.kk.md"), before);
}

#[test]
fn of_a_region_that_could_be_two_it_is_told_which() {
    let site = Site::base().with(
        "content/regions/nur.yaml",
        "- id: nur\n  name: {kk: Нұр қаласы, ru: Город Нур, en: City of Nur}\n\
         - id: nur-region\n  name: {kk: Нұр облысы, ru: Нурская область, en: Nur Region}\n",
    );
    for (lang, told) in [
        (
            "kk",
            "«Нұр» дегеніңіз Нұр қаласы (nur) немесе Нұр облысы (nur-region) болуы мүмкін",
        ),
        (
            "ru",
            "«Нұр» может означать Город Нур (nur) или Нурская область (nur-region)",
        ),
        (
            "en",
            "“Нұр” could be City of Nur (nur) or Nur Region (nur-region): say which one",
        ),
    ] {
        let args = ["new", "--ui-lang", lang, "project", "A", "--region", "Нұр"];
        let refused = site.run(&args);
        assert_eq!(refused.code, 2);
        assert!(refused.err.contains(told), "{}", refused.err);
    }
}

#[test]
fn no_id_is_proposed_that_leads_elsewhere_or_stands_in_a_broken_file() {
    let site = Site::base();
    site.edit(
        "content/patrons/patrons.yaml",
        "- id: steppe\n",
        "- id: steppe\n  aliases: [kokzhiek]\n",
    );
    site.write(
        "content/projects/lake/pier/index.kk.md",
        "---\ntitle: [\n---\n",
    );
    site.write("content/projects/lake/bridge.kk.md", "---\ntitle: [\n---\n");
    for (args, id) in [
        (vec!["patron", "Көкжиек", "--kind", "fund"], "kokzhiek-2"),
        (vec!["project", "Pier"], "pier-2"),
        (vec!["project", "Bridge"], "bridge-2"),
    ] {
        let made = new(&site, &args);
        assert!(made.err.contains(&format!("/{id}")), "{id}: {}", made.err);
    }
}

#[test]
fn a_field_is_explained_in_the_terminal() {
    let explain = |what: &str, lang: &str| {
        support::run(support::program().args(["explain", what, "--ui-lang", lang]))
    };
    let consent = explain("patron.consent", "ru").out;
    assert!(
        consent.starts_with("consent: public, anonymous; для человека обязательно\n"),
        "{consent}"
    );
    assert!(consent.contains("имени и id нет нигде"), "{consent}");
    let amount = explain("project.contributions.amount", "kk").out;
    assert!(
        amount.contains("Бүтін теңге") && amount.contains("amount: 240 000 000"),
        "{amount}"
    );
    let all = explain("site", "en").out;
    assert!(
        all.contains("\nscope: id\n")
            && all.contains("samples = \"show\"")
            && all.contains("title = {en = \""),
        "{all}"
    );
    let wrong = explain("patron.consnt", "en");
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("patron.consent"), "{}", wrong.err);
    assert!(explain("patrn", "en").err.contains("patron"));
    // By the name that people have for the part, wherever it stands.
    let amount = explain("contribution.amount", "kk").out;
    let head = "project.contributions.amount: ";
    assert!(
        amount.starts_with(head) && amount.contains("Бүтін теңге"),
        "{amount}"
    );
    let wrong = explain("contribution.amont", "en");
    assert!(wrong.err.contains("contribution.amount"), "{}", wrong.err);
    let wrong = explain("contributon.amount", "kk").err;
    assert!(
        wrong.contains("деген код та, өріс те жоқ") && wrong.contains("contribution"),
        "{wrong}"
    );
    assert!(explain("T0103", "en").out.contains("Wrong:"));
}

#[test]
fn shells_complete_and_the_manual_is_written() {
    let run = |args: &[&str]| support::run(support::program().args(args));
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = run(&["completions", shell]).out;
        assert!(script.contains("translations"), "{shell}: {script}");
    }
    assert!(
        run(&["completions", "fish", "--ui-lang", "ru"])
            .out
            .contains("Найти все ошибки")
    );
    let page = run(&["man", "--ui-lang", "kk"]).out;
    assert!(
        page.contains(".TH tagzym") && page.contains("tagzym\\-build"),
        "{page}"
    );
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().to_str().unwrap();
    assert_eq!(run(&["man", "--out", out]).code, 0);
    let build = std::fs::read_to_string(folder.path().join("tagzym-build.1")).unwrap();
    assert!(build.contains("\\-\\-base\\-url"), "{build}");
}
