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
    /// Which programme is ours.
    Programmes,
    /// Two editions side by side.
    Editions,
    /// The cheapest path.
    Plan,
    /// What is certain, and what hangs on one answer.
    Sensitivity,
    /// The documents that prove the answers, and the to-do list.
    Evidence,
}

impl Screen {
    /// The screens with a name of their own, as drafts are stored since the first release.
    const NAMED: [(Screen, &'static str); 7] = [
        (Screen::Start, "start"),
        (Screen::Result, "result"),
        (Screen::Programmes, "programmes"),
        (Screen::Editions, "editions"),
        (Screen::Plan, "plan"),
        (Screen::Sensitivity, "outlook"),
        (Screen::Evidence, "papers"),
    ];

    /// The screens behind the result, in their order.
    pub const BEHIND: [Screen; 5] = [
        Screen::Plan,
        Screen::Sensitivity,
        Screen::Evidence,
        Screen::Programmes,
        Screen::Editions,
    ];

    pub(super) fn to_node(self) -> Node {
        if let Screen::Page(page) = self {
            return Node::whole(page as i64);
        }
        let named = Screen::NAMED.iter().find(|(screen, _)| *screen == self);
        named.map_or(Node::Null, |(_, name)| Node::text(name))
    }

    /// The screen that is stored; the start where it is none of this release, or has no such page.
    pub(super) fn from_node(node: Option<&Node>, pages: usize) -> Screen {
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
