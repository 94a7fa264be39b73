//! `themes/README.md` says what is so: its reference is made here from the types of `src/pages/` and from the templates,
//! its lists of filters, functions and fields of `site` are those of the program, and its example works.
//!
//! Set `UPDATE=1` to write the reference down as it is now; then read the difference before you keep it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use super::support::{Built, Site, golden, repository};
use regex::Regex;
use tagzym::model::lang::Lang;
use tagzym::plan::{Output, Page};

const START: &str = "<!-- Made by tests/inside/theme_reference.rs from here on. -->\n";

fn read(path: &str) -> String {
    fs::read_to_string(repository(path)).unwrap()
}

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap()
}

/// A struct that a template can see, or an enum: that is a `kind` and what it is `of`.
#[derive(Debug, Clone)]
struct Shape {
    is_enum: bool,
    module: String,
    name: String,
    says: String,
    /// Name, type and what is said of it.
    fields: Vec<(String, String, String)>,
}

/// All structs and enums of `src/pages/` that are written into contexts.
fn shapes() -> Vec<Shape> {
    let mut shapes = Vec::new();
    let (head, field, variant) = (
        regex(r"^(?:pub(?:\(\w+\))? )?(struct|enum) (\w+)"),
        regex(r"^    (?:pub(?:\(\w+\))? )?(\w+): (.+),$"),
        regex(r"^    ([A-Z]\w*)\((.+)\),$"),
    );
    for (module, text) in modules() {
        let mut says = Vec::new();
        let mut seen = false; // Between a derive of Serialize and the struct.
        let mut inside = false;
        let mut skipped = false; // A field that no template sees.
        for line in text.lines() {
            if let Some(comment) = line.trim_start().strip_prefix("/// ") {
                says.push(comment.to_owned());
                continue;
            }
            if line.trim().starts_with("#[serde(") {
                skipped = line.trim() == "#[serde(skip)]";
                continue;
            }
            if std::mem::take(&mut skipped) {
                says.clear();
                continue;
            }
            if line.starts_with("#[derive(") {
                seen = line.contains("Serialize");
                continue;
            }
            if let (Some(found), true) = (head.captures(line), seen) {
                shapes.push(Shape {
                    is_enum: &found[1] == "enum",
                    module: module.clone(),
                    name: found[2].to_owned(),
                    says: says.join(" "),
                    fields: Vec::new(),
                });
                inside = true;
            } else if let (Some(found), true) = (field.captures(line), inside) {
                let of = (found[1].to_owned(), found[2].to_owned(), says.join(" "));
                shapes.last_mut().unwrap().fields.push(of);
            } else if let (Some(found), true) = (variant.captures(line), inside) {
                let kind = found[1].to_lowercase();
                let of = (kind, found[2].to_owned(), says.join(" "));
                shapes.last_mut().unwrap().fields.push(of);
            } else if line == "}" {
                inside = false;
            }
            says.clear();
            seen = false;
        }
    }
    shapes
}

/// The modules of `src/pages/` and their texts, long lines of fields put together.
fn modules() -> Vec<(String, String)> {
    let files = walkdir::WalkDir::new(repository("src/pages")).sort_by_file_name();
    let files = files.into_iter().flatten();
    let rust = files.filter(|file| file.path().extension().is_some_and(|of| of == "rs"));
    rust.map(|file| {
        let name = file
            .path()
            .file_stem()
            .unwrap()
            .to_string_lossy()
            .into_owned();
        (name, fs::read_to_string(file.path()).unwrap())
    })
    .collect()
}

/// How a shape is called in the reference: `ProjectPiece` is a `Project`; names that several have get their module's.
fn called(shape: &Shape, all: &[Shape]) -> String {
    let plain = |shape: &Shape| shape.name.trim_end_matches("Piece").to_owned();
    let name = plain(shape);
    if all.iter().filter(|other| plain(other) == name).count() == 1 {
        return name;
    }
    let (first, rest) = shape.module.split_at(1);
    format!("{}{rest}{name}", first.to_uppercase())
}

