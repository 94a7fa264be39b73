//! Every file of the output: which address it has, and what makes it. Cheap: no text is made here.

use std::collections::{HashMap, HashSet};

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

/// All files of the output, by their path, in order.
#[derive(Debug, Default)]
pub struct Routes {
    files: Vec<(String, Output)>,
    by_path: HashMap<String, usize>,
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
        self.by_path.get(path).map(|&place| &self.files[place].1)
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
    let mut planner = Planner {
        routes: Routes::default(),
        places: HashMap::new(),
        found: Vec::new(),
    };
    let pages = all_pages(portal, lists);
    for &lang in &portal.site.languages {
        for &page in &pages {
            let path = file_of(&page.address(portal, lang));
            planner.add(path, Output::Page(lang, page), || at_of(portal, page));
            for table in tables::files(portal, totals, page, lang) {
                let path = table.address(portal, page, lang);
                let output = Output::Table(lang, page, table);
                planner.add(path, output, || at_of(portal, page));
            }
        }
        for list in LongList::ALL {
            planner.add(list.address(portal, lang), Output::List(lang, list), || {
                At::File("site.toml".into())
            });
        }
    }
    planner.add("index.html".to_owned(), Output::Root, || {
        At::File("site.toml".into())
    });
    planner.add("404.html".to_owned(), Output::RootNotFound, || {
        At::File("site.toml".into())
    });
    planner.add("sitemap.xml".to_owned(), Output::Sitemap, || {
        At::File("site.toml".into())
    });
    aliases(portal, &mut planner);
    let used = pictures(portal);
    for asset in content_files {
        if let Some(path) = asset.path.strip_prefix("content/static/") {
            planner.add(path.to_owned(), Output::Asset(asset.clone()), || {
                At::File(asset.path.to_string())
            });
        } else if used.contains(&*asset.path) {
            let (folder, file) = asset.path.rsplit_once('/').unwrap_or(("", &asset.path));
            planner.add(picture(folder, file), Output::Asset(asset.clone()), || {
                At::File(asset.path.to_string())
            });
        } else {
            let at = At::File(asset.path.to_string());
            planner.found.push(Diagnostic::new(Code::StrayFile, at));
        }
    }
    for (path, asset) in theme_files {
        let at = At::File(asset.path.to_string());
        planner.add(path, Output::Asset(asset), || at);
    }
    planner.refuse_files_as_folders();
    let Planner {
        mut routes,
        mut found,
        ..
    } = planner;
    routes.files.sort_by(|(a, _), (b, _)| a.cmp(b));
    routes.by_path = routes
        .files
        .iter()
        .enumerate()
        .map(|(place, (path, _))| (path.clone(), place))
        .collect();
    check_site_links(portal, &routes, &mut found);
    (routes, found)
}

struct Planner {
    routes: Routes,
    /// Who has each path; paths that differ only by case are one on many disks.
    places: HashMap<String, At>,
    found: Vec<Diagnostic>,
}

impl Planner {
    fn add(&mut self, path: String, output: Output, at: impl FnOnce() -> At) {
        let plain = path.to_lowercase();
        if let Some(other) = self.places.get(&plain) {
            // Two pages with one address were reported when their slugs were.
            if !matches!(output, Output::Page(..)) {
                let diagnostic =
                    Diagnostic::new(Code::DuplicateAddress, at()).with("address", &path);
                self.found.push(diagnostic.also(other.clone()));
            }
            return;
        }
        self.places.insert(plain, at());
        self.routes.files.push((path, output));
    }

    /// A file cannot stand where other files need a folder: `static/kk` beside the pages in `kk/`.
    fn refuse_files_as_folders(&mut self) {
        let mut told = HashSet::new();
        for (path, _) in &self.routes.files {
            let plain = path.to_lowercase();
            for (end, _) in plain.match_indices('/') {
                if let Some(file) = self.places.get(&plain[..end])
                    && told.insert(plain[..end].to_owned())
                {
                    let diagnostic = Diagnostic::new(Code::DuplicateAddress, file.clone())
                        .with("address", &plain[..end]);
                    self.found.extend(
                        self.places
                            .get(&plain)
                            .map(|at| diagnostic.also(at.clone())),
                    );
                }
            }
        }
    }
}

