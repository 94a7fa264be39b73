//! Writing gifts into the files of content: new items in lists that stand there, new patrons in the file of their region.
//!
//! Takes an import and the texts of files as they are on the disk, gives the texts of all files that change. What stands in a file
//! keeps its order, its comments and its form.

use std::collections::BTreeMap;

use super::gift::{Gift, Giver, NewPatron};
use super::insert::append;
use super::judge::Import;
use super::known::{Known, Where};
use super::yaml::{Lines, as_text};
use crate::load::front_matter::split;
use crate::model::contribution::ContributionStatus;
use crate::model::kind::{PatronId, ProjectId, RegionId};
use crate::model::patron::{Consent, PatronKind};
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

/// The list field of gifts.
const GIFTS: &str = "contributions";

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
    for gift in import.gifts() {
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
    let mut files = Files {
        changed: Vec::new(),
        text: &text,
    };
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
        let mark = text.len() - text.trim_start_matches('\u{feff}').len();
        let range = match path.ends_with(".md") {
            true => {
                let parts = split(&text[mark..]).map_err(|_| refused())?;
                let front = parts.front_matter.ok_or_else(refused)?;
                front.start + mark..front.end + mark
            }
            false => 0..text.len(),
        };
        let new = append(&text, range, at, field, items).ok_or_else(refused)?;
        self.put(path, new, false);
        Ok(())
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

fn giver_id(giver: Giver, import: &Import, known: &Known<'_>) -> String {
    match giver {
        Giver::Known(patron) => known.portal.patrons[patron].record.id.to_string(),
        Giver::New(new) => import.patrons[new].id.to_string(),
    }
}

fn gift_lines(gift: &Gift, import: &Import, known: &Known<'_>) -> Lines {
    let portal = known.portal;
    let mut lines = Lines::default();
    lines.id("id", gift.id.as_str());
    match gift.place {
        Where::Project(_) => {
            let ids: Vec<String> = gift
                .givers
                .iter()
                .map(|giver| giver_id(*giver, import, known))
                .collect();
            match ids.as_slice() {
                [one] => lines.id("patron", one),
                _ => {
                    let ids: Vec<String> = ids.iter().map(|id| as_text(id)).collect();
                    lines.word("patrons", format!("[{}]", ids.join(", ")));
                }
            }
        }
        Where::Outside {
            region,
            district,
            direction,
            object,
        } => {
            let region = &portal.regions[region];
            lines.id("region", region.record.id.as_str());
            if let Some(district) = district {
                lines.id("district", region.district(district).id.as_str());
            }
            lines.id("direction", portal.directions[direction].id.as_str());
            if let Some(object) = object {
                lines.id("object", portal.objects[object].record.id.as_str());
            }
            if let Some(purpose) = &gift.purpose {
                lines.localised("purpose", purpose);
            }
        }
    }
    if let Some(in_kind) = &gift.in_kind {
        lines.localised("in_kind", in_kind);
    }
    if let Some(amount) = gift.amount {
        lines.amount("amount", amount);
    }
    lines.word("date", gift.date);
    if gift.states_status {
        let status = match gift.status {
            // So a pledge counts in a project that was cancelled.
            ContributionStatus::Void => ContributionStatus::Pledged,
            status => status,
        };
        lines.word("status", status.word());
    }
    if let Some((title, url)) = &gift.source {
        let mut source = Lines::default();
        source.text("title", title);
        source.text("url", url);
        lines.inner("source", &source);
    }
    if let Some(note) = &gift.note {
        lines.localised("note", note);
    }
    lines
}

fn patron_lines(patron: &NewPatron, gifts: &[&Gift], import: &Import, known: &Known<'_>) -> Lines {
    let mut lines = Lines::default();
    lines.id("id", patron.id.as_str());
    lines.word("kind", patron.kind.word());
    lines.localised("name", &patron.name);
    lines.id(
        "region",
        known.portal.regions[patron.region].record.id.as_str(),
    );
    if patron.kind == PatronKind::Person || patron.consent == Consent::Anonymous {
        lines.word("consent", patron.consent.word());
    }
    let gifts: Vec<Lines> = gifts
        .iter()
        .map(|gift| gift_lines(gift, import, known))
        .collect();
    if !gifts.is_empty() {
        lines.list(GIFTS, &gifts);
    }
    lines
}
