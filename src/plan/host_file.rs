//! Files at the root that tell hosts and search engines how to treat the site.

use strum::VariantArray;

/// A file that is found by its name. What a site says in one of its own (in `content/static/`) stands first in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, VariantArray)]
pub(crate) enum HostFile {
    /// What robots may read, and where the sitemap is.
    Robots,
    /// HTTP headers, as Cloudflare Pages and Netlify read them.
    Headers,
    /// Redirects, as the same and GitLab Pages read them.
    Redirects,
}

impl HostFile {
    /// Its name, which is its address.
    pub(crate) fn name(self) -> &'static str {
        match self {
            HostFile::Robots => "robots.txt",
            HostFile::Headers => "_headers",
            HostFile::Redirects => "_redirects",
        }
    }
}
