//! Projects: write-ups in up to three languages, in every state, with contributions of every form.

use std::fmt::Write;

use super::kinds::{DIRECTIONS, OBJECTS, STATED};
use super::random::Random;
use super::text::{Topics, body, sentence};
use super::time::Day;
use super::words::{PICTURE, THINGS};
use super::yaml::{LANGUAGES, Localised, quoted};
use super::{Put, World, patrons, picture, places, regions, sample_line};

/// The id, which is the name of its files.
pub(super) fn id(nth: usize) -> String {
    let [_, _, village] = village(nth).0;
    format!("{}-{}-{nth}", object(nth), places::id(&village))
}

fn object(nth: usize) -> &'static str {
    OBJECTS[nth * 7 % STATED].0
}

fn village(nth: usize) -> Localised {
    places::name(nth * 31 + nth / 5)
}

/// A project that any text of this kind may link to: of the first of each patron, which are never drafts.
pub(super) fn linked(world: &World, sample: bool, random: &mut Random) -> String {
    let last = world.patrons.min(world.corpus.projects);
    id(world.named_by(sample, random.below(last)))
}

pub(super) fn write(world: &World, put: Put<'_>) {
    for nth in 0..world.corpus.projects {
        project(world, nth, put);
    }
}

fn project(world: &World, nth: usize, put: Put<'_>) {
    let mut random = Random::of(world.corpus.seed, "project", nth);
    let random = &mut random;
    let day = Day::within(2016, 2024, random);
    let region = regions::some(world, day, random);
    let sample = world.is_sample(nth);
    let (id, has_folder) = (id(nth), nth % 8 == 3);
    let folder = match has_folder {
        true => format!("content/projects/{}/{id}", region.id),
        false => format!("content/projects/{}", region.id),
    };
    let mut facts = format!("region: {}\n", region.id);
    if random.chance(75) {
        let _ = writeln!(facts, "district: {}", region.district(random));
    }
    state(nth, day, &mut facts, random);
    if random.chance(60) {
        let _ = writeln!(facts, "beneficiaries: {}", random.between(10, 9_000));
    }
    if random.chance(30) {
        let degrees = |first, last, random: &mut Random| {
            format!("{}.{:02}", random.between(first, last), random.below(100))
        };
        let (latitude, longitude) = (degrees(42, 53, random), degrees(51, 85, random));
        let _ = writeln!(facts, "location: [{latitude}, {longitude}]");
    }
    if nth % 13 == 4 {
        let _ = writeln!(facts, "aliases: [old-{id}, /archive/{nth}/]");
    }
    if nth % 17 == 6 {
        let _ = writeln!(facts, "slug: {}-{nth}", object(nth));
    }
    contributions(world, nth, day, &mut facts, random);

    let patron = random.below(world.patrons);
    let patron = world.named_by(sample, patron);
    let topics = Topics {
        project: Some(linked(world, sample, random)).filter(|other| *other != id),
        patron: (!patrons::is_anonymous(patron)).then(|| patrons::id(patron)),
        total: format!("@total?region={}&object={}", region.id, object(nth)),
        drawing: (nth % 19 == 7).then(|| format!("@chart?by=direction&region={}", region.id)),
        picture: has_folder.then_some("work.png"),
    };
    let (summary, body) = (sentence(random), body(&topics, random));
    let [kk, ru, en] = village(nth).0;
    let [object_kk, object_ru, object_en] = OBJECTS[nth * 7 % STATED].2;
    let title = [
        format!("{kk} ауылындағы {}", object_kk.to_lowercase()),
        format!("{object_ru} в селе {ru}"),
        format!("{object_en} in {en}"),
    ];
    let is_there = [true, random.chance(80), random.chance(55)];
    // Facts stand in one file: mostly in the Kazakh one.
    let of_facts = match is_there[1] && nth % 6 == 1 {
        true => 1,
        false => 0,
    };
    let is_draft = nth >= world.patrons && nth.is_multiple_of(29) && !has_folder;
    for lang in (0..3).filter(|&lang| is_there[lang]) {
        let mut text = format!("---\ntitle: {}\n", quoted(&title[lang]));
        if nth % 7 != 2 {
            let _ = writeln!(text, "summary: {}", quoted(&summary.0[lang]));
        }
        if is_draft {
            text.push_str("draft: true\n");
        }
        if has_folder {
            let (alt, caption) = (quoted(PICTURE.0[lang]), quoted(PICTURE.1[lang]));
            let _ = writeln!(
                text,
                "image: {{file: cover.png, alt: {alt}, caption: {caption}}}"
            );
        }
        if lang > 0 && nth.is_multiple_of(5) {
            // The original has changed since.
            let _ = writeln!(text, "source: {{lang: kk, digest: \"{:016x}\"}}", nth + 1);
        }
        if lang == of_facts {
            text.push_str(&facts);
            text.push_str(sample_line(sample));
        } else if nth % 17 == 1 {
            let _ = writeln!(text, "region: {}", region.id);
        }
        let _ = write!(text, "---\n\n{}", body.0[lang]);
        let path = match has_folder {
            true => format!("{folder}/index.{}.md", LANGUAGES[lang]),
            false => format!("{folder}/{id}.{}.md", LANGUAGES[lang]),
        };
        put(&path, text.as_bytes());
    }
    if has_folder {
        put(&format!("{folder}/cover.png"), &picture::png(nth));
        put(&format!("{folder}/work.png"), &picture::png(nth / 8 + 1));
    }
}

