//! A preview in which somebody must not be named, and whose files change unnoticed.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tempfile::TempDir;

use super::answer::{Answer, Content, answer};
use super::overlay::Words;
use super::rebuild::RebuildWorker;
use super::site_version::SiteVersion;
use crate::diagnostic::Code;
use crate::disk::read::Snapshot;
use crate::model::lang::Lang;
use crate::pipeline::BuildOptions;
use crate::report::message::language;

/// A site with a file that is only copied, as it was read.
struct Ground {
    folder: TempDir,
    worker: RebuildWorker,
    version: SiteVersion,
    words: Words,
}

impl Ground {
    fn new() -> Ground {
        let folder = tempfile::tempdir().unwrap();
        let sites = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
        copy(&sites.join("sums/site"), folder.path());
        copy(&sites.join("themes"), &folder.path().join("themes"));
        fs::create_dir_all(folder.path().join("content/static")).unwrap();
        fs::write(folder.path().join("content/static/a.txt"), "a word").unwrap();
        let snapshot = Snapshot::read(folder.path());
        let on_event = Arc::new(|_: super::PreviewEvent<'_>| {});
        let mut worker =
            RebuildWorker::new(snapshot, BuildOptions::default(), Arc::default(), on_event);
        let version = worker.begin();
        assert!(!version.has_errors());
        let words = Words {
            language: language(Lang::En),
            root: folder.path().to_owned(),
            editor_url: None,
            limit: 10,
        };
        Ground {
            folder,
            worker,
            version,
            words,
        }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("content/static/a.txt")
    }

    fn answer(&self) -> Answer {
        answer(&self.version, "/a.txt", &self.words)
    }

    /// The page that says what is wrong.
    fn refusal(&self) -> String {
        let answer = self.answer();
        assert_eq!(answer.status, 500);
        match answer.body {
            Content::Page { text, .. } => text,
            _ => panic!("it is no page"),
        }
    }

    /// What the check of all pages finds.
    fn checked(&self) -> Vec<Code> {
        let checked = self.worker.check(&self.version).unwrap();
        let found = checked.checked.unwrap();
        found.iter().map(|wrong| wrong.code).collect()
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.unwrap();
        let to = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(to).unwrap();
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

#[test]
fn a_file_is_given_as_it_was_looked_through() {
    let ground = Ground::new();
    let stream = || match ground.answer().body {
        Content::File(stream) => stream,
        _ => panic!("it is no file"),
    };
    assert_eq!(ground.answer().status, 200);
    assert_eq!(stream().piece().unwrap(), b"a word");
    let mut stream = stream();
    fs::write(ground.file(), "p-0001").unwrap();
    assert!(stream.piece().is_err());
    let shown = ground.refusal();
    assert!(shown.contains("T0225"), "{shown}");
    assert_eq!(ground.checked(), [Code::NameLeaks]);
}

#[test]
fn a_file_that_cannot_be_looked_through_is_an_error() {
    let ground = Ground::new();
    assert_eq!(ground.checked(), []);
    fs::remove_file(ground.file()).unwrap();
    let shown = ground.refusal();
    assert!(shown.contains("T0001"), "{shown}");
    assert!(shown.contains("content/static/a.txt"), "{shown}");
    assert_eq!(ground.checked(), [Code::Unreadable]);
}
