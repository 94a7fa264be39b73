//! HTML escaping: a text made safe for an element or a quoted attribute. The one place where it is done.

use std::borrow::Cow;

/// A text made safe for HTML, in an element or in a quoted attribute.
pub(crate) fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return text.into();
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    push_escaped(text, &mut escaped);
    escaped.into()
}

/// Adds `text` to `html` so that it is text there, also within an attribute in quotes.
pub(crate) fn push_escaped(text: &str, html: &mut String) {
    let bytes = text.as_bytes();
    let has_sign = memchr::memchr3(b'&', b'<', b'>', bytes).is_some();
    if !has_sign && memchr::memchr2(b'"', b'\'', bytes).is_none() {
        return html.push_str(text);
    }
    let mut written = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        html.push_str(&text[written..at]);
        html.push_str(entity);
        written = at + 1;
    }
    html.push_str(&text[written..]);
}
