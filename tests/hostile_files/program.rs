//! A small site on the disk and the program run on it, within bounds of time and of what it may say.

use std::fs;
use std::io::Read;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::{Site, program};

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

/// What `check` says: `T0103 path:line:column` of each mistake, sorted.
pub fn check(site: &Site) -> Vec<String> {
    places(&run(program(), site, &CHECK))
}

/// The command that says all that is wrong.
pub const CHECK: [&str; 5] = ["check", "--max-errors", "100000", "--color", "never"];

/// The place of each mistake in what `check` says.
pub fn places(said: &str) -> Vec<String> {
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
pub fn build(site: &Site, path: &str) -> String {
    let out = tempfile::tempdir().unwrap();
    let out = out.path().join("out");
    let said = build_into(site, &out);
    fs::read_to_string(out.join(path)).unwrap_or_else(|_| panic!("no {path}: {said}"))
}

/// Builds the site into a folder, unless it is refused; gives what is said.
pub fn build_into(site: &Site, out: &Path) -> String {
    let arguments = ["build", "--out", out.to_str().unwrap()];
    run(program(), site, &arguments)
}

/// The program as somebody runs it who may not read every file. A superuser is one without the powers for that; none,
/// where they cannot be laid down.
pub fn program_of_a_plain_user() -> Option<Command> {
    const WITHOUT: [&str; 2] = [
        "--bounding-set=-dac_override,-dac_read_search",
        "--inh-caps=-dac_override,-dac_read_search",
    ];
    let folder = tempfile::tempdir().unwrap();
    let closed = folder.path().join("closed");
    fs::write(&closed, "").unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::File::open(&closed).is_err() {
        return Some(program());
    }
    let setpriv = || {
        let mut command = Command::new("setpriv");
        command.args(WITHOUT);
        command
    };
    // Whether it can be done at all: not everywhere is a setpriv, and not every container lets powers go.
    let done = setpriv().arg("true").status();
    done.is_ok_and(|status| status.success()).then(|| {
        let mut command = setpriv();
        command.arg(program().get_program());
        command
    })
}

/// What a command of the program says of the site.
pub fn run(mut program: Command, site: &Site, arguments: &[&str]) -> String {
    let mut child = program
        .args(arguments)
        .arg("--root")
        .arg(site.root())
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
    assert!(
        cfg!(not(target_os = "linux")) || peak(std::process::id()) > 0,
        "Linux tells how much memory a process takes"
    );
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

pub fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}
