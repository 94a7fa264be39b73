//! Has the program compiled again when a file of the built-in theme is added or taken away, and tells it by which libraries
//! cards are drawn and photographs made.
//!
//! `include_dir!` makes the compiler watch the files that it found, not the folder they were in.

/// The libraries that a card's bytes depend on.
const ENCODER: [&str; 8] = [
    "resvg",
    "usvg",
    "tiny-skia",
    "harfrust",
    "png",
    "flate2",
    "fdeflate",
    "miniz_oxide",
];

/// Those that a photograph's bytes depend on.
const CODECS: [&str; 9] = [
    "webp",
    "libwebp-sys",
    "zune-jpeg",
    "zune-core",
    "fast_image_resize",
    "png",
    "flate2",
    "fdeflate",
    "miniz_oxide",
];

fn main() {
    println!("cargo:rerun-if-changed=themes");
    println!("cargo:rerun-if-changed=content/regions");
    println!("cargo:rerun-if-changed=Cargo.lock");
    let lock = std::fs::read_to_string("Cargo.lock").unwrap_or_default();
    println!("cargo:rustc-env=CARD_ENCODER={}", versions(&lock, &ENCODER));
    println!(
        "cargo:rustc-env=PICTURE_CODECS={}",
        versions(&lock, &CODECS)
    );
}

/// Which of these libraries a lock file has, each with its version.
fn versions(lock: &str, of: &[&str]) -> String {
    let packages = lock.split("[[package]]").filter_map(|package| {
        let field = |name: &str| {
            let line = package.lines().find_map(|line| line.strip_prefix(name));
            Some(line?.trim_matches([' ', '=', '"']))
        };
        let name = field("name").filter(|name| of.contains(name))?;
        Some(format!("{name} {}", field("version")?))
    });
    packages.collect::<Vec<String>>().join(", ")
}
