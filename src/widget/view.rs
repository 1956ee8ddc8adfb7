//! What every view is given, and the small pieces that several of them use.

use super::state::{Action, State};
use crate::answers::{Answer, write_number};
use crate::assess::{Fraction, State as Answering, Verdict};
use crate::lang::{Lang, Text};
use crate::standard::{Basis, Clause, Figure, Grade, Hundredths, Item, Kind, Relation, Source, Standing};
use crate::strings::{Strings, fill};
use yew::prelude::*;

/// What every view is given: everything it shows, and where to send what the visitor does.
#[derive(Clone)]
pub struct View<'a> {
    /// What the widget shows.
    pub state: &'a State,
    /// The language.
    pub lang: Lang,
    /// Its words.
    pub words: &'static Strings,
    /// Takes what the visitor does.
    pub act: Callback<Action>,
}

impl View<'_> {
    /// A text of the standard.
    pub fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.lang)
    }

    /// Sends `action` at each event.
    pub fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        let act = self.act.clone();
        Callback::from(move |_| act.emit(action.clone()))
    }

    /// Hundredths of a percent, as a percentage.
    pub fn percent(&self, hundredths: Hundredths) -> String {
        fill(self.words.percent, &[&write_number(hundredths)])
    }

    /// A fraction of hundredths of a percent: rounded down to hundredths, and marked where that is not exact.
    pub fn share(&self, fraction: Fraction) -> String {
        let about = if fraction.numerator % fraction.denominator == 0 {
            ""
        } else {
            "≈ "
        };
        format!("{about}{}", self.percent(fraction.floor()))
    }

    /// The text of a question.
    pub fn question(&self, question: usize) -> &str {
        self.text(&self.state.standard.questions[question].text)
    }

    /// The name of what gives points.
    pub fn item(&self, item: Item) -> &str {
        match item {
            Item::Question(index) => self.question(index),
            Item::Rate(index) => self.text(&self.state.standard.rates[index].title),
        }
    }

    /// The answer to a question, in words.
    pub fn answer(&self, question: usize) -> String {
        let asked = &self.state.standard.questions[question];
        match self.state.assessment.states[question] {
            Answering::Unknown => return self.words.state_unknown.to_owned(),
            Answering::NotAnswered => return self.words.state_not_answered.to_owned(),
            Answering::NotApplicable => return self.words.state_not_applicable.to_owned(),
            Answering::Closed | Answering::OtherTrack => return self.words.state_closed.to_owned(),
            Answering::Answered => {}
        }
        match (self.state.draft.sheet.answers.get(question), &asked.kind) {
            (Some(Answer::Count(count)), Kind::Count { unit, .. }) => format!("{count} {}", self.text(unit)),
            (Some(Answer::Number(number)), Kind::Number { unit, .. }) => {
                format!("{} {}", write_number(*number), self.text(unit))
            }
            (Some(Answer::YesNo(yes)), _) => if *yes { self.words.yes } else { self.words.no }.to_owned(),
            (Some(Answer::OneOf(chosen)), Kind::OneOf(choices)) => {
                self.text(&choices[*chosen].text).to_owned()
            }
            (Some(Answer::ManyOf(chosen)), _) if chosen.is_empty() => self.words.none_of_these.to_owned(),
            (Some(Answer::ManyOf(chosen)), Kind::ManyOf(choices)) => {
                let chosen: Vec<_> = chosen
                    .iter()
                    .map(|index| self.text(&choices[*index].text))
                    .collect();
                chosen.join(match self.lang {
                    Lang::ZhCn => "；",
                    Lang::En => "; ",
                })
            }
            _ => String::new(),
        }
    }

    /// A verdict as a badge: a sign and a word, never a colour alone.
    pub fn badge(&self, verdict: Verdict, to_be_cleared: bool) -> Html {
        let (class, sign, word) = match verdict {
            Verdict::Met if to_be_cleared => ("clear", "!", self.words.verdict_to_be_cleared),
            Verdict::Met => ("met", "✓", self.words.verdict_met),
            Verdict::NotMet => ("not-met", "✕", self.words.verdict_not_met),
            Verdict::Unknown => ("unknown", "?", self.words.verdict_unknown),
            Verdict::Depends => ("depends", "≈", self.words.verdict_depends),
        };
        html! {
            <span class={format!("badge {class}")}><span class="sign" aria-hidden="true">{ sign }</span>{ word }</span>
        }
    }

    /// Explains a grade of evidence.
    pub fn grade(&self, grade: Grade) -> &'static str {
        match grade {
            Grade::Announcement => self.words.grade_s,
            Grade::Verified => self.words.grade_v,
            Grade::Secondary => self.words.grade_2,
            Grade::Derived => self.words.grade_d,
            Grade::Unverified => self.words.grade_m,
            Grade::NotFound => self.words.grade_x,
            Grade::Own => self.words.grade_own,
        }
    }

    /// The standing of a document, in a word.
    pub fn standing(&self, standing: Standing) -> &'static str {
        match standing {
            Standing::InForce => self.words.standing_in_force,
            Standing::Historical => self.words.standing_historical,
            Standing::Draft => self.words.standing_draft,
            Standing::Unknown => self.words.standing_unknown,
        }
    }

    /// A document in one line: title, number, date, standing.
    pub fn document(&self, source: &Source) -> Html {
        let number = source
            .number
            .as_ref()
            .map(|number| format!(" {}", self.text(number)));
        let date = source
            .date
            .as_ref()
            .map(|date| fill(self.words.source_dated, &[date]));
        let translated = source.original.is_some_and(|original| original != self.lang);
        html! {
            <>
                <cite>{ self.text(&source.title) }</cite>
                <span>{ number.unwrap_or_default() }</span>
                <span class="facts">
                    { [date, Some(self.standing(source.standing).to_owned())].into_iter().flatten().collect::<Vec<_>>().join(" · ") }
                </span>
                <span class="facts">{ if translated { self.words.source_translated } else { "" } }</span>
            </>
        }
    }

    /// Where something comes from: the grade at a glance; document, clause and what the grade means behind it.
    pub fn basis(&self, basis: &Basis) -> Html {
        let source = &self.state.standard.sources[basis.source];
        let clause = match &basis.clause {
            Clause::NotSeen => self.words.source_clause_not_seen.to_owned(),
            Clause::At(clause) => fill(self.words.source_clause, &[self.text(clause)]),
        };
        html! {
            <details class="source">
                <summary>
                    { self.words.source }{ " " }
                    <span class={format!("grade grade-{}", basis.grade.letter().to_ascii_lowercase())}>
                        { if basis.grade == Grade::Own { self.words.grade_own } else { basis.grade.letter() } }
                    </span>
                </summary>
                <div class="source-body">
                    <p>{ self.document(source) }</p>
                    <p>{ clause }</p>
                    <p>{ self.words.grade }{ " " }{ self.grade(basis.grade) }</p>
                </div>
            </details>
        }
    }

    /// A published figure beside a question or a result, with its source.
    pub fn figure(&self, figure: &Figure) -> Html {
        let unit = figure.unit.as_deref().unwrap_or_default();
        let value = format!("{}{unit}", write_number(figure.value));
        let words = match figure.relation {
            Relation::AtLeast => self.words.reference_at_least,
            Relation::MoreThan => self.words.reference_more_than,
            Relation::Figure => self.words.reference_figure,
        };
        html! {
            <div class="reference">
                <p>
                    <span>{ fill(words, &[&value]) }</span>
                    <span class="facts">{ figure.note.as_ref().map_or("", |note| self.text(note)) }</span>
                </p>
                { self.basis(&figure.basis) }
            </div>
        }
    }
}
