//! Corpus: all files of an invented site, one after the other.
//!
//! Takes a size and a seed, gives paths and bytes. Which records there are, and what each is called, follows from its
//! number alone; so any record can name any other, and nothing is kept but regions. Must not know where files go.

mod awards;
mod figures;
mod kinds;
mod news;
mod pages;
mod patrons;
mod picture;
mod places;
mod projects;
mod random;
mod regions;
mod text;
mod time;
mod words;
mod yaml;

use regions::Region;

/// What is to be made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Corpus {
    pub(crate) projects: usize,
    pub(crate) seed: u64,
    /// A tenth of patrons, projects and awards are samples.
    pub(crate) samples: bool,
}

/// Takes a file: its path from the root of the site, and what is in it.
pub(crate) type Put<'a> = &'a mut dyn FnMut(&str, &[u8]);

impl Corpus {
    /// Gives every file of the site.
    pub(crate) fn make(&self, put: Put<'_>) {
        let world = World {
            regions: regions::all(self.seed),
            patrons: (self.projects / 4).clamp(24, patrons::MOST),
            news: self.projects / 15 + 2,
            corpus: *self,
        };
        put("site.toml", SETTINGS.as_bytes());
        put("content/static/report-2024.txt", STATIC.as_bytes());
        regions::write(&world, put);
        kinds::write(put);
        patrons::write(&world, put);
        projects::write(&world, put);
        awards::write(&world, put);
        figures::write(&world, put);
        news::write(&world, put);
        pages::write(&world, put);
    }
}

/// What records know of others.
struct World {
    regions: Vec<Region>,
    /// How many patrons there are.
    patrons: usize,
    /// How many news items there are.
    news: usize,
    corpus: Corpus,
}

impl World {
    /// Whether the record of this number is a sample: every tenth one.
    fn is_sample(&self, nth: usize) -> bool {
        self.corpus.samples && nth % 10 == 9
    }

    /// The number, or the one before if a real record must not name it.
    fn named_by(&self, sample: bool, nth: usize) -> usize {
        match self.is_sample(nth) && !sample {
            true => nth - 1,
            false => nth,
        }
    }
}

/// The line that marks a sample, at the end of a record or front matter.
fn sample_line(sample: bool) -> &'static str {
    match sample {
        true => "sample: true\n",
        false => "",
    }
}

const SETTINGS: &str = r#"# An invented portal, made by benches/corpus.
base_url = "https://corpus.example"
theme = "tagzym"
languages = ["kk", "ru", "en"]
default_language = "kk"
required = ["kk"]
fallback = ["kk", "ru", "en"]
samples = "show"
contact = "corpus@corpus.example"
licence = "CC0 1.0"

[title]
kk = "Ойдан шығарылған портал"
ru = "Вымышленный портал"
en = "An invented portal"

[description]
kk = "Сынақ пен өлшеуге арналған портал: мұнда бәрі ойдан шығарылған."
ru = "Портал для проверок и измерений: всё в нём вымышлено."
en = "A portal for tests and measurements: everything in it is invented."
"#;

const STATIC: &str = "An invented report.\n";
