//! Writing a workbook that an editor asked for, where nobody publishes it.

use std::path::Path;

use super::common::Common;
use super::exit_code::{CONTENT_ERRORS, WRONG_USE};
use super::refusal::reason;
use super::report::{diagnostics, error, message, path_text};
use crate::diagnostic::has_errors;
use crate::disk::sheet::{SheetError, write_sheet};
use crate::locale::{Arg, Language};
use crate::pipeline::Preparation;
use crate::report::message::language;
use crate::sheets::{GiftBook, gift_book};

/// The folder that builds write into if nobody says otherwise.
const OUT: &str = "dist";

/// Writes a workbook into a new file, or says why not. `replaces`: what stands there may be written over.
pub(super) fn keep(
    path: &Path,
    replaces: bool,
    root: &Path,
    bytes: Result<Vec<u8>, String>,
    words: &Language,
) -> Result<(), u8> {
    let file = path_text(path);
    let told = match bytes {
        Ok(bytes) => match write_sheet(path, replaces, root, Path::new(OUT), &bytes) {
            Ok(()) => return Ok(()),
            Err(SheetError::Stands) => {
                message(words, "sheet-stands", &[("file", Arg::Text(&file))])
            }
            Err(SheetError::Inside) => {
                message(words, "sheet-inside", &[("file", Arg::Text(&file))])
            }
            Err(SheetError::Io(why)) => {
                let reason = reason(&why, words);
                let args = [("file", Arg::Text(&file)), ("reason", Arg::Text(&reason))];
                message(words, "import-unwritable", &args)
            }
        },
        Err(why) => message(
            words,
            "import-workbook-failed",
            &[("reason", Arg::Text(&why))],
        ),
    };
    error(words, &told);
    Err(WRONG_USE)
}

/// Writes a workbook of gifts into a new file, and gives how many there are. What is to be passed on is not written where a text in it names
/// somebody who must not be named: then each place is told.
pub(super) fn keep_gifts(
    path: &Path,
    site: &Preparation,
    what: GiftBook,
    common: &Common,
) -> Result<usize, u8> {
    let words = language(common.lang());
    let prepared = site.prepared.as_ref().ok_or(CONTENT_ERRORS)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut leaks = Vec::new();
    let made = gift_book(&prepared.portal, what, &words, &mut |text| match what {
        GiftBook::All => {}
        GiftBook::Public | GiftBook::Empty => leaks.extend(prepared.leaks_in(&name, text)),
    });
    leaks.sort();
    leaks.dedup();
    let found = prepared.report_leaks(leaks, &site.sources);
    diagnostics(&found, &site.sources, common);
    if has_errors(&found) {
        let file = path_text(path);
        error(
            &words,
            &message(
                &words,
                "export-names-somebody",
                &[("file", Arg::Text(&file))],
            ),
        );
        return Err(CONTENT_ERRORS);
    }
    let (bytes, count) = match made {
        Ok((bytes, count)) => (Ok(bytes), count),
        Err(why) => (Err(why.to_string()), 0),
    };
    keep(path, false, &common.root, bytes, &words).map(|()| count)
}
