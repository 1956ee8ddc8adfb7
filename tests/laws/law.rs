//! The laws. Each is a function over an engine, so that it can be asked of broken ones too.

use crate::draw::Draw;
use crate::generate;
use crate::oracle::{Open, Oracle, floor, fraction};
use num_rational::BigRational;
use readiness_check::answers::{Answer, Answers, Extra};
use readiness_check::assess::{Assessment, Contradiction, Fraction, Range, State, Step, Verdict};
use readiness_check::document::{Fault, Node};
use readiness_check::standard::{Better, Kind, Question, Standard};

/// The functions that the laws test. Each field is the program's own, or a broken copy of it.
#[derive(Clone, Copy)]
pub struct Engine {
    pub assess: fn(&Standard, &Answers) -> Assessment,
    pub trace: fn(&Assessment) -> Vec<Step>,
    /// The assessment of the second answers, from that of the first.
    pub after: fn(&Assessment, &Standard, &Answers, &Answers) -> Assessment,
    pub read: fn(&Node, &Standard) -> Result<Answers, Vec<Fault>>,
    pub write: fn(&Answers, &Standard) -> Node,
    /// Ours, base, theirs.
    pub merge: fn(&Answers, &Answers, &Answers) -> Answers,
}

/// The program's own functions.
pub const REAL: Engine = Engine {
    assess: readiness_check::assess::assess,
    trace: Assessment::trace,
    after: Assessment::after,
    read: Answers::read,
    write: written,
    merge: Answers::merged,
};

/// The document of answers.
pub fn written(answers: &Answers, standard: &Standard) -> Node {
    let json = serde_json::to_string(&answers.document(standard)).expect("JSON");
    Node::from_json(&json).expect("it was just written")
}

/// A standard, answers to it, and numbers for what a law chooses itself.
pub struct Case<'a> {
    pub standard: &'a Standard,
    pub answers: &'a Answers,
    pub numbers: &'a [u16],
}

impl Case<'_> {
    pub fn draw(&self) -> Draw<'_> {
        Draw::new(self.numbers)
    }

    /// The questions of the track.
    pub fn mine(&self) -> impl Iterator<Item = (usize, &Question)> {
        let questions = self.standard.questions.iter().enumerate();
        questions.filter(|(_, question)| question.tracks.contains(self.answers.track))
    }

    pub fn is_open(&self, question: usize) -> bool {
        matches!(self.answers.get(question), None | Some(Answer::Unknown))
    }

    pub fn with(&self, question: usize, answer: Option<Answer>) -> Answers {
        let mut answers = self.answers.clone();
        answers.set(question, answer);
        answers
    }

    pub fn name(&self, question: usize) -> &str {
        &self.standard.questions[question].id
    }
}

/// Whether a law holds for a case; if not, how it is broken.
pub type Outcome = Result<(), String>;

macro_rules! demand {
    ($holds:expr, $($words:tt)+) => {
        if !$holds {
            return Err(format!($($words)+));
        }
    };
}

/// The ranges of the index and of each dimension, with a name.
fn ranges(assessment: &Assessment, standard: &Standard) -> Vec<(String, Option<Range>)> {
    let index = ("the index".to_owned(), assessment.index.range);
    let dimensions = assessment.index.dimensions.iter();
    let dimensions = dimensions.map(|found| (standard.elements[found.element].id.clone(), found.range));
    [index].into_iter().chain(dimensions).collect()
}

/// Before and after, where both have a number.
fn both(before: &Assessment, after: &Assessment, standard: &Standard) -> Vec<(String, Range, Range)> {
    let pairs = ranges(before, standard).into_iter().zip(ranges(after, standard));
    pairs
        .filter_map(|((name, before), (_, after))| Some((name, before?, after?)))
        .collect()
}

