//! Sums as a table: the form that everybody can read.

use super::mark;
use crate::model::money::Amount;
use crate::pages::prose::write_to;
use crate::pages::view::{BreakdownPiece, RowPiece, Text, TotalPiece, View};

use crate::source::text::html::escape;

/// Writes a table of sums with its caption. `own` is the attribute that marks the table's language.
pub(super) fn table(
    view: &View<'_>,
    table: &BreakdownPiece<'_>,
    caption: &Text<'_>,
    own: &str,
    html: &mut String,
) {
    let word = |id: &str| escape(&view.word(id)).into_owned();
    let mut columns = vec![word("total-delivered")];
    if table.has_pledged {
        columns.push(word("total-pledged"));
    }
    columns.push(word("total-contributions"));
    write_to(
        html,
        format_args!(
            "<div class=\"table\"{own}><table><caption{}>{}</caption>\n<thead><tr>",
            mark(caption.lang),
            escape(&caption.text)
        ),
    );
    write_to(
        html,
        format_args!(
            "<th scope=\"col\">{}</th>",
            word(&format!("axis-{}", table.axis.word()))
        ),
    );
    for column in columns {
        write_to(
            html,
            format_args!("<th scope=\"col\" class=\"number\">{column}</th>"),
        );
    }
    html.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        html.push_str("<tr><th scope=\"row\">");
        name_of(view, row, html);
        html.push_str("</th>");
        figures(view, &row.sums.delivered, html);
        if table.has_pledged {
            figures(view, &row.sums.pledged, html);
        }
        count(view, row.sums.delivered.contributions, html);
        html.push_str("</tr>\n");
    }
    write_to(
        html,
        format_args!(
            "</tbody>\n<tfoot><tr><th scope=\"row\">{}</th>",
            word("total-whole")
        ),
    );
    figures(view, &table.whole.delivered, html);
    if table.has_pledged {
        figures(view, &table.whole.pledged, html);
    }
    count(view, table.whole.delivered.contributions, html);
    html.push_str("</tr></tfoot></table></div>\n");
}

fn name_of(view: &View<'_>, row: &RowPiece<'_>, html: &mut String) {
    if !row.is_named {
        html.push_str(&escape(&view.name_of(row)));
        return;
    }
    let lang = mark(row.name.lang);
    match &row.url {
        Some(url) => write_to(
            html,
            format_args!(
                "<a href=\"{}\"{lang}>{}</a>",
                escape(url),
                escape(&row.name.text)
            ),
        ),
        None => write_to(
            html,
            format_args!("<span{lang}>{}</span>", escape(&row.name.text)),
        ),
    }
}

fn figures(view: &View<'_>, total: &TotalPiece, html: &mut String) {
    html.push_str("<td class=\"number\">");
    match total.amount {
        Amount::Nothing => html.push('—'),
        Amount::NotStated => html.push_str(&escape(&view.word("amount-not-stated"))),
        Amount::Known(amount) => write_to(
            html,
            format_args!(
                "<data value=\"{}\">{}</data>",
                amount.0,
                escape(&view.language.locale.money(amount))
            ),
        ),
    }
    html.push_str("</td>");
}

fn count(view: &View<'_>, number: usize, html: &mut String) {
    let shown = view.language.locale.integer(number as u128);
    write_to(
        html,
        format_args!("<td class=\"number\"><data value=\"{number}\">{shown}</data></td>"),
    );
}
