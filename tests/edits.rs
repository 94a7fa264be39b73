//! After any edit, of any kind, every file that the preview gives is the one that a clean build makes: at once, whether
//! the site is whole or broken.
//!
//! The edits look random and are the same each time. `EDITS=1000 cargo test --release --test integration edits::` makes a thousand of
//! them, and `SEED=2` others.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::Path;
use std::time::SystemTime;

use crate::support::preview::{Preview, plain_assets, without_line};
use fastrand::Rng;
use tagzym::{BuildOptions, Unpublished, has_errors, prepare};

#[test]
fn after_any_edit_every_file_is_that_of_a_clean_build() {
    let number = |name: &str, usual: usize| {
        std::env::var(name).map_or(usual, |number| number.parse().unwrap())
    };
    let edits = number("EDITS", 60);
    let mut editor = Editor {
        preview: Preview::of("sums"),
        dice: Rng::with_seed(number("SEED", 1) as u64),
        broken: Vec::new(),
        away: None,
    };
    let mut tally = Tally::default();
    let mut before = BTreeSet::new();
    for step in 0..edits {
        let what = editor.edit(step);
        let wrong = editor.differences(&mut before, &mut tally);
        assert!(wrong.is_empty(), "edit {step}, {what}: {wrong:#?}");
    }
    println!("{edits} edits: {tally:?}");
    assert!(
        tally.whole > edits / 5 && tally.broken > edits / 8 && tally.refused > 0,
        "{tally:?}"
    );
}

/// What the site was like after the edits.
#[derive(Debug, Default)]
struct Tally {
    whole: usize,
    broken: usize,
    files: usize,
    refused: usize,
    codes: std::collections::BTreeMap<String, usize>,
}

struct Editor {
    preview: Preview,
    dice: Rng,
    /// Files that were made wrong, with their right texts.
    broken: Vec<(String, String)>,
    /// A folder that was moved out of the site.
    away: Option<&'static str>,
}

const TEMPLATES: [&str; 5] = ["home", "project", "region", "patron", "totals"];
const LANGS: [&str; 3] = ["kk", "ru", "en"];

