//! Maps of today's regions, shaded by a figure. Former regions have pages and rows in tables, but no place on them.

use super::names::Names;
use crate::locale::MoneyUnit;
use crate::model::money::Tenge;
use crate::model::table::RegionId;
use crate::pages::Page;
use crate::pages::prose::write_to;
use crate::pages::view::{BreakdownPiece, View};
use crate::render::drawing::Caption;
use crate::render::drawing::map::{Tile, map as tiles_map};
use crate::render::drawing::scale::{bounds, shade};
use crate::render::escape;
use crate::totals::{Breakdown, Key};

/// What the regions of a map are shaded by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// What was delivered, in tenge.
    Delivered,
    /// The same for each resident, in whole tenge; not known where the population is not.
    PerResident,
    /// Projects that something was delivered to.
    Projects,
}

impl Figure {
    const ALL: [Figure; 3] = [Figure::Delivered, Figure::PerResident, Figure::Projects];

    /// The message that names it.
    fn message(self) -> &'static str {
        match self {
            Figure::Delivered => "total-delivered",
            Figure::PerResident => "map-per-resident",
            Figure::Projects => "total-projects",
        }
    }

    fn is_money(self) -> bool {
        self != Figure::Projects
    }
}

/// The same table of sums by region with the map of what was delivered, if regions have tiles.
pub fn mapped<'a>(
    view: &View<'a>,
    sums: &Breakdown,
    mut piece: BreakdownPiece<'a>,
) -> BreakdownPiece<'a> {
    let title = view.word("total-by-region");
    piece.drawing = map(view, sums, Figure::Delivered, "map", &title);
    piece
}

/// A map for each figure.
pub fn maps(view: &View<'_>, sums: &Breakdown) -> Vec<String> {
    let draw = |figure: Figure| {
        let title = view.word(figure.message());
        map(view, sums, figure, figure.message(), &title)
    };
    Figure::ALL.into_iter().filter_map(draw).collect()
}

/// The map of a figure and what its shades mean. `id` is unique on the page. Nothing if no region has a tile.
pub fn map(
    view: &View<'_>,
    sums: &Breakdown,
    figure: Figure,
    id: &str,
    title: &str,
) -> Option<String> {
    let regions: Vec<(RegionId, Option<u128>)> = view
        .portal
        .regions
        .iter()
        .filter(|(_, region)| !region.is_former() && !region.record.tile.is_empty())
        .map(|(index, _)| (index, value(view, sums, figure, index)))
        .collect();
    let largest = regions.iter().filter_map(|(_, value)| *value).max();
    let scale = Scale {
        figure,
        // Most figures are far below the largest one: a unit that suits it would make small fractions of them.
        unit: view
            .language
            .locale
            .money_unit(Tenge(largest.unwrap_or(0) / 10)),
        bounds: bounds(largest.unwrap_or(0)),
    };
    let names = Names::new(view, regions.iter().map(|(region, _)| *region));
    let mut tiles: Vec<Tile<'_>> = regions
        .iter()
        .map(|&(region, value)| scale.tile(view, &names, region, value))
        .collect();
    // The keyboard goes as the eye does: row by row.
    tiles.sort_by_key(|tile| tile.cells.first().map(|&(column, row)| (row, column)));
    let mut html = tiles_map(&Caption { id, title }, &scale.bounds, &tiles)?;
    let values: Vec<Option<u128>> = regions.iter().map(|(_, value)| *value).collect();
    scale.legend(view, &values, &mut html);
    Some(html)
}

/// The figure of a region; none if it is not known.
fn value(view: &View<'_>, sums: &Breakdown, figure: Figure, region: RegionId) -> Option<u128> {
    let delivered = &sums.get(Key::Region(region)).delivered;
    let amount = delivered.amount_known().then_some(delivered.amount.0);
    match figure {
        Figure::Delivered => amount,
        Figure::PerResident => {
            let record = &view.portal.regions[region].record;
            let residents = u128::from(record.population.as_ref()?.value);
            // Rounded as all figures are, half up; but what is not zero is not shown as such.
            let share = (amount? + residents / 2).checked_div(residents)?;
            Some(share.max(u128::from(amount? > 0)))
        }
        Figure::Projects => Some(delivered.projects as u128),
    }
}

