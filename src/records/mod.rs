//! Records: a file for each kind, with how it is read, linked and checked, its field docs, and its localised texts.
//!
//! [`kinds`] is the one list of them. Takes one text and gives its records ([`load`]); takes the records of all texts
//! and gives the portal ([`link()`]). What the kinds share, the readers of values and the resolving of ids, is in the
//! modules `load` and `link`.

mod annotation;
mod award;
mod by_name;
mod cancelled;
mod contradictions;
mod contribution;
mod correction;
pub(crate) mod dangling;
mod direction;
mod earliest;
mod exchanged_days;
mod figure;
mod head;
mod impossible_dates;
mod instalments;
mod joint_shares;
mod kept_edition;
mod kinds;
mod link;
mod misplaced;
mod mistyped;
mod news;
mod object;
mod outlines;
mod page;
mod path;
mod patron;
mod portraits;
mod project;
mod read;
mod region;
mod region_years;
mod repeats;
mod resolver;
mod same_codes;
mod same_givers;
mod same_projects;
mod same_sources;
pub(crate) mod schema;
mod scope;
pub(crate) mod texts;
mod total_rows;

pub(crate) use by_name::propose_ids;
pub(crate) use impossible_dates::impossible_dates;
pub(crate) use kinds::{MergeMemo, texts};
pub(crate) use link::{Lost, OtherFiles, link};
pub(crate) use mistyped::tell_mistyped;
pub(crate) use path::{ContentKind, FileName, classify};
pub(crate) use read::{Loaded, Unread, load, patrons, regions};
pub(crate) use repeats::repeats;
