//! Lint of file sizes: pictures that are too heavy for readers.

use crate::diagnostic::{At, Code, Diagnostic};
use crate::markdown::is_picture_path;
use crate::pictures::is_made;
use crate::source::{Asset, AssetContent};

/// The most bytes that a picture should have: 10 MB.
const MOST: u64 = 10_000_000;

/// Whether a file is published as it is, if it is published at all.
pub(super) fn is_copied(asset: &Asset) -> bool {
    asset.path.starts_with("content/static/") || !is_made(asset.format())
}

/// A warning for each picture of the content that is too large.
pub(crate) fn heavy_pictures(assets: &[Asset]) -> Vec<Diagnostic> {
    let pictures = assets.iter().filter(|asset| {
        asset.path.starts_with("content/")
            && is_picture_path(&asset.path.to_lowercase())
            && is_copied(asset)
    });
    pictures
        .filter_map(|asset| match asset.content {
            AssetContent::File { length, .. } if length > MOST => {
                // Rounded up, so that what is too large never looks as if it were not.
                let tenths = length.div_ceil(MOST / 100);
                let at = At::File(asset.path.to_string());
                Some(
                    Diagnostic::new(Code::HeavyPicture, at)
                        .with("size", format!("{}.{} MB", tenths / 10, tenths % 10))
                        .with("limit", format!("{} MB", MOST / 1_000_000)),
                )
            }
            _ => None,
        })
        .collect()
}
