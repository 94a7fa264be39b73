//! Map labels: region names abbreviated and broken into the lines that a tile has room for.
//!
//! The word that all regions share is left out. Takes regions of a portal; the whole names stand in each tile's
//! accessible name.

use std::collections::BTreeMap;

use crate::drawing::lines::wrap;
use crate::model::kind::RegionId;
use crate::pages::view::View;

/// What every region is, and so no part of its name on a tile.
const GENERIC: [&str; 6] = ["облысы", "қаласы", "область", "город", "region", "city"];

/// Letters that a line of a tile has room for.
const LETTERS: usize = 9;

/// The names of regions as tiles show them.
pub(super) struct Names(BTreeMap<RegionId, Vec<String>>);

impl Names {
    /// Leaves the generic word of a name out, unless two regions then had the same name.
    pub(super) fn new(view: &View<'_>, regions: impl Iterator<Item = RegionId>) -> Names {
        let names: Vec<(RegionId, String)> = regions
            .map(|region| {
                let name = view.text(&view.portal.regions[region].record.name).text;
                (region, name.into_owned())
            })
            .collect();
        let mut times: BTreeMap<String, usize> = BTreeMap::new();
        for (_, name) in &names {
            *times.entry(bare(name)).or_default() += 1;
        }
        let shown = |name: String| match bare(&name) {
            bare if times.get(&bare) == Some(&1) && !bare.is_empty() => bare,
            _ => name,
        };
        let lines = |name: String| {
            let name = shown(name);
            let lines = wrap(&name, longest_part(&name).max(LETTERS));
            lines.iter().map(|line| abbreviate(line)).collect()
        };
        Names(
            names
                .into_iter()
                .map(|(region, name)| (region, lines(name)))
                .collect(),
        )
    }

    pub(super) fn of(&self, region: RegionId) -> Vec<String> {
        self.0.get(&region).cloned().unwrap_or_default()
    }
}

/// Letters of the longest part of a name that no line breaks: it is abbreviated, not cut.
fn longest_part(name: &str) -> usize {
    let parts = name
        .split_whitespace()
        .flat_map(|word| word.split_inclusive('-'));
    parts.map(|part| part.chars().count()).max().unwrap_or(0)
}

fn bare(name: &str) -> String {
    let words = name
        .split_whitespace()
        .filter(|word| !GENERIC.contains(&word.to_lowercase().as_str()));
    words.collect::<Vec<_>>().join(" ")
}

/// A word of a name as short as a tile needs it: «Костанай» for «Костанайская»; what is cut ends with a consonant and a full
/// stop: «Акмолин.», «Казахст.».
fn abbreviate(word: &str) -> String {
    if word.chars().count() <= LETTERS {
        return word.to_owned();
    }
    let stem = word.strip_suffix("ская").unwrap_or(word);
    // What is left of «Акмолинская» is no name, and «Северо-Казахстан» is none.
    let is_name = !stem.ends_with("ин") && stem != "Казахстан";
    if is_name && stem.chars().count() <= LETTERS {
        return stem.to_owned();
    }
    if stem.chars().count() < LETTERS {
        return format!("{stem}.");
    }
    let short: String = stem.chars().take(LETTERS - 1).collect();
    let vowels = "аәеёиоөуұүыіэюяaeiouy ";
    let short = short.trim_end_matches(|letter| vowels.contains(letter));
    format!("{short}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_on_tiles() {
        assert_eq!(bare("Солтүстік Қазақстан облысы"), "Солтүстік Қазақстан");
        assert_eq!(bare("Область Абай"), "Абай");
        assert_eq!(bare("Город Алматы"), "Алматы");
        for (word, short) in [
            ("Қызылорда", "Қызылорда"),
            ("Акмолинская", "Акмолин."),
            ("Атырауская", "Атырау"),
            ("Мангистауская", "Мангистау"),
            ("Карагандинская", "Караганд."),
            ("Туркестанская", "Туркестан"),
            ("Казахстанская", "Казахст."),
            ("Kazakhstan", "Kazakhst."),
        ] {
            assert_eq!(abbreviate(word), short);
        }
    }
}
