//! Front matter: splits a write-up at its `---` lines, so that its YAML and the body keep their places.

use std::ops::Range;

use super::yaml::is_field as is_known_field;

/// The two parts of a write-up, as ranges of bytes in the whole file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Split {
    /// Between the `---` lines; none if the file does not begin with one.
    pub front_matter: Option<Range<usize>>,
    pub body: Range<usize>,
}

/// What is wrong with the lines around a front matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BadFence {
    pub at: Range<usize>,
    /// `dashes`: the line there is to be `---`; `open`: there is no second one; `paragraph`: the line is no field;
    /// `second`: a second front matter begins in the text; `stray`: fields go on behind the line, until another one; `glued`, `glued-behind`: the closing line has words behind it, or before.
    pub reason: &'static str,
}

/// Splits a file at its `---` lines.
///
/// # Errors
/// A first `---` line that no second one ends, or that a word processor made another of.
pub(crate) fn split(text: &str) -> Result<Split, BadFence> {
    let is_fence = |line: &str| line.trim_end() == "---";
    let after = |start: usize| {
        let newline = text[start..].find('\n');
        newline.map_or(text.len(), |newline| start + newline + 1)
    };
    let lead = text.len() - text.trim_start_matches(['\n', ' ', '\t']).len();
    let lead = text[..lead].rfind('\n').map_or(0, |newline| newline + 1);
    let mut first_line = after(lead);
    if !is_fence(&text[lead..first_line]) {
        let first = text[lead..first_line].trim_end();
        let follows = text[first_line..].lines().next().unwrap_or("");
        if is_nearly_fence(first) && follows.contains(':') {
            return Err(BadFence {
                at: lead..lead + first.len(),
                reason: "dashes",
            });
        }
        return Ok(Split {
            front_matter: None,
            body: 0..text.len(),
        });
    }
    // The line twice: nothing is lost by it, unless that is the whole front matter.
    while is_fence(&text[first_line..after(first_line)]) && has_fence(&text[after(first_line)..]) {
        first_line = after(first_line);
    }
    let lines = || {
        let lines = text[first_line..].split_inclusive('\n');
        lines.scan(first_line, |next, line| {
            let at = *next;
            *next += line.len();
            Some((at, line))
        })
    };
    if let Some((at, line)) = lines().find(|(_, line)| is_fence(line)) {
        if let Some((prose, goes_on)) = prose_in(&text[first_line..at]) {
            let mut before = lines().take_while(|(line, _)| *line < at);
            if let Some(glued) = before.find_map(|(at, line)| glued_fence(at, line)) {
                return Err(glued);
            }
            return Err(match goes_on {
                true => BadFence {
                    at: first_line + prose.start..first_line + prose.end,
                    reason: "paragraph",
                },
                false => BadFence {
                    at: lead..lead + 3,
                    reason: "open",
                },
            });
        }
        let body = at + line.len()..text.len();
        if goes_on(&text[first_line..at], &text[body.clone()]) {
            return Err(BadFence {
                at: at..at + line.trim_end().len(),
                reason: "stray",
            });
        }
        if let Some(second) = second_head(&text[body.clone()]) {
            let second = body.start + second;
            return Err(BadFence {
                at: second..second + 3,
                reason: "second",
            });
        }
        return Ok(Split {
            front_matter: Some(first_line..at),
            body,
        });
    }
    if let Some(glued) = lines().find_map(|(at, line)| glued_fence(at, line)) {
        return Err(glued);
    }
    Err(match lines().find(|(_, line)| is_nearly_fence(line)) {
        Some((at, line)) => BadFence {
            at: at..at + line.trim_end().len(),
            reason: "dashes",
        },
        None => BadFence {
            at: lead..lead + 3,
            reason: "open",
        },
    })
}

/// A `---` that shares its line with the first words of the text, or with the last field.
fn glued_fence(at: usize, line: &str) -> Option<BadFence> {
    let content = line.trim_end();
    let told = |reason, begin: usize| BadFence {
        at: at + begin..at + content.len(),
        reason,
    };
    let is_dash = |of: char| "-–—".contains(of);
    if let Some(words) = content.strip_prefix("---") {
        let is_text = !words.starts_with(is_dash) && words.contains(char::is_alphabetic);
        return is_text.then(|| told("glued", 0));
    }
    let field = content.strip_suffix("---")?;
    let is_field = field.contains(": ") && !field.ends_with(is_dash);
    is_field.then(|| told("glued-behind", field.len()))
}

