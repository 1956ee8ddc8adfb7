//! The assessment a second time, the simple way: the sentences of the contract in fractions of any length, and verdicts
//! by trying every completion of the open answers. It shares no code with the engine.

use num_rational::BigRational;
use readiness_check::answers::{Answer, Answers};
use readiness_check::assess::Verdict;
use readiness_check::standard::{Compare, Demand, Item, Kind, Limit, Reading, Standard, Test};

/// An exact fraction.
pub fn fraction(numerator: i64, denominator: i64) -> BigRational {
    BigRational::new(numerator.into(), denominator.into())
}

/// Rounded down.
pub fn floor(number: &BigRational) -> i64 {
    i64::try_from(number.floor().to_integer()).expect("an index is small")
}

/// How the open answers are taken.
#[derive(Clone, Copy, PartialEq)]
pub enum Open {
    /// Not at all: only what is answered counts.
    LeftOut,
    /// Each at its worst; a question that opens others is then answered so that it closes them.
    Worst,
    /// Each at its best.
    Best,
}

/// The result for one item.
enum Points {
    Counts(BigRational),
    Open,
    DoesNotApply,
}

/// A standard and answers to it.
pub struct Oracle<'a> {
    pub standard: &'a Standard,
    pub answers: &'a Answers,
}

impl Oracle<'_> {
    /// Whether a question is not asked, because of an earlier answer.
    pub fn is_closed(&self, question: usize, open: Open) -> bool {
        let Some(asked_if) = self.standard.questions[question].asked_if else {
            return false;
        };
        let opens = match self.answers.get(asked_if.question) {
            Some(Answer::YesNo(yes)) => *yes,
            Some(Answer::OneOf(option)) => *option >= asked_if.at_least.expect("one-of needs it"),
            _ => open != Open::Worst,
        };
        !opens || self.is_closed(asked_if.question, open)
    }

    fn is_not_applicable(&self, question: usize) -> bool {
        self.answers.get(question) == Some(&Answer::NotApplicable)
    }

    fn count(&self, question: usize) -> Option<i64> {
        match self.answers.get(question) {
            Some(Answer::Count(count)) => Some(*count),
            _ => None,
        }
    }

    fn question(&self, question: usize, open: Open) -> Points {
        if self.is_closed(question, open) {
            return Points::Counts(fraction(0, 1));
        }
        let points = match (
            self.answers.get(question),
            &self.standard.questions[question].kind,
        ) {
            (Some(Answer::NotApplicable), _) => return Points::DoesNotApply,
            (Some(Answer::YesNo(yes)), _) => fraction(if *yes { 10_000 } else { 0 }, 1),
            (Some(Answer::OneOf(option)), Kind::OneOf(options)) => fraction(options[*option].points, 1),
            (Some(Answer::ManyOf(chosen)), Kind::ManyOf(options)) => {
                fraction(10_000 * chosen.len() as i64, options.len() as i64)
            }
            _ => return Points::Open,
        };
        Points::Counts(points)
    }

    fn rate(&self, part: usize, total: usize, open: Open) -> Points {
        if self.is_closed(part, open) || self.is_closed(total, open) {
            return Points::Counts(fraction(0, 1));
        }
        if self.is_not_applicable(total) {
            return Points::DoesNotApply;
        }
        match (self.count(part), self.count(total)) {
            (Some(part), Some(total)) => Points::Counts(fraction(10_000 * part.min(total), total)),
            _ => Points::Open,
        }
    }

    /// The weighted mean of an element; `None` where nothing in it counts.
    pub fn element(&self, element: usize, open: Open) -> Option<BigRational> {
        let mine = |tracks: readiness_check::standard::Tracks| tracks.contains(self.answers.track);
        let questions = self.standard.questions.iter().enumerate();
        let questions =
            questions.filter(|(_, q)| q.element == Some(element) && q.weight > 0 && mine(q.tracks));
        let questions = questions.map(|(index, q)| (q.weight, self.question(index, open)));
        let rates = self
            .standard
            .rates
            .iter()
            .filter(|rate| rate.element == element && mine(rate.tracks));
        let rates = rates.map(|rate| (rate.weight, self.rate(rate.part, rate.total, open)));
        let items = questions
            .chain(rates)
            .filter_map(|(weight, points)| match (points, open) {
                (Points::Counts(points), _) => Some((weight, points)),
                (Points::Open, Open::Worst) => Some((weight, fraction(0, 1))),
                (Points::Open, Open::Best) => Some((weight, fraction(10_000, 1))),
                (Points::Open, Open::LeftOut) | (Points::DoesNotApply, _) => None,
            });
        mean(items)
    }

    /// The elements of the track.
    pub fn elements(&self) -> impl Iterator<Item = usize> {
        let elements = self.standard.elements.iter().enumerate();
        elements
            .filter(|(_, element)| element.tracks.contains(self.answers.track))
            .map(|(index, _)| index)
    }

    /// The index; `None` where nothing counts.
    pub fn index(&self, open: Open) -> Option<BigRational> {
        let weight = |element: usize| self.standard.elements[element].weight;
        mean(
            self.elements()
                .filter_map(|element| Some((weight(element), self.element(element, open)?))),
        )
    }

    /// The value of a question that is asked and answered.
    fn given(&self, question: usize) -> Option<&Answer> {
        let asked = self.standard.questions[question]
            .tracks
            .contains(self.answers.track)
            && !self.is_closed(question, Open::Best);
        let of_nothing = self.standard.rates.iter().any(|rate| {
            rate.part == question
                && rate.tracks.contains(self.answers.track)
                && self.is_not_applicable(rate.total)
                && !self.is_closed(rate.total, Open::Best)
        });
        let no_value = |answer: &&Answer| matches!(answer, Answer::Unknown | Answer::NotApplicable);
        self.answers
            .get(question)
            .filter(|answer| asked && !of_nothing && !no_value(answer))
    }

    /// The answer to a question that is asked, if it is a count.
    fn counted(&self, question: usize) -> Option<i64> {
        match self.given(question) {
            Some(Answer::Count(count)) => Some(*count),
            _ => None,
        }
    }

    /// The ids of all contradictions.
    pub fn contradictions(&self) -> Vec<&str> {
        let above = |part: usize, whole: usize| matches!((self.counted(part), self.counted(whole)), (Some(part), Some(whole)) if part > whole);
        let standard = self.standard;
        let relations = standard
            .relations
            .iter()
            .filter(|found| above(found.part, found.whole));
        let rates = standard.rates.iter().filter(|rate| above(rate.part, rate.total));
        let rules = standard
            .rules
            .iter()
            .filter(|rule| rule.when.iter().all(|test| self.holds(test)));
        let relations = relations.map(|found| found.id.as_str());
        let rates = rates.map(|found| found.id.as_str());
        relations
            .chain(rates)
            .chain(rules.map(|found| found.id.as_str()))
            .collect()
    }

    /// Whether a test of a rule holds: everything is measured by a fraction, options by their place.
    fn holds(&self, test: &Test) -> bool {
        let place = |place: usize| fraction(place as i64, 1);
        let limit = match test.limit {
            Limit::Number(hundredths) => fraction(hundredths, 100),
            Limit::Option(option) => place(option),
            Limit::YesNo(yes) => place(usize::from(yes)),
        };
        let found = match test.item {
            Item::Rate(index) => {
                let rate = &self.standard.rates[index];
                if !rate.tracks.contains(self.answers.track) {
                    return false;
                }
                let (Some(part), Some(total)) = (self.counted(rate.part), self.counted(rate.total)) else {
                    return false;
                };
                fraction(100 * part.min(total), total)
            }
            Item::Question(index) => match (self.given(index), test.limit) {
                (Some(Answer::Count(count)), _) => fraction(*count, 1),
                (Some(Answer::Number(hundredths)), _) => fraction(*hundredths, 100),
                (Some(Answer::YesNo(yes)), _) => place(usize::from(*yes)),
                (Some(Answer::OneOf(chosen)), _) => place(*chosen),
                (Some(Answer::ManyOf(chosen)), Limit::Option(option)) => {
                    return chosen.contains(&option);
                }
                (Some(Answer::ManyOf(chosen)), _) => place(chosen.len()),
                _ => return false,
            },
        };
        match test.compare {
            Compare::AtLeast => found >= limit,
            Compare::AtMost => found <= limit,
            Compare::Is => found == limit,
        }
    }

    /// Whether a reading reaches its figure in every completion of the open answers, in none, or in some.
    pub fn reading(&self, reading: &Reading, at_least: i64) -> Verdict {
        let mut questions = reading.questions.clone();
        for relation in &self.standard.relations {
            let pair = [relation.part, relation.whole];
            if pair.iter().any(|question| reading.questions.contains(question)) {
                questions.extend(pair);
            }
        }
        questions.sort_unstable();
        questions.dedup();
        let mut outcomes = [false, false];
        self.complete(&questions, &mut Vec::new(), &mut |values| {
            let of = |question: &usize| values[questions.binary_search(question).expect("it is there")];
            let mut wanted = reading.questions.iter().map(of);
            let reaches = match reading.demand {
                Demand::SumOf => wanted.sum::<i64>() >= at_least,
                Demand::EachOf => wanted.all(|value| value >= at_least),
            };
            outcomes[usize::from(reaches)] = true;
        });
        match outcomes {
            [false, true] => Verdict::Met,
            [true, false] => Verdict::NotMet,
            [true, true] => Verdict::Unknown,
            [false, false] => panic!("no completion agrees with the answers"),
        }
    }

    /// Calls `with` for every completion in which no part is more than its whole, unless the answers given say so.
    fn complete(&self, questions: &[usize], values: &mut Vec<i64>, with: &mut dyn FnMut(&[i64])) {
        let Some(question) = questions.get(values.len()) else {
            let value = |question: usize| Some(values[questions.binary_search(&question).ok()?]);
            let fits = self.standard.relations.iter().all(|relation| {
                let given = |question: usize| self.counted(question).is_some();
                match (value(relation.part), value(relation.whole)) {
                    (Some(part), Some(whole)) => {
                        part <= whole || (given(relation.part) && given(relation.whole))
                    }
                    _ => true,
                }
            });
            if fits {
                with(values);
            }
            return;
        };
        let (least, most) = match (self.counted(*question), &self.standard.questions[*question].kind) {
            (Some(value), _) => (value, value),
            (None, Kind::Count { min, max, .. }) => (*min, *max),
            (None, _) => panic!("a reading asks for counts"),
        };
        for value in least..=most {
            values.push(value);
            self.complete(questions, values, with);
            values.pop();
        }
    }
}

fn mean(items: impl Iterator<Item = (i64, BigRational)>) -> Option<BigRational> {
    let (mut weights, mut sum) = (0, fraction(0, 1));
    for (weight, points) in items {
        weights += weight;
        sum += points * fraction(weight, 1);
    }
    (weights > 0).then(|| sum / fraction(weights, 1))
}
