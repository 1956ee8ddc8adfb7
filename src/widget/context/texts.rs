//! Figures, answers, verdicts and grades in words.

use super::View;
use crate::answers::{Answer, write_number};
use crate::assess::{Fraction, Progress, Range, State as Answering, Verdict};
use crate::lang::{Lang, Text};
use crate::standard::{Grade, Hundredths, Item, Kind, Standing};
use crate::strings::fill;

impl View<'_> {
    /// A text of the standard.
    pub fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.lang)
    }

    /// A text of the standard that may be absent.
    pub fn optional<'t>(&self, text: &'t Option<Text>) -> &'t str {
        text.as_ref().map_or("", |text| self.text(text))
    }

    /// Hundredths of a percent, as a percentage.
    pub fn percent(&self, hundredths: Hundredths) -> String {
        fill(self.words.percent, &[&write_number(hundredths)])
    }

    /// The same in whole per cents, rounded down as the index itself is.
    pub fn whole_percent(&self, hundredths: Hundredths) -> String {
        fill(self.words.percent, &[&(hundredths / 100).to_string()])
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

    /// From one whole percentage to another, never narrower than what is known; a single one where nothing is open.
    pub fn whole_range(&self, range: Range) -> String {
        let [low, high] = range.whole_percents().map(|number| number.to_string());
        let both = fill(self.words.whole_range, &[&low, &high]);
        if low == high {
            fill(self.words.percent, &[&low])
        } else {
            both
        }
    }

    /// How many of the questions that are asked have an answer.
    pub fn answered_of(&self, progress: Progress) -> String {
        let counts = [progress.answered, progress.asked()].map(|count| count.to_string());
        fill(self.words.answered_of, &[&counts[0], &counts[1]])
    }

    /// The text of a question.
    pub fn question(&self, question: usize) -> &str {
        self.text(&self.state.standard.questions[question].text)
    }

    /// What to do to raise the answer to a question so many times: in the words of the standard, else the question.
    pub fn action(&self, question: usize, rises: i64) -> String {
        match &self.state.standard.questions[question].action {
            Some(action) => fill(self.text(action), &[&rises.to_string()]),
            None => self.question(question).to_owned(),
        }
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
        let with_unit = |number: Hundredths| {
            let unit = asked.unit(number).map_or("", |unit| self.text(unit));
            [&write_number(number), " ", unit].concat()
        };
        match (answer, &asked.kind) {
            (Answer::Count(count), Kind::Count { .. }) => with_unit(count * 100),
            (Answer::Number(number), Kind::Number { .. }) => with_unit(*number),
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

    /// What stands between a name and what is said of it.
    pub fn colon(&self) -> &'static str {
        match self.lang {
            Lang::ZhCn => "：",
            Lang::En => ": ",
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
}
