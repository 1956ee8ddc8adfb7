//! The picker of industries: a search field and a list of checkboxes. What is searched for is not kept; what is chosen
//! is.

use super::context::ProgrammesContext;
use crate::answers::Extra;
use crate::document::Node;
use crate::programmes::search;
use crate::strings::fill;
use crate::widget::action::Action;
use crate::widget::components::TextField;
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
    let parts = [
        (words.about_words, &basis.words),
        (words.about_codes, &basis.codes),
        (words.about_matches, &basis.matches),
    ];
    html! {
        <div class="facts in-line screen-only">
            for (about, basis) in parts {
                <span>{ about }{ context.basis(basis) }</span>
            }
        </div>
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
    fn choose(&self, industry: usize) -> impl Fn(bool) -> Action + 'static {
        let id = self.context.programmes.industries[industry].id.clone();
        move |on| Action::KeepInList(Extra::Profile, vec!["industries".to_owned()], id.clone(), on)
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
                    onclick={self.context.view.sends(self.choose(industry)(false))}
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
        let field = TextField {
            id: "industry-search",
            label: words.search_label,
            hint: Some(words.search_hint),
            search: true,
            most: 60,
            value: &view.state.search,
            oninput: Some(view.sends_text(Action::Search)),
            ..TextField::default()
        };
        field.html()
    }

    /// What is found; all industries lie folded until something is searched for.
    fn found(&self) -> Html {
        let words = self.context.words;
        let searched = &self.context.view.state.search;
        let found = search(self.context.programmes, searched);
        let status = match found.len() {
            _ if searched.trim().is_empty() => String::new(),
            0 => words.found_none.to_owned(),
            count => fill(words.found, &[&count.to_string()]),
        };
        html! {
            <>
                <p class="facts" role="status">{ status }</p>
                <details class="found" open={!searched.trim().is_empty()}>
                    <summary>{ words.list }</summary>
                    <div class="choices industry-list">
                        if self.context.view.extent >= 1 {
                            { for found.into_iter().map(|industry| self.checkbox(industry)) }
                        }
                    </div>
                </details>
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
                    onchange={self.context.view.sends_tick(self.choose(index))}
                />
                <span class="choice-text">
                    { self.name(index) }
                    <span class="hint">{ codes }</span>
                </span>
            </label>
        }
    }
}
