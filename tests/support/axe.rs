//! axe-core: what is wrong with a page for those who hear it, feel it or see it badly.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::browser::Browser;
use super::repository;
use super::skipped::skipped;

/// The script of axe-core, where `.ci/run` installs it or `AXE_CORE` says that it is; none, with a line that says so of
/// the test, where it is not. In CI it has to be there.
pub fn axe(test: &str) -> Option<String> {
    let path = match std::env::var_os("AXE_CORE") {
        Some(path) => PathBuf::from(path),
        None => repository("target/npm/node_modules/axe-core/axe.min.js"),
    };
    match fs::read_to_string(&path) {
        Ok(script) => Some(script),
        Err(reason) => {
            let why = format!(
                "no axe-core, which `.ci/run` installs, at {}: {reason}",
                path.display()
            );
            skipped(test, &why);
            None
        }
    }
}

/// The rules of WCAG 2.2 AA, and best practices.
pub fn all_rules() -> Value {
    json!({"type": "tag", "values":
        ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
}

/// What axe finds in the page, one line for each thing.
pub fn violations(browser: &Browser, axe: &str, only: &Value) -> Vec<String> {
    let script = format!(
        "if (!window.axe) {{ {axe} }}
        return axe.run(document, {{runOnly: {only}, resultTypes: ['violations']}}).then(({{violations}}) =>
            violations.flatMap(({{id, nodes}}) => nodes.map(({{target, failureSummary}}) =>
                `${{id}} ${{target}}: ${{failureSummary}}`)));"
    );
    let found = browser.run(&script);
    let found = found.as_array().expect("a list of what axe found");
    found
        .iter()
        .map(|one| one.as_str().expect("a line").to_owned())
        .collect()
}
