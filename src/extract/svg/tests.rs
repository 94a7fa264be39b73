//! Tests of what is a drawing and what does more.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::*;

fn of(inside: &str) -> Option<Active> {
    let drawing = format!(
        "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:svg=\"http://www.w3.org/2000/svg\" \
         xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:html=\"http://www.w3.org/1999/xhtml\" \
         xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:cc=\"http://creativecommons.org/ns#\">{inside}</svg>"
    );
    active(drawing.as_bytes()).map(|(what, _)| what)
}

#[test]
fn drawings_that_only_show_something_are_sound() {
    for harmless in [
        "",
        "<title>A &amp; B</title><path d=\"M0 0\" style=\"fill:url(#a)\" fill=\"url( '#b' )\"/>",
        "<use xlink:href=\"#a\"/><use href=' #a'/><style>path{fill:red}</style>",
        "<image href=\"data:image/png;base64,AAAA\"/>",
        "<metadata><rdf:RDF><cc:Work rdf:about=\"http://example.org\"/></rdf:RDF></metadata>",
        "<a><text>script</text></a>",
        "<a href=\"#a&amp;b\"><text>&#1178;</text></a>",
        "<style>g &gt; path, .a\\:b { fill: url(&quot;#a&quot;) } text::before { content: \"\\201C\" }</style>",
        "<style>@font-face{src:url(\"data:;base64,\\\nAAAA\")} a{src:url(data:font/woff2;base64,A)}</style>",
        "<set attributeName=\"fill\" to=\"red\"/><animate attributeName=\"d\" values=\"M0 0;M1 1\"/>",
        "<text aria-label=\"on\" font-family=\"A\">on</text><!-- <script/> -->",
        "<![CDATA[<script>]]>",
        "<g data-name=\"image(1)\" id=\"src(1)\" class=\"url(1)\" aria-label=\"see url(here)\"/>",
        "<style><title>@import</title>a{fill:red}</style>",
    ] {
        assert_eq!(of(harmless), None, "{harmless}");
    }
}

#[test]
fn drawings_that_do_more_are_told() {
    for (wrong, what) in [
        ("<script>alert(1)</script>", Active::Script),
        ("<svg:script/>", Active::Script),
        (
            "<s:script xmlns:s=\"http://www.w3.org/2000/svg\"/>",
            Active::Script,
        ),
        ("<g onclick=\"a()\"/>", Active::Script),
        ("<g oNload='a()'/>", Active::Script),
        ("<a href=\"java\nscript:a()\"/>", Active::Script),
        ("<a href=\"&#1;java&#9;script:a()\"/>", Active::Broken),
        ("<a href=\"&#9;java&#9;script:a()\"/>", Active::Script),
        ("<a href=\"&#106;avascript:a()\"/>", Active::Script),
        ("<a xlink:href=\"https://example.org\"/>", Active::Link),
        (
            "<a href=\"#a\" ping=\"https://example.org\"/>",
            Active::Link,
        ),
        ("<image href=\"//example.org/a.png\"/>", Active::Link),
        ("<use href=\"other.svg#a\"/>", Active::Link),
        ("<use href=\"data:image/svg+xml,a\"/>", Active::Link),
        (
            "<g xml:base=\"https://example.org/\"><use href=\"#a\"/></g>",
            Active::Link,
        ),
        ("<path fill=\"url(http://example.org#a)\"/>", Active::Link),
        (
            "<path fill=\"&#117;rl(http://example.org#a)\"/>",
            Active::Link,
        ),
        (
            "<path fill=\"\\75 rl(http://example.org#a)\"/>",
            Active::Link,
        ),
        ("<style>@import 'a.css';</style>", Active::Link),
        ("<style>@\\69mport 'a.css';</style>", Active::Link),
        ("<style>@im<!-- -->port 'a.css';</style>", Active::Link),
        ("<style>@im<g>x</g>port 'a.css';</style>", Active::Link),
        (
            "<style>a{fill:u<g>x</g>rl(https://example.org)}</style>",
            Active::Link,
        ),
        (
            "<style>a{}<style>@import 'a.css';</style></style>",
            Active::Link,
        ),
        ("<style>@&#105;mport 'a.css';</style>", Active::Link),
        ("<style>@im<![CDATA[port]]> 'a.css';</style>", Active::Link),
        (
            "<style>a{cursor:image-set('a.png' 1x)}</style>",
            Active::Link,
        ),
        ("<style>a{fill:url(\n'b.svg')}</style>", Active::Link),
        (
            "<style><![CDATA[a{fill:url(b.svg)}]]></style>",
            Active::Link,
        ),
        ("<path style=\"fill:u\\72l(url)\"/>", Active::Link),
        ("<set attributeName=\"xlink:href\" to=\"a\"/>", Active::Link),
        (
            "<animate attributeName=\" href\" values=\"#a\"/>",
            Active::Link,
        ),
        (
            "<animate attributeName=\"fill\" to=\"url(a.svg#a)\"/>",
            Active::Link,
        ),
        ("<g><?xml-stylesheet href=\"a.css\"?></g>", Active::Link),
        ("<foreignObject/>", Active::Foreign),
        ("<html:iframe/>", Active::Foreign),
        (
            "<html:input formaction=\"javascript:a()\"/>",
            Active::Foreign,
        ),
        (
            "<p xmlns=\"http://www.w3.org/1999/xhtml\"/>",
            Active::Foreign,
        ),
        ("<g></a>", Active::Broken),
        ("<g>", Active::Broken),
        ("<g a=1/>", Active::Broken),
        ("<g a='1' a='2'/>", Active::Broken),
        ("<g a='<'/>", Active::Broken),
        ("<x:g/>", Active::Broken),
        ("&lpar;", Active::Broken),
        ("<g href=\"java&Tab;script:a()\"/>", Active::Broken),
        ("</svg><svg/>", Active::Broken),
        ("<!-- a -- b -->", Active::Broken),
    ] {
        assert_eq!(of(wrong), Some(what), "{wrong}");
    }
}

