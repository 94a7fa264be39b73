//! Tests of the preview: a site with an anonymous patron, whose files change unnoticed.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tempfile::TempDir;

use super::answer::{Answer, Content, answer, takes_a_look};
use super::overlay::Words;
use super::rebuild::RebuildWorker;
use super::site_version::SiteVersion;
use crate::diagnostic::Code;
use crate::disk::read::Snapshot;
use crate::disk::watch::Changes;
use crate::model::lang::Lang;
use crate::pipeline::BuildOptions;
use crate::report::message::language;

/// A site with a copied file, as it was read.
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

#[test]
fn texts_that_somebody_writes_to_while_they_are_read_again_are_taken_in() {
    let mut ground = Ground::new();
    let path = |name: &str| ground.folder.path().join(name);
    let [settings, written, gone] = [
        "site.toml",
        "content/projects/gym.ru.md",
        "content/projects/well.en.md",
    ]
    .map(path);
    // Under other settings all texts are loaded again, those that were evicted from their files.
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, text.replace("Портал", "Сайт")).unwrap();
    // The events of these changes have not come yet.
    fs::write(&written, "---\ntitle: Спортзал\n---\nОткрыт.\n").unwrap();
    fs::remove_file(&gone).unwrap();
    let rebuild = |worker: &mut RebuildWorker, version: &SiteVersion, paths: &[&PathBuf]| {
        let paths = paths.iter().map(|path| path.to_path_buf()).collect();
        worker.rebuild(version, (Changes::Paths(paths), version.upto + 1))
    };
    let (version, files) = rebuild(&mut ground.worker, &ground.version, &[&settings]);
    assert_eq!(
        files,
        [
            "content/projects/gym.ru.md",
            "content/projects/well.en.md",
            "site.toml"
        ]
    );
    assert!(!version.has_errors());
    match answer(&version, "/ru/projects/gym/", &ground.words).body {
        Content::Page { text, .. } => assert!(text.contains("Открыт."), "{text}"),
        _ => panic!("it is no page"),
    }
    // What was read for that is evicted again.
    let sources = &version.site.sources;
    let kept = sources.find("content/projects/gym.kk.md").unwrap();
    assert_eq!(sources.text(kept), None);
    // When the events come, there is nothing new in them.
    let (_, files) = rebuild(&mut ground.worker, &version, &[&written, &gone]);
    assert_eq!(files, [""; 0]);
}

#[test]
fn a_check_of_all_pages_gives_way_to_a_change() {
    let mut ground = Ground::new();
    assert!(ground.worker.check(&ground.version).is_some());
    ground.version.upto += 1;
    assert!(ground.worker.check(&ground.version).is_none());
}

#[test]
fn an_unchanged_file_is_looked_through_once() {
    let mut ground = Ground::new();
    let is_unseen = |version: &SiteVersion| takes_a_look(version, "/a.txt");
    assert!(is_unseen(&ground.version));
    assert_eq!(ground.answer().status, 200);
    assert!(!is_unseen(&ground.version));
    // Another version of the site looks for the same names.
    let change = |ground: &Ground, path: &str, from: &str, to: &str| {
        let path = ground.folder.path().join(path);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{text}");
        fs::write(&path, text.replace(from, to)).unwrap();
        (Changes::Paths([path].into()), ground.version.upto)
    };
    let changed = change(&ground, "site.toml", "Портал", "Сайт");
    ground.version = ground.worker.rebuild(&ground.version, changed).0;
    assert!(!is_unseen(&ground.version));
    // The check of all pages keeps what it saw as well, and sees what changed.
    fs::write(ground.file(), "p-0001 and more").unwrap();
    assert!(is_unseen(&ground.version));
    assert_eq!(ground.checked(), [Code::NameLeaks]);
    assert!(!is_unseen(&ground.version));
    assert!(ground.refusal().contains("T0225"));
    // Other names are looked for.
    fs::write(ground.file(), "Hidden Soul").unwrap();
    assert_eq!(ground.answer().status, 200);
    let changed = change(
        &ground,
        "content/patrons/p.yaml",
        "Secret Soul",
        "Hidden Soul",
    );
    ground.version = ground.worker.rebuild(&ground.version, changed).0;
    assert!(is_unseen(&ground.version));
    assert!(ground.refusal().contains("T0225"));
}
