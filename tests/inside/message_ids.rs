//! The messages that pages ask for by name: the theme has each in every language.

use super::support::Site;
use tagzym::model::lang::Lang;
use tagzym::pages::message_ids::MessageId;

/// A message that nobody has would show its name.
#[test]
fn every_message_that_is_asked_for_is_there() {
    let prepared = Site::portal().build().prepared;
    assert!(MessageId::ALL.is_sorted_by_key(|message| message.id()));
    for lang in Lang::ALL {
        let messages = &prepared.view(lang).language.messages;
        let missing: Vec<&str> = MessageId::ALL
            .iter()
            .map(|message| message.id())
            .filter(|id| messages.variables(id).is_none())
            .collect();
        assert_eq!(missing, Vec::<&str>::new(), "{lang}");
    }
}
