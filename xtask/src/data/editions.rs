//! An edition that is based on another: it has what that one has, and its own keys in the place of those.

use super::place::child;
use super::tree::Tree;
use super::{Document, Report, cited, id_of, text};
use readiness_check::document::Node;
use readiness_check::standard::composed;

/// What an edition says of itself, so that none is ever shown under the name or standing of another.
const ITS_OWN: [&str; 5] = ["id", "edition", "title", "source", "standing"];

/// The standard on which `tree` is based; `None` where that cannot be said, and the report says why.
pub(super) fn base<'t>(tree: &Tree, trees: &'t [Tree], report: &mut Report) -> Option<&'t Tree> {
    let named = tree.node.get("basedOn");
    let mut refuse = |code: &str, message: String| {
        report.add(tree.problem("/basedOn", code, &message));
        None
    };
    let Some(id) = named.and_then(text) else {
        return refuse("wrong-type", "expected a text, the id of a standard".to_owned());
    };
    let Some(base) = trees.iter().find(|other| id_of(other) == Some(id)) else {
        return refuse("unknown-id", format!("there is no standard \"{id}\" in this folder"));
    };
    if base.node.get("basedOn").is_some() {
        let message = format!("\"{id}\" is based on another standard itself; name one that stands alone");
        return refuse("bad-base", message);
    }
    let mut lacks = false;
    for key in ITS_OWN.into_iter().filter(|key| tree.node.get(key).is_none()) {
        let message = format!("the key \"{key}\" is missing; it cannot be that of the base");
        report.add(tree.problem("", "missing-key", &message));
        lacks = true;
    }
    (!lacks).then_some(base)
}

/// The file in which a place of the complete document is written.
pub(super) fn author<'t>(pointer: &str, own: &'t Tree, base: &'t Tree) -> &'t Tree {
    let within = |key: &str| {
        let rest = pointer.strip_prefix(&child("", key));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let Node::Map(entries) = &base.node else {
        return own;
    };
    let of_base = |key: &str| own.node.get(key).is_none() && within(key);
    match entries.iter().any(|(key, _)| of_base(key)) {
        true => base,
        false => own,
    }
}

/// The edition as it is used, and as it is shipped: its own keys, and the sources that the base does not cite.
pub(super) fn document(tree: &Tree, base: &Tree, sources: &[Node]) -> Option<Document> {
    let theirs = cited(&base.node, sources);
    let further: Vec<Node> =
        cited(&tree.node, sources).into_iter().filter(|source| !theirs.contains(source)).collect();
    let whole = composed(&tree.node, &base.node);
    let node = super::with_sources(&whole, [theirs, further.clone()].concat());
    let own = super::with_sources(&tree.node, further);
    Some(Document {
        file: tree.file.clone(),
        id: id_of(tree)?.to_owned(),
        based_on: id_of(base).map(str::to_owned),
        shipped: super::with_hash(own, &node),
        node,
    })
}
