//! End to end: every folder of `tests/sites/` holds a small site and the tree that `build` must make of it, to the byte.
//!
//! Set `UPDATE=1` to write down what is made now; then read the difference before you keep it. The arguments of the
//! build stand in a file `arguments`, one on a line. The sites share the plain theme of `tests/sites/themes/`, which shows
//! figures and addresses and nothing else, so that a tree can be read.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn every_site_becomes_its_tree() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
    let mut wrong = Vec::new();
    let mut names: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    names.retain(|case| case.join("site").is_dir());
    names.sort();
    assert!(!names.is_empty());
    for case in names {
        let (root, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        copy(&case.join("site"), root.path());
        copy(&folder.join("themes"), &root.path().join("themes"));
        let arguments = fs::read_to_string(case.join("arguments")).unwrap_or_default();
        let done = Command::new(env!("CARGO_BIN_EXE_tagzym"))
            .args(["build", "--quiet", "--root"])
            .arg(root.path())
            .arg("--out")
            .arg(out.path())
            .args(arguments.lines())
            .output()
            .unwrap();
        let name = case.file_name().unwrap().to_string_lossy().into_owned();
        assert!(
            done.status.success(),
            "{name}: {}",
            String::from_utf8_lossy(&done.stderr)
        );
        let made = tree(out.path());
        let expected = tree(&case.join("expected"));
        if made == expected {
            continue;
        }
        if std::env::var_os("UPDATE").is_some() {
            let _ = fs::remove_dir_all(case.join("expected"));
            for (path, bytes) in &made {
                let path = case.join("expected").join(path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, bytes).unwrap();
            }
        }
        for path in made
            .keys()
            .chain(expected.keys())
            .collect::<std::collections::BTreeSet<_>>()
        {
            if made.get(path) != expected.get(path) {
                let text = |tree: &BTreeMap<String, Vec<u8>>| {
                    tree.get(path).map_or("(not there)".into(), |bytes| {
                        String::from_utf8_lossy(bytes).into_owned()
                    })
                };
                wrong.push(format!(
                    "{name}: {path}\n--- expected\n{}\n--- made\n{}",
                    text(&expected),
                    text(&made)
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in tree(from) {
        fs::create_dir_all(to.join(&path).parent().unwrap()).unwrap();
        fs::write(to.join(&path), bytes).unwrap();
    }
}

/// All files below a folder with their bytes, our marker left out.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = walkdir::WalkDir::new(folder)
        .into_iter()
        .flatten()
        .filter(|entry| entry.file_type().is_file());
    let relative = |path: &Path| {
        path.strip_prefix(folder)
            .unwrap()
            .to_string_lossy()
            .into_owned()
    };
    files
        .map(|entry| (relative(entry.path()), fs::read(entry.path()).unwrap()))
        .filter(|(path, _)| path != ".tagzym")
        .collect()
}
