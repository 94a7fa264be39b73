//! Pictures beside texts, end to end: turned, made smaller, without a word of what a camera noted, the same every time; what cannot
//! be made is told where it is.

use crate::photos;

use std::collections::BTreeMap;
use std::fs;

use crate::support::browser::Browser;
use crate::support::host::host;
use crate::support::preview::Preview;
use crate::support::{Site, between};
use photos::{CORNERS, SECRET, corners, exif, from_camera, jpeg, png};
use serde_json::json;
use zune_core::bytestream::ZCursor;
use zune_jpeg::JpegDecoder;

type Files = BTreeMap<String, Vec<u8>>;

/// A project with a picture at its head.
fn site(file: &str, picture: impl AsRef<[u8]>) -> Site {
    let head = "title: Зал\nregion: north\ndirection: charity\nstatus: under-way\n";
    Site::base()
        .with(
            "content/projects/hall/index.kk.md",
            format!("---\n{head}image: {{file: {file}, alt: Зал}}\n---\n\nМәтін.\n"),
        )
        .with(&format!("content/projects/hall/{file}"), picture)
}

/// The files of pictures beside texts.
fn media(files: Files) -> Files {
    let media = files.into_iter();
    media
        .filter(|(path, _)| path.starts_with("media/"))
        .collect()
}

/// The width and height of a picture and its pixels, whether it is a WebP or a JPEG.
fn decoded(bytes: &[u8]) -> (usize, usize, Vec<u8>) {
    if bytes.starts_with(b"RIFF") {
        let picture = webp::Decoder::new(bytes).decode().unwrap();
        let size = (picture.width() as usize, picture.height() as usize);
        return (size.0, size.1, picture.to_vec());
    }
    let mut decoder = JpegDecoder::new(ZCursor::new(bytes));
    let pixels = decoder.decode().unwrap();
    let (width, height) = decoder.dimensions().unwrap();
    (width, height, pixels)
}

/// Where a pixel that is stored there is seen, in a picture that is seen so large: the numbers of EXIF.
fn seen(orientation: u16, (x, y): (u32, u32), (width, height): (u32, u32)) -> (u32, u32) {
    let (right, bottom) = (width - 1, height - 1);
    match orientation {
        1 => (x, y),
        2 => (right - x, y),
        3 => (right - x, bottom - y),
        4 => (x, bottom - y),
        5 => (y, x),
        6 => (right - y, x),
        7 => (right - y, bottom - x),
        _ => (y, bottom - x),
    }
}

#[test]
fn photographs_stand_upright_and_tell_nothing() {
    for orientation in 1..=8 {
        let size = (640, 400);
        let stored = if orientation > 4 { (400, 640) } else { size };
        let paint = corners(size);
        let photo = jpeg(stored, |x, y| {
            let (x, y) = seen(orientation, (x, y), size);
            paint(x, y)
        });
        let site = site("hall.jpg", from_camera(&photo, orientation));
        assert_eq!(site.inspect(), Vec::<String>::new(), "{orientation}");
        let built = site.build();
        let page = built.read("kk/projects/hall/index.html");
        let figure = between(&page, "<figure class=\"lead-picture\">", "</figure>");
        assert!(figure.contains("width=\"640\" height=\"400\""), "{figure}");
        let files = media(built.files());
        assert_eq!(files.len(), 3, "{:?}", files.keys());
        for (path, bytes) in &files {
            let (width, height, pixels) = decoded(bytes);
            assert_eq!(height, width * 400 / 640, "{path}");
            for (nth, colour) in CORNERS.iter().enumerate() {
                let (x, y) = (
                    width / 4 + nth % 2 * width / 2,
                    height / 4 + nth / 2 * height / 2,
                );
                let at = (y * width + x) * 3;
                let shown = &pixels[at..at + 3];
                let is_near = shown.iter().zip(colour).all(|(a, b)| a.abs_diff(*b) < 16);
                assert!(
                    is_near,
                    "{path}, turned {orientation}, corner {nth}: {shown:?}"
                );
            }
            tells_nothing(path, bytes);
        }
    }
}

