//! The page of a kind of object: its own sums, and those of the kinds below it in the taxonomy.

use serde::Serialize;

use super::cards::ProjectPiece;
use super::drawing::{charted, mapped};
use super::kind::{Frame, Kind, Reach};
use super::sum_tables;
use super::view::{
    BreakdownPiece, ContributionPiece, Link, Pager, SumsPiece, Text, View, sums_piece,
};
use crate::model::axis::Axis;
use crate::model::kind::ObjectKindId;
use crate::plan::Page;
use crate::plan::tables::contributions;
use crate::totals::{breakdown, sum};

pub(super) struct ObjectKind(pub ObjectKindId);

impl Kind for ObjectKind {
    type Values<'a> = ObjectPage<'a>;

    fn frame(&self) -> Frame {
        Frame::new("object", "projects", Some(Page::Projects), Reach::Indexed)
    }

    fn values<'a>(&self, view: &View<'a>, n: usize) -> ObjectPage<'a> {
        context(view, self.0, n)
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct ObjectPage<'a> {
    id: &'a str,
    plural: Option<Text<'a>>,
    parent: Option<Link<'a>>,
    /// The kinds below, with what was given for each.
    children: Vec<Child<'a>>,
    /// With the kinds below.
    sums: SumsPiece,
    projects: usize,
    by_year: BreakdownPiece<'a>,
    by_region: BreakdownPiece<'a>,
    other_contributions: Vec<ContributionPiece<'a>>,
    list: Vec<ProjectPiece<'a>>,
    pager: Pager,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Child<'a> {
    link: Link<'a>,
    sums: SumsPiece,
    projects: usize,
}

fn context<'a>(view: &View<'a>, object: ObjectKindId, n: usize) -> ObjectPage<'a> {
    let portal = view.portal;
    let of = &portal.objects[object];
    let contributions_of = |object| contributions(portal, view.totals, Page::Object(object));
    let at = Page::Object(object);
    let contributions = contributions_of(object);
    let along = |axis| breakdown(portal, contributions.iter().copied(), axis);
    let table = |axis| sum_tables::with_file(view, at, axis, view.breakdown(&along(axis)));
    let (part, pager) = view.part(at, view.indexes.object(object), n);
    let other_contributions = contributions
        .iter()
        .filter(|&&contribution| portal.contributions[contribution].project.is_none());
    ObjectPage {
        id: of.record.id.as_str(),
        plural: of.record.plural.as_ref().map(|text| view.text(text)),
        parent: of.parent.map(|parent| view.object(parent)),
        children: of
            .children
            .iter()
            .map(|&child| Child {
                link: view.object(child),
                sums: sums_piece(&sum(portal, contributions_of(child))),
                projects: view.indexes.object(child).len(),
            })
            .collect(),
        sums: sums_piece(&sum(portal, contributions.iter().copied())),
        projects: view.indexes.object(object).len(),
        by_year: charted(view, table(Axis::Year)),
        by_region: mapped(view, &along(Axis::Region), None, table(Axis::Region)),
        other_contributions: other_contributions
            .map(|&contribution| view.contribution(contribution))
            .collect(),
        list: view.project_pieces(part),
        pager,
    }
}
