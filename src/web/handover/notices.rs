//! What the visitor was told, from one module to the other.

use crate::document::Node;
use crate::widget::Notice;

/// The notices that tell nothing but themselves.
const NAMED: [(Notice, &str); 6] = [
    (Notice::SaveFailed, "save-failed"),
    (Notice::ChangedElsewhere, "changed-elsewhere"),
    (Notice::LetGo, "let-go"),
    (Notice::LoadFailed, "load-failed"),
    (Notice::ListNewer, "list-newer"),
    (Notice::ListNotStored, "list-not-stored"),
];

/// A number that counts something.
pub fn index(node: &Node) -> Option<usize> {
    match node {
        Node::Number(number) => Some(*number as usize),
        _ => None,
    }
}

/// A notice as a list: its name, and what it tells.
pub fn written(notice: &Notice) -> Node {
    let kept = |kept: &Option<String>| kept.as_deref().map_or(Node::Null, Node::text);
    let list = match notice {
        Notice::DraftFound { answered, kept } => {
            let counts = [answered, kept].map(|count| Node::whole(*count as i64));
            [Node::text("draft-found")].into_iter().chain(counts).collect()
        }
        Notice::Expired { days } => vec![Node::text("expired"), Node::whole((*days).into())],
        Notice::ListUnreadable { reason, kept: name } => {
            vec![Node::text("list-unreadable"), Node::text(reason), kept(name)]
        }
        Notice::DraftUnreadable { reason, kept: name } => {
            vec![Node::text("draft-unreadable"), Node::text(reason), kept(name)]
        }
        Notice::DraftPartlyUnreadable { which, kept: name } => {
            vec![
                Node::text("draft-partly-unreadable"),
                Node::text(which),
                kept(name),
            ]
        }
        Notice::WrittenUnreadable { reason, kept: name } => {
            vec![Node::text("written-unreadable"), Node::text(reason), kept(name)]
        }
        // The attribute itself is read again.
        Notice::BadAttribute { name, .. } => vec![Node::text("bad-attribute"), Node::text(name)],
        Notice::CannotPrint { address } => vec![Node::text("cannot-print"), Node::text(address)],
        named => {
            let name = NAMED.iter().find(|(notice, _)| notice == named);
            name.map(|(_, name)| Node::text(name)).into_iter().collect()
        }
    };
    Node::List(list)
}

/// The notice that was written like this; none where the attribute itself says it.
pub fn read(node: &Node) -> Option<Notice> {
    let Node::List(list) = node else { return None };
    let text = |place: usize| match list.get(place) {
        Some(Node::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let name = text(0)?;
    let named = NAMED.into_iter().find(|(_, known)| *known == name);
    if let Some((notice, _)) = named {
        return Some(notice);
    }
    Some(match name.as_str() {
        "draft-found" => Notice::DraftFound {
            answered: index(list.get(1)?)?,
            kept: index(list.get(2)?)?,
        },
        "draft-unreadable" => Notice::DraftUnreadable {
            reason: text(1)?,
            kept: text(2),
        },
        "draft-partly-unreadable" => Notice::DraftPartlyUnreadable {
            which: text(1)?,
            kept: text(2),
        },
        "written-unreadable" => Notice::WrittenUnreadable {
            reason: text(1)?,
            kept: text(2),
        },
        "list-unreadable" => Notice::ListUnreadable {
            reason: text(1)?,
            kept: text(2),
        },
        "expired" => Notice::Expired {
            days: index(list.get(1)?)? as u16,
        },
        "cannot-print" => Notice::CannotPrint { address: text(1)? },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_is_read_as_it_was_written() {
        let (reason, which) = ("it is no JSON".to_owned(), "/answers/x".to_owned());
        let unreadable = [None, Some("readiness-check:x:set-aside-1".to_owned())].map(|kept| {
            [
                Notice::DraftUnreadable {
                    reason: reason.clone(),
                    kept: kept.clone(),
                },
                Notice::DraftPartlyUnreadable {
                    which: which.clone(),
                    kept: kept.clone(),
                },
                Notice::WrittenUnreadable {
                    reason: reason.clone(),
                    kept: kept.clone(),
                },
                Notice::ListUnreadable {
                    reason: reason.clone(),
                    kept,
                },
            ]
        });
        let others = [
            Notice::DraftFound { answered: 7, kept: 3 },
            Notice::Expired { days: 30 },
            Notice::CannotPrint {
                address: "https://x".to_owned(),
            },
        ];
        let named = NAMED.map(|(notice, _)| notice);
        for notice in unreadable.into_iter().flatten().chain(others).chain(named) {
            let text = written(&notice).to_json();
            let node = Node::from_json(&text).expect("it was just written");
            assert_eq!(read(&node), Some(notice), "{text}");
        }
    }
}
