//! How large the shares of numbers are. Part of version 1: changing any of it makes codes unreadable.

/// A class of numbers: multiples of `step` up to `most`, and the share of them all. Counts are in their unit, numbers in
/// hundredths.
pub(super) struct Class {
    most: i64,
    step: i64,
    pub(super) share: u32,
}

const fn class(most: i64, step: i64, share: u32) -> Class {
    Class { most, step, share }
}

impl Class {
    /// Its least value within bounds, and how many values it has there.
    fn within(&self, (min, max): (i64, i64)) -> (i64, u32) {
        let first = min + (-min).rem_euclid(self.step);
        let count = (max.min(self.most) - first).div_euclid(self.step) + 1;
        let count =
            u32::try_from(count.max(0)).expect("less than 2^32 values lie between the bounds of a question");
        (first, count)
    }

    /// How many values it has within bounds.
    pub(super) fn count(&self, bounds: (i64, i64)) -> u32 {
        self.within(bounds).1
    }

    /// The place of a value among them, if it is one.
    pub(super) fn place(&self, bounds: (i64, i64), value: i64) -> Option<u32> {
        let (first, count) = self.within(bounds);
        let place = u32::try_from((value - first).div_euclid(self.step)).ok()?;
        (place < count && (value - first) % self.step == 0).then_some(place)
    }

    /// The value at a place.
    pub(super) fn value(&self, bounds: (i64, i64), place: u32) -> i64 {
        self.within(bounds).0 + self.step * i64::from(place)
    }

    /// The greatest value up to `most` that none of the classes in front of this one has.
    pub(super) fn greatest(&self, bounds: (i64, i64), most: i64, in_front: &[Class]) -> Option<i64> {
        let bounds = (bounds.0, bounds.1.min(most));
        let (first, count) = self.within(bounds);
        // Steps of classes divide 100, so that what stands in front does so within 100 steps, or for all of them.
        let places = (0..i64::from(count)).rev().take(101);
        places
            .map(|place| first + self.step * place)
            .find(|value| in_front.iter().all(|class| class.place(bounds, *value).is_none()))
    }
}

/// A number stands in the first class that has it; the last one has every number. "Unknown" and "does not apply" have a
/// share of 1 each beside them.
pub(super) struct Scheme {
    pub(super) counts: &'static [Class],
    pub(super) numbers: &'static [Class],
}

const ANY: i64 = i64::MAX;

/// For small figures, for counts below 1,000 beside any numbers, and for any.
pub(super) const SCHEMES: [Scheme; 3] = [
    Scheme {
        counts: &[
            class(9, 1, 14),
            class(99, 1, 10),
            class(999, 1, 6),
            class(ANY, 1, 2),
        ],
        numbers: &[
            class(9_900, 100, 8),
            class(99_900, 100, 8),
            class(99_990, 10, 6),
            class(99_999, 1, 6),
            class(ANY, 100, 4),
            class(ANY, 1, 2),
        ],
    },
    Scheme {
        counts: &[class(999, 1, 125), class(ANY, 1, 1)],
        numbers: &[class(ANY, 1, 126)],
    },
    Scheme {
        counts: &[class(ANY, 1, 126)],
        numbers: &[class(ANY, 1, 126)],
    },
];
/// The shares of the three.
pub(super) const SCHEME_SHARES: [u32; 3] = [1, 2, 1];

/// Shares of "not answered yet" and of any answer, by how many are missing.
pub(super) const PRESENCES: [[u32; 2]; 4] = [[0, 1], [1, 7], [1, 1], [7, 1]];
/// The shares of the four.
pub(super) const PRESENCE_SHARES: [u32; 4] = [5, 1, 1, 1];

/// Which presence fits so many missing answers: the cheapest of those that allow them.
pub(super) fn presence(missing: usize, questions: usize) -> usize {
    match missing * 7 {
        0 => 0,
        sevenths if sevenths <= questions * 2 => 1,
        sevenths if sevenths <= questions * 5 => 2,
        _ => 3,
    }
}

/// Shares of "nothing is answered on other tracks" and of "something is".
pub(super) const OTHERS: [u32; 2] = [15, 1];

/// So many options of many-of count for its share beside "unknown".
pub(super) const MOST_OPTIONS: usize = 16;
