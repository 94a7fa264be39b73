//! Has the program compiled again when a file of the built-in theme is added or taken away.
//!
//! `include_dir!` makes the compiler watch the files that it found, not the folder they were in.

fn main() {
    println!("cargo:rerun-if-changed=themes");
}
