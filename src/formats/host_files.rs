//! Files for hosts and search engines: `robots.txt`, `_headers`, `_redirects`.
//!
//! Takes what a site says in its own file of that name, which stands first, and gives the whole file. Formats: RFC 9309;
//! the plain-text files of Cloudflare Pages and Netlify, of which GitLab Pages reads the redirects. Others ignore them.

use std::fmt::Write;

use super::sitemap::index_url;
use crate::headers::KEPT;
use crate::pages::view::View;
use crate::plan::HostFile;
use crate::source::text::percent;

/// The policy that every page carries in its head, but for what only a header can say.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; \
                      font-src 'self'; base-uri 'none'; form-action 'self'";

/// What is published of a file, after what the site says in its own.
pub(crate) fn host_file(view: &View<'_>, file: HostFile, own: Option<&str>) -> String {
    let ours = match file {
        HostFile::Robots => robots(view, own.is_some()),
        HostFile::Headers => headers(view),
        HostFile::Redirects => redirects(view),
    };
    match own.map(str::trim_end) {
        Some("") | None => ours,
        // Without an empty line a robots.txt would go on with the site's last group.
        Some(own) if !ours.is_empty() => format!("{own}\n\n{ours}"),
        Some(own) => format!("{own}\n"),
    }
}

/// Everybody may read everything, unless the site says otherwise.
fn robots(view: &View<'_>, has_own: bool) -> String {
    let rules = match has_own {
        true => "",
        false => "User-agent: *\nDisallow:\n\n",
    };
    format!("{rules}Sitemap: {}\n", index_url(view))
}

/// Pages carry their policy and stand in no other site's frame, but for those that are made for it; files that never
/// change are kept for ever.
fn headers(view: &View<'_>) -> String {
    let base = view.portal.site.base_path();
    let mut text = format!(
        "{base}/*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n"
    );
    let framed_nowhere = format!("  Content-Security-Policy: {POLICY}; frame-ancestors 'none'\n");
    let mut pages = vec![format!("{base}/"), format!("{base}/404.html")];
    for lang in &view.portal.site.languages {
        pages.push(format!("{base}/{lang}/*"));
    }
    for page in pages {
        text.push_str(&format!("{page}\n{framed_nowhere}"));
    }
    for lang in &view.portal.site.languages {
        // A header of an earlier rule is first taken off, else both would hold.
        let _ = write!(
            text,
            "{base}/{lang}/embed/*\n  ! Content-Security-Policy\n  Content-Security-Policy: {POLICY}\n"
        );
    }
    for (folder, kept) in KEPT {
        let _ = write!(text, "{base}/{folder}*\n  Cache-Control: {kept}\n");
    }
    text
}

/// Old addresses, each with the page that it leads to.
fn redirects(view: &View<'_>) -> String {
    let base = view.portal.site.base_path();
    let mut text = String::new();
    for (old, lang, page) in view.routes.redirects() {
        let new = page.address(view.portal, lang);
        let [old, new] = [old, &new].map(percent::path);
        let _ = writeln!(text, "{base}/{old} {base}/{new} 301");
    }
    text
}
