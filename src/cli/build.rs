//! `tagzym build`: the whole way, from a folder of content to a folder of pages.

use std::path::Path;

use super::report::{Clock, check_root, closing, diagnostics, say};
use super::{CONTENT_ERRORS, Common, WRONG_USE};
use crate::disk::publish::Publication;
use crate::pipeline::{Rendered, is_sound, prepare, render_all};

pub fn build(out: &Path, common: &Common) -> u8 {
    if let Err(code) = check_root(&common.root) {
        return code;
    }
    let mut clock = Clock::new(common);
    let publication = match Publication::begin(out, &common.root) {
        Ok(publication) => publication,
        Err(error) => {
            say(format!("error: {error}"));
            return WRONG_USE;
        }
    };
    let mut site = prepare(&common.root, &common.wishes());
    clock.step("read, load, link, totals, plan");
    let mut pages = 0;
    if let Some(prepared) = &site.prepared
        && is_sound(&site.diagnostics, common.strict)
    {
        let made = render_all(prepared, &site.sources, |path, rendered| match rendered {
            Rendered::Text(text) => publication.put(path, text.as_bytes()),
            Rendered::Copy(asset) => publication.copy(path, &asset.content),
        });
        match made {
            Ok(made) => {
                pages = made.pages;
                site.diagnostics.extend(made.diagnostics);
            }
            Err(error) => {
                say(format!("error: {error}"));
                return CONTENT_ERRORS;
            }
        }
        clock.step("render and write");
    }
    diagnostics(&site.diagnostics, &site.sources, common);
    let Some(prepared) = site
        .prepared
        .as_ref()
        .filter(|_| is_sound(&site.diagnostics, common.strict))
    else {
        say(format!(
            "Nothing was written: {} is as it was",
            out.display()
        ));
        return CONTENT_ERRORS;
    };
    if let Err(error) = publication.commit() {
        say(format!("error: {error}"));
        return CONTENT_ERRORS;
    }
    clock.step("replace the last output");
    if !common.quiet {
        let line = closing("Built", pages, prepared, &site.diagnostics, &clock);
        say(format!("{line}; in {}", out.display()));
    }
    0
}
