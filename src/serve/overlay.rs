//! The error overlay: diagnostics in a browser, in the terminal's own sentences, each with a link that opens an editor.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::site_version::{SiteVersion, page_at};
use crate::diagnostic::{Diagnostic, Severity};
use crate::load::locate::{Location, Locator};
use crate::locale::{Arg, Language};
use crate::report::order::count;
use crate::report::terminal::{Style, draw_all, summary};
use crate::source::text::html::escape;
use crate::source::text::percent;
use crate::source::{Sources, line_column};

/// The most diagnostics that a page shows, whatever is asked for.
const MOST: usize = 30;

/// The language of messages to editors, and how places are linked.
pub(super) struct Words {
    pub language: Language,
    pub root: PathBuf,
    pub editor_url: Option<String>,
    /// Whether the lines that are wrong are shown, or only their places.
    pub lines: bool,
    pub limit: usize,
}

impl Words {
    /// What the bar of a page shows.
    pub(super) fn state(&self, version: &SiteVersion, path: &str) -> Value {
        let found = version.diagnostics();
        let mut sorted: Vec<&Diagnostic> = found.iter().collect();
        // Errors first: a thousand warnings would hide them.
        sorted.sort_by_key(|wrong| wrong.severity() != Severity::Error);
        let shown = sorted.iter().take(self.limit.min(MOST));
        let page = page_at(version, path);
        let source = page.and_then(|(lang, page)| version.site.origin(lang, page));
        let named = shown.clone().flat_map(|wrong| wrong.sources());
        let named = named.chain(source.map(|origin| origin.source));
        let sources = &version.site.sources.loaded(named);
        let mut locator = Locator::new(sources);
        let problems: Vec<Value> = shown
            .map(|wrong| {
                let place = self.place(&locator.locate(&wrong.at), sources);
                let text = self.text(std::slice::from_ref(*wrong), sources);
                let is_error = wrong.severity() == Severity::Error;
                json!({"place": place, "text": text.trim_end(), "error": is_error})
            })
            .collect();
        let source = source.map(|origin| {
            let at = match origin.item {
                Some(_) => origin.field("id").into(),
                None => crate::diagnostic::At::span(origin.source, 0..0),
            };
            self.place(&locator.locate(&at), sources)
        });
        let missing = page.map_or(Vec::new(), |(_, page)| version.site.missing(page));
        let missing: Vec<&str> = missing.iter().map(|lang| lang.own_name()).collect();
        json!({
            "errors": version.has_errors(),
            "summary": summary(count(&found), 0, &self.language),
            "problems": problems,
            "source": source,
            "missing": missing,
            "words": {
                "missing": self.word("preview-missing"),
                "show": self.word("preview-show"),
            },
        })
    }

    /// What is wrong as a page of its own.
    pub(super) fn as_page(&self, found: &[Diagnostic], sources: &Sources) -> String {
        self.page_of(None, found, sources)
    }

    /// Why no page is shown at all.
    pub(super) fn as_withheld_page(&self, found: &[Diagnostic], sources: &Sources) -> String {
        self.page_of(Some("preview-withheld"), found, sources)
    }

    fn page_of(&self, why: Option<&str>, found: &[Diagnostic], sources: &Sources) -> String {
        let sources = &sources.loaded(found.iter().flat_map(Diagnostic::sources));
        let why = why.map_or(String::new(), |id| {
            format!("<p>{}</p>\n", escape(&self.word(id)))
        });
        let (title, text) = (self.word("preview-cannot"), self.text(found, sources));
        let sum = summary(count(found), 0, &self.language);
        let [title, text, sum] = [&title, &text, &sum].map(|text| escape(text));
        let lang = self.language.lang.code();
        format!(
            "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
             <link rel=\"icon\" href=\"data:,\">\n</head>\n<body>\n\
             <h1>{title}</h1>\n{why}<pre>{text}</pre>\n<p>{sum}</p>\n</body>\n</html>\n"
        )
    }

    fn text(&self, found: &[Diagnostic], sources: &Sources) -> String {
        let style = Style {
            colour: false,
            lines: self.lines,
            limit: self.limit.min(MOST),
        };
        draw_all(found, sources, &self.language, style).0
    }

    fn word(&self, id: &str) -> String {
        self.sentence(id, &[])
    }

    /// A message in the editor's language.
    pub(super) fn sentence(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        let text = self.language.messages.format(id, args);
        text.unwrap_or_else(|_| id.to_owned())
    }

    fn place(&self, location: &Location, sources: &Sources) -> Value {
        let at = location.text.as_ref();
        let at = at.and_then(|(source, range)| Some((sources.text(*source)?, range.start)));
        let at = at.map(|(text, start)| line_column(text, start));
        let shown = match at {
            Some((line, column)) => format!("{}:{line}:{column}", location.path),
            None => location.path.clone(),
        };
        let (line, column) = at.unwrap_or((1, 1));
        let url = self
            .editor_url
            .as_ref()
            .map(|url| editor_url(url, &self.root.join(&location.path), line, column));
        json!({"text": shown, "url": url})
    }
}

fn editor_url(url: &str, file: &Path, line: usize, column: usize) -> String {
    let path = percent::file(&file.to_string_lossy()).to_string();
    // `vscode://file/{path}` has the slash that a whole path begins with.
    let path = match url.contains("/{path}") {
        true => path.trim_start_matches('/'),
        false => &path,
    };
    url.replace("{path}", path)
        .replace("{line}", &line.to_string())
        .replace("{column}", &column.to_string())
}
