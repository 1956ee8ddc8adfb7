//! The start screen as the widget draws it, rendered at each build: the loader has it in every language and shows it until
//! the module is there. It is shipped as a tree, since pages with Trusted Types take no HTML.

use crate::data::Document;
use anyhow::{Context, Result, bail};
use html5gum::{HtmlString, Token, Tokenizer};
use readiness_check::document::Node;
use readiness_check::lang::Lang;
use readiness_check::programmes::Programmes;
use readiness_check::standard::Standard;
use readiness_check::widget::{Draft, Keeping, Props, State, WHOLE, Widget};
use serde_json::{Map, Value, json};
use std::rc::Rc;
use yew::{Callback, LocalServerRenderer};

/// Elements without content.
const EMPTY: [&str; 4] = ["br", "hr", "img", "input"];

/// The start screen in every language, as JSON text, and its styles `css`, as the loader has them: a browser reads a text
/// sooner than a script that says the same.
///
/// # Errors
/// Where the data is not what the build has checked.
pub fn screens(css: &str, standards: &[Document], programmes: &Node) -> Result<Value> {
    let mut all = Map::from_iter([("css".to_owned(), css.into())]);
    for lang in Lang::ALL {
        all.insert(lang.tag().to_owned(), screen(standards, programmes, lang)?.to_string().into());
    }
    Ok(all.into())
}

/// The start screen of the first standard in one language, for a visitor without a draft: a node is a text, or a list of
/// tag, attributes and nodes.
///
/// # Errors
/// Where the data is not what the build has checked.
fn screen(standards: &[Document], programmes: &Node, lang: Lang) -> Result<Value> {
    let parsed = |document: &Document| {
        Standard::parse(&document.node, &Lang::ALL)
            .map(Rc::new)
            .ok()
            .context("a standard is not as it was checked")
    };
    let editions: Vec<Rc<Standard>> = standards.iter().map(parsed).collect::<Result<_>>()?;
    let standard = editions.first().context("there is no standard")?.clone();
    let programmes = Programmes::parse(programmes, &Lang::ALL).ok();
    let props = Props {
        state: Rc::new(State::new(standard.clone(), Rc::new(Draft::new(&standard)))),
        lang,
        keeping: Keeping::Local,
        shared_computer: Some(false),
        host: Rc::default(),
        shared: false,
        notices: Rc::default(),
        today: "".into(),
        programmes: Rc::new(programmes.context("the programmes are not as they were checked")?),
        editions: Rc::new(editions),
        extent: WHOLE,
        on_event: Callback::noop(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let renderer = LocalServerRenderer::<Widget>::with_props(props).hydratable(false);
    let html = tokio::task::LocalSet::new().block_on(&runtime, renderer.render());
    tree(&html)
}

/// The outermost node of well-formed HTML.
fn tree(html: &str) -> Result<Value> {
    let text = |name: &HtmlString| String::from_utf8_lossy(name).into_owned();
    // Nodes that are open: each gathers what stands in it.
    let mut open: Vec<Vec<Value>> = vec![Vec::new()];
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => {
                let attributes: Map<String, Value> =
                    tag.attributes.iter().map(|(name, value)| (text(name), text(value).into())).collect();
                let name = text(&tag.name);
                let node = vec![json!(name), Value::Object(attributes)];
                if EMPTY.contains(&name.as_str()) {
                    open.last_mut().context("a node outside")?.push(node.into());
                } else {
                    open.push(node);
                }
            }
            Token::EndTag(_) => {
                let node = open.pop().context("an end without a start")?;
                open.last_mut().context("an end without a start")?.push(node.into());
            }
            Token::String(content) => open.last_mut().context("a text outside")?.push(text(&content).into()),
            Token::Comment(_) | Token::Doctype(_) => {}
            Token::Error(error) => bail!("the rendered start screen is no HTML: {error:?}"),
        }
    }
    match open.as_mut_slice() {
        [nodes] if nodes.len() == 1 => Ok(nodes.remove(0)),
        _ => bail!("the rendered start screen is not one node"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_has_tags_attributes_and_texts_in_their_order() {
        let html = r#"<div lang="en" class="a b">A &amp; B<input disabled type="radio"><p></p>C</div>"#;
        let wanted = json!([
            "div",
            { "class": "a b", "lang": "en" },
            "A & B",
            ["input", { "disabled": "", "type": "radio" }],
            ["p", {}],
            "C"
        ]);
        assert_eq!(tree(html).expect("HTML"), wanted);
        for faulty in ["<p>", "<p></p></p>", "<p></p><p></p>"] {
            assert!(tree(faulty).is_err(), "{faulty}");
        }
    }

    #[test]
    fn the_screen_is_the_start_in_each_language() {
        let data = crate::root().join("data");
        let (_, standards) = crate::data::load(&data);
        let (_, programmes) = crate::data::programmes(&data, &standards);
        let programmes = programmes.expect("the programmes");
        for lang in Lang::ALL {
            let screen = screen(&standards, &programmes, lang).expect("a screen");
            assert_eq!(screen[1]["lang"], lang.tag());
            let text = screen.to_string();
            let words = readiness_check::strings::Strings::of(lang);
            for wanted in [words.start_heading, words.begin] {
                assert!(text.contains(wanted), "{wanted}");
            }
        }
    }
}
