//! Inlining: calls of small components replaced by the bodies of these, since entering one costs more than most of them do.
//!
//! Takes the texts of all templates and gives texts that write the same bytes. What stands in another place than the author
//! of the theme put it is not for messages: where something is wrong, `engine.rs` renders with the templates as they are.
//! An argument that its component does not come to is not looked up. What is not understood here stays a call.

use std::collections::BTreeMap;

use super::tags::{call_of, closing, inside, parts, scan, variables, word};

/// The longest body that is put in place of a call, in bytes, with all that is put into itself.
const LONGEST_BODY: usize = 1500;

#[derive(Clone)]
struct Parameter<'t> {
    name: &'t str,
    /// As it is written.
    default: Option<&'t str>,
    /// It is the caller's value of that name.
    is_implicit: bool,
}

/// A component as it is written.
struct Definition<'t> {
    /// None if they are not understood.
    parameters: Option<Vec<Parameter<'t>>>,
    body: &'t str,
}

/// A component that may stand where it is called: it sets nothing, loops over nothing and shows no body of its caller's.
struct Inlined<'t> {
    name: &'t str,
    parameters: Vec<Parameter<'t>>,
    body: String,
    uses: Vec<Use<'t>>,
}

/// Where a parameter stands in a body.
struct Use<'t> {
    at: usize,
    name: &'t str,
    /// Something in it is meant.
    goes_on: bool,
}

/// What an expression is, as far as it matters where it can stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// A variable or what is in it.
    Path,
    Literal,
    Other,
}

/// The components of all templates.
struct Components<'t> {
    definitions: BTreeMap<&'t str, Definition<'t>>,
    /// Of those that were called so far: none for what stays a call.
    inlined: BTreeMap<&'t str, Option<Inlined<'t>>>,
}

/// The templates with the bodies of small components in place of their calls.
pub(super) fn inlined(texts: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let mut components = Components {
        definitions: BTreeMap::new(),
        inlined: BTreeMap::new(),
    };
    for (name, definition) in texts.values().flat_map(|text| definitions(text)) {
        if components.definitions.insert(name, definition).is_some() {
            // Of two the engine chooses.
            components.inlined.insert(name, None);
        }
    }
    let each = texts.iter();
    let each = each.map(|(name, text)| (name.clone(), components.put_into(text, None)));
    each.collect()
}

impl<'t> Components<'t> {
    /// A text with bodies in place of calls; of a component, what it may name of its callers' is among its parameters.
    fn put_into(&mut self, text: &'t str, within: Option<&[Parameter<'t>]>) -> String {
        let mut written = String::with_capacity(text.len() * 2);
        let mut from = 0;
        let mut trims = false;
        let mut scope = within.map(<[_]>::to_vec);
        for (at, tag) in scan(text) {
            match word(inside(tag)) {
                "component" => scope = Some(parameters(tag).unwrap_or_default()),
                "endcomponent" => scope = None,
                _ => {}
            }
            let Some(body) = self.body_of(tag, scope.as_deref()) else {
                continue;
            };
            let before = trimmed(&text[from..at], trims, tag.starts_with("{{-"));
            written.push_str(before);
            written.push_str(&body);
            from = at + tag.len();
            trims = tag.ends_with("-}}");
        }
        written.push_str(trimmed(&text[from..], trims, false));
        written
    }

    /// What may stand in place of a tag; none if that is no call, or has to stay one.
    fn body_of(&mut self, tag: &'t str, scope: Option<&[Parameter<'t>]>) -> Option<String> {
        let (name, arguments) = call_of(tag)?;
        if !self.inlined.contains_key(name) {
            // One that leads back to itself finds this.
            self.inlined.insert(name, None);
            let inlined = self.inline(name);
            self.inlined.insert(name, inlined);
        }
        let inlined = self.inlined.get(name)?.as_ref()?;
        inlined.with(&arguments, scope)
    }

    fn inline(&mut self, name: &'t str) -> Option<Inlined<'t>> {
        let definition = self.definitions.get(name)?;
        let (parameters, body) = (definition.parameters.clone()?, definition.body);
        if !is_plain(body) {
            return None;
        }
        let mut body = self.put_into(body, Some(&parameters));
        // What stands around a call is trimmed by its tags, and what stands around its body by those of the body.
        if body.starts_with("{{-") || body.starts_with("{%-") {
            body.remove(2);
        }
        if body.ends_with("-}}") || body.ends_with("-%}") {
            body.remove(body.len() - 3);
        }
        let at_an_end = |letter: char| letter.is_whitespace();
        let is_whole = !body.starts_with(at_an_end)
            && !body.ends_with(at_an_end)
            && !body.starts_with("{#")
            && !body.ends_with("#}");
        let fits = is_whole && body.len() <= LONGEST_BODY;
        fits.then(|| Inlined {
            uses: uses(&body, &parameters),
            name,
            parameters,
            body,
        })
    }
}

