//! Names that systems give to copies of files: “gym - Copy (2)”, «gym — копия», “gym (conflicted copy 2024-05-01)”.
//!
//! Takes a path, gives the paths that it may be a copy of. Whether there is such a file is for others to say.

/// What a file or a folder may be a copy of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Original {
    /// The path of that file.
    pub path: String,
    /// The file or folder whose name is that of a copy, and what it is a copy of: parts of the two paths, from their
    /// beginning.
    pub copy: String,
    pub of: String,
    /// Nobody gives such a name by hand: what stands in it is no mere number, or it stands in brackets.
    pub is_certain: bool,
}

/// What the file at a path may be a copy of, by its own name or by that of a folder; the likeliest first.
pub(crate) fn originals(path: &str) -> Vec<Original> {
    let names: Vec<&str> = path.split('/').collect();
    // Pictures of one thing are often called so without being copies: “photo (Астана).jpg”.
    let is_text = [".md", ".yaml", ".yml"]
        .iter()
        .any(|end| path.ends_with(end));
    let plain = names.iter().map(|name| without_mark(name, is_text));
    let plain: Vec<Option<(String, bool)>> = plain.collect();
    let marked: Vec<usize> = (0..names.len())
        .rev()
        .filter(|&at| plain[at].is_some())
        .collect();
    let mut found = Vec::new();
    let mut add = |marked: &[usize]| {
        let Some(&first) = marked.iter().min() else {
            return;
        };
        let mut plainly: Vec<&str> = names.clone();
        let mut is_certain = false;
        for &at in marked {
            if let Some((name, certain)) = &plain[at] {
                plainly[at] = name;
                is_certain |= certain;
            }
        }
        found.push(Original {
            path: plainly.join("/"),
            copy: names[..=first].join("/"),
            of: plainly[..=first].join("/"),
            is_certain,
        });
    };
    for one in &marked {
        add(&[*one]);
    }
    if marked.len() > 1 {
        add(&marked);
    }
    found
}

/// Words for a copy, in small letters.
const WORDS: [&str; 8] = [
    "copy",
    "ярлык",
    "shortcut",
    "копия",
    "көшірме",
    "көшірмесі",
    "копиясы",
    "conflict",
];

/// What stands in brackets behind the name of a copy.
const IN_BRACKETS: [&str; 6] = [
    "copy",
    "копия",
    "көшірме",
    "conflict",
    "конфликт",
    "қайшылық",
];

/// What people write behind the name of a text that they keep beside another one, in small letters.
const KEPT: [&str; 16] = [
    "old",
    "new",
    "backup",
    "bak",
    "orig",
    "original",
    "final",
    "draft",
    "temp",
    "tmp",
    "ескі",
    "жаңа",
    "соңғы",
    "старый",
    "новый",
    "черновик",
];

/// Whether a name is a word that people give what they keep beside another one.
pub(crate) fn is_kept_beside(name: &str) -> bool {
    KEPT.contains(&name.to_lowercase().as_str())
}

/// The name without what a system added to it, and whether that is certain. A mark stands before a dot or at the end, or
/// at the beginning. Names of texts may have marks of people and of their computers as well.
fn without_mark(name: &str, is_text: bool) -> Option<(String, bool)> {
    let mut plain = name.to_owned();
    let mut is_certain = false;
    // Copies of copies: “gym - Copy - Copy (2)”.
    while let Some((rest, certain)) = stripped(&plain, is_text) {
        plain = rest;
        is_certain |= certain;
    }
    (plain != name).then_some((plain, is_certain))
}

fn stripped(name: &str, is_text: bool) -> Option<(String, bool)> {
    if let Some(rest) = without_prefix(name) {
        return Some((rest.to_owned(), true));
    }
    let dots = name.match_indices('.').map(|(at, _)| at);
    let mut ends = dots.chain([name.len()]);
    ends.find_map(|end| {
        let (head, tail) = name.split_at(end);
        let by_person = || without_persons_mark(head).filter(|_| is_text);
        let (rest, certain) = without_suffix(head).or_else(by_person)?;
        let rest = rest.trim_end_matches(|letter| is_separator(letter) || ".~".contains(letter));
        (!rest.is_empty()).then(|| (format!("{rest}{tail}"), certain))
    })
}

fn is_separator(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '-' | '‐' | '‑' | '–' | '—' | '_')
}

