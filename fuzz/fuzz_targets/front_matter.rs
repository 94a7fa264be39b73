//! cargo-fuzz target: see `entries::front_matter`.
#![no_main]

#[path = "../entries.rs"]
#[allow(dead_code)]
mod entries;

libfuzzer_sys::fuzz_target!(|text: &str| entries::front_matter(text));
