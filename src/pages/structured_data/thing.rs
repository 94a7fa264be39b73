//! The words of schema.org that we use: types, each with the properties that we say of it.

use serde::Serialize;

use crate::model::money::Tenge;

#[derive(Serialize)]
pub(super) struct Graph<'a> {
    #[serde(rename = "@context")]
    pub context: &'static str,
    #[serde(rename = "@graph")]
    pub things: Vec<Thing<'a>>,
}

/// A thing by its type.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all_fields = "camelCase")]
pub(super) enum Thing<'a> {
    WebSite {
        #[serde(flatten)]
        known: Known,
        in_language: &'static str,
        #[serde(skip_serializing_if = "String::is_empty")]
        description: String,
        publisher: Box<Thing<'a>>,
    },
    BreadcrumbList {
        item_list_element: Vec<Thing<'a>>,
    },
    ListItem {
        position: usize,
        name: String,
        /// None of the page itself.
        #[serde(skip_serializing_if = "Option::is_none")]
        item: Option<String>,
    },
    Person(Giver<'a>),
    Organization(Giver<'a>),
    Project {
        #[serde(flatten)]
        known: Known,
        location: Box<Thing<'a>>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        funder: Vec<Reference>,
        #[serde(skip_serializing_if = "Option::is_none")]
        funding: Option<Box<Thing<'a>>>,
    },
    MonetaryGrant {
        amount: Box<Thing<'a>>,
    },
    MonetaryAmount {
        currency: &'static str,
        value: Tenge,
    },
    Place {
        name: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        geo: Option<Box<Thing<'a>>>,
    },
    GeoCoordinates {
        latitude: f64,
        longitude: f64,
    },
    NewsArticle {
        headline: String,
        url: String,
        date_published: String,
        in_language: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        image: Option<String>,
        publisher: Box<Thing<'a>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        about: Option<Box<Thing<'a>>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        disambiguating_description: Option<String>,
    },
    Event {
        name: String,
        start_date: String,
        location: Box<Thing<'a>>,
    },
    Dataset(Dataset<'a>),
}

/// What is known of a thing that has a page.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Known {
    #[serde(rename = "@id")]
    pub id: String,
    pub name: String,
    /// None where the name says it: of a project, which stands on many pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// That it is invented.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disambiguating_description: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Giver<'a> {
    #[serde(flatten)]
    pub known: Known,
    /// What it was called before.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alternate_name: Vec<String>,
    /// Its own site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_as: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct Reference {
    #[serde(rename = "@id")]
    pub id: String,
}

/// What can be taken in files.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Dataset<'a> {
    pub name: String,
    pub description: String,
    /// The first and the last year in which anything was delivered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal_coverage: Option<String>,
    pub url: String,
    pub in_language: &'static str,
    pub is_accessible_for_free: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<&'static str>,
    pub creator: Box<Thing<'a>>,
    pub distribution: Vec<Distribution>,
}

/// A file of a data set.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "DataDownload", rename_all = "camelCase")]
pub(super) struct Distribution {
    /// A media type: `text/csv`.
    pub encoding_format: &'static str,
    /// With the host.
    pub content_url: String,
}
