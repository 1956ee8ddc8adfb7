//! What the places of a sheet are called.

use super::View;
use crate::answers::Extra;
use crate::answers::place::Place;
use crate::strings::fill;
use crate::widget::draft::NAME;

impl View<'_> {
    /// What is at a place.
    pub fn place_name(&self, place: &Place) -> String {
        let words = &self.words.sheet;
        let (extra, path) = match place {
            Place::Track => return words.track.to_owned(),
            Place::Answer(question) => return self.question(*question).to_owned(),
            Place::Beside(extra, path) => (extra, path),
        };
        let title = match extra {
            Extra::Notes => words.notes,
            Extra::Evidence => words.evidence,
            Extra::Profile => words.profile,
            Extra::Costs => words.costs,
        };
        let steps = path.iter().map(|step| match step.as_str() {
            "plant" => words.plant,
            "figuresAsOf" => words.figures_as_of,
            NAME => words.name,
            step => match self.state.standard.question(step) {
                Some(question) => self.question(question),
                None => step.strip_prefix("paper=").unwrap_or(step),
            },
        });
        let steps: Vec<&str> = steps.collect();
        match steps.is_empty() {
            true => title.to_owned(),
            false => fill(words.within, &[title, &steps.join(" / ")]),
        }
    }
}
