//! What belongs to a question and is read on demand.

use crate::answers::write_number;
use crate::lang::Lang;
use crate::standard::{Kind, Question};
use crate::strings::fill;
use crate::widget::context::View;
use crate::widget::notes::Notes;
use crate::widget::state::State;
use std::rc::Rc;
use yew::prelude::*;

/// What counts and what does not, an example, the papers, and where it comes from. No answer changes it, so it is drawn
/// once.
pub fn help(view: &View, index: usize) -> Html {
    let references = view.state.standard.questions[index].references.iter();
    let cited = references.map(|figure| {
        let basis = &figure.basis;
        view.notes
            .number(&view.state.standard.sources[basis.source], basis)
    });
    html! {
        <Help
            {index}
            state={view.state.clone()}
            lang={view.lang}
            notes={view.notes.clone()}
            cited={cited.collect::<Vec<_>>()}
        />
    }
}

#[derive(Properties)]
struct HelpProps {
    index: usize,
    /// One in which the standard is at hand.
    state: Rc<State>,
    lang: Lang,
    /// Those of the screen: what is cited here stands in them already.
    notes: Rc<Notes>,
    /// The numbers of what is cited.
    cited: Vec<usize>,
}

impl PartialEq for HelpProps {
    fn eq(&self, other: &HelpProps) -> bool {
        self.index == other.index
            && self.lang == other.lang
            && self.cited == other.cited
            && Rc::ptr_eq(&self.state.standard, &other.state.standard)
    }
}

#[component]
fn Help(props: &HelpProps) -> Html {
    let view = View::new(&props.state, props.lang, Callback::noop(), props.notes.clone());
    drawn(&view, &props.state.standard.questions[props.index])
}

fn drawn(view: &View, question: &Question) -> Html {
    let words = view.words;
    let evidence = question.evidence.iter();
    let evidence = evidence.map(|document| html! { <li>{ view.text(document) }</li> });
    let bounds = match &question.kind {
        Kind::Count { min, max, .. } => Some([min.to_string(), max.to_string()]),
        Kind::Number { min, max, .. } => Some([write_number(*min), write_number(*max)]),
        _ => None,
    };
    let own = &view.state.standard.own.bounds;
    html! {
        <details class="help">
            <summary aria-describedby={[&question.id, "-legend"].concat()}>{ words.help }</summary>
            <dl>
                <dt>{ words.help_counts }</dt>
                <dd>{ view.text(&question.counts) }</dd>
                <dt>{ words.help_counts_not }</dt>
                <dd>{ view.text(&question.counts_not) }</dd>
                <dt>{ words.help_as_of }</dt>
                <dd>{ view.text(&question.as_of) }</dd>
                <dt>{ words.help_example }</dt>
                <dd>{ view.text(&question.example) }</dd>
                if matches!(question.kind, Kind::OneOf(_)) {
                    <dt>{ words.help_several }</dt>
                    <dd>{ words.page_element_about }</dd>
                }
                <dt>{ words.help_evidence }</dt>
                <dd><ul>{ for evidence }</ul></dd>
                <dt>{ words.help_wording }</dt>
                <dd>{ view.open_basis(&question.basis) }</dd>
                if let Some([min, max]) = bounds {
                    <dt>{ words.help_bounds }</dt>
                    <dd>{ fill(words.bounds, &[&min, &max]) }{ view.open_basis(own) }</dd>
                }
            </dl>
            { view.references(&question.references) }
        </details>
    }
}