impl Editor {
    /// One edit; gives what it was.
    fn edit(&mut self, step: usize) -> String {
        if let Some(folder) = self.away.take() {
            let away = self.preview.path("away");
            fs::rename(away, self.preview.path(folder)).unwrap();
            return format!("{folder} back");
        }
        if self.broken.len() > 2 || !self.broken.is_empty() && self.dice.usize(..3) == 0 {
            let place = self.dice.usize(..self.broken.len());
            let (path, text) = self.broken.remove(place);
            self.preview.write(&path, &text);
            return format!("mended {path}");
        }
        let lang = self.dice.choice(LANGS).unwrap();
        let gym = format!("content/projects/gym.{lang}.md");
        match self.dice.usize(..17) {
            0 => {
                self.change(&gym, |text| format!("{text}\nWord {step}.\n"));
                format!("a word in {gym}")
            }
            1 | 2 => {
                let amount = 1 + self.dice.usize(..1000);
                let new = format!("  - {{patron: p-0001, amount: {amount}, date: 2020}}");
                let lines = |text: String| {
                    let line = |line: &str| match line.contains("p-0001") {
                        true => new.clone(),
                        false => line.to_owned(),
                    };
                    text.lines().map(line).collect::<Vec<_>>().join("\n") + "\n"
                };
                self.change("content/projects/gym.kk.md", lines);
                format!("amount {amount}")
            }
            3 => {
                let well = ["well", "spring"].map(|name| format!("content/projects/{name}.kk.md"));
                let well = well.iter().find(|path| self.preview.path(path).exists());
                let text = self.preview.read(well.unwrap());
                let lines = text.lines().filter(|line| !line.starts_with("slug:"));
                let text = lines.collect::<Vec<_>>().join("\n");
                let new = format!("content/projects/more/new-{step}.{lang}.md");
                self.preview.write(&new, &text);
                new
            }
            4 => {
                let _ = fs::remove_dir_all(self.preview.path("content/projects/more"));
                "new projects deleted".to_owned()
            }
            5 => {
                let (more, other) = ("content/projects/more", "content/projects/other");
                let _ = fs::remove_dir_all(self.preview.path(other));
                let _ = fs::rename(self.preview.path(more), self.preview.path(other));
                "folder renamed".to_owned()
            }
            6 => {
                let there = self.preview.path("content/projects/well.kk.md").exists();
                let (from, to) = if there {
                    ("well", "spring")
                } else {
                    ("spring", "well")
                };
                let path = |name: &str, lang: &str| {
                    self.preview
                        .path(format!("content/projects/{name}.{lang}.md"))
                };
                for lang in LANGS {
                    fs::rename(path(from, lang), path(to, lang)).unwrap();
                }
                format!("{from} → {to}")
            }
            7 | 8 => self.break_something(),
            9 => {
                self.change("site.toml", |text| {
                    let (head, _) = text.rsplit_once("en = ").unwrap();
                    format!("{head}en = \"Site {step}\"\n")
                });
                "site.toml".to_owned()
            }
            10 => {
                let name = self.dice.choice(TEMPLATES).unwrap();
                let path = format!("themes/plain/templates/{name}.html");
                self.change(&path, |text| format!("{text}<!-- {step} -->\n"));
                path
            }
            11 => {
                let css = format!("b {{ margin: {step}px }}\n");
                self.preview.write("themes/plain/static/site.css", &css);
                "style".to_owned()
            }
            12 => {
                let over = format!("content/locales/{lang}/own.ftl");
                match self.preview.path(&over).exists() {
                    true => fs::remove_file(self.preview.path(&over)).unwrap(),
                    false => self
                        .preview
                        .write(&over, format!("nav-regions = R{step}\n")),
                }
                over
            }
            13 => {
                let saved = format!("content/projects/.gym-{step}.swp");
                let text = self.preview.read(&gym) + "\nSaved by a new name.\n";
                self.preview.write(&saved, &text);
                fs::rename(self.preview.path(&saved), self.preview.path(&gym)).unwrap();
                format!("{gym} saved by rename")
            }
            14 => {
                let time = fs::metadata(self.preview.path(&gym)).unwrap().modified();
                self.change(&gym, |text| text.replacen("Word", "Term", 1) + "\nOld.\n");
                let file = File::options().append(true).open(self.preview.path(&gym));
                let time = time.unwrap_or(SystemTime::UNIX_EPOCH);
                file.unwrap().set_modified(time).unwrap();
                format!("{gym} with its old time")
            }
            15 => {
                for save in 0..20 {
                    self.change(&gym, |text| format!("{text}\n{save}\n"));
                }
                format!("{gym} twenty times")
            }
            _ => {
                let folder = self
                    .dice
                    .choice(["themes", "content", "content/projects"])
                    .unwrap();
                let away = self.preview.path("away");
                fs::rename(self.preview.path(folder), away).unwrap();
                self.away = Some(folder);
                format!("{folder} away")
            }
        }
    }

    fn break_something(&mut self) -> String {
        const MISTAKES: [(&str, &str, &str); 10] = [
            ("content/projects/gym.kk.md", "title:", "titel:"),
            ("content/projects/gym.ru.md", "---\n", "--\n"),
            ("content/regions/r.yaml", "name:", "name: ["),
            ("content/patrons/p.yaml", "id: ", "id: x"),
            (
                "content/patrons/p.yaml",
                "- id: river\n",
                "- id: river\n  consent: anonymous\n",
            ),
            ("themes/plain/templates/project.html", "{{", "{{ ("),
            (
                "themes/plain/templates/region.html",
                "page.kind",
                "page.kind | none",
            ),
            ("themes/plain/locales/ru/words.ftl", "=", ""),
            ("site.toml", "theme", "[theme"),
            ("site.toml", "\"plain\"", "\"plane\""),
        ];
        let (path, from, to) = self.dice.choice(MISTAKES).unwrap();
        if self.broken.iter().any(|(known, _)| known == path) {
            return "nothing".to_owned();
        }
        let text = self.preview.read(path);
        self.preview.write(path, text.replacen(from, to, 1));
        self.broken.push((path.to_owned(), text));
        format!("broken {path}")
    }

