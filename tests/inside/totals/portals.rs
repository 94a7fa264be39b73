//! Small portals for tests of sums: a [`Spec`] of plain numbers, a strategy that makes many of them, and the [`Portal`]
//! that one describes.
//!
//! A spec stands on its own, so that a test can add up the plain numbers by hand and compare.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use tagzym::model::contribution::{Contribution, ContributionStatus};
use tagzym::model::date::Date;
use tagzym::model::direction::Direction;
use tagzym::model::id::Id;
use tagzym::model::index::{ContributionId, TableIndex};
use tagzym::model::kind::ObjectKindId;
use tagzym::model::lang::{Lang, Localised, PerLang};
use tagzym::model::links::{Links, OutgoingRefs};
use tagzym::model::money::{MAX_AMOUNT, Tenge};
use tagzym::model::object_kind::{ObjectKind, ObjectKindRecord};
use tagzym::model::patron::{Consent, Patron, PatronKind, PatronRecord};
use tagzym::model::portal::Portal;
use tagzym::model::portrait::Portrait;
use tagzym::model::region::{District, Region, RegionRecord};
use tagzym::model::site::{Samples, Site};
use tagzym::model::table::Table;
use tagzym::model::write_up::{Project, ProjectStatus, StatedIn, WriteUp};

use super::super::specimens::{ORIGIN, patron_record};

/// A portal in plain numbers: every reference is a place in one of these lists.
#[derive(Debug, Clone, Default)]
pub struct Spec {
    /// How many districts each region has.
    pub regions: Vec<usize>,
    pub directions: usize,
    /// The parent of each kind of object.
    pub objects: Vec<Option<usize>>,
    pub patrons: Vec<Giver>,
    pub projects: Vec<Purpose>,
    /// In the order of the portal's contributions.
    pub gifts: Vec<Gift>,
}

#[derive(Debug, Clone, Copy)]
pub struct Giver {
    /// The home region.
    pub home: usize,
    pub anonymous: bool,
}

/// Where and for what.
#[derive(Debug, Clone, Copy)]
pub struct Purpose {
    pub region: usize,
    pub district: Option<usize>,
    pub direction: usize,
    pub object: Option<usize>,
}

#[derive(Debug, Clone)]
pub struct Gift {
    pub givers: Vec<usize>,
    /// In tenge; none: in kind, of unknown worth.
    pub amount: Option<u128>,
    pub date: Date,
    pub status: ContributionStatus,
    pub goes_to: GoesTo,
}

#[derive(Debug, Clone, Copy)]
pub enum GoesTo {
    Project(usize),
    /// No project: the patron's own record says it.
    Own(Purpose),
}

impl Spec {
    pub fn purpose(&self, gift: &Gift) -> Purpose {
        match gift.goes_to {
            GoesTo::Project(project) => self.projects[project],
            GoesTo::Own(purpose) => purpose,
        }
    }
}

/// Portals with all that makes sums hard: joint contributions, contributions of unknown worth, pledges, pledges that are not kept, kinds and districts that are
/// not stated, contributions outside projects, anonymous patrons, regions and projects without contributions.
pub fn specs() -> impl Strategy<Value = Spec> {
    let bones = (
        vec(0..3usize, 1..5),
        1..4usize,
        vec(option::of(any::<prop::sample::Index>()), 0..6),
        vec((any::<prop::sample::Index>(), any::<bool>()), 1..7),
    );
    let bones = bones.prop_map(|(regions, directions, parents, patrons)| Spec {
        // A parent stands before its children, so that none leads back to itself.
        objects: parents
            .iter()
            .enumerate()
            .map(|(place, parent)| parent.filter(|_| place > 0).map(|p| p.index(place)))
            .collect(),
        patrons: patrons
            .iter()
            .map(|(home, anonymous)| Giver {
                home: home.index(regions.len()),
                anonymous: *anonymous,
            })
            .collect(),
        regions,
        directions,
        ..Spec::default()
    });
    let with_projects = bones.prop_flat_map(|spec| {
        vec(purpose(&spec), 0..8).prop_map(move |projects| Spec {
            projects,
            ..spec.clone()
        })
    });
    with_projects.prop_flat_map(|spec| {
        vec(gift(&spec), 0..40).prop_map(move |gifts| Spec {
            gifts,
            ..spec.clone()
        })
    })
}

