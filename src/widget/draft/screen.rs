//! The screens, and how they are named in stored drafts.

use crate::document::Node;

/// Where the visitor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// What this is, the scope, and the choice of track.
    Start,
    /// A page of questions, by its place among the pages of the track.
    Page(usize),
    /// The result.
    Result,
    /// The cheapest path.
    Plan,
    /// The documents that prove the answers, and the to-do list.
    Evidence,
    /// Which programmes may fit.
    Programmes,
    /// What the result rests on: every part of the index, the editions, all that is cited.
    Basis,
    /// Saving answers, and opening those that arrive.
    Exchange,
}

impl Screen {
    /// The screens with a name of their own, as drafts are stored since the first release.
    const NAMED: [(Screen, &'static str); 9] = [
        (Screen::Start, "start"),
        (Screen::Result, "result"),
        (Screen::Programmes, "programmes"),
        (Screen::Plan, "plan"),
        (Screen::Evidence, "papers"),
        (Screen::Basis, "basis"),
        (Screen::Exchange, "exchange"),
        // Screens of former releases, and where their contents are now.
        (Screen::Result, "outlook"),
        (Screen::Basis, "editions"),
    ];

    /// The places behind the questions, in the order of the bar.
    pub const PLACES: [Screen; 4] = [Screen::Result, Screen::Plan, Screen::Evidence, Screen::Programmes];

    /// Whether it stands beside the journey: its foot leads back to where the visitor came from.
    pub fn is_aside(self) -> bool {
        matches!(self, Screen::Basis | Screen::Exchange)
    }

    /// As it is stored: the number of a page, or a name.
    pub fn to_node(self) -> Node {
        if let Screen::Page(page) = self {
            return Node::whole(page as i64);
        }
        let named = Screen::NAMED.iter().find(|(screen, _)| *screen == self);
        named.map_or(Node::Null, |(_, name)| Node::text(name))
    }

    /// The screen that is stored; the start where it is none of this release, or has no such page.
    pub fn from_node(node: Option<&Node>, pages: usize) -> Screen {
        match node {
            Some(Node::Number(page)) if *page >= 0.0 && (*page as usize) < pages => {
                Screen::Page(*page as usize)
            }
            Some(Node::Text(word)) => Screen::NAMED
                .iter()
                .find(|(_, name)| name == word)
                .map_or(Screen::Start, |(screen, _)| *screen),
            _ => Screen::Start,
        }
    }
}
