//! What every view is given, and the small pieces that several of them use.

use super::element::{Attr, El, el, sequence};
use super::state::{Action, Focus, State};
use crate::answers::{Answer, Extra, write_number};
use crate::assess::{Fraction, State as Answering, Verdict};
use crate::document::Node;
use crate::lang::{Lang, Text};
use crate::standard::{Basis, Clause, Figure, Grade, Hundredths, Item, Kind, Relation, Source, Standing};
use crate::strings::{Strings, fill};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::Callback;

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
    /// Sends an action when an event happens.
    pub fn sends<E>(&self, action: Action) -> Callback<E> {
        let act = self.act.clone();
        Callback::from(move |_: E| act.emit(action.clone()))
    }

    /// Sends the action that `action` makes of the text in the field where an event happens.
    pub fn sends_text<E: AsRef<web_sys::Event>>(
        &self,
        action: impl Fn(String) -> Action + 'static,
    ) -> Callback<E> {
        let act = self.act.clone();
        Callback::from(move |event: E| act.emit(action(text_of(event.as_ref()))))
    }

    /// A text of the standard.
    pub fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.lang)
    }

    /// What is kept beside the answers at a path.
    pub fn kept(&self, extra: Extra, path: &[&str]) -> Option<&Node> {
        self.state.draft.sheet.answers.kept(extra, path)
    }

    /// A text that is kept beside the answers at a path; empty where there is none.
    pub fn kept_text(&self, extra: Extra, path: &[&str]) -> &str {
        self.state.draft.sheet.kept_text(extra, path)
    }

    /// A text of the standard that may be absent.
    pub fn optional<'t>(&self, text: &'t Option<Text>) -> &'t str {
        text.as_ref().map_or("", |text| self.text(text))
    }

    /// Hundredths of a percent, as a percentage.
    pub fn percent(&self, hundredths: Hundredths) -> String {
        fill(self.words.percent, &[&write_number(hundredths)])
    }

    /// A fraction of hundredths of a percent: rounded to hundredths, and marked where that is not exact.
    pub fn share(&self, fraction: Fraction) -> String {
        let rounded = fraction.floor() + i64::from(fraction.is_half_or_more());
        let mut share = self.percent(rounded);
        if fraction.numerator % fraction.denominator != 0 {
            share.insert_str(0, "≈ ");
        }
        share
    }

    /// From one percentage to another; a single one where they are the same.
    pub fn range(&self, low: Hundredths, high: Hundredths) -> String {
        if low == high {
            return self.percent(low);
        }
        fill(self.words.index_range, &[&self.percent(low), &self.percent(high)])
    }

    /// The heading of a screen, which is focused when the screen is entered.
    pub fn heading(&self, words: &str) -> El {
        el("h3.screen-title")
            .attr(Attr::Id, Focus::Heading.id())
            .attr(Attr::TabIndex, "-1")
            .text(words)
    }

    /// The head of a table.
    pub fn table_head(&self, words: [&str; 4]) -> El {
        let columns = words
            .into_iter()
            .map(|words| el("th").attr(Attr::Scope, "col").text(words));
        el("thead").with(el("tr").all(columns))
    }

    /// Whether the answer to a question contradicts another.
    pub fn is_contradicted(&self, question: usize) -> bool {
        let state = self.state;
        state.assessment.is_contradicted(&state.standard, question)
    }

    /// A sentence on what is public of the edition: its year, and how many conditions, with where they stand.
    pub fn published(&self, what: &'static str, words: &str) -> El {
        let criteria = &self.state.standard.criteria;
        let count = criteria.len().to_string();
        let first = criteria.iter().take(1);
        sequence()
            .line_fill(what, words, &[&self.state.standard.edition, &count])
            .all(first.map(|criterion| self.basis(&criterion.at_least.basis)))
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
        match self.state.assessment.states[question] {
            Answering::Unknown => self.words.state_unknown.to_owned(),
            Answering::NotAnswered => self.words.state_not_answered.to_owned(),
            Answering::NotApplicable => self.words.state_not_applicable.to_owned(),
            Answering::Closed | Answering::OtherTrack => self.words.state_closed.to_owned(),
            Answering::Answered => self.given(question),
        }
    }

    /// What was answered to a question, in words, whether it is asked or not.
    pub fn given(&self, question: usize) -> String {
        let given = self.state.draft.sheet.answers.get(question);
        given.map_or(String::new(), |answer| self.said(question, answer))
    }

    /// An answer to a question, in words.
    pub fn said(&self, question: usize, answer: &Answer) -> String {
        let asked = &self.state.standard.questions[question];
        match (answer, &asked.kind) {
            (Answer::Count(count), Kind::Count { unit, .. }) => format!("{count} {}", self.text(unit)),
            (Answer::Number(number), Kind::Number { unit, .. }) => {
                format!("{} {}", write_number(*number), self.text(unit))
            }
            (Answer::YesNo(yes), _) => if *yes { self.words.yes } else { self.words.no }.to_owned(),
            (Answer::OneOf(chosen), Kind::OneOf(choices)) => self.text(&choices[*chosen].text).to_owned(),
            (Answer::ManyOf(chosen), _) if chosen.is_empty() => self.words.none_of_these.to_owned(),
            (Answer::ManyOf(chosen), Kind::ManyOf(choices)) => {
                let chosen: Vec<_> = chosen
                    .iter()
                    .map(|index| self.text(&choices[*index].text))
                    .collect();
                chosen.join(self.semicolon())
            }
            (Answer::Unknown, _) => self.words.state_unknown.to_owned(),
            (Answer::NotApplicable, _) => self.words.state_not_applicable.to_owned(),
            _ => String::new(),
        }
    }

    /// What stands between the entries of a list in one line.
    pub fn semicolon(&self) -> &'static str {
        match self.lang {
            Lang::ZhCn => "；",
            Lang::En => "; ",
        }
    }

    /// A verdict in words.
    pub fn verdict(&self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Met => self.words.verdict_met,
            Verdict::NotMet => self.words.verdict_not_met,
            Verdict::Unknown => self.words.verdict_unknown,
            Verdict::Depends => self.words.verdict_depends,
        }
    }

    /// A verdict as a badge: a sign and a word, never a colour alone. What is met, or would be under a reading, by
    /// answers that contradict each other is to be cleared first.
    pub fn badge(&self, verdict: Verdict, to_be_cleared: bool) -> El {
        let (class, sign, word) = match verdict {
            Verdict::Met | Verdict::Depends if to_be_cleared => {
                ("badge clear", "!", self.words.verdict_to_be_cleared)
            }
            Verdict::Met => ("badge met", "✓", self.verdict(verdict)),
            Verdict::NotMet => ("badge not-met", "✕", self.verdict(verdict)),
            Verdict::Unknown => ("badge unknown", "?", self.verdict(verdict)),
            Verdict::Depends => ("badge depends", "≈", self.verdict(verdict)),
        };
        let sign = el("span.sign").attr(Attr::AriaHidden, "true").text(sign);
        el("span")
            .key(word)
            .attr(Attr::Class, class)
            .with(sign)
            .text(word)
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

    /// A grade in a letter and a word.
    fn grade_at_a_glance(&self, grade: Grade) -> &'static str {
        match grade {
            Grade::Announcement => self.words.glance_s,
            Grade::Verified => self.words.glance_v,
            Grade::Secondary => self.words.glance_2,
            Grade::Derived => self.words.glance_d,
            Grade::Unverified => self.words.glance_m,
            Grade::NotFound => self.words.glance_x,
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
    pub fn document(&self, source: &Source) -> El {
        let mut number = String::new();
        if let Some(text) = &source.number {
            number.push(' ');
            number.push_str(self.text(text));
        }
        let mut facts = String::new();
        if let Some(date) = &source.date {
            facts = fill(self.words.source_dated, &[date]);
            facts.push_str(" · ");
        }
        // What we chose ourselves has no standing.
        if source.grade != Grade::Own {
            facts.push_str(self.standing(source.standing));
        }
        let translated = source.original.is_some_and(|original| original != self.lang);
        sequence()
            .line("cite", self.text(&source.title))
            .line_owned("span", number)
            .line_owned("span.facts", facts)
            .line(
                "span.facts",
                if translated {
                    self.words.source_translated
                } else {
                    ""
                },
            )
    }

    /// Where something comes from: the grade at a glance; document, clause and what the grade means behind it.
    pub fn basis(&self, basis: &Basis) -> El {
        self.basis_among(&self.state.standard.sources, basis)
    }

    /// The same unfolded, where it stands behind an action already.
    pub fn open_basis(&self, basis: &Basis) -> El {
        self.basis(basis).attr(Attr::Open, "open")
    }

    /// The same of a basis that counts its document among other `sources` than those of the standard.
    pub fn basis_among(&self, sources: &[Source], basis: &Basis) -> El {
        let words = self.words;
        let source = &sources[basis.source];
        let clause = match &basis.clause {
            Clause::NotSeen => words.source_clause_not_seen.to_owned(),
            Clause::NotNoted => words.source_clause_not_noted.to_owned(),
            Clause::At(clause) => fill(words.source_clause, &[self.text(clause)]),
        };
        let letter = basis.grade.letter();
        let mut classes = "grade grade-".to_owned();
        classes.push_str(letter);
        classes.make_ascii_lowercase();
        let grade = el("span")
            .attr(Attr::Class, &classes)
            .text(self.grade_at_a_glance(basis.grade));
        let body = el("div.source-body")
            .with(el("p").with(self.document(source)))
            .line_owned("p", clause)
            .with(el("p").text(words.grade).text(" ").text(self.grade(basis.grade)));
        el("details.source")
            .with(el("summary").text(words.source).text(" ").with(grade))
            .with(body)
    }

    /// A published figure beside a question or a result, with its source.
    pub fn figure(&self, figure: &Figure) -> El {
        let mut value = write_number(figure.value);
        value.push_str(figure.unit.as_deref().unwrap_or_default());
        let words = match figure.relation {
            Relation::AtLeast => self.words.reference_at_least,
            Relation::MoreThan => self.words.reference_more_than,
            Relation::Figure => self.words.reference_figure,
        };
        let line = el("p")
            .line_fill("span", words, &[&value])
            .line("span.facts", self.optional(&figure.note));
        el("div.reference").with(line).with(self.basis(&figure.basis))
    }

    /// Several published figures.
    pub fn references(&self, figures: &[Figure]) -> El {
        el("div.references").all(figures.iter().map(|figure| self.figure(figure)))
    }
}

/// The text in the field where an event happened.
fn text_of(event: &web_sys::Event) -> String {
    // Every kind of field has a value. It is not asked for its class, which in another document is another one.
    let field = event.target().map(JsCast::unchecked_into::<HtmlInputElement>);
    field.map(|field| field.value()).unwrap_or_default()
}
