//! The order of regions: those of today by name, then former ones.

use super::view::View;
use crate::model::kind::RegionId;

impl<'a> View<'a> {
    /// All regions in the order in which lists show them to the reader.
    pub(crate) fn regions_in_order(&self) -> &'a [RegionId] {
        let locale = &self.language.locale;
        self.sorted.regions(self.portal, locale, self.lang())
    }

    /// The same, those of today and the former ones apart.
    pub(super) fn regions_today_and_former(&self) -> (&'a [RegionId], &'a [RegionId]) {
        let order = self.regions_in_order();
        let today = order.partition_point(|&region| !self.portal.regions[region].is_former());
        order.split_at(today)
    }
}
