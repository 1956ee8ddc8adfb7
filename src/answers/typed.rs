//! Numbers as people type and paste them: full-width digits, separators, Chinese numerals, 万 and 亿, and the unit behind
//! the number, which always counts: it is that of the field, or is converted, or is refused.

use super::Answer;
use crate::standard::{Hundredths, Kind};
use std::fmt;

mod number;
mod unit;

pub use unit::Unit;

/// Why a typed text is no answer. Values are in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedFault {
    /// It is no number.
    NotANumber,
    /// The unit behind the number cannot be converted to that of the field.
    OtherUnit,
    /// A whole number is asked for.
    NotWhole,
    /// It has more than two decimals.
    TooManyDecimals,
    /// It is below or above what the question allows.
    OutOfBounds {
        /// Least value allowed.
        min: Hundredths,
        /// Greatest value allowed.
        max: Hundredths,
    },
}

impl fmt::Display for TypedFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TypedFault::NotANumber => f.write_str("expected a number"),
            TypedFault::OtherUnit => f.write_str("its unit cannot be converted"),
            TypedFault::NotWhole => f.write_str("expected a whole number"),
            TypedFault::TooManyDecimals => f.write_str("expected at most two decimals"),
            TypedFault::OutOfBounds { min, max } => {
                write!(f, "expected {} to {}", write_number(*min), write_number(*max))
            }
        }
    }
}

/// What a typed text comes to: nothing typed is no answer and no fault.
pub type Typed = Result<Option<Answer>, TypedFault>;

/// Reads a typed number for a question that asks for one; other kinds take no typed text.
///
/// # Errors
/// What is wrong with the text.
pub fn read_typed(text: &str, kind: &Kind) -> Typed {
    match kind {
        Kind::Count { min, max, unit } => {
            let [min, max] = [min, max].map(|bound| bound.saturating_mul(100));
            let count = read_number(text, &Unit::of(unit), true, min, max)?;
            Ok(count.map(|hundredths| Answer::Count(hundredths / 100)))
        }
        Kind::Number { min, max, unit } => {
            let number = read_number(text, &Unit::of(unit), false, *min, *max)?;
            Ok(number.map(Answer::Number))
        }
        _ => Ok(None),
    }
}

/// Reads a typed number for a field of this unit, in hundredths: within `min..=max`, and `whole` or with at most two
/// decimals. Nothing typed is none.
///
/// # Errors
/// What is wrong with the text.
pub fn read_number(
    text: &str,
    unit: &Unit,
    whole: bool,
    min: Hundredths,
    max: Hundredths,
) -> Result<Option<Hundredths>, TypedFault> {
    let text = plain(text);
    if text.is_empty() {
        return Ok(None);
    }
    let value = unit.read(&text)?;
    let hundredths = i64::try_from(value / (number::ONE / 100)).ok();
    let hundredths = hundredths.filter(|value| (min..=max).contains(value));
    let hundredths = hundredths.ok_or(TypedFault::OutOfBounds { min, max })?;
    if whole && value % number::ONE != 0 {
        return Err(TypedFault::NotWhole);
    }
    if value % (number::ONE / 100) != 0 {
        return Err(TypedFault::TooManyDecimals);
    }
    Ok(Some(hundredths))
}

/// Lower case, full-width forms made narrow, and without the characters that nobody sees: calculators, chats and
/// spreadsheets put them around a number.
pub(crate) fn plain(text: &str) -> String {
    let narrow = |c: char| match c.to_ascii_lowercase() {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(c as u32 - 0xfee0).map_or(c, |narrow| narrow.to_ascii_lowercase())
        }
        '\u{3000}' => ' ',
        '。' => '.',
        '−' | '–' => '-',
        '￥' => '¥',
        lower => lower,
    };
    let seen = text.chars().filter(|c| !is_invisible(*c)).map(narrow);
    seen.collect::<String>().trim().to_owned()
}

/// Marks of direction, joiners, spaces of no width, the byte-order mark and the soft hyphen.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// A number in hundredths as it is written: no needless decimals, so 850 is `8.5` and 800 is `8`.
pub fn write_number(hundredths: Hundredths) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    match rest {
        0 => format!("{sign}{whole}"),
        _ if rest % 10 == 0 => format!("{sign}{whole}.{}", rest / 10),
        _ => format!("{sign}{whole}.{rest:02}"),
    }
}

#[cfg(test)]
mod tests;
