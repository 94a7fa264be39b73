//! Patrons of a sheet: known ones by their names, and new ones, of whom a person is anonymous unless the sheet says public.
//!
//! Takes the name as it stands in a cell and what the sheet says of its bearer. An id of whoever must not be named tells nothing.

use std::collections::HashSet;

use super::gift::{Giver, NewPatron};
use super::known::Known;
use super::names::{Found, NameKind, Names, name_of};
use super::reason::{Reason, Remark};
use super::words::{is_group, is_unnamed};
use crate::anonymity::new_ids;
use crate::locale::transliterate;
use crate::locale::without_legal_form;
use crate::model::id::{Id, MAX_ID};
use crate::model::kind::RegionId;
use crate::model::lang::Localised;
use crate::model::patron::{Consent, PatronKind};

/// What a row says of a patron besides the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct SaidOfPatron {
    pub kind: Option<PatronKind>,
    pub consent: Option<Consent>,
}

/// The patrons that rows of a sheet name and the portal does not know.
pub(super) struct NewPatrons {
    all: Vec<NewPatron>,
    names: Names<usize>,
    taken: HashSet<String>,
    chance: u64,
}

/// What became of a name.
#[derive(Debug)]
pub(super) enum Named {
    Giver(Giver, Vec<Remark>),
    /// Nobody of that name is known; what he would be.
    Newcomer(PatronKind, Consent),
    Doubt(Remark),
}

impl NewPatrons {
    /// `chance`: what ids that tell nothing are drawn from.
    pub(super) fn new(known: &Known<'_>, chance: u64) -> NewPatrons {
        let ids = known.portal.patrons.ids().map(|id| id.to_string());
        NewPatrons {
            all: Vec::new(),
            names: Names::new(NameKind::Patron),
            taken: ids.collect(),
            chance,
        }
    }

    pub(super) fn into_all(self) -> Vec<NewPatron> {
        self.all
    }

    /// Who is meant by a name. `is_new`: an editor said that the name is nobody's yet.
    pub(super) fn find(
        &self,
        text: &str,
        said: SaidOfPatron,
        is_new: bool,
        known: &Known<'_>,
    ) -> Named {
        if is_unnamed(text) {
            return Named::Doubt(Remark::of(Reason::Unnamed, text));
        }
        let seems = kind_of_name(text);
        if !is_new {
            match known.patrons.find(text) {
                Found::One(patron) => {
                    let record = &known.portal.patrons[patron].record;
                    if record.sample {
                        return Named::Doubt(Remark::of(Reason::Sample, text));
                    }
                    let kind = said.kind.or(seems);
                    let has_id = super::names::id_of(text).is_some();
                    // A fund and a company of one name are two.
                    if !has_id && kind.is_some_and(|kind| differs(kind, record.kind)) {
                        return Named::Doubt(
                            Remark::of(Reason::Near, text).meaning([record.id.to_string()]),
                        );
                    }
                    if said
                        .consent
                        .is_some_and(|consent| consent != record.consent)
                    {
                        return Named::Doubt(Remark::of(Reason::AnonymousNow, text));
                    }
                    return Named::Giver(Giver::Known(patron), Vec::new());
                }
                Found::Several(patrons) => {
                    let ids = patrons
                        .into_iter()
                        .map(|of| known.portal.patrons[of].record.id.to_string());
                    return Named::Doubt(Remark::of(Reason::Several, text).meaning(ids));
                }
                Found::Near(patrons) => {
                    let ids = patrons
                        .into_iter()
                        .map(|of| known.portal.patrons[of].record.id.to_string());
                    return Named::Doubt(Remark::of(Reason::Near, text).meaning(ids));
                }
                Found::None => {}
            }
        }
        match self.names.find(text) {
            Found::One(new) => {
                let of = &self.all[new];
                if said.consent.is_some_and(|consent| consent != of.consent) {
                    return Named::Doubt(Remark::of(Reason::AnonymousNow, text));
                }
                if said
                    .kind
                    .or(seems)
                    .is_some_and(|kind| differs(kind, of.kind))
                {
                    return Named::Doubt(Remark::of(Reason::UnclearKind, text));
                }
                return Named::Giver(Giver::New(new), Vec::new());
            }
            Found::Near(near) | Found::Several(near) if !is_new => {
                let names = near
                    .into_iter()
                    .filter_map(|new| first_name(&self.all[new].name));
                return Named::Doubt(Remark::of(Reason::Near, text).meaning(names));
            }
            _ => {}
        }
        let Some(kind) = said.kind.or(seems) else {
            return Named::Doubt(Remark::of(Reason::UnclearKind, text));
        };
        let is_private = kind == PatronKind::Person || bears_persons_name(text);
        let consent = match (said.consent, is_private) {
            (Some(consent), _) => consent,
            (None, true) => Consent::Anonymous,
            (None, false) => Consent::Public,
        };
        Named::Newcomer(kind, consent)
    }

    /// Adds a patron; `names` as they stand in the sheet.
    pub(super) fn add(
        &mut self,
        kind: PatronKind,
        consent: Consent,
        name: Localised,
        region: RegionId,
    ) -> Giver {
        let id = match consent {
            Consent::Public => self.telling_id(&name),
            Consent::Anonymous => None,
        };
        let id = id.unwrap_or_else(|| self.silent_id());
        self.taken.insert(id.to_string());
        let at = self.all.len();
        for (_, name) in name.iter() {
            self.names.add(name, at, true);
        }
        self.all.push(NewPatron {
            id,
            kind,
            consent,
            name,
            region,
        });
        Giver::New(at)
    }

