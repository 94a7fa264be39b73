//! What was meant by the address of a link that is none: one without its scheme, a phone, a path of the content.
//!
//! Takes such an address, gives it as it should be written. Whether anything is there is not known here.

use crate::model::id::Id;
use crate::model::kind::RecordKind;
use crate::source::text::{host, percent};

/// Endings of hosts that are no endings of files, as people write them without a scheme.
const TOP_LEVEL: [&str; 8] = ["kz", "қаз", "ru", "com", "org", "net", "info", "edu"];

/// What was meant by an address that is none.
pub(super) fn meant(address: &str) -> Option<String> {
    let within = address.strip_prefix(['“', '„', '«', '\'', '"', '‘']);
    let within = within.and_then(|of| of.strip_suffix(['”', '“', '»', '\'', '"', '’']));
    let bare = within.unwrap_or(address).trim();
    let (begin, rest) = bare.split_once(':').unwrap_or_default();
    let is_web = ["http", "https"].contains(&&*begin.to_ascii_lowercase());
    if is_web && host::broken(bare).is_none() && has_host(rest) {
        return Some(bare.to_owned()).filter(|bare| bare != address);
    }
    let host = rest.trim_start_matches(['/', '\\']);
    if is_web && with_scheme(host).is_some_and(|of| of.starts_with("https:")) {
        return Some(format!("{begin}://{host}"));
    }
    if let Some(("", _)) = bare.split_once('@') {
        return None;
    }
    record_of_path(bare).or_else(|| with_scheme(bare))
}

/// The name of the record that a path of the content leads to: `patron/steppe`, `content/projects/gym.kk.md`.
fn record_of_path(path: &str) -> Option<String> {
    if let Some((word, id)) = path.split_once('/')
        && record_kind(word).is_some()
        && Id::parse(id).is_some()
    {
        return Some(format!("@{path}"));
    }
    if let Some(of) = record_of_page(path) {
        return Some(of);
    }
    let text = path.strip_suffix(".md")?;
    let parts: Vec<&str> = text.split('/').collect();
    let kind = RecordKind::linked().find(|kind| parts.contains(&kind.folder()))?;
    let (name, folders) = parts.split_last()?;
    let id = match name.split('.').next()? {
        "index" => folders.last()?,
        id => id,
    };
    Id::parse(id).map(|id| format!("@{}/{id}", kind.word()))
}

/// The same of the path of a page, however much of it stands there: `kk/projects/gym/`, `projects/gym`.
fn record_of_page(path: &str) -> Option<String> {
    let path = path.strip_suffix("index.html").unwrap_or(path);
    let mut parts = path.trim_end_matches('/').rsplit('/');
    let (id, folder) = (parts.next()?, parts.next()?);
    let kind = RecordKind::linked().find(|kind| kind.folder() == folder)?;
    let is_above = |part: &str| matches!(part, "" | "." | ".." | "kk" | "ru" | "en");
    let is_page = parts.all(is_above) && kind != RecordKind::Page;
    let id = Id::parse(id).filter(|_| is_page)?;
    Some(format!("@{}/{id}", kind.word()))
}

/// The number of a phone as an address has it: `+7 (727) 250-50-50`, `8 727 250 50 50`.
pub(super) fn phone(number: &str) -> Option<String> {
    let rest = number.strip_prefix('+').unwrap_or(number);
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    let is_number = |letter: char| letter.is_ascii_digit() || " -()\u{a0}".contains(letter);
    let fits = (7..=15).contains(&digits.len()) && rest.chars().all(is_number);
    // In the country an 8 stands for the code +7.
    match rest.len() < number.len() {
        _ if !fits => None,
        true => Some(format!("tel:+{digits}")),
        false if digits.len() == 11 && digits.starts_with('8') => {
            Some(format!("tel:+7{}", &digits[1..]))
        }
        false => None,
    }
}

