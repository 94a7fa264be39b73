//! What a deployment brings, in each of the ways.

use std::fs;

use crate::brought::{assert_equals, bring_and_change, media_type};
use crate::ground::{Ground, KEY, SECRET};
use crate::proxy::{Fate, Proxy};
use crate::states::{States, assert_leads_nowhere_wrong};
use crate::support::run;

#[test]
fn the_bucket_becomes_the_output_and_only_what_changed_goes() {
    let states = States::new();
    let Some(ground) = Ground::new("deploy to object storage", &states) else {
        return;
    };
    let [first, second] = ["first", "second"].map(|state| states.output(state));
    ground.server.put("bucket", "theirs.txt", b"theirs");
    ground
        .server
        .put("bucket", "site/kk2/theirs.txt", b"theirs");
    let answered = bring_and_change(&ground, ["first", "second"]);
    let record = ground.server.get("bucket", "site/kk/.tagzym/files.json");
    assert_eq!(record.headers["cache-control"], "no-store");

    // It went in an order that leads nobody astray at any moment.
    let mut served = first.clone();
    let mut removed = 0;
    for request in answered {
        match request.path.strip_prefix("/bucket/site/kk/") {
            Some(".tagzym/files.json") => continue,
            Some(path) if request.method == "PUT" => {
                served.insert(path.to_owned(), second[path].clone());
            }
            None if request.method == "POST" => {
                let asked = String::from_utf8(request.body).unwrap();
                for part in asked.split("<Key>site/kk/").skip(1) {
                    let path = part.split_once("</Key>").unwrap().0;
                    assert!(!second.contains_key(path), "{path}");
                    removed += usize::from(served.remove(path).is_some());
                }
            }
            _ => continue,
        }
        assert_leads_nowhere_wrong(&served, &first, &request.path);
    }
    assert!(served == second);
    assert!(removed > 2, "{removed}");
    for theirs in ["theirs.txt", "site/kk2/theirs.txt"] {
        assert_eq!(ground.server.get("bucket", theirs).bytes, b"theirs");
    }

    // What somebody took away is brought again.
    ground.server.remove("bucket", "site/kk/kk/index.html");
    let told = ground.deployed("second", &[]);
    assert!(told.contains(": 0 new, 1 changed, 0 removed; "), "{told}");
    assert_equals(&ground.objects(), &second, false);
}

#[test]
fn texts_are_kept_packed_on_wish_and_large_files_go_in_parts() {
    let states = States::new();
    let Some(ground) = Ground::new("deploy to object storage, packed", &states) else {
        return;
    };
    // Others may put files beside ours; that of a multiple of the part is no other.
    let mut bytes = vec![0; 20 << 20];
    fastrand::Rng::with_seed(1).fill(&mut bytes);
    fs::write(states.path("first/large.bin"), &bytes).unwrap();
    fs::write(states.path("first/even.bin"), &bytes[..16 << 20]).unwrap();
    fs::write(states.path("first/empty.txt"), "").unwrap();
    let first = states.output("first");
    ground.deployed("first", &[]);
    assert_equals(&ground.objects(), &first, false);
    let texts = first.keys().filter(|path| {
        let kind = media_type(path);
        kind.starts_with("text/") || kind.ends_with("xml") || kind.ends_with("json")
    });
    let texts = texts.count();
    let told = ground.deployed("first", &["--gzip"]);
    let same = first.len() - texts;
    let said = format!(": 0 new, {texts} changed, 0 removed; {same} were there already\n");
    assert!(told.ends_with(&said), "{told}");
    assert_equals(&ground.objects(), &first, true);
    let told = ground.deployed("first", &["--gzip"]);
    assert!(told.starts_with("Nothing to do: "), "{told}");

    // What is in doubt is read, and is known to be there.
    let record = "site/kk/.tagzym/files.json";
    let whole = ground.server.get("bucket", record).bytes;
    let whole = String::from_utf8(whole).unwrap();
    let lines = whole
        .lines()
        .map(|line| match line.strip_prefix("{\"path\":\"") {
            Some(rest) => {
                let path = rest.split_once('"').unwrap().0;
                let end = if line.ends_with(',') { "," } else { "" };
                format!("{{\"path\":\"{path}\",\"size\":0,\"sha256\":\"?\"}}{end}")
            }
            None => line.to_owned(),
        });
    let doubted: Vec<String> = lines.collect();
    ground
        .server
        .put("bucket", record, doubted.join("\n").as_bytes());
    let mut page = ground.server.get("bucket", "site/kk/index.html").bytes;
    *page.last_mut().unwrap() ^= 1;
    ground.server.put("bucket", "site/kk/index.html", &page);
    let told = ground.deployed("first", &["--gzip"]);
    let said = format!(
        ": 0 new, 1 changed, 0 removed; {} were there already\n",
        first.len() - 1
    );
    assert!(told.ends_with(&said), "{told}");
    assert_equals(&ground.objects(), &first, true);
}

#[test]
fn the_key_of_a_profile_is_used_and_told_to_nobody() {
    let states = States::new();
    let Some(ground) = Ground::new("deploy by the key of a profile", &states) else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("credentials");
    let text = format!(
        "# keys\n[default]\naws_access_key_id=OTHER\naws_secret_access_key={SECRET}\n\n\
         [ site ]\n# of the portal\naws_secret_access_key = {SECRET}\naws_access_key_id = {KEY}\n\
         aws_session_token = passing\nregion = eu-central-1\n[half]\naws_access_key_id = HALF\n"
    );
    fs::write(&file, text).unwrap();
    let watched = Proxy::before(ground.server.port, |_, _| Fate::Pass);
    let deploy = |to: &str, profile: Option<&str>| {
        let mut command = ground.command_to(to, watched.port, "first", &["--quiet"]);
        command
            .env_remove("AWS_ACCESS_KEY_ID")
            .env_remove("AWS_SECRET_ACCESS_KEY")
            .env("AWS_SHARED_CREDENTIALS_FILE", &file)
            .env("AWS_METADATA_ENDPOINT", "http://127.0.0.1:1");
        if let Some(profile) = profile {
            command.env("AWS_PROFILE", profile);
        }
        run(&mut command)
    };
    let by = |key: &str| {
        let answered = watched.answered().into_iter();
        let named = format!("Credential={key}/");
        let by = answered.filter(|request| request.authorization.contains(&named));
        by.count()
    };
    // An address can end with a slash, and a folder can have any name.
    let done = deploy("s3://bucket/ел мұрасы/", Some("site"));
    assert_eq!((done.code, &*done.out, &*done.err), (0, "", ""));
    assert_eq!(by(KEY), watched.answered().len());
    let keys = ground.server.keys("bucket");
    assert!(keys.contains(&"ел мұрасы/index.html".to_owned()));
    assert_eq!(keys.len(), states.output("first").len() + 1);
    // A bucket can be the site as a whole.
    ground.server.make_bucket("site");
    let done = deploy("s3://site", None);
    assert_eq!((done.code, &*done.out, &*done.err), (0, "", ""));
    assert_eq!(by(KEY) + by("OTHER"), watched.answered().len());
    assert_eq!(ground.server.get("site", "index.html").status, 200);
    assert_eq!(ground.server.keys("site").len(), keys.len());
    for profile in ["half", "nobody"] {
        let done = deploy("s3://site", Some(profile));
        assert_eq!(done.code, 1);
        let said = "no key for the storage was found";
        assert!(done.err.contains(said), "{}", done.err);
    }
}
