//! Tags of templates: where each `{% … %}` and `{{ … }}` stands in a text.

/// The tags `{% … %}` and `{{ … }}` of a template with the place of each.
pub(super) fn scan(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let at = from + text[from..].find('{')?;
            let rest = &text[at..];
            let end = match rest.as_bytes().get(1) {
                Some(b'#') => {
                    from = at + rest.find("#}")? + 2;
                    continue;
                }
                Some(b'%') => end_of(rest, "%}")?,
                Some(b'{') => end_of(rest, "}}")?,
                _ => {
                    from = at + 1;
                    continue;
                }
            };
            let tag = &rest[..end];
            from = at + end;
            if tag.starts_with("{%") && word(inside(tag)) == "raw" {
                // What stands there is text, whatever it looks like.
                from += text[from..].find("endraw")?;
            }
            return Some((at, tag));
        }
    })
}

/// Where a tag ends: not in a text in quotation marks, nor in braces of its own.
fn end_of(tag: &str, close: &str) -> Option<usize> {
    let mut quote = None;
    let mut is_escaped = false;
    let mut depth = 0_usize;
    for (at, letter) in tag.char_indices().skip(2) {
        match quote {
            Some(_) if is_escaped => is_escaped = false,
            Some(_) if letter == '\\' => is_escaped = true,
            Some(mark) if letter == mark => quote = None,
            Some(_) => {}
            None if matches!(letter, '"' | '\'' | '`') => quote = Some(letter),
            None if depth == 0 && tag[at..].starts_with(close) => return Some(at + close.len()),
            None if letter == '{' => depth += 1,
            None if letter == '}' => depth = depth.saturating_sub(1),
            None => {}
        }
    }
    None
}

/// What stands between the marks of a tag.
pub(super) fn inside(tag: &str) -> &str {
    let inner = tag.get(2..tag.len().saturating_sub(2)).unwrap_or("");
    inner.trim_start_matches('-').trim_end_matches('-').trim()
}

pub(super) fn word(text: &str) -> &str {
    let end = text.find(|letter: char| !is_of_word(letter));
    &text[..end.unwrap_or(text.len())]
}

pub(super) fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}
