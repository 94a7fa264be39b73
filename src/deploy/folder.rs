//! A folder as a target: it is told nothing of headers, which its server sends.

use rayon::ThreadPool;

use super::record::Kept;
use super::target::{Target, TargetError};
use crate::disk::publish::HeldOutput;
use crate::disk::served::ServedFolder;

impl Target for ServedFolder {
    fn claim(self: Box<Self>) -> Result<Box<dyn Target>, TargetError> {
        Ok(Box::new(ServedFolder::claim(*self)?))
    }

    fn read_record(&self) -> Result<Option<Vec<u8>>, TargetError> {
        Ok(ServedFolder::read_record(self)?)
    }

    fn write_record(&self, bytes: &[u8]) -> Result<(), TargetError> {
        Ok(ServedFolder::write_record(self, bytes)?)
    }

    fn names(&self) -> Result<Vec<String>, TargetError> {
        Ok(ServedFolder::names(self)?)
    }

    fn headers(&self, _: &str) -> String {
        String::new()
    }

    fn has(&self, kept: &Kept, is_doubted: bool) -> Result<bool, TargetError> {
        let file = &kept.file;
        let is_digest = || {
            let found = self.digest(&file.path);
            found.is_some_and(|found| found.sha256 == file.sha256)
        };
        Ok(self.size(&file.path) == Some(file.size) && (!is_doubted || is_digest()))
    }

    fn stands(&self, path: &str) -> bool {
        self.has_file(path)
    }

    fn check_ways(
        &self,
        paths: &[&str],
        is_ours: &dyn Fn(&str) -> bool,
    ) -> Result<(), TargetError> {
        Ok(ServedFolder::check_ways(
            self,
            paths.iter().copied(),
            is_ours,
        )?)
    }

    fn make_ways(&self, paths: &[&str]) -> Result<(), TargetError> {
        Ok(ServedFolder::make_ways(self, paths.iter().copied())?)
    }

    fn put(&self, output: &HeldOutput, kept: &Kept) -> Result<bool, TargetError> {
        let file = &kept.file;
        let from = output.place(&file.path);
        Ok(ServedFolder::put(self, &from, &file.path, &file.sha256)?)
    }

    fn remove(&self, path: &str) -> Result<(), TargetError> {
        Ok(ServedFolder::remove(self, path)?)
    }

    fn threads(&self) -> Option<&ThreadPool> {
        None
    }
}
