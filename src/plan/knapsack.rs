//! The cheapest choice of one level for each of several independent things, so that their gains add up to what is
//! needed: exact, by lists of states that no other one beats, grown from the best broken solution outwards.

use std::cmp::Ordering;

/// A level of one thing: what it costs and brings above its start.
#[derive(Clone, Debug)]
pub(super) struct Level {
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
pub(super) enum Thing {
    /// Levels from none at all upwards; cost and gain rise strictly, the first one costs nothing.
    Levels(Vec<Level>),
    /// Up to `most` equal units, each with a cost above 0 and a gain above 0.
    Units {
        cost: i64,
        second: i64,
        gain: i128,
        most: i64,
    },
}

impl Thing {
    /// Sorts levels and leaves out those that another one beats.
    pub(super) fn levels(mut levels: Vec<Level>) -> Thing {
        levels.sort_unstable_by(|a, b| {
            let costs = a.cost.cmp(&b.cost).then(b.gain.cmp(&a.gain));
            costs.then(a.second.cmp(&b.second)).then(a.id.cmp(&b.id))
        });
        let mut most = -1;
        levels.retain(|level| {
            let better = level.gain > most;
            most = most.max(level.gain);
            better
        });
        Thing::Levels(levels)
    }

    /// Cost, second cost and gain of a pick: of a level by its place, of a number of units.
    fn at(&self, pick: i64) -> (i64, i64, i128) {
        match self {
            Thing::Levels(levels) => {
                let level = &levels[pick as usize];
                (level.cost, level.second, level.gain)
            }
            Thing::Units {
                cost, second, gain, ..
            } => (cost * pick, second * pick, gain * i128::from(pick)),
        }
    }

    fn last(&self) -> i64 {
        match self {
            Thing::Levels(levels) => levels.len() as i64 - 1,
            Thing::Units { most, .. } => *most,
        }
    }
}

/// The cheapest choice.
pub(super) struct Chosen {
    pub cost: i64,
    /// For each thing the id of its level, or its number of units.
    pub picks: Vec<i64>,
}

/// How much a step of a thing brings (in scaled gain) for how much.
type Rate = (i64, i64);

fn compare(a: Rate, b: Rate) -> Ordering {
    (i128::from(a.0) * i128::from(b.1)).cmp(&(i128::from(b.0) * i128::from(a.1)))
}

#[derive(Clone, Copy)]
struct State {
    cost: i64,
    second: i64,
    gain: i128,
    /// Place of the state that it grew from.
    parent: u32,
    /// The pick of the thing of its layer.
    pick: i64,
    thing: u32,
}

/// Gains for bounds alone, in 62 bits.
#[derive(Clone, Copy)]
struct Scale(u32);

impl Scale {
    fn low(self, gain: i128) -> i64 {
        (gain >> self.0) as i64
    }

