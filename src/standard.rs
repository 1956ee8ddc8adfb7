//! A standard as typed data. A [`Standard`] that exists is valid: [`Standard::parse`] finds every fault of a
//! document or gives the standard. The format is that of `data/README.md`, key by key.

use crate::document::{Fault, Faults, Node, Place};
use crate::lang::{Lang, Text};

mod check;
mod read;

/// Hundredths: of a percent where a share is meant, of the unit where a decimal number is meant.
pub type Hundredths = i64;

/// The points of a question that is fully met: 100 % in hundredths of a percent.
pub const FULL: i64 = 10_000;

/// How far our knowledge of a statement goes. The letters are those of the data files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grade {
    /// `S`: stands in the announcement itself.
    Announcement,
    /// `V`: read in the document or in an official or press reprint of it.
    Verified,
    /// `2`: somebody else's summary; the original was not seen.
    Secondary,
    /// `D`: derived by arithmetic from the first two.
    Derived,
    /// `M`: remembered, unverified.
    Unverified,
    /// `X`: searched for and not found.
    #[default]
    NotFound,
    /// `own`: chosen by this project.
    Own,
}

impl Grade {
    /// Every grade with the letter that stands for it.
    pub const ALL: [(Grade, &'static str); 7] = [
        (Grade::Announcement, "S"),
        (Grade::Verified, "V"),
        (Grade::Secondary, "2"),
        (Grade::Derived, "D"),
        (Grade::Unverified, "M"),
        (Grade::NotFound, "X"),
        (Grade::Own, "own"),
    ];

    /// The letter that stands for the grade.
    pub fn letter(self) -> &'static str {
        Grade::ALL
            .iter()
            .find(|(grade, _)| *grade == self)
            .map_or("", |(_, letter)| letter)
    }
}

/// Whether a document is in force.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// `in-force`
    InForce,
    /// `historical`
    Historical,
    /// `draft`
    Draft,
    /// `unknown`
    #[default]
    Unknown,
}

/// A document that something is cited from.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// Its id in the data.
    pub id: String,
    /// Document number, where it has one.
    pub number: Option<Text>,
    /// Who issued it, where known.
    pub issuers: Option<Text>,
    /// Date as far as known: a year, a month or a day.
    pub date: Option<String>,
    /// Its title.
    pub title: Text,
    /// Whether it is in force.
    pub standing: Standing,
    /// The language of the text that was read; the other one is our translation. None: no text was seen.
    pub original: Option<Lang>,
    /// How far our knowledge of the document itself goes.
    pub grade: Grade,
    /// Its official address.
    pub address: Option<String>,
    /// What was read of it and what is open.
    pub note: Option<Text>,
}

/// The clause of a document.
#[derive(Clone, Debug, Default)]
pub enum Clause {
    /// The clause itself was not read.
    #[default]
    NotSeen,
    /// Where it stands.
    At(Text),
}

/// Where a rule, a wording or a number comes from.
#[derive(Clone, Debug, Default)]
pub struct Basis {
    /// Index into [`Standard::sources`].
    pub source: usize,
    /// The clause.
    pub clause: Clause,
    /// How far our knowledge of it goes.
    pub grade: Grade,
}

/// How a figure is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Relation {
    /// This much or more.
    AtLeast,
    /// More than this.
    MoreThan,
    /// A mere figure.
    #[default]
    Figure,
}

/// A number from a document.
#[derive(Clone, Debug, Default)]
pub struct Figure {
    /// The number, in hundredths of its unit.
    pub value: Hundredths,
    /// Its unit, such as `%`.
    pub unit: Option<String>,
    /// How it is meant.
    pub relation: Relation,
    /// Where it comes from.
    pub basis: Basis,
    /// What must be said with it.
    pub note: Option<Text>,
}

/// The tracks that something belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tracks(u32);

impl Tracks {
    /// Whether track number `track` is among them.
    pub fn contains(self, track: usize) -> bool {
        track < 32 && self.0 & 1 << track != 0
    }

    fn covers(self, other: Tracks) -> bool {
        other.0 & !self.0 == 0
    }
}

/// A kind of firm that the standard treats apart.
#[derive(Clone, Debug, Default)]
pub struct Track {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// For whom it is.
    pub about: Text,
}

/// A part of the index: a group of questions, on one page.
#[derive(Clone, Debug, Default)]
pub struct Element {
    /// Its id.
    pub id: String,
    /// The tracks that have it.
    pub tracks: Tracks,
    /// Its name.
    pub title: Text,
    /// What it is about.
    pub about: Text,
    /// Its weight in the index.
    pub weight: i64,
    /// Where the element comes from.
    pub basis: Basis,
}

