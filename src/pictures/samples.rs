//! Pictures for tests, painted by rule.

use super::decode::Pixels;

/// A picture with soft changes of colour and a hard edge.
pub(super) fn painted((width, height): (u32, u32), has_alpha: bool) -> Pixels {
    let mut bytes = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let is_left = x * 3 < width;
            let red = if is_left { 230 } else { 40 };
            let (green, blue) = (x * 200 / width, 255 - y * 200 / height);
            bytes.extend([red, green as u8, blue as u8]);
            if has_alpha {
                bytes.push(255 - (y * 255 / height) as u8);
            }
        }
    }
    Pixels {
        width,
        height,
        has_alpha,
        bytes,
    }
}

/// How far two pictures of one size are from each other, on average.
pub(super) fn difference(one: &Pixels, other: &Pixels) -> f64 {
    assert_eq!((one.width, one.height), (other.width, other.height));
    let pairs = one.bytes.iter().zip(&other.bytes);
    let sum: f64 = pairs.map(|(a, b)| f64::from(a.abs_diff(*b))).sum();
    sum / one.bytes.len() as f64
}
