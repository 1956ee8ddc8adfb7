//! What belongs to a question and is read on demand.

use crate::answers::write_number;
use crate::standard::{Kind, Question};
use crate::strings::fill;
use crate::widget::context::View;
use yew::prelude::*;

/// What counts and what does not, an example, the papers, and where it comes from.
pub fn help(view: &View, question: &Question) -> Html {
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
