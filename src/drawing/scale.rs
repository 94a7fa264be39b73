//! Axis ticks and class breaks: round numbers for the steps of an axis and for the bounds between the shades of a map.
//!
//! Takes the largest figure that is to be shown. Whole numbers only.

/// Most steps of an axis.
const MOST_STEPS: u128 = 5;

/// Most bounds between shades: one less than there are shades.
const MOST_BOUNDS: usize = 4;

/// The ticks of an axis, from zero up to the first one that is not below the largest figure: two to six of them, a step
/// of 1, 2, 2.5 or 5 × 10ⁿ apart.
pub(crate) fn ticks(largest: u128) -> Vec<u128> {
    let step = steps()
        .find(|step| largest.div_ceil(*step) <= MOST_STEPS)
        .unwrap_or(u128::MAX);
    let count = largest.div_ceil(step).max(1);
    (0..=count).map(|n| n.saturating_mul(step)).collect()
}

/// 1, 2, 5, 10, 20, 25, 50, 100, …: a quarter is no whole number at first.
fn steps() -> impl Iterator<Item = u128> {
    powers().flat_map(|power| {
        let quarter = (power > 1).then_some(power / 10 * 25);
        [Some(power), Some(power * 2), quarter, Some(power * 5)]
            .into_iter()
            .flatten()
    })
}

/// Powers of ten, as far as five times each of them fits.
fn powers() -> impl Iterator<Item = u128> {
    (0..38).map(|n| 10_u128.pow(n))
}

/// The bounds between the shades of a map, upwards: at most four of 1, 2 or 5 × 10ⁿ, the highest of them not above the
/// largest figure. Figures differ by orders of magnitude, so the bounds do.
pub(crate) fn bounds(largest: u128) -> Vec<u128> {
    let mut bounds: Vec<u128> = powers()
        .flat_map(|power| [power, power * 2, power * 5])
        .take_while(|&bound| bound <= largest)
        .collect();
    bounds.split_off(bounds.len().saturating_sub(MOST_BOUNDS))
}

/// Which shade a figure has: 1 below the first bound, one more from each bound on; 0 is for nothing.
pub(crate) fn shade(bounds: &[u128], figure: u128) -> usize {
    match figure {
        0 => 0,
        _ => 1 + bounds.iter().filter(|&&bound| bound <= figure).count(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The number without the zeros at its end.
    fn head(mut number: u128) -> u128 {
        while number.is_multiple_of(10) {
            number /= 10;
        }
        number
    }

    #[test]
    fn axes_as_people_draw_them() {
        assert_eq!(ticks(0), [0, 1]);
        assert_eq!(ticks(1), [0, 1]);
        assert_eq!(ticks(7), [0, 2, 4, 6, 8]);
        assert_eq!(ticks(100), [0, 20, 40, 60, 80, 100]);
        assert_eq!(ticks(101), [0, 25, 50, 75, 100, 125]);
        assert_eq!(
            ticks(376_935_000),
            [0, 100_000_000, 200_000_000, 300_000_000, 400_000_000]
        );
    }

    #[test]
    fn shades_as_people_choose_them() {
        assert_eq!(bounds(0), []);
        assert_eq!(bounds(1), [1]);
        assert_eq!(bounds(3), [1, 2]);
        assert_eq!(bounds(1_200), [100, 200, 500, 1_000]);
        let of: Vec<usize> = [0, 99, 100, 499, 500, 1_200]
            .map(|figure| shade(&bounds(1_200), figure))
            .into();
        assert_eq!(of, [0, 1, 2, 3, 4, 5]);
    }

    proptest! {
        #[test]
        fn ticks_are_round_few_and_cover(largest in 0_u128..=10_u128.pow(36)) {
            let ticks = ticks(largest);
            prop_assert!((2..=6).contains(&ticks.len()), "{ticks:?}");
            let step = ticks[1];
            prop_assert!([1, 2, 25, 5].contains(&head(step)), "{step}");
            prop_assert!(ticks.windows(2).all(|pair| pair[1] - pair[0] == step));
            prop_assert!(*ticks.last().unwrap() >= largest);
            prop_assert!(largest == 0 || ticks[ticks.len() - 2] < largest, "{ticks:?}");
        }

        #[test]
        fn bounds_are_round_few_and_rise(largest in 0_u128..=u128::MAX, figure in 0_u128..=u128::MAX) {
            let bounds = bounds(largest);
            prop_assert!(bounds.len() <= 4);
            prop_assert!(bounds.iter().all(|&bound| bound <= largest && [1, 2, 5].contains(&head(bound))));
            prop_assert!(bounds.is_sorted_by(|a, b| a < b));
            prop_assert!(shade(&bounds, figure) <= 5);
            prop_assert_eq!(shade(&bounds, largest) , if largest == 0 { 0 } else { bounds.len() + 1 });
        }

        #[test]
        fn the_largest_figures_do_no_harm(largest in 0..=u128::MAX) {
            let ticks = ticks(largest);
            prop_assert!((2..=6).contains(&ticks.len()));
        }
    }
}
