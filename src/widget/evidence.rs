//! The papers and the to-do list; on paper, the cover list of an application file.

use super::element::{Attr, El, button_to, el, sequence};
use super::questions::live::rests_on_contradiction;
use super::result::as_of;
use super::state::Action;
use super::view::View;
use crate::assess::{Assessment, Verdict, assess};
use crate::evidence::{
    EvidenceIndex, Group, Paper, PaperState, ToDo, What, evidence_index, proven_only, to_do,
};
use crate::strings::evidence::Words;
use crate::strings::fill;

mod fields;

/// The screen.
pub fn screen(view: &View) -> El {
    let words = &view.words.evidence;
    let answers = &view.state.draft.sheet.answers;
    let index = evidence_index(&view.state.standard, answers, &view.state.assessment);
    let proven = assess(&view.state.standard, &proven_only(answers, &index));
    el("section.screen papers")
        .key("papers")
        .with(view.heading(words.heading))
        .line_owned("p.facts", as_of(view))
        .line("p.notice-own", view.words.not_a_determination)
        .line("p.hint", words.names_only)
        .with(cover_list(view, words, &index))
        .with(beside(view, words, &index, &proven))
        .with(fields::fields(view, words, &index))
        .with(departments(view, words, &index))
}

/// The name of a paper: in the language at hand where the data has it.
fn name<'a>(view: &'a View, question: usize, paper: &Paper<'a>) -> &'a str {
    let listed = &view.state.standard.questions[question].evidence;
    match paper.listed {
        Some(place) => view.text(&listed[place]),
        None => paper.name,
    }
}

/// Whether a paper is at hand, in a word; nothing where it was not said.
fn state_word(words: &Words, state: PaperState) -> &'static str {
    match state {
        PaperState::Have => words.have,
        PaperState::Missing => words.missing,
        PaperState::NotSaid => "",
    }
}

/// The list that lies on top of an application file, a row for each paper. What was not said is left blank, to be filled
/// in by hand.
fn cover_list(view: &View, words: &Words, index: &EvidenceIndex) -> El {
    let mut rows = el("tbody");
    for (number, proof) in index.proofs.iter().enumerate() {
        for (place, paper) in proof.papers.iter().enumerate() {
            // Number, question and answer stand once.
            let [number, question, answer] = match place {
                0 => [
                    (number + 1).to_string(),
                    view.question(proof.question).to_owned(),
                    view.answer(proof.question),
                ],
                _ => [String::new(), String::new(), String::new()],
            };
            rows = rows.with(
                el("tr")
                    .line_owned("td", number)
                    .line_owned("td", question)
                    .line_owned("td", answer)
                    .line("td", name(view, proof.question, paper))
                    .line("td", paper.holder)
                    .line("td", paper.date)
                    .line("td", state_word(words, paper.state)),
            );
        }
    }
    let head = [
        words.number,
        words.question,
        view.words.why_answer,
        words.paper,
        words.holder,
        words.date,
        words.state,
    ];
    let head = head.into_iter();
    let head = head.map(|words| el("th").attr(Attr::Scope, "col").text(words));
    el("section.panel print-only cover-list")
        .line("h4", words.cover_heading)
        .with(el("table").with(el("thead").with(el("tr").all(head))).with(rows))
}

