//! Three check symbols: the remainder of a polynomial over the field of 32 elements.
//!
//! The divisor is primitive of degree 3, so the root has the order 32³ − 1, and no power of it below
//! (32³ − 1) / 31 = 1057 is an element of the field: codes of up to 1057 symbols differ from each other in three places
//! at least. Of any length, one wrong symbol and two swapped neighbours leave a remainder, since neither a power of the
//! root nor the sum of two neighbouring ones is 0.

/// How many symbols the checksum has.
pub(super) const LENGTH: usize = 3;
/// Up to this length two single errors never leave the same remainder.
pub(super) const MOST_LOCATED: usize = 1057;

/// A remainder: coefficients of x², x and 1.
pub(super) type Remainder = [u8; LENGTH];

/// Powers of x modulo x⁵ + x² + 1, twice over.
const POWERS: [u8; 62] = {
    let mut powers = [1; 62];
    let mut exponent = 1;
    while exponent < 62 {
        let next = powers[exponent - 1] << 1;
        powers[exponent] = if next & 32 == 0 { next } else { next ^ 0b10_0101 };
        exponent += 1;
    }
    powers
};

/// The exponents of all elements but 0.
const EXPONENTS: [u8; 32] = {
    let mut exponents = [0; 32];
    let mut exponent = 0;
    while exponent < 31 {
        exponents[POWERS[exponent] as usize] = exponent as u8;
        exponent += 1;
    }
    exponents
};

fn exponent(element: u8) -> usize {
    usize::from(EXPONENTS[usize::from(element)])
}

/// The product of two elements.
pub(super) fn product(one: u8, other: u8) -> u8 {
    match (one, other) {
        (0, _) | (_, 0) => 0,
        _ => POWERS[exponent(one) + exponent(other)],
    }
}

/// The element by which every part of `weight` is to be multiplied to give `remainder`, both of them not 0.
pub(super) fn quotient(remainder: Remainder, weight: Remainder) -> Option<u8> {
    let part = weight.iter().position(|part| *part != 0)?;
    if remainder[part] == 0 {
        return None;
    }
    let quotient = POWERS[exponent(remainder[part]) + 31 - exponent(weight[part])];
    (weight.map(|part| product(part, quotient)) == remainder).then_some(quotient)
}

/// A remainder times the root: x³ is x + 6.
pub(super) fn shifted([high, middle, low]: Remainder) -> Remainder {
    [middle, low ^ high, product(high, 6)]
}

/// The remainder of symbols, the last of which is the constant term.
pub(super) fn remainder(symbols: &[u8]) -> Remainder {
    symbols.iter().fold([0; LENGTH], |remainder, symbol| {
        let [high, middle, low] = shifted(remainder);
        [high, middle, low ^ symbol]
    })
}

/// The symbols that leave no remainder behind `symbols`.
pub(super) fn of(symbols: &[u8]) -> Remainder {
    (0..LENGTH).fold(remainder(symbols), |remainder, _| shifted(remainder))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_field_has_an_inverse_for_each_element() {
        for one in 1..32 {
            assert_eq!((1..32).filter(|other| product(one, *other) == 1).count(), 1);
        }
    }

    #[test]
    fn no_power_of_the_root_below_1057_is_in_the_field() {
        let mut power = shifted([0, 0, 1]);
        for exponent in 1..MOST_LOCATED {
            assert_ne!([power[0], power[1]], [0, 0], "{exponent}");
            power = shifted(power);
        }
        assert_eq!([power[0], power[1]], [0, 0]);
    }

    #[test]
    fn what_is_checked_leaves_no_remainder() {
        let mut symbols = vec![1, 31, 0, 7, 22];
        symbols.extend(of(&symbols));
        assert_eq!(remainder(&symbols), [0; LENGTH]);
    }
}
