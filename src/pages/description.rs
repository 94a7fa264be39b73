//! The meta description of a page: a sentence for search engines and previews, which no other page of the language has.
//!
//! It is the summary of the record or, where that has none, a sentence of the theme with the page's title and sums.

use super::document_title::document_title;
use super::kind::AnyKind;
use super::message_ids::MessageId;
use super::view::{Text, View};
use crate::locale::Arg;
use crate::model::date::Date;
use crate::model::money::Amount;
use crate::plan::Page;
use crate::plan::texts::write_up_of;
use crate::totals::Sums;

/// How many characters a search engine may show of it.
const LONGEST: usize = 200;

/// The description of a page; none of a page that nobody is meant to come to.
pub(super) fn description<'a>(view: &View<'a>, page: Page, kind: &dyn AnyKind) -> Option<Text<'a>> {
    let frame = kind.frame();
    if !frame.is_indexed() {
        return None;
    }
    let own = summary(view, page).or_else(|| kind.description(view));
    let Text { text, lang } = own.unwrap_or_else(|| describe(view, page, frame.template));
    let text = match cut(&text) {
        Some(short) => short.into(),
        None => text,
    };
    Some(Text { text, lang })
}

/// What the write-up of a page says in short, which readers see above its text.
pub(super) fn summary<'a>(view: &View<'a>, page: Page) -> Option<Text<'a>> {
    view.summary(write_up_of(view.portal, page)?)
}

/// What the theme says of a page by its kind.
fn describe<'a>(view: &View<'a>, page: Page, kind: &str) -> Text<'a> {
    let portal = view.portal;
    let title = document_title(view, page).text;
    let written = |date: Date| view.language.locale.date(date);
    let date = match page {
        Page::News(news) => written(portal.news[news].date),
        Page::Award(award) => written(portal.awards[award].record.date),
        _ => String::new(),
    };
    let sums = match (page, page.summed()) {
        (Page::Contributions(listed), _) => said(view, page, &listed.sums(portal, view.totals)),
        (_, Some(summed)) => said(view, page, summed.sums(view.totals)),
        (_, None) => String::new(),
    };
    let args = [
        ("kind", Arg::Text(kind)),
        ("title", Arg::Text(&title)),
        ("date", Arg::Text(&date)),
        ("sums", Arg::Text(&sums)),
    ];
    let text = (view.language.messages).format(MessageId::Description.id(), &args);
    let text = text.unwrap_or_else(|_| title.to_string());
    Text {
        text: text.trim_end().to_owned().into(),
        lang: None,
    }
}

/// What was delivered, as a sentence.
fn said(view: &View<'_>, page: Page, sums: &Sums) -> String {
    let messages = &view.language.messages;
    let count = |message: MessageId, of: usize| {
        let text = messages.format(message.id(), &[("count", Arg::Number(of as u64))]);
        text.unwrap_or_else(|_| of.to_string())
    };
    let delivered = &sums.delivered;
    let amount = delivered.shown();
    if matches!((amount, page), (Amount::Nothing, Page::Patron(_))) {
        // It may have given together with others.
        return String::new();
    }
    let sum = (amount.known()).map_or_else(String::new, |sum| view.language.locale.money(sum));
    let contributions = count(MessageId::CountContributions, delivered.contributions.len());
    let projects = count(MessageId::CountProjects, delivered.projects);
    let args = [
        ("known", Arg::Text(amount.word())),
        ("sum", Arg::Text(&sum)),
        ("contributions", Arg::Text(&contributions)),
        ("projects", Arg::Text(&projects)),
    ];
    let text = messages.format(MessageId::DescriptionSums.id(), &args);
    text.unwrap_or_default()
}

/// A text that is too long, cut between two words.
fn cut(text: &str) -> Option<String> {
    whole_words(text, LONGEST).map(|kept| format!("{kept}…"))
}

/// The whole words in the first so many characters of a text, without marks behind the last of them; of a longer word its beginning.
/// Nothing if the text has no more than those.
pub(crate) fn whole_words(text: &str, most: usize) -> Option<&str> {
    let (end, next) = text.char_indices().nth(most)?;
    let kept = &text[..end];
    let kept = match kept.rsplit_once(' ') {
        Some((kept, _)) if next != ' ' => kept,
        _ => kept,
    };
    Some(kept.trim_end_matches(|letter: char| !letter.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn a_long_text_ends_with_a_whole_word() {
        assert_eq!(cut(&"ә".repeat(200)), None);
        let long = format!("{} мектеп, балабақша", "ә".repeat(190));
        assert_eq!(cut(&long).unwrap(), format!("{} мектеп…", "ә".repeat(190)));
        let ends = format!("{} мектеп — екі", "ә".repeat(193));
        assert_eq!(cut(&ends).unwrap(), format!("{} мектеп…", "ә".repeat(193)));
    }
}
