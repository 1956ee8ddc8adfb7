//! Proves the laws of the contract over generated standards and answers, and that each law can fail: for every law
//! there are engines broken on purpose, and a test that the law detects them.
//!
//! `PROPTEST_CASES` sets how many standards each law is tried on, `PROPTEST_RNG_SEED` which ones.

mod broken;
mod draw;
mod evidence;
mod generate;
mod law;
mod oracle;
mod sensitivity;

use draw::Draw;
use law::{Case, Outcome};
use proptest::collection::vec;
use proptest::prelude::{Strategy, any};
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestRunner};
use readiness_check::answers::Answers;
use readiness_check::lang::Lang;
use readiness_check::standard::Standard;

/// The number of standards on which a law is tried.
const STANDARDS: u32 = 120;
/// The number of answer sets for each.
const ANSWERS: usize = 4;

fn config() -> Config {
    let fixed = |config: Config| match std::env::var_os("PROPTEST_RNG_SEED") {
        Some(_) => config,
        None => Config {
            rng_seed: RngSeed::Fixed(2018),
            ..config
        },
    };
    let cases = match std::env::var_os("PROPTEST_CASES") {
        Some(_) => Config::default().cases,
        None => STANDARDS,
    };
    fixed(Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: 3000,
        ..Config::default()
    })
}

/// The numbers from which a standard, answers to it and the choices of a law are made.
fn numbers() -> impl Strategy<Value = (Vec<u16>, Vec<[Vec<u16>; 2]>)> {
    let numbers = |count: usize| vec(any::<u16>(), count);
    let answers = [numbers(140), numbers(100)];
    (numbers(400), vec(answers, ANSWERS))
}

/// Tries a law on generated cases.
fn attempt<E>(config: Config, engine: &E, law: fn(&E, &Case) -> Outcome) -> Result<(), String> {
    let mut runner = TestRunner::new(config);
    let outcome = runner.run(&numbers(), |(standard, answers)| {
        let document = generate::standard(&mut Draw::new(&standard));
        let standard = Standard::parse(&document, &Lang::ALL)
            .map_err(|faults| TestCaseError::fail(format!("the standard is refused: {faults:#?}")))?;
        for [answers, numbers] in &answers {
            let answers = generate::answers(&mut Draw::new(answers), &standard);
            let case = Case {
                standard: &standard,
                answers: &answers,
                numbers,
            };
            law(engine, &case)
                .map_err(|broken| TestCaseError::fail(format!("{broken}\n{}", show(&standard, &answers))))?;
        }
        Ok(())
    });
    outcome.map_err(|error| match error {
        proptest::test_runner::TestError::Fail(reason, _) => reason.message().to_owned(),
        other => other.to_string(),
    })
}

/// A counterexample in readable form.
fn show(standard: &Standard, answers: &Answers) -> String {
    let id = |question: usize| standard.questions[question].id.as_str();
    let tracks = |tracks: readiness_check::standard::Tracks| -> String {
        (0..standard.tracks.len())
            .filter(|track| tracks.contains(*track))
            .map(|t| t.to_string())
            .collect()
    };
    let mut lines = vec![format!("answers: {}", law::written(answers, standard).to_json())];
    for element in &standard.elements {
        lines.push(format!(
            "element {} on {}, weight {}",
            element.id,
            tracks(element.tracks),
            element.weight
        ));
    }
    for question in &standard.questions {
        use readiness_check::standard::Kind;
        let kind = match &question.kind {
            Kind::Count { min, max, .. } | Kind::Number { min, max, .. } => format!("{min} to {max}"),
            Kind::YesNo => "yes-no".to_owned(),
            Kind::OneOf(options) => {
                format!(
                    "one of {:?}",
                    options.iter().map(|option| option.points).collect::<Vec<_>>()
                )
            }
            Kind::ManyOf(options) => format!("any of {}", options.len()),
        };
        let asked_if = question
            .asked_if
            .map(|found| (id(found.question), found.at_least));
        lines.push(format!(
            "{} on {}, element {:?}, weight {}, {kind}, not applicable {}, asked if {asked_if:?}",
            question.id,
            tracks(question.tracks),
            question.element,
            question.weight,
            question.not_applicable,
        ));
    }
    for rate in &standard.rates {
        let (part, total) = (id(rate.part), id(rate.total));
        lines.push(format!(
            "rate {part} of {total} on {}, weight {}",
            tracks(rate.tracks),
            rate.weight
        ));
    }
    for criterion in &standard.criteria {
        for reading in &criterion.readings {
            let questions: Vec<_> = reading.questions.iter().map(|question| id(*question)).collect();
            let (name, at_least) = (&criterion.id, criterion.at_least.value / 100);
            lines.push(format!(
                "{name}: {:?} {questions:?} at least {at_least}",
                reading.demand
            ));
        }
    }
    for relation in &standard.relations {
        lines.push(format!("{} is part of {}", id(relation.part), id(relation.whole)));
    }
    for rule in &standard.rules {
        lines.push(format!("{}: {:?}", rule.id, rule.when));
    }
    lines.join("\n")
}

/// For each law of a module: it holds, and it detects each of the engines named.
macro_rules! laws {
    (of $laws:path, broken in $broken_engines:path: $($law:ident finds out $($broken:ident),+;)+) => {$(
        mod $law {
            use super::{attempt, config};
            use $broken_engines as broken;
            use $laws as law;

            #[test]
            fn holds() {
                if let Err(broken) = attempt(config(), &law::REAL, law::$law) {
                    panic!("{broken}");
                }
            }

            #[test]
            fn finds_out_broken_engines() {
                for (name, engine) in [$((stringify!($broken), &broken::$broken)),+] {
                    let config = proptest::test_runner::Config { max_shrink_iters: 0, ..config() };
                    let found = attempt(config, engine, law::$law);
                    assert!(found.is_err(), "an engine that {name} is not found out");
                }
            }
        }
    )+};
}

