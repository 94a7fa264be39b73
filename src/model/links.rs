//! Resolved links: what the links, sums and drawings of a text lead to, found once by `link` and never looked up again.
//!
//! [`OutgoingRefs`] lists what the texts of a record refer to, by the words that editors wrote; it is made together
//! with the texts and kept as long as they are. [`Links`] holds what was found for each of these, by number, and is
//! made anew at each change: so few of ten thousand texts have to be looked into.

use smallvec::SmallVec;

use super::axis::Axis;
use super::filter::Filter;
use super::id::Id;
use super::kind::{RecordKind, RecordRef};
use super::lang::{Lang, PerLang};
use super::prose::{DrawingKind, Part, Prose, Query, Target};

/// What the regions of a map are shaded by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MapFigure {
    /// What was delivered, in tenge.
    Total,
    /// The same for each resident, in whole tenge; not known where the population is not.
    PerResident,
    /// Projects that something was delivered to.
    Projects,
}

impl MapFigure {
    pub(crate) const ALL: [MapFigure; 3] = [
        MapFigure::Total,
        MapFigure::PerResident,
        MapFigure::Projects,
    ];

    /// The word after `figure=`.
    pub(crate) fn word(self) -> &'static str {
        match self {
            MapFigure::Total => "total",
            MapFigure::PerResident => "per-resident",
            MapFigure::Projects => "projects",
        }
    }
}

/// A query of a drawing that is understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Drawn {
    pub filter: Filter,
    /// What its rows are: a map goes by region.
    pub axis: Axis,
    /// What a map is shaded by.
    pub figure: MapFigure,
}

/// What a reference leads to. Only in the preview of a site with mistakes does one lead nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Resolved {
    Record(RecordRef),
    /// The contributions that a sum adds up.
    Total(Filter),
    Drawing(Drawn),
    /// A picture, or an address that needs no looking up.
    Itself,
    /// A mistake, which has been reported: nothing is there, or it must not be named.
    Dangling,
}

/// A query as it was written, and the kind of drawing that asks it; none: a sum.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Asking {
    pub query: Query,
    pub drawn: Option<DrawingKind>,
}

/// What the texts of a record refer to in the rest of the portal, all languages together. In most it is a few links,
/// which are looked at here at every change: the texts themselves are not.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct OutgoingRefs {
    /// Records that are linked to, each once.
    pub records: Box<[(RecordKind, Id)]>,
    pub queries: Box<[Asking]>,
    /// They refer to something else too: pictures, headings of other texts, addresses of this site.
    pub for_more: bool,
    /// For each text the numbers of its references, in the order of [`Prose::references`].
    numbers: PerLang<Box<[RefNumber]>>,
}

/// Where a reference of a text stands in the lists of [`OutgoingRefs`].
#[derive(Debug, Clone, Copy, PartialEq)]
enum RefNumber {
    Record(u32),
    Query(u32),
    Itself,
    /// Its id is none.
    Dangling,
}

impl OutgoingRefs {
    /// What these texts refer to.
    pub(crate) fn of<'a>(texts: impl Iterator<Item = (Lang, &'a Prose)>) -> OutgoingRefs {
        let mut records: Vec<(RecordKind, Id)> = Vec::new();
        let mut queries = Vec::new();
        let mut for_more = false;
        let mut numbers: PerLang<Box<[RefNumber]>> = PerLang::default();
        for (lang, prose) in texts {
            let of_text = prose.references().map(|part| match part {
                Part::LinkStart(slot) => match &slot.of {
                    Target::Record { kind, id, anchor } => {
                        for_more |= anchor.is_some();
                        match Id::parse(id) {
                            Some(id) => {
                                let record = (*kind, id);
                                let known = records.iter().position(|other| *other == record);
                                RefNumber::Record(known.unwrap_or_else(|| {
                                    records.push(record);
                                    records.len() - 1
                                }) as u32)
                            }
                            None => {
                                for_more = true;
                                RefNumber::Dangling
                            }
                        }
                    }
                    Target::Total(query) => {
                        queries.push(Asking {
                            query: query.clone(),
                            drawn: None,
                        });
                        RefNumber::Query(queries.len() as u32 - 1)
                    }
                    Target::Site(_) | Target::Web(_) | Target::Anchor(_) => {
                        for_more = true;
                        RefNumber::Itself
                    }
                },
                Part::Drawing(slot) => {
                    queries.push(Asking {
                        query: slot.of.query.clone(),
                        drawn: Some(slot.of.kind),
                    });
                    RefNumber::Query(queries.len() as u32 - 1)
                }
                Part::Picture(_) | Part::Html(_) | Part::LinkEnd | Part::Label(_) => {
                    for_more = true;
                    RefNumber::Itself
                }
            });
            *numbers.get_mut(lang) = of_text.collect();
        }
        OutgoingRefs {
            records: records.into(),
            queries: queries.into(),
            for_more,
            numbers,
        }
    }
}

