//! Name lookup: which record is meant by an id or a name, as the command line has it.
//!
//! Takes what was written and the records that could be meant, gives the id of the one: by its id, by its name in any language and
//! spelling, or by that without what kind of place it is («Акмола» for «Ақмола облысы»). What two could be is not guessed.

use crate::diagnostic::nearest;
use crate::locale::skeleton::skeleton;
use crate::locale::without_kind_of_place;

/// A record that could be meant: its id, and its name in each language.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    pub id: String,
    pub names: Vec<String>,
}

/// The id of the record that is meant.
///
/// # Errors
/// None is, or more than one could be: the names of those, or the nearest names and ids.
pub(crate) fn named(text: &str, known: &[Candidate]) -> Result<String, Vec<String>> {
    let text = text.trim();
    let is_id = |of: &&Candidate| of.id == text.to_lowercase();
    if let Some(found) = known.iter().find(is_id) {
        return Ok(found.id.clone());
    }
    // The whole name first: «Алматы» is the city, which is called nothing else in English.
    let wholly = |name: &str| sound(name);
    let barely = |name: &str| sound(without_kind_of_place(name));
    let bearers = |of: &dyn Fn(&str) -> String| -> Vec<&Candidate> {
        let meant = of(text);
        let is = |found: &&Candidate| {
            !meant.is_empty() && found.names.iter().any(|name| of(name) == meant)
        };
        known.iter().filter(is).collect()
    };
    for found in [bearers(&wholly), bearers(&barely)] {
        match found.as_slice() {
            [] => {}
            [one] => return Ok(one.id.clone()),
            several => {
                return Err(several
                    .iter()
                    .filter_map(|of| of.names.first())
                    .cloned()
                    .collect());
            }
        }
    }
    let names = known.iter().flat_map(|of| of.names.iter().chain([&of.id]));
    Err(nearest(text, names.map(String::as_str)))
}

/// What a name sounds like, in whatever letters.
fn sound(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    let sounds: Vec<String> = words.map(skeleton).filter(|of| !of.is_empty()).collect();
    sounds.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_meant_by_its_name_with_or_without_what_it_is() {
        let place = |id: &str, names: [&str; 3]| Candidate {
            id: id.to_owned(),
            names: names.map(str::to_owned).to_vec(),
        };
        let known = [
            place("almaty", ["Алматы қаласы", "Город Алматы", "Almaty"]),
            place(
                "almaty-region",
                ["Алматы облысы", "Алматинская область", "Almaty Region"],
            ),
            place(
                "akmola",
                ["Ақмола облысы", "Акмолинская область", "Akmola Region"],
            ),
            place("astana", ["Астана қаласы", "Город Астана", "Astana"]),
        ];
        for (text, id) in [
            ("AKMOLA", "akmola"),
            ("Акмола", "akmola"),
            ("Ақмола облысы", "akmola"),
            ("Акмола облысы", "akmola"),
            ("Акмолинская", "akmola"),
            ("Astana", "astana"),
            ("г. Астана", "astana"),
            ("Алматы", "almaty"),
            ("Алматы облысы", "almaty-region"),
            ("Алматинская обл.", "almaty-region"),
        ] {
            assert_eq!(named(text, &known).as_deref(), Ok(id), "{text}");
        }
        let both = vec!["Алматы қаласы".to_owned(), "Алматы облысы".to_owned()];
        assert_eq!(named("Алматы обл.", &known), Err(both));
        assert!(
            named("akmela", &known)
                .unwrap_err()
                .contains(&"akmola".to_owned())
        );
        assert!(named("…", &known).is_err());
    }
}
