//! What a deployment has to bring: bytes, types, how long they may be kept; and nothing that is there already.

use std::collections::BTreeSet;
use std::io::Read;

use flate2::read::GzDecoder;

use crate::ground::{Ground, PREFIX};
use crate::proxy::{Fate, Proxy, Request};
use crate::server::Object;
use crate::states::Tree;
use crate::support::run;

/// The media type that a file is sent with.
pub fn media_type(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap();
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        _ if name == "feed.xml" => "application/atom+xml",
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "json" => "application/json",
        "xml" => "application/xml",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" => "image/jpeg",
        "pdf" => "application/pdf",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ico" => "image/x-icon",
        "" | "bin" => "application/octet-stream",
        other => panic!("what type has .{other}?"),
    }
}

fn cache_control(path: &str) -> &'static str {
    match path {
        path if path.starts_with("assets/") || path.starts_with("search/pieces/") => {
            "public, max-age=31536000, immutable"
        }
        path if path.starts_with("media/") => "public, max-age=86400",
        _ => "no-cache",
    }
}

pub fn assert_equals(objects: &[(String, Object)], output: &Tree, is_packed: bool) {
    let paths: Vec<&str> = objects.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, output.keys().collect::<Vec<_>>());
    for (path, object) in objects {
        let kind = media_type(path);
        assert_eq!(object.headers["content-type"], kind, "{path}");
        assert_eq!(
            object.headers["cache-control"],
            cache_control(path),
            "{path}"
        );
        let is_text = kind.starts_with("text/") || kind.ends_with("xml") || kind.ends_with("json");
        let encoding = object.headers.get("content-encoding").map(String::as_str);
        let is_packed = is_packed && is_text;
        assert_eq!(encoding, is_packed.then_some("gzip"), "{path}");
        let mut bytes = object.bytes.clone();
        if is_packed {
            bytes.clear();
            GzDecoder::new(&*object.bytes)
                .read_to_end(&mut bytes)
                .unwrap();
        }
        assert!(bytes == output[path], "{path}");
    }
}

/// The files among what was put, without what is the program's own.
fn put(answered: &[Request]) -> Vec<String> {
    let puts = answered.iter().filter(|request| request.method == "PUT");
    let prefix = format!("/bucket/{PREFIX}");
    let paths = puts.map(|request| request.path.strip_prefix(&prefix).unwrap().to_owned());
    paths.filter(|path| path != ".tagzym/files.json").collect()
}

/// Deploys a state into an empty bucket, then another: the bucket equals each, a second time sends nothing, and then only what is another
/// goes.
pub fn bring_and_change(ground: &Ground, states: [&str; 2]) -> Vec<Request> {
    let [first, second] = states.map(|state| ground.states.output(state));
    let told = ground.deployed(states[0], &[]);
    let all = first.len();
    let said = format!(
        "Deployed to s3://bucket/site/kk: {} new, 0 changed, 0 removed; 0 were there already\n",
        grouped(all)
    );
    assert_eq!(told, said);
    assert_equals(&ground.objects(), &first, false);

    // A second one sends nothing, nor does one that only looks.
    let watched = Proxy::before(ground.server.port, |_, _| Fate::Pass);
    let done = run(&mut ground.command(watched.port, states[0], &[]));
    assert!(done.err.starts_with("Nothing to do: "), "{}", done.err);
    let dry = run(&mut ground.command(watched.port, states[1], &["--dry-run"]));
    assert_eq!(dry.code, 0, "{}", dry.err);
    let mut answered = watched.answered().into_iter();
    assert!(answered.all(|request| request.method == "GET"));
    let differing: BTreeSet<&String> = second
        .iter()
        .filter(|(path, bytes)| first.get(*path) != Some(*bytes))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(dry.out.lines().count(), differing.len());

    let done = run(&mut ground.command(watched.port, states[1], &[]));
    assert_eq!(done.code, 0, "{}", done.err);
    let put = put(&watched.answered());
    assert_eq!(put.len(), differing.len());
    assert_eq!(put.iter().collect::<BTreeSet<_>>(), differing);
    assert_equals(&ground.objects(), &second, false);
    watched.answered()
}

/// A number as messages have it.
fn grouped(number: usize) -> String {
    match number {
        0..1000 => number.to_string(),
        _ => format!("{},{:03}", number / 1000, number % 1000),
    }
}
