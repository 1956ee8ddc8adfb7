//! The start: what this is and is not, which edition, the scope, and the choice of track.

use super::element::{Attr, El, On, button_to, el};
use super::state::{Action, Focus};
use super::view::View;
use crate::answers::Extra;
use crate::standard::Track;

/// The start.
pub fn start(view: &View) -> El {
    let words = view.words;
    let begun = !view.state.draft.sheet.answers.is_empty();
    let facts = el("ul.plain facts-list")
        .line("li", words.start_not)
        .line("li", words.start_time)
        .line("li", words.start_private);
    let begin = if begun { words.go_on } else { words.begin };
    el("section.screen start")
        .key("start")
        .with(view.heading(words.start_heading))
        .line("p.lead", words.start_what)
        .with(facts)
        .with(edition(view))
        .with(tracks(view))
        .with(scope(view))
        .with(
            el("div.actions")
                .with(button_to("button.primary", begin, view, Action::Begin).attr(Attr::Part, "primary")),
        )
}

fn edition(view: &View) -> El {
    let words = view.words;
    let standard = &view.state.standard;
    let document = |source: usize| view.document(&standard.sources[source]);
    let later = standard.later.iter();
    let later = el("ul").all(later.map(|source| el("li").with(document(*source))));
    el("section.panel")
        .line("h4", words.edition_heading)
        .with(el("p").with(document(standard.source)))
        .line("p", view.text(&standard.standing))
        .with(el("details").line("summary", words.edition_later).with(later))
        .line_fill("p.facts", words.edition_known_until, &[&standard.known_until])
}

fn tracks(view: &View) -> El {
    let words = view.words;
    let missing = view.state.track_missing;
    let error = if missing {
        [words.error_prefix, words.track_needed].concat()
    } else {
        String::new()
    };
    let error = el("p.error")
        .attr(Attr::Id, "track-error")
        .attr(Attr::Role, "alert")
        .owned(error);
    let tracks = view.state.standard.tracks.iter().enumerate();
    let help = el("details.help")
        .line("summary", words.track_unsure)
        .line("p", words.track_unsure_body);
    el(if missing {
        "fieldset.question faulty"
    } else {
        "fieldset.question"
    })
    .attr(Attr::Id, Focus::Track.id())
    .attr(Attr::TabIndex, "-1")
    .attr_if(missing, Attr::DescribedBy, "track-error")
    .line("legend", words.track_heading)
    .with(error)
    .with(el("div.choices").all(tracks.map(|(index, track)| choice(view, index, track))))
    .with(help)
}

fn choice(view: &View, index: usize, track: &Track) -> El {
    let state = view.state;
    let checked = state.draft.sheet.track_chosen && state.draft.sheet.answers.track == index;
    let pages = state.standard.pages(index);
    let count: usize = pages
        .iter()
        .map(|page| state.standard.questions_on(*page, index).len())
        .sum();
    let about = ["about-", track.id.as_str()].concat();
    let input = el("input")
        .attr(Attr::Type, "radio")
        .attr(Attr::Name, "track")
        .attr(Attr::DescribedBy, &about)
        .checked(checked)
        .sends(On::Change, view, Action::ChooseTrack(index));
    let hint = el("span.hint")
        .attr(Attr::Id, &about)
        .text(view.text(&track.about));
    let text = el("span.choice-text")
        .line("strong", view.text(&track.title))
        .line_fill("span.facts", view.words.questions_count, &[&count.to_string()])
        .with(hint);
    el("label.choice").with(input).with(text)
}

fn scope(view: &View) -> El {
    let words = view.words;
    el("section.panel")
        .line("h4", words.scope_heading)
        .line("p.hint", words.scope_about)
        .with(field(view, "plant", words.scope_plant, words.scope_plant_hint))
        .with(field(
            view,
            "figuresAsOf",
            words.scope_as_of,
            words.scope_as_of_hint,
        ))
}

fn field(view: &View, key: &'static str, label: &str, hint: &str) -> El {
    let hint_id = [key, "-hint"].concat();
    let input = el("input")
        .attr(Attr::Type, "text")
        .attr(Attr::Id, key)
        .attr(Attr::AutoComplete, "off")
        .attr(Attr::MaxLength, "200")
        .attr(Attr::DescribedBy, &hint_id)
        .value(view.kept_text(Extra::Profile, &[key]))
        .sends(
            On::Input,
            view,
            Action::KeepText(Extra::Profile, vec![key.to_owned()], String::new()),
        );
    el("div.field")
        .with(el("label").attr(Attr::For, key).text(label))
        .with(el("p.hint").attr(Attr::Id, &hint_id).text(hint))
        .with(input)
}
