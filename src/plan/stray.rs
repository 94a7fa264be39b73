//! Stray files: what a file that nobody uses seems to be, by its name, and under which name it would be read.
//!
//! Takes a path, gives the kind of advice and the right name. Knows nothing of texts.

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
}