/// How the figures of one map are written and shaded.
struct Scale {
    figure: Figure,
    unit: MoneyUnit,
    bounds: Vec<u128>,
}

impl Scale {
    fn short(&self, view: &View<'_>, value: u128) -> String {
        match self.figure.is_money() {
            true => view.language.locale.money_in(Tenge(value), &self.unit),
            false => view.language.locale.integer(value),
        }
    }

    fn tile<'a>(
        &self,
        view: &View<'a>,
        names: &Names,
        region: RegionId,
        value: Option<u128>,
    ) -> Tile<'a> {
        let locale = &view.language.locale;
        let record = &view.portal.regions[region].record;
        let told = match value {
            None => view.word("amount-not-stated"),
            Some(0) => view.word("nothing-delivered"),
            Some(value) if self.figure.is_money() => locale.money(Tenge(value)),
            Some(value) => locale.integer(value),
        };
        let name = view.text(&record.name).text;
        Tile {
            cells: &record.tile,
            url: view.url(Page::Region(region, 1)),
            spoken: format!("{name}: {} {told}", self.word_before(view, value)).replace("  ", " "),
            name: names.of(region),
            value,
            figure: match value {
                None => "?".to_owned(),
                Some(0) => "—".to_owned(),
                Some(value) => self.short(view, value),
            },
        }
    }

    /// What a spoken figure has before it: amounts say by themselves what they are.
    fn word_before(&self, view: &View<'_>, value: Option<u128>) -> String {
        match (self.figure, value) {
            (Figure::Delivered, _) | (_, None | Some(0)) => String::new(),
            (figure, Some(_)) => view.word(figure.message()),
        }
    }

    /// What the shades mean: only those that the bounds leave room for, and the unit.
    fn legend(&self, view: &View<'_>, values: &[Option<u128>], html: &mut String) {
        let word = escape(&view.word(self.figure.message())).into_owned();
        let unit = match self.figure.is_money() {
            true => format!(", {}", escape(self.unit.name())),
            false => String::new(),
        };
        write_to(
            html,
            format_args!("\n<p class=\"legend-title\">{word}{unit}</p>\n<ul class=\"legend\">"),
        );
        let mut key = |class: &str, text: &str| {
            write_to(
                html,
                format_args!(
                    "<li><span class=\"swatch {class}\"></span>{}</li>",
                    escape(text)
                ),
            );
        };
        if values.contains(&Some(0)) {
            key("shade-0", &view.word("nothing-delivered"));
        }
        let mut from = None;
        for &bound in &self.bounds {
            // Below one there is no whole figure.
            if bound > 1 {
                key(
                    &format!("shade-{}", shade(&self.bounds, bound - 1)),
                    &self.range(view, from, Some(bound)),
                );
            }
            from = Some(bound);
        }
        if from.is_some() {
            key(
                &format!("shade-{}", self.bounds.len() + 1),
                &self.range(view, from, None),
            );
        }
        if values.contains(&None) {
            key("unknown", &view.word("amount-not-stated"));
        }
        html.push_str("</ul>\n");
    }

    fn range(&self, view: &View<'_>, from: Option<u128>, to: Option<u128>) -> String {
        let short = |value| self.short(view, value);
        match (from, to) {
            (None, None) => String::new(),
            (None, Some(to)) => format!("< {}", short(to)),
            (Some(from), None) => format!("≥ {}", short(from)),
            // Counts are few: one that a range holds alone stands alone.
            (Some(from), Some(to)) if !self.figure.is_money() => match to - 1 == from {
                true => short(from),
                false => format!("{}–{}", short(from), short(to - 1)),
            },
            (Some(from), Some(to)) => format!("{}–{}", short(from), short(to)),
        }
    }
}
