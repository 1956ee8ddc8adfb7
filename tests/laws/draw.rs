//! Choices made from a list of numbers. Fewer and smaller numbers make simpler things, so that a counterexample
//! shrinks by its numbers alone.

/// The numbers still to be used; after the last one every choice is the simplest.
pub struct Draw<'a>(std::slice::Iter<'a, u16>);

impl<'a> Draw<'a> {
    pub fn new(numbers: &'a [u16]) -> Draw<'a> {
        Draw(numbers.iter())
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        usize::from(self.0.next().copied().unwrap_or_default()) % limit
    }

    /// A number from `least` to `most`.
    pub fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }

    /// True in this percentage of cases.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) >= 100 - percent
    }

    /// One of several.
    pub fn pick<'t, T>(&mut self, from: &'t [T]) -> &'t T {
        &from[self.below(from.len())]
    }

    /// Some of the bits of `set`, at least one.
    pub fn part_of(&mut self, set: u8) -> u8 {
        match set & !(self.below(1 << 8) as u8) {
            0 => set,
            some => some,
        }
    }
}