impl Inlined<'_> {
    /// The body with arguments in place of parameters.
    fn with(&self, arguments: &[(&str, &str)], scope: Option<&[Parameter<'_>]>) -> Option<String> {
        let is_known = |name: &str| self.parameters.iter().any(|of| of.name == name);
        if !arguments.iter().all(|(name, _)| is_known(name)) {
            return None;
        }
        let mut values: BTreeMap<&str, &str> = BTreeMap::new();
        for parameter in &self.parameters {
            let given = arguments.iter().find(|(name, _)| *name == parameter.name);
            let value = match given.map(|(_, value)| *value).or(parameter.default) {
                Some(value) => value,
                None if parameter.is_implicit => {
                    let mut names = scope.into_iter().flatten().map(|of| of.name);
                    let is_seen = scope.is_none() || names.any(|name| name == parameter.name);
                    is_seen.then_some(parameter.name)?
                }
                None => return None,
            };
            values.insert(parameter.name, value);
        }
        let mut written = String::with_capacity(self.body.len() * 2);
        let mut put: BTreeMap<&str, String> = BTreeMap::new();
        for (name, value) in values {
            let own = || self.uses.iter().filter(|of| of.name == name);
            let is_whole = || own().all(|of| !of.goes_on);
            let is_simple = match form(value) {
                Form::Path => true,
                Form::Literal => is_whole(),
                Form::Other => false,
            };
            let place = match is_simple {
                true => value.to_owned(),
                false if own().count() == 1 && is_whole() => format!("({value})"),
                // What has to be worked out is worked out once.
                false => {
                    let variable = format!("__{}_{name}", self.name);
                    written.push_str(&format!("{{% set {variable} = {value} %}}"));
                    variable
                }
            };
            put.insert(name, place);
        }
        let mut from = 0;
        for Use { at, name, .. } in &self.uses {
            written.push_str(&self.body[from..*at]);
            written.push_str(put.get(name)?);
            from = at + name.len();
        }
        written.push_str(&self.body[from..]);
        Some(written)
    }
}

/// Where parameters stand in a body.
fn uses<'t>(body: &str, parameters: &[Parameter<'t>]) -> Vec<Use<'t>> {
    let tags = scan(body).flat_map(|(at, tag)| {
        let own = variables(tag).into_iter();
        own.map(move |(inner, name)| (at + inner, name))
    });
    let uses = tags.filter_map(|(at, name)| {
        let parameter = parameters.iter().find(|of| of.name == name)?;
        Some(Use {
            at,
            name: parameter.name,
            goes_on: body[at + name.len()..].starts_with(['.', '[', '?']),
        })
    });
    uses.collect()
}

/// Whether a body can stand anywhere: it has nothing but conditions and what is written.
fn is_plain(body: &str) -> bool {
    scan(body).all(|(_, tag)| {
        let is_condition = matches!(word(inside(tag)), "if" | "elif" | "else" | "endif");
        let is_written = tag.starts_with("{{");
        // Names that mean something where they stand, and comprehensions; arguments that are named like their values.
        let of_place = ["body", "super", "loop", "for"];
        let mut names = variables(tag).into_iter();
        let is_free = names.all(|(_, name)| !of_place.contains(&name)) && !tag.contains("super(");
        let is_named = match inside(tag).starts_with('<') {
            true => call_of(tag).is_some_and(|(_, given)| {
                given
                    .iter()
                    .all(|(name, value)| !std::ptr::eq(*name, *value))
            }),
            false => true,
        };
        (is_condition || is_written) && is_free && is_named
    })
}

