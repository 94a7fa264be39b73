//! Tests of charts and maps: that the SVG is well-formed and holds each of its figures.

use super::bars::{Bar, bars};
use super::columns::{Column, columns};
use super::map::{Area, Shown, map, place};
use super::outline::Outline;
use super::strip::{Part, strip};
use super::*;
use crate::model::lang::Lang;
use crate::model::outline::Shape;

fn words() -> Words {
    Words {
        delivered: "Delivered".into(),
        pledged: "Pledged & awaited".into(),
        not_stated: "not stated".into(),
    }
}

const CAPTION: Caption<'_> = Caption {
    id: "by-year",
    title: "By <year>",
};

/// Checks that tags nest and that attributes and texts are escaped; gives the texts.
fn texts(svg: &str) -> Vec<String> {
    let (mut open, mut texts) = (Vec::new(), Vec::new());
    let mut rest = svg;
    while let Some(start) = rest.find('<') {
        let text = &rest[..start];
        assert!(!text.contains('>'), "{text}");
        texts.push(text.trim().to_owned());
        let end = start + rest[start..].find('>').expect("a tag ends");
        let tag = &rest[start + 1..end];
        assert!(!tag.contains('<') && !tag.contains("style"), "{tag}");
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        match (tag.strip_prefix('/'), tag.ends_with('/')) {
            (Some(name), _) => assert_eq!(open.pop(), Some(name.to_owned()), "{svg}"),
            (None, true) => (),
            (None, false) => open.push(tag.split(' ').next().unwrap().to_owned()),
        }
        rest = &rest[end + 1..];
    }
    assert_eq!((open, rest), (Vec::new(), ""));
    let entities = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"];
    for text in &texts {
        let bare = entities
            .iter()
            .fold(text.clone(), |text, entity| text.replace(entity, ""));
        assert!(!bare.contains('&'), "{text}");
    }
    texts.retain(|text| !text.is_empty());
    texts
}

#[test]
fn columns_hold_every_year_and_figure() {
    let given = |year, delivered, pledged| Column {
        year,
        delivered,
        pledged,
    };
    let rows = [
        given(2017, Amount::Known(Tenge(376_935_000)), Amount::Nothing),
        given(2019, Amount::NotStated, Amount::Known(Tenge(1))),
        given(2020, Amount::Nothing, Amount::Known(Tenge(20_000_000))),
    ];
    let svg = columns(&Locale::new(Lang::En), &words(), &CAPTION, &rows).unwrap();
    let texts = texts(&svg);
    for figure in [
        "By &lt;year&gt;",
        "2017: ₸377 million",
        "2019: Delivered not stated",
        "2019: Pledged &amp; awaited ₸1",
        "2020: Pledged &amp; awaited ₸20 million",
        "2018",
        "₸\u{a0}million",
        "400",
    ] {
        assert!(
            texts.iter().any(|text| text == figure),
            "{figure}: {texts:?}"
        );
    }
    assert_eq!(svg.matches("<rect class=\"delivered\"").count(), 1);
    let hatched = "<rect class=\"pledged\" fill=\"url(#by-year-hatch)\"";
    assert_eq!(svg.matches(hatched).count(), 2);
}

#[test]
fn nothing_known_is_no_drawing() {
    let locale = Locale::new(Lang::Kk);
    let year = |year, delivered| Column {
        year,
        delivered,
        pledged: Amount::Nothing,
    };
    assert_eq!(columns(&locale, &words(), &CAPTION, &[]), None);
    let unknown = [year(2020, Amount::NotStated)];
    assert_eq!(columns(&locale, &words(), &CAPTION, &unknown), None);
    let far = [
        year(i16::MIN, Amount::Known(Tenge(5))),
        year(i16::MAX, Amount::Known(Tenge(5))),
    ];
    assert_eq!(columns(&locale, &words(), &CAPTION, &far), None);
    assert_eq!(bars(&locale, &words(), &CAPTION, &[]), None);
    assert_eq!(map(&CAPTION, &[], &[], None), None);
}

#[test]
fn bars_hold_every_name_and_figure() {
    let bar = |name: &str, delivered, pledged| Bar {
        name: name.into(),
        delivered,
        pledged,
    };
    let rows = [
        bar(
            "Образование & наука",
            Amount::Known(Tenge(3_837_144_000)),
            Amount::Known(Tenge(5)),
        ),
        bar("Спорт", Amount::NotStated, Amount::Nothing),
    ];
    let svg = bars(&Locale::new(Lang::Ru), &words(), &CAPTION, &rows).unwrap();
    let texts = texts(&svg);
    for figure in [
        "Образование &amp; наука",
        "3,84\u{a0}млрд\u{a0}₸",
        "5\u{a0}₸",
        "Спорт",
        "not stated",
    ] {
        assert!(
            texts.iter().any(|text| text == figure),
            "{figure}: {texts:?}"
        );
    }
}

