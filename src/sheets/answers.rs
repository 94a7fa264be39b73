//! Answers: the lines for `import.toml` that a report proposes, one for each value and each row that somebody has to be asked about.
//!
//! Takes an import and the words of a language, gives lines to be copied.

use std::collections::BTreeMap;

use super::asked::{answer_name, in_toml};
use super::field::Field;
use super::mapping::Deal;
use super::outcome::Import;
use super::phrases::{first_meant, place, sentence, shown};
use super::reason::{Reason, Remark};
use super::verdict::{State, Verdict};
use crate::locale::{Arg, Language};
use crate::model::contribution::ContributionStatus;

/// So many answers are named in a line.
const NAMED: usize = 12;

/// Lines for `import.toml`, with what could be written there instead.
pub(super) fn answers(import: &Import, words: &Language) -> Vec<String> {
    let mut asked: BTreeMap<&str, BTreeMap<&str, &Remark>> = BTreeMap::new();
    let (mut of_rows, mut others) = (Vec::new(), 0);
    let mut of_all: BTreeMap<(&str, String), String> = BTreeMap::new();
    let rows = import.rows.iter();
    for row in rows.filter(|row| matches!(row.state, State::Doubtful | State::Refused)) {
        for remark in &row.remarks {
            if let (Some(field), true) = (remark.field, is_of_value(remark)) {
                asked
                    .entry(field.word())
                    .or_default()
                    .insert(&remark.value, remark);
            }
        }
        for remark in &row.remarks {
            if let Some((section, key, answer)) = answer_for_all(remark, import, words) {
                of_all.insert((section, key), answer);
            }
        }
        match of_row(import, row, words) {
            Some(line) => of_rows.push(line),
            None => others += 1,
        }
    }
    if asked.is_empty() && of_rows.is_empty() && of_all.is_empty() && others == 0 {
        return Vec::new();
    }
    let mut lines = vec![sentence(words, "import-answers", &[])];
    let mut before = "";
    for ((section, key), answer) in &of_all {
        if *section != before {
            lines.push(format!("  [{section}]"));
            before = section;
        }
        // What takes rows in or leaves them out is not done unless somebody says so.
        let comment = if *section == "read" { "# " } else { "" };
        lines.push(format!("  {comment}{key} = {answer}"));
    }
    for (field, values) in asked {
        lines.push(format!("  [meant.{field}]"));
        for (value, remark) in values {
            lines.push(format!(
                "  {} = {}",
                in_toml(value),
                proposed(remark, import, words)
            ));
        }
    }
    // Nobody has to answer for the others: each has its mark in the report's workbook.
    if others > 0 {
        let skip = in_toml(Deal::Skip.word());
        let count = Arg::Number(others);
        let how = sentence(words, "import-answer-rows", &[("count", count)]);
        of_rows.push(format!("  # row-… = {skip}  # {how}"));
    }
    if !of_rows.is_empty() {
        lines.push("  [rows]".to_owned());
        lines.extend(of_rows);
    }
    lines.push(String::new());
    lines
}

/// The answers in `import.toml` that no cell of the book asks for: one of them may be misspelled, others may be for another sheet.
pub(super) fn unused(import: &Import, words: &Language) -> Vec<String> {
    let slips = import.unused.iter();
    let slips = slips.map(|(field, value)| answer_name(*field, &shown(value)));
    let others = import.unmatched.iter().map(|of| shown(of));
    let [slips, others] = [slips.collect::<Vec<_>>(), others.collect()];
    let told = [
        ("import-unused-answers", slips),
        ("import-unmatched-answers", others),
    ];
    let told = told.into_iter().filter(|(_, all)| !all.is_empty());
    let told = told.flat_map(|(id, all)| {
        let named = few(all, words).join(", ");
        [
            sentence(words, id, &[("answers", Arg::Text(&named))]),
            String::new(),
        ]
    });
    told.collect()
}

/// The gifts that the sheet may have brought before, and of which it has no row any more.
pub(super) fn gone(import: &Import, words: &Language) -> Vec<String> {
    if import.gone.is_empty() {
        return Vec::new();
    }
    let gifts = import.gone.iter();
    let gifts = gifts.map(|(mark, told)| format!("{mark}: {}", shown(told)));
    let mut lines = vec![sentence(words, "import-gone", &[])];
    let gifts = few(gifts.collect(), words).into_iter();
    lines.extend(gifts.map(|gift| format!("  {gift}")));
    lines.push(String::new());
    lines
}

