//! Accepted warnings: `accept` at every place that it can stand at, what it answers there and what it does not, and how
//! each command tells of it.

use crate::support;

use crate::support::{Site, lines};
use serde_json::{Value as Json, json};
use tagzym::{BuildOptions, Settled, inspect, prepare, render_all};

const NONE: [&str; 0] = [];

/// What each phase of `check` leaves, and what is accepted: `T0219 path:line:column: why`.
fn looked_at(site: &Site) -> (Vec<String>, Vec<String>) {
    let found = site.prepare();
    let odd = inspect(&found);
    let prepared = found.prepared.as_ref().expect("the settings can be used");
    let Ok(made) = render_all(prepared, &found.sources, |_, _| {
        Ok::<(), std::convert::Infallible>(())
    });
    let phases = [
        Settled {
            diagnostics: found.diagnostics,
            accepted: found.accepted,
        },
        odd,
        Settled {
            diagnostics: made.diagnostics,
            accepted: made.accepted,
        },
    ];
    let (mut left, mut accepted) = (Vec::new(), Vec::new());
    for phase in phases {
        left.extend(lines(&phase.diagnostics, &found.sources));
        for of in phase.accepted {
            let place = lines(&[of.diagnostic], &found.sources).concat();
            accepted.push(format!("{place}: {}", of.why));
        }
    }
    accepted.sort();
    (left, accepted)
}

/// A reported figure that contradicts itself.
fn figure(id: &str, more: &str) -> String {
    format!(
        "- id: {id}\n  measure: support\n  precision: exact\n  amount: 100\n  breakdown:\n    \
         - {{label: {{kk: А}}, amount: 60}}\n  source: {{title: Газет, url: 'https://gazeta.kz'}}\n{more}"
    )
}

const ACCEPT: &str = "  accept: [{warning: T0219, why: so reported}]\n";

/// A site in which one warning is accepted in a record.
fn accepting() -> Site {
    Site::base().with("content/figures/f.yaml", figure("a", ACCEPT))
}

#[test]
fn a_record_of_a_list_accepts_for_itself() {
    let figures = [figure("a", ACCEPT), figure("b", ""), figure("c", ACCEPT)].concat();
    let site = Site::base().with("content/figures/f.yaml", figures);
    let (left, accepted) = looked_at(&site);
    assert_eq!(left, ["T0219 content/figures/f.yaml:14:8"]);
    let so = |line| format!("T0219 content/figures/f.yaml:{line}:8: so reported");
    assert_eq!(accepted, [so(21), so(6)]);
}

#[test]
fn a_file_of_one_record_accepts_for_itself() {
    let text = figure("a", ACCEPT);
    let text = text.replacen("- ", "  ", 1).replace("\n  ", "\n");
    let text = text.trim_start();
    let site = Site::base()
        .with("content/figures/a.yaml", text)
        .with("content/figures/b.yaml", figure("b", ""));
    let (left, accepted) = looked_at(&site);
    assert_eq!(left, ["T0219 content/figures/b.yaml:6:8"]);
    assert_eq!(accepted, ["T0219 content/figures/a.yaml:6:6: so reported"]);
}

/// In a text of lines: every place of a record, whether it is found as a value or as bytes.
#[test]
fn an_item_of_a_list_accepts_for_itself() {
    let (mixed, accept) = (
        // The «а» is Latin.
        "{kk: Мaктап}",
        "accept: [{warning: T0310, why: a code}]",
    );
    let awards = format!(
        "- id: medal\n  name: {{kk: Медаль}}\n  year: 2020\n  \
         categories:\n    - {{id: one, name: {mixed}, {accept}}}\n    - {{id: two, name: {mixed}}}\n  \
         recipients:\n    - patron: steppe\n      category: one\n      note: {mixed}\n      {accept}\n    \
         # Мaктап\n    - {{patron: steppe, category: two, note: {mixed}}}\n"
    );
    let site = Site::base().with("content/awards/a.yaml", awards);
    let (left, accepted) = looked_at(&site);
    assert_eq!(
        left,
        [
            "T0310 content/awards/a.yaml:13:50",
            "T0310 content/awards/a.yaml:6:28",
        ]
    );
    assert_eq!(
        accepted,
        [
            "T0310 content/awards/a.yaml:10:18: a code",
            "T0310 content/awards/a.yaml:5:28: a code",
        ]
    );
}

