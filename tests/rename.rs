//! `tagzym rename`: another id in every place that names a record, the old address kept; or nothing at all.

use std::collections::BTreeMap;

use crate::support::{Run, Site, tree};

/// The sound site, with what names its records in all ways.
fn site() -> Site {
    Site::base()
        .with(
            "content/projects/lake/pier/index.kk.md",
            "---\ntitle: Айлақ\nregion: north\ndirection: charity\nstatus: planned\n\
             image: {file: pier.gif, alt: Айлақ}\ncontributions:\n  - patrons: [steppe, 'p-0001']\n    amount: 5000 # steppe\n    date: 2024\n---\n\n\
             steppe: [Дала](@patron/steppe), [](@total?patron=steppe&region=north).\n",
        )
        .with("content/projects/lake/pier/pier.gif", "GIF89a\u{1}\0\u{1}\0;")
        .with(
            "content/awards/a.yaml",
            "# steppe\n- id: a\n  name: {kk: А, ru: А, en: A}\n  year: 2024\n  recipients: [{patron: steppe}]\n",
        )
        .with(
            "content/corrections/c.yaml",
            "date: 2024\nrecords: [patron/steppe, project/pier]\nreason: {kk: С, ru: П, en: R}\n",
        )
        .with("content/pages/p.kk.md", "---\ntitle: Бет\n---\n\n[](@project/pier) [](@region/north)\n")
}

fn rename(site: &Site, record: &str, new: &str) -> Run {
    site.run(&["rename", record, new, "--ui-lang", "en"])
}

fn files(site: &Site) -> BTreeMap<String, Vec<u8>> {
    tree(site.root())
}

#[test]
fn a_patron_has_another_id_everywhere_and_keeps_its_address() {
    let site = site();
    assert_eq!(site.check(), [""; 0]);
    let done = rename(&site, "patron/steppe", "great-steppe");
    assert_eq!(done.code, 0, "{}", done.err);
    assert_eq!(site.check(), [""; 0]);
    let project = site.read("content/projects/lake/pier/index.kk.md");
    assert!(project.contains("  - patrons: [great-steppe, 'p-0001']\n    amount: 5000 # steppe\n"));
    assert!(project.contains(
        "\nsteppe: [Дала](@patron/great-steppe), [](@total?patron=great-steppe&region=north).\n"
    ));
    assert!(
        site.read("content/awards/a.yaml")
            .starts_with("# steppe\n- id: a\n")
    );
    assert!(
        site.read("content/corrections/c.yaml")
            .contains("[patron/great-steppe, project/pier]")
    );
    let patrons = site.read("content/patrons/patrons.yaml");
    assert!(
        patrons.contains("- id: great-steppe\n  aliases: [steppe]\n"),
        "{patrons}"
    );
    let built = site.build();
    assert!(
        built
            .read("kk/patrons/steppe/index.html")
            .contains("/kk/patrons/great-steppe/")
    );
}

#[test]
fn a_project_moves_with_its_pictures() {
    let site = site();
    let done = rename(&site, "project/pier", "new-pier");
    assert_eq!(done.code, 0, "{}", done.err);
    assert_eq!(site.check(), [""; 0]);
    assert!(!site.path("content/projects/lake/pier").exists());
    assert!(
        site.path("content/projects/lake/new-pier/pier.gif")
            .exists()
    );
    let text = site.read("content/projects/lake/new-pier/index.kk.md");
    assert!(text.contains("\naliases: [pier]\n---\n"), "{text}");
    assert!(
        site.read("content/pages/p.kk.md")
            .contains("[](@project/new-pier)")
    );
    let built = site.build();
    assert!(
        built
            .read("kk/projects/pier/index.html")
            .contains("/kk/projects/new-pier/")
    );
}

#[test]
fn a_region_a_direction_and_an_anonymous_patron_are_renamed_as_well() {
    let site = site();
    site.edit("site.toml", "languages", "scope = \"north\"\nlanguages");
    for (record, new) in [
        ("region/north", "far-north"),
        ("direction/charity", "kindness"),
        ("object/education", "learning"),
        ("patron/p-0001", "p-77c1a0"),
        ("award/a", "b"),
    ] {
        let done = rename(&site, record, new);
        assert_eq!(done.code, 0, "{record}: {}", done.err);
        assert_eq!(
            site.check()
                .iter()
                .filter(|line| !line.starts_with("T0264"))
                .count(),
            0,
            "{record}"
        );
    }
    assert!(site.read("site.toml").contains("scope = \"far-north\"\n"));
    // An old address would tell who it is.
    assert!(
        !site
            .read("content/patrons/patrons.yaml")
            .contains("aliases")
    );
    assert!(!files(&site).values().any(|text| {
        let text = String::from_utf8_lossy(text);
        text.contains("p-0001") || text.contains("region: north\n")
    }));
}

#[test]
fn nothing_is_changed_where_something_is_wrong() {
    let site = site().with(
        "content/pages/q.kk.md",
        "---\ntitle: Б\n---\n\n[](@patron/nobody)\n",
    );
    let before = files(&site);
    let refused = rename(&site, "patron/steppe", "great-steppe");
    assert_eq!(refused.code, 1);
    assert!(
        refused.err.contains("content/pages/q.kk.md:5:1"),
        "{}",
        refused.err
    );
    assert!(
        refused.err.contains("Nothing was renamed."),
        "{}",
        refused.err
    );
    assert_eq!(files(&site), before);
    site.remove("content/pages/q.kk.md");
    let before = files(&site);
    for (record, new, told) in [
        ("patron/stepe", "x", "patron/steppe"),
        ("patron/steppe", "p-0001", "already"),
        ("patron/steppe", "Дала", "cannot be an id"),
        ("steppe", "x", "patron/dala"),
        ("river/steppe", "x", "patron/dala"),
    ] {
        let refused = rename(&site, record, new);
        assert_eq!(refused.code, 2, "{record}");
        assert!(refused.err.contains(told), "{record}: {}", refused.err);
    }
    // An anchor stands for more than one place; letters by their numbers are no id that could be replaced.
    for (written, code) in [("&s steppe", 1), ("\"st\\u0065ppe\"", 2)] {
        let named = format!("patron: {written}");
        site.edit("content/awards/a.yaml", "patron: steppe", &named);
        let refused = rename(&site, "patron/steppe", "great-steppe");
        assert_eq!(refused.code, code, "{}", refused.err);
        let place = "content/awards/a.yaml:5:25";
        assert!(refused.err.contains(place), "{}", refused.err);
        site.edit("content/awards/a.yaml", &named, "patron: steppe");
    }
    assert_eq!(files(&site), before);
}

#[test]
fn no_file_is_called_after_who_must_not_be_named() {
    let site = site().with(
        "content/patrons/serik-ospanov.yaml",
        "id: serik-ospanov\nkind: person\nname: {kk: Серік Оспанов, ru: Серик Оспанов, en: Serik Ospanov}\nregion: north\nconsent: anonymous\n",
    );
    let done = rename(&site, "patron/serik-ospanov", "p-1f4e2a");
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(site.path("content/patrons/p-1f4e2a.yaml").exists());
    assert!(!files(&site).keys().any(|path| path.contains("ospanov")));
}
