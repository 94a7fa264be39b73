//! Reasons: why a row is doubtful, refused or passed over, and what was taken for granted in it.
//!
//! Each is a message of the program, by its own word, with the values that the sentence names.

use strum::{IntoStaticStr, VariantArray};

use super::field::Field;
use crate::model::lang::Localised;
use crate::model::patron::PatronKind;

/// The end of a message's id: `import-no-amount`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub(crate) enum Reason {
    // Rows that are passed over.
    Blank,
    NoTable,
    BeforeHead,
    Head,
    RepeatedHead,
    Numbering,
    TotalRow,
    Section,
    Caption,
    LeftOut,
    HiddenLeftOut,
    Known,
    KnownPatron,
    ListedBefore,
    // What is missing.
    NoPatron,
    NoAmount,
    NoDate,
    NoRegion,
    NoDirection,
    NoPurpose,
    // What cannot be read.
    Formula,
    BadAmount,
    ZeroAmount,
    OtherCurrency,
    BadDate,
    BadStatus,
    BadConsent,
    BadKind,
    BadSource,
    Unknown,
    UnknownDistrict,
    BadAnswer,
    ObjectInstead,
    JointWithoutProject,
    SeveralInRow,
    SeveralNames,
    // What has to be asked.
    Tiyn,
    Rounded,
    Thousands,
    UnclearMark,
    Small,
    UnclearDate,
    Future,
    Hidden,
    MergedAmount,
    TwoAmounts,
    Ditto,
    Several,
    Near,
    SoundsAlike,
    DistrictInstead,
    NearUnnamed,
    UnclearKind,
    UnclearYes,
    UnreadYesNo,
    SeemsPledged,
    AsksNotToBeNamed,
    Unnamed,
    Repeated,
    PerhapsKnown,
    PerhapsMoved,
    Alike,
    AlikeSince,
    Changed,
    Sample,
    AnonymousNow,
    NamedNow,
    ConsentDiffers,
    // What was taken for granted, and is said.
    MergedValue,
    Corrects,
    HomeOfGift,
    RegionOfPortal,
    RegionInShort,
    DirectionOfAll,
    NewPatron,
    NewAnonymous,
    Joined,
    ConsentElsewhere,
    Nameless,
    PaperSource,
    OfficeNote,
    CopiedText,
}

impl Reason {
    /// The id of its message.
    pub(crate) fn message(self) -> String {
        let word: &'static str = self.into();
        format!("import-{word}")
    }
}

/// What is said of a row, or of one of its cells.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Remark {
    pub reason: Reason,
    pub field: Option<Field>,
    /// The column of the cell, from 0.
    pub column: Option<usize>,
    /// What stands there.
    pub value: String,
    /// What it may mean: as it is written into `import.toml`.
    pub meant: Vec<String>,
    /// Where it was looked for.
    pub within: Option<Localised>,
    /// The kind of the patron that it tells of.
    pub kind: Option<PatronKind>,
    /// What a correction makes of a record.
    pub changes: Option<Box<Changes>>,
}

impl Remark {
    pub(crate) fn new(reason: Reason) -> Remark {
        Remark {
            reason,
            field: None,
            column: None,
            value: String::new(),
            meant: Vec::new(),
            within: None,
            kind: None,
            changes: None,
        }
    }

    pub(crate) fn of(reason: Reason, value: impl Into<String>) -> Remark {
        Remark {
            value: value.into(),
            ..Remark::new(reason)
        }
    }

    pub(crate) fn meaning(mut self, meant: impl IntoIterator<Item = String>) -> Remark {
        self.meant.extend(meant);
        self
    }

    pub(crate) fn in_cell(mut self, field: Field, column: Option<usize>) -> Remark {
        self.field = Some(field);
        self.column = column;
        self
    }
}

/// What a correction makes of a record.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Changes {
    /// The fields that are written over, each with what stood there and what will.
    pub written: Vec<(Field, String, String)>,
    /// The fields that differ from the row and stay, since editors may have changed them.
    pub kept: Vec<Field>,
}

impl Changes {
    pub(super) fn writes(&self, field: Field) -> bool {
        self.written.iter().any(|(of, ..)| *of == field)
    }
}

/// What became of a value: understood, or why not.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Reading<T> {
    Nothing,
    Understood(T),
    /// Somebody has to be asked.
    Doubtful(Remark),
    Refused(Remark),
}
