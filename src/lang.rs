//! The two languages, and a text in them.

use serde::Serialize;

/// A language of the widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Simplified Chinese.
    ZhCn,
    /// English.
    En,
}

impl Lang {
    /// Every language.
    pub const ALL: [Lang; 2] = [Lang::ZhCn, Lang::En];

    /// The tag as it stands in a document: `zh-CN` or `en`.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::ZhCn => "zh-CN",
            Lang::En => "en",
        }
    }

    /// The language for any tag a page may carry: by its primary language, and what is neither of the two is
    /// Chinese.
    pub fn nearest(tag: &str) -> Lang {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("en") {
            Lang::En
        } else {
            Lang::ZhCn
        }
    }
}

/// A text of a standard. The build demands both languages; a browser may have loaded only the one it shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
// Pages ask for a standard by `ready()`, which loads both.
#[cfg_attr(
    feature = "types",
    derive(tsify::Tsify),
    tsify(type = "{ \"zh-CN\": string; en: string }")
)]
pub struct Text {
    #[serde(rename = "zh-CN", skip_serializing_if = "Option::is_none")]
    pub(crate) zh_cn: Option<Box<str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) en: Option<Box<str>>,
}

impl Text {
    /// The text in `lang`, or in the other language where `lang` has not been loaded.
    pub fn get(&self, lang: Lang) -> &str {
        let (first, second) = match lang {
            Lang::ZhCn => (&self.zh_cn, &self.en),
            Lang::En => (&self.en, &self.zh_cn),
        };
        first.as_deref().or(second.as_deref()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_neither_language_is_chinese() {
        for (tag, lang) in [
            ("zh-CN", Lang::ZhCn),
            ("zh-Hant", Lang::ZhCn),
            ("en", Lang::En),
            (" EN-gb ", Lang::En),
            ("en_US", Lang::En),
            ("eng", Lang::ZhCn),
            ("fr", Lang::ZhCn),
            ("", Lang::ZhCn),
        ] {
            assert_eq!(Lang::nearest(tag), lang, "{tag:?}");
        }
    }
}
