//! What others keep where a build writes: nothing of it is lost, and it hinders no build for good.

use std::fs;

use super::ground::{AROUND, Ground};
use crate::support::{program, run, tree};

/// In a namespace of its own root may do nothing with what belongs to somebody whom it does not know there: as any user with the
/// folder of another.
#[cfg(unix)]
#[test]
fn a_folder_of_another_user_in_the_output_hinders_no_build() {
    use super::disks::{may_mount, mounted, not_looked_at};
    use std::os::unix::fs::{PermissionsExt, chown};
    const TEST: &str = "publish, a folder of another user";
    if !may_mount(TEST) {
        return;
    }
    let ground = Ground::new();
    let theirs = ground.out().join("theirs");
    let is_given = || chown(&theirs, Some(65534), Some(65534)).is_ok();
    fs::create_dir(&theirs).unwrap();
    fs::write(theirs.join("note"), "theirs").unwrap();
    if !is_given() {
        return not_looked_at(TEST, "only root gives a folder to somebody else");
    }
    let folder = tempfile::tempdir().unwrap();
    let build = |state: usize| {
        let arguments = ground.arguments(state, &ground.out()).join(" ");
        mounted(&format!("$PROGRAM {arguments}"), folder.path())
    };
    let stands = |state: usize| {
        let mut expected = ground.whole[state].clone();
        expected.insert("theirs/note".to_owned(), b"theirs".to_vec());
        assert!(tree(&ground.out()) == expected, "{state}");
    };
    let left = ground.out().with_file_name(".dist.tagzym");
    // What cannot be removed is out of the way, and it is said where, as long as it is there.
    for state in [1, 0] {
        let done = build(state);
        assert_eq!(done.code, 0, "{}", done.err);
        let where_it_is = format!("administrator: {}", left.join("left-0").display());
        assert!(done.err.contains(&where_it_is), "{}", done.err);
        stands(state);
        assert_eq!(fs::read_dir(&left).unwrap().count(), 1);
    }
    let done = ground.build(1);
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(!done.err.contains("left-0"), "{}", done.err);
    stands(1);
    assert_eq!(ground.around(), AROUND);
    // What cannot be read cannot be brought along: the old site stays.
    fs::set_permissions(&theirs, fs::Permissions::from_mode(0o700)).unwrap();
    assert!(is_given());
    let done = build(0);
    assert_eq!(done.code, 1, "{}", done.err);
    let said = format!("{} was put into the output folder", theirs.display());
    assert!(done.err.contains(&said), "{}", done.err);
    stands(1);
    assert_eq!(ground.around(), AROUND);
}

#[test]
fn a_file_of_others_in_the_place_of_the_manifest_is_kept() {
    let ground = Ground::new();
    let manifest = ground.out().with_extension("manifest.json");
    for theirs in ["{\"name\": \"an app\"}\n", "a note\n"] {
        fs::write(&manifest, theirs).unwrap();
        for (lang, said) in [
            ("kk", "құрастырудың манифесі емес"),
            ("ru", "не манифест сборки"),
            ("en", "is not the manifest of a build"),
        ] {
            let mut arguments = ground.arguments(1, &ground.out());
            arguments[2] = lang.to_owned();
            let done = run(program().args(arguments));
            assert_eq!(done.code, 2, "{}", done.err);
            assert!(done.err.contains(said), "{}", done.err);
            assert!(done.err.contains("dist.manifest.json"), "{}", done.err);
        }
        assert_eq!(fs::read_to_string(&manifest).unwrap(), theirs);
        assert_eq!(ground.state("refused"), 0);
        assert_eq!(ground.around(), AROUND);
    }
    // One of ours that broke off is written anew.
    fs::write(&manifest, "{\"manifest\":1,\"fig").unwrap();
    ground.goes_on(1, "a manifest that broke off");
}

#[test]
fn a_folder_of_others_in_the_place_of_a_file_of_ours_is_kept() {
    let ground = Ground::new();
    let folder = ground.out().join("404.html");
    fs::remove_file(&folder).unwrap();
    fs::create_dir_all(folder.join("empty/too")).unwrap();
    fs::write(folder.join("empty/note"), "theirs").unwrap();
    let before = tree(&ground.out());
    for (lang, said) in [
        ("kk", "ішіндегісін бұл бағдарлама салмаған"),
        ("ru", "её содержимое положила не эта программа"),
        ("en", "its contents were not put there by this program"),
    ] {
        let mut arguments = ground.arguments(1, &ground.out());
        arguments[2] = lang.to_owned();
        let done = run(program().args(arguments));
        assert_eq!(done.code, 1, "{}", done.err);
        assert!(done.err.contains(said), "{}", done.err);
        let path = folder.display().to_string();
        assert!(done.err.contains(&path), "{}", done.err);
        assert!(tree(&ground.out()) == before);
        assert_eq!(ground.around(), AROUND);
    }
    // Empty folders are nobody's.
    fs::remove_file(folder.join("empty/note")).unwrap();
    ground.goes_on(1, "an empty folder in the way");
}
