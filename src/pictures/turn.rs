//! Turning: how the pixels of a photograph are to be laid so that it stands upright, as EXIF tells it.

use super::decode::Pixels;

/// The orientation of a photograph: 1 to 8, as EXIF numbers them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Turn(u8);

impl Default for Turn {
    fn default() -> Turn {
        Turn(1)
    }
}

impl Turn {
    /// That of a number in EXIF; what is none of the eight is upright.
    pub(crate) fn from_exif(number: u32) -> Turn {
        match u8::try_from(number) {
            Ok(known @ 1..=8) => Turn(known),
            _ => Turn::default(),
        }
    }

    pub(super) fn number(self) -> u8 {
        self.0
    }

    /// The width and height of what is seen, or from what is seen those of what is stored.
    pub(crate) fn size(self, (width, height): (u32, u32)) -> (u32, u32) {
        match self.0 {
            5..=8 => (height, width),
            _ => (width, height),
        }
    }

    /// The picture as it is seen.
    pub(super) fn apply(self, picture: Pixels) -> Pixels {
        if self == Turn::default() {
            return picture;
        }
        let (width, height) = self.size((picture.width, picture.height));
        let (w, h) = (picture.width as usize, picture.height as usize);
        let depth = picture.depth();
        // Where the first pixel that is seen is stored, and how far it is from there to the next, and to the next row.
        let (right, down) = (depth as isize, (w * depth) as isize);
        let corner = |x: usize, y: usize| (y * w + x) * depth;
        let (first, step, row) = match self.0 {
            2 => (corner(w - 1, 0), -right, down),
            3 => (corner(w - 1, h - 1), -right, -down),
            4 => (corner(0, h - 1), right, -down),
            5 => (corner(0, 0), down, right),
            6 => (corner(0, h - 1), -down, right),
            7 => (corner(w - 1, h - 1), -down, -right),
            _ => (corner(w - 1, 0), down, -right),
        };
        let mut bytes = Vec::with_capacity(picture.bytes.len());
        for y in 0..height as isize {
            let start = first as isize + y * row;
            for x in 0..width as isize {
                let at = (start + x * step) as usize;
                bytes.extend_from_slice(&picture.bytes[at..at + depth]);
            }
        }
        Pixels {
            width,
            height,
            bytes,
            ..picture
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two wide, three high, each pixel its number.
    fn stored() -> Pixels {
        let bytes = (1..=6).flat_map(|n| [n; 3]).collect();
        Pixels {
            width: 2,
            height: 3,
            has_alpha: false,
            bytes,
        }
    }

    #[test]
    fn each_orientation_stands_upright() {
        for (number, seen) in [
            (1, [[1, 2].as_slice(), &[3, 4], &[5, 6]].concat()),
            (2, [[2, 1].as_slice(), &[4, 3], &[6, 5]].concat()),
            (3, [[6, 5].as_slice(), &[4, 3], &[2, 1]].concat()),
            (4, [[5, 6].as_slice(), &[3, 4], &[1, 2]].concat()),
            (5, [[1, 3, 5].as_slice(), &[2, 4, 6]].concat()),
            (6, [[5, 3, 1].as_slice(), &[6, 4, 2]].concat()),
            (7, [[6, 4, 2].as_slice(), &[5, 3, 1]].concat()),
            (8, [[2, 4, 6].as_slice(), &[1, 3, 5]].concat()),
        ] {
            let turned = Turn::from_exif(number).apply(stored());
            let pixels: Vec<u8> = turned.bytes.iter().copied().step_by(3).collect();
            assert_eq!(pixels, seen, "{number}");
            let wide = if number < 5 { 2 } else { 3 };
            assert_eq!((turned.width, turned.height), (wide, 5 - wide), "{number}");
        }
        for odd in [0, 9, 700] {
            assert_eq!(Turn::from_exif(odd), Turn::default());
        }
    }
}
