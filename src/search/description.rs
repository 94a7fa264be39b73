//! The OpenSearch description: what a browser reads to offer the search of a site beside its own.
//!
//! Format: OpenSearch 1.1, draft 6, as browsers read it: names, the languages, and an address with a place for the words.

use crate::pages::description::whole_words;
use crate::pages::message_ids::MessageId;
use crate::pages::title_of;
use crate::pages::view::View;
use crate::plan::Page;
use crate::source::text::html::escape;

/// The description for readers of a language.
pub(crate) fn description(view: &View<'_>) -> String {
    let lang = view.lang();
    let title = title_of(view, Page::Home).text;
    let says = view.word(MessageId::SearchTitle);
    let address = view.absolute(&Page::Search.address(view.portal, lang));
    let short = short_name(&title);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
         <ShortName>{}</ShortName>\n\
         <LongName>{}</LongName>\n\
         <Description>{}</Description>\n\
         <Language>{lang}</Language>\n\
         <InputEncoding>UTF-8</InputEncoding>\n\
         <Url type=\"text/html\" template=\"{}?q={{searchTerms}}\"/>\n\
         </OpenSearchDescription>\n",
        escape(short),
        escape(&title),
        escape(&says),
        escape(&address),
    )
}

/// As many whole words of a title as the draft allows letters, which are 16; of a longer word its beginning.
fn short_name(title: &str) -> &str {
    whole_words(title, 16).unwrap_or(title)
}

#[cfg(test)]
mod tests {
    use super::short_name;

    #[test]
    fn a_short_name_ends_where_a_word_does() {
        for (title, expected) in [
            ("Туған жерге тағзым", "Туған жерге"),
            ("Portal of Almaty", "Portal of Almaty"),
            ("Portal of Almaty and of all", "Portal of Almaty"),
            ("Тағзым, жер — Қазақстан", "Тағзым, жер"),
            ("Меценаттық", "Меценаттық"),
            ("Благотворительность", "Благотворительно"),
            ("", ""),
        ] {
            assert_eq!(short_name(title), expected);
        }
    }
}