/// The first line of words behind an empty one among the fields, and whether fields follow. If so, it is the next paragraph
/// of the field above it; if not, the text of the page, and a rule in it was taken for the end of the front matter.
fn prose_in(front_matter: &str) -> Option<(Range<usize>, bool)> {
    const FEWEST_WORDS: usize = 3;
    let is_prose = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let is_field = words.first().is_some_and(|word| word.contains(':'))
            || words.get(1).is_some_and(|word| word.starts_with(':'));
        line.starts_with(char::is_alphabetic) && !is_field && words.len() >= FEWEST_WORDS
    };
    let mut is_behind_empty = false;
    let mut at = 0;
    for line in front_matter.split_inclusive('\n') {
        let mut words = line.split_whitespace();
        if is_behind_empty && is_prose(line) {
            let mut rest = front_matter[at + line.len()..].lines();
            let goes_on = rest.any(|line| {
                let name = line.split_once(':').map_or("", |(name, _)| name);
                is_known_field(name)
            });
            return Some((at..at + line.trim_end().len(), goes_on));
        }
        is_behind_empty = words.next().is_none();
        at += line.len();
    }
    None
}

/// Whether a text begins with fields that the front matter before it lacks, down to a line that ends them: the line between
/// the two is one too many.
fn goes_on(front_matter: &str, body: &str) -> bool {
    let name = |line: &str| {
        let (name, _) = line.split_once(':')?;
        is_known_field(name).then(|| name.to_owned())
    };
    let stands = |name: &str| {
        let mut lines = front_matter.lines();
        lines.any(|line| line.split_once(':').is_some_and(|(of, _)| of == name))
    };
    let mut lines = body.lines().skip_while(|line| line.trim().is_empty());
    let first = lines.next().and_then(name);
    if front_matter.trim().is_empty() || first.is_none_or(|first| stands(&first)) {
        return false;
    }
    for line in lines {
        if line.trim_end() == "---" {
            return true;
        }
        let is_part = line.trim().is_empty() || line.starts_with([' ', '-', '#']);
        match name(line) {
            Some(name) if !stands(&name) => {}
            None if is_part => {}
            _ => return false,
        }
    }
    false
}

/// The byte at which a second front matter stands in the text of a page: nothing but known fields, two at least, between
/// two fences. What is in code or a note to colleagues is none.
fn second_head(body: &str) -> Option<usize> {
    const FEWEST: usize = 2;
    let mut code = None;
    let mut head: Option<(usize, usize)> = None;
    let first = body.len() - body.trim_start().len();
    memchr::memmem::find(body.as_bytes(), b"---")?;
    let mut is_note = false;
    let mut at = 0;
    for line in body.split_inclusive('\n') {
        let content = line.trim_end();
        let begin = at;
        at += line.len();
        let (opens, closes) = (line.rfind("<!--"), line.rfind("-->"));
        is_note = opens > closes || is_note && closes.is_none();
        let mark = ["```", "~~~"]
            .into_iter()
            .find(|mark| content.trim_start().starts_with(mark));
        if let Some(mark) = mark {
            match code {
                Some(open) if open == mark => code = None,
                None => code = Some(mark),
                Some(_) => {}
            }
        }
        if code.is_some() {
            head = None;
            continue;
        }
        let name = content.split_once(':').map_or("", |(name, _)| name);
        head = match head {
            Some((begin, fields)) if content == "---" && fields >= FEWEST => {
                // At the beginning of the text it is the first one a second time, which is told as that.
                if !is_note && begin > first {
                    return Some(begin);
                }
                None
            }
            _ if content == "---" => Some((begin, 0)),
            Some((begin, fields)) if is_known_field(name) => Some((begin, fields + 1)),
            Some((begin, fields))
                if content.is_empty() || fields > 0 && line.starts_with([' ', '\t', '-', '#']) =>
            {
                Some((begin, fields))
            }
            _ => None,
        };
    }
    None
}

/// Whether a front matter goes on here until its closing line: fields come first.
fn has_fence(text: &str) -> bool {
    let begins = text.lines().next().is_some_and(|line| {
        let is_name = |name: &str| name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        line.split_once(':').is_some_and(|(name, _)| is_name(name))
    });
    begins && text.lines().any(|line| line.trim_end() == "---")
}

