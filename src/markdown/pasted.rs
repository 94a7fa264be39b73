//! Front matter that was pasted into the text a second time: readers would see its fields.
//!
//! Takes a text, looks at its first lines alone.

use std::ops::Range;

/// Fields of write-ups, any of which may stand first. A test compares them with the readers'.
pub(crate) const FIELDS: [&str; 26] = [
    "accept",
    "aliases",
    "beneficiaries",
    "cancelled",
    "completed",
    "contributions",
    "date",
    "direction",
    "district",
    "draft",
    "image",
    "images",
    "location",
    "menu",
    "object",
    "order",
    "place",
    "reason",
    "region",
    "sample",
    "slug",
    "source",
    "started",
    "status",
    "summary",
    "title",
];

/// How many lines of fields are looked at for the line that ends them.
const LINES: usize = 60;

/// Where front matter stands at the beginning of a text, but for the front matter itself.
pub(super) fn front_matter(markdown: &str) -> Option<Range<usize>> {
    let start = markdown.len() - markdown.trim_start().len();
    let text = &markdown[start..];
    let fence = ["---", "+++"].into_iter().find(|of| text.starts_with(of));
    let fields = match fence {
        Some(fence) => {
            let rest = text[fence.len()..].strip_prefix(['\r', '\n'])?;
            rest.trim_start()
        }
        None => text,
    };
    let sign = if fence == Some("+++") { '=' } else { ':' };
    let is_field = |line: &str| {
        let (name, _) = line.split_once(sign).unwrap_or_default();
        FIELDS.contains(&name.trim_end())
    };
    let mut lines = fields.lines();
    if !lines.next().is_some_and(is_field) {
        return None;
    }
    let begin = start + text.len() - fields.len();
    let first = begin..begin + fields.lines().next()?.trim_end().len();
    let mut closed = lines.take(LINES).map(str::trim_end);
    // What is no field has its own place in one: an item, or what is further in.
    let is_part = |line: &&str| {
        let name = line.split(sign).next().unwrap_or_default();
        line.starts_with([' ', '-', '#'])
            || line.contains(sign) && name.bytes().all(|of| of.is_ascii_lowercase() || of == b'_')
    };
    let end =
        closed.find(|line| line.is_empty() || ["---", "+++"].contains(line) || !is_part(line));
    let is_closed = end.is_some_and(|end| ["---", "+++"].contains(&end));
    (fence.is_some() || is_closed).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_fields_are_told_from_words() {
        for (markdown, told) in [
            (
                "\n---\ntitle: Екінші\nsummary: a\n---\n\nМәтін",
                "title: Екінші",
            ),
            ("---\r\nregion: north\r\n---\r\n", "region: north"),
            ("title: Жаңа\ndate: 2020\n---\n\nМәтін", "title: Жаңа"),
            (
                "---\ncontributions:\n  - {patron: a}\n---\n",
                "contributions:",
            ),
            ("+++\ntitle = \"a\"\n+++\n", "title = \"a\""),
            ("cancelled: 2020\nreason: {kk: а}\n---\n", "cancelled: 2020"),
        ] {
            let found = front_matter(markdown).map(|of| &markdown[of]);
            assert_eq!(found, Some(told), "{markdown}");
        }
        for markdown in [
            "",
            "---",
            "---\n\nМәтін: сөз\n\n---",
            "Мәтін\n---\n",
            "title: жай сөз\n\nМәтін",
            "Мекенжайы: Астана\nКүні: 2020\n---\n",
            "summary: бір сөз\nЕкінші жол\n---\n",
        ] {
            assert_eq!(front_matter(markdown), None, "{markdown}");
        }
    }
}
