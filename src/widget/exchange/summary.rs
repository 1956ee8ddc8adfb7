//! What is said of answers that arrived, before anything is done with them.

use crate::exchange::Form;
use crate::exchange::file::{self, Summary};
use crate::standard::Standard;
use crate::strings::fill;
use crate::widget::arrived::Arrived;
use crate::widget::context::View;
use yew::{Html, html};

/// What they are.
pub fn of(arrived: &Arrived) -> Summary {
    file::summary(&arrived.standard, &arrived.answers, arrived.saved.as_ref())
}

/// As what they arrived.
pub fn form(view: &View, form: Form) -> &'static str {
    let words = &view.words.exchange;
    match form {
        Form::File => words.from_file,
        Form::Table => words.from_table,
        Form::Code => words.from_code,
        Form::Assessment => words.from_list,
    }
}

/// A standard with its edition.
pub fn edition(view: &View, standard: &Standard) -> String {
    let title = view.text(&standard.title);
    match title.contains(&standard.edition) {
        true => title.to_owned(),
        false => fill(view.words.exchange.edition, &[title, &standard.edition]),
    }
}

/// All that is known of them, as a list. `editions` are in the language of the view.
pub fn list(view: &View, arrived: &Arrived, editions: &[std::rc::Rc<Standard>]) -> Html {
    let words = &view.words.exchange;
    let summary = of(arrived);
    let standard = editions.iter().find(|edition| edition.id == arrived.standard.id);
    let standard: &Standard = standard.unwrap_or(&arrived.standard);
    let track = standard.tracks.get(summary.track);
    let progress = summary.progress;
    let asked = progress.answered + progress.open;
    let mut answered = fill(
        words.answered_of,
        &[&progress.answered.to_string(), &asked.to_string()],
    );
    if summary.on_other_tracks > 0 {
        let more = fill(words.other_track, &[&summary.on_other_tracks.to_string()]);
        answered = [answered, more].join(view.semicolon());
    }
    let saved = summary.date.as_deref().map(|date| moment(words.saved_at, date));
    let entries = [
        (words.form, Some(form(view, arrived.form).to_owned())),
        (words.based_on, Some(edition(view, standard))),
        (
            view.words.sheet.track,
            track.map(|track| view.text(&track.title).to_owned()),
        ),
        (words.plant, summary.plant.clone()),
        (words.saved, saved),
        (words.answered, Some(answered)),
    ];
    let known = entries
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)));
    html! {
        <>
            <dl class="pair">
                { for known.map(|(name, value)| html! {
                    <div key={name}><dt>{ name }</dt><dd>{ value }</dd></div>
                }) }
            </dl>
            <p class="facts">{ (summary.same_text == Some(false)).then_some(words.other_text) }</p>
        </>
    }
}

/// A date and time of a file as people read it: the day, and hours and minutes.
pub fn moment(words: &str, date: &str) -> String {
    match (date.get(..10), date.get(11..16)) {
        (Some(day), Some(time)) => fill(words, &[day, time]),
        _ => date.to_owned(),
    }
}
