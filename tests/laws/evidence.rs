//! The laws of the evidence: what counts if only what is proven counts.

use crate::law::{Case, Outcome};
use readiness_check::answers::{Answer, Answers, Extra};
use readiness_check::assess::{State, Verdict, assess};
use readiness_check::document::Node;
use readiness_check::evidence::{self, Availability, EvidenceIndex};
use readiness_check::lang::Lang;

/// What these laws are about.
#[derive(Clone, Copy)]
pub struct Engine {
    pub proven_only: fn(&Answers, &EvidenceIndex) -> Answers,
}

/// The program itself.
pub const REAL: Engine = Engine {
    proven_only: evidence::proven_only,
};

macro_rules! demand {
    ($holds:expr, $($words:tt)+) => {
        if !$holds {
            return Err(format!($($words)+));
        }
    };
}

/// The answers with something stated of each document; `all` of them at hand, or some.
fn with_papers(case: &Case, all: bool) -> Answers {
    let mut draw = case.draw();
    let mut answers = case.answers.clone();
    for question in &case.standard.questions {
        for name in &question.evidence {
            let state = match draw.below(4) {
                _ if all => "have",
                0 => "have",
                1 => "missing",
                2 => "在办",
                _ => continue,
            };
            let step = format!("paper={}", name.get(Lang::ZhCn));
            answers.keep(
                Extra::Evidence,
                &[&question.id, &step, "state"],
                Some(Node::text(state)),
            );
        }
    }
    answers
}

pub fn what_is_proven_is_never_above_what_is_claimed(engine: &Engine, case: &Case) -> Outcome {
    let answers = with_papers(case, false);
    let claimed = assess(case.standard, &answers);
    let index = evidence::evidence_index(case.standard, &answers, &claimed);
    let proven = assess(case.standard, &(engine.proven_only)(&answers, &index));
    let low = |found: &readiness_check::assess::Assessment| -> Vec<Option<i64>> {
        let dimensions = found.index.dimensions.iter().map(|dimension| dimension.range);
        let ranges = dimensions.chain([found.index.range]);
        ranges.map(|range| range.map(|range| range.low)).collect()
    };
    for (proven, claimed) in low(&proven).into_iter().zip(low(&claimed)) {
        if let (Some(proven), Some(claimed)) = (proven, claimed) {
            demand!(proven <= claimed, "{proven} is proven, {claimed} is claimed");
        }
    }
    // Of two numbers that contradict each other, one alone may imply more than both together.
    let mut contradictions = claimed.contradictions.iter();
    if contradictions.any(|found| !proven.contradictions.contains(found)) {
        return Ok(());
    }
    for (proven, claimed) in proven.conditions.iter().zip(&claimed.conditions) {
        for (proven, claimed) in proven.readings.iter().zip(&claimed.readings) {
            demand!(
                proven.verdict != Verdict::Met || claimed.verdict == Verdict::Met,
                "{proven:?} is proven, {claimed:?} is claimed"
            );
        }
    }
    Ok(())
}

pub fn with_every_paper_at_hand_all_that_is_claimed_is_proven(engine: &Engine, case: &Case) -> Outcome {
    let answers = with_papers(case, true);
    let claimed = assess(case.standard, &answers);
    let index = evidence::evidence_index(case.standard, &answers, &claimed);
    let proven = (engine.proven_only)(&answers, &index);
    demand!(proven == answers, "{proven:?} is proven of {answers:?}");
    Ok(())
}

pub fn an_answer_counts_if_it_claims_nothing_or_has_a_paper_at_hand(engine: &Engine, case: &Case) -> Outcome {
    let answers = with_papers(case, false);
    let claimed = assess(case.standard, &answers);
    let index = evidence::evidence_index(case.standard, &answers, &claimed);
    let proven = (engine.proven_only)(&answers, &index);
    let mut seen = [0; 3];
    for (question, asked) in case.standard.questions.iter().enumerate() {
        let given = answers.get(question);
        let name = asked.evidence[0].get(Lang::ZhCn);
        let state = answers.kept(Extra::Evidence, &[&asked.id, &format!("paper={name}"), "state"]);
        let claim = index.claims.iter().find(|claim| claim.question == question);
        let has_paper = state == Some(&Node::text("have"));
        let expected = match claimed.states[question] {
            State::Answered if claim.is_none() => {
                // Left out of the index: it can fall no lower.
                let lowest = matches!(given, Some(Answer::YesNo(false) | Answer::OneOf(0)))
                    || matches!(given, Some(Answer::ManyOf(chosen)) if chosen.is_empty())
                    || matches!(given, Some(Answer::Count(_) | Answer::Number(_)));
                demand!(lowest, "{} claims something: {given:?}", asked.id);
                seen[0] += 1;
                given
            }
            State::Answered if has_paper => given,
            State::Answered => None,
            other => {
                demand!(
                    claim.is_none(),
                    "{} is {other:?} and is listed as a claim",
                    asked.id
                );
                seen[1] += usize::from(other == State::NotApplicable);
                given
            }
        };
        seen[2] += usize::from(claim.is_some());
        demand!(
            proven.get(question) == expected,
            "{} is {given:?}, its document {state:?}, and counts as {:?}",
            asked.id,
            proven.get(question)
        );
        if let Some(claim) = claim {
            let expected = match state {
                Some(Node::Text(text)) if text == "have" => Availability::Have,
                Some(Node::Text(text)) if text == "missing" => Availability::Missing,
                _ => Availability::NotStated,
            };
            demand!(
                claim.items.len() == asked.evidence.len(),
                "{claim:?} has too few documents or too many"
            );
            demand!(
                claim.items[0].availability == expected,
                "{claim:?} should be {expected:?}"
            );
        }
    }
    let said = [index.at_worst, index.not_applicable, index.claims.len()];
    demand!(
        said == seen,
        "{said:?} are left out, left out and listed; counted {seen:?}"
    );
    Ok(())
}

/// Broken on purpose.
pub mod broken {
    use super::Engine;
    use readiness_check::answers::Answer;
    use readiness_check::evidence::proven_only;

    /// Answers without a document count as the best.
    pub const TAKES_NO_PAPER_FOR_THE_BEST: Engine = Engine {
        proven_only: |answers, index| {
            let mut proven = proven_only(answers, index);
            for claim in &index.claims {
                if let (None, Some(Answer::YesNo(_) | Answer::Count(_))) =
                    (proven.get(claim.question), answers.get(claim.question))
                {
                    let better = match answers.get(claim.question) {
                        Some(Answer::Count(count)) => Answer::Count(count + 9),
                        _ => Answer::YesNo(true),
                    };
                    proven.set(claim.question, Some(better));
                }
            }
            proven
        },
    };

    /// A document that is missing passes for one at hand.
    pub const TAKES_ANY_PAPER_FOR_PROOF: Engine = Engine {
        proven_only: |answers, _| answers.clone(),
    };

    /// Only the answers with a document count at all.
    pub const DROPS_WHAT_HAS_NO_PROOF: Engine = Engine {
        proven_only: |answers, index| {
            let mut proven = proven_only(answers, index);
            let listed = |question: usize| index.claims.iter().any(|claim| claim.question == question);
            for question in 0.. {
                if question >= index.claims.last().map_or(0, |claim| claim.question) {
                    break;
                }
                if !listed(question) {
                    proven.set(question, None);
                }
            }
            proven
        },
    };
}
