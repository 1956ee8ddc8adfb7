//! The titles of the pages.

use crate::lang::Lang;
use crate::standard::{Page, Standard};
use crate::strings::Strings;
use crate::widget::context::View;

/// The title of a page.
pub fn title<'a>(view: &'a View, page: Page) -> &'a str {
    page_title(&view.state.standard, view.words, view.lang, page)
}

/// The same where there is no view.
pub fn page_title<'a>(standard: &'a Standard, words: &'static Strings, lang: Lang, page: Page) -> &'a str {
    match page {
        Page::Published => words.page_published,
        Page::Element(element) => standard.elements[element].title.get(lang),
        Page::Effects => words.page_effects,
    }
}
