//! The screens behind the result. Their code, their words and what they read travel in files of their own, loaded
//! right after the first: until they are there, the widget says so.

use super::draft::Screen;
use super::element::El;
use super::view::View;
use crate::lang::Lang;
use crate::programmes::Programmes;
use crate::standard::Standard;
use crate::strings::later::Words;
use std::rc::Rc;

pub mod consent;
mod editions;
mod outlook;
mod papers;
mod plan;
mod programmes;

/// What the later screens need beside the standard and the answers.
#[derive(Debug)]
pub struct Later {
    /// Their words in one language.
    pub words: Rc<Words>,
    /// The language of the words.
    pub lang: Lang,
    /// Every programme, in that language.
    pub programmes: Rc<Programmes>,
    /// Every edition that is loaded, the one at hand included.
    pub editions: Vec<Rc<Standard>>,
}

/// One of [`Screen::LATER`].
#[inline(never)]
pub fn screen(view: &View, later: &Later) -> El {
    match view.state.draft.screen {
        Screen::Programmes => programmes::screen(view, later),
        Screen::Editions => editions::screen(view, later),
        Screen::Outlook => outlook::screen(view, later),
        Screen::Papers => papers::screen(view, later),
        _ => plan::screen(view, later),
    }
}
