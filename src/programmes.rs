//! Programmes that the announcements and their successors speak of, as typed data: whom they concern, what they ask,
//! what duty they bring, how they stand. [`Programmes`] that exist are valid; the format is that of `data/README.md`.
//! What is not published is not in the data, and nothing here fills it in.

use crate::document::{Fault, Faults, Node, Place};
use crate::lang::{Lang, Text};
use crate::standard::{Basis, Figure, Hundredths, Kind, Source};

mod check;
mod conditions;
mod facts;
mod judge;
mod order;
mod read;
mod search;

pub use conditions::{Check, Condition, Reading, Test};
pub use facts::{FactState, Open, Value};
pub use judge::{Concern, How, JudgedCondition, JudgedProgramme, JudgedReading, Membership, judge};
pub use search::search;

/// What the picker offers: an industry, a field or a chain that a programme names.
#[derive(Clone, Debug, Default)]
pub struct Industry {
    /// Its id, on which saved files rely.
    pub id: String,
    /// Its name. Both languages are always loaded, since both are searched.
    pub title: Text,
    /// Pinyin initials of the Chinese name, lower case.
    pub initials: String,
    /// Other words that people use, in any language; for the search alone.
    pub words: Vec<String>,
    /// Codes of GB/T 4754-2017 such as `C36`, unverified; for the search alone.
    pub codes: Vec<String>,
}

/// Where the value of a fact comes from.
#[derive(Clone, Debug)]
pub enum Origin {
    /// It is asked beside the questionnaire: a count, a number or yes-no.
    Asked(Kind),
    /// It is the rate with this id of the questionnaire, in percent.
    Rate(String),
    /// It is the answer to the question with this id: a number, yes-no, or how many options are chosen.
    Question(String),
}

impl Default for Origin {
    fn default() -> Origin {
        Origin::Asked(Kind::YesNo)
    }
}

/// Something that a condition asks of a firm.
#[derive(Clone, Debug, Default)]
pub struct Fact {
    /// Its id, on which saved files rely.
    pub id: String,
    /// Where its value comes from.
    pub origin: Origin,
    /// Its unit after 1, where that is another word.
    pub unit_one: Option<Text>,
    /// The question, or the name of what the questionnaire tells.
    pub text: Text,
    /// How to answer it.
    pub help: Text,
}

/// A member of a group as the document names it.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// Its name in the document.
    pub text: Text,
    /// Industries of the same name.
    pub industries: Vec<usize>,
    /// Industries of another name that this project counts to it.
    pub matches: Vec<usize>,
    /// Industries that it covers only in part, as this project sees it: whether it concerns a firm hangs on its product.
    pub perhaps: Vec<usize>,
}

/// Industries that a programme names together.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// Where its members come from.
    pub basis: Basis,
    /// Whether all its members are known; else nobody can be said to be outside.
    pub complete: bool,
    /// What must be said with it; always, where it is not complete.
    pub note: Option<Text>,
    /// How many members it has, where the document tells that and no names.
    pub count: Option<Figure>,
    /// Its members.
    pub entries: Vec<Entry>,
}

/// A tier or kind of award with conditions of its own.
#[derive(Clone, Debug, Default)]
pub struct Category {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: Text,
}

/// What a programme lays on those whom it concerns.
#[derive(Clone, Debug, Default)]
pub struct Duty {
    /// Its id, on which saved files rely.
    pub id: String,
    /// What is to be done.
    pub text: Text,
    /// Where it stands.
    pub basis: Basis,
}

/// What a figure of a programme is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FigureKind {
    /// An objective of the programme itself, not a condition on a firm.
    #[default]
    Objective,
    /// Money as it was paid then.
    Money,
    /// A mere fact.
    Fact,
}

/// A figure of a programme that is no condition on a firm.
#[derive(Clone, Debug, Default)]
pub struct NamedFigure {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: FigureKind,
    /// Its name.
    pub title: Text,
    /// Its unit, where that is more than a sign.
    pub unit: Option<Text>,
    /// The figure.
    pub figure: Figure,
}

/// Something that happened on a day.
#[derive(Clone, Debug, Default)]
pub struct Event {
    /// The day, as far as known.
    pub date: String,
    /// What happened.
    pub text: Text,
    /// Where that stands.
    pub basis: Basis,
}

