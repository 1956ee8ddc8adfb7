//! Pieces of the form: texts in both languages, a question with its choices, sources.

use super::words::WORDS;
use super::{id, list};
use serde_json::Value;
use std::fmt::Write as _;

/// Chinese and English.
pub type Both = [&'static str; 2];

/// Words in both languages, Chinese first.
pub fn both([zh, en]: Both) -> String {
    format!("{} <span lang=\"en\">{}</span>", escaped(zh), escaped(en))
}

/// A text of the data in both languages.
pub fn text(node: &Value) -> String {
    let of = |lang: &str| escaped(node[lang].as_str().unwrap_or_default());
    format!("{} <span lang=\"en\">{}</span>", of("zh-CN"), of("en"))
}

/// A text between tags.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
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
pub fn tracks(standard: &Value, node: &Value) -> String {
    let named = list(standard, "tracks")
        .iter()
        .filter(|track| is_on(node, &track["id"]));
    let named: Vec<String> = named.map(|track| text(&track["title"])).collect();
    if named.len() == list(standard, "tracks").len() {
        return String::new();
    }
    format!(" <small>({} {})</small>", both(WORDS.only), named.join(", "))
}

/// Document, clause and grade of a figure or a rule.
pub fn source_of(basis: &Value) -> String {
    let clause = match &basis["clause"] {
        Value::String(word) if word == "not-noted" => both(WORDS.not_noted),
        Value::String(_) => both(WORDS.not_seen),
        clause => text(clause),
    };
    let of = |key: &str| escaped(basis[key].as_str().unwrap_or_default());
    format!(
        "{} [{}] {clause} · {} {}",
        both(WORDS.source),
        of("source"),
        both(WORDS.grade),
        of("grade")
    )
}

/// Published figures beside a question, a rate or an effect.
pub fn references(out: &mut String, node: &Value) {
    for figure in list(node, "references") {
        let sign = match figure["relation"].as_str() {
            Some("at-least") => "≥ ",
            Some("more-than") => "> ",
            _ => "",
        };
        let note = if figure["note"].is_null() {
            String::new()
        } else {
            text(&figure["note"])
        };
        let unit = escaped(figure["unit"].as_str().unwrap_or_default());
        let _ = writeln!(
            out,
            "<p><small>{}: {sign}{} {unit} {note} {}</small></p>",
            both(WORDS.reference),
            figure["value"],
            source_of(figure)
        );
    }
}

/// A question with what can be ticked or written, and all that helps to answer it.
pub fn question(out: &mut String, standard: &Value, question: &Value, number: usize) {
    let name = id(question);
    let _ = writeln!(
        out,
        "<fieldset id=\"q-{name}\">\n<legend>{number}. {}{}</legend>",
        text(&question["text"]),
        tracks(standard, question)
    );
    asked_if(out, standard, &question["askedIf"]);
    let pick = |out: &mut String, kind: &str, value: &str, words: &str| {
        let _ = writeln!(
            out,
            "<p><label><input type=\"{kind}\" name=\"{name}\" value=\"{value}\"> {words}</label></p>"
        );
    };
    let options = list(question, "options");
    let open = match question["kind"].as_str() {
        Some("one-of") => {
            for option in options {
                let words = format!(
                    "{} <small>[{}]</small>",
                    text(&option["text"]),
                    shown_points(&option["points"])
                );
                pick(out, "radio", id(option), &words);
            }
            "radio"
        }
        Some("many-of") => {
            for option in options {
                pick(out, "checkbox", id(option), &text(&option["text"]));
            }
            let _ = writeln!(
                out,
                "<p><small>{}: 100 ÷ {}</small></p>",
                both(WORDS.each_choice),
                options.len()
            );
            "checkbox"
        }
        Some("yes-no") => {
            pick(
                out,
                "radio",
                "true",
                &format!("{} <small>[100]</small>", both(WORDS.yes)),
            );
            pick(
                out,
                "radio",
                "false",
                &format!("{} <small>[0]</small>", both(WORDS.no)),
            );
            "radio"
        }
        _ => {
            let unit = text(&question["unit"]);
            let _ = writeln!(
                out,
                "<p class=\"blank\"><label><input type=\"text\" name=\"{name}\"> {unit}</label></p>"
            );
            "checkbox"
        }
    };
    pick(out, open, "unknown", &both(WORDS.unknown));
    if question["notApplicable"] == true {
        pick(out, open, "not-applicable", &both(WORDS.not_applicable));
    }
    let helps = [
        (WORDS.counts, "counts"),
        (WORDS.counts_not, "countsNot"),
        (WORDS.as_of, "asOf"),
        (WORDS.example, "example"),
    ];
    for (label, key) in helps {
        let _ = writeln!(
            out,
            "<p><small><b>{}</b> {}</small></p>",
            both(label),
            text(&question[key])
        );
    }
    let papers: Vec<String> = list(question, "evidence").iter().map(text).collect();
    let _ = writeln!(
        out,
        "<p><small><b>{}</b> {}</small></p>",
        both(WORDS.evidence),
        papers.join("; ")
    );
    let _ = writeln!(out, "<p><small>{}</small></p>", source_of(&question["basis"]));
    references(out, question);
    out.push_str("</fieldset>\n");
}

/// On which answer it depends whether a question is asked.
fn asked_if(out: &mut String, standard: &Value, condition: &Value) {
    let earlier = |question: &&Value| question["id"] == condition["question"];
    let Some(earlier) = list(standard, "questions").iter().find(earlier) else {
        return;
    };
    let option = list(earlier, "options")
        .iter()
        .find(|option| option["id"] == condition["atLeast"]);
    let (label, answer) = match option {
        Some(option) => (
            WORDS.asked_if,
            format!(" → {} {}", text(&option["text"]), both(WORDS.or_better)),
        ),
        None => (WORDS.asked_if_yes, String::new()),
    };
    let _ = writeln!(
        out,
        "<p><small>{} “{}”{answer}</small></p>",
        both(label),
        text(&earlier["text"])
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn points_are_written_as_people_do() {
        for (points, shown) in [
            (0, "0"),
            (3333, "33.33"),
            (6670, "66.7"),
            (10000, "100"),
            (5, "0.05"),
        ] {
            assert_eq!(shown_points(&json!(points)), shown);
        }
    }

    #[test]
    fn a_text_cannot_become_a_tag() {
        assert_eq!(
            text(&json!({ "zh-CN": "<b>&", "en": "a > b" })),
            "&lt;b&gt;&amp; <span lang=\"en\">a &gt; b</span>"
        );
    }
}
