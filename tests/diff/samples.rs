//! Corrections of invented records: they are marked as invented, since a real record may name no sample.

use super::{GYM, build, site};

#[test]
fn a_correction_of_a_sample_is_drafted_as_one() {
    let site = site();
    site.edit(GYM, "region: north\n", "region: north\nsample: true\n");
    build(&site, "old");
    site.edit(GYM, "amount: 5000000", "amount: 5000001");
    let hall = "content/projects/hall.kk.md";
    site.edit(hall, "amount: 1777321", "amount: 1777320");
    let old = site.path("old").display().to_string();
    build(&site, "new");
    let new = site.path("new").display().to_string();
    for states in [&[&*old][..], &[&*old, &*new]] {
        let arguments = [&["diff", "--correction", "--ui-lang", "en"], states].concat();
        let draft = site.run(&arguments).out;
        let rows: Vec<&str> = draft.split("- date: ").skip(1).collect();
        assert_eq!(rows.len(), 2, "{draft}");
        for row in rows {
            let is_sample = row.ends_with("  sample: true\n");
            assert_eq!(is_sample, row.contains("[project/gym]"), "{row}");
        }
        let reason = "{kk: \"Қате.\", ru: \"Опечатка.\", en: \"A slip.\"}";
        let written = draft.replace("{kk: \"\", ru: \"\", en: \"\"}", reason);
        site.write("content/corrections/draft.yaml", written);
        assert_eq!(site.check(), Vec::<String>::new());
        site.remove("content/corrections/draft.yaml");
    }
}

/// Gifts of those who must not be named are corrected at their region: invented where all gifts there are.
#[test]
fn a_correction_of_a_region_is_a_sample_where_all_its_gifts_are() {
    let site = site();
    let own = "  region: south\n  sample: true\n  contributions:\n    \
               - {region: north, direction: charity, purpose: {kk: кітап}, amount: 300, date: 2020}\n";
    let patrons = "content/patrons/patrons.yaml";
    site.edit(patrons, "  region: south\n", own);
    site.edit(GYM, "region: north\n", "region: north\nsample: true\n");
    for is_sample in [true, false] {
        build(&site, "old");
        site.edit(patrons, "amount: 300", "amount: 3001");
        let old = site.path("old").display().to_string();
        let arguments = ["diff", &old, "--correction", "--ui-lang", "en"];
        let draft = site.run(&arguments).out;
        assert!(draft.contains("records: [region/north]"), "{draft}");
        assert_eq!(draft.ends_with("  sample: true\n"), is_sample, "{draft}");
        // From now on a real gift stands there, too.
        if is_sample {
            site.edit(
                "content/projects/hall.kk.md",
                "region: south",
                "region: north",
            );
        }
    }
}
