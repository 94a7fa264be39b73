//! Rasterising: SVG to PNG, and the key under which a picture can be kept.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{ImageHrefResolver, Options, Tree};

use super::font::{BOLD, REGULAR};

/// The size of a card in pixels, which is that of its SVG as well.
pub(crate) const SIZE: (u32, u32) = (1200, 630);

/// What a picture depends on besides its SVG and its fonts. The number changes with this file.
const MADE_BY: &str = concat!("1 ", env!("CARGO_PKG_VERSION"), " ", env!("CARD_ENCODER"));

/// The fonts that cards have: those of the machine would make other pictures of the same card.
static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for font in [REGULAR, BOLD] {
        fonts.load_font_data(font.to_vec());
    }
    fonts.into()
});

/// The digest of all that a picture depends on: two with the same key have the same bytes.
pub(crate) fn key(svg: &str) -> String {
    let size = format!("{}x{}", SIZE.0, SIZE.1);
    let mut key = blake3::Hasher::new();
    for part in [MADE_BY.as_bytes(), size.as_bytes(), REGULAR, BOLD] {
        key.update(blake3::hash(part).as_bytes());
    }
    key.update(svg.as_bytes()).finalize().to_hex().to_string()
}

/// Draws a card.
///
/// # Errors
/// What is wrong with the SVG.
pub(crate) fn png(svg: &str) -> Result<Vec<u8>, String> {
    let tree = tree(svg, FONTS.clone())?;
    let mut picture = Pixmap::new(SIZE.0, SIZE.1).ok_or("no room for the picture")?;
    resvg::render(&tree, Transform::identity(), &mut picture.as_mut());
    picture.encode_png().map_err(|wrong| wrong.to_string())
}

/// Whether a card can be drawn. It is not: its letters have no shapes, which is what takes long.
///
/// # Errors
/// The same as of drawing it.
pub(crate) fn check(svg: &str) -> Result<(), String> {
    tree(svg, Arc::default()).map(drop)
}

fn tree(svg: &str, fontdb: Arc<Database>) -> Result<Tree, String> {
    let options = Options {
        fontdb,
        font_family: "Noto Sans".to_owned(),
        // Nothing is read that an SVG names.
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    Tree::from_str(svg, &options).map_err(|wrong| wrong.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(inside: &str) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\">{inside}</svg>"
        )
    }

    fn text(of: &str) -> String {
        card(&format!(
            "<text x=\"80\" y=\"200\" font-size=\"80\" font-weight=\"700\">{of}</text>"
        ))
    }

    #[test]
    fn a_card_has_its_size_and_the_same_bytes_each_time() {
        let svg = text("Туған жер");
        let first = png(&svg).unwrap();
        assert_eq!(first, png(&svg).unwrap());
        assert_eq!(first[..8], *b"\x89PNG\r\n\x1a\n");
        let number = |at: usize| u32::from_be_bytes(first[at..at + 4].try_into().unwrap());
        assert_eq!((number(16), number(20)), SIZE);
        assert!(png("<svg").is_err());
    }

    #[test]
    fn what_cannot_be_drawn_is_known_without_drawing() {
        assert_eq!(check(&text("Туған жер")), Ok(()));
        for wrong in ["<svg", "<g/>", &text("a < b"), &text("&nbsp;")] {
            let told = check(wrong);
            assert!(told.is_err(), "{wrong}");
            assert_eq!(png(wrong).map(drop), told);
        }
    }

    #[test]
    fn every_letter_is_drawn_as_itself() {
        let letters: Vec<char> = "ӘәҒғҚқҢңӨөҰұҮүҺһІі₸Ǵǵ№«".chars().collect();
        let drawn: Vec<Vec<u8>> = letters
            .iter()
            .map(|letter| png(&text(&letter.to_string())).unwrap())
            .collect();
        // What the font lacks is drawn as a box, or not at all.
        let lacking = [png(&text("字")).unwrap(), png(&card("")).unwrap()];
        for (letter, picture) in letters.iter().zip(&drawn) {
            assert!(!lacking.contains(picture), "{letter}");
        }
    }

    #[test]
    fn a_card_reads_no_file() {
        let named = |file: &str| {
            card(&format!(
                "<image width=\"9\" height=\"9\" href=\"{file}\"/>"
            ))
        };
        let icon = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/themes/tagzym/static/favicon.svg"
        );
        assert_eq!(png(&named(icon)).unwrap(), png(&card("")).unwrap());
    }

    #[test]
    fn another_card_has_another_key() {
        assert_eq!(key("a"), key("a"));
        assert_ne!(key("a"), key("b"));
        assert!(MADE_BY.contains("resvg 0."), "{MADE_BY}");
    }
}
