//! Publishing, the long form: builds that are killed and refused hundreds of times, beside readers and beside each other.
//!
//! `cargo test --test long_publish -- --nocapture` takes up to an hour and prints figures; with the program of a release build, which
//! `TAGZYM_PROGRAM` names, a quarter of it. The short form, which runs with all tests: tests/publish.rs.

#[path = "../publish/at_once.rs"]
mod at_once;
#[path = "../publish/disks.rs"]
mod disks;
#[path = "../publish/ground.rs"]
mod ground;
#[path = "../publish/killed.rs"]
mod killed;
#[path = "../publish/same.rs"]
mod same;

#[path = "../support/mod.rs"]
mod support;

use at_once::{read_during, two_at_once};
use disks::{fill, refuse};
use killed::{kill_at_calls, kill_at_random};
use same::built_everywhere;
use support::Site;

/// What the system may answer instead.
const ERRORS: [&str; 6] = ["ENOSPC", "EMFILE", "EACCES", "EROFS", "EIO", "EDQUOT"];

#[test]
fn a_build_killed_at_200_random_moments_leaves_a_whole_site() {
    kill_at_random(200);
}

#[test]
fn a_build_killed_at_every_call_leaves_a_whole_site() {
    kill_at_calls("publish, killed at system calls", |names, most| {
        // Most of what is opened is read.
        let step = match names {
            "openat" => 1 + most / 20,
            _ => 1,
        };
        (1..=most).step_by(step).collect()
    });
}

#[test]
fn a_disk_that_refuses_anywhere_leaves_a_whole_site() {
    refuse("publish, refused system calls", |most| {
        let numbers = (0..4).map(|part| 1 + part * most.saturating_sub(1) / 3);
        let errors = |number| ERRORS.map(move |error| (number, error));
        match most {
            0 => vec![],
            _ => numbers.flat_map(errors).collect(),
        }
    });
}

#[test]
fn a_disk_that_is_full_at_20_points_leaves_the_old_site_whole() {
    fill(20);
}

#[test]
fn a_reader_never_misses_a_page_in_50_builds() {
    read_during(50);
}

#[test]
fn of_two_builds_at_once_one_waits_ten_times() {
    two_at_once(10);
}

#[test]
fn the_portal_is_the_same_wherever_and_however_it_is_built() {
    let [first, second, third] = built_everywhere(&Site::portal());
    assert!(first == second && first == third);
    let files = first.0.len();
    println!("{files} files and the manifest: three times the same");
}
