//! The sources of a screen as footnotes: a mark beside what is said, and one list at the foot.

use crate::lang::Lang;
use crate::standard::{Basis, Clause, Grade, Source};
use crate::strings::fill;
use crate::widget::action::Action;
use crate::widget::context::View;
use crate::widget::notes::{Note, Notes};
use crate::widget::props::WHOLE;
use crate::widget::state::State;
use std::rc::Rc;
use yew::prelude::*;

impl View<'_> {
    /// Where something comes from: a footnote mark, which says so where the evidence is weak, and opens on demand.
    pub fn basis(&self, basis: &Basis) -> Html {
        self.basis_among(&self.state.standard.sources, basis)
    }

    /// The same for one that counts its document among other `sources` than those of the standard.
    pub fn basis_among(&self, sources: &[Source], basis: &Basis) -> Html {
        self.mark(sources, basis, self.weakness(basis.grade).is_some())
    }

    /// The same of a question, whose help says it too.
    pub fn basis_of_question(&self, basis: &Basis) -> Html {
        self.mark(&self.state.standard.sources, basis, false)
    }

    /// A mark. The Tab key stops where the evidence is weak; the other marks are opened by a pointer or a screen reader,
    /// and by keys the list at the foot, so that fields follow each other.
    fn mark(&self, sources: &[Source], basis: &Basis, is_stop: bool) -> Html {
        let source = &sources[basis.source];
        let number = self.note_number(sources, basis);
        let weak = self.weakness(basis.grade);
        html! {
            <details class="source note">
                <summary tabindex={(!is_stop).then_some("-1")}>
                    <span class="unseen">{ self.words.source }{ " " }</span>
                    { format!("[{number}]") }
                    { for weak.map(|weak| html! { <span class="weak">{ weak }</span> }) }
                </summary>
                <span class="source-body">{ self.cited(source, &basis.clause, &[basis.grade]) }</span>
            </details>
        }
    }

    /// A document that is named: its title, and its number in the list at the foot, which tells the rest.
    pub fn named_among(&self, sources: &[Source], named: &Source, basis: &Basis) -> Html {
        html! {
            <>
                <cite>{ self.text(&named.title) }</cite>
                <span class="mention">{ format!(" [{}]", self.note_number(sources, basis)) }</span>
            </>
        }
    }

    fn note_number(&self, sources: &[Source], basis: &Basis) -> usize {
        self.notes.number(&sources[basis.source], basis)
    }

    /// Where something comes from, unfolded, where it stands behind an action already.
    pub fn open_basis(&self, basis: &Basis) -> Html {
        self.open_basis_among(&self.state.standard.sources, basis)
    }

    /// The same for one that counts its document among other `sources` than those of the standard.
    pub fn open_basis_among(&self, sources: &[Source], basis: &Basis) -> Html {
        self.open_source(&sources[basis.source], &basis.clause, &[basis.grade])
    }

    fn open_source(&self, source: &Source, clause: &Clause, grades: &[Grade]) -> Html {
        html! {
            <span class="source source-body">
                { self.cited(source, clause, grades) }
                { self.about_document(source) }
            </span>
        }
    }

    /// The list at the foot of a screen, after all that cites. Nothing where nothing is cited.
    pub fn notes(&self) -> Html {
        if self.notes.all().is_empty() {
            return Html::default();
        }
        if self.extent == WHOLE {
            return self.list_of_notes();
        }
        html! { <List state={self.state.clone()} lang={self.lang} act={self.act.clone()} notes={self.notes.clone()} /> }
    }

    fn list_of_notes(&self) -> Html {
        let notes = self.notes.all();
        let entry = |note: &Note| self.open_source(&note.source, &note.clause, &note.grades);
        let count = notes.len().to_string();
        html! {
            <details class="notes">
                <summary>{ fill(self.words.notes, &[&count]) }</summary>
                <ol>
                    { for notes.iter().enumerate().map(|(place, note)| html! { <li key={place}>{ entry(note) }</li> }) }
                </ol>
            </details>
        }
    }

    /// The document, the clause, and what each grade means.
    fn cited(&self, source: &Source, clause: &Clause, grades: &[Grade]) -> Html {
        let words = self.words;
        let clause = match clause {
            Clause::NotSeen => words.source_clause_not_seen.to_owned(),
            Clause::NotNoted => words.source_clause_not_noted.to_owned(),
            Clause::At(clause) => fill(words.source_clause, &[self.text(clause)]),
        };
        let grade = |grade: &Grade| {
            let class = ["grade-", grade.letter()].concat().to_ascii_lowercase();
            html! {
                <span class={classes!("source-line", "grade", class)}>
                    { words.grade }{ " " }{ self.grade(*grade) }
                </span>
            }
        };
        html! {
            <>
                <span class="source-line">{ self.document_line(source) }</span>
                <span class="source-line">{ clause }</span>
                { for grades.iter().map(grade) }
            </>
        }
    }

    /// What is said at once of a grade that is weak; nothing of the others.
    fn weakness(&self, grade: Grade) -> Option<&'static str> {
        match grade {
            Grade::Announcement | Grade::Verified | Grade::Own => None,
            Grade::Secondary => Some(self.words.weak_2),
            Grade::Derived => Some(self.words.weak_d),
            Grade::Unverified => Some(self.words.weak_m),
            Grade::NotFound => Some(self.words.weak_x),
        }
    }
}

/// The list by itself: it is drawn anew only where something else is cited.
#[derive(Properties)]
struct ListProps {
    state: Rc<State>,
    lang: Lang,
    act: Callback<Action>,
    notes: Rc<Notes>,
}

impl PartialEq for ListProps {
    fn eq(&self, other: &ListProps) -> bool {
        self.lang == other.lang && *self.notes == *other.notes
    }
}

#[component]
fn List(props: &ListProps) -> Html {
    View::new(&props.state, props.lang, props.act.clone(), props.notes.clone()).list_of_notes()
}