/// The components that a text makes.
fn definitions(text: &str) -> Vec<(&str, Definition<'_>)> {
    let mut found = Vec::new();
    let mut open: Option<(&str, Option<Vec<Parameter<'_>>>, usize, bool)> = None;
    for (at, tag) in scan(text) {
        let inner = inside(tag);
        match word(inner) {
            "component" => {
                let name = word(inner["component".len()..].trim_start());
                open = Some((name, parameters(tag), at + tag.len(), tag.ends_with("-%}")));
            }
            "endcomponent" => {
                let Some((name, parameters, from, trims)) = open.take() else {
                    continue;
                };
                let body = trimmed(&text[from..at], trims, tag.starts_with("{%-"));
                found.push((name, Definition { parameters, body }));
            }
            _ => {}
        }
    }
    found
}

/// The parameters of a component, of its first tag: none if that says more than names and defaults.
fn parameters(tag: &str) -> Option<Vec<Parameter<'_>>> {
    let inner = inside(tag).strip_prefix("component")?.trim_start();
    let list = inner[word(inner).len()..].trim_start();
    let end = closing(list).filter(|&end| list.starts_with('(') && end == list.len())?;
    let each = parts(&list[1..end - 1]).into_iter().map(|part| {
        let (is_implicit, part) = match part.strip_prefix('@') {
            Some(part) => (true, part.trim_start()),
            None => (false, part),
        };
        let name = word(part);
        let rest = part[name.len()..].trim_start();
        let default = match rest.is_empty() {
            true => None,
            false => Some(rest.strip_prefix('=')?.trim()),
        };
        let parameter = Parameter {
            name,
            default,
            is_implicit,
        };
        (!name.is_empty()).then_some(parameter)
    });
    each.collect()
}

fn form(value: &str) -> Form {
    if matches!(value, "true" | "false" | "none") || value.bytes().all(|byte| byte.is_ascii_digit())
    {
        return Form::Literal;
    }
    if value.starts_with(['"', '\'', '`']) {
        let is_alone = closing(value) == Some(value.len());
        return if is_alone { Form::Literal } else { Form::Other };
    }
    let mut rest = value;
    loop {
        let name = word(rest);
        if name.is_empty() || name.starts_with(|letter: char| letter.is_ascii_digit()) {
            return Form::Other;
        }
        rest = &rest[name.len()..];
        while rest.starts_with('[') {
            let Some(end) = closing(rest) else {
                return Form::Other;
            };
            match form(rest[1..end - 1].trim()) {
                Form::Path | Form::Literal => rest = &rest[end..],
                Form::Other => return Form::Other,
            }
        }
        match rest.strip_prefix('.') {
            Some(further) => rest = further,
            None if rest.is_empty() => return Form::Path,
            None => return Form::Other,
        }
    }
}

