//! Tests of Markdown blocks and plain words.

use super::{check, read};
use crate::diagnostic::Code;

#[test]
fn plain_markdown() {
    check(&[
        ("", "", &[]),
        ("\n\n", "", &[]),
        ("a\nb", "<p>a\nb</p>\n", &[]),
        ("a  \nb\\\nc", "<p>a<br>\nb<br>\nc</p>\n", &[]),
        (
            "*a* **b** ~~c~~ `d`",
            "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>\n",
            &[],
        ),
        (
            "a -- \"b\" 'c'...",
            "<p>a -- &quot;b&quot; &#39;c&#39;...</p>\n",
            &[],
        ),
        (
            "1 < 2 & 3 > 2 &lt; &amp;",
            "<p>1 &lt; 2 &amp; 3 &gt; 2 &lt; &amp;</p>\n",
            &[],
        ),
        (
            "{{ secret }} {% x %}",
            "<p>{{ secret }} {% x %}</p>\n",
            &[Code::MarkLeft, Code::MarkLeft],
        ),
        (
            "[[a]] $b$ # c {#d}",
            "<p>[[a]] $b$ # c {#d}</p>\n",
            &[Code::MarkLeft, Code::MarkLeft, Code::MarkLeft],
        ),
        (
            "> a\n>\n> b",
            "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>\n",
            &[],
        ),
        (
            "> [!NOTE]\n> a",
            "<blockquote>\n<p>[!NOTE]\na</p>\n</blockquote>\n",
            &[Code::MarkLeft],
        ),
        ("a\n\n***", "<p>a</p>\n<hr>\n", &[]),
        ("&nbsp;", "<p>\u{a0}</p>\n", &[]),
    ]);
}

#[test]
fn headings() {
    check(&[
        ("# A", "<h2 id=\"a\">A</h2>\n", &[]),
        (
            "## Не істелді?",
            "<h2 id=\"ne-isteldi\">Не істелді?</h2>\n",
            &[],
        ),
        (
            "### *B* `c`\n### b c",
            "<h3 id=\"b-c\"><em>B</em> <code>c</code></h3>\n<h3 id=\"b-c-2\">b c</h3>\n",
            &[],
        ),
        ("Main\n===", "<h2 id=\"main-2\">Main</h2>\n", &[]),
        ("a\nb\n---", "<h2 id=\"a-b\">a\nb</h2>\n", &[Code::MarkLeft]),
        ("A.\n---", "<h2 id=\"a\">A.</h2>\n", &[Code::MarkLeft]),
        ("B\n---", "<h2 id=\"b\">B</h2>\n", &[]),
        ("## ?!", "<h2 id=\"section\">?!</h2>\n", &[]),
        (
            "## [](@project/school)",
            "<h2 id=\"school\">{link:project/school}{label:project/school}{/link}</h2>\n",
            &[],
        ),
        ("## A {#b}", "<h2 id=\"a\">A {#b}</h2>\n", &[Code::MarkLeft]),
        ("#", "", &[]),
        ("## ![a](b.png)", "{picture:b.png|a}", &[]),
        (
            "## A ![a](b.png) B",
            "<h2 id=\"a-b\">A  B</h2>\n{picture:b.png|a}",
            &[],
        ),
    ]);
}

#[test]
fn lists() {
    check(&[
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n", &[]),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n", &[]),
        ("3) a", "<ol start=\"3\">\n<li>a</li>\n</ol>\n", &[]),
        (
            "- a\n\n- b",
            "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n",
            &[],
        ),
        (
            "- a\n  - b\n- ",
            "<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n<li></li>\n</ul>\n",
            &[],
        ),
        (
            "- [x] a\n- [ ] *b*\n- c",
            "<ul class=\"tasks\">\n<li><span class=\"task\">☑ </span>a</li>\n<li><span class=\"task\">☐ </span><em>b</em></li>\n<li>c</li>\n</ul>\n",
            &[],
        ),
        (
            "2. a\n   1. [ ] b\n\n      c",
            "<ol start=\"2\">\n<li>a<ol class=\"tasks\">\n<li><p><span class=\"task\">☐ </span>b</p>\n<p>c</p>\n</li>\n</ol>\n</li>\n</ol>\n",
            &[],
        ),
        (
            "- a ![b](c.png) d\n- ![](@map)",
            "<ul>\n<li>a{picture:c.png|b}d</li>\n<li>{map|}</li>\n</ul>\n",
            &[],
        ),
    ]);
}

#[test]
fn code_and_tables() {
    check(&[
        (
            "```rust x\n<a> & {{\n```",
            "<pre tabindex=\"0\"><code class=\"language-rust\">&lt;a&gt; &amp; {{\n</code></pre>\n",
            &[],
        ),
        (
            "```c++\n```",
            "<pre tabindex=\"0\"><code class=\"language-c++\"></code></pre>\n",
            &[],
        ),
        (
            "```a\"b\nc\n```",
            "<pre tabindex=\"0\"><code>c\n</code></pre>\n",
            &[],
        ),
        (
            "    a\n\n    b",
            "<pre tabindex=\"0\"><code>a\n\nb</code></pre>\n",
            &[],
        ),
        ("`<script>`", "<p><code>&lt;script&gt;</code></p>\n", &[]),
        (
            "|a|b|c|\n|:-|:-:|-:|\n|*1*|2|[](@total)|",
            "<div class=\"table\" tabindex=\"0\"><table>\n<thead>\n<tr><th scope=\"col\">a</th><th scope=\"col\" class=\"align-center\">b</th>\
             <th scope=\"col\" class=\"align-right\">c</th></tr>\n</thead>\n<tbody>\n<tr><td><em>1</em></td><td class=\"align-center\">2</td>\
             <td class=\"align-right\">{link:total}{label:total}{/link}</td></tr>\n</tbody>\n</table></div>\n",
            &[],
        ),
        (
            "||b|\n|-|-|",
            "<div class=\"table\" tabindex=\"0\"><table>\n<thead>\n<tr><td></td><th scope=\"col\">b</th></tr>\n</thead>\n</table></div>\n",
            &[],
        ),
    ]);
}

#[test]
fn raw_html_is_text() {
    check(&[
        (
            "a <b onclick=x>c</b>",
            "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>\n",
            &[Code::RawHtml, Code::RawHtml],
        ),
        (
            "<script>\nalert(1)\n\n</script>\n\na",
            "<p>&lt;script&gt;\nalert(1)\n\n&lt;/script&gt;</p>\n<p>a</p>\n",
            &[Code::RawHtml],
        ),
        (
            "- <div>\n\t x",
            "<ul>\n<li><p>&lt;div&gt;\n   x</p>\n</li>\n</ul>\n",
            &[Code::RawHtml],
        ),
        ("<!-- a -->", "", &[]),
        ("<!-- a", "<p>&lt;!-- a</p>\n", &[Code::UnclosedComment]),
        ("![a <b>](c.png)", "{picture:c.png|a <b>}", &[Code::RawHtml]),
        (
            "# <i>A</i>",
            "<h2 id=\"i-a-i\">&lt;i&gt;A&lt;/i&gt;</h2>\n",
            &[Code::RawHtml, Code::RawHtml],
        ),
    ]);
    let (_, found) = read(&format!("a <b c=\"{}\">", "д".repeat(50)));
    assert_eq!(
        found[0].args,
        [("html", format!("<b c=\"{}", "д".repeat(34)))]
    );
}
