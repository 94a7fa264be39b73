//! Merge of translations: the languages of a write-up become one record, its facts stated once.
//!
//! Takes the files of one write-up and gives what they state together. Knows nothing of other records: whether what is
//! named is there is seen when the portal is linked.

use std::sync::Arc;

use crate::diagnostic::{At, Code, Diagnostic};
use crate::load::write_up::WriteUpFile;
use crate::model::id::Id;
use crate::model::kind::RecordKind;
use crate::model::lang::{Lang, PerLang};
use crate::model::links::OutgoingRefs;
use crate::model::place::{Origin, Place};
use crate::model::site::Site;
use crate::model::write_up::{CommonFacts, Version, WriteUp};
use crate::source::SourceId;

/// The facts that a kind of write-up may state, one language at a time.
pub(crate) trait Facts: Send + Sync + Sized {
    const KIND: RecordKind;
    /// The facts of all languages together.
    type Merged: Send + Sync;

    fn common(&self) -> &CommonFacts;

    /// What the files state together; reports what they leave out or contradict.
    fn state(files: &LanguageFiles<'_, Self>, found: &mut Vec<Diagnostic>) -> Self::Merged;
}

/// A fact and the file that states it.
#[derive(Debug, Clone)]
pub(crate) struct StatedFact<T> {
    pub value: T,
    source: SourceId,
    field: &'static str,
}

impl<T> StatedFact<T> {
    pub(crate) fn source(&self) -> SourceId {
        self.source
    }

    pub(crate) fn place(&self) -> Place {
        Place::document(self.source).at(self.field)
    }
}

/// All files of one write-up, in the order of languages; at least one.
pub(crate) struct LanguageFiles<'a, F>(Vec<&'a WriteUpFile<F>>);

/// A write-up as its own files state it.
pub(crate) struct MergedWriteUp<F: Facts> {
    /// In the order of their paths.
    files: Vec<Arc<WriteUpFile<F>>>,
    /// Nothing if every language is a draft that is not shown.
    pub shown: Option<(Arc<WriteUp>, F::Merged)>,
    /// The file that marks it as a sample, if one does.
    pub sample: Option<Origin>,
    /// What is wrong with it, whatever else there is.
    pub diagnostics: Vec<Diagnostic>,
}

impl<F: Facts> MergedWriteUp<F> {
    /// Merges the files of one write-up, given in the order of their paths; at least one.
    pub(crate) fn new(
        files: Vec<Arc<WriteUpFile<F>>>,
        site: &Site,
        drafts: bool,
    ) -> MergedWriteUp<F> {
        let mut in_order: Vec<&WriteUpFile<F>> = files.iter().map(|file| &**file).collect();
        in_order.sort_by_key(|file| file.lang);
        let in_order = LanguageFiles(in_order);
        let mut diagnostics = Vec::new();
        let sample = in_order.sample();
        let text = write_up(&in_order, site, drafts, &mut diagnostics);
        let shown = text.map(|text| (text.into(), F::state(&in_order, &mut diagnostics)));
        MergedWriteUp {
            files,
            shown,
            sample,
            diagnostics,
        }
    }

    /// Whether it was merged from exactly these files.
    pub(crate) fn is_of<'a>(
        &self,
        files: impl ExactSizeIterator<Item = &'a Arc<WriteUpFile<F>>>,
    ) -> bool
    where
        F: 'a,
    {
        let is_same = files.len() == self.files.len();
        let mut pairs = self.files.iter().zip(files);
        is_same && pairs.all(|(a, b)| Arc::ptr_eq(a, b))
    }

    /// Its files, in the order of their paths.
    pub(crate) fn files(&self) -> &[Arc<WriteUpFile<F>>] {
        &self.files
    }

    /// How many files it has.
    pub(crate) fn length(&self) -> usize {
        self.files.len()
    }

    pub(crate) fn id(&self) -> &Id {
        &self.files[0].id
    }
}