/// The name of a file beside the text, which no link can lead to.
pub(super) fn file_beside(address: &str) -> Option<&str> {
    const ENDINGS: [&str; 16] = [
        "pdf", "doc", "docx", "xls", "xlsx", "csv", "ppt", "pptx", "txt", "zip", "rar", "mp4",
        "mp3", "odt", "ods", "rtf",
    ];
    let name = address.rsplit(['/', '\\']).next()?;
    let (_, ending) = name.rsplit_once('.')?;
    ENDINGS
        .contains(&&*ending.to_ascii_lowercase())
        .then_some(name)
}

/// An address with the scheme that it lacks: `www.egov.kz/cms`, `egov.kz`, `info@egov.kz`, `+7 727 …`.
fn with_scheme(address: &str) -> Option<String> {
    let host = address.split('/').next().unwrap_or_default();
    let fits = |letter: char| letter.is_alphanumeric() || "-._".contains(letter);
    if let Some((name, of)) = address.split_once('@') {
        let is_mail = !name.is_empty() && of.contains('.') && of.chars().all(fits);
        return (is_mail && name.chars().all(fits)).then(|| format!("mailto:{address}"));
    }
    if let Some(phone) = phone(address) {
        return Some(phone);
    }
    let ends = |of: &str| host.ends_with(&format!(".{of}"));
    let is_host = host.starts_with("www.") || TOP_LEVEL.iter().any(|of| ends(of));
    (is_host && host.chars().all(fits)).then(|| format!("https://{address}"))
}

/// What was meant behind `mailto:`, which is no address of mail, nor several with commas between them.
///
/// # Errors
/// It is none; the whole link as it was certainly meant, if that is known.
pub(super) fn check_mail(rest: &str) -> Result<(), Option<String>> {
    let (to, query) = rest.split_at(rest.find('?').unwrap_or(rest.len()));
    let are_sound = |to: &str| percent::decoded(to).split(',').all(|of| is_mail(of.trim()));
    if to.is_empty() && !query.is_empty() || are_sound(to) {
        return Ok(());
    }
    // Behind a host that has its point, a comma parts it from the next address.
    let (name, host) = to.split_once('@').unwrap_or((to, ""));
    let parts = host.split([',', ';']).collect::<Vec<_>>();
    let mended = match parts.iter().all(|part| !part.contains('.')) {
        true => format!("{name}@{}", parts.join(".")),
        false => to.to_owned(),
    };
    Err(are_sound(&mended).then(|| format!("mailto:{mended}{query}")))
}

fn is_mail(address: &str) -> bool {
    let fits = |letter: char| letter.is_alphanumeric() || "-.".contains(letter);
    address.split_once('@').is_some_and(|(name, host)| {
        let is_host = host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
        !name.is_empty() && is_host && !host.contains("..") && host.chars().all(fits)
    })
}

/// There is a host after the colon of an http address.
pub(super) fn has_host(rest: &str) -> bool {
    let host = rest.strip_prefix("//");
    host.is_some_and(|host| !host.is_empty() && !host.starts_with(['/', '?', '#']))
}

/// The kind of record that a word of an address names.
pub(super) fn record_kind(word: &str) -> Option<RecordKind> {
    RecordKind::linked().find(|kind| kind.word() == word)
}

/// The address that a text begins with, if another one or words stand behind it: a link has one. In the name of a file there
/// may be spaces.
pub(super) fn with_more_behind(address: &str) -> Option<(&str, &'static str)> {
    let (first, behind) = address.split_once(char::is_whitespace)?;
    let mut words = behind.split_whitespace();
    let is_address = |word: &str| {
        let lower = word.to_ascii_lowercase();
        ["http://", "https://", "www."]
            .iter()
            .any(|of| lower.starts_with(of))
    };
    let what = match words.any(is_address) {
        true => "several",
        false => {
            let is_plain = |of: char| of.is_alphabetic() && !of.is_ascii() || " ,-".contains(of);
            let is_words = behind.chars().all(is_plain);
            (is_words && first.is_ascii() && behind.contains(' ')).then_some("behind")?
        }
    };
    Some((first.trim_end_matches([',', ';']), what))
}
