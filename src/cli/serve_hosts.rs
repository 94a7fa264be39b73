//! The hosts of a preview: what `--host` and `--allow-host` say, and the names that a machine or a code space has.

use super::report::message;
use crate::disk::host_name;
use crate::locale::{Arg, Language};
use crate::serve::{HostError, IpAddr, allowed_name, find_host};

/// The address of `--host`.
///
/// # Errors
/// What to write instead.
pub(super) fn address(host: &str, words: &Language) -> Result<IpAddr, String> {
    find_host(host).map_err(|why| {
        let say = |id: &str, host: &str, port: &str| {
            let args = [("host", Arg::Text(host)), ("port", Arg::Text(port))];
            message(words, id, &args)
        };
        match why {
            HostError::Port(name, port) => say("cli-host-port", &name, &port.to_string()),
            HostError::Form => say("cli-host-form", host, ""),
            HostError::Unknown => say("cli-host-unknown", host, ""),
        }
    })
}

/// The names that lead to the preview: those of `--allow-host`, that of `--host`, those of the machine if others are let
/// in, and those of a code space, in which `{port}` stands for the port.
///
/// # Errors
/// What is no name.
pub(super) fn names(
    allowed: &[String],
    host: &str,
    is_open: bool,
    words: &Language,
) -> Result<Vec<String>, String> {
    let mut names = Vec::new();
    for text in allowed {
        match allowed_name(text) {
            Some(name) => names.push(name),
            None => {
                let args = [("name", Arg::Text(text))];
                return Err(message(words, "cli-allow-host", &args));
            }
        }
    }
    if host.parse::<IpAddr>().is_err() {
        names.extend(allowed_name(host));
    }
    if is_open && let Some(own) = host_name().as_deref().and_then(allowed_name) {
        names.push(format!("{own}.local"));
        names.push(own);
    }
    names.extend(forwarded(|name| std::env::var(name).ok()));
    Ok(names)
}

/// The name under which GitHub Codespaces or Gitpod forward to a port: they say so in the environment.
pub(super) fn forwarded(variable: impl Fn(&str) -> Option<String>) -> Option<String> {
    let github = || {
        let (space, domain) = (
            variable("CODESPACE_NAME")?,
            variable("GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN")?,
        );
        Some((
            format!("{space}-{{port}}.{domain}"),
            format!("{space}.{domain}"),
        ))
    };
    let gitpod = || {
        let space = allowed_name(&variable("GITPOD_WORKSPACE_URL")?)?;
        Some((format!("{{port}}-{space}"), space))
    };
    let (name, plain) = github().or_else(gitpod)?;
    // Nothing but one whole name.
    (allowed_name(&plain).as_deref() == Some(&*plain)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_space_says_under_which_name_it_forwards() {
        let of = |set: &[(&str, &str)]| {
            forwarded(|name| {
                let found = set.iter().find(|(set, _)| *set == name);
                found.map(|(_, value)| (*value).to_owned())
            })
        };
        assert_eq!(of(&[]), None);
        assert_eq!(
            of(&[
                ("CODESPACE_NAME", "a-b-x7"),
                ("GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN", "app.github.dev"),
            ]),
            Some("a-b-x7-{port}.app.github.dev".to_owned())
        );
        assert_eq!(
            of(&[("GITPOD_WORKSPACE_URL", "https://a-b-x7.ws-eu1.gitpod.io")]),
            Some("{port}-a-b-x7.ws-eu1.gitpod.io".to_owned())
        );
        let odd = [
            ("CODESPACE_NAME", "*"),
            ("GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN", "dev"),
        ];
        assert_eq!(of(&odd), None);
    }
}
