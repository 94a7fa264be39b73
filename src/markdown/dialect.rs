//! The dialect: which extensions of CommonMark a text may use.

use pulldown_cmark::Options;

/// Tables, footnotes, strikethrough and task lists.
pub(super) fn extensions() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
}