fn purpose(spec: &Spec) -> impl Strategy<Value = Purpose> + use<> {
    let (regions, directions, objects) =
        (spec.regions.clone(), spec.directions, spec.objects.len());
    (0..regions.len()).prop_flat_map(move |region| {
        let stated = |count: usize| match count {
            0 => Just(None).boxed(),
            _ => option::of(0..count).boxed(),
        };
        (stated(regions[region]), 0..directions, stated(objects)).prop_map(
            move |(district, direction, object)| Purpose {
                region,
                district,
                direction,
                object,
            },
        )
    })
}

fn gift(spec: &Spec) -> impl Strategy<Value = Gift> + use<> {
    let patrons: Vec<usize> = (0..spec.patrons.len()).collect();
    let most = patrons.len().min(3);
    let own = purpose(spec).prop_map(GoesTo::Own);
    let goes_to = match spec.projects.len() {
        0 => own.boxed(),
        count => prop_oneof![3 => (0..count).prop_map(GoesTo::Project), 1 => own].boxed(),
    };
    let amount = prop_oneof![
        4 => (1..1_000_000u128).prop_map(Some),
        1 => Just(Some(MAX_AMOUNT)),
        1 => Just(None),
    ];
    let date = prop_oneof![
        4 => (2015..2019i16).prop_map(Date::Year),
        4 => (2015..2019i16, 1..=12i8).prop_map(|(year, month)| Date::Month(year, month)),
        1 => prop_oneof![Just(1i16), Just(9999)].prop_map(Date::Year),
    ];
    let status = prop_oneof![
        3 => Just(ContributionStatus::Delivered),
        1 => Just(ContributionStatus::Pledged),
        1 => prop_oneof![Just(ContributionStatus::Withdrawn), Just(ContributionStatus::Void)],
    ];
    let givers = prop::sample::subsequence(patrons, 1..=most);
    (givers, amount, date, status, goes_to).prop_map(|(givers, amount, date, status, goes_to)| {
        Gift {
            givers,
            amount,
            date,
            status,
            goes_to,
        }
    })
}

/// The portal that a spec describes.
pub fn portal(spec: &Spec) -> Portal {
    Portal {
        site: Arc::new(site()),
        regions: table("region", spec.regions.iter().copied(), region),
        directions: table("direction", 0..spec.directions, |id, _| {
            Arc::new(Direction {
                id,
                name: Localised::default(),
                summary: None,
                aliases: Vec::new(),
                sample: false,
                origin: ORIGIN,
            })
        }),
        objects: table("object", 0..spec.objects.len(), |id, place| {
            object_kind(spec, id, place)
        }),
        patrons: table("patron", 0..spec.patrons.len(), |id, place| {
            patron(spec, id, place)
        }),
        awards: Table::default(),
        figures: Table::default(),
        corrections: Table::default(),
        editions: Table::default(),
        projects: table("project", 0..spec.projects.len(), |id, place| {
            project(spec, id, place)
        }),
        news: Table::default(),
        pages: Table::default(),
        contributions: table("contribution", &spec.gifts, |_, gift| {
            contribution(spec, gift)
        }),
        outlines: None,
        synonyms: Default::default(),
        shows_samples: false,
        mixes_samples: false,
        scope: None,
        rules_page: None,
        data_page: None,
    }
}

fn table<I: TableIndex, S, T>(
    kind: &str,
    specs: impl IntoIterator<Item = S>,
    make: impl Fn(Id, S) -> T,
) -> Table<I, T> {
    Table::new(specs.into_iter().enumerate().map(|(place, spec)| {
        let id = Id::parse(&format!("{kind}-{place}")).expect("a plain word and a number");
        (id.clone(), make(id, spec))
    }))
}

fn site() -> Site {
    Site {
        frame: Default::default(),
        title: Localised::default(),
        description: None,
        base_url: "https://tagzym.example".to_owned(),
        theme: "default".to_owned(),
        languages: Lang::ALL.to_vec(),
        default_language: Lang::Kk,
        required: vec![Lang::Kk],
        fallback: Lang::ALL.to_vec(),
        first_year: 1991,
        samples: Samples::Show,
        scope: None,
        scope_place: ORIGIN.field("scope"),
        outlines: None,
        contact: None,
        contact_place: ORIGIN.field("contact"),
        licence: None,
    }
}

