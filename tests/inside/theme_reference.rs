//! `themes/README.md` says what is so: its reference is made here from the schemas of what templates see (`src/pages/`) and
//! from the components, its lists of filters, functions and fields of `site` are those of the program, and its example works.
//!
//! Set `UPDATE=1` to write the reference down as it is now; then read the difference before you keep it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use super::support::{Built, Site, golden, repository};
use regex::Regex;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value as Json};
use strum::VariantArray;
use tagzym::model::index::TableIndex;
use tagzym::model::lang::Lang;
use tagzym::pages::layout::Layout;
use tagzym::pages::project_row::ListedProjectPiece;
use tagzym::plan::{Listed, Output, Page, PageKind, Summed, TotalsPart};
use tagzym::theme::functions::{Filter, Function};

const START: &str = "<!-- Made by tests/inside/theme_reference.rs from here on. -->\n";

fn read(path: &str) -> String {
    fs::read_to_string(repository(path)).unwrap()
}

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap()
}

/// The values that a template can see under their names, or for a part of a text: what each `kind` is `of`.
struct Shape {
    is_enum: bool,
    says: String,
    /// Name, schema and what is said of it, in the order in which they are declared.
    fields: Vec<(String, Json, String)>,
}

impl Shape {
    /// None: the schema is one of a plain value.
    fn new(schema: &Json) -> Option<Shape> {
        let fields = match schema["oneOf"].as_array() {
            Some(variants) => variants.iter().map(variant).collect::<Option<Vec<_>>>()?,
            None if schema["type"] == "object" => fields(schema),
            None => return None,
        };
        Some(Shape {
            is_enum: schema["oneOf"].is_array(),
            says: says(schema),
            fields,
        })
    }
}

/// The fields of a struct. None can be left out, so they are all required, and told in their order; the properties are not.
fn fields(schema: &Json) -> Vec<(String, Json, String)> {
    let required = schema["required"].as_array().into_iter().flatten();
    let field = |name: &Json| {
        let name = name.as_str().unwrap();
        let of = &schema["properties"][name];
        (name.to_owned(), of.clone(), says(of))
    };
    let fields: Vec<_> = required.map(field).collect();
    let known = schema["properties"].as_object().map_or(0, |all| all.len());
    assert_eq!(fields.len(), known, "{schema}");
    fields
}

/// A variant of an enum with values.
fn variant(schema: &Json) -> Option<(String, Json, String)> {
    let of = &schema["properties"];
    let kind = of["kind"]["const"].as_str()?;
    Some((kind.to_owned(), of["of"].clone(), says(schema)))
}

