//! File names that Windows cannot hold: a repository with one cannot be checked out there, nor a site unpacked.
//!
//! From “Naming Files, Paths, and Namespaces” of Microsoft's documentation.

/// Why Windows cannot hold a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unholdable {
    /// The name of a device, with any ending: `con`, `aux.txt`.
    Device,
    /// A point or a space at its end.
    End,
    /// One of `<>:"|?*`.
    Sign,
}

impl Unholdable {
    /// The word that messages choose by.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Unholdable::Device => "device",
            Unholdable::End => "end",
            Unholdable::Sign => "sign",
        }
    }
}

/// Why Windows cannot hold a file or folder of a name; none if it can.
pub(crate) fn unholdable(name: &str) -> Option<Unholdable> {
    if name.contains(['<', '>', ':', '"', '|', '?', '*']) {
        Some(Unholdable::Sign)
    } else if name.ends_with(['.', ' ']) {
        Some(Unholdable::End)
    } else {
        is_device(name).then_some(Unholdable::Device)
    }
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or("").trim_end_matches(' ');
    // The longest has seven letters.
    if !(3..=7).contains(&stem.chars().count()) {
        return false;
    }
    let stem = stem.to_ascii_lowercase();
    let numbered = stem.strip_prefix("com").or(stem.strip_prefix("lpt"));
    matches!(&*stem, "con" | "prn" | "aux" | "nul" | "conin$" | "conout$")
        || numbered.is_some_and(|number| {
            let mut digits = number.chars();
            let is_one = |c: char| c.is_ascii_digit() || matches!(c, '¹' | '²' | '³');
            digits.next().is_some_and(is_one) && digits.next().is_none()
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_devices_are_told_from_others() {
        for name in [
            "con",
            "CON",
            "nul.txt",
            "aux.kk.md",
            "com1",
            "LPT9.tar.gz",
            "prn .txt",
            "com²",
            "conin$",
        ] {
            assert_eq!(unholdable(name), Some(Unholdable::Device), "{name}");
        }
        for name in [
            "console", "con-1", "a.con", "com", "com10", "comx", "lpt", "nula", "kon", "", ".aux",
            "қон",
        ] {
            assert_eq!(unholdable(name), None, "{name}");
        }
        assert_eq!(unholdable("a."), Some(Unholdable::End));
        assert_eq!(unholdable("a.pdf "), Some(Unholdable::End));
        assert_eq!(unholdable("12:30.pdf"), Some(Unholdable::Sign));
    }
}