pub fn the_value_lies_between_low_and_high(engine: &Engine, case: &Case) -> Outcome {
    for (name, range) in ranges(&(engine.assess)(case.standard, case.answers), case.standard) {
        let Some(range) = range else { continue };
        let ordered = 0 <= range.low && range.low <= range.value && range.value <= range.high;
        demand!(ordered && range.high <= 10_000, "{name} is {range:?}");
    }
    Ok(())
}

pub fn nothing_answered_is_anything_from_0_to_10000(engine: &Engine, case: &Case) -> Outcome {
    for answer in [None, Some(Answer::Unknown)] {
        let mut answers = Answers::new(case.standard, case.answers.track);
        (0..case.standard.questions.len()).for_each(|question| answers.set(question, answer.clone()));
        for (name, range) in ranges(&(engine.assess)(case.standard, &answers), case.standard) {
            let expected = Range {
                value: 0,
                low: 0,
                high: 10_000,
            };
            demand!(
                range == Some(expected),
                "with {answer:?} everywhere {name} is {range:?}"
            );
        }
    }
    Ok(())
}

pub fn nothing_open_is_one_number(engine: &Engine, case: &Case) -> Outcome {
    let mut draw = case.draw();
    let mut answers = case.answers.clone();
    for (question, asked) in case.mine().filter(|(question, _)| case.is_open(*question)) {
        answers.set(question, Some(generate::settled(&mut draw, asked)));
    }
    for (name, range) in ranges(&(engine.assess)(case.standard, &answers), case.standard) {
        let Some(range) = range else { continue };
        let equal = range.low == range.value && range.value == range.high;
        demand!(equal, "with nothing open {name} is {range:?}");
    }
    Ok(())
}

/// Some open questions of the track, and an answer for each.
fn further_answers(case: &Case) -> Vec<(usize, Answer)> {
    let mut draw = case.draw();
    let open: Vec<_> = case
        .mine()
        .filter(|(question, _)| case.is_open(*question))
        .collect();
    if open.is_empty() {
        return Vec::new();
    }
    let chosen = (0..6).map(|_| {
        let (question, asked) = draw.pick(&open);
        (*question, generate::settled(&mut draw, asked))
    });
    chosen.collect()
}

pub fn a_further_answer_never_widens_the_range(engine: &Engine, case: &Case) -> Outcome {
    let before = (engine.assess)(case.standard, case.answers);
    for (question, answer) in further_answers(case) {
        let after = (engine.assess)(case.standard, &case.with(question, Some(answer.clone())));
        let said = format!("once {} is {answer:?}", case.name(question));
        demand!(
            before.index.range.is_some() || after.index.range.is_none(),
            "{said}, an index that did not apply is {:?}",
            after.index.range
        );
        for (name, before, after) in both(&before, &after, case.standard) {
            let inside = before.low <= after.low && after.high <= before.high;
            demand!(inside, "{said}, {name} goes from {before:?} to {after:?}");
        }
    }
    Ok(())
}

/// Whether a change made numbers contradict each other.
pub fn excludes_anew(before: &Assessment, after: &Assessment) -> bool {
    let mut found = after.contradictions.iter();
    found.any(|found| found.is_certain() && !before.contradictions.contains(found))
}

pub fn a_further_answer_never_turns_a_settled_verdict(engine: &Engine, case: &Case) -> Outcome {
    let settled = |verdict: Verdict| matches!(verdict, Verdict::Met | Verdict::NotMet);
    let before = (engine.assess)(case.standard, case.answers);
    for (question, answer) in further_answers(case) {
        let after = (engine.assess)(case.standard, &case.with(question, Some(answer.clone())));
        // Numbers that contradict each other count as given; nothing is implied any more.
        if excludes_anew(&before, &after) {
            continue;
        }
        let said = format!("once {} is {answer:?}", case.name(question));
        let conditions = || {
            before
                .conditions
                .iter()
                .zip(&after.conditions)
                .zip(&case.standard.criteria)
        };
        let criteria = conditions()
            .map(|((before, after), criterion)| (criterion.id.clone(), before.verdict, after.verdict));
        let readings = conditions().flat_map(|((before, after), criterion)| {
            let readings = before
                .readings
                .iter()
                .zip(&after.readings)
                .zip(&criterion.readings);
            readings.map(|((before, after), reading)| {
                (
                    format!("{}/{}", criterion.id, reading.id),
                    before.verdict,
                    after.verdict,
                )
            })
        });
        let whole = before.verdict.zip(after.verdict);
        let whole = whole.map(|(before, after)| ("the whole".to_owned(), before, after));
        for (name, before, after) in criteria.chain(readings).chain(whole) {
            let stays = !settled(before) || before == after;
            demand!(stays, "{said}, {name} turns from {before:?} to {after:?}");
        }
    }
    Ok(())
}

