//! The broken solution: what brings most for its cost, until the next step would be enough. A best choice differs from
//! it in few things, those near its last step first.

use super::rate::Rate;
use super::{Solver, State, Thing};
use crate::plan::quotient;
use std::cmp::{Ordering, Reverse};

/// What a thing can do at best from the broken solution: the most that it brings for its cost upwards, and the least
/// that it loses for its cost downwards.
#[derive(Clone, Copy, Default)]
pub(super) struct Best {
    pub up: Option<Rate>,
    pub down: Option<Rate>,
}

impl Solver<'_> {
    /// Takes what brings most for its cost until the next step would be enough: the broken solution. Gives the rate
    /// of that step.
    pub(super) fn start(&mut self) -> Rate {
        struct Rise {
            key: i64,
            rate: Rate,
            thing: u32,
            to: u32,
        }
        let scale = self.scale;
        let rise = |rate: Rate, thing: u32, to: u32| Rise {
            key: rate.key(),
            rate,
            thing,
            to,
        };
        let mut rises: Vec<Rise> = Vec::with_capacity(4 * self.things.len());
        let mut hull: Vec<(usize, Rate)> = Vec::new();
        for (thing, class) in (0..).zip(self.things) {
            match class {
                Thing::Units { unit, .. } => {
                    let rate = Rate {
                        gain: scale.gain_low(unit.gain),
                        cost: scale.cost_low(unit.cost),
                    };
                    rises.push(rise(rate, thing, 0));
                }
                Thing::Levels(levels) => {
                    hull.clear();
                    for (pick, level) in levels.iter().enumerate().skip(1) {
                        let rate = loop {
                            let from = &levels[hull.last().map_or(0, |(pick, _)| *pick)];
                            let rate = Rate {
                                gain: scale.gain_low(level.gain - from.gain),
                                cost: scale.cost_low(level.cost - from.cost),
                            };
                            match hull.last() {
                                Some((_, last)) if rate.compare(*last).is_ge() => hull.pop(),
                                _ => break rate,
                            };
                        };
                        hull.push((pick, rate));
                    }
                    rises.extend(hull.iter().map(|(pick, rate)| rise(*rate, thing, *pick as u32)));
                }
            }
        }
        rises.sort_unstable_by_key(|rise| (Reverse(rise.key), rise.thing, rise.to));
        let mut broken = Rate { gain: 1, cost: 1 };
        for rise in &rises {
            let place = rise.thing as usize;
            let missing = self.need - self.states[0].gain;
            broken = rise.rate;
            match &self.things[place] {
                Thing::Units { unit, most } => {
                    let enough = quotient(missing - 1, unit.gain);
                    let taken = i64::try_from(enough).map_or(*most, |units| units.min(*most));
                    self.take(place, taken);
                    if taken < *most {
                        break;
                    }
                }
                Thing::Levels(levels) => {
                    if levels[rise.to as usize].gain - levels[self.base[place] as usize].gain >= missing {
                        break;
                    }
                    self.take(place, i64::from(rise.to));
                }
            }
        }
        self.complete_by_one();
        broken
    }

    /// Moves the broken solution to this pick of a thing.
    fn take(&mut self, thing: usize, pick: i64) {
        self.states[0] = State {
            thing: u32::MAX,
            ..self.moved(0, self.change(thing, pick), thing, pick)
        };
        self.base[thing] = pick;
    }

    /// First choices that are enough: the broken solution with one thing raised.
    fn complete_by_one(&mut self) {
        for (index, thing) in self.things.iter().enumerate() {
            let wanted = thing.at(self.base[index]).2 + self.need - self.states[0].gain;
            let pick = match thing {
                Thing::Levels(levels) => {
                    let place = levels.partition_point(|level| level.gain < wanted);
                    (place < levels.len()).then_some(place as i64)
                }
                Thing::Units { unit, most } => i64::try_from(quotient(wanted + unit.gain - 1, unit.gain))
                    .ok()
                    .filter(|units| units <= most),
            };
            if let Some(pick) = pick {
                let state = self.moved(0, self.change(index, pick), index, pick);
                self.note(state);
            }
        }
    }

    fn best_of(&self, thing: usize) -> Best {
        let (class, base, scale) = (&self.things[thing], self.base[thing], self.scale);
        let up = |gain: i128, cost: i64| {
            Some(Rate {
                gain: scale.gain_high(gain),
                cost: scale.cost_low(cost),
            })
        };
        let down = |gain: i128, cost: i64| {
            Some(Rate {
                gain: scale.gain_low(gain),
                cost: scale.cost_high(cost),
            })
        };
        let mut best = Best::default();
        match class {
            Thing::Units { unit, most } => {
                best.up = up(unit.gain, unit.cost).filter(|_| base < *most);
                best.down = down(unit.gain, unit.cost).filter(|_| base > 0);
            }
            Thing::Levels(levels) => {
                let here = &levels[base as usize];
                for level in &levels[base as usize + 1..] {
                    let rate = up(level.gain - here.gain, level.cost - here.cost);
                    best.up = Rate::better(best.up, rate, Ordering::Greater);
                }
                for level in &levels[..base as usize] {
                    let rate = down(here.gain - level.gain, here.cost - level.cost);
                    best.down = Rate::better(best.down, rate, Ordering::Less);
                }
            }
        }
        best
    }

    /// In which order things leave the broken solution: those nearest to its last step first, units last, of these
    /// the nearest last, because what they need can be worked out.
    pub(super) fn order(&self, broken: Rate) -> Vec<(usize, Best)> {
        let best: Vec<Best> = (0..self.things.len()).map(|thing| self.best_of(thing)).collect();
        let mut order: Vec<(bool, i64, usize)> = Vec::with_capacity(best.len());
        for (thing, (class, best)) in self.things.iter().zip(&best).enumerate() {
            if best.up.is_some() || best.down.is_some() {
                let up = best.up.map_or(0, |rate| rate.times(broken));
                let nearness = up.max(best.down.map_or(0, |rate| broken.times(rate)));
                order.push(match class {
                    Thing::Levels(_) => (false, -nearness, thing),
                    Thing::Units { .. } => (true, nearness, thing),
                });
            }
        }
        order.sort_unstable();
        order
            .into_iter()
            .map(|(_, _, thing)| (thing, best[thing]))
            .collect()
    }
}
