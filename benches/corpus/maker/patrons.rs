//! Patrons of all kinds, some anonymous, some with gifts of their own, some with a portrait.

use std::fmt::Write;

use super::kinds::{DIRECTIONS, OBJECTS, STATED};
use super::random::Random;
use super::text::{Topics, body};
use super::time::Day;
use super::words::{
    BRANDS, NAME_ENDS, NAME_STARTS, PURPOSES, SURNAME_ENDS, SURNAME_STARTS, THINGS,
};
use super::yaml::{LANGUAGES, Localised};
use super::{Put, World, places, regions};

/// The most patrons that have a name of their own.
pub(super) const MOST: usize = 90_000;

/// How many stand in a file.
const IN_A_FILE: usize = 50;

/// What kind of patron this one is, of twenty.
fn kind(nth: usize) -> &'static str {
    match nth % 20 {
        0..9 => "person",
        9..15 => "company",
        15 | 16 => "fund",
        17 => "association",
        _ => "group",
    }
}

/// Whether the name must not be shown.
pub(super) fn is_anonymous(nth: usize) -> bool {
    nth % 11 == 5
}

/// Some patron with a public page whom any record may name.
pub(super) fn public(world: &World, nth: usize) -> usize {
    let is_known = |nth: &usize| !is_anonymous(*nth) && !world.is_sample(*nth);
    let mut near = (0..world.patrons).map(|step| (nth + step) % world.patrons);
    near.find(is_known).unwrap_or(0)
}

/// The id: words of the name, or nothing that tells who it is.
pub(super) fn id(nth: usize) -> String {
    if is_anonymous(nth) {
        // An odd factor: no two numbers below 2²⁰ become one.
        let secret = (nth * 0x9_e377 + 0x1_2345) & 0xf_ffff;
        return format!("p-{secret:05x}");
    }
    match kind(nth) {
        "group" => format!("alumni-{}-{nth}", graduation(nth)),
        "person" => {
            let [_, _, name] = person(nth).0;
            let words: Vec<String> = name.split(' ').map(places::id).collect();
            format!("{}-{}-{nth}", words[0], words[words.len() - 1])
        }
        _ => format!("{}-{nth}", places::id(BRANDS[nth % BRANDS.len()][2])),
    }
}

fn graduation(nth: usize) -> usize {
    1961 + nth % 60
}

/// The name, which no other patron has.
pub(super) fn name(nth: usize) -> Localised {
    let place = places::name(nth / BRANDS.len());
    let round = match nth / (BRANDS.len() * places::ALL) {
        0 => String::new(),
        round => format!("-{}", round + 1),
    };
    let called = |lang: usize| {
        let brand = BRANDS[nth % BRANDS.len()][lang];
        format!("{brand} {}{round}", place.0[lang])
    };
    let forms = |forms: [(&str, &str); 3]| {
        Localised::of(|lang| format!("{}{}{}", forms[lang].0, called(lang), forms[lang].1))
    };
    match kind(nth) {
        "person" => person(nth),
        "company" => forms([("«", "» ЖШС"), ("ТОО «", "»"), ("", " LLP")]),
        "fund" => forms([
            ("«", "» қоғамдық қоры"),
            ("Общественный фонд «", "»"),
            ("", " Foundation"),
        ]),
        "association" => forms([
            ("«", "» бірлестігі"),
            ("Объединение «", "»"),
            ("", " Association"),
        ]),
        _ => {
            let [kk, ru, en] = &place.0;
            let (school, year) = (nth + 1, graduation(nth));
            Localised([
                format!("{kk} ауылындағы № {school} мектептің {year} жылғы түлектері"),
                format!("Выпускники {year} года школы № {school} села {ru}"),
                format!("Class of {year}, school No. {school}, {en}"),
            ])
        }
    }
}

fn person(nth: usize) -> Localised {
    const NAMES: usize = NAME_STARTS.len() * NAME_ENDS.len();
    const SURNAMES: usize = SURNAME_STARTS.len() * SURNAME_ENDS.len();
    // A prime that divides no number of names: every number has its own.
    let mixed = nth * 7919 % (NAMES * NAMES * SURNAMES);
    let (first, father, surname) = (mixed % NAMES, mixed / NAMES % NAMES, mixed / NAMES / NAMES);
    let name = |nth: usize, lang: usize| {
        let start = NAME_STARTS[nth % NAME_STARTS.len()][lang];
        format!("{start}{}", NAME_ENDS[nth / NAME_STARTS.len()][lang])
    };
    Localised::of(|lang| {
        let start = SURNAME_STARTS[surname % SURNAME_STARTS.len()][lang];
        let surname = format!(
            "{start}{}",
            SURNAME_ENDS[surname / SURNAME_STARTS.len()][lang]
        );
        let (first, father) = (name(first, lang), name(father, lang));
        match lang {
            0 => format!("{surname} {first} {father}ұлы"),
            1 => format!("{surname} {first} {father}улы"),
            _ => format!("{first} {father}uly {surname}"),
        }
    })
}

