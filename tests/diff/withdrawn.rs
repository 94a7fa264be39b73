//! Patrons who are not named any more: what they gave can be read off nowhere, whichever states are compared and in whichever order.

use serde_json::Value;

use super::{GYM, build, commit, diff, git, site};
use crate::support::{Run, Site};

const HALL: &str = "content/projects/hall.kk.md";
const PATRON: &str = "content/patrons/ospanov.yaml";
const FORMATS: [&[&str]; 3] = [
    &["--format", "text"],
    &["--format", "markdown"],
    &["--format", "json"],
];

/// The site where somebody else gave for the hall, too.
fn shared_hall() -> Site {
    let site = site();
    site.edit(
        HALL,
        "contributions:\n",
        "contributions:\n  - {patron: steppe, amount: 100, date: 2021}\n",
    );
    site
}

/// The record of the patron goes, and the gift with it.
fn withdraw_with_the_gift(site: &Site) {
    site.remove(PATRON);
    site.edit(
        HALL,
        "  - {patron: p-ospanov, amount: 1777321, date: 2021-03-02}\n",
        "",
    );
}

/// A text as whoever looks for something in it reads it: small letters, no spaces, no grouping of digits.
fn plain(text: &str) -> String {
    text.to_lowercase().replace(['\u{a0}', ',', ' '], "")
}

fn assert_says_nothing(told: &Run, traces: &[&str], what: &str) {
    assert_eq!(told.code, 0, "{what}: {}", told.err);
    let text = plain(&told.out);
    for trace in traces {
        assert!(!text.contains(trace), "{what}, {trace}: {}", told.out);
    }
}

#[test]
fn a_gift_that_goes_with_its_patron_moves_the_totals_alone() {
    let site = shared_hall();
    build(&site, "old");
    withdraw_with_the_gift(&site);
    build(&site, "new");
    for (old, new) in [("old", "new"), ("new", "old")] {
        let what = format!("{old} to {new}");
        let told = diff(&site, old, new, &["--ui-lang", "en"]).out;
        // Of the whole site alone; which project, region or year it was is not told.
        assert_eq!(plain(&told).matches("1777321").count(), 1, "{what}: {told}");
        assert!(told.starts_with("Delivered in all: "), "{what}: {told}");
        assert!(
            told.contains("\n1 project has changed and is not named here"),
            "{what}: {told}"
        );
        for name in ["Зал", "South", "2021", "Charity"] {
            assert!(!told.contains(name), "{what}, {name}: {told}");
        }
        let json = diff(&site, old, new, &["--format", "json"]).out;
        let json: Value = serde_json::from_str(&json).unwrap();
        for empty in ["regions", "years", "directions", "projects", "patrons"] {
            assert_eq!(json[empty], Value::Array(vec![]), "{what}, {empty}");
        }
        assert_eq!(json["unnamed_projects"], 1, "{what}");
        assert!(json["unnamed_rows"].as_u64() > Some(2), "{what}: {json}");
        let drafted = diff(&site, old, new, &["--correction", "--ui-lang", "en"]);
        assert_eq!((drafted.code, drafted.out.as_str()), (0, ""), "{what}");
        assert!(drafted.err.starts_with("No draft is written: "), "{what}");
    }
}

/// Gifts of one patron for two projects of a region are one sum in it, and what was given outside of projects is another.
#[test]
fn sums_of_several_gifts_of_one_patron_are_not_told_either() {
    let site = shared_hall();
    let club = "---\ntitle: Клуб\nregion: south\ndirection: charity\nstatus: completed\ncompleted: 2021\ncontributions:\n  \
                - {patron: p-ospanov, amount: 40, date: 2021}\n---\n";
    site.write("content/projects/club.kk.md", club);
    let own = "contributions:\n  - {region: north, direction: infrastructure, purpose: {kk: кітап}, amount: 300, date: 2019}\n";
    site.write(PATRON, site.read(PATRON) + own);
    build(&site, "old");
    withdraw_with_the_gift(&site);
    site.edit("content/projects/club.kk.md", "p-ospanov", "steppe");
    build(&site, "new");
    site.edit(
        "content/projects/club.kk.md",
        "contributions:\n  - {patron: steppe, amount: 40, date: 2021}\n",
        "",
    );
    build(&site, "none");
    for new in ["new", "none"] {
        let told = diff(&site, "old", new, &["--ui-lang", "en"]).out;
        for row in ["South: ", "North: "] {
            assert!(!told.contains(row), "{row}{told}");
        }
    }
}

