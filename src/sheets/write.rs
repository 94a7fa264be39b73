//! Writing gifts into the files of content: new items in lists that stand there, new patrons in the file of their region; a gift that
//! is corrected keeps its place.
//!
//! Takes an import and the texts of files as they are on the disk, gives the texts of all files that change. What stands in a file
//! keeps its order, its comments and its form.

use std::collections::BTreeMap;
use std::ops::Range;

use super::amend::{remove, set};
use super::corrected::{differences, kept, list_of, moves};
use super::gift::{Gift, Giver};
use super::gift_lines::{GIFTS, gift_lines, patron_lines};
use super::insert::append;
use super::known::{Known, Where};
use super::outcome::Import;
use crate::load::front_matter::split;
use crate::model::kind::{PatronId, ProjectId, RegionId};
use crate::model::place::{Place, Step};

/// What a file will be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Changed {
    /// From the root of the site.
    pub path: String,
    pub text: String,
    pub is_new: bool,
}

/// A file that cannot be gone on with: its values do not stand in lines of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NotWritable {
    pub path: String,
}

/// The texts of all files that change. `text`: that of a file on the disk, by its path from the site's root; `path`: that of a
/// source.
///
/// # Errors
/// A file into which nothing can be inserted safely.
pub(crate) fn changed_files(
    import: &Import,
    known: &Known<'_>,
    path: impl Fn(&Place) -> String,
    text: impl Fn(&str) -> Option<String>,
) -> Result<Vec<Changed>, NotWritable> {
    let portal = known.portal;
    let mut of_patrons: BTreeMap<PatronId, Vec<&Gift>> = BTreeMap::new();
    let mut of_projects: BTreeMap<ProjectId, Vec<&Gift>> = BTreeMap::new();
    let mut of_new: BTreeMap<usize, Vec<&Gift>> = BTreeMap::new();
    let mut files = Files {
        changed: Vec::new(),
        text: &text,
    };
    let moved = files.correct(import, known, &path)?;
    for gift in import.gifts().chain(&moved) {
        match (gift.place, gift.givers.as_slice()) {
            (Where::Project(project), _) => of_projects.entry(project).or_default().push(gift),
            // What several gave outside a project was refused.
            (Where::Outside { .. }, [Giver::Known(patron), ..]) => {
                of_patrons.entry(*patron).or_default().push(gift);
            }
            (Where::Outside { .. }, [Giver::New(new), ..]) => {
                of_new.entry(*new).or_default().push(gift);
            }
            (Where::Outside { .. }, []) => {}
        }
    }
    for (patron, gifts) in of_patrons {
        let place = portal.patrons[patron].record.origin.place();
        let items = items(&gifts, import, known);
        files.append(&path(&place), &place.path, Some(GIFTS), &items)?;
    }
    for (project, gifts) in of_projects {
        let project = &portal.projects[project];
        let source = project.stated_in.contributions;
        let place = Place::document(source.unwrap_or(project.text.source()));
        let items = items(&gifts, import, known);
        files.append(&path(&place), &[], Some(GIFTS), &items)?;
    }
    let mut by_region: BTreeMap<RegionId, Vec<Vec<String>>> = BTreeMap::new();
    for (at, patron) in import.patrons.iter().enumerate() {
        let gifts = of_new.remove(&at).unwrap_or_default();
        let lines = patron_lines(patron, &gifts, import, known);
        by_region
            .entry(patron.region)
            .or_default()
            .push(lines.item().collect());
    }
    for (region, patrons) in by_region {
        let id = &portal.regions[region].record.id;
        files.append_or_begin(&format!("content/patrons/{id}"), &patrons)?;
    }
    Ok(files.changed)
}

fn items(gifts: &[&Gift], import: &Import, known: &Known<'_>) -> Vec<Vec<String>> {
    let all = gifts.iter();
    all.map(|gift| gift_lines(gift, import, known).item().collect())
        .collect()
}

