//! Documents as JSON text. Own code, of which the module carries what it needs and no table of powers: numbers of up
//! to 15 digits are exact in both directions, longer ones to the last place of a double.

use super::{MOST_LEVELS, Node};

/// Reads one value; what is wrong, and the byte at which it is, where the text is not JSON.
pub(super) fn read(text: &str) -> Result<Node, (&'static str, usize)> {
    let mut reader = Reader { text, at: 0 };
    let node = reader.value(MOST_LEVELS).and_then(|node| {
        reader.space();
        match reader.peek() {
            0 if reader.at == text.len() => Ok(node),
            _ => Err("something follows the document"),
        }
    });
    node.map_err(|wrong| (wrong, reader.at))
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

type Read<T> = Result<T, &'static str>;

impl Reader<'_> {
    /// The byte to be read next; 0 at the end.
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn space(&mut self) {
        while matches!(self.peek(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
    }

    /// Passes over a byte, if it is the next.
    fn passes(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == byte;
        self.at += usize::from(is_next);
        is_next
    }

    /// Whether a list or object ends here, or goes on after a comma.
    fn ends(&mut self, end: u8, is_first: bool) -> Read<bool> {
        self.space();
        if self.passes(end) {
            return Ok(true);
        }
        if !is_first && !self.passes(b',') {
            return Err("expected a comma, or the end of the list or object");
        }
        self.space();
        Ok(false)
    }

    fn value(&mut self, levels: u8) -> Read<Node> {
        self.space();
        let first = self.peek();
        match first {
            b'"' => return self.text().map(Node::Text),
            b'-' | b'0'..=b'9' => return self.number().map(Node::Number),
            b'[' | b'{' => {}
            _ => return self.word(),
        }
        let below = levels.checked_sub(1).ok_or("the document is nested too deep")?;
        self.at += 1;
        if first == b'[' {
            let mut list = Vec::new();
            while !self.ends(b']', list.is_empty())? {
                list.push(self.value(below)?);
            }
            return Ok(Node::List(list));
        }
        let mut map = Vec::new();
        while !self.ends(b'}', map.is_empty())? {
            let key = self.text()?;
            self.space();
            if !self.passes(b':') {
                return Err("expected a colon");
            }
            map.push((key, self.value(below)?));
        }
        Ok(Node::Map(map))
    }

    fn word(&mut self) -> Read<Node> {
        for (word, node) in [
            ("null", Node::Null),
            ("true", Node::Bool(true)),
            ("false", Node::Bool(false)),
        ] {
            if self.text.as_bytes()[self.at..].starts_with(word.as_bytes()) {
                self.at += word.len();
                return Ok(node);
            }
        }
        Err("expected a value")
    }

    fn text(&mut self) -> Read<String> {
        if !self.passes(b'"') {
            return Err("expected a text in double quotes");
        }
        let mut text = String::new();
        loop {
            let start = self.at;
            while !matches!(self.peek(), b'"' | b'\\' | ..b' ') {
                self.at += 1;
            }
            text.push_str(&self.text[start..self.at]);
            if self.passes(b'"') {
                return Ok(text);
            }
            if !self.passes(b'\\') {
                return Err("a text does not end, or holds a control character");
            }
            let escape = self.peek();
            self.at += 1;
            text.push(match escape {
                b'"' | b'\\' | b'/' => char::from(escape),
                b'b' => '\u{8}',
                b'f' => '\u{c}',
                b'n' => '\n',
                b'r' => '\r',
                b't' => '\t',
                b'u' => self.code_point()?,
                _ => return Err("no such escape in a text"),
            });
        }
    }

    /// What follows `\u`; a code point beyond the first plane takes two escapes.
    fn code_point(&mut self) -> Read<char> {
        let mut code = self.code_unit()?;
        if (0xd800..0xdc00).contains(&code) && self.passes(b'\\') && self.passes(b'u') {
            let low = self.code_unit()?;
            if (0xdc00..0xe000).contains(&low) {
                code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
            }
        }
        char::from_u32(code).ok_or("half a character in a text")
    }

    fn code_unit(&mut self) -> Read<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            let digit = char::from(self.peek()).to_digit(16);
            unit = unit * 16 + digit.ok_or("expected four hexadecimal digits")?;
            self.at += 1;
        }
        Ok(unit)
    }

    fn number(&mut self) -> Read<f64> {
        let is_negative = self.passes(b'-');
        let (mut digits, mut exponent) = (0, 0);
        if !self.passes(b'0') {
            self.digits(&mut digits, &mut exponent)?;
        }
        if self.passes(b'.') {
            let start = self.at;
            self.digits(&mut digits, &mut exponent)?;
            exponent -= i32::try_from(self.at - start).unwrap_or(i32::MAX);
        }
        if self.passes(b'e') || self.passes(b'E') {
            let falls = self.passes(b'-');
            if !falls {
                self.passes(b'+');
            }
            let (mut by, mut beyond) = (0, 0);
            self.digits(&mut by, &mut beyond)?;
            let by = i32::try_from(by).unwrap_or(i32::MAX);
            exponent = exponent.saturating_add(if falls { -by } else { by });
        }
        let number = scaled(digits, exponent);
        if number.is_infinite() {
            return Err("the number is too large");
        }
        Ok(if is_negative { -number } else { number })
    }

    /// At least one digit, put behind those already read; `dropped` counts those for which there is no room.
    fn digits(&mut self, digits: &mut u64, dropped: &mut i32) -> Read<()> {
        if !self.peek().is_ascii_digit() {
            return Err("expected a digit");
        }
        while self.peek().is_ascii_digit() {
            let digit = u64::from(self.peek() - b'0');
            if *digits < u64::MAX / 10 {
                *digits = *digits * 10 + digit;
            } else {
                *dropped = dropped.saturating_add(1);
            }
            self.at += 1;
        }
        Ok(())
    }
}

