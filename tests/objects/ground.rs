//! A bucket, and deployments of two states of a site into a folder of it.

use std::process::Command;

use crate::server::{Object, Server};
use crate::states::{States, Tree};
use crate::support::{Run, program, run};

/// The key that deployments have.
pub const KEY: &str = "AKIDOFTHETEST";
pub const SECRET: &str = "secretofthetest";

/// Where in the bucket the site is.
pub const PREFIX: &str = "site/kk/";

/// A server with one bucket, and a site.
pub struct Ground<'s> {
    pub server: Server,
    pub states: &'s States,
}

impl<'s> Ground<'s> {
    /// None if there is no server.
    pub fn new(test: &str, states: &'s States) -> Option<Ground<'s>> {
        let server = Server::start(test)?;
        server.make_bucket("bucket");
        Some(Ground { server, states })
    }

    /// Deploys a state by what listens on a port: the server, or what stands before it.
    pub fn command(&self, port: u16, state: &str, options: &[&str]) -> Command {
        self.command_to("s3://bucket/site/kk", port, state, options)
    }

    /// The same to another address.
    pub fn command_to(&self, to: &str, port: u16, state: &str, options: &[&str]) -> Command {
        let mut command = program();
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("AWS_") {
                command.env_remove(name);
            }
        }
        command
            .env("AWS_ENDPOINT_URL", format!("http://127.0.0.1:{port}"))
            .env("AWS_ALLOW_HTTP", "true")
            .env("AWS_ACCESS_KEY_ID", KEY)
            .env("AWS_SECRET_ACCESS_KEY", SECRET)
            .env("LC_ALL", "en_US.UTF-8")
            .args(["deploy", "--out"])
            .arg(self.states.path(state))
            .args(["--to", to])
            .args(options);
        command
    }

    pub fn deploy(&self, state: &str, options: &[&str]) -> Run {
        let done = run(&mut self.command(self.server.port, state, options));
        assert!(!(done.out.clone() + &done.err).contains(SECRET));
        done
    }

    /// What it says in the end.
    pub fn deployed(&self, state: &str, options: &[&str]) -> String {
        let done = self.deploy(state, options);
        assert_eq!((done.code, &*done.out), (0, ""), "{}", done.err);
        done.err
    }

    /// What readers find, by its path, but for what is the program's own.
    pub fn objects(&self) -> Vec<(String, Object)> {
        let objects = self.server.objects("bucket", PREFIX).into_iter();
        objects
            .filter(|(path, _)| path != ".tagzym/files.json")
            .collect()
    }

    /// The bytes of that.
    pub fn served(&self) -> Tree {
        let mut standing = self.server.standing("bucket", PREFIX);
        standing.remove(".tagzym/files.json");
        standing
    }
}
