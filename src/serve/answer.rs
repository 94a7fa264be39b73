//! Request routing: what stands at an address, which is a page, a file, a redirect, or what is wrong.
//!
//! Takes a version of the site and a path that a browser asked for. A path is looked up in the output plan, never
//! joined to a folder, so that no path traversal leads out of the site.

use std::cell::RefCell;
use std::convert::Infallible;

use super::overlay::Words;
use super::site_version::SiteVersion;
use crate::diagnostic::{Diagnostic, has_errors};
use crate::disk::Stream;
use crate::disk::cache::Cache;
use crate::headers::media_type;
use crate::locale::Arg;
use crate::model::lang::Lang;
use crate::pipeline::{Made, Prepared, Rendered};
use crate::plan::address::{NOT_FOUND, file_of};
use crate::plan::{MadePicture, Output, Page};
use crate::source::Asset;
use crate::source::text::percent;

/// Where the preview's own files are; no site has such a folder.
pub(super) const OWN: &str = "/__tagzym/";

/// An answer, ready but for the bytes of files, which are read while they are given.
pub(super) struct Answer {
    pub status: u16,
    pub kind: &'static str,
    pub body: Content,
}

pub(super) enum Content {
    /// A page with the fingerprint of its bytes.
    Page {
        text: String,
        print: String,
        /// Other sites may show it in a frame: it is made for that.
        framed: bool,
    },
    Bytes(Vec<u8>),
    File(Stream),
    /// A redirect to another address.
    Redirect(String),
}

/// What stands at a path that begins with `/` and is decoded.
pub(super) fn answer(version: &SiteVersion, path: &str, words: &Words) -> Answer {
    let site = &version.site;
    if !site.withheld.is_empty() {
        // A page or file could name somebody: for what name to look is not known.
        return page(
            500,
            &words.as_withheld_page(&site.withheld, &site.sources),
            false,
        );
    }
    let Some(prepared) = &version.site.prepared else {
        return cannot(version.diagnostics(), version, words);
    };
    let Some(inside) = path.strip_prefix(version.base()) else {
        return outside(version, words);
    };
    let Some(address) = inside.strip_prefix('/') else {
        return if inside.is_empty() {
            redirect(format!("{}/", version.base()))
        } else {
            outside(version, words)
        };
    };
    let file = file_of(address.to_owned());
    if let Some(output) = prepared.routes.find(&file) {
        return made(version, prepared, &file, output, 200, words);
    }
    if prepared
        .routes
        .find(&file_of(format!("{address}/")))
        .is_some()
    {
        return redirect(format!("{}/", location(path)));
    }
    let lang = address.split('/').next().and_then(Lang::from_code);
    let file = match lang.filter(|lang| prepared.portal.site.languages.contains(lang)) {
        Some(lang) => file_of(Page::NotFound.address(&prepared.portal, lang)),
        None => NOT_FOUND.to_owned(),
    };
    match prepared.routes.find(&file) {
        Some(output) => made(version, prepared, &file, output, 404, words),
        None => nothing(words),
    }
}

fn made(
    version: &SiteVersion,
    prepared: &Prepared,
    file: &str,
    output: &Output,
    status: u16,
    words: &Words,
) -> Answer {
    if let Output::Picture(of, nth) = output {
        return picture(version, prepared, (of, *nth), words);
    }
    if let Some(asset) = output.asset() {
        return copied(version, prepared, file, asset, words);
    }
    let Made { bytes, leaks } = match prepared.render(file, output) {
        Err(wrong) => return cannot(vec![wrong], version, words),
        Ok(None) => return nothing(words),
        Ok(Some(made)) => made,
    };
    let wrong = prepared.report_leaks(leaks, &version.site.sources);
    if has_errors(&wrong) {
        // As a build would publish nothing, no anonymous patron is named here either.
        return cannot(wrong, version, words);
    }
    if file.ends_with(".html") {
        let framed = matches!(output, Output::Page(_, Page::Embed(_), _));
        return page(status, &String::from_utf8_lossy(&bytes), framed);
    }
    Answer {
        status,
        kind: media_type(file),
        body: Content::Bytes(bytes),
    }
}

