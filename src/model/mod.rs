//! The domain model: a file per kind of record, as editors write it and, where links change it, as the portal holds it.
//!
//! What editors write is named `…Record`. Values only: no file is read and nothing is checked here.

pub(crate) mod award;
pub(crate) mod axis;
pub(crate) mod contribution;
pub(crate) mod correction;
pub(crate) mod date;
pub(crate) mod direction;
pub(crate) mod edition;
pub(crate) mod figure;
pub(crate) mod filter;
pub(crate) mod frame;
pub(crate) mod id;
pub(crate) mod index;
pub(crate) mod kept_edition;
pub(crate) mod kind;
pub(crate) mod lang;
pub(crate) mod licence;
pub(crate) mod links;
pub(crate) mod money;
pub(crate) mod object_kind;
pub(crate) mod outline;
pub(crate) mod patron;
pub(crate) mod place;
pub(crate) mod portal;
pub(crate) mod portrait;
pub(crate) mod prose;
pub(crate) mod region;
pub(crate) mod row;
pub(crate) mod site;
pub(crate) mod table;
pub(crate) mod write_up;
