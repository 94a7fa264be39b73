//! A writer of JPEG: baseline, colours at half the width and height, whole numbers only, so that every machine writes the same.
//!
//! After ITU-T T.81; the transform is that of C. Loeffler, A. Ligtenberg and G. Moschytz, “Practical fast 1-D DCT algorithms with 11
//! multiplications” (1989), with numbers of 13 bits.

use super::decode::Pixels;
use super::jpeg_tables::{Codes, FIRST, OTHERS, QUANTA, ZIGZAG};

type Block = [i32; 64];

/// A code by what it stands for: its bits, and how many.
type CodeTable = [(u32, u32); 256];

/// A picture as JPEG, with nothing in it but the picture. What is not opaque lies on white. `quality`: of 100.
pub(super) fn written(picture: &Pixels, quality: u8) -> Vec<u8> {
    let quanta = QUANTA.map(|table| table.map(|coarse| scaled(coarse, quality)));
    let mut bytes = Vec::with_capacity(picture.bytes.len() / 8 + 1024);
    head(picture, &quanta, &mut bytes);
    let mut bits = Bits {
        bytes,
        waiting: 0,
        count: 0,
    };
    let codes = [0, 1].map(|of| (table(&FIRST[of]), table(&OTHERS[of])));
    let mut last = [0; 3];
    for top in (0..picture.height).step_by(16) {
        for left in (0..picture.width).step_by(16) {
            for (nth, block) in blocks(picture, left, top).iter_mut().enumerate() {
                let (of, colour) = match nth {
                    0..=3 => (0, 0),
                    _ => (nth - 3, 1),
                };
                transform(block);
                let block = quantised(block, &quanta[colour]);
                bits.block(&block, &mut last[of], &codes[colour]);
            }
        }
    }
    bits.end()
}

/// How coarse a frequency is at a quality; at 50 as the table says.
fn scaled(coarse: u8, quality: u8) -> u8 {
    let quality = u32::from(quality.clamp(1, 100));
    let percent = match quality {
        1..50 => 5000 / quality,
        _ => 200 - 2 * quality,
    };
    ((u32::from(coarse) * percent + 50) / 100).clamp(1, 255) as u8
}

