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
use crate::answers::{Answer, Answers, Extra, TypedFault, read_typed};
use crate::document::Node;
use crate::lang::Text;
use crate::standard::{FULL, Hundredths, Kind, Standard};

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
    let mut number = |text: &str, field: Field, most: Hundredths| {
        hundredths(text, most).unwrap_or_else(|fault| {
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

/// A number as it is typed, with at most two decimals, from 0 to `most` hundredths; none where nothing is typed.
/// Money is asked for in units of ten thousand, so that 5万 is 5 of them; a percent sign says nothing more.
fn hundredths(text: &str, most: Hundredths) -> Result<Option<Hundredths>, TypedFault> {
    if text.is_empty() {
        return Ok(None);
    }
    if let Some(number) = digits(text).filter(|number| *number <= most) {
        return Ok(Some(number));
    }
    let text = text.trim().trim_end_matches(['元', '%', '％', '月', '个']);
    let text = text.trim_end().trim_end_matches('万');
    let kind = Kind::Number {
        min: 0,
        max: most,
        unit: Text::default(),
    };
    Ok(read_typed(text, &kind)?.and_then(|answer| match answer {
        Answer::Number(number) => Some(number),
        _ => None,
    }))
}

/// Nothing but a few digits, and perhaps one or two decimals: what most people type, and a list of own prices has a
/// hundred of it. Other texts are read by [`read_typed`], which reads these alike.
fn digits(text: &str) -> Option<Hundredths> {
    if text.len() > 12 {
        return None;
    }
    let (mut number, mut decimals) = (0, None);
    for byte in text.bytes() {
        match (byte, decimals) {
            (b'0'..=b'9', None | Some(0 | 1)) => {
                number = number * 10 + Hundredths::from(byte - b'0');
                decimals = decimals.map(|decimals| decimals + 1);
            }
            (b'.', None) => decimals = Some(0),
            _ => return None,
        }
    }
    match decimals {
        None => Some(number * 100),
        Some(0) => None,
        Some(1) => Some(number * 10),
        Some(_) => Some(number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn digits_are_read_as_all_that_is_typed(text in "[0-9]{0,7}[.]?[0-9]{0,6}", most in 0i64..2_000_000_000) {
            // With a sign they are read the other way.
            prop_assume!(!text.is_empty());
            prop_assert_eq!(hundredths(&text, most), hundredths(&format!("+{text}"), most));
        }
    }

    #[test]
    fn a_few_digits_need_no_further_reading() {
        let read = ["7", "12.3", "12.34", "007", ".5", "999999999999"].map(digits);
        let hundredths = [700, 1230, 1234, 700, 50, 99_999_999_999_900];
        assert_eq!(read, hundredths.map(Some));
        for text in [
            ".",
            "5.",
            "1.234",
            "1 2",
            "１",
            "-1",
            "1.2.3",
            "1e2",
            "1234567890123",
        ] {
            assert_eq!(digits(text), None, "{text:?}");
        }
    }
}
