//! News items, some of events with a place, some with a picture.

use std::fmt::Write;

use super::random::Random;
use super::text::{Topics, body, sentence};
use super::time::Day;
use super::words::PICTURE;
use super::yaml::{LANGUAGES, Localised, quoted};
use super::{Put, World, patrons, picture, places, projects, regions};

/// The id, which is the name of its files.
pub(super) fn id(nth: usize) -> String {
    format!("news-{nth}")
}

pub(super) fn write(world: &World, put: Put<'_>) {
    for nth in 0..world.news {
        item(world, nth, put);
    }
}

fn item(world: &World, nth: usize, put: Put<'_>) {
    let mut random = Random::of(world.corpus.seed, "news", nth);
    let random = &mut random;
    let day = Day::within(2016, 2024, random);
    let region = regions::some(world, day, random);
    let [kk, ru, en] = places::name(random.below(places::ALL)).0;
    let mut facts = format!("date: {}\n", day.stated(random));
    if random.chance(80) {
        let _ = writeln!(facts, "region: {}", region.id);
    }
    if random.chance(60) {
        let place = Localised([
            format!("{kk} ауылы"),
            format!("село {ru}"),
            format!("the village of {en}"),
        ]);
        let _ = writeln!(facts, "place: {place}");
    }
    if nth % 9 == 2 {
        let _ = writeln!(facts, "aliases: [old-{}]", id(nth));
    }
    let has_picture = nth % 4 == 1;
    let topics = Topics {
        project: Some(projects::linked(world, false, random)),
        patron: Some(patrons::id(patrons::public(world, nth * 3))),
        total: format!("@total?year={}", day.year),
        drawing: None,
        picture: None,
    };
    let (title, summary, body) = (sentence(random), sentence(random), body(&topics, random));
    let is_there = [true, random.chance(80), random.chance(50)];
    let folder = match has_picture {
        true => format!("content/news/{}", id(nth)),
        false => "content/news".to_owned(),
    };
    for lang in (0..3).filter(|&lang| is_there[lang]) {
        let (title, summary) = (title.0[lang].trim_end_matches('.'), &summary.0[lang]);
        let mut text = format!(
            "---\ntitle: {}\nsummary: {}\n",
            quoted(title),
            quoted(summary)
        );
        if has_picture {
            let alt = quoted(PICTURE.0[lang]);
            let _ = writeln!(text, "image: {{file: news.png, alt: {alt}}}");
        }
        if lang == 0 {
            text.push_str(&facts);
        }
        let _ = write!(text, "---\n\n{}", body.0[lang]);
        let name = match has_picture {
            true => "index".to_owned(),
            false => id(nth),
        };
        put(
            &format!("{folder}/{name}.{}.md", LANGUAGES[lang]),
            text.as_bytes(),
        );
    }
    if has_picture {
        put(&format!("{folder}/news.png"), &picture::png(nth + 3));
    }
}
