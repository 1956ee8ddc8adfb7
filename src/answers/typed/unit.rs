//! The unit of a field, and what another one that is written behind a number comes to in it.

use super::TypedFault;
use super::number::{Fine, Number, ONE, number};
use crate::lang::{Lang, Text};

/// Measure words that say nothing about the number before them: people write 20台 where 台（套） is asked for, or 8个.
const MEASURE_WORDS: &str = "台套个件项种条家人次份张名类位点";

/// Money, in yuan.
const MONEY: [&str; 8] = ["元", "块", "元人民币", "人民币", "cny", "rmb", "yuan", "圆"];

/// Spans of time, in days of which a month has thirty and a year twelve months.
const DAY: Fine = 1;
const MONTH: Fine = 30;
const YEAR: Fine = 360;
const TIME: [(&[&str], Fine); 4] = [
    (&["天", "日", "day", "days"], DAY),
    (&["周", "个周", "星期", "个星期", "礼拜", "week", "weeks"], 7),
    (&["月", "个月", "個月", "month", "months"], MONTH),
    (&["年", "year", "years"], YEAR),
];

/// What the unit of a field measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Measure {
    /// Money, in so many yuan.
    Money(Fine),
    /// A span of time, in so many days.
    Time(Fine),
    /// A percentage.
    Percent,
    /// Anything else: nothing is converted.
    Other,
}

/// The unit of a field.
#[derive(Clone, Debug)]
pub struct Unit {
    measure: Measure,
    /// What may stand behind a number and says no more than the field does.
    own: Vec<String>,
}

impl Unit {
    /// The unit that a text names in both languages.
    pub fn of(unit: &Text) -> Unit {
        let [chinese, english] = Lang::ALL.map(|lang| super::plain(unit.get(lang)));
        let numerator = chinese.split('/').next().unwrap_or_default();
        let measure = match numerator {
            "万元" => Measure::Money(10_000),
            "亿元" => Measure::Money(100_000_000),
            "元" => Measure::Money(1),
            "%" => Measure::Percent,
            // A year of the calendar is no span of time.
            "年" if english.starts_with('(') => Measure::Other,
            _ => match TIME.iter().find(|(words, _)| words.contains(&numerator)) {
                Some((_, days)) => Measure::Time(*days),
                None => Measure::Other,
            },
        };
        let mut own = vec![singular(&english), english, numerator.to_owned(), chinese.clone()];
        own.extend(chinese.split(['(', ')']).map(str::to_owned));
        own.push(chinese.replace(['(', ')'], ""));
        Unit { measure, own }
    }

    /// Reads a text that is in plain writing: a number, and perhaps a unit that is converted.
    pub fn read(&self, text: &str) -> Result<Fine, TypedFault> {
        let own = self.own.iter().filter(|own| !own.is_empty());
        let mut bare = own.clone().filter_map(|own| text.strip_suffix(own.as_str()));
        // The unit of the field may begin with a digit of its own: 10,000 CNY.
        if let Some(whole) = bare.find_map(|bare| whole(bare.trim_end())) {
            return Ok(whole.value);
        }
        match self.measure {
            Measure::Time(days) => self.time(text, days),
            Measure::Money(yuan) => self.money(text, yuan),
            _ => self.other(text),
        }
    }

    fn is_own(&self, unit: &str) -> bool {
        self.own.iter().any(|own| own == unit) || unit.chars().all(|c| MEASURE_WORDS.contains(c))
    }

    fn other(&self, text: &str) -> Result<Fine, TypedFault> {
        let (number, unit) = parts(text)?;
        let percent =
            self.measure == Measure::Percent && matches!(unit, "%" | "percent" | "个百分点" | "个点");
        if unit.is_empty() || percent || self.is_own(unit) {
            return Ok(number.value);
        }
        Err(other_unit(unit))
    }

