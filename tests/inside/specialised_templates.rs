//! Templates that are folded and inlined for speed write what the templates as they are write, on every page of every site
//! that the tests have.

use std::fs;
use std::path::PathBuf;

use super::support::repository;
use tagzym::pages::{context, kind_of};
use tagzym::pipeline::{BuildOptions, prepare};
use tagzym::plan::Output;

fn sites() -> Vec<PathBuf> {
    let made = fs::read_dir(repository("tests/sites")).unwrap();
    let made = made.map(|entry| entry.unwrap().path().join("site"));
    let mut sites: Vec<PathBuf> = made
        .filter(|path| path.join("site.toml").is_file())
        .collect();
    sites.push(repository("tests/portal"));
    sites
}

#[test]
fn specialised_templates_write_what_plain_ones_do() {
    let mut pages = 0;
    for site in sites() {
        let preparation = prepare(&site, &BuildOptions::default());
        let Some(prepared) = preparation.prepared else {
            continue;
        };
        for (path, output) in prepared.routes.iter() {
            let Output::Page(lang, page, n) = *output else {
                continue;
            };
            let engine = prepared.engines.get(lang).as_ref().unwrap();
            let context = context(&prepared.view(lang), page, n).unwrap();
            let template = format!("{}.html", kind_of(page));
            let specialised = engine.render_specialised(&template, &context);
            let plain = engine.render_plain(&template, &context, path);
            let plain = plain.unwrap_or_else(|wrong| panic!("{path}: {wrong:?}"));
            assert!(specialised.unwrap() == plain, "{}: {path}", site.display());
            pages += 1;
        }
    }
    assert!(pages > 500, "only {pages} pages were compared");
}
