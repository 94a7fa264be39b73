//! Colours: those of a picture with an ICC profile brought to sRGB, which is what browsers take a picture without one for.
//!
//! Read are profiles of three colours and their curves, as cameras and screens have them (ICC.1:2022); pictures with others keep
//! their numbers. All is computed with whole numbers but for the tables.

use super::decode::Pixels;

/// From CIE XYZ under D50, in which profiles tell colours, to linear sRGB.
const TO_SRGB: [[f64; 3]; 3] = [
    [3.133_856_1, -1.616_866_7, -0.490_614_6],
    [-0.978_768_4, 1.916_141_5, 0.033_454_0],
    [0.071_945_3, -0.228_991_4, 1.405_242_7],
];

/// The steps of linear light in the table back.
const STEPS: usize = 4096;

/// Brings the colours of a picture to sRGB.
pub(super) fn to_srgb(picture: &mut Pixels, profile: &[u8]) {
    let Some(profile) = Profile::read(profile) else {
        return;
    };
    let matrix = profile
        .matrix
        .map(|row| row.map(|of| (of * 65_536.0).round() as i64));
    let back: Vec<u8> = (0..STEPS)
        .map(|step| of_linear(step as f64 / (STEPS - 1) as f64))
        .collect();
    let depth = picture.depth();
    for pixel in picture.bytes.chunks_exact_mut(depth) {
        let linear = [0, 1, 2].map(|nth| i64::from(profile.curves[nth][usize::from(pixel[nth])]));
        for (of, row) in pixel.iter_mut().zip(&matrix) {
            let sum: i64 = row.iter().zip(&linear).map(|(a, b)| a * b).sum();
            let step = (sum >> 16).clamp(0, 65_535) * (STEPS as i64 - 1);
            *of = back[((step + 32_767) / 65_535) as usize];
        }
    }
}

/// The number of a linear light in sRGB.
fn of_linear(light: f64) -> u8 {
    let of = match light <= 0.003_130_8 {
        true => light * 12.92,
        false => 1.055 * light.powf(1.0 / 2.4) - 0.055,
    };
    (of * 255.0).round() as u8
}

/// What a profile says, if it is not sRGB itself.
struct Profile {
    /// The light of each number, of 65,535, for red, green and blue.
    curves: [[u16; 256]; 3],
    /// From its own linear colours to those of sRGB.
    matrix: [[f64; 3]; 3],
}

impl Profile {
    fn read(bytes: &[u8]) -> Option<Profile> {
        if bytes.get(16..20) != Some(b"RGB ") {
            return None;
        }
        let tags = Tags(bytes);
        let colours = [
            tags.colour(b"rXYZ")?,
            tags.colour(b"gXYZ")?,
            tags.colour(b"bXYZ")?,
        ];
        let curves = [
            tags.curve(b"rTRC")?,
            tags.curve(b"gTRC")?,
            tags.curve(b"bTRC")?,
        ];
        let matrix = TO_SRGB.map(|row| {
            colours.map(|colour| row.iter().zip(&colour).map(|(a, b)| a * b).sum::<f64>())
        });
        let profile = Profile { curves, matrix };
        (!profile.is_srgb()).then_some(profile)
    }

    fn is_srgb(&self) -> bool {
        let is_near = |(nth, row): (usize, &[f64; 3])| {
            let own = |at: usize| if at == nth { 1.0 } else { 0.0 };
            let mut all = row.iter().enumerate();
            all.all(|(at, of)| (of - own(at)).abs() < 0.01)
        };
        let is_same = |curve: &[u16; 256]| {
            let mut all = curve.iter().enumerate();
            all.all(|(of, &light)| {
                usize::from(of_linear(f64::from(light) / 65_535.0)).abs_diff(of) < 2
            })
        };
        self.matrix.iter().enumerate().all(is_near) && self.curves.iter().all(is_same)
    }
}