/// The files that change, some of them more than once.
struct Files<'a> {
    changed: Vec<Changed>,
    text: &'a dyn Fn(&str) -> Option<String>,
}

impl Files<'_> {
    fn current(&self, path: &str) -> Option<String> {
        let changed = self.changed.iter().find(|file| file.path == path);
        changed
            .map(|file| file.text.clone())
            .or_else(|| (self.text)(path))
    }

    fn put(&mut self, path: &str, text: String, is_new: bool) {
        match self.changed.iter_mut().find(|file| file.path == path) {
            Some(file) => file.text = text,
            None => self.changed.push(Changed {
                path: path.to_owned(),
                text,
                is_new,
            }),
        }
    }

    fn append(
        &mut self,
        path: &str,
        at: &[Step],
        field: Option<&str>,
        items: &[Vec<String>],
    ) -> Result<(), NotWritable> {
        let refused = || NotWritable {
            path: path.to_owned(),
        };
        let text = self.current(path).ok_or_else(refused)?;
        let new = yaml_part(path, &text).and_then(|range| append(&text, range, at, field, items));
        self.put(path, new.ok_or_else(refused)?, false);
        Ok(())
    }

    /// Changes the records that rows correct. What another patron gave, or what counts elsewhere, is taken out, and given to be
    /// written where it belongs now.
    fn correct(
        &mut self,
        import: &Import,
        known: &Known<'_>,
        path: &impl Fn(&Place) -> String,
    ) -> Result<Vec<Gift>, NotWritable> {
        let (moved, mut staying): (Vec<_>, Vec<_>) = import
            .corrections()
            .partition(|(gift, of)| moves(gift, *of, known));
        // The later ones of a list first: the numbers of the others stay.
        staying.extend(moved.iter().copied());
        staying.sort_by_key(|(gift, of)| {
            let item = known.portal.contributions[*of].item;
            (moves(gift, *of, known), std::cmp::Reverse(item))
        });
        for (gift, of) in staying {
            let Some((place, item)) = list_of(of, known) else {
                continue;
            };
            let file = path(&place);
            let refused = || NotWritable { path: file.clone() };
            let mut text = self.current(&file).ok_or_else(refused)?;
            if moves(gift, of, known) {
                let range = yaml_part(&file, &text).ok_or_else(refused)?;
                text = remove(&text, range, &place.path, GIFTS, item).ok_or_else(refused)?;
            } else {
                let at = place.at(GIFTS).at(item);
                for (field, value) in differences(gift, of, import, known) {
                    let range = yaml_part(&file, &text).ok_or_else(refused)?;
                    let new = set(&text, range, &at.path, field, value.as_ref());
                    text = new.ok_or_else(refused)?;
                }
            }
            self.put(&file, text, false);
        }
        Ok(moved
            .into_iter()
            .map(|(gift, of)| kept(gift, of, known))
            .collect())
    }

    /// Goes on with the list of records in a file, or begins one.
    fn append_or_begin(&mut self, name: &str, records: &[Vec<String>]) -> Result<(), NotWritable> {
        let numbered = (2..100).map(|number| format!("{name}-{number}.yaml"));
        for path in std::iter::once(format!("{name}.yaml")).chain(numbered) {
            if self.current(&path).is_none() {
                let lines: Vec<&str> = records.iter().flatten().map(String::as_str).collect();
                self.put(&path, format!("{}\n", lines.join("\n")), true);
                return Ok(());
            }
            // A file of one record is no list.
            if self.append(&path, &[], None, records).is_ok() {
                return Ok(());
            }
        }
        Err(NotWritable {
            path: format!("{name}.yaml"),
        })
    }
}

/// The YAML in the text of a file.
fn yaml_part(path: &str, text: &str) -> Option<Range<usize>> {
    if !path.ends_with(".md") {
        return Some(0..text.len());
    }
    let mark = text.len() - text.trim_start_matches('\u{feff}').len();
    let front = split(&text[mark..]).ok()?.front_matter?;
    Some(front.start + mark..front.end + mark)
}