/// The comment above a type or a field.
fn says(schema: &Json) -> String {
    let says = schema["description"].as_str().unwrap_or("");
    says.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All that templates see, as the types of `src/pages/` have it.
struct Shapes {
    layout: Json,
    /// By the name of the template.
    pages: BTreeMap<&'static str, Json>,
    /// By the name of the type.
    pieces: Map<String, Json>,
}

impl Shapes {
    fn new() -> Shapes {
        let settings = SchemaSettings::draft2020_12().for_serialize();
        let mut schemas = settings.into_generator();
        let layout = Layout::json_schema(&mut schemas).into();
        let pages = PageKind::VARIANTS.iter().map(|&kind| {
            let page = page_of(kind);
            let schema = tagzym::pages::schema_of(page, &mut schemas);
            (tagzym::pages::kind_of(page), schema.into())
        });
        let pages = pages.collect();
        schemas.subschema_for::<ListedProjectPiece>();
        Shapes {
            layout,
            pages,
            pieces: schemas.take_definitions(false),
        }
    }

    fn piece(&self, reference: &str) -> (String, &Json) {
        let name = reference.strip_prefix("#/$defs/").unwrap();
        (called(name), &self.pieces[name])
    }

    /// A type as a template sees it.
    fn told(&self, schema: &Json) -> String {
        if let Some(reference) = schema["$ref"].as_str() {
            let (name, piece) = self.piece(reference);
            return match Shape::new(piece) {
                Some(_) => format!("[{name}](#{})", name.to_lowercase()),
                None => self.told(piece),
            };
        }
        if let Some([of, none]) = schema["anyOf"].as_array().map(Vec::as_slice) {
            assert_eq!(none["type"], "null", "{schema}");
            return format!("{} or none", self.told(of));
        }
        if let Some([of, none]) = schema["type"].as_array().map(Vec::as_slice) {
            assert_eq!(none, "null", "{schema}");
            let mut known = schema.clone();
            known["type"] = of.clone();
            return format!("{} or none", self.told(&known));
        }
        if let Some(parts) = schema["prefixItems"].as_array() {
            let parts: Vec<String> = parts.iter().map(|of| self.told(of)).collect();
            return format!("[{}]", parts.join(", "));
        }
        if let Some(words) = schema["oneOf"].as_array() {
            let words: BTreeSet<String> = words.iter().map(|word| self.told(word)).collect();
            assert_eq!(words.len(), 1, "{schema}");
            return words.into_iter().next().unwrap();
        }
        match schema["type"].as_str() {
            Some("array") => format!("list of {}", self.told(&schema["items"])),
            Some("string") => "string".to_owned(),
            Some("integer") => "whole number".to_owned(),
            Some("number") => "number".to_owned(),
            Some("boolean") => "yes or no".to_owned(),
            _ => panic!("what is {schema}?"),
        }
    }

    fn table(&self, shape: &Shape, text: &mut String) {
        text.push_str(match shape.is_enum {
            true => "| `kind` | `of` is | |\n| --- | --- | --- |\n",
            false => "| name | is | |\n| --- | --- | --- |\n",
        });
        for (name, of, says) in &shape.fields {
            let of = self.told(of);
            writeln!(text, "| `{name}` | {of} | {says} |").unwrap();
        }
        text.push('\n');
    }
}

/// How a type is called in the reference: `ProjectPiece` is a `Project`.
fn called(name: &str) -> String {
    name.trim_end_matches("Piece").to_owned()
}

/// A page of a kind, whether there is a record for it or not.
fn page_of(kind: PageKind) -> Page {
    match kind {
        PageKind::Home => Page::Home,
        PageKind::Regions => Page::Regions,
        PageKind::Region => Page::Region(TableIndex::new(0)),
        PageKind::District => Page::District(TableIndex::new(0), TableIndex::new(0)),
        PageKind::Projects => Page::Projects,
        PageKind::Project => Page::Project(TableIndex::new(0)),
        PageKind::Patrons => Page::Patrons,
        PageKind::Patron => Page::Patron(TableIndex::new(0)),
        PageKind::Awards => Page::Awards,
        PageKind::Award => Page::Award(TableIndex::new(0)),
        PageKind::Directions => Page::Directions,
        PageKind::Direction => Page::Direction(TableIndex::new(0)),
        PageKind::Objects => Page::Objects,
        PageKind::Object => Page::Object(TableIndex::new(0)),
        PageKind::Years => Page::Years,
        PageKind::Year => Page::Year(0),
        PageKind::NewsList => Page::NewsList,
        PageKind::News => Page::News(TableIndex::new(0)),
        PageKind::Totals => Page::Totals,
        PageKind::TotalsPart => Page::TotalsPart(TotalsPart::Year),
        PageKind::Reported => Page::Reported,
        PageKind::Compare => Page::Compare,
        PageKind::Completeness => Page::Completeness,
        PageKind::Contributions => Page::Contributions(Listed::Of(Summed::Campaign)),
        PageKind::Filtered => Page::Filtered,
        PageKind::Corrections => Page::Corrections,
        PageKind::Embed => Page::Embed(None),
        PageKind::Data => Page::Data(None),
        PageKind::Text => Page::Text(TableIndex::new(0)),
        PageKind::Search => Page::Search,
        PageKind::NotFound => Page::NotFound,
    }
}

fn reference() -> String {
    let all = Shapes::new();
    let mut text = String::new();
    text.push_str("## `page`: on every page\n\n");
    all.table(&Shape::new(&all.layout).unwrap(), &mut text);
    text.push_str("## What each page receives besides\n\n");
    for (kind, schema) in &all.pages {
        writeln!(text, "### `{kind}.html`\n").unwrap();
        let shape = Shape::new(schema).unwrap();
        match shape.fields.is_empty() {
            false => all.table(&shape, &mut text),
            true => text.push_str("Nothing but `page` and `site`.\n\n"),
        }
    }
    text.push_str("## The pieces\n\n");
    let mut pieces: BTreeMap<String, String> = BTreeMap::new();
    for (name, schema) in &all.pieces {
        let Some(shape) = Shape::new(schema) else {
            continue;
        };
        // A second type of a name has a number: `schemars(rename = "…")` tells them apart.
        assert!(!name.ends_with(char::is_numeric), "{name}");
        let name = called(name);
        let mut piece = format!("### {name}\n\n");
        if !shape.says.is_empty() {
            writeln!(piece, "{}\n", shape.says).unwrap();
        }
        all.table(&shape, &mut piece);
        assert_eq!(pieces.insert(name, piece), None);
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

/// What pages receive is as the schemas say, in which some types are described by hand.
#[test]
fn the_reference_says_what_pages_receive() {
    let portal = Site::portal().build().prepared;
    let shapes = Shapes::new();
    let definitions = &shapes.pieces;
    let validator = |schema: &Json| {
        let mut schema = schema.clone();
        schema["$defs"] = definitions.clone().into();
        jsonschema::validator_for(&schema).unwrap()
    };
    let layout = validator(&shapes.layout);
    let pages = shapes.pages.iter();
    let pages: BTreeMap<&str, (Vec<_>, _)> = pages
        .map(|(kind, schema)| (*kind, (fields(schema), validator(schema))))
        .collect();
    let mut seen = BTreeSet::new();
    for (lang, page, n) in portal.routes.pages() {
        if lang != Lang::Kk {
            continue;
        }
        let kind = tagzym::pages::kind_of(page);
        seen.insert(kind);
        let context = tagzym::pages::context(&portal.view(lang), page, n).unwrap();
        let json = |name: &str| Some(serde_json::to_value(context.get(name)?).unwrap());
        let (fields, of_kind) = &pages[kind];
        let values = fields
            .iter()
            .filter_map(|(name, _, _)| Some((name.clone(), json(name)?)));
        for (validator, received) in [
            (of_kind, values.collect::<Map<_, _>>().into()),
            (&layout, json("page").unwrap()),
        ] {
            if let Err(wrong) = validator.validate(&received) {
                panic!("{kind}: {}: {wrong}", wrong.instance_path());
            }
        }
    }
    let known: BTreeSet<&str> = pages.keys().copied().collect();
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
    let filters = Filter::VARIANTS.iter().map(<&str>::from);
    assert_eq!(
        rows("### Our filters"),
        filters.map(str::to_owned).collect()
    );
    let functions = Function::VARIANTS.iter().map(<&str>::from);
    assert_eq!(
        rows("### Our functions"),
        functions.map(str::to_owned).collect()
    );
}

/// A site with a theme below the portal's, whose 404 page is this template.
fn rendered(template: &str, theme: &str, settings: &str) -> String {
    let mut toml = Site::portal().read("site.toml");
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
    let made = built.prepared.render("kk/404.html", &output);
    String::from_utf8(made.unwrap().unwrap().bytes).unwrap()
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
