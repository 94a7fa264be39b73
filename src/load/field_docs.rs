//! Field docs: the description of each field in the JSON Schema, which editors show while it is typed.
//!
//! Takes the name of a record and of a field, as the readers say them; gives its description. Knows nothing of values.
//! The lines of a kind of record stand beside its reader; a test holds that every field has its line and that no line
//! is left over.

/// Record, field, description. No record: all records that have no line of their own.
pub(crate) type FieldDoc = (&'static str, &'static str, &'static str);

/// The lines of a reader and of those that it calls.
pub(crate) type FieldDocs = &'static [&'static [FieldDoc]];

/// The description of a field of a record, if it has one of its own or is the same in all records.
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
    ("", "id", "The name by which other records and links call this one: small Latin letters and digits, words joined by -, at most 64 characters. It is part of the address and should never change."),
    ("", "name", "The name in each language: {kk: …, ru: …, en: …}."),
    ("", "sample", "true: invented, only to show how the portal looks. Pages say so; `--samples hide` leaves it out."),
    ("", "region", "The id of a region in content/regions/."),
    ("", "district", "The id of a district of that region."),
    ("", "direction", "The id of a direction in content/directions/: charity, sponsorship, civic-initiative, infrastructure."),
    ("", "object", "The id of a kind of help in content/objects/: school, kindergarten, …"),
    ("", "amount", "Whole tenge, 1 to 10¹⁵: 3837144000, or in groups of three, 3 837 144 000. No signs, units or fractions."),
    ("", "date", "YYYY-MM-DD, YYYY-MM or YYYY: as precisely as it is known."),
    ("", "kato", "The code in the classifier of administrative units (KATO), in quotation marks: \"190000000\"."),
    ("", "aliases", "Old addresses that lead here: [old-name, /old/path/]."),
    ("", "accept", "Warnings that have been checked and are accepted here: [{warning: T0219, why: …}]."),
    ("acceptance", "warning", "The code of the warning."),
    ("acceptance", "patron", "For T0225 and T0230: the id of the anonymous patron who shares a name with somebody else. Required for T0225."),
    ("acceptance", "why", "Why it is accepted: what was checked, and what was found."),
    ("site", "accept", "Accepted warnings about files that hold no record, one [[accept]] for each."),
    ("file-acceptance", "warning", "The code of the warning."),
    ("file-acceptance", "patron", "For T0225 and T0230: the id of the anonymous patron who shares a name with somebody else. Required for T0225."),
    ("file-acceptance", "why", "Why it is accepted: what was checked, and what was found."),
    ("file-acceptance", "file", "The file, by its path from the root of the site, or in the output: content/static/list.csv."),
    ("site", "title", "The name of the site, in the languages that it has."),
    ("site", "description", "A sentence or two about it, for search engines and those who share a link."),
    ("site", "base_url", "The address that the site will have: https://… A path in it is kept in every link."),
    ("site", "theme", "The theme: a folder in themes/. If left out, tagzym, which is built into the program; if the site has a folder themes/tagzym, that takes its place."),
    ("site", "languages", "The languages of the site, in the order in which readers are offered them."),
    ("site", "default_language", "The language of the 404 page at the root, and where old addresses from the root lead; if left out, the first of `languages`."),
    ("site", "required", "The languages that every write-up and every localised text of a record must have; if left out, `default_language`."),
    ("site", "fallback", "The languages that stand in for a missing one, the best first; if left out, kk, ru, en, as far as the site has them."),
    ("site", "samples", "show: records marked `sample: true` are shown, and every page says so; this is the default. hide: they appear on no page and in no total. forbid: each is an error."),
    ("site", "scope", "The id of a region, if the portal is about that one alone: its texts then say so, and the home page shows its districts. If left out, the portal is about the whole country."),
    ("site", "first_year", "The earliest year that the site tells of; 1991 if left out. Earlier dates are warned about."),
    ("site", "outlines", "A GeoJSON file in content/ with the shapes of regions, drawn instead of tiles: content/outlines.geojson."),
    ("site", "contact", "How to reach the editors: an email address, a web address, or other words. Readers use either of the first two to report a mistake in a record."),
    ("site", "licence", "The licence of the data, as readers see it: CC BY 4.0."),

    ("localised", "kk", "In Kazakh."),
    ("localised", "ru", "In Russian."),
    ("localised", "en", "In English."),
];
