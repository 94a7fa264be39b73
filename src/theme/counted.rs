//! Templates with counters in them: calls of the functions of `budget.rs` at each round of a loop and behind each variable
//! that is set; where what templates enter has no small bound, at each entry into a block, a component or a template, too.
//!
//! Takes the text of a template, gives that which the engine gets, and what was put in where, so that mistakes are told at
//! their places in the first. No line is added. A text that the engine cannot read need not be understood.

use std::collections::BTreeMap;

use super::files::ThemeText;
use super::tags::{inside, is_of_word, scan, word};
use super::weights::Weights;

/// The most texts that are put together in one tag: each can be as long as a text may be.
const MOST_JOINED: usize = 50;

/// All templates with counters.
#[derive(Clone, Default)]
pub(super) struct Counted {
    /// What the engine gets.
    pub texts: BTreeMap<String, String>,
    inserts: BTreeMap<String, Vec<Insert>>,
    /// The template of each counter and its place there, in bytes.
    steps: Vec<(String, usize)>,
}

/// What was put in.
#[derive(Clone)]
struct Insert {
    /// The line, from 1.
    line: usize,
    /// The column before which it stands in the text as it was, from 1, in characters.
    column: usize,
    /// Its length; it is ASCII.
    length: usize,
}

/// What a tag does, as far as it counts.
enum Tag<'t> {
    /// A block or a component is entered.
    Enter,
    /// A round of a loop begins.
    Round,
    /// A variable is set.
    Set(&'t str),
    /// A variable is set to what stands until the end of the set.
    Begin(&'t str),
    End,
    Other,
}

impl Counted {
    pub(super) fn of(templates: &BTreeMap<String, ThemeText>) -> Counted {
        let mut counted = Counted::default();
        let weights = Weights::of(templates);
        for (name, text) in templates {
            counted.add(name, &text.text, &weights);
        }
        counted
    }

    /// The template of a counter and its place there, in bytes.
    pub(super) fn step(&self, number: usize) -> Option<(&str, usize)> {
        let (name, at) = self.steps.get(number)?;
        Some((name, *at))
    }

    /// The column, in the text as it was, of a column in a line of the text that the engine has.
    pub(super) fn column(&self, name: &str, line: usize, column: usize) -> usize {
        let all = self.inserts.get(name).into_iter().flatten();
        let mut before = 0;
        for insert in all.filter(|insert| insert.line == line) {
            let begins = insert.column + before;
            if column < begins {
                break;
            }
            if column < begins + insert.length {
                return insert.column;
            }
            before += insert.length;
        }
        column - before
    }

    fn add(&mut self, name: &str, text: &str, weights: &Weights) {
        // A part that extends another begins with that.
        let mut put: Vec<(usize, String)> = Vec::new();
        let weight = text.matches("{{").count();
        let first = scan(text).next();
        let extends = first.is_some_and(|(_, tag)| word(inside(tag)) == "extends");
        // Entries are few whatever a page shows, if no loop is around them. The beginning of a template is a place to tell.
        let counts_entries = !weights.are_small();
        if !extends {
            put.push((0, self.enter(name, 0, 1, "%}")));
        }
        let mut sets: Vec<&str> = Vec::new();
        for (at, tag) in scan(text) {
            let end = at + tag.len();
            let close = if tag.ends_with("-%}") { "-%}" } else { "%}" };
            if tag.starts_with("{%") {
                match kind(inside(tag)) {
                    Tag::Enter if counts_entries => {
                        put.push((end, self.enter(name, at, 1, close)));
                    }
                    Tag::Enter => {}
                    Tag::Round => {
                        let steps = match counts_entries {
                            true => 1,
                            false => weights.of_loop(&text[end..]),
                        };
                        put.push((end, self.enter(name, at, steps, close)));
                    }
                    Tag::Set(variable) => {
                        put.push((end, self.kept(name, at, weight, variable, close)));
                    }
                    Tag::Begin(variable) => sets.push(variable),
                    Tag::End => {
                        if let Some(variable) = sets.pop() {
                            put.push((end, self.kept(name, at, weight, variable, close)));
                        }
                    }
                    Tag::Other => {}
                }
            }
            put.extend(
                comprehensions(tag)
                    .into_iter()
                    .map(|(inner, what)| (at + inner, what)),
            );
        }
        put.sort_by_key(|(at, _)| *at);
        let (whole, inserts) = woven(text, &put);
        self.texts.insert(name.to_owned(), whole);
        self.inserts.insert(name.to_owned(), inserts);
    }

    fn number(&mut self, name: &str, at: usize) -> usize {
        self.steps.push((name.to_owned(), at));
        self.steps.len() - 1
    }

    fn enter(&mut self, name: &str, at: usize, steps: u64, close: &str) -> String {
        let number = self.number(name, at);
        // A test, which the engine asks in less time than a function.
        format!("{{% if [{number}, {steps}] is __step %}}{{% endif {close}")
    }

    fn kept(
        &mut self,
        name: &str,
        at: usize,
        weight: usize,
        variable: &str,
        close: &str,
    ) -> String {
        let number = self.number(name, at);
        format!("{{% set __s = __kept(at={number}, weight={weight}, value={variable}) {close}")
    }
}

/// The place of the first tag in which too many texts are put together.
pub(super) fn joins_too_much(text: &str) -> Option<usize> {
    let mut tags = scan(text);
    tags.find_map(|(at, tag)| (tag.matches('~').count() > MOST_JOINED).then_some(at))
}

fn woven(text: &str, put: &[(usize, String)]) -> (String, Vec<Insert>) {
    let mut whole = String::with_capacity(text.len() * 2);
    let mut inserts = Vec::with_capacity(put.len());
    let (mut from, mut line, mut column) = (0, 1, 1);
    for (at, what) in put {
        for letter in text[from..*at].chars() {
            (line, column) = match letter {
                '\n' => (line + 1, 1),
                _ => (line, column + 1),
            };
        }
        whole.push_str(&text[from..*at]);
        whole.push_str(what);
        inserts.push(Insert {
            line,
            column,
            length: what.len(),
        });
        from = *at;
    }
    whole.push_str(&text[from..]);
    (whole, inserts)
}

fn kind(inside: &str) -> Tag<'_> {
    let first = word(inside);
    match first {
        "for" => Tag::Round,
        "block" | "component" => Tag::Enter,
        "set" | "set_global" => {
            let rest = inside[first.len()..].trim_start();
            let variable = word(rest);
            match rest[variable.len()..].trim_start().starts_with('=') {
                true => Tag::Set(variable),
                false => Tag::Begin(variable),
            }
        }
        "endset" | "endset_global" => Tag::End,
        _ => Tag::Other,
    }
}

