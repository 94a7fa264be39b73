//! Copied files of every kind: an anonymous name is found in each, nothing in the same file without it, and who cannot be
//! looked through or tells too much is told.

#[path = "copied_files/builders.rs"]
mod builders;
use crate::support;

use std::convert::Infallible;

use crate::support::{Site, lines};
use builders::{
    Field, deflated, docx, gzip, jpeg_exif, jpeg_iptc, pdf, pdf_hex, pdf_octal, pdf_packed,
    pdf_page, pdf_xmp, png, stream, xlsx, zip, zlib,
};
use encoding_rs::{KOI8_R, WINDOWS_1251};
use tagzym::render_all;
use zip::CompressionMethod::Stored;

const NAME: &str = "Жумабеков Ерлан";
/// Of the same length in every encoding.
const OTHER: &str = "Каменский Тимур";

fn site() -> Site {
    Site::base().with(
        "content/patrons/hidden.yaml",
        format!("- {{id: p-7c41, kind: person, consent: anonymous, name: {{kk: {NAME}}}, region: north}}\n"),
    )
}

/// What a build says of the files, but for what it says of the records.
fn said(site: &Site) -> Vec<String> {
    let found = site.prepare();
    let made = render_all(&found.prepared.unwrap(), &found.sources, |_, _| {
        Ok::<(), Infallible>(())
    });
    let Ok(made) = made;
    let mut all = lines(&found.diagnostics, &found.sources);
    all.extend(lines(&made.diagnostics, &found.sources));
    all.retain(|line| line.contains(" content/static/"));
    all
}

/// The error is told of a file with the name, and nothing of the same file with another one.
#[track_caller]
fn finds(file: &str, of: impl Fn(&str) -> Vec<u8>) {
    let path = format!("content/static/{file}");
    let codes = |name: &str| -> Vec<String> {
        let lines = said(&site().with(&path, of(name)));
        lines
            .iter()
            .map(|line| line.split(" + ").next().unwrap().to_owned())
            .collect()
    };
    let named = codes(NAME);
    assert!(
        named.contains(&format!("T0225 {path}")),
        "{file}: {named:?}"
    );
    assert!(
        !named.iter().any(|line| line.starts_with("T0235")),
        "{file}: {named:?}"
    );
    let clean = codes(OTHER);
    let is_clean = clean.iter().all(|line| line.starts_with("T0236"));
    assert!(is_clean, "{file}: {clean:?}");
}

#[test]
fn texts_in_every_encoding() {
    let utf16 = |bytes: fn(u16) -> [u8; 2]| {
        move |name: &str| -> Vec<u8> {
            "\u{feff}"
                .encode_utf16()
                .chain(name.encode_utf16())
                .flat_map(bytes)
                .collect()
        }
    };
    finds("a.csv", |name| {
        WINDOWS_1251
            .encode(&format!("1;{name};5\r\n"))
            .0
            .into_owned()
    });
    finds("cells.csv", |name| {
        let cells = name.replace(' ', ";");
        WINDOWS_1251
            .encode(&format!("1;{cells};5\r\n"))
            .0
            .into_owned()
    });
    finds("a.txt", utf16(u16::to_le_bytes));
    finds("b.txt", utf16(u16::to_be_bytes));
    finds("c.txt", |name| KOI8_R.encode(name).0.into_owned());
    finds("a.html", |name| {
        let html = format!("<meta charset=\"windows-1251\"><p><b>{name}</b>");
        WINDOWS_1251.encode(&html).0.into_owned()
    });
    finds("a.json", |name| {
        let (surname, first) = name.split_once(' ').unwrap();
        format!("{{\"surname\": \"{surname}\", \"name\": \"{first}\"}}").into_bytes()
    });
    finds("a.rtf", |name| {
        let legacy = WINDOWS_1251.encode(name).0;
        let letters: String = legacy.iter().map(|byte| format!("\\'{byte:02x}")).collect();
        format!("{{\\rtf1\\ansi\\ansicpg1251 {letters}\\par}}").into_bytes()
    });
}

#[test]
fn packed_files() {
    finds("a.docx", |name| docx(name, "Редакция"));
    finds("author.docx", |name| docx("Есеп беру", name));
    finds("a.xlsx", xlsx);
    finds("a.odt", |name| {
        let text = format!("<text:p>{}</text:p>", name.replace(' ', "<text:s/>"));
        deflated(&[
            ("mimetype", b"application/x"),
            ("content.xml", text.as_bytes()),
        ])
    });
    finds("a.epub", |name| {
        deflated(&[
            ("mimetype", b"x"),
            ("a.xhtml", format!("<p>{name}</p>").as_bytes()),
        ])
    });
    finds("a.zip", |name| {
        deflated(&[(&format!("{name}.txt"), b"text")])
    });
    finds("stored.zip", |name| {
        zip(Stored, &[("a.txt", name.as_bytes())])
    });
    finds("nested.zip", |name| {
        deflated(&[("a.docx", &docx(name, "Редакция"))])
    });
    finds("a.txt.gz", |name| gzip(name.as_bytes()));
    finds("a.svgz", |name| {
        gzip(
            format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>{}</text></svg>",
                name.replacen('е', "<tspan>е</tspan>", 1)
            )
            .as_bytes(),
        )
    });
}

#[test]
fn documents_of_pdf() {
    finds("hex.pdf", pdf_hex);
    finds("octal.pdf", pdf_octal);
    finds("packed.pdf", pdf_packed);
    finds("xmp.pdf", pdf_xmp);
    finds("page.pdf", pdf_page);
}

