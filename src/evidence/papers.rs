//! Each document once, with all that it proves, and what each department has to do.

use super::{Availability, EvidenceIndex, EvidenceItem};
use crate::assess::{Assessment, State};
use crate::lang::Lang;
use crate::standard::Standard;

/// A document, once for every answer that it would prove.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper<'a> {
    /// Where it stands in the evidence index: claim, and document of the claim. Never empty.
    pub places: Vec<(usize, usize)>,
    /// Whether it is at hand.
    pub availability: Availability,
    /// For how many of its answers that is stated.
    pub stated_for: usize,
    /// Who holds it or sees to it, as typed.
    pub holder: &'a str,
    /// Its date, as typed.
    pub date: &'a str,
    /// By when it is to be there, as typed.
    pub due: &'a str,
}

/// A question that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenQuestion {
    /// Index of the question.
    pub question: usize,
    /// Whether it was said to be unknown; else nobody has answered it yet.
    pub said_unknown: bool,
}

/// The part of one department.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DepartmentPart<'a> {
    /// Index of the department; `None` for questions that the standard gives to no department.
    pub department: Option<usize>,
    /// What it has to answer, in the order of the standard's questions.
    pub questions: Vec<OpenQuestion>,
    /// The documents of its answers, in the order of the first answer that each proves.
    pub papers: Vec<Paper<'a>>,
}

/// Every open question and every document, by departments in the order of the standard; those without any are left
/// out.
pub fn by_department<'a>(
    standard: &Standard,
    assessment: &Assessment,
    index: &EvidenceIndex<'a>,
) -> Vec<DepartmentPart<'a>> {
    let departments = (0..standard.departments.len()).map(Some).chain([None]);
    let mut parts: Vec<DepartmentPart> = departments
        .map(|department| DepartmentPart {
            department,
            questions: Vec::new(),
            papers: Vec::new(),
        })
        .collect();
    // What no department has stands last.
    let last = parts.len() - 1;
    let part_of = |question: usize| standard.questions[question].department.unwrap_or(last);
    for (question, state) in assessment.states.iter().enumerate() {
        let said_unknown = match state {
            State::NotAnswered => false,
            State::Unknown => true,
            _ => continue,
        };
        let open = OpenQuestion {
            question,
            said_unknown,
        };
        parts[part_of(question)].questions.push(open);
    }
    for paper in papers(standard, index) {
        let first = index.claims[paper.places[0].0].question;
        parts[part_of(first)].papers.push(paper);
    }
    parts.retain(|part| !part.questions.is_empty() || !part.papers.is_empty());
    parts
}

/// Every document of the index once, in the order of the first answer that it proves. What another department calls by
/// the same name is another document; and where statements on one contradict each other, it stands once for each.
fn papers<'a>(standard: &Standard, index: &EvidenceIndex<'a>) -> Vec<Paper<'a>> {
    let mut papers: Vec<Paper> = Vec::new();
    for (claim, found) in index.claims.iter().enumerate() {
        for (place, item) in found.items.iter().enumerate() {
            let mine = names(standard, found.question, item);
            let department = |question: usize| standard.questions[question].department;
            let known = papers.iter_mut().find(|paper| {
                let (claim, place) = paper.places[0];
                let first = &index.claims[claim];
                let its = names(standard, first.question, &first.items[place]);
                department(first.question) == department(found.question)
                    && its.iter().any(|name| mine.contains(name))
                    && paper.agrees(item)
            });
            match known {
                Some(paper) => paper.take(claim, place, item),
                None => papers.push(Paper {
                    places: vec![(claim, place)],
                    availability: item.availability,
                    stated_for: usize::from(item.availability != Availability::NotStated),
                    holder: item.holder,
                    date: item.date,
                    due: item.due,
                }),
            }
        }
    }
    papers
}

/// The names of a document: that under which it is kept, and those of the data.
fn names<'n>(standard: &'n Standard, question: usize, item: &EvidenceItem<'n>) -> Vec<&'n str> {
    let listed = item
        .listed
        .map(|place| &standard.questions[question].evidence[place]);
    let listed = listed
        .into_iter()
        .flat_map(|name| Lang::ALL.map(|lang| name.get(lang)));
    listed.chain([item.name]).collect()
}

impl<'a> Paper<'a> {
    /// Whether it is stated to be at hand for every answer that it proves.
    pub fn is_at_hand(&self) -> bool {
        self.availability == Availability::Have && self.stated_for == self.places.len()
    }

    /// Whether it is still to be looked for by what an index states, this one or that of an earlier moment with the same
    /// answers: it was stated to be missing, or an answer that it would prove has no other document at hand.
    pub fn is_wanted(&self, index: &EvidenceIndex) -> bool {
        let mut places = self.places.iter();
        places.any(|(claim, place)| {
            let claim = &index.claims[*claim];
            let item = claim.items.get(*place);
            !claim.is_proven() || item.is_some_and(|item| item.availability == Availability::Missing)
        })
    }

    /// Whether nothing that is stated of it contradicts what is stated for another answer.
    fn agrees(&self, item: &EvidenceItem) -> bool {
        let same = |mine: &str, other: &str| mine.is_empty() || other.is_empty() || mine == other;
        let stated = [self.availability, item.availability];
        same(self.holder, item.holder)
            && same(self.date, item.date)
            && same(self.due, item.due)
            && (stated[0] == stated[1] || stated.contains(&Availability::NotStated))
    }

    fn take(&mut self, claim: usize, place: usize, item: &EvidenceItem<'a>) {
        self.places.push((claim, place));
        if item.availability != Availability::NotStated {
            self.availability = item.availability;
            self.stated_for += 1;
        }
        let or = |mine: &mut &'a str, other: &'a str| {
            if mine.is_empty() {
                *mine = other;
            }
        };
        or(&mut self.holder, item.holder);
        or(&mut self.date, item.date);
        or(&mut self.due, item.due);
    }
}
