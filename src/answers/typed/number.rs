//! A number as it is written: digits with separators, Chinese numerals, 万 and 亿, and mixtures of them.

/// A value in units of 10⁻¹², so that decimals that cannot count are still seen. Beyond all bounds it saturates.
pub type Fine = i128;

/// One, in [`Fine`].
pub const ONE: Fine = 1_000_000_000_000;
const DECIMALS: usize = 12;

/// Chinese digits, in everyday and in formal writing.
const DIGITS: [&str; 10] = [
    "零〇",
    "一壹",
    "二两贰",
    "三叁",
    "四肆",
    "五伍",
    "六陆",
    "七柒",
    "八捌",
    "九玖",
];

/// What multiplies the number before it, as a power of ten.
const MULTIPLIERS: [(&str, u32); 16] = [
    ("thousand", 3),
    ("million", 6),
    ("billion", 9),
    ("十", 1),
    ("拾", 1),
    ("百", 2),
    ("佰", 2),
    ("千", 3),
    ("仟", 3),
    ("万", 4),
    ("萬", 4),
    ("亿", 8),
    ("億", 8),
    ("wan", 4),
    ("hundred", 2),
    ("yi", 8),
];

/// A number, and whether a multiplier such as 万 was written in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// The value.
    pub value: Fine,
    /// Whether it was written with a multiplier.
    pub multiplied: bool,
}

/// Reads the number at the beginning of a text, of which full-width forms were made narrow; gives it with what follows.
/// None where there is no number, or one that could be understood in two ways.
pub fn number(text: &str) -> Option<(Number, &str)> {
    let (negative, mut rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let mut sum = Sum::default();
    loop {
        let spaced = rest.trim_start_matches(is_space);
        if let Some((power, after)) = multiplier(spaced) {
            sum.multiply(power)?;
            rest = after;
        } else if let Some((digits, after)) = digits(if sum.is_empty() { rest } else { spaced })? {
            sum.take(digits)?;
            rest = after;
        } else {
            break;
        }
    }
    let value = sum.value()?;
    let value = if negative { -value } else { value };
    let multiplied = sum.multiplied();
    Some((Number { value, multiplied }, rest))
}

/// A space within a line. Tabs and line breaks stand between cells and never join numbers.
pub fn is_space(c: char) -> bool {
    c.is_whitespace()
        && !matches!(
            c,
            '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
        )
}

fn multiplier(text: &str) -> Option<(u32, &str)> {
    let found = |(word, power): (&str, u32)| Some((power, text.strip_prefix(word)?));
    MULTIPLIERS.into_iter().find_map(found)
}

/// Digits as they are written.
struct Digits {
    value: Fine,
    /// How many digits there are; none where they have decimals.
    count: Option<usize>,
    leads_with_zero: bool,
}

impl Digits {
    fn of(whole: &str, fraction: &str) -> Digits {
        // More decimals than can be held are cut to one that is seen to be too many.
        let fraction = fraction.trim_end_matches('0');
        let cut = if fraction.len() > DECIMALS {
            &[&fraction[..DECIMALS - 1], "1"].concat()
        } else {
            fraction
        };
        let mut value: Fine = 0;
        for digit in whole.bytes().chain(cut.bytes()) {
            value = value.saturating_mul(10).saturating_add(Fine::from(digit - b'0'));
        }
        for _ in cut.len()..DECIMALS {
            value = value.saturating_mul(10);
        }
        Digits {
            value,
            count: fraction.is_empty().then_some(whole.len()),
            leads_with_zero: whole.starts_with('0'),
        }
    }
}

/// The digits at the beginning of a text, with what follows. The outer `None`: digits that are no number, such as `1,5`.
fn digits(text: &str) -> Option<Option<(Digits, &str)>> {
    if text.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return arabic(text).map(Some);
    }
    Some(chinese(text))
}

