//! What a file is, by its path: the contract's tree of `content/`.

use crate::model::lang::Lang;
use crate::model::prose::RecordKind;

/// What a text in the site's tree is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ContentKind {
    /// One record, or a list of them.
    Records(RecordsOf),
    /// One language of a project, a news item or a page.
    WriteUp {
        section: RecordKind,
        id: String,
        lang: Lang,
        folder: String,
    },
    /// Prose beside a region's or a patron's record.
    Portrait {
        of: RecordKind,
        id: String,
        lang: Lang,
        folder: String,
    },
    /// A file of another phase: settings, theme, messages.
    Other,
    /// Nothing that the contract knows.
    Unknown,
}

/// The kinds of record that stand in YAML files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RecordsOf {
    Regions,
    Directions,
    Objects,
    Patrons,
    Awards,
    Figures,
}

/// Says what the file at a path is; `languages` are those of the site.
pub(crate) fn classify(path: &str, languages: &[Lang]) -> ContentKind {
    let Some(inner) = path.strip_prefix("content/") else {
        return ContentKind::Other;
    };
    let Some((section, rest)) = inner.split_once('/') else {
        return ContentKind::Unknown;
    };
    if section == "locales" {
        return ContentKind::Other;
    }
    let records = match section {
        "regions" => Some(RecordsOf::Regions),
        "directions" => Some(RecordsOf::Directions),
        "objects" => Some(RecordsOf::Objects),
        "patrons" => Some(RecordsOf::Patrons),
        "awards" => Some(RecordsOf::Awards),
        "figures" => Some(RecordsOf::Figures),
        _ => None,
    };
    if let Some(of) = records
        && (rest.ends_with(".yaml") || rest.ends_with(".yml"))
    {
        return ContentKind::Records(of);
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
    let section = match section {
        "projects" => RecordKind::Project,
        "news" => RecordKind::News,
        "pages" => RecordKind::Page,
        "regions" => RecordKind::Region,
        "patrons" => RecordKind::Patron,
        _ => return ContentKind::Unknown,
    };
    let folder = path
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder)
        .to_owned();
    if matches!(section, RecordKind::Region | RecordKind::Patron) {
        return ContentKind::Portrait {
            of: section,
            id: name.to_owned(),
            lang,
            folder,
        };
    }
    let id = match (name, folders.rsplit('/').next()) {
        ("index", Some("") | None) => return ContentKind::Unknown,
        ("index", Some(folder)) => folder,
        _ => name,
    };
    ContentKind::WriteUp {
        section,
        id: id.to_owned(),
        lang,
        folder,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write_up(section: RecordKind, id: &str, lang: Lang, folder: &str) -> ContentKind {
        ContentKind::WriteUp {
            section,
            id: id.into(),
            lang,
            folder: folder.into(),
        }
    }

    #[test]
    fn files_are_known_by_their_path() {
        let table = [
            (
                "content/regions/abai.yaml",
                ContentKind::Records(RecordsOf::Regions),
            ),
            (
                "content/patrons/a/b.yml",
                ContentKind::Records(RecordsOf::Patrons),
            ),
            (
                "content/regions/abai.ru.md",
                ContentKind::Portrait {
                    of: RecordKind::Region,
                    id: "abai".into(),
                    lang: Lang::Ru,
                    folder: "content/regions".into(),
                },
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