/// The record of the patron stays, with the gifts, and names nobody any more.
fn withdraw(site: &Site) {
    site.edit(PATRON, "consent: public", "consent: anonymous");
    site.edit(PATRON, "id: p-ospanov", "id: p-3b9e02");
    let hall = site.read(HALL).replace("p-ospanov", "p-3b9e02");
    site.write(HALL, hall);
}

#[test]
fn a_date_that_was_put_right_does_not_tell_the_gift() {
    let site = shared_hall();
    let gift = "  - {patron: p-ospanov, amount: 77321, date: 2021}\n";
    site.edit(HALL, "amount: 1777321", "amount: 1700000");
    site.edit(HALL, "contributions:\n", &format!("contributions:\n{gift}"));
    build(&site, "old");
    withdraw(&site);
    site.edit(
        HALL,
        "amount: 77321, date: 2021",
        "amount: 77321, date: 2020",
    );
    build(&site, "new");
    for options in FORMATS {
        let told = diff(&site, "old", "new", options);
        assert_says_nothing(
            &told,
            &["77321", "\"id\":\"2021\""],
            &format!("{options:?}"),
        );
    }
}

/// Nor does a project that was put right: what somebody gave where is told of those alone who may be named.
#[test]
fn a_gift_that_was_moved_to_another_project_is_not_told() {
    let site = shared_hall();
    let gift = "  - {patron: p-ospanov, amount: 77321, date: 2021}\n";
    site.edit(HALL, "amount: 1777321", "amount: 1700000");
    site.edit(HALL, "contributions:\n", &format!("contributions:\n{gift}"));
    let small = gift.replace("77321", "500");
    site.edit(GYM, "contributions:\n", &format!("contributions:\n{small}"));
    build(&site, "old");
    withdraw(&site);
    let gift = gift.replace("p-ospanov", "p-3b9e02");
    site.edit(HALL, &gift, "");
    let gym = site.read(GYM).replace("p-ospanov", "p-3b9e02");
    let gym = gym.replace("contributions:\n", &format!("contributions:\n{gift}"));
    site.write(GYM, gym);
    build(&site, "new");
    for (old, new) in [("old", "new"), ("new", "old")] {
        for options in FORMATS {
            let told = diff(&site, old, new, options);
            let traces = ["77321", "\"id\":\"north\"", "\"id\":\"charity\""];
            assert_says_nothing(&told, &traces, &format!("{old} to {new}, {options:?}"));
        }
        let json = diff(&site, old, new, &["--format", "json"]).out;
        let json: Value = serde_json::from_str(&json).unwrap();
        assert!(json["unnamed_rows"].as_u64() > Some(4), "{json}");
    }
}

/// A gift that is another project's or another patron's now, or a pledge, in the same change: its sum is nobody's row.
#[test]
fn a_gift_that_becomes_anothers_is_not_told() {
    let gift = "  - {patron: p-ospanov, amount: 77321, date: 2021}\n";
    let as_pledge = "  - {patron: p-3b9e02, amount: 77321, date: 2021, status: pledged}\n";
    let own = gift.replace("p-ospanov", "p-3b9e02");
    let of_steppe = gift.replace("p-ospanov", "steppe");
    // A pledge is in the totals, which are told.
    for (place, now, trace) in [
        (GYM, &*own, "77321"),
        (GYM, as_pledge, "\"id\":\"gym\""),
        (HALL, &*of_steppe, "77321"),
        (GYM, &*of_steppe, "77321"),
    ] {
        let site = shared_hall();
        site.edit(HALL, "amount: 1777321", "amount: 1700000");
        site.edit(HALL, "contributions:\n", &format!("contributions:\n{gift}"));
        build(&site, "old");
        withdraw(&site);
        site.edit(HALL, &own, "");
        let text = site.read(place);
        site.write(
            place,
            text.replace("contributions:\n", &format!("contributions:\n{now}")),
        );
        build(&site, "new");
        for (old, new) in [("old", "new"), ("new", "old")] {
            for options in FORMATS.iter().copied().chain([&["--correction"][..]]) {
                let told = diff(&site, old, new, options);
                let what = format!("{now} in {place}, {old} to {new}, {options:?}");
                assert_says_nothing(&told, &[trace], &what);
                // Readers are told its title, machines its id.
                let is_told = now == as_pledge && told.out.contains("Gym");
                assert!(!is_told, "{what}: {}", told.out);
            }
        }
    }
}

/// What somebody else gave for a project of which nothing is told is corrected at whoever gave it.
#[test]
fn a_gift_beside_one_of_somebody_who_withdrew_is_corrected_all_the_same() {
    let site = shared_hall();
    build(&site, "old");
    withdraw(&site);
    site.edit(HALL, "amount: 100,", "amount: 200,");
    build(&site, "new");
    let draft = diff(&site, "old", "new", &["--correction"]).out;
    assert!(
        draft.contains("  records: [patron/steppe]\n  was: 5000100\n  now: 5000200\n"),
        "{draft}"
    );
    assert_eq!(draft.matches("- date: ").count(), 1, "{draft}");
}

