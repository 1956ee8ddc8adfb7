//! What a result rests on, in one line.

use super::super::context::View;
use crate::answers::Extra;
use crate::strings::fill;

/// Edition, track, scope, what our sources knew and until when, and the release of the tool, in one line.
pub fn as_of(view: &View) -> String {
    let standard = &view.state.standard;
    let mut scope = String::new();
    for key in ["plant", "figuresAsOf"] {
        let text = view.kept_text(Extra::Profile, &[key]);
        if !text.is_empty() {
            scope.push_str(text);
            scope.push_str(view.semicolon());
        }
    }
    fill(
        view.words.as_of_line,
        &[
            view.text(&standard.title),
            view.text(&standard.tracks[view.state.draft.sheet.answers.track].title),
            &scope,
            &standard.known_until,
            env!("CARGO_PKG_VERSION"),
            view.standing(standard.sources[standard.source].standing),
        ],
    )
}
