//! The frame of texts: what stands around every text of a site, its own addresses and the ids of its pages.
//!
//! A link to one of these addresses leads into the site; a heading must not have an id that the page around it has.

use crate::source::text::{host, percent};

/// What stands around the texts of a site.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Frame {
    /// Where the site stands, or is said to: `https://tagzym.example/portal`, without a slash at its end.
    pub urls: Vec<String>,
    pub ids: PageIds,
    /// The theme draws cards, which social networks show for links.
    pub has_cards: bool,
}

impl Frame {
    /// The address within the site of a whole one: `https://tagzym.example/portal/kk/` is `/kk/`. None: of another site.
    pub(crate) fn within<'a>(&self, url: &'a str) -> Option<&'a str> {
        let host_of = |url: &'a str| {
            let (scheme, rest) = url.split_once("://")?;
            let is_web = ["http", "https"]
                .iter()
                .any(|web| scheme.eq_ignore_ascii_case(web));
            let rest = is_web.then_some(rest)?;
            let rest = match rest.get(..4) {
                Some(www) if www.eq_ignore_ascii_case("www.") => &rest[4..],
                _ => rest,
            };
            Some(rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len())))
        };
        let (host, path) = host_of(url)?;
        self.urls.iter().find_map(|own| {
            let (_, own) = own.split_once("://")?;
            let own = own.strip_prefix("www.").unwrap_or(own);
            let (own_host, base) = own.split_at(own.find('/').unwrap_or(own.len()));
            let rest = percent::after_folders(path, base)?;
            host::is_same(host, own_host).then_some(rest)
        })
    }

    /// An address within the site from its root, however it was copied: whole, or with the path that the site stands
    /// under.
    pub(crate) fn rooted<'a>(&self, written: &'a str) -> &'a str {
        if let Some(within) = self.within(written) {
            return within;
        }
        let bases = self.urls.iter().filter_map(|url| {
            let (_, rest) = url.split_once("://")?;
            Some(&rest[rest.find('/')?..])
        });
        let mut within = bases.filter_map(|base| percent::after_folders(written, base));
        within.find(|rest| rest.starts_with('/')).unwrap_or(written)
    }
}

/// The ids that the theme's templates give to elements of pages.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct PageIds {
    /// Sorted.
    whole: Vec<String>,
    /// Those of which a template makes up a part: what stands before it and after it.
    parts: Vec<(String, String)>,
}

impl PageIds {
    /// The ids in the markup of templates: `id="by-year"`, `id="figure-{{ of.id }}"`.
    pub(crate) fn of_templates<'a>(templates: impl Iterator<Item = &'a str>) -> PageIds {
        let mut ids = PageIds::default();
        for template in templates {
            for (at, found) in template.match_indices("id=\"") {
                // `data-id="…"` is no id, nor is the message of `t(id="…")`.
                if !template[..at].ends_with(char::is_whitespace) {
                    continue;
                }
                let value = &template[at + found.len()..];
                let Some(end) = end_of(value) else {
                    continue;
                };
                match (value[..end].find("{{"), value[..end].rfind("}}")) {
                    (Some(open), Some(close)) if open < close => {
                        let [before, after] = [&value[..open], &value[close + 2..end]];
                        if !(before.is_empty() && after.is_empty()) {
                            ids.parts.push((before.to_owned(), after.to_owned()));
                        }
                    }
                    _ => ids.whole.push(value[..end].to_owned()),
                }
            }
        }
        ids.whole.sort_unstable();
        ids.whole.dedup();
        ids.parts.sort_unstable();
        ids.parts.dedup();
        ids
    }

    /// The ids that templates write out.
    pub(crate) fn whole(&self) -> impl Iterator<Item = &str> {
        self.whole.iter().map(String::as_str)
    }

    /// Whether `#anchor` leads somewhere on a page, whatever its text says: to an element of a template, or to the top,
    /// for which every browser takes an empty anchor and `top` (HTML Standard, “find a potential indicated element”).
    pub(crate) fn reach(&self, anchor: &str) -> bool {
        anchor.is_empty() || anchor.eq_ignore_ascii_case("top") || self.has(anchor)
    }

    /// Whether an element of some page has this id, or can have.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.whole
            .binary_search_by(|whole| whole.as_str().cmp(id))
            .is_ok()
            || self.parts.iter().any(|(before, after)| {
                id.len() > before.len() + after.len()
                    && id.starts_with(before)
                    && id.ends_with(after)
            })
    }
}

/// The end of a value in quotation marks; what stands in `{{ }}` has its own.
fn end_of(value: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        let quote = at + value[at..].find('"')?;
        match value[at..quote].find("{{") {
            Some(open) => at += open + value[at + open..].find("}}")? + 2,
            None => return Some(quote),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_the_site_are_known_whatever_their_form() {
        let frame = Frame {
            has_cards: false,
            urls: vec!["https://tagzym.example/portal".to_owned()],
            ..Frame::default()
        };
        for (url, within) in [
            ("https://tagzym.example/portal/kk/", Some("/kk/")),
            ("http://WWW.Tagzym.example/portal/kk/#a", Some("/kk/#a")),
            ("https://tagzym.example/portal", Some("")),
            ("https://tagzym.example/portal?a", Some("?a")),
            ("https://tagzym.example/portals/", None),
            ("https://tagzym.example/", None),
            ("https://tagzym.example.kz/portal/", None),
            ("ftp://tagzym.example/portal/", None),
        ] {
            assert_eq!(frame.within(url), within, "{url}");
        }
    }

    #[test]
    fn ids_are_found_in_templates() {
        let templates = [
            r#"<a id="main" data-id="no">{{ t(id="word") }}</a> <i id="figure-{{ of["id"] }}-title"></i>"#,
            r#"{{ <breakdown id="by-year" /> }}<p id="{{ x }}"><p id="cut"#,
        ];
        let ids = PageIds::of_templates(templates.into_iter());
        for id in ["main", "by-year", "figure-a-title"] {
            assert!(ids.has(id), "{id}");
        }
        for id in ["no", "word", "figure-", "figure--title", "x", "cut", ""] {
            assert!(!ids.has(id), "{id}");
        }
        for (anchor, is_reached) in [("", true), ("Top", true), ("main", true), ("no", false)] {
            assert_eq!(ids.reach(anchor), is_reached, "{anchor}");
        }
    }
}
