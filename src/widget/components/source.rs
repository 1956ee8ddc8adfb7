//! Where something comes from.

use crate::standard::{Basis, Clause, Grade, Original, Source};
use crate::strings::fill;
use crate::widget::context::View;
use yew::prelude::*;

impl View<'_> {
    /// A document in one line: title, number, date, standing.
    pub fn document(&self, source: &Source) -> Html {
        let number = source.number.as_ref();
        let number = number.map_or(String::new(), |number| [" ", self.text(number)].concat());
        let mut facts = String::new();
        if let Some(date) = &source.date {
            facts = fill(self.words.source_dated, &[date]);
            facts.push_str(" · ");
        }
        // What we chose ourselves has no standing.
        if source.grade != Grade::Own {
            facts.push_str(self.standing(source.standing));
        }
        let translated = matches!(source.original, Original::In(lang) if lang != self.lang);
        let translated = if translated {
            self.words.source_translated
        } else {
            ""
        };
        html! {
            <>
                <cite>{ self.text(&source.title) }</cite>
                <span>{ number }</span>
                <span class="facts">{ facts }</span>
                <span class="facts">{ translated }</span>
            </>
        }
    }

    /// Where something comes from: the grade at a glance; document, clause and what the grade means behind it.
    pub fn basis(&self, basis: &Basis) -> Html {
        self.basis_among(&self.state.standard.sources, basis)
    }

    /// The same unfolded, where it stands behind an action already.
    pub fn open_basis(&self, basis: &Basis) -> Html {
        self.open_basis_among(&self.state.standard.sources, basis)
    }

    /// The same as [`View::basis`] for one that counts its document among other `sources` than those of the standard.
    pub fn basis_among(&self, sources: &[Source], basis: &Basis) -> Html {
        self.source(sources, basis, false)
    }

    /// The same unfolded.
    pub fn open_basis_among(&self, sources: &[Source], basis: &Basis) -> Html {
        self.source(sources, basis, true)
    }

    fn source(&self, sources: &[Source], basis: &Basis, open: bool) -> Html {
        let words = self.words;
        let clause = match &basis.clause {
            Clause::NotSeen => words.source_clause_not_seen.to_owned(),
            Clause::NotNoted => words.source_clause_not_noted.to_owned(),
            Clause::At(clause) => fill(words.source_clause, &[self.text(clause)]),
        };
        let class = ["grade-", basis.grade.letter()].concat().to_ascii_lowercase();
        html! {
            <details class="source" {open}>
                <summary>
                    { words.source }{ " " }
                    <span class={classes!("grade", class)}>{ self.grade_at_a_glance(basis.grade) }</span>
                </summary>
                <div class="source-body">
                    <p>{ self.document(&sources[basis.source]) }</p>
                    <p>{ clause }</p>
                    <p>{ words.grade }{ " " }{ self.grade(basis.grade) }</p>
                </div>
            </details>
        }
    }
}
