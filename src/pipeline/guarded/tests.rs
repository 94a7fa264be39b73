//! Tests of streaming inspection: files whose reading fails, and files that are not read to their end.

use std::io::{self, Read};

use super::*;
use crate::inside::specimens::patron_record;
use crate::model::lang::{Lang, Localised};
use crate::model::patron::{Consent, PatronRecord};
use crate::source::AssetContent;

fn guarded(from: impl Read + Send + 'static) -> Guarded {
    let patron = PatronRecord {
        name: Localised::new([(Lang::Kk, "Құпия Жан".to_owned())]),
        consent: Consent::Anonymous,
        ..patron_record("p-0001")
    };
    let guard = Guard::new([patron].iter()).unwrap();
    let asset = Asset {
        path: "content/static/a.txt".into(),
        content: AssetContent::Builtin(b""),
        size: None,
        facts: Default::default(),
        flaw: None,
    };
    let look = Look::new(guard.into(), "a.txt", &asset);
    Guarded::new(look, Pieces::of(from))
}

/// Fails once, as a network disk may, and then gives a name.
struct Passing(bool);

impl Read for Passing {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        match std::mem::replace(&mut self.0, true) {
            true => "Құпия Жан".as_bytes().read(room),
            false => Err(io::ErrorKind::PermissionDenied.into()),
        }
    }
}

#[test]
fn a_failure_that_passes_is_an_error_and_the_end() {
    let mut file = guarded(b"word".chain(Passing(false)));
    assert_eq!(file.piece(), None);
    assert_eq!(file.piece(), None);
    let wrong = unreadable("content/static/a.txt", "no-permission".to_owned());
    assert_eq!(file.findings(), Err(wrong));
}

#[test]
fn what_nobody_takes_is_looked_through_too() {
    let mut file = guarded(&b"word"[..]);
    assert_eq!(file.piece(), Some(&b"word"[..]));
    assert_eq!(file.piece(), None);
    assert_eq!(file.findings(), Ok(Findings::default()));
    let named = guarded("Құпия Жан".as_bytes()).findings().unwrap().leaks;
    assert_eq!(named.len(), 1);
    assert_eq!(named[0].file, "content/static/a.txt");
}
