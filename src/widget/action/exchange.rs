//! What is done with answers that come and go.

use crate::answers::Part;
use crate::exchange::{Place, Side};
use crate::standard::Standard;
use crate::widget::arrived::{Arrival, Handed};
use std::rc::Rc;

/// What a visitor does with answers that come and go.
#[derive(Clone, Debug, PartialEq)]
pub enum Exchange {
    /// Opens something: what came of it.
    Arrive(Rc<Arrival>),
    /// Chooses whose word counts where both sides say something different.
    Decide(Place, Side),
    /// Chooses it for every conflict that is not decided.
    DecideRest(Side),
    /// Puts what arrived in the place of the draft.
    Replace,
    /// Puts both together, once every conflict is decided.
    Merge,
    /// Puts away what arrived.
    Refuse,
    /// Saves the answers as a file.
    Hand(Handed),
    /// Copies the text of the field with this id: whether the browser did it.
    Copy(String, bool),
    /// Chooses a department, or none any more.
    Department(Option<String>),
    /// Goes to where parts are handed out.
    ToDepartments,
    /// Says that what arrived is this part.
    Name(Part),
    /// Fills in the part that arrived: the draft is kept beside it.
    Fill,
    /// Types who fills in the part at hand.
    Sign(String),
    /// Looks at all questions while a part is filled in, or at those of the part alone.
    ShowAll(bool),
}

impl Exchange {
    /// The same under another standard, as with [`super::Action::under`].
    pub(super) fn under(self, from: &Standard, to: &Standard) -> Option<Exchange> {
        Some(match self {
            Exchange::Decide(Place::Answer(index), side) => {
                let there = to.question(&from.questions.get(index)?.id)?;
                Exchange::Decide(Place::Answer(there), side)
            }
            other => other,
        })
    }
}
