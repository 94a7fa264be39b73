//! The kind of a row in a table of sums: what it is about.

use serde::Serialize;

/// What a row of a table of sums is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RowKind {
    Region,
    From,
    Year,
    Direction,
    Object,
    District,
    Patron,
    /// Without a name: not stated, given by several, or by somebody who is not named.
    NotStated,
    Joint,
    Anonymous,
}