/// What is put around the lists that comprehensions in a tag go over: `[x for x in list if …]`.
fn comprehensions(tag: &str) -> Vec<(usize, String)> {
    #[derive(Default)]
    struct Open {
        is_list: bool,
        /// Past `for`, past `in`.
        is_for: bool,
        is_in: bool,
    }
    let mut put = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut quote = None;
    let mut is_escaped = false;
    let mut at = 2;
    while let Some(letter) = tag.get(at..).and_then(|rest| rest.chars().next()) {
        let next = at + letter.len_utf8();
        if quote.is_some() {
            if is_escaped {
                is_escaped = false;
            } else if letter == '\\' {
                is_escaped = true;
            } else if quote == Some(letter) {
                quote = None;
            }
        } else if matches!(letter, '"' | '\'' | '`') {
            quote = Some(letter);
        } else if matches!(letter, '[' | '(' | '{') {
            open.push(Open {
                is_list: letter == '[',
                ..Open::default()
            });
        } else if matches!(letter, ']' | ')' | '}') {
            if open.pop().is_some_and(|open| open.is_in) {
                put.push((at, ")".to_owned()));
            }
        } else if is_of_word(letter) {
            let word = word(&tag[at..]);
            let end = at + word.len();
            if let Some(open) = open.last_mut().filter(|open| open.is_list) {
                match word {
                    "for" if !open.is_for => open.is_for = true,
                    "in" if open.is_for && !open.is_in => {
                        open.is_in = true;
                        put.push((end, " __list(of=".to_owned()));
                    }
                    "if" if open.is_in => {
                        // What follows may have an `in` of its own.
                        open.is_in = false;
                        open.is_list = false;
                        put.push((at, ") ".to_owned()));
                    }
                    _ => {}
                }
            }
            at = end;
            continue;
        }
        at = next;
    }
    put
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceId;

    fn counted(text: &str) -> Counted {
        let text = ThemeText {
            source: SourceId(0),
            text: text.into(),
        };
        Counted::of(&BTreeMap::from([("a.html".to_owned(), text)]))
    }

    #[test]
    fn counters_stand_where_something_is_entered_or_kept() {
        for (text, expected) in [
            (
                "{%- for x in [1] -%}\nә {{ x }}{% endfor %}",
                "{% if [0, 1] is __step %}{% endif %}{%- for x in [1] -%}{% if [1, 1] is __step %}{% endif -%}\nә {{ x }}{% endfor %}",
            ),
            (
                "{% extends \"b\" %}{% block c %}x{% endblock c %}",
                "{% extends \"b\" %}{% block c %}x{% endblock c %}",
            ),
            (
                "{# {% for #}{% set a = \"%}\" %}{% set b %}c{% endset %}",
                "{% if [0, 1] is __step %}{% endif %}{# {% for #}{% set a = \"%}\" %}{% set __s = __kept(at=1, weight=0, value=a) %}\
                 {% set b %}c{% endset %}{% set __s = __kept(at=2, weight=0, value=b) %}",
            ),
            (
                "{{ [x for x in y.z if x in w] | length }}",
                "{% if [0, 1] is __step %}{% endif %}{{ [x for x in __list(of= y.z ) if x in w] | length }}",
            ),
            (
                "{{ [[y for y in x] for x in z] }}{{ a[0] }}",
                "{% if [0, 1] is __step %}{% endif %}{{ [[y for y in __list(of= x)] for x in __list(of= z)] }}{{ a[0] }}",
            ),
            (
                "{% raw %}{% for x in \" %}{% endraw %}{{ \"\\\"}}\" }}{% set a = 1 %}",
                "{% if [0, 1] is __step %}{% endif %}{% raw %}{% for x in \" %}{% endraw %}{{ \"\\\"}}\" }}{% set a = 1 %}\
                 {% set __s = __kept(at=1, weight=1, value=a) %}",
            ),
            (
                "{% component a() %}{{ <a /> }}{% endcomponent a %}",
                "{% if [0, 1] is __step %}{% endif %}{% component a() %}{% if [1, 1] is __step %}{% endif %}{{ <a /> }}{% endcomponent a %}",
            ),
            (
                "{% component a() %}x{% endcomponent a %}{% for x in y %}{{ <a /> }}{% endfor %}",
                "{% if [0, 1] is __step %}{% endif %}{% component a() %}x{% endcomponent a %}{% for x in y %}{% if [1, 2] is __step %}{% endif %}{{ <a /> }}{% endfor %}",
            ),
        ] {
            assert_eq!(counted(text).texts["a.html"], expected);
        }
    }

    #[test]
    fn a_column_is_that_of_the_text_as_it_was() {
        let counted = counted("{% extends \"b\" %}\nә{% for c in d %}{{ x }}{% endfor %}");
        let line = counted.texts["a.html"].lines().nth(1).unwrap().to_owned();
        let column = |of: &str| line[..line.find(of).unwrap()].chars().count() + 1;
        assert_eq!(counted.column("a.html", 2, column("{% for")), 2);
        assert_eq!(counted.column("a.html", 2, column("[0, 1]")), 18);
        assert_eq!(counted.column("a.html", 2, column("{{ x")), 18);
        assert_eq!(counted.column("a.html", 2, column("x }}")), 21);
        assert_eq!(counted.column("a.html", 1, 4), 4);
        assert_eq!(counted.step(0), Some(("a.html", 20)));
    }
}
