//! `dist/`: everything that a host needs, and nothing that two builds could mix up.

mod build;
mod compress;
mod css;
mod first_load;
mod form;
mod licences;
pub(crate) mod names;
mod npm;
mod offline;
pub mod pages;
mod texts;

pub use build::{Wasm, wasm};

use crate::data::{self, Document};
use crate::root;
use crate::setup::Build;
use anyhow::{Context, Result, bail};
use names::Names;
use readiness_check::document::Node;
use readiness_check::lang::Lang;
use std::fs;
use std::path::{Path, PathBuf};

/// Endings of the files of `www/` that are copied as they are.
const COPIED: [&str; 5] = [".html", ".svg", ".json", ".d.ts", ".txt"];

/// Checks the data, builds the widget and assembles `dist/`; gives its folder.
///
/// # Errors
/// Where the data is faulty, a tool fails, or a first load would be heavier than promised.
pub fn run(build: &Build) -> Result<PathBuf> {
    let (report, standards) = data::load(&root().join("data"));
    print!("{report}");
    if !report.is_clean() {
        bail!("the data is faulty: see above");
    }
    let (report, programmes) = data::programmes(&root().join("data"), &standards);
    if !report.is_clean() {
        bail!("the data is faulty:\n{report}");
    }
    let programmes = programmes.context("data/programmes is missing")?;
    let wasm = build::wasm(build, "target/wasm-pack", &[])?;
    let target = root().join("target");
    let new = target.join("dist.new");
    remove(&new)?;
    fs::create_dir_all(&new)?;
    let names = assemble(build, &wasm, &standards, &programmes, &new)?;
    compress::folder(&new)?;
    let load = first_load::measure(&new, &names)?;
    println!("{load}");
    let dist = root().join("dist");
    let old = target.join("dist.old");
    remove(&old)?;
    if dist.exists() {
        fs::rename(&dist, &old).context("dist/ cannot be replaced")?;
    }
    fs::rename(&new, &dist).context("dist/ cannot be replaced")?;
    remove(&old)?;
    // In place all the same, so that one can look for what is heavy.
    load.expect_within_limit()?;
    Ok(dist)
}

/// Writes every file of the build into `folder`, except the compressed variants.
fn assemble(
    build: &Build,
    wasm: &build::Wasm,
    standards: &[Document],
    programmes: &Node,
    folder: &Path,
) -> Result<Names> {
    let www = root().join("www");
    let loader = build::bundled(build, &www.join("readiness-check.js"), false)?;
    let element = build::bundled(build, &www.join("element/main.js"), false)?;
    let failures = build::bundled(build, &www.join("element/failures.js"), false)?;
    let for_bundlers = npm::Scripts::of(build, &www)?;
    let css = build::minified(
        build,
        &css::for_all(&read(&www.join("readiness-check.css"))?)?,
        "css",
    )?;
    let glue = build::minified(build, &wasm.glue, "js")?;
    let listed = list_of(standards).to_json();
    let data = data_of(standards, programmes);
    let texts: Vec<(Option<Lang>, String)> = [None, Some(Lang::ZhCn), Some(Lang::En)]
        .map(|lang| {
            (
                lang,
                lang.map_or_else(|| data.clone(), |lang| texts::only(&data, lang))
                    .to_json(),
            )
        })
        .to_vec();

    let mut contents: Vec<&[u8]> = vec![
        &wasm.module,
        glue.as_bytes(),
        css.as_bytes(),
        loader.as_bytes(),
        element.as_bytes(),
        failures.as_bytes(),
        listed.as_bytes(),
    ];
    contents.extend(for_bundlers.contents());
    contents.extend(texts.iter().map(|(_, text)| text.as_bytes()));
    let names = Names::of(&contents);

    let write = |name: &str, content: &[u8]| {
        fs::write(folder.join(name), content).with_context(|| format!("{name} cannot be written"))
    };
    write(&names.wasm(), &wasm.module)?;
    write(&names.glue(), glue.as_bytes())?;
    write(&names.css(), css.as_bytes())?;
    for (lang, text) in &texts {
        write(&names.data(*lang), text.as_bytes())?;
    }
    write(form::NAME, form::page(standards)?.as_bytes())?;
    let nomodule = read(&www.join("readiness-check.nomodule.js"))?;
    write(
        "readiness-check.nomodule.js",
        build::classic(build, &nomodule)?.as_bytes(),
    )?;
    let hash = format!("\"{}\"", names.hash());
    let loader = fill(&loader, "\"__BUILD__\"", &hash)?;
    let loader = build::minified(build, &loader, "js")?;
    write("readiness-check.js", loader.as_bytes())?;
    let element = fill(&element, "\"__BUILD__\"", &hash)?;
    let element = fill(&element, "\"__STANDARDS__\"", &listed)?;
    let element = build::minified(build, &element, "js")?;
    write(&names.element(), element.as_bytes())?;
    let failures = fill(&failures, "\"__BUILD__\"", &hash)?;
    let failures = build::minified(build, &failures, "js")?;
    write(&names.failures(), failures.as_bytes())?;
    copy_pages(&www, folder)?;
    npm::write(&www, folder)?;
    for_bundlers.write(build, folder, &names, &css, &listed)?;
    licences::write(folder)?;
    offline::write(build, folder, &names)?;
    pages::finish(&www, folder, &names, &serde_json::from_str(&listed)?)?;
    Ok(names)
}

