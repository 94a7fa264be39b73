//! A prepared site: read, linked, added up and planned, so that any of its files can be rendered.

use std::collections::HashSet;
use std::sync::{Arc, OnceLock};

use jiff::civil;

use super::csv_columns::CsvColumns;
use super::data_digests::DataDigests;
use super::row_memo::RowMemo;
use super::verdicts::KnownVerdicts;
use crate::anonymity::{Guard, Leak};
use crate::data::RowIds;
use crate::diagnostic::{Acceptance, Diagnostic};
use crate::locale::Language;
use crate::manifest::{Figures, figures};
use crate::model::contribution::Contribution;
use crate::model::kind::RegionId;
use crate::model::lang::PerLang;
use crate::model::patron::PatronRecord;
use crate::model::portal::Portal;
use crate::model::row::Row;
use crate::pages::CollatedOrder;
use crate::pages::rows::ProjectRow;
use crate::pictures::Room;
use crate::plan::pictures::Pictures;
use crate::plan::{InvertedIndexes, Routes, check_cells, check_lists};
use crate::search::SearchIndex;
use crate::theme::engine::Engine;
use crate::totals::{self, Totals};

/// A site that is read, linked, added up and planned.
pub struct Prepared {
    pub(crate) portal: Portal,
    pub(crate) totals: Totals,
    pub(crate) routes: Routes,
    pub(super) indexes: InvertedIndexes,
    pub(super) languages: PerLang<Arc<Language>>,
    pub(crate) engines: PerLang<Option<Arc<Engine>>>,
    pub(super) sorted: PerLang<CollatedOrder>,
    pub(super) pictures: Pictures,
    /// For the pictures that are made at once.
    pub(super) room: Arc<Room>,
    pub(super) rows: PerLang<RowMemo<Box<str>>>,
    pub(super) projects: PerLang<RowMemo<ProjectRow>>,
    pub(super) csv_rows: PerLang<RowMemo<Box<str>>>,
    pub(super) project_csv: PerLang<RowMemo<Box<str>>>,
    pub(super) csv_columns: PerLang<CsvColumns>,
    pub(super) row_ids: RowIds,
    pub(super) digests: DataDigests,
    /// The index of the search, once somebody asked for it.
    pub(super) search: OnceLock<SearchIndex<Leak>>,
    /// Who must not be named; none if everyone may be.
    pub(super) guard: Option<Arc<Guard>>,
    /// Which warnings of the phases to come stay, and where.
    pub(super) acceptances: Vec<Acceptance>,
    /// The day on which it was read, if somebody knows it: only for what is said of it.
    pub(super) today: Option<civil::Date>,
    /// What is known of copied files; only in a preview.
    pub(super) verdicts: Option<KnownVerdicts>,
}

impl Prepared {
    /// The figures that its manifest tells.
    pub(crate) fn figures(&self) -> Figures {
        let edition = self.indexes.edition(&self.portal);
        figures(&self.portal, &self.totals, edition)
    }

    /// Its patrons, whether they may be named or not.
    pub(crate) fn patrons(&self) -> Vec<Arc<PatronRecord>> {
        let patrons = self.portal.patrons.iter();
        patrons.map(|(_, of)| of.record.clone()).collect()
    }

    /// The samples among its records, as a correction names them: with the regions in which every gift is one.
    pub(crate) fn samples(&self) -> HashSet<String> {
        let portal = &self.portal;
        let projects = portal.projects.iter();
        let projects = projects
            .filter(|(_, of)| of.is_sample())
            .map(|(_, of)| format!("project/{}", of.id()));
        let patrons = portal.patrons.iter();
        let patrons = patrons
            .filter(|(_, of)| of.is_sample() && !of.is_anonymous())
            .map(|(_, of)| format!("patron/{}", of.id()));
        let given: HashSet<RegionId> = portal
            .contributions
            .iter()
            .map(|(_, of)| of.region)
            .collect();
        let is_real = |of: &Contribution| match of.project {
            Some(project) => !portal.projects[project].is_sample(),
            None => !of
                .patrons
                .iter()
                .any(|patron| portal.patrons[*patron].is_sample()),
        };
        let real = portal.contributions.iter().filter(|(_, of)| is_real(of));
        let real: HashSet<RegionId> = real.map(|(_, of)| of.region).collect();
        let regions = given.difference(&real);
        let regions = regions.map(|id| format!("region/{}", portal.regions[*id].id()));
        projects.chain(patrons).chain(regions).collect()
    }

    /// Whether the sums along each axis add up to the whole, and the contributions of each list, and of each
    /// row of a page's own tables, to its figure. Gives nothing unless the program is wrong.
    pub(super) fn check_sums(&self) -> Vec<Diagnostic> {
        let mut found = totals::check(&self.portal, &self.totals);
        found.extend(check_lists(&self.portal, &self.totals, &self.indexes));
        found.extend(check_cells(&self.portal, &self.totals));
        found
    }
}
