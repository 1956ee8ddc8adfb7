//! A standard as typed data. A [`Standard`] that exists is valid: [`Standard::parse`] finds every fault of a
//! document or gives the standard. The format is that of `data/README.md`, key by key.

use crate::document::{Fault, Faults, Node, Place};
use crate::lang::{Lang, Text};
use std::sync::OnceLock;

mod based_on;
pub(crate) mod check;
mod conditions;
pub mod description;
mod hash;
mod questions;
pub(crate) mod read;
mod rules;
mod sources;

pub use based_on::{composed, whole};
pub use conditions::{Criterion, Demand, Effect, PartOfWhole, Reading};
pub use hash::hexadecimal;
pub use questions::{
    AskedIf, Better, Choice, Department, Effort, Element, Kind, Question, Rate, Track, Tracks,
};
pub use rules::{Compare, ContradictionRule, Limit, Test};
pub use sources::{Basis, Clause, Figure, Grade, Original, Relation, Source, Standing};

/// Hundredths: of a percent where a share is meant, of the unit where a decimal number is meant.
pub type Hundredths = i64;

/// The points of a question that is fully met: 100 % in hundredths of a percent.
pub const FULL: i64 = 10_000;

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
    /// What says so of each of them, in the same order; none where the data gives the mere document.
    pub later_basis: Vec<Option<Basis>>,
    /// Id of the standard whose questionnaire and all else that is not its own it takes over.
    pub based_on: Option<String>,
    /// Date of the newest document that its author knew, as `2026-01-09`.
    pub known_until: String,
    /// What this project chose itself.
    pub own: OwnChoices,
    /// At least one.
    pub tracks: Vec<Track>,
    /// The parts of the index, in the order of their pages.
    pub elements: Vec<Element>,
    /// Who in a firm answers; empty where the standard does not part its questions so.
    pub departments: Vec<Department>,
    /// How much work a better answer is; empty where the standard does not say.
    pub efforts: Vec<Effort>,
    /// All questions of all tracks.
    pub questions: Vec<Question>,
    /// All rates.
    pub rates: Vec<Rate>,
    /// The published conditions; empty where none is published.
    pub criteria: Vec<Criterion>,
    /// Which answers bound each other.
    pub relations: Vec<PartOfWhole>,
    /// Answers that can hardly all be right.
    pub rules: Vec<ContradictionRule>,
    /// Figures before and after.
    pub effects: Vec<Effect>,
    /// Every document cited.
    pub sources: Vec<Source>,
    /// Its hash, where the document carried it or somebody asked for it.
    pub(crate) hash: OnceLock<String>,
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
    /// The published conditions, and what bounds them or did in another edition.
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
        Standard::read(document, languages, |standard, root, faults| {
            check::ids(root);
            if faults.is_empty() {
                check::standard(standard, root);
            }
            if faults.is_empty() {
                check::hash(standard, root);
            }
        })
    }

    /// The same of a document that the build has checked: what concerns several of its places is not checked again, and
    /// the hash is the one that it carries, since texts may be there in one language alone.
    ///
    /// # Errors
    /// Every fault of a single place.
    pub fn parse_checked(document: &Node, languages: &[Lang]) -> Result<Standard, Vec<Fault>> {
        Standard::read(document, languages, |standard, root, _| {
            if standard.hash.get().is_none() {
                root.fault("missing-key", "the key \"hash\" is missing");
            }
        })
    }

    fn read(
        document: &Node,
        languages: &[Lang],
        check: impl FnOnce(&mut Standard, &Place, &Faults),
    ) -> Result<Standard, Vec<Fault>> {
        let faults = Faults::default();
        let root = Place::root(document, &faults);
        let mut standard = read::standard(&root, languages);
        check(&mut standard, &root, &faults);
        if faults.is_empty() {
            Ok(standard)
        } else {
            Err(faults.into_vec())
        }
    }

    /// SHA-256 of the canonical JSON (keys sorted, no white space) of its description in every language, without the
    /// key `hash`, in 64 hexadecimal digits. It is the same whatever language is loaded: data of the build carries it.
    pub fn hash(&self) -> &str {
        self.hash.get_or_init(|| hash::of(self))
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
        let is_published = |index: usize| {
            self.questions[index].tracks.contains(track) && self.page_of(index) == Page::Published
        };
        let published = (0..self.questions.len())
            .any(is_published)
            .then_some(Page::Published);
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