/// What for, and how far it is; the day is that of its end, of its beginning or of its last gift.
fn state(nth: usize, day: Day, facts: &mut String, random: &mut Random) {
    let _ = writeln!(facts, "direction: {}", random.one(&DIRECTIONS).0);
    if random.chance(90) {
        let _ = writeln!(facts, "object: {}", object(nth));
    }
    let state = match nth % 10 {
        0..7 => {
            let started = day.earlier(random).stated(random);
            let completed = day.stated(random);
            format!("status: completed\nstarted: {started}\ncompleted: {completed}")
        }
        7 | 8 => format!("status: under-way\nstarted: {}", day.stated(random)),
        _ => "status: planned".to_owned(),
    };
    let _ = writeln!(facts, "{state}");
}

fn contributions(world: &World, nth: usize, day: Day, facts: &mut String, random: &mut Random) {
    let opener = nth % world.patrons;
    // Its own first giver it names in any case; others as a real project or a sample may.
    let sample = world.is_sample(nth);
    let mut givers = vec![world.named_by(sample, opener)];
    for _ in 0..random.below(4) {
        let other = world.named_by(sample, random.below(world.patrons));
        if !givers.contains(&other) {
            givers.push(other);
        }
    }
    facts.push_str("contributions:\n");
    let mut givers = givers.as_slice();
    let mut is_first = true;
    while let Some((&giver, rest)) = givers.split_first() {
        let joint = !rest.is_empty() && random.chance(20);
        let who = match joint {
            true => format!(
                "patrons: [{}, {}]",
                patrons::id(giver),
                patrons::id(rest[0])
            ),
            false => format!("patron: {}", patrons::id(giver)),
        };
        // The gift of that very day, so that a project without other dates stands there.
        let date = match is_first {
            true => day.whole(),
            false => day.earlier(random).whole(),
        };
        let given = match random.below(12) {
            0 => format!("in_kind: {}", Localised::from(*random.one(&THINGS))),
            1 => {
                let thing = Localised::from(*random.one(&THINGS));
                format!("amount: {}\n    in_kind: {thing}", patrons::amount(random))
            }
            2 => format!("amount: {}\n    status: pledged", patrons::amount(random)),
            3 => format!("amount: {}\n    status: delivered", patrons::amount(random)),
            _ => format!("amount: {}", patrons::amount(random)),
        };
        let _ = writeln!(facts, "  - {who}\n    {given}\n    date: {date}");
        givers = &rest[usize::from(joint)..];
        is_first = false;
    }
}
