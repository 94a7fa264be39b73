//! The papers for readers of the repository lead somewhere: every paper that they link and every file of the program that
//! they name is there.

use std::fs;
use std::path::{Path, PathBuf};

/// Papers that name files of the program.
const PAPERS: [&str; 4] = [
    "README.md",
    "docs/architecture.md",
    "docs/content.md",
    "docs/glossary.md",
];

#[test]
fn every_file_that_is_named_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut files, mut papers) = (0, 0);
    let mut missing = Vec::new();
    for paper in PAPERS {
        let text = fs::read_to_string(root.join(paper)).unwrap();
        let folder = root.join(paper).parent().unwrap().to_owned();
        // What stands in code is named from the root; a link goes from the paper's own folder.
        let in_code = text.split('`').skip(1).step_by(2);
        let in_code: Vec<_> = in_code
            .filter(|code| is_program_path(code))
            .map(|path| root.join(path))
            .collect();
        let links = text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next());
        let is_file =
            |link: &&str| !link.starts_with(['#', '@', '/']) && !link.contains([':', ' ']);
        let links = links
            .filter(is_file)
            .filter_map(|link| link.split('#').next());
        let links: Vec<_> = links
            .filter(|link| link.ends_with(".md"))
            .map(|link| folder.join(link))
            .collect();
        files += in_code.len();
        papers += links.len();
        let named = in_code.into_iter().chain(links);
        missing.extend(named.filter(|path| !path.exists()));
    }
    assert_eq!(missing, Vec::<PathBuf>::new());
    assert!(files > 100 && papers > 10, "{files} files, {papers} papers");
}

/// A file or folder of the program, with nothing in it that stands for others.
fn is_program_path(code: &str) -> bool {
    let is_inside = ["src/", "benches/", "tests/"]
        .iter()
        .any(|folder| code.starts_with(folder));
    is_inside && !code.contains(['*', '<', ' ', '\n'])
}
