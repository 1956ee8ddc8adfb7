//! An edition that is based on another: it has what that one has, and its own keys in their place.

use crate::document::Node;
use std::borrow::Cow;

/// The complete document: the keys of the base in their order, with the values of the edition's own, then its own others.
pub fn composed(own: &Node, base: &Node) -> Node {
    let (Node::Map(mine), Node::Map(theirs)) = (own, base) else {
        return own.clone();
    };
    let kept = theirs
        .iter()
        .map(|(key, value)| (key, own.get(key).unwrap_or(value)));
    let further = mine.iter().filter(|(key, _)| base.get(key).is_none());
    let all = kept.chain(further.map(|(key, value)| (key, value)));
    Node::Map(all.map(|(key, value)| (key.clone(), value.clone())).collect())
}

/// The complete document of an edition as it is shipped, beside the others of its build: its sources are those of the
/// base, then its own.
pub fn whole<'a>(document: &'a Node, shipped: &[Node]) -> Cow<'a, Node> {
    let base = document.get("basedOn");
    let base = base.and_then(|id| shipped.iter().find(|other| other.get("id") == Some(id)));
    let Some(base) = base else {
        return Cow::Borrowed(document);
    };
    let mut whole = composed(document, base);
    if let Node::Map(entries) = &mut whole
        && let Some((_, Node::List(sources))) = entries.iter_mut().find(|(key, _)| key == "sources")
        && let Some(Node::List(theirs)) = base.get("sources")
    {
        sources.splice(0..0, theirs.iter().cloned());
    }
    Cow::Owned(whole)
}
