//! The result: the verdict on the published conditions, our own index with its elements, and below it what would change
//! either; and the report that prints.

use super::components::{as_of, tells};
use super::consent;
use super::context::View;
use super::props::{Event, Props, WHOLE};
use crate::answers::Extra;
use yew::{Html, html};

mod conditions;
mod contradictions;
mod effects;
pub mod elements;
mod index;
mod missing;
mod next;
mod print;
mod report;
mod turns;

/// The place.
pub fn result(view: &View, props: &Props) -> Html {
    let words = view.words;
    let heading = conditions::tally(view).unwrap_or_else(|| html! { { words.result_heading } });
    html! {
        <section key="result" class="screen result">
            <div class="verdict">
                <div class="judged">
                    <p class="facts">{ scope(view) }</p>
                    { view.heading_of(heading) }
                    { conditions::lines(view) }
                    <div class="facts">{ view.published("span", words.conditions_only) }</div>
                    <div class="actions">
                        { tells("", words.print, props, Event::Print) }
                        { contradictions::panel(view) }
                    </div>
                </div>
                { index::panel(view) }
            </div>
            { elements::table(view) }
            if view.extent >= 1 {
                { conditions::behind(view) }
                { turns::panel(view) }
                { missing::panel(view) }
            }
            if view.extent >= 2 {
                { effects::panel(view) }
                { print::panel(view, props) }
                <div class="slot">
                    if props.host.may_ask {
                        { consent::panel(view, props) }
                    }
                </div>
                <p class="facts">{ as_of(view) }</p>
            }
            // On the screen it is never seen.
            if view.extent == WHOLE {
                { report::report(view, props) }
            }
        </section>
    }
}

/// Which plant, by figures of which day, on which track.
fn scope(view: &View) -> String {
    let track = &view.state.standard.tracks[view.state.draft.sheet.answers.track];
    let kept = ["plant", "figuresAsOf"].map(|key| view.kept_text(Extra::Profile, &[key]));
    let parts = kept.into_iter().filter(|text| !text.is_empty());
    let parts: Vec<&str> = parts.chain([view.text(&track.title)]).collect();
    parts.join(" · ")
}
