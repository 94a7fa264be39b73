//! Diagnostic codes, as in `T0103`, each with its severity and its message.
//!
//! A code never changes its meaning; a new one gets a new number.

/// Whether a diagnostic stops the build.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    Error,
    Warning,
}

/// Who looks for what a code tells, and so which commands can find it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Phase {
    /// Whoever reads a site: every command.
    Prepare,
    /// The closer look of `check`.
    Inspect,
    /// Whoever renders all of the site.
    Render,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $number:literal $severity:ident $message:literal,)+) => {
        /// What kind of thing is wrong. The message of each is a Fluent message in `report/messages/`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code {
            $($(#[$doc])* $variant,)+
        }

        impl Code {
            pub const ALL: &'static [Code] = &[$(Code::$variant),+];

            /// The stable code that editors see: `T0103`.
            pub fn number(self) -> &'static str {
                match self { $(Code::$variant => $number,)+ }
            }

            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)+ }
            }

            /// Whether the place that it points to names somebody who must not be named.
            pub(crate) fn names_anonymous(self) -> bool {
                matches!(
                    self,
                    Code::NameLeaks
                        | Code::NameInPart
                        | Code::LinkToAnonymous
                        | Code::CorrectionOfAnonymous
                        | Code::AliasOfAnonymous
                )
            }

            /// The id of its Fluent message.
            pub fn message(self) -> &'static str {
                match self { $(Code::$variant => $message,)+ }
            }
        }
    };
}

impl Code {
    /// The code with this number, written exactly so.
    pub(crate) fn of_number(number: &str) -> Option<Code> {
        let mut all = Code::ALL.iter().copied();
        all.find(|code| code.number() == number)
    }

    /// Whether an editor can let it stand. An error has to be mended, but for the name of an anonymous patron, which
    /// somebody else can have; so has an acceptance that nothing needs.
    pub(crate) fn is_acceptable(self) -> bool {
        match self.severity() {
            Severity::Error => self == Code::NameLeaks,
            Severity::Warning => self != Code::NeedlessAcceptance,
        }
    }

    /// Whether it is of one anonymous patron, whom an acceptance of it can name.
    pub(crate) fn is_of_a_patron(self) -> bool {
        matches!(self, Code::NameLeaks | Code::NameInPart)
    }

    /// Whether it is found on one day and not on another, though nothing was changed.
    pub(crate) fn is_of_its_day(self) -> bool {
        matches!(
            self,
            Code::AfterToday | Code::YearMistyped | Code::OverduePledge
        )
    }

    /// Whether it is of two records alike, and may be accepted in either.
    pub(crate) fn is_of_a_pair(self) -> bool {
        matches!(
            self,
            Code::SamePatron | Code::SameGift | Code::SameProject | Code::SameText
        )
    }

    /// The phase in which it is found, if it is acceptable: all that can be found of it is found there.
    pub(crate) fn phase(self) -> Phase {
        match self {
            Code::SamePatron
            | Code::UnusedPatron
            | Code::GuessablePatron
            | Code::OverduePledge
            | Code::ProseSum
            | Code::SameText
            | Code::WrongLanguage => Phase::Inspect,
            Code::NameLeaks | Code::NameInPart | Code::CannotLook | Code::SumsDiffer => {
                Phase::Render
            }
            _ => Phase::Prepare,
        }
    }
}

