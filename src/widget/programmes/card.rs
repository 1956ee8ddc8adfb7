//! A programme: standing, why it concerns the firm, conditions, duty, figures.

use super::super::element::{Attr, El, On, el, sequence};
use super::super::state::Action;
use super::{Shown, conditions, facts, members, part};
use crate::answers::{Extra, write_number};
use crate::document::Node;
use crate::programmes::{FigureKind, NamedFigure, Programme};
use crate::standard::Relation;
use crate::strings::fill;

/// A card that opens: its head tells the title, how the document stands, and what can be said of the conditions. It is
/// on the screen, and where it is `printed` on the paper too.
pub fn card(shown: &Shown, index: usize, printed: bool) -> El {
    let programme = &shown.programmes.programmes[index];
    let view = shown.view;
    let standing = shown.programmes.sources[programme.source].standing;
    let head = el("summary").line("h5", view.text(&programme.title)).with(
        el("p.facts")
            .line("span.standing", view.standing(standing))
            .text(" ")
            .with(conditions::verdicts(shown, index)),
    );
    let what = if printed {
        "details.panel programme"
    } else {
        "details.panel programme screen-only"
    };
    el(what)
        .key(&programme.id)
        .attr(Attr::Id, &["programme-", programme.id.as_str()].concat())
        .with(head)
        .line("p", view.text(&programme.about))
        .with(status(shown, programme))
        .with(members::why(shown, index))
        .with(conditions::conditions(shown, index))
        .with(facts::facts(shown, programme))
        .with(duties(shown, programme))
        .with(figures(shown, programme, FigureKind::Objective))
        .with(figures(shown, programme, FigureKind::Money))
        .with(figures(shown, programme, FigureKind::Fact))
        .with(dates(shown, programme))
        .with(notes(shown, programme))
        .with(members::members(shown, index))
}

fn status(shown: &Shown, programme: &Programme) -> El {
    let words = shown.words;
    let view = shown.view;
    let document = |source: usize| view.document(&shown.programmes.sources[source]);
    let listed = |heading: &'static str, sources: &[usize]| {
        if sources.is_empty() {
            return sequence();
        }
        let items = sources.iter().map(|source| el("li").with(document(*source)));
        el("details").line("summary", heading).with(el("ul").all(items))
    };
    el("div.part")
        .line("p", view.text(&programme.standing))
        .with(
            el("p")
                .text(words.document)
                .text(" ")
                .with(document(programme.source)),
        )
        .with(listed(words.later_documents, &programme.later))
        .with(listed(words.rests_on, &programme.rests_on))
        .line_fill("p.facts", words.known_until, &[&programme.known_until])
}

fn duties(shown: &Shown, programme: &Programme) -> El {
    let words = shown.words;
    let view = shown.view;
    if programme.duties.is_empty() {
        return sequence();
    }
    let mut ticked = 0;
    let mut list = el("div.choices");
    for duty in &programme.duties {
        let path = ["duties", &duty.id];
        let done = view.kept(Extra::Profile, &path) == Some(&Node::Bool(true));
        ticked += usize::from(done);
        let after = (!done).then_some(Node::Bool(true));
        let path = path.map(str::to_owned).to_vec();
        let input = el("input")
            .attr(Attr::Type, "checkbox")
            .attr(Attr::Name, "duty")
            .value(&duty.id)
            .checked(done)
            .sends(On::Change, view, Action::Keep(Extra::Profile, path, after));
        let label = el("label.choice")
            .with(input)
            .line("span.choice-text", view.text(&duty.text));
        list = list.with(label).with(shown.basis(&duty.basis));
    }
    let count = [ticked, programme.duties.len()].map(|count| count.to_string());
    let count = fill(words.duty_ticked, &[&count[0], &count[1]]);
    el("fieldset.part")
        .with(el("legend").line("h6", words.duties_heading))
        .line("p.facts", words.duties_about)
        .with(list)
        .with(el("p.facts").attr(Attr::Role, "status").text(&count))
}

fn figures(shown: &Shown, programme: &Programme, kind: FigureKind) -> El {
    let words = shown.words;
    let (heading, about) = match kind {
        FigureKind::Objective => (words.objectives_heading, words.objectives_about),
        FigureKind::Money => (words.money_heading, words.money_about),
        FigureKind::Fact => (words.figures_heading, ""),
    };
    let mine = programme.figures.iter().filter(|figure| figure.kind == kind);
    let items: Vec<El> = mine
        .map(|found| el("li.reference").with(figure(shown, found)))
        .collect();
    let list = (!items.is_empty()).then(|| {
        sequence()
            .line("p.facts", about)
            .with(el("ul.plain references").all(items.into_iter()))
    });
    part(heading, list)
}

/// A number as it stands in a document, with its unit.
pub fn figure(shown: &Shown, named: &NamedFigure) -> El {
    let words = shown.words;
    let view = shown.view;
    let figure = &named.figure;
    let unit = match (&named.unit, &figure.unit) {
        (Some(unit), _) => [" ", view.text(unit)].concat(),
        (None, Some(sign)) => sign.clone(),
        (None, None) => String::new(),
    };
    let value = [write_number(figure.value), unit].concat();
    let value = match figure.relation {
        Relation::MoreThan => fill(words.figure_more_than, &[&value]),
        Relation::AtLeast => fill(words.figure_at_least, &[&value]),
        Relation::Figure => value,
    };
    sequence()
        .with(
            el("p")
                .line("span", view.text(&named.title))
                .text(" ")
                .line_owned("strong", value)
                .line("span.facts", view.optional(&figure.note)),
        )
        .with(shown.basis(&figure.basis))
}

fn dates(shown: &Shown, programme: &Programme) -> El {
    let items: Vec<El> = programme
        .dates
        .iter()
        .map(|event| {
            el("li")
                .line("strong", &event.date)
                .text(" ")
                .text(shown.view.text(&event.text))
                .with(shown.basis(&event.basis))
        })
        .collect();
    let list = (!items.is_empty()).then(|| el("ul.plain").all(items.into_iter()));
    part(shown.words.dates_heading, list)
}

fn notes(shown: &Shown, programme: &Programme) -> El {
    let items: Vec<El> = programme
        .notes
        .iter()
        .map(|note| {
            el("li")
                .text(shown.view.text(&note.text))
                .with(shown.basis(&note.basis))
        })
        .collect();
    let list = (!items.is_empty()).then(|| el("ul").all(items.into_iter()));
    part(shown.words.notes_heading, list)
}