/// A type of Rust as a template sees it, with the shapes that are in it.
fn told(of: &str, module: &str, all: &[Shape], next: &mut VecDeque<Shape>) -> String {
    let of = of.trim();
    let inside = |start: &str| Some(of.strip_prefix(start)?.strip_suffix('>')?.to_owned());
    if let Some(of) = inside("Option<") {
        return format!("{} or none", told(&of, module, all, next));
    }
    if let Some(of) = inside("Vec<") {
        return format!("list of {}", told(&of, module, all, next));
    }
    if let Some(of) = inside("Cow<'a, ").or_else(|| inside("Box<")) {
        return told(&of, module, all, next);
    }
    if let Some(of) = of.strip_prefix("&'a ").or(of.strip_prefix("&'static ")) {
        return told(of, module, all, next);
    }
    if let Some(of) = of.strip_prefix('[').and_then(|of| of.strip_suffix(']')) {
        let of = of.split(';').next().unwrap_or(of);
        return format!("list of {}", told(of, module, all, next));
    }
    if let Some(of) = of.strip_prefix('(').and_then(|of| of.strip_suffix(')')) {
        let parts: Vec<String> = of
            .split(", ")
            .map(|of| told(of, module, all, next))
            .collect();
        return format!("[{}]", parts.join(", "));
    }
    match of {
        "str" | "String" | "char" | "Axis" => return "string".to_owned(),
        "Tenge" => return "whole number".to_owned(),
        "Amount" => return "whole number or none".to_owned(),
        "bool" => return "yes or no".to_owned(),
        "f64" => return "number".to_owned(),
        _ if regex(r"^[iu](\d+|size)$").is_match(of) => return "whole number".to_owned(),
        _ => {}
    }
    let path = of.split('<').next().unwrap_or(of);
    let mut steps = path.rsplit("::");
    let name = steps.next().unwrap_or(path);
    let module = steps.next().unwrap_or(module);
    let named: Vec<&Shape> = all.iter().filter(|shape| shape.name == name).collect();
    let here = named.iter().find(|shape| shape.module == module);
    let shape = here
        .or(named.first())
        .unwrap_or_else(|| panic!("what is {of} in {module}?"));
    next.push_back((*shape).clone());
    let name = called(shape, all);
    format!("[{name}](#{})", name.to_lowercase())
}

fn table(shape: &Shape, all: &[Shape], next: &mut VecDeque<Shape>, text: &mut String) {
    text.push_str(match shape.is_enum {
        true => "| `kind` | `of` is | |\n| --- | --- | --- |\n",
        false => "| name | is | |\n| --- | --- | --- |\n",
    });
    for (name, of, says) in &shape.fields {
        let of = told(of, &shape.module, all, next);
        writeln!(text, "| `{name}` | {of} | {says} |").unwrap();
    }
    text.push('\n');
}

/// The template of each page and the struct that is its context, as `src/pages/` has them.
fn pages(all: &[Shape]) -> BTreeMap<String, Option<Shape>> {
    let (template, made) = (
        regex(r#"Frame::new\(\s*"([\w-]+)""#),
        regex(r"Context::from_serialize\(&(\w+)\("),
    );
    let mut pages = BTreeMap::new();
    for (module, text) in modules() {
        for kind in text.split("impl Kind for ").skip(1) {
            let name = &template.captures(kind).unwrap()[1];
            let kind = &kind[..kind.find("\n}").unwrap()];
            let shape = made.captures(kind).map(|made| {
                let gives = regex(&format!(r"fn {}(?:<'a>)?\(view: [^{{]*-> (\w+)", &made[1]));
                let name = &gives.captures(&text).unwrap()[1];
                let shape = all
                    .iter()
                    .find(|shape| shape.module == module && shape.name == *name);
                shape.unwrap().clone()
            });
            pages.insert(name.to_owned(), shape);
        }
    }
    pages
}

fn reference() -> String {
    let all = shapes();
    let mut text = String::new();
    let mut next = VecDeque::new();
    let layout = all.iter().find(|shape| shape.name == "Layout").unwrap();
    text.push_str("## `page`: on every page\n\n");
    table(layout, &all, &mut next, &mut text);
    text.push_str("## What each page receives besides\n\n");
    for (kind, shape) in pages(&all) {
        writeln!(text, "### `{kind}.html`\n").unwrap();
        match shape {
            Some(shape) => table(&shape, &all, &mut next, &mut text),
            None => text.push_str("Nothing but `page` and `site`.\n\n"),
        }
    }
    text.push_str("## The pieces\n\n");
    let mut pieces: BTreeMap<String, String> = BTreeMap::new();
    while let Some(shape) = next.pop_front() {
        let name = called(&shape, &all);
        if pieces.contains_key(&name) {
            continue;
        }
        let mut piece = format!("### {name}\n\n");
        if !shape.says.is_empty() {
            writeln!(piece, "{}\n", shape.says).unwrap();
        }
        table(&shape, &all, &mut next, &mut piece);
        pieces.insert(name, piece);
    }
    text.extend(pieces.into_values());
    text.push_str("## The components\n\n");
    text.push_str("| file in `templates/components/` | component | |\n| --- | --- | --- |\n");
    let component =
        regex(r"(?s)(?:\{#-((?:[^-]|-[^#])*)-#\}\n)?\{% component (\w+\((?:[^)]|\)[^ ])*\))");
    for (file, template) in components() {
        for found in component.captures_iter(&template) {
            let says = found.get(1).map_or("", |says| says.as_str());
            let says: Vec<&str> = says.split_whitespace().collect();
            let says = says.join(" ").replace('|', "\\|");
            let call = found[2].replace('|', "\\|");
            writeln!(text, "| `{file}` | `{call}` | {says} |").unwrap();
        }
    }
    text
}

fn components() -> Vec<(String, String)> {
    let folder = repository("themes/tagzym/templates/components");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .flatten()
        .map(|file| file.path())
        .collect();
    files.sort();
    let named = |path: PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, fs::read_to_string(path).unwrap())
    };
    files.into_iter().map(named).collect()
}