/// Every answer that is one step better than a given one.
fn better(question: &Question, answer: &Answer) -> Vec<Answer> {
    match (answer, &question.kind) {
        (Answer::YesNo(false), _) => vec![Answer::YesNo(true)],
        (Answer::OneOf(option), Kind::OneOf(options)) if option + 1 < options.len() => {
            vec![Answer::OneOf(option + 1)]
        }
        (Answer::ManyOf(chosen), Kind::ManyOf(options)) => {
            let further = (0..options.len()).filter(|option| !chosen.contains(option));
            let with = |option| {
                let mut chosen = chosen.clone();
                chosen.push(option);
                chosen.sort_unstable();
                Answer::ManyOf(chosen)
            };
            further.map(with).collect()
        }
        (Answer::Count(count), Kind::Count { max, .. })
            if question.better == Better::Higher && count < max =>
        {
            vec![Answer::Count(count + 1)]
        }
        _ => Vec::new(),
    }
}

pub fn a_better_answer_lowers_nothing(engine: &Engine, case: &Case) -> Outcome {
    let before = (engine.assess)(case.standard, case.answers);
    let rank = |verdict: Verdict| match verdict {
        Verdict::NotMet => 0,
        Verdict::Unknown | Verdict::Depends => 1,
        Verdict::Met => 2,
    };
    for (question, asked) in case.mine() {
        let Some(given) = case.answers.get(question) else {
            continue;
        };
        for answer in better(asked, given) {
            let said = format!("once {} goes from {given:?} to {answer:?}", asked.id);
            let after = (engine.assess)(case.standard, &case.with(question, Some(answer)));
            for (name, before, after) in both(&before, &after, case.standard) {
                let rises =
                    before.value <= after.value && before.low <= after.low && before.high <= after.high;
                demand!(rises, "{said}, {name} goes from {before:?} to {after:?}");
            }
            let readings = |found: &Assessment| -> Vec<Verdict> {
                let readings = found.conditions.iter().flat_map(|condition| &condition.readings);
                readings.map(|reading| reading.verdict).collect()
            };
            let (before, after) = (readings(&before), readings(&after));
            let rises = before
                .iter()
                .zip(&after)
                .all(|(before, after)| rank(*before) <= rank(*after));
            demand!(rises, "{said}, the readings go from {before:?} to {after:?}");
        }
    }
    Ok(())
}

pub fn the_contradictions_are_those_of_the_oracle(engine: &Engine, case: &Case) -> Outcome {
    let oracle = Oracle {
        standard: case.standard,
        answers: case.answers,
    };
    let found = (engine.assess)(case.standard, case.answers);
    let name = |found: &Contradiction| match *found {
        Contradiction::Relation(index) => case.standard.relations[index].id.as_str(),
        Contradiction::Rate(index) => case.standard.rates[index].id.as_str(),
        Contradiction::Rule(index) => case.standard.rules[index].id.as_str(),
    };
    let names: Vec<&str> = found.contradictions.iter().map(name).collect();
    let expected = oracle.contradictions();
    demand!(
        names == expected,
        "contradictions are {names:?}, not {expected:?}"
    );
    Ok(())
}

