//! Social share links: to messengers and mail, and to whom a mistake is told. Each is a plain link; no other host is
//! asked for anything.

use serde::Serialize;

use super::message_ids::MessageId;
use super::view::View;
use crate::model::kind::RecordRef;
use crate::source::text::percent;

/// A link to each messenger that readers here use, and a letter.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Share {
    /// The whole address of the page itself.
    url: String,
    whatsapp: String,
    telegram: String,
    mail: String,
}

/// The links for a page with this title at this whole address. Messengers show the title of a page themselves.
pub(super) fn share_links(title: &str, url: &str) -> Share {
    let own = url.to_owned();
    let (title, url) = (percent::query(title), percent::query(url));
    Share {
        url: own,
        whatsapp: format!("https://wa.me/?text={url}"),
        telegram: format!("https://t.me/share/url?url={url}"),
        mail: format!("mailto:?subject={title}&body={url}"),
    }
}

/// Where a mistake in a record is told, whose page stands at a whole address: a letter to the site's contact that names
/// both, or the contact's own page.
pub(super) fn mistake_link(view: &View<'_>, record: RecordRef, url: &str) -> Option<String> {
    let contact = view.portal.site.contact_url()?;
    if !contact.starts_with("mailto:") {
        return Some(contact);
    }
    let word = view.word(MessageId::MistakeSubject);
    let (kind, id) = (record.kind(), view.portal.row(record).id());
    let subject = format!("{word}: {}/{id}", kind.word());
    let (subject, url) = (percent::query(&subject), percent::query(url));
    Some(format!("{contact}?subject={subject}&body={url}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_title_can_end_a_query() {
        let share = share_links("Ән & «би»?", "https://example.org/kk/");
        assert_eq!(
            share.mail,
            "mailto:?subject=Ән%20%26%20«би»%3F&body=https://example.org/kk/"
        );
    }
}
