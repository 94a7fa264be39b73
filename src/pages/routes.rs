//! Every file of the output: which address it has, and what makes it. Cheap: no text is made here.

use std::borrow::Cow;
use std::collections::HashSet;

use ahash::HashMap;
use rayon::prelude::*;

use super::address::{PAGE_LENGTH, Page, file_of, picture};
use super::facets::LongList;
use super::lists::Lists;
use super::tables::{self, Table};
use crate::diagnostic::{At, Code, Diagnostic, nearest};
use crate::link::place_of;
use crate::load::path::section_folder;
use crate::model::lang::Lang;
use crate::model::portal::Portal;
use crate::model::prose::{Part, Prose, RecordKind, Target};
use crate::source::{Asset, SourceId};
use crate::totals::Totals;

/// What makes a file of the output.
#[derive(Debug, Clone)]
pub enum Output {
    Page(Lang, Page),
    /// The page at `/` that offers the languages.
    Root,
    /// `404.html` at the root, in the default language.
    RootNotFound,
    Sitemap,
    /// What a long list is filtered by: `kk/projects/list.json`.
    List(Lang, LongList),
    /// The rows of a page's table, as CSV.
    Table(Lang, Page, Table),
    /// An old address that leads to a page.
    Redirect(Lang, Page),
    /// A file that is copied.
    Asset(Asset),
}

/// All files of the output, in the order of their paths.
#[derive(Debug, Default)]
pub struct Routes {
    files: Vec<(String, Output)>,
}

impl Routes {
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Output)> {
        self.files
            .iter()
            .map(|(path, output)| (path.as_str(), output))
    }

    pub fn files(&self) -> &[(String, Output)] {
        &self.files
    }

    /// What is at a path of the output: `kk/index.html`.
    pub fn find(&self, path: &str) -> Option<&Output> {
        let place = self
            .files
            .binary_search_by(|(other, _)| other.as_str().cmp(path));
        place.ok().map(|place| &self.files[place].1)
    }

    /// All pages of a language.
    pub fn pages(&self) -> impl Iterator<Item = (Lang, Page)> {
        self.files.iter().filter_map(|(_, output)| match output {
            Output::Page(lang, page) => Some((*lang, *page)),
            _ => None,
        })
    }
}

/// Plans the output. `content_files` are the files of `content/` that are no texts; `theme_files` those of the theme
/// with the address that each has.
pub fn plan(
    portal: &Portal,
    totals: &Totals,
    lists: &Lists,
    content_files: &[Asset],
    theme_files: Vec<(String, Asset)>,
) -> (Routes, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let mut files = all_pages(portal, totals, lists);
    files.push(("index.html".to_owned(), Output::Root));
    files.push(("404.html".to_owned(), Output::RootNotFound));
    files.push(("sitemap.xml".to_owned(), Output::Sitemap));
    aliases(portal, &mut files);
    let used = match content_files {
        [] => HashSet::new(),
        _ => pictures(portal),
    };
    for asset in content_files {
        if let Some(path) = asset.path.strip_prefix("content/static/") {
            files.push((path.to_owned(), Output::Asset(asset.clone())));
        } else if used.contains(&*asset.path) {
            let (folder, file) = asset.path.rsplit_once('/').unwrap_or(("", &asset.path));
            files.push((picture(folder, file), Output::Asset(asset.clone())));
        } else {
            let at = At::File(asset.path.to_string());
            found.push(Diagnostic::new(Code::StrayFile, at));
        }
    }
    let theme_files = theme_files.into_iter();
    files.extend(theme_files.map(|(path, asset)| (path, Output::Asset(asset))));
    let mut is_taken = refuse_equal_places(portal, &files, &mut found).into_iter();
    files.retain(|_| !is_taken.next().unwrap_or(false));
    files.par_sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
    let routes = Routes { files };
    check_site_links(portal, &routes, &mut found);
    (routes, found)
}

/// A path as a disk may see it: on many, paths that differ only by case are one.
fn folded(path: &str) -> Cow<'_, str> {
    let is_plain = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    match path.bytes().all(is_plain) {
        true => path.into(),
        false => path.to_lowercase().into(),
    }
}