/// The tags of a profile.
struct Tags<'a>(&'a [u8]);

impl<'a> Tags<'a> {
    fn find(&self, name: &[u8; 4]) -> Option<&'a [u8]> {
        let count = number(self.0, 128)? as usize;
        let entries = self.0.get(132..)?.chunks_exact(12).take(count);
        let entry = entries.into_iter().find(|entry| entry.starts_with(name))?;
        let start = number(entry, 4)? as usize;
        let length = number(entry, 8)? as usize;
        self.0.get(start..start.checked_add(length)?)
    }

    /// A colour in CIE XYZ.
    fn colour(&self, name: &[u8; 4]) -> Option<[f64; 3]> {
        let tag = self.find(name).filter(|tag| tag.starts_with(b"XYZ "))?;
        Some([fixed(tag, 8)?, fixed(tag, 12)?, fixed(tag, 16)?])
    }

    /// The light of each number.
    fn curve(&self, name: &[u8; 4]) -> Option<[u16; 256]> {
        let tag = self.find(name)?;
        let light = light(tag)?;
        Some(std::array::from_fn(|of| {
            (light(of as f64 / 255.0).clamp(0.0, 1.0) * 65_535.0).round() as u16
        }))
    }
}

/// The light of a number between 0 and 1.
type Light<'a> = Box<dyn Fn(f64) -> f64 + 'a>;