/// All that stands before the picture.
fn head(picture: &Pixels, quanta: &[[u8; 64]; 2], bytes: &mut Vec<u8>) {
    bytes.extend([0xff, 0xd8]);
    let mut segment = |mark: u8, content: &[u8]| {
        bytes.extend([0xff, mark]);
        bytes.extend((content.len() as u16 + 2).to_be_bytes());
        bytes.extend_from_slice(content);
    };
    segment(0xe0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0");
    for (of, table) in quanta.iter().enumerate() {
        let ordered = ZIGZAG.map(|at| table[at]);
        segment(0xdb, &[&[of as u8], &ordered[..]].concat());
    }
    // Forms are at most 8000 high and 1600 wide.
    let [height, width] = [picture.height, picture.width].map(|of| (of as u16).to_be_bytes());
    let parts = [1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
    segment(0xc0, &[&[8], &height[..], &width, &[3], &parts].concat());
    for (class, tables) in [FIRST, OTHERS].iter().enumerate() {
        for (of, codes) in tables.iter().enumerate() {
            let place = [(class << 4 | of) as u8];
            segment(0xc4, &[&place, &codes.lengths[..], codes.values].concat());
        }
    }
    segment(0xda, &[3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0]);
}

/// The codes of a table, from the shortest on, each one more than the last.
fn table(codes: &Codes) -> CodeTable {
    let mut table = [(0, 0); 256];
    let mut values = codes.values.iter();
    let mut code = 0;
    for (length, &count) in (1..).zip(&codes.lengths) {
        for &value in values.by_ref().take(usize::from(count)) {
            table[usize::from(value)] = (code, length);
            code += 1;
        }
        code <<= 1;
    }
    table
}

/// Sixteen by sixteen pixels: four blocks of brightness, and one of each of the two colours. At the edge the last pixels are
/// repeated.
fn blocks(picture: &Pixels, left: u32, top: u32) -> [Block; 6] {
    let mut blocks = [[0; 64]; 6];
    for y in 0..16 {
        for x in 0..16 {
            let [red, green, blue] = pixel(picture, left + x, top + y);
            let bright = (19_595 * red + 38_470 * green + 7_471 * blue + 32_768) >> 16;
            let (x, y) = (x as usize, y as usize);
            blocks[y / 8 * 2 + x / 8][y % 8 * 8 + x % 8] = bright - 128;
            // A fourth of each pixel's colour.
            let small = y / 2 * 8 + x / 2;
            blocks[4][small] += -11_059 * red - 21_709 * green + 32_768 * blue;
            blocks[5][small] += 32_768 * red - 27_439 * green - 5_329 * blue;
        }
    }
    for block in &mut blocks[4..] {
        for of in block {
            *of = (*of + (1 << 17)) >> 18;
        }
    }
    blocks
}

fn pixel(picture: &Pixels, x: u32, y: u32) -> [i32; 3] {
    let (x, y) = (x.min(picture.width - 1), y.min(picture.height - 1));
    let depth = picture.depth();
    let at = (y as usize * picture.width as usize + x as usize) * depth;
    let of = &picture.bytes[at..at + depth];
    let opaque = of.get(3).map_or(255, |&alpha| i32::from(alpha));
    [0, 1, 2].map(|nth| match opaque {
        255 => i32::from(of[nth]),
        _ => (i32::from(of[nth]) * opaque + 255 * (255 - opaque) + 127) / 255,
    })
}

/// The frequencies of a block, eight times as large.
fn transform(block: &mut Block) {
    for row in 0..8 {
        pass(block, row * 8, 1, true);
    }
    for column in 0..8 {
        pass(block, column, 8, false);
    }
}

/// The frequencies of eight numbers, which stand so far from each other. Those of rows are kept four times as large until those of
/// columns are taken.
fn pass(block: &mut Block, first: usize, step: usize, is_row: bool) {
    let d: [i32; 8] = std::array::from_fn(|nth| block[first + nth * step]);
    let rounded = |of: i32, by: i32| (of + (1 << (by - 1))) >> by;
    let even = |of: i32| if is_row { of << 2 } else { rounded(of, 2) };
    let odd = |of: i32| rounded(of, if is_row { 11 } else { 15 });
    let (t0, t7) = (d[0] + d[7], d[0] - d[7]);
    let (t1, t6) = (d[1] + d[6], d[1] - d[6]);
    let (t2, t5) = (d[2] + d[5], d[2] - d[5]);
    let (t3, t4) = (d[3] + d[4], d[3] - d[4]);
    let (t10, t13) = (t0 + t3, t0 - t3);
    let (t11, t12) = (t1 + t2, t1 - t2);
    let z = (t12 + t13) * 4_433;
    let z5 = (t4 + t6 + t5 + t7) * 9_633;
    let z1 = (t4 + t7) * -7_373;
    let z2 = (t5 + t6) * -20_995;
    let z3 = (t4 + t6) * -16_069 + z5;
    let z4 = (t5 + t7) * -3_196 + z5;
    let made = [
        even(t10 + t11),
        odd(t7 * 12_299 + z1 + z4),
        odd(z + t13 * 6_270),
        odd(t6 * 25_172 + z2 + z3),
        even(t10 - t11),
        odd(t5 * 16_819 + z2 + z4),
        odd(z - t12 * 15_137),
        odd(t4 * 2_446 + z1 + z3),
    ];
    for (nth, of) in made.into_iter().enumerate() {
        block[first + nth * step] = of;
    }
}

/// The frequencies of a block as they are written, in their order.
fn quantised(block: &Block, quanta: &[u8; 64]) -> Block {
    ZIGZAG.map(|at| {
        let by = i32::from(quanta[at]) * 8;
        let size = (block[at].abs() + by / 2) / by;
        size * block[at].signum()
    })
}

/// Bits on their way into bytes.
struct Bits {
    bytes: Vec<u8>,
    waiting: u32,
    count: u32,
}

impl Bits {
    /// Adds the last so many bits of a number, at most 16.
    fn put(&mut self, bits: u32, count: u32) {
        self.waiting = self.waiting << count | bits & ((1 << count) - 1);
        self.count += count;
        while self.count >= 8 {
            self.count -= 8;
            let byte = (self.waiting >> self.count) as u8;
            self.bytes.push(byte);
            if byte == 0xff {
                // Else it would be a mark.
                self.bytes.push(0);
            }
        }
    }

    /// Adds a block after the one whose first frequency was `last`.
    fn block(&mut self, block: &Block, last: &mut i32, (first, others): &(CodeTable, CodeTable)) {
        self.coded(block[0] - *last, 0, first);
        *last = block[0];
        let mut zeros = 0;
        for &of in &block[1..] {
            if of == 0 {
                zeros += 1;
                continue;
            }
            while zeros > 15 {
                let (code, length) = others[0xf0];
                self.put(code, length);
                zeros -= 16;
            }
            self.coded(of, zeros, others);
            zeros = 0;
        }
        if zeros > 0 {
            let (code, length) = others[0];
            self.put(code, length);
        }
    }

    /// Adds a number, with how many zeros stand before it: the code of its size, then its bits.
    fn coded(&mut self, of: i32, zeros: usize, table: &CodeTable) {
        let size = 32 - of.unsigned_abs().leading_zeros();
        let (code, length) = table[zeros << 4 | size as usize];
        self.put(code, length);
        let bits = if of < 0 { of - 1 } else { of };
        self.put(bits as u32, size);
    }

    /// All bytes, the last filled with ones.
    fn end(mut self) -> Vec<u8> {
        if self.count > 0 {
            self.put(0x7f, 8 - self.count);
        }
        self.bytes.extend([0xff, 0xd9]);
        self.bytes
    }
}
