//! Numbers as people type them: full-width digits, thousands separators, 万 and 亿, the unit behind the number.

use super::Answer;
use crate::lang::Lang;
use crate::standard::{Hundredths, Kind};

/// Measure words that say nothing about the number before them.
const MEASURE_WORDS: [char; 16] = [
    '台', '套', '个', '件', '项', '种', '条', '家', '人', '次', '份', '张', '天', '名', '类', '点',
];

/// Why a typed text is no answer. Values are in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedFault {
    /// It is no number.
    NotANumber,
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

/// What a typed text comes to: nothing typed is no answer and no fault.
pub type Typed = Result<Option<Answer>, TypedFault>;

/// Reads a typed number for a question that asks for one; other kinds take no typed text.
///
/// # Errors
/// What is wrong with the text.
pub fn read_typed(text: &str, kind: &Kind) -> Typed {
    let (Kind::Count { min, max, unit } | Kind::Number { min, max, unit }) = kind else {
        return Ok(None);
    };
    let text = plain(text);
    if text.is_empty() {
        return Ok(None);
    }
    let units = Lang::ALL.map(|lang| plain(unit.get(lang)));
    let bare = units
        .iter()
        .filter(|unit| !unit.is_empty())
        .find_map(|unit| text.strip_suffix(unit.as_str()));
    // People write the measure word that comes to mind: 20台 where 台（套） is asked for, 8个.
    let bare = bare.unwrap_or_else(|| text.trim_end_matches(MEASURE_WORDS));
    let value = decimal(bare).or_else(|fault| decimal(&text).map_err(|_| fault))?;
    let whole = matches!(kind, Kind::Count { .. });
    let (min, max) = if whole {
        (min.saturating_mul(100), max.saturating_mul(100))
    } else {
        (*min, *max)
    };
    let hundredths = i64::try_from(value / 100)
        .ok()
        .filter(|value| (min..=max).contains(value));
    let hundredths = hundredths.ok_or(TypedFault::OutOfBounds { min, max })?;
    if whole && value % 10_000 != 0 {
        return Err(TypedFault::NotWhole);
    }
    if value % 100 != 0 {
        return Err(TypedFault::TooManyDecimals);
    }
    Ok(Some(if whole {
        Answer::Count(hundredths / 100)
    } else {
        Answer::Number(hundredths)
    }))
}

/// Lower case, full-width forms made narrow; a space between two digits is a separator, others are left out.
fn plain(text: &str) -> String {
    let narrow = text
        .trim()
        .chars()
        .map(|c| c.to_ascii_lowercase())
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            '。' => '.',
            '−' | '–' => '-',
            _ => c,
        });
    let narrow: Vec<char> = narrow.collect();
    let mut plain = String::new();
    for (index, c) in narrow.iter().enumerate() {
        if !c.is_whitespace() && !c.is_control() {
            plain.push(*c);
        } else if plain.ends_with(|c: char| c.is_ascii_digit())
            && narrow.get(index + 1).is_some_and(char::is_ascii_digit)
        {
            plain.push(',');
        }
    }
    plain
}

/// The number in ten-thousandths, so that four decimals can be told from two. Beyond all bounds it saturates.
fn decimal(text: &str) -> Result<i128, TypedFault> {
    let (text, factor) = [
        ("万亿", 12),
        ("亿", 8),
        ("億", 8),
        ("万", 4),
        ("萬", 4),
        ("千", 3),
        ("百", 2),
    ]
    .into_iter()
    .find_map(|(unit, power)| Some((text.strip_suffix(unit)?, power)))
    .unwrap_or((text, 0));
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let whole = without_separators(whole).ok_or(TypedFault::NotANumber)?;
    let digits = whole.len() + fraction.len();
    if digits == 0 || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return Err(TypedFault::NotANumber);
    }
    let fraction = fraction.trim_end_matches('0');
    // More decimals than can count are cut to one that is seen to be too many.
    let fraction = if fraction.len() > 4 + factor {
        &[&fraction[..3 + factor], "1"].concat()
    } else {
        fraction
    };
    let mut value: i128 = 0;
    for digit in whole.bytes().chain(fraction.bytes()) {
        value = value.saturating_mul(10).saturating_add(i128::from(digit - b'0'));
    }
    for _ in fraction.len()..4 + factor {
        value = value.saturating_mul(10);
    }
    Ok(if negative { -value } else { value })
}

