//! Deploying into object storage, end to end, against an S3 server on this machine: what goes and how it is sent to readers, a
//! storage that refuses, is slow or breaks off, and deployments that are killed.
//!
//! `cargo test --features object-store --test objects`; the long form, on the portal: tests/long/objects.rs.

#[path = "deploy/states.rs"]
mod states;
mod support;

#[path = "objects/brought.rs"]
mod brought;
#[path = "objects/faults.rs"]
mod faults;
#[path = "objects/ground.rs"]
mod ground;
#[path = "objects/killed.rs"]
mod killed;
#[path = "objects/proxy.rs"]
mod proxy;
#[path = "objects/server.rs"]
mod server;
#[path = "objects/whole.rs"]
mod whole;

/// A site of two states, killed three times at each of the ways.
#[test]
fn a_deployment_that_is_killed_goes_on_and_leads_nobody_astray() {
    killed::kill(&states::States::new(), 3);
}
