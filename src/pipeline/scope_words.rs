//! The words of a portal of one region: the region's name and its forms, as terms for the theme's messages.
//!
//! A theme says `{ -scope.is -> … }`, where `is` is `country`, `region`, or `name` if the region has no form of its name for
//! "in the region". What stands here comes after the theme's own terms and before those of the site's language files.

use crate::model::lang::Lang;
use crate::model::portal::Portal;

/// The terms in a language; none if the portal is of the whole country.
pub(super) fn scope_words(portal: &Portal, lang: Lang) -> Option<String> {
    let region = &portal.regions[portal.scope?].record;
    let name = portal.text(&region.name, lang).text;
    // A form of another language would make a sentence of two.
    let inside = region.inside.as_ref().and_then(|text| text.exact(lang));
    let is = if inside.is_some() { "region" } else { "name" };
    let inside = inside.unwrap_or(name);
    Some(format!(
        "-scope = {}\n    .is = {is}\n-scope-in = {}\n",
        literal(name),
        literal(inside)
    ))
}

/// A text as Fluent has it where nothing in it means anything.
fn literal(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"");
    let line: Vec<&str> = text.split_whitespace().collect();
    format!("{{ \"{}\" }}", line.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_name_means_anything() {
        assert_eq!(literal("a \"b\" {c}\\\n d"), r#"{ "a \"b\" {c}\\ d" }"#);
    }
}
