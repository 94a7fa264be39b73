//! Slugs: no two write-ups of a section have one address, and none takes one that the site needs for itself.

use ahash::HashMap;

use crate::diagnostic::{At, Code, Diagnostic};
use crate::model::id::Id;
use crate::model::kind::RecordKind;
use crate::model::write_up::WriteUp;

/// Two write-ups of a section with one address, and slugs that addresses need for themselves.
pub(super) fn check_slugs<'a>(
    section: RecordKind,
    texts: impl Iterator<Item = &'a WriteUp> + Clone,
    found: &mut Vec<Diagnostic>,
) {
    for text in texts
        .clone()
        .filter(|text| is_reserved(section, &text.slug))
    {
        found.push(
            Diagnostic::new(Code::ReservedSlug, At::span(text.source(), 0..0))
                .with("id", &text.slug),
        );
    }
    // Ids differ, so that two addresses can only be one where somebody chose one.
    if texts.clone().all(|text| text.slug == text.id) {
        return;
    }
    let mut taken: HashMap<&Id, &WriteUp> = HashMap::default();
    for text in texts {
        if let Some(other) = taken.insert(&text.slug, text) {
            let folder = section_folder(section);
            found.push(
                Diagnostic::new(Code::DuplicateAddress, At::span(text.source(), 0..0))
                    .with("address", format!("{folder}{}/", text.slug))
                    .also(At::span(other.source(), 0..0)),
            );
        }
    }
}

/// The part of addresses under which a section's write-ups stand: `projects/`; pages stand at the root.
pub(crate) fn section_folder(section: RecordKind) -> &'static str {
    if section == RecordKind::Page {
        ""
    } else {
        section.section()
    }
}

/// Ids that name a part of addresses, and so can be no slug.
fn is_reserved(section: RecordKind, slug: &Id) -> bool {
    const OTHERS: [&str; 6] = ["years", "totals", "data", "search", "media", "assets"];
    let slug = slug.as_str();
    let is_section = |kind: RecordKind| kind != RecordKind::Page && kind.folder() == slug;
    let is_first = || RecordKind::linked().any(is_section) || OTHERS.contains(&slug);
    matches!(slug, "page" | "index") || (section == RecordKind::Page && is_first())
}
