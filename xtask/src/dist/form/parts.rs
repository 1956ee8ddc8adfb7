//! Pieces of the form: texts in both languages, a question with its choices, sources.

use super::words;
use serde_json::Value;
use yew::{Html, html};

/// Chinese and English.
pub type Both = [&'static str; 2];

/// Words in both languages, Chinese first.
pub fn both([zh, en]: Both) -> Html {
    html! { <>{ zh }{ " " }<span lang="en">{ en }</span></> }
}

/// A text of the data in both languages.
pub fn text(node: &Value) -> Html {
    html! { <>{ string(node, "zh-CN") }{ " " }<span lang="en">{ string(node, "en") }</span></> }
}

/// A list of a document; none where it has none.
pub fn list<'a>(node: &'a Value, key: &str) -> &'a [Value] {
    node[key].as_array().map_or(&[], Vec::as_slice)
}

/// A text of a document that has no language; empty where it has none.
pub fn string(node: &Value, key: &str) -> String {
    node[key].as_str().unwrap_or_default().to_owned()
}

/// The id of something.
pub fn id(node: &Value) -> String {
    string(node, "id")
}

/// A paragraph in small print.
pub fn small(content: Html) -> Html {
    html! { <p><small>{ content }</small></p> }
}

/// A line to write on.
pub fn blank(name: Option<String>, label: Html) -> Html {
    match name {
        Some(name) => {
            html! { <p class="blank"><label><input type="text" {name}/>{ " " }{ label }</label></p> }
        }
        None => html! { <p class="blank"><label>{ label }{ " " }<input type="text"/></label></p> },
    }
}

/// Items with something between them.
pub fn joined(items: impl Iterator<Item = Html>, joint: Html) -> Html {
    let with_joint = |(at, item)| match at {
        0 => item,
        _ => html! { <>{ joint.clone() }{ item }</> },
    };
    html! { { for items.enumerate().map(with_joint) } }
}

/// What a question asks, as it is named elsewhere.
pub fn quoted(question: &Value) -> Html {
    html! { <>{ "“" }{ text(&question["text"]) }{ "”" }</> }
}

