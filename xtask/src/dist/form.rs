//! The questionnaire as a page without any script, to be filled in on paper: every question of every track, the published
//! conditions, the working of the index by hand, and the documents behind it. Made from the data of a standard at each
//! build, so that it says what the widget says.

mod parts;
mod words;

use crate::data::Document;
use anyhow::{Context, Result};
use parts::{
    blank, both, id, is_on, joined, list, question, quoted, references, small, source_of, string, text,
    tracks,
};
use serde_json::Value;
use std::cell::Cell;
use tokio::task::LocalSet;
use yew::{Html, LocalServerRenderer, Properties, component, html};

/// The name of the page, which does not change with the build: a page of a host leads to it.
pub const NAME: &str = "readiness-check.form.html";
/// The standard that is printed, as the element shows it by default.
const STANDARD: &str = "ningbo-3511-2018";

/// The page.
///
/// # Errors
/// Where the standard is missing or is not the document that the build has checked.
pub fn page(standards: &[Document]) -> Result<String> {
    let value =
        |document: &Document| -> Result<Value> { Ok(serde_json::from_str(&document.node.to_json())?) };
    let main = standards.iter().find(|standard| standard.id == STANDARD);
    let standard = value(main.with_context(|| format!("there is no standard {STANDARD}"))?)?;
    let others = standards.iter().filter(|other| other.based_on.as_deref() == Some(STANDARD));
    let others: Vec<Value> = others.map(value).collect::<Result<_>>()?;
    let form = Form { standard: &standard, others: &others, number: Cell::new(0) };
    rendered(form.page())
}

/// A document as text.
fn rendered(content: Html) -> Result<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let renderer = LocalServerRenderer::<Whole>::with_props(Content { content }).hydratable(false);
    let html = LocalSet::new().block_on(&runtime, renderer.render());
    Ok(format!("<!doctype html>\n{html}\n"))
}

#[derive(PartialEq, Properties)]
struct Content {
    content: Html,
}

#[component]
fn Whole(props: &Content) -> Html {
    props.content.clone()
}

struct Form<'a> {
    standard: &'a Value,
    /// The editions that are based on it.
    others: &'a [Value],
    /// How many questions are written already.
    number: Cell<usize>,
}