impl<'a, F: Facts> LanguageFiles<'a, F> {
    pub(crate) fn id(&self) -> &'a Id {
        &self.0[0].id
    }

    /// The place that stands for the write-up as a whole: its first file.
    pub(crate) fn origin(&self) -> Origin {
        self.0[0].origin
    }

    /// A fact that any of the files states; reports where two state it differently.
    pub(crate) fn fact<T: Clone + PartialEq + 'a>(
        &self,
        field: &'static str,
        of: impl Fn(&'a F) -> Option<&'a T>,
        found: &mut Vec<Diagnostic>,
    ) -> Option<StatedFact<T>> {
        let difference = |a: &T, b: &T| (a != b).then_some([None; 2]);
        self.compared(field, of, difference, found)
    }

    /// The same of a fact that is a list: where two state it differently, the first items that differ are named.
    pub(crate) fn list<T: 'a>(
        &self,
        field: &'static str,
        of: impl Fn(&'a F) -> Option<&'a Arc<[T]>>,
        are_same: impl Fn(&T, &T) -> bool,
        found: &mut Vec<Diagnostic>,
    ) -> Option<StatedFact<Arc<[T]>>> {
        let difference = |a: &Arc<[T]>, b: &Arc<[T]>| {
            let mut pairs = a.iter().zip(b.iter());
            let nth = pairs.position(|(a, b)| !are_same(a, b));
            let nth = nth.or((a.len() != b.len()).then_some(a.len().min(b.len())))?;
            Some([a, b].map(|of| Some(nth).filter(|nth| *nth < of.len())))
        };
        self.compared(field, of, difference, found)
    }

    /// A fact, with what differs where two state it: in each of the two, the number of an item if it is not the whole.
    fn compared<T: Clone + 'a>(
        &self,
        field: &'static str,
        of: impl Fn(&'a F) -> Option<&'a T>,
        difference: impl Fn(&T, &T) -> Option<[Option<usize>; 2]>,
        found: &mut Vec<Diagnostic>,
    ) -> Option<StatedFact<T>> {
        let mut stated = self.0.iter().filter_map(|file| {
            let value = of(&file.facts)?;
            Some((value, file.origin.source))
        });
        let (value, source) = stated.next()?;
        let first = StatedFact {
            value: value.clone(),
            source,
            field,
        };
        let differing =
            stated.filter_map(|(other, source)| Some((source, difference(value, other)?)));
        for (source, [in_first, in_other]) in differing {
            let item = |place: Place, nth: Option<usize>| match nth {
                Some(nth) => place.at(nth),
                None => place,
            };
            let place = item(Place::document(source).at(field), in_other);
            let diagnostic = Diagnostic::new(Code::FactDiffers, place).with("field", field);
            found.push(diagnostic.also(item(first.place(), in_first)));
        }
        Some(first)
    }

    /// The file that marks the write-up as a sample, if one does.
    fn sample(&self) -> Option<Origin> {
        let mut files = self.0.iter();
        files
            .find(|file| file.facts.common().sample == Some(true))
            .map(|file| file.origin)
    }

    /// A fact stands in some file but could not be read: that was reported, and it is not missing.
    pub(crate) fn is_bad(&self, field: &str) -> bool {
        self.0.iter().any(|file| file.bad.contains(&field))
    }

    /// A fact that one of the files has to state.
    pub(crate) fn required<T: Clone + PartialEq + 'a>(
        &self,
        field: &'static str,
        of: impl Fn(&'a F) -> Option<&'a T>,
        found: &mut Vec<Diagnostic>,
    ) -> Option<StatedFact<T>> {
        let stated = self.fact(field, of, found);
        if stated.is_none() && !self.is_bad(field) {
            let is_empty = |file: &&&WriteUpFile<F>| file.empty.contains(&field);
            let diagnostic = match self.0.iter().find(is_empty) {
                Some(file) => {
                    let place = file.origin.place().at(field).on_key();
                    Diagnostic::new(Code::EmptyValue, place).with("what", "required")
                }
                None => Diagnostic::new(Code::MissingField, self.origin().place()),
            };
            found.push(
                diagnostic
                    .with("field", field)
                    .with("record", F::KIND.word())
                    .with("example", format!("{field}: …")),
            );
        }
        stated
    }
}

/// What all write-ups have, put together from their files. Nothing if every language is a draft that is not shown.
fn write_up<F: Facts>(
    files: &LanguageFiles<'_, F>,
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
    let slug = files.fact("slug", |facts| facts.common().slug.as_ref(), found);
    let aliases = files.fact("aliases", |facts| facts.common().aliases.as_ref(), found);
    let image = files.fact("image", |facts| facts.common().image.as_ref(), found);
    let images = files.fact("images", |facts| facts.common().images.as_ref(), found);
    let sample = files.sample().is_some();
    let texts = versions.iter();
    let texts = texts.filter_map(|(lang, version)| Some((lang, &version.as_ref()?.prose)));
    let refs = OutgoingRefs::of(texts);
    Some(WriteUp {
        slug: slug.map_or_else(|| id.clone(), |slug| slug.value),
        id,
        aliases_in: aliases.as_ref().map(StatedFact::source),
        aliases: aliases.map_or_else(Vec::new, |aliases| aliases.value),
        image: image.map(|image| image.value),
        images_in: images.as_ref().map(StatedFact::source),
        images: images.map_or_else(Vec::new, |images| images.value),
        sample,
        folder: files.0[0].folder.clone(),
        versions,
        refs,
    })
}

/// A translation is made from another language of the same write-up.
fn check_sources<F: Facts>(files: &LanguageFiles<'_, F>, found: &mut Vec<Diagnostic>) {
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
