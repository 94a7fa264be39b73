//! Ids for new records: what a name proposes, and what files hold already.
//!
//! Takes names and paths, gives ids. Whether an id is free is not known here.

use crate::locale::{transliterate, without_legal_form};
use crate::model::id::MAX_ID;
use crate::model::kind::RecordKind;

/// The id that the path of a file of a kind tells: `gym` of `content/projects/akmola/gym/index.kk.md`.
pub(crate) fn id_of_file(path: &str, kind: RecordKind) -> Option<&str> {
    let folders = path.strip_prefix("content/")?.strip_prefix(kind.folder())?;
    let (folder, name) = folders.rsplit_once('/')?;
    match name.split('.').next()? {
        "index" => folder.rsplit('/').next(),
        stem => Some(stem),
    }
}

/// A name in Latin letters, whole words of it, as long as an id may be. The legal form of a patron tells nothing.
pub(crate) fn proposal(name: &str, kind: RecordKind) -> String {
    let bare = match kind {
        RecordKind::Patron => without_legal_form(name),
        _ => name,
    };
    let mut id = transliterate(bare);
    // Room for a number behind it.
    while id.len() > MAX_ID - 4 {
        match id.rfind('-') {
            Some(end) => id.truncate(end),
            None => id.truncate(MAX_ID - 4),
        }
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_tells_the_id_of_what_stands_in_it() {
        let of = |path| id_of_file(path, RecordKind::Project);
        assert_eq!(of("content/projects/akmola/gym/index.kk.md"), Some("gym"));
        assert_eq!(of("content/projects/gym.kk.md"), Some("gym"));
        assert_eq!(of("content/news/gym.kk.md"), None);
    }

    #[test]
    fn an_id_is_the_name_in_latin_letters() {
        let of = |name| proposal(name, RecordKind::Patron);
        assert_eq!(of("ТОО «Жер-Су»"), "zher-su");
        assert_eq!(of("«Үлгі Құрылыс» ЖШС"), "ulgi-qurylys");
        let long = proposal(&"Ауылдағы жаңа мектеп ".repeat(9), RecordKind::Project);
        assert!(long.len() <= MAX_ID - 4 && !long.ends_with('-'), "{long}");
    }
}
