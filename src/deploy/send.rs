//! Carrying out a plan: part after part, with a record that is true at every moment.

use std::sync::{Mutex, PoisonError};

use super::plan::Plan;
use super::record::Record;
use super::target::{Target, TargetError};
use crate::disk::publish::HeldOutput;
use crate::manifest::FileEntry;

/// After so many files the record is written anew: a deployment that is killed does no more than these again.
const AT_ONCE: usize = 500;

/// Brings what a plan has and removes what it says, last. `step` is told of each file.
///
/// # Errors
/// The target refuses. Run again, a deployment goes on from there.
pub(crate) fn send(
    plan: &Plan,
    record: Record,
    output: &HeldOutput,
    target: &dyn Target,
    step: &(dyn Fn() + Sync),
) -> Result<(), TargetError> {
    let mut record = record;
    // All that may be otherwise from here on; what is there already is known again.
    plan.same.iter().for_each(|file| record.add(file.clone()));
    plan.puts().for_each(|put| record.doubt(&put.file.path));
    let gone = plan.gone.iter().flatten();
    gone.for_each(|path| record.doubt(path));
    target.write_record(record.text().into_bytes())?;
    let record = Mutex::new(record);
    let change = |change: &dyn Fn(&mut Record)| {
        change(&mut record.lock().unwrap_or_else(PoisonError::into_inner));
        step();
    };
    let write = || {
        let text = record.lock().unwrap_or_else(PoisonError::into_inner).text();
        target.write_record(text.into_bytes())
    };
    for part in &plan.puts {
        for some in part.chunks(AT_ONCE) {
            let files: Vec<&FileEntry> = some.iter().map(|put| &put.file).collect();
            let put = target.put(output, &files, &|file| {
                change(&|record| record.add(file.clone()));
            });
            write()?;
            put?;
        }
    }
    for part in &plan.gone {
        for some in part.chunks(AT_ONCE) {
            let paths: Vec<&str> = some.iter().map(String::as_str).collect();
            let removed = target.remove(&paths, &|path| change(&|record| record.forget(path)));
            write()?;
            removed?;
        }
    }
    Ok(())
}
