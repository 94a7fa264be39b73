//! Tests of builds that are killed, meet each other, or cannot exchange folders.
//!
//! Takes folders that it makes itself, and renames that fail on demand.

use super::*;
use crate::disk::publish::exchange::Rename;

impl Publication {
    /// Ends as a process that is killed.
    fn kill(self) {
        let Publication { work, led, .. } = self;
        std::mem::forget(led);
        work.kill();
    }
}

const OLD: [(&str, &str); 3] = [("a.html", "old"), ("b/x", "old"), ("c", "same")];
const NEW: [(&str, &str); 3] = [("a.html", "new"), ("b/y", "new"), ("c", "same")];

/// A site with an output, and the next one that was made beside it and is complete.
fn staged(ground: &Ground) -> Publication {
    ground.publish(&OLD);
    fs::write(ground.path("site/dist/CNAME"), "theirs").unwrap();
    let mut publication = ground.begin("site/dist").unwrap();
    for (path, text) in NEW {
        publication.put(path, text.as_bytes()).unwrap();
    }
    let files = publication.files.get_mut().unwrap();
    files.sort_by(|one, other| one.path.cmp(&other.path));
    let published = Published {
        files: std::mem::take(files),
        ..Published::default()
    };
    let theirs = others::Other {
        path: "CNAME".into(),
        is_folder: false,
    };
    publication.complete(&[theirs], &published).unwrap();
    publication
}

fn expected(ground: &Ground, files: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    let mut expected = ground.output(files);
    expected.extend(texts(&[("CNAME", "theirs"), ("b/", "")]));
    expected
}

