//! Award lists: of a region or the whole country, with categories or without.

use std::fmt::Write;

use super::random::Random;
use super::time::Day;
use super::words::Said;
use super::yaml::Localised;
use super::{Put, World, news, patrons, regions, sample_line};

const CATEGORIES: [(&str, Said); 3] = [
    ("builder", ["Құрылысшы", "Строитель", "Builder"]),
    ("helper", ["Қамқоршы", "Помощник", "Helper"]),
    ("countryman", ["Жерлес", "Земляк", "Countryman"]),
];

const NOTE: Said = [
    "Көп жылғы көмегі үшін",
    "За многолетнюю помощь",
    "For help over many years",
];

pub(super) fn write(world: &World, put: Put<'_>) {
    for nth in 0..world.corpus.projects / 40 + 2 {
        let path = format!("content/awards/award-{nth}.yaml");
        put(&path, award(world, nth).as_bytes());
    }
}

fn award(world: &World, nth: usize) -> String {
    let mut random = Random::of(world.corpus.seed, "award", nth);
    let random = &mut random;
    let (day, sample) = (Day::within(2016, 2024, random), world.is_sample(nth));
    let year = day.year;
    let region = (!nth.is_multiple_of(5)).then(|| regions::some(world, day, random));
    let name = match region {
        Some(region) => {
            let [kk, ru, en] = &region.name.0;
            Localised([
                format!("{kk}: {year} жылғы үздік меценаттар"),
                format!("{ru}: лучшие меценаты {year} года"),
                format!("{en}: best patrons of {year}"),
            ])
        }
        None => Localised([
            format!("{year} жылғы үздік меценаттар"),
            format!("Лучшие меценаты {year} года"),
            format!("Best patrons of {year}"),
        ]),
    };
    let mut text = format!("id: award-{nth}\nname: {name}\n");
    let _ = match nth % 3 {
        0 => writeln!(text, "year: {year}"),
        1 => writeln!(text, "date: {}", day.whole()),
        _ => writeln!(text, "year: {year}\ndate: {}", day.stated(random)),
    };
    if let Some(region) = region {
        let _ = writeln!(text, "region: {}", region.id);
    }
    if random.chance(50) {
        let _ = writeln!(text, "event: {}", news::id(random.below(world.news)));
    }
    let has_categories = random.chance(60);
    if has_categories {
        text.push_str("categories:\n");
        for (id, name) in CATEGORIES {
            let _ = writeln!(text, "  - {{id: {id}, name: {}}}", Localised::from(name));
        }
    }
    text.push_str("recipients:\n");
    let (first, step) = (random.below(world.patrons), random.between(1, 3));
    let mut named = Vec::new();
    for place in 0..random.between(3, 7) {
        let patron = world.named_by(sample, (first + place * step) % world.patrons);
        if named.contains(&patron) {
            continue;
        }
        named.push(patron);
        let _ = writeln!(text, "  - patron: {}", patrons::id(patron));
        if has_categories {
            let _ = writeln!(text, "    category: {}", random.one(&CATEGORIES).0);
        }
        // A note could tell who somebody is that is not named.
        if random.chance(20) && !patrons::is_anonymous(patron) {
            let _ = writeln!(text, "    note: {}", Localised::from(NOTE));
        }
    }
    text + sample_line(sample)
}
