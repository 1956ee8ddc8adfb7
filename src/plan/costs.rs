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
use crate::document::{Fault, Faults, Node, Place};
use crate::lang::Text;
use crate::standard::{FULL, Hundredths, Standard};
use std::cell::RefCell;

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
    /// Everything that is wrong with `costs` as a document.
    pub document_faults: Vec<Fault>,
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

/// Reads what a firm asks for. What is wrong is left out of it and named, each fault with its place below `/costs`.
pub fn read(standard: &Standard, answers: &Answers) -> Asked {
    let nothing = Node::Map(Vec::new());
    let costs = answers.extra(Extra::Costs).unwrap_or(&nothing);
    let faults = Faults::default();
    let typed = RefCell::default();
    let reader = Reader {
        standard,
        typed: &typed,
        units: ["万元", "个月", "%"].map(unit),
    };
    let mut asked = reader.asked(answers, &Place::root(costs, &faults));
    asked.faults = typed.into_inner();
    asked.document_faults = faults.into_vec();
    for fault in &mut asked.document_faults {
        fault.path.insert_str(0, "/costs");
    }
    asked
}

fn unit(zh_cn: &str) -> Unit {
    let en = match zh_cn {
        "万元" => "×10,000 CNY",
        "个月" => "months",
        other => other,
    };
    Unit::of(&Text {
        zh_cn: Some(zh_cn.into()),
        en: Some(en.into()),
    })
}

/// Money and months, each where it is given.
type GivenPrice = (Option<Hundredths>, Option<Hundredths>);

struct Reader<'r> {
    standard: &'r Standard,
    typed: &'r RefCell<Vec<(Field, TypedFault)>>,
    /// The units of money, of time and of a mark.
    units: [Unit; 3],
}

