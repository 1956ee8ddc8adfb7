//! Answers that cannot all be right: rules of this project's own, asked as questions.

use super::{Basis, Hundredths, Item, Standard};
use crate::lang::Text;

/// Answers that can hardly all be right, as the rule's author sees it.
#[derive(Clone, Debug, Default)]
pub struct ContradictionRule {
    /// Its id, which is that of the contradiction.
    pub id: String,
    /// The contradiction, phrased as a question.
    pub text: Text,
    /// What holds of the answers together; at least two tests, of at least two questions.
    pub when: Vec<Test>,
    /// Where the rule comes from.
    pub basis: Basis,
}

/// What must hold of one question that is answered, or of a rate whose part and total are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Test {
    /// What is looked at.
    pub item: Item,
    /// How it compares with `limit`.
    pub compare: Compare,
    /// With what it is compared.
    pub limit: Limit,
}

impl Default for Test {
    fn default() -> Test {
        Test {
            item: Item::Question(0),
            compare: Compare::Is,
            limit: Limit::YesNo(false),
        }
    }
}

/// How an answer compares with a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    /// It is the limit or better.
    AtLeast,
    /// It is the limit or worse.
    AtMost,
    /// It is the limit; of many-of, the option is among the chosen ones.
    Is,
}

/// With what an answer is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// A count, a number, or how many options of many-of are chosen; of a rate, percent. In hundredths of the unit.
    Number(Hundredths),
    /// An option of the question, by its index; of one-of, later options are better.
    Option(usize),
    /// Yes or no.
    YesNo(bool),
}

impl Compare {
    /// Whether `found` compares so with `limit`.
    pub fn holds<T: Ord>(self, found: T, limit: T) -> bool {
        match self {
            Compare::AtLeast => found >= limit,
            Compare::AtMost => found <= limit,
            Compare::Is => found == limit,
        }
    }
}

impl ContradictionRule {
    /// Indexes of the questions concerned, each once, in the order of the tests; of a rate, part and total.
    pub fn questions(&self, standard: &Standard) -> Vec<usize> {
        let mut questions = Vec::new();
        for test in &self.when {
            let concerned = match test.item {
                Item::Question(index) => [index, index],
                Item::Rate(index) => [standard.rates[index].part, standard.rates[index].total],
            };
            for question in concerned {
                if !questions.contains(&question) {
                    questions.push(question);
                }
            }
        }
        questions
    }
}
