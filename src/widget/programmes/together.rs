//! The verdict on the conditions of a programme together, and on how many of them it is.

use super::context::ProgrammesContext;
use crate::programmes::Check;
use crate::strings::fill;
use yew::{Html, html};

/// What can be said of the conditions together, for each category, and of how many where others are not checked.
pub fn verdicts(context: &ProgrammesContext, index: usize) -> Html {
    let programme = &context.programmes.programmes[index];
    let judged = &context.judged[index];
    let mut readings = judged.conditions.iter().flat_map(|condition| &condition.readings);
    let to_be_cleared = readings.any(|reading| reading.contradicted);
    let titles = programme
        .categories
        .iter()
        .map(|category| context.view.text(&category.title));
    let pairs = judged.verdicts.iter().zip(titles.chain([""])).enumerate();
    html! {
        for (category, verdict, title) in pairs.filter_map(|(at, (verdict, title))| Some((at, (*verdict)?, title))) {
            <span class="together">
                <span>{ title }</span>
                { " " }
                <span>{ of_how_many(context, index, category) }</span>
                { " " }
                { context.view.badge(verdict, to_be_cleared) }
            </span>
        }
    }
}

/// How many of the conditions a verdict is on, where it is not on all that hold for the category.
fn of_how_many(context: &ProgrammesContext, index: usize, category: usize) -> String {
    let programme = &context.programmes.programmes[index];
    let pairs = programme.conditions.iter().zip(&context.judged[index].conditions);
    let (checked, unchecked): (Vec<_>, Vec<_>) = pairs
        .filter(|(condition, _)| condition.category.is_none_or(|its| its == category))
        .partition(|(_, judged)| judged.verdict.is_some());
    if unchecked.is_empty() {
        return String::new();
    }
    let are_of_standard = checked
        .iter()
        .all(|(condition, _)| matches!(condition.check, Check::Criterion { .. }));
    let text = match are_of_standard {
        true => context.words.verdict_of_known,
        false => context.words.verdict_of_checked,
    };
    fill(text, &[&checked.len().to_string()])
}
