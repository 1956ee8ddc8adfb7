//! Answers that can hardly all be right, in the description of a standard.

use super::{Basis, option, question};
use crate::document::Decimal;
use crate::lang::Text;
use crate::standard::{self as model, Compare, Item, Limit, Standard};
use serde::Serialize;

/// Answers that can hardly all be right, as this project sees it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct ContradictionRule<'a> {
    id: &'a str,
    /// The contradiction, phrased as a question.
    text: &'a Text,
    /// What holds of the answers together.
    when: Vec<RuleTest<'a>>,
    basis: Basis<'a>,
}

/// What must hold of an answer. It names a question or a rate, and has one of the three limits.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct RuleTest<'a> {
    /// By id.
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<&'a str>,
    /// By id.
    #[serde(skip_serializing_if = "Option::is_none")]
    rate: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_least: Option<RuleLimit<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_most: Option<RuleLimit<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is: Option<RuleLimit<'a>>,
}

/// A count, a number, or how many options are chosen; of a rate, percent; an option by its id; yes or no.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
#[cfg_attr(
    feature = "types",
    derive(tsify::Tsify),
    tsify(type = "number | string | boolean")
)]
pub enum RuleLimit<'a> {
    /// A number, or percent of a rate.
    Number(Decimal),
    /// An option, by its id.
    Option(&'a str),
    /// Yes or no.
    YesNo(bool),
}

impl<'a> ContradictionRule<'a> {
    pub(super) fn of(standard: &'a Standard, rule: &'a model::ContradictionRule) -> ContradictionRule<'a> {
        ContradictionRule {
            id: &rule.id,
            text: &rule.text,
            when: rule
                .when
                .iter()
                .map(|test| RuleTest::of(standard, test))
                .collect(),
            basis: Basis::of(standard, &rule.basis),
        }
    }
}

impl<'a> RuleTest<'a> {
    fn of(standard: &'a Standard, test: &model::Test) -> RuleTest<'a> {
        let (asked, rate) = match test.item {
            Item::Question(index) => (Some(index), None),
            Item::Rate(index) => (None, Some(standard.rates[index].id.as_str())),
        };
        let limit = |compare: Compare| {
            (test.compare == compare).then(|| match (test.limit, asked) {
                (Limit::Number(hundredths), _) => RuleLimit::Number(Decimal(hundredths)),
                (Limit::YesNo(yes), _) => RuleLimit::YesNo(yes),
                // No test of a rate has an option.
                (Limit::Option(index), asked) => {
                    RuleLimit::Option(asked.map_or("", |asked| option(standard, asked, index)))
                }
            })
        };
        RuleTest {
            question: asked.map(|index| question(standard, index)),
            rate,
            at_least: limit(Compare::AtLeast),
            at_most: limit(Compare::AtMost),
            is: limit(Compare::Is),
        }
    }
}