/// `digits` times ten to the power of `exponent`. The powers up to 22 are exact in a double.
fn scaled(digits: u64, exponent: i32) -> f64 {
    let mut number = digits as f64;
    let mut left = exponent.clamp(-400, 400);
    while left > 0 && number != 0.0 {
        number *= 10f64.powi(left.min(22));
        left -= left.min(22);
    }
    while left < 0 {
        number /= 10f64.powi((-left).min(22));
        left += (-left).min(22);
    }
    number
}

/// JSON text that is written piece by piece, so that what is large needs no tree of its own.
#[derive(Debug, Default)]
pub struct Json(String);

impl Json {
    /// Begins an object.
    pub fn open(&mut self) {
        self.0.push('{');
    }

    /// Ends it.
    pub fn close(&mut self) {
        self.0.push('}');
    }

    /// Begins an entry of an object.
    pub fn key(&mut self, key: &str) -> &mut Json {
        self.separate();
        write_text(key, &mut self.0);
        self.0.push(':');
        self
    }

    /// Writes a value.
    pub fn node(&mut self, node: &Node) {
        write(node, &mut self.0);
    }

    /// Writes a text as a value.
    pub fn text(&mut self, text: &str) {
        write_text(text, &mut self.0);
    }

    /// Takes entries, or a value after its key, that are written already.
    pub fn entries(&mut self, written: &str) {
        if !written.is_empty() {
            self.separate();
            self.0.push_str(written);
        }
    }

    /// Begins a list.
    pub fn open_list(&mut self) {
        self.0.push('[');
    }

    /// Ends it.
    pub fn close_list(&mut self) {
        self.0.push(']');
    }

    /// Begins an entry of a list.
    pub fn entry(&mut self) -> &mut Json {
        self.separate();
        self
    }

    /// A comma, unless something has just begun.
    fn separate(&mut self) {
        if !matches!(self.0.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.0.push(',');
        }
    }

    /// The text.
    pub fn into_text(self) -> String {
        self.0
    }
}

/// Writes a value at the end of `out`.
pub(super) fn write(node: &Node, out: &mut String) {
    match node {
        Node::Null => out.push_str("null"),
        Node::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Node::Number(value) => write_number(*value, out),
        Node::Text(value) => write_text(value, out),
        Node::List(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write(item, out);
            }
            out.push(']');
        }
        Node::Map(entries) => {
            out.push('{');
            for (index, (key, value)) in entries.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_text(key, out);
                out.push(':');
                write(value, out);
            }
            out.push('}');
        }
    }
}

fn write_text(text: &str, out: &mut String) {
    out.push('"');
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        // What is escaped is ASCII, so the text can be cut there; what lies between goes over in one piece.
        if !matches!(byte, b'"' | b'\\' | ..b' ') {
            continue;
        }
        out.push_str(&text[from..at]);
        from = at + 1;
        out.push('\\');
        let escape = match byte {
            b'"' | b'\\' => char::from(byte),
            8 => 'b',
            12 => 'f',
            b'\n' => 'n',
            b'\r' => 'r',
            b'\t' => 't',
            _ => {
                out.push_str("u00");
                out.extend(char::from_digit(u32::from(byte / 16), 16));
                char::from_digit(u32::from(byte % 16), 16).unwrap_or('0')
            }
        };
        out.push(escape);
    }
    out.push_str(&text[from..]);
    out.push('"');
}

fn write_whole(number: i64, out: &mut String) {
    if number < 0 {
        out.push('-');
    }
    let number = number.unsigned_abs();
    let mut power = 1;
    while number / power >= 10 {
        power *= 10;
    }
    while power > 0 {
        out.push(char::from(b'0' + (number / power % 10) as u8));
        power /= 10;
    }
}

