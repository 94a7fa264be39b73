//! Strict runs: `build` and `check` decide alike, the shipped portal passes, and so does each workflow that is told.

use std::process::Command;

use crate::support::{Run, Site, program, repository, run};

/// A mistake that only `check` looks for, each with its code.
fn looked_for_by_check() -> Vec<(&'static str, Site)> {
    let patron = |more: &str| {
        let text = format!("- id: idle\n  kind: fund\n  region: south\n  name: {{kk: {more}}}\n");
        Site::base().with("content/patrons/more.yaml", text)
    };
    let hall = "---\ntitle: Зал\nregion: north\ndirection: charity\nstatus: completed\ncompleted: 2020\ncontributions:\n";
    let russian = "---\ntitle: Бет\n---\n\nВ районном центре построили новую школу, помогли предприниматели и жители села. Теперь в ней учатся все дети района.\n";
    let anonymous = "- id: p-3b9e02\n  kind: fund\n  region: south\n  consent: anonymous\n  name: {kk: Құпиялы қор}\n  contributions:\n    \
        - {region: south, direction: charity, purpose: {kk: кітап}, amount: 300, date: 2020-05-01}\n";
    vec![
        (
            "T0228",
            patron("Дала").with(
                "content/news/a.kk.md",
                "---\ntitle: А\ndate: 2020\n---\n\n[](@patron/idle)\n",
            ),
        ),
        ("T0229", patron("Бос қор")),
        (
            "T0232",
            Site::base().with("content/patrons/more.yaml", anonymous),
        ),
        (
            "T0247",
            Site::base().with(
                "content/projects/hall.kk.md",
                format!(
                    "{hall}  - {{patron: steppe, amount: 5, date: 2020, status: pledged}}\n---\n"
                ),
            ),
        ),
        ("T0312", Site::base().with("content/pages/p.kk.md", russian)),
    ]
}

fn strict(site: &Site, command: &str, arguments: &[&str]) -> Run {
    let out = site.path("out").to_str().unwrap().to_owned();
    let out: &[&str] = match command {
        "build" => &["--out", &out],
        _ => &[],
    };
    site.run(&[&[command, "--ui-lang", "en"], arguments, out].concat())
}

#[test]
fn what_fails_a_strict_check_fails_a_strict_build() {
    for (code, site) in looked_for_by_check() {
        for command in ["check", "build"] {
            let told = strict(&site, command, &["--strict"]);
            assert_eq!(told.code, 1, "{command}: {}", told.err);
            let warning = format!("warning[{code}]");
            assert_eq!(told.err.matches("warning[").count(), 1, "{}", told.err);
            assert!(told.err.contains(&warning), "{code}: {}", told.err);
        }
        assert!(!site.path("out").exists(), "nothing is published");
        let told = strict(&site, "build", &[]);
        assert_eq!(told.code, 0, "{}", told.err);
        assert!(!told.err.contains(code), "a plain build stays fast");
    }
}

/// Of a strict run that fails nothing is kept back: what is first seen in the pages is told as well.
#[test]
fn a_strict_build_tells_of_its_pages_too() {
    let (_, site) = looked_for_by_check().remove(1);
    site.write("content/static/notes.7z", b"7z\xbc\xaf\x27\x1c\x00\x04");
    let [check, build] = ["check", "build"].map(|command| strict(&site, command, &["--strict"]));
    assert!(check.err.contains("T0235"), "{}", check.err);
    for code in ["T0229", "T0235"] {
        let [check, build] = [&check, &build].map(|told| told.err.matches(code).count());
        assert_eq!(check, build, "{code}");
    }
}

/// What is still to be done stands at the end of a build, and fails none.
#[test]
fn an_example_for_an_address_and_samples_are_remarks_of_a_build() {
    let site = Site::base();
    site.edit(
        "content/patrons/patrons.yaml",
        "  region: south\n",
        "  region: south\n  sample: true\n",
    );
    site.edit(
        "content/projects/gym.kk.md",
        "status: completed\n",
        "status: completed\nsample: true\n",
    );
    let told = strict(&site, "build", &["--strict"]);
    assert_eq!(told.code, 0, "{}", told.err);
    let last: Vec<&str> = told.err.lines().rev().take(2).collect();
    assert!(last[0].contains("--samples hide"), "{}", told.err);
    assert!(last[1].contains("https://tagzym.example"), "{}", told.err);
    let options = ["--base-url", "https://tagzym.kz", "--samples", "hide"];
    let told = strict(&site, "build", &options);
    assert_eq!(told.err.lines().count(), 1, "{}", told.err);
    let told = strict(&site, "check", &["--strict"]);
    assert_eq!(told.err.lines().count(), 1, "{}", told.err);
    let told = strict(&site, "build", &["--quiet"]);
    assert_eq!(told.err, "");
}

