//! The tables of open data: a file for those of one kind of record.

pub(super) mod awards;
pub(super) mod contributions;
pub(super) mod corrections;
pub(super) mod figures;
mod givers;
pub(super) mod kinds;
pub(super) mod patrons;
pub(super) mod projects;
pub(super) mod regions;
pub(super) mod totals;
