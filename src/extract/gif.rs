//! GIF: whether it is an animation.
//!
//! Takes the beginning of a file; after GIF89a, its blocks and how long each of their pictures is shown.

/// Whether there is more than one picture. `is_cut`: the file goes on after these bytes; then one that is to be shown for a time, or
/// over and over, has a second picture there.
pub(super) fn moves(head: &[u8], is_cut: bool) -> bool {
    let mut pictures = 0;
    let mut is_timed = false;
    let end = walk(head, |block| {
        match block {
            Block::Picture => pictures += 1,
            Block::Timed => is_timed = true,
        }
        pictures < 2
    });
    pictures > 1 || is_timed && is_cut && end.is_none()
}

enum Block {
    /// A picture.
    Picture,
    /// That the next one is shown for a time, or all of them over and over.
    Timed,
}

/// Gives the blocks until one is enough; none if the bytes end before that or the last block.
fn walk(bytes: &[u8], mut take: impl FnMut(Block) -> bool) -> Option<()> {
    let colours = |of: u8| {
        if of & 0x80 == 0 {
            0
        } else {
            3 << ((of & 7) + 1)
        }
    };
    let mut at = 13 + colours(*bytes.get(10)?);
    loop {
        let mut goes_on = true;
        match *bytes.get(at)? {
            b'!' => {
                let is_timed = match *bytes.get(at + 1)? {
                    // The application that makes a film of them.
                    0xff => bytes.get(at + 3..at + 11)? == b"NETSCAPE",
                    0xf9 => bytes.get(at + 4..at + 6)? != [0, 0],
                    _ => false,
                };
                if is_timed {
                    goes_on = take(Block::Timed);
                }
                at += 2;
            }
            b',' => {
                goes_on = take(Block::Picture);
                at += 11 + colours(*bytes.get(at + 9)?);
            }
            _ => return Some(()),
        }
        if !goes_on {
            return Some(());
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
        for (blocks, is_cut, told) in [
            (&[PICTURE, b";"][..], false, false),
            (&[STILL, PICTURE, b";"], false, false),
            (&[LOOP, SHORT, PICTURE, b";"], false, false),
            (&[PICTURE, PICTURE, b";"], false, true),
            (&[LOOP, SHORT, PICTURE, SHORT, PICTURE, b";"], false, true),
            // Only its beginning is known.
            (&[LOOP, STILL, &PICTURE[..13]], true, true),
            (&[SHORT, &PICTURE[..13]], true, true),
            (&[STILL, &PICTURE[..13]], true, false),
            (&[LOOP, SHORT, PICTURE, b";"], true, false),
            (&[], false, false),
        ] {
            let bytes = [HEAD, &blocks.concat()].concat();
            assert_eq!(moves(&bytes, is_cut), told, "{blocks:?}");
        }
        assert!(!moves(b"GIF89a", true));
    }
}
