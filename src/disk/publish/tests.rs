//! Tests of publishing: outputs that are replaced, refused and rolled back.
//!
//! Takes folders that it makes itself; knows nothing of what a page is.

mod refused;

use std::collections::BTreeMap;

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
        Publication::begin(&self.path(out), &self.path("site"))
    }

    /// Publishes these files into `site/dist`.
    fn publish(&self, files: &[(&str, &str)]) {
        let publication = self.begin("site/dist").unwrap();
        for (path, text) in files {
            publication.put(path, text.as_bytes()).unwrap();
        }
        publication.commit().unwrap();
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
        texts(&[
            (".tagzym", MARKER_TEXT),
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
    let publication = ground.begin("site/dist").unwrap();
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
    let publication = ground.begin("site/dist").unwrap();
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

#[cfg(unix)]
#[test]
fn links_in_an_old_output_are_removed_and_not_followed() {
    let ground = Ground::new();
    ground.publish(&[("index.html", "1")]);
    fs::create_dir(ground.path("precious")).unwrap();
    fs::write(ground.path("precious/a"), "a").unwrap();
    std::os::unix::fs::symlink(ground.path("precious"), ground.path("site/dist/link")).unwrap();
    ground.publish(&[("index.html", "2")]);
    assert!(!ground.path("site/dist/link").exists());
    assert!(ground.path("precious/a").exists());
}

#[test]
fn a_repository_in_the_output_stays() {
    let ground = Ground::new();
    ground.publish(&[("index.html", "1")]);
    fs::create_dir(ground.path("site/dist/.git")).unwrap();
    fs::write(ground.path("site/dist/.git/HEAD"), "ref").unwrap();
    ground.publish(&[("index.html", "2")]);
    assert_eq!(ground.files()[".git/HEAD"], b"ref");
}

#[test]
fn what_a_killed_run_wrote_is_cleared_away() {
    let ground = Ground::new();
    ground.publish(&[("index.html", "1")]);
    let before = ground.files();
    let publication = ground.begin("site/dist").unwrap();
    publication.put("kk/half.html", b"half").unwrap();
    std::mem::forget(publication);
    drop(ground.begin("site/dist").unwrap());
    assert_eq!(ground.files(), before);
}