/// Every page of one language.
fn all_pages(portal: &Portal, lists: &Lists) -> Vec<Page> {
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

/// Where the record of a page stands, for messages.
fn at_of(portal: &Portal, page: Page) -> At {
    match super::write_up_of(portal, page) {
        Some(text) => place_of(text),
        None => At::File("content".to_owned()),
    }
}

/// Old addresses: an old slug in every language, or a path from the root, which leads to the default language.
fn aliases(portal: &Portal, planner: &mut Planner) {
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
                planner.add(file, Output::Redirect(lang, page), || place_of(text));
                continue;
            }
            for &lang in &portal.site.languages {
                let path = format!("{}/{}{file}", lang.code(), section_folder(section));
                planner.add(path, Output::Redirect(lang, page), || place_of(text));
            }
        }
    }
}

/// The texts of the portal, each with its file and the folder of its pictures.
fn texts(portal: &Portal) -> impl Iterator<Item = (SourceId, &str, &Prose)> {
    let projects = portal.projects.iter().map(|(_, project)| &project.text);
    let news = portal.news.iter().map(|(_, news)| &news.text);
    let pages = portal.pages.iter().map(|(_, page)| &page.text);
    let write_ups = projects.chain(news).chain(pages).flat_map(|text| {
        let versions = text
            .versions
            .iter()
            .filter_map(|(_, version)| version.as_deref());
        versions.map(|version| (version.origin.source, &*text.folder, &version.prose))
    });
    let regions = portal.regions.iter().map(|(_, region)| &region.prose);
    let patrons = portal.patrons.iter().map(|(_, patron)| &patron.portrait);
    let portraits = regions.chain(patrons).flat_map(|portrait| {
        let texts = portrait.iter().filter_map(|(_, text)| text.as_deref());
        texts.map(|text| (text.origin.source, &*text.folder, &text.prose))
    });
    write_ups.chain(portraits)
}

/// The paths of all picture files that some text shows.
fn pictures(portal: &Portal) -> HashSet<String> {
    let in_texts = texts(portal).flat_map(|(_, folder, prose)| {
        prose.parts.iter().filter_map(move |part| match part {
            Part::Picture(hole) => Some(format!("{folder}/{}", hole.of.file)),
            _ => None,
        })
    });
    let projects = portal.projects.iter().map(|(_, project)| &project.text);
    let news = portal.news.iter().map(|(_, news)| &news.text);
    let pages = portal.pages.iter().map(|(_, page)| &page.text);
    let of_write_ups = projects.chain(news).chain(pages).filter_map(|text| {
        text.image
            .as_ref()
            .map(|file| format!("{}/{file}", text.folder))
    });
    in_texts.chain(of_write_ups).collect()
}

/// Links to addresses of this site have to lead to a file of the output.
fn check_site_links(portal: &Portal, routes: &Routes, found: &mut Vec<Diagnostic>) {
    for (source, _, prose) in texts(portal) {
        for part in &prose.parts {
            let Part::LinkStart(hole) = part else {
                continue;
            };
            let Target::Site(url) = &hole.of else {
                continue;
            };
            let path = url
                .split(['?', '#'])
                .next()
                .unwrap_or("")
                .trim_start_matches('/');
            let is_there = [file_of(path), path.to_owned(), format!("{path}/index.html")]
                .iter()
                .any(|file| routes.find(file).is_some());
            if !is_there {
                let known = routes
                    .files
                    .iter()
                    .filter_map(|(path, output)| match output {
                        Output::Asset(_) => Some(path.as_str()),
                        _ => path.strip_suffix("index.html"),
                    });
                let near = nearest(path, known)
                    .into_iter()
                    .map(|path| format!("/{path}"))
                    .collect();
                let at = At::span(source, hole.range.clone());
                found.push(
                    Diagnostic::new(Code::DeadLink, at)
                        .with("url", url)
                        .nearest(near),
                );
            }
        }
    }
}
