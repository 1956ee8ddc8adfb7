//! What concerns more than one place of the programmes.

use super::*;
use crate::standard::check::{each, fault_at, unique};

/// No id is used twice where it names something: among industries, facts, programmes, sources and duties; within a
/// programme among its groups, conditions, categories and figures; within a condition among its readings.
pub(super) fn ids(root: &Place) {
    for list in ["industries", "facts", "programmes", "sources"] {
        unique(root, &[list]);
    }
    let mut duties: Vec<String> = Vec::new();
    each(root, "programmes", |_, programme| {
        for list in ["groups", "conditions", "categories", "figures"] {
            unique(programme, &[list]);
        }
        each(programme, "conditions", |_, condition| {
            unique(condition, &["readings"]);
        });
        // What a visitor ticks is kept by the id of the duty alone.
        each(programme, "duties", |_, duty| {
            if let Some(Node::Text(id)) = duty.node.get("id") {
                if duties.contains(id) {
                    let message = format!("the id \"{id}\" is already used by another duty");
                    duty.fault("duplicate-id", message);
                }
                duties.push(id.clone());
            }
        });
    });
}

/// Everything that needs the whole.
pub(super) fn programmes(programmes: &Programmes, root: &Place) {
    each(root, "programmes", |index, place| {
        let programme = &programmes.programmes[index];
        groups(programmes, programme, place);
        for (number, condition) in programme.conditions.iter().enumerate() {
            for problem in condition_problems(programmes, condition) {
                fault_at(place, "conditions", number, "readings", "bad-reading", problem);
            }
        }
    });
    for (index, fact) in programmes.facts.iter().enumerate() {
        let asked = programmes
            .programmes
            .iter()
            .any(|programme| programme.facts().contains(&index));
        if !asked {
            let message = format!("no condition asks for the fact \"{}\"", fact.id);
            fault_at(root, "facts", index, "id", "unreachable", message);
        }
    }
}

fn groups(programmes: &Programmes, programme: &Programme, place: &Place) {
    if let Some(other) = programme.same_industries_as
        && (!programme.groups.is_empty() || programmes.programmes[other].groups.is_empty())
    {
        place.fault(
            "bad-group",
            "\"sameIndustriesAs\" names a programme with groups, and stands where there are none",
        );
    }
    for (index, group) in programme.groups.iter().enumerate() {
        if group.complete && group.entries.is_empty() {
            let message = "a complete group has entries".to_owned();
            fault_at(place, "groups", index, "entries", "empty", message);
        }
        if !group.complete && group.note.is_none() {
            let message = "what is not complete says so in a \"note\"".to_owned();
            fault_at(place, "groups", index, "complete", "bad-group", message);
        }
        for entry in &group.entries {
            let mut named = [&entry.industries, &entry.matches, &entry.perhaps]
                .map(Vec::as_slice)
                .concat();
            let count = named.len();
            named.sort_unstable();
            named.dedup();
            let title = entry.text.get(Lang::En);
            if count == 0 {
                let message = format!("no industry leads to the entry \"{title}\"");
                fault_at(place, "groups", index, "entries", "unreachable", message);
            } else if named.len() < count {
                let message = format!("the entry \"{title}\" names an industry twice");
                fault_at(place, "groups", index, "entries", "bad-group", message);
            }
        }
    }
}

/// What is wrong with the tests of a condition.
fn condition_problems(programmes: &Programmes, condition: &Condition) -> Vec<String> {
    let mut problems = Vec::new();
    let readings = match &condition.check {
        Check::Readings(readings) => readings.as_slice(),
        _ => &[],
    };
    for test in condition.tests() {
        let fact = &programmes.facts[test.fact];
        let problem = match (&fact.origin, &test.figure) {
            (Origin::Asked(Kind::YesNo), Some(_)) => "is yes-no: no figure goes with it",
            (Origin::Asked(Kind::Count { min, max, .. }), Some(figure))
                if figure.value % 100 != 0 || !(*min..=*max).contains(&(figure.value / 100)) =>
            {
                "takes no such number: it must be whole and within the bounds of the fact"
            }
            (Origin::Asked(Kind::Number { min, max, .. }), Some(figure))
                if !(*min..=*max).contains(&figure.value) =>
            {
                "takes no such number: it must be within the bounds of the fact"
            }
            (Origin::Asked(Kind::Count { .. } | Kind::Number { .. }) | Origin::Rate(_), None) => {
                "is a number: the test lacks its figure"
            }
            _ => continue,
        };
        problems.push(format!("the fact \"{}\" {problem}", fact.id));
    }
    // Else open answers could decide a reading that is called unknown: nothing is both below 3 and above 5.
    for reading in readings {
        let tests: Vec<&Test> = reading.any_of.iter().flatten().collect();
        let other_way = |test: &&Test| {
            tests
                .iter()
                .any(|other| other.fact == test.fact && other.compare != test.compare)
        };
        if tests.iter().any(other_way) {
            problems.push(format!("the reading \"{}\" tests a fact in two ways", reading.id));
        }
    }
    problems
}
