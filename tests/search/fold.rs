//! The rule of the search, which stands once in Rust and once in JavaScript: both make the same of every word of the portal
//! and of an invented one.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use tagzym::search::fold::{fold, is_idle, stems, words};

use super::corpus;
use crate::support::browser::Browser;
use crate::support::{repository, tree};

/// Lines that neither site has: letters of other scripts, signs inside of words, letters made of several, long words.
const ODD: [&str; 12] = [
    "İstanbul ISSIZ ſtraße ﬁne Ǆ",
    "за́мок нұ̈р e\u{301}te Ａｌｍａｔｙ",
    "Көк-төбе, Нұр‑Сұлтан; -тире- ‐x‐",
    "qazaq’stan O‘zbek ʻokina it's rock`n`roll",
    "学校 ხე ܐ ألماتي ἄλφα",
    "2019-2020 № 12/3 1 000 000 ²½ Ⅷ ٣",
    "Ғылымдағы Һәм ҰЛЫТАУ Ӏ ӑ ӣ ҷ",
    "Ǵylymǵa Úlgi Ülgi Qūrylys Şymkent jañyǵy ıi İi",
    "schtscha tschaika jazz dzhaz Dzhambul chtchi",
    "əл-Фараби Ɵзен ƣƣ ŋ",
    "😀 смайл😀лик \u{feff}начало\u{200b}конец",
    "абвгдежзийклмнопрстуфхцчшщъыьэюяабвгдежзий a\u{ad}b",
];

/// Every line of the texts of both sites, once.
fn lines() -> BTreeSet<String> {
    let mut lines: BTreeSet<String> = ODD.iter().map(|&line| line.to_owned()).collect();
    let mut take = |bytes: &[u8]| {
        if let Ok(text) = std::str::from_utf8(bytes) {
            lines.extend(text.lines().map(str::to_owned));
        }
    };
    for bytes in tree(&repository("content")).values() {
        take(bytes);
    }
    corpus().make(&mut |_, bytes| take(bytes));
    lines
}

#[test]
fn both_sides_fold_every_word_alike() {
    let Some(browser) = Browser::start("both_sides_fold_every_word_alike") else {
        return;
    };
    let script = repository("themes/tagzym/static/search-fold.js");
    let script = std::fs::read_to_string(script).unwrap();
    browser.open("data:text/html,<title>A</title>");
    browser.run(&format!(
        "const source = new Blob([{}], {{type: 'text/javascript'}});
        return import(URL.createObjectURL(source)).then((rule) => {{ window.rule = rule; }})",
        json!(script)
    ));
    let lines: Vec<String> = lines().into_iter().collect();
    let mut all = BTreeSet::new();
    for lines in lines.chunks(5_000) {
        let theirs = browser.run(&format!(
            "return {}.map((line) => rule.words(line))",
            json!(lines)
        ));
        for (line, theirs) in lines.iter().zip(theirs.as_array().unwrap()) {
            let ours = words(line);
            assert_eq!(&json!(ours), theirs, "{line}");
            all.extend(ours);
        }
    }
    assert!(all.len() > 5_000, "{}", all.len());
    let all: Vec<String> = all.into_iter().collect();
    for words in all.chunks(5_000) {
        let theirs = browser.run(&format!(
            "return {}.map((word) => [rule.fold(word), rule.stems(word), rule.isIdle(word)])",
            json!(words)
        ));
        let theirs: &Vec<Value> = theirs.as_array().unwrap();
        for (word, theirs) in words.iter().zip(theirs) {
            let ours = json!([fold(word), stems(word), is_idle(word)]);
            assert_eq!(&ours, theirs, "{word}");
        }
    }
}
