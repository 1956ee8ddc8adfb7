//! The questionnaire as a page without any script, to be filled in on paper: every question of every track, the published
//! conditions, the working of the index by hand, and the documents behind it. Made from the data of a standard at each
//! build, so that it says what the widget says.

mod parts;
mod words;

use crate::data::Document;
use anyhow::{Context, Result};
use parts::{Both, both, question, source_of, text};
use serde_json::Value;
use std::fmt::Write as _;
use words::{GRADES, STEPS, WORDS};

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
    let others = standards
        .iter()
        .filter(|other| other.based_on.as_deref() == Some(STANDARD));
    let others: Vec<Value> = others.map(value).collect::<Result<_>>()?;
    Ok(Page {
        standard: &standard,
        others: &others,
    }
    .html())
}

struct Page<'a> {
    standard: &'a Value,
    others: &'a [Value],
}

impl Page<'_> {
    fn list(&self, key: &str) -> &[Value] {
        list(self.standard, key)
    }

    fn html(&self) -> String {
        let mut out = String::new();
        let title = text(&self.standard["title"]);
        let head = "<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n\
            <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
            <title>智能制造自评表 · Smart manufacturing self-check form</title>\n\
            <link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"form.css\">\n</head>\n<body>\n<main>\n";
        out.push_str(head);
        line(&mut out, "h1", WORDS.title);
        let _ = writeln!(out, "<p>{title}</p>");
        line(&mut out, "p", WORDS.not_a_determination);
        let _ = writeln!(out, "<p>{}</p>", text(&self.standard["standing"]));
        line(&mut out, "p", WORDS.about);
        for label in WORDS.blanks {
            let _ = writeln!(
                out,
                "<p class=\"blank\"><label>{} <input type=\"text\"></label></p>",
                both(label)
            );
        }
        let _ = writeln!(out, "<fieldset>\n<legend>{}</legend>", both(WORDS.track));
        for track in self.list("tracks") {
            let _ = writeln!(
                out,
                "<p><label><input type=\"radio\" name=\"track\"> {}</label> <small>{}</small></p>",
                text(&track["title"]),
                text(&track["about"])
            );
        }
        out.push_str("</fieldset>\n");
        let mut number = 0;
        self.conditions(&mut out, &mut number);
        for element in self.list("elements") {
            self.element(&mut out, element, &mut number);
        }
        self.effects(&mut out, &mut number);
        self.index(&mut out);
        self.sources(&mut out);
        out.push_str("</main>\n</body>\n</html>\n");
        out
    }

    fn questions(&self, out: &mut String, number: &mut usize, belongs: impl Fn(&Value) -> bool) {
        for asked in self.list("questions").iter().filter(|question| belongs(question)) {
            *number += 1;
            question(out, self.standard, asked, *number);
        }
    }

    /// The published conditions, with the questions that they rest on.
    fn conditions(&self, out: &mut String, number: &mut usize) {
        out.push_str("<section id=\"conditions\">\n");
        line(out, "h2", WORDS.conditions);
        let criteria = self.list("criteria");
        let readings = || criteria.iter().flat_map(|criterion| list(criterion, "readings"));
        let questions: Vec<&Value> = readings()
            .flat_map(|reading| list(reading, "sumOf").iter().chain(list(reading, "eachOf")))
            .collect();
        self.questions(out, number, |question| questions.contains(&&question["id"]));
        line(out, "p", WORDS.how_conditions);
        for criterion in criteria {
            let at_least = &criterion["atLeast"];
            let _ = writeln!(
                out,
                "<div class=\"criterion\" id=\"criterion-{}\">\n<h3>{}: {} {}</h3>\n<p><small>{}</small></p>",
                id(criterion),
                text(&criterion["title"]),
                both(WORDS.at_least),
                at_least["value"],
                source_of(at_least)
            );
            for other in self.others {
                let same = list(other, "criteria")
                    .iter()
                    .find(|known| known["id"] == criterion["id"]);
                let said = match same {
                    Some(same) => format!("{} {}", both(WORDS.at_least), same["atLeast"]["value"]),
                    None => both(WORDS.none_of_this),
                };
                let edition = other["edition"].as_str().unwrap_or_default();
                let _ = writeln!(
                    out,
                    "<p><small>{} {edition}: {said}</small></p>",
                    both(WORDS.edition)
                );
            }
            out.push_str("<ul>\n");
            for reading in list(criterion, "readings") {
                let (parts, joint) = match list(reading, "sumOf") {
                    [] => (list(reading, "eachOf"), both(WORDS.each)),
                    parts => (parts, " + ".to_owned()),
                };
                let parts: Vec<String> = parts.iter().map(|part| self.number_of(part)).collect();
                let _ = writeln!(
                    out,
                    "<li data-reading=\"{}\">{}: {} = ______ <label><input type=\"checkbox\"> {}</label></li>",
                    id(reading),
                    text(&reading["text"]),
                    parts.join(&joint),
                    both(WORDS.reached)
                );
            }
            out.push_str("</ul>\n");
            for note in list(criterion, "notes") {
                let _ = writeln!(out, "<p><small>{}</small></p>", text(note));
            }
            out.push_str("</div>\n");
        }
        line(out, "p", WORDS.verdict);
        for relation in self.list("relations") {
            let _ = writeln!(out, "<p><small>{}</small></p>", text(&relation["text"]));
        }
        out.push_str("</section>\n");
    }

    /// How a question is named in a working: by what it asks.
    fn number_of(&self, id: &Value) -> String {
        let found = self
            .list("questions")
            .iter()
            .find(|question| question["id"] == *id);
        found.map_or_else(String::new, |question| format!("“{}”", text(&question["text"])))
    }

    /// An element: its questions and rates, and how its points are worked out.
    fn element(&self, out: &mut String, element: &Value, number: &mut usize) {
        let _ = writeln!(
            out,
            "<section id=\"element-{}\">\n<h2>{}{}</h2>\n<p>{}</p>",
            id(element),
            text(&element["title"]),
            parts::tracks(self.standard, element),
            text(&element["about"])
        );
        self.questions(out, number, |question| question["element"] == element["id"]);
        let _ = writeln!(
            out,
            "<table>\n<thead><tr><th>{}</th><th>{}</th><th>{}</th><th>{}</th></tr></thead>\n<tbody>",
            both(WORDS.item),
            both(WORDS.weight),
            both(WORDS.points),
            both(WORDS.product)
        );
        let row = |out: &mut String, what: String, item: &Value| {
            let tracks = parts::tracks(self.standard, item);
            let _ = writeln!(
                out,
                "<tr><td>{what}{tracks}</td><td>{}</td><td></td><td></td></tr>",
                item["weight"]
            );
        };
        for item in self.list("questions") {
            if item["element"] == element["id"] && !item["weight"].is_null() {
                row(out, text(&item["text"]), item);
            }
        }
        for rate in self.list("rates") {
            if rate["element"] == element["id"] {
                let parts = [&rate["part"], &rate["total"]].map(|part| self.number_of(part));
                let what = format!("{} = {} ÷ {} × 100", text(&rate["title"]), parts[0], parts[1]);
                row(
                    out,
                    format!("{what} <small>{}</small>", source_of(&rate["basis"])),
                    rate,
                );
            }
        }
        let _ = writeln!(
            out,
            "<tr><th>{}</th><td></td><td></td><td></td></tr>\n</tbody>\n</table>",
            both(WORDS.sum)
        );
        for rate in self
            .list("rates")
            .iter()
            .filter(|rate| rate["element"] == element["id"])
        {
            parts::references(out, rate);
        }
        out.push_str("</section>\n");
    }

    /// The figures before and after an upgrade.
    fn effects(&self, out: &mut String, number: &mut usize) {
        let effects = self.list("effects");
        if effects.is_empty() {
            return;
        }
        out.push_str("<section id=\"effects\">\n");
        line(out, "h2", WORDS.effects);
        line(out, "p", WORDS.about_effects);
        for effect in effects {
            let ends = [&effect["before"], &effect["after"]];
            self.questions(out, number, |question| ends.contains(&&question["id"]));
            let how = if effect["direction"] == "up" {
                WORDS.rise
            } else {
                WORDS.fall
            };
            let _ = writeln!(
                out,
                "<p>{}: {} = ______ % <small>{}</small></p>",
                text(&effect["title"]),
                both(how),
                source_of(&effect["basis"])
            );
            parts::references(out, effect);
        }
        out.push_str("</section>\n");
    }

    /// How the index is worked out by hand.
    fn index(&self, out: &mut String) {
        out.push_str("<section id=\"index\">\n");
        line(out, "h2", WORDS.index);
        line(out, "p", WORDS.own_index);
        out.push_str("<ol>\n");
        for step in STEPS {
            line(out, "li", step);
        }
        out.push_str("</ol>\n");
        for key in ["weights", "points"] {
            let _ = writeln!(
                out,
                "<p><small>{}</small></p>",
                source_of(&self.standard["basis"][key])
            );
        }
        for track in self.list("tracks") {
            let _ = writeln!(
                out,
                "<table>\n<thead><tr><th>{}</th><th>{}</th><th>{}</th><th>{}</th></tr></thead>\n<tbody>",
                text(&track["title"]),
                both(WORDS.weight),
                both(WORDS.value),
                both(WORDS.product)
            );
            for element in self
                .list("elements")
                .iter()
                .filter(|element| parts::is_on(element, &track["id"]))
            {
                let _ = writeln!(
                    out,
                    "<tr><td>{}</td><td>{}</td><td></td><td></td></tr>",
                    text(&element["title"]),
                    element["weight"]
                );
            }
            let _ = writeln!(
                out,
                "<tr><th>{}</th><td></td><td></td><td></td></tr>\n</tbody>\n</table>",
                both(WORDS.sum_index)
            );
        }
        out.push_str("</section>\n");
    }

    fn sources(&self, out: &mut String) {
        out.push_str("<section id=\"sources\">\n");
        line(out, "h2", WORDS.sources);
        out.push_str("<ol>\n");
        for source in self.list("sources") {
            let _ = write!(out, "<li id=\"source-{0}\"><b>[{0}]</b> ", id(source));
            for key in ["title", "number", "issuers", "note", "reprint"] {
                if !source[key].is_null() {
                    let _ = write!(out, "{} ", text(&source[key]));
                }
            }
            for key in ["date", "address"] {
                let _ = write!(
                    out,
                    "{} ",
                    parts::escaped(source[key].as_str().unwrap_or_default())
                );
            }
            let _ = writeln!(
                out,
                "({})</li>",
                parts::escaped(source["grade"].as_str().unwrap_or_default())
            );
        }
        out.push_str("</ol>\n");
        line(out, "h3", WORDS.grades);
        out.push_str("<ul>\n");
        for grade in GRADES {
            line(out, "li", grade);
        }
        out.push_str("</ul>\n");
        let until = self.standard["knownUntil"].as_str().unwrap_or_default();
        let _ = writeln!(out, "<p>{} {until}</p>\n</section>", both(WORDS.known_until));
    }
}

/// A list of a document; none where it has none.
fn list<'a>(node: &'a Value, key: &str) -> &'a [Value] {
    node[key].as_array().map_or(&[], Vec::as_slice)
}

fn id(node: &Value) -> &str {
    node["id"].as_str().unwrap_or_default()
}

fn line(out: &mut String, tag: &str, words: Both) {
    let _ = writeln!(out, "<{tag}>{}</{tag}>", both(words));
}
