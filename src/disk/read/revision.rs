//! Reading a site as it was committed: its texts from git's own store, without a checkout.
//!
//! Takes the folder of a site in a repository and the name of a revision; gives its `site.toml` and `content/` as of then, by
//! the program `git`, which runs no hook and no filter for it. Themes are those of the folder as it is: they hold no figures,
//! and are made for the program of today. Of files that are copied it is known that they are there, no more.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use super::file::parse_text;
use super::snapshot::Snapshot;
use crate::diagnostic::Diagnostic;
use crate::disk::file_names::{FileKind, file_kind, is_static, readable};
use crate::disk::left_out::left_out;
use crate::disk::normalise::compose;
use crate::extract::PrivateFacts;
use crate::source::{Asset, AssetContent, Source, Sources};

/// Why a revision cannot be read.
#[derive(Debug)]
pub(crate) enum RevisionError {
    /// The program `git` cannot be run.
    NoGit(io::Error),
    /// The folder is in no repository.
    NoRepository,
    /// The repository has no such revision.
    Unknown,
    /// Nor has this one, in which only the newest commits are.
    Shallow,
    /// There is no site in this folder at that time.
    NoSite,
    /// Git says something else.
    Git(String),
}

/// A file in a commit.
#[derive(Debug, Clone)]
struct Entry {
    blob: String,
    is_link: bool,
}

/// The site in a folder as it was at a revision.
///
/// # Errors
/// There is no such revision, or git cannot be asked.
pub(crate) fn read_revision(
    root: &Path,
    revision: &str,
) -> Result<(Sources, Vec<Diagnostic>), RevisionError> {
    let commit = commit(root, revision)?;
    // All of the folder: links of the content may lead to what stands beside it.
    let list = ask(root, &["ls-tree", "-r", "-z", &commit])?;
    let mut entries = entries(&list);
    follow_links(root, &mut entries)?;
    if !entries.contains_key("site.toml") {
        return Err(RevisionError::NoSite);
    }
    let wanted: Vec<(String, Entry)> = entries
        .into_iter()
        .filter(|(path, _)| path == "site.toml" || path.starts_with("content/"))
        .filter_map(|(path, entry)| Some((site_path(&path)?, entry)))
        .collect();
    let (texts, copied): (Vec<_>, Vec<_>) = wanted
        .into_iter()
        .partition(|(path, _)| file_kind(path) == FileKind::Text);
    let blobs = blobs(root, texts.iter().map(|(_, entry)| entry.blob.as_str()))?;
    let (mut sources, mut assets) = themes(root);
    let mut found = Vec::new();
    for ((path, _), bytes) in texts.iter().zip(&blobs) {
        match parse_text(path, bytes) {
            Ok(text) => sources.push(Source {
                path: path.as_str().into(),
                text: text.text.into(),
            }),
            Err(wrong) => found.push(wrong),
        }
    }
    assets.extend(copied.into_iter().map(|(path, _)| Asset {
        path: path.into(),
        content: AssetContent::Builtin(&[]),
        size: None,
        facts: PrivateFacts::default(),
        flaw: None,
    }));
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    sources.dedup_by(|a, b| a.path == b.path);
    assets.sort_by(|a, b| a.path.cmp(&b.path));
    assets.dedup_by(|a, b| a.path == b.path);
    Ok((Sources::new(sources, assets), found))
}

/// Whether a revision is known by this name.
pub(crate) fn is_revision(root: &Path, name: &str) -> bool {
    commit(root, name).is_ok()
}

