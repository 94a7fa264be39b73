//! The ground of publishing tests: a small site in two states, the output that each has to become, and builds that are meddled
//! with.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use crate::support::{Run, Site, program, repository, run, tree};

/// Files by their path.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// What somebody else put beside our files.
pub const THEIRS: (&str, &str) = ("CNAME", "portal.kz\n");

/// What a build leaves in the folder around the output.
pub const AROUND: [&str; 2] = ["dist", "dist.manifest.json"];

/// A site, and an output folder with nothing else around it.
pub struct Ground {
    /// The site in each state.
    pub sites: [Site; 2],
    /// The whole output in each state, with what others put there.
    pub whole: [Tree; 2],
    folder: TempDir,
}

impl Ground {
    /// The output stands in the first state.
    pub fn new() -> Ground {
        let first = Site::base();
        first.copy_from(&repository("tests/sites/themes"), "themes");
        first.edit("site.toml", "\"tagzym\"", "\"plain\"");
        // In one language, so that it is small: it is built many times.
        first.edit("site.toml", "[\"kk\", \"ru\", \"en\"]", "[\"kk\"]");
        for other in ["ru", "en"] {
            let path = format!("content/projects/gym.{other}.md");
            if first.path(&path).exists() {
                first.remove(&path);
            }
        }
        let second = first.copied();
        second.edit("content/projects/gym.kk.md", "5000000", "5000001");
        second.write("content/pages/late.kk.md", "---\ntitle: Жаңа\n---\nБет.\n");
        first.write("content/pages/early.kk.md", "---\ntitle: Ескі\n---\nБет.\n");
        let sites = [first, second];
        let folder = tempfile::tempdir().unwrap();
        let mut ground = Ground {
            sites,
            whole: Default::default(),
            folder,
        };
        for state in [1, 0] {
            let done = ground.build(state);
            assert_eq!(done.code, 0, "{}", done.err);
            fs::write(ground.out().join(THEIRS.0), THEIRS.1).unwrap();
            ground.whole[state] = tree(&ground.out());
        }
        assert_ne!(ground.whole[0], ground.whole[1]);
        ground
    }

    pub fn out(&self) -> PathBuf {
        self.folder.path().join("dist")
    }

    /// The arguments of a build of a state.
    pub fn arguments(&self, state: usize, out: &Path) -> Vec<String> {
        let [root, out] = [self.sites[state].root(), out].map(|path| path.display().to_string());
        let fixed = ["build", "--ui-lang", "en", "--root", &root, "--out", &out];
        fixed.map(str::to_owned).to_vec()
    }

    pub fn build(&self, state: usize) -> Run {
        run(program().args(self.arguments(state, &self.out())))
    }

    /// A build that goes on by itself.
    pub fn start(&self, state: usize) -> Child {
        program()
            .args(self.arguments(state, &self.out()))
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    }

    /// A build under strace, which does to it what these options say. Two threads, so that a system call of each number is met by
    /// one that makes many.
    pub fn traced(&self, state: usize, options: &[&str]) -> Command {
        let program = program();
        let mut command = Command::new("strace");
        command
            .env("RAYON_NUM_THREADS", "1")
            .args(["-f", "-qq", "-o", "/dev/null"])
            .args(options)
            .arg(program.get_program())
            .args(self.arguments(state, &self.out()));
        command
    }

    /// In which state the output is: it has to be wholly in one.
    pub fn state(&self, what: &str) -> usize {
        let found = tree(&self.out());
        self.whole
            .iter()
            .position(|whole| *whole == found)
            .unwrap_or_else(|| panic!("{what}: half a site: {:?}", self.difference(&found)))
    }

    /// Which files are those of neither state, or missing.
    fn difference(&self, found: &Tree) -> Vec<Vec<String>> {
        let differing = |whole: &Tree| {
            let all = whole.keys().chain(found.keys());
            let mut paths: Vec<String> = all
                .filter(|path| whole.get(*path) != found.get(*path))
                .cloned()
                .collect();
            paths.dedup();
            paths
        };
        self.whole.iter().map(differing).collect()
    }

    /// The next build works, and leaves nothing but the output.
    pub fn goes_on(&self, state: usize, what: &str) {
        let done = self.build(state);
        assert_eq!(done.code, 0, "{what}: {}", done.err);
        assert_eq!(self.state(what), state, "{what}");
        assert_eq!(self.around(), AROUND, "{what}");
    }

    /// What is in the folder of the output.
    pub fn around(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap().flatten();
        let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }
}

/// Whether strace is here and may trace.
pub fn can_trace() -> bool {
    let tried = Command::new("strace")
        .args(["-f", "-qq", "-o", "/dev/null", "true"])
        .stderr(Stdio::null())
        .status();
    tried.is_ok_and(|status| status.success())
}
