//! What a kind of page is: its template, menu section and parent page, and what its template sees.

use serde::Serialize;
use tera::{TeraResult, Value};

use super::view::{Text, View};
use crate::plan::Page;

/// What is the same for all pages of a kind.
pub(super) struct Frame {
    /// The name of the kind, which is also that of its template: `region`.
    pub template: &'static str,
    /// The section of the menu that it belongs to: `regions`.
    pub section: &'static str,
    /// The page above it; none above the home page.
    pub parent: Option<Page>,
    pub reach: Reach,
}

/// Who is meant to come to a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// Who looks for it, or is shown it by others: it is about one record, or one year.
    Shared,
    /// Who looks for it.
    Indexed,
    /// Nobody: search engines should pass by.
    Hidden,
}

impl Frame {
    pub(super) fn new(
        template: &'static str,
        section: &'static str,
        parent: Option<Page>,
        reach: Reach,
    ) -> Frame {
        Frame {
            template,
            section,
            parent,
            reach,
        }
    }

    /// Whether search engines should know the page.
    pub(super) fn is_indexed(&self) -> bool {
        self.reach != Reach::Hidden
    }
}

/// A kind of page.
pub(super) trait Kind {
    /// What its template sees beside the frame.
    #[cfg(not(test))]
    type Values<'a>: Serialize;
    /// The same with its schema, from which the reference of `themes/README.md` is made.
    #[cfg(test)]
    type Values<'a>: Serialize + schemars::JsonSchema;

    fn frame(&self) -> Frame;

    /// A sentence on the page for search engines and previews, if its record says one.
    fn description<'a>(&self, _: &View<'a>) -> Option<Text<'a>> {
        None
    }

    /// What the template sees of the `n`-th part of the page.
    fn values<'a>(&self, view: &View<'a>, n: usize) -> Self::Values<'a>;
}

/// A kind of page, whatever the type of its values is.
pub(super) trait AnyKind {
    fn frame(&self) -> Frame;

    fn description<'a>(&self, view: &View<'a>) -> Option<Text<'a>>;

    /// What the template sees beside the frame, of the `n`-th part of the page.
    ///
    /// # Errors
    /// A value that templates cannot hold, which is a bug.
    fn context(&self, view: &View<'_>, n: usize) -> TeraResult<Value>;

    /// The schema of what the template sees beside the frame.
    #[cfg(test)]
    fn schema(&self, schemas: &mut schemars::SchemaGenerator) -> schemars::Schema;
}

impl<K: Kind> AnyKind for K {
    fn frame(&self) -> Frame {
        Kind::frame(self)
    }

    fn description<'a>(&self, view: &View<'a>) -> Option<Text<'a>> {
        Kind::description(self, view)
    }

    fn context(&self, view: &View<'_>, n: usize) -> TeraResult<Value> {
        Value::try_from_serializable(&self.values(view, n))
    }

    #[cfg(test)]
    fn schema(&self, schemas: &mut schemars::SchemaGenerator) -> schemars::Schema {
        <K::Values<'static> as schemars::JsonSchema>::json_schema(schemas)
    }
}
