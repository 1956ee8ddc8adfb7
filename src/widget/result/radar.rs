//! The index by element: a radar, and the table that says the same.

use super::super::view::View;
use crate::assess::Dimension;
use crate::standard::FULL;
use crate::strings::fill;
use yew::prelude::*;

/// Half the width of the drawing, and the radius at 100 %.
const CENTRE: f64 = 120.0;
const RADIUS: f64 = 92.0;

/// The sine by its series, exact to a tenth of a pixel: the library's weighs 6 kB in the module.
fn sine(angle: f64) -> f64 {
    let angle = if angle > std::f64::consts::PI {
        angle - std::f64::consts::TAU
    } else {
        angle
    };
    let square = angle * angle;
    let series = [110.0, 72.0, 42.0, 20.0, 6.0]
        .iter()
        .fold(1.0, |rest, divisor| 1.0 - square / divisor * rest);
    angle * series
}

/// Where a value lies on its spoke.
fn point(spoke: usize, spokes: usize, value: i64) -> (f64, f64) {
    let angle = std::f64::consts::TAU * spoke as f64 / spokes as f64;
    let quarter = if angle + std::f64::consts::FRAC_PI_2 > std::f64::consts::TAU {
        -1.5
    } else {
        0.5
    };
    let radius = RADIUS * value as f64 / FULL as f64;
    (
        CENTRE + radius * sine(angle),
        CENTRE - radius * sine(angle + quarter * std::f64::consts::PI),
    )
}

/// A coordinate with one decimal.
fn place(coordinate: f64) -> String {
    let tenths = (coordinate * 10.0).round() as i64;
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn polygon(values: &[i64]) -> String {
    let points = values
        .iter()
        .enumerate()
        .map(|(spoke, value)| point(spoke, values.len(), *value));
    points
        .map(|(x, y)| format!("{},{}", place(x), place(y)))
        .collect::<Vec<_>>()
        .join(" ")
}

/// The radar needs three spokes; the table stands in any case.
pub fn radar(view: &View) -> Html {
    let dimensions = &view.state.assessment.index.dimensions;
    html! {
        <div class="by-element">
            <div class="slot">{ if dimensions.len() >= 3 { drawing(view, dimensions) } else { Html::default() } }</div>
            { table(view, dimensions) }
        </div>
    }
}

fn drawing(view: &View, dimensions: &[Dimension]) -> Html {
    let spokes = dimensions.len();
    let values = |of: fn(&crate::assess::Range) -> i64| -> Vec<i64> {
        dimensions
            .iter()
            .map(|dimension| dimension.range.as_ref().map_or(0, of))
            .collect()
    };
    let ring =
        |percent: i64| html! { <polygon class="ring" points={polygon(&vec![percent * 100; spokes])} /> };
    let spoke = |spoke: usize| {
        let (x, y) = point(spoke, spokes, FULL);
        let (label_x, label_y) = point(spoke, spokes, FULL + FULL * 14 / 100);
        html! {
            <g>
                <line class="ring" x1={place(CENTRE)} y1={place(CENTRE)} x2={place(x)} y2={place(y)} />
                <text class="spoke" x={place(label_x)} y={place(label_y + 4.5)}>{ spoke + 1 }</text>
            </g>
        }
    };
    html! {
        <figure class="radar">
            <svg viewBox="0 0 240 240" role="img" aria-label={view.words.radar_label}>
                { for [25, 50, 75, 100].into_iter().map(ring) }
                <polygon class="possible" points={polygon(&values(|range| range.high))} />
                <polygon class="sure" points={polygon(&values(|range| range.low))} />
                <polygon class="answered" points={polygon(&values(|range| range.value))} />
                { for (0..spokes).map(spoke) }
            </svg>
            <figcaption>
                <span class="key key-answered">{ view.words.radar_legend_value }</span>
                <span class="key key-possible">{ view.words.radar_legend_range }</span>
            </figcaption>
        </figure>
    }
}

fn table(view: &View, dimensions: &[Dimension]) -> Html {
    let words = view.words;
    let assessment = &view.state.assessment;
    let row = |(number, dimension): (usize, &Dimension)| {
        let steps = assessment
            .trace
            .iter()
            .filter(|step| step.element == dimension.element);
        let open = steps
            .filter(|step| step.rule == crate::assess::Rule::Open)
            .count();
        let (value, range) = match dimension.range {
            None => (words.not_applicable.to_owned(), "—".to_owned()),
            Some(range) if range.low == range.high => (view.percent(range.value), view.percent(range.low)),
            Some(range) => (
                view.percent(range.value),
                fill(
                    words.index_range,
                    &[&view.percent(range.low), &view.percent(range.high)],
                ),
            ),
        };
        let element = &view.state.standard.elements[dimension.element];
        html! {
            <tr>
                <th scope="row">{ number + 1 }{ ". " }{ view.text(&element.title) }</th>
                <td>{ value }</td><td>{ range }</td><td>{ open }</td>
            </tr>
        }
    };
    html! {
        <table>
            <thead><tr>
                <th scope="col">{ words.element }</th><th scope="col">{ words.value }</th>
                <th scope="col">{ words.range }</th><th scope="col">{ words.open_column }</th>
            </tr></thead>
            <tbody>{ for dimensions.iter().enumerate().map(row) }</tbody>
        </table>
    }
}