#[test]
fn pictures() {
    finds("text.png", |name| {
        png(b"tEXt", &[b"Title\0", name.as_bytes()].concat())
    });
    finds("packed.png", |name| {
        png(
            b"zTXt",
            &[&b"Title\0\0"[..], &zlib(name.as_bytes())].concat(),
        )
    });
    finds("itxt.png", |name| {
        png(
            b"iTXt",
            &[&b"Title\0\x01\0kk\0\0"[..], &zlib(name.as_bytes())].concat(),
        )
    });
    finds("artist.jpg", |name| {
        jpeg_exif(&[Field::Text(0x13b, &WINDOWS_1251.encode(name).0)])
    });
    finds("iptc.jpg", |name| jpeg_iptc(&WINDOWS_1251.encode(name).0));
    // The length of this field is the digit 0, and stands before the name.
    // The length of this field, 48, is the digit 0, and stands right before the name.
    finds("length.jpg", |name| {
        let field = format!("{name} {}", "!".repeat(18));
        assert_eq!(field.len(), 48);
        jpeg_iptc(field.as_bytes())
    });
    finds("glued.gif", |name| {
        [b"GIF89a\x01\0\xff\0", format!("0{name}").as_bytes(), b"\0"].concat()
    });
}

#[test]
fn what_cannot_be_looked_through_is_a_warning_where_somebody_is_anonymous() {
    let encrypted = pdf(&[b"<< /Encrypt 2 0 R >>".to_vec()]);
    let unknown_filter = pdf(&[stream("/Filter /Crypt", b"text")]);
    let sealed = deflated(&[
        ("mimetype", b"application/x"),
        ("META-INF/manifest.xml", b"<manifest:encryption-data/>"),
        ("content.xml", b"\x01\xfe\x80"),
    ]);
    let files: [(&str, &[u8]); 10] = [
        ("a.7z", b"7z\xbc\xaf\x27\x1c\0\x04"),
        ("a.rar", b"Rar!\x1a\x07\x01\0"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"),
        ("a.dat", b"\0\x01\x02\x03"),
        ("broken.zip", b"PK\x03\x04\0\0\0\0"),
        ("encrypted.pdf", &encrypted),
        ("filter.pdf", &unknown_filter),
        ("empty.pdf", b"%PDF-1.7\n"),
        ("password.odt", &sealed),
        (
            "deep.zip",
            &deflated(&[("a.zip", &deflated(&[("a.zip", &deflated(&[]))]))]),
        ),
    ];
    for (file, bytes) in files {
        let path = format!("content/static/{file}");
        assert_eq!(said(&site().with(&path, bytes)), [format!("T0235 {path}")]);
    }
    for (file, bytes) in [
        ("a.woff2", &b"wOF2\0\x01"[..]),
        ("a.mp4", b"\0\0\0\x18ftyp"),
        ("a.webm", b"\x1aE\xdf\xa3"),
    ] {
        let path = format!("content/static/{file}");
        assert_eq!(said(&site().with(&path, bytes)), [""; 0], "{file}");
    }
    // Nobody is looked for, so nobody looks.
    let open = Site::golden("sums");
    for (path, _) in support::tree(open.root()) {
        if path.starts_with("content/patrons/") {
            let text = open.read(&path);
            open.write(&path, text.replace("anonymous", "public"));
        }
    }
    let open = open.with("content/static/a.7z", b"7z\xbc\xaf\x27\x1c\0\x04");
    assert_eq!(said(&open), [""; 0]);
}

#[test]
fn metadata_that_tell_of_the_maker_are_a_warning() {
    let camera = jpeg_exif(&[
        Field::Text(0x10f, b"Kamera"),
        Field::Text(0x110, b"K 1"),
        Field::Latitude(51),
    ]);
    let author = "Автор Қосымша";
    for (file, bytes, words) in [
        ("a.jpg", camera, "the coordinates of a place, the camera"),
        (
            "b.jpg",
            jpeg_exif(&[Field::Text(0x13b, b"A. Uthor")]),
            "the name of its author",
        ),
        (
            "c.jpg",
            jpeg_iptc(author.as_bytes()),
            "the name of its author",
        ),
        ("d.docx", docx("Есеп", author), "the name of its author"),
        (
            "e.pdf",
            pdf(&[b"<< /Author (A. Uthor) >>".to_vec()]),
            "the name of its author",
        ),
        (
            "f.heic",
            b"\0\0\0\x14ftyphevx\0\0\0\0<rdf:Description exif:GPSLatitude=\"51,8N\"/>".to_vec(),
            "the coordinates of a place",
        ),
    ] {
        let path = format!("content/static/{file}");
        let told = site().with(&path, bytes).check_words();
        let told: Vec<&String> = told.iter().filter(|line| line.contains(&path)).collect();
        assert_eq!(told.len(), 1, "{file}: {told:?}");
        assert!(told[0].starts_with(&format!("T0236 {path}\n")), "{told:?}");
        assert!(told[0].contains(words), "{told:?}");
        // What they tell is not repeated.
        assert!(
            !told[0].contains("Kamera") && !told[0].contains("Uthor") && !told[0].contains(author)
        );
    }
    let nothing = [
        (
            "a.jpg",
            jpeg_exif(&[Field::Text(0x13b, b" "), Field::Latitude(0)]),
        ),
        (
            "b.pdf",
            pdf(&[b"<< /Author () /AuthorNote (x) >>".to_vec()]),
        ),
        ("c.docx", docx("Есеп", "")),
        ("d.png", png(b"tEXt", b"Software\0x")),
    ];
    for (file, bytes) in nothing {
        assert_eq!(
            said(&site().with(&format!("content/static/{file}"), bytes)),
            [""; 0],
            "{file}"
        );
    }
}
