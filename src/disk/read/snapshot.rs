//! A snapshot of a site's files, updated incrementally: only files that may have changed are read again.
//!
//! Takes a folder and what changed in it, gives sources that are the same as those of a full read but for their
//! numbers: a text keeps its number and, while nobody changes it, its allocation. Bodies of prose can be evicted; they
//! are then loaded again from a text store. Never asks for modification times. Knows nothing of who reports the
//! changes.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::file::{FoundFile, Outcome, read_file};
use super::text_store::FileTextStore;
use super::walk::{SITE, THEMES, Top, walk};

use crate::diagnostic::{At, Code, Diagnostic};
use crate::disk::file_names::is_static;
use crate::disk::left_out::{LeftOut, left_out};
use crate::disk::normalise::compose;
use crate::disk::theme::{FOLDER, builtin_theme};
use crate::disk::watch::Changes;
use crate::extract::PrivateFacts;
use crate::extract::picture::PictureFlaw;
use crate::source::{Asset, AssetContent, Source, SourceId, Sources, StoredSource, StoredText};

/// The files of a site with what was last read of them.
pub(crate) struct Snapshot {
    root: PathBuf,
    /// What of the site is read.
    tops: &'static [Top],
    /// By path from the root.
    files: BTreeMap<Arc<str>, File>,
    /// What the last walk found wrong, each with the path that it is sorted by.
    problems: Vec<(String, Diagnostic)>,
    has_builtin_folder: bool,
    /// Some file was reached by a symbolic link: then a path that changed does not say which files changed.
    has_links: bool,
    numbers: HashMap<Arc<str>, SourceId>,
    builtin: (Vec<Source>, Vec<Asset>),
    /// What was given last, kept up to date; none if it was invalidated, as by files that came or went.
    given: Option<(Sources, Vec<Diagnostic>)>,
    /// The paths of files that were loaded since the last eviction.
    fresh: Vec<Arc<str>>,
}

/// One file: where the disk has it, and what was read.
struct File {
    file: Arc<Path>,
    content: Content,
    /// The number of its text, once it has one.
    number: Option<SourceId>,
}

enum Content {
    Text {
        text: StoredText,
        /// A control character in it that is to be reported.
        control: Option<(char, Range<usize>)>,
    },
    Asset {
        length: u64,
        size: Option<(u32, u32)>,
        facts: PrivateFacts,
        flaw: Option<PictureFlaw>,
    },
    Failed(Diagnostic),
}

impl File {
    /// The text of the file, evicted, if it is prose of the content: pages are made without looking at it again.
    fn evicted(&self, path: &Arc<str>) -> Option<StoredText> {
        match &self.content {
            Content::Text {
                text,
                control: None,
            } if path.starts_with("content/") && path.ends_with(".md") => {
                let loaded = text.in_memory()?;
                let store = FileTextStore::new(path.clone(), self.file.clone(), loaded);
                Some(text.evicted(Arc::new(store)))
            }
            _ => None,
        }
    }
}

impl Content {
    /// A text of which nothing is to be reported.
    fn is_sound_text(&self) -> bool {
        matches!(self, Content::Text { control: None, .. })
    }
}

impl Snapshot {
    /// Reads all files of a site.
    pub(crate) fn read(root: &Path) -> Snapshot {
        Snapshot::read_parts(root, SITE)
    }

    /// Reads the themes of a site, and nothing of its content.
    pub(super) fn read_themes(root: &Path) -> Snapshot {
        Snapshot::read_parts(root, THEMES)
    }

    fn read_parts(root: &Path, tops: &'static [Top]) -> Snapshot {
        let mut snapshot = Snapshot {
            root: root.to_owned(),
            tops,
            files: BTreeMap::new(),
            problems: Vec::new(),
            has_builtin_folder: false,
            has_links: false,
            numbers: HashMap::new(),
            builtin: builtin_theme(),
            given: None,
            fresh: Vec::new(),
        };
        snapshot.walk(|_| true, Reread::Compare);
        snapshot
    }

