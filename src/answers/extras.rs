//! What an answer document carries beside the answers: free notes, papers, the firm itself, its own costs. It is kept
//! as it is, whatever stands in it, and changed place by place.

use crate::document::Node;

/// One of the four maps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extra {
    /// Free notes by question id.
    Notes,
    /// Papers by question id.
    Evidence,
    /// The firm: its plant, its industries, facts that no question asks.
    Profile,
    /// Its own costs, and what it plans for.
    Costs,
}

impl Extra {
    /// Every map, in the order of a document.
    pub const ALL: [Extra; 4] = [Extra::Notes, Extra::Evidence, Extra::Profile, Extra::Costs];

    /// Its key in a document.
    pub fn key(self) -> &'static str {
        match self {
            Extra::Notes => "notes",
            Extra::Evidence => "evidence",
            Extra::Profile => "profile",
            Extra::Costs => "costs",
        }
    }
}

/// The value at `path` below `node`.
pub(super) fn at<'a>(node: &'a Node, path: &[&str]) -> Option<&'a Node> {
    path.iter().try_fold(node, |node, key| node.get(key))
}

/// `node` with `value` at `path`: maps are made on the way where there is something else, and taken out where nothing
/// is left in them.
pub(super) fn with(node: Option<&Node>, path: &[&str], value: Option<Node>) -> Option<Node> {
    let [key, rest @ ..] = path else {
        return value;
    };
    let mut entries = match node {
        Some(Node::Map(entries)) => entries.clone(),
        _ => Vec::new(),
    };
    let place = entries.iter().position(|(name, _)| name == key);
    let inner = with(place.map(|place| &entries[place].1), rest, value);
    match (place, inner) {
        (Some(place), Some(inner)) => entries[place].1 = inner,
        (Some(place), None) => {
            entries.remove(place);
        }
        (None, Some(inner)) => entries.push(((*key).to_owned(), inner)),
        (None, None) => {}
    }
    (!entries.is_empty()).then_some(Node::Map(entries))
}

/// What two writers changed since `base`, together; ours wins where both changed the same value.
pub(super) fn merged(ours: Option<&Node>, base: Option<&Node>, theirs: Option<&Node>) -> Option<Node> {
    if ours == base {
        return theirs.cloned();
    }
    let (Some(Node::Map(our_entries)), Some(Node::Map(their_entries))) = (ours, theirs) else {
        return ours.cloned();
    };
    let empty = Node::Map(Vec::new());
    let base = base.unwrap_or(&empty);
    let new = our_entries
        .iter()
        .filter(|(key, _)| !their_entries.iter().any(|(name, _)| name == key));
    let mut entries = Vec::new();
    for (key, _) in their_entries.iter().chain(new) {
        let of = |node: &Option<&Node>| node.and_then(|node| node.get(key).cloned());
        let [ours, theirs] = [ours, theirs].map(|node| of(&node));
        if let Some(value) = merged(ours.as_ref(), base.get(key), theirs.as_ref()) {
            entries.push((key.clone(), value));
        }
    }
    (!entries.is_empty()).then_some(Node::Map(entries))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(text: &str) -> Node {
        Node::from_json(text).expect("JSON")
    }

    #[test]
    fn a_value_is_set_and_taken_out_where_it_belongs() {
        let node = json(r#"{"a":{"b":1,"c":2},"d":"x"}"#);
        let set =
            |path: &[&str], value: Option<Node>| with(Some(&node), path, value).map(|node| node.to_json());
        let expected = |text: &str| Some(text.to_owned());
        assert_eq!(
            set(&["a", "b"], Some(Node::whole(5))),
            expected(r#"{"a":{"b":5,"c":2},"d":"x"}"#)
        );
        assert_eq!(
            set(&["a", "e", "f"], Some(Node::text("y"))),
            expected(r#"{"a":{"b":1,"c":2,"e":{"f":"y"}},"d":"x"}"#)
        );
        assert_eq!(set(&["a", "b"], None), expected(r#"{"a":{"c":2},"d":"x"}"#));
        assert_eq!(with(Some(&json(r#"{"a":{"b":1}}"#)), &["a", "b"], None), None);
        assert_eq!(with(None, &["a", "b"], None), None);
        assert_eq!(at(&node, &["a", "c"]), Some(&Node::whole(2)));
        assert_eq!(at(&node, &["d", "c"]), None);
    }

    #[test]
    fn two_windows_that_change_different_places_keep_both_changes() {
        let base = json(r#"{"p":{"have":1},"q":{"have":1},"r":1}"#);
        let ours = json(r#"{"p":{"have":2},"q":{"have":1},"s":3}"#);
        let theirs = json(r#"{"p":{"have":1,"date":"x"},"r":1}"#);
        let both = merged(Some(&ours), Some(&base), Some(&theirs)).map(|node| node.to_json());
        assert_eq!(both.as_deref(), Some(r#"{"p":{"have":2,"date":"x"},"s":3}"#));
        // Both changed the same: ours.
        let theirs = json(r#"{"p":{"have":7}}"#);
        let both = merged(Some(&ours), Some(&base), Some(&theirs)).map(|node| node.to_json());
        assert_eq!(both.as_deref(), Some(r#"{"p":{"have":2},"s":3}"#));
        assert_eq!(
            merged(None, Some(&base), Some(&base)),
            None,
            "we took all of it out"
        );
        assert_eq!(merged(Some(&base), Some(&base), None), None, "they did");
    }
}