pub fn the_order_of_keys_does_not_matter(engine: &Engine, case: &Case) -> Outcome {
    let document = (engine.write)(case.answers, case.standard);
    let Node::Map(mut entries) = document.clone() else {
        return Err("the answers are no object".to_owned());
    };
    for (_, value) in &mut entries {
        if let Node::Map(given) = value
            && !given.is_empty()
        {
            let by = case.draw().below(given.len());
            given.reverse();
            given.rotate_left(by);
        }
    }
    entries.reverse();
    let faults = |faults: Vec<Fault>| format!("{faults:?}");
    let one = (engine.read)(&document, case.standard).map_err(faults)?;
    let two = (engine.read)(&Node::Map(entries), case.standard).map_err(faults)?;
    demand!(one == two, "read in another order, {one:?} becomes {two:?}");
    let [one, two] = [one, two].map(|answers| (engine.assess)(case.standard, &answers));
    demand!(one == two, "assessed in another order, {one:?} becomes {two:?}");
    Ok(())
}

/// Changes the answers named by `change` and expects the same assessment.
fn change_nothing(engine: &Engine, case: &Case, change: impl Fn(usize) -> bool) -> Outcome {
    let mut draw = case.draw();
    let mut changed = case.answers.clone();
    for (index, question) in case.standard.questions.iter().enumerate() {
        if change(index) {
            let answer = generate::settled(&mut draw, question);
            changed.set(index, draw.chance(80).then_some(answer));
        }
    }
    let [before, after] = [case.answers, &changed].map(|answers| (engine.assess)(case.standard, answers));
    let said = |answers: &Answers| written(answers, case.standard).to_json();
    demand!(
        before == after,
        "changed to {}\n{before:?}\nbecomes\n{after:?}",
        said(&changed)
    );
    Ok(())
}

pub fn answers_of_another_track_change_nothing(engine: &Engine, case: &Case) -> Outcome {
    let track = case.answers.track;
    change_nothing(engine, case, |question| {
        !case.standard.questions[question].tracks.contains(track)
    })
}

pub fn answers_to_closed_questions_change_nothing(engine: &Engine, case: &Case) -> Outcome {
    let oracle = Oracle {
        standard: case.standard,
        answers: case.answers,
    };
    change_nothing(engine, case, |question| oracle.is_closed(question, Open::Best))
}

fn exact(fraction: Fraction) -> BigRational {
    crate::oracle::fraction(fraction.numerator, fraction.denominator)
}

pub fn the_trace_adds_up_to_the_index(engine: &Engine, case: &Case) -> Outcome {
    let found = (engine.assess)(case.standard, case.answers);
    let trace = (engine.trace)(&found);
    let sum = |of: fn(&Step) -> Fraction| trace.iter().map(|step| exact(of(step))).sum::<BigRational>();
    let range = found.index.range;
    for (name, sum, expected) in [
        ("value", sum(|step| step.value), range.map(|range| range.value)),
        ("low", sum(|step| step.low), range.map(|range| range.low)),
        ("high", sum(|step| step.high), range.map(|range| range.high)),
    ] {
        let down = floor(&sum);
        demand!(
            down == expected.unwrap_or(0),
            "{name} is {expected:?}, its trace adds up to {sum}"
        );
    }
    let shares = sum(|step| step.share);
    let whole = fraction(if range.is_some() { 10_000 } else { 0 }, 1);
    demand!(shares == whole, "the shares add up to {shares}, not {whole}");
    for step in &trace {
        let ordered = exact(step.low) <= exact(step.high) && exact(step.high) <= exact(step.share);
        demand!(
            ordered,
            "{step:?} adds more than its share, or less at best than at worst"
        );
        let lowest = step.value.denominator >= 1
            && Fraction::new(step.value.numerator, step.value.denominator) == step.value;
        demand!(lowest, "{step:?} is not in its lowest terms");
    }
    Ok(())
}

