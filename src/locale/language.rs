//! A language as a whole: its formats and its words.

use super::{Locale, Messages};
use crate::model::lang::Lang;

/// What a page needs to speak one language.
pub struct Language {
    pub lang: Lang,
    pub locale: Locale,
    pub messages: Messages,
}

impl Language {
    pub fn new(lang: Lang, messages: Messages) -> Language {
        Language {
            lang,
            locale: Locale::new(lang),
            messages,
        }
    }
}