/// Writes a number with as few digits as tell it. 8.0 is written as 8, as JavaScript does.
fn write_number(value: f64, out: &mut String) {
    if !value.is_finite() {
        return out.push_str("null");
    }
    if value.fract() == 0.0 && value.abs() < 9e15 {
        return write_whole(value as i64, out);
    }
    if value < 0.0 {
        out.push('-');
    }
    let value = value.abs();
    // The exponent of the first digit.
    let mut first = 0;
    while first < 308 && value >= scaled(1, first + 1) {
        first += 1;
    }
    while first > -324 && value < scaled(1, first) {
        first -= 1;
    }
    let mut count = 1;
    let digits = loop {
        let shift = count - 1 - first;
        // In two steps, since ten to the power of more than 308 is beyond a double.
        let up = if shift > 0 {
            value * scaled(1, shift.min(300)) * scaled(1, (shift - 300).max(0))
        } else {
            value / scaled(1, -shift)
        };
        let digits = up.round() as u64;
        if count == 17 || scaled(digits, -shift) == value {
            break digits;
        }
        count += 1;
    };
    let digits = digits.to_string();
    // Rounding up may have made one digit more.
    let first = first + i32::try_from(digits.len()).unwrap_or(count) - count;
    let digits = digits.trim_end_matches('0');
    let behind = |digits: &str, out: &mut String| {
        if !digits.is_empty() {
            out.push('.');
            out.push_str(digits);
        }
    };
    if (0..16).contains(&first) && digits.len() > first as usize {
        let (whole, rest) = digits.split_at(first as usize + 1);
        out.push_str(whole);
        behind(rest, out);
    } else if (-5..0).contains(&first) {
        out.push_str("0.");
        (first..-1).for_each(|_| out.push('0'));
        out.push_str(digits);
    } else {
        let (whole, rest) = digits.split_at(1);
        out.push_str(whole);
        behind(rest, out);
        out.push('e');
        out.push_str(&first.to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_not_json_is_refused() {
        for text in [
            "",
            "nul",
            "[1,]",
            "[,1]",
            "[1",
            "{\"a\"}",
            "{\"a\":}",
            "{a:1}",
            "{,}",
            "01",
            "-",
            "1.",
            ".5",
            "1e",
            "+1",
            "1e999",
            "\"",
            "\"\n\"",
            "\"\\x\"",
            "\"\\ud800\"",
            "\"\\ud800\\u0041\"",
            "\"\\u00g0\"",
            "1 2",
            "[] x",
            "\u{0}",
            "1\u{0}",
            "'a'",
            "NaN",
        ] {
            assert!(read(text).is_err(), "{text:?}");
            assert!(
                serde_json::from_str::<serde_json::Value>(text).is_err(),
                "{text:?}"
            );
        }
    }

    #[test]
    fn numbers_are_read_and_written_as_serde_json_does() {
        for text in [
            "0",
            "7",
            "-3",
            "12.5",
            "0.05",
            "-0.5",
            "99.99",
            "0.001",
            "0.00001",
            "1e-7",
            "1e300",
            "2.5e-300",
            "123456.789",
            "0.30000000000000004",
            "1.7976931348623157e308",
            "12345678901234567890",
            "1e21",
            "5e-324",
            "9007199254740993",
            "0.1e1",
            "100E-2",
            "1e+2",
            "999999999999999.9",
            "0.0000000",
            "1e-400",
        ] {
            let number: f64 = serde_json::from_str(text).expect("a number");
            let node = read(text).expect("a number");
            let Node::Number(read) = node else {
                panic!("{text}")
            };
            assert!((read - number).abs() <= number.abs() * 1e-15, "{text}: {read}");
        }
    }

    proptest! {
        #[test]
        fn texts_survive(text in any::<String>()) {
            let mut json = String::new();
            write_text(&text, &mut json);
            prop_assert_eq!(&json, &serde_json::to_string(&text).expect("a text"));
            prop_assert_eq!(read(&json), Ok(Node::Text(text)));
        }

        #[test]
        fn numbers_of_15_digits_survive_as_serde_json_writes_them(digits in -999_999_999_999_999i64..=999_999_999_999_999, places in 0i32..=20) {
            let number = digits as f64 / 10f64.powi(places);
            let mut json = String::new();
            write_number(number, &mut json);
            prop_assert_eq!(read(&json), Ok(Node::Number(number)));
            if number.fract() != 0.0 {
                prop_assert_eq!(json, serde_json::to_string(&number).expect("a number"));
            }
        }

        #[test]
        fn any_number_survives_nearly(number in any::<f64>().prop_filter("finite", |number| number.is_normal())) {
            let mut json = String::new();
            write_number(number, &mut json);
            let Ok(Node::Number(read)) = read(&json) else { panic!("{json}") };
            prop_assert!((read - number).abs() <= number.abs() * 1e-14, "{} {}", json, number);
            prop_assert!(serde_json::from_str::<f64>(&json).is_ok(), "{}", json);
        }
    }
}
