//! Content paths: which kind of file a path in the tree of `content/` is.

use super::kinds::{Content, form};
use crate::diagnostic::sure;
use crate::load::synonyms;
use crate::model::kind::RecordKind;
use crate::model::lang::Lang;

/// What kind of file a text in the site's tree is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ContentKind {
    /// One record, or a list of them.
    Records(RecordKind),
    /// One language of a write-up.
    WriteUp(RecordKind, FileName),
    /// Prose beside a record.
    Portrait(RecordKind, FileName),
    /// A file of another phase: settings, theme, messages.
    Other,
    /// Nothing that the content model knows.
    Unknown,
}

/// What the path of a text in one language says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FileName {
    /// Not yet known to be an id.
    pub id: String,
    pub lang: Lang,
    pub folder: String,
}

/// Classifies the file at a path; `languages` are those of the site.
pub(crate) fn classify(path: &str, languages: &[Lang]) -> ContentKind {
    let Some(inner) = path.strip_prefix("content/") else {
        return ContentKind::Other;
    };
    if path == synonyms::FILE {
        return ContentKind::Other;
    }
    let Some((section, rest)) = inner.split_once('/') else {
        return ContentKind::Unknown;
    };
    if section == "locales" {
        return ContentKind::Other;
    }
    let kind = RecordKind::of_folder(section);
    let form = kind.map(form);
    if let (Some(kind), Some(form)) = (kind, &form)
        && matches!(form.content, Content::Yaml { .. })
        && (rest.ends_with(".yaml")
            || rest.ends_with(".yml")
            // The program writes them, and JSON is YAML.
            || kind == RecordKind::Edition && rest.ends_with(".json"))
    {
        return ContentKind::Records(kind);
    }
    let (folders, file) = rest.rsplit_once('/').unwrap_or(("", rest));
    let Some((name, lang)) = file
        .strip_suffix(".md")
        .and_then(|name| name.rsplit_once('.'))
    else {
        return ContentKind::Unknown;
    };
    let Some(lang) = Lang::from_code(lang).filter(|lang| languages.contains(lang)) else {
        return ContentKind::Unknown;
    };
    let (Some(section), Some(form)) = (kind, form) else {
        return ContentKind::Unknown;
    };
    let folder = path
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder)
        .to_owned();
    match form.content {
        Content::Yaml {
            has_portrait: false,
            ..
        } => return ContentKind::Unknown,
        Content::Yaml {
            has_portrait: true, ..
        } => {
            let id = name.to_owned();
            return ContentKind::Portrait(section, FileName { id, lang, folder });
        }
        Content::WriteUp { .. } => {}
    }
    let id = match (name, folders.rsplit('/').next()) {
        ("index", Some("") | None) => return ContentKind::Unknown,
        ("index", Some(folder)) => folder,
        _ => name,
    };
    let id = id.to_owned();
    ContentKind::WriteUp(section, FileName { id, lang, folder })
}

/// The path that a file of no use was certainly meant to have: `gym.kk.md` for `gym.kz.md` and `gym_kk.md`, `gym/index.kk.md` for
/// `gym/kk.md`, and the folder `projects` for `Projects`.
pub(super) fn meant_path(path: &str, languages: &[Lang]) -> Option<String> {
    if classify(path, languages) != ContentKind::Unknown {
        return None;
    }
    let (section, rest) = path.strip_prefix("content/")?.split_once('/')?;
    let folders = || RecordKind::ALL.iter().map(|kind| kind.folder());
    let section = match RecordKind::of_folder(section) {
        Some(_) => section.to_owned(),
        None => sure(section, folders())?,
    };
    let (folders, file) = match rest.rsplit_once('/') {
        Some((folders, file)) => (format!("{folders}/"), file),
        None => (String::new(), rest),
    };
    let file = with_language(file).unwrap_or_else(|| file.to_owned());
    let meant = format!("content/{section}/{folders}{file}");
    (classify(&meant, languages) != ContentKind::Unknown).then_some(meant)
}