#[test]
fn what_stands_before_a_drawing_may_change_what_it_means() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    let of = |before: &str| active(format!("{before}{svg}").as_bytes());
    let public = "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">";
    for sound in [
        "",
        "\u{feff}<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n",
        "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>",
        &format!(
            "<?xml version='1.0' encoding='utf-8'?><!-- [1] --><?note [2]?>{public}<!-- [3] -->"
        ),
    ] {
        assert_eq!(of(sound), None, "{sound}");
    }
    for (wrong, what, row) in [
        ("<!DOCTYPE svg [<!ENTITY a \"b\">]>", Active::Broken, 1),
        ("\n<!DOCTYPE svg SYSTEM \">\" [\n]>", Active::Broken, 2),
        (
            "<!DOCTYPE svg [<!ATTLIST svg onload CDATA \"a()\">]>",
            Active::Broken,
            1,
        ),
        (
            "<?xml version=\"1.0\" encoding=\"ISO-2022-JP\"?>",
            Active::Broken,
            1,
        ),
        (
            "<?xml version='1.0'\n encoding = 'UTF-7' ?>",
            Active::Broken,
            1,
        ),
        (
            "<!-- a -->\n<?xml-stylesheet href=\"a.css\"?>",
            Active::Link,
            2,
        ),
        (" <?xml version=\"1.0\"?>", Active::Broken, 1),
    ] {
        assert_eq!(of(wrong), Some((what, row)), "{wrong}");
    }
    for (whole, what, row) in [
        ("", Active::Broken, 1),
        ("<svg/>", Active::Broken, 1),
        (
            "<g xmlns=\"http://www.w3.org/2000/svg\"/>",
            Active::Broken,
            1,
        ),
        (
            "<p xmlns=\"http://www.w3.org/1999/xhtml\"/>",
            Active::Foreign,
            1,
        ),
        // Unicode's NFC would make one letter of the bracket and what follows it.
        (
            "<svg xmlns=\"http://www.w3.org/2000/svg\">\n<![CDATA[]]>\u{338}<script/><![CDATA[]]></svg>",
            Active::Script,
            2,
        ),
        (
            "<svg xmlns=\"http://www.w3.org/2000/svg\">\n\n<g\n onclick='a'/></svg>",
            Active::Script,
            4,
        ),
    ] {
        assert_eq!(active(whole.as_bytes()), Some((what, row)), "{whole}");
    }
    assert_eq!(active(b"\xff\xfe<\0s\0"), Some((Active::Broken, 1)));
    assert_eq!(active(b"\x1f\x8b\x08"), Some((Active::Broken, 1)));
    let packed = |inside: &str| {
        let mut packed = GzEncoder::new(Vec::new(), Compression::default());
        let drawing = format!("<svg xmlns=\"http://www.w3.org/2000/svg\">\n{inside}</svg>");
        packed.write_all(drawing.as_bytes()).unwrap();
        packed.finish().unwrap()
    };
    assert_eq!(active(&packed("<path/>")), None);
    assert_eq!(active(&packed("<script/>")), Some((Active::Script, 2)));
    let bomb = packed(&" ".repeat(17 << 20));
    assert_eq!(active(&bomb), Some((Active::Large, 1)));
    let many = packed(&"<g/>".repeat(MOST_NODES as usize));
    assert_eq!(active(&many), Some((Active::Large, 1)));
    let deep = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\">{}{}</svg>",
        "<g>".repeat(200_000),
        "</g>".repeat(200_000)
    );
    assert_eq!(active(deep.as_bytes()), None);
}

#[test]
fn drawings_of_drawing_programs_are_sound() {
    for (program, drawing) in [
        ("Inkscape", include_str!("inkscape.svg")),
        ("Illustrator", include_str!("illustrator.svg")),
    ] {
        assert_eq!(active(drawing.as_bytes()), None, "{program}");
    }
}
