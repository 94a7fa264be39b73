//! A target: where an output is brought to, whatever it is made of.
//!
//! Paths are those of the output, with `/`. Files are asked for, brought and removed from many threads.

use rayon::ThreadPool;

use super::record::Kept;
use crate::disk::publish::{Deed, HeldOutput, PublishError};

/// Where an output is brought to.
pub(crate) trait Target: Sync {
    /// The same for this deployment alone, where a target can hold others off.
    fn claim(self: Box<Self>) -> Result<Box<dyn Target>, TargetError>;

    /// The bytes of the record; none if nothing was ever brought here.
    fn read_record(&self) -> Result<Option<Vec<u8>>, TargetError>;

    /// Puts a new record into the place of the old one, in one step.
    fn write_record(&self, bytes: &[u8]) -> Result<(), TargetError>;

    /// Some names of what stands at the top, of what is not our own.
    fn names(&self) -> Result<Vec<String>, TargetError>;

    /// What is kept here of how the file of a path is sent to readers; empty where that is somebody else's business.
    fn headers(&self, path: &str) -> String;

    /// Whether a file that was brought is here. Where that is in doubt it can have other bytes.
    fn has(&self, kept: &Kept, is_doubted: bool) -> Result<bool, TargetError>;

    /// Whether a file has this path here, whoever put it there.
    fn stands(&self, path: &str) -> bool;

    /// Whether files of these paths can come without that something goes which was not brought here: `is_ours` says what was.
    fn check_ways(&self, paths: &[&str], is_ours: &dyn Fn(&str) -> bool)
    -> Result<(), TargetError>;

    /// Makes ready for files of these paths.
    fn make_ways(&self, paths: &[&str]) -> Result<(), TargetError>;

    /// Brings a file of an output to its place, in one step. False if its bytes are not those of its digest: then nothing is brought.
    fn put(&self, output: &HeldOutput, kept: &Kept) -> Result<bool, TargetError>;

    /// Removes a file. Its path can be a name that must not be told: no error has it.
    fn remove(&self, path: &str) -> Result<(), TargetError>;

    /// The threads that ask it at once; none if all that there are may.
    fn threads(&self) -> Option<&ThreadPool>;
}

/// Why a target refuses.
#[derive(Debug)]
pub(crate) enum TargetError {
    Disk(PublishError),
    Store(StoreError),
}

impl From<PublishError> for TargetError {
    fn from(error: PublishError) -> TargetError {
        TargetError::Disk(error)
    }
}

impl From<StoreError> for TargetError {
    fn from(error: StoreError) -> TargetError {
        TargetError::Store(error)
    }
}

/// Why object storage refuses. It holds nothing of keys, nor what the storage answered, in which they can be.
#[derive(Debug)]
pub(crate) struct StoreError {
    /// What was tried, and with what: the address of an object, or of the storage. None if it came to nothing before.
    pub tried: Option<(Deed, String)>,
    pub why: Refusal,
}

impl StoreError {
    /// The address itself is refused.
    pub(super) fn address(why: Refusal) -> StoreError {
        StoreError { tried: None, why }
    }
}

/// What is wrong with object storage, or with how it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(
    not(feature = "object-store"),
    expect(dead_code, reason = "without object storage it is of one kind")
)]
pub(crate) enum Refusal {
    /// This program was compiled without it.
    #[cfg_attr(
        feature = "object-store",
        expect(dead_code, reason = "with object storage it is of all others")
    )]
    NotBuiltIn,
    /// The address is of no kind that is known.
    UnknownKind,
    /// The address holds a key or a password, which would be seen in logs.
    SecretInAddress,
    /// A setting of the environment is wrong or missing.
    Settings,
    /// There is no key.
    NoKey,
    /// The key is wrong, or may not do this.
    KeyRefused,
    /// There is no such bucket.
    NoBucket,
    /// There is no connection.
    NoAnswer,
    /// There is a connection, and no answer in time.
    TooSlow,
    /// The connection broke off.
    CutOff,
    /// The answer is an error of this HTTP status.
    Answered(u16),
    /// It takes no such name.
    BadName,
    Other,
}
