//! The cheapest choice of one level for each of several independent things, so that their gains add up to what is
//! needed: exact, by lists of states that no other one beats, grown from the best broken solution outwards.

use std::cmp::Ordering;
use std::ops::Range;

mod broken;
mod rate;
mod thing;

pub(super) use thing::{Level, Thing};

use super::quotient;
use crate::assess::common_divisor;
use broken::Best;
use rate::{Rate, Scale};
use thing::Sums;

/// The cheapest choice.
pub(super) struct Chosen {
    pub cost: i64,
    /// For each thing the id of its level, or its number of units.
    pub picks: Vec<i64>,
}

/// Some picks that differ from the broken solution, and what all picks come to. Packed as a [`Level`] is.
#[derive(Clone, Copy)]
#[repr(Rust, packed(8))]
struct State {
    cost: i64,
    second: i64,
    gain: i128,
    /// The pick of the thing of its layer.
    pick: i64,
    /// Place of the state that it grew from.
    parent: u32,
    thing: u32,
}

/// The cheapest choice whose gains add up to `need`, if it costs less than `below`.
pub(super) fn cheapest(things: &[Thing], need: i128, below: i64) -> Option<Chosen> {
    let mut solver = Solver::new(things, need, below);
    if solver.states[0].gain >= need {
        return (0 < below).then(|| solver.chosen(0));
    }
    if solver.most < need {
        return None;
    }
    let broken = solver.start();
    let order = solver.order(broken);
    solver.grow(&order);
    let (_, _, place) = solver.best;
    place.map(|place| solver.chosen(place))
}

struct Solver<'a> {
    things: &'a [Thing],
    need: i128,
    /// All that can be gained.
    most: i128,
    scale: Scale,
    /// What every cost is a multiple of.
    grain: i64,
    /// The picks of the broken solution.
    base: Vec<i64>,
    states: Vec<State>,
    /// Cost and second cost of the best choice so far, and its state.
    best: (i64, i64, Option<usize>),
}

