//! What is done with the assessments that lie beside the one at hand.

/// An assessment of this computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    /// The one at hand.
    AtHand,
    /// One of the list, by its id.
    Listed(String),
}

/// What a visitor is asked before it is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// How the new one is called.
    Start,
    /// How the copy is called.
    Copy(Which),
    /// How it is called from now on.
    Rename(Which),
    /// Whether it is to be deleted.
    Delete(String),
}

/// What a visitor does with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listing {
    /// Puts one in the place of the one at hand, which goes into the list.
    Open(String),
    /// Lays one beside the one at hand, to be compared.
    Compare(String),
    /// Wants to do something that is asked about first.
    Ask(Asked),
    /// Types the name that was asked for.
    Name(String),
    /// Does what was asked about.
    Confirm,
    /// Does not do it after all.
    Cancel,
    /// Brings back the one that was deleted last.
    BringBack,
}
