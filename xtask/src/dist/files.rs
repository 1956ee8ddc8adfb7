//! The files of a build, and how each edition of the loader knows them.

use super::names::Names;
use super::pages::integrity;
use anyhow::{Context, Result};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use readiness_check::lang::Lang;
use serde_json::{Map, Value, json};

/// A file that the loader may ask for.
#[derive(Debug)]
pub struct File {
    /// What the loader calls it.
    pub key: String,
    /// Its name in `dist/`.
    pub name: String,
    /// What is in it.
    pub content: Vec<u8>,
}

impl File {
    /// A file of this kind; some kinds have one for each language.
    pub fn new(names: &Names, kind: &str, lang: Option<Lang>, content: Vec<u8>) -> File {
        let key = lang.map_or_else(|| kind.to_owned(), |lang| format!("{kind}.{}", lang.tag()));
        let name = names.file(kind, lang);
        File { key, name, content }
    }
}

/// For pages: the name of each file, which lies beside the loader, and the digest that a pinned page compares.
pub fn for_pages(files: &[File]) -> String {
    let entry = |file: &File| (file.key.clone(), json!([file.name, integrity(&file.content)]));
    Value::Object(files.iter().map(entry).collect()).to_string()
}

/// What only pages have that load file by file: the first module. Everything else begins with the whole one.
pub const FIRST: [&str; 2] = ["first", "first-glue"];

/// For bundlers: every file named in one piece, so that they take it along and know where they put it. The styles they may
/// change as they like: the loader has them as data too. The translation is imported by who wants it.
pub fn for_bundlers(files: &[File]) -> String {
    listed(files, |file| format!("./{}", file.name))
}

/// The folder of the edition for Parcel.
pub const OF_PARCEL: &str = "parcel";

/// For Parcel, which makes something of its own of every script and every JSON file, and leaves a text as it is: the loader
/// lies in a folder with texts of them.
pub fn for_parcel(files: &[File]) -> String {
    listed(
        files,
        |file| if is_module(file) { format!("../{}", file.name) } else { format!("./{}", as_text(file)) },
    )
}

/// The files that Parcel takes along as texts, with the names that they have there.
pub fn texts_for_parcel(files: &[File]) -> impl Iterator<Item = (String, &[u8])> {
    taken_along(files).filter(|file| !is_module(file)).map(|file| (as_text(file), file.content.as_slice()))
}

fn is_module(file: &File) -> bool {
    file.name.ends_with(".wasm")
}

fn as_text(file: &File) -> String {
    format!("{}.txt", file.name)
}

fn taken_along(files: &[File]) -> impl Iterator<Item = &File> {
    let left_out = [&FIRST[..], &["css", "plain"]].concat();
    files.iter().filter(move |file| !left_out.contains(&file.key.as_str()))
}

fn listed(files: &[File], address: impl Fn(&File) -> String) -> String {
    let entry = |file: &File| format!("\"{}\": [new URL(\"{}\", import.meta.url)]", file.key, address(file));
    let entries: Vec<_> = taken_along(files).map(entry).collect();
    format!("{{ {} }}", entries.join(", "))
}

/// What the one-file edition knows in place of names: addresses that its page makes for what stands in place of
/// [`CONTENTS`].
pub const WITHIN_PAGE: &str = "addressesOf(\"__CONTENTS__\")";
/// What stands for the files themselves.
pub const CONTENTS: &str = "\"__CONTENTS__\"";

/// The files themselves, within a script of a page.
///
/// # Errors
/// Where a file that should be text is not.
pub fn contents(files: &[File]) -> Result<String> {
    let mut contents = Map::new();
    for File { key, content, name } in files.iter().filter(|file| !FIRST.contains(&file.key.as_str())) {
        let text = || String::from_utf8(content.clone()).with_context(|| format!("{name} is no text"));
        let entry = match name.rsplit_once('.') {
            Some((_, "wasm")) => json!(["application/wasm", BASE64_STANDARD.encode(content), true]),
            Some((_, "js")) => json!(["text/javascript", text()?]),
            Some((_, "css")) => json!(["text/css", text()?]),
            _ => json!(["application/json", text()?]),
        };
        contents.insert(key.clone(), entry);
    }
    // Nothing in it can end the script around it.
    Ok(Value::Object(contents).to_string().replace('<', "\\u003c"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Vec<File> {
        let names = Names::of(&[b"x"]);
        let file = |kind, lang, content: &str| File::new(&names, kind, lang, content.into());
        vec![
            file("wasm", None, "\0asm"),
            file("first", None, "\0asm"),
            file("css", None, "a{}"),
            file("plain", None, "x"),
            file("programmes", Some(Lang::En), "[\"</script>\"]"),
        ]
    }

    #[test]
    fn pages_know_names_and_digests() {
        let list: Value = serde_json::from_str(&for_pages(&files())).expect("JSON");
        let hash = Names::of(&[b"x"]).hash().to_owned();
        assert_eq!(
            list["programmes.en"],
            json!([format!("readiness-check-{hash}.programmes.en.json"), integrity(b"[\"</script>\"]")])
        );
        assert_eq!(list["wasm"][0], format!("readiness-check-{hash}.wasm"));
    }

    #[test]
    fn bundlers_see_every_file_in_one_piece_but_styles_and_translation() {
        let hash = Names::of(&[b"x"]).hash().to_owned();
        assert_eq!(
            for_bundlers(&files()),
            format!(
                "{{ \"wasm\": [new URL(\"./readiness-check-{hash}.wasm\", import.meta.url)], \
                 \"programmes.en\": [new URL(\"./readiness-check-{hash}.programmes.en.json\", import.meta.url)] }}"
            )
        );
    }

    #[test]
    fn parcel_sees_the_module_and_texts_of_the_others() {
        let hash = Names::of(&[b"x"]).hash().to_owned();
        let text = format!("readiness-check-{hash}.programmes.en.json.txt");
        assert_eq!(
            for_parcel(&files()),
            format!(
                "{{ \"wasm\": [new URL(\"../readiness-check-{hash}.wasm\", import.meta.url)], \
                 \"programmes.en\": [new URL(\"./{text}\", import.meta.url)] }}"
            )
        );
        let files = files();
        let texts: Vec<_> = texts_for_parcel(&files).collect();
        assert_eq!(texts, [(text, b"[\"</script>\"]".as_slice())]);
    }

    #[test]
    fn nothing_within_a_page_ends_its_script() {
        let within = super::contents(&files()).expect("texts");
        assert!(!within.contains('<'), "{within}");
        assert!(!within.contains("first"), "{within}");
        assert!(within.contains("\"wasm\":[\"application/wasm\",\"AGFzbQ==\",true]"), "{within}");
    }
}
