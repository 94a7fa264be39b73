//! Slips in a line of YAML: what an editor most probably did wrong in a line that cannot be read, and the line as it was
//! meant.
//!
//! Takes a line of which the parser said that it, or one near it, is wrong; gives the slip and its place in the line. The
//! parser's own words tell where it gave up, which is seldom where the mistake is. A sound line may look like a slip
//! here: nobody asks of those.

use super::error_class::Trouble;
use super::known::{is_known, is_language, is_list, known_key};
use super::quote::{closing, quoted};
use crate::source::text::confusables::is_odd_space;

/// What is wrong in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slip {
    pub why: Trouble,
    /// The byte in the line at which the mistake stands.
    pub at: usize,
    /// The whole line as it should be, without what an editor would not change.
    pub line: Option<String>,
}

/// A line, and what stands in the lines below that belong to it.
#[derive(Clone, Copy)]
pub(super) struct Line<'t> {
    pub text: &'t str,
    pub rest: &'t str,
    /// It goes on with what a line above it began.
    pub continues: bool,
}

/// Signs that no plain value begins with, and that YAML reads as something of its own.
const SIGNS: [char; 13] = [
    ',', '[', '{', '*', '&', '!', '|', '>', '%', '@', '`', ']', '}',
];

/// The first slip in a line.
pub(super) fn slip(line: Line<'_>) -> Option<Slip> {
    let text = line.text;
    let mut first: Option<(Trouble, usize)> = None;
    let mut note = |why, at| {
        first.get_or_insert((why, at));
    };
    let mut made = String::with_capacity(text.len() + 8);
    let mut at = 0;
    // What stands before the key: spaces and hyphens.
    loop {
        let letter = text[at..].chars().next()?;
        match letter {
            ' ' => made.push(' '),
            '\t' => {
                note(Trouble::Tab, at);
                made.push_str("  ");
            }
            odd if is_odd_space(odd) => {
                note(Trouble::OddSpace, at);
                made.push(' ');
            }
            '-' => {
                let after = text[at + 1..].chars().next();
                match after {
                    Some(' ' | '\t') | None => made.push('-'),
                    Some(odd) if is_odd_space(odd) => made.push('-'),
                    Some(letter) if letter.is_alphabetic() || "\"'{«".contains(letter) => {
                        note(Trouble::DashSpace, at + 1);
                        made.push_str("- ");
                    }
                    _ => break,
                }
            }
            '–' | '—' if text[at + letter.len_utf8()..].starts_with(' ') && !line.continues => {
                note(Trouble::LongDash, at);
                made.push('-');
            }
            bullet if is_bullet(bullet, &text[at..]) && !line.continues => {
                note(Trouble::Bullet, at);
                made.push('-');
            }
            _ => break,
        }
        at += letter.len_utf8();
        if at >= text.len() {
            break;
        }
    }
    let body = &text[at..];
    let has_dash = made.contains('-');
    let mended = match key(body) {
        Some((key, mark)) if !line.continues => {
            let after = key.len() + mark.len();
            made.push_str(key);
            made.push_str(": ");
            if mark != ":" {
                note(Trouble::WideColon, at + key.len());
            }
            let value = &body[after..];
            let next = value.chars().next();
            let spaces = value.len() - value.trim_start().len();
            match next {
                Some(odd) if is_odd_space(odd) => note(Trouble::OddSpace, at + after),
                Some(letter) if !letter.is_whitespace() && mark == ":" => {
                    note(Trouble::ColonSpace, at + after);
                }
                _ => {}
            }
            if let Some(odd) = value[..spaces].find(is_odd_space) {
                note(Trouble::OddSpace, at + after + odd);
            }
            let value = &value[spaces..];
            let listed = in_line(key.trim(), value).or_else(|| without_braces(value));
            listed
                .or_else(|| of_value(value, line.rest))
                .map(|(found, value)| {
                    if let Some((why, inner)) = found {
                        note(why, at + after + spaces + inner);
                    }
                    value
                })
        }
        _ if body.starts_with(['"', '\'', '{', '[']) || has_dash => {
            of_value(body, line.rest).map(|(found, value)| {
                if let Some((why, inner)) = found {
                    note(why, at + inner);
                }
                value
            })
        }
        _ if line.continues => of_flow(body, line.rest).map(|(found, value)| {
            if let Some((why, inner)) = found {
                note(why, at + inner);
            }
            value
        }),
        _ => {
            // A word and a text, with nothing between them.
            let (word, rest) = body.split_at(body.find([' ', '=', ';', '；'])?);
            let value = rest.trim_start();
            let value = value.strip_prefix(['=', ';', '；']).unwrap_or(value);
            let value = value.trim_start();
            // Many words are a text, and no field that we do not know.
            let is_field = is_known(word) || !value.contains(' ');
            if !is_key(word) || !word.is_ascii() || !is_field {
                return None;
            }
            note(Trouble::NoColon, at + word.len());
            of_value(value, line.rest)
                .map(|(_, value)| value)
                .map(|value| format!("{word}: {value}"))
        }
    };
    let (why, at) = first?;
    let shown = mended.map(|value| (made + &value).trim_end().to_owned());
    Some(Slip {
        why,
        at,
        line: shown,
    })
}

