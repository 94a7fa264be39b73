//! Builds beside readers, and beside another build.

use std::fs;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use super::ground::{AROUND, Ground};

/// Opens pages through the output folder while it is built again and again.
pub fn read_during(builds: usize) {
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
                    // The builds need the processor, too.
                    std::thread::sleep(Duration::from_micros(20));
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

/// Two builds of two states at once.
pub fn two_at_once(times: usize) {
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
        assert_eq!(ground.around(), AROUND);
        let waits = said
            .iter()
            .filter(|said| said.contains("Another build is writing"));
        let waits = waits.inspect(|said| assert!(said.contains("(process "), "{said}"));
        waited += waits.count();
    }
    println!("{times} times two builds at once: one waited {waited} times");
    assert!(waited > 0);
}
