//! Valid standards of every shape, and answers to them.

use crate::draw::Draw;
use readiness_check::answers::{Answer, Answers};
use readiness_check::document::Node;
use readiness_check::standard::{Kind, Question, Standard};

fn map<const N: usize>(entries: [(&str, Node); N]) -> Vec<(String, Node)> {
    entries
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value))
        .collect()
}

fn text(text: impl Into<String>) -> Node {
    Node::Text(text.into())
}

fn number(number: usize) -> Node {
    Node::Number(number as f64)
}

fn words() -> Node {
    Node::Map(map([("zh-CN", text("字")), ("en", text("word"))]))
}

fn basis() -> Vec<(String, Node)> {
    map([
        ("source", text("paper")),
        ("clause", text("not-seen")),
        ("grade", text("own")),
    ])
}

fn ids(ids: &[String]) -> Node {
    Node::List(ids.iter().map(text).collect())
}

/// The ids of the tracks in a set of bits.
fn tracks(set: u8) -> Vec<String> {
    (0..8)
        .filter(|track| set & 1 << track != 0)
        .map(|track| format!("track-{track}"))
        .collect()
}

/// An earlier question that may open a later one.
struct Gate {
    id: String,
    tracks: u8,
    /// None for yes-no.
    options: Option<usize>,
}

/// A count with its bounds.
struct Count {
    id: String,
    min: usize,
    max: usize,
    /// Whether a criterion asks for it.
    judged: bool,
}

/// A total that a further rate may share.
struct Total {
    id: String,
    tracks: u8,
    max: usize,
}

#[derive(Default)]
struct Builder {
    questions: Vec<Node>,
    rates: Vec<Node>,
    gates: Vec<Gate>,
    counts: Vec<Count>,
}

impl Builder {
    /// Adds a question and gives its id.
    fn ask(&mut self, kind: &str, set: u8, better: &str, more: Vec<(String, Node)>) -> String {
        let id = format!("q{}", self.questions.len());
        let mut entries = map([
            ("id", text(&id)),
            ("kind", text(kind)),
            ("tracks", ids(&tracks(set))),
            ("better", text(better)),
            ("evidence", Node::List(vec![words()])),
            ("basis", Node::Map(basis())),
        ]);
        for key in ["text", "counts", "countsNot", "asOf", "example"] {
            entries.push((key.to_owned(), words()));
        }
        entries.extend(more);
        self.questions.push(Node::Map(entries));
        id
    }

    fn count(&mut self, set: u8, better: &str, min: usize, max: usize, more: Vec<(String, Node)>) -> String {
        let mut entries = map([("min", number(min)), ("max", number(max)), ("unit", words())]);
        let judged = !more.iter().any(|(key, _)| key == "element");
        entries.extend(more);
        let id = self.ask("count", set, better, entries);
        self.counts.push(Count {
            id: id.clone(),
            min,
            max,
            judged,
        });
        id
    }

    /// A condition under which a question of these tracks is asked, or none.
    fn asked_if(&self, draw: &mut Draw, set: u8) -> Vec<(String, Node)> {
        let gates: Vec<_> = self.gates.iter().filter(|gate| set & !gate.tracks == 0).collect();
        if gates.is_empty() || !draw.chance(35) {
            return Vec::new();
        }
        let gate = draw.pick(&gates);
        let mut entries = map([("question", text(&gate.id))]);
        if let Some(options) = gate.options {
            let least = draw.between(1, options - 1);
            entries.push(("atLeast".to_owned(), text(format!("o{least}"))));
        }
        map([("askedIf", Node::Map(entries))])
    }