/// Whether a line begins with a sign that other lists have before their items.
fn is_bullet(letter: char, line: &str) -> bool {
    "*•·●◦▪‣∙".contains(letter) && line[letter.len_utf8()..].starts_with(' ')
}

/// Items with hyphens in the line of their key.
fn in_line(key: &str, value: &str) -> Mended {
    let items = value.trim_end().strip_prefix("- ")?;
    if !is_list(key) && !items.trim_start().starts_with('{') {
        return None;
    }
    let items: Vec<&str> = items.split(" - ").map(str::trim).collect();
    Some((
        Some((Trouble::ListInLine, 0)),
        format!("[{}]", items.join(", ")),
    ))
}

/// Several fields behind a key that should stand in brackets: `name: kk: …, ru: …`.
fn without_braces(value: &str) -> Mended {
    known_key(value)?;
    let whole = format!("{{{}}}", value.trim_end());
    if pairs(&whole).len() < 2 {
        return None;
    }
    let (_, mended) = of_flow(&whole, "")?;
    Some((Some((Trouble::Braces, 0)), mended))
}

/// The key that a text begins with, and the sign behind it: `:`, or the wide one of another keyboard.
fn key(text: &str) -> Option<(&str, &str)> {
    let at = text.find([':', '：'])?;
    let mark = if text[at..].starts_with(':') {
        ":"
    } else {
        "："
    };
    let name = text[..at].trim_end();
    let is_address = text[at + mark.len()..].starts_with("//");
    (is_key(name) && !is_address).then(|| (&text[..at], mark))
}

fn is_key(name: &str) -> bool {
    let is_word = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-');
    !name.is_empty() && name.len() <= 60 && name.chars().all(is_word)
}

/// What is wrong in a value, with its place, if anything is; and the value as it should be, if that is known.
type Mended = Option<(Option<(Trouble, usize)>, String)>;

/// A value behind a key or a hyphen.
fn of_value(value: &str, rest: &str) -> Mended {
    let plain = value.trim_end();
    let Some(first) = plain.chars().next() else {
        return Some((None, value.to_owned()));
    };
    match first {
        '"' | '\'' => of_quoted(plain, rest),
        '{' | '[' => match matching(plain) {
            Some(end) if !has_more(&plain[end..]) => of_flow(plain, rest),
            Some(end) if plain[end..].trim().chars().all(|c| ",;".contains(c)) => {
                let (found, mended) = of_flow(&plain[..end], rest)?;
                Some((Some(found.unwrap_or((Trouble::CommaBehind, end))), mended))
            }
            Some(end) if plain[end..].trim().chars().all(|c| "}]".contains(c)) => {
                Some((Some((Trouble::BracketTwice, end)), plain[..end].to_owned()))
            }
            Some(_) => Some((Some((Trouble::Begin, 0)), quoted(plain))),
            None if rest.contains(['}', ']']) => of_flow(plain, rest),
            None => {
                let (found, mended) = of_flow(plain, rest)?;
                let close = if first == '{' { '}' } else { ']' };
                let found = found.unwrap_or((Trouble::Bracket, 0));
                // A round bracket in its place.
                let is_round = mended.matches(')').count() > mended.matches('(').count();
                let mended = match mended.rfind(')').filter(|_| is_round) {
                    Some(at) => format!("{}{close}{}", &mended[..at], &mended[at + 1..]),
                    None => format!("{mended}{close}"),
                };
                Some((Some(found), mended))
            }
        },
        '|' | '>' => {
            let is_block = plain[1..]
                .split('#')
                .next()
                .is_some_and(|mark| mark.trim_end().chars().all(|c| "+-123456789".contains(c)));
            match is_block {
                true => Some((None, value.to_owned())),
                false => Some((Some((Trouble::Begin, 0)), quoted(plain))),
            }
        }
        '-' | '?' | ':' if plain.len() == 1 || plain[1..].starts_with(' ') => {
            Some((Some((Trouble::Begin, 0)), quoted(plain)))
        }
        '*' | '&' if plain.len() > 1 && plain[1..].chars().all(|c| c.is_ascii_alphanumeric()) => {
            Some((None, value.to_owned()))
        }
        _ if SIGNS.contains(&first) => Some((Some((Trouble::Begin, 0)), quoted(plain))),
        _ => match colon(plain) {
            Some(at) => Some((Some((Trouble::Colon, at)), quoted(plain))),
            None => Some((None, value.to_owned())),
        },
    }
}