/// Reports files that stand where others do, and says which: of two at one place the first is kept. A file cannot stand
/// where others need a folder either: `static/kk` beside the pages in `kk/`.
fn refuse_equal_places(
    portal: &Portal,
    files: &[(String, Output)],
    found: &mut Vec<Diagnostic>,
) -> Vec<bool> {
    let folded: Vec<Cow<'_, str>> = files.par_iter().map(|(path, _)| folded(path)).collect();
    let mut places: HashMap<&str, usize> = HashMap::default();
    places.reserve(files.len());
    let mut is_taken = vec![false; files.len()];
    for (place, path) in folded.iter().enumerate() {
        let first = *places.entry(path).or_insert(place);
        if first == place {
            continue;
        }
        is_taken[place] = true;
        let (path, output) = &files[place];
        // Two pages with one address were reported when their slugs were.
        if !matches!(output, Output::Page(..)) {
            let at = at_of(portal, output);
            let diagnostic = Diagnostic::new(Code::DuplicateAddress, at).with("address", path);
            found.push(diagnostic.also(at_of(portal, &files[first].1)));
        }
    }
    let mut told = HashSet::new();
    let mut before = "";
    for path in &folded {
        // The folders that the file before stands in as well were looked at for it.
        let same = path.bytes().zip(before.bytes());
        let same = same.take_while(|(a, b)| a == b).count();
        for (end, _) in path.match_indices('/').filter(|(end, _)| *end >= same) {
            if let Some(&file) = places.get(&path[..end])
                && told.insert(&path[..end])
            {
                let at = at_of(portal, &files[file].1);
                let diagnostic =
                    Diagnostic::new(Code::DuplicateAddress, at).with("address", &path[..end]);
                let inside = places.get(&**path).map(|&place| &files[place].1);
                found.extend(inside.map(|output| diagnostic.also(at_of(portal, output))));
            }
        }
        before = path;
    }
    is_taken
}

/// Every page in every language, the rows of its tables, and what long lists are filtered by, each with its path.
fn all_pages(portal: &Portal, totals: &Totals, lists: &Lists) -> Vec<(String, Output)> {
    let languages = &portal.site.languages;
    let pages = pages_of_a_language(portal, lists).into_par_iter();
    let pages: Vec<(Page, Vec<Table>)> = pages
        .map(|page| (page, tables::files(portal, totals, page)))
        .collect();
    // A language after the other, so that paths follow each other that begin alike.
    let all = (0..languages.len() * pages.len()).into_par_iter();
    let files = all.flat_map_iter(|place| {
        let lang = languages[place / pages.len()];
        let (page, shown) = &pages[place % pages.len()];
        let drawn = tables::drawn(portal, *page, lang);
        let tables = shown.iter().copied().chain(drawn).map(move |table| {
            let path = table.address(portal, *page, lang);
            (path, Output::Table(lang, *page, table))
        });
        let path = file_of(page.address(portal, lang));
        std::iter::once((path, Output::Page(lang, *page))).chain(tables)
    });
    let mut files: Vec<(String, Output)> = files.collect();
    for &lang in languages {
        files.extend(LongList::ALL.map(|list| {
            let path = list.address(portal, lang);
            (path, Output::List(lang, list))
        }));
    }
    files
}

/// Every page of one language.
fn pages_of_a_language(portal: &Portal, lists: &Lists) -> Vec<Page> {
    let mut pages = vec![
        Page::Home,
        Page::Regions,
        Page::Years,
        Page::Totals,
        Page::NotFound,
    ];
    let mut add_list = |page: Page, entries: usize| {
        pages.extend((1..=entries.div_ceil(PAGE_LENGTH).max(1)).map(|n| page.part(n)));
    };
    let public = || {
        portal
            .patrons
            .iter()
            .filter(|(_, patron)| !patron.is_anonymous())
    };
    add_list(Page::Projects(1), portal.projects.len());
    add_list(Page::Patrons(1), public().count());
    add_list(Page::Awards(1), portal.awards.len());
    add_list(Page::NewsList(1), portal.news.len());
    portal
        .regions
        .indices()
        .for_each(|id| add_list(Page::Region(id, 1), lists.region(id).len()));
    portal
        .directions
        .indices()
        .for_each(|id| add_list(Page::Direction(id, 1), lists.direction(id).len()));
    portal
        .objects
        .indices()
        .for_each(|id| add_list(Page::Object(id, 1), lists.object(id).len()));
    lists
        .years()
        .for_each(|year| add_list(Page::Year(year, 1), lists.year(year).len()));
    public().for_each(|(id, _)| add_list(Page::Patron(id, 1), lists.patron(id).len()));
    pages.extend(portal.projects.indices().map(Page::Project));
    pages.extend(portal.awards.indices().map(Page::Award));
    pages.extend(portal.news.indices().map(Page::News));
    pages.extend(portal.pages.indices().map(Page::Text));
    pages
}

/// What makes a file of the output, for messages.
fn at_of(portal: &Portal, output: &Output) -> At {
    match output {
        Output::Page(_, page) | Output::Redirect(_, page) | Output::Table(_, page, _) => {
            match super::write_up_of(portal, *page) {
                Some(text) => place_of(text),
                None => At::File("content".to_owned()),
            }
        }
        Output::Root | Output::RootNotFound | Output::Sitemap | Output::List(..) => {
            At::File("site.toml".to_owned())
        }
        Output::Asset(asset) => At::File(asset.path.to_string()),
    }
}

