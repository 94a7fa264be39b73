//! `tagzym serve`: the command that runs the preview server, and what the terminal says of its events.

use std::process::{Command, Stdio};
use std::sync::Arc;

use clap::Args;

use super::common::Common;
use super::exit_code::WRONG_USE;
use super::refusal::reason;
use super::report::{check_root, diagnostics, duration, error, message, say};
use crate::locale::{Arg, Language};
use crate::pipeline::BuildOptions;
use crate::report::message::language;
use crate::serve::{IpAddr, PreviewEvent, ServeOptions, THIS_MACHINE, serve as run};

/// Arguments of `serve` alone.
#[derive(Debug, Args)]
pub(super) struct ServeArgs {
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

pub(super) fn serve(args: ServeArgs, common: Common) -> u8 {
    let words = language(common.lang());
    if let Err(code) = check_root(&common.root, &words) {
        return code;
    }
    if !args.host.is_loopback() {
        say(message(&words, "cli-serve-open-host", &[]));
    }
    save_memory();
    let settings = ServeOptions {
        root: common.root.clone(),
        options: BuildOptions {
            drafts: !args.no_drafts,
            plain_assets: true,
            ..common.options()
        },
        host: args.host,
        port: args.port,
        editor_url: args.editor_url,
        words: language(common.lang()),
        max_errors: common.max_errors,
    };
    let (port, open) = (args.port, args.open);
    let told = language(common.lang());
    let on_event = move |news: PreviewEvent<'_>| match news {
        PreviewEvent::Listening { address, home } => {
            if port != 0 && address.port() != port {
                let port = port.to_string();
                let args = [("port", Arg::Text(&port))];
                say(message(&told, "cli-serve-busy", &args));
            }
            let url = format!("http://{address}{home}");
            say(message(&told, "cli-serve-at", &[("url", Arg::Text(&url))]));
            if open {
                let url = url.replace("0.0.0.0", "127.0.0.1");
                open_browser(&url.replace("[::]", "[::1]"), &told);
            }
        }
        PreviewEvent::Changed { files, pages, took } if !common.quiet => {
            let (first, length) = match (pages, files) {
                ([first, ..], _) => (first, pages.len()),
                (_, [first, ..]) => (first, files.len()),
                _ => return,
            };
            let took = duration(took, &told);
            let args = [
                ("what", Arg::Text(first)),
                ("more", Arg::Number(length as u64 - 1)),
                ("took", Arg::Text(&took)),
            ];
            say(message(&told, "cli-serve-changed", &args));
        }
        PreviewEvent::Found {
            diagnostics: found,
            sources,
        } => {
            if found.is_empty() {
                say(message(&told, "cli-serve-sound", &[]));
            } else {
                diagnostics(found, sources, &common);
            }
        }
        PreviewEvent::Stopped if !common.quiet => say(message(&told, "cli-serve-stopped", &[])),
        PreviewEvent::Changed { .. } | PreviewEvent::Stopped => {}
    };
    match run(settings, Arc::new(on_event)) {
        Ok(()) => 0,
        Err(wrong) => {
            let reason = reason(&wrong, &words);
            let args = [("reason", Arg::Text(&reason))];
            error(&words, &message(&words, "cli-serve-none", &args));
            WRONG_USE
        }
    }
}

/// Asks the kernel not to give memory in huge pages, which a preview fills badly: at ten thousand projects it needs a
/// tenth less without them. One that will not is no reason to fail.
fn save_memory() {
    #[cfg(target_os = "linux")]
    let _ = rustix::thread::disable_transparent_huge_pages(true);
}

/// Asks the system to show an address; a machine without a browser is no reason to fail.
fn open_browser(url: &str, words: &Language) {
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
        say(message(words, "cli-serve-no-browser", &[]));
    }
}
