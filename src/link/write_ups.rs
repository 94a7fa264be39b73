//! The languages of a write-up put together: one record, its facts stated once.

use std::sync::Arc;

use ahash::HashMap;

use crate::diagnostic::{At, Code, Diagnostic};
use crate::load::WriteUpFile;
use crate::model::id::Id;
use crate::model::lang::{Lang, PerLang};
use crate::model::place::{Origin, Place};
use crate::model::site::Site;
use crate::model::write_up::{CommonFacts, Version, WriteUp};
use crate::source::SourceId;

/// A fact and the file that states it.
#[derive(Debug, Clone)]
pub struct Stated<T> {
    pub value: T,
    source: SourceId,
    field: &'static str,
}

impl<T> Stated<T> {
    pub fn place(&self) -> Place {
        Place::document(self.source).at(self.field)
    }
}

/// All files of one write-up, in the order of languages; at least one.
pub struct Files<'a, F>(pub Vec<&'a WriteUpFile<F>>);

/// Groups files by id, in the order of ids; two files of one language are two write-ups of one id.
pub fn group<'a, F>(
    kind: &'static str,
    files: Vec<&'a WriteUpFile<F>>,
    found: &mut Vec<Diagnostic>,
) -> Vec<Files<'a, F>> {
    let mut groups: Vec<Files<F>> = Vec::with_capacity(files.len() / Lang::ALL.len());
    let mut places: HashMap<&Id, usize> = HashMap::default();
    for file in files {
        let last = groups.len().wrapping_sub(1);
        let place = match groups.last() {
            // The files of a write-up stand side by side, most of the time.
            Some(group) if *group.id() == file.id => last,
            _ => *places.entry(&file.id).or_insert(groups.len()),
        };
        let Some(group) = groups.get_mut(place) else {
            groups.push(Files(vec![file]));
            continue;
        };
        // A second folder with the same id is another write-up, whatever its languages.
        match group
            .0
            .iter()
            .find(|other| other.lang == file.lang || other.folder != file.folder)
        {
            Some(other) => found.push(
                Diagnostic::new(Code::DuplicateId, At::span(file.origin.source, 0..0))
                    .with("id", &file.id)
                    .with("kind", kind)
                    .also(At::span(other.origin.source, 0..0)),
            ),
            None => group.0.push(file),
        }
    }
    for group in &mut groups {
        group.0.sort_by_key(|file| file.lang);
    }
    groups.sort_by(|a, b| a.id().cmp(b.id()));
    groups
}

impl<'a, F> Files<'a, F> {
    pub fn id(&self) -> &'a Id {
        &self.0[0].id
    }

    /// The place that stands for the write-up as a whole: its first file.
    pub fn origin(&self) -> Origin {
        self.0[0].origin
    }

    /// A fact that any of the files states; reports where two state it differently.
    pub fn fact<T: Copy + PartialEq>(
        &self,
        field: &'static str,
        of: impl Fn(&'a F) -> Option<T>,
        found: &mut Vec<Diagnostic>,
    ) -> Option<Stated<T>> {
        let mut stated: Option<Stated<T>> = None;
        for file in &self.0 {
            let Some(value) = of(&file.facts) else {
                continue;
            };
            let here = Stated {
                value,
                source: file.origin.source,
                field,
            };
            match &stated {
                None => stated = Some(here),
                Some(first) if first.value == here.value => {}
                Some(first) => found.push(
                    Diagnostic::new(Code::FactDiffers, here.place())
                        .with("field", field)
                        .also(first.place()),
                ),
            }
        }
        stated
    }

    /// A fact stands in some file but could not be read: that was reported, and it is not missing.
    pub fn is_bad(&self, field: &str) -> bool {
        self.0.iter().any(|file| file.bad.contains(&field))
    }

    /// A fact that one of the files has to state.
    pub fn required<T: Copy + PartialEq>(
        &self,
        record: &'static str,
        field: &'static str,
        of: impl Fn(&'a F) -> Option<T>,
        found: &mut Vec<Diagnostic>,
    ) -> Option<Stated<T>> {
        let stated = self.fact(field, of, found);
        if stated.is_none() && !self.is_bad(field) {
            let diagnostic = Diagnostic::new(Code::MissingField, self.origin().place());
            found.push(diagnostic.with("field", field).with("record", record));
        }
        stated
    }
}

/// What all write-ups have, put together from their files. Nothing if every language is a draft that is not shown.
pub fn write_up<'a, F>(
    files: &Files<'a, F>,
    common: impl Fn(&'a F) -> &'a CommonFacts,
    site: &Site,
    drafts: bool,
    found: &mut Vec<Diagnostic>,
) -> Option<WriteUp> {
    let mut versions: PerLang<Option<Arc<Version>>> = PerLang::default();
    for file in files.0.iter().filter(|file| drafts || !file.version.draft) {
        *versions.get_mut(file.lang) = Some(file.version.clone());
    }
    let shown: Vec<Lang> = versions
        .iter()
        .filter(|(_, version)| version.is_some())
        .map(|(lang, _)| lang)
        .collect();
    if shown.is_empty() {
        return None;
    }
    let id = files.id().clone();
    for &lang in site.required.iter().filter(|lang| !shown.contains(lang)) {
        let at = At::span(files.origin().source, 0..0);
        found.push(
            Diagnostic::new(Code::TranslationRequired, at)
                .with("lang", lang)
                .with("id", &id),
        );
    }
    check_sources(files, found);
    let slug = files.fact("slug", |facts| common(facts).slug.as_ref(), found);
    let aliases = files.fact("aliases", |facts| common(facts).aliases.as_ref(), found);
    let image = files.fact("image", |facts| common(facts).image.as_ref(), found);
    let sample = sample_origin(files, common).is_some();
    Some(WriteUp {
        slug: slug.map_or_else(|| id.clone(), |slug| slug.value.clone()),
        id,
        aliases: aliases.map_or_else(Vec::new, |aliases| aliases.value.clone()),
        image: image.map(|image| image.value.clone()),
        sample,
        folder: files.0[0].folder.clone(),
        versions,
    })
}

/// A translation is made from another language of the same write-up.
fn check_sources<F>(files: &Files<'_, F>, found: &mut Vec<Diagnostic>) {
    for file in &files.0 {
        let Some(from) = &file.version.translated_from else {
            continue;
        };
        let mut others = files.0.iter().filter(|other| other.lang != file.lang);
        if !others.any(|other| other.lang == from.lang) {
            let place = Place::document(file.origin.source).at("source").at("lang");
            found.push(Diagnostic::new(Code::TranslationOfNothing, place).with("lang", from.lang));
        }
    }
}

/// The file that marks the write-up as a sample, if one does.
pub fn sample_origin<'a, F>(
    files: &Files<'a, F>,
    common: impl Fn(&'a F) -> &'a CommonFacts,
) -> Option<Origin> {
    files
        .0
        .iter()
        .find(|file| common(&file.facts).sample == Some(true))
        .map(|file| file.origin)
}