/// Some edits in a row: mostly of one answer, sometimes of many or of the track.
fn edited(case: &Case) -> Vec<Answers> {
    let mut draw = case.draw();
    let mut answers = case.answers.clone();
    let mut all = vec![answers.clone()];
    for _ in 0..8 {
        if draw.chance(10) {
            answers.track = draw.below(case.standard.tracks.len());
        }
        for _ in 0..*draw.pick(&[1, 1, 1, 1, 5]) {
            let question = draw.below(case.standard.questions.len());
            let answer = match draw.below(4) {
                0 => None,
                1 => Some(Answer::Unknown),
                _ => Some(generate::settled(&mut draw, &case.standard.questions[question])),
            };
            answers.set(question, answer);
        }
        all.push(answers.clone());
    }
    all
}

pub fn an_assessment_that_is_carried_on_is_the_one_worked_out_anew(engine: &Engine, case: &Case) -> Outcome {
    let edited = edited(case);
    let mut carried = (engine.assess)(case.standard, &edited[0]);
    for (turn, pair) in edited.windows(2).enumerate() {
        carried = (engine.after)(&carried, case.standard, &pair[0], &pair[1]);
        let anew = (engine.assess)(case.standard, &pair[1]);
        let same_trace = carried.trace() == anew.trace();
        demand!(
            carried == anew && same_trace,
            "after edit {turn}, carried on:\n{carried:?}\nanew:\n{anew:?}"
        );
    }
    Ok(())
}

pub fn the_index_is_that_of_the_oracle(engine: &Engine, case: &Case) -> Outcome {
    let oracle = Oracle {
        standard: case.standard,
        answers: case.answers,
    };
    let found = (engine.assess)(case.standard, case.answers);
    // Where nothing applies there is no number; where nothing is answered the value is 0.
    let expected = |of: &dyn Fn(Open) -> Option<BigRational>| {
        let down = |open| of(open).as_ref().map(floor);
        down(Open::Best).map(|high| Range {
            value: down(Open::LeftOut).unwrap_or(0),
            low: down(Open::Worst).unwrap_or(0),
            high,
        })
    };
    let index = expected(&|open| oracle.index(open));
    demand!(
        found.index.range == index,
        "the index is {:?}, not {index:?}",
        found.index.range
    );
    let dimensions: Vec<_> = oracle
        .elements()
        .map(|element| (element, expected(&|open| oracle.element(element, open))))
        .collect();
    let found: Vec<_> = found
        .index
        .dimensions
        .iter()
        .map(|found| (found.element, found.range))
        .collect();
    demand!(
        found == dimensions,
        "the dimensions are {found:?}, not {dimensions:?}"
    );
    Ok(())
}

pub fn the_bounds_are_reached_by_the_worst_and_the_best_answers(engine: &Engine, case: &Case) -> Outcome {
    let bounds = (engine.assess)(case.standard, case.answers);
    let is_part = |question| case.standard.rates.iter().any(|rate| rate.part == question);
    let complete = |best: bool| {
        let mut answers = case.answers.clone();
        for (index, question) in case.mine().filter(|(index, _)| case.is_open(*index)) {
            let answer = match &question.kind {
                Kind::Count { min, max, .. } => {
                    Answer::Count(if best == is_part(index) { *max } else { *min })
                }
                Kind::Number { min, .. } => Answer::Number(*min),
                Kind::YesNo => Answer::YesNo(best),
                Kind::OneOf(options) => Answer::OneOf(if best { options.len() - 1 } else { 0 }),
                Kind::ManyOf(options) => Answer::ManyOf(if best {
                    (0..options.len()).collect()
                } else {
                    vec![]
                }),
            };
            answers.set(index, Some(answer));
        }
        (engine.assess)(case.standard, &answers)
    };
    // A rate whose part is given counts from nothing to everything while its total is open: no total reaches that.
    let unreached = case.standard.rates.iter().any(|rate| {
        rate.tracks.contains(case.answers.track) && case.is_open(rate.total) && !case.is_open(rate.part)
    });
    let agrees = |bound: i64, reached: i64, low: bool| match unreached {
        true if low => bound <= reached,
        true => bound >= reached,
        false => bound == reached,
    };
    for (best, said) in [(false, "worst"), (true, "best")] {
        for (name, bounds, reached) in both(&bounds, &complete(best), case.standard) {
            let bound = if best { bounds.high } else { bounds.low };
            demand!(
                agrees(bound, reached.value, !best),
                "{name} is {bounds:?}, at {said} {reached:?}"
            );
        }
    }
    Ok(())
}

