//! The type of a file by the ending of its path: which are markup, which can be looked through as text.

/// Whether a file of the output has tags, by its path.
pub(crate) fn is_markup(path: &str) -> bool {
    matches!(
        extension(path),
        "html" | "htm" | "xhtml" | "xml" | "svg" | "atom" | "rss"
    )
}

/// Whether a file that is only copied is a text that can be looked through, by its path.
pub(crate) fn is_text(path: &str) -> bool {
    const TEXTS: [&str; 15] = [
        "txt",
        "css",
        "js",
        "mjs",
        "json",
        "geojson",
        "jsonld",
        "webmanifest",
        "csv",
        "tsv",
        "md",
        "map",
        "yaml",
        "ics",
        "vtt",
    ];
    is_markup(path) || TEXTS.contains(&extension(path)) || !file_name(path).contains('.')
}

fn file_name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

fn extension(path: &str) -> &str {
    file_name(path)
        .rsplit_once('.')
        .map_or("", |(_, extension)| extension)
}
