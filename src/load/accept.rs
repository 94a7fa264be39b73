//! The reader of `accept`: which warnings an editor lets stand, in any record, item of a list or front matter, and for
//! files in `site.toml`.
//!
//! Takes values, gives acceptances to the context of the readers; and finds the bytes that each covers. Which code is
//! found where is not its concern.

use super::fields::{Fields, Value};
use super::locate::extents;
use super::shape;
use crate::diagnostic::{Acceptance, Code, Scope, nearest};
use crate::model::place::Place;
use crate::source::Source;

impl Value<'_> {
    /// The warnings that stay at `of`, the record or item that this is a field of.
    pub(super) fn acceptances(&self, of: impl Fn() -> Place) -> Option<()> {
        let scope = |_: &mut Fields<'_, '_>| Some(Scope::Value(of(), 0..0));
        self.list(|value| value.acceptance("acceptance", scope))?;
        Some(())
    }

    /// The warnings that stay at files without records.
    pub(super) fn file_acceptances(&self) -> Option<()> {
        let scope = |fields: &mut Fields<'_, '_>| {
            let path = fields.required("file", |v| v.text());
            Some(Scope::File(path?.into()))
        };
        self.list(|value| value.acceptance("file-acceptance", scope))?;
        Some(())
    }

    fn acceptance(
        &self,
        record: &'static str,
        scope: impl Fn(&mut Fields<'_, '_>) -> Option<Scope>,
    ) -> Option<()> {
        let mut fields = self.fields(record)?;
        let code = fields.required("warning", |v| v.acceptable_code());
        let patron = match code {
            // An error is let through for nobody else than who is named.
            Some(Code::NameLeaks) => fields.required("patron", |v| v.id()).map(Some),
            Some(code) if !code.is_of_a_patron() => Some(None),
            Some(_) | None => Some(fields.optional("patron", |v| v.id())),
        };
        let why = fields.required("why", |v| v.text());
        let scope = scope(&mut fields);
        fields.finish();
        self.reading().accept(Acceptance {
            code: code?,
            patron: patron?,
            why: why?.trim().into(),
            place: self.place(),
            scope: scope?,
            is_shown: true,
        });
        Some(())
    }

    fn acceptable_code(&self) -> Option<Code> {
        let codes = || Code::ALL.iter().filter(|code| code.is_acceptable());
        self.takes(|| shape::choice(codes().map(|code| code.number())))?;
        let number = self.text()?;
        let known = Code::of_number(&number);
        let reason = match known {
            Some(code) if code.is_acceptable() => return Some(code),
            Some(Code::NeedlessAcceptance) => "needless",
            Some(_) => "error",
            None => "unknown",
        };
        let wrong = self.report(Code::CannotAccept);
        let wrong = wrong.with("value", &number).with("reason", reason);
        // One digit more or less is another code: only a letter's form is a certain slip.
        let letter = number.to_uppercase().replace('Т', "T");
        let meant = Code::of_number(&letter).filter(|code| code.is_acceptable());
        self.reading().report(match meant {
            Some(code) => wrong.replaced(Some(code.number().to_owned())),
            // What was written is a code: nothing else was meant.
            None if reason != "unknown" => wrong,
            None => wrong.nearest(nearest(&number, codes().map(|code| code.number()))),
        });
        None
    }
}

/// Acceptances of a text with what they cover in it: the bytes of a record or item; of a write-up all of its file.
pub(crate) fn covering(mut acceptances: Vec<Acceptance>, source: &Source) -> Vec<Acceptance> {
    if source.path.ends_with(".md") {
        for of in &mut acceptances {
            if let Scope::Value(place, _) = &of.scope
                && place.path.is_empty()
            {
                of.scope = Scope::Text(place.source);
            }
        }
    }
    let places = acceptances.iter_mut().filter_map(|of| match &mut of.scope {
        Scope::Value(place, range) => Some((&*place, range)),
        Scope::Text(_) | Scope::File(_) => None,
    });
    extents(&source.path, &source.text, places);
    acceptances
}
