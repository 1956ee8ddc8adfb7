//! Plans as a document: the same facts by id. Its keys stand in this order. Hundredths are written as such, as in the
//! document of an assessment.

use super::{OutOfReach, Outcome, Plan, Step, Why};
use crate::answers::Answer;
use crate::document::Node;
use crate::standard::{Kind, Standard};

/// Name of the format.
const FORMAT: &str = "readiness-check/plan";

impl Why {
    /// The word that documents have for it.
    pub fn word(self) -> &'static str {
        match self {
            Why::TotalOpen => "total-open",
            Why::NotApplicable => "not-applicable",
            Why::NoPrice => "no-price",
            Why::Bound => "bound",
        }
    }
}

fn each<T>(items: impl IntoIterator<Item = T>, node: impl FnMut(T) -> Node) -> Node {
    Node::List(items.into_iter().map(node).collect())
}

fn range(range: Option<(i64, i64)>) -> Node {
    range.map_or(Node::Null, |(before, after)| {
        Node::map([("before", Node::whole(before)), ("after", Node::whole(after))])
    })
}

impl Outcome {
    /// The outcome as a document.
    pub fn document(&self, standard: &Standard) -> Node {
        let (plans, out_of_reach) = match self {
            Outcome::Plans(plans) => (each(plans, |plan| plan.document(standard)), Node::Null),
            Outcome::OutOfReach(found) => (Node::Null, found.document(standard)),
        };
        Node::map([
            ("format", Node::text(FORMAT)),
            ("version", Node::whole(1)),
            ("standard", Node::text(&standard.id)),
            ("engine", Node::text(env!("CARGO_PKG_VERSION"))),
            ("plans", plans),
            ("outOfReach", out_of_reach),
        ])
    }
}

impl Plan {
    fn document(&self, standard: &Standard) -> Node {
        let merits = [
            ("cheapest", self.cheapest),
            ("fastest", self.fastest),
            ("fewest", self.fewest),
        ];
        let merits = merits.into_iter().filter(|(_, has)| *has);
        Node::map([
            ("merits", each(merits, |(name, _)| Node::text(name))),
            ("money", Node::whole(self.money)),
            ("months", Node::whole(self.months)),
            ("index", range(self.index)),
            ("steps", each(&self.steps, |step| step.document(standard))),
        ])
    }
}

impl Step {
    fn document(&self, standard: &Standard) -> Node {
        let id = |question: usize| Node::text(&standard.questions[question].id);
        let answer = |answer: &Answer| match (answer, &standard.questions[self.question].kind) {
            (Answer::Count(count) | Answer::Number(count), _) => Node::whole(*count),
            (Answer::YesNo(yes), _) => Node::Bool(*yes),
            (Answer::OneOf(option), Kind::OneOf(choices)) => Node::text(&choices[*option].id),
            // Which further options are taken is free: their number is what counts.
            (Answer::ManyOf(chosen), _) => Node::whole(chosen.len() as i64),
            _ => Node::Null,
        };
        let brings = self.brings.map_or(Node::Null, |(whole, from, to)| {
            let numbers = [("from", Node::whole(from)), ("to", Node::whole(to))];
            let [from, to] = numbers;
            Node::map([("question", id(whole)), from, to])
        });
        let meets = each(&self.meets, |(criterion, reading)| {
            let criterion = &standard.criteria[*criterion];
            Node::map([
                ("criterion", Node::text(&criterion.id)),
                ("reading", Node::text(&criterion.readings[*reading].id)),
            ])
        });
        Node::map([
            ("question", id(self.question)),
            ("open", Node::Bool(self.open)),
            ("from", answer(&self.from)),
            ("to", answer(&self.to)),
            ("rises", Node::whole(self.rises)),
            ("brings", brings),
            ("money", Node::whole(self.money)),
            ("months", Node::whole(self.months)),
            ("index", range(self.index)),
            ("meets", meets),
            ("opens", each(&self.opens, |question| id(*question))),
        ])
    }
}

impl OutOfReach {
    fn document(&self, standard: &Standard) -> Node {
        let element = |(element, mark, low): &(usize, i64, i64)| {
            Node::map([
                ("id", Node::text(&standard.elements[*element].id)),
                ("mark", Node::whole(*mark)),
                ("reaches", Node::whole(*low)),
            ])
        };
        let reading = |(criterion, reading): &(usize, usize)| {
            let criterion = &standard.criteria[*criterion];
            Node::map([
                ("criterion", Node::text(&criterion.id)),
                ("reading", Node::text(&criterion.readings[*reading].id)),
            ])
        };
        let blocker = |blocker: &super::Blocker| {
            Node::map([
                ("question", Node::text(&standard.questions[blocker.question].id)),
                ("why", Node::text(blocker.why.word())),
            ])
        };
        Node::map([
            ("index", self.index.map_or(Node::Null, Node::whole)),
            ("indexShort", Node::Bool(self.index_short)),
            ("elements", each(&self.elements, element)),
            ("readings", each(&self.readings, reading)),
            ("blockers", each(&self.blockers, blocker)),
        ])
    }
}
