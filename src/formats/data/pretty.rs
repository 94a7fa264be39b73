//! JSON for people: each value on a line of its own.

use serde_json::Value;

/// The text of a value.
pub(super) fn pretty(value: &Value) -> String {
    let mut text = format!("{value:#}");
    text.push('\n');
    text
}
