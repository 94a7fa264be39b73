//! Addresses (permalinks, URL paths) and output paths of all files: the one place that knows any.
//!
//! An address is a path from the site's root, without a slash at its front: `kk/regions/abai/`. That of a page is a
//! folder's, whose file is its `index.html`.

use strum::VariantArray;

use super::data::DataFile;
use super::listed::Listed;
use super::long_list::LongList;
use super::output::Output;
use super::page::{Page, PageKind};
use super::tables::{Table, folder};
use crate::model::axis::Axis;
use crate::model::id::Id;
use crate::model::lang::Lang;
use crate::model::portal::Portal;
use crate::pictures::Form;

/// The page that a server shows where nothing is.
pub(crate) const NOT_FOUND: &str = "404.html";

/// The sitemap index.
pub(crate) const SITEMAP: &str = "sitemap.xml";

/// The file of a folder.
pub(super) const INDEX: &str = "index.html";

/// First parts of addresses, besides the sections of pages, under which other files stand, or will.
const RESERVED: [&str; 3] = ["media", "assets", "cards"];

impl Output {
    /// The address of the file.
    pub(super) fn address(&self, portal: &Portal) -> String {
        match self {
            Output::Page(lang, page, n) => page.part_address(portal, *lang, *n),
            Output::List(lang, list) => list.address(portal, *lang),
            Output::Rows(lang) => rows(portal, *lang),
            Output::Table(lang, page, table) => table.address(portal, *page, *lang),
            Output::Feed(lang, page) => feed(portal, *page, *lang),
            Output::Data(file) => file.address(),
            Output::Search(file) => file.address(),
            Output::Root => String::new(),
            Output::RootNotFound => NOT_FOUND.to_owned(),
            Output::Sitemap => SITEMAP.to_owned(),
            Output::SitemapPart(lang, n, _) => sitemap_part(*lang, *n),
            Output::HostFile(file, _) => file.name().to_owned(),
            Output::Redirect(lang, page, alias) => {
                let alias = aliases(portal, *page).get(*alias);
                redirect(portal, *lang, *page, alias.map_or("", String::as_str))
            }
            Output::Card(lang, page) => page.card_address(portal, *lang),
            Output::Picture(of, nth) => of.files[*nth].0.clone(),
            Output::Asset(copied) => copied.address.clone(),
        }
    }
}

impl PageKind {
    /// The section of the site under which pages of the kind stand: `regions`. None: they stand at the root.
    fn section(self) -> Option<&'static str> {
        match self {
            PageKind::Regions | PageKind::Region | PageKind::District => Some("regions"),
            PageKind::Projects | PageKind::Project => Some("projects"),
            PageKind::Patrons | PageKind::Patron => Some("patrons"),
            PageKind::Awards | PageKind::Award => Some("awards"),
            PageKind::Directions | PageKind::Direction => Some("directions"),
            PageKind::Objects | PageKind::Object => Some("objects"),
            PageKind::Years | PageKind::Year => Some("years"),
            PageKind::NewsList | PageKind::News => Some("news"),
            PageKind::Totals | PageKind::TotalsPart | PageKind::Reported => Some("totals"),
            PageKind::Compare => Some("compare"),
            PageKind::Completeness => Some("completeness"),
            PageKind::Corrections => Some("corrections"),
            PageKind::Embed => Some("embed"),
            PageKind::Data => Some("data"),
            PageKind::Search => Some("search"),
            PageKind::Filtered => Some("contributions"),
            // Each list stands in the folder of another page.
            PageKind::Contributions => None,
            PageKind::Home | PageKind::Text | PageKind::NotFound => None,
        }
    }
}

impl PageKind {
    /// Whether pages stand under this first part of an address.
    pub(super) fn is_section(word: &str) -> bool {
        let mut kinds = PageKind::VARIANTS.iter();
        kinds.any(|kind| kind.section() == Some(word))
    }
}

