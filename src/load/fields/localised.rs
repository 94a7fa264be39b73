//! Readers of localised texts: one text in each language.

use super::value::Value;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::shape;
use crate::load::yaml::Node;
use crate::model::lang::{Lang, Localised};

impl Value<'_> {
    /// `{kk: …, ru: …, en: …}`, with at least the languages that the site requires.
    pub(crate) fn localised(&self) -> Option<Localised> {
        self.takes(shape::localised)?;
        let Node::Map(_) = self.node else {
            return self.wrong_type("localised");
        };
        let mut fields = self.fields("localised")?;
        let texts: Vec<(Lang, String)> = Lang::ALL
            .into_iter()
            .filter_map(|lang| {
                fields
                    .optional(lang.code(), |value| value.text())
                    .map(|text| (lang, text))
            })
            .collect();
        let mut missing = false;
        for &lang in self.reading.required.iter() {
            // A field that is there but bad was reported already.
            // So may be one by a name that nobody knows, which is told.
            let is_told = !fields.is_written(lang.code()) && fields.has_strange();
            if fields.is_misspelled(lang.code()) || is_told {
                missing = true;
            } else if !fields.stands(lang.code()) {
                missing = true;
                if fields.is_written(lang.code()) {
                    let place = fields.place(lang.code());
                    self.reading
                        .report(Diagnostic::new(Code::EmptyValue, place));
                    continue;
                }
                // The name of the field, not its first language, which is as it should be.
                let diagnostic = Diagnostic::new(Code::MissingLanguage, self.place().on_key());
                self.reading.report(diagnostic.with("lang", lang));
            }
        }
        if !missing && texts.is_empty() && fields.bad.is_empty() {
            // No language is required, but one has to be there.
            self.reading.report(self.report(Code::EmptyValue));
        }
        fields.finish();
        (!missing && !texts.is_empty()).then(|| Localised::new(texts))
    }

    /// A localised text, or one plain text for all readers, such as the title of a source.
    pub(crate) fn plain_or_localised(&self) -> Option<Localised> {
        self.takes(shape::plain_or_localised)?;
        match self.node {
            Node::Text(_) => self
                .text()
                .map(|text| Localised::new(Lang::ALL.map(|lang| (lang, text.clone())))),
            _ => self.localised(),
        }
    }
}
