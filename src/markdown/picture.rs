//! Markdown images: the file of a picture, or a drawing of figures, with its alternative text.
//!
//! Takes the events between the brackets of an image, gives the picture or the drawing that is asked for. Must not know
//! whether the file is there, nor where it is shown.

use std::ops::Range;

use pulldown_cmark::Event;

use super::findings::Findings;
use super::link;
use super::unmarked::mark_in;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::prose::{Drawing, Part, Picture, Slot};
use crate::source::text::confusables::is_odd_space;
use crate::source::text::percent;

/// The formats that a picture may have, by the end of its name, in any case.
const FORMATS: [&str; 6] = ["jpg", "jpeg", "png", "webp", "avif", "gif"];

/// Formats that phones and office programs write and browsers do not show.
const UNSHOWN: [&str; 8] = ["heic", "heif", "tif", "tiff", "bmp", "psd", "raw", "dng"];

/// Signs that the name of a picture may have besides letters, digits and spaces: those that phones, cameras and chats
/// write into names, and none that an address or a disk reads otherwise.
pub(crate) const PICTURE_SIGNS: &str = " ._-(),+&!'’№–—=";

/// The path of a picture as its folder has it, from the address in a text: `./фото%201.jpg` is `фото 1.jpg`.
///
/// # Errors
/// Why no picture can have it, as `reason` of [`Code::BadForm`].
pub(crate) fn picture_path(address: &str) -> Result<String, &'static str> {
    let address = address.strip_prefix("./").unwrap_or(address);
    // Phones and programs put other spaces into names and texts.
    let path = percent::decoded(address).replace(is_odd_space, " ");
    if is_picture_path(&path) {
        return Ok(path);
    }
    let ending = path
        .rsplit_once('.')
        .map_or("", |(_, ending)| ending)
        .to_ascii_lowercase();
    let knows = |formats: &[&str]| formats.contains(&ending.as_str());
    let is_web = path.contains(':') || path.starts_with("//");
    Err(match () {
        () if is_web => "web",
        () if sized(&path).is_some_and(is_picture_path) => "size",
        () if path.starts_with('/') || path.split('/').any(|name| name == "..") => "folder",
        () if is_picture_path(&path.replace('\\', "/")) => "backslash",
        () if path.contains('\\') => "folder",
        () if knows(&UNSHOWN) => "unshown",
        () if knows(&["svg"]) => "drawing",
        () if knows(&FORMATS) => "letter",
        () => "format",
    })
}

/// The path before the size that other programs set behind it: `photo.jpg =300x`.
fn sized(path: &str) -> Option<&str> {
    let (path, size) = path.rsplit_once(" =")?;
    let is_size = |of: u8| of.is_ascii_digit() || b"x*%".contains(&of);
    (!size.is_empty() && size.bytes().all(is_size)).then(|| path.trim_end())
}

/// Whether a picture may have this name: a file beside the text or in a folder below, of a known format, in letters and
/// digits of any script and a few signs.
pub(crate) fn is_picture_path(path: &str) -> bool {
    let fits = |letter: char| letter.is_alphanumeric() || PICTURE_SIGNS.contains(letter);
    let mut names = path.split('/');
    // No name begins with a dot: neither `..`, which leads out of the folder, nor a hidden file.
    let is_below =
        names.all(|name| !name.is_empty() && !name.starts_with('.') && name.chars().all(fits));
    let format = path.rsplit_once('.').map(|(_, format)| format);
    is_below
        && format.is_some_and(|format| FORMATS.iter().any(|one| one.eq_ignore_ascii_case(format)))
}

/// An image whose alternative text is being read.
#[derive(Debug)]
pub(super) struct Image {
    address: String,
    title: String,
    range: Range<usize>,
    alt: String,
    /// How many elements are open in its alternative text.
    depth: usize,
}

impl Image {
    pub(super) fn start(address: &str, title: &str, range: Range<usize>) -> Image {
        Image {
            address: link::clean(address).into_owned(),
            title: title.trim().to_owned(),
            range,
            alt: String::new(),
            depth: 0,
        }
    }

