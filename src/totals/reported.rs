//! Coverage of reported figures: how much of what officials stated the records explain.
//!
//! Takes a reported figure; gives the records that explain it. Knows nothing of how either is shown.

use crate::model::figure::{Figure, Measure};
use crate::model::money::Tenge;
use crate::model::portal::Portal;

use super::of_portal::Totals;
use super::selection::select;
use super::total::{Sums, Total, sum};
use crate::model::filter::Filter;

/// What the records explain of a reported figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Compared {
    /// What was delivered (pledged, if the figure is of pledges) in its region and district and wholly within its
    /// period; for a figure of objects, only what was given for a stated kind of object.
    pub recorded: Total,
    /// Delivered and pledged there and then.
    pub sums: Sums,
    /// Numerator and denominator: the recorded amount of the reported one. None if either is not known, or while
    /// samples are shown.
    pub share: Option<(Tenge, Tenge)>,
}

/// Puts the records beside a reported figure.
pub(crate) fn compare(portal: &Portal, totals: &Totals, figure: &Figure) -> Compared {
    let record = &figure.record;
    let filter = Filter {
        region: figure.region,
        district: figure.region.zip(figure.district),
        ..Filter::default()
    };
    let explaining = select(portal, totals, filter).filter(|&id| {
        let contribution = &portal.contributions[id];
        let in_time = record
            .period
            .is_none_or(|period| period.holds(contribution.date));
        in_time && (record.measure != Measure::Objects || contribution.object.is_some())
    });
    let sums = sum(portal, explaining);
    let recorded = match record.measure {
        Measure::Support | Measure::Objects => sums.delivered.clone(),
        Measure::Pledges => sums.pledged.clone(),
    };
    let known = recorded.shown().or_zero();
    let share = known.filter(|_| !portal.shows_samples).zip(record.amount);
    Compared {
        recorded,
        sums,
        share,
    }
}

#[cfg(test)]
mod tests {
    use crate::model::date::Date;
    use crate::model::figure::Period;

    #[test]
    fn a_gift_explains_a_figure_only_if_it_surely_lies_in_its_period() {
        let date = |text| Date::parse(text).unwrap();
        let period = Period {
            from: date("2017-04"),
            to: date("2021-04"),
        };
        for (text, within) in [
            ("2017-04-01", true),
            ("2017-03-31", false),
            ("2017-04", true),
            ("2017", false),
            ("2018", true),
            ("2021-04-30", true),
            ("2021-04", true),
            ("2021-05-01", false),
            ("2021", false),
        ] {
            assert_eq!(period.holds(date(text)), within, "{text}");
        }
    }
}
