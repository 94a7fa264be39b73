//! The 404 page, which is shown where nothing is.

use serde::Serialize;

use super::kind::{Frame, Kind, Reach};
use super::view::View;
use crate::plan::Page;

pub(super) struct NotFoundKind;

/// Nothing but the frame.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct NotFoundPage {}

impl Kind for NotFoundKind {
    type Values<'a> = NotFoundPage;

    fn frame(&self) -> Frame {
        Frame::new("not-found", "", Some(Page::Home), Reach::Hidden)
    }

    fn values<'a>(&self, _: &View<'a>, _: usize) -> NotFoundPage {
        NotFoundPage {}
    }
}
