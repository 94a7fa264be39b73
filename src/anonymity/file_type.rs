//! The type of a file by the ending of its path: which are markup.

/// Whether a file of the output has tags, by its path.
pub(crate) fn is_markup(path: &str) -> bool {
    matches!(
        extension(path),
        "html" | "htm" | "xhtml" | "xml" | "svg" | "atom" | "rss"
    )
}

fn file_name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

fn extension(path: &str) -> &str {
    file_name(path)
        .rsplit_once('.')
        .map_or("", |(_, extension)| extension)
}
