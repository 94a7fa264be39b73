//! A giver by all the names that a row has for it: whoever is known by one of them is meant by all.

use super::field::Field;
use super::reason::{Reason, Remark};
use crate::model::patron::PatronKind;
use crate::names::{Found, Names};

/// A name in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Called {
    /// What stands there.
    pub text: String,
    /// Who is meant by it.
    pub name: String,
    /// An editor answered that nobody has this name yet, and perhaps of what kind its bearer is.
    pub new: Option<Option<PatronKind>>,
    pub column: Option<usize>,
}

impl Called {
    pub(super) fn is_new(&self) -> bool {
        self.new.is_some()
    }

    /// A remark on its cell.
    pub(super) fn remark(&self, reason: Reason) -> Remark {
        Remark::of(reason, &self.name).in_cell(Field::Patron, self.column)
    }
}

/// Who is meant by the names of one giver.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meant<'c, T> {
    One(T),
    /// Who could be meant by the name, as nobody is for certain.
    Open(&'c Called, Reason, Vec<T>),
    Nobody,
}

/// Who is meant by all the names of one giver: by none of them anybody else. `is_other`: whose name is the same, and yet it is
/// another.
pub(super) fn meant<'c, T: Copy + PartialEq>(
    names: &Names<T>,
    called: &'c [Called],
    is_other: impl Fn(&T) -> bool,
) -> Meant<'c, T> {
    let mut certain: Vec<T> = Vec::new();
    let mut open = Vec::new();
    for of in called {
        let (found, reason) = match names.find(&of.name) {
            Found::One(one) => (vec![one], Reason::Near),
            Found::Several(all) => (all, Reason::Several),
            Found::Near(all) if !of.is_new() => {
                open.push((of, Reason::Near, all));
                continue;
            }
            Found::Near(_) | Found::None => continue,
        };
        let fitting: Vec<T> = found.iter().copied().filter(|of| !is_other(of)).collect();
        // Of those whose names sound alike, whoever is spelled so; who is new by an answer is nobody of another spelling.
        let spelled = fitting.iter().copied();
        let spelled: Vec<T> = spelled
            .filter(|one| names.is_spelled(&of.name, *one))
            .collect();
        let fitting = match spelled.as_slice() {
            [one] => vec![*one],
            [] if of.is_new() => continue,
            _ => fitting,
        };
        match fitting.as_slice() {
            [one] if certain.contains(one) => {}
            [one] => certain.push(*one),
            _ if !of.is_new() => open.push((of, reason, found)),
            _ => {}
        }
    }
    let mut open = open.into_iter();
    let asked = |open: Option<(&'c Called, Reason, Vec<T>)>| {
        open.map(|(of, reason, all)| Meant::Open(of, reason, all))
    };
    match (certain.as_slice(), called.first()) {
        ([], _) => asked(open.next()).unwrap_or(Meant::Nobody),
        ([one], _) => {
            asked(open.find(|(_, _, all)| !all.contains(one))).unwrap_or(Meant::One(*one))
        }
        (_, Some(first)) => Meant::Open(first, Reason::Several, certain),
        (_, None) => Meant::Nobody,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::NameKind;

    #[test]
    fn all_names_of_one_giver_mean_one() {
        let mut names = Names::new(NameKind::Patron);
        let known = ["Жер-Су", "Дала", "Нур", "Нур"];
        for (at, name) in known.into_iter().enumerate() {
            names.add(name, at, true);
        }
        let told = |called: &[(&str, Option<Option<PatronKind>>)]| {
            let called = called.iter().map(|(name, new)| Called {
                text: (*name).to_owned(),
                name: (*name).to_owned(),
                new: *new,
                column: None,
            });
            let called: Vec<Called> = called.collect();
            match meant(&names, &called, |_| false) {
                Meant::One(one) => format!("{one}"),
                Meant::Open(of, _, all) => format!("{} {all:?}", of.name),
                Meant::Nobody => String::new(),
            }
        };
        let new = Some(None);
        for (called, expected) in [
            (&[("Орман", None)][..], ""),
            (&[("Орман", None), ("Дала", None)], "1"),
            (&[("Жер-Су", None), ("Жер-Сут", None)], "0"),
            (&[("Жер-Су", None), ("Дала", None)], "Жер-Су [0, 1]"),
            (&[("Жер-Су", None), ("Нур", None)], "Нур [2, 3]"),
            (&[("Орман", None), ("Жер-Сут", None)], "Жер-Сут [0]"),
            (&[("Орман", None), ("Жер-Сут", new)], ""),
        ] {
            assert_eq!(told(called), expected, "{called:?}");
        }
    }
}
