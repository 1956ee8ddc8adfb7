//! Two sets of answers side by side: what they come to, and each question that they answer otherwise.

use crate::answers::{Answer, Answers};
use crate::assess::{Assessment, Step, assess, questions_of};
use crate::evidence::{Availability, EvidenceIndex, evidence_index};
use crate::exchange::Place;
use crate::strings::fill;
use crate::widget::components::bar;
use crate::widget::context::View;
use yew::{Html, html};

/// The verdicts and the index of both, and folded below them the questions that differ.
pub fn tables(view: &View, theirs: &Answers) -> Html {
    let words = &view.words.exchange;
    let state = view.state;
    let mine = &state.draft.sheet.answers;
    let other = assess(&state.standard, theirs);
    let criteria = state.standard.criteria.iter().enumerate();
    let verdicts = criteria.map(|(index, criterion)| {
        let said = |assessment: &Assessment| {
            let verdict = assessment
                .conditions
                .get(index)
                .map(|condition| condition.verdict);
            let said = verdict.map_or("", |verdict| view.verdict(verdict));
            html! { { said } }
        };
        row(
            view,
            view.text(&criterion.title),
            said(&state.assessment),
            said(&other),
        )
    });
    let differing = mine.differing(theirs).into_iter().enumerate();
    let differing: Vec<usize> = differing
        .filter_map(|(index, differs)| differs.then_some(index))
        .collect();
    let track = (mine.track != theirs.track).then(|| {
        let title = |answers: &Answers| html! { { view.text(&state.standard.tracks[answers.track].title) } };
        row(view, view.words.sheet.track, title(mine), title(theirs))
    });
    let count = differing.len() + usize::from(track.is_some());
    let sides = [
        Side::of(view, mine, &state.assessment),
        Side::of(view, theirs, &other),
    ];
    let rows = differing.iter().map(|question| {
        let [mine, theirs] = sides.each_ref().map(|side| side.told(view, *question));
        row(view, view.question(*question), mine, theirs)
    });
    html! {
        <>
            <h5>{ words.compare }</h5>
            { table(view, verdicts.chain([row(view, words.index, index(view, &state.assessment), index(view, &other))]).collect()) }
            <details>
                <summary>{ fill(words.compare_count, &[&count.to_string()]) }</summary>
                { table(view, track.into_iter().chain(rows).collect()) }
                <p class="facts">{ beside(view) }</p>
            </details>
        </>
    }
}

/// One of the two, with what each answer brings and what proves it.
struct Side<'a> {
    answers: &'a Answers,
    trace: Vec<Step>,
    evidence: EvidenceIndex<'a>,
}

impl<'a> Side<'a> {
    fn of(view: &View<'a>, answers: &'a Answers, assessment: &Assessment) -> Side<'a> {
        Side {
            answers,
            trace: assessment.trace(),
            evidence: evidence_index(&view.state.standard, answers, assessment),
        }
    }

    /// The answer to a question, what it adds to the index, and which documents of it are at hand.
    fn told(&self, view: &View, question: usize) -> Html {
        let (words, standard) = (&view.words.exchange, &view.state.standard);
        let step = self
            .trace
            .iter()
            .find(|step| questions_of(step.item, standard).contains(&question));
        let adds = step.map(|step| fill(words.adds, &[&view.share(step.value)]));
        let claim = self
            .evidence
            .claims
            .iter()
            .find(|claim| claim.question == question);
        let at_hand = claim.into_iter().flat_map(|claim| &claim.items);
        let at_hand: Vec<&str> = at_hand
            .filter(|item| item.availability == Availability::Have)
            .map(|item| view.paper(question, item))
            .collect();
        let proof = (!at_hand.is_empty()).then(|| fill(words.proven_by, &[&at_hand.join(view.semicolon())]));
        html! {
            <>
                { said(view, question, self.answers.get(question)) }
                for told in [adds, proof].into_iter().flatten() {
                    <span class="facts brings">{ told }</span>
                }
            </>
        }
    }
}

/// An answer in words, or that there is none.
pub fn said(view: &View, question: usize, answer: Option<&Answer>) -> String {
    match answer {
        Some(answer) => view.said(question, answer),
        None => view.words.state_not_answered.to_owned(),
    }
}

fn index(view: &View, assessment: &Assessment) -> Html {
    let Some(range) = assessment.index.range else {
        return html! { { view.words.index_nothing } };
    };
    html! { <>{ view.whole_range(range) }{ bar(range, !range.is_unknown()) }</> }
}

fn row(view: &View, name: &str, mine: Html, theirs: Html) -> Html {
    let words = &view.words.exchange;
    html! {
        <tr key={name}>
            <th scope="row">{ name }</th>
            <td data-label={words.mine}>{ mine }</td>
            <td data-label={words.theirs}>{ theirs }</td>
        </tr>
    }
}

fn table(view: &View, rows: Vec<Html>) -> Html {
    let words = &view.words.exchange;
    let head = [words.place, words.mine, words.theirs];
    html! {
        <table class="two-sides">
            <thead><tr>{ for head.map(|words| html! { <th scope="col">{ words }</th> }) }</tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}

/// In how many places what is kept beside the answers differs.
fn beside(view: &View) -> String {
    let Some(merge) = view.state.merge() else {
        return String::new();
    };
    let places = merge.taken.iter().chain(&merge.conflicts);
    let count = places.filter(|place| matches!(place, Place::Beside(..))).count();
    match count {
        0 => String::new(),
        count => fill(view.words.exchange.beside_differs, &[&count.to_string()]),
    }
}
