//! A small validator of JSON Schema: the keywords that our schemas use, and no others.

use std::cell::RefCell;
use std::collections::HashMap;

use regex::Regex;
use serde_json::{Map, Value as Json};

/// A schema, with its patterns compiled as they are met.
pub struct Schema {
    root: Json,
    patterns: RefCell<HashMap<String, Regex>>,
}

impl Schema {
    pub fn new(root: Json) -> Schema {
        Schema {
            root,
            patterns: RefCell::default(),
        }
    }

    /// The first thing that the schema has against a value; none if it accepts it.
    pub fn against(&self, value: &Json) -> Option<String> {
        self.hold(&self.root, value)
    }

    fn fits(&self, schema: &Json, value: &Json) -> bool {
        self.hold(schema, value).is_none()
    }

    fn hold(&self, schema: &Json, value: &Json) -> Option<String> {
        let keywords = schema.as_object().expect("a schema is an object");
        keywords.iter().find_map(|(keyword, wanted)| {
            let fits = self.keyword(keyword, wanted, keywords, value);
            match fits {
                Ok(true) => None,
                Ok(false) => Some(format!("{keyword}: {wanted} against {value}")),
                Err(inner) => Some(inner),
            }
        })
    }

    /// Whether a value fits a keyword; an error is what is wrong inside the value.
    fn keyword(
        &self,
        keyword: &str,
        wanted: &Json,
        schema: &Map<String, Json>,
        value: &Json,
    ) -> Result<bool, String> {
        let inner = |wrong: Option<String>| wrong.map_or(Ok(true), Err);
        let list = || wanted.as_array().expect("a list of schemas");
        let items = value.as_array();
        let fields = value.as_object();
        Ok(match keyword {
            "$schema" | "$defs" | "title" | "description" | "then" => true,
            "$ref" => {
                let to = wanted.as_str().unwrap().strip_prefix('#').unwrap();
                let to = self.root.pointer(to).expect("a reference leads somewhere");
                return inner(self.hold(to, value));
            }
            "type" => match wanted {
                Json::Array(types) => types.iter().any(|one| is_type(one, value)),
                one => is_type(one, value),
            },
            "enum" => list().contains(value),
            "const" => wanted == value,
            "pattern" => value.as_str().is_none_or(|text| {
                let mut patterns = self.patterns.borrow_mut();
                let pattern = wanted.as_str().unwrap();
                let compiled = patterns
                    .entry(pattern.to_owned())
                    .or_insert_with(|| Regex::new(pattern).unwrap());
                compiled.is_match(text)
            }),
            "maxLength" => value
                .as_str()
                .is_none_or(|text| text.chars().count() as u64 <= wanted.as_u64().unwrap()),
            "minimum" => value
                .as_f64()
                .is_none_or(|number| number >= wanted.as_f64().unwrap()),
            "maximum" => value
                .as_f64()
                .is_none_or(|number| number <= wanted.as_f64().unwrap()),
            "minItems" => items.is_none_or(|items| items.len() as u64 >= wanted.as_u64().unwrap()),
            "maxItems" => items.is_none_or(|items| items.len() as u64 <= wanted.as_u64().unwrap()),
            "minProperties" => {
                fields.is_none_or(|fields| fields.len() as u64 >= wanted.as_u64().unwrap())
            }
            "items" => {
                return inner(
                    items
                        .into_iter()
                        .flatten()
                        .find_map(|item| self.hold(wanted, item)),
                );
            }
            "prefixItems" => {
                let mut pairs = list().iter().zip(items.into_iter().flatten());
                return inner(pairs.find_map(|(schema, item)| self.hold(schema, item)));
            }
            "properties" => {
                let known = wanted.as_object().unwrap();
                let mut there = fields.into_iter().flatten();
                return inner(there.find_map(|(name, value)| {
                    known.get(name).and_then(|schema| self.hold(schema, value))
                }));
            }
            "additionalProperties" => {
                assert_eq!(wanted, false);
                let known = schema["properties"].as_object().unwrap();
                fields.is_none_or(|fields| fields.keys().all(|name| known.contains_key(name)))
            }
            "required" => fields.is_none_or(|fields| {
                list()
                    .iter()
                    .all(|name| fields.contains_key(name.as_str().unwrap()))
            }),
            "allOf" => return inner(list().iter().find_map(|schema| self.hold(schema, value))),
            "anyOf" => list().iter().any(|schema| self.fits(schema, value)),
            "oneOf" => {
                let fitting = list().iter().filter(|schema| self.fits(schema, value));
                fitting.count() == 1
            }
            "if" => !self.fits(wanted, value) || self.fits(&schema["then"], value),
            other => panic!("the schema has a keyword that nobody checks: {other}"),
        })
    }
}

fn is_type(name: &Json, value: &Json) -> bool {
    match name.as_str().unwrap() {
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "null" => value.is_null(),
        other => panic!("no such type: {other}"),
    }
}
