//! What a template asks for without end has an end, told at its place and alike on every machine.

use crate::support;

use crate::support::Site;
use crate::support::preview::Preview;

/// A page of a site whose template for pages has two lines before these.
fn site(template: &str) -> Site {
    let site = Site::golden("sums").with("content/pages/p.kk.md", "---\ntitle: Бет\n---\n");
    site.write(
        "themes/plain/templates/page.html",
        format!("page\nҚазақша {{{{ page.title.text }}}}\n{template}"),
    );
    site
}

/// The place in the template and the reason.
fn told(template: &str) -> String {
    let found = site(template).run(&["check", "--ui-lang", "en"]);
    let place = support::between(&found.err, "--> themes/plain/templates/page.html:", "\n");
    let reason = ["steps", "larger", "grows"];
    let reason = reason.iter().find(|reason| found.err.contains(**reason));
    format!("{place} {}", reason.unwrap_or(&""))
}

#[test]
fn a_template_takes_so_many_steps_and_no_more() {
    for (template, expected) in [
        (
            "{% for a in range(end=99999) %}\n {% for b in range(end=99999) %}{% endfor %}{% endfor %}",
            "4:2 steps",
        ),
        (
            "{% set list = range(end=90000) %}{% for a in list %}\n{% for b in list %}x{% endfor %}{% endfor %}",
            "4:1 steps",
        ),
        (
            "{% set list = range(end=90000) %}\n{{ [[b for b in list if b > a] for a in list] | length }}",
            "3:1 steps",
        ),
    ] {
        assert_eq!(told(template), expected, "{template}");
    }
}

#[test]
fn a_text_grows_so_large_and_no_larger() {
    let doubled = format!(
        "{{% set s = \"x\" %}}\n{}",
        "{% set s = s ~ s %}\n".repeat(40)
    );
    assert_eq!(told(&doubled), "26:1 grows");
    let in_a_loop =
        "{% set s = \"x\" %}\n{% for a in range(end=40) %}{% set_global s = s ~ s %}{% endfor %}";
    assert!(told(in_a_loop).starts_with("4:"), "{}", told(in_a_loop));
    let replaced = format!(
        "{{{{ \"xxxxxxxxxx\"{} | length }}}}",
        " | replace(from=\"x\", to=\"xxxxxxxxxx\")".repeat(10)
    );
    assert!(told(&replaced).ends_with("grows"), "{}", told(&replaced));
    let captured = format!(
        "{{% set s %}}x{{% endset %}}\n{}",
        "{% set s %}{{ s }}{{ s }}{% endset %}\n".repeat(40)
    );
    assert!(told(&captured).ends_with("steps"), "{}", told(&captured));
    let lists = format!(
        "{{% set s = [1] %}}\n{}{{{{ s }}}}",
        "{% set s = [s, s] %}\n".repeat(60)
    );
    assert!(told(&lists).ends_with("grows"), "{}", told(&lists));
}

#[test]
fn a_page_grows_so_large_and_no_larger() {
    let long = "x".repeat(5000);
    let page = format!("{{% for a in range(end=99999) %}}{long}{{% endfor %}}");
    assert_eq!(told(&page), "3:1 larger");
}

/// The engine has counters in its texts that nobody sees: other mistakes stand where they are.
#[test]
fn mistakes_stand_at_their_places() {
    let site = site("ә{% for a in [1] %}{{ a }}{{ nothing_here }}{% endfor %}");
    let found = site.run(&["check", "--ui-lang", "en"]);
    assert!(found.err.contains("page.html:3:30"), "{}", found.err);
    assert!(!found.err.contains("__"), "{}", found.err);
}

#[test]
fn a_preview_goes_on_when_the_template_is_mended() {
    let preview = Preview::with(
        site(
            "{% for a in range(end=99999) %}{% for b in range(end=99999) %}{% endfor %}{% endfor %}",
        ),
        &[],
    );
    assert_eq!(preview.status("/kk/regions/", ""), "200");
    preview.until("/kk/p/", "refused", |page| page.contains("T0404"));
    preview.write(
        "themes/plain/templates/page.html",
        "mended {{ page.title.text }}",
    );
    preview.until("/kk/p/", "mended", |page| page.contains("mended Бет"));
}
