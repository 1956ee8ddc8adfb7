//! A whole number without bounds, as far as packing needs one.

/// Digits to the base 2³², the lowest first, without zeros at the high end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Number(Vec<u32>);

impl Number {
    /// From symbols of five bits, the highest first.
    pub(super) fn from_symbols(symbols: &[u8]) -> Number {
        let mut number = Number::default();
        for symbol in symbols {
            number.times_plus(32, u32::from(*symbol));
        }
        number
    }

    /// As symbols of five bits, the highest first, without zeros in front.
    pub(super) fn to_symbols(&self) -> Vec<u8> {
        let mut number = self.clone();
        let mut symbols = Vec::new();
        while !number.is_zero() {
            symbols.push(number.divide(32) as u8);
        }
        symbols.reverse();
        symbols
    }

    pub(super) fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    /// Multiplies and adds.
    pub(super) fn times_plus(&mut self, factor: u32, summand: u32) {
        let mut carry = u64::from(summand);
        for digit in &mut self.0 {
            carry += u64::from(*digit) * u64::from(factor);
            *digit = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    /// Divides by what is not 0, and gives the remainder.
    pub(super) fn divide(&mut self, divisor: u32) -> u32 {
        let mut rest = 0u64;
        for digit in self.0.iter_mut().rev() {
            let dividend = rest << 32 | u64::from(*digit);
            *digit = (dividend / u64::from(divisor)) as u32;
            rest = dividend % u64::from(divisor);
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        rest as u32
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Number) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Number) -> std::cmp::Ordering {
        let by_length = self.0.len().cmp(&other.0.len());
        by_length.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::BigUint;
    use proptest::prelude::*;

    fn big(number: &Number) -> BigUint {
        BigUint::new(number.0.clone())
    }

    proptest! {
        #[test]
        fn it_reckons_as_a_library_does(symbols in proptest::collection::vec(0u8..32, 0..60), factor in 1u32.., summand in any::<u32>()) {
            let number = Number::from_symbols(&symbols);
            let expected = symbols.iter().fold(BigUint::default(), |sum, symbol| sum * 32u32 + *symbol);
            prop_assert_eq!(big(&number), expected.clone());
            let written: Vec<u8> = symbols.iter().copied().skip_while(|symbol| *symbol == 0).collect();
            prop_assert_eq!(number.to_symbols(), written);
            let mut divided = number.clone();
            let rest = divided.divide(factor);
            prop_assert_eq!(big(&divided), &expected / factor);
            prop_assert_eq!(BigUint::from(rest), &expected % factor);
            let mut grown = number.clone();
            grown.times_plus(factor, summand);
            prop_assert_eq!(big(&grown), expected * factor + summand);
            prop_assert_eq!(grown.cmp(&number), big(&grown).cmp(&big(&number)));
        }
    }
}
