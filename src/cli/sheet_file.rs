//! Writing a workbook that an editor asked for, where nobody publishes it.

use std::path::Path;

use super::exit_code::WRONG_USE;
use super::refusal::reason;
use super::report::{error, message, path_text};
use crate::disk::sheet::{SheetError, write_sheet};
use crate::locale::{Arg, Language};

/// The folder that builds write into if nobody says otherwise.
const OUT: &str = "dist";

/// Writes a workbook into a new file, or says why not.
pub(super) fn keep(
    path: &Path,
    root: &Path,
    bytes: Result<Vec<u8>, String>,
    words: &Language,
) -> Result<(), u8> {
    let file = path_text(path);
    let told = match bytes {
        Ok(bytes) => match write_sheet(path, root, Path::new(OUT), &bytes) {
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
