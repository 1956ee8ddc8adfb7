//! What concerns more than one place of a standard.

use super::*;
use crate::document::repeated;

mod conditions;
mod pages;
mod rules;
mod weights;

/// Notes a fault where the document carries another hash than its own.
pub(super) fn hash(standard: &mut Standard, root: &Place) {
    let Some(carried) = standard.hash.take() else {
        return;
    };
    let fields = root.fields();
    let place = fields.as_ref().and_then(|fields| fields.get("hash"));
    if let Some(place) = place.filter(|_| carried != standard.hash()) {
        let hash = standard.hash();
        let message = format!("is not the hash of this standard, which is {hash}; leave the key out");
        place.fault("wrong-hash", message);
    }
}

/// Calls `with` for every item of the list at `key`, in order.
pub(crate) fn each(root: &Place, key: &'static str, mut with: impl FnMut(usize, &Place)) {
    if !matches!(root.node.get(key), Some(Node::List(_))) {
        return;
    }
    let Some(list) = root.fields().and_then(|fields| fields.get(key)) else {
        return;
    };
    list.items()
        .enumerate()
        .for_each(|(index, item)| with(index, &item));
}

/// Notes a fault at field `key` of item `index` of the list `list`, or at the item where it lacks the field.
pub(crate) fn fault_at(
    root: &Place,
    list: &'static str,
    index: usize,
    key: &'static str,
    code: &'static str,
    message: String,
) {
    each(root, list, |here, item| {
        if here == index {
            match item
                .node
                .get(key)
                .and_then(|_| item.fields())
                .and_then(|fields| fields.get(key))
            {
                Some(place) => place.fault(code, message.clone()),
                None => item.fault(code, message.clone()),
            }
        }
    });
}

/// Notes a fault at every id that stands in one of these lists already.
pub(crate) fn unique(root: &Place, lists: &[&'static str]) {
    let mut found: Vec<(String, &'static str, usize)> = Vec::new();
    for list in lists {
        each(root, list, |index, item| {
            if let Some(Node::Text(id)) = item.node.get("id") {
                found.push((id.clone(), list, index));
            }
        });
    }
    let names: Vec<&str> = found.iter().map(|(id, _, _)| id.as_str()).collect();
    for repeated in repeated(&names) {
        let (id, list, index) = &found[repeated];
        let earlier = found
            .iter()
            .find(|(earlier, _, _)| earlier == id)
            .map_or(*list, |(_, list, _)| list);
        let message = format!("the id \"{id}\" is already used in {earlier}");
        fault_at(root, list, *index, "id", "duplicate-id", message);
    }
}

/// No id is used twice: questions, elements and all else that has a name share one list of names; tracks,
/// sources, departments and efforts have their own, and so have the readings of a criterion.
pub(super) fn ids(root: &Place) {
    unique(
        root,
        &[
            "elements",
            "questions",
            "rates",
            "criteria",
            "relations",
            "rules",
            "effects",
        ],
    );
    unique(root, &["tracks"]);
    unique(root, &["sources"]);
    unique(root, &["departments"]);
    unique(root, &["efforts"]);
    each(root, "criteria", |_, criterion| unique(criterion, &["readings"]));
}

/// Everything that needs the whole standard.
pub(super) fn standard(standard: &Standard, root: &Place) {
    weights::weights(standard, root);
    pages::pages(standard, root);
    pages::conditions(standard, root);
    conditions::rates(standard, root);
    conditions::criteria(standard, root);
    conditions::relations(standard, root);
    conditions::effects(standard, root);
    rules::assignments(standard, root);
    rules::rules(standard, root);
}
