//! `tagzym serve`: the preview, and what the terminal says of it.

use std::process::{Command, Stdio};
use std::sync::Arc;

use clap::Args;

use super::report::{check_root, diagnostics, duration, say};
use super::{Common, WRONG_USE};
use crate::diagnostic::text::messages;
use crate::model::lang::Lang;
use crate::pipeline::Wishes;
use crate::serve::{IpAddr, News, Settings, THIS_MACHINE, serve as run};

/// Arguments of `serve` alone.
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// The port; the next free one if it is busy, 0 for any
    #[arg(long, value_name = "NUMBER", default_value_t = 8000)]
    port: u16,
    /// The address to answer at: 0.0.0.0 lets everybody in the network see drafts
    #[arg(long, value_name = "ADDRESS", default_value_t = THIS_MACHINE)]
    host: IpAddr,
    /// Open the home page in a browser
    #[arg(long)]
    open: bool,
    /// Leave drafts out, as a build does
    #[arg(long, conflicts_with = "drafts")]
    no_drafts: bool,
    /// What a link to a place in a file leads to, such as vscode://file/{path}:{line}:{column}
    #[arg(long, value_name = "URL")]
    editor_url: Option<String>,
}

pub fn serve(args: ServeArgs, common: Common) -> u8 {
    if let Err(code) = check_root(&common.root) {
        return code;
    }
    if !args.host.is_loopback() {
        say("warning: everybody in the network can see this preview, drafts and messages included");
    }
    let settings = Settings {
        root: common.root.clone(),
        wishes: Wishes {
            drafts: !args.no_drafts,
            plain_assets: true,
            ..common.wishes()
        },
        host: args.host,
        port: args.port,
        editor_url: args.editor_url,
        words: messages(Lang::En),
        max_errors: common.max_errors,
    };
    let (port, open) = (args.port, args.open);
    let tell = move |news: News<'_>| match news {
        News::Listening { address, home } => {
            if port != 0 && address.port() != port {
                say(format!("Port {port} is busy"));
            }
            let url = format!("http://{address}{home}");
            say(format!("Serving at {url}; end with Ctrl-C"));
            if open {
                open_browser(&url.replace("0.0.0.0", "127.0.0.1").replace("[::]", "[::1]"));
            }
        }
        News::Changed { files, pages, took } if !common.quiet => {
            let what = match (pages, files) {
                ([first, ..], _) => listed(first, pages.len()),
                (_, [first, ..]) => listed(first, files.len()),
                _ => return,
            };
            say(format!("Changed: {what}; {}", duration(took)));
        }
        News::Found {
            diagnostics: found,
            sources,
        } => {
            if found.is_empty() {
                say("Nothing is wrong any more");
            } else {
                diagnostics(found, sources, &common);
            }
        }
        News::Stopped if !common.quiet => say("Stopped"),
        News::Changed { .. } | News::Stopped => {}
    };
    match run(settings, Arc::new(tell)) {
        Ok(()) => 0,
        Err(error) => {
            say(format!("error: there can be no server: {error}"));
            WRONG_USE
        }
    }
}

fn listed(first: &str, length: usize) -> String {
    match length {
        1 => first.to_owned(),
        _ => format!("{first} and {} more", length - 1),
    }
}

/// Asks the system to show an address; a machine without a browser is no reason to fail.
fn open_browser(url: &str) {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(target_os = "windows") {
        Command::new("explorer")
    } else {
        Command::new("xdg-open")
    };
    let quiet = command
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if quiet.spawn().is_err() {
        say("No browser could be opened");
    }
}