/// `1234.5`, and `1,234.5` or `1 234.5` in groups of three; not `1,5`, which elsewhere means one and a half.
fn arabic(text: &str) -> Option<(Digits, &str)> {
    let run = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = run(text);
    let mut whole = text[..first].to_owned();
    let mut rest = &text[first..];
    while let Some(after) = rest.strip_prefix(|c: char| c == ',' || is_space(c)) {
        let count = run(after);
        if count == 0 {
            // A space before a unit; a comma that separates nothing is no number.
            if rest.starts_with(',') {
                return None;
            }
            break;
        }
        if count != 3 || !(1..=3).contains(&first) {
            return None;
        }
        whole.push_str(&after[..count]);
        rest = &after[count..];
    }
    let mut fraction = "";
    if let Some(after) = rest.strip_prefix('.') {
        let count = run(after);
        (fraction, rest) = after.split_at(count);
        if rest.starts_with('.') {
            return None;
        }
    }
    let empty = whole.is_empty() && fraction.is_empty();
    (!empty).then(|| (Digits::of(&whole, fraction), rest))
}

/// `八`, `二〇一八`, `三点五`.
fn chinese(text: &str) -> Option<(Digits, &str)> {
    let (whole, rest) = chinese_run(text);
    let (fraction, rest) = match rest.strip_prefix('点').map(chinese_run) {
        Some((fraction, after)) if !whole.is_empty() && !fraction.is_empty() => (fraction, after),
        _ => (String::new(), rest),
    };
    (!whole.is_empty()).then(|| (Digits::of(&whole, &fraction), rest))
}

fn chinese_run(text: &str) -> (String, &str) {
    let mut run = String::new();
    for (at, c) in text.char_indices() {
        match DIGITS.iter().position(|forms| forms.contains(c)) {
            Some(digit) => run.push(char::from(b'0' + digit as u8)),
            None => return (run, &text[at..]),
        }
    }
    (run, "")
}

/// A number as its parts come: `1亿2000万`, `三万五千`.
#[derive(Default)]
struct Sum {
    /// What is complete: multiples of 万 and more.
    total: Fine,
    /// What a following 万 or 亿 multiplies.
    section: Fine,
    pending: Option<Digits>,
    /// The last multiplier, and the last one from 万 on: each further one must be less.
    last: Option<u32>,
    last_large: Option<u32>,
}

impl Sum {
    fn is_empty(&self) -> bool {
        self.pending.is_none() && self.last.is_none()
    }

    fn multiplied(&self) -> bool {
        self.last.is_some()
    }

    fn take(&mut self, mut digits: Digits) -> Option<()> {
        match &self.pending {
            None => {}
            // 1亿零500万.
            Some(zero) if self.last.is_some() && zero.value == 0 => digits.leads_with_zero = true,
            // Two numbers side by side, such as 3五.
            Some(_) => return None,
        }
        self.pending = Some(digits);
        Some(())
    }

    fn multiply(&mut self, power: u32) -> Option<()> {
        let factor = (10 as Fine).saturating_pow(power);
        let pending = self.pending.take().map(|digits| digits.value);
        if power < 4 {
            let falls = self.last.is_none_or(|last| power < last);
            // 十 alone is ten.
            let value = match pending {
                None if power == 1 && self.section == 0 => ONE,
                None => return None,
                Some(value) => value,
            };
            if !falls {
                return None;
            }
            self.section = self.section.saturating_add(value.saturating_mul(factor));
        } else {
            let inner = self.section.saturating_add(pending.unwrap_or_default());
            // 万亿: what is complete is multiplied once more.
            let again = pending.is_none() && self.section == 0 && self.last == Some(4) && power == 8;
            if again && self.last_large == Some(4) {
                self.total = self.total.saturating_mul(factor);
            } else {
                let falls = self.last_large.is_none_or(|last| power < last);
                if !falls || inner == 0 && pending.is_none() {
                    return None;
                }
                self.total = self.total.saturating_add(inner.saturating_mul(factor));
            }
            self.section = 0;
            self.last_large = Some(power);
        }
        self.last = Some(power);
        Some(())
    }

    fn value(&self) -> Option<Fine> {
        let sum = self.total.saturating_add(self.section);
        let Some(pending) = &self.pending else {
            return (!self.is_empty()).then_some(sum);
        };
        let Some(last) = self.last else {
            return Some(pending.value);
        };
        // 三万五 is 35,000, 3万5000 and 一百零五 are what they say; 1亿2000 could be two things.
        let factor = match pending.count? {
            count if count == last as usize || pending.leads_with_zero => 1,
            1 => (10 as Fine).saturating_pow(last - 1),
            _ => return None,
        };
        Some(sum.saturating_add(pending.value.saturating_mul(factor)))
    }
}

#[cfg(test)]
mod tests;
