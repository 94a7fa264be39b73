//! Write-ups: projects, news and pages, written in Markdown in some of the languages, their facts stated once.

use std::sync::Arc;

use smallvec::SmallVec;

use super::contribution::ContributionRecord;
use super::date::Date;
use super::id::Id;
use super::index::{ContributionId, DistrictId};
use super::kind::{DirectionId, ObjectKindId, RegionId};
use super::lang::{Lang, Localised, PerLang, TextIn};
use super::links::{Links, OutgoingRefs};
use super::place::Origin;
use super::prose::Prose;
use crate::source::SourceId;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum ProjectStatus {
    Planned,
    UnderWay,
    Completed,
    Cancelled,
}

impl ProjectStatus {
    pub(crate) const ALL: [ProjectStatus; 4] = [
        ProjectStatus::Planned,
        ProjectStatus::UnderWay,
        ProjectStatus::Completed,
        ProjectStatus::Cancelled,
    ];

    pub(crate) fn word(self) -> &'static str {
        match self {
            ProjectStatus::Planned => "planned",
            ProjectStatus::UnderWay => "under-way",
            ProjectStatus::Completed => "completed",
            ProjectStatus::Cancelled => "cancelled",
        }
    }
}

/// One language of a write-up.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Version {
    pub title: String,
    /// Of the title's letters and digits alone, by which titles are compared: see [`crate::load::digest`].
    pub title_digest: u64,
    pub summary: Option<String>,
    pub draft: bool,
    pub image: Option<ImageText>,
    /// What it was translated from.
    pub translated_from: Option<TranslationSource>,
    /// Of its own words, for those that are translated from it: see [`crate::load::digest`].
    pub digest: String,
    pub prose: Prose,
    pub origin: Origin,
}

/// What a language says about the write-up's picture.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ImageText {
    pub alt: Option<String>,
    pub caption: Option<String>,
}

/// A picture of a gallery: a fact, whose words are told in all languages at once.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct GalleryImage {
    pub file: String,
    pub alt: Option<Localised>,
    pub caption: Option<Localised>,
}

/// The state of the original that a translation was made from.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TranslationSource {
    pub lang: Lang,
    /// Hexadecimal digest of the original's text at that time.
    pub digest: String,
}

/// Facts that every kind of write-up may state, each with nothing where its file does not state it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct CommonFacts {
    /// The address, if it is not the id.
    pub slug: Option<Id>,
    /// Old addresses, from the section on.
    pub aliases: Option<Vec<String>>,
    /// File of the picture, beside the write-up.
    pub image: Option<String>,
    /// More pictures, in their order.
    pub images: Option<Vec<GalleryImage>>,
    pub sample: Option<bool>,
}

/// Facts of a project as one of its files states them.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct ProjectFacts {
    pub common: CommonFacts,
    pub region: Option<Id>,
    pub district: Option<Id>,
    pub direction: Option<Id>,
    pub object: Option<Id>,
    pub status: Option<ProjectStatus>,
    pub started: Option<Date>,
    pub completed: Option<Date>,
    pub cancelled: Option<Date>,
    /// Why it was cancelled.
    pub reason: Option<Localised>,
    pub beneficiaries: Option<u64>,
    pub location: Option<Location>,
    pub contributions: Option<Arc<[ContributionRecord]>>,
}

/// Facts of a news item as one of its files states them.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct NewsFacts {
    pub common: CommonFacts,
    pub date: Option<Date>,
    pub region: Option<Id>,
    pub place: Option<Localised>,
}

/// Where the site's pages lead to a page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) enum MenuPlace {
    /// In the menu at the top, behind the sections.
    Top,
    #[default]
    Footer,
    /// Nowhere but in texts.
    None,
}

impl MenuPlace {
    pub(crate) const ALL: [MenuPlace; 3] = [MenuPlace::Top, MenuPlace::Footer, MenuPlace::None];

    pub(crate) fn word(self) -> &'static str {
        match self {
            MenuPlace::Top => "top",
            MenuPlace::Footer => "footer",
            MenuPlace::None => "none",
        }
    }
}

/// Facts of a page as one of its files states them.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct PageFacts {
    pub common: CommonFacts,
    pub menu: Option<MenuPlace>,
    pub order: Option<u64>,
}

/// Latitude and longitude in degrees, WGS 84.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Location {
    pub latitude: f64,
    pub longitude: f64,
}

