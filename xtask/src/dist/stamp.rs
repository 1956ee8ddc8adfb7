//! The build at the end of each file that carries it in its name: a file of another build, renamed or from a stale cache,
//! is told by it, and so is one that was cut off.

use anyhow::{Result, bail};

/// `content` with the build as its last word: for a module a section of its own, for a script an export, for a list its
/// last item, for a map its last key.
///
/// # Errors
/// Where there is no way to say it in a file of this kind.
pub fn stamped(name: &str, content: &[u8], build: &str) -> Result<Vec<u8>> {
    let mut whole = content.to_vec();
    let (_, ending) = name.rsplit_once('.').unwrap_or_default();
    match (ending, content.last()) {
        ("wasm", _) => {
            let title = b"build";
            let length = 1 + title.len() + build.len();
            // Lengths below 128 are one byte.
            whole.extend([0, u8::try_from(length)?, u8::try_from(title.len())?]);
            whole.extend(title);
            whole.extend(build.as_bytes());
        }
        ("js", _) => whole.extend(format!("export const BUILD=\"{build}\";\n").into_bytes()),
        ("css", _) => whole.extend(format!("/*{build}*/").into_bytes()),
        ("json", Some(b']')) if content.len() > 2 => {
            whole.pop();
            whole.extend(format!(",\"{build}\"]").into_bytes());
        }
        ("json", Some(b'}')) if content.len() > 2 => {
            whole.pop();
            whole.extend(format!(",\"build\":\"{build}\"}}").into_bytes());
        }
        _ => bail!("{name} cannot carry the build"),
    }
    Ok(whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasmparser::{Parser, Payload};

    const BUILD: &str = "0123456789ab";

    #[test]
    fn every_kind_of_file_ends_with_the_build() {
        for (name, content, becomes) in [
            ("a.json", "[1,2]", r#"[1,2,"0123456789ab"]"#),
            ("a.en.json", r#"{"a":1}"#, r#"{"a":1,"build":"0123456789ab"}"#),
            ("a.css", "a{}", "a{}/*0123456789ab*/"),
            ("a.js", "x;", "x;export const BUILD=\"0123456789ab\";\n"),
        ] {
            let whole = stamped(name, content.as_bytes(), BUILD).expect("a stamp");
            assert_eq!(String::from_utf8(whole).expect("text"), becomes);
        }
        for (name, content) in [("a.json", ""), ("a.json", "[]"), ("a.svg", "<svg/>")] {
            assert!(
                stamped(name, content.as_bytes(), BUILD).is_err(),
                "{name} {content}"
            );
        }
    }

    #[test]
    fn a_module_stays_one() {
        let module = wat::parse_str("(module (func (export \"a\")))").expect("a module");
        let whole = stamped("a.wasm", &module, BUILD).expect("a stamp");
        assert!(whole.ends_with(BUILD.as_bytes()));
        let sections = Parser::new(0).parse_all(&whole);
        let found = sections.filter_map(Result::ok).find_map(|payload| match payload {
            Payload::CustomSection(custom) if custom.name() == "build" => Some(custom.data().to_vec()),
            _ => None,
        });
        assert_eq!(found.as_deref(), Some(BUILD.as_bytes()));
    }
}