/// Old addresses: an old slug in every language, or a path from the root, which leads to the default language.
fn aliases(portal: &Portal, files: &mut Vec<(String, Output)>) {
    let projects = portal
        .projects
        .iter()
        .map(|(id, of)| (RecordKind::Project, Page::Project(id), &of.text));
    let news = portal
        .news
        .iter()
        .map(|(id, of)| (RecordKind::News, Page::News(id), &of.text));
    let pages = portal
        .pages
        .iter()
        .map(|(id, of)| (RecordKind::Page, Page::Text(id), &of.text));
    for (section, page, text) in projects.chain(news).chain(pages) {
        for alias in &text.aliases {
            let plain = alias.trim_matches('/');
            let has_extension = plain
                .rsplit('/')
                .next()
                .is_some_and(|name| name.contains('.'));
            let file = if has_extension {
                plain.to_owned()
            } else {
                format!("{plain}/index.html")
            };
            if alias.starts_with('/') {
                let lang = portal.site.default_language;
                files.push((file, Output::Redirect(lang, page)));
                continue;
            }
            for &lang in &portal.site.languages {
                let path = format!("{}/{}{file}", lang.code(), section_folder(section));
                files.push((path, Output::Redirect(lang, page)));
            }
        }
    }
}

/// A text of the portal: its file, the folder of its pictures, its prose.
type Text<'a> = (SourceId, &'a str, &'a Prose);

/// The texts of the portal.
fn texts(portal: &Portal) -> impl ParallelIterator<Item = Text<'_>> {
    let projects = portal.projects.rows().par_iter().map(|of| &of.text);
    let news = portal.news.rows().par_iter().map(|of| &of.text);
    let pages = portal.pages.rows().par_iter().map(|of| &of.text);
    let write_ups = projects.chain(news).chain(pages).flat_map_iter(|text| {
        let versions = text
            .versions
            .iter()
            .filter_map(|(_, version)| version.as_deref());
        versions.map(|version| (version.origin.source, &*text.folder, &version.prose))
    });
    let regions = portal.regions.rows().par_iter().map(|of| &of.prose);
    let patrons = portal.patrons.rows().par_iter().map(|of| &of.portrait);
    let portraits = regions.chain(patrons).flat_map_iter(|portrait| {
        let texts = portrait.iter().filter_map(|(_, text)| text.as_deref());
        texts.map(|text| (text.origin.source, &*text.folder, &text.prose))
    });
    write_ups.chain(portraits)
}

/// The paths of all picture files that some text shows.
fn pictures(portal: &Portal) -> HashSet<String> {
    let in_texts = texts(portal).flat_map_iter(|(_, folder, prose)| {
        prose.asking().filter_map(move |part| match part {
            Part::Picture(hole) => Some(format!("{folder}/{}", hole.of.file)),
            _ => None,
        })
    });
    let mut pictures: HashSet<String> = in_texts.collect();
    let projects = portal.projects.iter().map(|(_, project)| &project.text);
    let news = portal.news.iter().map(|(_, news)| &news.text);
    let pages = portal.pages.iter().map(|(_, page)| &page.text);
    pictures.extend(projects.chain(news).chain(pages).filter_map(|text| {
        let file = text.image.as_ref()?;
        Some(format!("{}/{file}", text.folder))
    }));
    pictures
}

/// Links to addresses of this site have to lead to a file of the output.
fn check_site_links(portal: &Portal, routes: &Routes, found: &mut Vec<Diagnostic>) {
    let dead = texts(portal).flat_map_iter(|(source, _, prose)| {
        prose.asking().filter_map(move |part| match part {
            Part::LinkStart(hole) => match &hole.of {
                Target::Site(url) => dead_link(routes, url, At::span(source, hole.range.clone())),
                _ => None,
            },
            _ => None,
        })
    });
    found.par_extend(dead);
}

/// A link to an address of this site, if nothing is there.
fn dead_link(routes: &Routes, url: &str, at: At) -> Option<Diagnostic> {
    let path = url.split(['?', '#']).next().unwrap_or("");
    let path = path.trim_start_matches('/');
    let files = [
        file_of(path.to_owned()),
        path.to_owned(),
        format!("{path}/index.html"),
    ];
    if files.iter().any(|file| routes.find(file).is_some()) {
        return None;
    }
    let known = routes.iter().filter_map(|(path, output)| match output {
        Output::Asset(_) => Some(path),
        _ => path.strip_suffix("index.html"),
    });
    let near = nearest(path, known).into_iter();
    let near = near.map(|path| format!("/{path}")).collect();
    Some(
        Diagnostic::new(Code::DeadLink, at)
            .with("url", url)
            .nearest(near),
    )
}
