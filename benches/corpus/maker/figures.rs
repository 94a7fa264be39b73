//! Reported figures: of the country, of regions that are parts of it, of districts, with breakdowns that add up.

use std::fmt::Write;

use super::kinds::DIRECTIONS;
use super::random::Random;
use super::words::Said;
use super::yaml::Localised;
use super::{Put, World, regions};

const SOURCE: Said = [
    "Ойдан шығарылған есеп",
    "Вымышленный отчёт",
    "An invented report",
];
const NOTE: Said = [
    "Ақшалай көмек қана есептелген.",
    "Учтена только денежная помощь.",
    "Only help in money was counted.",
];
const OTHER: Said = ["Қалғаны", "Остальное", "The rest"];

/// The whole of which regions report parts.
const COUNTRY: &str = "country-2024";

pub(super) fn write(world: &World, put: Put<'_>) {
    let mut text = String::new();
    let mut whole = 0;
    for nth in 0..regions::TODAY {
        whole += region(world, nth, &mut text);
    }
    put("content/figures/regions.yaml", text.as_bytes());

    let mut text = String::new();
    let amounts = [whole, 5_000_000_000, 2_000_000_000, 1_000_000];
    let _ = write!(
        text,
        "- id: {COUNTRY}\n  period: 2023-01..2024-12\n  measure: support\n  amount: {}\n  precision: rounded\n  \
         patrons: 1200\n  projects: 3400\n  breakdown:\n",
        amounts.iter().sum::<usize>()
    );
    for ((direction, ..), amount) in DIRECTIONS.iter().zip(amounts) {
        let _ = writeln!(text, "    - {{direction: {direction}, amount: {amount}}}");
    }
    source(&mut text, "2025-01");
    // Of borders that are no more, and of promises.
    let former = &world.regions[regions::TODAY].id;
    let _ = write!(
        text,
        "- id: pledged-2017\n  region: {former}\n  period: 2017\n  measure: pledges\n  amount: 1 500 000 000\n  precision: exact\n"
    );
    source(&mut text, "2017-12-20");
    put("content/figures/country.yaml", text.as_bytes());
}

/// What a region and one of its districts reported; gives the region's amount.
fn region(world: &World, nth: usize, text: &mut String) -> usize {
    let mut random = Random::of(world.corpus.seed, "figure", nth);
    let region = &world.regions[nth];
    let rows = [(); 3].map(|()| random.between(1, 900) * 1_000_000);
    let amount = rows.iter().sum::<usize>();
    let id = format!("{}-2024", region.id);
    let _ = write!(
        text,
        "- id: {id}\n  region: {}\n  period: 2024\n  measure: support\n  amount: {amount}\n  precision: exact\n  \
         part_of: {COUNTRY}\n  breakdown:\n    - {{object: school, amount: {}}}\n    - {{object: culture, amount: {}}}\n    \
         - {{label: {}, amount: {}}}\n  note: {}\n",
        region.id,
        rows[0],
        rows[1],
        Localised::from(OTHER),
        rows[2],
        Localised::from(NOTE),
    );
    source(text, "2025-02-01");
    let objects = [(); 2].map(|()| random.between(1, 40));
    let _ = write!(
        text,
        "- id: {id}-built\n  region: {}\n  district: {}\n  period: 2023-06..2024-06-30\n  measure: objects\n  precision: exact\n  \
         objects: {}\n  breakdown:\n    - {{object: kindergarten, projects: {}}}\n    - {{object: road, projects: {}}}\n",
        region.id,
        region.district(&mut random),
        objects.iter().sum::<usize>(),
        objects[0],
        objects[1],
    );
    source(text, "2024-07");
    amount
}

fn source(text: &mut String, date: &str) {
    let title = Localised::from(SOURCE);
    let _ = writeln!(
        text,
        "  source: {{title: {title}, url: \"https://reports.example/figures\", date: {date}}}"
    );
}
