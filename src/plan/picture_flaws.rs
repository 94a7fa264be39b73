//! What is wrong with pictures and documents of the content, as far as the heads of their files tell.
//!
//! Takes a file that is published, gives what its readers would not see as it was meant.

use crate::diagnostic::{At, Code, Diagnostic};
use crate::extract::picture::{PictureFlaw, document};
use crate::extract::svg::Active;
use crate::pictures::{LEAST_WIDTH, MOST_BYTES, MOST_PIXELS, is_made};
use crate::source::{Asset, AssetContent};

/// More pixels than many phones can show.
const MOST_COPIED: u64 = 50_000_000;

/// What keeps readers from seeing a file of `static/` as it was meant.
pub(super) fn broken_file(asset: &Asset) -> Vec<Diagnostic> {
    if let Some(PictureFlaw::Active(active, row)) = asset.flaw {
        let what = match active {
            Active::Script => "script",
            Active::Link => "link",
            Active::Foreign => "foreign",
            Active::Large => "large",
            Active::Broken => "broken",
        };
        let at = At::File(asset.path.to_string());
        let drawing = Diagnostic::new(Code::ActiveDrawing, at);
        return vec![drawing.with("what", what).with("row", row)];
    }
    // An animation may be meant, where no text needs a picture.
    let flaw = flaw(asset).filter(|(what, _)| *what != "moves");
    let broken = flaw.or_else(|| too_large(asset));
    let broken = broken.map(|(what, format)| told(Code::BrokenPicture, asset, what, format));
    misnamed(asset).into_iter().chain(broken).collect()
}

/// What keeps readers from seeing a picture that a text shows as it was meant. `made`: it is made anew.
pub(super) fn shown_picture(asset: &Asset, made: bool) -> Vec<Diagnostic> {
    let unfit = unfit_to_show(asset, made);
    misnamed(asset).into_iter().chain(unfit).collect()
}

/// A picture whose name says another kind than its bytes, which are what counts.
fn misnamed(asset: &Asset) -> Option<Diagnostic> {
    match asset.flaw {
        Some(PictureFlaw::Other { format, .. }) => {
            Some(told(Code::BrokenPicture, asset, "other", format))
        }
        _ => None,
    }
}

fn unfit_to_show(asset: &Asset, made: bool) -> Option<Diagnostic> {
    let (width, height) = asset.size.unwrap_or_default();
    let pixels = u64::from(width) * u64::from(height);
    let length = match &asset.content {
        AssetContent::File { length, .. } => *length,
        AssetContent::Builtin(bytes) => bytes.len() as u64,
    };
    if length == 0 && asset.flaw.is_none() {
        // Of a revision nobody has read it.
        return None;
    }
    match flaw(asset) {
        Some((what, format)) => Some(told(Code::UnfitPicture, asset, what, format)),
        None if !made && is_made(asset.format()) => Some(unfit(asset, "unread")),
        None if !made => {
            let (what, format) = too_large(asset)?;
            Some(told(Code::BrokenPicture, asset, what, format))
        }
        None if pixels > MOST_PIXELS => Some(unfit(asset, "pixels")),
        None if length > MOST_BYTES => Some(unfit(asset, "bytes")),
        None if width < LEAST_WIDTH => {
            let at = At::File(asset.path.to_string());
            let small = Diagnostic::new(Code::SmallPicture, at);
            Some(small.with("width", width).with("least", LEAST_WIDTH))
        }
        None => None,
    }
}

fn flaw(asset: &Asset) -> Option<(&'static str, &'static str)> {
    Some(match asset.flaw {
        Some(PictureFlaw::Pointer) => ("lfs", ""),
        Some(PictureFlaw::Empty) => ("empty", ""),
        Some(PictureFlaw::Cut) => ("cut", ""),
        Some(PictureFlaw::Moves | PictureFlaw::Other { moves: true, .. }) => ("moves", ""),
        Some(PictureFlaw::Active(..)) | Some(PictureFlaw::None) => ("none", ""),
        Some(PictureFlaw::Unshown(format)) => ("unshown", format),
        None | Some(PictureFlaw::Other { .. })
            if asset
                .size
                .is_some_and(|(width, height)| width.min(height) == 0) =>
        {
            ("size", "")
        }
        None | Some(PictureFlaw::Other { .. } | PictureFlaw::Script) => return None,
    })
}

fn too_large(asset: &Asset) -> Option<(&'static str, &'static str)> {
    let (width, height) = asset.size?;
    let is_large = u64::from(width) * u64::from(height) > MOST_COPIED;
    is_large.then_some(("large", ""))
}

/// A picture that cannot be made, or shown, for what is wrong with its bytes.
pub(crate) fn unfit(asset: &Asset, what: &str) -> Diagnostic {
    told(Code::UnfitPicture, asset, what, "")
}

fn told(code: Code, asset: &Asset, what: &str, format: &str) -> Diagnostic {
    let (width, height) = asset.size.unwrap_or_default();
    let sort = match document(&asset.path) {
        Some(_) => "document",
        None => "picture",
    };
    Diagnostic::new(code, At::File(asset.path.to_string()))
        .with("what", what)
        .with("format", format)
        .with("sort", sort)
        .with("width", width)
        .with("height", height)
}
