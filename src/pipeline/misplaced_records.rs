//! Files of records with a wrong name or in a wrong folder: each is an error that names where it belongs, since all that it
//! holds is on no page and in no sum, and nothing that it may hold is missing.
//!
//! Takes what was found of files that nobody reads and their paths; gives the same, such files with their right paths.

use crate::diagnostic::{At, Code, Diagnostic};
use crate::model::kind::RecordKind;
use crate::model::lang::Lang;
use crate::model::site::Site;
use crate::plan::stray::right_name;
use crate::records::{ContentKind, classify};
use crate::source::Sources;

/// How names of files of records may end that are not spelled right; tables and others hold something else.
const ENDINGS: [&str; 7] = ["", "yaml", "yml", "json", "txt", "yaml.txt", "yml.txt"];

/// Where a file that is not read would be a file of records; none if it is another file.
pub(super) fn meant_records(path: &str, languages: &[Lang]) -> Option<String> {
    let (folder, name) = path.rsplit_once('/')?;
    let is_of_records =
        |path: &String| matches!(classify(path, languages), ContentKind::Records(_));
    if folder == "content/static" || folder.starts_with("content/static/") {
        return None;
    }
    let (stem, ending) = name.split_once('.').unwrap_or((name, ""));
    if !ENDINGS.contains(&&*ending.to_lowercase()) {
        return None;
    }
    let same_folder = match right_name(path) {
        Some(right) => Some(format!("{folder}/{right}")),
        None if ending.is_empty() => Some(format!("{folder}/{name}.yaml")),
        None => None,
    };
    let of_kind = RecordKind::of_folder(stem).map(|_| format!("content/{stem}/{stem}.yaml"));
    let meant = same_folder.filter(is_of_records);
    meant.or_else(|| of_kind.filter(is_of_records))
}

/// Names the right paths of such files.
pub(super) fn tell_misplaced_records(found: &mut [Diagnostic], sources: &Sources, site: &Site) {
    for wrong in found {
        let At::File(path) = &wrong.at else { continue };
        if !matches!(wrong.code, Code::StrayFile | Code::UnknownFile) {
            continue;
        }
        let right = meant_records(path, &site.languages);
        if let Some(right) = right.filter(|right| sources.find(right).is_none()) {
            *wrong = Diagnostic::new(Code::MisnamedFile, wrong.at.clone()).with("right", right);
        }
    }
}
