//! The index by element: a radar, and the table that says the same.

use super::super::element::{Attr, El, el};
use super::super::view::View;
use crate::assess::{Dimension, Rule, Step};
use crate::standard::FULL;

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
    let tenths = (coordinate * 10.0 + 0.5) as u32;
    [&(tenths / 10).to_string(), ".", &(tenths % 10).to_string()].concat()
}

/// A shape through the values of the spokes; one without a value is passed over.
fn polygon(what: &'static str, values: &[Option<i64>]) -> El {
    let mut points = String::new();
    for (spoke, value) in values.iter().enumerate() {
        let Some(value) = value else { continue };
        let (x, y) = point(spoke, values.len(), *value);
        if !points.is_empty() {
            points.push(' ');
        }
        points.push_str(&place(x));
        points.push(',');
        points.push_str(&place(y));
    }
    el(what).attr(Attr::Points, &points)
}

/// The radar needs three spokes; the table stands in any case.
pub fn radar(view: &View) -> El {
    let dimensions = &view.state.assessment.index.dimensions;
    let trace = &view.state.assessment.trace();
    let mut slot = el("div.slot");
    if dimensions.len() >= 3 {
        slot = slot.with(drawing(view, dimensions, trace));
    }
    el("div.by-element")
        .with(slot)
        .with(table(view, dimensions, trace))
}

fn drawing(view: &View, dimensions: &[Dimension], trace: &[Step]) -> El {
    let words = view.words;
    let (mut high, mut low, mut value) = (Vec::new(), Vec::new(), Vec::new());
    for dimension in dimensions {
        let range = dimension.range.as_ref();
        high.push(Some(range.map_or(0, |range| range.high)));
        low.push(Some(range.map_or(0, |range| range.low)));
        value.push(
            range
                .map(|range| range.value)
                .filter(|_| has_answer(trace, dimension)),
        );
    }
    let spokes = dimensions.len();
    let rings = [25, 50, 75, 100].into_iter();
    let svg = el("svg")
        .attr(Attr::ViewBox, "0 0 240 240")
        .attr(Attr::Role, "img")
        .attr(Attr::Label, words.radar_label)
        .all(rings.map(|percent| polygon("polygon.ring", &vec![Some(percent * 100); spokes])))
        .with(polygon("polygon.possible", &high))
        .with(polygon("polygon.sure", &low))
        .with(polygon("polygon.answered", &value))
        .all((0..spokes).map(|number| spoke(number, spokes)));
    let caption = el("figcaption")
        .line("span.key key-answered", words.radar_legend_value)
        .line("span.key key-possible", words.radar_legend_range);
    el("figure.radar").with(svg).with(caption)
}

/// A spoke from the centre, with its number at the end.
fn spoke(spoke: usize, spokes: usize) -> El {
    let (x, y) = point(spoke, spokes, FULL);
    let line = el("line.ring")
        .attr(Attr::X1, &place(CENTRE))
        .attr(Attr::Y1, &place(CENTRE))
        .attr(Attr::X2, &place(x))
        .attr(Attr::Y2, &place(y));
    let (x, y) = point(spoke, spokes, FULL + FULL * 14 / 100);
    let label = el("text.spoke")
        .attr(Attr::X, &place(x))
        .attr(Attr::Y, &place(y + 4.5))
        .owned((spoke + 1).to_string());
    el("g").with(line).with(label)
}

fn table(view: &View, dimensions: &[Dimension], trace: &[Step]) -> El {
    let words = view.words;
    let rows = dimensions.iter().enumerate();
    el("table")
        .with(view.table_head([words.element, words.value, words.range, words.open_column]))
        .with(el("tbody").all(rows.map(|(number, dimension)| row(view, number, dimension, trace))))
}

/// Whether anything in an element is answered: without an answer there is no value, and 0 % would be a lie.
fn has_answer(trace: &[Step], dimension: &Dimension) -> bool {
    trace
        .iter()
        .any(|step| step.element == dimension.element && step.points.is_some())
}

fn row(view: &View, number: usize, dimension: &Dimension, trace: &[Step]) -> El {
    let mut open = 0;
    for step in trace {
        open += u32::from(step.element == dimension.element && step.rule == Rule::Open);
    }
    let (value, range) = match dimension.range {
        None => (view.words.not_applicable.to_owned(), "—".to_owned()),
        Some(range) if !has_answer(trace, dimension) => ("—".to_owned(), view.range(range.low, range.high)),
        Some(range) => (view.percent(range.value), view.range(range.low, range.high)),
    };
    let element = &view.state.standard.elements[dimension.element];
    let head = el("th")
        .attr(Attr::Scope, "row")
        .owned((number + 1).to_string())
        .text(". ")
        .text(view.text(&element.title));
    el("tr")
        .with(head)
        .line_owned("td", value)
        .line_owned("td", range)
        .line_owned("td", open.to_string())
}