    fn high(self, gain: i128) -> i64 {
        (gain >> self.0) as i64 + i64::from(self.0 > 0)
    }
}

/// The cheapest choice whose gains add up to `need`, if it costs less than `below`.
pub(super) fn cheapest(things: &[Thing], need: i128, below: i64) -> Option<Chosen> {
    let mut solver = Solver::new(things, need, below);
    if solver.states[0].gain >= need {
        return (0 < below).then(|| solver.chosen(0));
    }
    let most: i128 = things.iter().map(|thing| thing.at(thing.last()).2).sum();
    if most < need {
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
        let most: i128 = things.iter().map(|thing| thing.at(thing.last()).2).sum();
        let mut grain = 0;
        let mut divide = |cost: i64| {
            let mut rest = cost;
            while rest != 0 {
                (grain, rest) = (rest, grain % rest);
            }
        };
        for thing in things {
            match thing {
                Thing::Levels(levels) => levels.iter().for_each(|level| divide(level.cost)),
                Thing::Units { cost, .. } => divide(*cost),
            }
        }
        let grain = grain.max(1);
        let below = ((below - 1) / grain * grain).saturating_add(grain);
        let first = |sum: (i64, i128), thing: &Thing| {
            let (_, second, gain) = thing.at(0);
            (sum.0 + second, sum.1 + gain)
        };
        let (second, gain) = things.iter().fold((0, 0), first);
        Solver {
            things,
            need,
            scale: Scale((128 - most.max(need).max(1).leading_zeros()).saturating_sub(61)),
            grain,
            base: vec![0; things.len()],
            states: vec![State {
                cost: 0,
                second,
                gain,
                parent: 0,
                pick: 0,
                thing: u32::MAX,
            }],
            best: (below, 0, None),
        }
    }

    /// Takes what brings most for its cost until the next step would be enough: the broken solution. Gives the rate
    /// of that step.
    fn start(&mut self) -> Rate {
        struct Rise {
            rate: Rate,
            thing: usize,
            to: i64,
        }
        let mut rises: Vec<Rise> = Vec::new();
        let mut hull: Vec<i64> = Vec::new();
        for (index, thing) in self.things.iter().enumerate() {
            let rate = |from: i64, to: i64| {
                let (a, b) = (thing.at(from), thing.at(to));
                (self.scale.low(b.2 - a.2), b.0 - a.0)
            };
            match thing {
                Thing::Units { cost, gain, .. } => rises.push(Rise {
                    rate: (self.scale.low(*gain), *cost),
                    thing: index,
                    to: -1,
                }),
                Thing::Levels(_) => {
                    hull.clear();
                    for pick in 0..=thing.last() {
                        while let [.., before, last] = hull[..]
                            && compare(rate(last, pick), rate(before, last)).is_ge()
                        {
                            hull.pop();
                        }
                        hull.push(pick);
                    }
                    rises.extend(hull.windows(2).map(|pair| Rise {
                        rate: rate(pair[0], pair[1]),
                        thing: index,
                        to: pair[1],
                    }));
                }
            }
        }
        rises.sort_unstable_by(|a, b| {
            compare(b.rate, a.rate)
                .then(a.thing.cmp(&b.thing))
                .then(a.to.cmp(&b.to))
        });
        let mut broken = (1, 1);
        for rise in &rises {
            let thing = &self.things[rise.thing];
            let from = self.base[rise.thing];
            let missing = self.need - self.states[0].gain;
            broken = rise.rate;
            match thing {
                Thing::Units { gain, most, .. } => {
                    let taken = i64::try_from((missing - 1) / gain).map_or(*most, |units| units.min(*most));
                    self.take(rise.thing, taken);
                    if taken < *most {
                        break;
                    }
                }
                Thing::Levels(_) => {
                    if thing.at(rise.to).2 - thing.at(from).2 >= missing {
                        break;
                    }
                    self.take(rise.thing, rise.to);
                }
            }
        }
        self.complete_by_one();
        broken
    }

    /// Moves the broken solution to this pick of a thing.
    fn take(&mut self, thing: usize, pick: i64) {
        let (from, to) = (
            self.things[thing].at(self.base[thing]),
            self.things[thing].at(pick),
        );
        self.base[thing] = pick;
        let state = &mut self.states[0];
        state.cost += to.0 - from.0;
        state.second += to.1 - from.1;
        state.gain += to.2 - from.2;
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
                Thing::Units { gain, most, .. } => i64::try_from((wanted + gain - 1) / gain)
                    .ok()
                    .filter(|units| units <= most),
            };
            if let Some(pick) = pick {
                let state = self.moved(0, index, pick);
                self.note(state);
            }
        }
    }

    /// The state at `parent` with another pick of a thing.
    fn moved(&self, parent: usize, thing: usize, pick: i64) -> State {
        let (from, to) = (
            self.things[thing].at(self.base[thing]),
            self.things[thing].at(pick),
        );
        let before = &self.states[parent];
        State {
            cost: before.cost + to.0 - from.0,
            second: before.second + to.1 - from.1,
            gain: before.gain + to.2 - from.2,
            parent: parent as u32,
            pick,
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

    /// The most that a thing brings for its cost upwards of the broken solution, and the least downwards.
    fn rates(&self, thing: usize) -> [Option<Rate>; 2] {
        let (class, base) = (&self.things[thing], self.base[thing]);
        match class {
            Thing::Units { cost, gain, most, .. } => [
                (base < *most).then(|| (self.scale.high(*gain), *cost)),
                (base > 0).then(|| (self.scale.low(*gain), *cost)),
            ],
            Thing::Levels(levels) => {
                let (here, [mut up, mut down]) = (&levels[base as usize], [None, None]);
                for level in &levels[base as usize + 1..] {
                    let rate = (self.scale.high(level.gain - here.gain), level.cost - here.cost);
                    up = better(up, Some(rate), Ordering::Greater);
                }
                for level in &levels[..base as usize] {
                    let rate = (self.scale.low(here.gain - level.gain), here.cost - level.cost);
                    down = better(down, Some(rate), Ordering::Less);
                }
                [up, down]
            }
        }
    }

    /// In which order things leave the broken solution: those nearest to its last step first, units last, of these
    /// the nearest last, because what they need can be worked out.
    fn order(&self, broken: Rate) -> Vec<(usize, [Option<Rate>; 2])> {
        let nearness = |[up, down]: &[Option<Rate>; 2]| {
            let share = |a: Rate, b: Rate| {
                let (over, under) = (
                    i128::from(a.0) * i128::from(b.1),
                    i128::from(b.0) * i128::from(a.1),
                );
                // Ten binary places tell the order well enough, which does not matter to the outcome.
                (over >> 10) * 1024 / (under >> 10).max(1)
            };
            let up = up.map_or(0, |rate| share(rate, broken));
            up.max(down.map_or(0, |rate| share(broken, rate)))
        };
        let mut order: Vec<_> = (0..self.things.len())
            .map(|thing| (thing, self.rates(thing)))
            .filter(|(_, rates)| rates.iter().any(Option::is_some))
            .map(|(thing, rates)| (nearness(&rates), thing, rates))
            .collect();
        let is_units = |thing: usize| matches!(self.things[thing], Thing::Units { .. });
        order.sort_unstable_by_key(|(nearness, thing, _)| match is_units(*thing) {
            false => (false, -nearness, *thing),
            true => (true, *nearness, *thing),
        });
        order
            .into_iter()
            .map(|(_, thing, rates)| (thing, rates))
            .collect()
    }

    fn grow(&mut self, order: &[(usize, [Option<Rate>; 2])]) {
        // What the things still in the broken solution can do at best, behind each place of the order.
        let mut rest = vec![[None, None]; order.len() + 1];
        for (place, (_, [up, down])) in order.iter().enumerate().rev() {
            let [later_up, later_down]: [Option<Rate>; 2] = rest[place + 1];
            rest[place] = [
                better(later_up, *up, Ordering::Greater),
                better(later_down, *down, Ordering::Less),
            ];
        }
        let mut layer = vec![0];
        for (place, (thing, _)) in order.iter().enumerate() {
            let mut grown: Vec<State> = Vec::new();
            for parent in layer.drain(..) {
                self.raise(parent, *thing, &rest[place + 1], &mut grown);
            }
            grown.sort_unstable_by(|a, b| {
                a.cost
                    .cmp(&b.cost)
                    .then(b.gain.cmp(&a.gain))
                    .then(a.second.cmp(&b.second))
            });
            let mut most = i128::MIN;
            for state in grown {
                if state.gain > most && self.promises(&state, &rest[place + 1]) {
                    most = state.gain;
                    layer.push(self.states.len());
                    self.states.push(state);
                }
            }
            if layer.is_empty() {
                return;
            }
        }
    }

    /// Every pick of a thing from one state that may still become the best choice.
    fn raise(&mut self, parent: usize, thing: usize, rest: &[Option<Rate>; 2], grown: &mut Vec<State>) {
        let mut attempt = |solver: &mut Self, pick: i64| {
            let state = solver.moved(parent, thing, pick);
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
                for pick in 0..levels.len() as i64 {
                    attempt(self, pick);
                }
            }
            Thing::Units { gain, most, .. } => {
                // Short of the need the bound changes evenly with each unit, beyond it too: what may become the
                // best lies at the ends of these two stretches.
                let missing = self.need - self.states[parent].gain + gain * i128::from(self.base[thing]);
                let enough = ((missing + gain - 1) / gain).clamp(0, i128::from(*most) + 1) as i64;
                for (first, last) in [(0, enough - 1), (enough, *most)] {
                    let mut low = first;
                    while low <= last && attempt(self, low) {
                        low += 1;
                    }
                    let mut high = last;
                    while high > low && attempt(self, high) {
                        high -= 1;
                    }
                }
            }
        }
    }

    /// Whether a state can still become better than the best choice, given what the rest can do at best.
    fn promises(&self, state: &State, [up, down]: &[Option<Rate>; 2]) -> bool {
        let wide = |number: i64| i128::from(number);
        let room = self.best.0 - self.grain - state.cost;
        if state.gain < self.need {
            let missing = self.scale.low(self.need - state.gain);
            up.is_some_and(|(gain, cost)| wide(missing) * wide(cost) <= wide(room) * wide(gain))
        } else {
            let beyond = self.scale.high(state.gain - self.need);
            room >= 0
                || down.is_some_and(|(gain, cost)| -wide(room) * wide(gain) <= wide(beyond) * wide(cost))
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

/// The one of two rates that compares to the other as `wanted`.
fn better(one: Option<Rate>, other: Option<Rate>, wanted: Ordering) -> Option<Rate> {
    match (one, other) {
        (Some(one), Some(other)) if compare(one, other) == wanted => Some(one),
        (Some(_), Some(other)) => Some(other),
        (one, other) => one.or(other),
    }
}
