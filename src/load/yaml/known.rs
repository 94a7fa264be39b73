//! Known field names: the words that an editor means as the name of a field where its colon, comma or bracket went wrong.
//!
//! Takes a word, says whether it is such a name, and whether a list stands behind it. No reader of records asks here; a
//! test beside their schemas holds that none of their fields is missing.

/// Fields of records whose names may stand in a line with others, but for those that are words of English texts.
pub(crate) const FIELDS: [&str; 86] = [
    "accept",
    "aliases",
    "alt",
    "amount",
    "beneficiaries",
    "breakdown",
    "cancelled",
    "caption",
    "categories",
    "category",
    "centre",
    "completed",
    "consent",
    "contributions",
    "date",
    "delivered_now",
    "delivered_was",
    "description",
    "digest",
    "direction",
    "directions",
    "district",
    "districts",
    "draft",
    "en",
    "event",
    "file",
    "first_year",
    "former_names",
    "id",
    "image",
    "images",
    "in_kind",
    "iso",
    "kato",
    "kind",
    "kk",
    "label",
    "lang",
    "location",
    "measure",
    "members",
    "menu",
    "name",
    "note",
    "object",
    "objects",
    "order",
    "parent",
    "part_of",
    "patron",
    "patrons",
    "period",
    "place",
    "pledged_now",
    "pledged_was",
    "plural",
    "population",
    "precision",
    "projects",
    "purpose",
    "reason",
    "recipients",
    "records",
    "region",
    "regions",
    "ru",
    "sample",
    "since",
    "site",
    "slug",
    "source",
    "started",
    "status",
    "successors",
    "summary",
    "tile",
    "title",
    "until",
    "url",
    "value",
    "warning",
    "why",
    "withdrawn",
    "year",
    "years",
];

/// Fields that hold a list of words.
pub(crate) const LISTS: [&str; 5] = ["aliases", "members", "patrons", "records", "successors"];

/// Fields that hold a list of records, each with fields of its own.
const RECORD_LISTS: [&str; 10] = [
    "accept",
    "beneficiaries",
    "breakdown",
    "categories",
    "contributions",
    "districts",
    "former_names",
    "images",
    "recipients",
    "records",
];

/// Fields that hold words: what stands behind them is never a note.
pub(super) const WORDS: [&str; 13] = [
    "title", "summary", "kk", "ru", "en", "alt", "caption", "label", "note", "in_kind", "place",
    "purpose", "why",
];

/// Fields that hold an id, a date or one of a few words: with quotation marks they are none, which their reader tells.
pub(super) const CHOSEN: [&str; 25] = [
    "id",
    "kind",
    "status",
    "consent",
    "region",
    "district",
    "direction",
    "object",
    "patron",
    "parent",
    "date",
    "started",
    "completed",
    "cancelled",
    "withdrawn",
    "menu",
    "slug",
    "category",
    "event",
    "part_of",
    "measure",
    "precision",
    "year",
    "since",
    "until",
];

/// Fields that hold a number.
pub(super) const NUMBERS: [&str; 10] = [
    "amount",
    "beneficiaries",
    "members",
    "value",
    "was",
    "now",
    "patrons",
    "projects",
    "objects",
    "order",
];

/// Fields that hold an address of the web.
pub(super) const ADDRESSES: [&str; 2] = ["site", "url"];

/// Whether a word is the name of a field or of a language.
pub(crate) fn is_known(word: &str) -> bool {
    FIELDS.contains(&word)
}

/// Whether a word is the name of a language.
pub(super) fn is_language(word: &str) -> bool {
    matches!(word, "kk" | "ru" | "en")
}

/// Whether a field holds a list of words.
pub(crate) fn is_list(word: &str) -> bool {
    LISTS.contains(&word)
}

/// Whether a field holds a list of records.
pub(super) fn lists_records(word: &str) -> bool {
    RECORD_LISTS.contains(&word)
}

/// The known name that a text begins with, if a colon stands behind it.
pub(super) fn known_key(text: &str) -> Option<&str> {
    let end = text.find(|letter: char| !letter.is_ascii_lowercase() && letter != '_')?;
    let (word, rest) = text.split_at(end);
    let is_key = rest
        .strip_prefix(':')
        .is_some_and(|rest| !rest.starts_with("//"));
    (is_key && is_known(word)).then_some(word)
}