/// A choice of a question.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// Points from 0 to 10000 for one-of; unused for many-of, where each choice brings the same.
    pub points: i64,
    /// What it says.
    pub text: Text,
}

/// What kind of answer a question takes.
#[derive(Clone, Debug, Default)]
pub enum Kind {
    /// A whole number.
    Count {
        /// Least value.
        min: i64,
        /// Greatest value.
        max: i64,
        /// Its unit.
        unit: Text,
    },
    /// A number with at most two decimals.
    Number {
        /// Least value.
        min: Hundredths,
        /// Greatest value.
        max: Hundredths,
        /// Its unit.
        unit: Text,
    },
    /// Yes or no.
    #[default]
    YesNo,
    /// One of the choices: worst first, best last.
    OneOf(Vec<Choice>),
    /// Any number of the choices, none included.
    ManyOf(Vec<Choice>),
}

/// Which way is better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Better {
    /// More is better; for yes-no, yes is.
    Higher,
    /// Less is better.
    Lower,
    /// A mere fact.
    #[default]
    None,
}

/// The answer of another question on which it depends whether a question is asked.
#[derive(Clone, Copy, Debug, Default)]
pub struct AskedIf {
    /// Index of the other question, which stands earlier.
    pub question: usize,
    /// Its least choice that opens the question; none for a yes-no question, where yes does.
    pub at_least: Option<usize>,
}

/// A question.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// Its id, on which saved files rely.
    pub id: String,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// The tracks that have it.
    pub tracks: Tracks,
    /// The element on whose page it stands; none on the pages of published conditions and effects.
    pub element: Option<usize>,
    /// Its weight in the element; 0 where it gives no points itself.
    pub weight: i64,
    /// Which way is better.
    pub better: Better,
    /// Whether "does not apply" may be answered.
    pub not_applicable: bool,
    /// When it is asked; always where there is none.
    pub asked_if: Option<AskedIf>,
    /// The question itself.
    pub text: Text,
    /// What counts.
    pub counts: Text,
    /// What does not count.
    pub counts_not: Text,
    /// Which year's or which state's figure is meant.
    pub as_of: Text,
    /// An example.
    pub example: Text,
    /// The papers that would prove the answer.
    pub evidence: Vec<Text>,
    /// Where it comes from.
    pub basis: Basis,
    /// Published figures beside it.
    pub references: Vec<Figure>,
}

/// A rate: a part divided by a total, both counts that are asked.
#[derive(Clone, Debug, Default)]
pub struct Rate {
    /// Its id.
    pub id: String,
    /// The tracks that have it.
    pub tracks: Tracks,
    /// Index of its element.
    pub element: usize,
    /// Its weight in the element.
    pub weight: i64,
    /// Its name.
    pub title: Text,
    /// Index of the question that gives the part.
    pub part: usize,
    /// Index of the question that gives the total, never 0.
    pub total: usize,
    /// Where it comes from.
    pub basis: Basis,
    /// Published figures beside it.
    pub references: Vec<Figure>,
}

/// What a reading demands of its questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Demand {
    /// Their sum reaches the figure.
    #[default]
    SumOf,
    /// Each of them reaches it.
    EachOf,
}

/// One way to understand a published condition.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Its id.
    pub id: String,
    /// What it says.
    pub text: Text,
    /// What it demands.
    pub demand: Demand,
    /// Indexes of the questions, all of them counts.
    pub questions: Vec<usize>,
}

/// A published condition.
#[derive(Clone, Debug, Default)]
pub struct Criterion {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// The published number, a whole one.
    pub at_least: Figure,
    /// The ways to understand it; at least one.
    pub readings: Vec<Reading>,
    /// What the published text leaves open.
    pub notes: Vec<Text>,
}

/// A part can never be more than its whole, so one answer says something of the other.
#[derive(Clone, Debug, Default)]
pub struct PartOfWhole {
    /// Its id, which is that of the contradiction.
    pub id: String,
    /// Index of the question that gives the part.
    pub part: usize,
    /// Index of the question that gives the whole.
    pub whole: usize,
    /// The contradiction, phrased as a question.
    pub text: Text,
}

/// A figure of the plant before and after its upgrade; it has no pass mark.
#[derive(Clone, Debug, Default)]
pub struct Effect {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// Whether an improvement goes up.
    pub up: bool,
    /// Index of the question before.
    pub before: usize,
    /// Index of the question after.
    pub after: usize,
    /// Where it comes from.
    pub basis: Basis,
    /// Published figures beside it, in percent of improvement.
    pub references: Vec<Figure>,
}

