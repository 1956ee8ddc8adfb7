//! The letters of a code: Crockford's alphabet of 32, five bits each.

use super::CodeFault;
use crate::answers::is_invisible;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many letters stand together.
pub(super) const GROUP: usize = 4;

/// Symbols as letters, in groups joined by `-`.
pub(super) fn write(symbols: &[u8]) -> String {
    let groups = symbols.chunks(GROUP).map(letters);
    groups.collect::<Vec<_>>().join("-")
}

fn letters(symbols: &[u8]) -> String {
    symbols
        .iter()
        .map(|symbol| char::from(ALPHABET[usize::from(*symbol)]))
        .collect()
}

/// The letters of a code as they are printed, without joints.
///
/// # Errors
/// A character that no code has.
pub(crate) fn bare(code: &str) -> Result<String, CodeFault> {
    read(code).map(|symbols| letters(&symbols))
}

/// Reads what was typed or pasted.
pub(super) fn read(text: &str) -> Result<Vec<u8>, CodeFault> {
    let mut symbols = Vec::new();
    for character in text.chars().filter(|c| !is_between(*c)) {
        let symbol = symbol(character).ok_or(CodeFault::BadCharacter {
            character,
            group: symbols.len() / GROUP + 1,
            place: symbols.len() % GROUP + 1,
        })?;
        symbols.push(symbol);
    }
    Ok(symbols)
}

/// What may stand between letters: white space, what nobody sees, and the dashes that programs make of a joint.
fn is_between(c: char) -> bool {
    let is_dash = matches!(
        c,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
    );
    is_dash || c.is_whitespace() || is_invisible(c)
}

fn symbol(c: char) -> Option<u8> {
    let narrow = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0)?,
        c => c,
    };
    let letter = match narrow.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        letter => letter,
    };
    let place = ALPHABET.iter().position(|known| char::from(*known) == letter)?;
    u8::try_from(place).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_read_as_people_write_them() {
        for text in [
            "01AZ-01",
            "01az01",
            "o1az oi",
            "0LAZ\u{3000}OL",
            "０１ａＺ－０１",
            " 0 1 A Z\n—0\u{200b}1 ",
            "0l\u{ad}az−0i",
        ] {
            assert_eq!(read(text), Ok(vec![0, 1, 10, 31, 0, 1]), "{text:?}");
            assert_eq!(bare(text).as_deref(), Ok("01AZ01"), "{text:?}");
        }
        assert_eq!(write(&[0, 1, 10, 31, 0, 1]), "01AZ-01");
    }

    #[test]
    fn a_character_that_no_code_has_is_named_with_its_place() {
        for (text, character, group, place) in [
            ("U", 'U', 1, 1),
            ("0123-45u", 'u', 2, 3),
            ("01 ２３-码", '码', 2, 1),
            ("012.3", '.', 1, 4),
            ("0123-456А", 'А', 2, 4),
        ] {
            let expected = CodeFault::BadCharacter {
                character,
                group,
                place,
            };
            assert_eq!(read(text), Err(expected), "{text:?}");
        }
    }
}
