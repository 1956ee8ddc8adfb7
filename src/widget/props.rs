//! What comes into the widget, and what goes out.

use super::action::Action;
#[cfg(feature = "places")]
use super::action::Listing;
use super::state::State;
#[cfg(feature = "places")]
use crate::exchange::Form;
use crate::lang::Lang;
#[cfg(feature = "places")]
use crate::programmes::Programmes;
use crate::standard::Standard;
use std::rc::Rc;
use yew::{AttrValue, Callback, Properties};

/// Where answers are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// In this browser.
    Local,
    /// In this tab.
    Session,
    /// On this page only.
    Nowhere,
}

/// Something the visitor must know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The browser did not save the answers.
    SaveFailed,
    /// Another window changed the answers.
    ChangedElsewhere,
    /// Nothing of what was stored could be read: why, and under which name it is kept.
    DraftUnreadable {
        /// Why.
        reason: String,
        /// The name under which the original is kept; none where the browser keeps nothing.
        kept: Option<String>,
    },
    /// Some stored answers could not be read: which, and under which name the original is kept.
    DraftPartlyUnreadable {
        /// Which.
        which: String,
        /// The name under which the original is kept; none where the browser keeps nothing.
        kept: Option<String>,
    },
    /// Nothing of what another window stored could be read: why, and under which name it is kept.
    WrittenUnreadable {
        /// Why.
        reason: String,
        /// The name under which the original is kept; none where the browser keeps nothing.
        kept: Option<String>,
    },
    /// A draft of an earlier visit was opened, which may be somebody else's.
    DraftFound {
        /// How many questions it answers.
        answered: usize,
        /// How many assessments are in the list beside it.
        kept: usize,
    },
    /// The browser did not store the list of assessments: nothing was changed.
    ListNotStored,
    /// Nothing of the list of assessments could be read: why, and under which name it is kept.
    ListUnreadable {
        /// Why.
        reason: String,
        /// The name under which the original is kept; none where the browser keeps nothing.
        kept: Option<String>,
    },
    /// A newer release stored the list of assessments.
    ListNewer,
    /// What was kept was deleted, since nothing of it was changed for so many days.
    Expired {
        /// The visitor's choice.
        days: u16,
    },
    /// More sheets were replaced than can be kept: the oldest is gone.
    LetGo,
    /// A file could not be fetched.
    LoadFailed,
    /// The browser did not print.
    CannotPrint {
        /// The address of the page that holds the widget.
        address: String,
    },
    /// An attribute of the element has a bad value.
    BadAttribute {
        /// The attribute.
        name: String,
        /// Its value.
        value: String,
        /// What is allowed.
        allowed: String,
    },
}

impl Notice {
    /// The name under which a draft that cannot be read is kept.
    pub fn kept(&self) -> Option<&str> {
        match self {
            Notice::DraftUnreadable { kept, .. }
            | Notice::DraftPartlyUnreadable { kept, .. }
            | Notice::WrittenUnreadable { kept, .. }
            | Notice::ListUnreadable { kept, .. } => kept.as_deref(),
            _ => None,
        }
    }
}

/// The standard by whose places of questions the screen was drawn.
#[derive(Clone, Debug)]
pub struct Drawn(pub Rc<Standard>);

impl PartialEq for Drawn {
    fn eq(&self, other: &Drawn) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// All of a place, and the report that prints with the result.
pub const WHOLE: u32 = u32::MAX;

/// What goes out.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The visitor did something where this standard was shown: the next state is to be stored and shown.
    Act(Drawn, Action),
    /// The visitor wants another language.
    Language(Lang),
    /// The visitor wants to print.
    Print,
    /// A long place is drawn as far as it was asked for: the next of it may follow.
    More,
    /// The visitor saves the answers in this form.
    #[cfg(feature = "places")]
    Save(Form),
    /// The visitor hands out the part of the department with this id as a file; without one, hands back the part at hand.
    #[cfg(feature = "places")]
    HandOut(Option<String>),
    /// The visitor copies the text of the field with this id.
    #[cfg(feature = "places")]
    Copy(&'static str),
    /// The visitor opens what stands in a field.
    #[cfg(feature = "places")]
    Open(String),
    /// The visitor lets the page around the widget read the answers, or no longer.
    Share(bool),
    /// The visitor does something with the assessments of this computer.
    #[cfg(feature = "places")]
    List(Listing),
    /// The visitor chooses after how many days without a change all is deleted from this computer; never where none.
    DeleteAfter(Option<u16>),
    /// The visitor has read the notice with this number.
    Dismiss(usize),
    /// The visitor says whether others use this computer too.
    SharedComputer(bool),
}

/// The page around the widget: what it is called, and what it asks for by attributes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Host {
    /// Its name, such as `www.example.org`.
    pub name: AttrValue,
    /// Whom to ask, in its own words; may be empty.
    pub contact: AttrValue,
    /// The address that opens it on another device; empty where there is none.
    pub address: AttrValue,
    /// Whether the title is left to it.
    pub compact: bool,
    /// Whether it may ask to read the answers.
    pub may_ask: bool,
    /// The only track that is offered.
    pub track: Option<usize>,
}

/// What comes in.
#[derive(Clone, Properties)]
pub struct Props {
    /// The newest state.
    pub state: Rc<State>,
    /// The language.
    pub lang: Lang,
    /// Where it is kept.
    pub keeping: Keeping,
    /// Whether others use this computer too, as the visitor said: then answers are kept in the tab alone. `None` where the
    /// page decides where they are kept.
    pub shared_computer: Option<bool>,
    /// The page around the widget.
    pub host: Rc<Host>,
    /// Whether that page may read the answers.
    pub shared: bool,
    /// What the visitor must know.
    pub notices: Rc<Vec<Notice>>,
    /// The date of today where the visitor is, as `2026-01-31`.
    pub today: AttrValue,
    /// Every programme, in this language.
    #[cfg(feature = "places")]
    pub programmes: Rc<Programmes>,
    /// Every edition that is loaded, the one at hand included.
    pub editions: Rc<Vec<Rc<Standard>>>,
    /// How much of a long place is drawn. It is drawn from above, so that what is seen first is there at once: 0 is that,
    /// and what lies below follows number by number.
    pub extent: u32,
    /// Takes what goes out.
    pub on_event: Callback<Event>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Props) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
            && self.lang == other.lang
            && self.keeping == other.keeping
            && self.shared_computer == other.shared_computer
            && self.host == other.host
            && self.shared == other.shared
            && self.notices == other.notices
            && self.today == other.today
            && Rc::ptr_eq(&self.editions, &other.editions)
            && self.extent == other.extent
            && self.on_event == other.on_event
            && self.has_same_programmes(other)
    }
}

impl Props {
    #[cfg(feature = "places")]
    fn has_same_programmes(&self, other: &Props) -> bool {
        Rc::ptr_eq(&self.programmes, &other.programmes)
    }

    #[cfg(not(feature = "places"))]
    fn has_same_programmes(&self, _: &Props) -> bool {
        true
    }
}
