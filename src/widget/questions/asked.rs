//! A question with what follows from its answer.

use super::contradictions::{contradictions, of};
use super::question::question;
use super::rate;
use crate::assess::Contradiction;
use crate::lang::Lang;
use crate::standard::{Kind, Rate};
use crate::widget::action::Action;
use crate::widget::context::View;
use crate::widget::notes::Notes;
use crate::widget::state::State;
use std::rc::Rc;
use yew::prelude::*;

/// A question, and under it the rate that it completes and what it contradicts. It is drawn anew only where that changes: a
/// page has many questions, and one is answered at a time.
pub fn asked(view: &View, index: usize) -> Html {
    let key = view.state.standard.questions[index].id.as_str();
    html! {
        <Asked
            {key}
            {index}
            state={view.state.clone()}
            lang={view.lang}
            act={view.act.clone()}
            notes={view.notes.clone()}
            cited={cite(view, index)}
        />
    }
}

/// The rate that a question completes.
fn rate_of(state: &State, index: usize) -> Option<&Rate> {
    let track = state.draft.sheet.answers.track;
    let mut rates = state.standard.rates.iter();
    rates.find(|rate| rate.part == index && rate.tracks.contains(track))
}

/// Notes everything that is cited with a question, in the order in which it is read, and gives the numbers.
fn cite(view: &View, index: usize) -> Vec<usize> {
    let standard = &view.state.standard;
    let question = &standard.questions[index];
    let is_defined = matches!(question.kind, Kind::Count { .. }) && question.element.is_none();
    let own = is_defined.then_some(&question.basis);
    let rate = rate_of(view.state, index);
    let rates = rate.iter().map(|rate| &rate.basis);
    let figures = rate.iter().flat_map(|rate| &rate.references);
    let rules = of(view, index)
        .into_iter()
        .filter_map(|(found, last)| match found {
            Contradiction::Rule(rule) if last == index => Some(&standard.rules[rule].basis),
            _ => None,
        });
    let cited = own
        .into_iter()
        .chain(question.references.iter().map(|figure| &figure.basis));
    let cited = cited
        .chain(rates)
        .chain(figures.map(|figure| &figure.basis))
        .chain(rules);
    cited
        .map(|basis| view.notes.number(&standard.sources[basis.source], basis))
        .collect()
}

#[derive(Properties)]
struct AskedProps {
    index: usize,
    state: Rc<State>,
    lang: Lang,
    act: Callback<Action>,
    /// Those of the screen: what is cited here stands in them already.
    notes: Rc<Notes>,
    /// The numbers of what is cited.
    cited: Vec<usize>,
}

impl AskedProps {
    fn view(&self) -> View<'_> {
        View::new(&self.state, self.lang, self.act.clone(), self.notes.clone())
    }

    /// Whether nothing that is drawn has changed since `before`.
    fn shows_the_same(&self, before: &AskedProps) -> bool {
        let index = self.index;
        let (now, then) = (&self.state, &before.state);
        let [now_given, then_given] = [now, then].map(|state| &state.draft.sheet);
        let same_answer = |question: usize| {
            now.assessment.states[question] == then.assessment.states[question]
                && now_given.answers.get(question) == then_given.answers.get(question)
        };
        let counts = rate_of(now, index).map_or([index; 2], |rate| [rate.total, rate.part]);
        now_given.answers.track == then_given.answers.track
            && same_answer(index)
            && counts.into_iter().all(same_answer)
            && now_given.typed.get(index) == then_given.typed.get(index)
            && now.checked.contains(&index) == then.checked.contains(&index)
            // What contradicts may speak of other answers.
            && [self, before].into_iter().all(|props| of(&props.view(), index).is_empty())
    }
}

impl PartialEq for AskedProps {
    fn eq(&self, other: &AskedProps) -> bool {
        self.index == other.index
            && self.lang == other.lang
            && self.act == other.act
            && self.cited == other.cited
            && Rc::ptr_eq(&self.state.standard, &other.state.standard)
            && (Rc::ptr_eq(&self.state, &other.state) || self.shows_the_same(other))
    }
}

#[component]
fn Asked(props: &AskedProps) -> Html {
    let view = &props.view();
    let rate = rate_of(&props.state, props.index);
    html! {
        <div class="asked">
            { question(view, props.index) }
            <div class="working">{ for rate.map(|rate| rate::working(view, rate)) }</div>
            { contradictions(view, props.index) }
        </div>
    }
}
