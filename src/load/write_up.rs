//! Write-up reader: front matter and Markdown of one language, and portraits, which are prose beside a record.

use std::ops::Range;
use std::sync::Arc;

use super::alias::aliases;
use super::digest::{digest, words_digest};
use super::field_docs::{FieldDoc, FieldDocs};
use super::fields::{Fields, ReadContext, Value};
use super::front_matter::{Split, split};
use super::shape;
use super::yaml::Node;
use crate::diagnostic::{At, Code, Diagnostic};
use crate::markdown;
use crate::model::id::Id;
use crate::model::kind::RecordKind;
use crate::model::lang::Lang;
use crate::model::place::Origin;
use crate::model::portrait::PortraitText;
use crate::model::prose::Prose;
use crate::model::write_up::{CommonFacts, GalleryImage, ImageText, TranslationSource, Version};
use crate::source::text::plain_words::plain_words;

/// A write-up's file and the id, language and folder that its path gives it.
pub(crate) struct Named<'a> {
    pub text: &'a str,
    pub id: Id,
    pub lang: Lang,
    pub folder: &'a str,
}

/// One language of a write-up, with the facts that its file states.
#[derive(Debug)]
pub(crate) struct WriteUpFile<F> {
    pub id: Id,
    pub lang: Lang,
    /// The folder of the file, from the site's root.
    pub folder: Arc<str>,
    pub version: Arc<Version>,
    pub facts: F,
    /// Fields that stand in the file but could not be read.
    pub bad: Vec<&'static str>,
    /// Fields that stand in the file and hold nothing.
    pub empty: Vec<&'static str>,
    pub origin: Origin,
}

/// Prose beside a record, in one language.
#[derive(Debug)]
pub(crate) struct PortraitFile {
    /// The kind of the record.
    pub of: RecordKind,
    pub id: Id,
    pub lang: Lang,
    pub text: Arc<PortraitText>,
}

/// The facts that a kind of write-up states in its front matter.
pub(crate) trait FrontMatter: Sized {
    /// The descriptions of all fields.
    const DOCS: FieldDocs;

    /// Reads the fields that only this kind has.
    fn read(common: CommonFacts, fields: &mut Fields<'_, '_>) -> Self;
}

/// Reads one language of a write-up.
pub(crate) fn write_up<F: FrontMatter>(
    file: Named<'_>,
    reading: &ReadContext,
) -> Option<WriteUpFile<F>> {
    let origin = Origin {
        source: reading.source,
        item: None,
    };
    let (parts, prose) = parts(&file, reading)?;
    let Some(range) = parts.front_matter else {
        let at = At::span(reading.source, 0..0);
        reading.report(Diagnostic::new(Code::FrontMatter, at).with("reason", "none"));
        return None;
    };
    let node = reading.parse_yaml(&file.text[range.clone()], range.start)?;
    let node = if node == Node::Null {
        Node::Map(Vec::new())
    } else {
        node
    };
    let value = Value::document(&node, reading);
    let mut fields = value.fields("write-up")?;
    let Head {
        title,
        summary,
        draft,
        translated_from,
        image,
        common,
    } = head(&mut fields);
    let facts = F::read(common, &mut fields);
    let (bad, empty) = (fields.bad(), fields.empty());
    fields.finish();
    // That it has none was told; so all else that is missing is told, too, as far as all of the file was read.
    if let Some(at) = title
        .as_ref()
        .and_then(|of| title_again(of, &file.text[parts.body.clone()]))
    {
        let at = parts.body.start + at.start..parts.body.start + at.end;
        let told = Diagnostic::new(Code::MarkLeft, At::span(reading.source, at));
        let title = title.as_deref().unwrap_or_default();
        reading.report(told.with("what", "title-again").with("mark", title));
    }
    let title = title.or_else(|| (!reading.is_partial()).then(|| file.id.to_string()))?;
    let version = Version {
        // What is for colleagues alone makes no translation old.
        digest: digest(
            &title,
            summary.as_deref(),
            &markdown::without_comments(&file.text[parts.body]),
        ),
        title_digest: words_digest(&title),
        title,
        summary,
        draft: draft.unwrap_or(false),
        image,
        translated_from,
        prose,
        origin,
    };
    Some(WriteUpFile {
        id: file.id,
        lang: file.lang,
        folder: file.folder.into(),
        version: version.into(),
        facts,
        bad,
        empty,
        origin,
    })
}

/// The first line of a text, if it is a heading, or bold, and says what the title says.
fn title_again(title: &str, body: &str) -> Option<Range<usize>> {
    let start = body.len() - body.trim_start().len();
    let line = body[start..].lines().next()?.trim_end();
    let heading = line.strip_prefix('#').map(|rest| rest.trim_matches('#'));
    let bold = line
        .strip_prefix("**")
        .and_then(|rest| rest.strip_suffix("**"));
    let words = plain_words(heading.or(bold)?);
    (!words.is_empty() && words == plain_words(title)).then(|| start..start + line.len())
}

/// The front matter and the body of a file, and the prose of the body.
fn parts(file: &Named<'_>, reading: &ReadContext) -> Option<(Split, Prose)> {
    let parts = match split(file.text) {
        Ok(parts) => parts,
        Err(fence) => {
            let words = file.text[fence.at.clone()].trim_start_matches('-').trim();
            let at = At::span(reading.source, fence.at);
            let wrong = Diagnostic::new(Code::FrontMatter, at).with("reason", fence.reason);
            reading.report(match fence.reason {
                "glued" => wrong.with("words", words),
                _ => wrong,
            });
            return None;
        }
    };
    let body = parts.body.clone();
    let (prose, found) = markdown::parse(reading.source, file.text, body, &reading.frame);
    for diagnostic in found {
        reading.report(diagnostic);
    }
    Some((parts, prose))
}

