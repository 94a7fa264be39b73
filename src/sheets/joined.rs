//! Joining: a row's name that sounds like a patron's and is spelled otherwise. Who is of another region is asked about; else it is said
//! that both were taken for one.

use super::called::Called;
use super::field::Field;
use super::gift::Giver;
use super::known::Where;
use super::patrons::{NewPatrons, as_somebody_new};
use super::reason::{Reading, Reason, Remark};
use super::row::{RowReader, Sorted};
use crate::locale::legal_forms::{legal_class, without_forms};
use crate::model::kind::{PatronId, RegionId};
use crate::model::patron::Consent;
use crate::names::{are_letters_of, mended, name_of};
use crate::source::text::confusables::is_cyrillic;

/// A patron whom a row was found to mean.
struct Found<'a> {
    /// Its names, as they are compared.
    names: Vec<&'a str>,
    region: RegionId,
    /// How it is told, and answered with.
    told: String,
}

impl RowReader<'_> {
    /// Tells of a patron whom the names of a row mean, and whether that is certain.
    pub(super) fn tell_of_joining(
        &self,
        giver: Giver,
        called: &[Called],
        place: Option<Where>,
        patrons: &NewPatrons,
        told: &mut Sorted,
    ) -> bool {
        let (Some(found), Some(first)) = (self.found(giver, patrons), called.first()) else {
            return true;
        };
        let is_spelled = |of: &Called| {
            self.known.patrons.stated(&of.name).is_some()
                || found
                    .names
                    .iter()
                    .any(|name| are_letters_of(&of.name, name))
        };
        let region = self.home_or_region(place);
        if called.iter().any(is_spelled) {
            let other = called.iter().find_map(|of| {
                let other = self.who_is_nearer(of, giver, found.region, region?)?;
                Some((of, other))
            });
            if let (Some((of, other)), Giver::Known(patron)) = (other, giver) {
                let both = [other, patron].map(|of| self.known.id_of(of));
                told.doubts
                    .push(of.remark(Reason::SoundsAlike).meaning(both));
                return false;
            }
            let is_written = |of: &Called| {
                self.known.patrons.stated(&of.name).is_some()
                    || found.names.iter().any(|name| is_written_so(&of.name, name))
            };
            if !called.iter().any(is_written) {
                let both = format!("{} = {}", first.text, found.told);
                let remark = Remark::of(Reason::Joined, both).in_cell(Field::Patron, first.column);
                told.notes.push(remark);
            }
            return true;
        }
        // What is written in other letters is hardly spelled alike.
        let is_of_script =
            |name: &&str| name.contains(is_cyrillic) == first.name.contains(is_cyrillic);
        let is_elsewhere = region.is_some_and(|region| region != found.region);
        if is_elsewhere && found.names.iter().any(is_of_script) {
            let answers = std::iter::once(found.told).chain(as_somebody_new(&first.name));
            told.doubts
                .push(first.remark(Reason::SoundsAlike).meaning(answers));
            return false;
        }
        let both = format!("{} = {}", first.name, found.told);
        let remark = Remark::of(Reason::Joined, both).in_cell(Field::Patron, first.column);
        told.notes.push(remark);
        true
    }

    /// Another patron on record whose name sounds alike, and who is of the row's region where the one of just this name is not.
    fn who_is_nearer(
        &self,
        of: &Called,
        giver: Giver,
        home: RegionId,
        region: RegionId,
    ) -> Option<PatronId> {
        if home == region || self.known.patrons.stated(&of.name).is_some() {
            return None;
        }
        let patrons = &self.known.portal.patrons;
        let mut others = self.known.patrons.bearers(&of.name);
        others.find(|other| Giver::Known(*other) != giver && patrons[*other].region == region)
    }

    /// Says so where a row lets somebody be named whom another does not.
    pub(super) fn tell_of_consent(
        &self,
        called: &[Called],
        (said, taken): (Option<Consent>, Consent),
        told: &mut Sorted,
    ) {
        if let (Some(Consent::Public), Consent::Anonymous, Some(first)) =
            (said, taken, called.first())
        {
            told.notes.push(first.remark(Reason::ConsentElsewhere));
        }
    }

    fn found<'f>(&'f self, giver: Giver, patrons: &'f NewPatrons) -> Option<Found<'f>> {
        match giver {
            Giver::Known(patron) => {
                let of = &self.known.portal.patrons[patron];
                let names: Vec<&str> = of.record.names().map(|(_, name)| name).collect();
                let first = names.first().filter(|_| !of.is_anonymous());
                let told =
                    first.map_or_else(|| self.known.id_of(patron), |name| (*name).to_owned());
                Some(Found {
                    region: of.region,
                    told,
                    names,
                })
            }
            Giver::New(number) => {
                let of = patrons.new_patron(number)?;
                Some(Found {
                    region: of.region,
                    told: of.called.clone(),
                    names: of.name.iter().map(|(_, name)| name).collect(),
                })
            }
        }
    }

    /// Where the row says that the giver comes from, else where the gift went.
    fn home_or_region(&self, place: Option<Where>) -> Option<RegionId> {
        let id = |of: RegionId| self.known.portal.regions[of].record.id.to_string();
        if let Reading::Understood(home) = self.record(Field::Home, &self.known.regions, id) {
            return Some(home);
        }
        match place? {
            Where::Outside { region, .. } => Some(region),
            Where::Project(project) => Some(self.known.portal.projects[project].region),
        }
    }
}

/// Whether two names are the same but for case, quotation marks and the order of words; a legal form is that of any language.
fn is_written_so(one: &str, other: &str) -> bool {
    let parts = |name: &str| {
        let plain = name_of(name).to_lowercase().replace('ё', "е");
        let plain = plain.replace(['«', '»', '"', '“', '”', '„'], " ");
        let words: Vec<String> = plain.split_whitespace().map(mended).collect();
        let form = words.iter().find_map(|word| legal_class(word));
        let mut telling: Vec<String> = without_forms(&words).cloned().collect();
        telling.sort();
        (telling, form)
    };
    parts(one) == parts(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_written_otherwise_is_told() {
        for (one, other, is_so) in [
            ("ТОО \"Жер-Су\"", "«Жер-Су» ЖШС", true),
            ("тоо жер-су", "ТОО «Жер-Су»", true),
            ("АО «Алтын Дән»", "Алтын Дән АО", true),
            (
                "Товарищество с ограниченной ответственностью «Жер-Су»",
                "«Жер-Су» ЖШС",
                true,
            ),
            ("ТОО «Жер Су»", "ТОО «Жер-Су»", false),
            ("Жер-Су", "ТОО «Жер-Су»", false),
            ("Ахметов Асан", "Асан Ахметов", true),
            ("Фонд «Дала»", "«Дала» қайырымдылық қоры", true),
        ] {
            assert_eq!(is_written_so(one, other), is_so, "{one} {other}");
        }
    }
}