/// Whether something other than a note stands behind a closed value.
fn has_more(after: &str) -> bool {
    let trimmed = after.trim_start();
    let is_note = trimmed.starts_with('#') && trimmed.len() < after.len();
    !(trimmed.is_empty() || is_note)
}

/// The colon of a plain text that YAML takes for the end of a key.
fn colon(plain: &str) -> Option<usize> {
    let inside = plain.find(": ");
    inside.or_else(|| plain.ends_with(':').then(|| plain.len() - 1))
}

fn of_quoted(plain: &str, rest: &str) -> Mended {
    let Some(end) = closing(plain) else {
        let quote = &plain[..1];
        if rest.contains(quote) {
            return Some((None, plain.to_owned()));
        }
        let text = plain[1..].trim_end_matches(['”', '“', '’']);
        let text = match text.contains('«') {
            true => text,
            false => text.trim_end_matches('»'),
        };
        return Some((
            Some((Trouble::Quote, 0)),
            quoted(&format!("{quote}{text}{quote}")),
        ));
    };
    if !has_more(&plain[end..]) {
        return Some(match bad_escape(&plain[..end]) {
            Some(at) => (Some((Trouble::Backslash, at)), quoted(&plain[..end])),
            None => (None, plain.to_owned()),
        });
    }
    if plain[end..].trim().chars().all(|c| ",;".contains(c)) {
        return Some((Some((Trouble::CommaBehind, end)), plain[..end].to_owned()));
    }
    let spaces = plain[end..].len() - plain[end..].trim_start().len();
    Some((Some((Trouble::Behind, end + spaces)), quoted(plain)))
}

/// The backslash in `"…"` that begins no escape of YAML.
fn bad_escape(quote: &str) -> Option<usize> {
    let bytes = quote.as_bytes();
    let mut at = 1;
    while quote.starts_with('"') && at + 1 < bytes.len() {
        if bytes[at] == b'\\' {
            if !b"0abt\tnvfre \"/\\N_LPxuU".contains(&bytes[at + 1]) {
                return Some(at);
            }
            at += 1;
        }
        at += 1;
    }
    None
}

/// The byte past the bracket that closes the one that a text begins with. Quotation marks do not count: they may be what
/// is wrong.
fn matching(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    text.bytes().enumerate().find_map(|(at, byte)| {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (depth == 0).then_some(at + 1)
    })
}

/// The values in a line of `{key: value, …}`.
fn of_flow(text: &str, rest: &str) -> Mended {
    let mut made = String::with_capacity(text.len() + 8);
    let mut first = None;
    let pairs = pairs(text);
    let Some(begin) = pairs.first().map(|pair| pair.key) else {
        return Some((None, text.to_owned()));
    };
    made.push_str(&text[..begin]);
    // A key whose fields in several languages lack their brackets.
    let mut is_open = false;
    for (nth, pair) in pairs.iter().enumerate() {
        let end = pairs.get(nth + 1).map_or(text.len(), |next| next.key);
        let (name, mark) = (
            &text[pair.key..pair.colon],
            text[pair.colon..].chars().next()?,
        );
        let start = pair.colon + mark.len_utf8();
        let piece = &text[start..end];
        let spaces = piece.len() - piece.trim_start().len();
        let (mut value, mut close) = parted(&piece[spaces..]);
        let next = pairs.get(nth + 1);
        let is_followed = |pair: &Pair| is_language(&text[pair.key..pair.colon]);
        if pair.lacks_comma && !value.is_empty() && !is_open {
            first.get_or_insert((Trouble::Comma, pair.key));
        }
        if let Some(next) = next.filter(|next| next.lacks_comma) {
            if value.is_empty() {
                first.get_or_insert((Trouble::Braces, next.key));
                is_open = true;
                made.push_str(name);
                made.push_str(": {");
                continue;
            }
            value = value.trim_end_matches([';', ' ']);
            close = ", ";
        }
        if mark != ':' {
            first.get_or_insert((Trouble::WideColon, pair.colon));
        } else if spaces == 0 && (!value.is_empty() || close.starts_with([',', '}'])) {
            first.get_or_insert((Trouble::ColonSpace, start));
        }
        if let Some(odd) = piece[..spaces].find(is_odd_space) {
            first.get_or_insert((Trouble::OddSpace, start + odd));
        }
        let is_last = nth + 1 == pairs.len();
        let rest = if is_last { rest } else { "" };
        let (wrong, meant) = match value.starts_with(['"', '\'']) {
            true => of_quoted(value, rest)?,
            false => (of_item(value, rest), quoted(value)),
        };
        let mended = match wrong {
            Some((why, at)) => {
                first.get_or_insert((why, start + spaces + at));
                meant
            }
            None if is_cut_by_comma(value) => quoted(value),
            None => value.to_owned(),
        };
        made.push_str(name);
        made.push(':');
        if !mended.is_empty() || spaces > 0 || close.starts_with([',', '}']) {
            made.push(' ');
        }
        made.push_str(&mended);
        if is_open && !next.is_some_and(is_followed) {
            is_open = false;
            made.push('}');
        }
        made.push_str(close);
    }
    Some((first, made))
}

