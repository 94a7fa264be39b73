//! Tests of publishing: outputs that are replaced, refused and rolled back.
//!
//! Takes folders that it makes itself; knows nothing of what a page is.

mod carried;
mod killed;
mod refused;

use std::collections::BTreeMap;
use std::io;
use std::time::Duration;

use tempfile::TempDir;

use super::*;

/// A folder that holds a site, with its output beside it.
struct Ground {
    folder: TempDir,
}

impl Ground {
    fn new() -> Ground {
        let folder = tempfile::tempdir().unwrap();
        for name in ["site/content/static", "site/themes"] {
            fs::create_dir_all(folder.path().join(name)).unwrap();
        }
        Ground { folder }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn begin(&self, out: &str) -> Result<Publication, PublishError> {
        let patience = Patience {
            at_most: Duration::ZERO,
            tell: &|_| {},
        };
        Publication::begin(&self.path(out), &self.path("site"), &patience)
    }

    /// Publishes these files into `site/dist`; nothing else may be left beside it.
    fn publish(&self, files: &[(&str, &str)]) -> Published {
        let mut publication = self.begin("site/dist").unwrap();
        for (path, text) in files {
            publication.put(path, text.as_bytes()).unwrap();
        }
        let published = publication.commit().unwrap();
        drop(publication);
        assert_eq!(self.beside(), ["content", "dist", "themes"]);
        published
    }

    /// The same where something else stands beside the output.
    fn publish_anew(&self, files: &[(&str, &str)]) {
        let mut publication = self.begin("site/dist").unwrap();
        for (path, text) in files {
            publication.put(path, text.as_bytes()).unwrap();
        }
        publication.commit().unwrap();
    }

    /// What is in the folder of the site.
    fn beside(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path("site")).unwrap().flatten();
        let names = entries.map(|entry| entry.file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    /// Files, folders and the marker of an output with these files.
    fn output(&self, files: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        let mut all = texts(files);
        let mut paths: Vec<&str> = files
            .iter()
            .map(|(path, _)| *path)
            .filter(|path| !path.ends_with('/'))
            .collect();
        paths.sort();
        all.insert(
            MARKER.to_owned(),
            marker::text(paths.into_iter()).into_bytes(),
        );
        all
    }

    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        files(&self.path("site/dist"))
    }
}

/// Everything below a folder: path → bytes; a folder has its path with `/` at the end.
pub(super) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    walkdir::WalkDir::new(folder)
        .min_depth(1)
        .into_iter()
        .map(|entry| {
            let entry = entry.unwrap();
            let path = entry
                .path()
                .strip_prefix(folder)
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned();
            if entry.file_type().is_dir() {
                (path + "/", Vec::new())
            } else {
                (path, fs::read(entry.path()).unwrap())
            }
        })
        .collect()
}

fn texts(files: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    files
        .iter()
        .map(|(path, text)| (path.to_string(), text.as_bytes().to_vec()))
        .collect()
}

#[test]
fn an_output_is_replaced_as_a_whole() {
    let ground = Ground::new();
    ground.publish(&[
        ("index.html", "1"),
        ("kk/old/index.html", "old"),
        ("gone.txt", ""),
    ]);
    ground.publish(&[("index.html", "2"), ("kk/new/index.html", "new")]);
    assert_eq!(
        ground.files(),
        ground.output(&[
            ("index.html", "2"),
            ("kk/", ""),
            ("kk/new/", ""),
            ("kk/new/index.html", "new"),
        ])
    );
}

#[test]
fn many_threads_write_at_once() {
    use rayon::prelude::*;
    let ground = Ground::new();
    let mut publication = ground.begin("site/dist").unwrap();
    (0..500).into_par_iter().for_each(|number| {
        let path = format!("a/b{}/c{}/{number}.html", number % 3, number % 7);
        publication.put(&path, path.as_bytes()).unwrap();
    });
    publication.commit().unwrap();
    let files = ground.files();
    let pages: Vec<_> = files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .collect();
    assert_eq!(pages.len(), 500);
    assert!(
        pages
            .iter()
            .all(|(path, bytes)| path.as_bytes() == bytes.as_slice())
    );
}

#[test]
fn a_build_that_fails_leaves_the_last_output_byte_for_byte() {
    let ground = Ground::new();
    ground.publish(&[("index.html", "good"), ("kk/index.html", "good")]);
    let before = ground.files();
    let publication = ground.begin("site/dist").unwrap();
    publication.put("index.html", b"half").unwrap();
    drop(publication);
    assert_eq!(ground.files(), before);
}

