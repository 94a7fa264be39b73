//! Tests of asset streaming: files that are there, change and vanish.

use std::io::{Read, Write};
use std::path::PathBuf;

use super::*;

fn asset(path: PathBuf) -> AssetContent {
    AssetContent::File { path, length: 0 }
}

/// Bytes of which no two neighbouring thousands are the same.
fn some(length: usize) -> Vec<u8> {
    let numbers = (0_u64..).flat_map(|number| (number * 0x9e37_79b9).to_le_bytes());
    numbers.take(length).collect()
}

#[test]
fn an_asset_gives_its_bytes_or_a_reason() {
    assert_eq!(
        bytes(&AssetContent::Builtin(b"css")).as_deref(),
        Ok(&b"css"[..])
    );
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.jpg");
    let asset = asset(path.clone());
    assert_eq!(bytes(&asset), Err("vanished".to_owned()));
    assert_eq!(Pieces::open(&asset).err(), Some("vanished".to_owned()));
    fs::write(path, "jpg").unwrap();
    assert_eq!(bytes(&asset).as_deref(), Ok(&b"jpg"[..]));
}

#[test]
fn pieces_are_the_whole_and_what_stands_across_two_is_seen() {
    for length in [0, 1, CHUNK - AGAIN, CHUNK - AGAIN + 1, 2 * CHUNK + 7] {
        let bytes = some(length);
        let mut pieces = Pieces::of(&*bytes);
        let mut end = 0;
        while let Some(piece) = pieces.piece().unwrap() {
            let start = end;
            end += piece.new.len();
            assert!(piece.whole.len() <= CHUNK);
            assert!(bytes[start..end] == *piece.new);
            assert!(bytes[start.saturating_sub(AGAIN)..end] == *piece.whole);
        }
        assert_eq!(end, length);
    }
}

#[test]
fn a_read_that_fails_in_the_middle_is_no_end() {
    struct Fails;
    impl Read for Fails {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::ErrorKind::PermissionDenied.into())
        }
    }
    let first = some(CHUNK - AGAIN);
    let mut pieces = Pieces::of(first.chain(Fails));
    assert_eq!(pieces.piece().unwrap().unwrap().new.len(), first.len());
    assert_eq!(pieces.piece().err(), Some("no-permission".to_owned()));
}

/// All that a stream gives.
fn given(mut stream: Stream) -> io::Result<Vec<u8>> {
    let mut given = Vec::new();
    loop {
        let bytes = stream.piece()?;
        if bytes.is_empty() {
            return Ok(given);
        }
        given.extend(bytes);
    }
}

#[test]
fn a_stream_gives_what_was_looked_through_or_ends_with_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.pdf");
    let asset = asset(path.clone());
    let looked_through = |bytes: &[u8]| {
        fs::write(&path, bytes).unwrap();
        let mut seen = Vec::new();
        let stream = Stream::open(&asset, Some(folder.path())).unwrap();
        let stream = stream.looked_through(|bytes, _| seen.extend_from_slice(bytes));
        assert!(seen == bytes);
        stream.unwrap().0
    };
    let whole = some(3 * GIVEN + 5);
    for bytes in [&b""[..], b"pdf", &whole[..GIVEN], &whole] {
        let stream = looked_through(bytes);
        assert_eq!(stream.length, bytes.len() as u64);
        assert!(given(stream).unwrap() == bytes);
    }

    for range in [
        0..1,
        0..whole.len(),
        7..GIVEN,
        GIVEN..GIVEN + 1,
        GIVEN - 1..3 * GIVEN + 2,
    ] {
        let stream = looked_through(&whole);
        let part = stream.part(range.start as u64..range.end as u64).unwrap();
        assert!(given(part).unwrap() == whole[range.clone()], "{range:?}");
    }

    // Written over, where nothing is given yet.
    let mut stream = looked_through(&whole);
    assert!(stream.piece().unwrap() == whole[..GIVEN]);
    let mut other = whole.clone();
    other[2 * GIVEN] ^= 1;
    fs::write(&path, &other).unwrap();
    assert!(stream.piece().unwrap() == whole[GIVEN..2 * GIVEN]);
    assert!(stream.piece().is_err());

    // Cut short, and made longer.
    let stream = looked_through(&whole);
    fs::write(&path, &whole[..2 * GIVEN]).unwrap();
    assert!(given(stream).is_err());
    let stream = looked_through(&whole);
    let mut file = fs::OpenOptions::new().append(true).open(&path).unwrap();
    file.write_all(b"more").unwrap();
    assert!(given(stream).unwrap() == whole);

    // Another file in its place: the one that was inspected is still open.
    #[cfg(unix)]
    {
        let stream = looked_through(&whole);
        fs::write(folder.path().join("b.pdf"), &other).unwrap();
        fs::rename(folder.path().join("b.pdf"), &path).unwrap();
        assert!(given(stream).unwrap() == whole);
    }
}

#[test]
fn a_stream_of_the_program_itself_is_looked_through_too() {
    let asset = AssetContent::Builtin(b"css");
    let stream = Stream::open(&asset, None).unwrap();
    let mut seen = Vec::new();
    let stream = stream.looked_through(|bytes, _| seen.extend_from_slice(bytes));
    assert_eq!(seen, b"css");
    assert_eq!(given(stream.unwrap().0).unwrap(), b"css");
}
