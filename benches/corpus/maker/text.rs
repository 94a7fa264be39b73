//! Text generator: sentences and Markdown bodies that are right in each language and say nothing of anybody.

use std::fmt::Write;

use super::random::Random;
use super::words::{DID, HEADINGS, MEASURES, PICTURE, Said, TABLE_HEAD, THINGS, WHEN, WHO};
use super::yaml::Localised;

/// A sentence, in each language alike.
pub(super) fn sentence(random: &mut Random) -> Localised {
    let (when, who, did) = (random.one(&WHEN), random.one(&WHO), random.one(&DID));
    Localised::of(|lang| format!("{} {} {}.", when[lang], who[lang], did[lang]))
}

/// What a body may speak of: links that are whole addresses, such as `@patron/some`.
pub(super) struct Topics {
    pub(super) project: Option<String>,
    pub(super) patron: Option<String>,
    /// `@total?…`
    pub(super) total: String,
    /// `@chart?…` and the like, drawn in a paragraph of its own.
    pub(super) drawing: Option<String>,
    /// The file of a picture beside the text.
    pub(super) picture: Option<&'static str>,
}

const SIMILAR: Said = ["Ұқсас жоба", "Похожий проект", "A similar project"];
const HELPER: Said = ["Көмектескен", "Помог", "Helped by"];
const GIVEN: Said = [
    "Осы өңірге барлығы берілді",
    "Всего передано этому региону",
    "Given to this region in all",
];
const QUOTE: Said = [
    "«Бұрын мұнда тек жел соғатын», — дейді ойдан шығарылған кейіпкер.",
    "«Раньше здесь гулял только ветер», — говорит вымышленный герой.",
    "“There was nothing here but wind,” says somebody who was made up.",
];
const NOTE: Said = [
    "Бұл мәтін сынақ үшін ойдан шығарылған.",
    "Этот текст вымышлен, он нужен для проверки.",
    "This text is invented; it is for tests.",
];
const TASKS: Said = [
    "- [x] Жоба бекітілді\n- [ ] Аула көгалдандырылды",
    "- [x] Проект утверждён\n- [ ] Двор озеленён",
    "- [x] The plans are agreed\n- [ ] The yard is green",
];
const PLANNED: Said = [
    "~~Екі жыл~~ бір жыл",
    "~~Два года~~ год",
    "~~Two years~~ one year",
];

/// A body of Markdown in each language, of the same sections and with the same figures.
pub(super) fn body(topics: &Topics, random: &mut Random) -> Localised {
    let sentences: Vec<Localised> = (0..9).map(|_| sentence(random)).collect();
    let heads = random.below(HEADINGS.len());
    let measures = random.below(MEASURES.len());
    let (numbers, things) = ([(); 3].map(|()| random.between(2, 4800)), random.below(3));
    let has_note = random.chance(30);
    let has_tasks = random.chance(20);
    Localised::of(|lang| {
        let say = |nth: usize| sentences[nth].0[lang].as_str();
        let head = |nth: usize| HEADINGS[(heads + nth * 3) % HEADINGS.len()][lang];
        let mut text = format!("{} **{}** {}", say(0), say(1), say(2));
        if has_note {
            text.push_str("[^1]");
        }
        write_line(
            &mut text,
            format_args!("\n\n## {}\n\n{} *{}*\n", head(0), say(3), say(4)),
        );
        for thing in &THINGS[things..things + 3] {
            write_line(&mut text, format_args!("- {}", thing[lang]));
        }
        if let Some(project) = &topics.project {
            write_line(
                &mut text,
                format_args!("\n{}: [](@project/{project}).", SIMILAR[lang]),
            );
        }
        write_line(&mut text, format_args!("\n## {}\n\n{}\n", head(1), say(5)));
        let columns = TABLE_HEAD.map(|column| column[lang]).join(" | ");
        write_line(
            &mut text,
            format_args!("| {columns} |\n| --- | ---: | --- |"),
        );
        for (nth, number) in numbers.iter().enumerate() {
            let (measure, unit) = MEASURES[(measures + nth) % MEASURES.len()];
            write_line(
                &mut text,
                format_args!("| {} | {number} | {} |", measure[lang], unit[lang]),
            );
        }
        if let Some(file) = topics.picture {
            let (alt, caption) = (PICTURE.0[lang], PICTURE.1[lang]);
            write_line(&mut text, format_args!("\n![{alt}]({file} \"{caption}\")"));
        }
        write_line(
            &mut text,
            format_args!("\n### {}\n\n{} {}\n", head(2), say(6), say(7)),
        );
        if let Some(patron) = &topics.patron {
            write_line(
                &mut text,
                format_args!("{}: [](@patron/{patron}).", HELPER[lang]),
            );
        }
        write_line(
            &mut text,
            format_args!("{}: []({}). {}", GIVEN[lang], topics.total, say(8)),
        );
        if has_tasks {
            write_line(
                &mut text,
                format_args!("\n{}\n\n{}", TASKS[lang], PLANNED[lang]),
            );
        }
        if let Some(drawing) = &topics.drawing {
            write_line(&mut text, format_args!("\n![]({drawing})"));
        }
        write_line(&mut text, format_args!("\n> {}", QUOTE[lang]));
        if has_note {
            write_line(&mut text, format_args!("\n[^1]: {}", NOTE[lang]));
        }
        text
    })
}

fn write_line(text: &mut String, line: std::fmt::Arguments<'_>) {
    // Nothing can go wrong where a text is written into a text.
    let _ = writeln!(text, "{line}");
}
