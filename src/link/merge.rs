//! Group by id: which translations make one write-up, memoised, so that a preview merges only what changed.
//!
//! Takes files in the order of their paths; gives the write-ups in the order of their first files. What it gives is the
//! same with or without the memo: that saves only the merging, which `merged_write_up` does.

use std::collections::hash_map::Entry;
use std::sync::Arc;

use ahash::HashMap;
use rayon::prelude::*;

use super::merged_write_up::{Facts, MergedWriteUp};
use crate::diagnostic::{At, Code, Diagnostic};
use crate::load::write_up::WriteUpFile;
use crate::model::id::Id;
use crate::model::lang::Lang;
use crate::model::site::Site;
use crate::source::SourceId;

/// The memo: write-ups of a kind, each at the number of its first file.
pub(crate) type Memoised<F> = Vec<Option<Arc<MergedWriteUp<F>>>>;

/// One write-up to be: its files, in the order of their paths.
struct Group<F: Facts> {
    number: SourceId,
    files: Vec<Arc<WriteUpFile<F>>>,
    /// The write-up that was merged from exactly these files; then they are not listed again.
    kept: Option<Arc<MergedWriteUp<F>>>,
}

/// Merges the files of all write-ups of a kind, given in the order of their paths. `known` is the memo from the last
/// time, with the same settings, or empty.
pub(crate) fn merge<F: Facts>(
    files: &[&Arc<WriteUpFile<F>>],
    site: &Site,
    drafts: bool,
    known: &mut Memoised<F>,
    found: &mut Vec<Diagnostic>,
) -> Vec<Arc<MergedWriteUp<F>>> {
    let groups = groups(files, known, found).into_par_iter();
    let merged: Vec<(SourceId, Arc<MergedWriteUp<F>>)> = groups
        .map(|group| {
            let merge = || MergedWriteUp::new(group.files, site, drafts).into();
            (group.number, group.kept.unwrap_or_else(merge))
        })
        .collect();
    known.clear();
    for (number, write_up) in &merged {
        let place = number.0 as usize;
        if known.len() <= place {
            known.resize_with(place + 1, || None);
        }
        known[place] = Some(write_up.clone());
    }
    merged.into_iter().map(|(_, write_up)| write_up).collect()
}

/// Groups files by id; two files of one language are two write-ups of one id, and so are files in two folders.
fn groups<F: Facts>(
    files: &[&Arc<WriteUpFile<F>>],
    known: &Memoised<F>,
    found: &mut Vec<Diagnostic>,
) -> Vec<Group<F>> {
    let mut groups: Vec<Group<F>> = Vec::with_capacity(files.len() / Lang::ALL.len());
    let mut places: HashMap<Id, usize> = HashMap::default();
    places.reserve(groups.capacity());
    let mut rest = files;
    while let Some(file) = rest.first() {
        let number = file.origin.source;
        if let Some(kept) = kept(rest, known)
            && let Entry::Vacant(entry) = places.entry(kept.id().clone())
        {
            entry.insert(groups.len());
            groups.push(Group {
                number,
                files: Vec::new(),
                kept: Some(kept.clone()),
            });
            rest = &rest[kept.length()..];
            continue;
        }
        rest = &rest[1..];
        match places.entry(file.id.clone()) {
            Entry::Vacant(entry) => {
                entry.insert(groups.len());
                groups.push(Group {
                    number,
                    files: vec![Arc::clone(file)],
                    kept: None,
                });
            }
            Entry::Occupied(entry) => add(&mut groups[*entry.get()], file, found),
        }
    }
    groups
}

/// The memoised write-up that was merged from the first of these files, and from all others that belong to it.
fn kept<'k, F: Facts>(
    files: &[&Arc<WriteUpFile<F>>],
    known: &'k Memoised<F>,
) -> Option<&'k Arc<MergedWriteUp<F>>> {
    let at = |number: SourceId| known.get(number.0 as usize)?.as_ref();
    let file = files.first()?;
    let kept = at(file.origin.source)?;
    let of = files.get(..kept.length())?;
    // What comes next began another write-up before, or has another name.
    let is_all = match files.get(kept.length()) {
        Some(next) => at(next.origin.source).is_some() || next.id != file.id,
        None => true,
    };
    (is_all && kept.is_of(of.iter().copied())).then_some(kept)
}