fn light(tag: &[u8]) -> Option<Light<'_>> {
    if tag.starts_with(b"curv") {
        let count = number(tag, 8)? as usize;
        let of = |at: usize| -> Option<f64> {
            let bytes = tag.get(12 + at * 2..14 + at * 2)?;
            Some(f64::from(u16::from_be_bytes(bytes.try_into().ok()?)))
        };
        return match count {
            0 => Some(Box::new(|of| of)),
            1 => {
                let gamma = of(0)? / 256.0;
                Some(Box::new(move |of| of.powf(gamma)))
            }
            _ => {
                let points: Vec<f64> = (0..count).map(of).collect::<Option<_>>()?;
                Some(Box::new(move |of| {
                    let place = of * (points.len() - 1) as f64;
                    let at = (place as usize).min(points.len() - 2);
                    let between = place - at as f64;
                    (points[at] * (1.0 - between) + points[at + 1] * between) / 65_535.0
                }))
            }
        };
    }
    if !tag.starts_with(b"para") {
        return None;
    }
    // How many numbers each kind of function has.
    let kind = usize::from(*tag.get(9)?);
    let count = *[1, 3, 4, 5, 7].get(kind)?;
    let mut given = [0.0; 7];
    for (nth, of) in given.iter_mut().enumerate().take(count) {
        *of = fixed(tag, 12 + nth * 4)?;
    }
    let [g, a, b, c, d, e, f] = given;
    Some(match kind {
        0 => Box::new(move |x| x.powf(g)),
        1 => Box::new(move |x| {
            if a * x + b >= 0.0 {
                (a * x + b).powf(g)
            } else {
                0.0
            }
        }),
        2 => Box::new(move |x| {
            if a * x + b >= 0.0 {
                (a * x + b).powf(g) + c
            } else {
                c
            }
        }),
        3 => Box::new(move |x| if x >= d { (a * x + b).powf(g) } else { c * x }),
        _ => Box::new(move |x| {
            if x >= d {
                (a * x + b).powf(g) + e
            } else {
                c * x + f
            }
        }),
    })
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// A number with 16 bits behind its point.
fn fixed(bytes: &[u8], at: usize) -> Option<f64> {
    Some(f64::from(number(bytes, at)? as i32) / 65_536.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A profile with these colours and one curve.
    fn profile(colours: [[f64; 3]; 3], curve: &[u8]) -> Vec<u8> {
        let mut head = vec![0; 128];
        head[16..20].copy_from_slice(b"RGB ");
        head.extend(6_u32.to_be_bytes());
        let mut tags: Vec<([u8; 4], Vec<u8>)> = Vec::new();
        for (name, colour) in [*b"rXYZ", *b"gXYZ", *b"bXYZ"].into_iter().zip(colours) {
            let mut tag = b"XYZ \0\0\0\0".to_vec();
            tag.extend(
                colour
                    .iter()
                    .flat_map(|of| ((of * 65_536.0).round() as i32).to_be_bytes()),
            );
            tags.push((name, tag));
        }
        tags.extend([*b"rTRC", *b"gTRC", *b"bTRC"].map(|name| (name, curve.to_vec())));
        let mut start = 132 + 12 * tags.len();
        for (name, tag) in &tags {
            head.extend(name);
            head.extend((start as u32).to_be_bytes());
            head.extend((tag.len() as u32).to_be_bytes());
            start += tag.len();
        }
        head.extend(tags.into_iter().flat_map(|(_, tag)| tag));
        head
    }

    fn para(kind: u8, numbers: &[f64]) -> Vec<u8> {
        let mut tag = vec![b'p', b'a', b'r', b'a', 0, 0, 0, 0, 0, kind, 0, 0];
        tag.extend(
            numbers
                .iter()
                .flat_map(|of| ((of * 65_536.0).round() as i32).to_be_bytes()),
        );
        tag
    }

    fn shown(pixel: [u8; 3], profile: &[u8]) -> Vec<u8> {
        let mut picture = Pixels {
            width: 1,
            height: 1,
            has_alpha: false,
            bytes: pixel.to_vec(),
        };
        to_srgb(&mut picture, profile);
        picture.bytes
    }

    /// The colours of Display P3, under D50.
    const P3: [[f64; 3]; 3] = [
        [0.515_12, 0.241_2, -0.001_05],
        [0.291_98, 0.692_25, 0.041_89],
        [0.157_1, 0.066_57, 0.784_07],
    ];
    const SRGB: [[f64; 3]; 3] = [
        [0.436_07, 0.222_49, 0.013_92],
        [0.385_15, 0.716_87, 0.097_08],
        [0.143_07, 0.060_61, 0.714_1],
    ];
    const CURVE: [f64; 5] = [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.040_45];

    #[test]
    fn wide_colours_become_those_of_srgb() {
        let p3 = profile(P3, &para(3, &CURVE));
        for grey in [0, 1, 50, 128, 254, 255] {
            let of = shown([grey; 3], &p3);
            assert!(
                of.iter().all(|&part| part.abs_diff(grey) <= 1),
                "{grey}: {of:?}"
            );
        }
        // As CSS Color 4 computes `color(display-p3 0.784 0.196 0.196)`.
        let red = shown([200, 50, 50], &p3);
        let near = [218, 24, 40];
        assert!(
            red.iter().zip(near).all(|(a, b)| a.abs_diff(b) <= 1),
            "{red:?}"
        );
        // Out of reach: as red as can be.
        assert_eq!(shown([255, 0, 0], &p3), [255, 0, 0]);
        // A curve that is one number, 1.8.
        let grey = shown([90; 3], &profile(P3, b"curv\0\0\0\0\0\0\0\x01\x01\xcd"));
        assert!(grey.iter().all(|part| part.abs_diff(109) <= 1), "{grey:?}");
    }

    #[test]
    fn srgb_and_what_is_no_profile_change_nothing() {
        let srgb = profile(SRGB, &para(3, &CURVE));
        assert!(Profile::read(&srgb).is_none());
        let mut cut = profile(P3, &para(3, &CURVE));
        for length in (0..cut.len()).step_by(7) {
            let _ = Profile::read(&cut[..length]);
        }
        cut.truncate(200);
        assert_eq!(shown([1, 2, 3], &cut), [1, 2, 3]);
        assert_eq!(shown([1, 2, 3], b"no profile"), [1, 2, 3]);
    }
}
