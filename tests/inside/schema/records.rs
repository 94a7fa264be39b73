//! Sound records with every field, and values that are right in one place and wrong in another.

use std::sync::LazyLock;

use serde_json::{Value as Json, json};
use tagzym::model::kind::RecordKind;

fn name() -> Json {
    json!({"kk": "Атау", "ru": "Название", "en": "Name"})
}

/// Records of a kind that are sound and, together, have every field of it.
pub fn records_of(of: RecordKind) -> Vec<Json> {
    match of {
        RecordKind::Region => vec![json!({
            "id": "abai", "iso": "KZ-10", "kato": "100000000", "name": name(), "in": name(), "centre": name(),
            "population": {"value": 600000, "date": "2023-01-01", "source": "stat.gov.kz"},
            "tile": [[1, 2], [3, 4]], "since": "2022-06-08", "until": "2030-01", "successors": ["other"],
            "districts": [{"id": "abai", "kato": 101, "name": name(), "aliases": ["a"]}], "aliases": ["old-name"], "sample": true,
        })],
        RecordKind::Direction => {
            vec![
                json!({"id": "charity", "name": name(), "summary": name(), "aliases": ["/a/b.html"], "sample": false}),
            ]
        }
        RecordKind::Object => {
            vec![
                json!({"id": "school", "name": name(), "plural": name(), "parent": "education", "aliases": [], "sample": true}),
            ]
        }
        RecordKind::Patron => vec![
            json!({
                "id": "steppe", "kind": "company", "name": name(), "region": "abai", "since": 2016, "site": "https://a.example/",
                "former_names": [{"name": name(), "until": "2019-05"}], "aliases": ["/old/"],
                "contributions": [{
                    "amount": "1 000 000", "date": "2020-02-29", "status": "pledged", "region": "abai", "district": "abai",
                    "direction": "charity", "object": "school", "purpose": name(),
                }, {
                    "in_kind": name(), "date": 2020, "region": "abai", "direction": "charity", "purpose": name(),
                }],
                "sample": true,
            }),
            json!({"id": "p-1", "kind": "person", "name": name(), "region": "abai", "consent": "anonymous"}),
            json!({"id": 1998, "kind": "group", "name": name(), "region": "abai", "members": 42, "consent": "public"}),
        ],
        RecordKind::Award => vec![
            json!({
                "id": "best", "name": name(), "year": 2017, "date": "2017-05-04", "region": "abai", "event": "evening",
                "categories": [{"id": "gold", "name": name()}],
                "recipients": [{"patron": "steppe", "category": "gold", "note": name()}, {"patron": "p-1"}], "aliases": ["best-17"], "sample": true,
            }),
            json!({"id": "best", "name": name(), "date": "2017", "recipients": []}),
        ],
        RecordKind::Figure => vec![
            json!({
                "id": "all", "region": "abai", "district": "abai", "period": "2017-04..2021-04", "measure": "support",
                "amount": 3837144000_u64, "precision": "rounded", "patrons": 12, "projects": "1 200", "objects": 1, "part_of": "more",
                "breakdown": [{"object": "school", "amount": 5, "projects": 1}, {"direction": "charity"}, {"label": name()}],
                "note": name(), "source": {"title": "Report", "url": "https://a.example/x?y=z", "date": "2021"}, "sample": true,
            }),
            json!({
                "id": "some", "period": 2017, "measure": "pledges", "precision": "exact",
                "source": {"title": name(), "url": "http://a.example"},
            }),
        ],
        RecordKind::Correction => vec![
            json!({
                "id": "sum", "date": "2026-05-01", "records": ["project/a", "patron/steppe"], "was": 5, "now": name(),
                "reason": name(), "sample": true,
            }),
            json!({"date": 2026, "records": ["region/abai"], "was": name(), "now": "1 000", "reason": name()}),
        ],
        RecordKind::Edition => vec![
            json!({
                "id": "bobobobobobo", "date": "2026-05-01", "since": "bababababa", "delivered_was": 0, "delivered_now": 5,
                "pledged_was": 1, "pledged_now": 0, "regions": [{"region": "abai", "was": 0, "now": 5}],
                "years": [{"year": 2020, "was": 0}], "directions": [{"direction": "charity", "now": 5}],
            }),
            json!({"id": "bobobobobobo", "date": 2026, "since": "bababababa"}),
        ],
        RecordKind::Project => vec![with_head(json!({
            "region": "abai", "district": "abai", "direction": "charity", "object": "school", "status": "completed",
            "started": "2019-12", "completed": "2020-10-31", "beneficiaries": 300, "location": [43.25, -76],
            "contributions": [
                {"patron": "steppe", "amount": 5, "date": "2020", "status": "delivered"},
                {"patrons": ["steppe", "p-1"], "in_kind": name(), "date": "2020-06"},
            ],
        }))],
        RecordKind::News => {
            vec![with_head(
                json!({"date": "2020-06-01", "region": "abai", "place": name()}),
            )]
        }
        RecordKind::Page => vec![
            with_head(json!({"menu": "top", "order": 5})),
            json!({"title": "A", "menu": "none", "order": 0}),
            json!({"title": "A"}),
        ],
    }
}