#[test]
fn the_reference_is_made_from_the_types() {
    let text = read("themes/README.md");
    let (by_hand, _) = text.split_once(START).unwrap();
    let made = format!("{by_hand}{START}\n{}", reference());
    let wrong = golden::difference(&repository("themes/README.md"), Some(made.as_bytes()));
    assert_eq!(wrong, None);
}

/// Every page's context has the names that the reference gives it, and no others.
#[test]
fn the_reference_says_what_pages_receive() {
    let portal = Site::portal().build().prepared;
    let pages = pages(&shapes());
    let mut seen = BTreeSet::new();
    for (lang, page, n) in portal.routes.pages() {
        let kind = tagzym::pages::kind_of(page);
        if lang != Lang::Kk || !seen.insert(kind) {
            continue;
        }
        let context = tagzym::pages::context(&portal.view(lang), page, n).unwrap();
        let fields = pages[kind].iter().flat_map(|shape| &shape.fields);
        for (name, _, _) in fields {
            assert!(context.contains_key(name), "{kind}: {name}");
        }
    }
    let known: BTreeSet<&str> = pages.keys().map(String::as_str).collect();
    assert_eq!(seen, known);
}

/// The first cells of a table's rows that stand between backquotes, under a heading.
fn rows(heading: &str) -> BTreeSet<String> {
    let text = read("themes/README.md");
    let (_, after) = text.split_once(&format!("\n{heading}\n")).unwrap();
    let part = after.split("\n#").next().unwrap_or(after);
    let row = regex(r"(?m)^\| `(\w+)");
    row.captures_iter(part)
        .map(|found| found[1].to_owned())
        .collect()
}

#[test]
fn filters_and_functions_are_those_of_the_engine() {
    let engine = read("src/theme/engine.rs");
    for kind in ["filter", "function"] {
        let registered = regex(&format!(r#"register_{kind}\(\s*"(\w+)""#));
        let registered: BTreeSet<String> = registered
            .captures_iter(&engine)
            .map(|found| found[1].to_owned())
            .collect();
        assert!(!registered.is_empty());
        assert_eq!(rows(&format!("### Our {kind}s")), registered);
    }
}

/// A site with a theme below the portal's, whose 404 page is this template.
fn rendered(template: &str, theme: &str, settings: &str) -> String {
    let mut toml = read("site.toml");
    toml = regex(r#"(?m)^theme = .*$"#)
        .replace(&toml, settings)
        .into_owned();
    let site = Site::empty()
        .with("site.toml", &toml)
        .with("themes/own/theme.toml", theme)
        .with("themes/own/templates/not-found.html", template);
    not_found(&site.build())
}

fn not_found(built: &Built) -> String {
    let output = Output::Page(Lang::Kk, Page::NotFound, 1);
    built.prepared.render(&output).unwrap().unwrap()
}

#[test]
fn the_fields_of_site_are_all_told() {
    let list = "{% for key, value in site %}<i>{{ key }}</i>{% endfor %}";
    let text = rendered(
        list,
        "name = \"own\"\nparent = \"tagzym\"\n",
        "theme = \"own\"",
    );
    let field = regex(r"<i>(\w+)</i>");
    let fields: BTreeSet<String> = field
        .captures_iter(&text)
        .map(|found| found[1].to_owned())
        .collect();
    assert!(fields.contains("title"));
    assert_eq!(rows("### `site`: in every template"), fields);
}

#[test]
fn the_example_overrides_a_template() {
    let text = read("themes/README.md");
    let block = |path: &str| {
        let start = format!("`{path}`:\n\n```");
        let (_, after) = text.split_once(&start).unwrap_or_else(|| panic!("{path}"));
        let (_, code) = after.split_once('\n').unwrap();
        code.split("```").next().unwrap().to_owned()
    };
    let (settings, theme) = (block("site.toml"), block("themes/own/theme.toml"));
    let template = block("themes/own/templates/not-found.html");
    let lines = [&settings, &theme, &template];
    let lines: usize = lines.iter().map(|code| code.lines().count()).sum();
    assert!(lines <= 5, "{lines} lines");
    let page = rendered(&template, &theme, settings.trim());
    let own = regex(r"<p>([^<]+)</p>");
    let own = &own.captures(&template).unwrap()[0];
    assert!(page.contains(own), "{page}");
    // All else is as it was: the frame, and what the parent says.
    let plain = not_found(&Site::portal().build());
    let heading = regex("<h1>.*?</h1>");
    let heading = &heading.captures(&plain).unwrap()[0];
    assert!(page.contains(heading) && page.contains("site-footer"));
}