/// No metadata is in a picture.
fn tells_nothing(path: &str, bytes: &[u8]) {
    for told in [
        SECRET,
        "Exif",
        "EXIF",
        "XMP ",
        "adobe",
        "8BIM",
        "Photoshop",
        "GPS",
        "ICCP",
        "ICC_PROFILE",
        "MM\0*",
        "II*\0",
    ] {
        assert!(
            memchr::memmem::find(bytes, told.as_bytes()).is_none(),
            "{path}: {told}"
        );
    }
}

#[test]
fn nothing_is_left_of_the_metadata_of_any_format() {
    let size = (400, 300);
    let plain = site("hall.png", png(size, corners(size)));
    let files = media(plain.build().files());
    let (_, webp) = files
        .iter()
        .find(|(path, _)| path.ends_with(".webp"))
        .unwrap();
    // The same as a phone would write it: the picture in its chunk, then EXIF.
    let chunk = |name: &[u8], content: &[u8]| {
        let mut chunk = [name, &(content.len() as u32).to_le_bytes(), content].concat();
        chunk.resize(chunk.len().next_multiple_of(2), 0);
        chunk
    };
    let noted = exif(1, b"");
    let parts = [
        b"WEBP".to_vec(),
        chunk(b"VP8X", &[8, 0, 0, 0, 143, 1, 0, 43, 1, 0]),
        webp[12..].to_vec(),
        chunk(b"EXIF", &noted[6..]),
    ]
    .concat();
    let noted = site("hall.webp", chunk(b"RIFF", &parts));
    for (site, sizes) in [(plain, 2), (noted, 2)] {
        assert_eq!(site.check(), Vec::<String>::new());
        let files = media(site.build().files());
        assert_eq!(files.len(), sizes, "{:?}", files.keys());
        files
            .iter()
            .for_each(|(path, bytes)| tells_nothing(path, bytes));
    }
}

/// What tells the size of a PNG, and nothing of its pixels.
fn head_of_png(width: u32, height: u32) -> Vec<u8> {
    let size = [width.to_be_bytes(), height.to_be_bytes()].concat();
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        &size[..],
        b"\x08\x02\0\0\0....IEND",
    ]
    .concat()
}

/// The same picture in a file that is too large.
fn heavy(jpeg: &[u8]) -> Vec<u8> {
    let mut heavy = jpeg[..jpeg.len() - 2].to_vec();
    heavy.resize(25_000_000, 0);
    heavy.extend(b"\xff\xd9");
    heavy
}

/// A WebP that says that it is an animation.
const MOVING: &[u8] = b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\x3f\x06\0\x7f\x04\0";

/// A GIF of two pictures.
fn moving_gif() -> Vec<u8> {
    gif(0, 2, 0)
}

/// A GIF of so many pictures, each shown so long and with so many more pieces of 255 bytes than it needs.
fn gif(delay: u8, pictures: usize, pieces: usize) -> Vec<u8> {
    let head = b"GIF89a\x40\x01\x40\x01\x80\0\0\0\0\0\xff\xff\xff";
    let timed = [b'!', 0xf9, 4, 0, delay, 0, 0, 0];
    let frame = b",\0\0\0\0\x40\x01\x40\x01\0\x02\x02D\x01";
    let piece = [&[255][..], &[0; 255]].concat();
    let picture = [&timed[..], frame, &piece.repeat(pieces), b"\0"].concat();
    [&head[..], &picture.repeat(pictures), b";"].concat()
}

#[test]
fn a_picture_by_another_name_is_judged_by_its_bytes() {
    let size = (640, 400);
    let whole = jpeg(size, corners(size));
    for (file, bytes, what) in [
        ("hall.jpg", head_of_png(10_000, 6_001), "60 million"),
        ("hall.gif", heavy(&whole), "25 MB"),
        ("hall.png", MOVING.to_vec(), "animation"),
        ("hall.webp", moving_gif(), "animation"),
        ("hall.avif", b"\xff\xd8\xff\xd9".to_vec(), "damaged"),
    ] {
        let site = site(file, bytes);
        let told = site.check_words();
        let at = format!("content/projects/hall/{file}\n");
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].starts_with(&format!("T0321 {at}")), "{told:?}");
        assert!(
            told[1].starts_with(&format!("T0326 {at}")) && told[1].contains(what),
            "{told:?}"
        );
    }
    // What a camera noted goes where the picture is made, and is told where it is copied.
    let noted = from_camera(&whole, 1);
    let site = site("hall.gif", &noted).with("content/static/hall.png", &noted);
    assert_eq!(
        site.check(),
        [
            "T0236 content/static/hall.png",
            "T0321 content/projects/hall/hall.gif",
            "T0321 content/static/hall.png",
        ]
    );
    let files = media(site.build().files());
    assert_eq!(files.len(), 3, "{:?}", files.keys());
    files
        .iter()
        .for_each(|(path, bytes)| tells_nothing(path, bytes));
    // An animation to which a text links is one.
    let moving = Site::base().with("content/static/hall.gif", moving_gif());
    assert_eq!(moving.check(), Vec::<String>::new());
}

