//! The search of the picker.

use super::{Industry, Programmes};
use crate::lang::Lang;

/// Indexes of the industries that a typed text finds, the best first; all of them, in the order of the data, where
/// nothing is typed. A text finds a part of a name or of another word, in either language and whatever the case, the
/// initials of the Chinese name from any syllable on, and the beginning of a code, with or without its letter; and a
/// Chinese text, any other word in it. Of several words, each must find something.
pub fn search(programmes: &Programmes, text: &str) -> Vec<usize> {
    let typed: Vec<String> = plain(text).split_whitespace().map(str::to_owned).collect();
    let rank = |industry: &Industry| {
        let mut ranks = typed.iter().map(|word| rank(industry, word));
        ranks.try_fold(0, |worst, rank| Some(worst.max(rank?)))
    };
    let industries = programmes.industries.iter().enumerate();
    let mut found: Vec<(u8, usize)> = industries
        .filter_map(|(index, industry)| Some((rank(industry)?, index)))
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, index)| index).collect()
}

/// How well a word finds an industry, 0 best; none where it does not.
fn rank(industry: &Industry, word: &str) -> Option<u8> {
    let names = Lang::ALL.map(|lang| plain(industry.title.get(lang)));
    let begins_a_word = |text: &str| text.split([' ', '-', '(']).any(|part| part.starts_with(word));
    let letters = word.bytes().all(|letter| letter.is_ascii_lowercase());
    let words = || industry.words.iter().map(|other| plain(other));
    let code = |code: &String| {
        let code = plain(code);
        let digits = code.get(1..).unwrap_or_default();
        code.starts_with(word) || (word.len() > 1 && digits.starts_with(word))
    };
    let found = [
        names.iter().any(|name| name.starts_with(word)),
        letters && industry.initials.starts_with(word),
        names.iter().any(|name| begins_a_word(name)),
        // Inside an English word a few letters mean nothing: "art" is not in "parts".
        !letters && names.iter().any(|name| name.contains(word)),
        words().any(|other| other == word),
        words().any(|other| {
            if letters {
                begins_a_word(&other)
            } else {
                other.contains(word)
            }
        }),
        letters && word.len() > 1 && industry.initials.contains(word),
        industry.codes.iter().any(code),
        // People type what they are: 注塑厂 for 注塑.
        !letters && words().any(|other| other.chars().count() > 1 && word.contains(&other)),
    ];
    found.iter().position(|found| *found).map(|rank| rank as u8)
}

/// Lower case, full-width forms made narrow, what separates words made a space.
fn plain(text: &str) -> String {
    let narrow = text.chars().map(|c| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    });
    let separated = narrow.map(|c| match c {
        '、' | '，' | ',' | '；' | ';' | '/' | '\u{3000}' => ' ',
        _ => c.to_ascii_lowercase(),
    });
    separated.collect::<String>().trim().to_owned()
}