/// The name of a text whose language is written in another way, or not behind a point.
fn with_language(file: &str) -> Option<String> {
    let mut stem = without_ending(file)?;
    // Windows hides the last ending: another is typed before it.
    while let Some(shorter) = without_ending(stem) {
        stem = shorter;
    }
    let parts = stem.rsplit_once(['.', '_', '-', ' ', ',']);
    let (name, word) = parts.unwrap_or(("index", stem));
    let word = word.to_lowercase();
    let lang = match word.as_str() {
        "kk" | "kz" | "kaz" | "kk-kz" | "қаз" | "каз" | "қк" | "кк" | "кз" => "kk",
        "ru" | "rus" | "рус" | "ру" | "орыс" => "ru",
        "en" | "eng" | "us" | "gb" | "анг" | "англ" | "ағыл" => "en",
        _ => return None,
    };
    (!name.is_empty()).then(|| format!("{name}.{lang}.md"))
}

/// The name of a text without the last `.md`.
fn without_ending(file: &str) -> Option<&str> {
    let (stem, ending) = file.trim().rsplit_once('.')?;
    ending.eq_ignore_ascii_case("md").then(|| stem.trim())
}

/// The language of a text in the place of one, which the site has not.
pub(super) fn other_language(path: &str, languages: &[Lang]) -> Option<Lang> {
    let lang = match classify(path, &Lang::ALL) {
        ContentKind::WriteUp(_, file) | ContentKind::Portrait(_, file) => file.lang,
        ContentKind::Records(_) | ContentKind::Other | ContentKind::Unknown => return None,
    };
    (!languages.contains(&lang)).then_some(lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_that_was_meant_is_seen_through_slips() {
        for (path, meant) in [
            ("projects/gym.kz.md", Some("projects/gym.kk.md")),
            ("projects/gym_kk.md", Some("projects/gym.kk.md")),
            ("projects/gym-ru.md", Some("projects/gym.ru.md")),
            ("projects/gym/index.KZ.md", Some("projects/gym/index.kk.md")),
            ("Projects/gym.kk.md", Some("projects/gym.kk.md")),
            ("project/gym.eng.md", Some("projects/gym.en.md")),
            ("Patrons/all.yaml", Some("patrons/all.yaml")),
            ("projects/gym/kaz.md", Some("projects/gym/index.kk.md")),
            ("projects/gym.kk.md.md", Some("projects/gym.kk.md")),
            ("news/gym.kk .md", Some("news/gym.kk.md")),
            ("pages/gym/index.ru.md.MD", Some("pages/gym/index.ru.md")),
            ("projects/kk.md", None),
            ("projects/gym.md", None),
            ("projects/notes.de.md", None),
            ("projects/gym.kk.md", None),
            ("drafts/gym.kk.md", None),
        ] {
            let found = meant_path(&format!("content/{path}"), &Lang::ALL);
            let meant = meant.map(|meant| format!("content/{meant}"));
            assert_eq!(found, meant, "{path}");
        }
    }

    fn file(id: &str, lang: Lang, folder: &str) -> FileName {
        FileName {
            id: id.into(),
            lang,
            folder: folder.into(),
        }
    }

    fn write_up(section: RecordKind, id: &str, lang: Lang, folder: &str) -> ContentKind {
        ContentKind::WriteUp(section, file(id, lang, folder))
    }

    #[test]
    fn files_are_known_by_their_path() {
        let table = [
            (
                "content/regions/abai.yaml",
                ContentKind::Records(RecordKind::Region),
            ),
            (
                "content/patrons/a/b.yml",
                ContentKind::Records(RecordKind::Patron),
            ),
            (
                "content/regions/abai.ru.md",
                ContentKind::Portrait(
                    RecordKind::Region,
                    file("abai", Lang::Ru, "content/regions"),
                ),
            ),
            (
                "content/projects/a/x.kk.md",
                write_up(RecordKind::Project, "x", Lang::Kk, "content/projects/a"),
            ),
            (
                "content/projects/a/x/index.en.md",
                write_up(RecordKind::Project, "x", Lang::En, "content/projects/a/x"),
            ),
            ("content/projects/index.en.md", ContentKind::Unknown),
            ("content/projects/x.md", ContentKind::Unknown),
            ("content/projects/x.de.md", ContentKind::Unknown),
            (
                "content/pages/about.kk.md",
                write_up(RecordKind::Page, "about", Lang::Kk, "content/pages"),
            ),
            ("content/notes.yaml", ContentKind::Unknown),
            ("site.toml", ContentKind::Other),
        ];
        for (path, kind) in table {
            assert_eq!(classify(path, &Lang::ALL), kind, "{path}");
        }
        assert_eq!(
            classify("content/pages/a.en.md", &[Lang::Kk]),
            ContentKind::Unknown
        );
    }
}
