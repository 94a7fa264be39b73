//! Byte ranges (RFC 9110, section 14): the part of a file that a browser asks for, as players of video do.
//!
//! One range is given; whoever asks for many gets the whole file, as the RFC allows.

use std::ops::Range;

use hyper::header::{HeaderMap, IF_RANGE, RANGE};

/// What is given of a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    Some(Range<u64>),
    /// Nothing of what was asked for is in it.
    Outside,
}

/// The part of a file of a length that is asked for. `tag` is the file's present one.
pub(super) fn part(headers: &HeaderMap, length: u64, tag: &str) -> Part {
    let mut asked = headers.get_all(RANGE).iter();
    let (Some(range), None) = (asked.next(), asked.next()) else {
        return Part::Whole;
    };
    // A part of what the file was before would not fit. Times are not compared: one second holds many changes.
    if let Some(on) = headers.get(IF_RANGE)
        && on.as_bytes() != tag.as_bytes()
    {
        return Part::Whole;
    }
    range
        .to_str()
        .ok()
        .and_then(|range| parse(range, length))
        .unwrap_or(Part::Whole)
}

/// None if it is not of the one form that is understood.
fn parse(range: &str, length: u64) -> Option<Part> {
    let (unit, range) = range.split_once('=')?;
    let (first, last) = range.trim().split_once('-')?;
    if !unit.trim().eq_ignore_ascii_case("bytes") {
        return None;
    }
    let number = |text: &str| {
        let is_plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        // A number that is too large is beyond the end of every file.
        is_plain.then(|| text.parse().unwrap_or(u64::MAX))
    };
    let (first, last) = (first.trim(), last.trim());
    let range = if first.is_empty() {
        length.saturating_sub(number(last)?)..length
    } else {
        let first = number(first)?;
        let end = match last {
            "" => length,
            last => number(last)?.saturating_add(1),
        };
        if end <= first && !last.is_empty() {
            return None;
        }
        first..end.min(length)
    };
    Some(match range.is_empty() {
        true => Part::Outside,
        false => Part::Some(range),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use hyper::header::HeaderValue;

    fn of(range: &str, if_range: Option<&str>) -> Part {
        let mut headers = HeaderMap::new();
        headers.insert(RANGE, HeaderValue::from_str(range).unwrap());
        if let Some(on) = if_range {
            headers.insert(IF_RANGE, HeaderValue::from_str(on).unwrap());
        }
        part(&headers, 100, "\"tag\"")
    }

    #[test]
    fn one_range_is_given() {
        for (asked, expected) in [
            ("bytes=0-1", Part::Some(0..2)),
            ("bytes=0-", Part::Some(0..100)),
            ("bytes=98-", Part::Some(98..100)),
            ("bytes=90-1000", Part::Some(90..100)),
            ("Bytes = 5-5", Part::Some(5..6)),
            ("bytes=-2", Part::Some(98..100)),
            ("bytes=-1000", Part::Some(0..100)),
            ("bytes=0-99999999999999999999999", Part::Some(0..100)),
            ("bytes=100-", Part::Outside),
            ("bytes=100-200", Part::Outside),
            ("bytes=-0", Part::Outside),
            ("bytes=0-1,5-6", Part::Whole),
            ("bytes=5-1", Part::Whole),
            ("bytes=a-b", Part::Whole),
            ("bytes=+1-2", Part::Whole),
            ("lines=0-1", Part::Whole),
            ("bytes", Part::Whole),
        ] {
            assert_eq!(of(asked, None), expected, "{asked}");
        }
    }

    #[test]
    fn a_part_is_given_of_the_file_that_was_meant() {
        assert_eq!(of("bytes=0-1", Some("\"tag\"")), Part::Some(0..2));
        for other in ["\"other\"", "W/\"tag\"", "Sat, 28 Nov 2026 10:00:00 GMT"] {
            assert_eq!(of("bytes=0-1", Some(other)), Part::Whole, "{other}");
        }
    }
}