impl Form<'_> {
    fn list(&self, key: &str) -> &[Value] {
        list(self.standard, key)
    }

    fn page(&self) -> Html {
        let track = |track: &Value| {
            html! {
                <p>
                    <label><input type="radio" name="track"/>{ " " }{ text(&track["title"]) }</label>
                    { " " }<small>{ text(&track["about"]) }</small>
                </p>
            }
        };
        html! {
            <html lang="zh-CN">
                <head>
                    <meta charset="utf-8"/>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    <title>{ "智能制造自评表 · Smart manufacturing self-check form" }</title>
                    <link rel="icon" href="data:,"/>
                    <link rel="stylesheet" href="form.css"/>
                </head>
                <body>
                    <main>
                        <h1>{ both(words::TITLE) }</h1>
                        <p>{ text(&self.standard["title"]) }</p>
                        <p>{ both(words::NOT_A_DETERMINATION) }</p>
                        <p>{ text(&self.standard["standing"]) }</p>
                        <p>{ both(words::ABOUT) }</p>
                        { for words::BLANKS.map(|label| blank(None, both(label))) }
                        <fieldset>
                            <legend>{ both(words::TRACK) }</legend>
                            { for self.list("tracks").iter().map(track) }
                        </fieldset>
                        { self.conditions() }
                        { for self.list("elements").iter().map(|element| self.element(element)) }
                        { self.effects() }
                        { self.index() }
                        { self.sources() }
                    </main>
                </body>
            </html>
        }
    }

    fn questions(&self, belongs: impl Fn(&Value) -> bool) -> Html {
        let asked = self.list("questions").iter().filter(|question| belongs(question));
        let numbered = |asked: &Value| {
            self.number.set(self.number.get() + 1);
            question(self.standard, asked, self.number.get())
        };
        html! { { for asked.map(numbered) } }
    }

    /// The published conditions, with the questions that they rest on.
    fn conditions(&self) -> Html {
        let criteria = self.list("criteria");
        let readings = criteria.iter().flat_map(|criterion| list(criterion, "readings"));
        let asked: Vec<&Value> = readings
            .flat_map(|reading| list(reading, "sumOf").iter().chain(list(reading, "eachOf")))
            .collect();
        html! {
            <section id="conditions">
                <h2>{ both(words::CONDITIONS) }</h2>
                { self.questions(|question| asked.contains(&&question["id"])) }
                <p>{ both(words::HOW_CONDITIONS) }</p>
                { for criteria.iter().map(|criterion| self.criterion(criterion)) }
                <p>{ both(words::VERDICT) }</p>
                { for self.list("relations").iter().map(|relation| small(text(&relation["text"]))) }
            </section>
        }
    }

    fn criterion(&self, criterion: &Value) -> Html {
        let at_least = &criterion["atLeast"];
        let in_edition = |other: &Value| {
            let same = list(other, "criteria").iter().find(|known| known["id"] == criterion["id"]);
            let said = match same {
                Some(same) => {
                    html! { <>{ both(words::AT_LEAST) }{ " " }{ same["atLeast"]["value"].to_string() }</> }
                }
                None => both(words::NONE_OF_THIS),
            };
            small(html! { <>{ both(words::EDITION) }{ " " }{ string(other, "edition") }{ ": " }{ said }</> })
        };
        let reading = |reading: &Value| {
            let (parts, joint) = match list(reading, "sumOf") {
                [] => (list(reading, "eachOf"), both(words::EACH)),
                parts => (parts, html! { " + " }),
            };
            html! {
                <li data-reading={id(reading)}>
                    { text(&reading["text"]) }{ ": " }
                    { joined(parts.iter().map(|part| self.named(part)), joint) }{ " = ______ " }
                    <label><input type="checkbox"/>{ " " }{ both(words::REACHED) }</label>
                </li>
            }
        };
        html! {
            <div class="criterion" id={format!("criterion-{}", id(criterion))}>
                <h3>{ text(&criterion["title"]) }{ ": " }{ both(words::AT_LEAST) }{ " " }{ at_least["value"].to_string() }</h3>
                { small(source_of(at_least)) }
                { for self.others.iter().map(in_edition) }
                <ul>{ for list(criterion, "readings").iter().map(reading) }</ul>
                { for list(criterion, "notes").iter().map(|note| small(text(note))) }
            </div>
        }
    }

    /// How a question is named in a working: by what it asks.
    fn named(&self, id: &Value) -> Html {
        let found = self.list("questions").iter().find(|question| question["id"] == *id);
        found.map(quoted).unwrap_or_default()
    }

    /// An element: its questions and rates, and how its points are worked out.
    fn element(&self, element: &Value) -> Html {
        let own = |key| self.list(key).iter().filter(|item| item["element"] == element["id"]);
        let rate = |rate: &Value| {
            let what = html! {
                <>
                    { text(&rate["title"]) }{ " = " }{ self.named(&rate["part"]) }{ " ÷ " }
                    { self.named(&rate["total"]) }{ " × 100 " }<small>{ source_of(&rate["basis"]) }</small>
                    { tracks(self.standard, rate) }
                </>
            };
            (what, rate["weight"].to_string())
        };
        let weighted = own("questions").filter(|question| !question["weight"].is_null()).map(|question| {
            let what = html! { <>{ text(&question["text"]) }{ tracks(self.standard, question) }</> };
            (what, question["weight"].to_string())
        });
        html! {
            <section id={format!("element-{}", id(element))}>
                <h2>{ text(&element["title"]) }{ tracks(self.standard, element) }</h2>
                <p>{ text(&element["about"]) }</p>
                { self.questions(|question| question["element"] == element["id"]) }
                { working([both(words::ITEM), both(words::POINTS), both(words::SUM)], weighted.chain(own("rates").map(rate))) }
                { for own("rates").map(references) }
            </section>
        }
    }

    /// The figures before and after an upgrade.
    fn effects(&self) -> Html {
        let effect = |effect: &Value| {
            let ends = [&effect["before"], &effect["after"]];
            let how = if effect["direction"] == "up" { words::RISE } else { words::FALL };
            html! {
                <>
                    { self.questions(|question| ends.contains(&&question["id"])) }
                    <p>
                        { text(&effect["title"]) }{ ": " }{ both(how) }{ " = ______ % " }
                        <small>{ source_of(&effect["basis"]) }</small>
                    </p>
                    { references(effect) }
                </>
            }
        };
        if self.list("effects").is_empty() {
            return Html::default();
        }
        html! {
            <section id="effects">
                <h2>{ both(words::EFFECTS) }</h2>
                <p>{ both(words::ABOUT_EFFECTS) }</p>
                { for self.list("effects").iter().map(effect) }
            </section>
        }
    }

    /// How the index is worked out by hand.
    fn index(&self) -> Html {
        let of_track = |track: &Value| {
            let elements = self.list("elements").iter().filter(|element| is_on(element, &track["id"]));
            let rows = elements.map(|element| (text(&element["title"]), element["weight"].to_string()));
            working([text(&track["title"]), both(words::VALUE), both(words::SUM_INDEX)], rows)
        };
        html! {
            <section id="index">
                <h2>{ both(words::INDEX) }</h2>
                <p>{ both(words::OWN_INDEX) }</p>
                <ol>{ for words::STEPS.map(|step| html! { <li>{ both(step) }</li> }) }</ol>
                { for ["weights", "points"].map(|key| small(source_of(&self.standard["basis"][key]))) }
                { for self.list("tracks").iter().map(of_track) }
            </section>
        }
    }

    fn sources(&self) -> Html {
        let source = |source: &Value| {
            let texts = ["title", "number", "issuers", "note", "reprint"].map(|key| &source[key]);
            let texts = texts.into_iter().filter(|text| !text.is_null());
            html! {
                <li id={format!("source-{}", id(source))}>
                    <b>{ "[" }{ id(source) }{ "]" }</b>{ " " }
                    { for texts.map(|node| html! { <>{ text(node) }{ " " }</> }) }
                    { format!("{} {} ({})", string(source, "date"), string(source, "address"), string(source, "grade")) }
                </li>
            }
        };
        html! {
            <section id="sources">
                <h2>{ both(words::SOURCES) }</h2>
                <ol>{ for self.list("sources").iter().map(source) }</ol>
                <h3>{ both(words::GRADES) }</h3>
                <ul>{ for words::MEANING_OF_GRADES.map(|grade| html! { <li>{ both(grade) }</li> }) }</ul>
                <p>{ both(words::KNOWN_UNTIL) }{ " " }{ string(self.standard, "knownUntil") }</p>
            </section>
        }
    }
}

/// A table to work out a weighted mean by hand: what its rows and its values are, and its sum.
fn working([what, value, sum]: [Html; 3], rows: impl Iterator<Item = (Html, String)>) -> Html {
    let row =
        |(what, weight): (Html, String)| html! { <tr><td>{ what }</td><td>{ weight }</td><td/><td/></tr> };
    html! {
        <table>
            <thead>
                <tr><th>{ what }</th><th>{ both(words::WEIGHT) }</th><th>{ value }</th><th>{ both(words::PRODUCT) }</th></tr>
            </thead>
            <tbody>
                { for rows.map(row) }
                <tr><th>{ sum }</th><td/><td/><td/></tr>
            </tbody>
        </table>
    }
}