/// What every write-up states, whatever it is about.
struct Head {
    title: Option<String>,
    summary: Option<String>,
    draft: Option<bool>,
    translated_from: Option<TranslationSource>,
    image: Option<ImageText>,
    common: CommonFacts,
}

/// The descriptions of the fields of every write-up.
#[rustfmt::skip]
pub(crate) const HEAD_DOCS: &[FieldDoc] = &[
    ("write-up", "title", "The title in this file's language."),
    ("write-up", "summary", "One or two sentences for lists and search engines, in this file's language."),
    ("write-up", "draft", "true: on no page and in no total, unless `--drafts` is given."),
    ("write-up", "slug", "The last part of the address, if it should differ from the file's name; the same in all languages."),
    ("write-up", "image", "The picture at the head: {file, alt, caption}."),
    ("write-up", "source", "What this text was translated from: {lang, digest}."),
    ("write-up", "images", "More pictures, shown together under the text: before and after, each step."),
    ("gallery-image", "file", "The file beside this text: hall-before.jpg."),
    ("gallery-image", "alt", "What the picture shows, for those who cannot see it, in each language."),
    ("gallery-image", "caption", "The text under the picture, in each language."),
    ("image", "file", "The file beside this text: gym.jpg."),
    ("image", "alt", "What the picture shows, for those who cannot see it."),
    ("image", "caption", "The text under the picture."),
    ("translation-source", "lang", "The language of the original: kk, ru or en."),
    ("translation-source", "digest", "The digest of the original at the time of the translation."),
];

fn head(fields: &mut Fields<'_, '_>) -> Head {
    let title = fields.required("title", |v| v.text());
    let summary = fields.optional("summary", |v| v.text());
    let draft = fields.optional("draft", |v| v.yes_or_no());
    let translated_from = fields.optional("source", translation_source);
    let mut image_file = None;
    let image = fields.optional("image", |v| image(v, &mut image_file));
    let common = CommonFacts {
        slug: fields.optional("slug", |v| v.id()),
        aliases: fields.optional("aliases", aliases),
        image: image_file,
        images: fields.optional("images", |v| v.list(gallery_image)),
        sample: fields.optional("sample", |v| v.yes_or_no()),
    };
    Head {
        title,
        summary,
        draft,
        translated_from,
        image,
        common,
    }
}

/// Runs the readers of a front matter for the JSON Schema that they write; the values are dropped.
pub(crate) fn front_matter<F: FrontMatter>(value: Value<'_>) {
    let Some(mut fields) = value.fields("write-up") else {
        return;
    };
    let common = head(&mut fields).common;
    drop(F::read(common, &mut fields));
    fields.finish();
}

fn translation_source(value: Value<'_>) -> Option<TranslationSource> {
    let mut fields = value.fields("translation-source")?;
    let lang = fields.required("lang", |v| v.lang());
    let digest = fields.required("digest", |v| v.code());
    fields.finish();
    Some(TranslationSource {
        lang: lang?,
        digest: digest?,
    })
}

fn image(value: Value<'_>, file: &mut Option<String>) -> Option<ImageText> {
    let mut fields = value.fields("image")?;
    *file = fields.optional("file", picture_file);
    let alt = fields.optional("alt", |v| v.text());
    let caption = fields.optional("caption", |v| v.text());
    if !fields.stands("alt") {
        fields.report(
            value
                .report(Code::NoAlt)
                .with("file", file.as_deref().unwrap_or("image")),
        );
    }
    fields.finish();
    Some(ImageText { alt, caption })
}

/// The name of a picture beside the text.
fn picture_file(value: Value<'_>) -> Option<String> {
    value.takes(shape::picture)?;
    let name = value.text()?;
    let path = markdown::picture_path(&name);
    let bad = value
        .report(Code::BadForm)
        .with("value", &name)
        .with("expected", "picture");
    path.map_err(|reason| value.reading().report(bad.with("reason", reason)))
        .ok()
}

fn gallery_image(value: Value<'_>) -> Option<GalleryImage> {
    let mut fields = value.fields("gallery-image")?;
    let file = fields.required("file", picture_file);
    let alt = fields.optional("alt", |v| v.localised());
    let caption = fields.optional("caption", |v| v.localised());
    if !fields.stands("alt") {
        let name = file.as_deref().unwrap_or("images");
        fields.report(
            value
                .report(Code::NoAlt)
                .with("file", name)
                .with("of", "gallery"),
        );
    }
    fields.finish();
    Some(GalleryImage {
        file: file?,
        alt,
        caption,
    })
}

/// Reads the prose beside a record. It needs no front matter and no title.
pub(crate) fn portrait(
    of: RecordKind,
    file: Named<'_>,
    reading: &ReadContext,
) -> Option<PortraitFile> {
    let origin = Origin {
        source: reading.source,
        item: None,
    };
    let (parts, prose) = parts(&file, reading)?;
    if let Some(range) = parts.front_matter {
        let node = reading.parse_yaml(&file.text[range.clone()], range.start)?;
        if node != Node::Null {
            let value = Value::document(&node, reading);
            let mut fields = value.fields("portrait")?;
            fields.optional("title", |v| v.text());
            fields.optional("sample", |v| v.yes_or_no());
            fields.finish();
        }
    }
    Some(PortraitFile {
        of,
        id: file.id,
        lang: file.lang,
        text: Arc::new(PortraitText {
            prose,
            folder: file.folder.into(),
            origin,
        }),
    })
}
