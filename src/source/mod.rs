//! Source files in memory: texts by id, spans of bytes in them, and assets that are copied.
//!
//! Takes texts with their paths (from `disk`), gives ids for them and line and column for a place. Knows nothing of
//! YAML or Markdown.

mod copy_names;
mod line_index;
mod nfc;
pub(crate) mod text;
mod unmerged;

use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use crate::extract::PrivateFacts;
use crate::extract::picture::PictureFlaw;

pub(crate) use copy_names::{Original, is_kept_beside, originals};
pub(crate) use line_index::{LineIndex, boundary};
pub(crate) use nfc::is_nfc_quick;
pub(crate) use text::{Revision, StaleRead, StoredText, Text, TextStore};
pub(crate) use unmerged::unmerged;

/// A text of the site by its number. Numbers follow the order of paths in a build; in a preview a text keeps its number
/// while others come and go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceId(pub u32);

/// A text and where it came from.
#[derive(Debug, Clone)]
pub struct Source {
    /// From the root of the site, with `/`: `content/regions/abai.yaml`. Unicode's NFC.
    pub path: Arc<str>,
    /// As it is read: no byte order mark, `\n` ends lines, Unicode's NFC.
    pub text: Text,
}

/// A text and where it came from; the text may have been evicted.
#[derive(Debug, Clone)]
pub(crate) struct StoredSource {
    pub path: Arc<str>,
    pub text: StoredText,
}

/// A range of bytes in the text of a source.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Span {
    pub source: SourceId,
    pub range: Range<usize>,
}

/// A file that is copied as it is: a picture beside a write-up, a document of `static/`, a theme's style.
#[derive(Debug, Clone)]
pub struct Asset {
    /// From the root of the site, with `/`.
    pub path: Arc<str>,
    pub content: AssetContent,
    /// Of a picture: its width and height in pixels as it is seen, if they could be read.
    pub size: Option<(u32, u32)>,
    /// What its metadata tell of whoever made it.
    pub(crate) facts: PrivateFacts,
    /// Why readers would not see it.
    pub(crate) flaw: Option<PictureFlaw>,
}

impl Asset {
    /// The ending of its name, or the one that the name of a picture should have by its bytes.
    pub(crate) fn format(&self) -> &str {
        match self.flaw {
            Some(PictureFlaw::Other { format, .. }) => format,
            _ => self.path.rsplit_once('.').map_or("", |(_, ending)| ending),
        }
    }

    /// Whether it is a page with a program in it.
    pub(crate) fn has_script(&self) -> bool {
        self.flaw == Some(PictureFlaw::Script)
    }
}

/// Where the bytes of an asset are.
#[derive(Debug, Clone)]
pub enum AssetContent {
    /// In a file of this length in bytes.
    File {
        path: std::path::PathBuf,
        length: u64,
    },
    /// In the program itself.
    Builtin(&'static [u8]),
}

/// Everything that was read for a site. A copy shares the texts with its original, whatever is put into either later.
///
/// A preview evicts the prose of the content, and nothing else. Whoever shows texts takes those that it names from
/// [`Sources::loaded`] first.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// By number, in chunks of [`CHUNK`]; the slot of a text that is gone is empty.
    texts: Vec<Arc<[StoredSource]>>,
    /// The numbers of all texts that are there, by path.
    order: Arc<[SourceId]>,
    /// Sorted by path.
    pub assets: Arc<[Asset]>,
}

/// How many texts are copied when one of them changes.
const CHUNK: usize = 256;

impl Sources {
    /// Numbers the texts in the order given, that of their paths.
    pub(crate) fn new(texts: Vec<Source>, assets: Vec<Asset>) -> Self {
        let numbers = (0..).map(SourceId);
        let texts = texts.into_iter().map(StoredSource::from);
        Sources::numbered(numbers.zip(texts).collect(), assets)
    }

    /// Texts that have their numbers, in the order of their paths.
    pub(crate) fn numbered(mut given: Vec<(SourceId, StoredSource)>, assets: Vec<Asset>) -> Self {
        let order = given.iter().map(|(id, _)| *id).collect();
        given.sort_by_key(|(id, _)| *id);
        let mut texts = Vec::with_capacity(given.len());
        for (id, source) in given {
            let gone = || StoredSource {
                path: "".into(),
                text: StoredText::Loaded("".into()),
            };
            texts.resize_with(id.0 as usize, gone);
            texts.push(source);
        }
        Sources {
            texts: texts.chunks(CHUNK).map(Arc::from).collect(),
            order,
            assets: assets.into(),
        }
    }

    /// Replaces the text of a source.
    pub(crate) fn replace(&mut self, id: SourceId, text: StoredText) {
        let piece = self.texts.get_mut(id.0 as usize / CHUNK);
        if let Some(source) = piece.and_then(|piece| {
            let piece: &mut [StoredSource] = Arc::make_mut(piece);
            piece.get_mut(id.0 as usize % CHUNK)
        }) {
            source.text = text;
        }
    }

    fn stored(&self, id: SourceId) -> &StoredSource {
        let place = id.0 as usize;
        &self.texts[place / CHUNK][place % CHUNK]
    }