impl Page {
    /// The page's address in a language. Only its first part, the language's own, differs from that in others.
    pub(crate) fn address(self, portal: &Portal, lang: Lang) -> String {
        let [section, slash] = match PageKind::from(self).section() {
            Some(section) => [section, "/"],
            None => ["", ""],
        };
        let at = |own: &str, end: &str| [lang.code(), "/", section, slash, own, end].concat();
        let folder = |id: &Id| at(id.as_str(), "/");
        match self {
            Page::Home
            | Page::Regions
            | Page::Projects
            | Page::Patrons
            | Page::Awards
            | Page::Directions
            | Page::Objects
            | Page::Years
            | Page::NewsList
            | Page::Totals
            | Page::Compare
            | Page::Completeness
            | Page::Filtered
            | Page::Corrections
            | Page::Data(_)
            | Page::Search
            | Page::Embed(None) => at("", ""),
            Page::Region(region) | Page::Embed(Some(region)) => {
                folder(&portal.regions[region].record.id)
            }
            Page::District(region, district) => {
                let region = &portal.regions[region];
                let (id, district) = (region.record.id.as_str(), &region.district(district).id);
                at(id, &["/districts/", district.as_str(), "/"].concat())
            }
            Page::Project(project) => folder(&portal.projects[project].text.slug),
            Page::Patron(patron) => folder(&portal.patrons[patron].record.id),
            Page::Award(award) => folder(&portal.awards[award].record.id),
            Page::Direction(direction) => folder(&portal.directions[direction].id),
            Page::Object(object) => folder(&portal.objects[object].record.id),
            Page::Year(year) => at(&format!("{year:04}"), "/"),
            Page::News(news) => folder(&portal.news[news].text.slug),
            Page::TotalsPart(part) => at(part.slug(), "/"),
            Page::Reported => at("reported", "/"),
            Page::Text(page) => folder(&portal.pages[page].text.slug),
            Page::Contributions(listed) => listed.address(portal, lang),
            Page::NotFound => at(NOT_FOUND, ""),
        }
    }

    /// Pagination: the address of the n-th part of the page, counted from 1; the first is the page itself.
    pub(crate) fn part_address(self, portal: &Portal, lang: Lang, n: usize) -> String {
        let first = self.address(portal, lang);
        match n {
            0 | 1 => first,
            n => format!("{first}page/{n}/"),
        }
    }
}

impl Listed {
    /// The address of the list: `kk/regions/abai/contributions/2019/`.
    fn address(self, portal: &Portal, lang: Lang) -> String {
        let beside = self.beside().address(portal, lang);
        match self {
            Listed::Of(_) | Listed::Project(_) => beside + "contributions/",
            Listed::RegionYear(_, year) => format!("{beside}contributions/{year:04}/"),
            Listed::YearDirection(_, direction) => {
                let id = &portal.directions[direction].id;
                format!("{beside}contributions/{}-{id}/", Axis::Direction.word())
            }
            Listed::From(_) => beside + "contributions/from/",
            Listed::Joint(_) | Listed::AllJoint => beside + "contributions/joint/",
            Listed::Anonymous => beside + "contributions/anonymous/",
        }
    }
}

impl LongList {
    /// The address of the file beside the list: `kk/projects/list.json`.
    pub(crate) fn address(self, portal: &Portal, lang: Lang) -> String {
        format!("{}list.json", self.page().address(portal, lang))
    }
}

impl Table {
    /// The address of the file with its rows, beside a page.
    pub(crate) fn address(self, portal: &Portal, page: Page, lang: Lang) -> String {
        let beside = |page: Page| page.address(portal, lang);
        match self {
            Table::By(axis) => format!("{}by-{}.csv", beside(folder(page)), axis.word()),
            Table::YearBy(axis) => format!("{}year-{}.csv", beside(folder(page)), axis.word()),
            Table::Contributions(listed) => {
                let list = listed.address(portal, lang);
                format!("{}.csv", list.trim_end_matches('/'))
            }
            Table::Projects if page != Page::Projects => beside(page) + "projects.csv",
            // Beside the file with which a script filters them.
            Table::Projects | Table::Patrons => beside(page) + "list.csv",
            Table::Drawing(number) => format!("{}drawing-{number}.csv", beside(page)),
        }
    }
}

/// The file with all contributions beside the page that looks for some: `kk/contributions/rows.json`.
pub(crate) fn rows(portal: &Portal, lang: Lang) -> String {
    Page::Filtered.address(portal, lang) + "rows.json"
}

/// The feed in the folder of a page.
pub(crate) fn feed(portal: &Portal, page: Page, lang: Lang) -> String {
    page.address(portal, lang) + "feed.xml"
}

/// The n-th sitemap of a language. It stands at the root, since one in a folder may name nothing beside that.
pub(crate) fn sitemap_part(lang: Lang, n: usize) -> String {
    match n {
        0 | 1 => format!("sitemap-{lang}.xml"),
        n => format!("sitemap-{lang}-{n}.xml"),
    }
}

impl DataFile {
    /// The address of the file.
    pub(crate) fn address(self) -> String {
        match self {
            DataFile::Csv(table) => format!("data/{}.csv", table.name()),
            DataFile::Json(table) => format!("data/{}.json", table.name()),
            DataFile::Records(table) => format!("data/v1/{}.json", table.name()),
            DataFile::Csvw(table) => format!("data/{}.csv-metadata.json", table.name()),
            DataFile::Egov(table, 1) => format!("data/egov/{}.json", table.name()),
            DataFile::Egov(table, part) => format!("data/egov/{}-{part}.json", table.name()),
            DataFile::Workbook => "data/tables.xlsx".to_owned(),
            DataFile::Grants => "data/grants-360.json".to_owned(),
            DataFile::Package => "data/datapackage.json".to_owned(),
        }
    }
}

