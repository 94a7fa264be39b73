//! Files of the search: its index, made as a whole when the first of them is asked for, and what results are shown from.

use super::output_file::Made;
use super::prepared::Prepared;
use crate::anonymity::{Leak, inspect_text};
use crate::model::lang::Lang;
use crate::pages::view::View;
use crate::plan::search::{MANIFEST, SearchFile};
use crate::search::{SearchIndex, description};

impl Prepared {
    /// A file of the search. Its texts were looked through before they were packed: what was found in them is told with the
    /// manifest and, where each file is given for itself as in a preview, with every one.
    pub(super) fn search_file(&self, path: &str, file: SearchFile) -> Made {
        let view = |lang: Lang| self.view(lang);
        let text = match file {
            SearchFile::Description(lang) => {
                let text = description(&view(lang));
                let leaks = self.leaks_in(path, &text);
                return Made {
                    bytes: text.into_bytes(),
                    leaks,
                };
            }
            SearchFile::Manifest => self.search_index().manifest_file().to_owned(),
            SearchFile::Words(nth) => self.search_index().words_file(nth),
            SearchFile::Guesses(nth) => self.search_index().guesses_file(nth),
            SearchFile::Cards(lang, nth) => self.search_index().cards_file(&view(lang), nth),
            SearchFile::Texts(lang, nth) => self.search_index().texts_file(&view(lang), nth),
        };
        let leaks = match file == SearchFile::Manifest || self.verdicts.is_some() {
            true => self.search_index().leaks.clone(),
            false => Vec::new(),
        };
        Made {
            bytes: text.into_bytes(),
            leaks,
        }
    }

    fn search_index(&self) -> &SearchIndex<Leak> {
        self.search.get_or_init(|| {
            let languages = self.portal.site.languages.iter();
            let views: Vec<View<'_>> = languages.map(|&lang| self.view(lang)).collect();
            let mut index = SearchIndex::new(&views, &|text| self.leaks_in(MANIFEST, text));
            index.leaks.extend(self.leaks_in_synonyms());
            index
        })
    }

    /// Who is named in the words that the site says are the same.
    pub(super) fn leaks_in_synonyms(&self) -> Vec<Leak> {
        let groups = self.portal.synonyms.iter();
        let leaks = groups.flat_map(|group| self.leaks_in(MANIFEST, &group.join("\n")));
        leaks.collect()
    }

    /// Who is named in a text that is packed into a file of this path.
    pub(crate) fn leaks_in(&self, path: &str, text: &str) -> Vec<Leak> {
        match &self.guard {
            Some(guard) => inspect_text(guard, path, text),
            None => Vec::new(),
        }
    }
}
