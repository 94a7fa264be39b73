//! What editors are told about a field while they type it: a line for each field that a reader knows.
//!
//! Takes the name of a record and of a field, as the readers say them; gives the help that stands in the JSON Schema.
//! Knows nothing of values. The lines of a kind of record stand beside its reader; a test holds that every field has its
//! line and that no line is left over.

/// Record, field, help. No record: all records that have no line of their own.
pub(crate) type FieldDoc = (&'static str, &'static str, &'static str);

/// The lines of a reader and of those that it calls.
pub(crate) type FieldDocs = &'static [&'static [FieldDoc]];

/// The help for a field of a record, if it has one of its own or is the same in all records.
pub(super) fn help(docs: FieldDocs, record: &str, field: &str) -> Option<&'static str> {
    let find = |record: &str| {
        let mut lines = docs.iter().copied().chain([COMMON]).flatten();
        lines.find(|(of, name, _)| *of == record && *name == field)
    };
    find(record).or_else(|| find("")).map(|(_, _, help)| *help)
}

/// The lines of what any record may have.
#[rustfmt::skip]
pub(crate) const COMMON: &[FieldDoc] = &[
    ("", "id", "The name by which other records and links call this one: small Latin letters and digits, words joined by -, at most 64 characters. It stands in the address and should never change."),
    ("", "name", "The name in each language: {kk: …, ru: …, en: …}."),
    ("", "sample", "true: invented, only to show how the portal looks. Pages say so; `--samples hide` leaves it out."),
    ("", "region", "The id of a region in content/regions/."),
    ("", "district", "The id of a district of that region."),
    ("", "direction", "The id of a direction in content/directions/: charity, sponsorship, civic-initiative, infrastructure."),
    ("", "object", "The id of a kind of object in content/objects/: school, kindergarten, …"),
    ("", "amount", "Whole tenge, 1 to 10¹⁵: 3837144000, or in groups of three, 3 837 144 000. No signs, units or fractions."),
    ("", "date", "YYYY-MM-DD, YYYY-MM or YYYY: as exactly as it is known."),
    ("", "kato", "The code in the classifier of administrative units (KATO), in quotation marks: \"190000000\"."),
    ("localised", "kk", "In Kazakh."),
    ("localised", "ru", "In Russian."),
    ("localised", "en", "In English."),
];
