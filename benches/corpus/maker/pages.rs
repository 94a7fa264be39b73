//! Content pages: about the portal with every kind of drawing, the rules of its figures, how to take part, open data.

use std::fmt::Write;

use super::random::Random;
use super::words::{HEADINGS, Said};
use super::yaml::{LANGUAGES, quoted};
use super::{Put, World, news, patrons, projects, text};

/// A page: its id, its title, in how many languages it is there.
const PAGES: [(&str, Said, usize); 4] = [
    (
        "about",
        ["Портал туралы", "О портале", "About the portal"],
        3,
    ),
    (
        "how-figures-are-computed",
        [
            "Сандар қалай есептеледі",
            "Как считаются цифры",
            "How figures are computed",
        ],
        3,
    ),
    (
        "take-part",
        [
            "Қалай қатысуға болады",
            "Как принять участие",
            "How to take part",
        ],
        2,
    ),
    (
        "open-data",
        ["Ашық деректер", "Открытые данные", "Open data"],
        1,
    ),
];

const REPORT: Said = ["есеп", "отчёт", "the report"];
const CAPTION: Said = ["Өңірлер бойынша", "По регионам", "By region"];

pub(super) fn write(world: &World, put: Put<'_>) {
    for (nth, (id, title, languages)) in PAGES.iter().enumerate() {
        for (lang, code) in LANGUAGES.iter().enumerate().take(*languages) {
            let mut random = Random::of(world.corpus.seed, "page", nth);
            let mut page = format!("---\ntitle: {}\n---\n\n", quoted(title[lang]));
            for heading in HEADINGS.iter().skip(nth).step_by(2) {
                let say = || text::sentence(&mut random).0[lang].clone();
                let said: Vec<String> = std::iter::repeat_with(say).take(5).collect();
                let _ = write!(page, "## {}\n\n{}\n\n", heading[lang], said.join(" "));
            }
            if *id == "about" {
                drawings(world, lang, &mut random, &mut page);
            }
            put(&format!("content/pages/{id}.{code}.md"), page.as_bytes());
        }
    }
}

/// Every kind of link, sum and drawing.
fn drawings(world: &World, lang: usize, random: &mut Random, page: &mut String) {
    let region = &world.regions[7];
    let (region, district) = (&region.id, &region.districts[0].0);
    let patron = patrons::id(patrons::public(world, 1));
    let links = [
        format!("@project/{}", projects::linked(world, false, random)),
        format!("@patron/{patron}"),
        format!("@region/{region}"),
        "@direction/charity".to_owned(),
        "@object/school".to_owned(),
        "@award/award-0".to_owned(),
        format!("@news/{}", news::id(0)),
        "@page/take-part".to_owned(),
        "@page/about#how-it-began".to_owned(),
        "@total".to_owned(),
        format!("@total?region={region}&district={district}"),
        "@total?direction=charity&object=education&year=2020".to_owned(),
        format!("@total?patron={patron}&from={region}"),
    ];
    for link in links {
        let _ = writeln!(page, "- []({link})");
    }
    let _ = writeln!(
        page,
        "- [{}](/report-2024.txt)\n- <https://corpus.example/>",
        REPORT[lang]
    );
    let drawings = [
        "@map",
        "@map?figure=per-resident",
        "@map?figure=projects",
        "@map?year=2017",
        "@chart?by=year",
        "@chart?by=direction",
        "@chart?by=object&year=2020",
        "@table?by=from",
        "@table?by=patron&direction=sponsorship",
    ];
    for drawing in drawings {
        let _ = write!(page, "\n![]({drawing})\n");
    }
    let _ = write!(page, "\n![{}](@chart?by=region)\n", CAPTION[lang]);
    let _ = write!(page, "\n![](@table?by=district&region={region})\n");
}
