//! Parts of records: a field of one is found by the name that people have for the part, whichever record it stands in.

use super::reference::{Field, FieldAt};
use super::subject::Subject;
use crate::diagnostic::nearest;
use crate::model::lang::Lang;

/// Why no field is found.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum NoPart {
    /// Nothing is called like the beginning of the path: the parts that are nearly so.
    Unknown(Vec<String>),
    /// The part has no such field: those that are nearly so.
    NoField(Vec<String>),
}

/// The field at a path that begins with a part of a record, or with any field: `contribution.amount` is `contributions.amount` of a
/// project. Of several it is the nearest to the top of its record.
///
/// # Errors
/// There is none.
pub(crate) fn part_at(path: &[&str], lang: Lang) -> Result<(Subject, FieldAt), NoPart> {
    let first = path.first().copied().unwrap_or_default();
    let subjects = Subject::words().filter_map(Subject::of_word);
    let mut level: Vec<Fields> = subjects
        .map(|of| (of, Vec::new(), of.fields(lang)))
        .collect();
    let (mut parts, mut near) = (Vec::new(), None);
    while !level.is_empty() {
        let mut inside = Vec::new();
        for (subject, above, fields) in level {
            for field in fields {
                if field.is_called(first) {
                    match subject.field_among(std::slice::from_ref(&field), path, lang) {
                        Ok((own, found)) => return Ok((subject, ([above, own].concat(), found))),
                        Err(names) => {
                            near.get_or_insert(names);
                        }
                    }
                }
                if let Some(part) = field.part() {
                    parts.push(part.to_owned());
                    let place = [above.clone(), vec![field.name.clone()]].concat();
                    inside.push((subject, place, subject.inner_fields(&field, lang)));
                }
            }
        }
        level = inside;
    }
    Err(match near {
        Some(names) => NoPart::NoField(names),
        None => NoPart::Unknown(nearest(first, parts.iter().map(String::as_str))),
    })
}

/// Fields of a record, with the path of what they stand in.
type Fields = (Subject, Vec<String>, Vec<Field>);

#[cfg(test)]
mod tests {
    use super::*;

    fn at(path: &str) -> Result<String, NoPart> {
        let words: Vec<&str> = path.split('.').collect();
        let found = part_at(&words, Lang::En);
        found.map(|(subject, (path, _))| format!("{}.{}", subject.word(), path.join(".")))
    }

    #[test]
    fn a_part_is_found_by_the_name_that_people_have_for_it() {
        for (asked, found) in [
            ("contribution.amount", "project.contributions.amount"),
            ("own-contribution.purpose", "patron.contributions.purpose"),
            ("contributions.in_kind", "patron.contributions.in_kind"),
            ("recipient.patron", "award.recipients.patron"),
            ("breakdown.label", "figure.breakdown.label"),
            ("image.alt", "project.image.alt"),
            ("images.caption", "project.images.caption"),
            (
                "contribution.source.url",
                "project.contributions.source.url",
            ),
            ("population.value", "region.population.value"),
            ("location", "project.location"),
        ] {
            assert_eq!(at(asked).as_deref(), Ok(found), "{asked}");
        }
        let near = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        assert_eq!(
            at("contribution.amont"),
            Err(NoPart::NoField(near(&["amount"])))
        );
        assert_eq!(
            at("recipent.patron"),
            Err(NoPart::Unknown(near(&["recipient"])))
        );
        assert_eq!(at("xyzzy"), Err(NoPart::Unknown(Vec::new())));
    }
}
