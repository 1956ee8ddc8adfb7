//! Names of the files of one build.

use readiness_check::lang::Lang;
use sha2::{Digest, Sha256};

/// What stands in the place of the id of a standard in the names of the files of the programmes, which are parted like
/// one: `programmes-HASH.json` and `programmes-HASH.zh-CN.json`.
pub const PROGRAMMES: &str = "programmes";

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
        Names {
            hash: digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect(),
        }
    }

    /// Twelve hexadecimal digits.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// The module, as far as it is needed at once.
    pub fn wasm(&self) -> String {
        format!("readiness-check-{}.wasm", self.hash)
    }

    /// The rest of the module.
    pub fn later_wasm(&self) -> String {
        format!("later-{}.wasm", self.hash)
    }

    /// What stands between the module and JavaScript.
    pub fn glue(&self) -> String {
        format!("readiness-check-{}.glue.js", self.hash)
    }

    /// The element, behind its loader.
    pub fn element(&self) -> String {
        format!("readiness-check-{}.element.js", self.hash)
    }

    /// What is said of a failure.
    pub fn failures(&self) -> String {
        format!("readiness-check-{}.failures.js", self.hash)
    }

    /// The whole module as JavaScript.
    pub fn plain(&self) -> String {
        format!("readiness-check-{}.plain.js", self.hash)
    }

    /// The styles.
    pub fn css(&self) -> String {
        format!("readiness-check-{}.css", self.hash)
    }

    /// The words of the interface.
    pub fn interface(&self, lang: Lang) -> String {
        format!("interface-{}.{}.json", self.hash, lang.tag())
    }

    /// The words of the later screens.
    pub fn later_words(&self, lang: Lang) -> String {
        format!("later-{}.{}.json", self.hash, lang.tag())
    }

    /// A standard without its words.
    pub fn structure(&self, standard: &str) -> String {
        format!("{standard}-{}.json", self.hash)
    }

    /// The words of a standard.
    pub fn words(&self, standard: &str, lang: Lang) -> String {
        format!("{standard}-{}.{}.json", self.hash, lang.tag())
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
            one.wasm(),
            one.later_wasm(),
            one.glue(),
            one.plain(),
            one.css(),
            one.element(),
            one.failures(),
            one.structure("x-2018"),
            one.words("x", Lang::En),
            one.interface(Lang::En),
            one.later_words(Lang::En),
        ] {
            assert!(is_hashed(&name), "{name}");
        }
        for name in ["index.html", "readiness-check.js", "custom-elements.json", ""] {
            assert!(!is_hashed(name), "{name}");
        }
    }
}