impl<'a> Solver<'a> {
    fn new(things: &'a [Thing], need: i128, below: i64) -> Solver<'a> {
        let mut grain = 0;
        let mut divide = |cost: i64| grain = common_divisor(grain, cost);
        let (mut all, mut most) = (0, 0);
        let (mut second, mut gain) = (0, 0);
        for thing in things {
            match thing {
                Thing::Levels(levels) => levels.iter().for_each(|level| divide(level.cost)),
                Thing::Units { unit, .. } => divide(unit.cost),
            }
            let (first, last) = (thing.at(0), thing.at(thing.last()));
            (second, gain) = (second + first.1, gain + first.2);
            (all, most) = (all + last.0, most + last.2);
        }
        let grain = grain.max(1);
        let below = ((below - 1) / grain * grain).saturating_add(grain);
        let mut states = Vec::with_capacity(64);
        states.push(State {
            cost: 0,
            second,
            gain,
            pick: 0,
            parent: 0,
            thing: u32::MAX,
        });
        Solver {
            things,
            need,
            most,
            scale: Scale::new(most.max(need), all),
            grain,
            base: vec![0; things.len()],
            states,
            best: (below, 0, None),
        }
    }

    /// What another pick of a thing changes in the broken solution.
    fn change(&self, thing: usize, pick: i64) -> Sums {
        let (from, to) = (
            self.things[thing].at(self.base[thing]),
            self.things[thing].at(pick),
        );
        (to.0 - from.0, to.1 - from.1, to.2 - from.2)
    }

    /// The state at `parent` with another pick of a thing, which changes so much.
    fn moved(&self, parent: usize, change: Sums, thing: usize, pick: i64) -> State {
        let before = &self.states[parent];
        State {
            cost: before.cost + change.0,
            second: before.second + change.1,
            gain: before.gain + change.2,
            pick,
            parent: parent as u32,
            thing: thing as u32,
        }
    }

    /// Keeps a choice that is enough and better than the best one.
    fn note(&mut self, state: State) {
        let better = match self.best.2 {
            Some(_) => (state.cost, state.second) < (self.best.0, self.best.1),
            None => state.cost < self.best.0,
        };
        if state.gain >= self.need && better {
            self.best = (state.cost, state.second, Some(self.states.len()));
            // It stands among the states but in no layer.
            self.states.push(state);
        }
    }

    fn grow(&mut self, order: &[(usize, Best)]) {
        // What the things still in the broken solution can do at best, behind each place of the order.
        let mut rest = vec![Best::default(); order.len() + 1];
        for (place, (_, best)) in order.iter().enumerate().rev() {
            let later = rest[place + 1];
            rest[place] = Best {
                up: Rate::better(later.up, best.up, Ordering::Greater),
                down: Rate::better(later.down, best.down, Ordering::Less),
            };
        }
        let mut layer = 0..1;
        let mut grown: Vec<State> = Vec::with_capacity(64);
        let mut changes: Vec<Sums> = Vec::new();
        // Places are quicker to sort than states.
        let mut ranks: Vec<u32> = Vec::with_capacity(64);
        for (place, (thing, _)) in order.iter().enumerate() {
            let rest = &rest[place + 1];
            grown.clear();
            self.raise(layer, *thing, rest, &mut changes, &mut grown);
            ranks.clear();
            ranks.extend(0..grown.len() as u32);
            ranks.sort_unstable_by(|one, two| {
                let (a, b) = (&grown[*one as usize], &grown[*two as usize]);
                let (gain, other) = (a.gain, b.gain);
                let costs = a.cost.cmp(&b.cost).then(other.cmp(&gain));
                // By place where all is equal: how a library sorts equals differs between its builds.
                costs.then(a.second.cmp(&b.second)).then(one.cmp(two))
            });
            let first = self.states.len();
            let mut most = i128::MIN;
            for rank in &ranks {
                let state = grown[*rank as usize];
                if state.gain > most && self.promises(&state, rest) {
                    most = state.gain;
                    self.states.push(state);
                }
            }
            layer = first..self.states.len();
            if layer.is_empty() {
                return;
            }
        }
    }

    /// Every pick of a thing from the states of a layer that may still become the best choice.
    fn raise(
        &mut self,
        layer: Range<usize>,
        thing: usize,
        rest: &Best,
        changes: &mut Vec<Sums>,
        grown: &mut Vec<State>,
    ) {
        let mut attempt = |solver: &mut Self, parent: usize, change: Sums, pick: i64| {
            let state = solver.moved(parent, change, thing, pick);
            let promises = solver.promises(&state, rest);
            if promises {
                grown.push(state);
            }
            if state.gain >= solver.need {
                solver.note(state);
            }
            promises
        };
        match &self.things[thing] {
            Thing::Levels(levels) => {
                changes.clear();
                changes.extend((0..levels.len() as i64).map(|pick| self.change(thing, pick)));
                for parent in layer {
                    for (pick, change) in (0..).zip(&*changes) {
                        attempt(self, parent, *change, pick);
                    }
                }
            }
            Thing::Units { unit, most } => {
                let gain = unit.gain;
                for parent in layer {
                    // Short of the need the bound changes evenly with each unit, beyond it too: what may become
                    // the best lies at the ends of these two stretches.
                    let missing = self.need - self.states[parent].gain + gain * i128::from(self.base[thing]);
                    let enough = match missing > 0 {
                        true => quotient(missing + gain - 1, gain).min(i128::from(*most) + 1) as i64,
                        false => 0,
                    };
                    for (first, last) in [(0, enough - 1), (enough, *most)] {
                        let mut low = first;
                        while low <= last && attempt(self, parent, self.change(thing, low), low) {
                            low += 1;
                        }
                        let mut high = last;
                        while high > low && attempt(self, parent, self.change(thing, high), high) {
                            high -= 1;
                        }
                    }
                }
            }
        }
    }

    /// Whether a state can still become better than the best choice, given what the rest can do at best.
    fn promises(&self, state: &State, rest: &Best) -> bool {
        let (scale, room) = (self.scale, self.best.0 - self.grain - state.cost);
        if state.gain < self.need {
            let missing = scale.gain_low(self.need - state.gain);
            let reaches = |up: Rate| missing * up.cost <= scale.cost_high(room) * up.gain;
            room >= 0 && rest.up.is_some_and(reaches)
        } else {
            let beyond = scale.gain_high(state.gain - self.need);
            let spares = |down: Rate| scale.cost_low(-room) * down.gain <= beyond * down.cost;
            room >= 0 || rest.down.is_some_and(spares)
        }
    }

    fn chosen(&self, place: usize) -> Chosen {
        let cost = self.states[place].cost;
        let mut picks = self.base.clone();
        let mut place = place;
        while place != 0 {
            let state = &self.states[place];
            picks[state.thing as usize] = state.pick;
            place = state.parent as usize;
        }
        let ids = picks.iter().zip(self.things).map(|(pick, thing)| match thing {
            Thing::Levels(levels) => levels[*pick as usize].id,
            Thing::Units { .. } => *pick,
        });
        Chosen {
            cost,
            picks: ids.collect(),
        }
    }
}