laws! {
    of crate::law, broken in crate::broken:
    the_value_lies_between_low_and_high finds out IS_TOO_HOPEFUL, COUNTS_OPEN_AT_HALF;
    nothing_answered_is_anything_from_0_to_10000 finds out TAKES_UNKNOWN_FOR_NO, TAKES_UNKNOWN_FOR_NOT_APPLICABLE, COUNTS_OPEN_AT_HALF;
    nothing_open_is_one_number finds out ROUNDS_HIGH_UP, TAKES_NOT_APPLICABLE_FOR_UNKNOWN;
    a_further_answer_never_widens_the_range finds out WIDENS, TRUSTS_ANSWERS_BEHIND_OPEN_QUESTIONS;
    a_further_answer_never_turns_a_settled_verdict finds out TAKES_UNKNOWN_FOR_NO, TAKES_UNKNOWN_VERDICTS_FOR_NOT_MET;
    a_better_answer_lowers_nothing finds out READS_OPTIONS_BACKWARDS, TAKES_CLOSED_FOR_NOT_APPLICABLE, CLOSES_ON_YES, WANTS_THE_EXACT_FIGURE, REFUSES_A_PART_ABOVE_ITS_TOTAL;
    the_order_of_keys_does_not_matter finds out OVERLOOKS_THE_LAST_ANSWER;
    answers_of_another_track_change_nothing finds out MIXES_TRACKS;
    answers_to_closed_questions_change_nothing finds out ASKS_WHAT_IS_CLOSED;
    the_trace_adds_up_to_the_index finds out LOSES_A_LINE_OF_THE_TRACE, ROUNDS_THE_TRACE, SHARES_WITHOUT_THE_OPEN, ROUNDS_HIGH_UP;
    the_index_is_that_of_the_oracle finds out ROUNDS_TWICE, IGNORES_WEIGHTS, IGNORES_WEIGHTS_OF_ELEMENTS, REFUSES_A_PART_ABOVE_ITS_TOTAL, TAKES_CLOSED_FOR_NOT_APPLICABLE;
    the_bounds_are_reached_by_the_worst_and_the_best_answers finds out TAKES_AN_OPEN_PART_FOR_NOTHING, TAKES_UNKNOWN_FOR_NO, TRUSTS_ANSWERS_BEHIND_OPEN_QUESTIONS;
    the_verdicts_are_those_of_every_completion finds out IMPLIES_NOTHING, IMPLIES_THE_WRONG_WAY, WANTS_ONE_MORE, TAKES_A_SUM_FOR_EACH, PASSES_WHAT_DEPENDS, WEIGHS_UNKNOWN_ABOVE_NOT_MET;
    the_contradictions_are_those_of_the_oracle finds out FORGETS_THE_RULES, STOPS_AT_THE_FIRST_TEST, TURNS_COMPARISONS_ROUND, LOOKS_AT_THE_FIRST_OPTION, ASKS_WHAT_IS_CLOSED, MIXES_TRACKS;
    the_four_kinds_of_no_value_stay_apart finds out TAKES_UNKNOWN_FOR_NO, TAKES_UNKNOWN_FOR_NOT_APPLICABLE, TAKES_NOT_APPLICABLE_FOR_NO, ASKS_WHAT_IS_CLOSED, MIXES_TRACKS;
    a_document_of_answers_is_read_as_it_was_written finds out WRITES_UNKNOWN_AS_NOTHING, WRITES_NONE_OF_THEM_AS_NOTHING, WRITES_NOT_APPLICABLE_AS_UNKNOWN, OVERLOOKS_THE_LAST_ANSWER, READS_NO_NOTES;
    an_assessment_that_is_carried_on_is_the_one_worked_out_anew finds out KEEPS_THE_LAST_INDEX, SEES_ONE_CHANGE, MISTAKES_WHAT_WAS_BEFORE;
    what_two_writers_change_apart_is_kept_together finds out KEEPS_OURS_ALONE, KEEPS_THEIRS_ALONE, BRINGS_BACK_WHAT_WAS_TAKEN_BACK;
}

laws! {
    of crate::sensitivity, broken in crate::sensitivity::broken:
    what_is_said_to_turn_turns_and_nothing_nearer_does finds out GOES_ONE_TOO_FAR, LOOKS_UP_ONLY, STOPS_AT_THE_FIRST_TURN;
    a_share_is_the_range_that_is_left_once_all_else_is_answered finds out FORGETS_WHAT_STANDS_BEHIND, DOUBLES_THE_SHARES;
    the_shares_add_up_to_the_range finds out DOUBLES_THE_SHARES;
    the_open_questions_stand_in_their_order finds out PUTS_THE_WIDEST_FIRST, LETS_ALL_DECIDE, LETS_NONE_DECIDE;
}

laws! {
    of crate::evidence, broken in crate::evidence::broken:
    what_is_proven_is_never_above_what_is_claimed finds out TAKES_NO_PAPER_FOR_THE_BEST;
    with_every_paper_at_hand_all_that_is_claimed_is_proven finds out DROPS_WHAT_HAS_NO_PROOF;
    an_answer_counts_if_it_claims_nothing_or_has_a_paper_at_hand finds out TAKES_ANY_PAPER_FOR_PROOF, DROPS_WHAT_HAS_NO_PROOF;
}
