//! The facts of each kind of write-up, from all its languages together, and the rules between them.

use std::sync::Arc;

use super::write_ups::{Facts, Files, Stated};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::contribution::ContributionRecord;
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::lang::Localised;
use crate::model::write_up::{CommonFacts, Location, NewsFacts, ProjectFacts, ProjectStatus};

/// The facts of a project.
pub struct ProjectStated {
    pub region: Option<Stated<Id>>,
    pub district: Option<Stated<Id>>,
    pub direction: Option<Stated<Id>>,
    pub object: Option<Stated<Id>>,
    pub status: Option<Stated<ProjectStatus>>,
    pub started: Option<Stated<Date>>,
    pub completed: Option<Stated<Date>>,
    pub beneficiaries: Option<Stated<u64>>,
    pub location: Option<Stated<Location>>,
    pub gifts: Option<Stated<Arc<[ContributionRecord]>>>,
}

impl ProjectStated {
    /// The date that lists are sorted by: completed, else started, else that of the latest gift.
    pub fn sorted_by(&self) -> Option<Date> {
        let gifts = self.gifts.iter().flat_map(|gifts| gifts.value.iter());
        let dates = [&self.completed, &self.started];
        let date = dates.into_iter().flatten().next();
        date.map(|date| date.value)
            .or_else(|| gifts.map(|gift| gift.date).max())
    }
}

/// The facts of a news item.
pub struct NewsStated {
    pub date: Option<Stated<Date>>,
    pub region: Option<Stated<Id>>,
    pub place: Option<Stated<Localised>>,
}

impl Facts for ProjectFacts {
    const KIND: &'static str = "project";
    type Stated = ProjectStated;

    fn common(&self) -> &CommonFacts {
        &self.common
    }

    fn state(files: &Files<'_, Self>, found: &mut Vec<Diagnostic>) -> ProjectStated {
        let stated = ProjectStated {
            region: files.required("region", |facts| facts.region.as_ref(), found),
            district: files.fact("district", |facts| facts.district.as_ref(), found),
            direction: files.required("direction", |facts| facts.direction.as_ref(), found),
            object: files.fact("object", |facts| facts.object.as_ref(), found),
            status: files.required("status", |facts| facts.status.as_ref(), found),
            started: files.fact("started", |facts| facts.started.as_ref(), found),
            completed: files.fact("completed", |facts| facts.completed.as_ref(), found),
            beneficiaries: files.fact("beneficiaries", |facts| facts.beneficiaries.as_ref(), found),
            location: files.fact("location", |facts| facts.location.as_ref(), found),
            gifts: files.fact("contributions", |facts| facts.contributions.as_ref(), found),
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
    type Stated = NewsStated;

    fn common(&self) -> &CommonFacts {
        &self.common
    }

    fn state(files: &Files<'_, Self>, found: &mut Vec<Diagnostic>) -> NewsStated {
        NewsStated {
            date: files.required("date", |facts| facts.date.as_ref(), found),
            region: files.fact("region", |facts| facts.region.as_ref(), found),
            place: files.fact("place", |facts| facts.place.as_ref(), found),
        }
    }
}

impl Facts for CommonFacts {
    const KIND: &'static str = "page";
    type Stated = ();

    fn common(&self) -> &CommonFacts {
        self
    }

    fn state(_: &Files<'_, Self>, _: &mut Vec<Diagnostic>) {}
}
