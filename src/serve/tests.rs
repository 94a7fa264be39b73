//! Tests of the preview: a site with an anonymous patron, whose files change unnoticed.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use super::answer::{Answer, Content, answer, takes_a_look};
use super::overlay::Words;
use super::rebuild::RebuildWorker;
use super::site_version::SiteVersion;
use crate::diagnostic::Code;
use crate::disk::read::Snapshot;
use crate::disk::watch::Changes;
use crate::inside::support::Site;
use crate::model::lang::Lang;
use crate::pipeline::BuildOptions;
use crate::report::message::language;

/// A site with a copied file, as it was read.
struct Ground {
    site: Site,
    worker: RebuildWorker,
    version: SiteVersion,
    words: Words,
}

impl Ground {
    fn new() -> Ground {
        let site = Site::golden("sums").with("content/static/a.txt", "a word");
        let snapshot = Snapshot::read(site.root());
        let on_event = Arc::new(|_: super::PreviewEvent<'_>| {});
        let mut worker =
            RebuildWorker::new(snapshot, BuildOptions::default(), Arc::default(), on_event);
        let version = worker.begin();
        assert!(!version.has_errors());
        let words = Words {
            language: language(Lang::En),
            root: site.root().to_owned(),
            editor_url: None,
            lines: true,
            limit: 10,
        };
        Ground {
            site,
            worker,
            version,
            words,
        }
    }

    fn file(&self) -> PathBuf {
        self.site.path("content/static/a.txt")
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

    /// Writes a file of the site and takes it in.
    fn write(&mut self, path: &str, text: &str) {
        let path = self.site.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        let change = (Changes::Paths([path].into()), self.version.upto);
        self.version = self.worker.rebuild(&self.version, change).0;
    }

    /// What is wrong before all pages are checked; the plain theme has words that it never shows.
    fn found(&self) -> Vec<Code> {
        let found = self.version.diagnostics();
        let codes = found.iter().map(|wrong| wrong.code);
        codes.filter(|code| *code != Code::MessageUnused).collect()
    }

    /// What the check of all pages finds.
    fn checked(&self) -> Vec<Code> {
        let checked = self.worker.check(&self.version).unwrap();
        let found = checked.checked.unwrap();
        found.iter().map(|wrong| wrong.code).collect()
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
    let [settings, written, gone] = [
        "site.toml",
        "content/projects/gym.ru.md",
        "content/projects/well.en.md",
    ]
    .map(|name| ground.site.path(name));
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
fn an_edited_acceptance_holds_at_once() {
    let mut ground = Ground::new();
    let settings = fs::read_to_string(ground.site.path("site.toml")).unwrap();
    let figure = "id: f\nmeasure: support\nprecision: exact\namount: 100\nbreakdown:\n  \
                  - {label: {kk: А, ru: А, en: A}, amount: 60}\n\
                  source: {title: Газет, url: 'https://gazeta.kz'}\n";
    for (in_record, in_settings, codes) in [
        ("", "", &[Code::FigureContradicts][..]),
        ("T0219", "", &[]),
        (
            "T0220",
            "",
            &[Code::FigureContradicts, Code::NeedlessAcceptance],
        ),
        ("", "T0219", &[]),
        ("T0219", "T0219", &[Code::NeedlessAcceptance]),
        ("", "", &[Code::FigureContradicts]),
    ] {
        let accept = |code: &str, text: String| match code {
            "" => String::new(),
            _ => text,
        };
        let of_record = format!("accept: [{{warning: {in_record}, why: so}}]\n");
        let of_record = accept(in_record, of_record);
        ground.write("content/figures/f.yaml", &format!("{figure}{of_record}"));
        let of_file = format!(
            "\n[[accept]]\nwarning = \"{in_settings}\"\nwhy = \"so\"\nfile = \"content/figures/f.yaml\"\n"
        );
        let of_file = accept(in_settings, of_file);
        ground.write("site.toml", &format!("{settings}{of_file}"));
        assert_eq!(ground.found(), codes, "{of_record}{of_file}");
    }
}

#[test]
fn a_namesake_that_is_accepted_is_shown() {
    let mut ground = Ground::new();
    let status = |ground: &Ground| answer(&ground.version, "/kk/p/", &ground.words).status;
    let page = |accept: &str| format!("---\ntitle: Бет\n{accept}---\n\np-0001\n");
    ground.write("content/pages/p.kk.md", &page(""));
    assert_eq!(status(&ground), 500);
    let accept = "accept: [{warning: T0225, patron: p-0001, why: a part number}]\n";
    ground.write("content/pages/p.kk.md", &page(accept));
    assert_eq!(status(&ground), 200);
    assert_eq!(ground.checked(), []);
    ground.write("content/static/a.txt", "p-0001");
    assert!(ground.refusal().contains("T0225"));
    let settings = fs::read_to_string(ground.site.path("site.toml")).unwrap();
    let accept = "\n[[accept]]\nwarning = \"T0225\"\npatron = \"p-0001\"\nwhy = \"a part number\"\nfile = \"a.txt\"\n";
    ground.write("site.toml", &format!("{settings}{accept}"));
    assert_eq!(ground.answer().status, 200);
    assert_eq!(ground.checked(), []);
    ground.write("content/static/a.txt", "a word");
    assert_eq!(ground.checked(), [Code::NeedlessAcceptance]);
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
        let path = ground.site.path(path);
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
