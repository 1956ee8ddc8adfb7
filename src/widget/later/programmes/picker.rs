//! The picker of industries: a search field and a list of ticks. What is searched for is a matter of the moment and is
//! not kept; what is chosen is.

use super::super::super::element::{Attr, El, On, button, el, sequence};
use super::super::super::state::Action;
use super::super::Later;
use super::Shown;
use crate::answers::Extra;
use crate::document::Node;
use crate::lang::Lang;
use crate::programmes::{Programmes, search};
use crate::strings::fill;
use crate::strings::later::Words;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The picker.
pub fn picker(shown: &Shown, later: &Later) -> El {
    let words = shown.words;
    let kept = match shown.view.kept(Extra::Profile, &["industries"]) {
        Some(Node::List(ids)) => ids.clone(),
        _ => Vec::new(),
    };
    let basis = &shown.programmes.industry_basis;
    let sources = el("dl")
        .line("dt", words.about_matches)
        .with(el("dd").with(shown.basis(&basis.matches)))
        .line("dt", words.about_words)
        .with(el("dd").with(shown.basis(&basis.words)))
        .line("dt", words.about_codes)
        .with(el("dd").with(shown.basis(&basis.codes)));
    el("fieldset.question industries")
        .attr(Attr::Id, "industries")
        .line("legend", words.picker_heading)
        .line("p.hint", words.picker_about)
        .component::<Picker>(Rc::new(PickerProps {
            programmes: later.programmes.clone(),
            words: later.words.clone(),
            lang: shown.view.lang,
            kept,
            act: shown.view.act.clone(),
        }))
        .with(
            el("details.help")
                .line("summary", shown.view.words.source)
                .with(sources),
        )
}

#[derive(Properties)]
struct PickerProps {
    programmes: Rc<Programmes>,
    words: Rc<Words>,
    lang: Lang,
    /// The ids that are chosen, those of a newer release included.
    kept: Vec<Node>,
    act: Callback<Action>,
}

impl PartialEq for PickerProps {
    fn eq(&self, other: &PickerProps) -> bool {
        Rc::ptr_eq(&self.programmes, &other.programmes)
            && Rc::ptr_eq(&self.words, &other.words)
            && self.lang == other.lang
            && self.kept == other.kept
            && self.act == other.act
    }
}

impl PickerProps {
    fn is_chosen(&self, industry: usize) -> bool {
        self.kept
            .contains(&Node::text(&self.programmes.industries[industry].id))
    }

    fn name(&self, industry: usize) -> &str {
        self.programmes.industries[industry].title.get(self.lang)
    }

    /// What is kept once an industry is chosen, or no longer so.
    fn toggled(&self, industry: usize) -> Action {
        let id = Node::text(&self.programmes.industries[industry].id);
        let mut kept = self.kept.clone();
        if self.is_chosen(industry) {
            kept.retain(|known| *known != id);
        } else {
            kept.push(id);
        }
        let kept = (!kept.is_empty()).then_some(Node::List(kept));
        Action::Keep(Extra::Profile, vec!["industries".to_owned()], kept)
    }
}

#[component]
fn Picker(props: &PickerProps) -> Html {
    let typed = use_state(String::new);
    let words = &props.words.programmes;
    let found = search(&props.programmes, &typed);
    let status = if found.is_empty() {
        words.found_none.to_owned()
    } else {
        fill(words.found, &[&found.len().to_string()])
    };
    let set = typed.setter();
    let hear = Callback::from(move |event: web_sys::Event| {
        set.set(event.target_unchecked_into::<HtmlInputElement>().value());
    });
    let field = el("div.field")
        .with(
            el("label")
                .attr(Attr::For, "industry-search")
                .text(words.search_label),
        )
        .with(
            el("input")
                .attr(Attr::Type, "search")
                .attr(Attr::Id, "industry-search")
                .attr(Attr::AutoComplete, "off")
                .attr(Attr::MaxLength, "60")
                .attr(Attr::DescribedBy, "industry-search-hint")
                .value(&typed)
                .hears(On::Input, hear),
        )
        .with(
            el("p.hint")
                .attr(Attr::Id, "industry-search-hint")
                .text(words.search_hint),
        );
    let status = el("p.facts").attr(Attr::Role, "status").text(&status);
    let list = el("div.choices industry-list").all(found.into_iter().map(|industry| tick(props, industry)));
    el("div.picker")
        .with(chosen(props))
        .with(field)
        .with(status)
        .with(list)
        .html()
}

/// What is chosen stays in sight whatever is searched for.
fn chosen(props: &PickerProps) -> El {
    let words = &props.words.programmes;
    let mut list = el("ul.plain chosen");
    let mut any = false;
    for industry in (0..props.programmes.industries.len()).filter(|industry| props.is_chosen(*industry)) {
        any = true;
        let sign = el("span").attr(Attr::AriaHidden, "true").text(" ✕");
        let remove = button("button.chip", props.name(industry))
            .with(sign)
            .attr(Attr::Label, &fill(words.remove, &[props.name(industry)]))
            .sends_to(On::Click, &props.act, props.toggled(industry));
        let item = el("li").key(&props.programmes.industries[industry].id);
        list = list.with(item.with(remove));
    }
    let said = if any { words.chosen } else { words.chosen_none };
    sequence().line("p.facts", said).with(list)
}

fn tick(props: &PickerProps, industry: usize) -> El {
    let words = &props.words.programmes;
    let shown = &props.programmes.industries[industry];
    let input = el("input")
        .attr(Attr::Type, "checkbox")
        .attr(Attr::Name, "industry")
        .value(&shown.id)
        .checked(props.is_chosen(industry))
        .sends_to(On::Change, &props.act, props.toggled(industry));
    let codes = if shown.codes.is_empty() {
        String::new()
    } else {
        fill(words.code, &[&shown.codes.join(", ")])
    };
    let text = el("span.choice-text")
        .text(props.name(industry))
        .line_owned("span.hint", codes);
    el("label.choice").key(&shown.id).with(input).with(text)
}
