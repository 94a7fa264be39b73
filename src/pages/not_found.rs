//! The 404 page, which is shown where nothing is.

use tera::{Context, TeraResult};

use super::kind::{Frame, Kind, Reach};
use super::message_ids::MessageId;
use super::view::{Text, View};
use crate::plan::Page;

pub(super) struct NotFoundKind;

impl Kind for NotFoundKind {
    fn frame(&self) -> Frame {
        Frame::new("not-found", "", Some(Page::Home), Reach::Hidden)
    }

    fn title<'a>(&self, view: &View<'a>) -> Text<'a> {
        view.heading(MessageId::NotFoundTitle)
    }

    fn context(&self, _: &View<'_>, _: usize) -> TeraResult<Context> {
        Ok(Context::new())
    }
}
