//! Taxonomies: the four directions, and kinds of object with their parents.

use std::fmt::Write;

use super::Put;
use super::words::Said;
use super::yaml::Localised;

/// The directions, with what belongs to each.
pub(super) const DIRECTIONS: [(&str, Said, Said); 4] = [
    (
        "charity",
        ["Қайырымдылық", "Благотворительность", "Charity"],
        [
            "Мұқтаж адамдарға көмек.",
            "Помощь тем, кто в ней нуждается.",
            "Help for those who need it.",
        ],
    ),
    (
        "sponsorship",
        ["Демеушілік", "Спонсорство", "Sponsorship"],
        [
            "Спорт пен мәдениетке қолдау.",
            "Поддержка спорта и культуры.",
            "Support for sport and culture.",
        ],
    ),
    (
        "civic-initiative",
        [
            "Азаматтық бастама",
            "Гражданская инициатива",
            "Civic initiative",
        ],
        [
            "Тұрғындар өздері бастаған істер.",
            "То, что начали сами жители.",
            "What residents began themselves.",
        ],
    ),
    (
        "infrastructure",
        ["Инфрақұрылым", "Инфраструктура", "Infrastructure"],
        [
            "Ғимараттар, жолдар, су.",
            "Здания, дороги, вода.",
            "Buildings, roads, water.",
        ],
    ),
];

/// A kind of object: id, wider kind, name, name of many.
type Object = (&'static str, Option<&'static str>, Said, Said);

/// Kinds of object; the last ones are wider kinds, which no project states.
pub(super) const OBJECTS: [Object; 13] = [
    (
        "school",
        Some("education"),
        ["Мектеп", "Школа", "School"],
        ["Мектептер", "Школы", "Schools"],
    ),
    (
        "kindergarten",
        Some("education"),
        ["Балабақша", "Детский сад", "Kindergarten"],
        ["Балабақшалар", "Детские сады", "Kindergartens"],
    ),
    (
        "culture-house",
        Some("culture"),
        ["Мәдениет үйі", "Дом культуры", "House of culture"],
        ["Мәдениет үйлері", "Дома культуры", "Houses of culture"],
    ),
    (
        "library",
        Some("culture"),
        ["Кітапхана", "Библиотека", "Library"],
        ["Кітапханалар", "Библиотеки", "Libraries"],
    ),
    (
        "museum",
        Some("culture"),
        ["Мұражай", "Музей", "Museum"],
        ["Мұражайлар", "Музеи", "Museums"],
    ),
    (
        "clinic",
        None,
        ["Емхана", "Амбулатория", "Clinic"],
        ["Емханалар", "Амбулатории", "Clinics"],
    ),
    (
        "stadium",
        None,
        ["Стадион", "Стадион", "Stadium"],
        ["Стадиондар", "Стадионы", "Stadiums"],
    ),
    (
        "mosque",
        None,
        ["Мешіт", "Мечеть", "Mosque"],
        ["Мешіттер", "Мечети", "Mosques"],
    ),
    (
        "road",
        None,
        ["Жол", "Дорога", "Road"],
        ["Жолдар", "Дороги", "Roads"],
    ),
    (
        "water",
        None,
        ["Су құбыры", "Водопровод", "Water pipe"],
        ["Су құбырлары", "Водопроводы", "Water pipes"],
    ),
    (
        "park",
        None,
        ["Саябақ", "Парк", "Park"],
        ["Саябақтар", "Парки", "Parks"],
    ),
    (
        "education",
        None,
        ["Білім нысаны", "Объект образования", "Place of education"],
        [
            "Білім нысандары",
            "Объекты образования",
            "Places of education",
        ],
    ),
    (
        "culture",
        None,
        ["Мәдениет нысаны", "Объект культуры", "Place of culture"],
        [
            "Мәдениет нысандары",
            "Объекты культуры",
            "Places of culture",
        ],
    ),
];

/// How many kinds projects state.
pub(super) const STATED: usize = 11;

pub(super) fn write(put: Put<'_>) {
    let mut text = String::new();
    for (id, name, summary) in DIRECTIONS {
        let (name, summary) = (Localised::from(name), Localised::from(summary));
        let _ = write!(text, "- id: {id}\n  name: {name}\n  summary: {summary}\n");
    }
    put("content/directions/directions.yaml", text.as_bytes());
    text.clear();
    for (id, parent, name, plural) in OBJECTS {
        let (name, plural) = (Localised::from(name), Localised::from(plural));
        let _ = write!(text, "- id: {id}\n  name: {name}\n  plural: {plural}\n");
        if let Some(parent) = parent {
            let _ = writeln!(text, "  parent: {parent}");
        }
    }
    put("content/objects/objects.yaml", text.as_bytes());
}
