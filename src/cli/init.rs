//! `tagzym init`: the command that begins a new portal, from answers on a terminal or from options.

use std::io::{BufRead, IsTerminal, Write};
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::common::base_url;
use super::exit_code::WRONG_USE;
use super::language::UiLang;
use super::refusal::{reason, refusal};
use super::report::{error, message, path_text, say, the_one};
use crate::disk::new_files::standing_in;
use crate::disk::rewrite::{NewText, write_all};
use crate::load::base_url::check_base_url;
use crate::load::fields::is_name;
use crate::locale::{Arg, Language};
use crate::model::lang::Lang;
use crate::report::message::language;
use crate::scaffold::answers::{NewPortal, Workflow};
use crate::scaffold::kazakhstan::{KnownRegion, find};
use crate::scaffold::portal::files;
use crate::source::text::invisible::{shortened, visible};

/// What the new portal is; what is not said is asked for.
#[derive(Debug, Args)]
pub(super) struct InitArgs {
    /// The folder of the new portal: one that is not there yet, or an empty one
    #[arg(value_name = "DIR", default_value = ".")]
    dir: PathBuf,
    /// The name of the campaign in Kazakh
    #[arg(long, value_name = "NAME")]
    title_kk: Option<String>,
    /// The name of the campaign in Russian
    #[arg(long, value_name = "NAME")]
    title_ru: Option<String>,
    /// The name of the campaign in English
    #[arg(long, value_name = "NAME")]
    title_en: Option<String>,
    /// The address at which the portal will stand
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<String>,
    /// The languages of the portal, the first one first: kk,ru,en
    #[arg(long, value_name = "LANGUAGES")]
    languages: Option<String>,
    /// The region that the portal is of, by its name or id
    #[arg(long, value_name = "REGION")]
    region: Option<String>,
    /// Who publishes it after each change
    #[arg(long, value_name = "HOST")]
    ci: Option<Ci>,
    /// Ask nothing: what is not said has a default
    #[arg(long)]
    yes: bool,
    #[command(flatten)]
    ui: UiLang,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Ci {
    Github,
    Gitlab,
    None,
}

/// The name of the campaign.
const TITLES: [(Lang, &str); 3] = [
    (Lang::Kk, "Туған жерге тағзым"),
    (Lang::Ru, "Туған жерге тағзым"),
    (Lang::En, "Tugan zherge tagzym"),
];

/// Kept for examples: the program reminds of it until the portal has an address.
const ADDRESS: &str = "https://portal.example";

pub(super) fn init(args: &InitArgs) -> u8 {
    let words = language(args.ui.lang());
    let refuse = |text: &str| {
        error(&words, text);
        WRONG_USE
    };
    let path = path_text(&args.dir);
    match standing_in(&args.dir) {
        Ok(names) if names.is_empty() => {}
        Ok(names) => {
            let names = names_in_short(&names);
            let args = [("path", Arg::Text(&path)), ("names", Arg::Text(&names))];
            return refuse(&message(&words, "init-not-empty", &args));
        }
        Err(why) => {
            let why = reason(&why, &words);
            let args = [("path", Arg::Text(&path)), ("reason", Arg::Text(&why))];
            return refuse(&message(&words, "init-not-read", &args));
        }
    }
    if !args.yes && !std::io::stdin().is_terminal() {
        return refuse(&message(&words, "init-no-terminal", &[]));
    }
    let asking = Asking {
        words: &words,
        asks: !args.yes,
    };
    let portal = match portal(args, &asking) {
        Ok(portal) => portal,
        Err(text) => return refuse(&text),
    };
    let files = files(&portal, words.lang, &words.messages);
    let texts = files.into_iter().map(|(path, text)| NewText {
        path,
        text,
        is_new: true,
    });
    let texts: Vec<NewText> = texts.collect();
    if let Err(why) = write_all(&args.dir, &texts, &[]) {
        return refuse(&refusal(&why, &words));
    }
    let is_here = args.dir.as_os_str() == ".";
    let count = [
        ("count", Arg::Number(texts.len() as u64)),
        ("path", Arg::Text(&path)),
        ("where", Arg::Text(if is_here { "here" } else { "there" })),
    ];
    say(message(&words, "init-done", &count));
    if !is_here {
        say(message(
            &words,
            "init-next-folder",
            &[("path", Arg::Text(&path))],
        ));
    }
    say(message(&words, "init-next", &[]));
    if portal.workflow.is_some() {
        say(message(&words, "init-next-workflow", &[]));
    }
    0
}

/// What is said of the portal, by options or answers.
fn portal(args: &InitArgs, asking: &Asking<'_>) -> Result<NewPortal, String> {
    let languages = asking.answer("languages", args.languages.as_deref(), "kk,ru,en", |text| {
        languages(text).ok_or_else(|| asking.say("init-bad-languages", text))
    })?;
    let mut titles = Vec::new();
    for &lang in &languages {
        let given = match lang {
            Lang::Kk => &args.title_kk,
            Lang::Ru => &args.title_ru,
            Lang::En => &args.title_en,
        };
        let usual = TITLES.iter().find(|(of, _)| *of == lang);
        let usual = usual.map_or("", |(_, title)| title);
        let question = format!("title-{lang}");
        let title = asking.answer(&question, given.as_deref(), usual, |text| {
            let title = is_name(text).then(|| text.to_owned());
            title.ok_or_else(|| asking.say("init-bad-title", text))
        })?;
        titles.push((lang, title));
    }
    let base_url = asking.answer("base-url", args.base_url.as_deref(), ADDRESS, |text| {
        check_base_url(text).ok_or_else(|| asking.say("init-bad-url", text))
    })?;
    let scope = asking.answer("region", args.region.as_deref(), "", |text| {
        if text.is_empty() {
            return Ok(None);
        }
        let shown = |region: &KnownRegion| {
            let in_words = |of: &&(Lang, String)| of.0 == asking.words.lang;
            let name = region.names.iter().find(in_words);
            name.or(region.names.first())
                .map_or(region.id.clone(), |(_, name)| {
                    format!("{name} ({})", region.id)
                })
        };
        let unknown = asking.say("init-bad-region", text);
        let region = the_one(find(text), text, unknown, shown, asking.words)?;
        Ok(Some(region.id))
    })?;
    let ci = args.ci.map(|ci| match ci {
        Ci::Github => "github",
        Ci::Gitlab => "gitlab",
        Ci::None => "none",
    });
    let workflow = asking.answer("ci", ci, "none", |text| match text {
        "github" => Ok(Some(Workflow::GitHub)),
        "gitlab" => Ok(Some(Workflow::GitLab)),
        "none" | "-" => Ok(None),
        _ => Err(asking.say("init-bad-ci", text)),
    })?;
    Ok(NewPortal {
        titles,
        base_url,
        languages,
        scope,
        workflow,
    })
}

/// Whoever can be asked, in a language.
struct Asking<'a> {
    words: &'a Language,
    asks: bool,
}