/// A line of dashes that is no `---`, as word processors make one.
fn is_nearly_fence(line: &str) -> bool {
    let line = line.trim();
    let is_dash = |letter: char| "-‐‑‒–—―−_".contains(letter);
    let dashes = line.chars().filter(|&letter| is_dash(letter)).count();
    let is_line = dashes >= 2 || line.chars().any(|letter| matches!(letter, '–' | '—' | '―'));
    is_line && line.chars().all(|letter| is_dash(letter) || letter == ' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_keep_their_places() {
        let text = "---\ntitle: a\n---\n\nText\n";
        let split = split(text).unwrap();
        assert_eq!(&text[split.front_matter.unwrap()], "title: a\n");
        assert_eq!(&text[split.body], "\nText\n");
    }

    #[test]
    fn a_rule_in_the_text_ends_no_front_matter() {
        let open = |text| split(text).is_err_and(|bad: BadFence| bad.reason == "open");
        assert!(open(
            "---\ntitle: a\n\nМұнда мектеп салынды.\n\n---\nТағы\n"
        ));
        for text in [
            "---\ntitle: a\n\nsummary: екі сөз бар\n---\nМәтін осы жерде\n",
            "---\ntitle: a\n\nsummary : екі сөз бар\n---\nМәтін\n",
            "---\ntitle: a\n\n# бұл түсініктеме ғана\n---\n",
            "---\nsummary: |\n  бір\n\n  екі үш төрт\n---\n",
        ] {
            assert!(!open(text), "{text}");
        }
    }

    #[test]
    fn a_second_paragraph_of_a_field_is_found_at_its_line() {
        let text = "---\nsummary: Мектеп салынды.\n\nБалалар бір ауысымда оқиды.\nsample: true\n---\nМәтін\n";
        let bad = split(text).unwrap_err();
        assert_eq!(bad.reason, "paragraph");
        assert_eq!(&text[bad.at], "Балалар бір ауысымда оқиды.");
    }

    #[test]
    fn a_second_front_matter_is_no_text() {
        let second = |body: &str| {
            let text = format!("---\ntitle: a\n---\n{body}");
            let bad = split(&text).err().filter(|bad| bad.reason == "second");
            bad.map(|bad| {
                text[bad.at.start..]
                    .lines()
                    .nth(1)
                    .unwrap_or_default()
                    .to_owned()
            })
        };
        for body in [
            "Мәтін\n---\ntitle: b\nsummary: c\n---\nТекст\n",
            "Мәтін\n\n---\ntitle: b\nimage:\n  alt: c\nsample: true\n\n---\n",
            "~~~\na\n~~~\n---\ntitle: b\nsample: true\n---\n",
        ] {
            assert_eq!(second(body).as_deref(), Some("title: b"), "{body}");
        }
        for body in [
            "Мәтін\n\n---\n\ntitle: b\n\n---\n",
            "\n---\ntitle: b\nsummary: c\n---\n",
            "```\n---\ntitle: b\nsummary: c\n---\n```\n",
            "<!--\n---\ntitle: b\nsummary: c\n---\n-->\n",
            "Мәтін\n---\ntitle: b\nМектеп салынды.\nsummary: c\n---\n",
            "---\n\nМәтін: бар\n\n---\n",
        ] {
            assert_eq!(second(body), None, "{body}");
        }
    }

    #[test]
    fn a_line_among_the_fields_ends_no_front_matter() {
        let stray = |body: &str| {
            let text = format!("---\ntitle: a\n---\n{body}");
            let bad = split(&text).err().filter(|bad| bad.reason == "stray");
            bad.map(|bad| bad.at.start)
        };
        for body in [
            "region: north\nstatus: planned\n---\nМәтін\n",
            "\ncontributions:\n  - {patron: a}\n\n---\n",
        ] {
            assert_eq!(stray(body), Some(13), "{body}");
        }
        for body in [
            "title: b\n---\nМәтін\n",
            "region: north\ntitle: b\n---\n",
            "region: north\nМәтін\n---\n",
            "region: north\n\nМәтін\n",
            "Мәтін: бар\n---\n",
            "---\nregion: north\n---\n",
        ] {
            assert_eq!(stray(body), None, "{body}");
        }
    }

    #[test]
    fn a_text_without_front_matter_is_all_body() {
        assert_eq!(
            split("Text --- more\n"),
            Ok(Split {
                front_matter: None,
                body: 0..14
            })
        );
        let text = "\n \n---\n---\ntitle: a\n---\nText\n";
        let parts = split(text).unwrap();
        assert_eq!(&text[parts.front_matter.unwrap()], "title: a\n");
        assert_eq!(&text[parts.body], "Text\n");
        assert_eq!(
            split(""),
            Ok(Split {
                front_matter: None,
                body: 0..0
            })
        );
        assert_eq!(
            split("---\n---"),
            Ok(Split {
                front_matter: Some(4..4),
                body: 7..7
            })
        );
    }

    #[test]
    fn a_closing_line_with_words_in_it_is_named() {
        let glued = |text: &str| split(text).map_err(|bad| (bad.reason, text[bad.at].to_owned()));
        let told = |reason, at: &str| Err((reason, at.to_owned()));
        let text = "---\ntitle: a\n---Үлгі ауылы\n\nМәтін\n";
        assert_eq!(glued(text), told("glued", "---Үлгі ауылы"));
        let text = "---\ntitle: a\n--- Үлгі\n";
        assert_eq!(glued(text), told("glued", "--- Үлгі"));
        let text = "---\ntitle: a\nsummary: \"б\" ---\n\nМәтін\n";
        assert_eq!(glued(text), told("glued-behind", "---"));
        assert_eq!(glued("---\ntitle: a\n----\n"), told("dashes", "----"));
        // A fence that stands below is the one: the line before it is YAML's to read.
        assert!(glued("---\ntitle: a ---\n---\n").is_ok());
    }

    #[test]
    fn a_front_matter_that_does_not_end_is_an_error() {
        let wrong = |text| split(text).map_err(|fence| (fence.at, fence.reason));
        assert_eq!(wrong("---\ntitle: a\n"), Err((0..3, "open")));
        assert_eq!(wrong("---\ntitle: a\n—--\n"), Err((13..18, "dashes")));
        assert_eq!(wrong("–-\ntitle: a\n---\n"), Err((0..4, "dashes")));
    }
}
