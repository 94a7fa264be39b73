//! What a portal is made of: a file per record, as editors write it (`…Record`) and, where links change it, as the
//! portal holds it. Values only: no file is read and nothing is checked here.

pub mod award;
pub mod axis;
pub mod contribution;
pub mod date;
pub mod direction;
pub mod figure;
pub mod filter;
pub mod id;
pub mod lang;
pub mod money;
pub mod object_kind;
pub mod outline;
pub mod patron;
pub mod place;
pub mod portal;
pub mod prose;
pub mod region;
pub mod site;
pub mod table;
pub mod write_up;
