//! The picker of industries: a search field and a list of checkboxes. What is searched for is not kept; what is chosen
//! is.

use super::context::ProgrammesContext;
use crate::answers::Extra;
use crate::document::Node;
use crate::programmes::search;
use crate::strings::fill;
use crate::widget::state::Action;
use yew::{Html, html};

/// The picker.
pub fn picker(context: &ProgrammesContext) -> Html {
    let words = context.words;
    let picker = Picker {
        context,
        kept: match context.view.kept(Extra::Profile, &["industries"]) {
            Some(Node::List(ids)) => ids,
            _ => &[],
        },
    };
    html! {
        <fieldset class="question industries" id="industries">
            <legend>{ words.picker_heading }</legend>
            <p class="hint">{ words.picker_about }</p>
            <div class="picker">
                { picker.chosen() }
                { picker.search_field() }
                { picker.found() }
            </div>
            { sources(context) }
        </fieldset>
    }
}

/// Where the industries, their names and their codes come from.
fn sources(context: &ProgrammesContext) -> Html {
    let words = context.words;
    let basis = &context.programmes.industry_basis;
    html! {
        <details class="help">
            <summary>{ context.view.words.source }</summary>
            <dl>
                <dt>{ words.about_matches }</dt>
                <dd>{ context.open_basis(&basis.matches) }</dd>
                <dt>{ words.about_words }</dt>
                <dd>{ context.open_basis(&basis.words) }</dd>
                <dt>{ words.about_codes }</dt>
                <dd>{ context.open_basis(&basis.codes) }</dd>
            </dl>
        </details>
    }
}

struct Picker<'a> {
    context: &'a ProgrammesContext<'a>,
    /// The ids that are chosen, those of a newer release included.
    kept: &'a [Node],
}

impl Picker<'_> {
    fn is_chosen(&self, industry: usize) -> bool {
        self.kept
            .contains(&Node::text(&self.context.programmes.industries[industry].id))
    }

    fn name(&self, industry: usize) -> &str {
        let industry = &self.context.programmes.industries[industry];
        self.context.view.text(&industry.title)
    }

    /// Chooses an industry, or takes it back.
    fn toggle(&self, industry: usize) -> Action {
        let id = Node::text(&self.context.programmes.industries[industry].id);
        let mut kept = self.kept.to_vec();
        if self.is_chosen(industry) {
            kept.retain(|known| *known != id);
        } else {
            kept.push(id);
        }
        let kept = (!kept.is_empty()).then_some(Node::List(kept));
        Action::Keep(Extra::Profile, vec!["industries".to_owned()], kept)
    }

    /// What is chosen stays in sight whatever is searched for.
    fn chosen(&self) -> Html {
        let words = self.context.words;
        let industries = 0..self.context.programmes.industries.len();
        let chosen: Vec<usize> = industries.filter(|index| self.is_chosen(*index)).collect();
        html! {
            <>
                <p class="facts">{ if chosen.is_empty() { words.chosen_none } else { words.chosen } }</p>
                <ul class="plain chosen">
                    { for chosen.into_iter().map(|industry| self.chip(industry)) }
                </ul>
            </>
        }
    }

    /// A chosen industry; a click takes it back.
    fn chip(&self, industry: usize) -> Html {
        let name = self.name(industry);
        html! {
            <li key={self.context.programmes.industries[industry].id.as_str()}>
                <button
                    type="button"
                    class="chip"
                    aria-label={fill(self.context.words.remove, &[name])}
                    onclick={self.context.view.sends(self.toggle(industry))}
                >
                    { name }
                    <span aria-hidden="true">{ " ✕" }</span>
                </button>
            </li>
        }
    }

    fn search_field(&self) -> Html {
        let words = self.context.words;
        let view = self.context.view;
        html! {
            <div class="field">
                <label for="industry-search">{ words.search_label }</label>
                <input
                    type="search"
                    id="industry-search"
                    autocomplete="off"
                    maxlength="60"
                    aria-describedby="industry-search-hint"
                    value={view.state.search.clone()}
                    oninput={view.sends_text(Action::Search)}
                />
                <p class="hint" id="industry-search-hint">{ words.search_hint }</p>
            </div>
        }
    }

    fn found(&self) -> Html {
        let words = self.context.words;
        let found = search(self.context.programmes, &self.context.view.state.search);
        let status = match found.len() {
            0 => words.found_none.to_owned(),
            count => fill(words.found, &[&count.to_string()]),
        };
        html! {
            <>
                <p class="facts" role="status">{ status }</p>
                <div class="choices industry-list">
                    { for found.into_iter().map(|industry| self.checkbox(industry)) }
                </div>
            </>
        }
    }

    fn checkbox(&self, index: usize) -> Html {
        let industry = &self.context.programmes.industries[index];
        let codes = match industry.codes.as_slice() {
            [] => String::new(),
            codes => fill(self.context.words.code, &[&codes.join(", ")]),
        };
        html! {
            <label key={industry.id.as_str()} class="choice">
                <input
                    type="checkbox"
                    name="industry"
                    value={industry.id.clone()}
                    checked={self.is_chosen(index)}
                    onchange={self.context.view.sends(self.toggle(index))}
                />
                <span class="choice-text">
                    { self.name(index) }
                    <span class="hint">{ codes }</span>
                </span>
            </label>
        }
    }
}
