//! Photographs for tests, painted by rule and written as cameras write them, with all that cameras note in them.
// Each program of tests uses some of it.
#![allow(dead_code)]

#[path = "../../src/pictures/jpeg.rs"]
mod jpeg;
#[path = "../../src/pictures/jpeg_tables.rs"]
mod jpeg_tables;

/// What the writer of JPEG is given, as in the program.
mod decode {
    pub struct Pixels {
        pub width: u32,
        pub height: u32,
        pub bytes: Vec<u8>,
    }

    impl Pixels {
        pub fn depth(&self) -> usize {
            3
        }
    }
}

pub type Colour = [u8; 3];

/// The pixels of a picture, row by row.
pub fn painted((width, height): (u32, u32), paint: impl Fn(u32, u32) -> Colour) -> Vec<u8> {
    let rows = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
    rows.flat_map(|(x, y)| paint(x, y)).collect()
}

/// A JPEG of this size with a colour at each place.
pub fn jpeg((width, height): (u32, u32), paint: impl Fn(u32, u32) -> Colour) -> Vec<u8> {
    let bytes = painted((width, height), paint);
    let picture = decode::Pixels {
        width,
        height,
        bytes,
    };
    jpeg::written(&picture, 90)
}

/// A PNG of it.
pub fn png((width, height): (u32, u32), paint: impl Fn(u32, u32) -> Colour) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder
        .add_text_chunk("Author".to_owned(), SECRET.to_owned())
        .unwrap();
    let mut writer = encoder.write_header().unwrap();
    let pixels = painted((width, height), paint);
    writer.write_image_data(&pixels).unwrap();
    writer.finish().unwrap();
    bytes
}

/// Red, green, blue and white, in the four corners of what is seen.
pub const CORNERS: [Colour; 4] = [[220, 40, 40], [40, 180, 60], [40, 60, 220], [240, 240, 240]];

/// The colour of a picture in four parts.
pub fn corners((width, height): (u32, u32)) -> impl Fn(u32, u32) -> Colour {
    move |x, y| CORNERS[usize::from(2 * y >= height) * 2 + usize::from(2 * x >= width)]
}

/// A word that stands in all metadata.
pub const SECRET: &str = "Secretname";

/// A JPEG as a camera writes it: turned like this, with coordinates, its owner's name, a small picture, XMP, IPTC and a comment.
pub fn from_camera(jpeg: &[u8], orientation: u16) -> Vec<u8> {
    let mut bytes = jpeg[..2].to_vec();
    let small = self::jpeg((16, 16), |_, _| [1, 2, 3]);
    let xmp = format!(
        "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><dc:creator>{SECRET}</dc:creator></x:xmpmeta>"
    );
    let iptc = [
        &b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0f\x1c\x02\x50\0\x0a"[..],
        SECRET.as_bytes(),
        b"\0",
    ]
    .concat();
    for (mark, content) in [
        (0xe1, exif(orientation, &small)),
        (0xe1, xmp.into_bytes()),
        (0xed, iptc),
        (0xfe, SECRET.as_bytes().to_vec()),
    ] {
        bytes.extend([0xff, mark]);
        bytes.extend((content.len() as u16 + 2).to_be_bytes());
        bytes.extend(content);
    }
    bytes.extend(&jpeg[2..]);
    bytes
}

/// EXIF with an orientation, an owner, coordinates and a small picture.
pub fn exif(orientation: u16, small: &[u8]) -> Vec<u8> {
    const ENTRY: usize = 12;
    let owner = format!("{SECRET}\0").into_bytes();
    let first = 8;
    let gps = first + 2 + 3 * ENTRY + 4;
    let second = gps + 2 + 2 * ENTRY + 4;
    let values = second + 2 + 2 * ENTRY + 4;
    let degrees = values + owner.len() + owner.len() % 2;
    let thumbnail = degrees + 24;
    let mut bytes = b"Exif\0\0MM\0*\0\0\0\x08".to_vec();
    let mut folder = |entries: &[(u16, u16, u32, u32)], next: usize| {
        bytes.extend((entries.len() as u16).to_be_bytes());
        for (tag, kind, count, value) in entries {
            bytes.extend(tag.to_be_bytes());
            bytes.extend(kind.to_be_bytes());
            bytes.extend(count.to_be_bytes());
            bytes.extend(value.to_be_bytes());
        }
        bytes.extend((next as u32).to_be_bytes());
    };
    folder(
        &[
            (0x112, 3, 1, u32::from(orientation) << 16),
            (0x13b, 2, owner.len() as u32, values as u32),
            (0x8825, 4, 1, gps as u32),
        ],
        second,
    );
    folder(
        &[
            (1, 2, 2, u32::from_be_bytes(*b"N\0\0\0")),
            (2, 5, 3, degrees as u32),
        ],
        0,
    );
    folder(
        &[
            (0x201, 4, 1, thumbnail as u32),
            (0x202, 4, 1, small.len() as u32),
        ],
        0,
    );
    bytes.extend(&owner);
    if owner.len() % 2 == 1 {
        bytes.push(0);
    }
    for part in [43_u32, 1, 14, 1, 7, 1] {
        bytes.extend(part.to_be_bytes());
    }
    bytes.extend(small);
    bytes
}
