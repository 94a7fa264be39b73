//! The font of cards, Noto Sans, cut down to the letters of the portal's languages: `fonts/README.md` says how.

pub(super) const REGULAR: &[u8] = include_bytes!("fonts/NotoSans-Regular.ttf");
pub(super) const BOLD: &[u8] = include_bytes!("fonts/NotoSans-Bold.ttf");
