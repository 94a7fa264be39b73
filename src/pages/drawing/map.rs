//! Choropleth maps: regions shaded by a figure, in the borders of today or of a year.
//!
//! They are tile grid maps, or shapes where the site has outlines. A region that has figures but no spot on the map is
//! listed below it, so that nothing is passed over.

use jiff::civil::Date;

use super::borders::{Bordered, borders, own_day, size};
use super::names::Names;
use crate::drawing::Caption;
use crate::drawing::map::{Area, SHADES, Shown, map as areas_map, place};
use crate::drawing::outline::Outline;
use crate::drawing::scale::{bounds, shade};
use crate::locale::MoneyUnit;
use crate::model::axis::Key;
use crate::model::kind::RegionId;
use crate::model::links::MapFigure;
use crate::model::money::{Amount, Tenge};
use crate::pages::amounts::total_piece;
use crate::pages::breakdown::BreakdownPiece;
use crate::pages::drawing_piece::{DrawingPiece, Legend, OffTheMap, Swatch};
use crate::pages::message_ids::MessageId;
use crate::pages::per_resident::{PerResident, below_one, per_resident, residents_piece};
use crate::pages::view::View;
use crate::plan::Page;
use crate::totals::Breakdown;

fn is_money(figure: MapFigure) -> bool {
    figure != MapFigure::Projects
}

/// What is to be drawn.
pub(super) struct Wanted<'a> {
    pub sums: &'a Breakdown,
    /// The first is seen at first; more than one can be chosen from.
    pub figures: &'a [MapFigure],
    /// The day whose borders are drawn; today's if none.
    pub day: Option<Date>,
    /// All that is on record is drawn, so that projects count that nothing was given for, as in the list of regions.
    pub all: bool,
}

/// The same table of sums by region with the map of what was delivered, in the borders of a day.
pub(crate) fn mapped<'a>(
    view: &View<'a>,
    sums: &Breakdown,
    day: Option<Date>,
    mut piece: BreakdownPiece<'a>,
) -> BreakdownPiece<'a> {
    if piece.rows.is_empty() {
        return piece;
    }
    let wanted = Wanted {
        sums,
        figures: &[MapFigure::Total],
        day,
        all: false,
    };
    piece.drawing = map(view, &wanted, "map", &view.word(MessageId::TotalByRegion));
    piece
}

/// A map of the whole campaign with a choice of its figures.
pub(crate) fn map_to_choose<'a>(view: &View<'a>) -> Option<DrawingPiece<'a>> {
    let wanted = Wanted {
        sums: &view.totals.by_region,
        figures: &MapFigure::ALL,
        day: None,
        all: true,
    };
    map(view, &wanted, "map", &view.word(MessageId::TotalByRegion))
}

/// A locator map: a small map that shows where a region lies, or lay.
pub(crate) fn place_of(view: &View<'_>, region: RegionId) -> Option<String> {
    let all = borders(view.portal, own_day(view.portal, region));
    let (here, others): (Vec<Bordered<'_>>, Vec<Bordered<'_>>) = all
        .into_iter()
        .partition(|bordered| bordered.region == region);
    let others: Vec<Outline<'_>> = others.into_iter().map(|other| other.outline).collect();
    let caption = Caption {
        id: "place",
        title: &view.word(MessageId::RegionPlace),
    };
    place(&caption, &here.first()?.outline, &others, size(view.portal))
}

/// The choropleth map of figures and what its shades mean. `id` is unique on the page. Nothing if no region has a tile
/// or a shape.
pub(super) fn map<'a>(
    view: &View<'a>,
    wanted: &Wanted<'_>,
    id: &str,
    title: &str,
) -> Option<DrawingPiece<'a>> {
    let shown = borders(view.portal, wanted.day);
    let scales: Vec<Scale> = wanted
        .figures
        .iter()
        .map(|&figure| {
            let values = shown.iter().map(|of| value(view, wanted, figure, of));
            Scale::new(view, figure, values.collect())
        })
        .collect();
    let names = Names::new(view, shown.iter().map(|of| of.region));
    let areas: Vec<Area<'_>> = shown
        .iter()
        .enumerate()
        .map(|(place, of)| area(view, &names, &scales, of, place))
        .collect();
    let limits: Vec<Vec<u128>> = scales.iter().map(|scale| scale.bounds.clone()).collect();
    let caption = Caption { id, title };
    let svg = areas_map(&caption, &limits, &areas, size(view.portal))?;
    Some(DrawingPiece {
        id: id.to_owned(),
        svg,
        legends: scales.iter().map(|scale| scale.legend(view)).collect(),
        off_the_map: off_the_map(view, wanted, &shown),
    })
}

