//! The regions of Kazakhstan, compiled in from the portal's own content: districts, codes, tiles, forms of names.

use include_dir::{Dir, include_dir};

use crate::load::yaml::{Node, parse};
use crate::model::lang::Lang;
use crate::names::{Found, NameKind, Names};

static REGIONS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/content/regions");

/// A region of Kazakhstan, as a new portal has it.
#[derive(Debug, Clone)]
pub(crate) struct KnownRegion {
    pub id: String,
    /// The name in each language.
    pub names: Vec<(Lang, String)>,
    /// The id of its first district, if it has any.
    pub district: Option<String>,
    /// It is no more.
    pub is_former: bool,
    /// Its file: the name, and the text.
    pub file: (String, String),
}

/// All regions, by their ids.
pub(crate) fn regions() -> Vec<KnownRegion> {
    let files = REGIONS.files();
    let mut regions: Vec<KnownRegion> = files.filter_map(|file| region(file)).collect();
    regions.sort_by(|a, b| a.id.cmp(&b.id));
    regions
}

/// The region of today that is meant by an id or a name.
pub(crate) fn find(text: &str) -> Found<KnownRegion> {
    let mut today = regions();
    today.retain(|region| !region.is_former);
    let mut names = Names::new(NameKind::Place);
    for (at, region) in today.iter().enumerate() {
        let of_region = region.names.iter().map(|(_, name)| name.as_str());
        names.add_region(at, [region.id.as_str()], of_region);
    }
    names.find_called(text).map(|at| today[at].clone())
}

fn region(file: &include_dir::File<'_>) -> Option<KnownRegion> {
    let name = file.path().file_name()?.to_str()?;
    let text = file.contents_utf8().filter(|_| name.ends_with(".yaml"))?;
    let record = parse(text).ok()?;
    let text_of = |node: &Node, key: &str| match field(node, key) {
        Some(Node::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let names = field(&record, "name")?;
    let names = Lang::ALL
        .into_iter()
        .filter_map(|lang| Some((lang, text_of(names, lang.code())?)));
    let first = match field(&record, "districts") {
        Some(Node::List(districts)) => districts.first(),
        _ => None,
    };
    Some(KnownRegion {
        id: text_of(&record, "id")?,
        names: names.collect(),
        district: first.and_then(|district| text_of(district, "id")),
        is_former: field(&record, "until").is_some(),
        file: (name.to_owned(), text.to_owned()),
    })
}

fn field<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    let Node::Map(fields) = node else { return None };
    let mut fields = fields.iter();
    fields.find(|(key, _)| key == name).map(|(_, of)| of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_regions_are_there_and_found_by_id_and_name() {
        let regions = regions();
        assert_eq!(regions.len(), 21);
        assert_eq!(regions.iter().filter(|region| region.is_former).count(), 1);
        assert!(regions.iter().all(|region| region.names.len() == 3));
        for (named, id) in [
            ("akmola", "akmola"),
            ("Акмолинская область", "akmola"),
            ("АҚМОЛА ОБЛЫСЫ", "akmola"),
            (" Akmola Region ", "akmola"),
            ("Алматы обл.", "almaty-region"),
            ("Almaty city", "almaty"),
            ("СКО", "north-kazakhstan"),
        ] {
            let found = find(named).map(|region| region.id);
            assert_eq!(found, Found::One(id.to_owned()), "{named}");
        }
        for (named, id) in [
            ("akmela", "akmola"),
            ("Северный Казахстан", "north-kazakhstan"),
        ] {
            let found = find(named).map(|region| region.id);
            assert_eq!(found, Found::Near(vec![id.to_owned()]), "{named}");
        }
        assert!(find("south-kazakhstan").one().is_none());
    }
}