fn area<'a>(outline: Outline<'a>, values: &[Option<u128>]) -> Area<'a> {
    Area {
        outline,
        url: "/kk/regions/abai/".into(),
        spoken: "Абай \"облысы\": 5 ₸".into(),
        name: vec!["Абай".into()],
        shown: values
            .iter()
            .map(|&value| Shown {
                value,
                is_below_one: false,
                text: value.map_or("?".into(), |value| value.to_string()),
            })
            .collect(),
    }
}

#[test]
fn tiles_are_links_with_names_and_shades() {
    let cells = |cells: &[(u8, u8)]| Outline::Cells(cells.to_vec());
    let areas = [
        area(cells(&[(0, 0)]), &[Some(5)]),
        area(cells(&[(1, 0), (1, 1)]), &[None]),
        area(cells(&[]), &[Some(7)]),
    ];
    let svg = map(&CAPTION, &[vec![1, 2]], &areas, None).unwrap();
    texts(&svg);
    assert!(svg.contains("viewBox=\"0 0 132 132\""));
    assert!(svg.contains(
        "<a class=\"tile shade-3\" href=\"/kk/regions/abai/\"><title>Абай &quot;облысы&quot;: 5 ₸</title>"
    ));
    assert!(svg.contains("<a class=\"tile shade-u\""));
    assert_eq!(
        svg.matches("fill=\"url(#by-year-hatch)\"").count(),
        1,
        "what is not known is hatched"
    );
    assert_eq!(
        svg.matches("<a ").count(),
        2,
        "a region without a tile is left out"
    );
}

#[test]
fn a_map_holds_several_figures() {
    let areas = [area(
        Outline::Cells(vec![(0, 0)]),
        &[Some(5), Some(0), None],
    )];
    let bounds = [vec![1, 2, 5], vec![10], vec![]];
    let svg = map(&CAPTION, &bounds, &areas, None).unwrap();
    let texts = texts(&svg);
    assert!(
        svg.contains("class=\"tile shade-4 second-0 third-u\""),
        "{svg}"
    );
    for figure in ["5", "0", "?"] {
        assert!(texts.iter().any(|text| text == figure), "{texts:?}");
    }
    assert_eq!(svg.matches("<a ").count(), 1);
}

#[test]
fn small_shapes_can_be_hit() {
    let shape = |room: f64| Shape {
        path: "M0 0l10 0l0 10z".into(),
        middle: (7.04, 3.0),
        room: (room, room),
        range: 0..1,
    };
    let (large, small) = (shape(90.0), shape(8.0));
    let areas = [
        area(Outline::Shapes(vec![&large]), &[Some(1)]),
        area(Outline::Shapes(vec![&small]), &[Some(1)]),
    ];
    let svg = map(&CAPTION, &[vec![1]], &areas, Some((300.0, 200.0))).unwrap();
    texts(&svg);
    assert!(svg.contains("viewBox=\"0 0 300 200\""));
    assert_eq!(
        svg.matches("<circle class=\"dot\" cx=\"7\" cy=\"3\"")
            .count(),
        1
    );
    let here = Outline::Shapes(vec![&small]);
    let others = [Outline::Shapes(vec![&large])];
    let svg = place(&CAPTION, &here, &others, Some((300.0, 200.0))).unwrap();
    texts(&svg);
    assert_eq!(svg.matches("class=\"ring\"").count(), 1);
    assert_eq!(
        place(&CAPTION, &Outline::Shapes(vec![]), &others, None),
        None
    );
}

#[test]
fn a_strip_marks_one_share() {
    let parts = [(700, false), (250, true), (50, false), (0, false)];
    let parts = parts.map(|(amount, is_marked)| Part {
        amount: Tenge(amount),
        is_marked,
    });
    let svg = strip(&CAPTION, "Abai: 25%", "100% = ₸1,000", &parts).unwrap();
    let texts = texts(&svg);
    assert!(texts.iter().any(|text| text == "Abai: 25%"), "{texts:?}");
    // 1 + 0.7 × 398, and a quarter of 398.
    assert!(
        svg.contains("x=\"279.6\"") && svg.contains("width=\"99.5\""),
        "{svg}"
    );
    assert_eq!(strip(&CAPTION, "", "", &parts[..1]), None);
    assert_eq!(strip(&CAPTION, "", "", &parts[3..]), None);
}