/// What every write-up of the portal has.
#[derive(Debug, Clone)]
pub(crate) struct WriteUp {
    pub id: Id,
    /// The last part of its address.
    pub slug: Id,
    pub aliases: Vec<String>,
    /// The file that states them.
    pub aliases_in: Option<SourceId>,
    pub image: Option<String>,
    pub images: Vec<GalleryImage>,
    /// The file that states them.
    pub images_in: Option<SourceId>,
    pub sample: bool,
    /// The folder that its pictures are in, from the site's root.
    pub folder: Arc<str>,
    /// The texts that are shown; at least one.
    pub versions: PerLang<Option<Arc<Version>>>,
    pub refs: OutgoingRefs,
}

impl WriteUp {
    /// The text for a reader of `lang`, and the language that it is in.
    pub(crate) fn version(&self, lang: Lang, fallback: &[Lang]) -> (Lang, &Arc<Version>) {
        lang.or(fallback)
            .find_map(|lang| {
                self.versions
                    .get(lang)
                    .as_ref()
                    .map(|version| (lang, version))
            })
            .expect("link keeps no write-up without a text")
    }

    /// The text of its first file, which stands for it as a whole in messages.
    pub(crate) fn source(&self) -> SourceId {
        self.origin().source
    }

    /// Where its first file is.
    pub(crate) fn origin(&self) -> Origin {
        self.version(Lang::ALL[0], &[]).1.origin
    }

    pub(crate) fn title(&self, lang: Lang, fallback: &[Lang]) -> TextIn<'_> {
        let (lang, version) = self.version(lang, fallback);
        TextIn {
            lang,
            text: &version.title,
        }
    }

    /// The language of the original, if the text in `lang` was translated from one that has changed since.
    pub(crate) fn stale(&self, lang: Lang) -> Option<Lang> {
        let from = self.versions.get(lang).as_ref()?.translated_from.as_ref()?;
        let original = self.versions.get(from.lang).as_ref()?;
        (original.digest != from.digest).then_some(from.lang)
    }

    /// The texts that there are, by language.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Lang, &Version)> {
        let versions = self.versions.iter();
        versions.filter_map(|(lang, version)| Some((lang, &**version.as_ref()?)))
    }

    /// There is a text in exactly this language.
    pub(crate) fn is_in(&self, lang: Lang) -> bool {
        self.versions.get(lang).is_some()
    }
}

/// The contributions of a project, in the order in which it states them.
pub(crate) type ContributionIds = SmallVec<[ContributionId; 4]>;

/// Which of a project's files states a fact that others are compared with.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct StatedIn {
    pub started: Option<SourceId>,
    pub completed: Option<SourceId>,
    pub cancelled: Option<SourceId>,
    pub contributions: Option<SourceId>,
}

/// A project with its links.
#[derive(Debug, Clone)]
pub(crate) struct Project {
    pub text: Arc<WriteUp>,
    pub links: Links,
    pub region: RegionId,
    pub district: Option<DistrictId>,
    pub direction: DirectionId,
    pub object: Option<ObjectKindId>,
    pub status: ProjectStatus,
    pub started: Option<Date>,
    pub completed: Option<Date>,
    pub cancelled: Option<Date>,
    /// Why it was cancelled.
    pub reason: Option<Localised>,
    pub beneficiaries: Option<u64>,
    pub location: Option<Location>,
    /// Those that are in no sum, too.
    pub contributions: ContributionIds,
    pub stated_in: StatedIn,
    /// The date that lists are sorted by: completed, else started, else that of the latest contribution, else cancelled.
    pub sorted_by: Option<Date>,
}

impl Project {
    /// The day that its lines show, by which its region is called: when it was cancelled, else what lists are sorted by.
    pub(crate) fn shown_day(&self) -> Option<Date> {
        self.cancelled.or(self.sorted_by)
    }
}

/// A news item or an event with its links.
#[derive(Debug, Clone)]
pub(crate) struct News {
    pub text: Arc<WriteUp>,
    pub links: Links,
    pub date: Date,
    /// The file that states it.
    pub date_in: SourceId,
    pub region: Option<RegionId>,
    pub place: Option<Localised>,
}

/// A page: about, contacts, …
#[derive(Debug, Clone)]
pub(crate) struct Page {
    pub text: Arc<WriteUp>,
    pub links: Links,
    pub menu: MenuPlace,
    /// Its place among the pages of its menu: those without a number come last, by title.
    pub order: Option<u64>,
}
