//! Where every page stands: the one place that knows addresses.
//!
//! An address is a path from the site's root, without a slash at its front: `kk/regions/abai/`.

use crate::model::id::Id;
use crate::model::kind::RecordRef;
use crate::model::lang::Lang;
use crate::model::portal::Portal;
use crate::model::table::{
    AwardId, DirectionId, NewsId, ObjectKindId, PageId, PatronId, ProjectId, RegionId,
};

/// How many entries a page of a list holds.
pub(crate) const PAGE_LENGTH: usize = 50;

/// A page, whatever the language; the last number of a list's page counts from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Page {
    Home,
    Regions,
    Region(RegionId, usize),
    Projects(usize),
    Project(ProjectId),
    Patrons(usize),
    Patron(PatronId, usize),
    Awards(usize),
    Award(AwardId),
    Direction(DirectionId, usize),
    Object(ObjectKindId, usize),
    Years,
    Year(i16, usize),
    NewsList(usize),
    News(NewsId),
    Totals,
    /// A page of `content/pages/`.
    Text(PageId),
    NotFound,
}

impl Page {
    /// The page's address in a language. Only its first part, the language's own, differs from that in others.
    pub(crate) fn address(self, portal: &Portal, lang: Lang) -> String {
        let lang = lang.code();
        let of = |section: &str, id: &Id| [lang, section, id.as_str(), "/"].concat();
        match self {
            Page::Home => [lang, "/"].concat(),
            Page::Regions => [lang, "/regions/"].concat(),
            Page::Region(region, n) => {
                numbered(of("/regions/", &portal.regions[region].record.id), n)
            }
            Page::Projects(n) => numbered([lang, "/projects/"].concat(), n),
            Page::Project(project) => of("/projects/", &portal.projects[project].text.slug),
            Page::Patrons(n) => numbered([lang, "/patrons/"].concat(), n),
            Page::Patron(patron, n) => {
                numbered(of("/patrons/", &portal.patrons[patron].record.id), n)
            }
            Page::Awards(n) => numbered([lang, "/awards/"].concat(), n),
            Page::Award(award) => of("/awards/", &portal.awards[award].record.id),
            Page::Direction(direction, n) => {
                numbered(of("/directions/", &portal.directions[direction].id), n)
            }
            Page::Object(object, n) => {
                numbered(of("/objects/", &portal.objects[object].record.id), n)
            }
            Page::Years => [lang, "/years/"].concat(),
            Page::Year(year, n) => numbered(format!("{lang}/years/{year:04}/"), n),
            Page::NewsList(n) => numbered([lang, "/news/"].concat(), n),
            Page::News(news) => of("/news/", &portal.news[news].text.slug),
            Page::Totals => [lang, "/totals/"].concat(),
            Page::Text(page) => of("/", &portal.pages[page].text.slug),
            Page::NotFound => [lang, "/404.html"].concat(),
        }
    }

    /// The page of a record.
    pub(crate) fn of(found: RecordRef) -> Page {
        match found {
            RecordRef::Project(project) => Page::Project(project),
            RecordRef::Patron(patron) => Page::Patron(patron, 1),
            RecordRef::Region(region) => Page::Region(region, 1),
            RecordRef::Direction(direction) => Page::Direction(direction, 1),
            RecordRef::Object(object) => Page::Object(object, 1),
            RecordRef::Award(award) => Page::Award(award),
            RecordRef::News(news) => Page::News(news),
            RecordRef::Page(page) => Page::Text(page),
        }
    }

    /// The n-th page of the list that this page is a part of.
    pub(crate) fn part(self, n: usize) -> Page {
        match self {
            Page::Region(region, _) => Page::Region(region, n),
            Page::Projects(_) => Page::Projects(n),
            Page::Patrons(_) => Page::Patrons(n),
            Page::Patron(patron, _) => Page::Patron(patron, n),
            Page::Awards(_) => Page::Awards(n),
            Page::Direction(direction, _) => Page::Direction(direction, n),
            Page::Object(object, _) => Page::Object(object, n),
            Page::Year(year, _) => Page::Year(year, n),
            Page::NewsList(_) => Page::NewsList(n),
            other => other,
        }
    }
}

/// The address of the n-th page of a list.
fn numbered(first: String, n: usize) -> String {
    if n <= 1 {
        first
    } else {
        format!("{first}page/{n}/")
    }
}

/// What an address of a page, or of a file that belongs to one, has in every language alike: `/regions/abai/`.
pub(crate) fn beyond_language(address: &str) -> &str {
    address.find('/').map_or("", |end| &address[end..])
}

/// The file in which an address is published: a folder's is its `index.html`.
pub(crate) fn file_of(mut address: String) -> String {
    address.push_str(file_name(&address));
    address
}

/// What an address of a folder lacks to be that of a file.
pub(crate) fn file_name(address: &str) -> &'static str {
    match address.is_empty() || address.ends_with('/') {
        true => "index.html",
        false => "",
    }
}

/// The address of a path, with what would end or change it by its number: `a b.jpg` is `a%20b.jpg`.
pub(crate) fn quote(path: &str) -> String {
    let mut address = String::with_capacity(path.len());
    for letter in path.chars() {
        let plain = letter.is_alphanumeric() || "-._~/".contains(letter);
        if plain {
            address.push(letter);
        } else {
            for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
                address.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    address
}

/// Where a picture beside a text is published: one copy for all languages.
pub(crate) fn picture(folder: &str, file: &str) -> String {
    format!(
        "media/{}/{file}",
        folder.strip_prefix("content/").unwrap_or(folder)
    )
}
