//! Reading context: what the readers of one text share, and the diagnostics that they collect.
//!
//! Takes a YAML text to parse it; what cannot be read of it, or only otherwise than it was meant, becomes diagnostics here.

use std::cell::{Cell, OnceCell, RefCell};
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Acceptance, At, CappedDiagnostics, Code, Diagnostic};
use crate::load::yaml::{self, Cut, Node, Trouble, YamlError};
use crate::model::frame::Frame;
use crate::model::id::Id;
use crate::model::lang::Lang;
use crate::model::place::{Place, Step};
use crate::source::{SourceId, lines_around};

/// What readers of one text share: whose text it is, the languages that a localised text must have, and what was found
/// wrong, and accepted, so far.
pub(crate) struct ReadContext {
    pub source: SourceId,
    pub required: Arc<[Lang]>,
    /// What stands around its texts.
    pub frame: Arc<Frame>,
    found: RefCell<CappedDiagnostics>,
    acceptances: RefCell<Vec<Acceptance>>,
    pub(super) unread: RefCell<Vec<String>>,
    is_partial: Cell<bool>,
    /// The text ends within what could not be read, and within a line.
    is_cut_off: Cell<bool>,
    /// The YAML that was parsed last, and the places of its values once they are asked for.
    yaml: RefCell<String>,
    places: OnceCell<Option<(Node, yaml::Spot)>>,
    pub(super) is_toml: bool,
}

/// The words of a text that may be ids.
pub(crate) fn possible_ids(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
    words
        .filter_map(|word| Id::parse(word.trim_matches('-')))
        .map(|id| id.to_string())
}

impl ReadContext {
    pub(crate) fn new(source: SourceId, required: Arc<[Lang]>) -> ReadContext {
        ReadContext {
            source,
            required,
            frame: Arc::default(),
            found: RefCell::default(),
            acceptances: RefCell::default(),
            unread: RefCell::default(),
            is_partial: Cell::new(false),
            is_cut_off: Cell::new(false),
            yaml: RefCell::default(),
            places: OnceCell::new(),
            is_toml: false,
        }
    }

    /// The same for a text in TOML, which has its own way to write values.
    pub(crate) fn in_toml(self) -> ReadContext {
        ReadContext {
            is_toml: true,
            ..self
        }
    }

    /// The same for texts in a frame.
    pub(crate) fn in_frame(self, frame: Arc<Frame>) -> ReadContext {
        ReadContext { frame, ..self }
    }

    pub(crate) fn report(&self, diagnostic: Diagnostic) {
        let may_be_lost = matches!(
            diagnostic.code,
            Code::MissingField
                | Code::MissingLanguage
                | Code::AmountMissing
                | Code::GiverMissing
                | Code::ConsentMissing
        );
        if !(may_be_lost && self.is_partial()) {
            self.found.borrow_mut().push(diagnostic);
        }
    }

    /// Whether nothing was found wrong so far.
    pub(super) fn is_sound(&self) -> bool {
        self.found.borrow().is_empty()
    }

