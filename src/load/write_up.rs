//! Readers of write-ups and portraits: front matter and Markdown of one language.

use std::sync::Arc;

use super::digest::digest;
use super::fields::{Fields, ReadContext, Value};
use super::front_matter::split;
use super::records::contribution;
use super::shape;
use super::yaml::Node;
use super::{Record, WriteUpFile, parse_yaml};
use crate::diagnostic::{At, Code, Diagnostic};
use crate::markdown;
use crate::model::id::Id;
use crate::model::lang::Lang;
use crate::model::place::Origin;
use crate::model::prose::{PortraitText, RecordKind};
use crate::model::write_up::{
    CommonFacts, ImageText, Location, NewsFacts, ProjectFacts, ProjectStatus, TranslationSource,
    Version,
};

/// A write-up's file and the id, language and folder that its path gives it.
pub(crate) struct Named<'a> {
    pub text: &'a str,
    pub id: Id,
    pub lang: Lang,
    pub folder: &'a str,
}

/// Reads one language of a project, a news item or a page.
pub(crate) fn write_up(
    section: RecordKind,
    file: Named<'_>,
    reading: &ReadContext,
) -> Option<Record> {
    let origin = Origin {
        source: reading.source,
        item: None,
    };
    let (front_matter, body) = match split(file.text) {
        Ok(parts) => (parts.front_matter, parts.body),
        Err(fence) => {
            reading.report(Diagnostic::new(
                Code::FrontMatter,
                At::span(reading.source, fence),
            ));
            return None;
        }
    };
    let (prose, found) = markdown::parse(reading.source, file.text, body.clone());
    found
        .into_iter()
        .for_each(|diagnostic| reading.report(diagnostic));
    let Some(range) = front_matter else {
        reading.report(Diagnostic::new(
            Code::FrontMatter,
            At::span(reading.source, 0..0),
        ));
        return None;
    };
    let node = parse_yaml(&file.text[range.clone()], range.start, reading)?;
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
    let folder: Arc<str> = file.folder.into();
    let version = move |title: Option<String>| {
        let draft = draft.unwrap_or(false);
        let title = title?;
        Some(Arc::new(Version {
            digest: digest(&title, summary.as_deref(), &file.text[body]),
            title,
            summary,
            draft,
            image,
            translated_from,
            prose,
            origin,
        }))
    };
    match section {
        RecordKind::Project => {
            let facts = project_facts(common, &mut fields);
            let bad = fields.bad();
            fields.finish();
            let version = version(title)?;
            Some(Record::Project(
                WriteUpFile {
                    id: file.id,
                    lang: file.lang,
                    folder,
                    version,
                    facts,
                    bad,
                    origin,
                }
                .into(),
            ))
        }
        RecordKind::News => {
            let facts = news_facts(common, &mut fields);
            let bad = fields.bad();
            fields.finish();
            let version = version(title)?;
            Some(Record::News(
                WriteUpFile {
                    id: file.id,
                    lang: file.lang,
                    folder,
                    version,
                    facts,
                    bad,
                    origin,
                }
                .into(),
            ))
        }
        _ => {
            let bad = fields.bad();
            fields.finish();
            let version = version(title)?;
            let facts = common;
            Some(Record::Page(
                WriteUpFile {
                    id: file.id,
                    lang: file.lang,
                    folder,
                    version,
                    facts,
                    bad,
                    origin,
                }
                .into(),
            ))
        }
    }
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

fn head(fields: &mut Fields<'_, '_>) -> Head {
    let title = fields.required("title", |v| v.text());
    let summary = fields.optional("summary", |v| v.text());
    let draft = fields.optional("draft", |v| v.yes_or_no());
    let translated_from = fields.optional("source", translation_source);
    let mut image_file = None;
    let image = fields.optional("image", |v| image(v, &mut image_file));
    let common = CommonFacts {
        slug: fields.optional("slug", |v| v.id()),
        aliases: fields.optional("aliases", |v| v.list(alias)),
        image: image_file,
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

/// Runs the readers of a front matter, for what they say of it; the values are let go.
pub(super) fn front_matter(section: RecordKind, value: Value<'_>) {
    let Some(mut fields) = value.fields("write-up") else {
        return;
    };
    let common = head(&mut fields).common;
    match section {
        RecordKind::Project => drop(project_facts(common, &mut fields)),
        RecordKind::News => drop(news_facts(common, &mut fields)),
        _ => {}
    }
    fields.finish();
}

fn project_facts(common: CommonFacts, fields: &mut Fields<'_, '_>) -> ProjectFacts {
    ProjectFacts {
        common,
        region: fields.optional("region", |v| v.id()),
        district: fields.optional("district", |v| v.id()),
        direction: fields.optional("direction", |v| v.id()),
        object: fields.optional("object", |v| v.id()),
        status: fields.optional("status", |v| {
            v.choice(&ProjectStatus::ALL, ProjectStatus::word)
        }),
        started: fields.optional("started", |v| v.date()),
        completed: fields.optional("completed", |v| v.date()),
        beneficiaries: fields.optional("beneficiaries", |v| v.count(1)),
        location: fields.optional("location", location),
        contributions: fields
            .optional("contributions", |v| v.list(contribution))
            .map(Arc::from),
    }
}

fn news_facts(common: CommonFacts, fields: &mut Fields<'_, '_>) -> NewsFacts {
    NewsFacts {
        common,
        date: fields.optional("date", |v| v.date()),
        region: fields.optional("region", |v| v.id()),
        place: fields.optional("place", |v| v.localised()),
    }
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
    *file = fields.optional("file", |v| {
        v.takes(shape::picture)?;
        let name = v.text()?;
        if markdown::is_picture_path(&name) {
            return Some(name);
        }
        v.reading().report(
            v.report(Code::BadForm)
                .with("value", &name)
                .with("expected", "picture"),
        );
        None
    });
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

/// An old address: an old slug in the same section, or a path from the site's root.
fn alias(value: Value<'_>) -> Option<String> {
    value.takes(shape::alias)?;
    let text = value.text()?;
    let path = text.strip_prefix('/').unwrap_or(&text);
    let path = path.strip_suffix('/').unwrap_or(path);
    let fits = |part: &str| {
        !part.starts_with('.')
            && !part.is_empty()
            && part
                .chars()
                .all(|c| c.is_alphanumeric() || "-_.".contains(c))
    };
    let one_word = text.starts_with('/') || !path.contains('/');
    if one_word && path.split('/').all(fits) {
        return Some(text);
    }
    value.reading().report(
        value
            .report(Code::BadForm)
            .with("value", &text)
            .with("expected", "alias"),
    );
    None
}

fn location(value: Value<'_>) -> Option<Location> {
    value.takes(shape::location)?;
    let Node::List(numbers) = value.node() else {
        value.reading().report(
            value
                .report(Code::BadForm)
                .with("value", "")
                .with("expected", "location"),
        );
        return None;
    };
    if numbers.len() != 2 {
        value.reading().report(
            value
                .report(Code::BadForm)
                .with("value", "")
                .with("expected", "location"),
        );
        return None;
    }
    let mut limits = [90.0, 180.0].into_iter();
    let degrees = value.list(|v| v.degrees(limits.next().unwrap_or(180.0)))?;
    Some(Location {
        latitude: degrees[0],
        longitude: degrees[1],
    })
}

/// Reads the prose beside a region's or a patron's record. It needs no front matter and no title.
pub(crate) fn portrait(of: RecordKind, file: Named<'_>, reading: &ReadContext) -> Option<Record> {
    let origin = Origin {
        source: reading.source,
        item: None,
    };
    let parts = match split(file.text) {
        Ok(parts) => parts,
        Err(fence) => {
            reading.report(Diagnostic::new(
                Code::FrontMatter,
                At::span(reading.source, fence),
            ));
            return None;
        }
    };
    let (prose, found) = markdown::parse(reading.source, file.text, parts.body);
    found
        .into_iter()
        .for_each(|diagnostic| reading.report(diagnostic));
    if let Some(range) = parts.front_matter {
        let node = parse_yaml(&file.text[range.clone()], range.start, reading)?;
        if node != Node::Null {
            let value = Value::document(&node, reading);
            let mut fields = value.fields("portrait")?;
            fields.optional("title", |v| v.text());
            fields.optional("sample", |v| v.yes_or_no());
            fields.finish();
        }
    }
    Some(Record::Portrait {
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
