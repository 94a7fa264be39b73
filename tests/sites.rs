//! End to end: every folder of `tests/sites/` holds a small site and the tree that `build` must make of it, to the byte.
//!
//! Set `UPDATE=1` to write down what is made now; then read the difference before you keep it. The arguments of the
//! build stand in a file `arguments`, one on a line. The sites share the plain theme of `tests/sites/themes/`, which shows
//! figures and addresses and nothing else, so that a tree can be read.

use std::collections::BTreeSet;
use std::fs;

use crate::support::{Site, golden, repository, tree};

#[test]
fn every_site_becomes_its_tree() {
    let entries = fs::read_dir(repository("tests/sites")).unwrap().flatten();
    let mut names: Vec<String> = entries
        .filter(|entry| entry.path().join("site").is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert!(!names.is_empty());
    let mut wrong = Vec::new();
    for name in names {
        let case = repository("tests/sites").join(&name);
        let arguments = fs::read_to_string(case.join("arguments")).unwrap_or_default();
        let arguments: Vec<&str> = arguments.lines().collect();
        let mut made = Site::golden(&name).publish(&arguments, &[]);
        made.remove(".tagzym"); // Our marker.
        let expected = case.join("expected");
        let paths: BTreeSet<String> = made
            .keys()
            .cloned()
            .chain(tree(&expected).into_keys())
            .collect();
        for path in paths {
            let bytes = made.get(&path).map(Vec::as_slice);
            wrong.extend(golden::difference(&expected.join(path), bytes));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