/// An amount as editors write it: plain, or grouped by spaces or underscores.
pub(super) fn amount(random: &mut Random) -> String {
    let zeros = [10_000, 100_000, 1_000_000];
    let amount =
        random.between(1, 999) * random.one(&zeros) + random.below(4) / 3 * random.below(9_999);
    let digits = amount.to_string();
    let separator = *random.one(&["", " ", "_"]);
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push_str(separator);
        }
        grouped.push(digit);
    }
    grouped
}

pub(super) fn write(world: &World, put: Put<'_>) {
    let all: Vec<usize> = (0..world.patrons).collect();
    for (file, patrons) in all.chunks(IN_A_FILE).enumerate() {
        let mut text = String::new();
        for &nth in patrons {
            record(world, nth, &mut text);
        }
        put(
            &format!("content/patrons/patrons-{file:04}.yaml"),
            text.as_bytes(),
        );
    }
    for nth in (0..world.patrons)
        .step_by(9)
        .filter(|&nth| !is_anonymous(nth))
    {
        portrait(world, nth, put);
    }
}

fn record(world: &World, nth: usize, text: &mut String) {
    let mut random = Random::of(world.corpus.seed, "patron", nth);
    let random = &mut random;
    let kind = kind(nth);
    let home = &world.regions[random.below(regions::TODAY)].id;
    let _ = write!(
        text,
        "- id: {}\n  kind: {kind}\n  name: {}\n  region: {home}\n",
        id(nth),
        name(nth)
    );
    if random.chance(70) {
        // No gift is older than 2015.
        let _ = writeln!(text, "  since: {}", random.between(1998, 2014));
    }
    if is_anonymous(nth) || kind == "person" || nth.is_multiple_of(4) {
        let consent = match is_anonymous(nth) {
            true => "anonymous",
            false => "public",
        };
        let _ = writeln!(text, "  consent: {consent}");
    }
    if kind == "company" && !is_anonymous(nth) && random.chance(50) {
        let _ = writeln!(text, "  site: https://{}.example/", id(nth));
    }
    if kind == "group" {
        let _ = writeln!(text, "  members: {}", random.between(8, 120));
    }
    // Whoever opens no project gives without one.
    let gifts = match nth < world.corpus.projects {
        true => random.below(8).saturating_sub(5),
        false => 1,
    };
    if gifts > 0 {
        text.push_str("  contributions:\n");
    }
    for _ in 0..gifts {
        own_contribution(world, text, random);
    }
    if world.is_sample(nth) {
        text.push_str("  sample: true\n");
    }
}

fn own_contribution(world: &World, text: &mut String, random: &mut Random) {
    let day = Day::within(2015, 2024, random);
    let region = regions::some(world, day, random);
    let given = match random.below(5) {
        0 => format!("in_kind: {}", Localised::from(*random.one(&THINGS))),
        1 => format!("amount: {}\n      status: pledged", amount(random)),
        _ => format!("amount: {}", amount(random)),
    };
    let _ = write!(
        text,
        "    - {given}\n      date: {}\n      region: {}\n",
        day.stated(random),
        region.id
    );
    if random.chance(60) {
        let _ = writeln!(text, "      district: {}", region.district(random));
    }
    let _ = writeln!(text, "      direction: {}", random.one(&DIRECTIONS).0);
    if random.chance(40) {
        let _ = writeln!(text, "      object: {}", random.one(&OBJECTS[..STATED]).0);
    }
    let _ = writeln!(
        text,
        "      purpose: {}",
        Localised::from(*random.one(&PURPOSES))
    );
}

fn portrait(world: &World, nth: usize, put: Put<'_>) {
    let mut random = Random::of(world.corpus.seed, "portrait", nth);
    let topics = Topics {
        project: None,
        patron: None,
        total: format!("@total?patron={}", id(nth)),
        drawing: (nth.is_multiple_of(2)).then(|| format!("@table?by=year&patron={}", id(nth))),
        picture: None,
    };
    let mut body = body(&topics, &mut random);
    if world.is_sample(nth) {
        for text in &mut body.0 {
            text.insert_str(0, "---\nsample: true\n---\n\n");
        }
    }
    let languages = 1 + nth % 3;
    for (lang, body) in LANGUAGES.iter().zip(&body.0).take(languages) {
        put(
            &format!("content/patrons/{}.{lang}.md", id(nth)),
            body.as_bytes(),
        );
    }
}
