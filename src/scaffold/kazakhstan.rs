//! The regions of Kazakhstan, compiled in from the portal's own content: districts, codes, tiles, forms of names.

use include_dir::{Dir, include_dir};

use crate::diagnostic::nearest;
use crate::load::yaml::{Node, parse};
use crate::model::lang::Lang;

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

/// The region of today with an id, or with a name in any language.
///
/// # Errors
/// There is none: the nearest ids and names.
pub(crate) fn find(named: &str) -> Result<KnownRegion, Vec<String>> {
    let fold = |text: &str| text.trim().to_lowercase();
    let mut today = regions();
    today.retain(|region| !region.is_former);
    let is = |region: &KnownRegion| {
        let mut names = region.names.iter();
        region.id == fold(named) || names.any(|(_, name)| fold(name) == fold(named))
    };
    match today.iter().find(|region| is(region)) {
        Some(region) => Ok(region.clone()),
        None => {
            let names = |region: &KnownRegion| -> Vec<String> {
                let names = region.names.iter().map(|(_, name)| name.clone());
                names.chain([region.id.clone()]).collect()
            };
            let known: Vec<String> = today.iter().flat_map(names).collect();
            Err(nearest(named.trim(), known.iter().map(String::as_str)))
        }
    }
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
        for named in [
            "akmola",
            "Акмолинская область",
            "АҚМОЛА ОБЛЫСЫ",
            " Akmola Region ",
        ] {
            assert_eq!(find(named).map(|region| region.id), Ok("akmola".to_owned()));
        }
        assert!(find("akmolla").unwrap_err().contains(&"akmola".to_owned()));
        assert!(find("south-kazakhstan").is_err());
    }
}
