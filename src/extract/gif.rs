//! GIF: whether it is an animation.
//!
//! Takes a file; walks over its blocks, whose lengths stand before them.

/// Whether there is more than one picture in these bytes.
pub(super) fn moves(bytes: &[u8]) -> bool {
    has_two_pictures(bytes).unwrap_or(false)
}

/// Nothing if the bytes end before that or the last block.
fn has_two_pictures(bytes: &[u8]) -> Option<bool> {
    let colours = |of: u8| match of & 0x80 {
        0 => 0,
        _ => 3 << ((of & 7) + 1),
    };
    let mut at = 13 + colours(*bytes.get(10)?);
    let mut pictures = 0;
    loop {
        match *bytes.get(at)? {
            b'!' => at += 2,
            b',' if pictures == 1 => return Some(true),
            b',' => {
                pictures += 1;
                at += 11 + colours(*bytes.get(at + 9)?);
            }
            _ => return Some(false),
        }
        // What it holds, in pieces with their lengths, the last of which is nothing.
        while let length @ 1.. = usize::from(*bytes.get(at)?) {
            at += 1 + length;
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &[u8] = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff";
    const LOOP: &[u8] = b"!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0";
    const SHORT: &[u8] = b"!\xf9\x04\0\x0a\0\0\0";
    const STILL: &[u8] = b"!\xf9\x04\x01\0\0\0\0";
    const PICTURE: &[u8] = b",\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0";

    #[test]
    fn an_animation_has_more_than_one_picture() {
        for (blocks, told) in [
            (&[PICTURE, b";"][..], false),
            (&[STILL, PICTURE, b";"], false),
            (&[LOOP, SHORT, PICTURE, b";"], false),
            (&[PICTURE, PICTURE, b";"], true),
            (&[LOOP, SHORT, PICTURE, SHORT, PICTURE, b";"], true),
            // It is cut off in its first picture.
            (&[LOOP, SHORT, &PICTURE[..13]], false),
            (&[], false),
        ] {
            let bytes = [HEAD, &blocks.concat()].concat();
            assert_eq!(moves(&bytes), told, "{blocks:?}");
        }
        assert!(!moves(b"GIF89a"));
    }
}
