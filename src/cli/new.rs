//! `tagzym new`: the command that begins a record, a file with every field, and never writes over one.

use std::collections::HashSet;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

use super::common::chance;
use super::exit_code::{CONTENT_ERRORS, WRONG_USE};
use super::language::UiLang;
use super::refusal::refusal;
use super::report::{check_root, error, message, say, the_one};
use crate::anonymity::new_ids;
use crate::disk::new_files::stands;
use crate::disk::rewrite::{NewText, write_all};
use crate::load::fields::is_name;
use crate::locale::{Arg, Language};
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::kind::RecordKind;
use crate::model::lang::{Lang, Localised};
use crate::model::patron::{Consent, PatronKind};
use crate::model::portal::Portal;
use crate::names::{NameKind, Names};
use crate::pipeline::{BuildOptions, prepare};
use crate::report::message::language;
use crate::scaffold::proposal::{id_of_file, proposal};
use crate::scaffold::record::{NewFile, NewRecord, fact, files};
use crate::source::Sources;
use crate::source::text::invisible::{shortened, visible};

/// What the new record is.
#[derive(Debug, Args)]
pub(super) struct NewArgs {
    /// What to begin
    #[arg(value_name = "WHAT")]
    what: What,
    /// What it is called, or its title
    #[arg(value_name = "NAME")]
    name: String,
    /// Its id; if it is not given, the name in Latin letters
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// What a patron is: has to be given for one
    #[arg(long, value_name = "WHAT", value_parser = kinds())]
    kind: Option<PatronKind>,
    /// Whether a patron may be named
    #[arg(long, value_name = "WHAT")]
    consent: Option<ConsentArg>,
    /// The region, by its name or id
    #[arg(long, value_name = "REGION")]
    region: Option<String>,
    /// The direction of a project, by its name or id
    #[arg(long, value_name = "DIRECTION")]
    direction: Option<String>,
    /// The day of news or of an award
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// The language of the name
    #[arg(long, value_name = "LANGUAGE", value_parser = super::lang)]
    lang: Option<Lang>,
    /// The folder of the site, with site.toml in it
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    root: PathBuf,
    #[command(flatten)]
    ui: UiLang,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    Project,
    Patron,
    Award,
    News,
    Page,
    Figure,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ConsentArg {
    Public,
    Anonymous,
}

fn kinds() -> impl TypedValueParser<Value = PatronKind> {
    let words = PossibleValuesParser::new(PatronKind::ALL.map(PatronKind::word));
    words.try_map(|word| PatronKind::by_word(&word).ok_or(word))
}

pub(super) fn new(args: &NewArgs) -> u8 {
    let words = language(args.ui.lang());
    if let Err(code) = check_root(&args.root, &words) {
        return code;
    }
    let options = BuildOptions {
        drafts: true,
        ..BuildOptions::default()
    };
    let site = prepare(&args.root, &options);
    let Some(prepared) = &site.prepared else {
        error(&words, &message(&words, "cli-schema-settings", &[]));
        return CONTENT_ERRORS;
    };
    let beginning = Beginning {
        args,
        portal: &prepared.portal,
        sources: &site.sources,
        words: &words,
    };
    let made = beginning.record().and_then(|record| {
        let made = files(&record, &words);
        let texts = made.iter().map(|file| NewText {
            path: file.path.clone(),
            text: file.text.clone(),
            is_new: true,
        });
        let written = write_all(&args.root, &texts.collect::<Vec<_>>(), &[]);
        written.map_err(|why| refusal(&why, &words)).map(|()| made)
    });
    match made {
        Ok(made) => {
            made.iter().for_each(|file| tell(file, &words));
            say(message(&words, "new-next", &[]));
            0
        }
        Err(text) => {
            error(&words, &text);
            WRONG_USE
        }
    }
}

/// Says what was written, and what its editor has to fill in.
fn tell(file: &NewFile, words: &Language) {
    let fields = file.empty.join(", ");
    let args = [
        ("path", Arg::Text(&file.path)),
        ("fields", Arg::Text(&fields)),
    ];
    let id = match file.empty.is_empty() {
        true => "new-done",
        false => "new-to-fill",
    };
    say(message(words, id, &args));
}

struct Beginning<'a> {
    args: &'a NewArgs,
    portal: &'a Portal,
    sources: &'a Sources,
    words: &'a Language,
}