    /// The fields below a record that nobody knows there, and that the record itself could have: they stand one step too deep, and
    /// are told so.
    pub(super) fn too_deep(
        &self,
        record: &Place,
        could_have: impl Fn(&str) -> Option<&'static str>,
    ) -> Vec<&'static str> {
        let mut found = self.found.borrow_mut();
        let below = found.latest_mut().map_while(|of| match &of.at {
            At::Place(place) if place.path.starts_with(&record.path) => Some(of),
            At::Place(_) | At::Span(_) | At::File(_) => None,
        });
        let mut deep = Vec::new();
        for of in below.filter(|of| of.code == Code::UnknownField && of.nearest.is_empty()) {
            let At::Place(place) = &of.at else { continue };
            let [around @ .., Step::Key(field)] = &place.path[..] else {
                continue;
            };
            let Some(name) = could_have(field).filter(|_| around.len() > record.path.len()) else {
                continue;
            };
            let around = Place {
                source: place.source,
                path: around.to_vec(),
                key: false,
            };
            // In brackets no line begins anywhere.
            if self.is_in_brackets(&around) {
                continue;
            }
            deep.push(name);
            if !of.args.iter().any(|(name, _)| *name == "where") {
                of.args.push(("where", "deep".to_owned()));
            }
        }
        deep
    }

    /// Where the value at a place stands in the YAML.
    fn range(&self, place: &Place) -> Option<Range<usize>> {
        let text = self.yaml.borrow();
        let located = self.places.get_or_init(|| {
            let node = yaml::parse(&text).ok()?;
            let spots = yaml::locate(&text, &node);
            Some((node, spots))
        });
        let (node, spots) = located.as_ref()?;
        Some(yaml::range_of(&text, node, spots, &place.path, false))
    }

    /// What was typed as the value at a place, if it stands in one line.
    pub(in crate::load) fn typed(&self, place: &Place) -> Option<String> {
        let range = self.range(place)?;
        let text = self.yaml.borrow();
        let typed = text.get(range)?;
        (!typed.is_empty() && !typed.contains('\n')).then(|| typed.to_owned())
    }

    /// The whole line with a field as it should be, where the field stands in brackets; else the field, which is the line.
    pub(super) fn whole_line(&self, place: &Place, field: String) -> String {
        let Some(value) = self.range(place) else {
            return field;
        };
        let text = self.yaml.borrow();
        let extent = self.places.get().and_then(|located| {
            let (node, spots) = located.as_ref()?;
            let key = yaml::range_of(&text, node, spots, &place.path, true);
            Some(key.start..yaml::extent_of(node, spots, &place.path)?.end)
        });
        let extent = extent.unwrap_or(value);
        let line = lines_around(&text, extent.start..extent.start);
        let before = &text[line.start..extent.start];
        if extent.end > line.end || !before.contains(['{', '[']) {
            return field;
        }
        let behind = text[extent.end..line.end].trim_end();
        format!("{}{field}{behind}", before.trim_start())
    }

    /// Whether the value at a place stands in brackets.
    pub(super) fn is_in_brackets(&self, place: &Place) -> bool {
        let start = self.range(place).map_or(0, |range| range.start);
        let text = self.yaml.borrow();
        text.get(..start)
            .is_some_and(|before| before.trim_end().ends_with('{'))
    }

    pub(in crate::load) fn accept(&self, acceptance: Acceptance) {
        self.acceptances.borrow_mut().push(acceptance);
    }

    /// The acceptances that were read so far.
    pub(crate) fn take_acceptances(&self) -> Vec<Acceptance> {
        self.acceptances.take()
    }

    /// Parses YAML that stands at byte `start` of its file, and reports all that cannot be read of it, or only otherwise
    /// than it was meant. Gives what can be read.
    pub(crate) fn parse_yaml(&self, text: &str, start: usize) -> Option<Node> {
        text.clone_into(&mut self.yaml.borrow_mut());
        match yaml::parse(text) {
            Ok(mut node) => {
                if let Some((mistakes, text)) = yaml::notes_read_as_fields(text, &node) {
                    for mistake in mistakes {
                        self.report(self.mistake(mistake, start));
                    }
                    self.is_partial.set(true);
                    return self.parse_yaml(&text, start);
                }
                if let Some(mistake) = yaml::lone_field(text, &node) {
                    self.report(self.mistake(mistake, start));
                    self.is_partial.set(true);
                    return None;
                }
                self.report_cuts(yaml::cuts(text, &mut node), start);
                self.report_displaced(text, &mut node, start);
                Some(node)
            }
            Err(error) => {
                let recovered = yaml::recover(text, &error);
                for mistake in recovered.mistakes {
                    self.report(self.mistake(mistake, start));
                }
                let is_at_end = |range: &Range<usize>| range.end >= text.len();
                let is_cut_off = !text.ends_with('\n') && recovered.broken.iter().any(is_at_end);
                self.is_cut_off.set(is_cut_off);
                let words = recovered.broken.into_iter();
                let words = words.flat_map(|range| possible_ids(&text[range]));
                self.unread.borrow_mut().extend(words);
                self.is_partial.set(true);
                let mut node = recovered.node?;
                self.report_cuts(yaml::cuts(&recovered.masked, &mut node), start);
                self.report_displaced(&recovered.masked, &mut node, start);
                *self.yaml.borrow_mut() = recovered.masked;
                Some(node)
            }
        }
    }

    fn report_displaced(&self, text: &str, node: &mut Node, start: usize) {
        let items = yaml::items(text, node);
        for mistake in items.into_iter().chain(yaml::languages(text, node)) {
            self.report(self.mistake(mistake, start));
            self.is_partial.set(true);
        }
    }

    fn report_cuts(&self, cuts: Vec<yaml::CutText>, start: usize) {
        for yaml::CutText { why, at, line, .. } in cuts {
            let at = At::span(self.source, start + at..start + at);
            let cut = match why {
                Cut::Hash => Diagnostic::new(Code::CutByHash, at),
                Cut::Comma => Diagnostic::new(Code::CutByComma, at),
                Cut::WordQuotes(marks) => Diagnostic::new(Code::WordQuotes, at)
                    .with("reason", "around")
                    .with("marks", marks),
                Cut::Anchor => Diagnostic::new(Code::Yaml, at).with("reason", "begin"),
                Cut::StrayQuote => Diagnostic::new(Code::WordQuotes, at)
                    .with("reason", "stray")
                    .with("marks", "\""),
                Cut::StrayComma => Diagnostic::new(Code::Yaml, at).with("reason", "comma-behind"),
                // The value is no text: its sign has to go.
                Cut::OnlyNote if !line.is_empty() && !line.contains(['"', '\'']) => {
                    Diagnostic::new(Code::Yaml, at).with("reason", "sign-before")
                }
                Cut::OnlyNote => Diagnostic::new(Code::Yaml, at).with("reason", "hash"),
                Cut::Narrow => Diagnostic::new(Code::Yaml, at).with("reason", "narrow"),
                Cut::NoColon => Diagnostic::new(Code::Yaml, at).with("reason", "no-colon"),
                Cut::BareList => Diagnostic::new(Code::Yaml, at).with("reason", "bare-list"),
                Cut::ColonSpace => Diagnostic::new(Code::Yaml, at).with("reason", "colon-space"),
            };
            self.report(match line.is_empty() {
                true => cut,
                false => cut.with("line", line),
            });
        }
    }

    fn mistake(&self, mistake: yaml::Mistake, start: usize) -> Diagnostic {
        let at = start + mistake.error.at();
        let at = At::span(self.source, at..at);
        let told = match mistake.error {
            YamlError::Syntax {
                why: Trouble::CutByComma,
                ..
            } => Diagnostic::new(Code::CutByComma, at),
            YamlError::Syntax { why, .. } => {
                Diagnostic::new(Code::Yaml, at).with("reason", why.word())
            }
            YamlError::Tag { .. } => Diagnostic::new(Code::YamlTag, at),
            YamlError::TooDeep { .. } => Diagnostic::new(Code::TooDeep, at),
            YamlError::TooMany { .. } => Diagnostic::new(Code::TooMany, at)
                .with("what", "values")
                .with("limit", yaml::MAX_VALUES),
        };
        let told = match mistake.spaces {
            Some(spaces) => told.with("spaces", spaces),
            None => told,
        };
        match mistake.line {
            Some(line) => told.with("line", line),
            None => told,
        }
    }

    /// The words in what could not be read that may be ids, each of them may be that of a record.
    pub(crate) fn take_unread(&self) -> Vec<String> {
        self.unread.take()
    }

    /// The text may have gone on: more records may have stood in it.
    pub(crate) fn is_cut_off(&self) -> bool {
        self.is_cut_off.get()
    }

    /// Notes that something of the text could not be read.
    pub(super) fn note_partial(&self) {
        self.is_partial.set(true);
    }

    /// Something of the text could not be read: nothing is missing for sure.
    pub(crate) fn is_partial(&self) -> bool {
        self.is_partial.get()
    }

    /// What was found wrong, up to the limit of a file.
    pub(crate) fn into_found(self) -> CappedDiagnostics {
        self.found.into_inner()
    }

    /// What was found wrong.
    pub(crate) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.found.into_inner().into_vec()
    }
}