/// The number of the commit that a revision is.
fn commit(root: &Path, revision: &str) -> Result<String, RevisionError> {
    ask(root, &["rev-parse", "--git-dir"]).map_err(|error| match error {
        RevisionError::Git(words) if words.contains("not a git repository") => {
            RevisionError::NoRepository
        }
        // Such as one that git does not trust.
        other => other,
    })?;
    let name = format!("{revision}^{{commit}}");
    let known = ask(
        root,
        &[
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            &name,
        ],
    );
    let unknown = || match ask(root, &["rev-parse", "--is-shallow-repository"]) {
        Ok(said) if said.starts_with(b"true") => RevisionError::Shallow,
        _ => RevisionError::Unknown,
    };
    let said = known.map_err(|error| match error {
        RevisionError::Git(_) => unknown(),
        other => other,
    })?;
    let said = String::from_utf8_lossy(&said);
    // Older programs repeat the option.
    let number = said.lines().rfind(|line| !line.is_empty());
    // `^main` is all but a commit.
    let number = number.filter(|number| number.chars().all(|digit| digit.is_ascii_hexdigit()));
    number.map(str::to_owned).ok_or(RevisionError::Unknown)
}

/// Git in the folder of a site, whatever repository a hook that runs this program is of.
fn git(root: &Path, arguments: &[&str]) -> Command {
    let mut git = Command::new("git");
    let folder = match root.as_os_str().is_empty() {
        true => OsStr::new("."),
        false => root.as_os_str(),
    };
    git.arg("-C").arg(folder).args(arguments);
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        git.env_remove(variable);
    }
    git.env("GIT_OPTIONAL_LOCKS", "0");
    // What it says is looked at.
    git.env("LC_ALL", "C").stdin(Stdio::null());
    git
}

/// What git answers.
fn ask(root: &Path, arguments: &[&str]) -> Result<Vec<u8>, RevisionError> {
    let done = git(root, arguments)
        .output()
        .map_err(RevisionError::NoGit)?;
    match done.status.success() {
        true => Ok(done.stdout),
        false => Err(RevisionError::Git(words(&done.stderr))),
    }
}

/// The first line that git says.
fn words(said: &[u8]) -> String {
    let said = String::from_utf8_lossy(said);
    said.lines().next().unwrap_or_default().to_owned()
}

/// The files of a list by `ls-tree -z`, by their paths. A folder of another repository is none.
fn entries(list: &[u8]) -> BTreeMap<String, Entry> {
    let lines = list.split(|byte| *byte == 0);
    let entry = |line: &[u8]| {
        let line = str::from_utf8(line).ok()?;
        let (head, path) = line.split_once('\t')?;
        let mut head = head.split(' ');
        let (mode, kind, blob) = (head.next()?, head.next()?, head.next()?);
        let entry = Entry {
            blob: blob.to_owned(),
            is_link: mode == "120000",
        };
        (kind == "blob").then(|| (path.to_owned(), entry))
    };
    lines.filter_map(entry).collect()
}

/// Whether a link leads to something that a site is made of.
fn is_of_site(path: &str) -> bool {
    matches!(path, "site.toml" | "content") || path.starts_with("content/")
}

/// Puts what links lead to into their places; one that leads out of the content, or to another link, leads nowhere.
fn follow_links(root: &Path, entries: &mut BTreeMap<String, Entry>) -> Result<(), RevisionError> {
    let links: Vec<(String, Entry)> = entries
        .iter()
        .filter(|(path, entry)| entry.is_link && is_of_site(path))
        .map(|(path, entry)| (path.clone(), entry.clone()))
        .collect();
    entries.retain(|_, entry| !entry.is_link);
    let targets = blobs(root, links.iter().map(|(_, entry)| entry.blob.as_str()))?;
    let plain = entries.clone();
    for ((path, _), target) in links.iter().zip(&targets) {
        let target = String::from_utf8_lossy(target);
        let Some(target) = joined(path, &target) else {
            continue;
        };
        let below = format!("{target}/");
        for (inner, entry) in plain.range(target.clone()..) {
            match inner.strip_prefix(&below) {
                Some(rest) => entries.insert(format!("{path}/{rest}"), entry.clone()),
                None if *inner == target => entries.insert(path.clone(), entry.clone()),
                None if inner.starts_with(&*target) => None,
                None => break,
            };
        }
    }
    Ok(())
}

