//! The editors' guides (`docs/editors.*.md`): whoever does what stands in them, block by block in an empty folder, sees what they show;
//! all three lead through the same commands and files; and what they say of codes is what the program says.
//!
//! | block | what it is |
//! | --- | --- |
//! | `sh` | commands, one a line |
//! | `text`, `text 1` | telling lines of what the last of them says, `…` for what is left out, and how it ends |
//! | `yaml PATH` and others | a file, whole; with `lines`, settings that take the place of those of their names |
//! | `yaml PATH find`, then `yaml PATH replace` | what stands in a file, and what is written instead |
//! | `<!-- photo: PATH -->` | a photograph that the reader has put there |

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::LazyLock;

use crate::photos::{corners, jpeg};
use crate::support::preview::Preview;
use crate::support::{Site, program, repository, run};

const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

fn guide(lang: &str) -> String {
    let file = repository(&format!("docs/editors.{lang}.md"));
    fs::read_to_string(file).unwrap()
}

/// Something that the reader of a guide does or sees.
#[derive(Debug)]
enum Step {
    Commands(Vec<String>),
    Shown {
        code: i32,
        lines: Vec<String>,
    },
    File {
        path: String,
        how: How,
        text: String,
    },
    Photo(String),
}

#[derive(Debug, PartialEq, Eq)]
enum How {
    Whole,
    Lines,
    Find,
    Replace,
}

fn steps(guide: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut lines = guide.lines();
    while let Some(line) = lines.next() {
        let photo = line.strip_prefix("<!-- photo: ");
        if let Some(path) = photo.and_then(|rest| rest.strip_suffix(" -->")) {
            steps.push(Step::Photo(path.to_owned()));
        }
        let Some(info) = line.strip_prefix("```") else {
            continue;
        };
        let block: Vec<String> = lines
            .by_ref()
            .take_while(|line| *line != "```")
            .map(str::to_owned)
            .collect();
        let words: Vec<&str> = info.split(' ').collect();
        steps.push(match words.as_slice() {
            ["sh"] => Step::Commands(block),
            ["text"] => Step::Shown {
                code: 0,
                lines: block,
            },
            ["text", code] => Step::Shown {
                code: code.parse().unwrap(),
                lines: block,
            },
            [_, path, how @ ..] => Step::File {
                path: (*path).to_owned(),
                how: match how {
                    [] => How::Whole,
                    ["lines"] => How::Lines,
                    ["find"] => How::Find,
                    ["replace"] => How::Replace,
                    other => panic!("{other:?}"),
                },
                text: block.join("\n"),
            },
            other => panic!("nobody knows what to do with {other:?}"),
        });
    }
    steps
}

/// A command in its words; quotation marks keep them together.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut is_quoted = false;
    for letter in command.chars() {
        match letter {
            '"' => is_quoted = !is_quoted,
            ' ' if !is_quoted => words.push(String::new()),
            letter => words.last_mut().unwrap().push(letter),
        }
    }
    words
}

/// Somebody who follows a guide, in a folder of their own.
struct Reader {
    lang: &'static str,
    site: Site,
    /// Where the terminal is.
    folder: PathBuf,
    /// What the last commands said.
    said: String,
    find: String,
}

impl Reader {
    fn does(&mut self, step: &Step, code: i32) {
        match step {
            Step::Commands(commands) => {
                self.said.clear();
                for (nth, command) in commands.iter().enumerate() {
                    let is_last = nth + 1 == commands.len();
                    let ended = self.enters(command);
                    let said = &self.said;
                    assert_eq!(ended, if is_last { code } else { 0 }, "{command}\n{said}");
                }
            }
            Step::Shown { lines, .. } => self.sees(lines),
            Step::File { path, how, text } => self.writes(path, how, text),
            Step::Photo(path) => {
                let size = (1600, 1200);
                fs::write(self.folder.join(path), jpeg(size, corners(size))).unwrap();
            }
        }
    }

    /// Enters a command; gives how it ends.
    fn enters(&mut self, command: &str) -> i32 {
        let words = words(command);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words.as_slice() {
            ["cd", to] => self.folder.push(to),
            ["rm", file] => fs::remove_file(self.folder.join(file)).unwrap(),
            ["cp", from, to] => {
                fs::copy(self.folder.join(from), self.folder.join(to)).unwrap();
            }
            ["tagzym", "serve", "--open"] => self.looks(),
            ["tagzym", arguments @ ..] => {
                let mut program = program();
                program.env("LANG", self.lang).current_dir(&self.folder);
                let done = run(program.args(arguments));
                self.said.extend([done.out, done.err]);
                return done.code;
            }
            other => panic!("{other:?}"),
        }
        0
    }

    /// Looks at the portal in the preview.
    fn looks(&mut self) {
        let mut program = program();
        program.env("LANG", self.lang).current_dir(&self.folder);
        program.args(["serve", "--port", "0"]);
        let mut server = program.stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(server.stderr.take().unwrap()).lines();
        let line = lines.next().unwrap().unwrap();
        let address = line
            .split(['/', ' '])
            .find(|of| of.starts_with("127.0.0.1:"));
        let address = address.unwrap_or_else(|| panic!("{line}"));
        let preview = Preview::at(self.site.clone(), server, address.parse().unwrap());
        let home = preview.page(&format!("/{}/", self.lang));
        assert!(home.contains("id=\"grand-total\""), "{home}");
        self.said = line.replace(address, "127.0.0.1:8000");
    }

