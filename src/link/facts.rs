//! The facts of each kind of write-up, from all its languages together, and the rules between them.

use std::sync::Arc;

use super::merged_write_up::{Facts, LanguageFiles, StatedFact};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::contribution::ContributionRecord;
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::lang::Localised;
use crate::model::write_up::{CommonFacts, Location, NewsFacts, ProjectFacts, ProjectStatus};

/// The facts of a project.
pub(super) struct MergedProjectFacts {
    pub region: Option<StatedFact<Id>>,
    pub district: Option<StatedFact<Id>>,
    pub direction: Option<StatedFact<Id>>,
    pub object: Option<StatedFact<Id>>,
    pub status: Option<StatedFact<ProjectStatus>>,
    pub started: Option<StatedFact<Date>>,
    pub completed: Option<StatedFact<Date>>,
    pub beneficiaries: Option<StatedFact<u64>>,
    pub location: Option<StatedFact<Location>>,
    pub contributions: Option<StatedFact<Arc<[ContributionRecord]>>>,
}

impl MergedProjectFacts {
    /// The date that lists are sorted by: completed, else started, else that of the latest contribution.
    pub(super) fn sorted_by(&self) -> Option<Date> {
        let contributions = self
            .contributions
            .iter()
            .flat_map(|contributions| contributions.value.iter());
        let dates = [&self.completed, &self.started];
        let date = dates.into_iter().flatten().next();
        date.map(|date| date.value)
            .or_else(|| contributions.map(|contribution| contribution.date).max())
    }
}

/// The facts of a news item.
pub(super) struct MergedNewsFacts {
    pub date: Option<StatedFact<Date>>,
    pub region: Option<StatedFact<Id>>,
    pub place: Option<StatedFact<Localised>>,
}

impl Facts for ProjectFacts {
    const KIND: &'static str = "project";
    type Merged = MergedProjectFacts;

    fn common(&self) -> &CommonFacts {
        &self.common
    }

    fn state(files: &LanguageFiles<'_, Self>, found: &mut Vec<Diagnostic>) -> MergedProjectFacts {
        let stated = MergedProjectFacts {
            region: files.required("region", |facts| facts.region.as_ref(), found),
            district: files.fact("district", |facts| facts.district.as_ref(), found),
            direction: files.required("direction", |facts| facts.direction.as_ref(), found),
            object: files.fact("object", |facts| facts.object.as_ref(), found),
            status: files.required("status", |facts| facts.status.as_ref(), found),
            started: files.fact("started", |facts| facts.started.as_ref(), found),
            completed: files.fact("completed", |facts| facts.completed.as_ref(), found),
            beneficiaries: files.fact("beneficiaries", |facts| facts.beneficiaries.as_ref(), found),
            location: files.fact("location", |facts| facts.location.as_ref(), found),
            contributions: files.fact("contributions", |facts| facts.contributions.as_ref(), found),
        };
        if let Some(status) = &stated.status {
            match (&stated.completed, status.value == ProjectStatus::Completed) {
                (None, true) if !files.is_bad("completed") => {
                    found.push(Diagnostic::new(Code::CompletedWithoutDate, status.place()));
                }
                (Some(completed), false) => found.push(
                    Diagnostic::new(Code::DateWithoutCompleted, completed.place())
                        .with("status", status.value.word())
                        .also(status.place()),
                ),
                _ => {}
            }
        }
        if let (Some(started), Some(completed)) = (&stated.started, &stated.completed)
            && started.value.earliest() > completed.value.latest()
        {
            found.push(
                Diagnostic::new(Code::DateOrder, completed.place())
                    .with("earlier", started.value)
                    .with("later", completed.value)
                    .also(started.place()),
            );
        }
        stated
    }
}

impl Facts for NewsFacts {
    const KIND: &'static str = "news";
    type Merged = MergedNewsFacts;

    fn common(&self) -> &CommonFacts {
        &self.common
    }

    fn state(files: &LanguageFiles<'_, Self>, found: &mut Vec<Diagnostic>) -> MergedNewsFacts {
        MergedNewsFacts {
            date: files.required("date", |facts| facts.date.as_ref(), found),
            region: files.fact("region", |facts| facts.region.as_ref(), found),
            place: files.fact("place", |facts| facts.place.as_ref(), found),
        }
    }
}

impl Facts for CommonFacts {
    const KIND: &'static str = "page";
    type Merged = ();

    fn common(&self) -> &CommonFacts {
        self
    }

    fn state(_: &LanguageFiles<'_, Self>, _: &mut Vec<Diagnostic>) {}
}
