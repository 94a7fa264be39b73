//! Tests of links, pictures and drawings.

use super::{check, read};
use crate::diagnostic::Code;

#[test]
fn links() {
    check(&[
        (
            "[a *b*](@project/x#c \"t\")",
            "<p>{link:project/x#c}a <em>b</em>{/link}</p>\n",
            &[Code::MarkLeft],
        ),
        (
            "[](@patron/x)",
            "<p>{link:patron/x}{label:patron/x}{/link}</p>\n",
            &[],
        ),
        (
            "[ &#32;\n](@total?a=b&c=d)",
            "<p>{link:total?a=b?c=d}{label:total?a=b?c=d}{/link}</p>\n",
            &[],
        ),
        (
            "[&nbsp;](@total?a=b&c=d)",
            "<p>{link:total?a=b?c=d}{label:total?a=b?c=d}{/link}</p>\n",
            &[],
        ),
        (
            "[](https://a.kz/?b&c)",
            "<p>{link:https://a.kz/?b&c}https://a.kz/?b&amp;c{/link}</p>\n",
            &[],
        ),
        (
            "[](/files/a.pdf)",
            "<p>{link:/files/a.pdf}/files/a.pdf{/link}</p>\n",
            &[],
        ),
        (
            "<https://a.kz> <b@a.kz>",
            "<p>{link:https://a.kz}https://a.kz{/link} {link:mailto:b@a.kz}b@a.kz{/link}</p>\n",
            &[],
        ),
        (
            "[a][b] [B][] [b]\n\n[b]: @news/c",
            "<p>{link:news/c}a{/link} {link:news/c}B{/link} {link:news/c}b{/link}</p>\n",
            &[],
        ),
        (
            "# A\n[b](#a)",
            "<h2 id=\"a\">A</h2>\n<p>{link:#a}b{/link}</p>\n",
            &[],
        ),
        (
            "[](#a)\n# A",
            "<p>{link:#a}#a{/link}</p>\n<h2 id=\"a\">A</h2>\n",
            &[],
        ),
        ("[a](#b)", "<p>{link:#b}a{/link}</p>\n", &[Code::DeadAnchor]),
        (
            "[*a* <b>](javascript:x)",
            "<p><em>a</em> &lt;b&gt;</p>\n",
            &[Code::LinkScheme, Code::RawHtml],
        ),
        (
            "<javascript:x>",
            "<p>javascript:x</p>\n",
            &[Code::LinkScheme],
        ),
        ("[a](java&#10;script:x)", "<p>a</p>\n", &[Code::LinkScheme]),
        (
            "[a](&#1;javascript&colon;x)",
            "<p>a</p>\n",
            &[Code::LinkScheme],
        ),
        (
            "[a](other.md) [](b.md)",
            "<p>a</p>\n",
            &[Code::BadLink, Code::BadLink],
        ),
        ("[a](@chart?by=year)", "<p>a</p>\n", &[Code::BadLink]),
        ("[a]()", "<p>a</p>\n", &[Code::BadLink]),
        (
            "[a <https://b.kz> *<javascript:c>*](@page/d)",
            "<p>{link:page/d}a https://b.kz <em>javascript:c</em>{/link}</p>\n",
            &[],
        ),
        (
            "[[a](@page/b)](@page/c)",
            "<p>[{link:page/b}a{/link}](@page/c)</p>\n",
            &[Code::MarkLeft],
        ),
    ]);
    let (_, found) = read("## Who helped\n[a](#who-helpt)");
    assert_eq!(found[0].args, [("anchor", "who-helpt".to_owned())]);
    assert_eq!(found[0].nearest, ["who-helped"]);
}

