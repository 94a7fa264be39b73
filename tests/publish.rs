//! Publishing, end to end: builds that are killed, run into a full disk or into each other, or change nothing; readers find one
//! whole site at every moment.
//!
//! Each test has a long form: `cargo test --test publish -- --ignored --nocapture` takes about an hour and prints figures.

#[path = "publish/disks.rs"]
mod disks;
#[path = "publish/ground.rs"]
mod ground;
#[path = "publish/killed.rs"]
mod killed;

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use ground::{Ground, THEIRS};
use support::{Site, program, run, tree};

/// What tells one file from another that took its place.
#[cfg(unix)]
fn stamps(site: &Ground) -> BTreeMap<String, (u64, i64, i64)> {
    use std::os::unix::fs::MetadataExt;
    let out = site.out();
    let paths = tree(&out).into_keys();
    let stamp = |path: &String| {
        let of = fs::metadata(out.join(path)).unwrap();
        (of.ino(), of.mtime(), of.mtime_nsec())
    };
    paths.map(|path| (path.clone(), stamp(&path))).collect()
}

#[cfg(unix)]
#[test]
fn only_what_changed_is_written() {
    let ground = Ground::new();
    let before = stamps(&ground);
    ground.goes_on(0, "nothing changed");
    assert_eq!(stamps(&ground), before);
    ground.goes_on(1, "one amount and one page changed");
    let after = stamps(&ground);
    let [first, second] = &ground.whole;
    let mut written = 0;
    for (path, bytes) in second {
        let is_same = first.get(path) == Some(bytes);
        written += usize::from(!is_same);
        assert_eq!(before.get(path) == after.get(path), is_same, "{path}");
    }
    assert!(written > 5 && written < second.len(), "{written}");
}

/// Opens pages through the output folder while it is built again and again.
fn read_during(builds: usize) {
    let ground = Ground::new();
    let [first, second] = &ground.whole;
    let in_both: Vec<&String> = first
        .keys()
        .filter(|path| second.contains_key(*path))
        .collect();
    let (ended, reads) = (AtomicBool::new(false), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for reader in 0..2 {
            let (ground, in_both, ended, reads) = (&ground, &in_both, &ended, &reads);
            scope.spawn(move || {
                for path in in_both.iter().cycle().skip(reader * 50) {
                    if ended.load(Ordering::Relaxed) {
                        break;
                    }
                    let read = fs::read(ground.out().join(path));
                    let bytes = read.unwrap_or_else(|why| panic!("{path}: {why}"));
                    let is_whole = ground.whole.iter().any(|whole| whole[*path] == bytes);
                    assert!(is_whole, "{path} is neither old nor new");
                    reads.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        let built = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            (1..=builds).for_each(|build| ground.goes_on(build % 2, "beside readers"));
        }));
        ended.store(true, Ordering::Relaxed);
        built.unwrap();
    });
    println!("{builds} builds, {} reads, none missed", reads.into_inner());
}

#[test]
fn a_reader_never_misses_a_page() {
    read_during(4);
}

#[test]
#[ignore = "long"]
fn a_reader_never_misses_a_page_in_50_builds() {
    read_during(50);
}

/// Two builds of two states at once.
fn two_at_once(times: usize) {
    let ground = Ground::new();
    let mut waited = 0;
    for time in 0..times {
        let both = [0, 1].map(|state| ground.start(state));
        let said: Vec<String> = both
            .into_iter()
            .map(|build| {
                let done = build.wait_with_output().unwrap();
                let said = String::from_utf8(done.stderr).unwrap();
                assert!(done.status.success(), "{said}");
                said
            })
            .collect();
        ground.state(&format!("two at once, {time}"));
        assert_eq!(ground.around(), ["dist"]);
        let waits = said
            .iter()
            .filter(|said| said.contains("Another build is writing"));
        let waits = waits.inspect(|said| assert!(said.contains("(process "), "{said}"));
        waited += waits.count();
    }
    println!("{times} times two builds at once: one waited {waited} times");
    assert!(waited > 0);
}

#[test]
fn of_two_builds_at_once_one_waits() {
    two_at_once(2);
}

#[test]
#[ignore = "long"]
fn of_two_builds_at_once_one_waits_ten_times() {
    two_at_once(10);
}

#[test]
fn the_output_is_the_same_wherever_and_however_it_is_built() {
    let ground = Ground::new();
    let mut expected = ground.whole[0].clone();
    expected.remove(THEIRS.0);
    let settings: [&[(&str, &str)]; 3] = [
        &[
            ("RAYON_NUM_THREADS", "1"),
            ("TZ", "Asia/Almaty"),
            ("LC_ALL", "kk_KZ.UTF-8"),
        ],
        &[
            ("RAYON_NUM_THREADS", "7"),
            ("TZ", "America/Adak"),
            ("LC_ALL", "tr_TR.UTF-8"),
        ],
        &[("RAYON_NUM_THREADS", "2"), ("TZ", "UTC"), ("LC_ALL", "C")],
    ];
    for (number, variables) in settings.into_iter().enumerate() {
        // Files are made in another order, so that the disk lists them in another.
        let copy = Site::empty();
        let mut files: Vec<(String, Vec<u8>)> = tree(ground.site(0).root()).into_iter().collect();
        files.sort_by_key(|(path, _)| (path.len() * (number + 1)) % 7);
        let copy = copy.with_all(files);
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("elsewhere/Сайт с пробелом");
        let done = run(program()
            .envs(variables.iter().copied())
            .args(["build", "--quiet", "--root"])
            .arg(copy.root())
            .arg("--out")
            .arg(&out));
        assert_eq!((done.code, &*done.err), (0, ""));
        assert!(tree(&out) == expected, "{variables:?}");
    }
}

#[test]
fn in_a_pipe_no_progress_is_shown() {
    let ground = Ground::new();
    let done = ground.build(0);
    assert!(
        !done.err.contains('\x1b') && !done.err.contains('\r'),
        "{}",
        done.err
    );
    assert!(
        done.err
            .contains("Left as it was, since this program did not put it there: CNAME")
    );
    let mut quiet = ground.arguments(0, &ground.out());
    quiet.push("--quiet".to_owned());
    let done = run(program().args(quiet));
    assert_eq!((done.code, done.out + &done.err), (0, String::new()));
}

/// How long a build takes here and now.
fn duration(ground: &Ground) -> Duration {
    let began = Instant::now();
    ground.goes_on(1, "timed");
    began.elapsed()
}

/// What a child said before it ended.
fn said(child: &mut std::process::Child) -> String {
    let mut said = String::new();
    if let Some(stderr) = &mut child.stderr {
        let _ = stderr.read_to_string(&mut said);
    }
    said
}
