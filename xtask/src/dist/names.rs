//! Names of the files of one build.

use readiness_check::lang::Lang;
use sha2::{Digest, Sha256};

/// Names that carry the hash of all that was built, so that files of two builds are never taken together.
#[derive(Clone, Debug)]
pub struct Names {
    hash: String,
}

impl Names {
    /// Names for these contents.
    pub fn of(contents: &[&[u8]]) -> Names {
        let mut all = Sha256::new();
        for content in contents {
            all.update((content.len() as u64).to_le_bytes());
            all.update(content);
        }
        let digest = all.finalize();
        Names { hash: digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect() }
    }

    /// Twelve hexadecimal digits.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// The file of this kind; some kinds have one for each language.
    pub fn file(&self, kind: &str, lang: Option<Lang>) -> String {
        let hash = &self.hash;
        let lang = lang.map(|lang| format!(".{}", lang.tag())).unwrap_or_default();
        match kind {
            "first-glue" => format!("readiness-check-{hash}.first.glue.js"),
            "first" => format!("readiness-check-{hash}.first.wasm"),
            "wasm" | "css" => format!("readiness-check-{hash}.{kind}"),
            "data" => format!("data-{hash}{lang}.json"),
            "programmes" | "looks" => format!("readiness-check-{hash}.{kind}{lang}.json"),
            script => format!("readiness-check-{hash}.{script}.js"),
        }
    }
}

/// Whether the name of a file carries the hash of its build, so that it may be kept forever.
pub fn is_hashed(name: &str) -> bool {
    let hash = |part: &str| part.len() == 12 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    let stem = name.split('.').next().unwrap_or_default();
    stem.rsplit_once('-').is_some_and(|(_, last)| hash(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_is_told_by_every_byte_and_every_border() {
        let one = Names::of(&[b"ab", b"c"]);
        let other = Names::of(&[b"a", b"bc"]);
        assert_ne!(one.hash(), other.hash());
        for name in [
            one.file("wasm", None),
            one.file("glue", None),
            one.file("first", None),
            one.file("first-glue", None),
            one.file("data", None),
            one.file("data", Some(Lang::En)),
            one.file("programmes", Some(Lang::ZhCn)),
        ] {
            assert!(is_hashed(&name), "{name}");
        }
        for name in ["index.html", "readiness-check.js", "custom-elements.json", ""] {
            assert!(!is_hashed(name), "{name}");
        }
    }
}
