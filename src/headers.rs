//! The HTTP headers of a published file, by its path: its media type, and how long it may be kept.
//!
//! One table for all that send files or tell others how to: the preview, the file that hosts read, a deployment to object storage.

/// Nobody asks for it again: whenever its bytes are others its path or its query is.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The folders of files that may be kept for a while, with their `Cache-Control`.
pub(crate) const KEPT: [(&str, &str); 3] = [
    ("assets/", FOR_EVER),
    ("search/pieces/", FOR_EVER),
    ("media/", "public, max-age=86400"),
];

/// How long a file may be kept: `Cache-Control`. Pages are always asked for again.
pub(crate) fn cache_control(path: &str) -> &'static str {
    let kept = KEPT.iter().find(|(folder, _)| path.starts_with(folder));
    kept.map_or("no-cache", |(_, value)| value)
}

/// Whether the bytes at a path are others whenever the path or its query is.
pub(crate) fn is_kept_for_ever(path: &str) -> bool {
    cache_control(path) == FOR_EVER
}

/// The media type of a file.
pub(crate) fn media_type(path: &str) -> &'static str {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    if name == "feed.xml" {
        return "application/atom+xml";
    }
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    match ending.to_ascii_lowercase().as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "json" | "map" => "application/json",
        "geojson" => "application/geo+json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        "atom" => "application/atom+xml",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        "pdf" => "application/pdf",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        "mp3" => "audio/mpeg",
        "ics" => "text/calendar; charset=utf-8",
        "zip" => "application/zip",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}

/// Whether files of a media type are texts, which grow much smaller when they are packed.
#[cfg(feature = "object-store")]
pub(crate) fn is_text(media_type: &str) -> bool {
    let ends = ["json", "xml"];
    media_type.starts_with("text/") || ends.iter().any(|end| media_type.ends_with(end))
}
