//! A language as a whole: its locale, which formats, and its messages.

use super::{Locale, Messages};
use crate::model::lang::Lang;

/// What a page needs to speak one language.
pub struct Language {
    pub(crate) lang: Lang,
    pub(crate) locale: Locale,
    pub(crate) messages: Messages,
}

impl Language {
    pub(crate) fn new(lang: Lang, messages: Messages) -> Language {
        Language {
            lang,
            locale: Locale::new(lang),
            messages,
        }
    }
}
