//! The frame around a payload: `version, length, identity, payload, checksum`, in whole groups. It never changes, so that
//! a code of a newer version is known as whole, cut or mistyped too.
//!
//! The length counts groups: one symbol up to 30; else 31, how many symbols follow, and the number in these.

use super::CodeFault;
use super::checksum::{self, LENGTH, MOST_LOCATED, Remainder, quotient};
use super::identity::Identity;
use super::letters::GROUP;

/// The version that is written and read.
pub(super) const VERSION: u8 = 1;
/// How many characters any code has at least.
pub(super) const LEAST: usize = 2 * GROUP;
/// The greatest length of one symbol.
const MOST_SHORT: usize = 30;
const LONG: u8 = 31;
/// Any code in memory has fewer than 32⁵ groups.
const MOST_DIGITS: usize = 5;

/// A whole code of the version that is read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Frame<'a> {
    pub(super) identity: Identity,
    pub(super) payload: &'a [u8],
}

/// The length in groups as symbols.
fn length(groups: usize) -> Vec<u8> {
    if groups <= MOST_SHORT {
        return vec![groups as u8];
    }
    let (mut digits, mut rest) = (Vec::new(), groups);
    while rest > 0 {
        digits.insert(0, (rest % 32) as u8);
        rest /= 32;
    }
    [vec![LONG, digits.len() as u8], digits].concat()
}

/// How many groups hold a payload.
pub(super) fn groups(payload: usize) -> usize {
    let fixed = 1 + size_of::<Identity>() + LENGTH + payload;
    // The length takes symbols itself: it is tried out.
    let mut groups = (fixed + 1).div_ceil(GROUP);
    while (fixed + length(groups).len()).div_ceil(GROUP) > groups {
        groups += 1;
    }
    groups
}

/// The code of a payload.
pub(super) fn close(identity: Identity, payload: &[u8]) -> Vec<u8> {
    let groups = groups(payload.len());
    let mut symbols = vec![VERSION];
    symbols.extend(length(groups));
    symbols.extend(identity);
    symbols.resize(groups * GROUP - LENGTH - payload.len(), 0);
    symbols.extend(payload);
    symbols.extend(checksum::of(&symbols));
    symbols
}

/// How many symbols a code says that it has, and how many of them say so; `None` where no code says it so.
fn said(symbols: &[u8]) -> Option<(usize, usize)> {
    let (groups, width) = match symbols {
        [_, LONG, count, rest @ ..] => {
            let digits = rest
                .get(..usize::from(*count))
                .filter(|digits| digits.len() <= MOST_DIGITS)?;
            let groups = digits.iter().fold(0, |sum, digit| sum * 32 + usize::from(*digit));
            (groups, 2 + digits.len())
        }
        [_, short, ..] => (usize::from(*short), 1),
        _ => return None,
    };
    let is_ours = groups * GROUP >= LEAST && length(groups) == symbols[1..1 + width];
    is_ours.then_some((groups * GROUP, width))
}

/// Takes a code apart.
///
/// # Errors
/// Where it is not whole, or of another version.
pub(super) fn open(symbols: &[u8]) -> Result<Frame<'_>, CodeFault> {
    let found = symbols.len();
    let said = said(symbols);
    if let Some((expected, width)) = said
        && expected == found
        && checksum::remainder(symbols) == [0; LENGTH]
    {
        let (identity, payload) = symbols[1 + width..found - LENGTH].split_at(size_of::<Identity>());
        return match (symbols[0], identity) {
            (VERSION, [a, b, c]) => Ok(Frame {
                identity: [*a, *b, *c],
                payload,
            }),
            (version, _) if version > VERSION => Err(CodeFault::Newer { version }),
            _ => Err(CodeFault::Mistyped { group: None }),
        };
    }
    let group = slip(symbols);
    Err(match said {
        _ if group.is_some() => CodeFault::Mistyped { group },
        Some((expected, _)) if found < expected => CodeFault::Cut {
            found,
            expected: Some(expected),
        },
        _ if found < LEAST => CodeFault::Cut {
            found,
            expected: None,
        },
        Some((expected, _)) if found > expected => CodeFault::TooLong { found, expected },
        _ => CodeFault::Mistyped { group: None },
    })
}

/// The group in which one wrong symbol, or two swapped neighbours, would explain everything, if it is a single one.
fn slip(symbols: &[u8]) -> Option<usize> {
    if symbols.len() > MOST_LOCATED {
        return None;
    }
    let wrong = checksum::remainder(symbols);
    let mut slips = Vec::new();
    let mut weight: Remainder = [0, 0, 1];
    for place in (0..symbols.len()).rev() {
        if let Some(error) = quotient(wrong, weight) {
            let mut repaired = symbols.to_vec();
            repaired[place] ^= error;
            slips.push((place, repaired));
        }
        let next = checksum::shifted(weight);
        let both = [0, 1, 2].map(|part| weight[part] ^ next[part]);
        if place > 0 && quotient(wrong, both) == Some(symbols[place - 1] ^ symbols[place]) {
            let mut repaired = symbols.to_vec();
            repaired.swap(place - 1, place);
            slips.push((place - 1, repaired));
        }
        weight = next;
    }
    // The repaired code must be one.
    slips.retain(|(_, repaired)| {
        let has_length = said(repaired).is_some_and(|(expected, _)| expected == repaired.len());
        has_length && (repaired[0] == VERSION || repaired[0] == symbols[0])
    });
    let group = slips.first()?.0 / GROUP;
    slips
        .iter()
        .all(|(place, _)| place / GROUP == group)
        .then_some(group + 1)
}
