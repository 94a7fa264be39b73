//! Deployments that are killed: at each moment the bucket leads nobody astray, and the next deployment brings the rest.

use std::process::Stdio;
use std::thread;
use std::time::Duration;

use crate::ground::Ground;
use crate::proxy::{Fate, Proxy};
use crate::states::{States, assert_leads_nowhere_wrong};

/// Kills so many deployments, which bring one state over the other in turn, each at another moment.
pub fn kill(states: &States, times: usize) {
    let Some(ground) = Ground::new("deploy to object storage, killed", states) else {
        return;
    };
    let outputs = ["first", "second"].map(|state| (state, states.output(state)));
    ground.deployed("first", &["--quiet"]);
    let differing = |from: usize, to: usize| {
        let (from, to) = (&outputs[from].1, &outputs[to].1);
        let puts = to
            .iter()
            .filter(|(path, bytes)| from.get(*path) != Some(*bytes));
        puts.count()
    };
    for time in 0..times {
        let (old, new) = (time % 2, 1 - time % 2);
        let (state, output) = &outputs[new];
        let slowly = Fate::Wait(Duration::from_millis(5));
        let watched = Proxy::before(ground.server.port, move |_, _| slowly);
        let moment = 1 + differing(old, new) * time / times;
        let mut command = ground.command(watched.port, state, &["--quiet"]);
        let mut deployment = command.stderr(Stdio::piped()).spawn().unwrap();
        while watched.puts() <= moment && deployment.try_wait().unwrap().is_none() {
            thread::sleep(Duration::from_millis(1));
        }
        deployment.kill().unwrap();
        let ended = deployment.wait().unwrap();
        assert!(!ended.success(), "it was killed after {moment} files");
        watched.settle();
        let served = ground.served();
        let what = format!("killed after {moment} files");
        assert_leads_nowhere_wrong(&served, &outputs[old].1, &what);
        println!("{what}");
        let half = served
            .iter()
            .filter(|(path, bytes)| output.get(*path) == Some(*bytes));
        let there = format!("{} were there already", half.count());
        let told = ground.deployed(state, &[]);
        // What had been brought is not brought again.
        let plain = told.replace(',', "");
        assert!(plain.contains(&there), "{what}: {there}: {told}");
        assert!(ground.served() == *output, "{what}");
        let told = ground.deployed(state, &[]);
        assert!(told.starts_with("Nothing to do: "), "{what}: {told}");
    }
}
