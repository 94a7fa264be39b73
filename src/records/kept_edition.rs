//! Editions that the site keeps: deserialized. They refer to other records by ids that may be gone since, and those are passed
//! over where the edition is shown.

use super::head::{Head, Headed, YamlRecord};
use crate::load::field_docs::{FieldDoc, FieldDocs};
use crate::load::fields::Value;
use crate::model::kept_edition::{AxisChange, KeptEdition, SumChange};
use crate::model::lang::Localised;
use crate::model::place::Origin;

impl YamlRecord for KeptEdition {
    const DOCS: FieldDocs = &[DOCS];

    fn read(value: Value<'_>, origin: Origin) -> Option<KeptEdition> {
        let mut fields = value.fields("edition")?;
        let id = fields.required("id", |v| v.id());
        let date = fields.required("date", |v| v.date());
        let since = fields.required("since", |v| v.id());
        let delivered = SumChange {
            was: fields.optional("delivered_was", |v| v.total()),
            now: fields.optional("delivered_now", |v| v.total()),
        };
        let pledged = SumChange {
            was: fields.optional("pledged_was", |v| v.total()),
            now: fields.optional("pledged_now", |v| v.total()),
        };
        let regions = fields.optional("regions", |v| v.list(|v| along(v, "region", |v| v.id())));
        let years = fields.optional("years", |v| v.list(|v| along(v, "year", |v| v.year())));
        let directions = fields.optional("directions", |v| {
            v.list(|v| along(v, "direction", |v| v.id()))
        });
        fields.finish();
        Some(KeptEdition {
            id: id?,
            date: date?,
            since: since?,
            delivered,
            pledged,
            regions: regions.unwrap_or_default(),
            years: years.unwrap_or_default(),
            directions: directions.unwrap_or_default(),
            name: Localised::default(),
            origin,
        })
    }
}

/// One of an axis with its sums.
fn along<T>(
    value: Value<'_>,
    axis: &'static str,
    of: impl FnOnce(Value<'_>) -> Option<T>,
) -> Option<AxisChange<T>> {
    let mut fields = value.fields("edition-change")?;
    let of = fields.required(axis, of);
    let was = fields.optional("was", |v| v.total());
    let now = fields.optional("now", |v| v.total());
    fields.finish();
    let sums = SumChange { was, now };
    Some(AxisChange { of: of?, sums })
}

impl Headed for KeptEdition {
    fn head(&self) -> Head<'_> {
        Head {
            id: &self.id,
            sample: false,
            origin: self.origin,
        }
    }
}

/// Field docs: what editors read about the fields, through the JSON Schema.
#[rustfmt::skip]
const DOCS: &[FieldDoc] = &[
    ("edition", "id", "The word of the edition, as it stands under each figure."),
    ("edition", "date", "When it was kept: YYYY-MM-DD, YYYY-MM or YYYY."),
    ("edition", "since", "The word of the edition that it is compared with."),
    ("edition", "delivered_was", "What was delivered in all before, in whole tenge; left out where no amount was known."),
    ("edition", "delivered_now", "What was delivered in all when it was kept."),
    ("edition", "pledged_was", "What was pledged in all before."),
    ("edition", "pledged_now", "What was pledged in all when it was kept."),
    ("edition", "regions", "The regions with another sum of what was delivered to them."),
    ("edition", "years", "The years with another sum of what was delivered in them."),
    ("edition", "directions", "The directions with another sum of what was delivered for them."),
    ("edition-change", "region", "The region's id."),
    ("edition-change", "year", "The year."),
    ("edition-change", "direction", "The direction's id."),
    ("edition-change", "was", "What was delivered before, in whole tenge."),
    ("edition-change", "now", "What was delivered when the edition was kept."),
];
