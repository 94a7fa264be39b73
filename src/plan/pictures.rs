//! Pictures beside texts: which are made anew, in which forms, and where each of their files is published.
//!
//! All is told by the heads of files: none is decoded here. The address of a picture has a digest of what it is made from, so that
//! browsers may keep it as long as they like.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use super::address;
use super::made_picture::{MadePicture, PictureDigest};
use crate::extract::picture::PictureFlaw;
use crate::pictures::{Form, Turn, forms, is_made};
use crate::source::{Asset, AssetContent};

/// Takes the digests of files, each with its path from the root of the site and its place on the disk.
type TakeDigests<'a> = dyn Fn(&[(Arc<str>, &Path)]) -> HashMap<Arc<str>, PictureDigest> + 'a;

/// The pictures of the content whose files tell their size, by the path of each from the root of the site.
#[derive(Debug, Default)]
pub(crate) struct Pictures {
    known: HashMap<Arc<str>, Known>,
    /// Of their files; none where nobody keeps what is at an address.
    digests: Option<HashMap<Arc<str>, PictureDigest>>,
}

#[derive(Debug, Clone, Copy)]
struct Known {
    size: (u32, u32),
    turn: Turn,
    is_made: bool,
}

impl Pictures {
    /// `digests` gives those of files, by their places on the disk.
    pub(crate) fn new(assets: &[Asset], digests: Option<&TakeDigests<'_>>) -> Pictures {
        let all = assets
            .iter()
            .filter(|asset| asset.path.starts_with("content/"));
        let known = all.filter_map(|asset| {
            let known = Known {
                size: asset.size?,
                turn: Turn::from_exif(asset.facts.orientation),
                is_made: made(asset),
            };
            Some((asset.path.clone(), known))
        });
        let known: HashMap<Arc<str>, Known> = known.collect();
        let digests = digests.map(|digests| {
            let files = assets.iter().filter_map(|asset| match &asset.content {
                AssetContent::File { path, .. } if known.contains_key(&asset.path) => {
                    Some((asset.path.clone(), path.as_path()))
                }
                _ => None,
            });
            digests(&files.collect::<Vec<_>>())
        });
        Pictures { known, digests }
    }

    /// Whether a picture is made anew.
    pub(crate) fn is_made(&self, path: &str) -> bool {
        self.known.get(path).is_some_and(|known| known.is_made)
    }

    /// The picture beside a text as pages show it.
    pub(crate) fn shown(&self, folder: &str, file: &str) -> ShownPicture {
        let path = format!("{folder}/{file}");
        let mut webp = self.files(&path).unwrap_or_default();
        // The last is a JPEG: not all who show it know WebP.
        match webp.pop() {
            Some((address, form)) => ShownPicture {
                address,
                size: Some((form.width, form.height)),
                webp,
            },
            None => ShownPicture {
                address: self.copied(&path),
                size: self.known.get(&*path).map(|of| of.size),
                webp,
            },
        }
    }

    /// Where the picture beside a text is published that is copied as it is.
    pub(super) fn copied(&self, path: &str) -> String {
        address::picture_copy(path, &self.name(path))
    }

    /// The files that the picture beside a text becomes; none if it is copied as it is.
    fn files(&self, path: &str) -> Option<Vec<(String, Form)>> {
        let known = self.known.get(path).filter(|known| known.is_made)?;
        let name = self.name(path);
        let forms = forms(known.size).into_iter();
        let addressed = forms.map(|form| (address::picture_form(path, &name, form), form));
        Some(addressed.collect())
    }

    /// What tells the addresses of a picture from those of others.
    fn name(&self, path: &str) -> String {
        let digest = match self.known.get(path).zip(self.digest(path)) {
            Some((known, digest)) => crate::pictures::name(path, digest, known.turn),
            // Where nobody keeps anything, an address only has to be its own.
            None => blake3::hash(path.as_bytes()),
        };
        digest.to_hex()[..12].to_owned()
    }

    /// The same for the file of a picture.
    pub(super) fn made(&self, asset: &Asset) -> Option<MadePicture> {
        let known = self.known.get(&asset.path)?;
        Some(MadePicture {
            asset: asset.clone(),
            digest: self.digest(&asset.path).copied(),
            size: known.size,
            turn: known.turn,
            files: self.files(&asset.path)?,
        })
    }

    fn digest(&self, path: &str) -> Option<&PictureDigest> {
        self.digests.as_ref()?.get(path)
    }
}

/// The files of a picture.
#[derive(Debug)]
pub(crate) struct ShownPicture {
    /// Of the one that everybody can show.
    pub address: String,
    /// Its width and height, if the file tells them.
    pub size: Option<(u32, u32)>,
    /// Those for browsers, from the narrowest to the widest.
    pub webp: Vec<(String, Form)>,
}

/// Whether a file is a picture that is made anew: by its bytes, whatever its name says.
fn made(asset: &Asset) -> bool {
    let is_sound = matches!(
        asset.flaw,
        None | Some(PictureFlaw::Other { moves: false, .. })
    );
    let is_some = asset
        .size
        .is_some_and(|(width, height)| width.min(height) > 0);
    is_sound && is_made(asset.format()) && is_some && !asset.path.starts_with("content/static/")
}