#[test]
fn pictures() {
    check(&[
        (
            "![A *gym*](gym.jpg \"First day\")",
            "{picture:gym.jpg|A gym|First day}",
            &[],
        ),
        (
            "![a\nb](<спорт залы/1.PNG>)",
            "{picture:спорт залы/1.PNG|a b}",
            &[],
        ),
        (
            "a ![b](c.png) d",
            "<p>a</p>\n{picture:c.png|b}<p>d</p>\n",
            &[],
        ),
        (
            "![b](c.png)\\\n![d](e.png)\n*f*",
            "{picture:c.png|b}{picture:e.png|d}<p><em>f</em></p>\n",
            &[],
        ),
        (
            "*a ![b](c.png) d* e",
            "<p><em>a  d</em></p>\n{picture:c.png|b}<p>e</p>\n",
            &[],
        ),
        ("***![b](c.png)***", "{picture:c.png|b}", &[]),
        (
            "[![b](c.png)](@page/d)",
            "{link:page/d}{picture:c.png|b}{/link}",
            &[],
        ),
        (
            "*[![b](c.png)](@page/d) e*",
            "<p><em> e</em></p>\n{link:page/d}{picture:c.png|b}{/link}",
            &[],
        ),
        (
            "[a ![b](c.png)](@page/d)",
            "<p>{link:page/d}a {/link}</p>\n{picture:c.png|b}",
            &[],
        ),
        (
            "[![](c.png)](@page/d)",
            "<p>{link:page/d}{label:page/d}{/link}</p>\n{picture:c.png|}",
            &[Code::NoAlt],
        ),
        (
            "[![a](b.png)![c](d.png)](@page/e)",
            "<p>{link:page/e}{label:page/e}{/link}</p>\n{picture:b.png|a}{picture:d.png|c}",
            &[],
        ),
        (
            "![a ![b](c.png) [d](e) `f`](g.png)",
            "{picture:g.png|a b d f}",
            &[],
        ),
        ("![a][b]\n\n[b]: c.png 'd'", "{picture:c.png|a|d}", &[]),
        ("![](a.png)", "{picture:a.png|}", &[Code::NoAlt]),
        (
            "![<a>](../b.png)",
            "<p>&lt;a&gt;</p>\n",
            &[Code::RawHtml, Code::BadForm],
        ),
        ("![a](https://b.kz/c.png)", "<p>a</p>\n", &[Code::BadForm]),
        ("![a](b.svg)", "<p>a</p>\n", &[Code::BadForm]),
        ("![a](@project/b)", "<p>a</p>\n", &[Code::BadLink]),
        ("![a](@total)", "<p>a</p>\n", &[Code::BadLink]),
        (
            "|a|\n|-|\n|![b](c.png)|",
            "<div class=\"table\" tabindex=\"0\"><table>\n<thead>\n<tr><th scope=\"col\">a</th></tr>\n</thead>\n<tbody>\n<tr><td>{picture:c.png|b}</td></tr>\n</tbody>\n</table></div>\n",
            &[],
        ),
    ]);
    let (_, found) = read("![a](b.svg) ![](c.png)");
    assert_eq!(
        found[0].args,
        [
            ("value", "b.svg".to_owned()),
            ("expected", "picture".to_owned()),
            ("reason", "drawing".to_owned()),
        ]
    );
    assert_eq!(found[1].args, [("file", "c.png".to_owned())]);
}

#[test]
fn drawings_stand_alone() {
    check(&[
        (
            "![](@chart?by=year&region=abai)",
            "{chart?by=year?region=abai|}",
            &[],
        ),
        (
            "![By *year*](@table?by=year)",
            "{table?by=year|By year}",
            &[],
        ),
        ("![](@map \"The regions\")", "{map|The regions}", &[]),
        ("> ![](@map)", "<blockquote>\n{map|}</blockquote>\n", &[]),
        (
            "a ![b & c](@map)",
            "<p>a b &amp; c</p>\n",
            &[Code::DrawingInText],
        ),
        (
            "![](@map)\n![](@chart)",
            "",
            &[Code::DrawingInText, Code::DrawingInText],
        ),
        (
            "[](@total) ![](@map)",
            "<p>{link:total}{label:total}{/link} </p>\n",
            &[Code::DrawingInText],
        ),
        ("*![](@map)*", "", &[Code::DrawingInText]),
        (
            "# ![a](@map)",
            "<h2 id=\"a\">a</h2>\n",
            &[Code::DrawingInText],
        ),
        (
            "|![a](@map)|\n|-|",
            "<div class=\"table\" tabindex=\"0\"><table>\n<thead>\n<tr><th scope=\"col\">a</th></tr>\n</thead>\n</table></div>\n",
            &[Code::DrawingInText],
        ),
        ("![a](@maps)", "<p>a</p>\n", &[Code::BadLink]),
    ]);
}
