//! The maker of corpora: what it writes is a site that nothing is wrong with, the same each time.

use std::collections::BTreeMap;
use std::iter;

use crate::maker;

use crate::support::{Site, repository};
use maker::Corpus;

const CORPORA: [Corpus; 2] = [corpus(1, false), corpus(2, true)];

const fn corpus(seed: u64, samples: bool) -> Corpus {
    Corpus {
        projects: 60,
        seed,
        samples,
    }
}

/// The files, by their paths; no path comes twice.
fn files(of: Corpus) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    of.make(&mut |path, bytes| {
        assert_eq!(
            files.insert(path.to_owned(), bytes.to_owned()),
            None,
            "{path}"
        );
    });
    files
}

fn site(of: Corpus) -> Site {
    Site::empty().with_all(files(of))
}

#[test]
fn nothing_is_wrong_nor_odd_in_a_corpus_of_any_size() {
    let small = (1..4).map(|projects| Corpus {
        projects,
        ..CORPORA[0]
    });
    for corpus in CORPORA.into_iter().chain(small) {
        let (alone, odd): (Vec<String>, Vec<String>) = site(corpus)
            .inspect()
            .into_iter()
            .partition(|found| found.starts_with("T0232 content/patrons/"));
        assert_eq!(odd, Vec::<String>::new(), "{corpus:?}");
        // Where few give, one who is not named stands alone: it is told once, and not of many.
        assert!(alone.is_sorted_by(|a, b| a < b), "each once: {alone:?}");
        assert!(alone.len() <= 5, "{corpus:?}: {alone:?}");
    }
}

/// By the plain theme of `tests/sites/`: what the portal's own makes of the records is for other tests to say.
#[test]
fn a_corpus_can_be_built() {
    for corpus in CORPORA {
        let site = site(corpus);
        site.edit("site.toml", "theme = \"tagzym\"", "theme = \"plain\"");
        site.copy_from(&repository("tests/sites/themes"), "themes");
        let made = site.publish(&[], &[]);
        assert!(made.contains_key("kk/projects/index.html"), "{corpus:?}");
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_one_others() {
    let first = files(CORPORA[0]);
    assert_eq!(first, files(CORPORA[0]));
    assert_ne!(first, files(corpus(3, false)));
}

/// All features are there: each of these stands in some file.
#[test]
fn a_corpus_has_every_feature() {
    let texts: String = iter::once(files(CORPORA[1]))
        .flatten()
        .filter_map(|(_, bytes)| String::from_utf8(bytes).ok())
        .collect();
    let features = [
        "until: ",
        "since: ",
        "successors: [",
        "tile: [[",
        "parent: ",
        "plural: ",
        "consent: anonymous",
        "kind: person",
        "kind: company",
        "kind: fund",
        "kind: association",
        "kind: group",
        "members: ",
        "site: https://",
        "patrons: [",
        "in_kind: ",
        "status: pledged",
        "status: planned",
        "status: under-way",
        "status: completed",
        "categories:",
        "category: ",
        "event: ",
        "breakdown:",
        "part_of: ",
        "measure: objects",
        "measure: pledges",
        "draft: true",
        "sample: true",
        "aliases: [",
        "slug: ",
        "location: [",
        "beneficiaries: ",
        "image: {",
        "source: {lang: ",
        "[^1]: ",
        "~~",
        "- [x] ",
        "| --- |",
        "![](@map",
        "![](@chart",
        "![](@table",
        "[](@total",
        "[](@award/",
        ".png \"",
        "district: ",
        "place: {",
        "purpose: {",
        "note: {",
    ];
    let missing = features.iter().filter(|feature| !texts.contains(**feature));
    assert_eq!(missing.collect::<Vec<_>>(), Vec::<&&str>::new());
}
