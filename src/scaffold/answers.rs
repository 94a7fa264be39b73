//! Answers: what the editor of a new portal says of it.

use crate::model::lang::Lang;

/// What is said of a new portal.
#[derive(Debug, Clone)]
pub(crate) struct NewPortal {
    /// Its name, in the languages that it is stated in.
    pub titles: Vec<(Lang, String)>,
    pub base_url: String,
    /// In the order in which readers are offered them; at least one.
    pub languages: Vec<Lang>,
    /// The id of the region that it is of; none: of the whole country.
    pub scope: Option<String>,
    pub workflow: Option<Workflow>,
}

/// Who publishes the portal after each change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Workflow {
    GitHub,
    GitLab,
}

impl NewPortal {
    /// Its languages in the order of all languages.
    pub(super) fn in_their_order(&self) -> Vec<Lang> {
        let mut langs = Lang::ALL.to_vec();
        langs.retain(|lang| self.languages.contains(lang));
        langs
    }

    /// Its name in a language, or in any.
    pub(super) fn title(&self, lang: Lang) -> &str {
        let in_lang = self.titles.iter().find(|(of, _)| *of == lang);
        let title = in_lang.or(self.titles.first());
        title.map_or("", |(_, title)| title)
    }
}