/// Without “Copy of ”, “Copy (2) of ”, «Копия », «Копия файла » at the beginning.
fn without_prefix(name: &str) -> Option<&str> {
    let rest = WORDS.iter().find_map(|word| without_start(name, word))?;
    let spaced = |text| {
        let rest = str::trim_start_matches(text, is_separator);
        (rest.len() < text.len() && !rest.is_empty()).then_some(rest)
    };
    let mut rest = spaced(rest)?;
    if let Some((number, behind)) = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'))
        && is_number(number)
    {
        rest = spaced(behind)?;
    }
    let of = ["of", "файла"];
    match of.iter().find_map(|of| without_start(rest, of)) {
        Some(behind) => spaced(behind),
        None => Some(rest),
    }
}

/// Without what a system adds behind a name, and whether it is no mere number.
fn without_suffix(name: &str) -> Option<(&str, bool)> {
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some(inner) = name.strip_suffix(close)
            && let Some((rest, inner)) = inner.rsplit_once(open)
        {
            let inner = inner.trim().to_lowercase();
            let is_told = IN_BRACKETS.iter().any(|word| inner.contains(word));
            return (is_told || is_number(&inner)).then_some((rest, true));
        }
    }
    // Syncthing, Nextcloud, OneDrive, git mergetool.
    for (mark, least) in [
        ("_BACKUP_", 1),
        ("_LOCAL_", 1),
        ("_REMOTE_", 1),
        ("_BASE_", 1),
        (".sync-conflict-", 1),
        ("_conflict-", 1),
        ("-DESKTOP-", 4),
        ("-LAPTOP-", 4),
    ] {
        if let Some((rest, behind)) = name.rsplit_once(mark)
            && behind.len() >= least
            && behind
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-')
        {
            return Some((rest, true));
        }
    }
    let digits = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let unnumbered = digits.trim_end_matches([' ', '\u{a0}']);
    let is_spaced = unnumbered.len() < digits.len() && digits.len() < name.len();
    let before = if is_spaced { unnumbered } else { name };
    for word in WORDS {
        if let Some(rest) = without_end(before, word)
            && rest.ends_with(is_separator)
        {
            return Some((rest, true));
        }
    }
    // What a browser downloads a second time: “gym.kk-1.md”.
    let downloaded = digits.strip_suffix(['-', '_']).unwrap_or(digits);
    let is_language = downloaded.len() < digits.len()
        && downloaded.rsplit_once('.').is_some_and(|(_, lang)| {
            lang.len() == 2 && lang.bytes().all(|of| of.is_ascii_lowercase())
        });
    if is_language && (1..=2).contains(&(name.len() - digits.len())) {
        return Some((downloaded, true));
    }
    let is_small = is_spaced && name.len() - digits.len() <= 2;
    is_small.then_some((unnumbered, false))
}

/// Without what a person, or a system by the name of a person or a computer, adds behind the name of a text:
/// “gym (Айгүл)”, “gym_old”, “gym-AKIMAT-PC”, “gym~AIGUL-NOTEBOOK”. Any of them may be a name that was meant.
fn without_persons_mark(name: &str) -> Option<(&str, bool)> {
    if let Some((rest, inner)) = name.strip_suffix(')').and_then(|of| of.rsplit_once('(')) {
        // A year tells apart.
        return inner.contains(char::is_alphabetic).then_some((rest, false));
    }
    let ends = |letter: char| is_separator(letter) || ".~".contains(letter);
    let kept = KEPT.iter().filter_map(|word| without_end(name, word));
    if let Some(rest) = kept.into_iter().find(|rest| rest.ends_with(ends)) {
        return Some((rest, false));
    }
    let marks = name.match_indices(['-', '~', '_']);
    let mut rests = marks.map(|(at, _)| (&name[..at], &name[at + 1..]));
    let computer = rests.find(|(_, behind)| is_computer(behind));
    computer.map(|(rest, _)| (rest, false))
}

/// Whether a text looks like the name of a computer: “AKIMAT-PC”, “Aigul-PC”, “MacBook-Air”.
fn is_computer(text: &str) -> bool {
    let letters = text.chars().filter(|letter| letter.is_alphabetic());
    let is_name = text.starts_with(char::is_uppercase)
        && text
            .chars()
            .all(|letter| letter.is_alphanumeric() || letter == '-');
    let is_shouted = letters.clone().count() >= 3 && letters.clone().all(char::is_uppercase);
    let is_called =
        ["-PC", "-ПК"].iter().any(|end| text.ends_with(end)) || text.contains("MacBook");
    is_name && (is_shouted || is_called)
}