/// The old addresses of a page.
pub(super) fn aliases(portal: &Portal, page: Page) -> &[String] {
    match (page.record(), page) {
        (Some(record), _) => portal.row(record).aliases(),
        (None, Page::District(region, district)) => {
            &portal.regions[region].district(district).aliases
        }
        (None, _) => &[],
    }
}

/// The address of a redirect to a page: an alias from the root stands as it is, any other beside the page.
fn redirect(portal: &Portal, lang: Lang, page: Page, alias: &str) -> String {
    let plain = alias.trim_matches('/');
    let name = plain.rsplit('/').next().unwrap_or(plain);
    let end = if name.contains('.') { "" } else { "/" };
    if alias.starts_with('/') {
        return [plain, end].concat();
    }
    let address = page.address(portal, lang);
    [folder_of(&address), plain, end].concat()
}

/// The address of the folder that a page's own folder stands in: `kk/projects/`.
fn folder_of(address: &str) -> &str {
    let own = address.strip_suffix('/').unwrap_or(address);
    own.rfind('/').map_or("", |end| &own[..=end])
}

/// Whether other addresses need the slug of a write-up for themselves.
pub(super) fn is_reserved(page: Page, slug: &Id) -> bool {
    let is_at_root = PageKind::from(page).section().is_none();
    let slug = slug.as_str();
    matches!(slug, "page" | "index") || is_at_root && reserved().any(|part| part == slug)
}

/// First parts of addresses that no page at the root can have.
fn reserved() -> impl Iterator<Item = &'static str> {
    let sections = PageKind::VARIANTS.iter().filter_map(|kind| kind.section());
    sections.chain(RESERVED)
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

/// The address of a file of the output: that of an `index.html` is its folder's.
pub(crate) fn address_of(file: &str) -> &str {
    file.strip_suffix(INDEX).unwrap_or(file)
}

/// What an address of a folder lacks to be that of a file.
pub(crate) fn file_name(address: &str) -> &'static str {
    match address.is_empty() || address.ends_with('/') {
        true => INDEX,
        false => "",
    }
}

/// The percent-encoded address of a path: `a b.jpg` is `a%20b.jpg`.
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

/// Where a picture beside a text is published, one copy for all languages: it is called after the folder that it lies in, and told
/// from others by its digest. Cameras and messengers write the second of taking into names: of the file's nothing is left, and of
/// folders those that are words as editors choose them, not a date alone.
fn picture(path: &str, digest: &str) -> String {
    let folders = path.rsplit_once('/').map_or("", |(folders, _)| folders);
    let is_word = |name: &&str| name.contains(char::is_alphabetic) && Id::parse(name).is_some();
    let words = folders.split('/').skip(1).filter(is_word);
    let words: Vec<&str> = std::iter::once("media").chain(words).collect();
    let last = words[words.len() - 1];
    format!("{}/{last}-{digest}", words.join("/"))
}

/// Where a form of a picture beside a text is published, by the digest of what it is made from.
pub(super) fn picture_form(path: &str, digest: &str, form: Form) -> String {
    let (width, ending) = (form.width, form.format.ending());
    format!("{}-{width}.{ending}", picture(path, digest))
}

/// Where a picture beside a text is published that is copied as it is.
pub(super) fn picture_copy(path: &str, digest: &str) -> String {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    format!("{}.{}", picture(path, digest), ending.to_ascii_lowercase())
}

/// Where a file of `content/static/` is published, by its path from the site's root: without these folders.
pub(super) fn of_static_file(path: &str) -> Option<&str> {
    path.strip_prefix("content/static/")
}

/// The icon that browsers look for at the root, whatever a page says.
pub(super) const ROOT_ICON: &str = "favicon.ico";

/// Where a file of a theme is published. The digest is the fingerprint of all its files.
pub(crate) fn theme_file(digest: Option<&str>, path: &str) -> String {
    match digest {
        _ if path == ROOT_ICON => path.to_owned(),
        Some(digest) => format!("assets/{digest}/{path}"),
        None => format!("assets/{path}"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::reserved;

    #[test]
    fn no_page_at_the_root_stands_where_others_do() {
        let all: BTreeSet<&str> = reserved().collect();
        let expected = [
            "assets",
            "awards",
            "cards",
            "compare",
            "completeness",
            "contributions",
            "corrections",
            "data",
            "directions",
            "embed",
            "media",
            "news",
            "objects",
            "patrons",
            "projects",
            "regions",
            "search",
            "totals",
            "years",
        ];
        assert_eq!(all, expected.into());
    }
}
