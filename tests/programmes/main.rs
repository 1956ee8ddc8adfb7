//! Which programme may fit a firm: cases worked by hand from the documents.

#[path = "../standard/mod.rs"]
mod standard;

mod concerns;
mod facts;
mod figures;
mod order;
mod search;
mod thresholds;
mod verdicts;

use readiness_check::assess::Verdict;
use readiness_check::document::Node;
use readiness_check::programmes::{Check, Concern, FactState, JudgedProgramme, Programmes};
use readiness_check::standard::Standard;
use standard::programmes::{case, judged, shipped};
use std::sync::OnceLock;

/// The shipped programmes and the standard of 2018.
struct World {
    programmes: Programmes,
    standard: Standard,
}

impl World {
    fn new() -> &'static World {
        static WORLD: OnceLock<World> = OnceLock::new();
        WORLD.get_or_init(|| World {
            programmes: shipped(),
            standard: standard::shipped("ningbo-3511-2018"),
        })
    }

    fn number(&self, id: &str) -> usize {
        let mut programmes = self.programmes.programmes.iter();
        programmes
            .position(|programme| programme.id == id)
            .unwrap_or_else(|| panic!("no programme {id}"))
    }

    fn judge(&self, answers: &str, profile: &str) -> (Vec<JudgedProgramme>, Vec<FactState>) {
        judged(
            &self.programmes,
            &self.standard,
            &case(&self.standard, "discrete", answers, profile),
        )
    }

    /// The verdict of a reading.
    fn reading(&self, judged: &[JudgedProgramme], [programme, condition, reading]: [&str; 3]) -> Verdict {
        let number = self.number(programme);
        let conditions = &self.programmes.programmes[number].conditions;
        let index = conditions
            .iter()
            .position(|found| found.id == condition)
            .expect("the condition");
        let Check::Readings(readings) = &conditions[index].check else {
            panic!("{programme} {condition} has no readings");
        };
        let place = readings
            .iter()
            .position(|found| found.id == reading)
            .expect("the reading");
        judged[number].conditions[index].readings[place].verdict
    }

    fn condition(&self, judged: &[JudgedProgramme], programme: &str, condition: &str) -> Option<Verdict> {
        let number = self.number(programme);
        let mut conditions = self.programmes.programmes[number].conditions.iter();
        let index = conditions
            .position(|found| found.id == condition)
            .expect("the condition");
        judged[number].conditions[index].verdict
    }

    fn concern(&self, industries: &[&str], programme: &str) -> Concern {
        let listed: Vec<Node> = industries.iter().map(|id| Node::text(id)).collect();
        let profile = Node::map([("industries", Node::List(listed))]).to_json();
        self.judge("{}", &profile).0[self.number(programme)]
            .concern
            .clone()
    }

    fn fact(&self, id: &str) -> usize {
        let mut facts = self.programmes.facts.iter();
        facts.position(|fact| fact.id == id).expect("the fact")
    }
}

/// A profile with these facts, and one more as a visitor types it.
fn typed(others: &str, fact: &str, text: &str) -> String {
    let Node::Map(mut facts) = Node::from_json(others).expect("JSON") else {
        panic!("facts are an object");
    };
    facts.push((fact.to_owned(), Node::text(text)));
    Node::map([("facts", Node::Map(facts))]).to_json()
}
