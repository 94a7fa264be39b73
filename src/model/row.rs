//! Rows of any table of records through one trait: the id, whether it is a sample, and the text that belongs to it.
//!
//! For what is done with records of every kind; whoever knows the kind uses its own table.

use std::sync::Arc;

use super::id::Id;
use super::lang::Localised;
use super::links::Links;
use super::place::Origin;
use super::portrait::Portrait;
use super::write_up::{News, Page, Project, WriteUp};

/// What records of every kind have.
pub(crate) trait Row: Sync {
    fn id(&self) -> &Id;

    fn is_sample(&self) -> bool;

    /// Where it is written; a write-up in its first language.
    fn origin(&self) -> Origin;

    /// What it is called: the heading of its page; of a figure, its source.
    fn title(&self) -> RowTitle<'_>;

    /// Old addresses that lead to its page.
    fn aliases(&self) -> &[String];

    /// The prose that belongs to the record, in the languages that there are.
    fn text(&self) -> RowText<'_>;

    /// The links of that prose; none where there is no prose.
    fn links_mut(&mut self) -> Option<&mut Links>;
}

/// What the page of a record is called.
#[derive(Debug, Clone, Copy)]
pub(crate) enum RowTitle<'a> {
    Name(&'a Localised),
    /// Its title in the language that is shown.
    WriteUp(&'a WriteUp),
}

/// The prose of a record.
#[derive(Debug, Clone, Copy)]
pub(crate) enum RowText<'a> {
    /// The kind has none.
    Nothing,
    /// It stands beside the record.
    Portrait(&'a Portrait),
    /// It is the record.
    WriteUp(&'a Arc<WriteUp>, &'a Links),
}

impl Row for Project {
    fn id(&self) -> &Id {
        &self.text.id
    }
    fn is_sample(&self) -> bool {
        self.text.sample
    }
    fn origin(&self) -> Origin {
        self.text.origin()
    }
    fn title(&self) -> RowTitle<'_> {
        RowTitle::WriteUp(&self.text)
    }
    fn aliases(&self) -> &[String] {
        &self.text.aliases
    }
    fn text(&self) -> RowText<'_> {
        RowText::WriteUp(&self.text, &self.links)
    }
    fn links_mut(&mut self) -> Option<&mut Links> {
        Some(&mut self.links)
    }
}

impl Row for News {
    fn id(&self) -> &Id {
        &self.text.id
    }
    fn is_sample(&self) -> bool {
        self.text.sample
    }
    fn origin(&self) -> Origin {
        self.text.origin()
    }
    fn title(&self) -> RowTitle<'_> {
        RowTitle::WriteUp(&self.text)
    }
    fn aliases(&self) -> &[String] {
        &self.text.aliases
    }
    fn text(&self) -> RowText<'_> {
        RowText::WriteUp(&self.text, &self.links)
    }
    fn links_mut(&mut self) -> Option<&mut Links> {
        Some(&mut self.links)
    }
}

impl Row for Page {
    fn id(&self) -> &Id {
        &self.text.id
    }
    fn is_sample(&self) -> bool {
        self.text.sample
    }
    fn origin(&self) -> Origin {
        self.text.origin()
    }
    fn title(&self) -> RowTitle<'_> {
        RowTitle::WriteUp(&self.text)
    }
    fn aliases(&self) -> &[String] {
        &self.text.aliases
    }
    fn text(&self) -> RowText<'_> {
        RowText::WriteUp(&self.text, &self.links)
    }
    fn links_mut(&mut self) -> Option<&mut Links> {
        Some(&mut self.links)
    }
}
