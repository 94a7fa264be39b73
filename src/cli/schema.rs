//! `tagzym schema`: JSON Schemas of records and front matter, for editors.

use std::path::Path;

use super::report::{check_root, say};
use super::{CONTENT_ERRORS, WRONG_USE};
use crate::disk::{read::read, write::write};
use crate::load::schema::{SchemaOf, schema as schema_of};
use crate::load::site::site;
use crate::model::lang::Lang;

pub fn schema(out: &Path, root: &Path) -> u8 {
    if let Err(code) = check_root(root) {
        return code;
    }
    let (sources, _) = read(root);
    let settings = match sources.find("site.toml") {
        Some(source) => match site(source, &sources.get(source).text) {
            (Some(site), _) => Some(site),
            (None, _) => {
                say("error: site.toml cannot be read; `tagzym check` says why");
                return CONTENT_ERRORS;
            }
        },
        None => None,
    };
    // Without a site: the contract's default.
    let required = settings.map_or_else(|| vec![Lang::Kk], |site| site.required);
    let files: Vec<(String, String)> = SchemaOf::ALL
        .into_iter()
        .map(|of| (of.file(), format!("{:#}\n", schema_of(of, &required))))
        .collect();
    match write(out, &files) {
        Ok(()) => {
            say(format!(
                "Wrote {} schemas into {}",
                files.len(),
                out.display()
            ));
            0
        }
        Err(error) => {
            say(format!("error: {error}"));
            WRONG_USE
        }
    }
}
