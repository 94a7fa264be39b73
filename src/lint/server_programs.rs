//! Lint of programs for a server among the copied files: a static host gives their text to whoever asks for it.

use crate::diagnostic::{At, Code, Diagnostic};
use crate::source::Asset;

const ENDINGS: [&str; 11] = [
    "php", "php3", "php4", "php5", "php7", "phps", "phtml", "asp", "aspx", "jsp", "cgi",
];

/// A warning for each.
pub(crate) fn server_programs(assets: &[Asset]) -> Vec<Diagnostic> {
    let copied = assets
        .iter()
        .filter(|asset| asset.path.starts_with("content/static/"));
    let programs = copied.filter(|asset| {
        let ending = asset.path.rsplit_once('.').map(|(_, ending)| ending);
        ending.is_some_and(|ending| ENDINGS.contains(&&*ending.to_ascii_lowercase()))
    });
    let told = programs.map(|asset| {
        let at = At::File(asset.path.to_string());
        Diagnostic::new(Code::ServerProgram, at)
    });
    told.collect()
}
