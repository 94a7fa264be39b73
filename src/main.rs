//! The program's entry point: parses the arguments, calls a command, exits with its exit code.

use std::process::ExitCode;

/// Pages are made of many small short-lived values on many threads; this allocator makes a build a quarter faster.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    tagzym::run()
}
