//! JSON Schema generation (2020-12): what a reader of each kind of value accepts, and the collector of a record.
//!
//! Takes the limits that the readers in `fields` hold, gives schemas as JSON values. Must not know which records there
//! are: their readers say that by running over a [`Shape`] in the place of a value.
//!
//! Patterns are written for ECMAScript with the flag `u`, as editors use them.

use std::cell::RefCell;

use serde_json::{Map, Value as Json, json};

use super::field_docs::{FieldDocs, help};
use super::fix_it::SIGNS;
use crate::markdown::PICTURE_SIGNS;
use crate::model::id::MAX_ID;
use crate::model::lang::Lang;
use crate::model::money::MAX_TOTAL;

/// A schema that is being written down while a reader runs.
#[derive(Debug, Default)]
pub(crate) struct Shape {
    keywords: RefCell<Map<String, Json>>,
    docs: FieldDocs,
}

impl Shape {
    /// Nothing yet; `docs` are the descriptions of the fields.
    pub(crate) fn new(docs: FieldDocs) -> Shape {
        Shape {
            docs,
            ..Shape::default()
        }
    }

    /// The schema of a value inside.
    pub(super) fn inner(&self) -> Shape {
        Shape::new(self.docs)
    }

    /// The schema as far as it has been written down.
    pub(crate) fn into_schema(self) -> Json {
        Json::Object(self.keywords.into_inner())
    }

    /// Adds keywords. What stands already is more exact and stays.
    pub(super) fn merge(&self, schema: Json) {
        if let Json::Object(more) = schema {
            let mut keywords = self.keywords.borrow_mut();
            for (keyword, value) in more {
                keywords.entry(keyword).or_insert(value);
            }
        }
    }

    /// Adds a field of a record, with its description.
    pub(super) fn field(&self, record: &str, name: &str, shape: Shape) {
        if let Some(help) = help(self.docs, record, name) {
            shape.merge(json!({"description": help}));
        }
        let mut keywords = self.keywords.borrow_mut();
        let fields = keywords.entry("properties").or_insert_with(|| json!({}));
        fields[name] = shape.into_schema();
    }

    pub(super) fn require(&self, name: &str) {
        self.push("required", json!(name));
    }

    pub(super) fn rule(&self, schema: Json) {
        self.push("allOf", schema);
    }

    fn push(&self, keyword: &str, value: Json) {
        let mut keywords = self.keywords.borrow_mut();
        let list = keywords.entry(keyword).or_insert_with(|| json!([]));
        if let Some(list) = list.as_array_mut() {
            list.push(value);
        }
    }
}

/// A record that has no other fields than those which are added.
pub(super) fn fields(record: &str) -> Json {
    json!({"title": record, "type": "object", "properties": {}, "additionalProperties": false})
}

pub(super) fn list(item: Shape) -> Json {
    json!({"type": "array", "items": item.into_schema()})
}

/// A letter in it, and no control character but the end of a line and the tab.
fn text_pattern() -> String {
    let control = r"\u0000-\u0008\u000b-\u001f\u007f-\u009f";
    format!(r"^[^{control}]*[^\s{control}][^{control}]*$")
}

/// Nothing but signs that stand between words is no text. That a word like «жоқ» is none, the reader alone tells.
pub(super) fn text() -> Json {
    let signs = format!(r"^[\s{}]*$", SIGNS.replace('-', r"\-"));
    json!({"type": "string", "pattern": text_pattern(), "not": {"pattern": signs}})
}

pub(super) fn code() -> Json {
    json!({"type": ["string", "integer"], "minimum": 0, "pattern": text_pattern()})
}

pub(super) fn yes_or_no() -> Json {
    json!({"type": "boolean"})
}

pub(super) fn id() -> Json {
    json!({
        "type": ["string", "integer"],
        "minimum": 0,
        "maxLength": MAX_ID,
        "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
    })
}

/// 1 to 10¹⁵ whole tenge.
pub(super) fn amount() -> Json {
    grouped(1, 5)
}

/// `at_least` to 10¹², written as amounts are.
pub(super) fn count(at_least: u64) -> Json {
    grouped(at_least, 4)
}

/// `at_least` to a thousand to the power of `groups`: a number, or digits in groups of three.
fn grouped(at_least: u64, groups: u32) -> Json {
    let (digits, inner) = (groups * 3 - 1, groups - 1);
    let mut forms = vec![format!("[1-9][0-9]{{0,{digits}}}|1(000){{{groups}}}")];
    for separator in [r" ", r"\u00a0", r"\u202f", "_"] {
        forms.push(format!(
            "[1-9][0-9]{{0,2}}({separator}[0-9]{{3}}){{1,{inner}}}|1({separator}000){{{groups}}}"
        ));
    }
    json!({
        "type": ["integer", "string"],
        "minimum": at_least,
        "maximum": 1000_u64.pow(groups),
        "pattern": format!("^({})$", forms.join("|")),
    })
}

/// 0001 to 9999.
const YEAR: &str = "(000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})";
/// A month, or a day that every year has.
const MONTH_AND_DAY: &str =
    "((0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)";
/// The 29th of February, in the years that have it.
const LEAP_DAY: &str =
    "(([0-9]{2}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)-02-29)";

fn date_pattern() -> String {
    format!("({YEAR}(-{MONTH_AND_DAY})?|{LEAP_DAY})")
}