impl Reader<'_> {
    fn asked(&self, answers: &Answers, root: &Place) -> Asked {
        let standard = self.standard;
        let mut classes = vec![(None, None); standard.efforts.len()];
        let mut questions = vec![(None, None); standard.questions.len()];
        let (mut order, mut own) = (Order::SideBySide, false);
        let mut wanted = vec![Wanted::Every; standard.criteria.len()];
        let (mut kind, mut mark) = (REACH[0], None);
        if let Some(fields) = root.fields() {
            let word = |key, words: &[&'static str]| fields.get(key).and_then(|place| one_of(&place, words));
            own = word("count", &["effort", "own"]) == Some("own");
            if word("order", &["side-by-side", "one-after-another"]) == Some("one-after-another") {
                order = Order::OneAfterAnother;
            }
            if let Some(place) = fields.get("efforts") {
                let find = |id: &str| standard.efforts.iter().position(|effort| effort.id == id);
                self.prices(
                    &place,
                    "effort class",
                    find,
                    &mut classes,
                    [Field::EffortMoney, Field::EffortMonths],
                );
            }
            if let Some(place) = fields.get("questions") {
                let find = |id: &str| standard.question(id);
                self.prices(
                    &place,
                    "question",
                    find,
                    &mut questions,
                    [Field::Money, Field::Months],
                );
            }
            if let Some(place) = fields.get("target") {
                (kind, mark) = self.target(&place, &mut wanted);
            }
            fields.close();
        }
        let costing = if own {
            let prices = standard.questions.iter().zip(&questions).map(|(question, mine)| {
                let class = question.effort.map_or((None, None), |effort| classes[effort]);
                // Who enters no time wants to know of money alone.
                let months = mine.1.or(class.1).unwrap_or_default();
                mine.0.or(class.0).map(|money| Price { money, months })
            });
            Costing {
                prices: prices.collect(),
                order,
            }
        } else {
            Costing::by_effort(standard, order)
        };
        let elements = standard.elements.iter().enumerate();
        let mine = elements.filter(|(_, element)| element.tracks.contains(answers.track));
        let reach = match (kind, mark) {
            ("index", Some(mark)) => Reach::Index(mark),
            ("elements", Some(mark)) => Reach::Elements(mine.map(|(index, _)| (index, mark)).collect()),
            _ => Reach::Nothing,
        };
        Asked {
            target: Target {
                criteria: wanted,
                reach,
            },
            costing,
            own,
            reach: kind,
            faults: Vec::new(),
            document_faults: Vec::new(),
        }
    }

    /// The prices by id: of effort classes, or of questions.
    fn prices(
        &self,
        place: &Place,
        what: &str,
        find: impl Fn(&str) -> Option<usize>,
        prices: &mut [GivenPrice],
        of: [fn(usize) -> Field; 2],
    ) {
        for (id, place) in place.fields().iter().flat_map(|fields| fields.all()) {
            let Some(index) = find(id) else {
                place.fault("unknown-id", format!("there is no {what} \"{id}\""));
                continue;
            };
            if let Some(fields) = place.fields() {
                let number = |key, field| self.number(&fields.get(key)?, field, MOST_PRICE);
                let money = number("money", of[0](index));
                prices[index] = (money, number("months", of[1](index)));
                fields.close();
            }
        }
    }

    /// What the mark is set on, and the mark; and what is wanted of each criterion.
    fn target(&self, place: &Place, wanted: &mut [Wanted]) -> (&'static str, Option<Hundredths>) {
        let Some(fields) = place.fields() else {
            return (REACH[0], None);
        };
        let reach = fields.get("reach").and_then(|place| one_of(&place, &REACH));
        let kind = reach.unwrap_or(REACH[0]);
        let place_of_mark = fields.get("mark");
        let mut mark = None;
        if kind != REACH[0] {
            let is_there = |place: &Place| *place.node != Node::Text(String::new());
            match place_of_mark.filter(is_there) {
                Some(place) => mark = self.number(&place, Field::Mark, FULL),
                None => place.fault(
                    "missing-key",
                    format!("the key \"mark\" is missing: \"reach\" is \"{kind}\""),
                ),
            }
        }
        let criteria = fields.get("criteria");
        for (id, place) in criteria
            .iter()
            .filter_map(Place::fields)
            .flat_map(|fields| fields.all().collect::<Vec<_>>())
        {
            let Some(index) = self
                .standard
                .criteria
                .iter()
                .position(|criterion| criterion.id == id)
            else {
                place.fault("unknown-id", format!("there is no criterion \"{id}\""));
                continue;
            };
            let readings = &self.standard.criteria[index].readings;
            let ids = readings.iter().map(|reading| reading.id.as_str());
            let words: Vec<&str> = ["every", "none"].into_iter().chain(ids).collect();
            wanted[index] = match one_of(&place, &words) {
                None | Some("every") => Wanted::Every,
                Some("none") => Wanted::None,
                Some(id) => readings
                    .iter()
                    .position(|reading| reading.id == id)
                    .map_or(Wanted::Every, Wanted::Reading),
            };
        }
        fields.close();
        (kind, mark)
    }

    /// A number, or the text that a visitor would type for it, from 0 to `most` hundredths; none where nothing is typed.
    fn number(&self, place: &Place, field: Field, most: Hundredths) -> Option<Hundredths> {
        if matches!(place.node, Node::Number(_)) {
            return place.hundredths(0, most);
        }
        let [money, months, percent] = &self.units;
        let unit = match field {
            Field::Mark => percent,
            Field::Money(_) | Field::EffortMoney(_) => money,
            Field::Months(_) | Field::EffortMonths(_) => months,
        };
        let text = place.text()?;
        read_number(text, unit, false, 0, most).unwrap_or_else(|fault| {
            self.typed.borrow_mut().push((field, fault));
            place.fault("bad-costs", format!("is \"{text}\": {fault}"));
            None
        })
    }
}

/// One of these words, or a fault; nothing typed is none.
fn one_of<'w>(place: &Place, words: &[&'w str]) -> Option<&'w str> {
    let text = place.text()?;
    let found = words.iter().find(|word| **word == text);
    if found.is_none() && !text.is_empty() {
        place.fault(
            "unknown-word",
            format!("is \"{text}\"; expected one of {}", words.join(", ")),
        );
    }
    found.copied()
}