/// Hundredths of a percent as people write them: 3333 is 33.33.
pub fn shown_points(points: &Value) -> String {
    let points = points.as_u64().unwrap_or_default();
    let shown = format!("{}.{:02}", points / 100, points % 100);
    shown.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Whether something is there on a track.
pub fn is_on(node: &Value, track: &Value) -> bool {
    node["tracks"].is_null() || list(node, "tracks").contains(track)
}

/// For which tracks alone something is there; nothing where it is there for all.
pub fn tracks(standard: &Value, node: &Value) -> Html {
    let all = list(standard, "tracks");
    let named: Vec<&Value> = all.iter().filter(|track| is_on(node, &track["id"])).collect();
    if named.len() == all.len() {
        return Html::default();
    }
    let named = named.into_iter().map(|track| text(&track["title"]));
    html! { <>{ " " }<small>{ "(" }{ both(words::ONLY) }{ " " }{ joined(named, html! { ", " }) }{ ")" }</small></> }
}

/// Document, clause and grade of a figure or a rule.
pub fn source_of(basis: &Value) -> Html {
    let clause = match &basis["clause"] {
        Value::String(word) if word == "not-noted" => both(words::NOT_NOTED),
        Value::String(_) => both(words::NOT_SEEN),
        clause => text(clause),
    };
    html! {
        <>
            { both(words::SOURCE) }{ format!(" [{}] ", string(basis, "source")) }{ clause }{ " · " }
            { both(words::GRADE) }{ " " }{ string(basis, "grade") }
        </>
    }
}

/// Published figures beside a question, a rate or an effect.
pub fn references(node: &Value) -> Html {
    let figure = |figure: &Value| {
        let sign = match figure["relation"].as_str() {
            Some("at-least") => "≥ ",
            Some("more-than") => "> ",
            _ => "",
        };
        let note = &figure["note"];
        let note = if note.is_null() { Html::default() } else { text(note) };
        small(html! {
            <>
                { both(words::REFERENCE) }{ format!(": {sign}{} {} ", figure["value"], string(figure, "unit")) }
                { note }{ " " }{ source_of(figure) }
            </>
        })
    };
    html! { { for list(node, "references").iter().map(figure) } }
}

/// A question with what can be ticked or written, and all that helps to answer it.
pub fn question(standard: &Value, question: &Value, number: usize) -> Html {
    let options = list(question, "options");
    let points = |points: String| html! { <>{ " " }<small>{ "[" }{ points }{ "]" }</small></> };
    let pick = |kind: &'static str, value: String, label: Html| {
        html! { <p><label><input type={kind} name={id(question)} {value}/>{ " " }{ label }</label></p> }
    };
    let (open, answers) = match question["kind"].as_str() {
        Some("one-of") => {
            let label = |option: &Value| html! { <>{ text(&option["text"]) }{ points(shown_points(&option["points"])) }</> };
            let picks = options.iter().map(|option| pick("radio", id(option), label(option)));
            ("radio", html! { { for picks } })
        }
        Some("many-of") => {
            let picks = options.iter().map(|option| pick("checkbox", id(option), text(&option["text"])));
            let each = html! { <>{ both(words::EACH_CHOICE) }{ format!(": 100 ÷ {}", options.len()) }</> };
            ("checkbox", html! { <>{ for picks }{ small(each) }</> })
        }
        Some("yes-no") => {
            let picks =
                [("true", words::YES, "100"), ("false", words::NO, "0")].map(|(value, label, worth)| {
                    pick(
                        "radio",
                        value.to_owned(),
                        html! { <>{ both(label) }{ points(worth.to_owned()) }</> },
                    )
                });
            ("radio", html! { { for picks } })
        }
        _ => ("checkbox", blank(Some(id(question)), text(&question["unit"]))),
    };
    let helps = [
        (words::COUNTS, "counts"),
        (words::COUNTS_NOT, "countsNot"),
        (words::AS_OF, "asOf"),
        (words::EXAMPLE, "example"),
    ];
    let help = |label: Both, content: Html| small(html! { <><b>{ both(label) }</b>{ " " }{ content }</> });
    html! {
        <fieldset id={format!("q-{}", id(question))}>
            <legend>{ format!("{number}. ") }{ text(&question["text"]) }{ tracks(standard, question) }</legend>
            { asked_if(standard, &question["askedIf"]) }
            { answers }
            { pick(open, "unknown".to_owned(), both(words::UNKNOWN)) }
            if question["notApplicable"] == true {
                { pick(open, "not-applicable".to_owned(), both(words::NOT_APPLICABLE)) }
            }
            { for helps.map(|(label, key)| help(label, text(&question[key]))) }
            { help(words::EVIDENCE, joined(list(question, "evidence").iter().map(text), html! { "; " })) }
            { small(source_of(&question["basis"])) }
            { references(question) }
        </fieldset>
    }
}

/// On which answer it depends whether a question is asked.
fn asked_if(standard: &Value, condition: &Value) -> Html {
    let with_id =
        |node: &Value, key: &str, id: &Value| list(node, key).iter().find(|one| one["id"] == *id).cloned();
    let Some(earlier) = with_id(standard, "questions", &condition["question"]) else {
        return Html::default();
    };
    let (label, answer) = match with_id(&earlier, "options", &condition["atLeast"]) {
        Some(option) => (
            words::ASKED_IF,
            html! { <>{ " → " }{ text(&option["text"]) }{ " " }{ both(words::OR_BETTER) }</> },
        ),
        None => (words::ASKED_IF_YES, Html::default()),
    };
    small(html! { <>{ both(label) }{ " " }{ quoted(&earlier) }{ answer }</> })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn points_are_written_as_people_do() {
        for (points, shown) in [(0, "0"), (3333, "33.33"), (6670, "66.7"), (10000, "100"), (5, "0.05")] {
            assert_eq!(shown_points(&json!(points)), shown);
        }
    }

    #[test]
    fn a_text_cannot_become_a_tag() {
        let html = super::super::rendered(text(&json!({ "zh-CN": "<b>&", "en": "a > b" })));
        assert_eq!(
            html.expect("a text"),
            "<!doctype html>\n&lt;b&gt;&amp; <span lang=\"en\">a &gt; b</span>\n"
        );
    }
}
