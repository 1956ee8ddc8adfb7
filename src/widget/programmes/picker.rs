//! The picker of industries: a search field and a list of ticks. What is searched for is a matter of the moment and is
//! not kept; what is chosen is.

use super::super::element::{Attr, El, On, button_to, el, sequence};
use super::super::state::Action;
use super::Shown;
use crate::answers::Extra;
use crate::document::Node;
use crate::programmes::search;
use crate::standard::Basis;
use crate::strings::fill;

/// The picker.
pub fn picker(shown: &Shown) -> El {
    let words = shown.words;
    let basis = &shown.programmes.industry_basis;
    let open = |basis: &Basis| shown.view.open_basis_among(&shown.programmes.sources, basis);
    let sources = el("dl")
        .line("dt", words.about_matches)
        .with(el("dd").with(open(&basis.matches)))
        .line("dt", words.about_words)
        .with(el("dd").with(open(&basis.words)))
        .line("dt", words.about_codes)
        .with(el("dd").with(open(&basis.codes)));
    el("fieldset.question industries")
        .attr(Attr::Id, "industries")
        .line("legend", words.picker_heading)
        .line("p.hint", words.picker_about)
        .with(choice(&Picker {
            shown,
            kept: match shown.view.kept(Extra::Profile, &["industries"]) {
                Some(Node::List(ids)) => ids,
                _ => &[],
            },
        }))
        .with(
            el("details.help")
                .line("summary", shown.view.words.source)
                .with(sources),
        )
}

struct Picker<'a> {
    shown: &'a Shown<'a>,
    /// The ids that are chosen, those of a newer release included.
    kept: &'a [Node],
}

impl Picker<'_> {
    fn is_chosen(&self, industry: usize) -> bool {
        self.kept
            .contains(&Node::text(&self.shown.programmes.industries[industry].id))
    }

    fn name(&self, industry: usize) -> &str {
        self.shown
            .view
            .text(&self.shown.programmes.industries[industry].title)
    }

    /// What is kept once an industry is chosen, or no longer so.
    fn toggled(&self, industry: usize) -> Action {
        let id = Node::text(&self.shown.programmes.industries[industry].id);
        let mut kept = self.kept.to_vec();
        if self.is_chosen(industry) {
            kept.retain(|known| *known != id);
        } else {
            kept.push(id);
        }
        let kept = (!kept.is_empty()).then_some(Node::List(kept));
        Action::Keep(Extra::Profile, vec!["industries".to_owned()], kept)
    }
}

fn choice(picker: &Picker) -> El {
    let words = picker.shown.words;
    let view = picker.shown.view;
    let typed = &view.state.search;
    let found = search(picker.shown.programmes, typed);
    let status = if found.is_empty() {
        words.found_none.to_owned()
    } else {
        fill(words.found, &[&found.len().to_string()])
    };
    let input = el("input")
        .attr(Attr::Type, "search")
        .attr(Attr::Id, "industry-search")
        .attr(Attr::AutoComplete, "off")
        .attr(Attr::MaxLength, "60")
        .attr(Attr::DescribedBy, "industry-search-hint")
        .value(typed)
        .sends(On::Input, view, Action::Search(String::new()));
    let field = el("div.field")
        .with(
            el("label")
                .attr(Attr::For, "industry-search")
                .text(words.search_label),
        )
        .with(input)
        .with(
            el("p.hint")
                .attr(Attr::Id, "industry-search-hint")
                .text(words.search_hint),
        );
    let status = el("p.facts").attr(Attr::Role, "status").text(&status);
    let ticks = found.into_iter().map(|industry| tick(picker, industry));
    el("div.picker")
        .with(chosen(picker))
        .with(field)
        .with(status)
        .with(el("div.choices industry-list").all(ticks))
}

/// What is chosen stays in sight whatever is searched for.
fn chosen(picker: &Picker) -> El {
    let words = picker.shown.words;
    let industries = &picker.shown.programmes.industries;
    let mut list = el("ul.plain chosen");
    let mut said = words.chosen_none;
    for industry in (0..industries.len()).filter(|industry| picker.is_chosen(*industry)) {
        said = words.chosen;
        let name = picker.name(industry);
        let sign = el("span").attr(Attr::AriaHidden, "true").text(" ✕");
        let remove = button_to("button.chip", name, picker.shown.view, picker.toggled(industry))
            .with(sign)
            .attr(Attr::Label, &fill(words.remove, &[name]));
        list = list.with(el("li").key(&industries[industry].id).with(remove));
    }
    sequence().line("p.facts", said).with(list)
}

fn tick(picker: &Picker, industry: usize) -> El {
    let industries = &picker.shown.programmes.industries;
    let shown = &industries[industry];
    let input = el("input")
        .attr(Attr::Type, "checkbox")
        .attr(Attr::Name, "industry")
        .value(&shown.id)
        .checked(picker.is_chosen(industry))
        .sends(On::Change, picker.shown.view, picker.toggled(industry));
    let codes = if shown.codes.is_empty() {
        String::new()
    } else {
        fill(picker.shown.words.code, &[&shown.codes.join(", ")])
    };
    let text = el("span.choice-text")
        .text(picker.name(industry))
        .line_owned("span.hint", codes);
    el("label.choice").key(&shown.id).with(input).with(text)
}
