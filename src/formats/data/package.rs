//! `datapackage.json`: all tables of open data with their schemas, row counts, sizes and hashes.
//!
//! Form: Data Package standard 2.0, <https://datapackage.org/standard/data-package/>. It is the one file that asks for the
//! digests of others.

use serde_json::{Value, json};
use strum::VariantArray;

use super::pretty::pretty;
use super::table_schema::{in_languages, table_schema};
use crate::data::{Data, count};
use crate::model::lang::Lang;
use crate::model::licence::known_licence;
use crate::pages::view::View;
use crate::plan::data::{DataFile, DataTable};

/// What is told of a file: its size and what its bytes come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FileDigest {
    pub bytes: usize,
    /// SHA-256, in hexadecimal digits.
    pub sha256: String,
}

/// The package; `digest` gives that of a file, or why it could not be made.
///
/// # Errors
/// Those of `digest`.
pub(super) fn package<E>(
    view: &View<'_>,
    digest: impl Fn(DataFile) -> Result<FileDigest, E>,
) -> Result<String, E> {
    let data = view.data();
    let site = &view.portal.site;
    let (languages, default) = (data.languages(), site.default_language);
    let in_each = |word: &dyn Fn(Lang) -> String| in_languages(languages, word);
    let title = |lang: Lang| site.title.best(lang, &site.fallback).text.to_owned();
    let mut package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "tagzym",
        "title": title(default),
        "titles": in_each(&title),
        "homepage": format!("{}/", site.base_url),
        "version": view.edition().to_string(),
    });
    if let Some(description) = &site.description {
        let description = |lang: Lang| description.best(lang, &site.fallback).text.to_owned();
        package["description"] = description(default).into();
        package["descriptions"] = in_each(&description);
    }
    if let Some(licence) = &site.licence {
        package["licenses"] = json!([licence_of(licence)]);
    }
    let sources = sources(&data);
    if !sources.is_empty() {
        package["sources"] = sources.into();
    }
    let mut contributor = json!({ "title": title(default), "roles": ["publisher"] });
    let contact = site.contact_url();
    match contact
        .as_deref()
        .map(|contact| contact.strip_prefix("mailto:").ok_or(contact))
    {
        Some(Ok(mail)) => contributor["email"] = mail.into(),
        Some(Err(web)) => contributor["path"] = web.into(),
        None => {}
    }
    package["contributors"] = json!([contributor]);
    let mut resources = Vec::new();
    for &table in DataTable::VARIANTS {
        let FileDigest { bytes, sha256 } = digest(DataFile::Csv(table))?;
        let as_json = digest(DataFile::Json(table))?;
        resources.push(json!({
            "name": table.name(),
            "type": "table",
            "path": file_name(DataFile::Csv(table)),
            "title": table.title(default),
            "description": table.description(default),
            "titles": in_each(&|lang| table.title(lang)),
            "descriptions": in_each(&|lang| table.description(lang)),
            "scheme": "file",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": bytes,
            "hash": format!("sha256:{sha256}"),
            "rowCount": count(&data, table),
            "alternatives": [other(DataFile::Json(table), "application/json", &as_json)],
            "schema": table_schema(table, languages, default),
        }));
    }
    package["resources"] = resources.into();
    let workbook = digest(DataFile::Workbook)?;
    let media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    package["alternatives"] = json!([other(DataFile::Workbook, media_type, &workbook)]);
    Ok(pretty(&package))
}

/// The same data in another format.
fn other(file: DataFile, media_type: &str, of: &FileDigest) -> Value {
    json!({
        "path": file_name(file),
        "mediatype": media_type,
        "bytes": of.bytes,
        "hash": format!("sha256:{}", of.sha256),
    })
}

/// The path from the package, which stands beside all others.
fn file_name(file: DataFile) -> String {
    let address = file.address();
    address.strip_prefix("data/").unwrap_or(&address).to_owned()
}

/// A licence by its id and address, if it is one that is known; else by what is written.
pub(super) fn licence_of(written: &str) -> Value {
    match known_licence(written) {
        Some(of) => json!({ "name": of.id, "title": of.name, "path": of.url }),
        None if written.starts_with("https://") => json!({ "path": written }),
        None => json!({ "name": written.replace(' ', "-"), "title": written }),
    }
}

/// Who reported the figures: each source once.
fn sources(data: &Data<'_>) -> Vec<Value> {
    let site = &data.portal.site;
    let mut all: Vec<(&str, &str)> = Vec::new();
    for (_, figure) in data.portal.figures.iter() {
        let source = &figure.record.source;
        let title = source
            .title
            .best(site.default_language, &site.fallback)
            .text;
        let address = source.url.as_str();
        if !all.contains(&(title, address)) {
            all.push((title, address));
        }
    }
    let told = all.into_iter().map(|(title, address)| match address {
        "" => json!({ "title": title }),
        _ => json!({ "title": title, "path": address }),
    });
    told.collect()
}
