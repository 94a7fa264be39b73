//! Administrative regions: twenty of today with their districts, and two former ones.
//!
//! Borders change as they did in life: a region is split into two, another is renamed, a third splits off from one that
//! goes on.

use std::fmt::Write;

use super::random::Random;
use super::text::{Topics, body};
use super::time::Day;
use super::yaml::{LANGUAGES, Localised, quoted};
use super::{Put, World, patrons, places};

/// How many regions there are today; former ones come after them.
pub(super) const TODAY: usize = 20;
const ROW: usize = 5;

/// The last days of former borders, and the first days of the new ones.
const SPLIT: [Day; 2] = [Day::new(2018, 6, 18), Day::new(2018, 6, 19)];
const RENAMED: [Day; 2] = [Day::new(2022, 6, 7), Day::new(2022, 6, 8)];

/// What other records have to know of a region.
pub(super) struct Region {
    pub(super) id: String,
    pub(super) name: Localised,
    pub(super) districts: Vec<(String, Localised)>,
    since: Option<Day>,
    until: Option<Day>,
    successors: Vec<usize>,
}

impl Region {
    pub(super) fn existed(&self, day: Day) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// The id of one of its districts.
    pub(super) fn district(&self, random: &mut Random) -> &str {
        &random.one(&self.districts).0
    }
}

/// All regions.
pub(super) fn all(seed: u64) -> Vec<Region> {
    let mut regions: Vec<Region> = (0..TODAY + 2).map(|nth| region(seed, nth)).collect();
    for successor in [2, 3] {
        regions[successor].since = Some(SPLIT[1]);
    }
    for successor in [4, 6] {
        regions[successor].since = Some(RENAMED[1]);
    }
    regions[TODAY].until = Some(SPLIT[0]);
    regions[TODAY].successors = vec![2, 3];
    regions[TODAY + 1].until = Some(RENAMED[0]);
    regions[TODAY + 1].successors = vec![6];
    // It goes on, without a part of it.
    regions[5].successors = vec![4];
    regions
}

fn region(seed: u64, nth: usize) -> Region {
    let name = places::name(nth * 5);
    let count = Random::of(seed, "districts", nth).between(6, 12);
    let district = |district: usize| {
        let name = places::name(nth * 7 + district * 11 + 3);
        (places::id(&name.0[2]), name)
    };
    Region {
        id: places::id(&name.0[2]),
        name,
        districts: (0..count).map(district).collect(),
        since: None,
        until: None,
        successors: Vec::new(),
    }
}

/// Some region that existed on a day.
pub(super) fn some<'a>(world: &'a World, day: Day, random: &mut Random) -> &'a Region {
    loop {
        let region = random.one(&world.regions);
        if region.existed(day) {
            return region;
        }
    }
}

/// Writes every record, and the prose beside some.
pub(super) fn write(world: &World, put: Put<'_>) {
    for (nth, region) in world.regions.iter().enumerate() {
        let mut random = Random::of(world.corpus.seed, "region", nth);
        let path = format!("content/regions/{}.yaml", region.id);
        put(&path, record(world, nth, &mut random).as_bytes());
        if nth.is_multiple_of(3) {
            let topics = Topics {
                project: None,
                patron: Some(patrons::id(patrons::public(world, nth))),
                total: format!("@total?region={}", region.id),
                drawing: Some(format!("@chart?by=year&region={}", region.id)),
                picture: None,
            };
            let body = body(&topics, &mut random);
            let languages = 2 + usize::from(nth.is_multiple_of(2));
            for (lang, body) in LANGUAGES.iter().zip(&body.0).take(languages) {
                let path = format!("content/regions/{}.{lang}.md", region.id);
                put(&path, body.as_bytes());
            }
        }
    }
}

fn record(world: &World, nth: usize, random: &mut Random) -> String {
    let region = &world.regions[nth];
    let [kk, ru, en] = &region.name.0;
    let mut text = format!(
        "id: {}\niso: XX-{nth:02}\nkato: \"{nth:02}0000000\"\n\
         name:\n  kk: {kk} облысы\n  ru: Область {ru}\n  en: {en} Region\n\
         in:\n  kk: {kk} облысында\n  ru: в области {ru}\n  en: in {en} Region\n\
         centre: {}\n",
        region.id,
        places::name(nth * 5 + 2),
    );
    if nth < TODAY {
        let residents = random.between(300, 2_900) * 1_000 + random.below(1_000);
        let source = quoted("Invented for tests, https://corpus.example/population");
        let _ = write!(
            text,
            "population:\n  value: {residents}\n  date: 2024-01-01\n  source: {source}\ntile: [[{}, {}]]\n",
            nth % ROW,
            nth / ROW
        );
    }
    if let Some(since) = region.since {
        let _ = writeln!(text, "since: {}", since.whole());
    }
    if let Some(until) = region.until {
        let _ = writeln!(text, "until: {}", until.whole());
    }
    if !region.successors.is_empty() {
        let ids = region
            .successors
            .iter()
            .map(|&of| world.regions[of].id.as_str());
        let _ = writeln!(text, "successors: [{}]", ids.collect::<Vec<_>>().join(", "));
    }
    text.push_str("districts:\n");
    for (district, (id, name)) in region.districts.iter().enumerate() {
        let [kk, ru, en] = &name.0;
        let name = Localised([
            format!("{kk} ауданы"),
            format!("район {ru}"),
            format!("{en} District"),
        ]);
        let _ = writeln!(
            text,
            "  - {{id: {id}, kato: \"{nth:02}{:02}00000\", name: {name}}}",
            district + 1
        );
    }
    text
}
