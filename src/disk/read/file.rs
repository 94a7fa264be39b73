//! Reading one file, with its size limit: a text in one form, or an asset's length and size.

use std::fs::{self, File};
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use crate::diagnostic::{At, Code, Diagnostic};
use crate::disk::file_names::{FileKind, file_kind};
use crate::disk::normalise::{Text, normalise};
use crate::disk::other_program::other_program;
use crate::disk::plain_file::reason;
use crate::extract::picture::{HEAD, PictureFlaw, TAIL, picture_flaw};
use crate::extract::svg::{Active, active};
use crate::extract::{PrivateFacts, private_facts};
use crate::source::unmerged;

/// A plain file, or a link to one.
#[derive(Debug)]
pub(super) struct FoundFile {
    /// From the site's root, with `/`, in Unicode's NFC.
    pub path: String,
    /// Where the disk has it.
    pub file: PathBuf,
}

/// The most bytes that a text can have: far more than anyone writes, and little enough to be held in memory.
pub(super) const MAX_TEXT: u64 = 16 * MIB;

/// The longest text of a page, in bytes: a thick book. Nobody's browser shows a longer page.
pub(super) const MAX_PROSE: u64 = MIB;

/// The most bytes of settings, of a file of messages and of a template. Each holds a few thousand at most, and what
/// reads them was not made for much more.
pub(super) const MAX_MACHINERY: u64 = 128 * KIB;

const KIB: u64 = 1 << 10;

const MIB: u64 = 1 << 20;

/// The most bytes that a text of this name can have.
fn limit(path: &str) -> u64 {
    if path.ends_with(".md") {
        return MAX_PROSE;
    }
    let is_machinery = [".toml", ".ftl", ".html"]
        .iter()
        .any(|ending| path.ends_with(ending));
    if is_machinery {
        MAX_MACHINERY
    } else {
        MAX_TEXT
    }
}

/// What came of one file.
pub(super) enum Outcome {
    Text(Text),
    Asset {
        length: u64,
        size: Option<(u32, u32)>,
        facts: PrivateFacts,
        flaw: Option<PictureFlaw>,
    },
    Failed(Diagnostic),
}

/// `room` is a buffer for the bytes of a text, to be used again; what is in it does not matter.
pub(super) fn read_file(found: &FoundFile, room: &mut Vec<u8>) -> Outcome {
    match file_kind(&found.path) {
        FileKind::Text => read_text(found, room).map_or_else(Outcome::Failed, Outcome::Text),
        FileKind::Asset => match fs::metadata(&found.file) {
            Ok(metadata) if let Some(line) = unmerged_line(found, metadata.len()) => {
                let at = At::File(found.path.clone());
                Outcome::Failed(Diagnostic::new(Code::UnfinishedMerge, at).with("row", line))
            }
            Ok(metadata) => {
                let facts = facts_of(found);
                Outcome::Asset {
                    length: metadata.len(),
                    size: size_of_picture(&found.file, facts),
                    facts,
                    flaw: flaw_of(found, metadata.len()),
                }
            }
            Err(error) => Outcome::Failed(unreadable(&found.path, &error)),
        },
    }
}

/// The line of the first mark of an unfinished merge in a copied file that is a text by its name.
fn unmerged_line(found: &FoundFile, length: u64) -> Option<usize> {
    const ENDINGS: [&str; 16] = [
        "csv", "css", "geojson", "htm", "html", "ics", "js", "json", "md", "svg", "tsv", "txt",
        "vcf", "xml", "yaml", "yml",
    ];
    let (_, ending) = found.path.rsplit_once('.')?;
    let is_text = ENDINGS.contains(&&*ending.to_ascii_lowercase());
    if !is_text || length > MAX_TEXT {
        return None;
    }
    let bytes = fs::read(&found.file).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    // A line of “=” alone underlines a title in many texts.
    let marks = unmerged(&found.path, &text).into_iter();
    let first = marks.map(|mark| mark.start);
    let first = first.filter(|&at| !text[at..].starts_with('=')).min()?;
    Some(text[..first].matches('\n').count() + 1)
}

/// The width and height of a picture as it is seen, from the first bytes of its file; none of a file that is no picture.
fn size_of_picture(file: &Path, facts: PrivateFacts) -> Option<(u32, u32)> {
    let size = imagesize::size(file).ok()?;
    let width = u32::try_from(size.width).ok()?;
    let height = u32::try_from(size.height).ok()?;
    // EXIF numbers those from 5 on that lie on their side.
    match facts.orientation {
        5..=8 => Some((height, width)),
        _ => Some((width, height)),
    }
}

/// What the metadata of a file of the content tell; those of a theme are its maker's business.
fn facts_of(found: &FoundFile) -> PrivateFacts {
    let file = found
        .path
        .starts_with("content/")
        .then(|| File::open(&found.file));
    match file {
        Some(Ok(file)) => private_facts(BufReader::new(file)),
        _ => PrivateFacts::default(),
    }
}

