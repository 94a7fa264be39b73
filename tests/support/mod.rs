//! The builder of end-to-end tests: a site in a folder of its own, what is edited in it, and what the library and the
//! program say and make of it.
//!
//! ```text
//! let site = Site::base().with("content/pages/p.kk.md", "---\ntitle: Бет\n---\n");
//! assert_eq!(site.check(), Vec::<String>::new());
//! site.edit("content/pages/p.kk.md", "Бет", "Парақ");
//! assert!(site.build().read("kk/p/index.html").contains("Парақ"));
//! ```

// The programs under `tests/long/` compile this module whole and use a part of it.
#![allow(dead_code, reason = "each program uses what it needs")]

pub mod axe;
pub mod browser;
pub mod golden;
pub mod host;
pub mod preview;
pub mod skipped;

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, LazyLock, Mutex};

use tagzym::{
    BuildOptions, Diagnostic, Lang, Language, Locator, Preparation, Prepared, Sources, describe,
    has_errors, inspect, language, prepare, render_all,
};
use tempfile::TempDir;

/// A file or folder of this repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A site in a folder of its own, or one of this repository, which is read and never edited.
#[derive(Clone)]
pub struct Site {
    root: PathBuf,
    /// The folder goes when nobody needs it any more.
    folder: Option<Arc<TempDir>>,
}

impl Site {
    /// A folder without a file.
    pub fn empty() -> Site {
        let folder = tempfile::tempdir().unwrap();
        Site {
            root: folder.path().to_owned(),
            folder: Some(Arc::new(folder)),
        }
    }

    /// The files of a case.
    pub fn case(text: &str) -> Site {
        Site::empty().with_all(read_case(text))
    }

    /// The sound site of the hostile cases.
    pub fn base() -> Site {
        Site::case(include_str!("../hostile/base.site"))
    }

    /// A site of `tests/sites/`, with the theme that they share.
    pub fn golden(name: &str) -> Site {
        let site = Site::empty();
        site.copy_from(&repository("tests/sites").join(name).join("site"), "");
        site.copy_from(&repository("tests/sites/themes"), "themes");
        site
    }

    /// The frozen copy of the portal's content, as it stands.
    pub fn portal() -> Site {
        Site {
            root: repository("tests/portal"),
            folder: None,
        }
    }

    /// The same site in a folder of its own, to be edited.
    pub fn copied(&self) -> Site {
        let site = Site::empty();
        site.copy_from(&self.root, "");
        site
    }

    /// The same site with one more file, or another text of it.
    pub fn with(self, path: &str, text: impl AsRef<[u8]>) -> Site {
        self.write(path, text);
        self
    }

