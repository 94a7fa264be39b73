//! Lint of copied files that do more than show something: programs for a server or for the reader's browser, settings of a
//! host, and what holds passwords or records. A static host gives all of them to whoever asks.
//!
//! Takes the files of `static/`, gives a warning for each by its name, and for a page by what stands in it.

use crate::diagnostic::{At, Code, Diagnostic};
use crate::source::Asset;

const PROGRAMS: [&str; 11] = [
    "php", "php3", "php4", "php5", "php7", "phps", "phtml", "asp", "aspx", "jsp", "cgi",
];

const SCRIPTS: [&str; 3] = ["js", "mjs", "wasm"];

const DATABASES: [&str; 7] = ["sql", "sqlite", "sqlite3", "db", "mdb", "accdb", "dump"];

/// What hosts read for themselves. The site's own `_redirects`, `_headers` and `robots.txt` are meant to be there.
const SETTINGS: [&str; 12] = [
    ".htaccess",
    "web.config",
    "nginx.conf",
    "vercel.json",
    "now.json",
    "netlify.toml",
    "firebase.json",
    "wrangler.toml",
    "staticwebapp.config.json",
    "render.yaml",
    "fly.toml",
    "app.yaml",
];

const SECRETS: [&str; 9] = [
    "secrets.json",
    "secrets.yaml",
    "secrets.yml",
    "secrets.toml",
    "credentials.json",
    "passwords.txt",
    "passwords.csv",
    "service-account.json",
    "wp-config.php",
];

/// A warning for each.
pub(crate) fn server_programs(assets: &[Asset]) -> Vec<Diagnostic> {
    let copied = assets
        .iter()
        .filter(|asset| asset.path.starts_with("content/static/"));
    let told = copied.filter_map(|asset| {
        let at = At::File(asset.path.to_string());
        Some(Diagnostic::new(Code::ServerProgram, at).with("what", what(asset)?))
    });
    told.collect()
}

/// What a file is for, as the code has it.
fn what(asset: &Asset) -> Option<&'static str> {
    let path = asset.path.to_lowercase();
    let name = path.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    match ending {
        _ if SECRETS.contains(&name) || DATABASES.contains(&ending) => Some("secret"),
        _ if SETTINGS.contains(&name) => Some("settings"),
        _ if PROGRAMS.contains(&ending) => Some("program"),
        _ if SCRIPTS.contains(&ending) || asset.has_script() => Some("script"),
        _ => None,
    }
}