    /// Takes an event of the alternative text; false if the image ends with it.
    pub(super) fn take(&mut self, event: &Event<'_>) -> bool {
        match event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) if self.depth == 0 => return false,
            Event::End(_) => self.depth -= 1,
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => {
                self.alt.push_str(text);
            }
            Event::SoftBreak | Event::HardBreak => self.alt.push(' '),
            _ => {}
        }
        true
    }

    /// What is shown: a picture or a drawing.
    ///
    /// # Errors
    /// An address of neither, which is reported: gives the alternative text, to be shown instead.
    pub(super) fn end(self, found: &mut Findings) -> Result<Part, String> {
        let alt = without_size(self.alt.trim()).to_owned();
        let at = found.at(&self.range);
        if let Some(name) = self.address.strip_prefix('@') {
            return match link::drawing(name, at) {
                Ok((kind, query)) => {
                    if !alt.is_empty() && !self.title.is_empty() && self.title != alt {
                        let left = Diagnostic::new(Code::MarkLeft, found.at(&self.range));
                        let left = left.with("what", "drawing-title");
                        found.push(left.with("mark", &self.title));
                    }
                    let caption = if alt.is_empty() { self.title } else { alt };
                    let of = Drawing {
                        kind,
                        query,
                        caption,
                    };
                    let range = self.range;
                    Ok(Part::Drawing(Slot { of, range }.into()))
                }
                Err(refused) => {
                    found.push(*refused);
                    Err(alt)
                }
            };
        }
        let file = match picture_path(&self.address) {
            Ok(file) => file,
            Err(reason) => {
                // Of an address with a size the size alone is wrong.
                let size = self.address.rsplit(' ').next().filter(|_| reason == "size");
                let value = size.unwrap_or(&self.address);
                let meant = (reason == "backslash").then(|| self.address.replace('\\', "/"));
                let bad = Diagnostic::new(Code::BadForm, at).with("value", value);
                let bad = bad.nearest(meant.into_iter().collect());
                found.push(bad.with("expected", "picture").with("reason", reason));
                return Err(alt);
            }
        };
        if alt.is_empty() {
            found.push(Diagnostic::new(Code::NoAlt, at.clone()).with("file", &file));
        }
        if let Some(mark) = mark_in(&self.title) {
            let left = Diagnostic::new(Code::MarkLeft, at).with("what", "plain");
            found.push(left.with("mark", mark));
        }
        let caption = Some(self.title).filter(|title| !title.is_empty());
        let of = Picture { file, alt, caption };
        let range = self.range;
        Ok(Part::Picture(Slot { of, range }.into()))
    }
}

/// A description without the width that other programs set behind it: `Зал|300`, `Зал|300x200`.
fn without_size(alt: &str) -> &str {
    let parts = alt.rsplit_once('|');
    let words = parts.filter(|(_, size)| {
        let is_size = |of: u8| of.is_ascii_digit() || of == b'x';
        size.starts_with(|first: char| first.is_ascii_digit()) && size.bytes().all(is_size)
    });
    words.map_or(alt, |(words, _)| words.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_stand_beside_the_text() {
        for path in [
            "gym.jpg",
            "a/b_c-1.2.PNG",
            "спорт залы.webp",
            "ә.Jpeg",
            "a.b.avif",
            "x.gif",
            "Фото школы (2).JPG",
            "a, b+c №5.png",
        ] {
            assert!(is_picture_path(path), "{path}");
        }
        for path in [
            "",
            "gym",
            "gym.svg",
            "gym.jpg.exe",
            "/gym.jpg",
            "../gym.jpg",
            "a/../gym.jpg",
            "./gym.jpg",
            "a//gym.jpg",
            "a\\gym.jpg",
            "https://example.org/gym.jpg",
            "data:image/png.png",
            ".jpg",
            "a/.jpg",
            "gym.jpg?x",
            "gym.jpg#x",
            "my%20gym.jpg",
            "\u{202e}gpj.jpg",
            "a\n.jpg",
            "@gym.jpg",
        ] {
            assert!(!is_picture_path(path), "{path}");
        }
    }

    #[test]
    fn an_address_of_a_picture_is_read_as_people_write_it() {
        for (address, path) in [
            ("./gym.jpg", "gym.jpg"),
            ("sport%20zaly.jpg", "sport zaly.jpg"),
            ("%D1%84%D0%BE%D1%82%D0%BE.jpg", "фото.jpg"),
            ("Фото\u{a0}10.15\u{202f}AM.jpg", "Фото 10.15 AM.jpg"),
        ] {
            assert_eq!(picture_path(address).as_deref(), Ok(path));
        }
        for (address, reason) in [
            ("IMG_1.HEIC", "unshown"),
            ("../a.jpg", "folder"),
            ("%2e%2e/a.jpg", "folder"),
            ("https://a.kz/a.jpg", "web"),
            ("a.svg", "drawing"),
            ("a*b.jpg", "letter"),
            ("sub\\a.jpg", "backslash"),
            ("a.mp4", "format"),
            ("a b.jpg =300x", "size"),
            ("a.jpg =300x200", "size"),
        ] {
            assert_eq!(picture_path(address), Err(reason), "{address}");
        }
    }
}