    /// A question of choices that gives points.
    fn choice(&mut self, draw: &mut Draw, element: &str, set: u8, weight: usize) {
        let mut more = map([("element", text(element)), ("weight", number(weight))]);
        more.extend(self.asked_if(draw, set));
        let not_applicable = draw.chance(40);
        more.extend(map([("notApplicable", Node::Bool(not_applicable))]));
        let kind = *draw.pick(&["yes-no", "one-of", "many-of"]);
        let options = draw.between(2, 4);
        if kind != "yes-no" {
            let mut points = 0;
            let options = (0..options).map(|index| {
                let mut option = map([("id", text(format!("o{index}"))), ("text", words())]);
                if kind == "one-of" {
                    if index == options - 1 {
                        points = 10_000;
                    } else if index > 0 {
                        points += draw.below((10_000 - points) / 2 + 1);
                    }
                    option.push(("points".to_owned(), number(points)));
                }
                Node::Map(option)
            });
            more.push(("options".to_owned(), Node::List(options.collect())));
        }
        let id = self.ask(kind, set, "higher", more);
        if !not_applicable && kind != "many-of" {
            let options = (kind == "one-of").then_some(options);
            self.gates.push(Gate {
                id,
                tracks: set,
                options,
            });
        }
    }

    /// A rate with a part of its own and a total that may be another's.
    fn rate(&mut self, draw: &mut Draw, element: &str, set: u8, weight: usize, totals: &mut Vec<Total>) {
        let here = || ("element".to_owned(), text(element));
        let shared = totals.iter().position(|total| set & !total.tracks == 0);
        let shared = shared.filter(|_| draw.chance(50));
        let total = shared.unwrap_or_else(|| {
            let min = draw.between(1, 2);
            let max = min + draw.between(1, 9);
            let mut more = self.asked_if(draw, set);
            more.push(("notApplicable".to_owned(), Node::Bool(draw.chance(40))));
            more.push(here());
            let id = self.count(set, "none", min, max, more);
            totals.push(Total { id, tracks: set, max });
            totals.len() - 1
        });
        // The part may always be the whole, so that a rate at its best is full.
        let max = totals[total].max + draw.below(3);
        let mut more = self.asked_if(draw, set);
        more.push(here());
        let part = self.count(set, "higher", 0, max, more);
        self.rates.push(Node::Map(map([
            ("id", text(format!("rate{}", self.rates.len()))),
            ("tracks", ids(&tracks(set))),
            ("element", text(element)),
            ("weight", number(weight)),
            ("title", words()),
            ("part", text(part)),
            ("total", text(&totals[total].id)),
            ("basis", Node::Map(basis())),
        ])));
    }

    /// An element with its questions.
    fn element(&mut self, draw: &mut Draw, id: &str, set: u8, weight: usize) -> Node {
        let mut totals = Vec::new();
        let mut sums = [0; 8];
        for item in 0..draw.between(1, 4) {
            // The first one is on every track, so that the element gives points everywhere.
            let set = if item == 0 { set } else { draw.part_of(set) };
            let weight = draw.between(1, 4);
            (0..8)
                .filter(|track| set & 1 << track != 0)
                .for_each(|track| sums[track] += weight);
            if draw.chance(35) {
                self.rate(draw, id, set, weight, &mut totals);
            } else {
                self.choice(draw, id, set, weight);
            }
        }
        let totals = sums.iter().enumerate().filter(|(_, sum)| **sum > 0);
        let totals = totals.map(|(track, sum)| (format!("track-{track}"), number(*sum)));
        Node::Map(map([
            ("id", text(id)),
            ("tracks", ids(&tracks(set))),
            ("title", words()),
            ("about", words()),
            ("weight", number(weight)),
            ("weightsTotal", Node::Map(totals.collect())),
            ("basis", Node::Map(basis())),
        ]))
    }