    /// The path of a text, from the root of the site.
    pub fn path(&self, id: SourceId) -> &str {
        &self.stored(id).path
    }

    /// A text; none if it was evicted.
    pub fn text(&self, id: SourceId) -> Option<&str> {
        self.stored(id).text.in_memory().map(|text| &**text)
    }

    /// A text with its path; none if it was evicted.
    pub(crate) fn get(&self, id: SourceId) -> Option<Source> {
        self.stored(id).in_memory()
    }

    /// The same sources with these texts in memory; one whose file has changed meanwhile stays evicted.
    pub(crate) fn loaded(&self, ids: impl IntoIterator<Item = SourceId>) -> Sources {
        let is_evicted = |id: &SourceId| self.text(*id).is_none();
        let mut evicted: Vec<SourceId> = ids.into_iter().filter(is_evicted).collect();
        evicted.sort_unstable();
        evicted.dedup();
        let loaded = evicted.into_par_iter().filter_map(|id| {
            let text = self.stored(id).text.load().ok()?;
            Some((id, StoredText::Loaded(text)))
        });
        let loaded: Vec<(SourceId, StoredText)> = loaded.collect();
        let mut sources = self.clone();
        for (id, text) in loaded {
            sources.replace(id, text);
        }
        sources
    }

    /// The same sources with all texts in memory.
    pub(crate) fn all_loaded(&self) -> Sources {
        self.loaded(self.order.iter().copied())
    }

    /// How many texts there are.
    pub(crate) fn length(&self) -> usize {
        self.order.len()
    }

    /// All texts, in memory or evicted, in the order of their paths.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (SourceId, &StoredSource)> {
        self.order.iter().map(|&id| (id, self.stored(id)))
    }

    /// The same for many threads at once.
    pub(crate) fn par_iter(
        &self,
    ) -> impl IndexedParallelIterator<Item = (SourceId, &StoredSource)> {
        self.order.par_iter().map(|&id| (id, self.stored(id)))
    }

    /// There is a file, other than a text, at this path.
    pub(crate) fn has_asset(&self, path: &str) -> bool {
        self.assets
            .binary_search_by(|asset| (*asset.path).cmp(path))
            .is_ok()
    }

    /// There is a text in this folder, or below it.
    pub(crate) fn has_folder(&self, folder: &str) -> bool {
        let inner = format!("{folder}/");
        let first = self.order.partition_point(|id| self.path(*id) < &*inner);
        let next = self.order.get(first);
        next.is_some_and(|id| self.path(*id).starts_with(&inner))
    }

    /// The text at this path, if it was read.
    pub(crate) fn find(&self, path: &str) -> Option<SourceId> {
        let here = |id: &SourceId| self.path(*id).cmp(path);
        self.order
            .binary_search_by(here)
            .ok()
            .map(|place| self.order[place])
    }

    /// The texts in memory whose paths begin like this, in their order.
    pub(crate) fn below(&self, folder: &str) -> impl Iterator<Item = (SourceId, Source)> {
        let first = self.order.partition_point(|id| self.path(*id) < folder);
        let all = self.order[first..].iter();
        let below = all.take_while(move |id| self.path(**id).starts_with(folder));
        below.filter_map(|&id| Some((id, self.get(id)?)))
    }
}

impl StoredSource {
    /// The source, if its text is in memory.
    pub(crate) fn in_memory(&self) -> Option<Source> {
        let text = self.text.in_memory()?.clone();
        Some(Source {
            path: self.path.clone(),
            text,
        })
    }

    /// The source with its text, from memory or from its store.
    ///
    /// # Errors
    /// The text was evicted and is not there any more as it was.
    pub(crate) fn load(&self) -> Result<Source, StaleRead> {
        Ok(Source {
            path: self.path.clone(),
            text: self.text.load()?,
        })
    }
}

impl From<Source> for StoredSource {
    fn from(Source { path, text }: Source) -> StoredSource {
        StoredSource {
            path,
            text: StoredText::Loaded(text),
        }
    }
}

/// The whole lines that a range stands in, without the end of the last.
pub(crate) fn lines_around(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[range.end..].find('\n');
    start..end.map_or(text.len(), |length| range.end + length)
}

/// Line and column of a byte, both counted from 1, the column in characters.
pub(crate) fn line_column(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..boundary(text, at)];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (
        before.matches('\n').count() + 1,
        before[line_start..].chars().count() + 1,
    )
}

/// The byte at which a line and column (both from 1, the column in characters) stand; the end of the text if past it.
pub(crate) fn offset(text: &str, line: usize, column: usize) -> usize {
    let start = match line {
        0 | 1 => 0,
        _ => text
            .match_indices('\n')
            .nth(line - 2)
            .map_or(text.len(), |(newline, _)| newline + 1),
    };
    text[start..]
        .char_indices()
        .nth(column.saturating_sub(1))
        .map_or(text.len(), |(at, _)| start + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_of_any_script() {
        let text = "id: a\nаты: Қонаев\n";
        let at = text.find("Қонаев").unwrap();
        assert_eq!(line_column(text, at), (2, 6));
        assert_eq!(offset(text, 2, 6), at);
        assert_eq!(line_column(text, text.len()), (3, 1));
    }
}