    /// Writes a file anew, and what it will be when it is mended.
    fn change(&mut self, path: &str, change: impl Fn(String) -> String) {
        self.preview.write(path, change(self.preview.read(path)));
        for (_, text) in self.broken.iter_mut().filter(|(known, _)| known == path) {
            *text = change(std::mem::take(text));
        }
    }

    /// Every file that is not what a clean build would make of it now.
    fn differences(&self, before: &mut BTreeSet<String>, tally: &mut Tally) -> Vec<String> {
        let options = BuildOptions {
            drafts: true,
            ..BuildOptions::default()
        };
        let built = prepare(self.preview.root(), &options);
        match has_errors(&built.diagnostics) {
            true => {
                tally.broken += 1;
                for wrong in &built.diagnostics {
                    *tally
                        .codes
                        .entry(wrong.code.number().to_string())
                        .or_default() += 1;
                }
            }
            false => tally.whole += 1,
        }
        let Some(prepared) = &built.prepared else {
            let status = self.preview.status("/kk/", "");
            return (status != "500")
                .then(|| format!("/kk/: {status}"))
                .into_iter()
                .collect();
        };
        let mut wrong = Vec::new();
        let mut now = BTreeSet::new();
        let mut keep = self.preview.keep_alive();
        for path in prepared.paths() {
            let address = served_at(path);
            let (status, served) =
                keep.get(&format!("/{}", address.trim_end_matches("index.html")));
            let expected = prepared.bytes_at(path);
            tally.files += 1;
            match expected {
                Ok(bytes) if path.ends_with(".html") => {
                    if without_line(&served) != plain_assets(&bytes) {
                        wrong.push(format!("{path} ({status}): {}", differing(&served, &bytes)));
                    }
                }
                Ok(bytes) if served != bytes => wrong.push(format!("{path} ({status})")),
                Ok(_) => {}
                Err(_) => {
                    tally.refused += 1;
                    if status != 500 {
                        wrong.push(format!("{path}: {status}, but it cannot be made"));
                    }
                }
            }
            now.insert(address);
        }
        for path in before.difference(&now) {
            let (status, _) = keep.get(&format!("/{path}"));
            // A folder that has its index leads there, and the page of 404 may be one that cannot be made.
            let has_page = ["kk", "ru", "en"].iter().all(|lang| {
                let file = format!("{lang}/404.html");
                prepared.bytes_at(&file) != Err(Unpublished::Refused)
            });
            if status != 404 && status != 302 && (has_page || status != 500) {
                wrong.push(format!("{path}: {status}, but it went"));
            }
        }
        *before = now;
        wrong
    }
}

/// `assets/0123456789ab/site.css` without the hash.
fn served_at(path: &str) -> String {
    let rest = path
        .strip_prefix("assets/")
        .and_then(|rest| rest.split_once('/'));
    rest.map_or_else(|| path.to_owned(), |(_, file)| format!("assets/{file}"))
}

fn differing(served: &[u8], built: &[u8]) -> String {
    let (served, built) = (
        String::from_utf8_lossy(served),
        String::from_utf8_lossy(built),
    );
    let lines = served.lines().zip(built.lines());
    let first = lines.into_iter().find(|(a, b)| a != b);
    first.map_or("length".to_owned(), |(a, b)| format!("«{a}», built «{b}»"))
}

#[test]
fn the_program_builds_the_same() {
    let preview = Preview::of("sums");
    let mut built = preview.publish(&["--drafts"], &[]);
    built.remove(".tagzym"); // Our marker.
    assert!(built.len() > 50);
    for (path, bytes) in &built {
        let served = preview.get(&format!("/{}", served_at(path)));
        match Path::new(path).extension() {
            Some(html) if html == "html" => {
                assert_eq!(without_line(&served), plain_assets(bytes), "{path}");
                let text = String::from_utf8_lossy(bytes);
                assert!(!text.contains("__tagzym") && !text.contains("content/projects"));
            }
            _ => assert_eq!(&served, bytes, "{path}"),
        }
    }
}
