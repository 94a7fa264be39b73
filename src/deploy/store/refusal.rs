//! Why storage refused, in as few kinds as an editor can do something about.

use std::error::Error as StdError;

use object_store::Error;
use object_store::client::{HttpError, HttpErrorKind};

use super::super::target::Refusal;

/// The kind of an error. `has_key`: a key was found.
pub(super) fn refusal(error: &Error, has_key: bool) -> Refusal {
    match error {
        Error::NotFound { .. } => return Refusal::NoBucket,
        Error::PermissionDenied { .. } | Error::Unauthenticated { .. } => {
            return Refusal::KeyRefused;
        }
        Error::InvalidPath { .. } => return Refusal::BadName,
        _ => {}
    }
    match status(&error.to_string()) {
        Some(404) => return Refusal::NoBucket,
        Some(401 | 403) => return Refusal::KeyRefused,
        Some(status) => return Refusal::Answered(status),
        None => {}
    }
    // Who has no key asks the machine for one, which most machines do not answer.
    if !has_key {
        return Refusal::NoKey;
    }
    let mut cause: Option<&(dyn StdError + 'static)> = Some(error);
    while let Some(error) = cause {
        let kind = error.downcast_ref::<HttpError>().map(HttpError::kind);
        match kind {
            Some(HttpErrorKind::Connect) => return Refusal::NoAnswer,
            Some(HttpErrorKind::Timeout) => return Refusal::TooSlow,
            Some(HttpErrorKind::Request | HttpErrorKind::Interrupted | HttpErrorKind::Decode) => {
                return Refusal::CutOff;
            }
            // One with `http://`, which has to be allowed: the library has no kind for that.
            _ if error.to_string() == "URL scheme is not allowed" => return Refusal::NoAnswer,
            _ => cause = error.source(),
        }
    }
    Refusal::Other
}

/// The HTTP status of an answer, which the library tells in words only.
fn status(text: &str) -> Option<u16> {
    let (_, rest) = text.split_once("status code: ")?;
    rest.get(..3)?.parse().ok()
}
