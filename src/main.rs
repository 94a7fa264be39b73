//! The program: parses the arguments, calls a command, exits with its code.

use std::process::ExitCode;

fn main() -> ExitCode {
    tagzym::cli::run()
}