#[test]
fn two_files_with_the_same_picture_are_two() {
    let whole = jpeg((400, 300), corners((400, 300)));
    let site = site("hall.jpg", &whole).with("content/projects/hall/hall.jpeg", &whole);
    site.edit(
        "content/projects/hall/index.kk.md",
        "\n---\n\n",
        "\nimages: [{file: hall.jpeg, alt: {kk: Зал}}]\n---\n\n",
    );
    let site = site.publish(&[], &[]);
    assert_eq!(media(site).len(), 4);
}

/// Cameras and messengers write the second of taking into names of files and of folders.
#[test]
fn the_name_of_a_photograph_is_in_no_address() {
    let (camera, chat) = (
        "IMG_20240305_121522.jpg",
        "WhatsApp Unknown 2024-06-12 at 09.31.07",
    );
    let photo = |of| jpeg((400, of), corners((400, of)));
    let site = site(camera, photo(300))
        .with(
            &format!("content/projects/hall/{chat}/IMG-20240612-WA0003 (1).jpg"),
            photo(310),
        )
        .with("content/projects/hall/20240612/093107.jpg", photo(320))
        .with("content/projects/hall/20240901_184455.GIF", gif(0, 1, 0));
    site.edit(
        "content/projects/hall/index.kk.md",
        "\n---\n\n",
        &format!(
            "\nimages: [{{file: 20240612/093107.jpg, alt: {{kk: Зал}}}}]\n---\n\n\
             ![Есік]({chat}/IMG-20240612-WA0003 (1).jpg)\n\n![Сурет](20240901_184455.GIF)\n\n"
        ),
    );
    let files = site.publish(&[], &[]);
    let pictures = media(files.clone());
    assert_eq!(pictures.len(), 3 * 2 + 1);
    let page = String::from_utf8_lossy(&files["kk/projects/hall/index.html"]).into_owned();
    for path in pictures.keys() {
        assert!(path.starts_with("media/projects/hall/hall-"), "{path}");
        assert!(page.contains(path), "nothing shows {path}");
    }
    for (path, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        for name in [
            "IMG", "WA0003", "20240612", "093107", "20240901", "09.31.07",
        ] {
            assert!(
                !path.contains(name) && !text.contains(name),
                "{path}: {name}"
            );
        }
    }
}

#[test]
fn what_cannot_be_made_is_told_where_it_is() {
    let size = (640, 400);
    let whole = jpeg(size, corners(size));
    let heic = b"\0\0\0\x1cftypheic\0\0\0\0".to_vec();
    for (file, bytes, what) in [
        ("hall.png", head_of_png(10_000, 6_001), "60 million"),
        ("hall.jpg", heavy(&whole), "25 MB"),
        ("hall.webp", MOVING.to_vec(), "animation"),
        ("hall.gif", moving_gif(), "animation"),
        ("hall.jpg", heic, "heic"),
        ("hall.jpg", Vec::new(), "empty"),
        ("hall.jpg", b"\xff\xd8\xff\xd9".to_vec(), "damaged"),
        ("hall.jpg", whole[..whole.len() / 2].to_vec(), "cut off"),
        ("hall.jpg", b"<html>404</html>".to_vec(), "is not one"),
    ] {
        let told = site(file, bytes).check_words();
        assert_eq!(told.len(), 1, "{told:?}");
        let at = format!("T0326 content/projects/hall/{file}\n");
        assert!(
            told[0].starts_with(&at) && told[0].contains(what),
            "{told:?}"
        );
    }
    // How long a picture is shown tells nothing; how many there are is counted to the end.
    let still = site("hall.gif", gif(10, 1, 275)).check_words();
    assert!(
        !still.iter().any(|line| line.contains("animation")),
        "{still:?}"
    );
    let moving = site("hall.gif", gif(0, 2, 275)).check_words();
    assert!(
        moving.iter().any(|line| line.contains("animation")),
        "{moving:?}"
    );
    let small = site("hall.png", png((319, 200), corners((319, 200))));
    assert_eq!(small.check(), ["T0327 content/projects/hall/hall.png"]);
    // It is made of what it is, whatever it is called.
    let misnamed = site("hall.png", &whole);
    assert_eq!(misnamed.check(), ["T0321 content/projects/hall/hall.png"]);
    assert_eq!(media(misnamed.build().files()).len(), 3);
}