    /// An id by which people know who is meant.
    fn telling_id(&self, name: &Localised) -> Option<Id> {
        let name = first_name(name)?;
        let slug = transliterate(without_legal_form(&name));
        let mut short = String::new();
        for word in slug.split('-').filter(|word| !word.is_empty()) {
            if short.len() + word.len() + 5 > MAX_ID {
                break;
            }
            if !short.is_empty() {
                short.push('-');
            }
            short.push_str(word);
        }
        let numbered = (2..).map(|number| format!("{short}-{number}"));
        let mut ids = std::iter::once(short.clone()).chain(numbered);
        let free = ids.find(|id| !self.taken.contains(id))?;
        Id::parse(&free)
    }

    fn silent_id(&self) -> Id {
        let taken = self.taken.iter().map(String::as_str).collect();
        new_ids(self.chance, taken)
            .find_map(|id| Id::parse(&id))
            .expect("such ids come without end")
    }
}

fn first_name(name: &Localised) -> Option<String> {
    name.iter().next().map(|(_, text)| text.to_owned())
}

/// Whether two kinds cannot be those of one patron that somebody described loosely.
fn differs(a: PatronKind, b: PatronKind) -> bool {
    let loose = |kind: PatronKind| match kind {
        PatronKind::Fund | PatronKind::Association => 1,
        PatronKind::Company => 2,
        PatronKind::Person => 3,
        PatronKind::Group => 4,
    };
    loose(a) != loose(b)
}

/// The kind of patron that a name says: by its legal form, or because it is made as names of people are.
pub(super) fn kind_of_name(text: &str) -> Option<PatronKind> {
    let name = name_of(text);
    let words: Vec<&str> = name
        .split(|letter: char| !(letter.is_alphanumeric() || letter == '-'))
        .filter(|word| !word.is_empty())
        .collect();
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let has = |stems: &[&str]| {
        lower.iter().any(|word| {
            stems
                .iter()
                .any(|stem| word == stem || stem.chars().nth(3).is_some() && word.starts_with(stem))
        })
    };
    if has(&[
        "фонд",
        "қор",
        "қоры",
        "оф",
        "ққ",
        "fund",
        "foundation",
        "кқ",
        "бф",
    ]) {
        return Some(PatronKind::Fund);
    }
    if has(&[
        "объединение",
        "бірлестігі",
        "бірлестік",
        "ассоциация",
        "қауымдастығы",
        "оо",
        "қб",
        "association",
        "союз",
        "одағы",
        "палата",
    ]) {
        return Some(PatronKind::Association);
    }
    if is_group(name) {
        return Some(PatronKind::Group);
    }
    const COMPANIES: [&str; 31] = [
        "тоо",
        "жшс",
        "ао",
        "ақ",
        "llp",
        "llc",
        "jsc",
        "ип",
        "жк",
        "кх",
        "шқ",
        "кфх",
        "фх",
        "ооо",
        "оао",
        "пк",
        "өк",
        "гкп",
        "ltd",
        "inc",
        "товарищество",
        "серіктестігі",
        "компания",
        "корпорация",
        "company",
        "холдинг",
        "завод",
        "зауыты",
        "банк",
        "банкі",
        "нк",
    ];
    if has(&COMPANIES) {
        return Some(PatronKind::Company);
    }
    let has_marks = name.contains(['«', '"', '“', '„'])
        || name.contains(|letter: char| letter.is_ascii_digit());
    let is_capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let looks_personal = (2..=3).contains(&words.len())
        && words.iter().all(is_capital)
        && lower
            .iter()
            .any(|word| has_personal_ending(word) || word.chars().nth(1).is_none());
    (!has_marks && looks_personal).then_some(PatronKind::Person)
}

/// How surnames and patronymics end.
fn has_personal_ending(word: &str) -> bool {
    const ENDINGS: [&str; 24] = [
        "ов", "ова", "ев", "ева", "ёв", "ёва", "ин", "ина", "ский", "ская", "ұлы", "улы", "қызы",
        "кызы", "ович", "евич", "овна", "евна", "бек", "бай", "енко", "ov", "ova", "ev",
    ];
    word.chars().count() > 3 && ENDINGS.iter().any(|end| word.ends_with(end))
}

/// Whether a company bears the name of a person: an individual entrepreneur, a farm.
fn bears_persons_name(text: &str) -> bool {
    const FORMS: [&str; 10] = [
        "ип",
        "жк",
        "кх",
        "шқ",
        "кфх",
        "фх",
        "ie",
        "предприниматель",
        "кәсіпкер",
        "кәсіпкері",
    ];
    let lower = text.to_lowercase();
    let mut words = lower.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| FORMS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_their_bearers_are() {
        use PatronKind::{Association, Company, Fund, Group, Person};
        for (name, kind) in [
            ("ТОО «Жер-Су»", Some(Company)),
            ("«Жер-Су» ЖШС", Some(Company)),
            ("ИП Ахметов", Some(Company)),
            ("АО «Народный банк»", Some(Company)),
            ("Общественный фонд «Дала»", Some(Fund)),
            ("«Дала» қайырымдылық қоры", Some(Fund)),
            ("ОО «Ветераны»", Some(Association)),
            ("Выпускники 1998 года", Some(Group)),
            ("Ауыл тұрғындары", Some(Group)),
            ("Ахметов Асан", Some(Person)),
            ("Ахметов А.", Some(Person)),
            ("Асан Ахметов Серікұлы", Some(Person)),
            ("Береке", None),
            ("«Береке»", None),
        ] {
            assert_eq!(kind_of_name(name), kind, "{name}");
        }
    }

    #[test]
    fn farms_bear_the_names_of_people() {
        assert!(bears_persons_name("КХ «Ахметов»"));
        assert!(!bears_persons_name("ТОО «Ахметов»"));
    }
}