/// A file as it is. Where a patron is anonymous, nothing is given but what was inspected.
fn copied(
    version: &SiteVersion,
    prepared: &Prepared,
    file: &str,
    asset: &Asset,
    words: &Words,
) -> Answer {
    match prepared.open_looked_through(file, asset, Some(&words.root)) {
        Ok((stream, found)) => {
            let wrong = prepared.report_leaks(found.leaks, &version.site.sources);
            if has_errors(&wrong) {
                return cannot(wrong, version, words);
            }
            Answer {
                status: 200,
                kind: media_type(file),
                body: Content::File(stream),
            }
        }
        Err(wrong) if prepared.is_guarded() => cannot(vec![wrong], version, words),
        Err(_) => nothing(words),
    }
}

/// A file of a picture, which is made now if it was not before.
fn picture(
    version: &SiteVersion,
    prepared: &Prepared,
    (of, nth): (&MadePicture, usize),
    words: &Words,
) -> Answer {
    let cache = Cache::of(&words.root);
    let made = RefCell::new(None);
    let put = |_: &str, rendered: Rendered<'_>| {
        if let Rendered::Picture(file) = rendered
            && let Some(key) = file.key()
        {
            let kept = cache.get(&key);
            *made.borrow_mut() = kept.or_else(|| {
                let bytes = file.bytes()?;
                cache.put(&key, bytes);
                Some(bytes.to_owned())
            });
        }
        Ok::<(), Infallible>(())
    };
    let Ok(found) = prepared.give_picture(of, nth..nth + 1, put);
    let (path, _) = &of.files[nth];
    let wrong = match found {
        Ok(found) => prepared.report_leaks(found.leaks, &version.site.sources),
        Err(wrong) => vec![wrong],
    };
    match made.into_inner() {
        Some(bytes) if !has_errors(&wrong) => Answer {
            status: 200,
            kind: media_type(path),
            body: Content::Bytes(bytes),
        },
        _ => cannot(wrong, version, words),
    }
}

/// Whether a picture stands at a path, which may have to be made, or a copied file that has to be looked through before it can be
/// given.
pub(super) fn takes_a_look(version: &SiteVersion, path: &str) -> bool {
    let found = || {
        let prepared = version.site.prepared.as_ref()?;
        let address = path.strip_prefix(version.base())?.strip_prefix('/')?;
        let file = file_of(address.to_owned());
        let output = prepared.routes.find(&file)?;
        if let Output::Picture(..) = output {
            return Some(true);
        }
        Some(prepared.is_unseen(&file, output.asset()?))
    };
    found().unwrap_or(false)
}

/// A page with the injected script line that a built page does not have.
fn page(status: u16, html: &str, framed: bool) -> Answer {
    let hash = blake3::hash(html.as_bytes()).to_hex();
    let print = format!("{status}-{}", &hash[..16]);
    let line = format!("<script src=\"{OWN}preview.js\" data-print=\"{print}\" defer></script>\n");
    let end = html.rfind("</body>").unwrap_or(html.len());
    let (before, after) = html.split_at(end);
    Answer {
        status,
        kind: media_type("a.html"),
        body: Content::Page {
            text: [before, &line, after].concat(),
            print,
            framed,
        },
    }
}

/// What is wrong, in the place of a page that cannot be made.
fn cannot(found: Vec<Diagnostic>, version: &SiteVersion, words: &Words) -> Answer {
    let shown = words.as_page(&found, &version.site.sources);
    page(500, &shown, false)
}

fn outside(version: &SiteVersion, words: &Words) -> Answer {
    let address = format!("{}/", version.base());
    let args = [("address", Arg::Text(&address))];
    text(404, &words.sentence("serve-elsewhere", &args))
}

/// Nothing stands there.
pub(super) fn nothing(words: &Words) -> Answer {
    text(404, &words.sentence("serve-nothing", &[]))
}

fn redirect(to: String) -> Answer {
    Answer {
        status: 302,
        kind: media_type("a.txt"),
        body: Content::Redirect(to),
    }
}

fn text(status: u16, text: &str) -> Answer {
    Answer {
        status,
        kind: media_type("a.txt"),
        body: Content::Bytes(text.as_bytes().to_owned()),
    }
}

/// A path as it can stand in a header. Two slashes at the front would lead to another host.
fn location(path: &str) -> String {
    format!("/{}", percent::path(path.trim_start_matches('/')))
}
