//! Files of many kinds that say one text, as small as their formats allow.

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

pub fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

pub fn zip(method: CompressionMethod, members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for (path, bytes) in members {
        archive.start_file(*path, options).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

pub fn deflated(members: &[(&str, &[u8])]) -> Vec<u8> {
    zip(CompressionMethod::Deflated, members)
}

/// A document of Word in which the text is cut in the middle of its first word.
pub fn docx(text: &str, author: &str) -> Vec<u8> {
    let half = text.char_indices().nth(3).unwrap().0;
    let (before, after) = text.split_at(half);
    let body = format!(
        "<w:document><w:p><w:r><w:t>{before}</w:t></w:r><w:r><w:rPr/><w:t>{after}</w:t></w:r></w:p></w:document>"
    );
    let core = format!("<cp:coreProperties><dc:creator>{author}</dc:creator></cp:coreProperties>");
    deflated(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", body.as_bytes()),
        ("docProps/core.xml", core.as_bytes()),
    ])
}

/// A sheet of Excel with each word in a cell of its own, in another order than the words are stored in.
pub fn xlsx(text: &str) -> Vec<u8> {
    let words: Vec<&str> = text.split(' ').collect();
    let strings: String = words
        .iter()
        .rev()
        .map(|word| format!("<si><t>{word}</t></si><si><t>сөз арасы</t></si>"))
        .collect();
    let last = (words.len() - 1) * 2;
    let cells: String = (0..words.len())
        .map(|nth| format!("<c t=\"s\"><v>{}</v></c>", last - nth * 2))
        .collect();
    let sheet = format!("<worksheet><sheetData><row r=\"1\">{cells}</row></sheetData></worksheet>");
    deflated(&[
        ("[Content_Types].xml", b"<Types/>"),
        (
            "xl/sharedStrings.xml",
            format!("<sst>{strings}</sst>").as_bytes(),
        ),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

/// Objects of a PDF, numbered from 1.
pub fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    for (nth, object) in objects.iter().enumerate() {
        bytes.extend(format!("{} 0 obj\n", nth + 1).bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    bytes.extend(b"trailer\n<< /Root 1 0 R >>\n%%EOF\n");
    bytes
}

pub fn stream(dictionary: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!("<< {dictionary} /Length {} >>\nstream\n", bytes.len());
    [head.as_bytes(), bytes, b"\nendstream"].concat()
}

fn flate(dictionary: &str, bytes: &[u8]) -> Vec<u8> {
    stream(&format!("{dictionary} /Filter /FlateDecode"), &zlib(bytes))
}

fn utf16(text: &str) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(u16::to_be_bytes);
    [0xfe, 0xff].into_iter().chain(units).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}

/// As LibreOffice writes it: the title in hexadecimal digits.
pub fn pdf_hex(text: &str) -> Vec<u8> {
    pdf(&[format!("<< /Title <{}> >>", hex(&utf16(text))).into_bytes()])
}

/// A title with an octal number for each byte.
pub fn pdf_octal(text: &str) -> Vec<u8> {
    let octal: String = utf16(text)
        .iter()
        .map(|byte| format!("\\{byte:03o}"))
        .collect();
    pdf(&[format!("<< /Title ({octal}) >>").into_bytes()])
}

/// The title in a packed object stream.
pub fn pdf_packed(text: &str) -> Vec<u8> {
    let value = format!("<< /Title <{}> >>", hex(&utf16(text)));
    let packed = format!("9 0 {value}");
    pdf(&[flate("/Type /ObjStm /N 1 /First 4", packed.as_bytes())])
}

/// Metadata in XMP, packed.
pub fn pdf_xmp(text: &str) -> Vec<u8> {
    let xmp = format!("<x:xmpmeta><rdf:li>{text}</rdf:li></x:xmpmeta>");
    pdf(&[flate("/Type /Metadata /Subtype /XML", xmp.as_bytes())])
}

/// A page in a font of its own, of which each letter stands by itself.
pub fn pdf_page(text: &str) -> Vec<u8> {
    let letters: Vec<char> = text.chars().collect();
    let table: String = (1..)
        .zip(&letters)
        .map(|(code, letter)| format!("<{code:02X}> <{:04X}>\n", u32::from(*letter)))
        .collect();
    let table = format!("{} beginbfchar\n{table}endbfchar", letters.len());
    let codes: String = (1..=letters.len())
        .map(|code| format!("<{code:02X}>-7"))
        .collect();
    let page = format!("BT /F1 12 Tf 1 0 0 1 72 700 Tm [{codes}] TJ ET");
    pdf(&[
        b"<< /Type /Page /Resources << /Font << /F1 2 0 R >> >> /Contents 4 0 R >>".to_vec(),
        b"<< /Type /Font /Subtype /TrueType /ToUnicode 3 0 R >>".to_vec(),
        flate("", table.as_bytes()),
        flate("", page.as_bytes()),
    ])
}

/// A PNG with one more chunk beside those that it needs.
pub fn png(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let chunk = |kind: &[u8; 4], body: &[u8]| -> Vec<u8> {
        let mut sum = flate2::Crc::new();
        sum.update(kind);
        sum.update(body);
        let (length, sum) = ((body.len() as u32).to_be_bytes(), sum.sum().to_be_bytes());
        [&length[..], kind, body, &sum].concat()
    };
    [
        &b"\x89PNG\r\n\x1a\n"[..],
        &chunk(b"IHDR", b"\0\0\0\x01\0\0\0\x01\x08\0\0\0\0"),
        &chunk(kind, body),
        &chunk(b"IDAT", &zlib(b"\0\0")),
        &chunk(b"IEND", b""),
    ]
    .concat()
}

pub enum Field<'a> {
    Text(u16, &'a [u8]),
    /// A latitude in degrees.
    Latitude(u32),
}

/// EXIF data of big-endian order.
pub fn tiff(fields: &[Field<'_>]) -> Vec<u8> {
    let entries: Vec<(u16, u16, Vec<u8>)> = fields
        .iter()
        .filter_map(|field| match field {
            Field::Text(tag, text) => Some((*tag, 2, [text, &b"\0"[..]].concat())),
            Field::Latitude(_) => None,
        })
        .collect();
    let latitude = fields.iter().find_map(|field| match field {
        Field::Latitude(degrees) => Some(*degrees),
        Field::Text(..) => None,
    });
    let count = entries.len() + usize::from(latitude.is_some());
    let mut head = b"MM\0*\0\0\0\x08".to_vec();
    head.extend((count as u16).to_be_bytes());
    let mut room = (8 + 2 + count * 12 + 4) as u32;
    let mut values = Vec::new();
    for (tag, kind, value) in entries {
        head.extend(tag.to_be_bytes());
        head.extend(kind.to_be_bytes());
        head.extend((value.len() as u32).to_be_bytes());
        if value.len() <= 4 {
            head.extend(value.iter().copied().chain([0; 4]).take(4));
        } else {
            head.extend(room.to_be_bytes());
            room += value.len() as u32;
            values.extend(value);
        }
    }
    if let Some(degrees) = latitude {
        head.extend(0x8825_u16.to_be_bytes());
        head.extend([0, 4, 0, 0, 0, 1]);
        head.extend(room.to_be_bytes());
        values.extend([0, 1, 0, 2, 0, 5, 0, 0, 0, 3]);
        values.extend((room + 18).to_be_bytes());
        values.extend([0; 4]);
        for part in [degrees, 1, 0, 1, 0, 1] {
            values.extend(part.to_be_bytes());
        }
    }
    head.extend([0; 4]);
    [head, values].concat()
}

/// A JPEG without a picture, with one block before it.
fn jpeg(mark: u8, block: &[u8]) -> Vec<u8> {
    let length = (block.len() as u16 + 2).to_be_bytes();
    [&b"\xff\xd8\xff"[..], &[mark], &length, block, b"\xff\xd9"].concat()
}

pub fn jpeg_exif(fields: &[Field<'_>]) -> Vec<u8> {
    jpeg(0xe1, &[b"Exif\0\0", &tiff(fields)[..]].concat())
}

/// The field of the author in a block of Photoshop's.
pub fn jpeg_iptc(author: &[u8]) -> Vec<u8> {
    let field = [
        &[0x1c, 2, 80][..],
        &(author.len() as u16).to_be_bytes(),
        author,
    ]
    .concat();
    let head = [
        &b"Photoshop 3.0\x008BIM\x04\x04\0\0"[..],
        &(field.len() as u32).to_be_bytes(),
    ]
    .concat();
    jpeg(0xed, &[head, field].concat())
}