    /// 20万 is 200,000 yuan in every field of money, also where the field counts in 万元 itself.
    fn money(&self, text: &str, yuan: Fine) -> Result<Fine, TypedFault> {
        let signed = text.strip_prefix('¥');
        let (number, unit) = parts(signed.unwrap_or(text).trim_start())?;
        let (unit, per) = unit.split_once('/').unwrap_or((unit, ""));
        let own_per = self
            .own
            .iter()
            .any(|own| own.split_once('/').is_some_and(|(_, own)| own == per));
        if !per.is_empty() && !own_per {
            return Err(other_unit(unit));
        }
        let in_field = self.own.iter().any(|own| own == unit) && !MONEY.contains(&unit);
        if MONEY.contains(&unit) || (unit.is_empty() && (number.multiplied || signed.is_some())) {
            Ok(divided(number.value, yuan))
        } else if unit.is_empty() || in_field {
            Ok(number.value)
        } else {
            Err(other_unit(unit))
        }
    }

    /// One span, or several that are added: 1年3个月, 一年半.
    fn time(&self, text: &str, days: Fine) -> Result<Fine, TypedFault> {
        let mut rest = text;
        let mut sum: Fine = 0;
        let mut last = None;
        while !rest.is_empty() {
            let ((value, after), half) = match (rest.strip_prefix('半'), last) {
                (Some(""), Some(last)) => {
                    return Ok(divided(sum.saturating_add(ONE * last / 2), days));
                }
                (Some(after), None) => ((ONE / 2, after), true),
                _ => {
                    let (number, after) = number(rest).ok_or(TypedFault::NotANumber)?;
                    ((number.value, after), false)
                }
            };
            let after = after.trim_start();
            let (value, after) = match after.strip_prefix("个半") {
                Some(after) => (value + ONE / 2, after),
                None => (value, after),
            };
            let named = TIME
                .iter()
                .flat_map(|(words, days)| words.iter().map(move |word| (*word, *days)));
            let unit = named
                .filter(|(word, _)| after.starts_with(word))
                .max_by_key(|(word, _)| word.len());
            let Some((word, found)) = unit else {
                let alone = last.is_none() && !half;
                return if alone && (after.is_empty() || self.is_own(after)) {
                    Ok(value)
                } else {
                    Err(other_unit(after))
                };
            };
            // A year has no exact number of days.
            if found.max(days) == YEAR && found.min(days) < MONTH {
                return Err(TypedFault::OtherUnit);
            }
            // Spans fall: a second one of the same unit, or a greater one, is a slip.
            if last.is_some_and(|last| found >= last) {
                return Err(TypedFault::NotANumber);
            }
            last = Some(found);
            sum = sum.saturating_add(value.saturating_mul(found));
            rest = after[word.len()..].trim_start();
        }
        if last.is_none() {
            Err(TypedFault::NotANumber)
        } else {
            Ok(rounded(divided(sum, days)))
        }
    }
}

/// A number and the unit behind it.
fn parts(text: &str) -> Result<(Number, &str), TypedFault> {
    let (number, unit) = number(text).ok_or(TypedFault::NotANumber)?;
    Ok((number, unit.trim()))
}

/// A text that is nothing but a number.
fn whole(text: &str) -> Option<Number> {
    number(text)
        .filter(|(_, rest)| rest.is_empty())
        .map(|(number, _)| number)
}

/// Behind the number stands something: a unit that is not known here, or no unit at all.
fn other_unit(unit: &str) -> TypedFault {
    let is_word = unit.chars().all(|c| c.is_alphabetic() || " /%()²³.°".contains(c));
    if is_word && !unit.is_empty() {
        TypedFault::OtherUnit
    } else {
        TypedFault::NotANumber
    }
}

/// A division whose remainder is still seen in the last place.
fn divided(value: Fine, by: Fine) -> Fine {
    value / by + (value % by).signum()
}

/// To hundredths, the half away from zero: months have no exact number of days.
fn rounded(value: Fine) -> Fine {
    let step = ONE / 100;
    (value + value.signum() * step / 2) / step * step
}

/// The English word for one of what there are several of.
fn singular(plural: &str) -> String {
    match plural {
        word if word.ends_with("ies") => word[..word.len() - 3].to_owned() + "y",
        word => word.strip_suffix('s').unwrap_or(word).to_owned(),
    }
}
