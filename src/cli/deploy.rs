//! `tagzym deploy`: the output, to where it is served from.
//!
//! Takes the output folder and a target, gives an exit code. Paths of what goes are counted and never told: they can be those of patrons
//! who asked not to be named.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use clap::Args;

use super::build::PATIENCE;
use super::exit_code::{CONTENT_ERRORS, WRONG_USE};
use super::language::UiLang;
use super::progress::Progress;
use super::refusal::{process_text, refusal, target_refusal};
use super::report::{error, message, path_text, print, say, some_names};
use crate::deploy::{
    BadRecord, Kept, Plan, Record, SendError, Target, TargetError, address, check_ways, files,
    look, plan, send, within,
};
use crate::disk::beside::{find_manifest, read_manifest};
use crate::disk::publish::{HeldOutput, Patience, PublishError, Site, site_of};
use crate::locale::{Arg, Language};
use crate::manifest::{FileEntry, Manifest};
use crate::report::message::language;
use crate::source::text::invisible::visible;

#[derive(Debug, Args)]
pub(super) struct DeployArgs {
    /// Where the site is served from: a folder, or object storage (s3://…, gs://…, az://…)
    #[arg(long, value_name = "TARGET")]
    to: PathBuf,
    /// The output folder of a build
    #[arg(long, value_name = "FOLDER", default_value = "dist")]
    out: PathBuf,
    /// Bring nothing: only list what would be brought
    #[arg(long)]
    dry_run: bool,
    /// Take over a place that has files already: those with the paths of ours are replaced, all others stay
    #[arg(long)]
    take_over: bool,
    /// Have object storage keep texts as gzip, which every browser reads
    #[arg(long)]
    gzip: bool,
    /// Say nothing unless something is wrong
    #[arg(long, short)]
    quiet: bool,
    #[command(flatten)]
    ui: UiLang,
}

/// Why nothing can be deployed.
enum Refused {
    /// The target is the output, in it, or around it.
    Overlaps,
    /// The target is of the site with this root, or lies in its folder and has files of others.
    InSite(PathBuf),
    /// Another deployment is at work.
    Busy,
    /// Something stands at the target that was not brought there by this program.
    Taken(Vec<String>),
    Record(BadRecord),
    /// The output is not what this manifest of it says.
    NotWhole(PathBuf),
    /// A folder packs nothing: its server does.
    Packed,
    Output(PublishError),
    Target(TargetError),
    /// It ended before its end; `has_begun`: something was brought or removed, by this deployment or one before that ended so, too.
    Ended {
        why: SendError,
        has_begun: bool,
    },
}

pub(super) fn deploy(args: &DeployArgs) -> u8 {
    let words = language(args.ui.lang());
    let progress = Progress::shown(args.quiet, args.ui.lang());
    let done = deployed(args, &progress, &words);
    progress.clear();
    match done {
        Ok(told) => {
            if !args.quiet {
                say(told);
            }
            0
        }
        Err(why) => {
            let (text, code) = told(&why, &args.to, &words);
            error(&words, &text);
            code
        }
    }
}

/// Deploys, and gives the line that closes it.
fn deployed(args: &DeployArgs, progress: &Progress, words: &Language) -> Result<String, Refused> {
    let patience = Patience {
        at_most: PATIENCE,
        tell: &|process| {
            let (out, process) = (path_text(&args.out), process_text(process));
            let told = [
                ("path", Arg::Text(out.as_str())),
                ("process", Arg::Text(&process)),
            ];
            if !args.quiet {
                say(message(words, "cli-waits", &told));
            }
        },
    };
    let output = HeldOutput::hold(&args.out, &patience).map_err(Refused::Output)?;
    if address(&args.to).is_none() {
        if output.overlaps(&args.to) {
            return Err(Refused::Overlaps);
        }
        if args.gzip {
            return Err(Refused::Packed);
        }
        if let Site::Part(root) = site_of(&args.to) {
            return Err(Refused::InSite(root));
        }
    }
    // Looked at first: in a folder that is refused nothing is left.
    let mut target = look(&args.to, args.gzip).map_err(Refused::Target)?;
    let mut record = record_of(&*target, args)?;
    if !args.dry_run {
        target = target.claim().map_err(|why| match why {
            TargetError::Disk(PublishError::Busy { .. }) => Refused::Busy,
            why => Refused::Target(why),
        })?;
        record = record_of(&*target, args)?;
    }
    let target = &*target;
    progress.phase("digest", None);
    let held = output.files().map_err(Refused::Output)?;
    let files = files(&output, held.paths).map_err(Refused::Output)?;
    check_whole(&args.out, &files)?;
    let files = files.into_iter().map(|file| Kept {
        headers: target.headers(&file.path),
        file,
    });
    let files = files.collect();
    let plan = within(target, || {
        plan(&record, files, |kept, is_doubted| {
            target.has(kept, is_doubted)
        })
    });
    let plan = plan.map_err(Refused::Target)?;
    if args.dry_run {
        within(target, || check_ways(&plan, &record, target)).map_err(|why| Refused::Ended {
            why,
            has_begun: false,
        })?;
        let is_theirs = |path: &str| !record.knows(path) && target.stands(path);
        print(list(&plan, is_theirs, words));
    } else if !plan.is_empty() || record.is_in_doubt() {
        progress.phase("deploy", Some(plan.puts().count() + plan.gone_count()));
        let begun = AtomicBool::new(record.is_in_doubt());
        let step = || {
            begun.store(true, Ordering::Relaxed);
            progress.step();
        };
        let sent = within(target, || send(&plan, record, &output, target, &step));
        sent.map_err(|why| Refused::Ended {
            why,
            has_begun: begun.load(Ordering::Relaxed),
        })?;
    }
    if !held.left_out.is_empty() {
        progress.clear();
        let names = some_names(&held.left_out);
        let args = [("names", Arg::Text(&names))];
        say(message(words, "cli-deploy-left-out", &args));
    }
    Ok(closing(&plan, args, words))
}

