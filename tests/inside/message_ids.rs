//! The messages that pages ask for by name: the list of them is whole, and the theme has each in every language.

use std::fs;
use std::path::Path;

use super::support::Site;
use tagzym::model::lang::Lang;
use tagzym::pages::message_ids::ASKED_FOR;

#[test]
fn the_list_of_asked_for_messages_is_whole() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut unlisted = Vec::new();
    for file in walkdir::WalkDir::new(root).into_iter().flatten() {
        if file
            .path()
            .extension()
            .is_none_or(|extension| extension != "rs")
        {
            continue;
        }
        let text = fs::read_to_string(file.path()).unwrap();
        let asked = ["word(\"", "heading(\""];
        let ids = asked.iter().flat_map(|asked| text.split(asked).skip(1));
        let ids = ids.map(|rest| rest.split('"').next().unwrap_or_default());
        let is_page = file
            .path()
            .components()
            .any(|part| matches!(part.as_os_str().to_str(), Some("pages" | "formats")));
        unlisted.extend(
            ids.filter(|id| is_page && !ASKED_FOR.contains(id))
                .map(str::to_owned),
        );
    }
    assert_eq!(unlisted, Vec::<String>::new());
    // Each of them is there in the theme: a message that nobody has would show its name.
    let prepared = Site::portal().build().prepared;
    for lang in Lang::ALL {
        let view = prepared.view(lang);
        let missing: Vec<&&str> = ASKED_FOR
            .iter()
            .filter(|id| view.language.messages.variables(id).is_none())
            .collect();
        assert_eq!(missing, Vec::<&&str>::new(), "{lang}");
    }
}
