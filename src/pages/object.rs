//! The page of a kind of object: its own sums, and those of the kinds below it in the taxonomy.

use serde::Serialize;

use super::amounts::{SumsPiece, sums_piece};
use super::breakdown::BreakdownPiece;
use super::cards::ProjectPiece;
use super::contributions_list::{ListPiece, OutsidePiece};
use super::kind::{Frame, Kind, Reach};
use super::pager::{Pager, on_first};
use super::sum_tables::PageSums;
use super::view::{Link, Text, View};
use crate::model::axis::Axis;
use crate::model::kind::ObjectKindId;
use crate::plan::conditions::Condition;
use crate::plan::{Page, Summed};

pub(super) struct ObjectKind(pub ObjectKindId);

impl Kind for ObjectKind {
    type Values<'a> = ObjectPage<'a>;

    fn frame(&self) -> Frame {
        Frame::new("object", "projects", Some(Page::Objects), Reach::Indexed)
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
    /// Where all kinds stand.
    kinds_url: String,
    /// The kinds below, with what was given for each; only on the first page.
    children: Vec<Child<'a>>,
    /// With the kinds below.
    sums: SumsPiece,
    /// Where the contributions stand that make the sum.
    rows: Option<String>,
    projects: usize,
    by_year: BreakdownPiece<'a>,
    by_region: BreakdownPiece<'a>,
    /// The contributions behind the sum, or the newest of them; only on the first page.
    contributions: Option<ListPiece<'a>>,
    /// What was given outside of projects.
    other_contributions: Option<OutsidePiece<'a>>,
    list: Vec<ProjectPiece<'a>>,
    pager: Pager,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Child<'a> {
    link: Link<'a>,
    sums: SumsPiece,
    /// Where the contributions stand.
    rows: Option<String>,
    projects: usize,
}

fn context<'a>(view: &View<'a>, object: ObjectKindId, n: usize) -> ObjectPage<'a> {
    let of = &view.portal.objects[object];
    let sums = PageSums::new(view, Summed::Object(object), n);
    let projects = view.indexes.object(object);
    let (part, pager) = view.part(Page::Object(object), projects, n);
    let child = |&child: &ObjectKindId| Child {
        link: view.object(child),
        sums: sums_piece(view.totals.object(child)),
        rows: view.behind(&[Condition::Within(child)], view.totals.object(child)),
        projects: view.indexes.object(child).len(),
    };
    ObjectPage {
        id: of.record.id.as_str(),
        plural: of.record.plural.as_ref().map(|text| view.text(text)),
        parent: of.parent.map(|parent| view.object(parent)),
        kinds_url: view.url(Page::Objects),
        children: on_first(n, || of.children.iter().map(child).collect()),
        sums: sums_piece(sums.whole),
        rows: sums.rows_url(),
        projects: projects.len(),
        by_year: sums.charted(Axis::Year),
        by_region: sums.mapped(None),
        contributions: sums.contributions(),
        other_contributions: sums.outside_projects(),
        list: view.project_pieces(part),
        pager,
    }
}
