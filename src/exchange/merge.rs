//! Two sets of answers put together: what only one side says is taken, and what both say differently is a conflict, for
//! a person to decide.

use crate::answers::place::Place;
use crate::answers::{Answer, Answers, Extra, keyed};
use crate::document::Node;
use crate::standard::Standard;

/// Whose word counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The answers at hand.
    Mine,
    /// Those that arrived.
    Theirs,
}

/// Two sets of answers of one standard, put together.
#[derive(Clone, Debug, PartialEq)]
pub struct Merge {
    /// Both together; mine where they are in conflict.
    pub merged: Answers,
    /// Where both say something different: track, questions in the order of the standard, what is kept beside them.
    pub conflicts: Vec<Place>,
    /// What was taken from theirs, in the same order.
    pub taken: Vec<Place>,
    theirs: Answers,
}

impl Merge {
    /// The answers with a decision for each conflict, in their order; what is not decided stays mine.
    pub fn resolved(&self, decisions: &[Side]) -> Answers {
        let mut answers = self.merged.clone();
        let decided = self.conflicts.iter().zip(decisions);
        for (place, _) in decided.filter(|(_, side)| **side == Side::Theirs) {
            match place {
                Place::Track => answers.track = self.theirs.track,
                Place::Answer(question) => answers.take(*question, &self.theirs),
                Place::Beside(extra, path) => {
                    let path: Vec<&str> = path.iter().map(String::as_str).collect();
                    answers.keep(*extra, &path, self.theirs.kept(*extra, &path).cloned());
                }
            }
        }
        answers
    }
}

/// How a place stands between two sides and what both came from.
enum Stand {
    Same,
    Mine,
    Theirs,
    Conflict,
}

fn stand<T: PartialEq>(mine: T, base: T, theirs: T) -> Stand {
    match () {
        () if mine == theirs => Stand::Same,
        () if theirs == base => Stand::Mine,
        () if mine == base => Stand::Theirs,
        () => Stand::Conflict,
    }
}

/// Puts two sets of answers together. `base` is what both came from, where that is known; else whatever one side alone
/// says is taken. All of them must have been read against `standard`.
pub fn conflicts(standard: &Standard, base: Option<&Answers>, mine: &Answers, theirs: &Answers) -> Merge {
    let nothing = Answers::new(standard, mine.track);
    let known = base.unwrap_or(&nothing);
    let mut merge = Merge {
        merged: mine.merged(known, theirs),
        conflicts: Vec::new(),
        taken: Vec::new(),
        theirs: theirs.clone(),
    };
    // Without a base a track is no mere default of either side.
    let track = match base {
        None if mine.track != theirs.track => Stand::Conflict,
        _ => stand(mine.track, known.track, theirs.track),
    };
    if let Stand::Conflict = track {
        merge.merged.track = mine.track;
    }
    merge.note(track, || Place::Track);
    for question in 0..standard.questions.len() {
        let [mine, base, theirs] = [mine, known, theirs].map(|answers: &Answers| answers.get(question));
        merge.note(stand::<Option<&Answer>>(mine, base, theirs), || {
            Place::Answer(question)
        });
    }
    for extra in Extra::ALL {
        let [mine, base, theirs] = [mine, known, theirs].map(|answers| answers.extra(extra));
        merge.beside(extra, &mut Vec::new(), [mine, base, theirs]);
    }
    merge
}

impl Merge {
    fn note(&mut self, stand: Stand, place: impl FnOnce() -> Place) {
        match stand {
            Stand::Same | Stand::Mine => {}
            Stand::Theirs => self.taken.push(place()),
            Stand::Conflict => self.conflicts.push(place()),
        }
    }

    /// Goes down where both sides changed something, as far as their maps go, and their lists of things with names.
    fn beside(&mut self, extra: Extra, path: &mut Vec<String>, [mine, base, theirs]: [Option<&Node>; 3]) {
        let found = stand(mine, base, theirs);
        let both = mine.zip(theirs).filter(|_| matches!(found, Stand::Conflict));
        let within = both.and_then(|(mine, theirs)| {
            let is_list = |node: &Node| matches!(node, Node::List(_));
            let alike = is_list(mine) == is_list(theirs);
            // A path cannot lead through such a key of a map.
            let is_step = |(key, _): &(String, Node)| is_list(mine) || !key.contains('=');
            let [ours, others] = [keyed(mine)?, keyed(theirs)?];
            let can_be_named = ours.iter().chain(&others).all(is_step);
            (alike && can_be_named).then_some((is_list(mine), ours, others))
        });
        let Some((is_list, mine, theirs)) = within else {
            let path = path.clone();
            return self.note(found, || Place::Beside(extra, path));
        };
        let base = base.and_then(keyed).unwrap_or_default();
        fn of<'a>(entries: &'a [(String, Node)], key: &str) -> Option<&'a Node> {
            entries.iter().find(|(name, _)| name == key).map(|(_, node)| node)
        }
        let new = theirs.iter().filter(|(key, _)| of(&mine, key).is_none());
        for (key, _) in mine.iter().chain(new) {
            path.push(match is_list {
                true => format!("paper={key}"),
                false => key.clone(),
            });
            self.beside(extra, path, [of(&mine, key), of(&base, key), of(&theirs, key)]);
            path.pop();
        }
    }
}