/// Regions with figures that are off the map: those of other years.
fn off_the_map<'a>(
    view: &View<'a>,
    wanted: &Wanted<'_>,
    shown: &[Bordered<'_>],
) -> Vec<OffTheMap<'a>> {
    let rows = wanted.sums.rows.iter().filter_map(|(key, sums)| {
        let Key::Region(region) = *key else {
            return None;
        };
        let total = total_piece(&sums.delivered);
        let is_shown = shown.iter().any(|of| of.region == region);
        (!is_shown && total.amount != Amount::Nothing).then(|| OffTheMap {
            link: view.region(region),
            total,
            per_resident: match wanted.figures.contains(&MapFigure::PerResident) {
                true => residents_piece(view, *key, total.amount),
                false => None,
            },
        })
    });
    rows.collect()
}

/// The figure of a region.
fn value(view: &View<'_>, wanted: &Wanted<'_>, figure: MapFigure, of: &Bordered<'_>) -> Value {
    let sums = wanted.sums.get(Key::Region(of.region));
    let delivered = &sums.delivered;
    match figure {
        MapFigure::Total => match delivered.shown().or_zero() {
            Some(amount) => Value::Known(amount.0),
            None => Value::AmountUnknown,
        },
        // Residents are counted in the borders of today.
        MapFigure::PerResident if !of.is_as_today => Value::ResidentsUnknown,
        MapFigure::PerResident => {
            let record = &view.portal.regions[of.region].record;
            match per_resident(delivered.shown(), record.population.as_ref()) {
                Some(PerResident::Whole(amount)) => Value::Known(amount.0),
                Some(PerResident::BelowOne) => Value::BelowOne,
                None if record.population.is_none() => Value::ResidentsUnknown,
                None => Value::AmountUnknown,
            }
        }
        MapFigure::Projects if wanted.all => {
            Value::Known(view.indexes.region(of.region).len() as u128)
        }
        MapFigure::Projects => Value::Known(sums.projects as u128),
    }
}

/// A figure of a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Value {
    Known(u128),
    /// More than nothing, and less than one.
    BelowOne,
    AmountUnknown,
    ResidentsUnknown,
}

impl Value {
    /// The figure, if it is known; one that is below one counts as the least of all.
    fn figure(self) -> Option<u128> {
        match self {
            Value::Known(figure) => Some(figure),
            Value::BelowOne => Some(1),
            Value::AmountUnknown | Value::ResidentsUnknown => None,
        }
    }
}

fn area<'a>(
    view: &View<'a>,
    names: &Names,
    scales: &[Scale],
    of: &Bordered<'a>,
    place: usize,
) -> Area<'a> {
    let name = view.text(&view.portal.regions[of.region].record.name).text;
    let figures = scales.iter().map(|scale| scale.told(view, place));
    Area {
        outline: of.outline.clone(),
        url: view.url(Page::Region(of.region)),
        spoken: format!("{name}: {}", figures.collect::<Vec<_>>().join("; ")),
        name: names.of(of.region),
        shown: scales
            .iter()
            .map(|scale| Shown {
                value: scale.values[place].figure(),
                is_below_one: scale.values[place] == Value::BelowOne,
                text: match scale.values[place] {
                    Value::AmountUnknown | Value::ResidentsUnknown => "?".to_owned(),
                    Value::Known(0) => "—".to_owned(),
                    Value::Known(value) => scale.short(view, value),
                    Value::BelowOne => scale.least(view),
                },
            })
            .collect(),
    }
}

/// How the figures of one map are written and shaded.
struct Scale {
    figure: MapFigure,
    unit: MoneyUnit,
    bounds: Vec<u128>,
    /// Of each region that is drawn.
    values: Vec<Value>,
}

