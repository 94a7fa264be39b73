//! Keys that other programs keep in files: that of a profile of AWS, in `~/.aws/credentials`; whether there is one of Google.

use std::env;
use std::path::PathBuf;

use crate::disk::sheet::read_settings;

/// A key, and what goes with it where it holds only for a while.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Key {
    pub id: String,
    pub secret: String,
    pub token: Option<String>,
}

/// The key of the profile that `AWS_PROFILE` names, else of `default`, if there is such a file and it has one.
pub(super) fn key() -> Option<Key> {
    let path = match env::var_os("AWS_SHARED_CREDENTIALS_FILE") {
        Some(path) => PathBuf::from(path),
        None => env::home_dir()?.join(".aws/credentials"),
    };
    let text = read_settings(&path).ok()??;
    let profile = env::var("AWS_PROFILE").unwrap_or_else(|_| "default".to_owned());
    parse(&text, &profile)
}

/// Whether the command line of Google has left a key, which the library finds by itself.
pub(super) fn is_known_to_google() -> bool {
    let folder = match cfg!(windows) {
        true => env::var_os("APPDATA").map(PathBuf::from),
        false => env::home_dir().map(|home| home.join(".config")),
    };
    let path = folder.map(|folder| folder.join("gcloud/application_default_credentials.json"));
    path.is_some_and(|path| matches!(read_settings(&path), Ok(Some(_))))
}

/// The key of a profile: `[name]`, then lines of `name = value`.
fn parse(text: &str, profile: &str) -> Option<Key> {
    let mut lines = text.lines().map(str::trim);
    lines.find(|line| {
        let name = line.strip_prefix('[').and_then(|line| line.split_once(']'));
        name.is_some_and(|(name, _)| name.trim() == profile)
    })?;
    let (mut id, mut secret, mut token) = (None, None, None);
    for line in lines.take_while(|line| !line.starts_with('[')) {
        let Some((name, value)) = line.split_once('=') else {
            continue;
        };
        let value = Some(value.trim().to_owned());
        match name.trim() {
            "aws_access_key_id" => id = value,
            "aws_secret_access_key" => secret = value,
            "aws_session_token" => token = value,
            _ => {}
        }
    }
    Some(Key {
        id: id?,
        secret: secret?,
        token,
    })
}
