//! The head of a picture's file: what stands before the picture itself, and no more, since thousands of them are read.

use std::io::{self, Read};

/// The most bytes of a head.
const MOST: usize = 512 << 10;

/// The blocks of a JPEG before its picture.
pub(super) fn jpeg(mut from: impl Read) -> io::Result<Vec<u8>> {
    let mut head = vec![0; 2];
    from.read_exact(&mut head)?;
    while head.len() < MOST {
        let mut block = [0; 4];
        if from.read_exact(&mut block).is_err()
            || block[0] != 0xff
            || matches!(block[1], 0xd9 | 0xda)
        {
            break;
        }
        let length = u16::from_be_bytes([block[2], block[3]]).saturating_sub(2);
        head.extend(block);
        from.by_ref()
            .take(u64::from(length))
            .read_to_end(&mut head)?;
    }
    // The mark of the picture, so that what is here is whole.
    head.extend(b"\xff\xda\0\x02\xff\xd9");
    Ok(head)
}

/// The chunks of a PNG before its picture.
pub(super) fn png(mut from: impl Read) -> io::Result<Vec<u8>> {
    let mut head = vec![0; 8];
    from.read_exact(&mut head)?;
    while head.len() < MOST {
        let mut chunk = [0; 8];
        if from.read_exact(&mut chunk).is_err() || &chunk[4..] == b"IDAT" {
            break;
        }
        let length = u32::from_be_bytes([chunk[0], chunk[1], chunk[2], chunk[3]]);
        head.extend(chunk);
        // Four bytes of a checksum follow.
        let room = (u64::from(length) + 4).min(MOST as u64);
        from.by_ref().take(room).read_to_end(&mut head)?;
    }
    Ok(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bytes of a picture, which nobody may read.
    struct Picture;

    impl Read for Picture {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            panic!("the picture is read");
        }
    }

    #[test]
    fn only_what_stands_before_the_picture_is_read() {
        let before = b"\xff\xd8\xff\xe0\0\x04ab\xff\xe1\0\x05cde";
        let head = jpeg(before.chain(&b"\xff\xda\0\x08"[..]).chain(Picture)).unwrap();
        assert!(head.starts_with(before));
        let before = b"\x89PNG\r\n\x1a\n\0\0\0\x02tEXtab\0\0\0\0";
        let head = png(before.chain(&b"\0\0\0\x09IDAT"[..]).chain(Picture)).unwrap();
        assert_eq!(head, before);
        assert!(jpeg(&b"\xff"[..]).is_err());
    }
}
