//! The kinds of object as a tree, each with what was given for it and the kinds below it.

use serde::Serialize;

use super::amounts::{SumsPiece, sums_piece};
use super::kind::{Frame, Kind, Reach};
use super::view::{Link, View};
use crate::model::axis::Key;
use crate::model::kind::ObjectKindId;
use crate::plan::conditions::Condition;
use crate::plan::{Listed, Page, Summed};

pub(super) struct ObjectsKind;

impl Kind for ObjectsKind {
    type Values<'a> = Objects<'a>;

    fn frame(&self) -> Frame {
        Frame::new("objects", "projects", Some(Page::Projects), Reach::Indexed)
    }

    fn values<'a>(&self, view: &View<'a>, _: usize) -> Objects<'a> {
        context(view)
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Objects<'a> {
    /// Each kind before the kinds below it.
    kinds: Vec<KindPiece<'a>>,
    /// What was given without a stated kind.
    not_stated: SumsPiece,
    /// Where the contributions of that stand.
    not_stated_rows: Option<String>,
    whole: SumsPiece,
    /// Where all contributions stand.
    whole_rows: Option<String>,
    /// Some contributions are pledged.
    has_pledged: bool,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "ObjectsKind"))]
struct KindPiece<'a> {
    link: Link<'a>,
    /// How many kinds stand above it.
    depth: usize,
    /// With the kinds below.
    sums: SumsPiece,
    /// Where the contributions stand.
    rows: Option<String>,
    projects: usize,
    /// It has neither contributions nor projects.
    is_empty: bool,
}

fn context<'a>(view: &View<'a>) -> Objects<'a> {
    let mut kinds = Vec::new();
    let objects = view.portal.objects.iter();
    let roots = objects.filter(|(_, of)| of.parent.is_none());
    put_all(
        view,
        roots.map(|(object, _)| object).collect(),
        0,
        &mut kinds,
    );
    let whole = &view.totals.whole;
    let not_stated = view.totals.get(Key::Object(None));
    Objects {
        kinds,
        not_stated: sums_piece(not_stated),
        not_stated_rows: view.behind(&[Condition::Key(Key::Object(None))], not_stated),
        whole: sums_piece(whole),
        whole_rows: view.list_url(Listed::Of(Summed::Campaign)),
        has_pledged: !whole.pledged.is_empty(),
    }
}

/// Kinds by name, each before those below it; no kind stands above itself.
fn put_all<'a>(
    view: &View<'a>,
    mut objects: Vec<ObjectKindId>,
    depth: usize,
    kinds: &mut Vec<KindPiece<'a>>,
) {
    let name = |object: &ObjectKindId| view.object(*object).text;
    objects.sort_by(|a, b| view.language.locale.compare(&name(a), &name(b)));
    for object in objects {
        let sums = view.totals.object(object);
        let projects = view.indexes.object(object).len();
        kinds.push(KindPiece {
            link: view.object(object),
            depth,
            sums: sums_piece(sums),
            rows: view.behind(&[Condition::Within(object)], sums),
            projects,
            is_empty: projects == 0 && sums.contributions().next().is_none(),
        });
        let children = view.portal.objects[object].children.clone();
        put_all(view, children, depth + 1, kinds);
    }
}