#[test]
fn a_gift_accepts_for_itself_in_a_project_and_in_a_patron() {
    // The region was no more.
    let gift = |year: i16, more: &str| {
        format!(
            "    - {{amount: 5000, date: {year}, region: old-south, direction: charity, purpose: {{kk: Кітап}}{more}}}\n"
        )
    };
    let accept = ", accept: [{warning: T0210, why: as the paper has it}]";
    let patron = "- id: aidos\n  kind: company\n  name: {kk: Айдос}\n  region: north\n  since: 2019\n  contributions:\n";
    let site = Site::base()
        .with(
            "content/patrons/more.yaml",
            [patron, &gift(2020, ""), &gift(2021, accept)].concat(),
        )
        .with(
            "content/projects/hall.kk.md",
            "---\ntitle: Зал\nregion: north\ndirection: charity\nstatus: under-way\ncontributions:
  - {patron: aidos, amount: 1, date: 2017, accept: [{warning: T0227, why: the first gift of all}]}
  - {patron: aidos, amount: 1, date: 2018}
---\n",
        );
    let (left, accepted) = looked_at(&site);
    assert_eq!(
        left,
        [
            "T0210 content/patrons/more.yaml:7:42",
            "T0227 content/projects/hall.kk.md:8:38 + content/patrons/more.yaml:5:10",
        ]
    );
    assert_eq!(
        accepted,
        [
            "T0210 content/patrons/more.yaml:8:42: as the paper has it",
            "T0227 content/projects/hall.kk.md:7:38 + content/patrons/more.yaml:5:10: the first gift of all",
        ]
    );
}

#[test]
fn front_matter_accepts_for_its_own_file() {
    let accept = "accept: [{warning: T0301, why: a sign}, {warning: T0305, why: a frame}]\n";
    let text = |title: &str, accept: &str| {
        format!("---\ntitle: {title}\nimage: {{file: a.gif}}\n{accept}---\n\n<b>\n")
    };
    let site = Site::base()
        .with("content/pages/p.kk.md", text("Бет", accept))
        .with("content/pages/p.ru.md", text("Страница", ""))
        .with("content/pages/a.gif", "GIF89a\u{1}\0\u{1}\0;")
        // The prose beside a record has front matter, too.
        .with(
            "content/regions/north.kk.md",
            "---\naccept: [{warning: T0301, why: a sign}]\n---\n\n<b>\n",
        );
    let (left, accepted) = looked_at(&site);
    let at = |place: &str| format!("content/pages/p.ru.md:{place}");
    assert_eq!(
        left,
        [
            format!("T0301 {}", at("6:1")),
            format!("T0305 {}", at("3:9"))
        ]
    );
    assert_eq!(
        accepted,
        [
            "T0301 content/pages/p.kk.md:7:1: a sign",
            "T0301 content/regions/north.kk.md:5:1: a sign",
            "T0305 content/pages/p.kk.md:3:9: a frame",
        ]
    );
}

/// Adds acceptances to `site.toml`.
fn with_files(site: Site, accepted: &[(&str, &str)]) -> Site {
    let tables = accepted.iter().map(|(warning, file)| {
        let patron = match *warning {
            "T0225" => "patron = \"p-0001\"\n",
            _ => "",
        };
        format!(
            "\n[[accept]]\nwarning = \"{warning}\"\n{patron}why = \"known\"\nfile = \"{file}\"\n"
        )
    });
    let text = site.read("site.toml") + &tables.collect::<String>();
    site.with("site.toml", text)
}

