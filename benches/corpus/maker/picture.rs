//! PNG encoder: a little drawn landscape, 16 colours, not compressed.

const WIDTH: usize = 320;
const HEIGHT: usize = 200;

/// Sky, sun, snow, hill, meadow, wall, roof, window.
const PALETTE: [[u8; 3]; 8] = [
    [190, 220, 240],
    [250, 205, 80],
    [245, 248, 250],
    [120, 150, 120],
    [165, 190, 110],
    [235, 225, 205],
    [170, 80, 60],
    [90, 110, 140],
];

/// The picture of this number: hills, the sun and a house stand elsewhere in each.
pub(super) fn png(nth: usize) -> Vec<u8> {
    let mut rows = Vec::with_capacity(HEIGHT * (WIDTH / 2 + 1));
    for y in 0..HEIGHT {
        rows.push(0); // No filter.
        rows.extend((0..WIDTH / 2).map(|pair| {
            // It is drawn in squares of two by two.
            let colour = |x: usize| colour(nth, x / 2, y / 2);
            colour(pair * 2) << 4 | colour(pair * 2 + 1)
        }));
    }
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut head = Vec::new();
    head.extend((WIDTH as u32).to_be_bytes());
    head.extend((HEIGHT as u32).to_be_bytes());
    head.extend([4, 3, 0, 0, 0]); // Four bits a pixel, by a palette.
    chunk(&mut png, b"IHDR", &head);
    chunk(&mut png, b"PLTE", PALETTE.as_flattened());
    chunk(&mut png, b"IDAT", &stored(&rows));
    chunk(&mut png, b"IEND", &[]);
    png
}

/// The colour of a pixel, by its place in the palette.
fn colour(nth: usize, x: usize, y: usize) -> u8 {
    let square = |a: usize, b: usize| a.abs_diff(b) * a.abs_diff(b);
    let (sun, peak, house) = (20 + nth % 5 * 30, 30 + nth % 7 * 16, 24 + nth % 11 * 10);
    let hill = 28 + square(x, peak) / 60;
    match () {
        () if x.abs_diff(house) < 14 && (60..84).contains(&y) => match x % 7 < 3 && y % 8 < 4 {
            true => 7,
            false => 5,
        },
        () if y < 60 && y + 14 > 60 + x.abs_diff(house) / 2 && x.abs_diff(house) < 18 => 6,
        () if y > 76 => 4,
        () if y > hill => match y < 42 {
            true => 2,
            false => 3,
        },
        () if square(x, sun) + square(y, 18) < 110 => 1,
        () => 0,
    }
}

/// A zlib stream (RFC 1950) of one stored block (RFC 1951, 3.2.4): shorter than 64 KiB.
fn stored(bytes: &[u8]) -> Vec<u8> {
    let length = bytes.len() as u16;
    let mut stream = vec![0x78, 0x01, 0x01];
    stream.extend(length.to_le_bytes());
    stream.extend((!length).to_le_bytes());
    stream.extend(bytes);
    let (a, b) = bytes.iter().fold((1_u32, 0_u32), |(a, b), &byte| {
        let a = (a + u32::from(byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    stream.extend((b << 16 | a).to_be_bytes());
    stream
}

/// A chunk with its checksum (PNG 1.2, 3.4 and 15).
fn chunk(png: &mut Vec<u8>, kind: &[u8; 4], bytes: &[u8]) {
    png.extend((bytes.len() as u32).to_be_bytes());
    png.extend(kind);
    png.extend(bytes);
    let checked = kind.iter().chain(bytes);
    let crc = checked.fold(u32::MAX, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| {
            crc >> 1 ^ (0xedb8_8320 * (crc & 1))
        })
    });
    png.extend((!crc).to_be_bytes());
}
