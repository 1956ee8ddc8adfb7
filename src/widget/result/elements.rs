//! The index by element: a radar, and the table that says the same.

use super::super::context::View;
use crate::assess::{Dimension, Range, Rule, Step};
use crate::standard::{FULL, Hundredths};
use std::f64::consts::{FRAC_PI_2, PI, TAU};
use yew::{Html, html};

/// Half the width of the drawing.
const CENTRE: f64 = 120.0;
/// The length of a spoke, which is 100 %.
const RADIUS: f64 = 92.0;

/// The radar needs three spokes; the table stands in any case.
pub fn by_element(view: &View) -> Html {
    let dimensions = &view.state.assessment.index.dimensions;
    let trace = view.state.assessment.trace();
    html! {
        <div class="by-element">
            <div class="slot">
                if dimensions.len() >= 3 {
                    { radar(view, dimensions, &trace) }
                }
            </div>
            { table(view, dimensions, &trace) }
        </div>
    }
}

fn radar(view: &View, dimensions: &[Dimension], trace: &[Step]) -> Html {
    let words = view.words;
    let spokes = dimensions.len();
    let ends = |of: fn(Range) -> Hundredths| {
        let ends = dimensions
            .iter()
            .map(move |dimension| dimension.range.map_or(0, of));
        ends.map(Some)
    };
    let value = dimensions.iter().map(|dimension| {
        let answered = dimension.range.filter(|_| has_answer(trace, dimension));
        answered.map(|range| range.value)
    });
    html! {
        <figure class="radar">
            <svg viewBox="0 0 240 240" role="img" aria-label={words.radar_label}>
                for percent in [25, 50, 75, 100] {
                    <polygon class="ring" points={outline((0..spokes).map(|_| Some(percent * 100)))} />
                }
                <polygon class="possible" points={outline(ends(|range| range.high))} />
                <polygon class="sure" points={outline(ends(|range| range.low))} />
                <polygon class="answered" points={outline(value)} />
                for number in 0..spokes {
                    { spoke(number, spokes) }
                }
            </svg>
            <figcaption>
                <span class="key key-answered">{ words.radar_legend_value }</span>
                <span class="key key-possible">{ words.radar_legend_range }</span>
            </figcaption>
        </figure>
    }
}

/// A spoke from the centre, with its number at the end.
fn spoke(number: usize, spokes: usize) -> Html {
    let (x, y) = point(number, spokes, FULL);
    let (label_x, label_y) = point(number, spokes, FULL + FULL * 14 / 100);
    html! {
        <g>
            <line class="ring" x1={px(CENTRE)} y1={px(CENTRE)} x2={px(x)} y2={px(y)} />
            <text class="spoke" x={px(label_x)} y={px(label_y + 4.5)}>{ number + 1 }</text>
        </g>
    }
}

/// The corners of a shape through the values of the spokes; one without a value is passed over.
fn outline(values: impl ExactSizeIterator<Item = Option<Hundredths>>) -> String {
    let spokes = values.len();
    let corners = values.enumerate().filter_map(|(spoke, value)| {
        let (x, y) = point(spoke, spokes, value?);
        Some(format!("{},{}", px(x), px(y)))
    });
    corners.collect::<Vec<_>>().join(" ")
}

/// Where a value lies on its spoke; the first spoke points upwards, and the others follow clockwise.
fn point(spoke: usize, spokes: usize, value: Hundredths) -> (f64, f64) {
    let angle = TAU * spoke as f64 / spokes as f64;
    let quarter = if angle + FRAC_PI_2 > TAU { -1.5 } else { 0.5 };
    let radius = RADIUS * value as f64 / FULL as f64;
    (
        CENTRE + radius * sine(angle),
        CENTRE - radius * sine(angle + quarter * PI),
    )
}

/// The sine of an angle between 0 and a full turn by its series: here less than a twentieth of a pixel off.
fn sine(angle: f64) -> f64 {
    let angle = if angle > PI { angle - TAU } else { angle };
    let square = angle * angle;
    let series = [110.0, 72.0, 42.0, 20.0, 6.0]
        .iter()
        .fold(1.0, |rest, divisor| 1.0 - square / divisor * rest);
    angle * series
}

/// A coordinate with one decimal.
fn px(coordinate: f64) -> String {
    let tenths = (coordinate * 10.0).round() as i64;
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn table(view: &View, dimensions: &[Dimension], trace: &[Step]) -> Html {
    let words = view.words;
    html! {
        <table>
            { view.table_head([words.element, words.value, words.range, words.open_column]) }
            <tbody>
                for (index, dimension) in dimensions.iter().enumerate() {
                    { row(view, index, dimension, trace) }
                }
            </tbody>
        </table>
    }
}

fn row(view: &View, index: usize, dimension: &Dimension, trace: &[Step]) -> Html {
    let element = &view.state.standard.elements[dimension.element];
    let (value, range) = match dimension.range {
        None => (view.words.not_applicable.to_owned(), "—".to_owned()),
        Some(range) if !has_answer(trace, dimension) => ("—".to_owned(), view.range(range.low, range.high)),
        Some(range) => (view.percent(range.value), view.range(range.low, range.high)),
    };
    let open = trace
        .iter()
        .filter(|step| step.element == dimension.element && step.rule == Rule::Open);
    html! {
        <tr key={&*element.id}>
            <th scope="row">{ index + 1 }{ ". " }{ view.text(&element.title) }</th>
            <td>{ value }</td>
            <td>{ range }</td>
            <td>{ open.count() }</td>
        </tr>
    }
}

/// Whether anything in an element is answered: without an answer there is no value, and 0 % would be a lie.
fn has_answer(trace: &[Step], dimension: &Dimension) -> bool {
    trace
        .iter()
        .any(|step| step.element == dimension.element && step.points.is_some())
}
