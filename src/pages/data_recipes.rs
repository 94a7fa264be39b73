//! Recipes that add up the table of contributions: in a spreadsheet, in Python, in SQL. Each gives what was delivered in all.

use serde::Serialize;

use super::view::View;
use crate::data::columns;
use crate::model::lang::Lang;
use crate::plan::data::{DataFile, DataTable};

/// A recipe.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "DataRecipe"))]
pub(super) struct RecipePiece {
    /// `spreadsheet`, `python` or `sql`.
    kind: &'static str,
    /// What is written there.
    code: String,
}

pub(super) fn recipes(view: &View<'_>) -> Vec<RecipePiece> {
    let address = view.absolute(&DataFile::Csv(DataTable::Contributions).address());
    vec![
        RecipePiece {
            kind: "spreadsheet",
            code: spreadsheet(view),
        },
        RecipePiece {
            kind: "python",
            code: python(&address),
        },
        RecipePiece {
            kind: "sql",
            code: sql(&address),
        },
    ]
}

/// A formula over the columns of the opened file. Arguments are parted as the reader's language has it.
fn spreadsheet(view: &View<'_>) -> String {
    let columns = columns(DataTable::Contributions, &view.portal.site.languages);
    let letter = |name: &str| {
        let place = columns.iter().position(|column| column.name == name);
        letters(place.unwrap_or(0))
    };
    let [amount, status] = [letter("amount"), letter("status")];
    let comma = match view.lang() {
        Lang::Kk | Lang::Ru => ';',
        Lang::En => ',',
    };
    format!("=SUMIFS({amount}:{amount}{comma}{status}:{status}{comma}\"delivered\")")
}

/// What a spreadsheet calls the nth column, counted from 0: `A`, `Z`, `AA`.
fn letters(place: usize) -> String {
    let letter = char::from(b'A' + (place % 26) as u8);
    match place / 26 {
        0 => letter.to_string(),
        more => letters(more - 1) + &letter.to_string(),
    }
}

fn python(address: &str) -> String {
    format!(
        "import csv, io, urllib.request\n\
         \n\
         url = \"{address}\"\n\
         with urllib.request.urlopen(url) as file:\n\
         \x20   rows = csv.DictReader(io.TextIOWrapper(file, \"utf-8\"))\n\
         \x20   print(sum(int(row[\"amount\"] or 0) for row in rows if row[\"status\"] == \"delivered\"))\n"
    )
}

/// For DuckDB, which reads the file over the network itself.
fn sql(address: &str) -> String {
    format!(
        "SELECT sum(CAST(amount AS HUGEINT))\n\
         FROM read_csv('{address}', all_varchar = true)\n\
         WHERE status = 'delivered';\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_as_spreadsheets_have_it() {
        let called = [0, 25, 26, 51, 52, 701, 702].map(letters);
        assert_eq!(called, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
