//! Message ids: the Fluent messages that the program itself asks for, besides those that templates name.
//!
//! A page can ask for nothing else, so no list has to be compared with the code: what is not here does not compile. A
//! message that neither a template nor this list names is reported as unused.

use super::row_kind::RowKind;
use crate::model::axis::Axis;
use crate::model::links::MapFigure;

/// The ids, each with its name in the code.
macro_rules! message_ids {
    ($($name:ident = $id:literal,)*) => {
        /// A message that the program asks for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum MessageId {
            $($name,)*
        }

        impl MessageId {
            pub(crate) const ALL: &[MessageId] = &[$(MessageId::$name,)*];

            /// As Fluent files have it.
            pub(crate) fn id(self) -> &'static str {
                match self {
                    $(MessageId::$name => $id,)*
                }
            }
        }
    };
}

message_ids! {
    AllContributions = "all-contributions",
    AmountNotStated = "amount-not-stated",
    AnonymousContributions = "anonymous-contributions",
    AxisDirection = "axis-direction",
    AxisDistrict = "axis-district",
    AxisFrom = "axis-from",
    AxisObject = "axis-object",
    AxisPatron = "axis-patron",
    AxisRegion = "axis-region",
    AxisYear = "axis-year",
    CompareTitle = "compare-title",
    CompletenessTitle = "completeness-title",
    ContributionsFrom = "contributions-from",
    ContributionsOf = "contributions-of",
    ContributionsOfBoth = "contributions-of-both",
    ContributionsOfYear = "contributions-of-year",
    CountContributions = "count-contributions",
    CountProjects = "count-projects",
    DataTitle = "data-title",
    Description = "description",
    DescriptionSums = "description-sums",
    DirectionsTitle = "directions-title",
    FeedCorrection = "feed-correction",
    FilteredTitle = "filtered-title",
    JointContributions = "joint-contributions",
    JointContributionsOf = "joint-contributions-of",
    ListedProjects = "listed-projects",
    MapPerResident = "map-per-resident",
    Millions = "millions",
    MistakeSubject = "mistake-subject",
    NavAwards = "nav-awards",
    NavCorrections = "nav-corrections",
    NavHome = "nav-home",
    NavNews = "nav-news",
    NavPatrons = "nav-patrons",
    NavProjects = "nav-projects",
    NavRegions = "nav-regions",
    NavTotals = "nav-totals",
    NavYears = "nav-years",
    NotFoundTitle = "not-found-title",
    NothingDelivered = "nothing-delivered",
    ObjectsTitle = "objects-title",
    RegionPlace = "region-place",
    RegionShare = "region-share",
    ReportedTitle = "reported-title",
    ResidentsNotStated = "residents-not-stated",
    RowAnonymous = "row-anonymous",
    RowJoint = "row-joint",
    RowNotStated = "row-not-stated",
    RuleDates = "rule-dates",
    RuleDelivered = "rule-delivered",
    RuleDirections = "rule-directions",
    RuleJoint = "rule-joint",
    RuleRegions = "rule-regions",
    RuleReported = "rule-reported",
    SampleBadge = "sample-badge",
    SampleMark = "sample-mark",
    SearchTitle = "search-title",
    TotalByDirection = "total-by-direction",
    TotalByDistrict = "total-by-district",
    TotalByFrom = "total-by-from",
    TotalByObject = "total-by-object",
    TotalByPatron = "total-by-patron",
    TotalByRegion = "total-by-region",
    TotalByYear = "total-by-year",
    TotalContributions = "total-contributions",
    TotalDelivered = "total-delivered",
    TotalPatrons = "total-patrons",
    TotalPledged = "total-pledged",
    TotalProjects = "total-projects",
    TotalResidents = "total-residents",
    YearTitle = "year-title",
}

impl MessageId {
    /// What an axis is called at the head of a table's first column.
    pub(crate) fn of_axis(axis: Axis) -> MessageId {
        match axis {
            Axis::Region => MessageId::AxisRegion,
            Axis::From => MessageId::AxisFrom,
            Axis::Year => MessageId::AxisYear,
            Axis::Direction => MessageId::AxisDirection,
            Axis::Object => MessageId::AxisObject,
            Axis::District => MessageId::AxisDistrict,
            Axis::Patron => MessageId::AxisPatron,
        }
    }

    /// What a table of sums along an axis is called.
    pub(crate) fn total_by(axis: Axis) -> MessageId {
        match axis {
            Axis::Region => MessageId::TotalByRegion,
            Axis::From => MessageId::TotalByFrom,
            Axis::Year => MessageId::TotalByYear,
            Axis::Direction => MessageId::TotalByDirection,
            Axis::Object => MessageId::TotalByObject,
            Axis::District => MessageId::TotalByDistrict,
            Axis::Patron => MessageId::TotalByPatron,
        }
    }

    /// What stands for the name of a row that has none of its own.
    pub(crate) fn of_row(kind: RowKind) -> Option<MessageId> {
        match kind {
            RowKind::Anonymous => Some(MessageId::RowAnonymous),
            RowKind::Joint => Some(MessageId::RowJoint),
            RowKind::NotStated => Some(MessageId::RowNotStated),
            RowKind::Region
            | RowKind::From
            | RowKind::Year
            | RowKind::Direction
            | RowKind::Object
            | RowKind::District
            | RowKind::Patron => None,
        }
    }

    /// What a figure of a map is called.
    pub(crate) fn of_figure(figure: MapFigure) -> MessageId {
        match figure {
            MapFigure::Total => MessageId::TotalDelivered,
            MapFigure::PerResident => MessageId::MapPerResident,
            MapFigure::Projects => MessageId::ListedProjects,
        }
    }
}
