//! Decoding: the pixels of a JPEG, PNG or WebP, and the profile of their colours.

use std::io::Cursor;

use png::{ColorType, Transformations};
use webp::BitstreamFeatures;
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

use super::limits::Unmade;

/// The pixels of a picture, row by row: red, green, blue and, if it has any, how opaque each is.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pixels {
    pub width: u32,
    pub height: u32,
    pub has_alpha: bool,
    pub bytes: Vec<u8>,
}

impl Pixels {
    /// How many bytes a pixel has.
    pub(super) fn depth(&self) -> usize {
        if self.has_alpha { 4 } else { 3 }
    }
}

/// What a file holds: its pixels as they are stored, and the ICC profile that says what their colours are.
#[derive(Debug)]
pub(super) struct Decoded {
    pub pixels: Pixels,
    pub profile: Option<Vec<u8>>,
}

/// Decodes a picture of any of the formats, whatever its name says; it has to have this size.
///
/// # Errors
/// It is broken, moves, or has another size than was read before.
pub(super) fn decode(bytes: &[u8], size: (u32, u32)) -> Result<Decoded, Unmade> {
    let is_png = bytes.starts_with(b"\x89PNG");
    let decoded = match is_png {
        true => of_png(bytes, size),
        false if bytes.starts_with(b"RIFF") => of_webp(bytes, size),
        false => of_jpeg(bytes, size),
    }?;
    let Pixels { width, height, .. } = decoded.pixels;
    let length = width as usize * height as usize * decoded.pixels.depth();
    match (width, height) == size && decoded.pixels.bytes.len() == length {
        true => Ok(decoded),
        false => Err(Unmade::Broken),
    }
}

fn of_jpeg(bytes: &[u8], size: (u32, u32)) -> Result<Decoded, Unmade> {
    // Else what is missing of a picture that is cut off would be grey, where its end mark is missing, too.
    let options = DecoderOptions::default()
        .set_strict_mode(true)
        .set_max_width(size.0 as usize)
        .set_max_height(size.1 as usize)
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    let pixels = decoder.decode().map_err(|_| Unmade::Broken)?;
    let (width, height) = decoder.dimensions().ok_or(Unmade::Broken)?;
    Ok(Decoded {
        pixels: Pixels {
            width: width as u32,
            height: height as u32,
            has_alpha: false,
            bytes: pixels,
        },
        profile: decoder.icc_profile(),
    })
}

fn of_png(bytes: &[u8], size: (u32, u32)) -> Result<Decoded, Unmade> {
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(|_| Unmade::Broken)?;
    let info = reader.info();
    if info.is_animated() {
        return Err(Unmade::Moves);
    }
    if (info.width, info.height) != size {
        return Err(Unmade::Broken);
    }
    let profile = info.icc_profile.as_ref().map(|of| of.to_vec());
    let length = reader.output_buffer_size().ok_or(Unmade::Broken)?;
    let mut read = vec![0; length];
    let frame = reader.next_frame(&mut read).map_err(|_| Unmade::Broken)?;
    read.truncate(frame.buffer_size());
    let (has_alpha, bytes) = match frame.color_type {
        ColorType::Rgb => (false, read),
        ColorType::Rgba => (true, read),
        ColorType::Grayscale => (false, read.iter().flat_map(|&grey| [grey; 3]).collect()),
        ColorType::GrayscaleAlpha => {
            let pixels = read.chunks_exact(2);
            let rgba = pixels.flat_map(|of| [of[0], of[0], of[0], of[1]]);
            (true, rgba.collect())
        }
        ColorType::Indexed => return Err(Unmade::Broken),
    };
    Ok(Decoded {
        pixels: Pixels {
            width: frame.width,
            height: frame.height,
            has_alpha,
            bytes,
        },
        profile,
    })
}

fn of_webp(bytes: &[u8], size: (u32, u32)) -> Result<Decoded, Unmade> {
    let features = BitstreamFeatures::new(bytes).ok_or(Unmade::Broken)?;
    if features.has_animation() {
        return Err(Unmade::Moves);
    }
    if (features.width(), features.height()) != size {
        return Err(Unmade::Broken);
    }
    let picture = webp::Decoder::new(bytes).decode().ok_or(Unmade::Broken)?;
    Ok(Decoded {
        pixels: Pixels {
            width: picture.width(),
            height: picture.height(),
            has_alpha: features.has_alpha(),
            bytes: picture.to_vec(),
        },
        profile: profile_of_webp(bytes),
    })
}

/// The profile in a chunk of a WebP.
fn profile_of_webp(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.get(12..)?;
    loop {
        let (name, after) = rest.split_at_checked(4)?;
        let (length, after) = after.split_at_checked(4)?;
        let length = u32::from_le_bytes(length.try_into().ok()?) as usize;
        let chunk = after.get(..length)?;
        if name == b"ICCP" {
            return Some(chunk.to_vec());
        }
        rest = after.get(length + length % 2..)?;
    }
}
