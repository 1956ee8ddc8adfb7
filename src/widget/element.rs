//! Elements, built by plain calls. Yew's macro writes each element out in full where it stands; here one function
//! serves all of them, which makes the module a third smaller.

use super::state::Action;
use super::view::View;
use crate::strings::fill;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VComp, VTag, VText};
use yew::{AttrValue, Callback, Html, NodeRef, TargetCast};

macro_rules! attributes {
    ($($attribute:ident $name:literal),* $(,)?) => {
        /// The attributes that the views set.
        #[derive(Clone, Copy)]
        pub enum Attr { $(
            #[doc = $name]
            $attribute
        ),* }

        /// Their names, in the same order. All elements share this list, so that Yew compares values place by place.
        const NAMES: &[&str] = &[$($name),*];
    };
}

attributes! {
    Class "class", Id "id", Type "type", Name "name", Lang "lang", Role "role", TabIndex "tabindex", For "for",
    Hidden "hidden", Open "open", Start "start", Scope "scope", Href "href", Target "target", Rel "rel",
    AutoComplete "autocomplete", MaxLength "maxlength", InputMode "inputmode",
    Label "aria-label", LabelledBy "aria-labelledby", DescribedBy "aria-describedby", Current "aria-current",
    AriaHidden "aria-hidden", Invalid "aria-invalid", Part "part",
    ViewBox "viewBox", AspectRatio "preserveAspectRatio", X "x", Y "y", Width "width", Height "height",
    X1 "x1", Y1 "y1", X2 "x2", Y2 "y2", Points "points",
}

/// An element, or a sequence of elements.
pub struct El(Box<VTag>);

impl From<El> for Html {
    fn from(el: El) -> Html {
        el.html()
    }
}

impl yew::html::IntoPropValue<Html> for El {
    fn into_prop_value(self) -> Html {
        self.html()
    }
}

/// An element: its name and, after a dot, its classes: `p.facts`, `ul.plain readings`.
pub fn el(what: &'static str) -> El {
    let (tag, class) = what.split_once('.').unwrap_or((what, ""));
    let mut tag = VTag::new(tag);
    let mut values: Vec<Option<AttributeOrProperty>> = Vec::new();
    values.resize_with(NAMES.len(), || None);
    if !class.is_empty() {
        values[Attr::Class as usize] = Some(AttributeOrProperty::Attribute(AttrValue::Static(class)));
    }
    tag.attributes = Attributes::Dynamic {
        keys: NAMES,
        values: values.into(),
    };
    El(Box::new(tag))
}

/// A sequence of elements without one around it; empty, it renders nothing.
pub fn sequence() -> El {
    el("")
}

/// What is listened for.
#[derive(Clone, Copy)]
pub enum On {
    /// A click, or what the keyboard does instead.
    Click,
    /// Each letter that is typed.
    Input,
    /// A choice that is made, or a field that is left.
    Change,
    /// A key that is pressed.
    KeyDown,
    /// A dialog that is left, in whatever way.
    Close,
}

/// Hears one kind of event.
struct Ear(On, Callback<web_sys::Event>);

impl Listener for Ear {
    fn kind(&self) -> ListenerKind {
        match self.0 {
            On::Click => ListenerKind::onclick,
            On::Input => ListenerKind::oninput,
            On::Change => ListenerKind::onchange,
            On::KeyDown => ListenerKind::onkeydown,
            On::Close => ListenerKind::onclose,
        }
    }
    fn handle(&self, event: web_sys::Event) {
        self.1.emit(event);
    }
    fn passive(&self) -> bool {
        false
    }
}

/// What stands in the field where something happened.
fn typed(event: &web_sys::Event) -> String {
    event.target_unchecked_into::<HtmlInputElement>().value()
}

impl El {
    /// Sets an attribute.
    pub fn attr(mut self, name: Attr, value: &str) -> El {
        if let Attributes::Dynamic { values, .. } = &mut self.0.attributes {
            values[name as usize] = Some(AttributeOrProperty::Attribute(AttrValue::Rc(value.into())));
        }
        self
    }

