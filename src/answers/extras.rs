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

/// A step of a path that leads into a list: `paper=name` is the entry whose `paper` is that name.
fn into_list(step: &str) -> Option<(&str, &str)> {
    step.split_once('=')
}

/// Whether an entry of a list is the one that is named.
fn is_named(entry: &Node, key: &str, name: &str) -> bool {
    matches!(entry.get(key), Some(Node::Text(text)) if text == name)
}

/// The value at `path` below `node`.
pub(super) fn at<'a>(node: &'a Node, path: &[&str]) -> Option<&'a Node> {
    path.iter()
        .try_fold(node, |node, step| match (node, into_list(step)) {
            (Node::List(entries), Some((key, name))) => {
                entries.iter().find(|entry| is_named(entry, key, name))
            }
            _ => node.get(step),
        })
}

/// `node` with `value` at `path`: maps and lists are made on the way where there is something else, and taken out where
/// nothing is left in them.
pub(super) fn with(node: Option<&Node>, path: &[&str], value: Option<Node>) -> Option<Node> {
    let [step, rest @ ..] = path else {
        return value;
    };
    if let Some((key, name)) = into_list(step) {
        return with_in_list(node, key, name, rest, value);
    }
    let mut entries = match node {
        Some(Node::Map(entries)) => entries.clone(),
        _ => Vec::new(),
    };
    let place = entries.iter().position(|(name, _)| name == step);
    let inner = with(place.map(|place| &entries[place].1), rest, value);
    match (place, inner) {
        (Some(place), Some(inner)) => entries[place].1 = inner,
        (Some(place), None) => {
            entries.remove(place);
        }
        (None, Some(inner)) => entries.push(((*step).to_owned(), inner)),
        (None, None) => {}
    }
    (!entries.is_empty()).then_some(Node::Map(entries))
}

/// The same in a list, of which every other entry stays as it is, whatever it is. An entry of which nothing but its
/// name is left goes.
fn with_in_list(
    node: Option<&Node>,
    key: &str,
    name: &str,
    rest: &[&str],
    value: Option<Node>,
) -> Option<Node> {
    let mut entries = match node {
        Some(Node::List(entries)) => entries.clone(),
        Some(Node::Null) | None => Vec::new(),
        Some(other) => vec![other.clone()],
    };
    let place = entries.iter().position(|entry| is_named(entry, key, name));
    let named = Node::map([(key, Node::text(name))]);
    let entry = with(Some(place.map_or(&named, |place| &entries[place])), rest, value);
    match (place, entry.filter(|entry| *entry != named)) {
        (Some(place), Some(entry)) => entries[place] = entry,
        (Some(place), None) => {
            entries.remove(place);
        }
        (None, Some(entry)) => entries.push(entry),
        (None, None) => {}
    }
    (!entries.is_empty()).then_some(Node::List(entries))
}

/// A map, or a list of papers by their names, as entries under keys.
pub(crate) fn keyed(node: &Node) -> Option<Vec<(String, Node)>> {
    match node {
        Node::Map(entries) => Some(entries.clone()),
        Node::List(papers) => {
            let mut entries: Vec<(String, Node)> = Vec::new();
            for paper in papers {
                match paper.get("paper") {
                    Some(Node::Text(name)) if entries.iter().all(|(known, _)| known != name) => {
                        entries.push((name.clone(), paper.clone()));
                    }
                    _ => return None,
                }
            }
            Some(entries)
        }
        _ => None,
    }
}