/// What is claimed beside what is proven.
fn beside(view: &View, words: &Words, index: &EvidenceIndex, proven: &Assessment) -> El {
    let claimed = &view.state.assessment;
    let count = index.proofs.iter().filter(|proof| proof.is_proven()).count();
    let counted = fill(
        words.proven_count,
        &[&index.proofs.len().to_string(), &count.to_string()],
    );
    let left_out = match (index.at_worst, index.not_applicable) {
        (0, 0) => String::new(),
        (worst, other) => fill(words.left_out, &[&worst.to_string(), &other.to_string()]),
    };
    let row = |name: &str, claimed: El, proven: El| {
        el("tr")
            .with(el("th").attr(Attr::Scope, "row").text(name))
            .with(el("td").with(claimed))
            .with(el("td").with(proven))
    };
    let badge = |verdict: Verdict, cleared: bool| sequence().with(view.badge(verdict, cleared));
    let mut rows = el("tbody");
    for (place, criterion) in view.state.standard.criteria.iter().enumerate() {
        let cleared = rests_on_contradiction(view, place);
        let [said, shown] = [claimed, proven].map(|found| &found.conditions[place]);
        rows = rows.with(row(
            view.text(&criterion.title),
            badge(said.verdict, cleared),
            badge(shown.verdict, cleared),
        ));
        for (number, reading) in criterion.readings.iter().enumerate() {
            let reading = fill(view.words.condition_reading, &[view.text(&reading.text)]);
            let [said, shown] = [said, shown].map(|found| found.readings[number].verdict);
            rows = rows.with(row(&reading, badge(said, cleared), badge(shown, cleared)));
        }
    }
    let low = |found: &Assessment| {
        let range = found.index.range;
        el("span").owned(range.map_or(String::new(), |range| view.percent(range.low)))
    };
    rows = rows.with(row(words.index_low, low(claimed), low(proven)));
    let head = ["", words.claimed, words.proven].into_iter();
    let head = head.map(|words| el("th").attr(Attr::Scope, "col").text(words));
    let sources = view.state.standard.criteria.iter().map(|criterion| {
        el("li")
            .line("span", view.text(&criterion.title))
            .text(" ")
            .with(view.basis(&criterion.at_least.basis))
    });
    el("section.panel")
        .line("h4", words.beside_heading)
        .line_owned("p", counted)
        .line_owned("p.facts", left_out)
        .line("p", words.beside_about)
        .with(
            el("table.beside")
                .with(el("thead").with(el("tr").all(head)))
                .with(rows),
        )
        .with(el("ul.plain").all(sources))
        .line("p.facts", view.words.index_own)
        .with(view.basis(&view.state.standard.own.weights))
}

/// The to-do list by department.
fn departments(view: &View, words: &Words, index: &EvidenceIndex) -> El {
    let groups = to_do(&view.state.standard, &view.state.assessment, index);
    let panel = el("section.panel to-do").line("h4", words.to_do_heading);
    if groups.is_empty() {
        return panel.line("p", words.to_do_nothing);
    }
    panel
        .line("p.hint", words.to_do_about)
        .all(groups.iter().map(|group| department(view, words, index, group)))
}

fn department(view: &View, words: &Words, index: &EvidenceIndex, group: &Group) -> El {
    let title = match group.department {
        Some(department) => view.text(&view.state.standard.departments[department].title),
        None => words.no_department,
    };
    let count = fill(words.to_do_count, &[&group.entries.len().to_string()]);
    let heading = el("h5").text(title).line_owned("span.facts", count);
    let entries = group
        .entries
        .iter()
        .map(|entry| to_be_done(view, words, index, entry));
    el("article.condition")
        .key(title)
        .with(heading)
        .with(el("ul.plain").all(entries))
}

fn to_be_done(view: &View, words: &Words, index: &EvidenceIndex, entry: &ToDo) -> El {
    let question = entry.question;
    let go = Action::GoToQuestion(question);
    let go = button_to("button.link", view.words.go_to_question, view, go);
    let (what, go) = match entry.what {
        What::Answer => (words.do_answer.to_owned(), go),
        What::FindOut => (words.do_find_out.to_owned(), go),
        What::LookForPapers { proof } => {
            let papers = index.proofs[proof].papers.iter();
            let papers: Vec<&str> = papers.map(|paper| name(view, question, paper)).collect();
            let papers = papers.join(words.between_papers);
            (fill(words.do_look_for, &[&papers]), sequence())
        }
        What::GetPaper { proof, paper } => {
            let paper = &index.proofs[proof].papers[paper];
            let mut what = fill(words.do_get, &[name(view, question, paper)]);
            if !paper.holder.is_empty() {
                what.push_str(&fill(words.do_get_from, &[paper.holder]));
            }
            (what, sequence())
        }
    };
    el("li")
        .line_owned("strong", what)
        .line("span.facts", view.question(question))
        .text(" ")
        .with(go)
}