    /// Sets an attribute where `condition` holds.
    pub fn attr_if(self, condition: bool, name: Attr, value: &str) -> El {
        if condition { self.attr(name, value) } else { self }
    }

    /// The key by which the element is known again among its neighbours.
    pub fn key(mut self, key: &str) -> El {
        self.0.key = Some(Key::from(key));
        self
    }

    /// The reference by which the element is found on the page.
    pub fn node(mut self, node: NodeRef) -> El {
        self.0.node_ref = node;
        self
    }

    /// The text of a field, or the value of a choice.
    pub fn value(mut self, value: &str) -> El {
        self.0.set_value(Some(AttrValue::Rc(value.into())));
        self
    }

    /// Whether a choice is made.
    pub fn checked(mut self, checked: bool) -> El {
        self.0.set_checked(checked);
        self
    }

    /// Puts a text inside.
    pub fn text(mut self, text: &str) -> El {
        self.0.add_child(VText::new(AttrValue::Rc(text.into())).into());
        self
    }

    /// Puts a text inside that was made for it.
    pub fn owned(self, text: String) -> El {
        self.text(&text)
    }

    /// Puts a text inside whose places are filled with `parts`.
    pub fn fill(self, text: &str, parts: &[&str]) -> El {
        self.owned(fill(text, parts))
    }

    /// Puts an element inside.
    pub fn with(mut self, inner: impl Into<Html>) -> El {
        self.0.add_child(inner.into());
        self
    }

    /// Puts a sequence of elements inside.
    pub fn all<T: Into<Html>>(self, inner: impl Iterator<Item = T>) -> El {
        self.with(inner.fold(sequence(), El::with))
    }

    /// Puts an element inside that holds nothing but a text.
    pub fn line(self, what: &'static str, text: &str) -> El {
        self.with(el(what).text(text))
    }

    /// The same with a text that was made for it.
    pub fn line_owned(self, what: &'static str, text: String) -> El {
        self.line(what, &text)
    }

    /// The same with a text whose places are filled with `parts`.
    pub fn line_fill(self, what: &'static str, text: &str, parts: &[&str]) -> El {
        self.line_owned(what, fill(text, parts))
    }

    /// The same with a text that changes: the element is made anew with it. A page translator takes text nodes away from
    /// under Yew, and what is left must not go on saying something old.
    pub fn fresh(self, what: &'static str, text: &str) -> El {
        self.with(el(what).key(text).text(text))
    }

    /// Puts a component inside.
    pub fn component<C: yew::BaseComponent>(mut self, props: Rc<C::Properties>) -> El {
        self.0.add_child(VComp::new::<C>(props, None).into());
        self
    }

    /// Hears an event.
    pub fn hears(mut self, on: On, ear: Callback<web_sys::Event>) -> El {
        self.0.add_listener(Rc::new(Ear(on, ear)));
        self
    }

    /// Sends an action at an event, with what was typed where the action takes a text.
    pub fn sends(self, on: On, view: &View, action: Action) -> El {
        self.sends_to(on, &view.act, action)
    }

    /// The same to who takes it.
    pub fn sends_to(self, on: On, act: &Callback<Action>, action: Action) -> El {
        let act = act.clone();
        let ear = move |event: web_sys::Event| act.emit(action.clone().with_text(|| typed(&event)));
        self.hears(on, Callback::from(ear))
    }

    /// The element for Yew.
    pub fn html(self) -> Html {
        if self.0.tag().is_empty() {
            self.0.into_children().unwrap_or_default()
        } else {
            Html::VTag(Rc::new(*self.0))
        }
    }
}

/// A button that says `words`; what it does, its caller adds.
pub fn button(what: &'static str, words: &str) -> El {
    el(what).attr(Attr::Type, "button").text(words)
}

/// A button that sends an action.
pub fn button_to(what: &'static str, words: &str, view: &View, action: Action) -> El {
    button(what, words).sends(On::Click, view, action)
}