#[test]
fn a_picture_that_breaks_behind_its_head_stops_the_build() {
    let mut broken = png((400, 300), corners((400, 300)));
    let at = broken.len() / 2;
    broken[at] ^= 0xff;
    // Half a picture, behind so many notes that its head does not tell where it begins; in them is the end of a small picture.
    let whole = jpeg((400, 300), corners((400, 300)));
    let mut half = whole[..2].to_vec();
    for _ in 0..2 {
        half.extend(b"\xff\xe1\x9c\x42");
        half.extend([0; 0x9c40 - 2]);
        half.extend(b"\xff\xd9");
    }
    half.extend(&whole[2..whole.len() / 2]);
    for (file, bytes) in [("hall.png", broken), ("hall.jpg", half)] {
        let site = site(file, bytes);
        // A check makes no pictures.
        assert_eq!(site.check(), Vec::<String>::new());
        assert_eq!(site.run(&["check", "--ui-lang", "en"]).code, 0);
        let out = tempfile::tempdir().unwrap();
        let out = out.path().join("dist");
        let told = site.run(&["build", "--ui-lang", "en", "--out", out.to_str().unwrap()]);
        assert_eq!(told.code, 1, "{}", told.err);
        assert!(
            told.err.contains("T0326") && told.err.contains(file),
            "{}",
            told.err
        );
        assert!(!out.exists());
    }
}

/// The cache of a site.
fn cache(site: &Site) -> std::path::PathBuf {
    site.path(".tagzym-cache")
}

#[test]
fn the_same_bytes_come_out_every_time_with_and_without_the_cache() {
    let size = (1200, 700);
    let site = site("hall.jpg", from_camera(&jpeg(size, corners(size)), 3));
    site.edit(
        "content/projects/hall/index.kk.md",
        "\n---\n\n",
        "\nimages: [{file: b.png, alt: {kk: Екінші}}]\n---\n\n",
    );
    site.write(
        "content/projects/hall/b.png",
        png((800, 500), corners((800, 500))),
    );
    let published = |threads: &str| site.publish(&[], &[("RAYON_NUM_THREADS", threads)]);
    let first = published("1");
    let forms = media(first.clone());
    assert_eq!(forms.len(), 7, "{:?}", forms.keys());
    // From the cache: what stands there is taken.
    assert_eq!(published("7"), first);
    fs::remove_dir_all(cache(&site)).unwrap();
    assert_eq!(published("7"), first);
    let kept = || -> Vec<std::path::PathBuf> {
        let files = fs::read_dir(cache(&site)).unwrap();
        let files = files.map(|file| file.unwrap().path());
        files.filter(|path| path.extension().is_none()).collect()
    };
    let is_picture = |bytes: &[u8]| forms.values().any(|form| bytes.ends_with(form));
    let mut marked = 0;
    for path in kept() {
        let bytes = fs::read(&path).unwrap();
        if is_picture(&bytes) {
            let key = path.file_name().unwrap().to_str().unwrap();
            let mut digest = blake3::Hasher::new();
            digest.update(key.as_bytes()).update(b"from the cache");
            let mark = [digest.finalize().as_bytes(), &b"from the cache"[..]].concat();
            fs::write(&path, mark).unwrap();
            marked += 1;
        }
    }
    assert_eq!(marked, 7);
    assert!(
        media(published("2"))
            .values()
            .all(|bytes| bytes == b"from the cache")
    );
    // What is broken there is made anew.
    for path in kept() {
        fs::write(path, b"broken").unwrap();
    }
    assert_eq!(published("2"), first);

    // Another picture has other addresses; what nobody needs any more goes.
    site.write(
        "content/projects/hall/hall.jpg",
        jpeg(size, |_, _| [9, 9, 9]),
    );
    let second = media(published("2"));
    assert_eq!(second.len(), 7);
    let same = second.keys().filter(|path| forms.contains_key(*path));
    assert_eq!(same.count(), 3, "those of the other picture");
    assert_eq!(
        kept()
            .iter()
            .filter(|path| is_picture(&fs::read(path).unwrap()))
            .count(),
        3
    );
}

