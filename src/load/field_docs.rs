//! What editors are told about a field while they type it: a line for each field that a reader knows.
//!
//! Takes the name of a record and of a field, as the readers say them; gives the help that stands in the JSON Schema.
//! Knows nothing of values. A test holds that every field has its line and that no line is left over.

/// The help for a field of a record, if it has one of its own or is the same in all records.
pub(super) fn help(record: &str, field: &str) -> Option<&'static str> {
    let find = |record: &str| {
        let mut lines = HELP.iter();
        lines.find(|(of, name, _)| *of == record && *name == field)
    };
    find(record).or_else(|| find("")).map(|(_, _, help)| *help)
}

/// Record, field, help. No record: all records that have no line of their own.
#[rustfmt::skip]
pub(super) const HELP: &[(&str, &str, &str)] = &[
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

    ("site", "title", "The name of the site, in the languages that it has."),
    ("site", "description", "A sentence or two about it, for search engines and those who share a link."),
    ("site", "base_url", "Where the site will stand: https://… A path in it is kept in every link."),
    ("site", "theme", "The theme: tagzym, which is built in, or a folder of themes/."),
    ("site", "languages", "The languages of the site, in the order in which readers are offered them."),
    ("site", "default_language", "The language of the 404 page at the root, and where old addresses from the root lead."),
    ("site", "required", "The languages that every write-up and every localised text of a record must have; if left out, Kazakh, where the site has it."),
    ("site", "fallback", "The languages that stand in for a missing one, the best first; if left out, kk, ru, en, as far as the site has them."),
    ("site", "samples", "show: records marked `sample: true` are shown, and every page says so; it is so if left out. hide: they are in no page and no sum. forbid: each is an error."),
    ("site", "outlines", "A GeoJSON file of content/ with the shapes of regions, drawn instead of tiles: content/outlines.geojson."),
    ("site", "contact", "How to reach the editors: a mail address, an address of the web, or other words."),
    ("site", "licence", "The licence of the data, as readers see it: CC BY 4.0."),

    ("localised", "kk", "In Kazakh."),
    ("localised", "ru", "In Russian."),
    ("localised", "en", "In English."),

    ("region", "iso", "The ISO 3166-2 code: KZ-19."),
    ("region", "in", "“In the region”, as it stands in a sentence: {kk: Алматы облысында, ru: в Алматинской области, en: in Almaty Region}."),
    ("region", "centre", "The town that governs it."),
    ("region", "population", "How many people live there, with the date and the source."),
    ("region", "tile", "Where it stands on the map of tiles: [[column, row], …], counted from 0 at the top left."),
    ("region", "since", "Its first day, if it was formed later than the others."),
    ("region", "until", "Its last day, if it is no more."),
    ("region", "successors", "The ids of the regions that came out of it."),
    ("region", "districts", "Its districts: [{id, kato, name}, …]."),
    ("population", "value", "The number of residents."),
    ("population", "date", "When they were counted."),
    ("population", "source", "Who counted them."),

    ("direction", "summary", "A sentence on what belongs to it."),
    ("object-kind", "plural", "The name of many of them: “schools”."),
    ("object-kind", "parent", "The id of the wider kind that this one belongs to."),

    ("patron", "kind", "person, company, fund, association or group (people without a legal form, such as a class)."),
    ("patron", "region", "The id of the region that the patron comes from."),
    ("patron", "since", "The year of the first help: 2016."),
    ("patron", "consent", "public: the name may be shown. anonymous: the money counts, name and id stand nowhere. A person must state it."),
    ("patron", "site", "The patron's own site: https://…"),
    ("patron", "members", "How many people a group has; only groups."),
    ("patron", "contributions", "Gifts that belong to no project with a page of its own."),
    ("own-contribution", "region", "The id of the region that the gift went to."),
    ("own-contribution", "status", "delivered, or pledged: promised and not yet there."),
    ("own-contribution", "in_kind", "What was given, if not money: {kk: …, ru: …, en: …}. Then `amount` may be left out."),
    ("own-contribution", "purpose", "What it was given for."),
    ("contribution", "patron", "The id of the patron who gave; for a joint gift, `patrons`."),
    ("contribution", "patrons", "The ids of all who gave together: [a, b]."),
    ("contribution", "status", "delivered, or pledged: promised and not yet there."),
    ("contribution", "in_kind", "What was given, if not money: {kk: …, ru: …, en: …}. Then `amount` may be left out."),

    ("award", "year", "The year of the award; or `date`."),
    ("award", "date", "The day of the award; or `year`."),
    ("award", "region", "The id of the region that gave it; none: the whole country."),
    ("award", "event", "The file name, without language, of the news of the event where it was given."),
    ("award", "categories", "The categories, declared once: [{id, name}, …]."),
    ("award", "recipients", "Who was honoured, in the order of the list: [{patron, category, note}, …]."),
    ("category", "id", "The name by which recipients call the category."),
    ("recipient", "patron", "The id of the patron."),
    ("recipient", "category", "The id of one of the award's categories."),
    ("recipient", "note", "What for, if the list says so."),

    ("figure", "region", "The id of the region that the figure is about; none: the whole country."),
    ("figure", "period", "When: a date, or two with .. between them: 2017-04..2021-04."),
    ("figure", "measure", "support: help given in all. objects: what was built. pledges: what was promised."),
    ("figure", "precision", "exact, or rounded (“more than 3 billion”)."),
    ("figure", "patrons", "How many patrons were reported."),
    ("figure", "projects", "How many projects were reported."),
    ("figure", "objects", "How many objects were reported."),
    ("figure", "part_of", "The id of the larger figure that this one is a part of."),
    ("figure", "breakdown", "The rows that were reported: [{object or direction or label, amount, projects}, …]."),
    ("figure", "note", "What exactly was counted."),
    ("figure", "source", "Where it was reported: {title, url, date}."),
    ("breakdown", "label", "What the row is about, if it is neither an object nor a direction."),
    ("breakdown", "projects", "How many projects the row has."),
    ("source", "title", "The title of the source: one text, or one in each language."),
    ("source", "url", "The address of the source: https://…"),
    ("source", "date", "When it was published."),

    ("write-up", "title", "The title in this file's language."),
    ("write-up", "summary", "One or two sentences for lists and search engines, in this file's language."),
    ("write-up", "draft", "true: in no page and no sum, but with `--drafts`."),
    ("write-up", "slug", "The last part of the address, if it should be another than the file's name; the same in all languages."),
    ("write-up", "aliases", "Old addresses that lead here: [old-name, /old/path/]."),
    ("write-up", "image", "The picture at the head: {file, alt, caption}."),
    ("write-up", "source", "What this text was translated from: {lang, digest}."),
    ("write-up", "status", "planned, under-way or completed. A planned project's gifts are pledged."),
    ("write-up", "started", "When work began: YYYY-MM-DD, YYYY-MM or YYYY."),
    ("write-up", "completed", "When it was done; if, and only if, the status is completed."),
    ("write-up", "beneficiaries", "How many people it serves."),
    ("write-up", "location", "[latitude, longitude], in degrees: [43.25, 76.95]."),
    ("write-up", "contributions", "Who gave what: [{patron, amount, date}, …]. Stated in one language file."),
    ("write-up", "place", "Where the event is, in each language."),
    ("image", "file", "The file beside this text: gym.jpg."),
    ("image", "alt", "What is to be seen, for those who cannot see it."),
    ("image", "caption", "The text under the picture."),
    ("translation-source", "lang", "The language of the original: kk, ru or en."),
    ("translation-source", "digest", "The digest of the original at the time of the translation."),
];
