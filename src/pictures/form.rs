//! The forms of a picture: in which widths and formats it is made.

/// The widths in pixels that pages choose from: a card, a phone, a wide screen.
const WIDTHS: [u32; 3] = [480, 960, 1600];

/// The most pixels of height: far more than any screen has, and fewer than a WebP can.
const MOST_HEIGHT: u32 = 8000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    WebP,
    /// For browsers that are old, and whoever else shows a picture.
    Jpeg,
}

impl Format {
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Format::WebP => "webp",
            Format::Jpeg => "jpg",
        }
    }
}

/// One of the files that a picture becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Form {
    pub format: Format,
    /// In pixels.
    pub width: u32,
    pub height: u32,
}

/// The forms of a picture of this width and height: WebP from the narrowest to the widest, then a JPEG like the widest. None is
/// larger than the picture, and none nearly as wide as the next.
pub(crate) fn forms(size: (u32, u32)) -> Vec<Form> {
    let widest = fitted(size, WIDTHS[WIDTHS.len() - 1]);
    let narrower = WIDTHS.iter().filter(|&&width| width * 5 <= widest.0 * 4);
    let sizes = narrower.map(|&width| fitted(size, width));
    let webp = sizes.chain([widest]).map(|size| (Format::WebP, size));
    webp.chain([(Format::Jpeg, widest)])
        .map(|(format, (width, height))| Form {
            format,
            width,
            height,
        })
        .collect()
}

/// The size of a picture that is made at most so wide, in its proportions.
fn fitted((width, height): (u32, u32), most: u32) -> (u32, u32) {
    let scaled = |of: u32, by: u32, to: u32| {
        let exact = u64::from(of) * u64::from(to);
        let rounded = (exact + u64::from(by) / 2) / u64::from(by.max(1));
        u32::try_from(rounded).unwrap_or(u32::MAX).max(1)
    };
    let shown = match width <= most {
        true => (width, height),
        false => (most, scaled(height, width, most)),
    };
    match shown.1 <= MOST_HEIGHT {
        true => shown,
        false => (scaled(width, height, MOST_HEIGHT), MOST_HEIGHT),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_never_made_larger() {
        let sizes = |size| -> Vec<(u32, u32)> {
            let forms = forms(size);
            let (last, webp) = forms.split_last().unwrap();
            assert_eq!(last.format, Format::Jpeg);
            let widest = webp.last().unwrap();
            assert_eq!((last.width, last.height), (widest.width, widest.height));
            webp.iter().map(|form| (form.width, form.height)).collect()
        };
        assert_eq!(sizes((4000, 3000)), [(480, 360), (960, 720), (1600, 1200)]);
        assert_eq!(sizes((3000, 4000)), [(480, 640), (960, 1280), (1600, 2133)]);
        assert_eq!(sizes((1200, 800)), [(480, 320), (960, 640), (1200, 800)]);
        assert_eq!(sizes((1000, 10)), [(480, 5), (1000, 10)]);
        assert_eq!(sizes((500, 500)), [(500, 500)]);
        assert_eq!(sizes((1, 1)), [(1, 1)]);
        assert_eq!(sizes((60_000, 2)), [(480, 1), (960, 1), (1600, 1)]);
        assert_eq!(sizes((800, 60_000)), [(107, 8000)]);
    }
}