fn is_number(text: &str) -> bool {
    (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What is left behind a word at the beginning, whatever its case.
fn without_start<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut letters = text.char_indices();
    for wanted in word.chars() {
        let (_, letter) = letters.next()?;
        if !letter.to_lowercase().eq([wanted]) {
            return None;
        }
    }
    Some(letters.as_str())
}

/// What is left before a word at the end, whatever its case.
fn without_end<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut letters = text.chars();
    for wanted in word.chars().rev() {
        if !letters.next_back()?.to_lowercase().eq([wanted]) {
            return None;
        }
    }
    Some(letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_copies_lead_to_their_originals() {
        for name in [
            "gym - Copy.kk.md",
            "gym.kk - Copy.md",
            "gym - Copy (2).kk.md",
            "gym - Copy - Copy.kk.md",
            "gym.kk copy.md",
            "gym.kk-1.md",
            "gym.kk_1.md",
            "gym copy 2.kk.md",
            "gym_copy.kk.md",
            "Copy of gym.kk.md",
            "Copy (3) of gym.kk.md",
            "Копия gym.kk.md",
            "gym — копия.kk.md",
            "gym.kk — копия (2).md",
            "gym – Копия.kk.md",
            "gym копия 2.kk.md",
            "gym - көшірме.kk.md",
            "gym — Көшірме (2).kk.md",
            "gym көшірмесі.kk.md",
            "gym (copy).kk.md",
            "gym (copy 1).kk.md",
            "gym (3rd copy).kk.md",
            "gym (conflicted copy 2024-05-01).kk.md",
            "gym (Асан's conflicted copy 2024-05-01).kk.md",
            "gym.kk (iMac.local's conflicted copy 2024-05-01).md",
            "gym (conflicted copy).kk.md",
            "gym (конфликтующая копия 2024-05-01).kk.md",
            "gym (SFConflict asan@mail.kz 2024-05-01-12-33).kk.md",
            "gym[Conflict].kk.md",
            "gym.kk.sync-conflict-20240501-123456-ABCDEF1.md",
            "gym_conflict-20240501-123456.kk.md",
            "gym.kk-DESKTOP-AB12CD3.md",
            "gym-DESKTOP-AB12.kk.md",
            "gym - Ярлык.kk.md",
            "gym - Shortcut.kk.md",
            "gym (1).kk.md",
            "gym(2).kk.md",
        ] {
            let told = originals(&format!("content/projects/{name}"));
            assert_eq!(told.len(), 1, "{name}");
            assert_eq!(told[0].path, "content/projects/gym.kk.md", "{name}");
            assert!(told[0].is_certain, "{name}");
        }
        for name in [
            "gym.kk 2.md",
            "gym 2.kk.md",
            "gym (Айгүл).kk.md",
            "gym_old.kk.md",
            "gym.old.kk.md",
            "gym.kk - ескі.md",
            "gym-AKIMAT-PC.kk.md",
            "gym.kk-AKIMAT-PC.md",
            "gym.kk~AKIMAT-PC.md",
            "gym-Aigul-PC.kk.md",
            "gym.kk-MacBook-Air.md",
        ] {
            let told = originals(&format!("content/projects/{name}"));
            assert_eq!(told[0].path, "content/projects/gym.kk.md", "{name}");
            assert!(!told[0].is_certain, "{name}");
        }
    }

    #[test]
    fn other_names_are_no_copies() {
        for name in [
            "gym.kk.md",
            "gym-2.kk.md",
            "copy.kk.md",
            "gymcopy.kk.md",
            "(1).kk.md",
            "школа 2020.yaml",
            "gym (2019).kk.md",
            "gym-School.kk.md",
            "renew.kk.md",
            "photo (Астана).jpg",
            "көшірме.yaml",
        ] {
            assert_eq!(originals(name), [], "{name}");
        }
    }

    #[test]
    fn a_folder_is_told_rather_than_its_files() {
        let told = originals("content/projects/gym - Copy/index.kk.md");
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].path, "content/projects/gym/index.kk.md");
        assert_eq!(told[0].copy, "content/projects/gym - Copy");
        assert_eq!(told[0].of, "content/projects/gym");
        let told = originals("content/a (1)/b - Copy.yaml");
        let paths: Vec<&str> = told.iter().map(|of| of.path.as_str()).collect();
        assert_eq!(
            paths,
            [
                "content/a (1)/b.yaml",
                "content/a/b - Copy.yaml",
                "content/a/b.yaml"
            ]
        );
    }
}