#[test]
fn pages_show_each_picture_in_the_form_that_fits() {
    let size = (1700, 1000);
    let site = site("hall.jpg", jpeg((1700, 1000), corners(size)));
    site.edit(
        "content/projects/hall/index.kk.md",
        "\n---\n\n",
        "\nimages:\n  - {file: before.png, alt: {kk: Бұрын зал жоқ, ru: До ремонта}, caption: {kk: Бұрын, ru: Раньше}}\n---\n\n\
         ![Ішінде](hall.jpg)\n\n",
    );
    site.write(
        "content/projects/hall/index.ru.md",
        "---\ntitle: Зал\nimage: {alt: Зал}\n---\n\nТекст.\n",
    );
    site.write(
        "content/projects/hall/before.png",
        png((480, 300), corners((480, 300))),
    );
    let built = site.build();
    let page = built.read("kk/projects/hall/index.html");
    for part in ["lead-picture", "class=\"prose\""] {
        let part = between(&page, part, "</figure>");
        for width in ["480w", "960w", "1600w"] {
            assert!(
                part.contains(&format!("-{}.webp {width}", &width[..width.len() - 1])),
                "{part}"
            );
        }
        assert!(part.contains("width=\"1600\" height=\"941\""), "{part}");
        // The large view is a file, and a link.
        let large = between(part, "<a class=\"large\" href=\"/", "\"");
        assert!(large.ends_with("-1600.jpg"), "{large}");
        assert!(built.prepared.bytes_at(large).is_ok(), "{large}");
    }
    assert!(!between(&page, "lead-picture", "</figure>").contains("loading"));
    for (lang, alt, caption) in [
        ("kk", "alt=\"Бұрын зал жоқ\"", "Бұрын</figcaption>"),
        ("ru", "alt=\"До ремонта\"", "Раньше</figcaption>"),
        (
            "en",
            "alt=\"Бұрын зал жоқ\" lang=\"kk\"",
            "<span lang=\"kk\">Бұрын</span></figcaption>",
        ),
    ] {
        let page = built.read(&format!("{lang}/projects/hall/index.html"));
        let gallery = between(&page, "<div class=\"gallery\">", "</div>");
        assert!(
            gallery.contains(alt) && gallery.contains(caption),
            "{gallery}"
        );
        assert!(
            gallery.contains("loading=\"lazy\"") && gallery.contains("width=\"480\""),
            "{gallery}"
        );
    }
    // A card, the data of lists and what social networks show.
    let card = built.read("kk/projects/index.html");
    let card = between(&card, "<img src=\"/media/", ">");
    assert!(
        card.contains("-480.webp\" alt=\"\" width=\"480\" height=\"282\" loading=\"lazy\""),
        "{card}"
    );
    assert!(
        built
            .read("kk/projects/list.json")
            .contains("-480.webp\",480,282]")
    );
    let share = between(&page, "property=\"og:image\" content=\"", "\"");
    assert!(share.ends_with("-1600.jpg"), "{share}");
}

#[test]
fn a_gallery_tells_what_is_missing_at_its_place() {
    let site = site("hall.jpg", jpeg((400, 300), corners((400, 300))));
    site.edit(
        "content/projects/hall/index.kk.md",
        "\n---\n\n",
        "\nimages:\n  - {file: hall.jpg}\n  - {file: nowhere.jpg, alt: {kk: Зал}}\n  - {file: a.exe, alt: {kk: Зал}}\n---\n\n",
    );
    let at = "content/projects/hall/index.kk.md";
    assert_eq!(
        site.check(),
        [format!("T0117 {at}:10:12"), format!("T0305 {at}:8:6"),]
    );
    site.edit(at, "  - {file: a.exe, alt: {kk: Зал}}\n", "");
    assert_eq!(
        site.check(),
        [format!("T0305 {at}:8:6"), format!("T0306 {at}:9:12")]
    );
}