fn with_head(mut facts: Json) -> Json {
    let head = json!({
        "title": "Title", "summary": "Summary", "draft": true, "slug": "other", "aliases": ["old", "/old/path.html", "/спорт зал (2)/"],
        "image": {"file": "./a/gym%20 (2), №1.JPG", "alt": "A gym", "caption": "Caption"}, "sample": false,
        "images": [
            {"file": "before.jpg", "alt": {"kk": "A", "ru": "A", "en": "A"}, "caption": {"kk": "B", "ru": "B", "en": "B"}},
        ],
        "source": {"lang": "ru", "digest": "0a1b"},
    });
    facts
        .as_object_mut()
        .unwrap()
        .extend(head.as_object().unwrap().clone());
    facts
}

/// Names of fields, known in some record or in none.
pub const FIELDS: [&str; 26] = [
    "id",
    "name",
    "date",
    "year",
    "amount",
    "in_kind",
    "patron",
    "patrons",
    "kind",
    "consent",
    "members",
    "region",
    "object",
    "direction",
    "label",
    "title",
    "source",
    "kk",
    "ru",
    "en",
    "de",
    "since",
    "x",
    "",
    "Id",
    "purpose",
];

/// Values that are right in one place and wrong in another. No number that is whole and written with a point: a schema
/// takes `5.0` for the whole number 5, which the reader does not.
pub static VALUES: LazyLock<Vec<Json>> = LazyLock::new(|| {
    let texts = [
        "",
        " ",
        "\u{a0}",
        "a",
        "A",
        "a-b",
        "-a",
        "a--b",
        "a_b",
        "../x",
        "con",
        "index",
        "ә",
        "5",
        "05",
        "0",
        "-5",
        "1 000",
        "1\u{a0}000",
        "1\u{202f}000\u{202f}000",
        "1_000_000",
        "1 000_000",
        "10 00",
        "1000 000",
        "1.5",
        "1e3",
        "5 млн",
        "99",
        "100",
        "1000000000000",
        "1000000000001",
        "1 000 000 000 000",
        "1 000 000 000 001",
        "1000000000000000",
        "1 000 000 000 000 000",
        "1 000 000 000 000 001",
        "999 999 999 999 999",
        "9999999999999999",
        "2018",
        "0000",
        "0001",
        "0999",
        "2018-02",
        "2018-13",
        "2018-00",
        "2018-02-28",
        "2018-02-29",
        "2020-02-29",
        "1900-02-29",
        "2000-02-29",
        "0000-02-29",
        "0004-02-29",
        "2018-04-30",
        "2018-04-31",
        "2018-12-31",
        "2018-1-1",
        "2018..2019",
        "2018-02-29..2020",
        " 2018 .. 2019-05 ",
        "2019..2018",
        "2018..",
        "..",
        "2018...2019",
        " 2018",
        "18",
        "2018/01",
        "https://a.example",
        "http://",
        "https:///a",
        "https://a b",
        "https://a\"",
        "HTTPS://a",
        "https://a\\b",
        "https://ә/",
        "javascript:x",
        "person",
        "company",
        "group",
        "public",
        "anonymous",
        "delivered",
        "pledged",
        "planned",
        "completed",
        "support",
        "exact",
        "kk",
        "de",
        "gym.jpg",
        "gym.svg",
        "a/gym.PNG",
        "../gym.jpg",
        "/gym.jpg",
        ".jpg",
        "a//b.jpg",
        "a b.webp",
        "/old/",
        "old/",
        "/old/a.html",
        "a/b",
        "/.a",
        "//",
        "/",
        "true",
        "~",
        "{{ 1 }}",
        "<b>",
        "a\nb",
    ];
    let mut values: Vec<Json> = texts.map(Json::from).to_vec();
    values.extend(["a\u{1b}[31m", "\u{0}", "a\tb"].map(Json::from));
    values.push(json!("a".repeat(64)));
    values.push(json!("a".repeat(65)));
    values.extend([
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(1),
        json!(-1),
        json!(5),
        json!(99),
        json!(100),
        json!(999),
        json!(1000),
        json!(2018),
        json!(9999),
        json!(10000),
        json!(1_000_000_000_000_u64),
        json!(1_000_000_000_001_u64),
        json!(1_000_000_000_000_000_u64),
        json!(1_000_000_000_000_001_u64),
        json!(1.5),
        json!(-90.5),
        json!(179.25),
        json!(180.5),
        json!([]),
        json!(["a"]),
        json!(["a", "b"]),
        json!([1, 2]),
        json!([1, "2"]),
        json!([1, 100]),
        json!([91, 0]),
        json!([-0.5, 180]),
        json!([1, 2, 3]),
        json!([[1, 2]]),
        json!([null]),
        json!([{}]),
        json!({}),
        json!({"kk": "A"}),
        json!({"ru": "A"}),
        json!({"kk": ""}),
        json!({"kk": 1}),
        json!({"kk": "A", "de": "B"}),
        json!({"kk": null}),
        json!({"id": "a", "name": {"kk": "A"}}),
        json!([{"id": "a", "name": {"kk": "A"}}]),
        json!([{"patron": "a", "patrons": ["b"], "amount": 1, "date": 2018}]),
        json!([{"patrons": [], "amount": 1, "date": 2018}]),
        json!([{"object": "a", "label": {"kk": "A"}}]),
        json!({"title": "A", "url": "https://a.example"}),
    ]);
    values
});
