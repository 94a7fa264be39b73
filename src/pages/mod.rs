//! Pages: for every kind of page its title and its template context.
//!
//! A page is a pure function of the portal and the reader's language. No markup is made here but the links of prose:
//! all else is the theme's.

mod alphabet_index;
mod award;
mod collated_order;
mod content_page;
mod direction;
mod drawing;
pub(crate) mod facets;
mod figures;
mod home;
mod kind;
pub(crate) mod layout;
pub(crate) mod message_ids;
mod news;
mod not_found;
mod object;
mod patron;
mod placeholder;
mod project;
mod prose;
pub(crate) mod redirect;
mod region;
pub(crate) mod root;
mod social_links;
pub(crate) mod sum_tables;
mod totals;
pub(crate) mod view;
mod year;

pub(crate) use collated_order::CollatedOrder;
#[cfg(test)]
pub(crate) use kind::schema_of;
pub(crate) use kind::{context, kind_of, section_of, title_of};
