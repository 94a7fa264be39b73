//! What `check` finds odd, each at its place; a sound site has nothing odd in it.

#[allow(dead_code, reason = "another test uses the rest")]
mod support;

use std::fs;
use std::path::Path;

use support::{check, lines, read_case, site};
use tagzym::{BuildOptions, inspect, prepare};

/// What is odd in a site with these files over the base.
fn odd(more: &[(&str, &str)]) -> Vec<String> {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile/base.site");
    let mut files = read_case(&fs::read_to_string(base).unwrap()).files;
    for (path, text) in more {
        files.push(((*path).to_owned(), (*text).to_owned()));
    }
    let folder = site(&files);
    let site = prepare(folder.path(), &BuildOptions::default());
    assert_eq!(
        lines(&site.diagnostics, &site.sources),
        Vec::<String>::new(),
        "a build says nothing of it"
    );
    lines(&inspect(&site), &site.sources)
}

#[test]
fn a_sound_site_has_nothing_odd() {
    assert_eq!(odd(&[]), Vec::<String>::new());
}

#[test]
fn patrons_are_compared_with_their_gifts_and_with_each_other() {
    let patrons = "\
- id: aidos
  kind: company
  name: {kk: «Айдос» ЖШС, ru: ТОО «Айдос», en: Aidos LLP}
  region: north
  since: 2019
  contributions:
    - {amount: 5000, date: 2019-01, region: north, direction: charity, purpose: {kk: Кітап}}
    - {amount: 5000, date: 2018, region: north, direction: charity, purpose: {kk: Кітап}}
- id: aydos
  kind: company
  name: {kk: АЙДОС, ru: Айдос, en: Aydos}
  region: south
- id: idle
  kind: company
  name: {kk: Бос, ru: Пусто, en: Idle}
  region: south
- id: in-text
  kind: company
  name: {kk: Мәтінде, ru: В тексте, en: In a text}
  region: south
";
    let project =
        "---\ntitle: Зал\nregion: north\ndirection: charity\nstatus: under-way\ncontributions:
  - {patron: aidos, amount: 1, date: 2020}
  - {patron: aidos, amount: 1, date: 2017-05-01}
---\n\n[](@patron/in-text)\n";
    assert_eq!(
        odd(&[
            ("content/patrons/more.yaml", patrons),
            ("content/projects/hall.kk.md", project),
        ]),
        [
            "T0227 content/patrons/more.yaml:8:28 + content/patrons/more.yaml:5:10",
            "T0227 content/projects/hall.kk.md:8:38 + content/patrons/more.yaml:5:10",
            "T0228 content/patrons/more.yaml:11:10 + content/patrons/more.yaml:3:10",
            "T0229 content/patrons/more.yaml:13:7",
            "T0229 content/patrons/more.yaml:9:7",
        ]
    );
}

#[test]
fn a_text_in_another_language_is_named_where_it_begins() {
    let russian = "---\ntitle: Бет\n---\n\n## Школа\n\nВ районном центре построили новую школу, помогли предприниматели и жители села. Теперь в ней учатся все дети района.\n";
    assert_eq!(
        odd(&[("content/pages/p.kk.md", russian)]),
        ["T0312 content/pages/p.kk.md:5:4"]
    );
}

#[test]
fn a_heavy_picture_is_a_warning_in_every_run() {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile/base.site");
    let mut files = read_case(&fs::read_to_string(base).unwrap()).files;
    let page = "---\ntitle: Бет\n---\n\n![Зал](a.jpg)\n\n![Зал](b.jpg)\n";
    files.push(("content/pages/p.kk.md".to_owned(), page.to_owned()));
    let folder = site(&files);
    for (name, length) in [("a.jpg", 10_000_000), ("b.jpg", 10_000_001)] {
        let file = fs::File::create(folder.path().join("content/pages").join(name)).unwrap();
        file.set_len(length).unwrap();
    }
    assert_eq!(
        check(folder.path(), &BuildOptions::default()),
        ["T0311 content/pages/b.jpg"]
    );
}
