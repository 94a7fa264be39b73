//! Fields: what a column of gifts can hold, by its word in `import.toml`.

use strum::{EnumString, IntoStaticStr, VariantArray};

/// What a column of gifts can hold, in the order of templates.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[strum(serialize_all = "kebab-case")]
pub(crate) enum Field {
    Patron,
    Kind,
    Consent,
    Home,
    Amount,
    Date,
    Status,
    Region,
    District,
    Direction,
    Object,
    Purpose,
    InKind,
    Project,
    Source,
    Link,
    Note,
    GiftId,
    /// The number of a row, which says nothing.
    Number,
}

impl Field {
    /// Its word: `in-kind`.
    pub(crate) fn word(self) -> &'static str {
        self.into()
    }

    /// Whether it is told of a patron, and not of a gift.
    pub(crate) fn is_of_patron(self) -> bool {
        matches!(
            self,
            Field::Patron | Field::Kind | Field::Consent | Field::Home
        )
    }

    /// Whether it is a text of a language, of which a sheet can have a column for each.
    pub(crate) fn is_text(self) -> bool {
        matches!(
            self,
            Field::Patron | Field::Purpose | Field::InKind | Field::Note
        )
    }
}