/// A plain text with a comma, which ends it in brackets. Amounts are told otherwise.
fn is_cut_by_comma(value: &str) -> bool {
    value.contains(',')
        && !value.starts_with(['"', '\'', '[', '{'])
        && value.contains(char::is_alphabetic)
}

/// What is wrong with one value in `{…}`.
fn of_item(value: &str, rest: &str) -> Option<(Trouble, usize)> {
    let first = value.chars().next()?;
    match first {
        '#' => Some((Trouble::Hash, 0)),
        '[' | '{' => match matching(value) {
            Some(end) if has_more(&value[end..]) => Some((Trouble::Begin, 0)),
            Some(_) => None,
            None => rest.is_empty().then_some((Trouble::Bracket, 0)),
        },
        '-' | '?' if value[1..].starts_with(' ') => Some((Trouble::Begin, 0)),
        _ if SIGNS.contains(&first) => Some((Trouble::Begin, 0)),
        _ => {
            let hash = value.find(" #").map(|at| (Trouble::Hash, at + 1));
            let colon = || colon(value).map(|at| (Trouble::Colon, at));
            let bracket = || value.find(['[', ']', '{', '}']);
            hash.or_else(colon)
                .or_else(|| bracket().map(|at| (Trouble::BracketInText, at)))
        }
    }
}

/// A value and what follows it: the comma, or the brackets that it is in.
fn parted(piece: &str) -> (&str, &str) {
    let open = piece.matches(['{', '[']).count();
    let close = piece.matches(['}', ']']).count();
    let mut more = close.saturating_sub(open);
    let mut end = piece.trim_end().len();
    // Between the value and the next key there is one comma.
    while let Some(last) = piece[..end].chars().next_back() {
        match last {
            '}' | ']' if more > 0 => more -= 1,
            // The next key stands in them.
            '{' | '[' => more += 1,
            ',' | ' ' => {}
            _ => break,
        }
        end -= 1;
    }
    piece.split_at(end)
}

/// Where a key of `{key: value}` begins, and its colon.
struct Pair {
    key: usize,
    colon: usize,
    /// There is no comma before it, though it follows a value.
    lacks_comma: bool,
}

/// The keys in a line of `{key: value, …}`: words before a colon, behind a bracket or a comma.
fn pairs(text: &str) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    let is_even = |quote: char| text.matches(quote).count().is_multiple_of(2);
    let mut begins = true;
    let mut is_apart = false;
    for (at, letter) in text.char_indices() {
        if matches!(letter, '{' | '[' | ',') {
            begins = true;
            continue;
        }
        if letter.is_whitespace() || letter == ';' {
            is_apart = true;
            continue;
        }
        let begun = std::mem::take(&mut begins);
        let lacks_comma = std::mem::take(&mut is_apart) && !begun && lacks_comma(text, at, &pairs);
        if (begun || lacks_comma)
            && let Some((name, _)) = key(&text[at..])
        {
            // Inside a text in quotation marks there are no keys.
            let is_quoted = pairs.last().is_some_and(|last| {
                let value = text[last.colon..at].trim_start_matches([':', '：', ' ']);
                let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
                quote.is_some_and(|quote| is_even(quote) && value.matches(quote).count() % 2 == 1)
            });
            if !is_quoted {
                pairs.push(Pair {
                    key: at,
                    colon: at + name.len(),
                    lacks_comma,
                });
            }
        }
    }
    pairs
}

