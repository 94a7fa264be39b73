//! Tests of footnotes, and of the order of parts.

use super::{check, read, show};
use crate::diagnostic::Code;

#[test]
fn footnotes() {
    check(&[
        (
            "a[^x] b[^y] c[^X]\n\n[^y]: Why [](@page/y).\n\n[^x]: Ex\n\n    - more\n[^z]: lost [](@page/z)",
            "<p>a<sup class=\"footnote-ref\" id=\"fnref-1\"><a href=\"#fn-1\">1</a></sup> \
             b<sup class=\"footnote-ref\" id=\"fnref-2\"><a href=\"#fn-2\">2</a></sup> \
             c<sup class=\"footnote-ref\" id=\"fnref-1-2\"><a href=\"#fn-1\">1</a></sup></p>\n\
             <div class=\"footnotes\">\n<ol>\n\
             <li id=\"fn-1\"><p>Ex</p>\n<ul>\n<li>more</li>\n</ul>\n<p><a href=\"#fnref-1\" class=\"footnote-back\">↩</a></p>\n</li>\n\
             <li id=\"fn-2\"><p>Why {link:page/y}{label:page/y}{/link}. <a href=\"#fnref-2\" class=\"footnote-back\">↩</a></p>\n</li>\n\
             </ol>\n</div>\n",
            &[Code::NoteUncalled],
        ),
        (
            "a[^1]\n\n[^1]: b[^2][^1]\n[^2]: c",
            "<p>a<sup class=\"footnote-ref\" id=\"fnref-1\"><a href=\"#fn-1\">1</a></sup></p>\n\
             <div class=\"footnotes\">\n<ol>\n\
             <li id=\"fn-1\"><p>b<sup class=\"footnote-ref\" id=\"fnref-2\"><a href=\"#fn-2\">2</a></sup>\
             <sup class=\"footnote-ref\" id=\"fnref-1-2\"><a href=\"#fn-1\">1</a></sup> \
             <a href=\"#fnref-1\" class=\"footnote-back\">↩</a></p>\n</li>\n\
             <li id=\"fn-2\"><p>c <a href=\"#fnref-2\" class=\"footnote-back\">↩</a></p>\n</li>\n\
             </ol>\n</div>\n",
            &[],
        ),
        ("a[^1]", "<p>a[^1]</p>\n", &[Code::NoteMissing]),
        (
            "[^1]: [^1] [^2]\n[^2]: b",
            "",
            &[Code::NoteUncalled, Code::NoteUncalled],
        ),
        (
            "[a](#h)\n\n[^1]:\n    # H",
            "<p>{link:#h}a{/link}</p>\n",
            &[Code::NoteUncalled, Code::DeadAnchor],
        ),
    ]);
    let (prose, found) = read("[a](#fn-1) b[^1] [c](#fnref-1)\n\n[^1]: d");
    assert_eq!(found, [], "{}", show(&prose));
}

#[test]
fn html_next_to_html_is_one_part() {
    let (prose, _) = read("# A\n\n*b*\n\n- c\n\n> d");
    assert_eq!(prose.parts.len(), 1);
    assert!(read(" \n\n[a]: b\n").0.parts.is_empty());
}
