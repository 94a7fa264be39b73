//! Which storage an address means, and how it is spoken to: by the settings of the environment, the address has none.

use std::env;
use std::time::Duration;

use hyper::Uri;
use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey};
use object_store::azure::{AzureConfigKey, MicrosoftAzureBuilder};
use object_store::gcp::{GoogleCloudStorageBuilder, GoogleConfigKey};
use object_store::{BackoffConfig, ClientConfigKey, ObjectStore, ObjectStoreScheme, RetryConfig};
use url::Url;

use super::super::target::Refusal;
use super::profile;

/// How long one request may take where the environment does not say it: sixteen parts through a slow line.
const TIMEOUT: &str = "180s";

/// A bucket, and where in it.
pub(super) struct Place {
    pub objects: Box<dyn ObjectStore>,
    /// What the names of all objects begin with: empty, or with `/` at its end.
    pub prefix: String,
    /// A key was found; else the machine is asked for one.
    pub has_key: bool,
}

/// What speaks to the storage of an address by the settings of the environment.
macro_rules! builder {
    ($builder:ty, $key:ident, $timeout:literal, $address:expr) => {{
        let builder = <$builder>::from_env()
            .with_url($address)
            .with_retry(retries());
        match env::var_os($timeout) {
            Some(_) => builder,
            None => builder.with_config($key::Client(ClientConfigKey::Timeout), TIMEOUT),
        }
    }};
}

/// The place of an address.
///
/// # Errors
/// It is none that is known, it holds a secret, or a setting of the environment is wrong.
pub(super) fn place(address: &str) -> Result<Place, Refusal> {
    let url = Url::parse(address).map_err(|_| Refusal::UnknownKind)?;
    let (scheme, path) = ObjectStoreScheme::parse(&url).map_err(|_| Refusal::UnknownKind)?;
    // `az://container@account/` has a container there, and no key.
    let has_user = !url.username().is_empty() && scheme != ObjectStoreScheme::MicrosoftAzure;
    let is_plain = url.query().is_none() && url.fragment().is_none();
    if has_user || url.password().is_some() || !is_plain {
        return Err(Refusal::SecretInAddress);
    }
    let host = url.host_str().unwrap_or("");
    if !is_name(host) || !(url.username().is_empty() || is_name(url.username())) {
        return Err(Refusal::UnknownKind);
    }
    let settings = |_| Refusal::Settings;
    let (objects, has_key): (Box<dyn ObjectStore>, bool) = match scheme {
        ObjectStoreScheme::AmazonS3 => {
            let builder = builder!(AmazonS3Builder, AmazonS3ConfigKey, "AWS_TIMEOUT", address);
            let (builder, has_key) = with_key(builder);
            type Key = AmazonS3ConfigKey;
            check(
                |key| builder.get_config_value(key),
                &[Key::AccessKeyId, Key::SecretAccessKey, Key::Token],
                &[Key::Region, Key::DefaultRegion],
                &[
                    Key::Endpoint,
                    Key::S3Endpoint,
                    Key::StsEndpoint,
                    Key::MetadataEndpoint,
                ],
            )?;
            (Box::new(builder.build().map_err(settings)?), has_key)
        }
        ObjectStoreScheme::GoogleCloudStorage => {
            type Key = GoogleConfigKey;
            let builder = builder!(GoogleCloudStorageBuilder, Key, "GOOGLE_TIMEOUT", address);
            let keys = [
                Key::ServiceAccount,
                Key::ServiceAccountKey,
                Key::ApplicationCredentials,
                Key::BearerToken,
            ];
            let mut keys = keys.iter().map(|key| builder.get_config_value(key));
            let has_key = keys.any(|key| key.is_some()) || profile::is_known_to_google();
            check(
                |key| builder.get_config_value(key),
                &[Key::BearerToken],
                &[],
                &[Key::BaseUrl],
            )?;
            (Box::new(builder.build().map_err(settings)?), has_key)
        }
        ObjectStoreScheme::MicrosoftAzure => {
            type Key = AzureConfigKey;
            let builder = builder!(MicrosoftAzureBuilder, Key, "AZURE_TIMEOUT", address);
            let keys = [Key::AccessKey, Key::SasKey, Key::ClientSecret, Key::Token];
            let mut keys = keys.iter().map(|key| builder.get_config_value(key));
            let has_key = keys.any(|key| key.is_some());
            check(
                |key| builder.get_config_value(key),
                &[
                    Key::AccessKey,
                    Key::SasKey,
                    Key::Token,
                    Key::ClientId,
                    Key::ClientSecret,
                ],
                &[Key::AccountName, Key::AuthorityId],
                &[Key::Endpoint, Key::AuthorityHost, Key::MsiEndpoint],
            )?;
            (Box::new(builder.build().map_err(settings)?), has_key)
        }
        _ => return Err(Refusal::UnknownKind),
    };
    let prefix = match path.as_ref() {
        "" => String::new(),
        path => format!("{path}/"),
    };
    Ok(Place {
        objects,
        prefix,
        has_key,
    })
}

/// Whether settings can stand where they come to stand, in headers and addresses of requests: the library ends the program where they cannot,
/// as with a line break at the end of a key.
fn check<K>(
    value: impl Fn(&K) -> Option<String>,
    keys: &[K],
    names: &[K],
    addresses: &[K],
) -> Result<(), Refusal> {
    let are = |settings: &[K], is_sound: fn(&str) -> bool| {
        let mut values = settings.iter().filter_map(&value);
        values.all(|value| is_sound(&value))
    };
    match are(keys, is_plain) && are(names, is_name) && are(addresses, is_address) {
        true => Ok(()),
        false => Err(Refusal::Settings),
    }
}

fn is_plain(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_graphic())
}

fn is_name(name: &str) -> bool {
    let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || b".-_$".contains(&byte);
    !name.is_empty() && name.bytes().all(is_sign)
}

fn is_address(address: &str) -> bool {
    let url = Url::parse(address).ok();
    let is_web = url.is_some_and(|url| url.has_host() && matches!(url.scheme(), "http" | "https"));
    is_web && address.parse::<Uri>().is_ok()
}

/// With the key of a profile where the environment gives none, and whether there is one now.
fn with_key(builder: AmazonS3Builder) -> (AmazonS3Builder, bool) {
    let given = [
        AmazonS3ConfigKey::AccessKeyId,
        AmazonS3ConfigKey::SecretAccessKey,
        AmazonS3ConfigKey::WebIdentityTokenFile,
        AmazonS3ConfigKey::ContainerCredentialsRelativeUri,
        AmazonS3ConfigKey::ContainerCredentialsFullUri,
        AmazonS3ConfigKey::SkipSignature,
    ];
    // Whether a request is signed is never without a value.
    let is_given = |key: &AmazonS3ConfigKey| match builder.get_config_value(key) {
        Some(value) => value != "false",
        None => false,
    };
    if given.iter().any(is_given) {
        return (builder, true);
    }
    match profile::key() {
        Some(key) => {
            let builder = builder
                .with_access_key_id(key.id)
                .with_secret_access_key(key.secret);
            let builder = match key.token {
                Some(token) => builder.with_token(token),
                None => builder,
            };
            (builder, true)
        }
        None => (builder, false),
    }
}

/// A request is tried again for a minute at most: a longer disturbance is told, and the next deployment goes on from there.
fn retries() -> RetryConfig {
    RetryConfig {
        backoff: BackoffConfig {
            init_backoff: Duration::from_millis(200),
            max_backoff: Duration::from_secs(5),
            base: 2.0,
        },
        max_retries: 6,
        retry_timeout: Duration::from_secs(60),
    }
}
