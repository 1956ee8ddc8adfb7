//! Published figures, and what is public of an edition.

use crate::answers::write_number;
use crate::standard::{Figure, Relation};
use crate::strings::fill;
use crate::widget::context::View;
use yew::prelude::*;

impl View<'_> {
    /// A published figure beside a question or a result, with its source.
    pub fn figure(&self, figure: &Figure) -> Html {
        let mut value = write_number(figure.value);
        value.push_str(figure.unit.as_deref().unwrap_or_default());
        let words = match figure.relation {
            Relation::AtLeast => self.words.reference_at_least,
            Relation::MoreThan => self.words.reference_more_than,
            Relation::Figure => self.words.reference_figure,
        };
        html! {
            <div class="reference">
                <p>
                    <span>{ fill(words, &[&value]) }</span>
                    <span class="facts">{ self.optional(&figure.note) }</span>
                </p>
                { self.basis(&figure.basis) }
            </div>
        }
    }

    /// Several published figures.
    pub fn references(&self, figures: &[Figure]) -> Html {
        html! {
            <div class="references">{ for figures.iter().map(|figure| self.figure(figure)) }</div>
        }
    }

    /// That only these conditions of the standard are known, wherever it is judged; nothing where it has none.
    pub fn conditions_known(&self) -> Html {
        if self.state.standard.criteria.is_empty() {
            return Html::default();
        }
        self.published("p.facts", self.words.conditions_known)
    }

    /// A sentence on what is public of the edition: its year, and how many conditions, with where they stand. `what` is
    /// the element of the sentence and, after a dot, its class.
    pub fn published(&self, what: &'static str, words: &str) -> Html {
        let standard = &self.state.standard;
        let (tag, class) = what.split_once('.').unwrap_or((what, ""));
        let text = fill(words, &[&standard.edition, &standard.criteria.len().to_string()]);
        let first = standard.criteria.iter().take(1);
        html! {
            <>
                <@{tag} {class}>{ text }</@>
                { for first.map(|criterion| self.basis(&criterion.at_least.basis)) }
            </>
        }
    }
}
