//! Aggregation: the sums of a portal, exact, each with the contributions behind it.
//!
//! Takes a linked [`Portal`] and gives sums: of the whole, along every axis, of any set of contributions, and beside
//! what officials reported. Knows nothing of pages, languages and HTML.
//!
//! Contributions that are not counted, pledges that are not kept, are in none of them.
//!
//! It rests on two invariants. A contribution has exactly one [`Key`] on every [`Axis`] (a joint contribution that of
//! «joint»), so it counts once along each, and the rows of an axis equal the whole. What was delivered and what was
//! pledged are two [`Total`]s that are never added up.

mod breakdown;
mod check;
mod group;
mod keys;
mod of_portal;
mod patron;
mod reported;
mod selection;
mod total;

pub(crate) use breakdown::{Breakdown, Cross, breakdown};
pub(crate) use check::check;
pub(crate) use keys::key_of;
pub(crate) use of_portal::{Totals, compute};
pub(crate) use patron::joint_of;
pub(crate) use reported::compare;
pub(crate) use selection::select;
pub(crate) use total::{Sums, Total, sum};
