//! Weights of templates: how many entries into components and templates one entry may lead to, loops left aside.
//!
//! Read off the texts: what a text names counts as often as it stands there, also where a condition leaves it out. So the
//! bound is too high at worst.

use std::collections::BTreeMap;

use super::files::ThemeText;
use super::tags::{inside, is_of_word, scan, word};

/// So many entries need no counting.
const SMALL: u64 = 20_000;

/// So often a template may ask for what it covers.
const MOST_COVERED: usize = 4;

/// Component calls in each component, and what they come to.
pub(super) struct Weights {
    /// Of each component, by its name.
    components: BTreeMap<String, u64>,
    are_small: bool,
}

impl Weights {
    pub(super) fn of(templates: &BTreeMap<String, ThemeText>) -> Weights {
        let texts = templates.values().map(|text| &*text.text);
        let mut bodies: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (name, body) in texts.flat_map(components) {
            bodies.entry(name).or_default().push(body);
        }
        let mut weights = Weights {
            components: BTreeMap::new(),
            are_small: true,
        };
        for name in bodies.keys() {
            weights.weigh(name, &bodies, &mut Vec::new());
        }
        // What a template includes, or what it covers and asks for many times, may do the same again.
        let mut texts = templates.values().map(|text| &*text.text);
        let is_plain = texts.all(|text| {
            let mut tags = scan(text);
            let includes = tags.any(|(_, tag)| word(inside(tag)) == "include");
            !includes && text.matches("super").count() <= MOST_COVERED
        });
        let texts = templates.values().map(|text| weights.of_text(&text.text));
        let whole = texts.fold(0_u64, u64::saturating_add);
        weights.are_small = is_plain && whole <= SMALL;
        weights
    }

    /// Whether what templates enter outside loops is little, whatever a page shows.
    pub(super) fn are_small(&self) -> bool {
        self.are_small
    }

    /// How many steps a round of the loop is whose tag ends where this text begins.
    pub(super) fn of_loop(&self, text: &str) -> u64 {
        let mut depth = 1;
        let mut tags = scan(text);
        let end = tags.find_map(|(at, tag)| {
            match word(inside(tag)) {
                "for" => depth += 1,
                "endfor" => depth -= 1,
                _ => {}
            }
            (depth == 0).then_some(at)
        });
        self.of_text(&text[..end.unwrap_or(text.len())])
    }

    /// One, and the weights of all components that a text names.
    fn of_text(&self, text: &str) -> u64 {
        let weights = calls(text).filter_map(|name| self.components.get(name));
        weights.fold(1, |sum: u64, weight| sum.saturating_add(*weight))
    }

    /// The weight of a component; one that leads back to itself has no bound.
    fn weigh<'t>(
        &mut self,
        name: &'t str,
        bodies: &BTreeMap<&'t str, Vec<&'t str>>,
        above: &mut Vec<&'t str>,
    ) -> u64 {
        if let Some(known) = self.components.get(name) {
            return *known;
        }
        if above.contains(&name) {
            return u64::MAX;
        }
        above.push(name);
        let mut weight = 1_u64;
        for body in bodies.get(name).into_iter().flatten() {
            let inner = calls(body).filter(|inner| bodies.contains_key(inner));
            for inner in inner.collect::<Vec<_>>() {
                weight = weight.saturating_add(self.weigh(inner, bodies, above));
            }
        }
        above.pop();
        self.components.insert(name.to_owned(), weight);
        weight
    }
}

/// The components that a text makes, with the body of each.
fn components(text: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut open: Option<(&str, usize)> = None;
    for (at, tag) in scan(text) {
        let inner = inside(tag);
        match word(inner) {
            "component" => {
                let name = word(inner["component".len()..].trim_start());
                open = Some((name, at + tag.len()));
            }
            "endcomponent" => {
                found.extend(open.take().map(|(name, from)| (name, &text[from..at])));
            }
            _ => {}
        }
    }
    found
}

/// The names behind each `<` of a text.
fn calls(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('<').filter_map(|(at, _)| {
        let name = word(text[at + 1..].trim_start());
        name.starts_with(is_of_word).then_some(name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceId;

    fn weights(text: &str) -> Weights {
        let text = ThemeText {
            source: SourceId(0),
            text: text.into(),
        };
        Weights::of(&BTreeMap::from([("a.html".to_owned(), text)]))
    }

    #[test]
    fn a_component_weighs_what_it_enters() {
        let text = "{% component a() %}x{% endcomponent a %}{% component b() %}{{ <a /> }}{{ <a/> }}{% endcomponent b %}\
                    {% for x in y %}{{ <b /> }}{% for z in x %}{{ <a /> }}{% endfor %}{% endfor %}";
        let weights = weights(text);
        assert_eq!(
            weights.components.values().copied().collect::<Vec<_>>(),
            [1, 3]
        );
        let from = text.find("y %}").unwrap() + 4;
        assert_eq!(weights.of_loop(&text[from..]), 5);
        assert!(weights.are_small());
    }

    #[test]
    fn what_leads_back_to_itself_or_doubles_has_no_small_bound() {
        let own = "{% component a() %}{{ <b /> }}{% endcomponent a %}{% component b() %}{{ <a /> }}{% endcomponent b %}";
        assert!(!weights(own).are_small());
        let doubled = (0..30).map(|n| {
            let inner = format!("{{{{ <c{} /> }}}}", n + 1).repeat(2);
            format!("{{% component c{n}() %}}{inner}{{% endcomponent c{n} %}}")
        });
        let doubled: String = doubled
            .chain(["{% component c30() %}{% endcomponent c30 %}".to_owned()])
            .collect();
        assert!(!weights(&doubled).are_small());
        assert!(!weights("{% include \"a.html\" %}").are_small());
    }
}