/// Adds a file to the others with its id, or reports it.
fn add<F: Facts>(group: &mut Group<F>, file: &Arc<WriteUpFile<F>>, found: &mut Vec<Diagnostic>) {
    if let Some(kept) = group.kept.take() {
        group.files = kept.files().to_vec();
    }
    // A second folder with the same id is another write-up, whatever its languages.
    let mut others = group.files.iter();
    let other = others.find(|other| other.lang == file.lang || other.folder != file.folder);
    match other {
        Some(other) => {
            let twice = Diagnostic::new(Code::DuplicateId, At::span(file.origin.source, 0..0))
                .with("id", &file.id)
                .with("kind", F::KIND.word())
                .also(At::span(other.origin.source, 0..0));
            let is_other_language = group.files.iter().all(|other| other.lang != file.lang);
            found.push(match is_other_language {
                true => twice.with("folder", &other.folder),
                false => twice,
            });
        }
        None => group.files.push(file.clone()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::load::site::site;
    use crate::model::place::Origin;
    use crate::model::prose::Prose;
    use crate::model::write_up::{PageFacts, Version};

    /// Paths as a careless editor may have them: ids twice in one folder and in two, folders as well as files, some
    /// between the languages of others.
    const FILES: [(&str, &str, Lang); 10] = [
        ("a", "pages", Lang::En),
        ("a", "pages", Lang::Kk),
        ("a", "pages", Lang::Ru),
        ("a", "pages/a", Lang::En),
        ("b", "pages/a", Lang::Kk),
        ("a", "pages/a", Lang::Kk),
        ("a", "pages/a", Lang::En),
        ("b", "pages/b", Lang::Kk),
        ("b", "pages/b", Lang::Ru),
        ("c", "pages/c", Lang::Kk),
    ];

    fn file(place: usize) -> Arc<WriteUpFile<PageFacts>> {
        let (id, folder, lang) = FILES[place];
        let origin = Origin {
            source: SourceId(place as u32),
            item: None,
        };
        Arc::new(WriteUpFile {
            id: Id::parse(id).unwrap(),
            lang,
            folder: folder.into(),
            version: Arc::new(Version {
                title: String::new(),
                title_digest: 0,
                summary: None,
                draft: false,
                image: None,
                translated_from: None,
                digest: String::new(),
                prose: Prose::default(),
                origin,
            }),
            facts: PageFacts::default(),
            bad: Vec::new(),
            empty: Vec::new(),
            origin,
        })
    }

    /// The write-ups with their files, and what was reported.
    fn merged(
        site: &Site,
        files: &[Option<Arc<WriteUpFile<PageFacts>>>],
        known: &mut Memoised<PageFacts>,
    ) -> (Vec<(Id, Vec<SourceId>)>, Vec<Diagnostic>) {
        let mut found = Vec::new();
        let files: Vec<_> = files.iter().flatten().collect();
        let merged = merge(&files, site, false, known, &mut found);
        let told = merged.iter().map(|merged| {
            let files = merged.files().iter().map(|file| file.origin.source);
            (merged.id().clone(), files.collect())
        });
        (told.collect(), found)
    }

    proptest! {
        #[test]
        fn what_was_kept_changes_nothing(edits in prop::collection::vec((0..FILES.len(), any::<bool>()), 1..40)) {
            let settings = include_str!("../../site.toml");
            let site = site(SourceId(0), settings).0.unwrap();
            let mut files: Vec<_> = vec![None; FILES.len()];
            let mut known = Memoised::new();
            for (place, is_there) in edits {
                files[place] = is_there.then(|| file(place));
                prop_assert_eq!(
                    merged(&site, &files, &mut known),
                    merged(&site, &files, &mut Memoised::new())
                );
            }
        }
    }
}