/// What this project chose itself.
#[derive(Clone, Debug, Default)]
pub struct OwnChoices {
    /// The weights of the index.
    pub weights: Basis,
    /// The points of the choices.
    pub points: Basis,
    /// The bounds of the numbers.
    pub bounds: Basis,
}

/// An edition of a standard.
#[derive(Clone, Debug, Default)]
pub struct Standard {
    /// Its id.
    pub id: String,
    /// The edition, such as `2018`.
    pub edition: String,
    /// Its title.
    pub title: Text,
    /// Index of the document that this edition is.
    pub source: usize,
    /// Its standing, in a sentence.
    pub standing: Text,
    /// Indexes of documents that came later.
    pub later: Vec<usize>,
    /// Date of the newest document that its author knew, as `2026-01-09`.
    pub known_until: String,
    /// What this project chose itself.
    pub own: OwnChoices,
    /// At least one.
    pub tracks: Vec<Track>,
    /// The parts of the index, in the order of their pages.
    pub elements: Vec<Element>,
    /// All questions of all tracks.
    pub questions: Vec<Question>,
    /// All rates.
    pub rates: Vec<Rate>,
    /// The published conditions; empty where none is published.
    pub criteria: Vec<Criterion>,
    /// Which answers bound each other.
    pub relations: Vec<PartOfWhole>,
    /// Figures before and after.
    pub effects: Vec<Effect>,
    /// Every document cited.
    pub sources: Vec<Source>,
}

/// Something that gives points: a question, or a rate of two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// Index into [`Standard::questions`].
    Question(usize),
    /// Index into [`Standard::rates`].
    Rate(usize),
}

/// A page of the questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The published conditions.
    Published,
    /// An element, by its index.
    Element(usize),
    /// The figures before and after.
    Effects,
}

impl Standard {
    /// Reads a standard whose texts are given in `languages`.
    ///
    /// # Errors
    /// Every fault of the document, each with its place.
    pub fn parse(document: &Node, languages: &[Lang]) -> Result<Standard, Vec<Fault>> {
        let faults = Faults::default();
        let root = Place::root(document, &faults);
        let standard = read::standard(&root, languages);
        check::ids(&root);
        if faults.is_empty() {
            check::standard(&standard, &root);
        }
        if faults.is_empty() {
            Ok(standard)
        } else {
            Err(faults.into_vec())
        }
    }

    /// Index of the question `id`.
    pub fn question(&self, id: &str) -> Option<usize> {
        self.questions.iter().position(|question| question.id == id)
    }

    /// Index of the track `id`.
    pub fn track(&self, id: &str) -> Option<usize> {
        self.tracks.iter().position(|track| track.id == id)
    }

    /// What gives points on `track`, with its weight, for each element: questions in the order of the data, a
    /// rate where its part is asked. Takes time linear in the standard.
    pub fn items(&self, track: usize) -> Vec<Vec<(Item, i64)>> {
        let mut rate_of_part = vec![None; self.questions.len()];
        for (index, rate) in self
            .rates
            .iter()
            .enumerate()
            .filter(|(_, rate)| rate.tracks.contains(track))
        {
            rate_of_part[rate.part] = Some((Item::Rate(index), rate.weight));
        }
        let mut items = vec![Vec::new(); self.elements.len()];
        for (index, question) in self.questions.iter().enumerate() {
            if let Some(element) = question.element.filter(|_| question.tracks.contains(track)) {
                let own = (question.weight > 0).then_some((Item::Question(index), question.weight));
                items[element].extend(own.into_iter().chain(rate_of_part[index]));
            }
        }
        items
    }

    /// The pages of a track, in their order.
    pub fn pages(&self, track: usize) -> Vec<Page> {
        let elements = self.elements.iter().enumerate();
        let mine = elements.filter(|(_, element)| element.tracks.contains(track));
        let published = (!self.criteria.is_empty()).then_some(Page::Published);
        let effects = (!self.effects.is_empty()).then_some(Page::Effects);
        published
            .into_iter()
            .chain(mine.map(|(index, _)| Page::Element(index)))
            .chain(effects)
            .collect()
    }

    /// The page on which a question stands.
    pub fn page_of(&self, question: usize) -> Page {
        match self.questions[question].element {
            Some(element) => Page::Element(element),
            None if self
                .effects
                .iter()
                .any(|e| e.before == question || e.after == question) =>
            {
                Page::Effects
            }
            None => Page::Published,
        }
    }

    /// The questions of a page on `track`, in the order of the data.
    pub fn questions_on(&self, page: Page, track: usize) -> Vec<usize> {
        let mine = |index: &usize| self.questions[*index].tracks.contains(track);
        (0..self.questions.len())
            .filter(mine)
            .filter(|index| self.page_of(*index) == page)
            .collect()
    }
}