#[test]
fn a_first_build_that_fails_leaves_no_trace() {
    let ground = Ground::new();
    let publication = ground.begin("deep/er/dist").unwrap();
    publication.put("a/index.html", b"half").unwrap();
    drop(publication);
    assert!(!ground.path("deep").exists());

    fs::create_dir(ground.path("empty")).unwrap();
    drop(ground.begin("empty").unwrap());
    assert_eq!(files(&ground.path("empty")), BTreeMap::new());
}

#[test]
fn assets_are_copied_with_the_permissions_of_all_files() {
    let ground = Ground::new();
    let source = ground.path("site/content/static/a.pdf");
    fs::write(&source, "pdf").unwrap();
    let mut closed = fs::metadata(&source).unwrap().permissions();
    closed.set_readonly(true);
    fs::set_permissions(&source, closed).unwrap();
    let mut publication = ground.begin("site/dist").unwrap();
    let file = AssetContent::File {
        path: source.clone(),
        length: 3,
    };
    publication.copy("docs/a.pdf", &file).unwrap();
    publication
        .copy("site.css", &AssetContent::Builtin(b"css"))
        .unwrap();
    let gone = AssetContent::File {
        path: ground.path("gone.pdf"),
        length: 0,
    };
    let error = publication.copy("gone.pdf", &gone).unwrap_err();
    assert!(
        matches!(&error, PublishError::Io { doing: Deed::Read, path, error }
            if *path == ground.path("gone.pdf") && error.kind() == io::ErrorKind::NotFound),
        "{error:?}"
    );
    publication.commit().unwrap();
    assert_eq!(ground.files()["docs/a.pdf"], b"pdf");
    assert_eq!(ground.files()["site.css"], b"css");
    let copied = fs::metadata(ground.path("site/dist/docs/a.pdf")).unwrap();
    assert!(!copied.permissions().readonly());
}

#[test]
fn what_did_not_change_is_not_written() {
    let ground = Ground::new();
    let first = ground.publish(&[("a.html", "a"), ("kk/b.html", "b"), ("c", "c")]);
    let changes = |published: &Published| -> Vec<(String, Change)> {
        let files = published.files.iter();
        files.map(|file| (file.path.clone(), file.change)).collect()
    };
    let all = |change| ["a.html", "c", "kk/b.html"].map(|path| (path.to_owned(), change));
    assert_eq!(changes(&first), all(Change::New));
    assert_eq!(first.way, Way::Exchange);
    let stamp = |path: &str| {
        let metadata = fs::metadata(ground.path("site/dist").join(path)).unwrap();
        (metadata.modified().unwrap(), inode(&metadata))
    };
    let before = [stamp(""), stamp("a.html"), stamp("kk/b.html")];
    let second = ground.publish(&[("a.html", "a"), ("kk/b.html", "b"), ("c", "c")]);
    assert_eq!(changes(&second), all(Change::Same));
    assert_eq!(second.way, Way::None);
    assert_eq!([stamp(""), stamp("a.html"), stamp("kk/b.html")], before);
    let digests = |published: &Published| -> Vec<(u64, String)> {
        let files = published.files.iter();
        files.map(|file| (file.bytes, file.sha256_text())).collect()
    };
    assert_eq!(digests(&first), digests(&second));
    assert_eq!(
        digests(&first)[0],
        (
            1,
            "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb".to_owned()
        )
    );

    let third = ground.publish(&[("a.html", "A"), ("kk/b.html", "b"), ("d", "d")]);
    assert_eq!(
        changes(&third),
        [
            ("a.html".to_owned(), Change::Changed),
            ("d".to_owned(), Change::New),
            ("kk/b.html".to_owned(), Change::Same),
        ]
    );
    assert_eq!(third.gone, ["c"]);
    assert_eq!(stamp("kk/b.html"), before[2]);
    assert_ne!(stamp("a.html"), before[1]);
    let expected = [("a.html", "A"), ("d", "d"), ("kk/", ""), ("kk/b.html", "b")];
    assert_eq!(ground.files(), ground.output(&expected));
}

#[cfg(unix)]
fn inode(metadata: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn inode(_metadata: &fs::Metadata) -> u64 {
    0
}

#[test]
fn a_file_that_somebody_changed_or_deleted_comes_back() {
    let ground = Ground::new();
    ground.publish(&[("a", "a"), ("b", "b")]);
    fs::write(ground.path("site/dist/a"), "x").unwrap();
    fs::remove_file(ground.path("site/dist/b")).unwrap();
    let published = ground.publish(&[("a", "a"), ("b", "b")]);
    let changes: Vec<Change> = published.files.iter().map(|file| file.change).collect();
    assert_eq!(changes, [Change::Changed, Change::New]);
    assert_eq!(ground.files(), ground.output(&[("a", "a"), ("b", "b")]));
}