impl Asking<'_> {
    /// What was given by an option, else what is answered, else what is usual. A wrong answer is asked for again; a wrong
    /// option is refused.
    fn answer<T>(
        &self,
        question: &str,
        given: Option<&str>,
        usual: &str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<T, String> {
        if let Some(given) = given {
            return read(given.trim());
        }
        if !self.asks {
            return read(usual);
        }
        loop {
            let question = message(self.words, &format!("init-ask-{question}"), &[]);
            let shown = match usual {
                "" => question,
                usual => format!("{question} [{usual}]"),
            };
            let _ = write!(std::io::stderr(), "{shown}: ");
            let mut line = String::new();
            let read_bytes = std::io::stdin().lock().read_line(&mut line);
            if !read_bytes.is_ok_and(|bytes| bytes > 0) {
                say("");
                return Err(message(self.words, "init-stopped", &[]));
            }
            let answer = match line.trim() {
                "" => usual,
                answer => answer,
            };
            match read(answer) {
                Ok(value) => return Ok(value),
                Err(why) => say(format!("  {why}")),
            }
        }
    }

    /// A message with the text that was written.
    fn say(&self, id: &str, text: &str) -> String {
        let text = visible(&shortened(text, 60)).into_owned();
        message(self.words, id, &[("text", Arg::Text(&text))])
    }
}

/// Languages as they are written: `kk, ru`.
fn languages(text: &str) -> Option<Vec<Lang>> {
    let codes = text.split([',', ' ']).filter(|code| !code.is_empty());
    let langs: Option<Vec<Lang>> = codes.map(Lang::from_code).collect();
    let mut langs = langs.filter(|langs| !langs.is_empty())?;
    let mut seen = Vec::new();
    langs.retain(|lang| {
        let is_new = !seen.contains(lang);
        seen.push(*lang);
        is_new
    });
    Some(langs)
}

/// The first names of a folder.
fn names_in_short(names: &[String]) -> String {
    const SHOWN: usize = 5;
    let first = names.iter().take(SHOWN);
    let first: Vec<String> = first
        .map(|name| visible(&shortened(name, 60)).into_owned())
        .collect();
    let more = if names.len() > SHOWN { ", …" } else { "" };
    format!("{}{more}", first.join(", "))
}