/// Something to be said of a programme.
#[derive(Clone, Debug, Default)]
pub struct Note {
    /// What is said.
    pub text: Text,
    /// Where it comes from.
    pub basis: Basis,
}

/// A programme.
#[derive(Clone, Debug, Default)]
pub struct Programme {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// What it is, in a sentence.
    pub about: Text,
    /// Index of its document, whose standing is that of the programme.
    pub source: usize,
    /// Its standing, in a sentence.
    pub standing: Text,
    /// Indexes of documents that came later.
    pub later: Vec<usize>,
    /// What says so of each of them, in the same order.
    pub later_basis: Vec<Option<Basis>>,
    /// Indexes of the documents that it rests on.
    pub rests_on: Vec<usize>,
    /// What says so of each of them, in the same order.
    pub rests_on_basis: Vec<Option<Basis>>,
    /// Date of the newest document on it, or on what followed it, that its author knew.
    pub known_until: String,
    /// What must be said of it.
    pub notes: Vec<Note>,
    /// Index of the programme whose groups are also its own.
    pub same_industries_as: Option<usize>,
    /// Whom it concerns; empty where it is not bound to an industry.
    pub groups: Vec<Group>,
    /// Tiers or kinds of award; empty where there is only one.
    pub categories: Vec<Category>,
    /// What it asks of a firm.
    pub conditions: Vec<Condition>,
    /// What it lays on a firm.
    pub duties: Vec<Duty>,
    /// Its other figures.
    pub figures: Vec<NamedFigure>,
    /// What happened, in order.
    pub dates: Vec<Event>,
}

/// What this project chose itself, and from where it remembers the codes.
#[derive(Clone, Debug, Default)]
pub struct IndustryBasis {
    /// Initials and other words.
    pub words: Basis,
    /// The codes.
    pub codes: Basis,
    /// Which differently named industries are taken together.
    pub matches: Basis,
}

/// All programmes, with what they ask and the industries that they name.
#[derive(Clone, Debug, Default)]
pub struct Programmes {
    /// The industries of the picker, in its order.
    pub industries: Vec<Industry>,
    /// Where what is said of industries comes from.
    pub industry_basis: IndustryBasis,
    /// What conditions ask.
    pub facts: Vec<Fact>,
    /// Where the wording of the facts comes from.
    pub fact_basis: Basis,
    /// The programmes, in the order of their files.
    pub programmes: Vec<Programme>,
    /// Every document cited.
    pub sources: Vec<Source>,
}

impl Programmes {
    /// Reads programmes whose texts are given in `languages`.
    ///
    /// # Errors
    /// Every fault of the document, each with its place.
    pub fn parse(document: &Node, languages: &[Lang]) -> Result<Programmes, Vec<Fault>> {
        let faults = Faults::default();
        let root = Place::root(document, &faults);
        let programmes = read::programmes(&root, languages);
        check::ids(&root);
        if faults.is_empty() {
            check::programmes(&programmes, &root);
        }
        if faults.is_empty() {
            Ok(programmes)
        } else {
            Err(faults.into_vec())
        }
    }

    /// Index of the industry `id`.
    pub fn industry(&self, id: &str) -> Option<usize> {
        self.industries.iter().position(|industry| industry.id == id)
    }

    /// The groups of a programme, its own or those of the programme that it names.
    pub fn groups(&self, programme: usize) -> &[Group] {
        let own = &self.programmes[programme];
        match own.same_industries_as {
            Some(other) => &self.programmes[other].groups,
            None => &own.groups,
        }
    }
}

impl Fact {
    /// The unit of a number, in hundredths of it; none of what is no number asked here.
    pub fn unit(&self, number: Hundredths) -> Option<&Text> {
        match &self.origin {
            Origin::Asked(kind) => kind.unit(self.unit_one.as_ref(), number),
            _ => None,
        }
    }
}

impl Programme {
    /// Indexes of the facts that its conditions ask, each once, in their order.
    pub fn facts(&self) -> Vec<usize> {
        let mut facts = Vec::new();
        for test in self.conditions.iter().flat_map(Condition::tests) {
            if !facts.contains(&test.fact) {
                facts.push(test.fact);
            }
        }
        facts
    }
}
