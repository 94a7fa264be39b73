//! A site in two states, each with its output, and what has to hold wherever one is brought over the other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use crate::support::{Site, repository, tree};
use tempfile::TempDir;

/// Files by their path.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// A site in two states, `first` and `second`, each with its output.
pub struct States {
    folder: TempDir,
}

// Each program uses what it needs.
#[allow(dead_code)]
impl States {
    pub fn new() -> States {
        let site = Site::base();
        site.copy_from(&repository("themes/tagzym"), "themes/tagzym");
        // In one language, so that it is small.
        site.edit("site.toml", "[\"kk\", \"ru\", \"en\"]", "[\"kk\"]");
        site.remove("content/projects/gym.ru.md");
        site.write("content/pages/early.kk.md", "---\ntitle: Ескі\n---\nБет.\n");
        let states = States {
            folder: tempfile::tempdir().unwrap(),
        };
        states.build(&site, "first");
        site.remove("content/pages/early.kk.md");
        site.write("content/pages/late.kk.md", "---\ntitle: Жаңа\n---\nБет.\n");
        site.edit("content/projects/gym.kk.md", "5000000", "5000001");
        restyle(&site);
        states.build(&site, "second");
        states
    }

    /// The portal: `project` is another in one project, `second` in its style, too.
    pub fn portal() -> States {
        let site = Site::empty();
        for folder in ["content", "themes"] {
            site.copy_from(&repository(folder), folder);
        }
        let settings = fs::read_to_string(repository("site.toml")).unwrap();
        site.write("site.toml", settings);
        let states = States {
            folder: tempfile::tempdir().unwrap(),
        };
        states.build(&site, "first");
        let mut projects = tree(&site.path("content/projects")).into_keys();
        let project = projects.find(|path| path.ends_with(".kk.md"));
        let path = format!("content/projects/{}", project.unwrap());
        site.write(&path, site.read(&path) + "\nЖаңа сөйлем.\n");
        states.build(&site, "project");
        restyle(&site);
        states.build(&site, "second");
        states
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn build(&self, site: &Site, out: &str) {
        let out = self.path(out);
        let done = site.run(&["build", "--quiet", "--out", out.to_str().unwrap()]);
        assert_eq!((done.code, &*done.err), (0, ""));
    }

    /// The output of a state, but for the mark of the folder.
    pub fn output(&self, state: &str) -> Tree {
        let mut output = tree(&self.path(state));
        output.remove(".tagzym").unwrap();
        output
    }
}

/// Gives a site another style, so that all its pages are others.
fn restyle(site: &Site) {
    let styles = fs::read_dir(site.path("themes/tagzym/static")).unwrap();
    let styles = styles.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    for style in styles.filter(|name| name.ends_with(".css")) {
        let path = format!("themes/tagzym/static/{style}");
        site.write(&path, site.read(&path) + "\n.new { color: inherit }\n");
    }
}

/// The files of the site that a page names, and the pages that it links to.
fn named(page: &str) -> BTreeSet<String> {
    let attributes = ["href=\"/", "src=\"/", "href=/", "src=/"];
    let mut named = BTreeSet::new();
    for attribute in attributes {
        for (at, _) in page.match_indices(attribute) {
            let rest = &page[at + attribute.len()..];
            let end = rest.find(['"', ' ', '>', '?', '#']).unwrap_or(rest.len());
            let path = &rest[..end];
            named.insert(match path.is_empty() || path.ends_with('/') {
                true => format!("{path}index.html"),
                false => path.to_owned(),
            });
        }
    }
    named
}

/// What is served at a moment: every page names only assets that are there, and every page that could be read before names only pages
/// that are there.
pub fn assert_leads_nowhere_wrong(served: &Tree, before: &Tree, what: &str) {
    for (path, bytes) in served.iter().filter(|(path, _)| path.ends_with(".html")) {
        let is_new = !before.contains_key(path);
        for name in named(std::str::from_utf8(bytes).unwrap()) {
            let is_page = name.ends_with(".html");
            assert!(
                served.contains_key(&name) || is_page && is_new,
                "{what}: {path} leads to {name}, which is not there"
            );
        }
    }
}
