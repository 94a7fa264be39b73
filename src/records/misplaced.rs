//! Files in the folder of another kind, told by their fields: a project that was dragged among the news.
//!
//! Takes the path and the text of a file; gives the kind that its fields are of, where they are of none that the folder
//! holds. Must not parse YAML: a file with a mistake in it is of the same kind.

use std::collections::HashSet;

use super::kinds::{Content, form};
use crate::load::front_matter::split;
use crate::model::kind::RecordKind;

/// Fields that a kind alone has, and how many of them tell it.
const MARKS: [(RecordKind, &[&str], usize); 9] = [
    (
        RecordKind::Project,
        &[
            "direction",
            "status",
            "contributions",
            "started",
            "completed",
            "beneficiaries",
            "location",
        ],
        2,
    ),
    (RecordKind::News, &["date", "place", "region"], 2),
    (RecordKind::Page, &["menu", "order"], 1),
    (RecordKind::Award, &["recipients"], 1),
    (RecordKind::Figure, &["measure", "precision"], 2),
    (RecordKind::Correction, &["records", "reason"], 2),
    (RecordKind::Patron, &["kind", "region", "consent"], 2),
    (
        RecordKind::Region,
        &["iso", "kato", "districts", "successors", "centre", "tile"],
        2,
    ),
    (RecordKind::Object, &["plural", "parent"], 2),
];

/// The kind that the fields of a file are of, and that its folder does not hold.
pub(super) fn kind_elsewhere(path: &str, text: &str) -> Option<RecordKind> {
    let (section, _) = path.strip_prefix("content/")?.split_once('/')?;
    let here = RecordKind::of_folder(section)?;
    let is_text = path.ends_with(".md");
    if !is_text && !path.ends_with(".yaml") && !path.ends_with(".yml") {
        return None;
    }
    let head = match is_text {
        true => &text[split(text).ok()?.front_matter?],
        false => text,
    };
    let fields = fields_of(head);
    let is_of = |kind: RecordKind| {
        let marks = MARKS.iter().find(|(of, ..)| *of == kind);
        marks.is_some_and(|(_, marks, fewest)| {
            let found = marks.iter().filter(|mark| fields.contains(**mark));
            let is_named = kind != RecordKind::News || fields.contains("date");
            found.count() >= *fewest && is_named
        })
    };
    let is_of_form =
        |kind: RecordKind| matches!(form(kind).content, Content::WriteUp { .. }) == is_text;
    let own_mark = |(kind, marks, _): &(RecordKind, &[&str], usize)| {
        *kind == here
            && marks
                .iter()
                .any(|mark| *mark != "region" && fields.contains(mark))
    };
    if is_of_form(here) && MARKS.iter().any(own_mark) {
        return None;
    }
    let mut kinds = MARKS.iter().map(|(kind, ..)| *kind);
    kinds.find(|kind| *kind != here && is_of_form(*kind) && is_of(*kind))
}

/// The folder of a kind, and the path there of a file that stands in another one.
pub(super) fn belongs(kind: RecordKind, path: &str) -> (String, String) {
    let folder = format!("content/{}/", kind.folder());
    let rest = path.splitn(3, '/').nth(2).unwrap_or_default();
    let path = format!("{folder}{rest}");
    (folder, path)
}

/// The names of the fields of a record or of all records in a list; what stands further in is none of them.
fn fields_of(yaml: &str) -> HashSet<&str> {
    let is_list = yaml.lines().any(|line| line.starts_with("- "))
        && !yaml
            .lines()
            .any(|line| line.starts_with(char::is_alphabetic));
    let depth = if is_list { 2 } else { 0 };
    let lines = yaml.lines().filter_map(|line| {
        let own = match is_list {
            true => line.strip_prefix("- ").or(line.strip_prefix("  "))?,
            false => line,
        };
        let (name, _) = own.split_once(':')?;
        let fits = line.len() >= depth && name.starts_with(char::is_alphabetic);
        fits.then(|| name.trim_end())
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_fields_and_not_by_its_folder() {
        let project = "---\ntitle: a\nregion: north\ndirection: charity\nstatus: planned\n---\n";
        let news = "---\ntitle: a\ndate: 2020-05-01\nplace: {kk: b}\n---\n";
        let patron = "- id: a\n  kind: fund\n  name: {kk: a}\n  region: north\n  contributions:\n    - direction: x\n";
        let award = "id: a\nyear: 2020\nrecipients:\n  - patron: a\n";
        for (path, text, kind) in [
            ("news/a.kk.md", project, Some(RecordKind::Project)),
            ("pages/a/index.kk.md", project, Some(RecordKind::Project)),
            ("patrons/a.kk.md", project, Some(RecordKind::Project)),
            ("projects/a.kk.md", news, Some(RecordKind::News)),
            ("regions/a.yaml", patron, Some(RecordKind::Patron)),
            ("projects/a.yaml", patron, Some(RecordKind::Patron)),
            ("patrons/a.yaml", award, Some(RecordKind::Award)),
            ("projects/a.kk.md", project, None),
            ("news/a.kk.md", news, None),
            ("patrons/a.yaml", patron, None),
            ("awards/a.yaml", award, None),
            ("static/a.yaml", award, None),
            ("news/a.kk.md", "---\ntitle: a\n---\n", None),
            // A slip in one field alone moves nothing.
            ("projects/a.kk.md", "---\ntitle: a\ndate: 2020\n---\n", None),
            (
                "news/a.kk.md",
                "---\ntitle: a\ndate: 2020\nstatus: planned\nstarted: 2020\n---\n",
                None,
            ),
        ] {
            assert_eq!(
                kind_elsewhere(&format!("content/{path}"), text),
                kind,
                "{path} {text}"
            );
        }
    }
}
