//! The OpenSearch description: what a browser reads to offer the search of a site beside its own.
//!
//! Format: OpenSearch 1.1, draft 6, as browsers read it: names, the languages, and an address with a place for the words.

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
    // No longer name is shown anywhere: the draft allows 16 letters.
    let short: String = title.chars().take(16).collect();
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
        escape(short.trim()),
        escape(&title),
        escape(&says),
        escape(&address),
    )
}
