//! `tagzym purge-list`: the addresses that caches and copies of a site have to forget.
//!
//! It prints addresses of pages that are gone, which `diff` never does: they can be those of patrons who asked not to be named.
//! It writes them nowhere.

use std::path::PathBuf;

use clap::Args;

use super::common::base_url;
use super::language::UiLang;
use super::report::{error, print};
use super::state::{read_published, told};
use crate::changes::gone;
use crate::manifest::Manifest;
use crate::report::message::language;
use crate::source::text::percent;

#[derive(Debug, Args)]
pub(super) struct PurgeArgs {
    /// The output folder or manifest of the site as it was
    old: PathBuf,
    /// The output folder or manifest of the site as it is
    new: PathBuf,
    /// The address of the site, to stand before each path
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<String>,
    /// Only what is gone, as lines for nginx that answer 410
    #[arg(long)]
    nginx: bool,
    #[command(flatten)]
    ui: UiLang,
}

pub(super) fn purge_list(args: &PurgeArgs) -> u8 {
    let states = read_published(&args.old).and_then(|old| Ok((old, read_published(&args.new)?)));
    match states {
        Ok((old, new)) => {
            print(listed(args, &old, &new));
            0
        }
        Err(why) => {
            let words = language(args.ui.lang());
            let (text, code) = told(&why, &words);
            error(&words, &text);
            code
        }
    }
}

/// The addresses, a line each: those that are gone first, then those that show something else.
fn listed(args: &PurgeArgs, old: &Manifest, new: &Manifest) -> String {
    let (gone, changed) = gone(old, new);
    let base = args.base_url.as_deref().unwrap_or_default();
    let mut text = String::new();
    if args.nginx {
        // A host compares paths that are decoded, without the address of the site.
        let (_, host) = base.split_once("://").unwrap_or_default();
        let folder = host.find('/').map_or("", |at| &host[at..]);
        for address in gone.iter().flat_map(|path| addresses(path)) {
            let address = quoted(&format!("{}{address}", percent::decoded(folder)));
            text.push_str(&format!("location = \"{address}\" {{ return 410; }}\n"));
        }
        return text;
    }
    for address in gone.iter().chain(&changed).flat_map(|path| addresses(path)) {
        text.push_str(&format!("{base}{}\n", percent::path(&address)));
    }
    text
}

/// All addresses at which a host answers with a file.
fn addresses(path: &str) -> Vec<String> {
    let whole = format!("/{path}");
    match whole.strip_suffix("index.html") {
        Some(folder) if folder.ends_with('/') => {
            let mut all = vec![folder.to_owned()];
            let bare = folder.trim_end_matches('/');
            if !bare.is_empty() {
                all.push(bare.to_owned());
            }
            all.push(whole);
            all
        }
        _ => vec![whole],
    }
}

/// A text between quotation marks of nginx.
fn quoted(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_several_addresses() {
        assert_eq!(
            addresses("kk/a/index.html"),
            ["/kk/a/", "/kk/a", "/kk/a/index.html"]
        );
        assert_eq!(addresses("index.html"), ["/", "/index.html"]);
        assert_eq!(addresses("kk/a/rows.csv"), ["/kk/a/rows.csv"]);
        assert_eq!(quoted(r#"a"b\c"#), r#"a\"b\\c"#);
    }
}