#[test]
fn the_preview_makes_a_picture_when_it_is_asked_for() {
    let site = site(
        "hall.jpg",
        from_camera(&jpeg((700, 500), corners((700, 500))), 1),
    );
    let published = media(site.publish(&[], &[]));
    fs::remove_dir_all(cache(&site)).unwrap();
    let preview = Preview::with(site.clone(), &[]);
    let page = preview.page("/kk/projects/hall/");
    let address = between(&page, "srcset=\"", " ");
    assert!(!cache(&site).exists(), "nobody has asked for it");
    let (head, bytes) = preview.ask(address, "");
    assert!(
        head.to_lowercase().contains("content-type: image/webp"),
        "{head}"
    );
    // Made alone, it is what a build makes.
    assert!(published.values().any(|of| *of == bytes));
    assert!(cache(&site).exists());
    assert_eq!(preview.get(address), bytes);
}

#[test]
fn drawings_of_static_only_show_something() {
    let svg = |inside: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inside}</svg>");
    let site = Site::base()
        .with("content/static/logo.svg", svg("<path d=\"M0 0h9\"/>"))
        .with("content/static/evil.svg", svg("<script>alert(1)</script>"))
        .with(
            "content/static/a/link.SVG",
            svg("<image href=\"https://files.example/a.png\"/>"),
        );
    assert_eq!(
        site.check(),
        [
            "T0328 content/static/a/link.SVG",
            "T0328 content/static/evil.svg"
        ]
    );
    // Of one that is only too large nothing else is said.
    let large = "<path d=\"M0 0h9\"/>".repeat(1 << 20);
    let told = Site::base()
        .with("content/static/map.svg", svg(&large))
        .check_words();
    assert_eq!(told.len(), 1, "{told:?}");
    let words = "T0328 content/static/map.svg\n  This drawing (SVG) is too large";
    assert!(told[0].starts_with(words), "{told:?}");
}

#[test]
fn nothing_moves_when_pictures_come_and_a_small_screen_takes_a_small_one() {
    let test = "nothing_moves_when_pictures_come_and_a_small_screen_takes_a_small_one";
    let Some(browser) = Browser::start(test) else {
        return;
    };
    let size = (1700, 1000);
    let site = site("hall.jpg", jpeg(size, corners(size)));
    site.edit(
        "content/projects/hall/index.kk.md",
        "\n---\n\nМәтін.",
        &format!(
            "\nimages: [{{file: hall.jpg, alt: {{kk: Зал}}}}]\n---\n\n{}![Ішінде](hall.jpg)\n\nМәтін.",
            "Ұзақ мәтін.\n\n".repeat(300)
        ),
    );
    let base = host(site.build().prepared);
    for (width, form) in [(360, "-480.webp"), (1280, "-960.webp")] {
        browser.resize(width, 800);
        browser.open(&format!("{base}/kk/projects/hall/"));
        // Those that are far below come when a reader comes to them.
        let waiting = browser
            .run("return [...document.querySelectorAll('main img')].map(img => img.complete)");
        assert_eq!(waiting, json!([true, false, false]), "{width}");
        browser.run(
            "window.moved = 0; new PerformanceObserver(list => { for (const of of list.getEntries()) window.moved += of.value; })\
             .observe({type: 'layout-shift'});\
             document.querySelectorAll('main img').forEach(img => img.scrollIntoView());",
        );
        let ready = "const all = [...document.querySelectorAll('main img')];\
             return all.length === 3 && all.every(img => img.complete && img.naturalWidth > 0)";
        browser.until("all pictures are there", ready, |ready| {
            *ready == json!(true)
        });
        let shown = browser.run("return document.querySelector('.lead-picture img').currentSrc");
        assert!(shown.as_str().unwrap().ends_with(form), "{width}: {shown}");
        let moved = browser.run("return window.moved").as_f64().unwrap();
        assert_eq!(moved, 0.0, "{width}");
    }
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}
