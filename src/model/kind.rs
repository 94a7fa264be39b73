//! The kinds of record: the one list of them, with the word, the folder and the typed index of each.
//!
//! How a kind is read, linked and shown is defined where the compiler asks for it: every match over kinds names them
//! all.

use std::ops::{Index as Of, IndexMut as OfMut};

use super::index::{TableIndex, table_index};

/// The index of a table of records.
pub(crate) trait RecordIndex: TableIndex {
    const KIND: RecordKind;
}

macro_rules! record_kinds {
    (
        linked { $($(#[$doc:meta])* $kind:ident($index:ident) $word:literal in $folder:literal,)+ }
        not linked { $($(#[$own_doc:meta])* $own:ident($own_index:ident) $own_word:literal in $own_folder:literal,)+ }
    ) => {
        /// The kinds of record.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub(crate) enum RecordKind {
            $($(#[$doc])* $kind,)+
            $($(#[$own_doc])* $own,)+
        }

        impl RecordKind {
            /// How many kinds there are.
            const COUNT: usize = Self::ALL.len();

            pub(crate) const ALL: &'static [RecordKind] =
                &[$(RecordKind::$kind,)+ $(RecordKind::$own,)+];

            /// The word for the kind in links and messages: `project`.
            pub(crate) fn word(self) -> &'static str {
                match self {
                    $(RecordKind::$kind => $word,)+
                    $(RecordKind::$own => $own_word,)+
                }
            }

            /// The folder of its files in `content/`: `projects`.
            pub(crate) fn folder(self) -> &'static str {
                match self {
                    $(RecordKind::$kind => $folder,)+
                    $(RecordKind::$own => $own_folder,)+
                }
            }

            /// Whether texts can link to records of the kind.
            pub(crate) fn is_linked(self) -> bool {
                match self {
                    $(RecordKind::$kind => true,)+
                    $(RecordKind::$own => false,)+
                }
            }
        }

        table_index! {
            $($(#[$doc])* $index,)+
            $($(#[$own_doc])* $own_index,)+
        }

        $(impl RecordIndex for $index {
            const KIND: RecordKind = RecordKind::$kind;
        })+
        $(impl RecordIndex for $own_index {
            const KIND: RecordKind = RecordKind::$own;
        })+

        /// A record that a link can lead to.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub(crate) enum RecordRef {
            $($kind($index),)+
        }

        impl RecordRef {
            /// The record at an index of the table of its kind; nothing if no link leads to the kind.
            pub(crate) fn new(kind: RecordKind, index: usize) -> Option<RecordRef> {
                match kind {
                    $(RecordKind::$kind => Some(RecordRef::$kind(TableIndex::new(index))),)+
                    $(RecordKind::$own => None,)+
                }
            }

            pub(crate) fn kind(self) -> RecordKind {
                match self {
                    $(RecordRef::$kind(_) => RecordKind::$kind,)+
                }
            }

            /// Its index in the table of its kind.
            pub(crate) fn index(self) -> usize {
                match self {
                    $(RecordRef::$kind(index) => index.index(),)+
                }
            }
        }
    };
}

record_kinds! {
    linked {
        /// A region of the portal.
        Region(RegionId) "region" in "regions",
        Direction(DirectionId) "direction" in "directions",
        /// A kind of object that is given.
        Object(ObjectKindId) "object" in "objects",
        Patron(PatronId) "patron" in "patrons",
        Award(AwardId) "award" in "awards",
        Project(ProjectId) "project" in "projects",
        News(NewsId) "news" in "news",
        /// A page with a text of its own.
        Page(PageId) "page" in "pages",
    }
    not linked {
        /// A reported figure: it has no page.
        Figure(FigureId) "figure" in "figures",
        /// What has been set right: all of them stand on one page.
        Correction(CorrectionId) "correction" in "corrections",
        /// An edition that the site keeps: all of them stand on the same page.
        Edition(EditionId) "edition" in "editions",
    }
}

impl RecordKind {
    /// The kind whose files stand in this folder of `content/`.
    pub(crate) fn of_folder(folder: &str) -> Option<RecordKind> {
        let mut kinds = RecordKind::ALL.iter().copied();
        kinds.find(|kind| kind.folder() == folder)
    }

    /// Whether its files are texts with facts before them, and not lists of records.
    pub(crate) fn is_write_up(self) -> bool {
        use RecordKind::{Award, Correction, Direction, Edition, Figure, News, Object, Page};
        use RecordKind::{Patron, Project, Region};
        match self {
            Project | News | Page => true,
            Region | Direction | Object | Patron | Award | Figure | Correction | Edition => false,
        }
    }

    /// The kinds that texts can link to.
    pub(crate) fn linked() -> impl Iterator<Item = RecordKind> {
        let kinds = RecordKind::ALL.iter().copied();
        kinds.filter(|kind| kind.is_linked())
    }
}

/// One value for each kind of record.
#[derive(Debug, Clone)]
pub(crate) struct PerKind<T>([T; RecordKind::COUNT]);

impl<T: Default> Default for PerKind<T> {
    fn default() -> Self {
        PerKind(std::array::from_fn(|_| T::default()))
    }
}

impl<T> PerKind<T> {
    /// The kinds with their values.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = (RecordKind, &mut T)> {
        RecordKind::ALL.iter().copied().zip(&mut self.0)
    }
}

impl<T> Of<RecordKind> for PerKind<T> {
    type Output = T;
    fn index(&self, kind: RecordKind) -> &T {
        &self.0[kind as usize]
    }
}

impl<T> OfMut<RecordKind> for PerKind<T> {
    fn index_mut(&mut self, kind: RecordKind) -> &mut T {
        &mut self.0[kind as usize]
    }
}
