//! Markdown images: the file of a picture, or a drawing of figures, with its alternative text.
//!
//! Takes the events between the brackets of an image, gives the picture or the drawing that is asked for. Must not know
//! whether the file is there, nor where it is shown.

use std::ops::Range;

use pulldown_cmark::Event;

use super::findings::Findings;
use super::link;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::prose::{Drawing, Part, Picture, Slot};

/// The formats that a picture may have, by the end of its name, in any case.
const FORMATS: [&str; 6] = ["jpg", "jpeg", "png", "webp", "avif", "gif"];

/// Whether a picture may have this name: a file beside the text or in a folder below, of a known format, in letters and
/// digits of any script, spaces and `. _ -`.
pub(crate) fn is_picture_path(path: &str) -> bool {
    let fits = |letter: char| letter.is_alphanumeric() || " ._-".contains(letter);
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
        let alt = self.alt.trim().to_owned();
        let at = found.at(&self.range);
        if let Some(name) = self.address.strip_prefix('@') {
            return match link::drawing(name, at) {
                Ok((kind, query)) => {
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
        if !is_picture_path(&self.address) {
            let bad = Diagnostic::new(Code::BadForm, at).with("value", self.address);
            found.push(bad.with("expected", "picture"));
            return Err(alt);
        }
        if alt.is_empty() {
            found.push(Diagnostic::new(Code::NoAlt, at).with("file", &self.address));
        }
        let caption = Some(self.title).filter(|title| !title.is_empty());
        let of = Picture {
            file: self.address,
            alt,
            caption,
        };
        let range = self.range;
        Ok(Part::Picture(Slot { of, range }.into()))
    }
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
}
