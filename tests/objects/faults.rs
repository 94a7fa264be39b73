//! A storage that refuses, is slow, or breaks off: it is tried again for a while, and told in words, without the key.

use std::net::TcpListener;
use std::time::Duration;

use crate::ground::{Ground, KEY, SECRET};
use crate::proxy::{Fate, Proxy};
use crate::states::{States, assert_leads_nowhere_wrong};
use crate::support::{Run, run};

fn assert_told(done: &Run, code: i32, said: &str) {
    assert_eq!((done.code, &*done.out), (code, ""), "{}", done.err);
    assert!(done.err.contains(said), "{said}: {}", done.err);
    for secret in [KEY, SECRET, "Signature", "Credential"] {
        assert!(!done.err.contains(secret), "{}", done.err);
    }
}

#[test]
fn a_short_disturbance_is_not_noticed() {
    let states = States::new();
    let Some(ground) = Ground::new("deploy to object storage, disturbed", &states) else {
        return;
    };
    let fates = [
        Fate::Cut,
        Fate::Close,
        Fate::Answer("503 Slow Down"),
        Fate::Mute,
        Fate::Wait(Duration::from_secs(4)),
    ];
    for (number, fate) in fates.into_iter().enumerate() {
        let state = ["first", "second"][number % 2];
        let disturbed = Proxy::before(ground.server.port, move |method, count| {
            match method == "PUT" && count % 20 == 7 {
                true => fate,
                false => Fate::Pass,
            }
        });
        let mut command = ground.command(disturbed.port, state, &["--quiet"]);
        let done = run(command.env("AWS_TIMEOUT", "2s"));
        assert_eq!((done.code, &*done.err), (0, ""), "{fate:?}");
        disturbed.settle();
        assert!(ground.served() == states.output(state), "{fate:?}");
    }
}

#[test]
fn a_storage_that_does_not_answer_any_more_is_told_and_the_next_deployment_goes_on() {
    let states = States::new();
    let Some(ground) = Ground::new("deploy to object storage, cut off", &states) else {
        return;
    };
    let [first, second] = ["first", "second"].map(|state| states.output(state));
    for (fate, said) in [
        (Fate::Cut, "storage broke off"),
        (Fate::Answer("503 Slow Down"), "answers with the error 503"),
        (Fate::Wait(Duration::from_secs(3)), "did not answer in time"),
    ] {
        ground.deployed("first", &["--quiet"]);
        let broken = Proxy::before(ground.server.port, move |method, count| {
            match method == "PUT" && count > 30 {
                true => fate,
                false => Fate::Pass,
            }
        });
        let mut command = ground.command(broken.port, "second", &[]);
        let done = run(command.env("AWS_TIMEOUT", "1s"));
        assert_told(&done, 1, said);
        assert_told(
            &done,
            1,
            "error: this cannot be written: s3://bucket/site/kk/",
        );
        assert_told(
            &done,
            1,
            "s3://bucket/site/kk now has part of the new files",
        );
        broken.settle();
        let served = ground.served();
        assert_leads_nowhere_wrong(&served, &first, &format!("{fate:?}"));
        assert!(served != second, "{fate:?}");
        ground.deployed("second", &["--quiet"]);
        assert!(ground.served() == second, "{fate:?}");
    }
}

