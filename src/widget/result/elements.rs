//! The index by element: a labelled bar and the figures it shows, a row for each.

use super::super::components::bar;
use super::super::context::View;
use crate::assess::{Dimension, Range, Step};
use yew::{Html, html};

pub fn table(view: &View) -> Html {
    let words = view.words;
    let trace = view.state.assessment.trace();
    let dimensions = view.state.assessment.index.dimensions.iter();
    html! {
        <table class="elements">
            <caption class="unseen">{ words.result.elements }</caption>
            <thead>
                <tr>
                    <th scope="col">
                        <div class="element">
                            { words.element }
                            <span class="scale" aria-hidden="true">
                                <span>{ "0" }</span><span>{ "50" }</span><span>{ "100%" }</span>
                            </span>
                        </div>
                    </th>
                    <th scope="col">{ words.value }</th>
                    <th scope="col">{ words.range }</th>
                    <th scope="col">{ words.open_column }</th>
                </tr>
            </thead>
            <tbody>{ for dimensions.map(|dimension| row(view, dimension, &trace)) }</tbody>
        </table>
    }
}

/// What the answered part of an element comes to. Without an answer there is no value, and 0 % would be a lie.
pub fn value(view: &View, range: Option<Range>, answered: bool, said: impl Fn(Range) -> String) -> String {
    match range {
        None => view.words.not_applicable.to_owned(),
        Some(_) if !answered => "—".to_owned(),
        Some(range) => said(range),
    }
}

fn row(view: &View, dimension: &Dimension, trace: &[Step]) -> Html {
    let element = &view.state.standard.elements[dimension.element];
    let mut mine = trace.iter().filter(|step| step.element == dimension.element);
    let answered = mine.any(|step| step.points.is_some());
    let open = view.state.assessment.open_in_element(dimension.element);
    let value = value(view, dimension.range, answered, |range| {
        view.whole_percent(range.value)
    });
    let range = dimension.range.map(|range| view.whole_range(range));
    html! {
        <tr key={&*element.id}>
            <th scope="row">
                <div class="element">
                    <span>{ view.text(&element.title) }</span>
                    { for dimension.range.map(|range| bar(range, answered)) }
                </div>
            </th>
            <td>{ value }</td>
            <td>{ range.unwrap_or_else(|| "—".to_owned()) }</td>
            <td>{ open }</td>
        </tr>
    }
}
