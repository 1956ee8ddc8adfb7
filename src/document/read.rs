//! From JSON to a tree. Derived readers would drop repeated keys, stop at the first fault and know no bound of depth.

use super::{MOST_LEVELS, Node};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::fmt;

impl<'de> Deserialize<'de> for Node {
    /// Reads a value of at most 32 levels.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Node, D::Error> {
        Levels(MOST_LEVELS).deserialize(deserializer)
    }
}

/// How many levels a value may have.
#[derive(Clone, Copy)]
pub(super) struct Levels(pub(super) u8);

impl Levels {
    /// Reads a value of at most so many levels from JSON text, and nothing behind it.
    pub(super) fn read(self, text: &str) -> serde_json::Result<Node> {
        let mut reader = serde_json::Deserializer::from_str(text);
        let node = self.deserialize(&mut reader)?;
        reader.end()?;
        Ok(node)
    }

    /// How many are left inside a list or an object.
    fn inside<E: Error>(self) -> Result<Levels, E> {
        let left = self.0.checked_sub(1).map(Levels);
        left.ok_or_else(|| E::custom("the document is nested too deep"))
    }
}

impl<'de> DeserializeSeed<'de> for Levels {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Levels {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    // A number of a document is a double, as in JavaScript: beyond 2^53 neighbours fall together.

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::text(value))
    }

    fn visit_string<E>(self, value: String) -> Result<Node, E> {
        Ok(Node::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let inside = self.inside()?;
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(inside)? {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Node, A::Error> {
        let inside = self.inside()?;
        let mut entries = Vec::new();
        while let Some(key) = object.next_key()? {
            entries.push((key, object.next_value_seed(inside)?));
        }
        Ok(Node::Map(entries))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> String {
        Node::from_json(text).expect_err(text).message
    }

    #[test]
    fn order_and_repetition_of_keys_are_kept() {
        let text = r#"{"b":1,"a":[true,null],"b":"x"}"#;
        let a = Node::List(vec![Node::Bool(true), Node::Null]);
        let read = Node::map([("b", Node::whole(1)), ("a", a), ("b", Node::text("x"))]);
        assert_eq!(Node::from_json(text).as_ref(), Ok(&read));
        assert_eq!(read.to_json(), text);
    }

    #[test]
    fn what_is_not_json_is_refused_with_its_place() {
        let fault = Node::from_json("{\"a\":1,\n]").expect_err("not JSON");
        assert_eq!((fault.code, fault.path.as_str()), ("not-json", ""));
        assert!(fault.message.ends_with("at line 2 column 1"), "{}", fault.message);
        for text in [
            "",
            "nul",
            "NaN",
            "'a'",
            "1 2",
            "[1,]",
            "[1",
            "{\"a\"}",
            "{a:1}",
            "01",
            "1.",
            "+1",
            "1e999",
            "\"\n\"",
            "\"\\ud800\"",
            "1\u{0}",
        ] {
            assert!(refused(text).contains(" at line "), "{text:?}");
        }
    }

    #[test]
    fn a_document_deeper_than_32_levels_is_refused() {
        for [open, close] in [["[", "]"], ["{\"a\":", "}"]] {
            let nested = |levels: usize| open.repeat(levels) + "1" + &close.repeat(levels);
            assert!(Node::from_json(&nested(32)).is_ok());
            assert!(refused(&nested(33)).starts_with("the document is nested too deep at line 1"));
            // As little room on the stack as for 33, and the end of the text is never looked for.
            assert!(refused(&open.repeat(100_000)).contains("too deep"));
        }
    }

    #[test]
    fn a_number_is_the_nearest_double_and_is_written_shortly() {
        let third = "0.3333333333333333";
        for (text, number, written) in [
            ("8.0", 8.0, "8"),
            ("-0", -0.0, "0"),
            ("0.8E1", 8.0, "8"),
            ("100E-2", 1.0, "1"),
            ("0.29", 0.29, "0.29"),
            ("99999.99", 99_999.99, "99999.99"),
            ("0.30000000000000004", 0.1 + 0.2, "0.30000000000000004"),
            ("1.0050000000000001", 1.0050000000000001, "1.0050000000000001"),
            (third, 1.0 / 3.0, third),
            ("9007199254740993", 9_007_199_254_740_992.0, "9007199254740992.0"),
            ("1.7976931348623157e308", f64::MAX, "1.7976931348623157e+308"),
            ("5e-324", 5e-324, "5e-324"),
            ("1e-400", 0.0, "0"),
            (
                "12345678901234567890",
                12_345_678_901_234_567_890.0,
                "1.2345678901234567e+19",
            ),
        ] {
            let node = Node::from_json(text).expect(text);
            assert_eq!(node, Node::Number(number), "{text}");
            assert_eq!(node.to_json(), written, "{text}");
        }
    }
}
