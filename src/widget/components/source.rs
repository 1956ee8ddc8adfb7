//! Documents that are cited.

use crate::lang::Text;
use crate::standard::{Grade, Original, Source};
use crate::strings::fill;
use crate::widget::context::View;
use yew::prelude::*;

impl View<'_> {
    /// A document after `label`: its line, and folded under it what else is to be known of it.
    pub fn document(&self, label: &str, source: &Source) -> Html {
        html! {
            <>
                <p>{ label }{ " " }{ self.document_line(source) }</p>
                <details class="source-about">
                    <summary>{ self.words.source_about }</summary>
                    <div class="source-body">{ self.about_document(source) }</div>
                </details>
            </>
        }
    }

    /// A document as an item of a list: its line, all else that is to be known of it, and why it is there.
    pub fn document_item(&self, source: &Source, why: Html) -> Html {
        html! {
            <li key={&*source.id}>
                { self.document_line(source) }
                { self.about_document(source) }
                { why }
            </li>
        }
    }

    /// A document in one line: title, number, date, standing.
    pub fn document_line(&self, source: &Source) -> Html {
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

    /// Who issued a document, how far we know the document itself, what was read of it, and where it stands. A copy that
    /// was read instead is named in words and never linked: its site is not the issuer's.
    pub(super) fn about_document(&self, source: &Source) -> Html {
        let words = self.words;
        let more = |words: &str, part: &str| {
            html! { <span class="facts source-more">{ fill(words, &[part]) }</span> }
        };
        let labelled = |words: &str, part: &Option<Text>| {
            let part = part.as_ref().map(|part| self.text(part));
            part.map_or_else(Html::default, |part| more(words, part))
        };
        html! {
            <>
                { labelled(words.source_issuers, &source.issuers) }
                if source.grade != Grade::Own {
                    { more(words.source_known, self.grade(source.grade)) }
                }
                { labelled("{0}", &source.note) }
                if let Some(address) = &source.address {
                    <span class="source-more">
                        <a href={address.clone()} target="_blank" rel="noopener noreferrer">
                            { words.source_open_address }
                            { words.new_window }
                        </a>
                    </span>
                }
                { labelled(words.source_read_at, &source.reprint) }
            </>
        }
    }
}
