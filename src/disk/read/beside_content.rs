//! Content beside `content/`: `patrons.yaml` or a folder `patrons/` in the root of a site, which nobody reads.
//!
//! Takes the root, gives a diagnostic for each such file or folder with the place where it belongs. Reads no file.

use std::fs;
use std::path::Path;

use walkdir::WalkDir;

use crate::diagnostic::{At, Code, Diagnostic};

/// The folders of records and of texts in the content of a site.
const OF_RECORDS: [&str; 8] = [
    "awards",
    "corrections",
    "directions",
    "editions",
    "figures",
    "objects",
    "patrons",
    "regions",
];
const OF_TEXTS: [&str; 3] = ["news", "pages", "projects"];

/// So deep a folder is looked through for records and texts, and so many things in it.
const DEPTH: usize = 3;
const LOOKED_AT: usize = 200;

/// What stands in the root of a site and belongs into its content, each with its name.
pub(super) fn content_beside(root: &Path) -> Vec<(String, Diagnostic)> {
    let entries = fs::read_dir(root).into_iter().flatten().flatten();
    let found = entries.filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        let kind = entry.file_type().ok()?;
        let right = match kind.is_dir() {
            true => folder(&entry.path(), &name)?,
            false => file(&name).filter(|_| kind.is_file())?,
        };
        let told = Diagnostic::new(Code::UnknownFile, At::File(name.clone()));
        let told = told.with("what", "beside");
        Some((name, told.with("right", right)))
    });
    let mut found: Vec<(String, Diagnostic)> = found.collect();
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    found
}

/// Where a file of records belongs.
fn file(name: &str) -> Option<String> {
    let (stem, ending) = name.rsplit_once('.')?;
    let is_meant = OF_RECORDS.contains(&stem) && matches!(ending, "yaml" | "yml");
    is_meant.then(|| format!("content/{stem}/{name}"))
}

/// Where a folder with the name of a kind belongs, if it holds what can be of that kind.
fn folder(path: &Path, name: &str) -> Option<String> {
    let ends: &[&str] = match name {
        name if OF_TEXTS.contains(&name) => &[".kk.md", ".ru.md", ".en.md"],
        name if OF_RECORDS.contains(&name) => &[".yaml", ".yml"],
        _ => return None,
    };
    let holds = |file: &str| ends.iter().any(|end| file.ends_with(end));
    let inside = WalkDir::new(path).max_depth(DEPTH).into_iter();
    let mut inside = inside.take(LOOKED_AT).flatten();
    let is_content = inside.any(|entry| entry.file_name().to_str().is_some_and(holds));
    is_content.then(|| format!("content/{name}/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kind::RecordKind;

    #[test]
    fn every_kind_of_record_has_its_folder_here() {
        for kind in RecordKind::ALL {
            let folder = kind.folder();
            assert_eq!(OF_TEXTS.contains(&folder), kind.is_write_up(), "{folder}");
            assert_ne!(OF_RECORDS.contains(&folder), kind.is_write_up(), "{folder}");
        }
    }
}
