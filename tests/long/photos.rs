//! Two hundred photographs of 12 megapixels: how long the first build takes and how much memory, and what they add to the next.
//!
//! `cargo test --release --test long_photos -- --nocapture`; it prints figures and holds them to what is promised of two cores.

#[path = "../support/photos.rs"]
mod photos;
#[path = "../support/mod.rs"]
mod support;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use photos::{from_camera, jpeg};
use support::Site;

const COUNT: usize = 200;
const SIZE: (u32, u32) = (4000, 3000);

/// Hills under a sky, with grain as a camera's.
fn landscape(seed: u32) -> Vec<u8> {
    jpeg(SIZE, |x, y| {
        let hill = 1500.0 + 300.0 * f64::from(x + seed * 700).mul_add(0.002, 0.5).sin();
        let grain = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503) ^ seed) >> 7 & 15;
        let leaf = u32::from(x / 9 % 2 == y / 7 % 2) * 30;
        let [red, green, blue] = match f64::from(y) < hill {
            true => [110 + y / 30, 150 + y / 40, 220],
            false => [60 + leaf, 120 + leaf - y / 100, 50],
        };
        [red + grain, green + grain, blue + grain].map(|of| of.min(255) as u8)
    })
}

/// Builds a site: the time, and the most memory in MiB.
fn build(site: &Site, out: &Path) -> (Duration, u64) {
    let begun = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_tagzym"))
        .args(["build", "--quiet", "--root"])
        .arg(site.root())
        .arg("--out")
        .arg(out)
        .stderr(Stdio::inherit())
        .spawn()
        .unwrap();
    let mut most = 0;
    loop {
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kib = line.and_then(|line| line.trim().split(' ').next()?.parse::<u64>().ok());
        most = most.max(kib.unwrap_or(0) / 1024);
        if let Some(status) = child.try_wait().unwrap() {
            assert!(status.success());
            return (begun.elapsed(), most);
        }
        sleep(Duration::from_millis(5));
    }
}

#[test]
fn many_photographs_are_made_in_a_minute() {
    let project = |nth: usize, image: &str| {
        format!(
            "---\ntitle: Жоба {nth}\nregion: north\ndirection: charity\nstatus: under-way\n{image}---\n\nМәтін.\n"
        )
    };
    let site = Site::base();
    for nth in 0..COUNT {
        site.write(
            &format!("content/projects/p{nth}/index.kk.md"),
            project(nth, ""),
        );
    }
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    build(&site, &out);
    let (without, memory_without) = build(&site, &out);
    let all = [0, 1].map(landscape);
    for nth in 0..COUNT {
        let mut photo = from_camera(&all[nth % 2], if nth % 5 == 0 { 6 } else { 1 });
        // Each has bytes of its own.
        photo.splice(
            2..2,
            [&[0xff, 0xfe, 0, 10][..], &(nth as u64).to_be_bytes()].concat(),
        );
        site.write(&format!("content/projects/p{nth}/photo.jpg"), &photo);
        let image = "image: {file: photo.jpg, alt: Дала}\n";
        site.write(
            &format!("content/projects/p{nth}/index.kk.md"),
            project(nth, image),
        );
    }
    println!("a photograph: {} kB", all[0].len() / 1000);
    let (first, memory) = build(&site, &out);
    println!("without: {without:?}, {memory_without} MiB; first: {first:?}, {memory} MiB");
    // Those that were written a moment ago are read once more.
    sleep(Duration::from_secs(4));
    build(&site, &out);
    let mut next: Vec<Duration> = (0..5).map(|_| build(&site, &out).0).collect();
    next.sort();
    println!("next: {next:?}");
    assert!(first < Duration::from_secs(60), "{first:?}");
    assert!(memory < 600, "{memory} MiB");
    assert!(
        next[0].saturating_sub(without) < Duration::from_millis(200),
        "{next:?}"
    );
}
