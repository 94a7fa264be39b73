//! The page that is shown where nothing is.

use tera::{Context, TeraResult};

use super::kind::{Frame, Kind};
use super::view::{Text, View};
use crate::plan::Page;

pub(super) struct NotFoundKind;

impl Kind for NotFoundKind {
    fn frame(&self) -> Frame {
        Frame {
            template: "not-found",
            section: "",
            parent: Some(Page::Home),
            shared: false,
            indexed: false,
        }
    }

    fn title<'a>(&self, view: &View<'a>) -> Text<'a> {
        view.heading("not-found-title")
    }

    fn context(&self, _: &View<'_>, _: usize) -> TeraResult<Context> {
        Ok(Context::new())
    }
}