    /// Reads what changed and gives the paths of what is new, different or gone, sorted. Of assets only
    /// the length is known: one that somebody wrote to is taken for different.
    pub(crate) fn update(&mut self, changes: &Changes) -> Vec<String> {
        let changed = match changes {
            Changes::Anything => return self.walk(|_| true, Reread::Compare),
            Changes::Paths(_) if self.has_links => return self.walk(|_| true, Reread::Compare),
            Changes::Paths(paths) => paths,
        };
        let mut plain = Vec::new();
        let mut others = BTreeSet::new();
        for file in changed {
            let Some(path) = self.path_of(file) else {
                continue;
            };
            let known = self.files.get(path.as_str());
            let is_file = fs::symlink_metadata(file).map(|metadata| metadata.is_file());
            match (known, is_file) {
                (Some(known), Ok(true)) if *known.file == **file => plain.push(FoundFile {
                    path,
                    file: file.clone(),
                }),
                // Temporary files, which come and go while an editor saves another.
                (None, Err(_)) if !self.has_below(&path) && !self.has_problem(&path) => {}
                _ => {
                    others.insert(path);
                }
            }
        }
        if !others.is_empty() {
            others.extend(plain.into_iter().map(|found| found.path));
            let is_inside = |path: &str| {
                let ends = path.match_indices('/').map(|(at, _)| at);
                ends.chain([path.len()])
                    .any(|end| others.contains(&path[..end]))
            };
            return self.walk(is_inside, Reread::Compare);
        }
        let read: Vec<(FoundFile, Content)> = plain
            .into_par_iter()
            .map_init(Vec::new, |room, found| content(found, room))
            .collect();
        let mut different = Vec::new();
        for (found, content) in read {
            let Some(known) = self.files.get_mut(found.path.as_str()) else {
                continue;
            };
            let was_sound = known.content.is_sound_text();
            if !renew(&mut known.content, content, Reread::Written) {
                continue;
            }
            self.fresh.push(found.path.as_str().into());
            match (&mut self.given, known.number, &known.content) {
                (Some((sources, _)), Some(number), Content::Text { text, .. })
                    if was_sound && known.content.is_sound_text() =>
                {
                    sources.replace(number, text.clone());
                }
                _ => self.given = None,
            }
            different.push(found.path);
        }
        different.sort();
        different
    }

    /// Reads all files again, and keeps their texts in memory until the next eviction; gives the paths of what is new,
    /// different or gone.
    pub(crate) fn reload(&mut self) -> Vec<String> {
        self.walk(|_| true, Reread::Load)
    }

    /// The sources, and what is wrong with files.
    pub(crate) fn sources(&mut self) -> (Sources, Vec<Diagnostic>) {
        match &self.given {
            Some(given) => given.clone(),
            None => {
                let all = self.all();
                self.given.insert(all).clone()
            }
        }
    }

    /// Evicts the prose that was loaded since the last eviction: its texts are loaded again if a message has to show
    /// them.
    pub(crate) fn evict_bodies(&mut self) {
        let fresh = std::mem::take(&mut self.fresh);
        let files = &self.files;
        let evicted: Vec<(Arc<str>, StoredText)> = fresh
            .into_par_iter()
            .filter_map(|path| {
                let evicted = files.get(&path)?.evicted(&path)?;
                Some((path, evicted))
            })
            .collect();
        for (path, evicted) in evicted {
            let Some(file) = self.files.get_mut(&path) else {
                continue;
            };
            if let (Some((sources, _)), Some(number)) = (&mut self.given, file.number) {
                sources.replace(number, evicted.clone());
            }
            if let Content::Text { text, .. } = &mut file.content {
                *text = evicted;
            }
        }
    }

    fn all(&mut self) -> (Sources, Vec<Diagnostic>) {
        let mut texts: Vec<(SourceId, StoredSource)> = Vec::with_capacity(self.files.len());
        let mut assets = Vec::new();
        let mut problems = self.problems.clone();
        let mut next = self.numbers.len() as u32;
        let mut number = |path: &Arc<str>| {
            *self.numbers.entry(path.clone()).or_insert_with(|| {
                next += 1;
                SourceId(next - 1)
            })
        };
        let (builtin_texts, builtin_assets) = &self.builtin;
        let is_used = !self.has_builtin_folder;
        let mut builtin = builtin_texts.iter().filter(|_| is_used).peekable();
        for (path, file) in &mut self.files {
            while let Some(source) = builtin.next_if(|source| source.path < *path) {
                texts.push((number(&source.path), source.clone().into()));
            }
            match &file.content {
                Content::Text { text, control } => {
                    let id = *file.number.get_or_insert_with(|| number(path));
                    if let Some((character, range)) = control {
                        let at = At::span(id, range.clone());
                        let character = format!("U+{:04X}", u32::from(*character));
                        let diagnostic = Diagnostic::new(Code::ControlCharacter, at);
                        problems.push((path.to_string(), diagnostic.with("character", character)));
                    }
                    let (path, text) = (path.clone(), text.clone());
                    texts.push((id, StoredSource { path, text }));
                }
                Content::Asset {
                    length,
                    size,
                    facts,
                    flaw,
                } => assets.push(Asset {
                    path: path.clone(),
                    content: AssetContent::File {
                        path: file.file.to_path_buf(),
                        length: *length,
                    },
                    size: *size,
                    facts: *facts,
                    flaw: *flaw,
                }),
                Content::Failed(diagnostic) => {
                    problems.push((path.to_string(), diagnostic.clone()));
                }
            }
        }
        texts.extend(builtin.map(|source| (number(&source.path), source.clone().into())));
        assets.extend(builtin_assets.iter().filter(|_| is_used).cloned());
        assets.sort_by(|a, b| a.path.cmp(&b.path));
        problems.sort_by(|(a, _), (b, _)| a.cmp(b));
        let diagnostics = problems.into_iter().map(|(_, problem)| problem).collect();
        (Sources::numbered(texts, assets), diagnostics)
    }