fn region(id: Id, districts: usize) -> Region {
    let districts = (0..districts).map(|number| District {
        id: Id::parse(&format!("district-{number}")).expect("a plain word and a number"),
        kato: None,
        name: Localised::default(),
        aliases: Vec::new(),
    });
    Region {
        record: Arc::new(RegionRecord {
            id,
            iso: None,
            kato: None,
            name: Localised::default(),
            inside: None,
            former_names: Vec::new(),
            centre: None,
            population: None,
            tile: Vec::new(),
            since: None,
            until: None,
            successors: Vec::new(),
            districts: districts.collect(),
            aliases: Vec::new(),
            sample: false,
            origin: ORIGIN,
        }),
        successors: Vec::new(),
        predecessors: Vec::new(),
        prose: Portrait::default(),
    }
}

fn object_kind(spec: &Spec, id: Id, place: usize) -> ObjectKind {
    let children = (0..spec.objects.len()).filter(|&child| spec.objects[child] == Some(place));
    ObjectKind {
        record: Arc::new(ObjectKindRecord {
            id,
            name: Localised::default(),
            plural: None,
            parent: None,
            aliases: Vec::new(),
            sample: false,
            origin: ORIGIN,
        }),
        parent: spec.objects[place].map(ObjectKindId::new),
        children: children.map(ObjectKindId::new).collect(),
    }
}

fn patron(spec: &Spec, id: Id, place: usize) -> Patron {
    let giver = spec.patrons[place];
    Patron {
        record: Arc::new(PatronRecord {
            kind: PatronKind::Company,
            region: Id::parse(&format!("region-{}", giver.home)).expect("a plain word"),
            consent: match giver.anonymous {
                true => Consent::Anonymous,
                false => Consent::Public,
            },
            ..patron_record(id.as_str())
        }),
        region: TableIndex::new(giver.home),
        contributions: gifts_where(spec, |gift| gift.givers.contains(&place)),
        awards: Vec::new(),
        portrait: Portrait::default(),
    }
}

fn project(spec: &Spec, id: Id, place: usize) -> Project {
    let purpose = spec.projects[place];
    Project {
        links: Links::default(),
        text: Arc::new(WriteUp {
            slug: id.clone(),
            id,
            aliases: Vec::new(),
            aliases_in: None,
            image: None,
            images: Vec::new(),
            images_in: None,
            sample: false,
            folder: "content/projects".into(),
            versions: PerLang::default(),
            refs: OutgoingRefs::default(),
        }),
        region: TableIndex::new(purpose.region),
        district: purpose.district.map(TableIndex::new),
        direction: TableIndex::new(purpose.direction),
        object: purpose.object.map(TableIndex::new),
        status: ProjectStatus::UnderWay,
        started: None,
        completed: None,
        cancelled: None,
        reason: None,
        beneficiaries: None,
        location: None,
        contributions: gifts_where(
            spec,
            |gift| matches!(gift.goes_to, GoesTo::Project(project) if project == place),
        )
        .into(),
        stated_in: StatedIn::default(),
        sorted_by: None,
    }
}

fn contribution(spec: &Spec, gift: &Gift) -> Contribution {
    let purpose = spec.purpose(gift);
    Contribution {
        patrons: gift
            .givers
            .iter()
            .map(|&giver| TableIndex::new(giver))
            .collect(),
        amount: gift.amount.map(Tenge),
        date: gift.date,
        status: gift.status,
        in_kind: gift.amount.is_none().then(Arc::default),
        annotation: None,
        region: TableIndex::new(purpose.region),
        district: purpose.district.map(TableIndex::new),
        direction: TableIndex::new(purpose.direction),
        object: purpose.object.map(TableIndex::new),
        project: match gift.goes_to {
            GoesTo::Project(project) => Some(TableIndex::new(project)),
            GoesTo::Own(_) => None,
        },
        item: 0,
        purpose: None,
    }
}

fn gifts_where(spec: &Spec, is_meant: impl Fn(&Gift) -> bool) -> Vec<ContributionId> {
    let places = (0..spec.gifts.len()).filter(|&place| is_meant(&spec.gifts[place]));
    places.map(ContributionId::new).collect()
}
