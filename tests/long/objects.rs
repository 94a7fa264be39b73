//! Deploying the portal into object storage, the long form: the bucket equals the output, and deployments are killed at 30 moments.
//!
//! `cargo test --features object-store --test long_objects` takes up to an hour beside other work: the server of moto needs four
//! milliseconds of the processor for each of some thousand requests at every kill. The short form: tests/objects.rs.

#[path = "../deploy/states.rs"]
mod states;
#[path = "../support/mod.rs"]
mod support;

#[path = "../objects/brought.rs"]
mod brought;
#[path = "../objects/ground.rs"]
mod ground;
#[path = "../objects/killed.rs"]
mod killed;
#[path = "../objects/proxy.rs"]
mod proxy;
#[path = "../objects/server.rs"]
mod server;

use ground::Ground;
use states::States;

#[test]
fn the_bucket_is_the_portal_and_one_project_is_a_few_files() {
    let states = States::portal();
    if let Some(ground) = Ground::new("deploy the portal", &states) {
        brought::bring_and_change(&ground, ["first", "project"]);
    }
}

#[test]
fn of_30_deployments_of_the_portal_that_are_killed_none_leads_anybody_astray() {
    killed::kill(&States::portal(), 30);
}
