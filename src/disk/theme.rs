//! The built-in theme, embedded in the program when it is compiled.
//!
//! Gives its files as if they stood below `themes/tagzym` of a site. Touches no file when the program runs. In the
//! program's own repository, the folder on the disk is read as any site's is, and takes precedence.

use std::sync::Arc;

use include_dir::{Dir, DirEntry, include_dir};

use super::file_names::{FileKind, file_kind};
use super::left_out::left_out;
use super::normalise::normalise;
use crate::extract::PrivateFacts;
use crate::source::{Asset, AssetContent, Source};

/// Where the files of the built-in theme stand, from a site's root.
pub(super) const FOLDER: &str = "themes/tagzym";

// On stable Rust `include_dir!` makes the compiler watch the files that it found, not the folder: build.rs watches
// that.
static THEME: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/tagzym");

/// The texts and the assets of the built-in theme, each sorted by path (`themes/tagzym/…`).
pub(crate) fn builtin_theme() -> (Vec<Source>, Vec<Asset>) {
    let (mut texts, mut assets) = (Vec::new(), Vec::new());
    collect(&THEME, &mut texts, &mut assets);
    texts.sort_by(|a, b| a.path.cmp(&b.path));
    assets.sort_by(|a, b| a.path.cmp(&b.path));
    (texts, assets)
}

fn collect(folder: &Dir<'static>, texts: &mut Vec<Source>, assets: &mut Vec<Asset>) {
    for entry in folder.entries() {
        let is_folder = matches!(entry, DirEntry::Dir(_));
        if entry
            .path()
            .file_name()
            .is_none_or(|name| left_out(name, is_folder, false).is_some())
        {
            continue;
        }
        let file = match entry {
            DirEntry::Dir(inner) => {
                collect(inner, texts, assets);
                continue;
            }
            DirEntry::File(file) => file,
        };
        let path: Arc<str> = format!("{FOLDER}/{}", file.path().display()).into();
        let text = match file_kind(&path) {
            FileKind::Text => normalise(file.contents()).ok(),
            FileKind::Asset => None,
        };
        match text {
            Some(text) => texts.push(Source {
                path,
                text: text.text.into(),
            }),
            None => assets.push(Asset {
                path,
                content: AssetContent::Builtin(file.contents()),
                size: None,
                facts: PrivateFacts::default(),
                flaw: None,
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_theme_is_compiled_in() {
        let (texts, assets) = builtin_theme();
        assert!(
            texts
                .iter()
                .any(|text| &*text.path == "themes/tagzym/theme.toml")
        );
        assert!(texts.is_sorted_by(|a, b| a.path < b.path));
        assert!(assets.is_sorted_by(|a, b| a.path < b.path));
        for asset in &assets {
            assert_eq!(
                file_kind(&asset.path),
                FileKind::Asset,
                "{} is no UTF-8",
                asset.path
            );
        }
    }
}
