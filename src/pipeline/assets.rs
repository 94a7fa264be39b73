//! Asset fingerprinting (cache busting): where theme files are published, below a folder named by a content hash.
//!
//! Takes a theme, gives its files with their paths in the output and the addresses that templates get for them. In a
//! preview the names stay plain. Knows nothing of pages.

use std::collections::BTreeMap;

use crate::diagnostic::{At, Code, Diagnostic};
use crate::disk;
use crate::plan::address::theme_file;
use crate::source::Asset;
use crate::theme::files::Theme;

/// The files of a theme: where each is published, and the address that templates get for it.
pub(super) struct ThemeAssets {
    pub files: Vec<(String, Asset)>,
    pub addresses: BTreeMap<String, String>,
}

/// Theme files lie in a folder that is named by what is in them all, so that browsers may keep them for ever and styles
/// may still name each other by plain relative paths.
pub(super) fn theme_assets(
    theme: &Theme,
    base: &str,
    plain: bool,
    found: &mut Vec<Diagnostic>,
) -> ThemeAssets {
    let mut digest = blake3::Hasher::new();
    let mut symbols = Vec::new();
    for (path, asset) in &theme.files {
        let is_drawing = path.ends_with(".svg");
        if plain && !is_drawing {
            continue;
        }
        match disk::bytes(&asset.content) {
            Ok(bytes) => {
                digest
                    .update(path.as_bytes())
                    .update(&(bytes.len() as u64).to_le_bytes())
                    .update(&bytes);
                if is_drawing {
                    let ids = symbols_of(&String::from_utf8_lossy(&bytes));
                    symbols.extend(ids.iter().map(|id| format!("{path}#{id}")));
                }
            }
            Err(reason) => found.push(unreadable(&asset.path, reason)),
        }
    }
    let hash = digest.finalize().to_hex();
    let digest = (!plain).then_some(&hash[..12]);
    let published = |path: &String| theme_file(digest, path);
    ThemeAssets {
        files: theme
            .files
            .iter()
            .map(|(path, asset)| (published(path), asset.clone()))
            .collect(),
        addresses: theme
            .files
            .keys()
            .chain(&symbols)
            .map(|path| (path.clone(), format!("{base}/{}", published(path))))
            .collect(),
    }
}

/// The error that the asset at a path from the site's root cannot be read, with the reason that `disk` gives.
pub(crate) fn unreadable(path: &str, reason: String) -> Diagnostic {
    let at = At::File(path.to_owned());
    Diagnostic::new(Code::Unreadable, at).with("reason", reason)
}

/// The ids of the symbols in a drawing.
fn symbols_of(svg: &str) -> Vec<String> {
    let symbols = svg.split("<symbol ").skip(1);
    symbols
        .filter_map(|rest| {
            let tag = &rest[..rest.find('>')?];
            let id = tag.split("id=\"").nth(1)?;
            Some(id[..id.find('"')?].to_owned())
        })
        .collect()
}
