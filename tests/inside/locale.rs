//! What `locale` writes, next to what the reader's own browser would.
//!
//! `tests/data/intl.tsv` holds 178 values a language of a real `Intl`: node 20.20.2 with ICU 78.2 and CLDR 48, written by
//! `tests/data/intl.mjs`. Where we differ on purpose, `house_style` turns Intl's value into ours, and says why.

use std::cmp::Ordering;
use std::fmt::Write as _;

use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
use tagzym::locale::{Locale, transliterate};
use tagzym::model::date::Date;
use tagzym::model::lang::Lang;
use tagzym::model::money::Tenge;

const INTL: &str = include_str!("../data/intl.tsv");

#[test]
fn formats_are_those_of_intl_but_for_the_house_style() {
    let mut seen = [0; 3];
    let mut differences = String::new();
    for line in INTL.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<String> = line.split('\t').map(unescape).collect();
        let [lang, kind, input, intl] = &fields[..] else {
            panic!("not four columns: {line}");
        };
        let lang = Lang::from_code(lang).expect("a language of the portal");
        seen[lang as usize] += 1;
        let ours = ours(&Locale::new(lang), kind, input);
        let expected = house_style(lang, kind, input, intl);
        if ours != expected {
            writeln!(
                differences,
                "{lang} {kind} {input}: {ours:?}, not {expected:?}"
            )
            .unwrap();
        }
    }
    assert_eq!(differences, "");
    assert_eq!(seen, [178; 3], "values a language");
}

/// A text with a no-break space between each number and the word behind it.
fn bound(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let at = |nth: usize| signs.get(nth).copied().unwrap_or(' ');
    let bind = |(nth, &sign): (usize, &char)| {
        let is_between = nth > 0 && at(nth - 1).is_ascii_digit() && at(nth + 1).is_alphabetic();
        match sign {
            ' ' if is_between => '\u{a0}',
            sign => sign,
        }
    };
    signs.iter().enumerate().map(bind).collect()
}

/// Intl's value as this portal writes it.
fn house_style(lang: Lang, kind: &str, input: &str, intl: &str) -> String {
    // No font with Kazakh letters that was tested has U+202F, nor is U+2009 (around English dashes) worth the risk. Before
    // «ж.» and «г.» V8 makes a plain space of CLDR's U+202F. In a sentence «ж.» is «жылғы».
    let text = intl
        .replace('\u{202f}', "\u{a0}")
        .replace('\u{2009}', " ")
        .replace(" ж.", "\u{a0}ж.")
        .replace("ж.", "жылғы")
        .replace(" г.", "\u{a0}г.");
    // No line ends between a day and its month.
    let text = match kind.contains("date") || kind.contains("range") {
        true => bound(&text),
        false => text,
    };
    match (lang, kind) {
        // Years and days of one month are close enough to need no spaces, in English either.
        (_, "year-range") | (Lang::En, "range-in-month") => text.replace(" – ", "–"),
        // CLDR says the year of both months, though it is one.
        (Lang::Ru, "month-range-in-year") => text.replacen(" 2017\u{a0}г.", "", 1),
        // What is something is not told as nothing.
        (_, "percent")
            if text.starts_with('0') && !text.contains(['.', ',']) && !input.starts_with("0/") =>
        {
            let tenth = if lang == Lang::En { "<0.1" } else { "<0,1" };
            text.replacen('0', tenth, 1)
        }
        // As long as “Aug” and “Oct”.
        (Lang::En, "date-short") => text.replace("Sept", "Sep"),
        // Months stand in running text as well.
        (Lang::Kk, "month-name") => text.to_lowercase(),
        _ => text,
    }
}

