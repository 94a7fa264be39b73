//! The messages that the program itself asks for, besides those that templates name: the one list of them.
//!
//! A message that neither a template nor this list names is told to be of no use. A test compares the list with the code.

/// The ids, in the order of the alphabet.
pub(crate) const ASKED_FOR: &[&str] = &[
    "amount-not-stated",
    "axis-direction",
    "axis-district",
    "axis-from",
    "axis-object",
    "axis-patron",
    "axis-region",
    "axis-year",
    "map-per-resident",
    "nav-awards",
    "nav-home",
    "nav-news",
    "nav-patrons",
    "nav-projects",
    "nav-regions",
    "nav-totals",
    "nav-years",
    "not-found-title",
    "nothing-delivered",
    "region-place",
    "region-share",
    "row-anonymous",
    "row-joint",
    "row-not-stated",
    "rule-dates",
    "rule-delivered",
    "rule-directions",
    "rule-joint",
    "rule-regions",
    "rule-reported",
    "total-by-direction",
    "total-by-district",
    "total-by-from",
    "total-by-object",
    "total-by-patron",
    "total-by-region",
    "total-by-year",
    "total-contributions",
    "total-delivered",
    "total-patrons",
    "total-pledged",
    "total-projects",
    "year-title",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order() {
        assert!(ASKED_FOR.is_sorted());
    }
}
