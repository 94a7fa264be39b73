//! `tagzym check`: everything but writing, and a closer look than a build takes.

use super::report::{Clock, check_root, closing, diagnostics, say};
use super::{CONTENT_ERRORS, Common};
use crate::diagnostic::has_errors;
use crate::pipeline::{Rendered, inspect, is_sound, prepare, render_all};

pub fn check(common: &Common) -> u8 {
    if let Err(code) = check_root(&common.root) {
        return code;
    }
    let mut clock = Clock::new(common);
    let mut site = prepare(&common.root, &common.wishes());
    clock.step("read, load, link, totals, plan");
    let odd = inspect(&site);
    site.diagnostics.extend(odd);
    clock.step("inspect");
    let mut pages = 0;
    if let Some(prepared) = &site.prepared
        && !has_errors(&site.diagnostics)
    {
        let take = |_: &str, _: Rendered<'_>| Ok::<(), std::convert::Infallible>(());
        let Ok(made) = render_all(prepared, &site.sources, take);
        pages = made.pages;
        site.diagnostics.extend(made.diagnostics);
        clock.step("render");
    }
    diagnostics(&site.diagnostics, &site.sources, common);
    match &site.prepared {
        Some(prepared) if is_sound(&site.diagnostics, common.strict) => {
            if !common.quiet {
                say(closing(
                    "Checked",
                    pages,
                    prepared,
                    &site.diagnostics,
                    &clock,
                ));
            }
            0
        }
        _ => CONTENT_ERRORS,
    }
}
