//! Exact fractions that are rounded once.

use serde::Serialize;

/// A fraction that is not negative. The denominator is at least 1; both are below 2^53.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct Fraction {
    /// What is divided.
    pub numerator: i64,
    /// What it is divided by.
    pub denominator: i64,
}

impl Fraction {
    /// Nothing.
    pub const ZERO: Fraction = Fraction::whole(0);

    /// A whole number.
    pub const fn whole(number: i64) -> Fraction {
        Fraction {
            numerator: number,
            denominator: 1,
        }
    }

    /// `numerator / denominator` in its lowest terms.
    pub fn new(numerator: i64, denominator: i64) -> Fraction {
        let divisor = common_divisor(denominator.max(1), numerator.max(0));
        Fraction {
            numerator: numerator.max(0) / divisor,
            denominator: denominator.max(1) / divisor,
        }
    }

    /// This many times `numerator / denominator`. The bounds of a standard keep the product below 2^53.
    pub fn times(self, numerator: i64, denominator: i64) -> Fraction {
        Fraction::new(self.numerator * numerator, self.denominator * denominator)
    }

    /// Whether what is left after rounding down is a half or more.
    pub fn is_half_or_more(self) -> bool {
        self.numerator % self.denominator >= self.denominator - self.denominator / 2
    }

    /// Rounded down.
    pub fn floor(self) -> i64 {
        self.numerator / self.denominator
    }
}

/// The greatest number that divides both, neither of which is negative; the other one where one is 0.
pub fn common_divisor(one: i64, other: i64) -> i64 {
    let (mut divisor, mut rest) = (one, other);
    while rest != 0 {
        (divisor, rest) = (rest, divisor % rest);
    }
    divisor
}

/// The sum of fractions, rounded down once: exact, however many different denominators there are.
pub fn floor_of_sum(terms: impl Iterator<Item = Fraction>) -> i64 {
    let terms = terms.map(|term| (term.denominator, i128::from(term.numerator)));
    floor_of_sums(&[(1, &Sum::of(terms.collect()))], 1)
}

/// A denominator, and what stands above it.
pub(super) type Group = (i64, i128);

/// A sum of fractions, exact: fractions of one denominator are one, since most terms share a few.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sum {
    whole: i128,
    /// What is left of each denominator, below 1.
    groups: Vec<Group>,
    /// The sum of the groups in binary places, each of them rounded down.
    low: i128,
}

/// To how many binary places a group is known at first: mostly that settles a sum.
const PLACES: u32 = 64;

impl Sum {
    /// The sum of these, in any order.
    pub(super) fn of(terms: Vec<Group>) -> Sum {
        let mut groups: Vec<Group> = Vec::new();
        for (denominator, term) in terms {
            // There are few denominators, so a place is soon made.
            match groups.binary_search_by_key(&denominator, |(found, _)| *found) {
                Ok(place) => groups[place].1 += term,
                Err(place) => groups.insert(place, (denominator, term)),
            }
        }
        let mut sum = Sum::default();
        for (denominator, above) in groups {
            let below = i128::from(denominator);
            let rest = above % below;
            sum.whole += above / below;
            sum.low += (rest << PLACES) / below;
            if rest != 0 {
                sum.groups.push((denominator, rest));
            }
        }
        sum
    }
}

/// The sum of `parts`, each as often as the number beside it says, divided by `divisor` and rounded down once.
pub(super) fn floor_of_sums(parts: &[(i64, &Sum)], divisor: i64) -> i64 {
    let (mut whole, mut low, mut missing) = (0, 0, 0);
    for (times, part) in parts {
        let times = i128::from(*times);
        whole += times * part.whole;
        low += times * part.low;
        // Each group is known to within one unit.
        missing += times * part.groups.len() as i128;
    }
    let divisor = i128::from(divisor);
    let at = |rest: i128| (whole + (rest >> PLACES)) / divisor;
    let (least, most) = (at(low), at(low + missing));
    let floor = if least == most {
        least
    } else {
        let mut all = Vec::new();
        for (times, part) in parts {
            for (denominator, sum) in &part.groups {
                all.push((*denominator, i128::from(*times) * sum));
            }
        }
        let rest = Sum::of(all);
        if reaches(&rest.groups, most * divisor - whole - rest.whole) {
            most
        } else {
            least
        }
    };
    i64::try_from(floor).unwrap_or(i64::MAX)
}