/// What a fresh clone has of the portal.
fn portal() -> Site {
    let site = Site::empty();
    for folder in ["content", "themes"] {
        site.copy_from(&repository(folder), folder);
    }
    let settings = std::fs::read(repository("site.toml")).unwrap();
    site.with("site.toml", settings)
}

/// The commands of the program in a document, with the words that a workflow fills in.
fn commands(document: &str) -> Vec<Vec<String>> {
    let of_line = |line: &str| {
        let line = line.trim().trim_start_matches("- run: ");
        let line = line.trim_start_matches("- ");
        let line = line.strip_prefix("tagzym ").or_else(|| {
            let (start, arguments) = line.split_once(" -- ")?;
            start.starts_with("cargo run").then_some(arguments)
        })?;
        let line = line.replace(
            "${{ steps.pages.outputs.base_url }}",
            "https://org.example/portal",
        );
        let line = line.replace("$CI_PAGES_URL", "https://org.example/portal");
        let line = line.replace("origin/$GITHUB_BASE_REF", "HEAD");
        let words = line.split_whitespace();
        let words = words.take_while(|word| !matches!(*word, "&&" | "|" | ";" | "#" | ">"));
        Some(
            words
                .map(|word| word.trim_matches('"').to_owned())
                .collect(),
        )
    };
    document.lines().filter_map(of_line).collect()
}

#[test]
fn a_fresh_clone_passes_every_workflow() {
    let document = std::fs::read_to_string(repository("docs/publishing.md")).unwrap();
    let mut commands = commands(&document);
    let builds = commands.iter().filter(|words| words[0] == "build");
    assert!(builds.count() >= 3, "{commands:?}");
    // Several recipes build alike.
    commands.sort();
    commands.dedup();
    let site = portal();
    let (compared, commands): (Vec<_>, Vec<_>) =
        commands.into_iter().partition(|words| words[0] == "diff");
    let (deployed, commands): (Vec<_>, Vec<_>) =
        commands.into_iter().partition(|words| words[0] == "deploy");
    let check = ["check", "--strict"].map(str::to_owned).to_vec();
    for words in commands.into_iter().chain([check]) {
        assert!(words.contains(&"--strict".to_owned()), "{words:?}");
        let told = run(program().args(&words).current_dir(site.root()));
        assert_eq!(told.code, 0, "{words:?}: {}", told.err);
    }
    let served = tempfile::tempdir().unwrap();
    let to = served.path().join("portal").display().to_string();
    // `tests/objects.rs` deploys into object storage, with a program that is compiled for it.
    let (stored, deployed): (Vec<_>, Vec<_>) = deployed
        .into_iter()
        .partition(|words| words.iter().any(|word| word.contains("://")));
    assert!(!stored.is_empty(), "a recipe tells of object storage");
    for words in &deployed {
        let words = words.iter().map(|word| match word.starts_with('/') {
            true => &to,
            false => word,
        });
        let told = run(program().args(words).current_dir(site.root()));
        assert_eq!(told.code, 0, "{deployed:?}: {}", told.err);
    }
    assert!(
        !deployed.is_empty(),
        "a recipe tells how to bring it to a server"
    );
    assert!(!compared.is_empty(), "a workflow tells of pull requests");
    let git = |arguments: &[&str]| {
        let mut git = Command::new("git");
        git.current_dir(site.root());
        git.args(["-c", "user.name=a", "-c", "user.email=a@site.example"]);
        assert_eq!(run(git.args(arguments)).code, 0, "{arguments:?}");
    };
    git(&["init", "--quiet"]);
    git(&["add", "content", "site.toml"]);
    git(&["commit", "--quiet", "--message", "content"]);
    for words in compared {
        let told = run(program().args(&words).current_dir(site.root()));
        assert_eq!(told.code, 0, "{words:?}: {}", told.err);
        assert!(told.out.starts_with("### "), "{}", told.out);
    }
}