/// Where a link at a path leads, from the root of the site.
fn joined(link: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = link.split('/').collect();
    parts.pop();
    if target.starts_with('/') {
        return None;
    }
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// The path as sources have it; none of a file that no site reads.
fn site_path(path: &str) -> Option<String> {
    let path = compose(path.to_owned());
    let is_read = |(at, name): (usize, &str)| {
        let parent = path[..at].trim_end_matches('/');
        let is_folder = at + name.len() < path.len();
        let name = OsStr::new(name);
        readable(name).is_ok() && left_out(name, is_folder, is_static(parent)).is_none()
    };
    let mut at = 0;
    for name in path.split('/') {
        if !is_read((at, name)) {
            return None;
        }
        at += name.len() + 1;
    }
    Some(path)
}

/// The bytes of blobs, in their order.
fn blobs<'a>(
    root: &Path,
    wanted: impl Iterator<Item = &'a str>,
) -> Result<Vec<Vec<u8>>, RevisionError> {
    let wanted: Vec<&str> = wanted.collect();
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let mut git = git(root, &["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(RevisionError::NoGit)?;
    let broken = |error: io::Error| RevisionError::Git(error.to_string());
    let (Some(mut into), Some(out)) = (git.stdin.take(), git.stdout.take()) else {
        return Err(RevisionError::Git(String::new()));
    };
    let names = wanted.join("\n") + "\n";
    // It answers while it is asked: both at once, or both would wait for each other.
    let read = std::thread::scope(|scope| {
        scope.spawn(move || into.write_all(names.as_bytes()));
        let mut out = BufReader::new(out);
        wanted
            .iter()
            .map(|_| blob(&mut out))
            .collect::<io::Result<Vec<_>>>()
    });
    let _ = git.wait();
    read.map_err(broken)
}

/// One answer of `cat-file --batch`: a line with the size at its end, the bytes, a line break.
fn blob(out: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut head = String::new();
    out.read_line(&mut head)?;
    let size = head.trim_end().rsplit(' ').next().map(str::parse::<u64>);
    let Some(Ok(size)) = size else {
        return Err(io::Error::other(head.trim_end().to_owned()));
    };
    let mut bytes = Vec::new();
    out.take(size).read_to_end(&mut bytes)?;
    let mut end = [0];
    out.read_exact(&mut end)?;
    Ok(bytes)
}

/// The themes of the folder as it is.
fn themes(root: &Path) -> (Vec<Source>, Vec<Asset>) {
    let (sources, _) = Snapshot::read_themes(root).sources();
    let texts = sources.below("").map(|(_, text)| text).collect();
    (texts, sources.assets.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_from_where_they_stand() {
        let joined = |link, target| joined(link, target);
        assert_eq!(
            joined("content/a/b.yaml", "../c.yaml").as_deref(),
            Some("content/c.yaml")
        );
        assert_eq!(joined("content/a", "./d").as_deref(), Some("content/d"));
        assert_eq!(joined("content/a", "../../../x"), None);
        assert_eq!(joined("content/a", "/etc/passwd"), None);
    }

    #[test]
    fn files_that_no_site_reads_are_left_out() {
        assert_eq!(
            site_path("content/a.yaml").as_deref(),
            Some("content/a.yaml")
        );
        assert_eq!(site_path("content/.hidden/a.yaml"), None);
        assert_eq!(site_path("content/a.yaml~"), None);
    }

    #[test]
    fn of_the_folder_as_it_is_only_themes_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let write = |path: &str| {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "text").unwrap();
        };
        for path in [
            "site.toml",
            "content/regions/a.yaml",
            "content/static/a.pdf",
            "themes/own/theme.toml",
            "themes/own/static/a.woff2",
        ] {
            write(path);
        }
        let (texts, assets) = themes(folder.path());
        let texts = texts.iter().map(|text| &*text.path);
        let paths: Vec<&str> = texts
            .chain(assets.iter().map(|asset| &*asset.path))
            .collect();
        assert!(
            paths.iter().all(|path| path.starts_with("themes/")),
            "{paths:?}"
        );
        for path in [
            "themes/own/theme.toml",
            "themes/own/static/a.woff2",
            "themes/tagzym/theme.toml",
        ] {
            assert!(paths.contains(&path), "{path}: {paths:?}");
        }
    }
}
