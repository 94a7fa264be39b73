//! Licences of open data that are known by what editors write: their ids and addresses.

/// A licence that programs know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Licence {
    /// As `site.toml` says it.
    pub name: &'static str,
    /// In the list of SPDX.
    pub id: &'static str,
    pub url: &'static str,
}

/// Those that open data has. Source: <https://spdx.org/licenses/>.
const KNOWN: [Licence; 5] = [
    Licence {
        name: "CC BY 4.0",
        id: "CC-BY-4.0",
        url: "https://creativecommons.org/licenses/by/4.0/",
    },
    Licence {
        name: "CC BY-SA 4.0",
        id: "CC-BY-SA-4.0",
        url: "https://creativecommons.org/licenses/by-sa/4.0/",
    },
    Licence {
        name: "CC0 1.0",
        id: "CC0-1.0",
        url: "https://creativecommons.org/publicdomain/zero/1.0/",
    },
    Licence {
        name: "ODC-By 1.0",
        id: "ODC-By-1.0",
        url: "https://opendatacommons.org/licenses/by/1-0/",
    },
    Licence {
        name: "ODbL 1.0",
        id: "ODbL-1.0",
        url: "https://opendatacommons.org/licenses/odbl/1-0/",
    },
];

/// The licence of this name or id, if it is one of those.
pub(crate) fn known_licence(written: &str) -> Option<Licence> {
    let mut known = KNOWN.into_iter();
    known.find(|of| [of.name, of.id].contains(&written))
}
