//! Cards: each page names the picture that social networks show for it, the picture is there and the same every time, and
//! nobody is named on it who must not be.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::fs;

use crate::support::{Built, Site, between, lines};
use tagzym::{BuildOptions, has_errors, prepare, render_all};

fn portal() -> Built {
    Site::portal().build()
}

fn cards(built: &Built) -> BTreeSet<&str> {
    built
        .paths()
        .filter(|path| path.starts_with("cards/"))
        .collect()
}

/// A small site with a theme below the portal's whose card is this SVG.
fn with_card(svg: &str) -> Site {
    let theme = "name = \"own\"\nparent = \"tagzym\"\n";
    let site = Site::base()
        .with("themes/own/theme.toml", theme)
        .with("themes/own/templates/card.svg", svg);
    let settings = site.read("site.toml");
    let settings = settings.lines().filter(|line| !line.starts_with("theme"));
    let settings: Vec<&str> = std::iter::once("theme = \"own\"").chain(settings).collect();
    site.with("site.toml", settings.join("\n") + "\n")
}

const PLAIN: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\"><text y=\"99\">";

#[test]
fn each_page_names_a_card_that_is_there() {
    let portal = portal();
    let cards = cards(&portal);
    let of_kind = |kind: &str| {
        let paths = portal.paths();
        let pages = paths.filter(|path| !path.contains("/page/"));
        pages
            .filter(|path| portal.prepared.kind_at(path) == Some(kind))
            .count()
    };
    let kinds = ["home", "region", "direction", "year"];
    assert_eq!(cards.len(), kinds.map(of_kind).iter().sum::<usize>());
    for (page, card) in [
        ("kk/", "kk"),
        ("ru/regions/abai/", "ru/regions/abai"),
        ("en/years/2017/", "en/years/2017"),
        ("kk/directions/charity/", "kk/directions/charity"),
        ("ru/regions/abai/contributions/from/", "ru/regions/abai"),
        ("en/projects/after-the-flood/", "en/regions/abai"),
        ("kk/totals/", "kk"),
    ] {
        let html = portal.read(&format!("{page}index.html"));
        let told = between(&html, "property=\"og:image\" content=\"", "\"");
        assert!(told.starts_with("https://"), "{told}");
        assert!(
            told.ends_with(&format!("/cards/{card}.png")),
            "{page}: {told}"
        );
        assert!(cards.contains(&*format!("cards/{card}.png")), "{card}");
    }
    for page in ["404.html", "kk/404.html", "kk/embed/index.html"] {
        assert!(!portal.read(page).contains("og:image"), "{page}");
    }
}

#[test]
fn a_card_is_drawn_when_it_is_asked_for() {
    let portal = portal();
    let png = |path: &str| portal.prepared.bytes_at(path).unwrap();
    let abai = png("cards/kk/regions/abai.png");
    assert_eq!(abai[..8], *b"\x89PNG\r\n\x1a\n");
    assert_eq!(abai, png("cards/kk/regions/abai.png"));
    assert_ne!(abai, png("cards/ru/regions/abai.png"));
}

#[test]
fn a_theme_without_a_card_has_none() {
    let sums = Site::golden("sums").build();
    assert_eq!(cards(&sums).len(), 0);
}

#[test]
fn what_a_card_says_is_looked_through_before_it_is_drawn() {
    let anonymous = "- {id: p-0002, kind: person, consent: anonymous, region: north, name: {kk: Үлгіхан Өрнекбаев}}\n";
    let site = with_card(&format!(
        "{PLAIN}Үлгіхан <tspan>Өрнекбаев</tspan></text></svg>"
    ))
    .with("content/patrons/more.yaml", anonymous);
    let found = prepare(site.root(), &BuildOptions::default());
    let prepared = found.prepared.as_ref().unwrap();
    // Nothing is drawn.
    let Ok(made) = render_all(prepared, &found.sources, |_, _| Ok::<(), Infallible>(()));
    assert!(has_errors(&made.diagnostics));
    let told = lines(&made.diagnostics, &found.sources);
    assert!(
        told.iter().all(|line| line.starts_with("T0225 ")),
        "{told:?}"
    );
    let pages = made.diagnostics.iter().flat_map(|of| &of.args);
    let pages: Vec<&str> = pages
        .filter(|(name, _)| *name == "page")
        .map(|(_, page)| &**page)
        .collect();
    assert!(
        pages.iter().any(|page| page.starts_with("cards/")),
        "{pages:?}"
    );
    assert!(prepared.bytes_at("cards/kk.png").is_err());
}

#[test]
fn a_card_that_cannot_be_drawn_stops_a_build_and_a_check() {
    let site = with_card("<svg");
    let out = tempfile::tempdir().unwrap();
    let out = out.path().join("dist");
    let out_name = out.to_string_lossy();
    // A check draws nothing, and says the same.
    let told = [vec!["build", "--out", &*out_name], vec!["check"]].map(|command| {
        let done = site.run(&command);
        assert_ne!(done.code, 0);
        let wrong = done.err.lines().find(|line| line.contains("cards/"));
        wrong.unwrap_or_else(|| panic!("{}", done.err)).to_owned()
    });
    assert_eq!(told[0], told[1]);
    assert!(!out.join("kk").exists());
}

#[test]
fn what_is_kept_never_changes_the_output() {
    let site = with_card(&format!(
        "{PLAIN}{{{{ name.lines | join(sep=\" \") }}}}</text></svg>"
    ));
    let cards = |site: &Site| {
        let mut files = site.publish(&[], &[]);
        files.retain(|path, _| path.starts_with("cards/"));
        files
    };
    let first = cards(&site);
    let folder = site.path(".tagzym-cache");
    let kept = || {
        let files = fs::read_dir(&folder).unwrap().flatten();
        files.map(|file| file.path()).collect::<BTreeSet<_>>()
    };
    let all = kept();
    assert!(!all.is_empty() && all.len() <= first.len());
    assert_eq!(first, cards(&site));
    // All are broken; one is that of another card.
    let (one, another) = (all.first().unwrap(), all.last().unwrap());
    let bytes = fs::read(one).unwrap();
    for file in &all {
        fs::write(file, b"broken").unwrap();
    }
    fs::write(another, bytes).unwrap();
    assert_eq!(first, cards(&site));
    assert!(all.iter().all(|file| fs::read(file).unwrap().len() > 99));
    // Other words: what nobody asks for any more goes.
    site.edit("themes/own/templates/card.svg", "y=\"99\"", "y=\"98\"");
    assert_ne!(first, cards(&site));
    assert!(kept().is_disjoint(&all));
    fs::remove_dir_all(&folder).unwrap();
    fs::write(&folder, b"no folder").unwrap();
    site.edit("themes/own/templates/card.svg", "y=\"98\"", "y=\"99\"");
    assert_eq!(first, cards(&site));
}
