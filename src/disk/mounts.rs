//! File systems that do not tell of every change: what another machine writes there, nobody here is told.
//!
//! Takes a folder, asks the system what its files lie on. Where it cannot be asked, events are trusted.

use std::fs;
use std::path::{Component, Path, Prefix};

/// File systems that somebody else writes to as well: over the network, from outside a virtual machine or a container, or
/// from below, past the layer that is watched.
const SHARED: [&str; 26] = [
    "9p",
    "afs",
    "aufs",
    "beegfs",
    "ceph",
    "cifs",
    "coda",
    "davfs",
    "drvfs",
    "fakeowner",
    "fuse",
    "gfs2",
    "grpcfuse",
    "hostfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "osxfs",
    "overlay",
    "prl_fs",
    "smb3",
    "smbfs",
    "vboxsf",
    "virtiofs",
    "vmhgfs",
];

/// Whether changes of files below a folder may come without an event.
pub(crate) fn may_be_silent(root: &Path) -> bool {
    if let Some(Component::Prefix(prefix)) = root.components().next() {
        return matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..));
    }
    // Linux alone has it.
    let mounts = fs::read_to_string("/proc/self/mountinfo");
    mounts.is_ok_and(|mounts| is_shared(&mounts, root))
}

/// Whether what a folder lies on, or something that is mounted below it, is shared. `mounts` is in the form of proc(5).
fn is_shared(mounts: &str, root: &Path) -> bool {
    let mut around: Option<(usize, bool)> = None;
    let mut below = false;
    for line in mounts.lines() {
        let Some((before, after)) = line.split_once(" - ") else {
            continue;
        };
        let place = before.split(' ').nth(4).map(unescape).unwrap_or_default();
        let kind = after.split(' ').next().unwrap_or("");
        let is_shared = SHARED.contains(&kind) || kind.starts_with("fuse.");
        if root.starts_with(&place) {
            let length = place.len();
            // Of two at one place the later one is seen.
            if around.is_none_or(|(longest, _)| length >= longest) {
                around = Some((length, is_shared));
            }
        } else if Path::new(&place).starts_with(root) {
            below |= is_shared;
        }
    }
    below || around.is_some_and(|(_, is_shared)| is_shared)
}

/// Whether a folder is a place where something is mounted, or holds one: then it cannot be moved.
pub(super) fn is_mounted(folder: &Path) -> bool {
    let mounts = fs::read_to_string("/proc/self/mountinfo");
    mounts.is_ok_and(|mounts| holds_mount(&mounts, folder))
}

fn holds_mount(mounts: &str, folder: &Path) -> bool {
    let mut places = mounts.lines().filter_map(|line| line.split(' ').nth(4));
    places.any(|place| Path::new(&unescape(place)).starts_with(folder))
}

/// A path of the list: a space in it is `\040`.
fn unescape(path: &str) -> String {
    let plain = [
        ("\\040", " "),
        ("\\011", "\t"),
        ("\\012", "\n"),
        ("\\134", "\\"),
    ];
    plain.iter().fold(path.to_owned(), |path, (code, sign)| {
        path.replace(code, sign)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 21 0:40 / /mnt/c rw,noatime - 9p drvfs rw,aname=drvfs;path=C:\\134
31 21 0:41 / /srv rw - ext4 /dev/sdb rw
32 31 0:42 / /srv/site/content rw - nfs4 nas:/content rw
33 21 0:43 / /home/a/Мои\\040документы rw - fuse.sshfs host: rw
34 21 0:44 / /media/disk rw - fuseblk /dev/sdc1 rw
35 21 0:45 / /twice rw - cifs //nas/x rw
36 21 0:46 / /twice rw - ext4 /dev/sdd rw
";

    #[test]
    fn what_a_folder_lies_on_says_whether_events_come() {
        for (root, expected) in [
            ("/home/a/site", false),
            ("/mnt/c/Users/a/site", true),
            ("/mnt/cc/site", false),
            ("/srv/site", true),
            ("/srv/other", false),
            ("/home/a/Мои документы/site", true),
            ("/media/disk/site", false),
            ("/twice/site", false),
        ] {
            assert_eq!(is_shared(MOUNTS, Path::new(root)), expected, "{root}");
        }
    }

    #[test]
    fn what_is_mounted_on_or_within_a_folder_keeps_it_where_it_is() {
        for (folder, expected) in [
            ("/srv/site/content", true),
            ("/srv/site", true),
            ("/srv/site/dist", false),
            ("/home/a/Мои документы", true),
            ("/home/a/Мои", false),
            ("/mnt/cc", false),
        ] {
            assert_eq!(holds_mount(MOUNTS, Path::new(folder)), expected, "{folder}");
        }
    }
}