#[test]
fn what_is_wrong_with_an_address_or_a_key_is_said_in_words() {
    let states = States::new();
    let Some(ground) = Ground::new("deploy to object storage, refused", &states) else {
        return;
    };
    let port = ground.server.port;
    let to = |to: &str, lang: &str| {
        let mut command = ground.command_to(to, port, "first", &["--dry-run"]);
        run(command.env("LC_ALL", format!("{lang}.UTF-8")))
    };
    for (address, code, said) in [
        (
            "s3://nowhere/site",
            1,
            "s3://nowhere/site: there is no such bucket or container",
        ),
        ("sftp://host/site", 2, "neither a folder nor an address"),
        ("https://example.kz/a", 2, "neither a folder nor an address"),
        ("memory:///a", 2, "neither a folder nor an address"),
        ("://", 2, "neither a folder nor an address"),
        ("s3://KEY@bucket/site", 2, "holds a key, a password"),
        ("az://container:KEY@account/a", 2, "holds a key, a password"),
        ("gs://bucket/site#KEY", 2, "holds a key, a password"),
        (
            "az://$web",
            2,
            "a setting of the storage in the environment",
        ),
        (
            &format!("s3://{KEY}:{SECRET}@bucket/site"),
            2,
            "holds a key, a password",
        ),
        (
            "s3://bucket/site?X-Amz-Signature=1",
            2,
            "holds a key, a password",
        ),
        (
            "az://container/site",
            2,
            "a setting of the storage in the environment",
        ),
    ] {
        assert_told(&to(address, "en_GB"), code, said);
    }
    for (lang, said) in [
        ("ru_KZ", "такого бакета или контейнера нет"),
        ("kk_KZ", "мұндай бакет немесе контейнер жоқ"),
    ] {
        assert_told(&to("s3://nowhere/site", lang), 1, said);
    }
    // What cannot stand in a request is told before one is sent.
    for (name, value) in [
        ("AWS_ENDPOINT_URL", ""),
        ("AWS_ENDPOINT_URL", "localhost:9000"),
        ("AWS_ENDPOINT_URL", "http://127.0.0.1:9000 # ours"),
        ("AWS_ENDPOINT_URL", "http://127.0.0.1:port"),
        ("AWS_REGION", "eu central"),
        ("AWS_ACCESS_KEY_ID", "KEY\n"),
        ("AWS_SECRET_ACCESS_KEY", "Қ"),
        ("AWS_SESSION_TOKEN", "a\u{7f}"),
        ("AWS_TIMEOUT", "soon"),
    ] {
        let mut command = ground.command(port, "first", &[]);
        let done = run(command.env(name, value));
        assert_told(&done, 2, "a setting of the storage in the environment");
    }
    for to in ["s3://buck\"et/site", "s3://бакет", "s3://", "gs://a{b}/c"] {
        let done = run(&mut ground.command_to(to, port, "first", &[]));
        assert_told(&done, 2, "neither a folder nor an address");
    }
    let forbidding = Proxy::before(port, |_, _| Fate::Answer("403 Forbidden"));
    let done = run(&mut ground.command(forbidding.port, "first", &[]));
    assert_told(
        &done,
        1,
        "s3://bucket/site/kk: the storage refuses this key",
    );
    // Nobody listens there.
    let free = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = free.local_addr().unwrap().port();
    drop(free);
    let done = run(&mut ground.command(port, "first", &[]));
    assert_told(
        &done,
        1,
        "s3://bucket/site/kk: there is no connection to the storage",
    );
    assert!(!done.err.contains("part of the new files"), "{}", done.err);

    let mut command = ground.command(ground.server.port, "first", &[]);
    let done = run(command.env_remove("AWS_ALLOW_HTTP"));
    assert_told(&done, 1, "one with http:// needs AWS_ALLOW_HTTP=true");

    // No file has a key, and there is no machine that gives one.
    let mut command = ground.command(port, "first", &[]);
    let done = run(command
        .env_remove("AWS_ACCESS_KEY_ID")
        .env_remove("AWS_SECRET_ACCESS_KEY")
        .env("AWS_SHARED_CREDENTIALS_FILE", "nowhere")
        .env("AWS_METADATA_ENDPOINT", format!("http://127.0.0.1:{port}")));
    assert_told(&done, 1, "no key for the storage was found");

    // What others put there is nobody's to replace but by his own word.
    ground.server.put("bucket", "site/kk/index.html", b"theirs");
    ground.server.put("bucket", "site/kk/thesis.doc", b"theirs");
    let done = run(&mut ground.command(ground.server.port, "first", &[]));
    let said = "has files that “tagzym deploy” did not put there (index.html, thesis.doc)";
    assert_told(&done, 2, said);
    assert_eq!(ground.server.keys("bucket").len(), 2);
    ground.deployed("first", &["--take-over"]);
    ground.deployed("second", &[]);
    let mut served = ground.served();
    assert_eq!(served.remove("thesis.doc").as_deref(), Some(&b"theirs"[..]));
    assert!(served == states.output("second"));
}