/// A year that is written as a number: fewer digits make none.
fn dated(pattern: String) -> Json {
    json!({
        "type": ["string", "integer"],
        "minimum": 1000,
        "maximum": 9999,
        "pattern": format!("^{pattern}$"),
    })
}

pub(super) fn date() -> Json {
    dated(date_pattern())
}

pub(super) fn year() -> Json {
    dated(YEAR.to_owned())
}

/// A date, or two joined by `..`; that the first is not the later one is more than a schema can say.
pub(crate) fn period() -> Json {
    let date = date_pattern();
    dated(format!(r"({date}|\s*{date}\s*\.\.\s*{date}\s*)"))
}

/// A sum, as the program writes it.
pub(super) fn total() -> Json {
    json!({"type": "integer", "minimum": 0, "maximum": MAX_TOTAL})
}

pub(super) fn degrees(limit: f64) -> Json {
    json!({"type": "number", "minimum": -limit, "maximum": limit})
}

pub(crate) fn location() -> Json {
    let (latitude, longitude) = (degrees(90.0), degrees(180.0));
    json!({"type": "array", "prefixItems": [latitude, longitude], "minItems": 2, "maxItems": 2})
}

/// A place on the map of tiles: column and row.
pub(crate) fn cell() -> Json {
    let number = json!({
        "type": ["integer", "string"],
        "minimum": 0,
        "maximum": 99,
        "pattern": "^[1-9][0-9]?$",
    });
    json!({"type": "array", "items": number, "minItems": 2, "maxItems": 2})
}

pub(super) fn url() -> Json {
    let letter = r#"\s\p{Cc}"<>\\`{}"#;
    // A name before the host is an error of its own.
    let host = format!("[^/?#@{letter}]+");
    json!({"type": "string", "pattern": format!("^[Hh][Tt][Tt][Pp][Ss]?://{host}([/?#][^{letter}]*)?$")})
}

/// A byte of an address, encoded.
const ENCODED: &str = "%[0-9A-Fa-f]{2}";

/// The signs that an old address can have besides letters, digits and the point: those of RFC 3986 that mean nothing in a
/// path and that Windows can hold, and those that names of files have here.
pub(super) const ALIAS_SIGNS: &str = "_~!$&'()+,;=@ №’«»–—-";

/// An old slug, or an old path from the root of the site.
pub(crate) fn alias() -> Json {
    let plain = format!(r"\p{{Alphabetic}}\p{{N}}{ALIAS_SIGNS}");
    let name = format!("([{plain}]|{ENCODED})([.{plain}]|{ENCODED})*");
    // What Windows cannot hold: names of devices, and a point or a space at the end.
    let device =
        "[cC][oO][nN]|[pP][rR][nN]|[aA][uU][xX]|[nN][uU][lL]|([cC][oO][mM]|[lL][pP][tT])[0-9¹²³]";
    json!({
        "type": "string",
        "pattern": format!("^({name}/?|/{name}(/{name})*/?)$"),
        "not": {"pattern": format!(r"(^|/)({device}) *(\.|/|$)|[. ](/|$)")},
    })
}

/// A picture's file, beside the text or in a folder below.
pub(crate) fn picture() -> Json {
    // In a class of letters `-` stands last, or it makes a range.
    let signs = PICTURE_SIGNS.replace(['.', '-'], "");
    let plain = format!(r"\p{{Alphabetic}}\p{{N}}{signs}-");
    let first = format!("([{plain}]|{ENCODED})");
    let more = format!("([.{plain}]|{ENCODED})*");
    let format = "([jJ][pP][eE]?[gG]|[pP][nN][gG]|[wW][eE][bB][pP]|[aA][vV][iI][fF]|[gG][iI][fF])";
    json!({"type": "string", "pattern": format!(r"^(\./)?({first}{more}/)*{first}{more}\.{format}$")})
}

/// A file of `content/static/`: by its path there, from the root of the site, or from that of its folder.
pub(crate) fn static_file() -> Json {
    let part = r"(?!\.{1,2}(/|$))[^/\\:\p{Cc}]+";
    json!({"type": "string", "pattern": format!("^(content/static/|/)?{part}(/{part})*$")})
}

pub(super) fn choice<'a>(words: impl Iterator<Item = &'a str>) -> Json {
    json!({"enum": words.collect::<Vec<_>>()})
}

/// A text in each language: defined once in a schema, by [`localised_text`].
pub(super) fn localised() -> Json {
    json!({"$ref": "#/$defs/localised"})
}

/// A record by its kind and its id: `project/zhetygen-school`.
pub(crate) fn record_name<'a>(words: impl Iterator<Item = &'a str>) -> Json {
    let kinds = words.collect::<Vec<_>>().join("|");
    json!({"type": "string", "pattern": format!("^({kinds})/[a-z0-9]+(-[a-z0-9]+)*$")})
}

pub(crate) fn amount_or_localised() -> Json {
    json!({"anyOf": [amount(), localised()]})
}

pub(super) fn plain_or_localised() -> Json {
    json!({"anyOf": [text(), localised()]})
}

/// What [`localised`] refers to: a text in at least the languages that the site requires, or in any.
pub(crate) fn localised_text(required: &[Lang]) -> Json {
    let shape = Shape::default();
    shape.merge(fields("localised"));
    for lang in Lang::ALL {
        let text_in = Shape::default();
        text_in.merge(text());
        shape.field("localised", lang.code(), text_in);
    }
    required.iter().for_each(|lang| shape.require(lang.code()));
    shape.merge(json!({"minProperties": 1}));
    shape.into_schema()
}
