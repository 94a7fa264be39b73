//! What `check` finds odd, each at its place; a sound site has nothing odd in it.

use crate::support::Site;

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
    // One beside a text is made smaller, so its weight is no matter.
    let page = "---\ntitle: Бет\n---\n\n![Зал](c.jpg)\n";
    let site = Site::base().with("content/pages/p.kk.md", page);
    let mut jpeg =
        b"\xff\xd8\xff\xc0\0\x11\x08\x04\xb0\x06\x40\x03\x01\x22\0\x02\x11\x01\x03\x11\x01"
            .to_vec();
    jpeg.resize(20_000_000, 0);
    jpeg.extend(b"\xff\xd9");
    site.write("content/pages/c.jpg", jpeg);
    for (name, length) in [("a.jpg", 10_000_000), ("b.jpg", 10_000_001)] {
        let mut picture = vec![0; length];
        picture[..3].copy_from_slice(b"\xff\xd8\xff");
        picture[length - 2..].copy_from_slice(b"\xff\xd9");
        site.write(&format!("content/static/{name}"), picture);
    }
    assert_eq!(site.check(), ["T0311 content/static/b.jpg"]);
}

#[test]
fn pictures_that_are_none_are_told_where_they_are_published() {
    let lfs = "version https://git-lfs.github.com/spec/v1\noid sha256:0\n";
    let mut huge = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    huge.extend([0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    huge.extend(b"\x08\x06\0\0\0....IEND");
    let site = Site::base()
        .with(
            "content/pages/p.kk.md",
            "---\ntitle: Бет\nimage: {file: cover.png, alt: А}\n---\n\n![Б](lfs.jpg)\n\n![В](html.jpg)\n",
        )
        .with("content/pages/lfs.jpg", lfs)
        .with("content/pages/html.jpg", "<html>404</html>")
        .with("content/pages/cover.png", huge)
        .with("content/static/есеп.pdf", lfs)
        .with("content/static/empty.gif", "")
        // What nobody sees is no matter.
        .with("content/pages/stray.jpg", "");
    assert_eq!(
        site.check(),
        [
            "T0010 content/pages/stray.jpg",
            "T0321 content/static/empty.gif",
            "T0321 content/static/есеп.pdf",
            "T0326 content/pages/cover.png",
            "T0326 content/pages/html.jpg",
            "T0326 content/pages/lfs.jpg",
        ]
    );
}

#[test]
fn a_note_to_colleagues_reaches_no_output() {
    let text = "---\ntitle: Бет\n---\n\nА <!-- Құпия берген, 5 млн,\n\nТайна --> б.\n";
    let site = Site::base().with("content/pages/p.kk.md", text);
    assert_eq!(site.inspect(), Vec::<String>::new());
    let built = site.build();
    assert!(built.read("kk/p/index.html").contains("<p>А  б.</p>"));
    let whole = built.pages().into_values().collect::<String>();
    assert!(!whole.contains("Құпия") && !whole.contains("Тайна"));
}