/// What was brought to a target before.
fn record_of(target: &dyn Target, args: &DeployArgs) -> Result<Record, Refused> {
    if let Some(bytes) = target.read_record().map_err(Refused::Target)? {
        return Record::parse(&bytes).map_err(Refused::Record);
    }
    let names = target.names().map_err(Refused::Target)?;
    if names.is_empty() {
        return Ok(Record::default());
    }
    // In the folder of a site nothing that stands there already is taken over.
    let site = address(&args.to).map_or_else(|| site_of(&args.to), |_| Site::Elsewhere);
    match site {
        Site::Around(root) | Site::Part(root) => Err(Refused::InSite(root)),
        Site::Elsewhere if args.take_over => Ok(Record::default()),
        Site::Elsewhere => Err(Refused::Taken(names)),
    }
}

/// Whether an output is as its manifest says, if it has one: a build that was killed while it replaced files one by one leaves old ones
/// and new ones side by side.
fn check_whole(out: &Path, files: &[FileEntry]) -> Result<(), Refused> {
    let Some(path) = find_manifest(out) else {
        return Ok(());
    };
    let bytes = read_manifest(&path).map_err(Refused::Output)?;
    let manifest = Manifest::parse(&bytes.unwrap_or_default());
    let found: HashSet<&FileEntry> = files.iter().collect();
    match manifest {
        Ok(manifest) if manifest.files.iter().all(|file| found.contains(file)) => Ok(()),
        _ => Err(Refused::NotWhole(path)),
    }
}

/// What would be brought, a line for each file. `is_theirs`: somebody else put there what has this path now.
fn list(plan: &Plan, is_theirs: impl Fn(&str) -> bool, words: &Language) -> String {
    let line = |is_new: bool, path: &str| {
        let what = match is_new {
            true if is_theirs(path) => "theirs",
            true => "new",
            false => "changed",
        };
        let path = visible(path);
        let args = [("what", Arg::Text(what)), ("path", Arg::Text(&path))];
        message(words, "cli-deploy-line", &args) + "\n"
    };
    plan.puts()
        .map(|put| line(put.is_new, &put.kept.file.path))
        .collect()
}

fn closing(plan: &Plan, args: &DeployArgs, words: &Language) -> String {
    let number = |count: usize| Arg::Number(count as u64);
    let new = plan.puts().filter(|put| put.is_new).count();
    let to = path_text(&args.to);
    let counts = [
        ("to", Arg::Text(&to)),
        ("new", number(new)),
        ("changed", number(plan.puts().count() - new)),
        ("gone", number(plan.gone_count())),
        ("same", number(plan.same_count())),
    ];
    let id = match (plan.is_empty(), args.dry_run) {
        (true, _) => "cli-deployed-nothing",
        (false, true) => "cli-deploy-would",
        (false, false) => "cli-deployed",
    };
    message(words, id, &counts)
}

/// Why nothing was deployed, or not all of it, and the exit code that it leads to.
fn told(why: &Refused, to: &Path, words: &Language) -> (String, u8) {
    let to = path_text(to);
    let to = ("path", Arg::Text(&to));
    let say = |id: &str, more: (&str, &str)| message(words, id, &[to, (more.0, Arg::Text(more.1))]);
    let none = ("more", "");
    match why {
        Refused::Overlaps => (say("cli-deploy-overlaps", none), WRONG_USE),
        Refused::InSite(root) => {
            let root = path_text(root);
            (say("cli-deploy-in-site", ("root", &root)), WRONG_USE)
        }
        Refused::Busy => (say("cli-deploy-busy", none), WRONG_USE),
        Refused::Taken(names) => {
            let names: Vec<_> = names.iter().map(|name| visible(name)).collect();
            let names = names.join(", ");
            (say("cli-deploy-taken", ("names", &names)), WRONG_USE)
        }
        Refused::Record(BadRecord::Broken) => (say("cli-deploy-record", none), WRONG_USE),
        Refused::Record(BadRecord::OtherForm(form)) => {
            let form = form.to_string();
            (say("cli-deploy-other-form", ("form", &form)), WRONG_USE)
        }
        Refused::NotWhole(manifest) => {
            let manifest = path_text(manifest);
            (
                say("cli-deploy-not-whole", ("manifest", &manifest)),
                WRONG_USE,
            )
        }
        Refused::Packed => (say("cli-deploy-packed", none), WRONG_USE),
        Refused::Output(why) => (refusal(why, words), WRONG_USE),
        Refused::Ended {
            why: SendError::Meddled(path),
            ..
        } => {
            let path = visible(path);
            (say("cli-deploy-meddled", ("file", &path)), CONTENT_ERRORS)
        }
        Refused::Ended {
            why: SendError::Target(why),
            has_begun: true,
        } => {
            let reason = target_refusal(why, words);
            (say("cli-deploy-ended", ("reason", &reason)), CONTENT_ERRORS)
        }
        Refused::Target(why)
        | Refused::Ended {
            why: SendError::Target(why),
            has_begun: false,
        } => {
            let is_called_wrongly = matches!(why, TargetError::Store(why) if why.tried.is_none());
            let code = if is_called_wrongly {
                WRONG_USE
            } else {
                CONTENT_ERRORS
            };
            (target_refusal(why, words), code)
        }
    }
}