    pub fn with_all<P: AsRef<str>, T: AsRef<[u8]>>(
        self,
        files: impl IntoIterator<Item = (P, T)>,
    ) -> Site {
        for (path, text) in files {
            self.write(path.as_ref(), text);
        }
        self
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn path(&self, path: impl AsRef<Path>) -> PathBuf {
        self.root.join(path)
    }

    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        assert!(self.folder.is_some(), "the repository's own files stay");
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|why| panic!("{path}: {why}"))
    }

    /// Writes another text where this one stands first; it has to stand there.
    pub fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} does not have {from:?}");
        self.write(path, text.replacen(from, to, 1));
    }

    /// Deletes a file or a folder.
    pub fn remove(&self, path: &str) {
        assert!(self.folder.is_some(), "the repository's own files stay");
        let path = self.path(path);
        match path.is_dir() {
            true => fs::remove_dir_all(path).unwrap(),
            false => fs::remove_file(path).unwrap(),
        }
    }

    /// Copies all files of a folder into one of the site.
    pub fn copy_from(&self, folder: &Path, to: &str) {
        for (path, bytes) in tree(folder) {
            self.write(format!("{to}/{path}").trim_start_matches('/'), bytes);
        }
    }

    pub fn prepare(&self) -> Preparation {
        prepare(&self.root, &BuildOptions::default())
    }

    /// Every diagnostic as `T0103 path:line:column`, with the other places after ` + `.
    pub fn check(&self) -> Vec<String> {
        let found = self.prepare();
        lines(&found.diagnostics, &found.sources)
    }

    /// Every diagnostic as [`Site::check`] gives it, and below it, indented, its English sentence and what helps to mend
    /// it.
    pub fn check_words(&self) -> Vec<String> {
        words_of(&self.prepare())
    }

    /// What is odd, in the form of [`Site::check`], in a site of which a build says nothing.
    pub fn inspect(&self) -> Vec<String> {
        let found = self.prepare();
        assert_eq!(
            lines(&found.diagnostics, &found.sources),
            Vec::<String>::new(),
            "a build says nothing of it"
        );
        lines(&inspect(&found).diagnostics, &found.sources)
    }

    /// The site, ready to be rendered; it has to be sound.
    pub fn build(&self) -> Built {
        self.build_with(&BuildOptions::default())
    }

    pub fn build_with(&self, options: &BuildOptions) -> Built {
        let found = prepare(&self.root, options);
        let told = lines(&found.diagnostics, &found.sources);
        assert!(!has_errors(&found.diagnostics), "{told:#?}");
        Built {
            prepared: Arc::new(found.prepared.expect("the settings can be used")),
            sources: found.sources,
            told,
            _site: self.clone(),
        }
    }

    /// Runs a command of the program over the site.
    pub fn run(&self, arguments: &[&str]) -> Run {
        run(program().args(arguments).arg("--root").arg(&self.root))
    }

    /// Everything that the program publishes of the site, which has to be sound.
    pub fn publish(
        &self,
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> BTreeMap<String, Vec<u8>> {
        // What lies beside the output is in the folder, too, and goes with it.
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("dist");
        let done = run(program()
            .envs(variables.iter().copied())
            .args(["build", "--quiet", "--root"])
            .arg(&self.root)
            .arg("--out")
            .arg(&out)
            .args(arguments));
        assert_eq!(done.code, 0, "{}", done.err);
        tree(&out)
    }
}

/// A sound site of which any file can be made.
pub struct Built {
    pub prepared: Arc<Prepared>,
    pub sources: Sources,
    /// Its warnings, in the form of [`Site::check`].
    pub told: Vec<String>,
    /// What is copied is read when it is asked for.
    _site: Site,
}

impl Built {
    /// The paths of all files.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.prepared.paths()
    }

    /// Makes one file.
    pub fn read(&self, path: &str) -> String {
        let bytes = self.prepared.bytes_at(path);
        String::from_utf8(bytes.unwrap_or_else(|why| panic!("{path}: {why:?}"))).unwrap()
    }

    /// Makes all files; nothing may be wrong with any.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        self.files_at(|_| true)
    }

    /// Makes all files, with none of which anything may be wrong, and gives those at some paths.
    fn files_at(&self, is_meant: impl Fn(&str) -> bool + Sync) -> BTreeMap<String, Vec<u8>> {
        let files = Mutex::new(BTreeMap::new());
        let made = render_all(&self.prepared, &self.sources, |path, file| {
            if is_meant(path) {
                let bytes = file.into_bytes().expect("what is copied can be read");
                files.lock().unwrap().insert(path.to_owned(), bytes);
            }
            Ok::<(), Infallible>(())
        });
        let Ok(made) = made;
        assert_eq!(made.diagnostics, []);
        files.into_inner().unwrap()
    }

    /// Makes all files and gives the pages among them.
    pub fn pages(&self) -> BTreeMap<String, String> {
        pages(self.files_at(|path| path.ends_with(".html")))
    }
}