impl Scale {
    fn new(view: &View<'_>, figure: MapFigure, values: Vec<Value>) -> Scale {
        let known = values.iter().map(|value| match value {
            Value::Known(figure) => *figure,
            Value::BelowOne | Value::AmountUnknown | Value::ResidentsUnknown => 0,
        });
        let largest = known.max().unwrap_or(0);
        Scale {
            figure,
            // Most figures are far below the largest one: a unit that suits it would make small fractions of them.
            unit: view.language.locale.money_unit(Tenge(largest / 10)),
            bounds: bounds(largest),
            values,
        }
    }

    fn short(&self, view: &View<'_>, value: u128) -> String {
        match is_money(self.figure) {
            true => view.language.locale.money_in(Tenge(value), &self.unit),
            false => view.language.locale.integer(value),
        }
    }

    /// What is less than one.
    fn least(&self, view: &View<'_>) -> String {
        let one = self.short(view, 1);
        match one.starts_with('<') {
            true => one,
            false => format!("<{one}"),
        }
    }

    /// The figure in full, with what it is: amounts say that by themselves.
    fn told(&self, view: &View<'_>, place: usize) -> String {
        let locale = &view.language.locale;
        let figure = match self.values[place] {
            Value::AmountUnknown => view.word(MessageId::AmountNotStated),
            Value::ResidentsUnknown => view.word(MessageId::ResidentsNotStated),
            Value::Known(0) => view.word(MessageId::NothingDelivered),
            Value::Known(value) if is_money(self.figure) => locale.money(Tenge(value)),
            Value::Known(value) => locale.integer(value),
            Value::BelowOne => below_one(locale),
        };
        match (self.figure, self.values[place]) {
            (MapFigure::Total, _) => figure,
            // “Nothing delivered” stands at the total alone.
            (_, Value::Known(0)) => format!("{}: —", view.word(MessageId::of_figure(self.figure))),
            _ => format!("{}: {figure}", view.word(MessageId::of_figure(self.figure))),
        }
    }

    /// What the shades mean: only those that the bounds leave room for, and the unit.
    fn legend(&self, view: &View<'_>) -> Legend {
        let swatch = |shade: &str, text| Swatch {
            class: format!("{}-{shade}", SHADES[0]),
            text,
        };
        let mut swatches = Vec::new();
        if self.values.contains(&Value::Known(0)) {
            swatches.push(swatch("0", view.word(MessageId::NothingDelivered)));
        }
        // Else the first range begins at nothing.
        if self.values.contains(&Value::BelowOne)
            && self.bounds.first().is_none_or(|&first| first == 1)
        {
            swatches.push(swatch("1", format!("< {}", self.short(view, 1))));
        }
        let mut from = None;
        for &bound in &self.bounds {
            // Below one there is no whole figure.
            if bound > 1 {
                let shade = shade(&self.bounds, bound - 1).to_string();
                swatches.push(swatch(&shade, self.range(view, from, Some(bound))));
            }
            from = Some(bound);
        }
        if from.is_some() {
            let last = (self.bounds.len() + 1).to_string();
            swatches.push(swatch(&last, self.range(view, from, None)));
        }
        for (unknown, word) in [
            (Value::AmountUnknown, MessageId::AmountNotStated),
            (Value::ResidentsUnknown, MessageId::ResidentsNotStated),
        ] {
            if self.values.contains(&unknown) {
                swatches.push(swatch("u", view.word(word)));
            }
        }
        Legend {
            title: Some(view.word(MessageId::of_figure(self.figure))),
            figure: Some(self.figure.word()),
            unit: is_money(self.figure).then(|| self.unit.name().to_owned()),
            swatches,
        }
    }

    fn range(&self, view: &View<'_>, from: Option<u128>, to: Option<u128>) -> String {
        let short = |value| self.short(view, value);
        match (from, to) {
            (None, None) => String::new(),
            (None, Some(to)) => format!("< {}", short(to)),
            (Some(from), None) => format!("≥ {}", short(from)),
            // Counts are few: one that a range holds alone stands alone.
            (Some(from), Some(to)) if !is_money(self.figure) => match to - 1 == from {
                true => short(from),
                false => format!("{}–{}", short(from), short(to - 1)),
            },
            (Some(from), Some(to)) => format!("{}–{}", short(from), short(to)),
        }
    }
}
