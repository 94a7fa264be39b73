//! Fix-its of bad ids, amounts and dates: what was certainly meant, or nothing where it could be two things.
//!
//! Takes the text as it was typed, gives a text that the readers of such values accept.

mod amount;
mod date;
mod id;
mod longest;
mod unknown;
mod url;

pub(crate) use amount::{amount, in_threes, possible_amount};
pub(crate) use date::{date, period, possible_date};
pub(crate) use id::{id, slug};
pub(super) use id::{id_of_link, without_quotes};
pub(crate) use unknown::{SIGNS, is_no_text, is_unknown};
pub(super) use url::{address_of_channel, address_of_link, meant_url, wrong_url};