/// What two writers changed since `base`, together; ours wins where both changed the same value.
pub(super) fn merged(ours: Option<&Node>, base: Option<&Node>, theirs: Option<&Node>) -> Option<Node> {
    if ours == base {
        return theirs.cloned();
    }
    if theirs == base {
        return ours.cloned();
    }
    let (Some(our_node), Some(their_node)) = (ours, theirs) else {
        return ours.cloned();
    };
    let is_list = |node: &Node| matches!(node, Node::List(_));
    let (Some(ours), Some(theirs)) = (keyed(our_node), keyed(their_node)) else {
        return Some(our_node.clone());
    };
    if is_list(our_node) != is_list(their_node) {
        return Some(our_node.clone());
    }
    let base = base.and_then(keyed).unwrap_or_default();
    fn of<'a>(entries: &'a [(String, Node)], key: &str) -> Option<&'a Node> {
        entries.iter().find(|(name, _)| name == key).map(|(_, node)| node)
    }
    let new = ours.iter().filter(|(key, _)| of(&theirs, key).is_none());
    let mut entries = Vec::new();
    for (key, _) in theirs.iter().chain(new) {
        if let Some(value) = merged(of(&ours, key), of(&base, key), of(&theirs, key)) {
            entries.push((key.clone(), value));
        }
    }
    if entries.is_empty() {
        return None;
    }
    Some(if is_list(our_node) {
        Node::List(entries.into_iter().map(|(_, entry)| entry).collect())
    } else {
        Node::Map(entries)
    })
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

    #[test]
    fn an_entry_of_a_list_is_found_by_its_name_and_the_others_stay() {
        let node = json(r#"{"q":["own",{"paper":"a=b","state":"have","more":[1]},{"paper":"c"}]}"#);
        let set =
            |path: &[&str], value: Option<Node>| with(Some(&node), path, value).map(|node| node.to_json());
        let expected = |text: &str| Some(text.to_owned());
        assert_eq!(at(&node, &["q", "paper=a=b", "state"]), Some(&Node::text("have")));
        assert_eq!(at(&node, &["q", "paper=d", "state"]), None);
        assert_eq!(
            set(&["q", "paper=a=b", "state"], Some(Node::text("missing"))),
            expected(r#"{"q":["own",{"paper":"a=b","state":"missing","more":[1]},{"paper":"c"}]}"#)
        );
        assert_eq!(
            set(&["q", "paper=a=b", "state"], None),
            expected(r#"{"q":["own",{"paper":"a=b","more":[1]},{"paper":"c"}]}"#)
        );
        assert_eq!(
            set(&["q", "paper=d", "date"], Some(Node::text("5月"))),
            expected(
                r#"{"q":["own",{"paper":"a=b","state":"have","more":[1]},{"paper":"c"},{"paper":"d","date":"5月"}]}"#
            )
        );
        // The last word on an entry takes it out, and the last entry the list.
        let one = json(r#"{"q":[{"paper":"a","state":"have"}],"r":1}"#);
        let left = with(Some(&one), &["q", "paper=a", "state"], None);
        assert_eq!(left.map(|node| node.to_json()), expected(r#"{"r":1}"#));
        // What is no list is not lost.
        let odd = with(
            Some(&json(r#"{"q":"see file"}"#)),
            &["q", "paper=a", "state"],
            Some(Node::text("have")),
        );
        assert_eq!(
            odd.map(|node| node.to_json()),
            expected(r#"{"q":["see file",{"paper":"a","state":"have"}]}"#)
        );
    }

    #[test]
    fn two_windows_that_say_something_of_different_papers_keep_both() {
        let base = json(r#"[{"paper":"a","state":"have"},{"paper":"b"}]"#);
        let ours = json(r#"[{"paper":"a","state":"missing"},{"paper":"b"},{"paper":"c","holder":"x"}]"#);
        let theirs = json(r#"[{"paper":"a","state":"have","date":"y"}]"#);
        let both = merged(Some(&ours), Some(&base), Some(&theirs)).map(|node| node.to_json());
        assert_eq!(
            both.as_deref(),
            Some(r#"[{"paper":"a","state":"missing","date":"y"},{"paper":"c","holder":"x"}]"#)
        );
        // A list of which one entry has no name is taken as a whole: ours.
        let theirs = json(r#"[{"paper":"a","state":"have","date":"y"},5]"#);
        assert_eq!(
            merged(Some(&ours), Some(&base), Some(&theirs)),
            Some(ours.clone())
        );
    }
}