/// What was found for each record and query of [`OutgoingRefs`], by number.
#[derive(Debug, Clone, Default)]
pub(crate) struct Links {
    /// None where a link dangles.
    pub records: SmallVec<[Option<RecordRef>; 2]>,
    /// What a sum or a drawing asks for, or [`Resolved::Dangling`].
    pub queries: Vec<Resolved>,
}

impl Links {
    /// Everything that was found.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Resolved> {
        let records = self.records.iter().flatten().copied();
        let records = records.map(Resolved::Record);
        records.chain(self.queries.iter().copied())
    }
}

/// A text in one language, with what its references lead to.
#[derive(Clone, Copy)]
pub(crate) struct LinkedProse<'a> {
    prose: &'a Prose,
    numbers: &'a [RefNumber],
    links: &'a Links,
}

impl<'a> LinkedProse<'a> {
    /// The text in a language of a record: `refs` and `links` are those of the record.
    pub(crate) fn new(
        prose: &'a Prose,
        lang: Lang,
        refs: &'a OutgoingRefs,
        links: &'a Links,
    ) -> LinkedProse<'a> {
        LinkedProse {
            prose,
            numbers: refs.numbers.get(lang),
            links,
        }
    }

    /// Whether `#id` leads to something in it.
    pub(crate) fn has_id(self, id: &str) -> bool {
        self.prose.ids.iter().any(|known| known == id)
    }

    /// The ids that `#…` can lead to.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &'a str> {
        self.prose.ids.iter().map(String::as_str)
    }

    /// All parts in order, each with what it leads to: a label to what its link does.
    pub(crate) fn parts(self) -> impl Iterator<Item = (&'a Part, Resolved)> {
        let mut numbers = self.numbers.iter();
        let mut last = Resolved::Itself;
        self.prose.parts.iter().map(move |part| {
            match part {
                Part::Html(_) | Part::LinkEnd | Part::Label(_) => {}
                Part::LinkStart(_) | Part::Picture(_) | Part::Drawing(_) => {
                    last = match part.is_reference() {
                        true => self.resolved(numbers.next()),
                        false => Resolved::Itself,
                    };
                }
            }
            (part, last)
        })
    }

    /// Its drawings with what each shows, in order.
    pub(crate) fn drawings(self) -> impl Iterator<Item = Resolved> {
        let references = self.prose.references().zip(self.numbers);
        let drawings = references.filter(|(part, _)| matches!(part, Part::Drawing(_)));
        drawings.map(move |(_, number)| self.resolved(Some(number)))
    }

    fn resolved(self, number: Option<&RefNumber>) -> Resolved {
        match number {
            Some(RefNumber::Record(number)) => {
                let found = self.links.records.get(*number as usize);
                let found = found.copied().flatten();
                found.map_or(Resolved::Dangling, Resolved::Record)
            }
            Some(RefNumber::Query(number)) => {
                let found = self.links.queries.get(*number as usize);
                found.copied().unwrap_or(Resolved::Dangling)
            }
            Some(RefNumber::Itself) => Resolved::Itself,
            Some(RefNumber::Dangling) | None => Resolved::Dangling,
        }
    }
}
