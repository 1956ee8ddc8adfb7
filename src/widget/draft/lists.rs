//! Lists that are kept beside the answers.

use super::Sheet;
use crate::answers::Extra;
use crate::document::Node;

impl Sheet {
    /// Keeps a text in a list beside the answers, or takes it out; an empty list is taken out.
    pub fn keep_in_list(&mut self, extra: Extra, path: &[&str], entry: &str, on: bool) {
        let mut list = match self.answers.kept(extra, path) {
            Some(Node::List(list)) => list.clone(),
            _ => Vec::new(),
        };
        let entry = Node::text(entry);
        let is_there = list.contains(&entry);
        if on && !is_there {
            list.push(entry);
        } else if !on {
            list.retain(|known| *known != entry);
        }
        let list = (!list.is_empty()).then_some(Node::List(list));
        self.answers.keep(extra, path, list);
    }
}
