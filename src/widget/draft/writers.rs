//! Whose changes a draft holds.

/// How many windows a text names: those that changed it last.
const MOST_WRITERS: usize = 16;

/// Whose changes a draft holds: of each window the number of its newest one. A change has a higher number than all that
/// its window had seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Writers(Vec<(String, u64)>);

impl Writers {
    /// The number of the newest change of a window; 0 where there is none.
    pub fn newest_of(&self, writer: &str) -> u64 {
        let found = self.0.iter().find(|(name, _)| name == writer);
        found.map_or_else(|| self.forgotten(), |(_, number)| *number)
    }

    /// Up to which number a window that is not named may have been let go of: those with the lowest numbers are.
    fn forgotten(&self) -> u64 {
        let least = self.0.iter().map(|(_, number)| *number).min();
        least.filter(|_| self.0.len() >= MOST_WRITERS).unwrap_or_default()
    }

    /// One change of a window.
    pub fn one(writer: &str, number: u64) -> Writers {
        Writers(vec![(writer.to_owned(), number)])
    }

    /// Whether nobody has changed anything.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Notes a change of a window, if it is newer than those that are known.
    pub fn raise(&mut self, writer: &str, number: u64) {
        if self.newest_of(writer) >= number {
            return;
        }
        self.0.retain(|(name, _)| name != writer);
        self.0.push((writer.to_owned(), number));
        if self.0.len() > MOST_WRITERS {
            let least = self.0.iter().map(|(_, number)| *number).min();
            let place = self.0.iter().position(|(_, number)| Some(*number) == least);
            place.map(|place| self.0.remove(place));
        }
    }

    /// Whether nothing of `other` is missing here.
    pub fn covers(&self, other: &Writers) -> bool {
        other
            .0
            .iter()
            .all(|(writer, number)| self.newest_of(writer) >= *number)
    }

    /// Each window with the number of its newest change.
    pub fn entries(&self) -> impl Iterator<Item = (&str, u64)> {
        self.0.iter().map(|(writer, number)| (writer.as_str(), *number))
    }

    /// The number of the next change.
    pub fn next(&self) -> u64 {
        self.0.iter().map(|(_, number)| *number).max().unwrap_or_default() + 1
    }

    /// Takes in the changes of another.
    pub fn join(&mut self, other: &Writers) {
        other
            .entries()
            .for_each(|(writer, number)| self.raise(writer, number));
    }

    /// What is here and not in `other`.
    pub fn beyond(&self, other: &Writers) -> Writers {
        let new = self
            .entries()
            .filter(|(writer, number)| other.newest_of(writer) < *number);
        Writers(new.map(|(writer, number)| (writer.to_owned(), number)).collect())
    }
}