    /// Published conditions over some counts that are asked of everyone.
    fn criteria(&mut self, draw: &mut Draw, all: u8) -> Vec<Node> {
        let pool: Vec<String> = (0..draw.below(5))
            .map(|_| {
                let (min, more) = (draw.below(2), draw.between(1, 5));
                self.count(all, "higher", min, min + more, Vec::new())
            })
            .collect();
        let mut criteria = Vec::new();
        // Each question is named once at least, by a criterion of its own.
        for id in &pool {
            let readings = (0..draw.between(1, 2)).map(|reading| {
                let mut questions = vec![id.clone()];
                let other = draw.pick(&pool);
                if draw.chance(60) && other != id {
                    questions.push(other.clone());
                }
                let demand = *draw.pick(&["sumOf", "eachOf"]);
                let id = ("id", text(format!("r{reading}")));
                Node::Map(map([id, ("text", words()), (demand, ids(&questions))]))
            });
            let readings = Node::List(readings.collect());
            let mut at_least = map([("value", number(draw.between(1, 6)))]);
            at_least.extend(basis());
            criteria.push(Node::Map(map([
                ("id", text(format!("c{}", criteria.len()))),
                ("title", words()),
                ("atLeast", Node::Map(at_least)),
                ("readings", readings),
            ])));
        }
        criteria
    }

    /// A part and a whole that no criterion asks for.
    fn unjudged(&mut self, draw: &mut Draw, all: u8) -> Node {
        let set = draw.part_of(all);
        let part = self.count(set, "higher", 0, 3, Vec::new());
        let whole = self.count(set, "higher", 1, 3, Vec::new());
        Node::Map(map([
            ("id", text("unjudged")),
            ("part", text(part)),
            ("whole", text(whole)),
            ("text", words()),
        ]))
    }

    /// Parts and wholes among all counts; each count in one relation at most.
    fn relations(&self, draw: &mut Draw) -> Vec<Node> {
        let mut relations = Vec::new();
        let mut used = vec![false; self.counts.len()];
        for _ in 0..draw.below(12).min(12 * self.counts.len()) {
            // The published ones come last, where they are drawn more often.
            let last = self.counts.len().min(4);
            let one = self.counts.len() - 1 - draw.below(last);
            let two = draw.below(self.counts.len());
            let smaller = |count: &usize| (self.counts[*count].max, self.counts[*count].min);
            let (part, whole) = if smaller(&one) < smaller(&two) {
                (one, two)
            } else {
                (two, one)
            };
            let [p, w] = [&self.counts[part], &self.counts[whole]];
            // Parts and totals of rates are in no relation.
            let fits = p.min <= w.min && p.max <= w.max && p.judged && w.judged;
            if part == whole || used[part] || used[whole] || !fits {
                continue;
            }
            (used[part], used[whole]) = (true, true);
            relations.push(Node::Map(map([
                ("id", text(format!("relation{}", relations.len()))),
                ("part", text(&p.id)),
                ("whole", text(&w.id)),
                ("text", words()),
            ])));
        }
        relations
    }

    /// A test of a question that some of its answers pass and some fail.
    fn test(draw: &mut Draw, question: &Node) -> Node {
        let key = |key: &str| question.get(key).cloned();
        let (Some(Node::Text(id)), Some(Node::Text(kind))) = (key("id"), key("kind")) else {
            panic!("a question has an id and a kind");
        };
        let options = match key("options") {
            Some(Node::List(options)) => options.len(),
            _ => 0,
        };
        let compare = *draw.pick(&["atLeast", "atMost", "is"]);
        let mut within = |least: i64, most: i64| {
            let (least, most) = match compare {
                "atLeast" => (least + 1, most),
                "atMost" => (least, most - 1),
                _ => (least, most),
            };
            least + draw.below((most - least + 1) as usize) as i64
        };
        let (compare, limit) = match kind.as_str() {
            "yes-no" => ("is", Node::Bool(within(0, 9) > 4)),
            "one-of" => (compare, text(format!("o{}", within(0, options as i64 - 1)))),
            "many-of" if compare == "is" => ("is", text(format!("o{}", within(0, options as i64 - 1)))),
            "many-of" => (compare, Node::Number(within(0, options as i64) as f64)),
            _ => match (key("min"), key("max")) {
                (Some(Node::Number(min)), Some(Node::Number(max))) => {
                    (compare, Node::Number(within(min as i64, max as i64) as f64))
                }
                _ => panic!("a number has bounds"),
            },
        };
        Node::Map(map([("question", text(id)), (compare, limit)]))
    }

