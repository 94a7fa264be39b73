//! Synonyms for the search: `content/search.toml`, where a site says which words readers use for the same thing.
//!
//! ```toml
//! synonyms = [
//!   ["балабақша", "садик", "детсад"],
//!   ["Нұр-Сұлтан", "Астана"],
//! ]
//! ```

use super::fields::{ReadContext, Value};
use super::site::toml_node;

/// The file of a site that says them.
pub(crate) const FILE: &str = "content/search.toml";

/// Groups of words that are looked for as one.
pub(crate) type Synonyms = Vec<Vec<String>>;

/// Reads them; nothing if they cannot be read, after everything wrong in them has been reported.
pub(crate) fn synonyms(text: &str, reading: &ReadContext) -> Option<Synonyms> {
    let node = toml_node(text, reading)?;
    let value = Value::document(&node, reading);
    let mut fields = value.fields("search")?;
    let groups = fields.optional("synonyms", |groups| {
        groups.list(|group| group.list(|word| word.text()))
    });
    fields.finish();
    groups
}
