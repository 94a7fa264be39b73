//! ZIP archives, and the documents of offices and books that are such: names and contents of all members.

use std::io::Cursor;

use ::zip::ZipArchive;

use super::encoding;
use super::office::cells;
use super::sink::{Member, Sink};

pub(super) fn read(bytes: &[u8], member: Member, sink: &mut Sink<'_>) {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return sink.cannot();
    };
    sink.texts(encoding::likely(archive.comment()));
    let in_document = archive.index_for_name("[Content_Types].xml").is_some()
        || archive.index_for_name("mimetype").is_some();
    let (mut strings, mut sheets) = (String::new(), Vec::new());
    for index in 0..archive.len() {
        // What is packed in another way, or has a password, opens no further.
        let Ok(file) = archive.by_index(index) else {
            if let Ok(file) = archive.by_index_raw(index) {
                sink.texts(encoding::likely(file.name_raw()));
            }
            sink.cannot();
            continue;
        };
        let path = String::from_utf8_lossy(file.name_raw()).into_owned();
        sink.texts(encoding::likely(file.name_raw()));
        let comment = file.comment().to_owned();
        sink.text(&comment);
        if file.is_dir() {
            continue;
        }
        let inner = sink.unpack(file);
        if is_sealed(&path, &inner) {
            sink.cannot();
        }
        member(&path, &inner, in_document, sink);
        if path == "xl/sharedStrings.xml" {
            strings = String::from_utf8_lossy(&inner).into_owned();
        } else if path.starts_with("xl/worksheets/") && path.ends_with(".xml") {
            sheets.push(inner);
        }
    }
    for sheet in sheets {
        sink.text(&cells(&String::from_utf8_lossy(&sheet), &strings));
    }
}

/// Whether a part says that other parts of the document have a password, as OpenDocument and EPUB do.
fn is_sealed(path: &str, part: &[u8]) -> bool {
    let has = |words: &[u8]| memchr::memmem::find(part, words).is_some();
    match path {
        "META-INF/manifest.xml" => has(b"encryption-data"),
        "META-INF/encryption.xml" => has(b"xmlenc#aes"),
        _ => false,
    }
}
