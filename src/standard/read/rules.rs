//! Departments, efforts, and rules on answers that contradict each other.

use super::*;

impl Reader<'_> {
    pub(super) fn department(&self, place: &Place) -> Department {
        object(place, |fields| Department {
            id: need(fields, "id", id),
            title: self.text(fields, "title"),
        })
    }

    pub(super) fn effort(&self, place: &Place) -> Effort {
        object(place, |fields| Effort {
            id: need(fields, "id", id),
            title: self.text(fields, "title"),
            points: need(fields, "points", |place| place.whole(1, 1000).unwrap_or_default()),
            basis: self.basis(fields, "basis"),
        })
    }

    pub(super) fn rule(&self, place: &Place) -> ContradictionRule {
        object(place, |fields| ContradictionRule {
            id: need(fields, "id", id),
            text: self.text(fields, "text"),
            when: need(fields, "when", |place| list(place, |item| self.test(item))),
            basis: self.basis(fields, "basis"),
        })
    }

    fn test(&self, place: &Place) -> Test {
        const COMPARISONS: [(&str, Compare); 3] = [
            ("atLeast", Compare::AtLeast),
            ("atMost", Compare::AtMost),
            ("is", Compare::Is),
        ];
        object(place, |fields| {
            let question = may(fields, "question", |place| self.asked(place));
            let rate = may(fields, "rate", |place| {
                self.reference(place, &ids(self.document, "rates"), "rate")
            });
            if question.is_some() == rate.is_some() {
                place.fault("missing-key", "a test has either \"question\" or \"rate\"");
            }
            let mut limits = Vec::new();
            for (key, compare) in COMPARISONS {
                let limit = may(fields, key, |place| self.limit(place, question));
                limits.extend(limit.map(|limit| (compare, limit)));
            }
            if limits.len() != 1 {
                place.fault(
                    "missing-key",
                    "a test has one of \"atLeast\", \"atMost\" and \"is\"",
                );
            }
            let (compare, limit) = limits.pop().unwrap_or((Compare::Is, Limit::YesNo(false)));
            Test {
                item: rate.map_or(Item::Question(question.unwrap_or_default()), Item::Rate),
                compare,
                limit,
            }
        })
    }

    fn limit(&self, place: &Place, question: Option<usize>) -> Limit {
        match place.node {
            Node::Bool(yes) => Limit::YesNo(*yes),
            Node::Text(_) => Limit::Option(self.option_of(place, question)),
            _ => Limit::Number(place.hundredths(-MOST, MOST).unwrap_or_default()),
        }
    }

    /// The number of the option here among those of a question; a question not found has been told already.
    pub(super) fn option_of(&self, place: &Place, question: Option<usize>) -> usize {
        let options = match (self.document.get("questions"), question) {
            (Some(Node::List(questions)), Some(question)) => {
                questions.get(question).map(|node| ids(node, "options"))
            }
            _ => None,
        };
        self.reference(place, &options.unwrap_or_default(), "option")
    }
}
