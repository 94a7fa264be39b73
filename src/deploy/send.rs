//! Carrying out a plan: part after part, with a record that is true at every moment.

use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::plan::Plan;
use super::record::{Kept, Record};
use super::target::{Target, TargetError};
use crate::disk::publish::HeldOutput;

/// After so many files the record is written anew, or after a share of all of them where that is more, since it grows with them: a
/// deployment that is killed looks at no more than these again.
const AT_ONCE: usize = 500;
const SHARE: usize = 20;

/// Why a deployment ends before its end.
#[derive(Debug)]
pub(crate) enum SendError {
    Target(TargetError),
    /// A file of the output is another one since it was looked at.
    Meddled(String),
}

impl From<TargetError> for SendError {
    fn from(error: TargetError) -> SendError {
        SendError::Target(error)
    }
}

/// Looks whether what a plan has can come to its places.
///
/// # Errors
/// Something that was not brought there stands in the way, or the target refuses.
pub(crate) fn check_ways(
    plan: &Plan,
    record: &Record,
    target: &dyn Target,
) -> Result<(), SendError> {
    let paths: Vec<&str> = plan.puts().map(|put| &*put.kept.file.path).collect();
    Ok(target.check_ways(&paths, &|path| record.get(path).is_some())?)
}

/// Brings what a plan has and removes what it says, last. `step` is told of each file that is there, as a whole, or gone.
///
/// # Errors
/// Something that was not brought there stands in the way, and nothing is done; the target refuses, or the output changed. Run again,
/// a deployment goes on from there. No path of a file that goes is told: it can be a name that must not be.
pub(crate) fn send(
    plan: &Plan,
    record: Record,
    output: &HeldOutput,
    target: &dyn Target,
    step: &(dyn Fn() + Sync),
) -> Result<(), SendError> {
    let mut record = record;
    check_ways(plan, &record, target)?;
    // All that may be otherwise from here on; what is there already is known again.
    plan.same.iter().for_each(|kept| record.add(kept.clone()));
    plan.puts()
        .for_each(|put| record.doubt(&put.kept.file.path));
    let gone = plan.gone.iter().flatten();
    gone.for_each(|path| record.doubt(path));
    target.write_record(record.text().as_bytes())?;
    let at_once = at_once(record.paths().count());
    let record = Mutex::new(record);
    let change = |change: &dyn Fn(&mut Record)| {
        change(&mut record.lock().unwrap_or_else(PoisonError::into_inner));
        step();
    };
    let write = || {
        let text = record.lock().unwrap_or_else(PoisonError::into_inner).text();
        target.write_record(text.as_bytes())
    };
    for some in plan.puts.iter().flat_map(|part| part.chunks(at_once)) {
        let paths: Vec<&str> = some.iter().map(|put| &*put.kept.file.path).collect();
        target.make_ways(&paths)?;
        let put: Result<(), SendError> = some.par_iter().with_max_len(1).try_for_each(|put| {
            bring(&put.kept, output, target)?;
            change(&|record| record.add(put.kept.clone()));
            Ok(())
        });
        // Why it was not brought says more than why that cannot be written down.
        let written = write();
        put.and(written.map_err(SendError::from))?;
    }
    for some in plan.gone.iter().flat_map(|part| part.chunks(at_once)) {
        let removed: Result<(), TargetError> =
            some.par_iter().with_max_len(1).try_for_each(|path| {
                target.remove(path)?;
                change(&|record| record.forget(path));
                Ok(())
            });
        let written = write();
        removed.and(written)?;
    }
    Ok(())
}

/// After how many of so many files the record is written anew.
fn at_once(files: usize) -> usize {
    AT_ONCE.max(files / SHARE)
}

fn bring(kept: &Kept, output: &HeldOutput, target: &dyn Target) -> Result<(), SendError> {
    match target.put(output, kept)? {
        true => Ok(()),
        false => Err(SendError::Meddled(kept.file.path.clone())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_many_files_there_are_the_record_is_written_a_few_times() {
        for (files, expected) in [(0, 500), (9_999, 500), (10_020, 501), (300_000, 15_000)] {
            assert_eq!(at_once(files), expected, "{files}");
        }
    }
}