    /// Answers that contradict each other by a rule, on one of the tracks.
    fn rules(&self, draw: &mut Draw, count: usize) -> Vec<Node> {
        let is_on = |node: &Node, track: &str| match node.get("tracks") {
            Some(Node::List(tracks)) => tracks.contains(&text(track)),
            _ => true,
        };
        let mut rules = Vec::new();
        for _ in 0..draw.below(4) {
            let track = format!("track-{}", draw.below(count));
            let mut mine: Vec<&Node> = self.questions.iter().filter(|q| is_on(q, &track)).collect();
            let rates: Vec<&Node> = self.rates.iter().filter(|rate| is_on(rate, &track)).collect();
            let mut tests = Vec::new();
            if !rates.is_empty() && draw.chance(40) {
                let rate = draw.pick(&rates).get("id").cloned().unwrap_or(Node::Null);
                let (compare, limit) = *draw.pick(&[("atLeast", 62.5), ("atMost", 50.0), ("is", 100.0)]);
                tests.push(Node::Map(map([("rate", rate), (compare, Node::Number(limit))])));
            }
            for _ in 0..draw.between(2, 3).min(mine.len()) {
                let question = mine.remove(draw.below(mine.len()));
                tests.push(Builder::test(draw, question));
            }
            if tests.len() < 2 || mine.len() < 2 && tests.len() < 3 {
                continue;
            }
            rules.push(Node::Map(map([
                ("id", text(format!("rule{}", rules.len()))),
                ("text", words()),
                ("when", Node::List(tests)),
                ("basis", Node::Map(basis())),
            ])));
        }
        rules
    }

    /// Departments and efforts, and one of each for the questions that need them.
    fn assign(&mut self, draw: &mut Draw, criteria: &[Node]) -> [Vec<Node>; 2] {
        let named = |id: &str| map([("id", text(id)), ("title", words())]);
        let (departments, efforts) = (draw.below(3), draw.below(3));
        let asked = Node::List(criteria.to_vec()).to_json();
        let (mut department, mut effort) = (0, 0);
        for question in &mut self.questions {
            let Node::Map(entries) = question else { continue };
            let has = |key: &str, value: &str| entries.iter().any(|(k, v)| k == key && *v == text(value));
            let is_asked = entries
                .iter()
                .any(|(key, id)| key == "id" && asked.contains(&id.to_json()));
            let in_element = entries.iter().any(|(key, _)| key == "element");
            let rises = has("better", "higher") && (in_element || is_asked);
            if departments > 0 {
                let id = format!("department{}", department % departments);
                entries.push(("department".to_owned(), text(id)));
                department += 1;
            }
            if efforts > 0 && rises {
                let id = format!("effort{}", effort % efforts);
                entries.push(("effort".to_owned(), text(id)));
                effort += 1;
            }
        }
        // No more of them than there are questions to name them.
        let departments = (0..departments.min(department)).map(|index| named(&format!("department{index}")));
        let efforts = (0..efforts.min(effort)).map(|index| {
            let mut effort = named(&format!("effort{index}"));
            effort.extend(map([
                ("points", number(draw.between(1, 9))),
                ("basis", Node::Map(basis())),
            ]));
            effort
        });
        [
            departments.map(Node::Map).collect(),
            efforts.map(Node::Map).collect(),
        ]
    }

    /// A figure before and after.
    fn effect(&mut self, draw: &mut Draw, all: u8) -> Node {
        let (set, up) = (draw.part_of(all), draw.chance(50));
        let bounds = || map([("min", Node::Number(-2.5)), ("max", number(9)), ("unit", words())]);
        let before = self.ask("number", set, "none", bounds());
        let after = self.ask("number", set, if up { "higher" } else { "lower" }, bounds());
        Node::Map(map([
            ("id", text("effect")),
            ("title", words()),
            ("direction", text(if up { "up" } else { "down" })),
            ("before", text(before)),
            ("after", text(after)),
            ("basis", Node::Map(basis())),
        ]))
    }
}

