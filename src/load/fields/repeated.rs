//! Repeated fields: reported one by one, or as the item without a hyphen that they seem to be.

use super::record::Fields;
use super::trail::Trail;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::yaml::Node;
use crate::model::id::Id;
use crate::model::place::{Place, Step};

impl Fields<'_, '_> {
    /// Reports fields that stand twice: one by one, or as the item without a hyphen that they seem to be.
    pub(super) fn report_repeated(&self) {
        if self.repeated.is_empty() {
            return;
        }
        let first = self.entries.first().map(|(key, _)| key.as_str());
        let begins_again = first.is_some_and(|first| self.repeated.contains(&first));
        // Records of a file one below the other; no write-up says its id.
        let is_first = matches!(self.value.trail, Trail::Document) && first == Some("id");
        let is_item = is_first
            || matches!(self.value.trail, Trail::Item(..))
                && !self.value.reading.is_in_brackets(&self.value.place());
        let indices = |&name: &&'static str| -> (&'static str, Vec<usize>) {
            let entries = self.entries.iter().enumerate();
            let of_name = entries.filter(|(_, (key, _))| key == name);
            (name, of_name.map(|(at, _)| at).collect())
        };
        let repeated: Vec<_> = self.repeated.iter().map(indices).collect();
        if is_item && (begins_again || repeated.len() > 1) {
            return self.report_missing_hyphens(&repeated);
        }
        for (name, indices) in repeated {
            for nth in 1..indices.len() {
                let diagnostic = Diagnostic::new(Code::RepeatedField, self.nth(name, nth))
                    .with("field", name)
                    .with("where", if is_item { "item" } else { "record" })
                    .also(self.value.place().at(name).on_key());
                self.report(diagnostic);
            }
        }
    }

    /// Reports each item that begins within this one; `repeated` has the indices of all entries of a name.
    fn report_missing_hyphens(&self, repeated: &[(&'static str, Vec<usize>)]) {
        // The items that are not there for themselves: what names them is no second mistake.
        let ids = self.entries.iter().filter(|(key, _)| key == "id").skip(1);
        let ids = ids.filter_map(|(_, node)| match node {
            Node::Text(id) => Some(id.clone()),
            _ => None,
        });
        self.value.reading.unread.borrow_mut().extend(ids);
        let most = repeated.iter().map(|(_, indices)| indices.len()).max();
        for nth in 1..most.unwrap_or(0) {
            let mut again: Vec<(usize, &'static str)> = repeated
                .iter()
                .filter_map(|(name, indices)| Some((*indices.get(nth)?, *name)))
                .collect();
            again.sort_unstable();
            let Some(&(at, name)) = again.first() else {
                continue;
            };
            let names: Vec<&str> = again.iter().map(|(_, name)| *name).collect();
            let diagnostic = Diagnostic::new(Code::MissingHyphen, self.nth(name, nth))
                .with("record", self.record)
                .with("count", if again.len() == 1 { "one" } else { "more" })
                .with(
                    "where",
                    if matches!(self.value.trail, Trail::Document) {
                        "file"
                    } else {
                        "list"
                    },
                )
                .with("fields", names.join(", "))
                .also(self.value.place().at(name).on_key());
            let value = match &self.entries[at].1 {
                Node::Text(text) if Id::parse(text).is_some() => Some(text.clone()),
                Node::Int(number) => Some(number.to_string()),
                _ => None,
            };
            self.report(match value {
                Some(value) => diagnostic.with("line", format!("- {name}: {value}")),
                None => diagnostic,
            });
        }
    }

    /// The place of the n-th field of a name, from 0.
    fn nth(&self, name: &'static str, nth: usize) -> Place {
        let mut place = self.value.place();
        place.path.push(Step::Repeated(name.to_owned(), nth));
        place.on_key()
    }
}
