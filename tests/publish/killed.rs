//! Builds that are killed, at random moments and at each system call by which they change the disk.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use super::ground::{Ground, can_trace};
use crate::support::skipped::skipped;

/// The system calls by which a build changes the disk.
pub const CALLS: [&str; 9] = [
    "write",
    "openat",
    "link,linkat",
    "rename,renameat",
    "renameat2",
    "mkdir,mkdirat",
    "unlink,unlinkat",
    "rmdir",
    "chmod,fchmod,fchmodat",
];

/// Kills builds at random moments: each time the output has to be whole, and the next build has to go on.
pub fn kill_at_random(times: usize) {
    let ground = Ground::new();
    let mut longest = duration(&ground, 1);
    let mut random = fastrand::Rng::with_seed(19);
    let (mut stood, mut late) = (ground.state("first"), 0);
    for time in 0..times {
        let next = 1 - stood;
        let mut build = ground.start(next);
        // Twice as often near the end, where the folders change places.
        let from = if time % 2 == 0 { 0.0 } else { 0.6 };
        std::thread::sleep(longest.mul_f64(from + random.f64() * (1.1 - from)));
        build.kill().unwrap();
        let ended = build.wait().unwrap();
        let what = format!("killed, {time}: {}", said(&mut build));
        let now = ground.state(&what);
        assert!(now == next || !ended.success(), "{what}");
        late += usize::from(now == next);
        if time % 4 == 0 {
            // As long as other work on the machine lets it take now.
            longest = duration(&ground, next);
        }
        stood = ground.state(&what);
    }
    ground.goes_on(1 - stood, "at last");
    println!(
        "{times} builds killed at random moments, {late} of them after the exchange: none mixed, all went on"
    );
}

/// How often a build of the second state makes each of the calls, in the thread that makes it most often.
pub fn calls(ground: &Ground) -> Vec<usize> {
    let folder = tempfile::tempdir().unwrap();
    let trace = folder.path().join("trace");
    let names = CALLS.join(",");
    let mut traced: Command = ground.traced(1, &["-e", &format!("trace={names}")]);
    traced.arg("--quiet");
    // The last one counts.
    let program = traced.get_program().to_owned();
    let arguments: Vec<_> = traced
        .get_args()
        .map(|argument| match argument.to_str() {
            Some("/dev/null") => trace.clone().into_os_string(),
            _ => argument.to_owned(),
        })
        .collect();
    let status = Command::new(program)
        .env("RAYON_NUM_THREADS", "1")
        .args(arguments)
        .status()
        .unwrap();
    assert!(status.success());
    let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
    for line in fs::read_to_string(trace).unwrap().lines() {
        let mut words = line.splitn(2, ' ');
        let thread = words.next().unwrap_or("").to_owned();
        let call = words.next().unwrap_or("").trim_start();
        let name = call.split('(').next().unwrap_or("").to_owned();
        *counts.entry((thread, name)).or_default() += 1;
    }
    let most = |names: &str| {
        let of = counts
            .iter()
            .filter(|((_, name), _)| names.split(',').any(|one| one == name));
        of.map(|(_, count)| *count).max().unwrap_or(0)
    };
    CALLS.iter().map(|names| most(names)).collect()
}

/// Kills a build at the calls of each kind with these numbers.
pub fn kill_at_calls(test: &str, numbers: impl Fn(&str, usize) -> Vec<usize>) {
    if !can_trace() {
        return skipped(test, "strace is not installed, or may not trace");
    }
    let ground = Ground::new();
    let counts = calls(&ground);
    ground.goes_on(0, "counted");
    let mut told = Vec::new();
    for (names, most) in CALLS.iter().zip(counts) {
        let numbers = numbers(names, most);
        let (mut killed, mut exchanged) = (0, 0);
        for number in &numbers {
            let what = format!("killed at {names} {number} of {most}");
            let inject = format!("inject={names}:signal=SIGKILL:when={number}");
            let status = ground
                .traced(1, &["-e", &format!("trace={names}"), "-e", &inject])
                .arg("--quiet")
                .status()
                .unwrap();
            killed += usize::from(!status.success());
            let now = ground.state(&what);
            assert!(now == 1 || !status.success(), "{what}");
            exchanged += now;
            ground.goes_on(0, &what);
        }
        told.push(format!(
            "{names}: {} runs, {killed} killed, {exchanged} after the exchange",
            numbers.len()
        ));
    }
    println!("{}: none mixed, all went on", told.join("; "));
}

/// How long a build of a state takes here and now.
fn duration(ground: &Ground, state: usize) -> Duration {
    let began = Instant::now();
    ground.goes_on(state, "after one that was killed");
    began.elapsed()
}

/// What a child said before it ended.
fn said(child: &mut Child) -> String {
    let mut said = String::new();
    if let Some(stderr) = &mut child.stderr {
        let _ = stderr.read_to_string(&mut said);
    }
    said
}
