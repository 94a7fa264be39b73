//! Addresses (permalinks, URL paths) and output paths of all files: the one place that knows any.
//!
//! An address is a path from the site's root, without a slash at its front: `kk/regions/abai/`. That of a page is a
//! folder's, whose file is its `index.html`.

use super::long_list::LongList;
use super::output::Output;
use super::page::Page;
use super::tables::{Table, folder};
use super::texts::write_up_of;
use crate::model::id::Id;
use crate::model::kind::RecordKind;
use crate::model::lang::Lang;
use crate::model::portal::Portal;

/// The page that a server shows where nothing is.
pub(crate) const NOT_FOUND: &str = "404.html";

/// The file of a folder.
pub(super) const INDEX: &str = "index.html";

/// Parts of addresses, besides the sections of records, under which other files stand, or will.
const OTHER_SECTIONS: [&str; 6] = ["years", "totals", "data", "search", "media", "assets"];

impl Output {
    /// The address of the file.
    pub(super) fn address(&self, portal: &Portal) -> String {
        match self {
            Output::Page(lang, page, n) => page.part_address(portal, *lang, *n),
            Output::List(lang, list) => list.address(portal, *lang),
            Output::Table(lang, page, table) => table.address(portal, *page, *lang),
            Output::Root => String::new(),
            Output::RootNotFound => NOT_FOUND.to_owned(),
            Output::Sitemap => "sitemap.xml".to_owned(),
            Output::Redirect(lang, page, alias) => {
                let text = write_up_of(portal, *page);
                let alias = text.and_then(|text| text.aliases.get(*alias));
                redirect(portal, *lang, *page, alias.map_or("", String::as_str))
            }
            Output::Asset(copied) => copied.address.clone(),
        }
    }
}

impl Page {
    /// The page's address in a language. Only its first part, the language's own, differs from that in others.
    pub(crate) fn address(self, portal: &Portal, lang: Lang) -> String {
        let lang = lang.code();
        let of = |section: &str, id: &Id| [lang, section, id.as_str(), "/"].concat();
        match self {
            Page::Home => [lang, "/"].concat(),
            Page::Regions => [lang, "/regions/"].concat(),
            Page::Region(region) => of("/regions/", &portal.regions[region].record.id),
            Page::Projects => [lang, "/projects/"].concat(),
            Page::Project(project) => of("/projects/", &portal.projects[project].text.slug),
            Page::Patrons => [lang, "/patrons/"].concat(),
            Page::Patron(patron) => of("/patrons/", &portal.patrons[patron].record.id),
            Page::Awards => [lang, "/awards/"].concat(),
            Page::Award(award) => of("/awards/", &portal.awards[award].record.id),
            Page::Direction(direction) => of("/directions/", &portal.directions[direction].id),
            Page::Object(object) => of("/objects/", &portal.objects[object].record.id),
            Page::Years => [lang, "/years/"].concat(),
            Page::Year(year) => format!("{lang}/years/{year:04}/"),
            Page::NewsList => [lang, "/news/"].concat(),
            Page::News(news) => of("/news/", &portal.news[news].text.slug),
            Page::Totals => [lang, "/totals/"].concat(),
            Page::Text(page) => of("/", &portal.pages[page].text.slug),
            Page::NotFound => [lang, "/", NOT_FOUND].concat(),
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
            Table::Drawing(number) => format!("{}drawing-{number}.csv", beside(page)),
        }
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
pub(super) fn is_reserved(portal: &Portal, page: Page, slug: &Id) -> bool {
    // Pages of `content/pages/` stand at the root.
    let has_section = |kind: RecordKind| kind.is_linked() && kind != RecordKind::Page;
    let at_root =
        |lang: Lang| folder_of(&page.address(portal, lang)) == Page::Home.address(portal, lang);
    match slug.as_str() {
        "page" | "index" => true,
        slug => {
            let of_records = || RecordKind::of_folder(slug).is_some_and(has_section);
            (OTHER_SECTIONS.contains(&slug) || of_records())
                && at_root(portal.site.default_language)
        }
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

/// Where a picture beside a text is published: one copy for all languages.
pub(crate) fn picture(folder: &str, file: &str) -> String {
    format!(
        "media/{}/{file}",
        folder.strip_prefix("content/").unwrap_or(folder)
    )
}

/// Where a file of `content/static/` is published, by its path from the site's root: without these folders.
pub(super) fn of_static_file(path: &str) -> Option<&str> {
    path.strip_prefix("content/static/")
}

/// Where a file of a theme is published. The digest is the fingerprint of all its files.
pub(crate) fn theme_file(digest: Option<&str>, path: &str) -> String {
    match digest {
        Some(digest) => format!("assets/{digest}/{path}"),
        None => format!("assets/{path}"),
    }
}
