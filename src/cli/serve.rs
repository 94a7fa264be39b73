//! `tagzym serve`: the command that runs the preview server, and what the terminal says of its events.

use std::process::{Command, Stdio};
use std::sync::Arc;

use clap::Args;

use super::common::{Common, save_memory};
use super::exit_code::WRONG_USE;
use super::refusal::reason;
use super::report::{check_root, diagnostics, duration, error, message, say};
use super::serve_hosts::{address, forwarded, names};
use crate::locale::{Arg, Language};
use crate::pipeline::BuildOptions;
use crate::report::accepted::lines;
use crate::report::message::language;
use crate::serve::{PreviewEvent, ServeOptions, serve as run};

/// Arguments of `serve` alone.
#[derive(Debug, Args)]
pub(super) struct ServeArgs {
    /// The port; the next free one if it is busy, 0 for any
    #[arg(long, value_name = "NUMBER", default_value_t = 8000)]
    port: u16,
    /// The address to answer at, or its name: 0.0.0.0 lets everybody in the network see drafts
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    host: String,
    /// Answer under this name, too, as in a code space or a container; *.example.kz for all names below one
    #[arg(long, value_name = "NAME")]
    allow_host: Vec<String>,
    /// Look at the times of files each second: for disks that do not tell of changes
    #[arg(long)]
    poll: bool,
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
    let refused = |why: &str| {
        error(&words, why);
        WRONG_USE
    };
    if common.strict {
        return refused(&message(&words, "cli-serve-strict", &[]));
    }
    let host = match address(&args.host, &words) {
        Ok(host) => host,
        Err(why) => return refused(&why),
    };
    let is_open = !host.is_loopback();
    let names = match names(&args.allow_host, &args.host, is_open, &words) {
        Ok(names) => names,
        Err(why) => return refused(&why),
    };
    if is_open {
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
        host,
        port: args.port,
        names,
        polls: args.poll,
        editor_url: args.editor_url,
        words: language(common.lang()),
        max_errors: common.max_errors,
    };
    let (port, open, polls) = (args.port, args.open, args.poll);
    let told = language(common.lang());
    let on_event = move |news: PreviewEvent<'_>| match news {
        PreviewEvent::Listening {
            own,
            others,
            is_open,
            home,
        } => {
            if port != 0 && own.port() != port {
                let (port, other) = (port.to_string(), own.port().to_string());
                let args = [("port", Arg::Text(&port)), ("other", Arg::Text(&other))];
                say(message(&told, "cli-serve-busy", &args));
            }
            let url = format!("http://{own}{home}");
            say(message(&told, "cli-serve-at", &[("url", Arg::Text(&url))]));
            let mut urls: Vec<String> = others
                .iter()
                .map(|address| format!("http://{address}{home}"))
                .collect();
            urls.extend(forwarded_url(own.port(), &home));
            for url in &urls {
                say(message(
                    &told,
                    "cli-serve-open-at",
                    &[("url", Arg::Text(url))],
                ));
            }
            if urls.is_empty() && is_open {
                say(message(&told, "cli-serve-open-nowhere", &[]));
            }
            if open {
                open_browser(&url, &told);
            }
        }
        PreviewEvent::Polls if !polls && !common.quiet => {
            say(message(&told, "cli-serve-polls", &[]));
        }
        PreviewEvent::Changed { files, pages, took } if !common.quiet => {
            if common.verbose {
                files
                    .iter()
                    .chain(pages)
                    .for_each(|one| say(format!("  {one}")));
            }
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
        PreviewEvent::Accepts { accepted, sources } if common.verbose => {
            lines(accepted, sources, &told).into_iter().for_each(say);
        }
        PreviewEvent::Stopped if !common.quiet => say(message(&told, "cli-serve-stopped", &[])),
        PreviewEvent::Changed { .. }
        | PreviewEvent::Accepts { .. }
        | PreviewEvent::Polls
        | PreviewEvent::Stopped => {}
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

/// The address under which a code space forwards to a port.
fn forwarded_url(port: u16, home: &str) -> Option<String> {
    let name = forwarded(|name| std::env::var(name).ok())?;
    let name = name.replace("{port}", &port.to_string());
    Some(format!("https://{name}{home}"))
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