/// The data of a build in every language: what is checked, as it is shipped.
fn data_of(standards: &[Document], programmes: &Node) -> Node {
    let standards = standards.iter().map(|standard| standard.shipped.clone());
    Node::map([
        ("standards", Node::List(standards.collect())),
        ("programmes", programmes.clone()),
    ])
}

/// Puts `value` in the place of every `placeholder` of a script.
fn fill(script: &str, placeholder: &str, value: &str) -> Result<String> {
    if !script.contains(placeholder) {
        bail!("a script lacks the placeholder {placeholder}");
    }
    Ok(script.replace(placeholder, value))
}

fn copy_pages(www: &Path, folder: &Path) -> Result<()> {
    for entry in fs::read_dir(www)? {
        let file = entry?.path();
        let name = file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let to = folder.join(&name);
        if pages::is_of_a_page(&name) && name.ends_with(".js") {
            fs::write(&to, pages::ascii(&read(&file)?))
                .with_context(|| format!("{name} cannot be written"))?;
        } else if pages::is_of_a_page(&name) || COPIED.iter().any(|ending| name.ends_with(ending)) {
            fs::copy(&file, &to).with_context(|| format!("{name} cannot be copied"))?;
        }
    }
    for name in ["index.html", "readiness-check.d.ts"] {
        if !folder.join(name).is_file() {
            bail!("www/{name} is missing");
        }
    }
    Ok(())
}

/// What a page may know of each standard before any is loaded: the document that it is, and how that stands.
fn list_of(standards: &[Document]) -> Node {
    let entry = |document: &Document| {
        let node = &document.node;
        let own = node.get("source");
        let sources = match node.get("sources") {
            Some(Node::List(sources)) => sources.as_slice(),
            _ => &[],
        };
        let source = sources.iter().find(|source| source.get("id") == own);
        let of_standard = ["id", "edition", "title", "basedOn"].map(|key| (key, node.get(key)));
        let of_source = ["date", "standing"].map(|key| (key, source.and_then(|source| source.get(key))));
        let all = of_standard.into_iter().chain(of_source);
        Node::Map(
            all.filter_map(|(key, value)| Some((key.to_owned(), value?.clone())))
                .collect(),
        )
    };
    Node::List(standards.iter().map(entry).collect())
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be removed", folder.display()))?;
    }
    Ok(())
}