pub fn the_verdicts_are_those_of_every_completion(engine: &Engine, case: &Case) -> Outcome {
    let oracle = Oracle {
        standard: case.standard,
        answers: case.answers,
    };
    let found = (engine.assess)(case.standard, case.answers);
    let mut whole = Vec::new();
    demand!(
        found.conditions.len() == case.standard.criteria.len(),
        "a criterion is not judged"
    );
    for (criterion, condition) in case.standard.criteria.iter().zip(&found.conditions) {
        let at_least = criterion.at_least.value / 100;
        let readings: Vec<Verdict> = criterion
            .readings
            .iter()
            .map(|reading| oracle.reading(reading, at_least))
            .collect();
        let judged: Vec<Verdict> = condition.readings.iter().map(|reading| reading.verdict).collect();
        demand!(
            judged == readings,
            "{} is {judged:?}, not {readings:?}",
            criterion.id
        );
        let together = match readings.as_slice() {
            all if all.iter().all(|verdict| *verdict == Verdict::Met) => Verdict::Met,
            all if all.iter().all(|verdict| *verdict == Verdict::NotMet) => Verdict::NotMet,
            some if some.contains(&Verdict::Unknown) => Verdict::Unknown,
            _ => Verdict::Depends,
        };
        demand!(
            condition.verdict == together,
            "{} is {:?}, not {together:?}",
            criterion.id,
            condition.verdict
        );
        whole.push(together);
    }
    let expected = if whole.is_empty() {
        None
    } else if whole.contains(&Verdict::NotMet) {
        Some(Verdict::NotMet)
    } else if whole.contains(&Verdict::Unknown) {
        Some(Verdict::Unknown)
    } else if whole.contains(&Verdict::Depends) {
        Some(Verdict::Depends)
    } else {
        Some(Verdict::Met)
    };
    demand!(
        found.verdict == expected,
        "the whole is {:?}, not {expected:?}",
        found.verdict
    );
    Ok(())
}

pub fn a_document_of_answers_is_read_as_it_was_written(engine: &Engine, case: &Case) -> Outcome {
    let mut answers = case.answers.clone();
    let mut draw = case.draw();
    for extra in Extra::ALL {
        let note = Node::Text(format!("{} \"…\"\n", extra.key()));
        answers.keep(extra, &["q0", "inner"], draw.chance(50).then_some(note));
    }
    let text = (engine.write)(&answers, case.standard).to_json();
    let node = Node::from_json(&text).map_err(|fault| fault.to_string())?;
    let read = (engine.read)(&node, case.standard).map_err(|faults| format!("{text}: {faults:?}"))?;
    demand!(
        read == answers,
        "{answers:?}\nis written as {text}\nand read as {read:?}"
    );
    // The document distinguishes four things: a value, unknown, not applicable, and nothing.
    for (index, question) in case.standard.questions.iter().enumerate() {
        let written = node.get("answers").and_then(|given| given.get(&question.id));
        let word = |word: &str| Some(Node::Text(word.to_owned()));
        let apart = match answers.get(index) {
            None => written.is_none(),
            Some(Answer::Unknown) => written == word("unknown").as_ref(),
            Some(Answer::NotApplicable) => written == word("not-applicable").as_ref(),
            Some(Answer::ManyOf(chosen)) => {
                matches!(written, Some(Node::List(items)) if items.len() == chosen.len())
            }
            Some(Answer::Count(count)) => written == Some(&Node::Number(*count as f64)),
            Some(_) => written.is_some(),
        };
        demand!(
            apart,
            "{} is {:?}, written as {written:?}",
            question.id,
            answers.get(index)
        );
    }
    Ok(())
}