fn plain(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

fn fails(kind: io::ErrorKind) -> impl Fn(&Path, &Path) -> io::Result<()> {
    move |_, _| Err(kind.into())
}

fn exchanged(
    publication: &Publication,
    swap: Rename,
    rename: Rename,
) -> Result<Option<Way>, PublishError> {
    exchange(&publication.work, &publication.out, swap, rename)
}

#[test]
fn folders_change_places_in_one_step_or_in_two() {
    let ground = Ground::new();
    let publication = staged(&ground);
    let way = exchanged(&publication, &swap, &fails(io::ErrorKind::Other)).unwrap();
    assert_eq!(way, Some(Way::Exchange));
    assert_eq!(ground.files(), expected(&ground, &NEW));
    drop(publication);

    let ground = Ground::new();
    let publication = staged(&ground);
    let unknown = fails(io::ErrorKind::Unsupported);
    let way = exchanged(&publication, &unknown, &plain).unwrap();
    assert_eq!(way, Some(Way::TwoSteps));
    assert_eq!(ground.files(), expected(&ground, &NEW));
}

#[test]
fn a_folder_that_cannot_be_moved_is_left_alone() {
    for kind in [
        io::ErrorKind::CrossesDevices,
        io::ErrorKind::ResourceBusy,
        io::ErrorKind::PermissionDenied,
    ] {
        let ground = Ground::new();
        let publication = staged(&ground);
        let way = exchanged(&publication, &fails(kind), &plain).unwrap();
        assert_eq!(way, None);
        let unknown = fails(io::ErrorKind::Unsupported);
        let way = exchanged(&publication, &unknown, &fails(kind)).unwrap();
        assert_eq!(way, None);
        assert_eq!(ground.files(), expected(&ground, &OLD));
    }
}

#[test]
fn a_step_that_fails_is_taken_back() {
    let ground = Ground::new();
    let publication = staged(&ground);
    let full = fails(io::ErrorKind::StorageFull);
    exchanged(&publication, &full, &plain).unwrap_err();
    assert_eq!(ground.files(), expected(&ground, &OLD));
    let unknown = fails(io::ErrorKind::Unsupported);
    let new = publication.new.clone();
    let second = |from: &Path, to: &Path| match from == new {
        true => Err(io::ErrorKind::StorageFull.into()),
        false => plain(from, to),
    };
    exchanged(&publication, &unknown, &second).unwrap_err();
    assert_eq!(ground.files(), expected(&ground, &OLD));
}

/// Wherever a build is killed, the next one finds one site, whole.
#[test]
fn a_build_that_is_killed_is_set_right_by_the_next() {
    type Until = fn(&Publication);
    let killed: [(Until, &[(&str, &str)]); 4] = [
        (|_| {}, &OLD),
        // Before its marker is there it is not complete.
        (
            |publication| fs::remove_file(publication.new.join(MARKER)).unwrap(),
            &OLD,
        ),
        (
            |publication| swap(&publication.new, &publication.out).unwrap(),
            &NEW,
        ),
        (
            // Between the two steps, where folders cannot change places in one.
            |publication| plain(&publication.out, &publication.work.last_output()).unwrap(),
            &OLD,
        ),
    ];
    for (until, stands) in killed {
        let ground = Ground::new();
        let publication = staged(&ground);
        until(&publication);
        publication.kill();
        assert!(ground.path("site/.dist.tagzym").exists());
        drop(ground.begin("site/dist").unwrap());
        assert_eq!(ground.files(), expected(&ground, stands));
        assert_eq!(ground.beside(), ["content", "dist", "themes"]);
        ground.publish(&NEW);
        assert_eq!(ground.files(), expected(&ground, &NEW));
    }
}

#[test]
fn what_a_killed_build_wrote_is_cleared_away() {
    let ground = Ground::new();
    let publication = ground.begin("site/deep/dist").unwrap();
    publication.put("kk/half.html", b"half").unwrap();
    publication.kill();
    assert!(!ground.path("site/deep/dist").exists());
    drop(ground.begin("site/deep/dist").unwrap());
    assert_eq!(files(&ground.path("site/deep")), BTreeMap::new());
}

/// One after another, as where the output folder is a mount point.
#[test]
fn files_are_replaced_in_place() {
    let ground = Ground::new();
    ground.publish(&[
        ("a.html", "old"),
        ("b/x", "old"),
        ("c", "same"),
        ("d", "file"),
        ("e/f", "in a folder"),
    ]);
    let dist = ground.path("site/dist");
    fs::write(dist.join("CNAME"), "theirs").unwrap();
    let same = inode(&fs::metadata(dist.join("c")).unwrap());
    let mut publication = ground.begin("site/dist").unwrap();
    publication.work.is_beside = false;
    let files = [
        ("a.html", "new"),
        ("b/y", "new"),
        ("c", "same"),
        ("d/g", "in a folder"),
        ("e", "file"),
    ];
    for (path, text) in files {
        publication.put(path, text.as_bytes()).unwrap();
    }
    let published = publication.commit().unwrap();
    assert_eq!(published.way, Way::InPlace);
    assert_eq!(published.gone, ["b/x", "d", "e/f"]);
    assert_eq!(published.carried, ["CNAME"]);
    drop(publication);
    let mut expected = ground.output(&files);
    expected.extend(texts(&[("CNAME", "theirs"), ("b/", ""), ("d/", "")]));
    assert_eq!(ground.files(), expected);
    assert_eq!(inode(&fs::metadata(dist.join("c")).unwrap()), same);
}

#[test]
fn one_build_at_a_time_publishes_into_a_folder() {
    let ground = Ground::new();
    let first = ground.begin("site/dist").unwrap();
    let waited = Mutex::new(Vec::new());
    let begin = |at_most| {
        let patience = Patience {
            at_most,
            tell: &|process| waited.lock().unwrap().push(process),
        };
        Publication::begin(&ground.path("site/dist"), &ground.path("site"), &patience)
    };
    let id = Some(std::process::id());
    let busy = begin(Duration::from_millis(120)).unwrap_err();
    assert!(
        matches!(&busy, PublishError::Busy { process, .. } if *process == id),
        "{busy:?}"
    );
    assert_eq!(*waited.lock().unwrap(), [id]);
    // Into another folder it goes on.
    drop(ground.begin("site/other").unwrap());
    std::thread::scope(|scope| {
        let second = scope.spawn(|| begin(Duration::from_secs(60)).map(drop));
        std::thread::sleep(Duration::from_millis(100));
        drop(first);
        second.join().unwrap().unwrap();
    });
    assert_eq!(ground.beside(), ["content", "themes"]);
}
