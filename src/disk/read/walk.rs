//! Directory walk: finds the files of a site, follows symbolic links inside it, reports pipes, sockets and devices.
//!
//! Takes a folder, gives the plain files that a site is made of with their paths. Opens no file: opening a pipe would
//! block. Knows nothing of what a file is for.

use std::ffi::OsStr;
use std::fs::{self, FileType};
use std::io;
use std::path::{Component, Path, PathBuf};

use ahash::HashMap;
use walkdir::WalkDir;

use super::beside_content::content_beside;
use super::file::{FoundFile, unreadable};
use crate::diagnostic::{At, Code, Diagnostic};
use crate::disk::file_names::{escape_marks, is_static, readable};
use crate::disk::left_out::left_out;
use crate::disk::normalise::compose;
use crate::disk::theme::FOLDER;
use crate::source::text::windows::{Unholdable, unholdable};

/// Everything that a walk found.
#[derive(Debug, Default)]
pub(super) struct Walked {
    pub files: Vec<FoundFile>,
    /// Each with the path that it is sorted by.
    pub problems: Vec<(String, Diagnostic)>,
    /// Whether some file was reached by a link.
    pub has_links: bool,
    /// Whether the site has a folder at the place of the built-in theme.
    pub has_builtin_folder: bool,
}

/// A walk that is under way.
struct Walk {
    /// The root without links: what links must not lead out of.
    real_root: PathBuf,
    /// The same of the files that are copied as they are: what links in there must not lead out of.
    real_static: Option<PathBuf>,
    /// The last name of each path met so far, as the disk spells it.
    spellings: HashMap<String, String>,
    walked: Walked,
}

