//! Lists of a workbook: what can be chosen for a field.

use super::choices::Choice;
use super::field::Field;
use super::gift_cells::Cells;

/// What can be chosen for a field.
pub(super) struct List {
    pub field: Field,
    pub values: Vec<String>,
}

/// The lists of a portal, with nobody who must not be named.
pub(super) fn lists(cells: Cells<'_>) -> Vec<List> {
    let Cells { portal, words } = cells;
    let lang = words.lang;
    let choice = |of: Choice| -> Vec<String> {
        let all = of.offered(lang).into_iter();
        all.map(str::to_owned).collect()
    };
    let patrons = portal.patrons.rows().iter();
    let patrons = patrons.filter(|patron| !patron.is_anonymous() && !patron.record.sample);
    let mut patrons: Vec<String> = patrons.map(|patron| cells.patron(&patron.record)).collect();
    patrons.sort_by(|a, b| words.locale.compare(a, b));
    let regions = portal.regions.rows().iter();
    let regions: Vec<String> = regions
        .filter(|region| !region.is_former())
        .map(|region| cells.named(&region.record.name, &region.record.id))
        .collect();
    let directions = portal.directions.rows().iter();
    let objects = portal.objects.rows().iter();
    let projects = portal.projects.rows().iter();
    vec![
        List {
            field: Field::Patron,
            values: patrons,
        },
        List {
            field: Field::Kind,
            values: choice(Choice::Kind),
        },
        List {
            field: Field::Consent,
            values: choice(Choice::Consent),
        },
        List {
            field: Field::Home,
            values: regions.clone(),
        },
        List {
            field: Field::Status,
            values: choice(Choice::Status),
        },
        List {
            field: Field::Region,
            values: regions,
        },
        List {
            field: Field::Direction,
            values: directions.map(|of| cells.named(&of.name, &of.id)).collect(),
        },
        List {
            field: Field::Object,
            values: objects
                .map(|of| cells.named(&of.record.name, &of.record.id))
                .collect(),
        },
        List {
            field: Field::Project,
            values: projects.map(|of| cells.project(of)).collect(),
        },
    ]
}
