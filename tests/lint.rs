//! What `check` finds odd, each at its place; a sound site has nothing odd in it.

mod support;

use std::fs::File;

use support::Site;

#[test]
fn a_sound_site_has_nothing_odd() {
    assert_eq!(Site::base().inspect(), Vec::<String>::new());
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
    - {amount: 5000, date: 2020, region: north, direction: charity, purpose: {kk: Кітап}}
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
  - {patron: aidos, amount: 1, date: 2021-05-01}
---\n\n[](@patron/in-text)\n";
    let site = Site::base()
        .with("content/patrons/more.yaml", patrons)
        .with("content/projects/hall.kk.md", project);
    assert_eq!(
        site.inspect(),
        [
            "T0228 content/patrons/more.yaml:11:10 + content/patrons/more.yaml:3:10",
            "T0229 content/patrons/more.yaml:13:7",
            "T0229 content/patrons/more.yaml:9:7",
        ]
    );
}

#[test]
fn a_patron_that_is_entered_again_under_a_former_name_is_noticed() {
    let patrons = "\
- id: new
  kind: company
  name: {kk: Жаңа атау}
  former_names: [{name: {kk: «Бұрынғы Атау» ЖШС}, until: 2019}]
  region: south
- id: old
  kind: company
  name: {kk: Бұрынғы атау}
  region: south
";
    let award =
        "{id: best, name: {kk: Үздік}, year: 2020, recipients: [{patron: new}, {patron: old}]}\n";
    let site = Site::base()
        .with("content/patrons/more.yaml", patrons)
        .with("content/awards/a.yaml", award);
    let found = site.inspect();
    assert_eq!(
        found,
        ["T0228 content/patrons/more.yaml:8:10 + content/patrons/more.yaml:3:10"]
    );
}

#[test]
fn a_text_in_another_language_is_named_where_it_begins() {
    let russian = "---\ntitle: Бет\n---\n\n## Школа\n\nВ районном центре построили новую школу, помогли предприниматели и жители села. Теперь в ней учатся все дети района.\n";
    let site = Site::base().with("content/pages/p.kk.md", russian);
    assert_eq!(site.inspect(), ["T0312 content/pages/p.kk.md:5:4"]);
}

#[test]
fn a_heavy_picture_is_a_warning_in_every_run() {
    let page = "---\ntitle: Бет\n---\n\n![Зал](a.jpg)\n\n![Зал](b.jpg)\n";
    let site = Site::base().with("content/pages/p.kk.md", page);
    for (name, length) in [("a.jpg", 10_000_000), ("b.jpg", 10_000_001)] {
        let file = File::create(site.path("content/pages").join(name)).unwrap();
        file.set_len(length).unwrap();
    }
    assert_eq!(site.check(), ["T0311 content/pages/b.jpg"]);
}