fn trimmed(text: &str, start: bool, end: bool) -> &str {
    let text = if start { text.trim_start() } else { text };
    if end { text.trim_end() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> String {
        let texts = BTreeMap::from([("a.html".to_owned(), text.to_owned())]);
        inlined(&texts).remove("a.html").unwrap()
    }

    /// What stands behind the components.
    fn behind(components: &str, text: &str) -> String {
        let whole = of(&format!("{components}¦{text}"));
        whole.split_once('¦').unwrap().1.to_owned()
    }

    const LINK: &str = r#"{% component link(to, mark=false) -%}
<a href="{{ to.url }}">{{ to.text }}</a>{%- if mark and to.lang %} {{ t(id="m", lang=to.lang) }}{% endif %}
{%- endcomponent link %}"#;

    #[test]
    fn a_small_component_stands_where_it_is_called() {
        for (text, expected) in [
            (
                "{{ <link to={a.b} /> }}",
                r#"<a href="{{ a.b.url }}">{{ a.b.text }}</a>{%- if false and a.b.lang %} {{ t(id="m", lang=a.b.lang) }}{% endif %}"#,
            ),
            (
                "x \n{{- <link to={to} mark={true} /> -}} \ny",
                r#"x<a href="{{ to.url }}">{{ to.text }}</a>{%- if true and to.lang %} {{ t(id="m", lang=to.lang) }}{% endif %}y"#,
            ),
            // What would be worked out twice is worked out before.
            (
                "{{ <link to={a | b} /> }}",
                r#"{% set __link_to = a | b %}<a href="{{ __link_to.url }}">{{ __link_to.text }}</a>{%- if false and __link_to.lang %} {{ t(id="m", lang=__link_to.lang) }}{% endif %}"#,
            ),
            // What is called in a wrong way stays a call.
            ("{{ <link /> }}", "{{ <link /> }}"),
            (
                "{{ <link to={a} what={b} /> }}",
                "{{ <link to={a} what={b} /> }}",
            ),
            (
                "{{ <link to={a} {...b} /> }}",
                "{{ <link to={a} {...b} /> }}",
            ),
            ("{{ <other to={a} /> }}", "{{ <other to={a} /> }}"),
        ] {
            assert_eq!(behind(LINK, text), expected, "{text}");
        }
    }

    #[test]
    fn components_within_components_are_put_in_as_well() {
        let components = "{% component n(of) -%}<i>{{ of | number }}</i>{%- endcomponent n %}\
                          {% component both(one, more=0) -%}{{ <n of={one} /> }}{% if more > 0 %} + {{ <n of={more} /> }}{% endif -%}{%- endcomponent both %}";
        assert_eq!(
            behind(components, "{{ <both one={a} more={b.c[0]} /> }} z"),
            "<i>{{ a | number }}</i>{% if b.c[0] > 0 %} + <i>{{ b.c[0] | number }}</i>{% endif %} z"
        );
        assert_eq!(
            behind(components, "{{ <n of={a + 1} /> }}"),
            "<i>{{ (a + 1) | number }}</i>"
        );
        let own = "{% component c() -%}{{ <d /> }}{%- endcomponent c %}{% component d() -%}{{ <c /> }}{%- endcomponent d %}";
        assert!(behind(own, "{{ <c /> }}").starts_with("{{ <"));
    }

    #[test]
    fn only_variables_are_replaced() {
        let component = r#"{% component c(number, of, text="") -%}{{ number | number }}{{ of.number is number }}{{ f(number=number, of="of") ~ "number" }}{{ <d number={number} /> }}{{ {"of": of} }}{{ text }}{%- endcomponent c %}"#;
        assert_eq!(
            behind(component, "{{ <c number={a} of={b} text=\"of\" /> }}"),
            r#"{{ a | number }}{{ b.number is number }}{{ f(number=a, of="of") ~ "number" }}{{ <d number={a} /> }}{{ {"of": b} }}{{ "of" }}"#
        );
    }

    #[test]
    fn what_a_component_sees_of_its_caller_has_to_be_seen_there() {
        let component = "{% component c(@page) -%}<b>{{ page.x }}</b>{%- endcomponent c %}";
        assert_eq!(behind(component, "{{ <c /> }}"), "<b>{{ page.x }}</b>");
        let within =
            "{% component d(a) -%}{% for b in a %}{{ <c /> }}{% endfor %}{%- endcomponent d %}";
        assert_eq!(behind(component, within), within);
        let seen = within.replace("d(a)", "d(a, @page)");
        assert_eq!(
            behind(component, &seen),
            seen.replace("{{ <c /> }}", "<b>{{ page.x }}</b>")
        );
    }

    #[test]
    fn what_sets_loops_or_shows_its_callers_body_stays() {
        for body in [
            "{% set a = 1 %}x",
            "{% for a in of %}x{% endfor %}",
            "{{ body }}",
            "{{ [a for a in of] }}",
            "{{ <d of /> }}",
            " x",
            "{# x #}",
        ] {
            let component = format!("{{% component c(of) %}}{body}{{% endcomponent c %}}");
            assert_eq!(
                behind(&component, "{{ <c of={b} /> }}"),
                "{{ <c of={b} /> }}",
                "{body}"
            );
        }
    }
}
