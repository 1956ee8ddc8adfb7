//! What a firm typed about its target and its own costs, read from the map `costs` of its answers. It is kept as it
//! was typed; here it becomes a target and prices, or a fault beside its field.
//!
//! ```json
//! { "count": "effort" | "own", "order": "side-by-side" | "one-after-another",
//!   "efforts": { "<effort>": { "money": "1.5", "months": "0.5" } },
//!   "questions": { "<question>": { "money": "20", "months": "6" } },
//!   "target": { "reach": "nothing" | "index" | "elements", "mark": "60",
//!               "criteria": { "<criterion>": "every" | "none" | "<reading>" } } }
//! ```
//! What is missing is the first of the words above, and every reading.

use super::{Costing, MOST_PRICE, Order, Price, Reach, Target, Wanted};
use crate::answers::{Answers, Extra, TypedFault, Unit, read_number};
use crate::document::Node;
use crate::lang::Text;
use crate::standard::{FULL, Hundredths, Standard};

/// A field in which a number is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The mark to reach, in percent.
    Mark,
    /// Money for one rise of an effort class, by its index.
    EffortMoney(usize),
    /// Months for it.
    EffortMonths(usize),
    /// Money for one rise of a question, by its index.
    Money(usize),
    /// Months for it.
    Months(usize),
}

/// What a firm asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The target.
    pub target: Target,
    /// The prices.
    pub costing: Costing,
    /// Whether the prices are the firm's own; else effort points.
    pub own: bool,
    /// What the marks are set on, whether one is typed or not: `nothing`, `index` or `elements`.
    pub reach: &'static str,
    /// What is wrong with what was typed.
    pub faults: Vec<(Field, TypedFault)>,
}

/// The words for what a mark is set on.
pub const REACH: [&str; 3] = ["nothing", "index", "elements"];

impl Costing {
    /// Every rise costs the points of its effort class, as money and as time alike.
    pub fn by_effort(standard: &Standard, order: Order) -> Costing {
        let price = |effort: usize| {
            let points = standard.efforts[effort].points * 100;
            Price {
                money: points,
                months: points,
            }
        };
        let questions = standard.questions.iter();
        Costing {
            prices: questions.map(|question| question.effort.map(price)).collect(),
            order,
        }
    }
}

/// Reads what a firm asks for.
pub fn read(standard: &Standard, answers: &Answers) -> Asked {
    let text = |path: &[&str]| said(answers.kept(Extra::Costs, path));
    let mut faults = Vec::new();
    let [money, months, percent] =
        [("万元", "×10,000 CNY"), ("个月", "months"), ("%", "%")].map(|(zh_cn, en)| {
            Unit::of(&Text {
                zh_cn: Some(zh_cn.into()),
                en: Some(en.into()),
            })
        });
    let mut number = |text: &str, field: Field, most: Hundredths| {
        let unit = match field {
            Field::Mark => &percent,
            Field::Money(_) | Field::EffortMoney(_) => &money,
            Field::Months(_) | Field::EffortMonths(_) => &months,
        };
        read_number(text, unit, false, 0, most).unwrap_or_else(|fault| {
            faults.push((field, fault));
            None
        })
    };
    let order = match text(&["order"]) {
        "one-after-another" => Order::OneAfterAnother,
        _ => Order::SideBySide,
    };
    let own = text(&["count"]) == "own";
    let costing = if own {
        let mut classes = Vec::new();
        for (index, effort) in standard.efforts.iter().enumerate() {
            let mut typed = |key, field| number(text(&["efforts", &effort.id, key]), field, MOST_PRICE);
            let money = typed("money", Field::EffortMoney(index));
            classes.push((money, typed("months", Field::EffortMonths(index))));
        }
        let mut prices = Vec::new();
        for (index, question) in standard.questions.iter().enumerate() {
            // Looked for once, and not for each of its two fields.
            let price = answers.kept(Extra::Costs, &["questions", &question.id]);
            let mut typed =
                |key, field| number(said(price.and_then(|price| price.get(key))), field, MOST_PRICE);
            let mine = [
                typed("money", Field::Money(index)),
                typed("months", Field::Months(index)),
            ];
            let class = question.effort.map_or((None, None), |effort| classes[effort]);
            // Who enters no time wants to know of money alone.
            let months = mine[1].or(class.1).unwrap_or_default();
            prices.push(mine[0].or(class.0).map(|money| Price { money, months }));
        }
        Costing { prices, order }
    } else {
        Costing::by_effort(standard, order)
    };
    let wanted = |criterion: &crate::standard::Criterion| {
        let wish = text(&["target", "criteria", &criterion.id]);
        let reading = criterion.readings.iter().position(|reading| reading.id == wish);
        match (reading, wish) {
            (Some(reading), _) => Wanted::Reading(reading),
            (None, "none") => Wanted::None,
            _ => Wanted::Every,
        }
    };
    let criteria = standard.criteria.iter().map(wanted).collect();
    let wish = text(&["target", "reach"]);
    let kind = REACH.into_iter().find(|word| *word == wish).unwrap_or(REACH[0]);
    let mark = match kind {
        "nothing" => None,
        _ => number(text(&["target", "mark"]), Field::Mark, FULL),
    };
    let elements = standard.elements.iter().enumerate();
    let mine = elements.filter(|(_, element)| element.tracks.contains(answers.track));
    let reach = match (kind, mark) {
        ("index", Some(mark)) => Reach::Index(mark),
        ("elements", Some(mark)) => Reach::Elements(mine.map(|(index, _)| (index, mark)).collect()),
        _ => Reach::Nothing,
    };
    Asked {
        target: Target { criteria, reach },
        costing,
        own,
        reach: kind,
        faults,
    }
}

/// The text that is kept, if it is one.
fn said(kept: Option<&Node>) -> &str {
    match kept {
        Some(Node::Text(text)) => text,
        _ => "",
    }
}
