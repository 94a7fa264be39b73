//! `tagzym explain T0103`: the command that documents a diagnostic code, with examples, or lists all codes.

use super::exit_code::WRONG_USE;
use super::language::UiLang;
use super::report::{error, print};
use crate::diagnostic::{Code, Severity};
use crate::locale::{Arg, Language};
use crate::report::explain::{explain as explanation, find, in_short, texts};
use crate::report::message::language;
use crate::source::text::invisible::{shortened, visible};

pub(super) fn explain(code: Option<&str>, ui: UiLang) -> u8 {
    let words = language(ui.lang());
    let word = |id: &str| words.messages.format(id, &[]).unwrap_or_default();
    let texts = texts(ui.lang());
    let Some(number) = code else {
        for &code in Code::ALL {
            let text = texts.format(code.number(), &[]).unwrap_or_default();
            print(format!("{}  {}\n", code.number(), in_short(&text)));
        }
        print(format!("\n{}\n", word("explain-more")));
        return 0;
    };
    let code = match find(number) {
        Ok(code) => code,
        Err(near) => {
            error(&words, &unknown(number, &near, &words));
            return WRONG_USE;
        }
    };
    let severity = match code.severity() {
        Severity::Error => word("severity-error"),
        Severity::Warning => word("severity-warning"),
    };
    let Some(told) = explanation(code, &texts) else {
        return WRONG_USE;
    };
    print(format!("{} ({severity})\n{}\n", code.number(), told.text));
    for (title, example) in [("explain-wrong", told.wrong), ("explain-right", told.right)] {
        print(format!("\n{}\n", word(title)));
        for line in example.lines() {
            print(format!("    {line}\n"));
        }
    }
    0
}

fn unknown(number: &str, near: &[String], words: &Language) -> String {
    let format = |id: &str, args: &[(&str, Arg<'_>)]| {
        let text = words.messages.format(id, args);
        text.unwrap_or_default()
    };
    let number = visible(&shortened(number, 40)).into_owned();
    let quoted = format("quoted", &[("name", Arg::Text(&number))]);
    let mut text = format("explain-unknown", &[("code", Arg::Text(&quoted))]);
    text.push_str(". ");
    if near.is_empty() {
        text.push_str(&format("explain-more", &[]));
    } else {
        let or = format!(" {} ", format("list-or", &[]));
        let names = near.join(&or);
        text.push_str(&format("did-you-mean", &[("names", Arg::Text(&names))]));
    }
    text
}
