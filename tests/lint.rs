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
        ["T0228 content/patrons/more.yaml:4:26 + content/patrons/more.yaml:8:10"]
    );
}

#[test]
fn a_person_entered_again_with_an_initial_is_noticed_by_the_same_gift() {
    let person = |id: &str, name: &str, date: &str| {
        format!(
            "- id: {id}\n  kind: person\n  consent: public\n  name: {{kk: {name}}}\n  region: north\n  contributions:
    - {{region: north, district: lake, direction: charity, purpose: {{kk: Көмір}}, amount: 3720000, date: {date}}}\n"
        )
    };
    let found = |patrons: &str| {
        let site = Site::base().with("content/patrons/more.yaml", patrons);
        let mut found = site.inspect();
        found.retain(|line| line.starts_with("T0228"));
        found
    };
    let check = |name: &str, date: &str| {
        let first = person("mysal", "Мысал Үлгіұлы", "2016-11-08");
        found(&(first + &person("other", name, date)))
    };
    let pair = "T0228 content/patrons/more.yaml:11:10 + content/patrons/more.yaml:4:10";
    assert_eq!(check("Үлгіұлы М.", "2016-11-08"), [pair]);
    assert_eq!(check("Үлгіұлы М.", "2016-11-09"), [""; 0]);
    assert_eq!(check("Үлгіұлы Қ.", "2016-11-08"), [""; 0]);
    // A group has no initials, whatever its name.
    let patrons = person("mysal", "Мысал мектебі", "2016-11-08")
        + &person("other", "М мектебі", "2016-11-08");
    assert_eq!(found(&patrons), [pair]);
    let groups = patrons.replace("kind: person\n  consent: public", "kind: group");
    assert_eq!(found(&groups), [""; 0]);
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

#[test]
fn every_place_of_a_repeated_warning_is_told() {
    let site = Site::base()
        .with("content/static/.env", "A=1\n")
        .with("content/static/a/id_rsa", "x\n")
        .with("content/static/b/.env.local", "B=1\n");
    let told = site.run(&["check", "--ui-lang", "en"]).err;
    for file in [".env", "a/id_rsa", "b/.env.local"] {
        assert!(told.contains(&format!("content/static/{file}")), "{told}");
    }
    let gift = |patron: &str| format!("  - {{patron: {patron}, amount: 7, date: 2020-05-01}}\n");
    let project = |title: &str, patron: &str| {
        let facts = "region: north\ndirection: charity\nstatus: under-way\ncontributions:";
        format!(
            "---\ntitle: {title}\n{facts}\n{}---\n",
            gift(patron).repeat(2)
        )
    };
    let river = "- id: river\n  kind: company\n  name: {kk: Өзен}\n  region: north\n";
    let site = Site::base()
        .with("content/patrons/river.yaml", river)
        .with("content/projects/a.kk.md", project("Зал", "steppe"))
        .with("content/projects/b.kk.md", project("Бақ", "river"));
    let told = site.run(&["check", "--ui-lang", "en"]).err;
    for file in ["a.kk.md:8:6", "b.kk.md:8:6"] {
        assert!(told.contains(file), "{told}");
    }
}

#[test]
fn names_that_look_the_same_in_two_scripts_are_noticed() {
    let patrons = "\
- id: cyrillic
  kind: company
  name: {kk: АСЕМ ВОСТОК}
  region: south
- id: latin
  kind: company
  name: {kk: ACEM BOCTOK}
  region: south
";
    let award = "{id: best, name: {kk: Үздік}, year: 2020, recipients: [{patron: cyrillic}, {patron: latin}]}\n";
    let site = Site::base()
        .with("content/patrons/more.yaml", patrons)
        .with("content/awards/a.yaml", award);
    let pair = "T0228 content/patrons/more.yaml:7:10 + content/patrons/more.yaml:3:10";
    assert_eq!(site.inspect(), [pair]);
}

/// A project with this status and these gifts.
fn project(more: &str, gifts: &str, text: &str) -> String {
    let facts = "title: Зал\nregion: north\ndirection: charity";
    format!("---\n{facts}\n{more}contributions:\n{gifts}---\n\n{text}\n")
}

#[test]
fn a_total_in_a_text_that_no_record_gives_is_named() {
    let gifts = "  - {patron: steppe, amount: 6000000, date: 2020}
  - {patron: steppe, amount: 3000000, date: 2021-05}
  - {patron: steppe, amount: 1500000, date: 2021-06}
";
    let text = |text: &str| {
        let hall = project("status: under-way\n", gifts, text);
        Site::base().with("content/projects/hall.kk.md", hall)
    };
    let wrong = text("Барлығы 519 000 000 теңге, алғашында барлығы 7 000 000 ₸.").inspect();
    assert_eq!(
        wrong,
        [
            "T0258 content/projects/hall.kk.md:12:46",
            "T0258 content/projects/hall.kk.md:12:9"
        ]
    );
    let right = "Барлығы 10 500 000 теңге. 2021 жылы барлығы 4 500 000 теңге \
                 жиналды. Есігі 2 000 000 теңге. `барлығы 519 000 000 теңге`";
    assert_eq!(text(right).inspect(), Vec::<String>::new());
    // Without the gift that is entered twice, the text is right.
    let twice = "  - {patron: steppe, amount: 6000000, date: 2020}\n".repeat(2);
    for (text, unknown) in [
        ("Барлығы 6 000 000 теңге.", false),
        ("Барлығы 12 000 000 теңге.", false),
        ("Барлығы 18 000 000 теңге.", true),
    ] {
        let hall = project("status: under-way\n", &twice, text);
        let site = Site::base().with("content/projects/hall.kk.md", hall);
        let told = site.run(&["check", "--ui-lang", "en"]).err;
        assert!(told.contains("T0240"), "{told}");
        assert_eq!(told.contains("T0258"), unknown, "{told}");
    }
}

#[test]
fn a_text_that_stands_under_two_records_is_told_at_the_copy() {
    let story = "Бұл мектеп ауылда көп жыл бойы күткен еді. ".repeat(4);
    let page = |more: &str, text: &str| format!("---\ntitle: Мектеп\n{more}---\n\n{text}\n");
    let site = |of_first: &str, second: &str| {
        Site::base()
            .with("content/pages/a.kk.md", page("", "Бір."))
            .with("content/pages/b.kk.md", page("", "Бір."))
            .with("content/pages/a.ru.md", page(of_first, &story))
            .with("content/pages/b.ru.md", page("", second))
            // A text of another kind may be the same.
            .with("content/news/c.kk.md", page("date: 2020-05-01\n", &story))
    };
    let told = |site: Site| -> Vec<String> {
        let found = site.inspect().into_iter();
        found.filter(|line| line.starts_with("T0265")).collect()
    };
    let (a, b) = ("content/pages/a.ru.md:2:8", "content/pages/b.ru.md:2:8");
    let same = story.to_uppercase();
    assert_eq!(told(site("", &same)), [format!("T0265 {b} + {a}")]);
    // What was translated from another text than that beside it was begun as a copy.
    let stale = "source: {lang: kk, digest: \"0000000000000000\"}\n";
    assert_eq!(told(site(stale, &same)), [format!("T0265 {a} + {b}")]);
    assert_eq!(told(site("", "Екі.")), Vec::<String>::new());
}

#[test]
fn what_repeats_a_record_may_be_accepted_in_either() {
    let record = |id: &str, name: &str, more: &str| {
        format!("- id: {id}\n  kind: company\n  name: {{kk: {name}}}\n  region: south\n{more}")
    };
    let accept = "  accept: [{warning: T0228, why: these are two}]\n";
    let award =
        "{id: best, name: {kk: Үздік}, year: 2020, recipients: [{patron: one}, {patron: two}]}\n";
    for (one, two) in [("", accept), (accept, "")] {
        let patrons = record("one", "Айдос", one) + &record("two", "«Айдос» ЖШС", two);
        let site = Site::base()
            .with("content/patrons/more.yaml", patrons)
            .with("content/awards/a.yaml", award);
        assert_eq!(site.inspect(), Vec::<String>::new(), "{one} / {two}");
    }
}

#[test]
fn a_firm_is_one_by_its_short_and_its_long_form_and_as_one_word() {
    for name in [
        "{kk: «Жер-Су» жауапкершілігі шектеулі серіктестігі}",
        "{kk: «ЖерСу» ЖШС, ru: ТОО «ЖерСу»}",
        "{kk: Басқа, ru: Товарищество с ограниченной ответственностью «Жер-Су»}",
    ] {
        let gift = "{amount: 1, date: 2020, region: north, direction: charity, purpose: {kk: К}}";
        let patrons = format!(
            "\
- id: zher-su
  kind: company
  name: {{kk: «Жер-Су» ЖШС, ru: ТОО «Жер-Су», en: Zher-Su LLP}}
  region: north
  contributions: [{gift}]
- id: zhersu
  kind: company
  name: {name}
  region: north
  contributions: [{gift}]
"
        );
        let mut found = Site::base()
            .with("content/patrons/more.yaml", &patrons)
            .inspect();
        found.retain(|line| line.starts_with("T0228"));
        let pair = "T0228 content/patrons/more.yaml:8:10 + content/patrons/more.yaml:3:10";
        assert_eq!(found, [pair], "{name}");
    }
}