#[test]
fn site_toml_accepts_for_files() {
    let site = with_files(
        Site::base()
            .with("content/notes.md", "Жазба\n")
            .with("content/more.md", "Жазба\n")
            .with("content/pages/p.kk.md", "---\ntitle: Бет\n---\n\n<b>\n")
            .with("content/pages/q.kk.md", "---\ntitle: Бет\n---\n\n<b>\n")
            .with("content/pages/stray.jpg", ""),
        &[
            ("T0007", "content/notes.md"),
            ("T0010", "content/pages/stray.jpg"),
            ("T0301", "content/pages/p.kk.md"),
        ],
    );
    let (left, accepted) = looked_at(&site);
    assert_eq!(
        left,
        ["T0007 content/more.md", "T0301 content/pages/q.kk.md:5:1",]
    );
    assert_eq!(
        accepted,
        [
            "T0007 content/notes.md: known",
            "T0010 content/pages/stray.jpg: known",
            "T0301 content/pages/p.kk.md:5:1: known",
        ]
    );
}

/// Somebody else has the name of the anonymous patron.
#[test]
fn a_namesake_is_accepted_where_the_name_is_said() {
    let text = |accept: &str| format!("---\ntitle: Бет\n{accept}---\n\nАлғыс айтамыз: Құпия.\n");
    // The reason says the name as well, and stands in no output.
    let accept = "accept: [{warning: T0225, patron: p-0001, why: this Құпия is a village}]\n";
    let site = Site::base().with("content/pages/p.kk.md", text(accept));
    let (left, accepted) = looked_at(&site);
    assert_eq!(left, NONE);
    assert_eq!(accepted.len(), 1, "{accepted:?}");
    assert!(accepted[0].starts_with("T0225 content/pages/p.kk.md:6:16 "));
    let files = site.publish(&["--strict"], &[]);
    let page = String::from_utf8_lossy(&files["kk/p/index.html"]);
    assert!(page.contains("Құпия") && !page.contains("a village"));

    let site = site.with("content/pages/q.kk.md", text(""));
    let (left, _) = looked_at(&site);
    assert_eq!(left.len(), 1, "{left:?}");
    assert!(left[0].starts_with("T0225 content/pages/q.kk.md:5:16 "));

    // Nobody is named any more.
    site.edit("content/pages/p.kk.md", "Құпия.", "бәріне.");
    site.remove("content/pages/q.kk.md");
    let (left, accepted) = looked_at(&site);
    assert_eq!(left, ["T0120 content/pages/p.kk.md:3:11"]);
    assert_eq!(accepted, NONE);
}

#[test]
fn a_copied_file_is_accepted_by_its_path_there_or_in_the_output() {
    let text = "---\ntitle: Бет\naccept: [{warning: T0225, patron: p-0001, why: a village}]\n---\n\nҚұпия\n";
    let site = Site::base()
        .with("content/pages/p.kk.md", text)
        .with("content/static/list.csv", "Құпия\n");
    // What is accepted in a text lets nothing through in a file.
    let (left, _) = looked_at(&site);
    assert_eq!(left.len(), 1, "{left:?}");
    assert!(left[0].starts_with("T0225 content/static/list.csv "));
    for file in ["content/static/list.csv", "list.csv"] {
        let (left, accepted) = looked_at(&with_files(site.copied(), &[("T0225", file)]));
        assert_eq!(left, NONE, "{file}");
        assert_eq!(accepted.len(), 2, "{file}: {accepted:?}");
    }
    // Where it covers nothing, that is told beside the error.
    let (left, _) = looked_at(&with_files(site, &[("T0225", "other.csv")]));
    assert_eq!(left.len(), 2, "{left:?}");
    let begins = |with: &str| left.iter().any(|line| line.starts_with(with));
    assert!(
        begins("T0120 site.toml:") && begins("T0225 content/static/list.csv "),
        "{left:?}"
    );
}