/// Whether the sum of the groups is at least `target`: brought to one denominator, with numbers of any length.
fn reaches(groups: &[Group], target: i128) -> bool {
    let product = |skipped: usize, first: i128| {
        let others = groups.iter().enumerate().filter(|(index, _)| *index != skipped);
        others.fold(Natural::from(first), |product, (_, (denominator, _))| {
            product.times(*denominator as u64)
        })
    };
    let sum = groups
        .iter()
        .enumerate()
        .map(|(index, (_, sum))| product(index, *sum));
    let sum = sum.fold(Natural(Vec::new()), Natural::plus);
    let target = product(usize::MAX, target);
    sum.0
        .len()
        .cmp(&target.0.len())
        .then_with(|| sum.0.iter().rev().cmp(target.0.iter().rev()))
        .is_ge()
}

/// A natural number of any length: digits to the base 2^32, lowest first, no leading zero.
struct Natural(Vec<u32>);

impl From<i128> for Natural {
    /// Of a number that is not negative and below 2^64.
    fn from(number: i128) -> Natural {
        let mut digits = vec![number as u32, (number >> 32) as u32];
        while digits.last() == Some(&0) {
            digits.pop();
        }
        Natural(digits)
    }
}

impl Natural {
    fn times(self, factor: u64) -> Natural {
        let mut carry: u128 = 0;
        let mut digits = Vec::with_capacity(self.0.len() + 2);
        for digit in self.0 {
            carry += u128::from(digit) * u128::from(factor);
            digits.push(carry as u32);
            carry >>= 32;
        }
        while carry != 0 {
            digits.push(carry as u32);
            carry >>= 32;
        }
        Natural(digits)
    }

    fn plus(self, other: Natural) -> Natural {
        let mut carry = 0u64;
        let mut digits = Vec::with_capacity(self.0.len().max(other.0.len()) + 1);
        for index in 0..self.0.len().max(other.0.len()) {
            let digit = |number: &Natural| u64::from(number.0.get(index).copied().unwrap_or_default());
            carry += digit(&self) + digit(&other);
            digits.push(carry as u32);
            carry >>= 32;
        }
        if carry != 0 {
            digits.push(carry as u32);
        }
        Natural(digits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn floor(terms: &[(i64, i64)]) -> i64 {
        floor_of_sum(
            terms
                .iter()
                .map(|(numerator, denominator)| Fraction::new(*numerator, *denominator)),
        )
    }

    #[test]
    fn thirds_that_make_a_whole_are_a_whole() {
        assert_eq!(floor(&[(1, 3), (1, 3), (1, 3)]), 1);
        assert_eq!(floor(&[(1, 2), (1, 3), (1, 6)]), 1);
        assert_eq!(floor(&[(1, 2), (1, 3), (1, 7)]), 0);
        assert_eq!(floor(&[(5000, 1), (10000, 3), (10000, 6)]), 10_000);
        assert_eq!(floor(&[]), 0);
    }

    #[test]
    fn a_sum_nearer_to_a_whole_than_any_double_is_still_told_from_it() {
        // Neighbouring large denominators: 1/a + (a-1)/a is 1; 1/(a+1) + (a-1)/a falls short by 1/(a(a+1)).
        let a = (1 << 50) - 27;
        assert_eq!(floor(&[(1, a), (a - 1, a)]), 1);
        assert_eq!(floor(&[(1, a + 1), (a - 1, a)]), 0);
        assert_eq!(floor(&[(1, a - 1), (a - 1, a)]), 1);
        // Three primes: 1/p + 1/q + 1/r + the rest that is missing to 1, and one less.
        let (p, q, r) = (1_000_003, 1_000_033, 1_000_037);
        let missing = p * q * r - (q * r + p * r + p * q);
        let rest = missing / r; // missing/(pqr) is not a whole number of 1/(pq), so this falls short.
        assert_eq!(floor(&[(1, p), (1, q), (1, r), (rest, p * q)]), 0);
        assert_eq!(floor(&[(1, p), (1, q), (1, r), (rest + 1, p * q)]), 1);
    }
}
