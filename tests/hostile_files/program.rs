//! A small site on the disk and the program run on it, within bounds of time and of what it may say.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// No run may take longer. A debug build on a busy machine is slow; a hang is longer than any of that.
const TIME: Duration = Duration::from_secs(10);

/// No run may take more memory.
const MEMORY: u64 = 1 << 30;

/// The most memory that a process had at a time, in bytes, where the system tells it.
fn peak(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    kib.unwrap_or(0) << 10
}

/// A site in a folder of its own.
pub struct Site(TempDir);

impl Site {
    /// The sound site that the text cases are put over.
    pub fn sound() -> Site {
        let site = Site(tempfile::tempdir().unwrap());
        let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile/base.site");
        for section in fs::read_to_string(base).unwrap().split("\n== ").skip(1) {
            let (path, text) = section.split_once('\n').unwrap();
            site.write(path, format!("{text}\n").as_bytes());
        }
        for folder in ["content/pages", "content/static"] {
            fs::create_dir_all(site.root().join(folder)).unwrap();
        }
        site
    }

    pub fn root(&self) -> &Path {
        self.0.path()
    }

    pub fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// What `check` says: `T0103 path:line:column` of each mistake, sorted.
    pub fn check(&self) -> Vec<String> {
        let said = self.run(&["check", "--max-errors", "100000", "--color", "never"]);
        let mut found = Vec::new();
        let mut code = None;
        for line in said.lines() {
            if let Some((number, _)) = line
                .split_once(']')
                .and_then(|(start, rest)| start.split_once('[').map(|(_, number)| (number, rest)))
                && number.starts_with('T')
                && number.len() == 5
            {
                code = Some(number.to_owned());
            }
            if let Some((_, place)) = line.split_once("--> ")
                && let Some(code) = code.take()
            {
                found.push(format!("{code} {place}"));
            }
        }
        found.sort();
        found
    }

    /// Builds the site, and gives a file of it.
    pub fn build(&self, path: &str) -> String {
        let out = tempfile::tempdir().unwrap();
        let out = out.path().join("out");
        let said = self.run(&["build", "--out", out.to_str().unwrap()]);
        fs::read_to_string(out.join(path)).unwrap_or_else(|_| panic!("no {path}: {said}"))
    }

    fn run(&self, arguments: &[&str]) -> String {
        let mut child = Command::new(env!("CARGO_BIN_EXE_tagzym"))
            .args(arguments)
            .arg("--root")
            .arg(self.root())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut pipe = child.stderr.take().unwrap();
        let reader = std::thread::spawn(move || {
            let mut said = Vec::new();
            let _ = pipe.read_to_end(&mut said);
            said
        });
        let start = Instant::now();
        let mut memory = 0;
        let status = loop {
            if let Some(status) = child.try_wait().unwrap() {
                break status;
            }
            memory = memory.max(peak(child.id()));
            assert!(memory < MEMORY, "{memory} bytes of memory: {arguments:?}");
            if start.elapsed() > TIME {
                let _ = child.kill();
                panic!("longer than {TIME:?}: {arguments:?}");
            }
            std::thread::sleep(Duration::from_millis(5));
        };
        let said = String::from_utf8(reader.join().unwrap()).expect("what is said is text");
        // 101: a panic; none: a signal, such as that of a stack that is full.
        assert!(
            matches!(status.code(), Some(0 | 1)),
            "{status}: {}",
            said.chars().take(2000).collect::<String>()
        );
        let control = said.chars().find(|&c| c.is_control() && c != '\n');
        assert_eq!(control, None, "said: {said:?}");
        said
    }
}

pub fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}