/// The first of what is listed, and how many more there are.
fn few(mut all: Vec<String>, words: &Language) -> Vec<String> {
    if all.len() > NAMED {
        let count = Arg::Number((all.len() - NAMED) as u64);
        all.truncate(NAMED);
        all.push(sentence(words, "import-and-more", &[("count", count)]));
    }
    all
}

/// Whether an answer for what stands in the cell is all that is asked for.
fn is_of_value(remark: &Remark) -> bool {
    let is_answered = !remark.meant.is_empty()
        || matches!(
            remark.reason,
            Reason::Unknown
                | Reason::UnknownDistrict
                | Reason::BadAnswer
                | Reason::Unnamed
                | Reason::BadAmount
                | Reason::OtherCurrency
                | Reason::MergedAmount
                | Reason::BadDate
                | Reason::BadStatus
        );
    is_answered && !remark.value.is_empty()
}

/// Whether the first of the answers is good enough to be written as it is: it is what the program takes to be right, or what does no harm.
fn is_sure(remark: &Remark) -> bool {
    let is_one = remark.meant.len() == 1;
    let is_new = remark
        .meant
        .first()
        .is_some_and(|first| first.starts_with("new "));
    match (remark.reason, remark.field) {
        (Reason::Near, Some(Field::District)) | (Reason::NearUnnamed, _) => false,
        (Reason::Near, Some(Field::Patron)) => is_new,
        (Reason::Near | Reason::Several | Reason::UnclearMark | Reason::UnclearDate, _) => is_one,
        (Reason::DistrictInstead, _) => is_one,
        (Reason::UnknownDistrict, _) => false,
        (Reason::UnclearKind, _) => !is_new,
        _ => true,
    }
}

/// The answer that is proposed, and behind it the others, or what has to be written.
fn proposed(remark: &Remark, import: &Import, words: &Language) -> String {
    let meant = first_meant(&remark.meant, in_toml);
    if !is_sure(remark) && !meant.is_empty() {
        return format!("{}  # {}", in_toml(""), meant.join(", "));
    }
    if let [first, others @ ..] = meant.as_slice() {
        let others = others.join(", ");
        return match others.is_empty() {
            true => first.clone(),
            false => format!("{first}  # {others}"),
        };
    }
    let directions = || import.directions.join(", ");
    let comment = match remark.field {
        Some(Field::Amount) => sentence(words, "import-answer-amount", &[]),
        Some(Field::Date) => "2024-03-05, 2024-03, 2024".to_owned(),
        Some(Field::Status) => ContributionStatus::WRITTEN
            .map(ContributionStatus::word)
            .join(", "),
        Some(Field::Direction) if !import.directions.is_empty() => directions(),
        _ => sentence(words, "import-answer-id", &[]),
    };
    format!("{}  # {comment}", in_toml(""))
}

/// The line for a row that could be another one.
fn of_row(import: &Import, row: &Verdict, words: &Language) -> Option<String> {
    let mark = row.mark.as_ref()?;
    let mut remarks = row.remarks.iter();
    let asked = remarks.find(|of| of.field.is_none() && !of.meant.is_empty())?;
    let (first, others) = asked.meant.split_first()?;
    let place = place(import, row.sheet, &[row.row], None, words);
    let others = others.join(", ");
    let comment = match asked.reason {
        Reason::AlikeSince => "# ",
        _ => "",
    };
    let first = in_toml(first);
    Some(format!("  {comment}{mark} = {first}  # {place}; {others}"))
}

/// The one answer for all rows that is proposed, with its section and its key.
fn answer_for_all(
    remark: &Remark,
    import: &Import,
    words: &Language,
) -> Option<(&'static str, String, String)> {
    let field = match remark.reason {
        Reason::Hidden => {
            let others = in_toml(Deal::Take.word());
            let answer = in_toml(Deal::Skip.word());
            return Some(("read", "hidden".to_owned(), format!("{answer}  # {others}")));
        }
        Reason::UnreadYesNo => {
            let [consent, none] = [Field::Consent.word(), "none"].map(in_toml);
            let answer = format!("{}  # {consent}, {none}", in_toml(""));
            return Some(("columns", in_toml(&remark.value), answer));
        }
        Reason::NoRegion => Field::Region,
        Reason::NoDirection | Reason::ObjectInstead => Field::Direction,
        _ => return None,
    };
    let answer = match (field, import.directions.split_first()) {
        (Field::Direction, Some((first, others))) => {
            let others: Vec<String> = others.iter().map(|other| in_toml(other)).collect();
            format!("{}  # {}", in_toml(first), others.join(", "))
        }
        _ => {
            let how = sentence(words, "import-answer-id", &[]);
            format!("{}  # {how}", in_toml(""))
        }
    };
    Some(("default", field.word().to_owned(), answer))
}
