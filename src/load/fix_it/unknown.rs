//! Words and signs in the place of a value that nobody knows: `-`, `?`, `н/д`.

/// What is written for a value that is not known, in small letters.
const UNKNOWN: [&str; 17] = [
    "-",
    "–",
    "—",
    "?",
    "??",
    "???",
    "…",
    "...",
    "н/д",
    "нет данных",
    "неизвестно",
    "нет",
    "белгісіз",
    "дерек жоқ",
    "жоқ",
    "n/a",
    "unknown",
];

/// Whether a text says that a value is not known.
pub(crate) fn is_unknown(text: &str) -> bool {
    UNKNOWN.contains(&text.trim().to_lowercase().as_str())
}
