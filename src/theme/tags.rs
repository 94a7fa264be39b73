//! Tags of templates: where each `{% … %}` and `{{ … }}` stands in a text, and the words, calls and lists in it.

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
    let bytes = tag.as_bytes();
    let mut quote = None;
    let mut is_escaped = false;
    let mut depth = 0_usize;
    // All that means something is ASCII.
    for (at, &byte) in bytes.iter().enumerate().skip(2) {
        match quote {
            Some(_) if is_escaped => is_escaped = false,
            Some(_) if byte == b'\\' => is_escaped = true,
            Some(mark) if byte == mark => quote = None,
            Some(_) => {}
            None => match byte {
                b'"' | b'\'' | b'`' => quote = Some(byte),
                b'%' | b'}' if depth == 0 && bytes[at..].starts_with(close.as_bytes()) => {
                    return Some(at + close.len());
                }
                b'{' => depth += 1,
                b'}' => depth = depth.saturating_sub(1),
                _ => {}
            },
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

/// The words of a tag or an expression that stand in no quotation marks, each with its place. Numbers are words as well.
pub(super) fn words(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        if is_mark(letter) {
            match closing(&text[at..]) {
                Some(length) => at += length,
                None => break,
            }
        } else if is_of_word(letter) {
            let word = word(&text[at..]);
            found.push((at, word));
            at += word.len();
        } else {
            at += letter.len_utf8();
        }
    }
    found
}

/// The variables that a tag names, each with its place: none of the names of filters, tests, functions, components,
/// arguments and parts of values.
pub(super) fn variables(tag: &str) -> Vec<(usize, &str)> {
    let words = words(tag);
    let is_variable = |nth: usize| {
        let (at, word) = words[nth];
        let before = tag[..at].trim_end();
        let behind = tag[at + word.len()..].trim_start();
        let is_named = behind.starts_with('=') && !behind.starts_with("==");
        let is_component =
            tag[..at].ends_with('<') && inside(tag).starts_with('<') && is_first_of(&tag[..at]);
        // The words right before it.
        let mut earlier = words[..nth].iter().rev();
        let mut joined = |until: usize| {
            earlier
                .next()
                .filter(|(at, word)| tag[at + word.len()..until].trim().is_empty())
        };
        let is_test = match joined(at) {
            Some((_, "is")) => true,
            Some((from, "not")) => joined(*from).is_some_and(|(_, word)| *word == "is"),
            _ => false,
        };
        !(is_named
            || is_component
            || is_test
            || before.ends_with(['.', '|'])
            || behind.starts_with('('))
    };
    (0..words.len())
        .filter(|&nth| is_variable(nth))
        .map(|nth| words[nth])
        .collect()
}

/// Whether nothing but the marks of a tag stands before its first `<`.
fn is_first_of(before: &str) -> bool {
    let marks = before.trim_end_matches('<');
    matches!(marks.trim_end(), "{{" | "{{-" | "{%" | "{%-")
}

/// The component that a tag calls without a body, with the names of its arguments and their values as they are written; where
/// an argument is named like its value, the two are the same text.
pub(super) fn call_of(tag: &str) -> Option<(&str, Vec<(&str, &str)>)> {
    let call = inside(tag).strip_prefix('<')?.strip_suffix("/>")?;
    let name = word(call);
    let mut rest = &call[name.len()..];
    if !tag.starts_with("{{") || name.is_empty() || rest.starts_with('.') {
        return None;
    }
    let mut arguments = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return Some((name, arguments));
        }
        let argument = word(rest);
        if argument.is_empty() {
            return None;
        }
        rest = &rest[argument.len()..];
        let Some(value) = rest.trim_start().strip_prefix('=') else {
            arguments.push((argument, argument));
            continue;
        };
        let value = value.trim_start();
        let end = closing(value)?;
        let whole = &value[..end];
        let inner = whole
            .strip_prefix('{')
            .and_then(|inner| inner.strip_suffix('}'));
        arguments.push((argument, inner.map_or(whole, str::trim)));
        rest = &value[end..];
    }
}

/// The parts of a list between commas, as far as these stand in no brackets or quotation marks.
pub(super) fn parts(list: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(letter) = list[at..].chars().next() {
        if letter == ',' {
            found.push(list[from..at].trim());
            from = at + 1;
        }
        let opens = is_mark(letter) || matches!(letter, '(' | '[' | '{');
        let length = closing(&list[at..]).filter(|_| opens);
        at += length.unwrap_or(letter.len_utf8());
    }
    found.push(list[from..].trim());
    found.retain(|part| !part.is_empty());
    found
}

/// Where what a text begins with ends: behind the partner of its bracket or quotation mark.
pub(super) fn closing(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    if is_mark(first) {
        let mut is_escaped = false;
        let mut letters = text.char_indices().skip(1);
        return letters.find_map(|(at, letter)| {
            let closes = letter == first && !is_escaped;
            is_escaped = letter == '\\' && !is_escaped;
            closes.then_some(at + 1)
        });
    }
    let partner = match first {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        _ => return None,
    };
    let mut at = 1;
    while let Some(letter) = text[at..].chars().next() {
        if letter == partner {
            return Some(at + 1);
        }
        let opens = is_mark(letter) || matches!(letter, '(' | '[' | '{');
        at += match opens {
            true => closing(&text[at..])?,
            false => letter.len_utf8(),
        };
    }
    None
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '"' | '\'' | '`')
}

pub(super) fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}