/// Editors look for the record of the patron first, where no page says the name.
#[test]
fn an_acceptance_in_the_patrons_own_record_is_called_needless() {
    let site = Site::base().with("content/pages/p.kk.md", "---\ntitle: Бет\n---\n\nҚұпия\n");
    let run = site.run(&["check", "--ui-lang", "en"]);
    let advice = "or a place, add to the fields at the top of content/pages/p.kk.md: “accept: [{warning: T0225, patron: p-0001, why: …}]”.";
    assert!(run.err.contains(advice), "{}", run.err);
    site.edit(
        "content/patrons/patrons.yaml",
        "  region: south\n",
        "  region: south\n  accept: [{warning: T0225, patron: p-0001, why: a village}]\n",
    );
    let (left, _) = looked_at(&site);
    let starts: Vec<&str> = left.iter().map(|line| &line[..5]).collect();
    assert_eq!(starts, ["T0120", "T0225"], "{left:?}");
    // In a record, the line is named; for a file, the settings of the site.
    let site = Site::base().with("content/static/list.csv", "Құпия\n");
    site.edit(
        "content/directions/directions.yaml",
        "kk: Инфрақұрылым",
        "kk: Құпия",
    );
    let run = site.run(&["check", "--ui-lang", "en"]);
    for advice in [
        "add to the record at content/directions/directions.yaml:4: “accept:",
        "The file “list.csv” shows the name",
        "“[[accept]]” and below it, each on a line of its own: “file = \"content/static/list.csv\"”, “warning = \"T0225\"”",
    ] {
        assert!(run.err.contains(advice), "{advice}\n{}", run.err);
    }
}

/// Whose name it is belongs to what was accepted: somebody else who is named there later is an error still.
#[test]
fn a_name_is_accepted_for_one_patron() {
    let other = "- id: p-77c2aa\n  kind: fund\n  name: {kk: Самғау}\n  region: south\n  consent: anonymous\n";
    let text = |patron: &str| {
        let accept = format!("accept: [{{warning: T0225{patron}, why: a village}}]");
        format!("---\ntitle: Бет\n{accept}\n---\n\n«Құпия» мен «Самғау».\n")
    };
    let with = |patron: &str| {
        let site = Site::base().with("content/patrons/other.yaml", other);
        site.with("content/pages/p.kk.md", text(patron))
    };
    let (left, accepted) = looked_at(&with(", patron: p-0001"));
    let named = |of: &[String]| -> Vec<String> {
        let names = of.iter().filter(|line| line.starts_with("T0225 "));
        names.map(|line| line.chars().take(30).collect()).collect()
    };
    assert_eq!(named(&left), ["T0225 content/pages/p.kk.md:6:"], "{left:?}");
    assert_eq!(named(&accepted), ["T0225 content/pages/p.kk.md:6:"]);
    // Without a patron it is no acceptance.
    let found = with("").check();
    let is_missing = |line: &String| line.starts_with("T0103 content/pages/p.kk.md:3:");
    assert!(found.iter().any(is_missing), "{found:?}");
}

/// What a page is called in its file's own name, its address says.
#[test]
fn a_name_in_a_files_own_name_is_told_at_that_file() {
    let site = Site::base().with(
        "content/pages/qupiya.kk.md",
        "---\ntitle: Бет\n---\n\nМәтін.\n",
    );
    let (left, _) = looked_at(&site);
    let at_file = |line: &String| line.starts_with("T0225 content/pages/qupiya.kk.md ");
    assert!(left.iter().any(at_file), "{left:?}");
}

#[test]
fn what_was_not_looked_for_is_not_called_needless() {
    let accept = "accept: [{warning: T0312, why: a}, {warning: T0225, patron: p-0001, why: b}]\n";
    let site = Site::base().with(
        "content/pages/p.kk.md",
        format!("---\ntitle: Бет\n{accept}---\n"),
    );
    assert_eq!(site.check(), NONE);
    let by_check = "T0120 content/pages/p.kk.md:3:11";
    let by_both = "T0120 content/pages/p.kk.md:3:37";
    let (left, _) = looked_at(&site);
    assert_eq!(left, [by_check, by_both]);
    let out = site.path("out");
    let build = site.run(&["build", "--ui-lang", "en", "--out", out.to_str().unwrap()]);
    assert_eq!(build.code, 0, "{}", build.err);
    assert!(build.err.contains("p.kk.md:3:37"), "{}", build.err);
    assert!(!build.err.contains("p.kk.md:3:11"), "{}", build.err);

    // While something is wrong, not everything is looked at.
    let site = site.with(
        "content/pages/q.kk.md",
        "---\ntitle: Бет\n---\n\n[](@page/none)\n",
    );
    let (left, _) = looked_at(&site);
    assert_eq!(left, ["T0202 content/pages/q.kk.md:5:1"]);
}

