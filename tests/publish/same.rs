//! The same site wherever and however it is built: on other threads, in other time zones and languages, in another folder, of files that
//! the disk lists in another order.

use std::fs;
use std::path::Path;

use super::ground::Tree;
use crate::support::{Site, program, run, tree};

const SETTINGS: [[(&str, &str); 3]; 3] = [
    [
        ("RAYON_NUM_THREADS", "1"),
        ("TZ", "Asia/Almaty"),
        ("LC_ALL", "kk_KZ.UTF-8"),
    ],
    [
        ("RAYON_NUM_THREADS", "7"),
        ("TZ", "America/Adak"),
        ("LC_ALL", "tr_TR.UTF-8"),
    ],
    [("RAYON_NUM_THREADS", "2"), ("TZ", "UTC"), ("LC_ALL", "C")],
];

/// Builds a site in each setting, and gives what each came to, with its manifest.
pub fn built_everywhere(site: &Site) -> [(Tree, Vec<u8>); 3] {
    let mut number = 0;
    SETTINGS.map(|variables| {
        number += 1;
        // Files are made in another order, so that the disk lists them in another.
        let mut files: Vec<(String, Vec<u8>)> = tree(site.root()).into_iter().collect();
        files.sort_by_key(|(path, _)| (path.len() * number) % 7);
        let copy = Site::empty().with_all(files);
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("elsewhere/Сайт с пробелом");
        let built = built(copy.root(), &out, &variables);
        assert!(!built.0.is_empty());
        built
    })
}

fn built(root: &Path, out: &Path, variables: &[(&str, &str)]) -> (Tree, Vec<u8>) {
    let mut build = program();
    build.envs(variables.iter().copied());
    build.args(["build", "--quiet", "--root"]).arg(root);
    let done = run(build.arg("--out").arg(out));
    assert_eq!((done.code, &*done.err), (0, ""));
    let manifest = fs::read(out.with_extension("manifest.json")).unwrap();
    (tree(out), manifest)
}