impl Beginning<'_> {
    /// What is known of the record.
    fn record(&self) -> Result<NewRecord, String> {
        let (args, site) = (self.args, &self.portal.site);
        let record_kind = match args.what {
            What::Project => RecordKind::Project,
            What::Patron => RecordKind::Patron,
            What::Award => RecordKind::Award,
            What::News => RecordKind::News,
            What::Page => RecordKind::Page,
            What::Figure => RecordKind::Figure,
        };
        let name = args.name.trim();
        if !is_name(name) {
            return Err(self.say("init-bad-title", name));
        }
        let spoken = |lang: &Lang| site.languages.contains(lang);
        let lang = match args.lang {
            Some(lang) if !spoken(&lang) => {
                return Err(self.say("translations-no-language", lang.code()));
            }
            Some(lang) => lang,
            None => Some(self.words.lang)
                .filter(spoken)
                .unwrap_or(site.default_language),
        };
        let mut languages = site.languages.clone();
        languages.sort_by_key(|lang| *lang != site.default_language);
        let facts = self.facts(record_kind)?;
        Ok(NewRecord {
            kind: record_kind,
            id: self.id(record_kind, name)?,
            name: (lang, name.to_owned()),
            languages,
            facts,
        })
    }

    /// The facts that options state; those of no use for the kind are refused.
    fn facts(&self, kind: RecordKind) -> Result<Vec<(&'static str, String)>, String> {
        let args = self.args;
        let has = |kinds: &[RecordKind]| kinds.contains(&kind);
        use RecordKind as Of;
        let needless = [
            ("--region", args.region.is_some() && has(&[Of::Page])),
            (
                "--direction",
                args.direction.is_some() && !has(&[Of::Project]),
            ),
            (
                "--date",
                args.date.is_some() && !has(&[Of::News, Of::Award]),
            ),
            ("--kind", args.kind.is_some() && !has(&[Of::Patron])),
            ("--consent", args.consent.is_some() && !has(&[Of::Patron])),
        ];
        if let Some((option, _)) = needless.into_iter().find(|(_, is_needless)| *is_needless) {
            return Err(self.say("new-needless", option));
        }
        let mut facts = Vec::new();
        if kind == RecordKind::Patron {
            let known = PatronKind::ALL.map(PatronKind::word).join(", ");
            let who = args.kind.ok_or_else(|| self.say("new-who", &known))?;
            facts.push(("kind", who.word().to_owned()));
            facts.extend(
                self.consent(who)
                    .map(|of| ("consent", of.word().to_owned())),
            );
        }
        let portal = self.portal;
        let scope = portal
            .scope
            .map(|scope| portal.regions[scope].record.id.to_string());
        let regions = portal
            .regions
            .iter()
            .map(|(_, of)| (&of.record.id, &of.record.name));
        let region = match &args.region {
            Some(named) => Some(self.find(NameKind::Place, "new-no-region", named, regions)?),
            None => scope.filter(|_| matches!(kind, RecordKind::Project | RecordKind::Patron)),
        };
        facts.extend(region.map(|id| ("region", id)));
        if let Some(named) = &args.direction {
            let directions = portal.directions.iter().map(|(_, of)| (&of.id, &of.name));
            facts.push((
                "direction",
                self.find(NameKind::Other, "new-no-direction", named, directions)?,
            ));
        }
        if let Some(date) = &args.date {
            Date::parse(date.trim()).map_err(|_| self.say("new-bad-date", date))?;
            facts.push(("date", fact(date.trim())));
        }
        Ok(facts)
    }

    /// Whether a patron may be named, where that has to be said.
    fn consent(&self, who: PatronKind) -> Option<Consent> {
        match self.args.consent {
            Some(ConsentArg::Public) => Some(Consent::Public),
            Some(ConsentArg::Anonymous) => Some(Consent::Anonymous),
            None => (who == PatronKind::Person).then_some(Consent::Anonymous),
        }
    }

    /// The id that was given, or one that is proposed: of somebody who is not named it tells nothing.
    fn id(&self, kind: RecordKind, name: &str) -> Result<String, String> {
        let rows = self.portal.table(kind).any_rows();
        let of_record = rows.flat_map(|row| {
            let aliases = row.aliases().iter().cloned();
            aliases.chain([row.id().to_string()])
        });
        let of_record: Vec<String> = of_record.collect();
        // Also of what was read and is broken.
        let paths = self.sources.iter().map(|(_, source)| &*source.path);
        let of_file = paths.filter_map(|path| id_of_file(path, kind));
        let taken: HashSet<&str> = of_record
            .iter()
            .map(String::as_str)
            .chain(of_file)
            .collect();
        // What is not read, as a folder of pictures or a file in another encoding, is only looked for where the new one would be.
        let is_free = |id: &str| {
            let folder = format!("content/{}/{id}", kind.folder());
            let there = |end: &str| stands(&self.args.root, &format!("{folder}{end}"));
            !taken.contains(id) && !there("") && !there(".yaml")
        };
        if let Some(id) = &self.args.id {
            return match Id::parse(id) {
                None => Err(self.say("new-bad-id", id)),
                Some(_) if !is_free(id) => Err(self.say("new-taken", id)),
                Some(_) => Ok(id.clone()),
            };
        }
        let is_anonymous = kind == RecordKind::Patron
            && self.args.kind.and_then(|who| self.consent(who)) == Some(Consent::Anonymous);
        let mut proposed = new_ids(chance(), taken.clone());
        if is_anonymous {
            let id = proposed.find(|id| is_free(id));
            return id.ok_or_else(|| self.say("new-bad-id", name));
        }
        let base = proposal(name, kind);
        let numbered = (2..).map(|number| format!("{base}-{number}"));
        let mut ids = std::iter::once(base.clone()).chain(numbered);
        match base.is_empty() {
            true => Err(self.say("new-no-id", name)),
            false => ids
                .find(|id| is_free(id))
                .ok_or_else(|| self.say("new-no-id", name)),
        }
    }

    /// The id of the record that is meant by an id or a name.
    fn find<'r>(
        &self,
        kind: NameKind,
        unknown: &str,
        text: &str,
        records: impl Iterator<Item = (&'r Id, &'r Localised)>,
    ) -> Result<String, String> {
        let records: Vec<(&Id, &Localised)> = records.collect();
        let mut names = Names::new(kind);
        for (at, (id, name)) in records.iter().enumerate() {
            let forms = name.iter().map(|(_, name)| name);
            match kind {
                NameKind::Place => names.add_region(at, [id.as_str()], forms),
                NameKind::Patron | NameKind::Other => {
                    names.add_id(id.as_str(), at);
                    forms.for_each(|form| names.add(form, at, true));
                }
            }
        }
        let shown = |(id, name): &(&Id, &Localised)| {
            let name = name.best(self.words.lang, &self.portal.site.fallback);
            format!("{} ({id})", name.text)
        };
        let found = names.find_called(text).map(|at| records[at]);
        let unknown = self.say(unknown, text);
        let (id, _) = the_one(found, text, unknown, shown, self.words)?;
        Ok(id.to_string())
    }

    /// A message with a text of the command line.
    fn say(&self, id: &str, text: &str) -> String {
        let text = visible(&shortened(text, 60)).into_owned();
        let args = [("text", Arg::Text(&text)), ("lang", Arg::Text(&text))];
        message(self.words, id, &args)
    }
}
