//! Repeated fields: reported one by one, or as the item without a hyphen that they seem to be.

use super::record::Fields;
use super::trail::Trail;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::yaml::Node;
use crate::model::id::Id;
use crate::model::place::Step;

impl Fields<'_, '_> {
    /// Reports fields that stand twice: one by one, or as the item without a hyphen that they seem to be.
    pub(super) fn report_repeated(&self) {
        if self.repeated.is_empty() {
            return;
        }
        let is_item = matches!(self.value.trail, Trail::Item(..));
        let first = self.entries.first().map(|(key, _)| key.as_str());
        let begins_again = first.is_some_and(|first| self.repeated.contains(&first));
        let of = |name: &'static str, nth: usize| {
            let mut place = self.value.place();
            place.path.push(Step::Repeated(name.to_owned(), nth));
            place.on_key()
        };
        let times = |name: &str| self.entries.iter().filter(|(key, _)| key == name).count();
        let is_item = is_item && !self.value.reading.is_in_brackets(&self.value.place());
        if is_item && (begins_again || self.repeated.len() > 1) {
            let most = self.repeated.iter().map(|name| times(name)).max();
            for nth in 1..most.unwrap_or(0) {
                let mut again: Vec<(usize, &'static str)> = self
                    .repeated
                    .iter()
                    .filter_map(|&name| {
                        let entries = self.entries.iter().enumerate();
                        let mut places = entries.filter(|(_, (key, _))| key == name);
                        Some((places.nth(nth)?.0, name))
                    })
                    .collect();
                again.sort_unstable();
                let Some(&(at, name)) = again.first() else {
                    continue;
                };
                let names: Vec<String> = again.iter().map(|(_, name)| (*name).to_owned()).collect();
                let diagnostic = Diagnostic::new(Code::MissingHyphen, of(name, nth))
                    .with("record", self.record)
                    .with("count", if again.len() == 1 { "one" } else { "more" })
                    .with("fields", names.join(", "))
                    .also(self.value.place().at(name).on_key());
                let value = match &self.entries[at].1 {
                    Node::Text(text) if Id::parse(text).is_some() => Some(text.clone()),
                    Node::Int(number) => Some(number.to_string()),
                    _ => None,
                };
                let line = value.map(|value| format!("- {name}: {value}"));
                self.report(match line {
                    Some(line) => diagnostic.with("line", line),
                    None => diagnostic,
                });
            }
            return;
        }
        for &name in &self.repeated {
            for nth in 1..times(name) {
                let diagnostic = Diagnostic::new(Code::RepeatedField, of(name, nth))
                    .with("field", name)
                    .with("where", if is_item { "item" } else { "record" })
                    .also(self.value.place().at(name).on_key());
                self.report(diagnostic);
            }
        }
    }
}