    /// Finds all files anew, and reads those that are new and those that may have changed.
    fn walk(&mut self, may_differ: impl Fn(&str) -> bool, reread: Reread) -> Vec<String> {
        self.given = None;
        let walked = walk(&self.root, self.tops);
        let mut before = std::mem::take(&mut self.files);
        let mut to_read = Vec::new();
        for found in walked.files {
            match before.remove_entry(found.path.as_str()) {
                Some((path, known)) if *known.file == *found.file && !may_differ(&found.path) => {
                    self.files.insert(path, known);
                }
                known => to_read.push((found, known)),
            }
        }
        // Only what is left has no file any more.
        let mut different: Vec<String> = before.into_keys().map(|path| path.to_string()).collect();
        let read: Vec<_> = to_read
            .into_par_iter()
            .map_init(Vec::new, |room, (found, known)| {
                (content(found, room), known)
            })
            .collect();
        for ((found, content), known) in read {
            let file = found.file;
            let (path, known) = match known {
                Some((path, mut known)) => {
                    known.file = file.into();
                    let is_different = renew(&mut known.content, content, reread);
                    if is_different || reread == Reread::Load {
                        self.fresh.push(path.clone());
                    }
                    if is_different {
                        different.push(found.path);
                    }
                    (path, known)
                }
                None => {
                    let path: Arc<str> = found.path.as_str().into();
                    different.push(found.path);
                    self.fresh.push(path.clone());
                    let new = File {
                        file: file.into(),
                        content,
                        number: None,
                    };
                    (path, new)
                }
            };
            self.files.insert(path, known);
        }
        if self.problems != walked.problems {
            let (old, new) = (&self.problems, &walked.problems);
            let gone = old.iter().filter(|problem| !new.contains(problem));
            let come = new.iter().filter(|problem| !old.contains(problem));
            different.extend(gone.chain(come).map(|(path, _)| path.clone()));
        }
        if self.has_builtin_folder != walked.has_builtin_folder {
            different.push(FOLDER.to_owned());
        }
        self.problems = walked.problems;
        self.has_builtin_folder = walked.has_builtin_folder;
        self.has_links = walked.has_links;
        different.sort();
        different.dedup();
        different
    }

    /// The path from the root of something that a site is read from; none for what is passed over.
    fn path_of(&self, file: &Path) -> Option<String> {
        let mut path = String::new();
        for name in file.strip_prefix(&self.root).ok()?.components() {
            let name = name.as_os_str();
            // What an editor keeps beside a file comes and goes while it works: nobody has to be told at once.
            let why = left_out(name, false, is_static(&path));
            if matches!(
                why,
                Some(LeftOut::Silently | LeftOut::Backup | LeftOut::History)
            ) {
                return None;
            }
            if !path.is_empty() {
                path.push('/');
            }
            path.push_str(&name.to_string_lossy());
        }
        Some(compose(path))
    }

    fn has_problem(&self, path: &str) -> bool {
        self.problems.iter().any(|(of, _)| of == path)
    }

    fn has_below(&self, path: &str) -> bool {
        let folder: Arc<str> = format!("{path}/").into();
        let mut after = self.files.range(folder.clone()..);
        path == FOLDER
            || after
                .next()
                .is_some_and(|(path, _)| path.starts_with(&*folder))
    }
}

/// Reads a file. `room` is a buffer for its bytes, used again for thousands of files.
fn content(found: FoundFile, room: &mut Vec<u8>) -> (FoundFile, Content) {
    let content = match read_file(&found, room) {
        Outcome::Text(text) => Content::Text {
            text: StoredText::Loaded(text.text.into()),
            control: text.control,
        },
        Outcome::Asset {
            length,
            size,
            facts,
            flaw,
        } => Content::Asset {
            length,
            size,
            facts,
            flaw,
        },
        Outcome::Failed(diagnostic) => Content::Failed(diagnostic),
    };
    (found, content)
}

/// Why a file is read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reread {
    /// It may have changed.
    Compare,
    /// Somebody wrote to it.
    Written,
    /// Its text is to be loaded.
    Load,
}

/// Puts new content into the place of the old and says whether it differs; an equal text stays where it is in memory.
fn renew(old: &mut Content, new: Content, reread: Reread) -> bool {
    if let (Content::Text { text: old, .. }, Content::Text { text: new, .. }) = (&mut *old, &new)
        && let (None, Some(loaded)) = (old.in_memory(), new.in_memory())
        && reread == Reread::Load
        && old.is(loaded)
    {
        *old = old.reloaded(loaded);
    }
    let is_same = match (&*old, &new) {
        (
            Content::Text {
                text: a,
                control: x,
            },
            Content::Text {
                text: b,
                control: y,
            },
        ) => b.in_memory().is_some_and(|b| a.is(b)) && x == y,
        (Content::Asset { length: old, .. }, Content::Asset { length: new, .. }) => {
            reread != Reread::Written && old == new
        }
        (Content::Failed(old), Content::Failed(new)) => old == new,
        _ => false,
    };
    if !is_same {
        *old = new;
    }
    !is_same
}