pub fn what_two_writers_change_apart_is_kept_together(engine: &Engine, case: &Case) -> Outcome {
    let mut draw = case.draw();
    let base = case.answers;
    let [mut ours, mut theirs, mut expected] = [base.clone(), base.clone(), base.clone()];
    for (index, question) in case.standard.questions.iter().enumerate() {
        let answer = [
            None,
            Some(Answer::Unknown),
            Some(generate::value(&mut draw, question)),
        ];
        let answer = draw.pick(&answer).clone();
        match draw.below(4) {
            1 => ours.set(index, answer.clone()),
            2 => theirs.set(index, answer.clone()),
            // Both change it: ours wins, unless it was not a change.
            3 => {
                ours.set(index, answer.clone());
                theirs.set(index, Some(Answer::Unknown));
                if base.get(index) == answer.as_ref() {
                    expected.set(index, Some(Answer::Unknown));
                    continue;
                }
            }
            _ => continue,
        }
        expected.set(index, answer);
    }
    let mut keep = |who: &mut Answers, extra, place: [&str; 2]| {
        for answers in [who, &mut expected] {
            answers.keep(extra, &place, Some(Node::text(place[1])));
        }
    };
    keep(&mut ours, Extra::Notes, ["q0", "ours"]);
    keep(&mut theirs, Extra::Evidence, ["q0", "theirs"]);
    // Even within one map each key is merged on its own.
    keep(&mut theirs, Extra::Costs, ["q1", "theirs"]);
    keep(&mut ours, Extra::Costs, ["q0", "ours"]);
    let track = draw.below(case.standard.tracks.len());
    let who = if draw.chance(50) { &mut ours } else { &mut theirs };
    (who.track, expected.track) = (track, track);
    let merged = (engine.merge)(&ours, base, &theirs);
    demand!(
        merged == expected,
        "{base:?}\nchanged to {ours:?}\nand {theirs:?}\nis {merged:?}"
    );
    Ok(())
}

/// Whether the state of each question agrees with its answer.
pub fn the_four_kinds_of_no_value_stay_apart(engine: &Engine, case: &Case) -> Outcome {
    let oracle = Oracle {
        standard: case.standard,
        answers: case.answers,
    };
    let found = (engine.assess)(case.standard, case.answers);
    let mut open = 0;
    for (index, question) in case.standard.questions.iter().enumerate() {
        let of_nothing = case.standard.rates.iter().any(|rate| {
            let here = rate.part == index && rate.tracks.contains(case.answers.track);
            here && case.answers.get(rate.total) == Some(&Answer::NotApplicable)
                && !oracle.is_closed(rate.total, Open::Best)
        });
        let expected = if !question.tracks.contains(case.answers.track) {
            State::OtherTrack
        } else if oracle.is_closed(index, Open::Best) {
            State::Closed
        } else if of_nothing {
            State::NotApplicable
        } else {
            match case.answers.get(index) {
                None => State::NotAnswered,
                Some(Answer::Unknown) => State::Unknown,
                Some(Answer::NotApplicable) => State::NotApplicable,
                Some(_) => State::Answered,
            }
        };
        open += usize::from(matches!(expected, State::NotAnswered | State::Unknown));
        let state = found.states[index];
        demand!(
            state == expected,
            "{} is {state:?}, not {expected:?}",
            question.id
        );
    }
    let progress = found.progress();
    demand!(progress.open == open, "{open} are open, not {}", progress.open);
    demand!(
        progress.answered + open + progress.closed == progress.questions,
        "{progress:?} does not add up"
    );
    Ok(())
}