    fn sees(&self, lines: &[String]) {
        let plain = |line: &str| line.replace(['\u{a0}', '\u{202f}'], " ").trim().to_owned();
        let said: Vec<String> = self.said.lines().map(plain).collect();
        let mut rest = said.iter();
        for line in lines.iter().filter(|line| *line != "…") {
            let wanted = plain(line);
            let is_it = |said: &String| is_like(said, &wanted);
            assert!(rest.any(is_it), "not shown: {line}\n{}", self.said);
        }
    }

    fn writes(&mut self, path: &str, how: &How, text: &str) {
        let file = self.folder.join(path);
        let before = || fs::read_to_string(&file).unwrap();
        let after = match how {
            How::Whole => {
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                format!("{text}\n")
            }
            How::Lines => text
                .lines()
                .fold(before(), |settings, line| with(&settings, line)),
            How::Find => {
                assert!(before().contains(text), "{path} does not have {text}");
                text.clone_into(&mut self.find);
                return;
            }
            How::Replace => before().replacen(&self.find, text, 1),
        };
        fs::write(&file, after).unwrap();
    }
}

/// Whether a line is as it is shown, but for what is left out.
fn is_like(line: &str, shown: &str) -> bool {
    let mut parts = shown.split('…');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = line.strip_prefix(first) else {
        return false;
    };
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else {
        return rest.is_empty();
    };
    for part in middle {
        match rest.split_once(part) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    rest.ends_with(last)
}

/// Settings with a line in the place of that of its name, which may be a comment.
fn with(settings: &str, line: &str) -> String {
    let (name, _) = line.split_once(" = ").unwrap();
    let is_it = |old: &&str| {
        let old = old.strip_prefix("# ").unwrap_or(old);
        old.starts_with(&format!("{name} = "))
    };
    let old = settings.lines().find(is_it);
    let old = old.unwrap_or_else(|| panic!("no {name} in\n{settings}"));
    settings.replacen(old, line, 1)
}

fn whoever_follows(lang: &'static str) {
    let site = Site::empty();
    let mut reader = Reader {
        lang,
        folder: site.root().to_owned(),
        site,
        said: String::new(),
        find: String::new(),
    };
    let steps = steps(&guide(lang));
    for (nth, step) in steps.iter().enumerate() {
        let code = match steps.get(nth + 1) {
            Some(Step::Shown { code, .. }) => *code,
            _ => 0,
        };
        reader.does(step, code);
    }
    let published = reader.site.path("site");
    let project = published.join(lang).join("projects/sports-hall/index.html");
    let project = fs::read_to_string(project).unwrap();
    assert!(project.contains("/sports-hall-"), "the photograph is shown");
    assert!(project.contains("class=\"gallery\""), "the other is listed");
}

#[test]
fn whoever_follows_the_kazakh_guide_sees_what_it_shows() {
    whoever_follows("kk");
}

#[test]
fn whoever_follows_the_russian_guide_sees_what_it_shows() {
    whoever_follows("ru");
}

#[test]
fn whoever_follows_the_english_guide_sees_what_it_shows() {
    whoever_follows("en");
}

/// What is done, whatever it is called in a language.
fn shape(lang: &str) -> Vec<String> {
    let plain = |text: &str| {
        let mut text = text.to_owned();
        for lang in LANGUAGES {
            text = text.replace(&format!("index.{lang}.md"), "index.*.md");
            text = text.replace(&format!("--lang {lang}"), "--lang *");
        }
        let outside = text.split('"').step_by(2);
        outside.collect::<Vec<_>>().join("*")
    };
    let steps = steps(&guide(lang)).into_iter();
    let told = steps.flat_map(|step| match step {
        Step::Commands(commands) => commands
            .iter()
            .map(|command| match command.split_once(" --languages ") {
                Some((before, rest)) => {
                    let (_, region) = rest.split_once(" --region ").unwrap();
                    assert!(!region.is_empty());
                    format!("{before} --languages * --region *")
                }
                None => plain(command),
            })
            .collect(),
        Step::Shown { code, .. } => vec![format!("shown {code}")],
        Step::File { path, how, .. } => vec![format!("{how:?} {}", plain(&path))],
        Step::Photo(path) => vec![format!("photo {path}")],
    });
    told.collect()
}

#[test]
fn the_guides_lead_the_same_way() {
    assert_eq!(shape("ru"), shape("kk"));
    assert_eq!(shape("en"), shape("kk"));
}

#[test]
fn what_guides_say_of_messages_is_what_the_program_says() {
    static ENGLISH: LazyLock<Vec<String>> = LazyLock::new(|| codes("en"));
    for lang in LANGUAGES {
        let all = run(program().args(["explain", "--ui-lang", lang])).out;
        let guide = guide(lang);
        let rows = guide.lines().filter_map(|line| line.strip_prefix("| `T"));
        for row in rows {
            let (code, rest) = row.split_once("` | ").unwrap();
            let (sentence, _) = rest.split_once(" | ").unwrap();
            let line = format!("T{code}  {sentence}");
            assert!(all.lines().any(|told| told == line), "{line}");
        }
        assert_eq!(codes(lang), *ENGLISH, "{lang}");
    }
}

/// The codes that a guide tells of, in its order.
fn codes(lang: &str) -> Vec<String> {
    let guide = guide(lang);
    let rows = guide.lines().filter_map(|line| line.strip_prefix("| `T"));
    rows.filter_map(|row| Some(row.split_once('`')?.0.to_owned()))
        .collect()
}