#[test]
fn an_edition_is_kept_without_the_rows_of_whoever_withdrew() {
    let site = shared_hall();
    build(&site, "old");
    withdraw_with_the_gift(&site);
    site.edit(GYM, "amount: 5000000", "amount: 5000001");
    let old = site.path("old").to_str().unwrap().to_owned();
    let done = site.run(&["diff", &old, "--keep", "--ui-lang", "en"]);
    assert_eq!(done.code, 0, "{}", done.err);
    let kept = crate::support::tree(&site.path("content/editions"));
    let kept: Value = serde_json::from_slice(kept.values().next().unwrap()).unwrap();
    assert_eq!(kept["delivered_was"], 7_777_421);
    assert_eq!(kept["delivered_now"], 6_000_101);
    for axis in ["regions", "years", "directions"] {
        assert_eq!(kept[axis], Value::Array(vec![]), "{axis}");
    }
    assert_eq!(site.check(), Vec::<String>::new());
}

/// Who is anonymous today was public in a commit, and the other way round: nobody is named whom either does not name.
#[test]
fn old_commits_name_nobody_who_is_anonymous_now() {
    let site = shared_hall();
    let club = "---\ntitle: Оспанов клубы\nregion: north\ndirection: infrastructure\nstatus: completed\ncompleted: 2020\n\
                contributions:\n  - {patron: steppe, amount: 55, date: 2020}\n---\n";
    site.write("content/projects/club.kk.md", club);
    git(&site, &["init", "--quiet", "--initial-branch", "main"]);
    commit(&site, "named");
    site.edit("content/projects/club.kk.md", "amount: 55", "amount: 56");
    site.edit(HALL, "amount: 1777321", "amount: 1777329");
    commit(&site, "still named");
    // What he gave was put right just before he asked not to be named.
    build(&site, "before");
    withdraw(&site);
    site.edit("content/projects/club.kk.md", "Оспанов клубы", "Ауыл клубы");
    build(&site, "after");
    commit(&site, "not named");
    let traces = [
        "оспан",
        "ospan",
        "серик",
        "серік",
        "serik",
        "3b9e02",
        "1777321",
        "1777329",
    ];
    let [text, markdown, json] = FORMATS;
    for (names, formats) in [
        (
            &["main~2"][..],
            &[text, markdown, json, &["--correction"]][..],
        ),
        (&["main~2", "main~1"], &[text]),
        (&["main~1", "main~2"], &[text, json]),
        (&["main", "main~2"], &[text]),
        (&["after", "before"], &[text, json]),
        (&["main~2", "before"], &[text]),
    ] {
        for options in formats {
            let paths: Vec<String> = names
                .iter()
                .map(|name| match site.path(name).is_dir() {
                    true => site.path(name).to_str().unwrap().to_owned(),
                    false => (*name).to_owned(),
                })
                .collect();
            let mut arguments = vec!["diff"];
            arguments.extend(paths.iter().map(String::as_str));
            arguments.extend(*options);
            let told = site.run(&arguments);
            assert_says_nothing(&told, &traces, &format!("{names:?} {options:?}"));
        }
    }
    // While the content of now has mistakes, nobody can say who may be named.
    site.edit(PATRON, "region: south", "region: nowhere");
    let told = site.run(&["diff", "main~2", "main~1", "--ui-lang", "en"]);
    assert_eq!((told.code, told.out.as_str()), (1, ""));
    assert!(
        told.err.contains("so it is not known who may be named"),
        "{}",
        told.err
    );
}

/// Somebody who was anonymous and is public now may be named, but no title that named the patron before that.
#[test]
fn a_title_that_named_somebody_who_was_anonymous_then_is_not_shown() {
    let site = shared_hall();
    withdraw(&site);
    git(&site, &["init", "--quiet", "--initial-branch", "main"]);
    commit(&site, "anonymous");
    site.remove(PATRON);
    site.edit(HALL, "p-3b9e02", "steppe");
    site.write(
        "content/projects/club.kk.md",
        "---\ntitle: Оспанов клубы\nregion: north\ndirection: infrastructure\nstatus: completed\ncompleted: 2020\n\
         contributions:\n  - {patron: steppe, amount: 55, date: 2020}\n---\n",
    );
    for options in FORMATS {
        let told = site.run(&[&["diff", "main"], options].concat());
        assert_says_nothing(&told, &["оспан", "ospan"], &format!("{options:?}"));
    }
}