/// Whether a known field begins here behind the value of another: a word of a text is no field.
fn lacks_comma(text: &str, at: usize, pairs: &[Pair]) -> bool {
    let (Some(name), Some(last)) = (known_key(&text[at..]), pairs.last()) else {
        return false;
    };
    let value = text[last.colon..at].trim_start_matches([':', '：']);
    is_language(name) || !value.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<(Trouble, &str, String)> {
        let line = Line {
            text,
            rest: "",
            continues: false,
        };
        let slip = slip(line)?;
        Some((slip.why, &text[slip.at..], slip.line.unwrap_or_default()))
    }

    #[test]
    fn each_slip_is_named_with_the_line_as_it_was_meant() {
        use Trouble::*;
        for (text, why, from, line) in [
            (
                "  kk: \"Жер-Су\" ЖШС",
                Behind,
                "ЖШС",
                "  kk: '\"Жер-Су\" ЖШС'",
            ),
            (
                "title: 'Алтын' қор",
                Behind,
                "қор",
                "title: \"'Алтын' қор\"",
            ),
            (
                "title: 'Мектеп д'Артаньян'",
                Behind,
                "Артаньян'",
                "title: \"Мектеп д'Артаньян\"",
            ),
            (
                "title: [Жаңа] мектеп",
                Begin,
                "[Жаңа] мектеп",
                "title: \"[Жаңа] мектеп\"",
            ),
            (
                "title: *Маңызды* жаңалық",
                Begin,
                "*Маңызды* жаңалық",
                "title: \"*Маңызды* жаңалық\"",
            ),
            (
                "title: - 5 оқушы",
                Begin,
                "- 5 оқушы",
                "title: \"- 5 оқушы\"",
            ),
            ("title: | жол", Begin, "| жол", "title: \"| жол\""),
            ("title: %50", Begin, "%50", "title: \"%50\""),
            ("title: `код`", Begin, "`код`", "title: \"`код`\""),
            ("\ttitle: a", Tab, "\ttitle: a", "  title: a"),
            ("kind:company", ColonSpace, "company", "kind: company"),
            (
                "kind:\u{a0}company",
                OddSpace,
                "\u{a0}company",
                "kind: company",
            ),
            ("kind：company", WideColon, "：company", "kind: company"),
            ("-id: a", DashSpace, "id: a", "- id: a"),
            (
                "title \"Мектеп\"",
                NoColon,
                " \"Мектеп\"",
                "title: \"Мектеп\"",
            ),
            (
                "title: Мектеп: жаңа",
                Colon,
                ": жаңа",
                "title: \"Мектеп: жаңа\"",
            ),
            ("title: \"Мектеп", Quote, "\"Мектеп", "title: \"Мектеп\""),
            ("title: \"Мектеп”", Quote, "\"Мектеп”", "title: \"Мектеп\""),
            (
                "name: {kk: \"Мектеп \"Болашақ\"\", ru: Школа}",
                Behind,
                "Болашақ\"\", ru: Школа}",
                "name: {kk: 'Мектеп \"Болашақ\"', ru: Школа}",
            ),
            (
                "purpose: {kk: # к 9 мая, ru: к 9 мая}",
                Hash,
                "# к 9 мая, ru: к 9 мая}",
                "purpose: {kk: \"# к 9 мая\", ru: к 9 мая}",
            ),
            (
                "name: {kk: Мектеп #5, ru: Школа}",
                Hash,
                "#5, ru: Школа}",
                "name: {kk: \"Мектеп #5\", ru: Школа}",
            ),
            (
                "- {patron: a, purpose: {kk: Уголь: 20 тонн, ru: Уголь}}",
                Colon,
                ": 20 тонн, ru: Уголь}}",
                "- {patron: a, purpose: {kk: \"Уголь: 20 тонн\", ru: Уголь}}",
            ),
            (
                "name: {ru: ТОО \"A&B: Строй\"}",
                Colon,
                ": Строй\"}",
                "name: {ru: 'ТОО \"A&B: Строй\"'}",
            ),
            (
                "name: {kk: Мектеп",
                Bracket,
                "{kk: Мектеп",
                "name: {kk: Мектеп}",
            ),
            (
                "name: {kk: \"Мектеп, ru: \"Школа\"}",
                Quote,
                "\"Мектеп, ru: \"Школа\"}",
                "name: {kk: \"Мектеп\", ru: \"Школа\"}",
            ),
        ] {
            assert_eq!(of(text), Some((why, from, line.to_owned())), "{text}");
        }
    }

    #[test]
    fn sound_lines_have_none() {
        for text in [
            "title: Мектеп",
            "- id: a",
            "- {id: lake, name: {kk: Көл, ru: Озеро}, to: [a, b]}",
            "summary: |",
            "summary: >-",
            "site: https://a.kz",
            "  - 5",
            "title: \"Мектеп: жаңа\" # жазба",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
