//! `tagzym export`: all gifts as the same sheet that an import reads.

use std::path::PathBuf;

use clap::Args;

use super::common::Common;
use super::import::site;
use super::report::{check_root, message, path_text, say};
use super::sheet_file::keep_gifts;
use crate::locale::Arg;
use crate::report::message::language;
use crate::sheets::GiftBook;

#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    /// The file of the workbook; it has to be new
    #[arg(long, value_name = "FILE")]
    xlsx: PathBuf,
    /// Without drafts, patrons who are not named, and their gifts; refused where a text names one of them
    #[arg(long)]
    public: bool,
}

pub(super) fn export(args: &ExportArgs, common: &Common) -> u8 {
    let words = language(common.lang());
    let done = check_root(&common.root, &words).and_then(|()| {
        let what = match args.public {
            true => GiftBook::Public,
            false => GiftBook::All,
        };
        let site = site(common, !args.public, &words)?;
        let rows = keep_gifts(&args.xlsx, &site, what, common)?;
        let file = path_text(&args.xlsx);
        let of = [
            ("file", Arg::Text(&file)),
            ("rows", Arg::Number(rows as u64)),
        ];
        say(message(&words, "export-written", &of));
        let notice = match what {
            GiftBook::Public => "sheet-public",
            GiftBook::All | GiftBook::Empty => "sheet-private",
        };
        say(message(&words, notice, &[]));
        Ok(())
    });
    done.err().unwrap_or(0)
}