codes! {
    // T00xx: files
    /// A file could not be read. `reason`
    Unreadable = "T0001" Error "unreadable",
    /// A text is not UTF-8. `encoding`: what it seems to be, or damaged; `row`, `column` of the first wrong byte, if not all are
    NotUtf8 = "T0002" Error "not-utf8",
    /// A control character in a text. `character`
    ControlCharacter = "T0003" Error "control-character",
    /// A file is larger than is allowed. `size`, `limit`
    TooLarge = "T0004" Error "too-large",
    /// A link to a file or folder outside the tree, a pipe, a device.
    NotAFile = "T0005" Error "not-a-file",
    /// A file name that is not Unicode, or holds control characters. `name`
    FileName = "T0006" Error "file-name",
    /// A file that fits nothing in the contract.
    UnknownFile = "T0007" Warning "unknown-file",
    /// The site has no `site.toml`.
    NoSite = "T0008" Error "no-site",
    /// A settings file is no TOML. `reason`
    Toml = "T0009" Error "toml",
    /// Nothing beside it belongs to this picture or portrait: `name`
    StrayFile = "T0010" Warning "stray-file",
    /// A file has more mistakes than are kept. `limit`
    TooManyMistakes = "T0011" Warning "too-many-mistakes",
    /// A file that is not for readers, and so is not published. `what` (lock | secret | system | partial | backup | history)
    LeftOut = "T0012" Warning "left-out",
    /// A copied file that is for a server, runs in the reader's browser, or is for nobody. `what` (program | script | settings |
    /// secret)
    ServerProgram = "T0013" Warning "server-program",
    /// A name that Windows cannot hold, of a file or of the folder of a page. `name`, `what` (device | end | sign)
    WindowsName = "T0014" Error "windows-name",
    /// A file of records or a text whose name or folder is spelled otherwise: nobody reads it. `right`: its path as it should be;
    /// `what` (file | folder, or the kind that it is of by its
    /// fields): a folder stands for all in it, `there` (yes | no | elsewhere) is the right one
    MisnamedFile = "T0015" Error "misnamed-file",
    /// The marks of an unfinished merge. `row`, in a file that is copied as it is
    UnfinishedMerge = "T0019" Error "unfinished-merge",

    // T01xx: YAML and fields
    /// A YAML text that cannot be read. `reason`
    Yaml = "T0101" Error "yaml",
    /// `field` is not known in `record`.
    UnknownField = "T0102" Error "unknown-field",
    /// `field` is missing.
    MissingField = "T0103" Error "missing-field",
    /// `field` stands twice.
    RepeatedField = "T0104" Error "repeated-field",
    /// A value of another type. `expected`, `found`
    WrongType = "T0105" Error "wrong-type",
    /// `field` is empty.
    EmptyValue = "T0106" Error "empty-value",
    /// `value` is no id.
    BadId = "T0107" Error "bad-id",
    /// `value` is no amount. `reason`
    BadAmount = "T0108" Error "bad-amount",
    /// `value` is no date. `reason`
    BadDate = "T0109" Error "bad-date",
    /// `value` is none of `known`.
    UnknownValue = "T0110" Error "unknown-value",
    /// `value` is no address of the web.
    BadUrl = "T0111" Error "bad-url",
    /// A number out of its range. `value`, `range`
    OutOfRange = "T0112" Error "out-of-range",
    /// A localised text lacks the language `lang`.
    MissingLanguage = "T0113" Error "missing-language",
    /// A YAML tag such as `!x`. `tag`
    YamlTag = "T0114" Error "yaml-tag",
    /// The front matter does not end, or is not there.
    FrontMatter = "T0115" Error "front-matter",
    /// Values nested too deeply.
    TooDeep = "T0116" Error "too-deep",
    /// A value has a form that is not right. `value`, `expected`
    BadForm = "T0117" Error "bad-form",
    /// More values, or signs of Markdown, in one file than can be read. `what` (values | marks), `limit`
    TooMany = "T0118" Error "too-many",
    /// A code that cannot be accepted. `value`, `reason` (unknown | error | needless)
    CannotAccept = "T0119" Error "cannot-accept",
    /// An acceptance that nothing needs. `value`: its code
    NeedlessAcceptance = "T0120" Warning "needless-acceptance",
    /// A text that a `#` cuts. `line`: as it should be
    CutByHash = "T0121" Warning "cut-by-hash",
    /// A text in brackets that a comma cuts. `line`: as it should be
    CutByComma = "T0122" Error "cut-by-comma",
    /// A value in the quotation marks “ ”, which become part of it. `line`: as it should be
    WordQuotes = "T0123" Warning "word-quotes",
    /// The fields of an item stand twice: it is another item without its hyphen. `line`: as it should be
    MissingHyphen = "T0124" Error "missing-hyphen",
    /// A setting below a `[table]` of TOML that belongs above it. `field`, `table`
    UnderTable = "T0125" Error "under-table",
    /// A file of the content that holds nothing of what it should. `why`: empty, zeros, pointer, web-page, document
    NothingInside = "T0126" Error "nothing-inside",

    // T02xx: records and their links
    /// Two records of a kind have the same id. `id`, `what` (two | gifts | moved): patrons, whose gifts can be put together; a text in
    /// a folder and in files beside it, of which `delete` and `move` are to go
    DuplicateId = "T0201" Error "duplicate-id",
    /// There is no `kind` with the id `id`.
    UnknownId = "T0202" Error "unknown-id",
    /// Two pages have one address. `address`, `own` (none | now | twice | other | taken | folder): what an old address of the same page is; program: the
    /// other one is made of no file
    DuplicateAddress = "T0203" Error "duplicate-address",
    /// An id that names a part of every address. `id`
    ReservedSlug = "T0204" Error "reserved-slug",
    /// A parent that leads back to itself. `id`
    Cycle = "T0205" Error "cycle",
    /// A fact differs between the languages of a write-up. `field`
    FactDiffers = "T0206" Error "fact-differs",
    /// `completed` without its date.
    CompletedWithoutDate = "T0207" Error "completed-without-date",
    /// A date of completion in a project that is not completed.
    DateWithoutCompleted = "T0208" Error "date-without-completed",
    /// Dates in the wrong order. `earlier`, `later`
    DateOrder = "T0209" Error "date-order",
    /// A record names a region outside its years. `region`, `neighbours`
    RegionOutsideYears = "T0210" Warning "region-outside-years",
    /// A real record names a sample. `id`
    RealNamesSample = "T0211" Error "real-names-sample",
    /// A sample where samples are forbidden. `id`
    SampleForbidden = "T0212" Error "sample-forbidden",
    /// A person without stated consent.
    ConsentMissing = "T0213" Error "consent-missing",
    /// A link to, or a portrait of, an anonymous patron.
    LinkToAnonymous = "T0214" Error "link-to-anonymous",
    /// A contribution without an amount that is not in kind.
    AmountMissing = "T0215" Error "amount-missing",
    /// Both or none of `patron` and `patrons`.
    GiverMissing = "T0216" Error "giver-missing",
    /// A patron stands twice in a joint contribution or in a list. `id`
    GiverTwice = "T0217" Error "giver-twice",
    /// A write-up without a required language. `lang`, `right`: how the file should be called, if its original has another name now
    TranslationRequired = "T0218" Error "translation-required",
    /// A reported figure contradicts itself. `reported`, `sum`
    FigureContradicts = "T0219" Warning "figure-contradicts",
    /// A part is larger than the whole it is said to belong to.
    PartLargerThanWhole = "T0220" Warning "part-larger-than-whole",
    /// Prose beside a record that does not exist. `id`
    ProseWithoutRecord = "T0221" Error "prose-without-record",
    /// Head count of a patron that is no group.
    MembersOfNoGroup = "T0222" Error "members-of-no-group",
    /// A district that its region does not have. `id`, `region`
    UnknownDistrict = "T0223" Error "unknown-district",
    /// A district without its region, in a link or a figure.
    DistrictWithoutRegion = "T0224" Error "district-without-region",
    /// The name or the id of an anonymous patron in the output. `what` (name | id), `id`, `page`, `others`
    NameLeaks = "T0225" Error "name-leaks",
    /// The id of an anonymous patron is a plain word, or a part of the name. `id`, which is not told;
    /// `free`: one that no record has
    TellingId = "T0226" Warning "telling-id",
    /// A contribution before the year of the patron's first one. `date`, `since`
    ContributionBeforeSince = "T0227" Warning "gift-before-since",
    /// Two patrons with nearly the same name. `id`, `what` (name | former): a former name of `id`; `other` is left out where only one of the two is anonymous; only in
    /// `check`
    SamePatron = "T0228" Warning "same-patron",
    /// A patron whom no contribution, award or text names. `id`; only in `check`
    UnusedPatron = "T0229" Warning "unused-patron",
    /// A text that may name an anonymous patron: the surname alone or with initials. `id`, `page`, `others`: how many pages
    NameInPart = "T0230" Warning "name-in-part",

    /// A free text at an award or a gift of an anonymous patron. `id`, `what` (note | purpose | gift-note | gift-source)
    TellingText = "T0231" Warning "telling-text",
    /// An anonymous patron whom readers may guess. `id`, `where` (home | year | object | project) it stands alone, `gifts`:
    /// how many of its gifts do; `wider`: the region for those who live abroad, where there is one; only in `check`
    GuessablePatron = "T0232" Warning "guessable-patron",
    /// A copied file that cannot be looked through for the names of anonymous patrons.
    CannotLook = "T0235" Warning "cannot-look",
    /// The metadata of a picture or document tell of its maker. `place`, `author`, `camera`, `serial` (no | first | more)
    PrivateMetadata = "T0236" Warning "private-metadata",
    /// A gift that stands twice: the same givers or some of them (`givers`: all | some), amount (or words) and date; or all gifts of
    /// a record, `id`, are those of another patron, `other`, too (`givers`: others); or the row of a sum among gifts (`givers`:
    /// total, `gifts`: how many it adds up), or one with day and month exchanged (`givers`: exchanged),
    /// or a joint gift and the shares of its givers (`givers`: shares), or a sum and its payments (`givers`: instalments, `gifts`).
    /// `date`, `sum`: left out where amounts differ,
    /// `where` (shown | record | project): where the other one is, if its place is not told; `status` (one | both): whether one
    /// is delivered and the other pledged; `imported`: the mark of the one that an import wrote, where the other has no id
    SameGift = "T0240" Warning "same-gift",
    /// A project that stands twice, or all of whose gifts do. `id`, `other`, `what` (all | gifts | title | plan)
    SameProject = "T0241" Warning "same-project",
    /// A file that is a copy of another one, and has its records or texts. `of`, `there` (yes | no | same | site): a folder can be one of
    /// the whole site
    CopiedFile = "T0242" Error "copied-file",
    /// A copy of another file, which is not used. `of`, `same` (yes | no): whether the two hold the same
    UnusedCopy = "T0243" Warning "unused-copy",
    /// What is said to have happened, after today. `date`, `what` (gift | project | start | news | award | since | period |
    /// source | population)
    AfterToday = "T0244" Warning "after-today",
    /// Before the first year of the site. `date`, `since`: that year, `what` (gift | pledge | project | start | news | award)
    BeforeFirstYear = "T0245" Warning "before-first-year",
    /// A year long ago, or to come, that is probably mistyped. `date`
    YearMistyped = "T0246" Warning "year-mistyped",
    /// A pledge of a past day in a completed project, or of a day long past. `date`, `state` (completed | open); only in `check`
    OverduePledge = "T0247" Warning "overdue-pledge",
    /// A code of a region or district that another one has. `code`, `what` (iso | kato)
    SameCode = "T0248" Error "same-code",
    /// A text that is far too long for what it is. `length`, `limit`: both in letters
    TooLong = "T0249" Error "too-long",

    /// The date of a withdrawn pledge at a contribution that is none. `status` (none | delivered | pledged)
    WithdrawnWithoutStatus = "T0250" Error "withdrawn-without-status",
    /// `cancelled` without its date.
    CancelledWithoutDate = "T0251" Error "cancelled-without-date",
    /// What only a cancelled project has. `field` (cancelled | reason), `status`
    OfCancelledOnly = "T0252" Error "of-cancelled-only",
    /// A source with neither or both of `url` and `file`. `stands` (none | both)
    SourceWithoutAddress = "T0253" Error "source-without-address",
    /// The file of a source is not in `content/static/`. `file`
    NoSourceFile = "T0254" Error "no-source-file",
    /// A contribution of a cancelled project that does not say whether it was delivered.
    StatusNotSaid = "T0255" Warning "status-not-said",
    /// Two former names of a region at one time. `first`, `second`: their periods
    NamesOverlap = "T0256" Error "names-overlap",
    /// A gift that was delivered to a project after it was cancelled. `date`, `cancelled`
    GiftAfterCancelling = "T0257" Warning "gift-after-cancelling",
    /// A sum in the text of a project that none of its contributions, totals and reported figures gives. `sum`; only in `check`
    ProseSum = "T0258" Warning "prose-sum",
    /// A correction after which the same stands there as before.
    NothingCorrected = "T0260" Warning "nothing-corrected",
    /// A correction names an anonymous patron.
    CorrectionOfAnonymous = "T0261" Error "correction-of-anonymous",
    /// Old addresses in the record of an anonymous patron.
    AliasOfAnonymous = "T0262" Error "alias-of-anonymous",
    /// A former name that is the name of today.
    NotAFormerName = "T0263" Warning "not-a-former-name",
    /// A project or a gift in another region than that of the portal. `region`, `scope`
    OutsideScope = "T0264" Warning "outside-scope",
    /// A text that another record of the kind has, too. `id`, `other`, `langs`: in which languages; only in `check`
    SameText = "T0265" Warning "same-text",

    // T03xx: text
    /// Raw HTML in Markdown. `html`
    RawHtml = "T0301" Warning "raw-html",
    /// A link scheme that is not allowed. `url`
    LinkScheme = "T0302" Error "link-scheme",
    /// An `@` link that is not of the contract's form. `link`
    BadLink = "T0303" Error "bad-link",
    /// An unknown key, or value, of a sum or drawing. `key`
    BadQuery = "T0304" Error "bad-query",
    /// A picture without alternative text. `file`
    NoAlt = "T0305" Warning "no-alt",
    /// A picture that is not there. `file`
    NoPicture = "T0306" Error "no-picture",
    /// A link to a page or file of this site that is not there. `url`
    DeadLink = "T0307" Error "dead-link",
    /// A heading that is not there. `anchor`
    DeadAnchor = "T0308" Error "dead-anchor",
    /// A drawing inside a line of text.
    DrawingInText = "T0309" Error "drawing-in-text",
    /// A word of Cyrillic and Latin letters. `word`, `letters`: those of the other script, `script` (latin | cyrillic)
    MixedScripts = "T0310" Warning "mixed-scripts",
    /// A picture of too many bytes. `size`, `limit`
    HeavyPicture = "T0311" Warning "heavy-picture",
    /// A text that is not in the language of its file. `lang`, `seems`; only in `check`
    WrongLanguage = "T0312" Warning "wrong-language",
    /// A character that nobody sees. `what` (invisible | direction), `letter`: its code
    UnseenCharacter = "T0313" Warning "unseen-character",
    /// A mark that did not become what it was meant as. `what`, `mark`: the signs that are shown, or are written; `shown`:
    /// what is shown in their place
    MarkLeft = "T0314" Warning "mark-left",
    /// A footnote, or an address of links, that nothing calls. `note`, `what` (uncalled | twice | address)
    NoteUncalled = "T0315" Warning "note-uncalled",
    /// A call of a footnote that is not there. `note`
    NoteMissing = "T0316" Warning "note-missing",
    /// A row with more cells than its table has columns. `cells`, `columns`
    CellsLost = "T0317" Warning "cells-lost",
    /// A row with fewer cells than its table has columns. `cells`, `columns`, `what` (short | broken): the row goes on in the next line
    CellsMissing = "T0318" Warning "cells-missing",
    /// A text that became code. `what` (indent | fence)
    TextInCode = "T0319" Warning "text-in-code",
    /// A note to colleagues without an end.
    UnclosedComment = "T0320" Error "unclosed-comment",
    /// A picture, or a document, that is none, or is broken. `what`, `format`: what it is instead, `width`, `height`, `sort`
    /// (picture | document)
    BrokenPicture = "T0321" Warning "broken-picture",
    /// An address with a name before its host. `url`, `host`
    HiddenHost = "T0322" Error "hidden-host",
    /// A host whose letters look like others. `host`, `letters`
    DoubtfulHost = "T0323" Warning "doubtful-host",
    /// An old address that cannot be kept. `value`, `reason` (query | long | sign), `sign`
    BadAlias = "T0324" Error "bad-alias",
    /// An address that only the own computer or network can open. `host`
    LocalAddress = "T0325" Warning "local-address",
    /// A picture that a text shows and that cannot be shown. `what` (lfs | empty | cut | none | unshown | size | pixels | bytes | moves
    /// | unread), `format`, `width`, `height`, `sort`
    UnfitPicture = "T0326" Error "unfit-picture",
    /// A picture of fewer pixels than it is shown with. `width`, `least`
    SmallPicture = "T0327" Warning "small-picture",
    /// A drawing of `static/` that does more than show something. `what` (script | link | foreign | broken), `row`
    ActiveDrawing = "T0328" Error "active-drawing",
    /// A word that lost letters when its text was saved or opened in a wrong encoding. `mark`: the word, `what` (question |
    /// replacement | encoding), `shown`: what it was, if it can be read again
    LostLetters = "T0329" Warning "lost-letters",

    // T04xx: theme and words
    /// A theme that is not there. `theme`
    NoTheme = "T0401" Error "no-theme",
    /// A template that cannot be read. `reason`
    Template = "T0402" Error "template",
    /// A message file that cannot be read. `reason`
    MessageFile = "T0403" Error "message-file",
    /// A page that could not be made. `page`, `reason`
    Render = "T0404" Error "render",
    /// Themes that are each other's parent. `theme`
    ThemeCircle = "T0405" Error "theme-circle",
    /// A message that another language has. `id`, `lang`
    MessageMissing = "T0406" Error "message-missing",
    /// A variable that a translation forgets. `id`, `variable`, `lang`: the language that has it
    MessageForgets = "T0407" Error "message-forgets",
    /// A variable that a translation invents. `id`, `variable`, `lang`: the language that lacks it
    MessageInvents = "T0408" Error "message-invents",
    /// A message that stands in two files of one language. `id`
    MessageTwice = "T0409" Error "message-twice",
    /// A message that no template names, nor the program. `id`
    MessageUnused = "T0410" Warning "message-unused",
    /// A template names a message that is not there. `id`
    MessageUnknown = "T0411" Error "message-unknown",
    /// A template names a message by something other than a literal.
    MessageNotLiteral = "T0412" Error "message-not-literal",
    /// A template does not give a variable that the message needs. `id`, `variable`
    MessageNotGiven = "T0413" Error "message-not-given",
    /// A translation names as its original a language that the write-up lacks, or its own. `lang`
    TranslationOfNothing = "T0414" Warning "translation-of-nothing",
    /// The program asks for a message that is not there. `id`
    MessageLacking = "T0415" Error "message-lacking",

    // T05xx: sums
    /// Sums along an axis that do not make the whole: a bug of the program. `axis`, `sum`, `whole`
    SumsDiffer = "T0501" Error "sums-differ",

    // T06xx: outlines of regions
    /// The file that `outlines` names is not in `content/`. `file`
    NoOutlines = "T0601" Error "no-outlines",
    /// Outlines that are no JSON.
    OutlineJson = "T0602" Error "outline-json",
    /// Outlines of another form. `reason` (not-a-collection | no-feature | no-id | no-polygon | no-rings)
    OutlineForm = "T0603" Error "outline-form",
    /// A position that is not on the globe.
    OutlineRange = "T0604" Error "outline-range",
    /// A region of today without an outline. `id`
    OutlineMissing = "T0605" Warning "outline-missing",
}
