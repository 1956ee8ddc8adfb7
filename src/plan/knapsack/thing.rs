//! What may be raised, and what each of its levels costs and brings.

/// A level of one thing: what it costs and brings above its start. Packed, because lists of what is aligned to 16
/// bytes are copied at each growth.
#[derive(Clone, Copy, Debug)]
#[repr(Rust, packed(8))]
pub(in crate::plan) struct Level {
    /// What is to be least.
    pub cost: i64,
    /// What decides between equals.
    pub second: i64,
    /// What it brings.
    pub gain: i128,
    /// What the caller knows it by.
    pub id: i64,
}

/// One thing that may be raised.
#[derive(Clone, Debug)]
pub(in crate::plan) enum Thing {
    /// Levels from none at all upwards; cost and gain rise strictly, the first one costs nothing.
    Levels(Vec<Level>),
    /// Up to `most` equal units, each of which costs and brings something.
    Units { unit: Level, most: i64 },
}

/// Cost, second cost and gain.
pub(super) type Sums = (i64, i64, i128);

impl Thing {
    /// Sorts levels and leaves out those that another one beats.
    pub(in crate::plan) fn levels(mut levels: Vec<Level>) -> Thing {
        // The levels of one question mostly come as they are wanted.
        if !levels.is_sorted_by(|a, b| a.cost < b.cost) {
            levels.sort_unstable_by(|a, b| {
                let (gain, other) = (a.gain, b.gain);
                let costs = a.cost.cmp(&b.cost).then(other.cmp(&gain));
                costs.then(a.second.cmp(&b.second)).then(a.id.cmp(&b.id))
            });
        }
        let mut most = -1;
        levels.retain(|level| {
            let better = level.gain > most;
            most = most.max(level.gain);
            better
        });
        Thing::Levels(levels)
    }

    /// What a pick comes to: a level by its place, or a number of units.
    pub(super) fn at(&self, pick: i64) -> Sums {
        match self {
            Thing::Levels(levels) => {
                let level = &levels[pick as usize];
                (level.cost, level.second, level.gain)
            }
            Thing::Units { unit, .. } => (unit.cost * pick, unit.second * pick, unit.gain * i128::from(pick)),
        }
    }

    /// The greatest pick.
    pub(super) fn last(&self) -> i64 {
        match self {
            Thing::Levels(levels) => levels.len() as i64 - 1,
            Thing::Units { most, .. } => *most,
        }
    }
}
