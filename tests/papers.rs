//! The papers for readers of the repository lead somewhere: every file that they name is there.

use std::fs;
use std::path::Path;

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
    let mut missing = Vec::new();
    for paper in PAPERS {
        let text = fs::read_to_string(root.join(paper)).unwrap();
        let folder = root.join(paper).parent().unwrap().to_owned();
        // What stands in code is named from the root; a link goes from the paper's own folder.
        let in_code = text.split('`').skip(1).step_by(2);
        let in_code = in_code
            .filter(|code| is_program_path(code))
            .map(|path| root.join(path));
        let links = text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next());
        let is_file =
            |link: &&str| !link.starts_with(['#', '@', '/']) && !link.contains([':', ' ']);
        let links = links
            .filter(is_file)
            .filter_map(|link| link.split('#').next());
        let links = links
            .filter(|link| link.ends_with(".md"))
            .map(|link| folder.join(link));
        missing.extend(in_code.chain(links).filter(|path| !path.exists()));
    }
    assert_eq!(missing, Vec::<std::path::PathBuf>::new());
}

/// A file or folder of the program, with nothing in it that stands for others.
fn is_program_path(code: &str) -> bool {
    let is_inside = ["src/", "benches/", "tests/"]
        .iter()
        .any(|folder| code.starts_with(folder));
    is_inside && !code.contains(['*', '<', ' ', '\n'])
}
