//! The tables of queries: what readers type, and the record that has to be found.

use std::fs;

use super::reader::{ask, open};
use crate::support::browser::Browser;
use crate::support::repository;

/// A row of a table.
pub struct Query {
    pub reader: String,
    pub text: String,
    /// The record has to be among so many.
    within: usize,
    /// Any of these will do.
    records: Vec<String>,
    rule: String,
}

/// The rows of a table of this folder.
pub fn queries(table: &str) -> Vec<Query> {
    let text = fs::read_to_string(repository("tests/search").join(table)).unwrap();
    let rows = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.map(|row| {
        let cells: Vec<&str> = row.split('\t').collect();
        let [reader, text, within, records, rule] = cells[..] else {
            panic!("{table}: {row}");
        };
        Query {
            reader: reader.to_owned(),
            text: text.to_owned(),
            within: within.parse().expect("a number"),
            records: records.split('|').map(str::to_owned).collect(),
            rule: rule.to_owned(),
        }
    })
    .collect()
}

/// Asks every query of a table; at least so many in 100 have to find their record, and of the others is told what came instead.
pub fn holds(browser: &Browser, base: &str, table: &str, least: usize) {
    let queries = queries(table);
    let mut reader = "";
    let mut failed = Vec::new();
    for query in &queries {
        if query.reader != reader {
            reader = &query.reader;
            open(browser, base, reader);
        }
        let found = ask(browser, &query.text);
        let first = &found[..found.len().min(query.within)];
        if !first.iter().any(|path| query.records.contains(path)) {
            let at = found.iter().position(|path| query.records.contains(path));
            let instead = &found[..found.len().min(4)];
            failed.push(format!(
                "{reader} {:?} ({}): {} at {at:?} of {}, instead {instead:?}",
                query.text,
                query.rule,
                query.records.join(" or "),
                found.len(),
            ));
        }
    }
    let (all, held) = (queries.len(), queries.len() - failed.len());
    let told = format!("{table}: {held} of {all} hold\n{}", failed.join("\n"));
    println!("{told}");
    assert!(held * 100 >= all * least, "{told}");
}

#[test]
fn the_tables_are_spread_over_the_languages() {
    for (table, each) in [("portal.tsv", 30), ("corpus.tsv", 20)] {
        let queries = queries(table);
        for lang in ["kk", "ru", "en"] {
            let count = queries.iter().filter(|query| query.reader == lang).count();
            assert_eq!(count, each, "{table} {lang}");
        }
    }
}