/// What a site's root holds: its name, and whether it is a folder.
pub(super) type Top = (&'static str, bool);

/// All of it.
pub(super) const SITE: &[Top] = &[("site.toml", false), ("content", true), THEMES[0]];

/// The themes alone.
pub(super) const THEMES: &[Top] = &[("themes", true)];

/// Finds the files of a site, of these parts of it, below a folder.
pub(super) fn walk(root: &Path, tops: &[Top]) -> Walked {
    let here = Path::new(".");
    let root = if root == Path::new("") { here } else { root };
    let mut walk = Walk {
        real_root: fs::canonicalize(root).unwrap_or_else(|_| root.to_owned()),
        real_static: fs::canonicalize(root.join("content/static")).ok(),
        spellings: HashMap::default(),
        walked: Walked::default(),
    };
    for (name, is_folder) in tops {
        walk.top(root, name, *is_folder);
    }
    if tops.iter().any(|(name, _)| *name == "content") {
        walk.walked.problems.extend(content_beside(root));
    }
    walk.walked
}

impl Walk {
    /// One of the things that a site's root holds.
    fn top(&mut self, root: &Path, name: &str, folder_expected: bool) {
        let path = root.join(name);
        let kind = match fs::symlink_metadata(&path) {
            Ok(metadata) => metadata.file_type(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                if !folder_expected {
                    let missing = Diagnostic::new(Code::NoSite, At::File(name.to_owned()));
                    self.problem(name, missing);
                }
                return;
            }
            Err(error) => return self.problem(name, unreadable(name, &error)),
        };
        // What a link leads to; one that leads nowhere stays a link.
        let target = fs::metadata(&path).map_or(kind, |metadata| metadata.file_type());
        if target.is_file() && folder_expected {
            self.not_a_file(name, "not-a-folder");
        } else if target.is_dir() && !folder_expected {
            self.not_a_file(name, "folder");
        } else if kind.is_dir() {
            self.folder(&path, name, false);
        } else {
            self.visit(path, name, kind, false);
        }
    }

    /// Walks a folder. `linked`: it was reached by a link, so that links to folders are not followed further.
    fn folder(&mut self, start: &Path, path: &str, linked: bool) {
        self.walked.has_builtin_folder |= path == FOLDER;
        let mut entries = WalkDir::new(start).sort_by_file_name().into_iter();
        // The walk goes depth first: the paths of the folders around the entry that it is at.
        let mut folders = vec![path.to_owned()];
        while let Some(entry) = entries.next() {
            let entry = match entry {
                Ok(entry) if entry.depth() == 0 => continue,
                Ok(entry) => entry,
                Err(error) => {
                    self.failed(start, path, &error);
                    continue;
                }
            };
            folders.truncate(entry.depth());
            let parent = folders.last().map_or(path, String::as_str);
            let kind = entry.file_type();
            match self.accept(parent, entry.file_name(), kind.is_dir()) {
                Some(path) if kind.is_dir() => {
                    self.walked.has_builtin_folder |= path == FOLDER;
                    folders.push(path);
                }
                Some(path) => self.visit(entry.into_path(), &path, kind, linked),
                None if kind.is_dir() => entries.skip_current_dir(),
                None => {}
            }
        }
    }

    /// A folder below `start` could not be looked into.
    fn failed(&mut self, start: &Path, path: &str, error: &walkdir::Error) {
        let inside = error
            .path()
            .and_then(|whole| whole.strip_prefix(start).ok())
            .into_iter()
            .flatten()
            .fold(path.to_owned(), |path, name| {
                format!("{path}/{}", name.to_string_lossy())
            });
        let inside = compose(inside);
        if let Some(error) = error.io_error() {
            self.problem(&inside, unreadable(&inside, error));
        }
    }

    /// The path of an entry in NFC, if it is to be looked at.
    fn accept(&mut self, parent: &str, name: &OsStr, is_folder: bool) -> Option<String> {
        if let Some(why) = left_out(name, is_folder, is_static(parent)) {
            if let Some(what) = why.word() {
                let path = compose(format!("{parent}/{}", name.to_string_lossy()));
                let diagnostic = Diagnostic::new(Code::LeftOut, At::File(path.clone()));
                self.problem(&path, diagnostic.with("what", what));
            }
            return None;
        }
        let spelled = match readable(name) {
            Ok(spelled) => spelled,
            Err(shown) => {
                self.bad_name(&format!("{parent}/{shown}"), shown);
                return None;
            }
        };
        let name = compose(spelled.to_owned());
        let path = format!("{parent}/{name}");
        if !self.suits_windows(&path, &name) {
            return None;
        }
        let Some(other) = self.spellings.get(&path) else {
            self.spellings.insert(path.clone(), spelled.to_owned());
            return Some(path);
        };
        // The same spelling twice stands in two folders of equal names, which are named already.
        if other != spelled {
            let both = format!("{}, {}", escape_marks(other), escape_marks(spelled));
            self.bad_name(&path, both);
        }
        // What such a folder holds is read all the same, or every link to it would be an error too.
        is_folder.then_some(path)
    }

    /// Reports a name in the content that Windows cannot hold. False if a second mistake would follow from it.
    fn suits_windows(&mut self, path: &str, name: &str) -> bool {
        let why = path.starts_with("content/").then(|| unholdable(name));
        let Some(why) = why.flatten() else {
            return true;
        };
        let diagnostic = Diagnostic::new(Code::WindowsName, At::File(path.to_owned()));
        let diagnostic = diagnostic.with("name", name).with("what", why.word());
        self.problem(path, diagnostic);
        is_static(path) || why == Unholdable::Device
    }

    /// Something that is not a folder.
    fn visit(&mut self, file: PathBuf, path: &str, kind: FileType, linked: bool) {
        if kind.is_file() {
            self.found(path, file);
        } else if kind.is_symlink() {
            self.link(file, path, linked);
        } else {
            self.not_a_file(path, odd_kind(kind));
        }
    }

    fn link(&mut self, file: PathBuf, path: &str, linked: bool) {
        self.walked.has_links = true;
        let target = fs::canonicalize(&file).and_then(|target| {
            let metadata = fs::metadata(&target)?;
            Ok((target, metadata.file_type()))
        });
        let (target, kind) = match target {
            Ok(target) => target,
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                return self.problem(path, unreadable(path, &error));
            }
            // Links that lead to each other lead nowhere too.
            Err(_) => return self.not_a_file(path, "link-nowhere"),
        };
        if !target.starts_with(&self.real_root) {
            self.not_a_file(path, "link-outside");
        } else if self.leads_astray(path, &target) {
            self.not_a_file(path, "link-hidden");
        } else if kind.is_file() {
            self.found(path, file);
        } else if !kind.is_dir() {
            self.not_a_file(path, odd_kind(kind));
        } else if holds(&target, &file) {
            self.not_a_file(path, "link-circle");
        } else if linked {
            // Folders full of links to each other would be walked without end, or nearly so.
            self.not_a_file(path, "link-in-link");
        } else {
            self.folder(&file, path, true);
        }
    }

    /// Whether a link leads to what is not for readers: to something hidden or left out, or from the files that are copied
    /// as they are to a file that is not one of them.
    fn leads_astray(&self, path: &str, target: &Path) -> bool {
        let of_static = self.real_static.as_ref();
        let inside = of_static.and_then(|real| target.strip_prefix(real).ok());
        let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
        if inside.is_none() && is_static(parent) {
            return true;
        }
        let rest = inside.or(target.strip_prefix(&self.real_root).ok());
        let is_left_out =
            |part: Component<'_>| left_out(part.as_os_str(), false, inside.is_some()).is_some();
        rest.is_some_and(|rest| rest.components().any(is_left_out))
    }

    fn found(&mut self, path: &str, file: PathBuf) {
        let path = path.to_owned();
        self.walked.files.push(FoundFile { path, file });
    }

    fn not_a_file(&mut self, path: &str, what: &str) {
        let diagnostic = Diagnostic::new(Code::NotAFile, At::File(path.to_owned()));
        self.problem(path, diagnostic.with("what", what));
    }

    fn bad_name(&mut self, path: &str, shown: String) {
        let diagnostic = Diagnostic::new(Code::FileName, At::File(path.to_owned()));
        self.problem(path, diagnostic.with("name", shown));
    }

    fn problem(&mut self, path: &str, diagnostic: Diagnostic) {
        self.walked.problems.push((path.to_owned(), diagnostic));
    }
}

/// Whether a link stands in the folder that it leads to.
fn holds(target: &Path, link: &Path) -> bool {
    link.parent()
        .and_then(|parent| fs::canonicalize(parent).ok())
        .is_some_and(|parent| parent.starts_with(target))
}

#[cfg(unix)]
fn odd_kind(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    if kind.is_fifo() {
        "pipe"
    } else if kind.is_socket() {
        "socket"
    } else {
        "device"
    }
}

#[cfg(not(unix))]
fn odd_kind(_: FileType) -> &'static str {
    "device"
}