fn ours(locale: &Locale, kind: &str, input: &str) -> String {
    let number = |text: &str| text.parse::<u128>().unwrap();
    let date = |text: &str| Date::parse(text).unwrap();
    let items = || input.split('|').map(str::to_owned).collect::<Vec<_>>();
    match kind {
        "integer" => locale.integer(number(input)),
        "money" => locale.money(Tenge(number(input))),
        "money-short" => locale.money_short(Tenge(number(input))),
        "percent" => {
            let (over, under) = input.split_once('/').unwrap();
            locale.percent(number(over), number(under)).unwrap()
        }
        "date" => locale.date(date(input)),
        "date-short" => locale.date_short(date(input)),
        "month-name" => {
            let month = input.parse().unwrap();
            locale.month_name(month).unwrap().to_owned()
        }
        "year-range" | "range-in-month" | "range-in-year" | "month-range-in-year" | "range" => {
            let (from, to) = input.split_once('/').unwrap();
            locale.date_range_parts(date(from), date(to)).concat()
        }
        "sort" => {
            let mut names = items();
            names.sort_by(|left, right| locale.compare(left, right));
            let mut by_key = items();
            by_key.sort_by_cached_key(|name| locale.sort_key(name));
            assert_eq!(names, by_key, "compare and sort_key agree");
            names.join("|")
        }
        _ => panic!("no such kind: {kind}"),
    }
}

/// `\u00a0` as the character.
fn unescape(text: &str) -> String {
    let mut parts = text.split("\\u");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_at(4);
        let character = u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
        plain.push(character.expect("a character's code"));
        plain.push_str(rest);
    }
    plain
}

#[test]
fn a_bare_year_is_its_number() {
    for lang in Lang::ALL {
        let locale = Locale::new(lang);
        let year = Date::parse("2017").unwrap();
        assert_eq!(locale.date(year), "2017");
        assert_eq!(locale.date_short(year), "2017");
    }
}

#[test]
fn below_a_million_a_short_amount_is_whole() {
    for (lang, expected) in [
        (Lang::Kk, "999\u{a0}999\u{a0}₸"),
        (Lang::Ru, "999\u{a0}999\u{a0}₸"),
        (Lang::En, "₸999,999"),
    ] {
        assert_eq!(Locale::new(lang).money_short(Tenge(999_999)), expected);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_amount_can_be_read_back(amount in any::<u128>()) {
        for lang in Lang::ALL {
            let text = Locale::new(lang).money(Tenge(amount));
            let digits = text.replace(['\u{a0}', ',', '₸'], "");
            prop_assert_eq!(digits.parse(), Ok(amount), "{}", text);
        }
    }

    #[test]
    fn a_short_amount_is_off_by_half_a_percent_at_most(amount in 1_000_000..1_000_000_000_000_000_u128) {
        let text = Locale::new(Lang::En).money_short(Tenge(amount));
        let (number, unit) = text.trim_start_matches('₸').split_once(' ').unwrap();
        let power = match unit { "million" => 6, "billion" => 9, _ => 12 };
        let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
        let digits: u128 = format!("{whole}{decimals}").replace(',', "").parse().unwrap();
        let shown = digits * 10_u128.pow(power - decimals.len() as u32);
        prop_assert!(shown.abs_diff(amount) * 200 <= amount, "{} for {}", text, amount);
    }

    #[test]
    fn keys_are_in_the_order_of_names(left in "[А-яӘҒҚҢӨҰҮҺІәғқңөұүһіёЁA-z0-9 «»\"'.-]{0,12}", right in "\\PC{0,12}") {
        for lang in Lang::ALL {
            let locale = Locale::new(lang);
            let by_key = locale.sort_key(&left).cmp(&locale.sort_key(&right));
            prop_assert_eq!(locale.compare(&left, &right), by_key);
            prop_assert_eq!(by_key == Ordering::Equal, left == right);
        }
    }

    #[test]
    fn slugs_are_words_joined_by_hyphens(text in "\\PC{0,40}") {
        let slug = transliterate(&text);
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        prop_assert!(slug.chars().all(allowed), "{}", slug);
        prop_assert!(slug.is_empty() || slug.split('-').all(|word| !word.is_empty()), "{}", slug);
        prop_assert_eq!(transliterate(&slug), slug);
    }
}
