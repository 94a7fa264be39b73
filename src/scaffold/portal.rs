//! A new portal: all of its files, with one sample of each record, so that it is checked and built at once.
//!
//! Takes what its editor said of it, gives the texts of its files by their paths.

use super::answers::{NewPortal, Workflow};
use super::kazakhstan::{find, regions};
use super::settings::settings;
use super::wrapped::comment;
use crate::load::digest::digest_of_file;
use crate::locale::{Arg, Messages};
use crate::model::kind::RecordKind;
use crate::model::lang::Lang;
use crate::records::schema::{file, is_write_up, schema};
use crate::report::fields::field_texts;
use crate::translations::mark::{Original, mark};

/// A text in each language, in the order of [`Lang::ALL`].
type InEach = [&'static str; 3];

macro_rules! in_each {
    ($folder:literal, $dot:literal) => {
        [
            include_str!(concat!("files/", $folder, $dot, "kk.md")),
            include_str!(concat!("files/", $folder, $dot, "ru.md")),
            include_str!(concat!("files/", $folder, $dot, "en.md")),
        ]
    };
}

/// The pages, each with the facts that one of its languages states.
const PAGES: [(&str, &str, InEach); 5] = [
    ("about", "order: 1\n", in_each!("pages/about", ".")),
    (
        "how-figures-are-computed",
        "order: 2\n",
        in_each!("pages/how-figures-are-computed", "."),
    ),
    ("take-part", "order: 3\n", in_each!("pages/take-part", ".")),
    ("open-data", "order: 4\n", in_each!("pages/open-data", ".")),
    ("contacts", "order: 5\n", in_each!("pages/contacts", ".")),
];

const PROJECT: InEach = in_each!("project", "/");
const NEWS: InEach = in_each!("news", "/");

/// The records that stand in YAML, by their paths.
const RECORDS: [(&str, &str); 4] = [
    (
        "content/patrons/samples.yaml",
        include_str!("files/patron.yaml"),
    ),
    (
        "content/awards/samples.yaml",
        include_str!("files/award.yaml"),
    ),
    (
        "content/figures/samples.yaml",
        include_str!("files/figure.yaml"),
    ),
    (
        "content/corrections/samples.yaml",
        include_str!("files/correction.yaml"),
    ),
];

/// What every portal has as it is.
const AS_THEY_ARE: [(&str, &str); 2] = [
    (".gitignore", include_str!("files/gitignore")),
    (
        ".vscode/extensions.json",
        include_str!("files/vscode-extensions.json"),
    ),
];

/// What every portal has of this one's content, each with the word for what its first line tells.
const OF_THE_CAMPAIGN: [(&str, &str, &str); 3] = [
    (
        "content/directions/directions.yaml",
        "directions",
        include_str!("../../content/directions/directions.yaml"),
    ),
    (
        "content/objects/objects.yaml",
        "objects",
        include_str!("../../content/objects/objects.yaml"),
    ),
    (
        "content/search.toml",
        "synonyms",
        include_str!("../../content/search.toml"),
    ),
];

/// The region of samples in a portal of the whole country.
const SAMPLE_REGION: &str = "akmola";

/// The files of a new portal, each a path and a text; comments are in the language of its editor.
pub(crate) fn files(of: &NewPortal, ui: Lang, words: &Messages) -> Vec<(String, String)> {
    let region = of.scope.as_deref().unwrap_or(SAMPLE_REGION);
    let district = find(region).one().and_then(|region| region.district);
    let district = district.map_or(String::new(), |id| format!("district: {id}\n"));
    let in_region = |text: &str| text.replace("{region}", region);
    let mut files = vec![("site.toml".to_owned(), settings(of, ui, words))];
    files.extend(AS_THEY_ARE.map(|(path, text)| (path.to_owned(), text.to_owned())));
    files
        .extend(OF_THE_CAMPAIGN.map(|(path, of, text)| (path.to_owned(), headed(text, of, words))));
    files.extend(RECORDS.map(|(path, text)| (path.to_owned(), in_region(text))));
    files.extend(regions().into_iter().map(|region| {
        let (name, text) = region.file;
        let of = if region.is_former {
            "former-region"
        } else {
            "region"
        };
        (format!("content/regions/{name}"), headed(&text, of, words))
    }));
    let mut write_up = |path: &str, facts: &str, texts: InEach| {
        let mut original = None;
        for (nth, &lang) in of.languages.iter().enumerate() {
            let facts = if nth == 0 { facts } else { "" };
            let text = texts[lang as usize].replace("{facts}", facts);
            let text = in_region(&text).replace("{title}", of.title(lang));
            // All say the same: the others are translations of the first.
            let marked = original.as_ref().and_then(|of| mark(&text, of).ok());
            let digest = || digest_of_file(&text);
            original = original.or_else(|| {
                Some(Original {
                    lang,
                    digest: digest()?,
                })
            });
            files.push((format!("content/{path}.{lang}.md"), marked.unwrap_or(text)));
        }
    };
    for (page, facts, texts) in PAGES {
        write_up(&format!("pages/{page}"), facts, texts);
    }
    let facts = include_str!("files/project/facts.yaml").replace("{district}", &district);
    write_up("projects/sample-gym", &facts, PROJECT);
    write_up(
        "news/sample-news",
        include_str!("files/news/facts.yaml"),
        NEWS,
    );
    files.extend(schemas(of, ui));
    files.extend(workflow(of, words));
    files
}

/// A file of this portal's content with its first line, a comment, in the language of the new portal's editor.
fn headed(text: &str, of: &str, words: &Messages) -> String {
    let head = words.format("scaffold-head", &[("of", Arg::Text(of))]);
    let rest = text.split_once('\n').filter(|_| text.starts_with("# "));
    match (head, rest) {
        (Ok(head), Some((_, rest))) => comment(&head) + rest,
        _ => text.to_owned(),
    }
}

/// The schemas, and what makes an editor use them.
fn schemas(of: &NewPortal, ui: Lang) -> Vec<(String, String)> {
    let texts = field_texts(ui);
    let required: Vec<Lang> = of.languages.first().copied().into_iter().collect();
    let kinds = RecordKind::ALL.iter().copied();
    let mut files: Vec<(String, String)> = kinds
        .clone()
        .map(|kind| {
            let text = format!("{:#}\n", texts.in_schema(schema(kind, &required)));
            (format!("schemas/{}", file(kind)), text)
        })
        .collect();
    let in_yaml = kinds.filter(|kind| !is_write_up(*kind));
    let in_yaml: serde_json::Map<String, serde_json::Value> = in_yaml
        .map(|kind| {
            let pattern = format!("content/{}/**/*.yaml", kind.folder());
            (format!("schemas/{}", file(kind)), pattern.into())
        })
        .collect();
    let settings = serde_json::json!({
        "files.eol": "\n",
        "editor.wordWrap": "on",
        "yaml.schemas": in_yaml,
    });
    files.push((
        ".vscode/settings.json".to_owned(),
        format!("{settings:#}\n"),
    ));
    files
}

/// The workflow that publishes, if one was asked for.
fn workflow(of: &NewPortal, words: &Messages) -> Option<(String, String)> {
    let (path, text) = match of.workflow? {
        Workflow::GitHub => (
            ".github/workflows/pages.yml",
            include_str!("files/github.yml"),
        ),
        Workflow::GitLab => (".gitlab-ci.yml", include_str!("files/gitlab-ci.yml")),
    };
    let host = match of.workflow? {
        Workflow::GitHub => "github",
        Workflow::GitLab => "gitlab",
    };
    let about = words.format("scaffold-workflow", &[("host", Arg::Text(host))]);
    let text = text.replace("{about}", &about.unwrap_or_default());
    Some((path.to_owned(), text))
}