/// The pages among all files.
pub fn pages(files: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, String> {
    let pages = files
        .into_iter()
        .filter(|(path, _)| path.ends_with(".html"));
    pages
        .map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
        .collect()
}

/// What a run of the program wrote, and how it ended.
pub struct Run {
    pub out: String,
    pub err: String,
    pub code: i32,
}

pub fn run(command: &mut Command) -> Run {
    let done = command.output().unwrap();
    Run {
        out: String::from_utf8(done.stdout).unwrap(),
        err: String::from_utf8(done.stderr).unwrap(),
        code: done.status.code().expect("it ends by itself"),
    }
}

/// The program itself, in whatever language the system speaks; `TAGZYM_PROGRAM` names another one, such as that of a release.
pub fn program() -> Command {
    let Some(own) = option_env!("CARGO_BIN_EXE_tagzym") else {
        panic!("the unit tests, which compile this module, too, have no program");
    };
    let program = std::env::var_os("TAGZYM_PROGRAM").unwrap_or_else(|| own.into());
    let mut command = Command::new(program);
    for variable in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(variable);
    }
    command
}

/// The files of a case by their path: `== path` begins one, `== expect` what is expected of them. `\u{…}` in a file is
/// that character.
pub fn read_case(text: &str) -> Vec<(String, String)> {
    let sections = text.split("\n== ").skip(1);
    let files = sections.map(|section| section.split_once('\n').unwrap_or((section, "")));
    files
        .filter(|(path, _)| *path != "expect")
        .map(|(path, body)| (path.to_owned(), format!("{}\n", unescape(body))))
        .collect()
}

fn unescape(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut plain = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').expect("\\u{…} is closed");
        plain.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
        plain.push_str(rest);
    }
    plain
}

/// What [`Site::check_words`] gives, of a site that is prepared already.
pub fn words_of(found: &Preparation) -> Vec<String> {
    let mut told: Vec<String> = found
        .diagnostics
        .iter()
        .map(|diagnostic| {
            let place = lines(std::slice::from_ref(diagnostic), &found.sources).concat();
            let said = describe(diagnostic, &ENGLISH);
            let other = said.other.iter().map(|other| format!("\n  + {other}"));
            let helps = said.helps().map(|help| format!("\n  = {help}"));
            let more: String = other.chain(helps).collect();
            format!("{place}\n  {}{more}", said.message)
        })
        .collect();
    told.sort();
    told
}

/// The hostile cases, to be put over [`Site::base`].
pub fn hostile_cases() -> Vec<PathBuf> {
    let entries = fs::read_dir(repository("tests/hostile")).unwrap().flatten();
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    cases.retain(|path| path.extension().is_some_and(|end| end == "case"));
    cases.sort();
    assert!(!cases.is_empty());
    cases
}

/// All files below a folder with their bytes.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = walkdir::WalkDir::new(folder).into_iter().flatten();
    files
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap();
            let bytes = fs::read(entry.path()).unwrap();
            (path.to_string_lossy().into_owned(), bytes)
        })
        .collect()
}

/// What stands in a text between two others, which both have to be there.
pub fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let rest = text.split_once(from).map(|(_, rest)| rest);
    let rest = rest.unwrap_or_else(|| panic!("no {from:?} in\n{text}"));
    let part = rest.split_once(to).map(|(part, _)| part);
    part.unwrap_or_else(|| panic!("no {to:?} after {from:?} in\n{text}"))
}

/// Made once: it takes longer than to prepare a small site.
static ENGLISH: LazyLock<Language> = LazyLock::new(|| language(Lang::En));

pub fn lines(diagnostics: &[Diagnostic], sources: &Sources) -> Vec<String> {
    let mut locator = Locator::new(sources);
    let mut place = |at: &_| {
        let location = locator.locate(at);
        match locator.lines_and_columns(&location) {
            Some(((line, column), _)) => format!("{}:{line}:{column}", location.path),
            None => location.path,
        }
    };
    let mut lines: Vec<String> = diagnostics
        .iter()
        .map(|diagnostic| {
            let mut line = format!("{} {}", diagnostic.code.number(), place(&diagnostic.at));
            for other in &diagnostic.others {
                line.push_str(&format!(" + {}", place(other)));
            }
            line
        })
        .collect();
    lines.sort();
    lines
}