/// Why readers would not see a file of the content; what cannot be read is told elsewhere.
fn flaw_of(found: &FoundFile, length: u64) -> Option<PictureFlaw> {
    if !found.path.starts_with("content/") {
        return None;
    }
    let mut file = File::open(&found.file).ok()?;
    let mut head = Vec::new();
    file.by_ref()
        .take(HEAD as u64)
        .read_to_end(&mut head)
        .ok()?;
    if head.starts_with(b"GIF8") {
        // How many pictures it has is told at none of its ends.
        let rest = MAX_TEXT - HEAD as u64;
        file.by_ref().take(rest).read_to_end(&mut head).ok()?;
    }
    let mut tail = Vec::new();
    if length > head.len() as u64 {
        let before = length.saturating_sub(TAIL as u64);
        file.seek(SeekFrom::Start(before)).ok()?;
        file.take(TAIL as u64).read_to_end(&mut tail).ok()?;
    } else {
        let before = head.len().saturating_sub(TAIL);
        tail.extend_from_slice(&head[before..]);
    }
    picture_flaw(&found.path, &head, &tail, length)
        .or_else(|| flaw_of_drawing(found, length))
        .or_else(|| has_script(found, length).then_some(PictureFlaw::Script))
}

/// Whether it is a page with a program in it; of one that is too large nobody knows.
fn has_script(found: &FoundFile, length: u64) -> bool {
    let path = found.path.to_ascii_lowercase();
    let is_page = [".html", ".htm", ".xhtml"]
        .iter()
        .any(|end| path.ends_with(end));
    let has = |bytes: Vec<u8>| {
        let bytes = bytes.to_ascii_lowercase();
        memchr::memmem::find(&bytes, b"<script").is_some()
    };
    is_page && length <= MAX_TEXT && fs::read(&found.file).is_ok_and(has)
}

/// What a drawing holds that does more than show something; of one that is too large nobody knows.
fn flaw_of_drawing(found: &FoundFile, length: u64) -> Option<PictureFlaw> {
    let path = found.path.to_ascii_lowercase();
    if !path.ends_with(".svg") && !path.ends_with(".svgz") {
        return None;
    }
    let flaw = match length > MAX_TEXT {
        true => Some((Active::Large, 1)),
        false => active(&fs::read(&found.file).ok()?),
    };
    flaw.map(|(what, row)| PictureFlaw::Active(what, row))
}

pub(super) fn read_text(found: &FoundFile, room: &mut Vec<u8>) -> Result<Text, Diagnostic> {
    let failed = |error: io::Error| unreadable(&found.path, &error);
    let file = File::open(&found.file).map_err(failed)?;
    let length = file.metadata().map_err(failed)?.len();
    let limit = limit(&found.path);
    if length > limit {
        return Err(too_large(&found.path, length, limit));
    }
    room.clear();
    room.reserve(length as usize);
    // One byte more than allowed: the file may have grown since its length was asked for.
    file.take(limit + 1).read_to_end(room).map_err(failed)?;
    if room.len() as u64 > limit {
        return Err(too_large(&found.path, room.len() as u64, limit));
    }
    decoded(&found.path, room)
}

/// The text that bytes are, wherever they come from.
pub(super) fn parse_text(path: &str, bytes: &[u8]) -> Result<Text, Diagnostic> {
    let (length, limit) = (bytes.len() as u64, limit(path));
    match length > limit {
        true => Err(too_large(path, length, limit)),
        false => decoded(path, bytes),
    }
}

fn decoded(path: &str, bytes: &[u8]) -> Result<Text, Diagnostic> {
    if let Some(why) = other_program(bytes) {
        let told = Diagnostic::new(Code::NothingInside, At::File(path.to_owned()));
        return Err(told.with("why", why));
    }
    normalise(bytes).map_err(|wrong| {
        let told = Diagnostic::new(Code::NotUtf8, At::File(path.to_owned()));
        let told = told.with("encoding", wrong.encoding);
        match wrong.first {
            Some((line, column)) => told.with("row", line).with("column", column),
            None => told,
        }
    })
}

/// Rounds up, so that what is too large never looks as if it were not.
fn too_large(path: &str, length: u64, limit: u64) -> Diagnostic {
    let (unit, name) = if limit < MIB {
        (KIB, "KiB")
    } else {
        (MIB, "MiB")
    };
    let tenths = (u128::from(length) * 10).div_ceil(u128::from(unit));
    Diagnostic::new(Code::TooLarge, At::File(path.to_owned()))
        .with("size", format!("{}.{} {name}", tenths / 10, tenths % 10))
        .with("limit", format!("{} {name}", limit / unit))
}

pub(super) fn unreadable(path: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::new(Code::Unreadable, At::File(path.to_owned())).with("reason", reason(error))
}