/// Digits, or digits in groups of three: `1,234` but not `1,5`, which elsewhere means one and a half.
fn without_separators(whole: &str) -> Option<String> {
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    let grouped = whole.contains(',');
    if !digits(first) || (grouped && !(1..=3).contains(&first.len())) {
        return None;
    }
    groups
        .all(|group| group.len() == 3 && digits(group))
        .then(|| whole.replace(',', ""))
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
mod tests {
    use super::*;
    use crate::lang::Text;

    fn unit() -> Text {
        Text {
            zh_cn: Some("台".into()),
            en: Some("machines".into()),
        }
    }

    #[test]
    fn counts_are_understood_as_people_type_them() {
        let kind = Kind::Count {
            min: 0,
            max: 999_999,
            unit: unit(),
        };
        for (typed, count) in [
            ("8", 8),
            (" ８ ", 8),
            ("１２３", 123),
            ("1,234", 1234),
            ("１，２３４", 1234),
            ("1 234", 1234),
            ("2万", 20_000),
            ("1.5万", 15_000),
            ("１．２３４５万", 12_345),
            ("0.3千", 300),
            ("8台", 8),
            ("8台套", 8),
            ("8个", 8),
            ("1.5万件", 15_000),
            ("8 machines", 8),
            ("2 万台", 20_000),
            ("8.0", 8),
            ("007", 7),
            ("+8", 8),
            ("8。0", 8),
        ] {
            assert_eq!(
                read_typed(typed, &kind),
                Ok(Some(Answer::Count(count))),
                "{typed:?}"
            );
        }
        assert_eq!(read_typed(" \u{3000}", &kind), Ok(None));
    }

    #[test]
    fn what_is_no_count_is_refused_with_its_reason() {
        let kind = Kind::Count {
            min: 0,
            max: 999_999,
            unit: unit(),
        };
        let bounds = TypedFault::OutOfBounds {
            min: 0,
            max: 99_999_900,
        };
        for (typed, fault) in [
            ("八", TypedFault::NotANumber),
            ("1,5", TypedFault::NotANumber),
            ("12,34", TypedFault::NotANumber),
            ("8-9", TypedFault::NotANumber),
            ("8 9", TypedFault::NotANumber),
            ("1e5", TypedFault::NotANumber),
            (".", TypedFault::NotANumber),
            ("-", TypedFault::NotANumber),
            ("台", TypedFault::NotANumber),
            ("8.5", TypedFault::NotWhole),
            ("1.23456万", TypedFault::NotWhole),
            ("-1", bounds),
            ("1000000", bounds),
            ("9999999999999999", bounds),
            ("99999999999999999999999999999999999999999999999999", bounds),
            ("1亿", bounds),
        ] {
            assert_eq!(read_typed(typed, &kind), Err(fault), "{typed:?}");
        }
    }

    #[test]
    fn numbers_have_at_most_two_decimals() {
        let kind = Kind::Number {
            min: -10_000,
            max: 10_000_000,
            unit: unit(),
        };
        for (typed, hundredths) in [
            ("12.34", 1234),
            ("12.3400", 1234),
            ("-0.5", -50),
            (".5", 50),
            ("1.23456万", 1_234_560),
            ("0", 0),
        ] {
            assert_eq!(
                read_typed(typed, &kind),
                Ok(Some(Answer::Number(hundredths))),
                "{typed:?}"
            );
        }
        for typed in ["12.345", "0.00001", "1.2345678万"] {
            assert_eq!(
                read_typed(typed, &kind),
                Err(TypedFault::TooManyDecimals),
                "{typed:?}"
            );
        }
    }

    #[test]
    fn a_number_is_written_without_needless_decimals() {
        for (hundredths, text) in [(800, "8"), (850, "8.5"), (805, "8.05"), (-50, "-0.5"), (0, "0")] {
            assert_eq!(write_number(hundredths), text);
        }
    }
}
