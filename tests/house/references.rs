//! References between the files of `src`: which file names which, by `use`, by a path in its code, or within a macro.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::{Attribute, Item, ItemUse, Macro, Meta, UseTree, Visibility};

/// The path of a module, from the crate's root: `["plan", "page"]`.
pub type Module = Vec<String>;

/// That a file names another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference {
    pub from: Module,
    pub to: Module,
    /// Where, and the line itself.
    pub place: String,
}

/// The module of a file: `src/plan/mod.rs` and `src/plan.rs` are `plan`.
pub fn module(path: &Path) -> Module {
    let inside = path.strip_prefix("src").unwrap().with_extension("");
    let parts = inside.iter().map(|part| part.to_str().unwrap().to_owned());
    parts
        .filter(|part| part != "mod" && part != "lib")
        .collect()
}

/// All references between files, what is compiled for tests alone left out. `main.rs` and `lib.rs`, which name everything,
/// may be named and are not looked into.
pub fn references(texts: &[(PathBuf, String)]) -> Vec<Reference> {
    let modules: BTreeSet<Module> = texts.iter().map(|(path, _)| module(path)).collect();
    let mut all = Vec::new();
    for (path, text) in texts {
        let me = module(path);
        if me.is_empty() || me == ["main"] {
            continue;
        }
        let file = syn::parse_file(text).unwrap_or_else(|wrong| panic!("{path:?}: {wrong}"));
        let mut named = Named {
            inside: Vec::new(),
            paths: Vec::new(),
        };
        named.visit_file(&file);
        for (line, named) in named.paths {
            let to = resolve(&me, &named, &modules);
            if let Some(to) = to.filter(|to| *to != me) {
                let text = text.lines().nth(line - 1).unwrap_or("").trim();
                let place = format!("{}:{line}: {text}", path.display());
                all.push(Reference {
                    from: me.clone(),
                    to,
                    place,
                });
            }
        }
    }
    all
}

/// The file that a path leads into; none if it begins with a name that is no module's.
fn resolve(me: &Module, path: &[String], modules: &BTreeSet<Module>) -> Option<Module> {
    let mut full = me.clone();
    for (at, part) in path.iter().enumerate() {
        match part.as_str() {
            "crate" => full.clear(),
            "self" => {}
            "super" => drop(full.pop()),
            name => full.push(name.to_owned()),
        }
        // A name of this file, of its imports, or of a library.
        if at == 0 && full.len() > me.len() && !modules.contains(&full) {
            return None;
        }
    }
    while !modules.contains(&full) {
        full.pop()?;
    }
    Some(full)
}

/// The paths that stand in a file, each with its line.
struct Named {
    /// The modules of the file around the place that is looked at.
    inside: Vec<String>,
    paths: Vec<(usize, Vec<String>)>,
}

impl Named {
    /// Paths of a module within the file begin there.
    fn push(&mut self, line: usize, mut path: Vec<String>) {
        if path[0] != "crate" {
            let mut around = self.inside.clone();
            while path.len() > 1 && path[0] == "super" && around.pop().is_some() {
                path.remove(0);
            }
        }
        self.paths.push((line, path));
    }

    fn leaves(&mut self, mut prefix: Vec<String>, tree: &UseTree) {
        let mut last = |prefix: &mut Vec<String>, name: String| {
            prefix.push(name);
            self.push(tree.span().start().line, std::mem::take(prefix));
        };
        match tree {
            UseTree::Path(path) => {
                prefix.push(path.ident.to_string());
                self.leaves(prefix, &path.tree);
            }
            UseTree::Name(name) => last(&mut prefix, name.ident.to_string()),
            UseTree::Rename(name) => last(&mut prefix, name.ident.to_string()),
            UseTree::Glob(_) => self.push(tree.span().start().line, prefix),
            UseTree::Group(group) => {
                let of = group.items.iter();
                of.for_each(|tree| self.leaves(prefix.clone(), tree));
            }
        }
    }

    /// Paths among the tokens of a macro, which has a grammar of its own.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        let mut line = 1;
        for token in tokens {
            match token {
                TokenTree::Ident(name) if colons == 2 && !path.is_empty() => {
                    path.push(name.to_string());
                    colons = 0;
                    continue;
                }
                TokenTree::Punct(sign) if sign.as_char() == ':' && colons < 2 => {
                    colons += 1;
                    continue;
                }
                other => {
                    if path.len() > 1 {
                        self.push(line, std::mem::take(&mut path));
                    }
                    path.clear();
                    colons = 0;
                    match other {
                        TokenTree::Ident(name) => {
                            line = name.span().start().line;
                            path.push(name.to_string());
                        }
                        TokenTree::Group(group) => self.tokens(group.stream()),
                        TokenTree::Punct(_) | TokenTree::Literal(_) => {}
                    }
                }
            }
        }
        if path.len() > 1 {
            self.push(line, path);
        }
    }
}

impl<'f> Visit<'f> for Named {
    fn visit_item(&mut self, item: &'f Item) {
        if !attributes(item).iter().any(is_for_tests) {
            syn::visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &'f syn::ItemMod) {
        self.inside.push(item.ident.to_string());
        syn::visit::visit_item_mod(self, item);
        self.inside.pop();
    }

    fn visit_item_use(&mut self, item: &'f ItemUse) {
        self.leaves(Vec::new(), &item.tree);
    }

    fn visit_path(&mut self, path: &'f syn::Path) {
        if path.leading_colon.is_none() && path.segments.len() > 1 {
            let parts = path.segments.iter();
            let parts = parts.map(|part| part.ident.to_string()).collect();
            self.push(path.span().start().line, parts);
        }
        syn::visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, of: &'f Macro) {
        self.visit_path(&of.path);
        self.tokens(of.tokens.clone());
    }

    /// `pub(super)` names no file.
    fn visit_visibility(&mut self, _: &'f Visibility) {}

    /// `#[serde(..)]` has names of its own.
    fn visit_attribute(&mut self, _: &'f Attribute) {}
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// `#[cfg(test)]`
fn is_for_tests(attribute: &Attribute) -> bool {
    match &attribute.meta {
        Meta::List(list) => list.path.is_ident("cfg") && list.tokens.to_string() == "test",
        Meta::Path(_) | Meta::NameValue(_) => false,
    }
}

/// The references that are part of a circle: whoever is named leads back to who names it.
pub fn circles(references: &[Reference]) -> Vec<String> {
    let mut edges: BTreeMap<(&Module, &Module), &str> = BTreeMap::new();
    for reference in references {
        let edge = (&reference.from, &reference.to);
        edges.entry(edge).or_insert(&reference.place);
    }
    let mut named_by: BTreeMap<&Module, Vec<&Module>> = BTreeMap::new();
    for &(from, to) in edges.keys() {
        named_by.entry(from).or_default().push(to);
    }
    let mut reached: BTreeMap<&Module, BTreeSet<&Module>> = BTreeMap::new();
    for &(_, to) in edges.keys() {
        reached.entry(to).or_insert_with(|| {
            let mut seen = BTreeSet::from([to]);
            let mut next = vec![to];
            while let Some(module) = next.pop() {
                let new = named_by.get(module).into_iter().flatten();
                next.extend(new.filter(|module| seen.insert(module)));
            }
            seen
        });
    }
    edges
        .iter()
        .filter(|((from, to), _)| reached[to].contains(from))
        .map(|((from, to), place)| format!("{} → {}: {place}", from.join("::"), to.join("::")))
        .collect()
}
