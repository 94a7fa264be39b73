//! Lint of metadata: pictures and documents that tell where, by whom and with what they were made.

use super::pictures::is_copied;
use crate::diagnostic::{At, Code, Diagnostic};
use crate::source::Asset;

/// A warning for each file of the content whose metadata tell of its maker; what they tell is not repeated.
pub(crate) fn private_metadata(assets: &[Asset]) -> Vec<Diagnostic> {
    // Of a picture that is made anew nothing of that is left.
    let copied = assets.iter().filter(|asset| is_copied(asset));
    copied.filter_map(of_file).collect()
}

fn of_file(asset: &Asset) -> Option<Diagnostic> {
    let facts = asset.facts;
    let told = [
        ("place", facts.place),
        ("author", facts.author),
        ("camera", facts.camera),
        ("serial", facts.serial),
    ];
    let first = told.iter().position(|(_, is_told)| *is_told)?;
    let mut found = Diagnostic::new(Code::PrivateMetadata, At::File(asset.path.to_string()));
    for (nth, (what, is_told)) in told.into_iter().enumerate() {
        // A list begins with its first entry; the others follow a comma.
        let how = match is_told {
            false => "no",
            true if nth == first => "first",
            true => "more",
        };
        found = found.with(what, how);
    }
    Some(found)
}
