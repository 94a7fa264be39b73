//! Making: a picture in its forms, from the bytes of its file.

use std::borrow::Cow;

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use webp::{Encoder, PixelLayout, WebPConfig};

use super::colour::to_srgb;
use super::decode::{Pixels, decode};
use super::form::{Form, Format, forms};
use super::jpeg;
use super::limits::{MOST_BYTES, MOST_PIXELS, Unmade};
use super::turn::Turn;

/// What a made picture depends on besides its file. The first number changes with what is done here.
const MADE_BY: &str = concat!("1 ", env!("PICTURE_CODECS"));

/// How well pictures are kept, of 100.
const QUALITY: u8 = 78;

/// How hard the writer of WebP tries, of 6.
const EFFORT: i32 = 3;

/// The key under which a form of a picture can be kept: the digest of all that it depends on. `of` is that of the file.
pub(crate) fn key(of: &[u8; 32], turn: Turn, form: Form) -> blake3::Hash {
    let mut key = blake3::Hasher::new();
    let Form {
        format,
        width,
        height,
    } = form;
    key.update(blake3::hash(MADE_BY.as_bytes()).as_bytes());
    key.update(&[QUALITY, EFFORT as u8, turn.number()]);
    key.update(format.ending().as_bytes());
    key.update(&width.to_le_bytes())
        .update(&height.to_le_bytes());
    key.update(of).finalize()
}

/// What the addresses of a picture tell of its file and of how it is made. `path`: its own, since two may have the same bytes.
pub(crate) fn name(path: &str, of: &[u8; 32], turn: Turn) -> blake3::Hash {
    let mut name = blake3::Hasher::new();
    name.update(path.as_bytes());
    name.update(&[QUALITY, EFFORT as u8, turn.number()]);
    name.update(blake3::hash(MADE_BY.as_bytes()).as_bytes());
    name.update(of).finalize()
}

/// Makes a picture in some of its forms, each as if all were made. `size` is that of what is seen.
///
/// # Errors
/// Why it cannot be made.
pub(crate) fn make(
    bytes: &[u8],
    size: (u32, u32),
    turn: Turn,
    wanted: &[Form],
) -> Result<Vec<Vec<u8>>, Unmade> {
    if u64::from(size.0) * u64::from(size.1) > MOST_PIXELS {
        return Err(Unmade::ManyPixels);
    }
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Unmade::ManyBytes);
    }
    let decoded = decode(bytes, turn.size(size))?;
    let forms = forms(size);
    let widest = forms.iter().map(|form| (form.width, form.height)).max();
    let stored = turn.size(widest.unwrap_or(size));
    let mut whole = resized(&decoded.pixels, stored)?.unwrap_or(decoded.pixels);
    if let Some(profile) = decoded.profile {
        to_srgb(&mut whole, &profile);
    }
    let whole = turn.apply(whole);
    let made = wanted.iter().map(|form| {
        let small = resized(&whole, (form.width, form.height))?;
        written(small.as_ref().unwrap_or(&whole), form.format)
    });
    made.collect()
}

fn written(picture: &Pixels, format: Format) -> Result<Vec<u8>, Unmade> {
    match format {
        Format::WebP => of_webp(picture),
        Format::Jpeg => Ok(jpeg::written(picture, QUALITY)),
    }
}

/// A picture in another size; none if it has that size. The filter is a polynomial: it needs no function that is another on every machine.
fn resized(picture: &Pixels, (width, height): (u32, u32)) -> Result<Option<Pixels>, Unmade> {
    if (width, height) == (picture.width, picture.height) {
        return Ok(None);
    }
    // The one kind of pixel that is compiled: those without opacity would cost half a minute of the first compile.
    let rgba: Cow<[u8]> = match picture.has_alpha {
        true => Cow::Borrowed(&picture.bytes),
        false => opaque(&picture.bytes).into(),
    };
    let from = ImageRef::new(picture.width, picture.height, &rgba, PixelType::U8x4);
    let from = from.map_err(|_| Unmade::Broken)?;
    let mut to = Image::new(width, height, PixelType::U8x4);
    let options = ResizeOptions::new()
        .resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom))
        .use_alpha(picture.has_alpha);
    let done = Resizer::new().resize(&from, &mut to, &options);
    done.map_err(|_| Unmade::Broken)?;
    let bytes = match picture.has_alpha {
        true => to.into_vec(),
        false => colours(to.buffer()),
    };
    Ok(Some(Pixels {
        width,
        height,
        has_alpha: picture.has_alpha,
        bytes,
    }))
}