#[test]
fn a_draft_is_not_called_needless_before_it_is_shown() {
    let accept = "draft: true\naccept: [{warning: T0301, why: a}]\n";
    let page = format!("---\ntitle: Бет\n{accept}---\n");
    let site = Site::base().with("content/pages/p.kk.md", page);
    assert_eq!(site.check(), NONE);
    let options = BuildOptions {
        drafts: true,
        ..BuildOptions::default()
    };
    let found = prepare(site.root(), &options);
    assert_eq!(
        lines(&found.diagnostics, &found.sources),
        ["T0120 content/pages/p.kk.md:4:11"]
    );
}

#[test]
fn a_strict_run_passes_and_the_closing_line_counts() {
    let site = accepting();
    let run = |arguments: &[&str]| site.run(&[arguments, &["--ui-lang", "en"]].concat());
    for command in ["check", "build"] {
        let out = site.path(command).to_str().unwrap().to_owned();
        let out: &[&str] = match command {
            "build" => &["--out", &out],
            _ => &[],
        };
        let told = run(&[&[command, "--strict"], out].concat());
        assert_eq!(told.code, 0, "{}", told.err);
        assert!(
            told.err.contains("0 warnings; 1 warning accepted; "),
            "{}",
            told.err
        );
        assert!(!told.err.contains("T0219"), "{}", told.err);
        let told = run(&[&[command, "--verbose"], out].concat());
        let line = "\ncontent/figures/f.yaml:6:8: T0219 accepted: so reported\n";
        assert!(told.err.contains(line), "{}", told.err);
    }
    site.edit("content/figures/f.yaml", ACCEPT, "");
    let told = run(&["check", "--strict"]);
    assert_eq!(told.code, 1, "{}", told.err);
    let told = run(&["check"]);
    assert!(told.err.contains("1 warning; "), "{}", told.err);
    assert!(!told.err.contains("accepted"), "{}", told.err);
}

#[test]
fn one_that_nothing_needs_fails_a_strict_run() {
    let site = accepting();
    site.edit("content/figures/f.yaml", "amount: 60", "amount: 100");
    let told = site.run(&["check", "--ui-lang", "en"]);
    assert_eq!(told.code, 0, "{}", told.err);
    assert!(told.err.contains("warning[T0120]"), "{}", told.err);
    let told = site.run(&["check", "--strict", "--ui-lang", "en"]);
    assert_eq!(told.code, 1, "{}", told.err);
}

#[test]
fn machines_get_what_is_accepted_apart_or_not_at_all() {
    let site = accepting();
    let told = site.run(&["check", "--format", "json", "--ui-lang", "en"]);
    let report: Json = serde_json::from_str(&told.out).unwrap();
    assert_eq!(report["diagnostics"], json!([]));
    assert_eq!(
        (&report["errors"], &report["warnings"]),
        (&json!(0), &json!(0))
    );
    let accepted = report["accepted"].as_array().unwrap();
    assert_eq!(accepted.len(), 1);
    let place = ["code", "file", "line", "column", "why"].map(|key| &accepted[0][key]);
    let expected = [
        json!("T0219"),
        json!("content/figures/f.yaml"),
        json!(6),
        json!(8),
        json!("so reported"),
    ];
    assert_eq!(place, expected.each_ref());
    let told = site.run(&["check", "--format", "github", "--ui-lang", "en"]);
    assert_eq!(told.out, "");
}

#[test]
fn the_portal_passes_a_strict_build() {
    let out = tempfile::tempdir().unwrap();
    let out = out.path().join("out");
    let told = support::run(
        support::program()
            .args([
                "build",
                "--strict",
                "--root",
                env!("CARGO_MANIFEST_DIR"),
                "--out",
            ])
            .arg(out),
    );
    assert_eq!(told.code, 0, "{}", told.err);
}
