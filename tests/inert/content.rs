//! A sound site in which every text is the one that is given.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

/// The folders with a picture beside their texts.
pub const PICTURED: [&str; 5] = ["projects", "news", "pages", "patrons", "regions"];

/// The files of a site with `text` in every field that takes a text and in every place of a Markdown text.
pub fn files(text: &str) -> BTreeMap<String, String> {
    let words = json!({"kk": text, "ru": text, "en": text});
    let gift = json!({
        "region": "north", "district": "lake", "direction": "charity", "object": "school", "purpose": words,
        "in_kind": words, "amount": 5, "date": 2020, "note": words,
        "source": {"title": words, "url": "https://a.example/?a='b'&c=$x"},
    });
    let records: [(&str, Json); 7] = [
        (
            "regions",
            json!([{
            "id": "north", "iso": text, "kato": text, "name": words, "in": words, "centre": words,
            "former_names": [{"name": words, "in": words, "of": words, "from": 2015, "until": 2025}], "tile": [[1, 1]],
            "population": {"value": 5, "date": 2020, "source": text},
            "districts": [{"id": "lake", "kato": format!("{text} 2"), "name": words}], "successors": ["south"],
        }, {"id": "south", "name": words}]),
        ),
        (
            "directions",
            json!({"id": "charity", "name": words, "summary": words}),
        ),
        (
            "objects",
            json!([
                {"id": "school", "name": words, "plural": words, "parent": "all"}, {"id": "all", "name": words},
            ]),
        ),
        (
            "patrons",
            json!([
                {"id": "steppe", "kind": "company", "name": words, "region": "north", "site": "https://a.example/?a='b'&c=$x",
                 "former_names": [{"name": words, "until": 2019}],
                 "contributions": [gift]},
                {"id": "class", "kind": "group", "name": words, "region": "south", "members": 5},
            ]),
        ),
        (
            "awards",
            json!({
                "id": "best", "name": words, "year": 2017, "region": "north", "event": "evening",
                "categories": [{"id": "gold", "name": words}],
                "recipients": [{"patron": "steppe", "category": "gold", "note": words}, {"patron": "class"}],
            }),
        ),
        (
            "figures",
            json!([{
                "id": "all", "measure": "support", "precision": "exact", "amount": 7, "note": words, "period": 2020,
                "breakdown": [{"label": words, "amount": 5}], "source": {"title": text, "url": "https://a.example/?'&x"},
            }, {
                "id": "part", "region": "north", "part_of": "all", "measure": "support", "precision": "rounded", "amount": 9,
                "source": {"title": words, "url": "https://a.example/"},
            }]),
        ),
        (
            "corrections",
            json!([
                {"date": 2020, "records": ["region/north", "patron/steppe"], "was": words, "now": 5, "reason": words},
            ]),
        ),
    ];
    let mut files: BTreeMap<String, String> = records
        .into_iter()
        .map(|(folder, records)| (format!("content/{folder}/all.yaml"), records.to_string()))
        .collect();
    let body = body(text);
    let head = json!({
        "title": text, "summary": text, "image": {"file": "a b.jpg", "alt": text, "caption": text},
        "images": [{"file": "a b.jpg", "alt": words, "caption": words}],
        "source": {"lang": "ru", "digest": text},
    });
    let with = |more: Json| {
        let mut head = head.clone();
        let fields = head.as_object_mut().unwrap();
        fields.extend(more.as_object().unwrap().clone());
        format!("---\n{head}\n---\n\n{body}")
    };
    let project = json!({
        "region": "north", "district": "lake", "direction": "charity", "object": "school", "status": "cancelled",
        "cancelled": 2020, "reason": words, "beneficiaries": 5, "location": [43.5, 76.5],
        "contributions": [{"patrons": ["steppe", "class"], "amount": 5, "date": 2020, "in_kind": words, "status": "delivered"},
            {"patron": "steppe", "amount": 5, "date": 2020, "status": "withdrawn", "withdrawn": 2020, "note": words}],
    });
    for (path, text) in [
        ("projects/gym.kk.md", with(project)),
        (
            "projects/gym.ru.md",
            format!(
                "---\n{}\n---\n\n{body}",
                json!({"title": text, "summary": text})
            ),
        ),
        (
            "news/evening.kk.md",
            with(json!({"date": "2020-05-01", "region": "north", "place": words})),
        ),
        (
            "pages/about.kk.md",
            with(json!({"aliases": ["/old/path.html"]})),
        ),
        ("patrons/steppe.kk.md", body.clone()),
        ("regions/north.kk.md", body.clone()),
    ] {
        files.insert(format!("content/{path}"), text);
    }
    let quoted = |text: &str| {
        format!(
            "\"{}\"",
            text.escape_unicode().to_string().replace("\\u{", "\\U{")
        )
    };
    let quoted = toml_text(&quoted(text));
    let site = format!(
        "base_url = \"https://tagzym.example/a\"\ntheme = \"tagzym\"\nlanguages = [\"kk\", \"ru\", \"en\"]\n\
         default_language = \"kk\"\ncontact = {quoted}\nlicence = {quoted}\n\
         title = {{kk = {quoted}, ru = {quoted}, en = {quoted}}}\n\
         description = {{kk = {quoted}, ru = {quoted}, en = {quoted}}}\n"
    );
    files.insert("site.toml".to_owned(), site);
    files
}

/// Every character as TOML's `\UXXXXXXXX`.
fn toml_text(escaped: &str) -> String {
    let inner = escaped.trim_matches('"');
    let mut text = String::from("\"");
    for code in inner.split("\\U{").skip(1) {
        let code = u32::from_str_radix(code.trim_end_matches('}'), 16).unwrap();
        text.push_str(&format!("\\U{code:08X}"));
    }
    text.push('"');
    text
}

/// Markdown with the text in every place: as it is, and with every sign made plain.
fn body(text: &str) -> String {
    let line = text.replace('\n', " ");
    let plain: String = line
        .chars()
        .flat_map(|c| {
            c.is_ascii_punctuation()
                .then_some('\\')
                .into_iter()
                .chain([c])
        })
        .collect();
    let code = line.replace('`', "");
    format!(
        "{text}\n\n## {line}\n\n## {plain}\n\n## {plain}\n\n{plain} **{plain}** *{plain}* ~~{plain}~~ `{code}`\n\n\
         [{plain}](https://a.example/?q='&x={{{{1}}}} \"{plain}\")\n\n\
         [{plain}](<https://a.example/ü?a=\"b\"&c='d'> '{plain}')\n\n[x](mailto:a'b@a.example) [x](tel:+7'1)\n\n\
         [](@patron/steppe) [{plain}](@project/gym) [](@total?region=north) [](@award/best) [](@news/evening) [](@page/about)\n\n\
         ![{plain}](<a b.jpg> \"{plain}\")\n\n\
         ![{plain}](@table?by=region)\n\n![{plain}](@chart?by=direction)\n\n![{plain}](@map)\n\n\
         ```{code}\n{code}\n```\n\n~~~ rust {plain}\n{text}\n~~~\n\n    {line}\n\n\
         | {cell} | b |\n|-|:-:|\n| {cell} | c |\n\n\
         - [ ] {plain}\n\n1. {plain}\n\n> {plain}\n\n{plain}[^{note}]\n\n[^{note}]: {plain}\n\n{line}\n",
        cell = plain.replace('|', ""),
        note = "n",
    )
}
