//! Where a firm says of each paper whether it is at hand, who holds it and of which date it is. What is typed is kept as
//! it is typed.

use super::super::element::{Attr, El, On, button_to, el};
use super::super::questions::title;
use super::super::state::Action;
use super::super::view::View;
use super::name;
use crate::answers::Extra;
use crate::document::Node;
use crate::evidence::{EvidenceIndex, Paper, PaperState, Proof};
use crate::strings::evidence::Words;
use crate::strings::fill;

/// Every answer that claims something, by the pages of the questionnaire, folded.
pub fn fields(view: &View, words: &Words, index: &EvidenceIndex) -> El {
    let panel = el("section.panel screen-only").line("h4", words.fields_heading);
    if index.proofs.is_empty() {
        return panel.line("p", words.fields_nothing);
    }
    let standard = &view.state.standard;
    let mut pages = el("div");
    for (number, page) in standard
        .pages(view.state.draft.sheet.answers.track)
        .into_iter()
        .enumerate()
    {
        let proofs = index.proofs.iter();
        let mine: Vec<&Proof> = proofs
            .filter(|proof| standard.page_of(proof.question) == page)
            .collect();
        if mine.is_empty() {
            continue;
        }
        let proven = mine.iter().filter(|proof| proof.is_proven()).count();
        let count = [mine.len().to_string(), proven.to_string()];
        let count = fill(words.page_count, &[&count[0], &count[1]]);
        let summary = el("summary")
            .text(title(view, page))
            .text(" ")
            .line_owned("span.facts", count);
        let questions = mine.into_iter().map(|proof| question(view, words, proof));
        pages = pages.with(
            el("details.why")
                .key(&number.to_string())
                .with(summary)
                .with(el("div.asked").all(questions)),
        );
    }
    panel.line("p.hint", words.fields_about).with(pages)
}

fn question(view: &View, words: &Words, proof: &Proof) -> El {
    let asked = &view.state.standard.questions[proof.question];
    let papers = proof.papers.iter().enumerate();
    let papers = papers.map(|(place, found)| paper(view, words, proof.question, place, found));
    let go = Action::GoToQuestion(proof.question);
    el("fieldset.question")
        .key(&asked.id)
        .line("legend", view.text(&asked.text))
        .with(
            el("p")
                .text(view.words.why_answer)
                .text(" ")
                .line_owned("strong", view.answer(proof.question))
                .text(" ")
                .with(button_to("button.link", view.words.go_to_question, view, go)),
        )
        .all(papers)
}

fn paper(view: &View, words: &Words, question: usize, place: usize, found: &Paper) -> El {
    let id = &view.state.standard.questions[question].id;
    let base = ["paper-", id, "-", &place.to_string()].concat();
    let label = [&base, "-name"].concat();
    // The entry is found again by the name that it is kept under.
    let entry = ["paper=", found.name].concat();
    let path = |key: &str| vec![id.clone(), entry.clone(), key.to_owned()];
    let states = [PaperState::Have, PaperState::Missing, PaperState::NotSaid];
    let radios = states.into_iter().map(|state| {
        let text = match state {
            PaperState::NotSaid => words.not_said,
            said => super::state_word(words, said),
        };
        let kept = state.word().map(Node::text);
        let input = el("input")
            .attr(Attr::Type, "radio")
            .attr(Attr::Name, &base)
            .checked(found.state == state)
            .sends(
                On::Change,
                view,
                Action::Keep(Extra::Evidence, path("state"), kept),
            );
        el("label.choice").with(input).line("span.choice-text", text)
    });
    let field = |key: &str, text: &str, value: &str| {
        let field_id = [&base, "-", key].concat();
        let input = el("input")
            .attr(Attr::Type, "text")
            .attr(Attr::Id, &field_id)
            .attr(Attr::AutoComplete, "off")
            .attr(Attr::MaxLength, "200")
            .value(value)
            .sends(
                On::Input,
                view,
                Action::KeepText(Extra::Evidence, path(key), String::new()),
            );
        el("div.field")
            .with(el("label").attr(Attr::For, &field_id).text(text))
            .with(input)
    };
    el("div.paper")
        .key(&base)
        .attr(Attr::Role, "group")
        .attr(Attr::LabelledBy, &label)
        .with(
            el("p")
                .attr(Attr::Id, &label)
                .line("strong", name(view, question, found)),
        )
        .with(el("div.choices paper-state").all(radios))
        .with(
            el("div.paper-fields")
                .with(field("holder", words.holder, found.holder))
                .with(field("date", words.date, found.date)),
        )
}