/// Pixels of three colours each as such of four bytes, which hide nothing.
fn opaque(rgb: &[u8]) -> Vec<u8> {
    let mut rgba = vec![u8::MAX; rgb.len() / 3 * 4];
    for (to, from) in rgba.chunks_exact_mut(4).zip(rgb.chunks_exact(3)) {
        to[..3].copy_from_slice(from);
    }
    rgba
}

/// The colours of pixels, without how opaque they are.
fn colours(rgba: &[u8]) -> Vec<u8> {
    let mut rgb = vec![0; rgba.len() / 4 * 3];
    for (to, from) in rgb.chunks_exact_mut(3).zip(rgba.chunks_exact(4)) {
        to.copy_from_slice(&from[..3]);
    }
    rgb
}

fn of_webp(picture: &Pixels) -> Result<Vec<u8>, Unmade> {
    let layout = match picture.has_alpha {
        true => PixelLayout::Rgba,
        false => PixelLayout::Rgb,
    };
    let mut config = WebPConfig::new().map_err(|()| Unmade::Broken)?;
    config.quality = f32::from(QUALITY);
    config.method = EFFORT;
    let encoder = Encoder::new(&picture.bytes, layout, picture.width, picture.height);
    let made = encoder.encode_advanced(&config);
    made.map(|bytes| bytes.to_vec()).map_err(|_| Unmade::Broken)
}

#[cfg(test)]
mod tests {
    use super::super::form::forms;
    use super::super::samples::{difference, painted};
    use super::*;

    #[test]
    fn each_form_shows_the_picture() {
        for has_alpha in [false, true] {
            let picture = painted((1300, 700), has_alpha);
            let file = of_webp(&picture).unwrap();
            let forms = forms((1300, 700));
            let made = make(&file, (1300, 700), Turn::default(), &forms).unwrap();
            for (form, bytes) in forms.iter().zip(&made) {
                let size = (form.width, form.height);
                let read = decode(bytes, size).unwrap().pixels;
                if read.has_alpha == has_alpha {
                    let off = difference(&painted(size, has_alpha), &read);
                    assert!(off < 4.0, "{form:?}: {off}");
                }
            }
            let alone = make(&file, (1300, 700), Turn::default(), &forms[1..2]);
            assert_eq!(alone.unwrap()[0], made[1]);
        }
    }

    #[test]
    fn what_is_written_is_read_by_others_nearly_as_it_was() {
        // Colours are coarse at the hard edge, which is a large part of a small picture.
        for (size, most) in [
            ((1, 1), 1.0),
            ((16, 16), 5.0),
            ((17, 33), 5.0),
            ((200, 150), 1.0),
        ] {
            let picture = painted(size, false);
            let read = decode(&jpeg::written(&picture, 90), size).unwrap().pixels;
            let off = difference(&picture, &read);
            assert!(off < most, "{size:?}: {off}");
        }
        let opaque = painted((64, 64), false);
        assert!(jpeg::written(&opaque, 30).len() < jpeg::written(&opaque, 90).len());
    }

    #[test]
    fn what_is_not_opaque_lies_on_white() {
        let glass = Pixels {
            width: 8,
            height: 8,
            has_alpha: true,
            bytes: [10, 20, 30, 0].repeat(64),
        };
        let read = decode(&jpeg::written(&glass, 90), (8, 8)).unwrap().pixels;
        assert!(read.bytes.iter().all(|&byte| byte > 250));
    }
}
