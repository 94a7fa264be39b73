//! Stray files: what a file that nobody uses seems to be, by its name, and under which name it would be read.
//!
//! Takes a path, gives the kind of advice and the right name. Knows nothing of texts.

use crate::model::kind::RecordKind;

/// What a stray file seems to be; the word that the message chooses by.
pub(crate) fn kind_of(path: &str) -> &'static str {
    let name = name_of(path).to_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if right_name(path).is_some() {
        "text"
    } else if ends(&[".csv", ".tsv", ".xlsx", ".xls", ".xlsm", ".ods"]) {
        "table"
    } else if ends(&[".docx", ".doc", ".odt", ".rtf", ".pages", ".txt"]) {
        "words"
    } else if ends(&[".lnk", ".url"]) {
        "rubbish"
    } else if ends(&[".heic", ".heif", ".tif", ".tiff", ".bmp"]) {
        "photo"
    } else if ends(&[".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif"]) {
        "picture"
    } else {
        "file"
    }
}

/// The name under which a text with a wrong ending would be read: `gym.kk.md` for `gym.kk.md.txt` and `gym.kk.MD`.
pub(crate) fn right_name(path: &str) -> Option<String> {
    let name = name_of(path);
    let lower = name.to_lowercase();
    let endings = [
        (".md.txt", ".md"),
        (".md.md", ".md"),
        (".md.docx", ".md"),
        (".markdown", ".md"),
        (".mdown", ".md"),
        (".mkd", ".md"),
        (".md", ".md"),
        (".kk.txt", ".kk.md"),
        (".ru.txt", ".ru.md"),
        (".en.txt", ".en.md"),
        (".yaml.txt", ".yaml"),
        (".yml.txt", ".yaml"),
        (".yaml", ".yaml"),
        (".yml", ".yaml"),
    ];
    let (wrong, right) = endings.iter().find(|(wrong, _)| lower.ends_with(wrong))?;
    let stem = name.get(..name.len().checked_sub(wrong.len())?)?;
    // The language before the ending may be in capital letters, too.
    let stem = match stem.rsplit_once('.') {
        Some((id, lang)) if ["kk", "ru", "en"].contains(&&*lang.to_lowercase()) => {
            format!("{id}.{}", lang.to_lowercase())
        }
        _ => stem.to_owned(),
    };
    Some(format!("{stem}{right}")).filter(|right| right != name)
}

/// Where a file belongs that is content of the site by its name and folders, and stands outside of them: `patrons.yaml`,
/// `projects/gym.kk.md`. `path` is that below the folder that it stands in.
pub(crate) fn content_path(path: &str) -> Option<String> {
    let name = name_of(path);
    let (stem, ending) = name.rsplit_once('.')?;
    let is_of = |kind: RecordKind| match ending {
        "yaml" | "yml" => !kind.is_write_up(),
        "md" => stem.contains('.'),
        _ => false,
    };
    let kind = |folder: &str| RecordKind::of_folder(folder).filter(|kind| is_of(*kind));
    let mut at = 0;
    for folder in path.split('/') {
        if at + folder.len() < path.len() && kind(folder).is_some() {
            return Some(format!("content/{}", &path[at..]));
        }
        at += folder.len() + 1;
    }
    kind(stem).map(|_| format!("content/{stem}/{name}"))
}

fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_ending_is_seen_through() {
        for (path, right) in [
            ("content/projects/gym.kk.md.txt", Some("gym.kk.md")),
            ("content/projects/gym.KK.MD", Some("gym.kk.md")),
            ("content/projects/gym.kk.markdown", Some("gym.kk.md")),
            ("content/patrons/a.YAML", Some("a.yaml")),
            ("content/patrons/a.yaml.txt", Some("a.yaml")),
            ("content/patrons/a.csv", None),
            ("content/projects/gym.jpg", None),
        ] {
            assert_eq!(right_name(path).as_deref(), right, "{path}");
        }
        assert_eq!(kind_of("a/gifts.XLSX"), "table");
    }

    #[test]
    fn content_outside_of_its_folder_is_known_by_its_name() {
        for (path, right) in [
            ("patrons.yaml", Some("content/patrons/patrons.yaml")),
            ("patrons/almaty/a.yml", Some("content/patrons/almaty/a.yml")),
            ("old/projects/gym.kk.md", Some("content/projects/gym.kk.md")),
            ("projects/a.yaml", None),
            ("data.yaml", None),
            ("projects/readme.md", None),
            ("projects.pdf", None),
            ("README.kk.md", None),
        ] {
            assert_eq!(content_path(path).as_deref(), right, "{path}");
        }
    }
}
