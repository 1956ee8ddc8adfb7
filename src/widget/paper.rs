//! Elements that are made at once, for paper: a browser that prints does not wait for a drawing by Yew.

use web_sys::{Document, Element, Node};
use yew::AttrValue;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VNode, VTag};

const SVG: &str = "http://www.w3.org/2000/svg";

/// The first element of a tree, with all that is in it; nothing where the browser makes no elements.
pub fn made(tree: &VNode, document: &Document) -> Option<Element> {
    let room = document.create_element("div").ok()?;
    write(tree, &room, document)?;
    room.first_element_child()
}

/// Writes a tree into an element. Components are there to be used: nothing of them is printed.
fn write(tree: &VNode, parent: &Element, document: &Document) -> Option<()> {
    let append = |node: &Node| parent.append_child(node).ok();
    match tree {
        VNode::VTag(tag) => {
            append(written(tag, parent, document)?.as_ref())?;
        }
        VNode::VText(text) => {
            append(document.create_text_node(&text.text).as_ref())?;
        }
        VNode::VList(nodes) => {
            for node in nodes.iter() {
                write(node, parent, document)?;
            }
        }
        _ => {}
    }
    Some(())
}

fn written(tag: &VTag, parent: &Element, document: &Document) -> Option<Element> {
    let is_drawing = tag.tag() == "svg" || parent.namespace_uri().as_deref() == Some(SVG);
    let element = match is_drawing {
        true => document.create_element_ns(Some(SVG), tag.tag()),
        false => document.create_element(tag.tag()),
    };
    let element = element.ok()?;
    let set = |name: &str, value: &str| element.set_attribute(name, value).ok();
    for (name, value) in attributes(&tag.attributes) {
        set(name, value)?;
    }
    if let Some(value) = tag.value() {
        set("value", value)?;
    }
    if tag.checked() == Some(true) {
        set("checked", "")?;
    }
    if let Some(children) = tag.children() {
        write(children, &element, document)?;
    }
    Some(element)
}

/// Every attribute that is set. The iterator of Yew leaves out fixed ones that stand beside others.
fn attributes(all: &Attributes) -> Vec<(&str, &str)> {
    fn value(value: &AttributeOrProperty) -> Option<&str> {
        match value {
            AttributeOrProperty::Static(value) => Some(value),
            AttributeOrProperty::Attribute(value) => Some(value),
            AttributeOrProperty::Property(_) => None,
        }
    }
    match all {
        Attributes::Static(pairs) => {
            let pairs = pairs.iter();
            pairs
                .filter_map(|(name, set)| Some((*name, value(set)?)))
                .collect()
        }
        Attributes::Dynamic { keys, values } => {
            let pairs = keys.iter().zip(values.iter());
            pairs
                .filter_map(|(name, set)| Some((*name, value(set.as_ref()?)?)))
                .collect()
        }
        Attributes::IndexMap(pairs) => {
            let pairs = pairs.iter();
            pairs
                .filter_map(|(name, set): (&AttrValue, _)| Some((name.as_str(), value(set)?)))
                .collect()
        }
    }
}
