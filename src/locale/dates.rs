//! Date formatting: dates and periods as a language writes them.
//!
//! Takes dates as exact as they are known and gives text. Must not know today's date.

use std::array;

use icu_calendar::{Date as IcuDate, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{M, MD, YM, YMD};
use icu_datetime::options::YearStyle;
use jiff::civil;

use crate::model::date::Date;
use crate::model::lang::Lang;

use super::cldr::{COMPILED_IN, tag, written};

type Formatter<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

/// The patterns of a language, long and short.
pub(super) struct Dates {
    lang: Lang,
    day: Formatter<YMD>,
    month: Formatter<YM>,
    short_day: Formatter<YMD>,
    short_month: Formatter<YM>,
    /// Without the year: «16 ноября».
    day_of_year: Formatter<MD>,
    month_names: [String; 12],
}

impl Dates {
    pub(super) fn new(lang: Lang) -> Dates {
        let tag = tag(lang);
        let full_year = YearStyle::Full;
        let names = Formatter::try_new((&tag).into(), M::long()).expect(COMPILED_IN);
        let day = |fields| Formatter::try_new((&tag).into(), fields).expect(COMPILED_IN);
        let month = |fields| Formatter::try_new((&tag).into(), fields).expect(COMPILED_IN);
        Dates {
            lang,
            day: day(YMD::long()),
            month: month(YM::long()),
            // In digits an English reader cannot tell the day from the month: the month has its name.
            short_day: day(match lang {
                Lang::Kk | Lang::Ru => YMD::short().with_year_style(full_year),
                Lang::En => YMD::medium(),
            }),
            short_month: month(match lang {
                Lang::Kk | Lang::Ru => YM::short().with_year_style(full_year),
                Lang::En => YM::medium(),
            }),
            day_of_year: Formatter::try_new((&tag).into(), MD::long()).expect(COMPILED_IN),
            month_names: array::from_fn(|index| {
                let first = civil::Date::constant(2000, index as i8 + 1, 1);
                let name = write(first, |day| names.format(day).to_string());
                match lang {
                    // CLDR has «Қараша» for a month alone, but readers see it in running text as well.
                    Lang::Kk => name.to_lowercase(),
                    Lang::Ru | Lang::En => name,
                }
            }),
        }
    }
}

impl Dates {
    /// A date in words: «2017 жылғы 16 қараша», «ноябрь 2017 г.», “November 2017”; a bare year is just its number.
    pub(super) fn date(&self, date: Date) -> String {
        match date {
            Date::Year(year) => year.to_string(),
            Date::Month(..) => {
                let day = date.earliest();
                self.in_full(write(day, |day| self.month.format(day).to_string()))
            }
            Date::Day(day) => {
                let date = write(day, |day| self.day.format(day).to_string());
                self.bound(self.in_full(date))
            }
        }
    }

    /// A date in short: «16.11.2017», «11.2017», “16 Nov 2017”, “Nov 2017”; a bare year is just its number.
    pub(super) fn date_short(&self, date: Date) -> String {
        match date {
            Date::Year(year) => year.to_string(),
            Date::Month(..) => {
                let day = date.earliest();
                self.in_three_letters(write(day, |day| self.short_month.format(day).to_string()))
            }
            Date::Day(day) => {
                let date = write(day, |day| self.short_day.format(day).to_string());
                self.bound(self.in_three_letters(date))
            }
        }
    }

    /// No line ends between the day and its month.
    fn bound(&self, date: String) -> String {
        let space = match self.lang {
            Lang::Kk => date.rfind(' '),
            Lang::Ru | Lang::En => date.find(' '),
        };
        let Some(at) = space else { return date };
        format!("{}\u{a0}{}", &date[..at], &date[at + 1..])
    }

    /// CLDR cuts the Kazakh word for a year to «ж.», as in a table; in a sentence it is written out.
    fn in_full(&self, date: String) -> String {
        match self.lang {
            Lang::Kk => date.replace("ж.", "жылғы"),
            Lang::Ru | Lang::En => date,
        }
    }

    /// CLDR has “Sept” beside “Aug” and “Oct”.
    fn in_three_letters(&self, date: String) -> String {
        match self.lang {
            Lang::En => date.replace("Sept", "Sep"),
            Lang::Kk | Lang::Ru => date,
        }
    }

    /// From a date on: «2017 жылғы 16 қарашадан бері», «с ноября 2017 г.», “since November 2017”.
    pub(super) fn date_since(&self, date: Date) -> String {
        match (self.lang, date) {
            (Lang::Kk, Date::Year(year)) => format!("{year}\u{a0}жылдан бері"),
            // The name of the month ends both.
            (Lang::Kk, Date::Month(..) | Date::Day(_)) => {
                let month = date.earliest().month();
                let ending = match month {
                    2 | 6 | 10 | 12 => "нан",
                    4 | 7 => "ден",
                    9 => "тен",
                    _ => "дан",
                };
                format!("{}{ending} бері", self.date(date))
            }
            (Lang::Ru, Date::Year(year)) => format!("с {year} года"),
            (Lang::Ru, Date::Month(year, month)) => {
                // «16 ноября»: the name of a month after a number is the one that is wanted.
                let day = self.day_of_year(civil::Date::constant(2000, month, 1));
                let name = day.split('\u{a0}').next_back().unwrap_or_default();
                format!("с {name} {year}\u{a0}г.")
            }
            (Lang::Ru, Date::Day(day)) => match day.day() {
                2 => format!("со {}", self.date(date)),
                _ => format!("с {}", self.date(date)),
            },
            (Lang::En, _) => format!("since {}", self.date(date)),
        }
    }

    /// A month alone, 1 to 12: «қараша», «ноябрь», “November”.
    pub(super) fn month_name(&self, month: i8) -> Option<&str> {
        let index = usize::try_from(month).ok()?.checked_sub(1)?;
        self.month_names.get(index).map(String::as_str)
    }

    /// A period from one date to a different one, with what both share written once: «16–18 ноября 2017 г.»,
    /// «2016–2018». In three parts, so that each date can be marked as such: where it begins, the dash, where it ends.
    pub(super) fn date_range_parts(&self, from: Date, to: Date) -> [String; 3] {
        const CLOSE: &str = "–";
        const APART: &str = " – ";
        let (year, begin, dash, end) = match (from, to) {
            (Date::Month(year, first), Date::Month(same, last)) if year == same => {
                let name = |month| self.month_name(month).unwrap_or_default().to_owned();
                (year, name(first), APART, name(last))
            }
            (Date::Day(first), Date::Day(last)) if first.year() == last.year() => {
                let end = self.day_of_year(last);
                if first.month() == last.month() {
                    (last.year(), first.day().to_string(), CLOSE, end)
                } else {
                    (last.year(), self.day_of_year(first), APART, end)
                }
            }
            _ => {
                let years = matches!((from, to), (Date::Year(_), Date::Year(_)));
                let dash = if years { CLOSE } else { APART };
                return [self.date(from), dash.to_owned(), self.date(to)];
            }
        };
        // The year stands once, where the language puts it.
        match self.lang {
            Lang::Kk => [format!("{year}\u{a0}жылғы {begin}"), dash.to_owned(), end],
            Lang::Ru => [begin, dash.to_owned(), format!("{end} {year}\u{a0}г.")],
            Lang::En => [begin, dash.to_owned(), format!("{end} {year}")],
        }
    }

    fn day_of_year(&self, day: civil::Date) -> String {
        self.bound(write(day, |day| self.day_of_year.format(day).to_string()))
    }
}

/// Lets a pattern write a day. Both libraries count by the same calendar, so that every day of one is a day of the
/// other; were it not, the day would still be readable.
fn write(day: civil::Date, pattern: impl FnOnce(&IcuDate<Gregorian>) -> String) -> String {
    let (year, month, date) = (i32::from(day.year()), day.month() as u8, day.day() as u8);
    match IcuDate::try_new_gregorian(year, month, date) {
        Ok(day) => written(pattern(&day)),
        Err(_) => day.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    fn range(lang: Lang, from: &str, to: &str) -> String {
        let date = |text| Date::parse(text).unwrap();
        Locale::new(lang)
            .date_range_parts(date(from), date(to))
            .concat()
    }

    /// The text with a no-break space behind each number that a word follows.
    fn bound(text: String) -> String {
        let mut bound = String::new();
        for (before, sign, after) in neighbours(&text) {
            let is_bound = sign == ' ' && before.is_ascii_digit() && after.is_alphabetic();
            bound.push(if is_bound { '\u{a0}' } else { sign });
        }
        bound
    }

    fn neighbours(text: &str) -> Vec<(char, char, char)> {
        let all: Vec<char> = format!(".{text}.").chars().collect();
        all.windows(3).map(|of| (of[0], of[1], of[2])).collect()
    }

    #[test]
    fn no_line_ends_between_a_day_and_its_month() {
        for (lang, expected) in [
            (Lang::Kk, "2024\u{a0}жылғы 3\u{a0}наурыз"),
            (Lang::Ru, "3\u{a0}марта 2024\u{a0}г."),
            (Lang::En, "3\u{a0}March 2024"),
        ] {
            let date = Locale::new(lang).date(Date::parse("2024-03-03").unwrap());
            assert_eq!(date, expected);
        }
    }

    #[test]
    fn what_goes_on_began_at_a_date() {
        for (date, kk, ru, en) in [
            ("2025", "2025 жылдан бері", "с 2025 года", "since 2025"),
            (
                "2025-03",
                "2025 жылғы наурыздан бері",
                "с марта 2025 г.",
                "since March 2025",
            ),
            (
                "2025-06",
                "2025 жылғы маусымнан бері",
                "с июня 2025 г.",
                "since June 2025",
            ),
            (
                "2025-09-02",
                "2025 жылғы 2 қыркүйектен бері",
                "со 2 сентября 2025 г.",
                "since 2 September 2025",
            ),
            (
                "2025-04-16",
                "2025 жылғы 16 сәуірден бері",
                "с 16 апреля 2025 г.",
                "since 16 April 2025",
            ),
        ] {
            for (lang, expected) in [(Lang::Kk, kk), (Lang::Ru, ru), (Lang::En, en)] {
                let since = Locale::new(lang).date_since(Date::parse(date).unwrap());
                assert_eq!(since.replace('\u{a0}', " "), expected, "{lang} {date}");
            }
        }
    }

    #[test]
    fn a_period_writes_once_what_both_ends_share() {
        for (from, to, kk, ru, en) in [
            (
                "2017-11-16",
                "2017-11-18",
                "2017 жылғы 16–18 қараша",
                "16–18 ноября 2017 г.",
                "16–18 November 2017",
            ),
            (
                "2017-11-16",
                "2017-12-01",
                "2017 жылғы 16 қараша – 1 желтоқсан",
                "16 ноября – 1 декабря 2017 г.",
                "16 November – 1 December 2017",
            ),
            (
                "2017-11-16",
                "2018-11-16",
                "2017 жылғы 16 қараша – 2018 жылғы 16 қараша",
                "16 ноября 2017 г. – 16 ноября 2018 г.",
                "16 November 2017 – 16 November 2018",
            ),
            (
                "2017-04",
                "2017-07",
                "2017 жылғы сәуір – шілде",
                "апрель – июль 2017 г.",
                "April – July 2017",
            ),
            (
                "2017-04",
                "2021-04",
                "2017 жылғы сәуір – 2021 жылғы сәуір",
                "апрель 2017 г. – апрель 2021 г.",
                "April 2017 – April 2021",
            ),
            ("2016", "2018", "2016–2018", "2016–2018", "2016–2018"),
            (
                "2016",
                "2018-03",
                "2016 – 2018 жылғы наурыз",
                "2016 – март 2018 г.",
                "2016 – March 2018",
            ),
        ] {
            for (lang, expected) in [(Lang::Kk, kk), (Lang::Ru, ru), (Lang::En, en)] {
                let expected = expected.replace(" г.", "\u{a0}г.");
                let expected = bound(expected);
                assert_eq!(range(lang, from, to), expected, "{lang} {from}..{to}");
            }
        }
    }

    #[test]
    fn a_month_in_short_has_three_letters() {
        let en = Locale::new(Lang::En);
        for month in 1..=12 {
            let date = Date::Month(2024, month);
            let short = en.date_short(date);
            assert_eq!(short.len(), "Sep 2024".len(), "{short}");
            assert!(en.date(date).starts_with(&short[..3]), "{short}");
        }
    }

    #[test]
    fn there_are_twelve_months() {
        let kk = Locale::new(Lang::Kk);
        assert_eq!(kk.month_name(12), Some("желтоқсан"));
        for month in [i8::MIN, -1, 0, 13] {
            assert_eq!(kk.month_name(month), None);
        }
    }
}