/// The document of a valid standard.
pub fn standard(draw: &mut Draw) -> Node {
    let count = draw.between(1, 3);
    let all = (1 << count) - 1;
    let mut builder = Builder::default();
    let mut elements = Vec::new();
    let mut sums = vec![0; count];
    for index in 0..draw.between(1, 5) {
        let set = if index == 0 { all } else { draw.part_of(all) };
        let weight = draw.between(1, 4);
        (0..count)
            .filter(|track| set & 1 << track != 0)
            .for_each(|track| sums[track] += weight);
        elements.push(builder.element(draw, &format!("e{index}"), set, weight));
    }
    let criteria = builder.criteria(draw, all);
    let mut relations = builder.relations(draw);
    if draw.chance(20) {
        relations.push(builder.unjudged(draw, all));
    }
    let effects: Vec<Node> = (0..draw.below(2)).map(|_| builder.effect(draw, all)).collect();
    let rules = builder.rules(draw, count);
    let [departments, efforts] = builder.assign(draw, &criteria);
    let sums = sums
        .iter()
        .enumerate()
        .map(|(track, sum)| (format!("track-{track}"), number(*sum)));
    let tracks = tracks(all)
        .into_iter()
        .map(|id| Node::Map(map([("id", text(id)), ("title", words()), ("about", words())])));
    let own = || Node::Map(basis());
    Node::Map(map([
        ("id", text("generated")),
        ("edition", text("1")),
        ("title", words()),
        ("source", text("paper")),
        ("standing", words()),
        ("knownUntil", text("2026-01-01")),
        ("elementWeightsTotal", Node::Map(sums.collect())),
        (
            "basis",
            Node::Map(map([("weights", own()), ("points", own()), ("bounds", own())])),
        ),
        ("tracks", Node::List(tracks.collect())),
        ("elements", Node::List(elements)),
        ("departments", Node::List(departments)),
        ("efforts", Node::List(efforts)),
        ("questions", Node::List(builder.questions)),
        ("rates", Node::List(builder.rates)),
        ("criteria", Node::List(criteria)),
        ("relations", Node::List(relations)),
        ("rules", Node::List(rules)),
        ("effects", Node::List(effects)),
        (
            "sources",
            Node::List(vec![Node::Map(map([
                ("id", text("paper")),
                ("title", words()),
                ("standing", text("unknown")),
                ("original", text("none")),
                ("grade", text("own")),
            ]))]),
        ),
    ]))
}

/// A value for a question.
pub fn value(draw: &mut Draw, question: &Question) -> Answer {
    match &question.kind {
        Kind::Count { min, max, .. } => Answer::Count(min + draw.below((max - min) as usize + 1) as i64),
        Kind::Number { min, max, .. } => Answer::Number(min + draw.below((max - min) as usize + 1) as i64),
        Kind::YesNo => Answer::YesNo(draw.chance(50)),
        Kind::OneOf(choices) => Answer::OneOf(draw.below(choices.len())),
        Kind::ManyOf(choices) => Answer::ManyOf((0..choices.len()).filter(|_| draw.chance(50)).collect()),
    }
}

/// A value for a question, or that it does not apply.
pub fn settled(draw: &mut Draw, question: &Question) -> Answer {
    if question.not_applicable && draw.chance(35) {
        Answer::NotApplicable
    } else {
        value(draw, question)
    }
}

/// Answers to some of the questions, including those of other tracks and those that are closed.
pub fn answers(draw: &mut Draw, standard: &Standard) -> Answers {
    let mut answers = Answers::new(standard, draw.below(standard.tracks.len()));
    let density = *draw.pick(&[50, 80, 95, 20, 100, 0]);
    for (index, question) in standard.questions.iter().enumerate() {
        let answer = if draw.chance(density) {
            Some(settled(draw, question))
        } else {
            draw.chance(30).then_some(Answer::Unknown)
        };
        answers.set(index, answer);
    }
    answers
}
