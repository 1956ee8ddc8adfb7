//! Plans as a document: the same facts by id. Its keys stand in this order. Hundredths are written as such, as in the
//! document of an assessment. It is written without a tree, which would take longer than working out the plans.

use super::{Blocker, OutOfReach, Outcome, Plan, Step, Why};
use crate::answers::Answer;
use crate::document::{Json, Node};
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

impl Outcome {
    /// The outcome as JSON text.
    pub fn document(&self, standard: &Standard) -> String {
        let mut writer = Writer {
            json: Json::default(),
            standard,
        };
        writer.outcome(self);
        writer.json.into_text()
    }
}

struct Writer<'a> {
    json: Json,
    standard: &'a Standard,
}

impl Writer<'_> {
    fn text(&mut self, key: &str, text: &str) {
        self.json.key(key).text(text);
    }

    fn whole(&mut self, key: &str, number: i64) {
        self.json.key(key).node(&Node::whole(number));
    }

    fn bool(&mut self, key: &str, value: bool) {
        self.json.key(key).node(&Node::Bool(value));
    }

    fn null(&mut self, key: &str) {
        self.json.key(key).node(&Node::Null);
    }

    fn id(&mut self, key: &str, question: usize) {
        self.text(key, &self.standard.questions[question].id);
    }

    fn each<T>(
        &mut self,
        key: &str,
        items: impl IntoIterator<Item = T>,
        mut write: impl FnMut(&mut Self, T),
    ) {
        self.json.key(key).open_list();
        for item in items {
            self.json.entry();
            write(self, item);
        }
        self.json.close_list();
    }

    fn map(&mut self, write: impl FnOnce(&mut Self)) {
        self.json.open();
        write(self);
        self.json.close();
    }

    fn outcome(&mut self, outcome: &Outcome) {
        let standard = self.standard;
        self.map(|writer| {
            writer.text("format", FORMAT);
            writer.whole("version", 1);
            writer.text("standard", &standard.id);
            writer.text("engine", env!("CARGO_PKG_VERSION"));
            match outcome {
                Outcome::Plans(plans) => {
                    writer.each("plans", plans, Writer::plan);
                    writer.null("outOfReach");
                }
                Outcome::OutOfReach(found) => {
                    writer.null("plans");
                    writer.json.key("outOfReach");
                    writer.out_of_reach(found);
                }
            }
        });
    }

    fn plan(&mut self, plan: &Plan) {
        self.map(|writer| {
            let merits = [
                ("cheapest", plan.cheapest),
                ("fastest", plan.fastest),
                ("fewest", plan.fewest),
            ];
            let merits = merits.into_iter().filter(|(_, has)| *has);
            writer.each("merits", merits, |writer, (name, _)| writer.json.text(name));
            writer.whole("money", plan.money);
            writer.whole("months", plan.months);
            writer.range("index", plan.index);
            writer.each("steps", &plan.steps, Writer::step);
        });
    }

    fn range(&mut self, key: &str, range: Option<(i64, i64)>) {
        let Some((before, after)) = range else {
            return self.null(key);
        };
        self.json.key(key);
        self.map(|writer| {
            writer.whole("before", before);
            writer.whole("after", after);
        });
    }

    fn answer(&mut self, key: &str, question: usize, answer: &Answer) {
        match (answer, &self.standard.questions[question].kind) {
            (Answer::Count(count) | Answer::Number(count), _) => self.whole(key, *count),
            (Answer::YesNo(yes), _) => self.bool(key, *yes),
            (Answer::OneOf(option), Kind::OneOf(choices)) => self.text(key, &choices[*option].id),
            // Which further options are taken is free: their number is what counts.
            (Answer::ManyOf(chosen), _) => self.whole(key, chosen.len() as i64),
            _ => self.null(key),
        }
    }

    fn step(&mut self, step: &Step) {
        self.map(|writer| {
            writer.id("question", step.question);
            writer.bool("open", step.open);
            writer.answer("from", step.question, &step.from);
            writer.answer("to", step.question, &step.to);
            writer.whole("rises", step.rises);
            match step.brings {
                None => writer.null("brings"),
                Some((whole, from, to)) => {
                    writer.json.key("brings");
                    writer.map(|writer| {
                        writer.id("question", whole);
                        writer.whole("from", from);
                        writer.whole("to", to);
                    });
                }
            }
            writer.whole("money", step.money);
            writer.whole("months", step.months);
            writer.range("index", step.index);
            writer.each("meets", &step.meets, Writer::reading);
            writer.each("opens", &step.opens, |writer, question| {
                writer.json.text(&writer.standard.questions[*question].id);
            });
        });
    }

    fn reading(&mut self, (criterion, reading): &(usize, usize)) {
        let criterion = &self.standard.criteria[*criterion];
        self.map(|writer| {
            writer.text("criterion", &criterion.id);
            writer.text("reading", &criterion.readings[*reading].id);
        });
    }

    fn out_of_reach(&mut self, found: &OutOfReach) {
        let standard = self.standard;
        self.map(|writer| {
            match found.index {
                Some(index) => writer.whole("index", index),
                None => writer.null("index"),
            }
            writer.bool("indexShort", found.index_short);
            writer.each("elements", &found.elements, |writer, (element, mark, low)| {
                writer.map(|writer| {
                    writer.text("id", &standard.elements[*element].id);
                    writer.whole("mark", *mark);
                    writer.whole("reaches", *low);
                });
            });
            writer.each("readings", &found.readings, Writer::reading);
            writer.each("blockers", &found.blockers, |writer, blocker: &Blocker| {
                writer.map(|writer| {
                    writer.id("question", blocker.question);
                    writer.text("why", blocker.why.word());
                });
            });
        });
    }
}
