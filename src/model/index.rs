//! Typed indices (newtypes): a type for the index of each table, so that no patron is taken for a region.

/// A typed index into a [`Table`](super::table::Table).
pub(crate) trait TableIndex: Copy + Eq {
    fn new(index: usize) -> Self;
    fn index(self) -> usize;
}

macro_rules! table_index {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub(crate) struct $name(u32);

        impl TableIndex for $name {
            fn new(index: usize) -> Self {
                $name(index as u32)
            }
            fn index(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

table_index! {
    /// A district in the list of its region.
    DistrictId,
    /// A contribution, in whichever record it stands.
    ContributionId,
}

pub(super) use table_index;
