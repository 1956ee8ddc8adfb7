//! `dist/`: everything that a host needs, and nothing that two builds could mix up.

mod build;
mod compress;
mod css;
mod files;
mod first_load;
mod form;
mod licences;
pub(crate) mod names;
mod npm;
mod offline;
pub mod pages;
mod plain;
mod shapes;
mod start;
mod texts;

pub use build::{Wasm, wasm};

use crate::data::{self, Document};
use crate::root;
use crate::setup::Build;
use anyhow::{Context, Result, anyhow, bail};
use files::File;
use names::Names;
use readiness_check::document::Node;
use readiness_check::lang::Lang;
use readiness_check::standard::Standard;
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
    let report = data::claims(&root().join("data"));
    if !report.is_clean() {
        bail!("the data claims more than its sources do:\n{report}");
    }
    let programmes = programmes.context("data/programmes is missing")?;
    let first =
        build::wasm(build, "target/wasm-pack-first", &["--no-default-features", "--features", "web"])?;
    let wasm = build::wasm(build, "target/wasm-pack", &[])?;
    let target = root().join("target");
    let new = target.join("dist.new");
    remove(&new)?;
    fs::create_dir_all(&new)?;
    let names = assemble(build, [&first, &wasm], &standards, &programmes, &new)?;
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
    load.expect_within_limits()?;
    Ok(dist)
}

/// Writes every file of the build into `folder`, except the compressed variants.
fn assemble(
    build: &Build,
    [first, wasm]: [&build::Wasm; 2],
    standards: &[Document],
    programmes: &Node,
    folder: &Path,
) -> Result<Names> {
    let www = root().join("www");
    let script = |name: &str| build::bundled(build, &www.join(name), false);
    let parsed = parsed(standards)?;
    let shapes = shapes::of(&parsed).to_string();
    let styles = |css: &str| build::minified(build, &css::for_all(css)?, "css");
    let start = start::screens(&styles(&css::styles_of_start()?)?, standards, programmes)?.to_string();
    let with_data = |loader: &str| {
        let loader = fill(loader, "\"__SHAPES__\"", &shapes)?;
        fill(&loader, "\"__START__\"", &start)
    };
    let loader = with_data(&script("readiness-check.js")?)?;
    let for_bundlers = with_data(&build::bundled(build, &www.join("readiness-check.js"), true)?)?;
    let with_plain = read(&www.join("npm/plain.js"))?;
    let infos: Vec<_> = parsed.iter().map(Standard::info).collect();
    let listed = serde_json::to_string(&infos)?;
    let element = fill(&script("element/main.js")?, "\"__STANDARDS__\"", &listed)?;
    let element = build::minified(build, &element, "js")?;
    let failures = build::minified(build, &script("element/failures.js")?, "js")?;
    let glue = build::minified(build, &wasm.glue, "js")?;
    let first_glue = build::minified(build, &first.glue, "js")?;
    let plain = plain::translated(build, &wasm.module)? + &read(&www.join("element/plain.js"))?;
    let plain = build::minified(build, &plain, "js")?;
    let css = styles(&css::styles()?)?;
    let data = data_of(standards, programmes);

    let mut files: Vec<(&str, Option<Lang>, Vec<u8>)> = vec![
        ("first", None, first.module.clone()),
        ("first-glue", None, first_glue.into()),
        ("wasm", None, wasm.module.clone()),
        ("glue", None, glue.into()),
        ("element", None, element.into()),
        ("failures", None, failures.into()),
        ("plain", None, plain.into()),
        ("looks", None, serde_json::json!(css).to_string().into()),
        ("css", None, css.into()),
        ("data", None, data.to_json().into()),
    ];
    for lang in Lang::ALL {
        for (kind, part) in [("data", "standards"), ("programmes", "programmes")] {
            files.push((kind, Some(lang), texts::only(&part_of(&data, part), lang).to_json().into()));
        }
    }
    let contents = files.iter().map(|(_, _, content)| content.as_slice());
    let loaders = [&loader, &for_bundlers, &with_plain].map(|loader| loader.as_bytes());
    let names = Names::of(&contents.chain(loaders).collect::<Vec<_>>());

    let write = |name: &str, content: &[u8]| {
        fs::write(folder.join(name), content).with_context(|| format!("{name} cannot be written"))
    };
    let files: Vec<File> =
        files.into_iter().map(|(kind, lang, content)| File::new(&names, kind, lang, content)).collect();
    for file in &files {
        write(&file.name, &file.content)?;
    }
    write(form::NAME, form::page(standards)?.as_bytes())?;
    let nomodule = read(&www.join("readiness-check.nomodule.js"))?;
    write("readiness-check.nomodule.js", build::classic(build, &nomodule)?.as_bytes())?;
    let with = |loader: &str, list: &str| {
        let loader = fill(loader, "__BUILD__", names.hash())?;
        fill(&loader, "\"__FILES__\"", list)
    };
    let for_pages = with(&loader, &files::for_pages(&files))?;
    write("readiness-check.js", build::minified(build, &for_pages, "js")?.as_bytes())?;
    let with_plain = fill(&with_plain, "__BUILD__", names.hash())?;
    let parcel = files::OF_PARCEL;
    fs::create_dir(folder.join(parcel))?;
    for (name, text) in files::texts_for_parcel(&files) {
        write(&format!("{parcel}/{name}"), text)?;
    }
    let for_parcel = with(&for_bundlers, &files::for_parcel(&files))?;
    let for_bundlers = with(&for_bundlers, &files::for_bundlers(&files))?;
    for (name, script) in [
        ("readiness-check.bundler.js", for_bundlers),
        ("readiness-check.bundler-plain.js", with_plain),
        (&format!("{parcel}/readiness-check.js"), for_parcel),
    ] {
        write(name, build::for_bundlers(build, &script)?.as_bytes())?;
    }
    copy_pages(&www, folder)?;
    npm::write(&www, folder)?;
    licences::write(folder)?;
    let loader = build::minified(build, &with(&loader, files::WITHIN_PAGE)?, "js")?;
    let loader = fill(&loader, files::CONTENTS, &files::contents(&files)?)?;
    offline::write(&www, folder, &loader)?;
    pages::finish(&www, folder, &names, &serde_json::from_str(&listed)?)?;
    Ok(names)
}

/// The data of a build in every language: what is checked, as it is shipped.
fn data_of(standards: &[Document], programmes: &Node) -> Node {
    let standards = standards.iter().map(|standard| standard.shipped.clone());
    Node::map([("standards", Node::List(standards.collect())), ("programmes", programmes.clone())])
}

/// One part of the data: what the first screen needs is not what the later places need.
fn part_of(data: &Node, part: &'static str) -> Node {
    Node::map([(part, data.get(part).cloned().unwrap_or(Node::Null))])
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
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
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

fn parsed(standards: &[Document]) -> Result<Vec<Standard>> {
    let parsed = standards.iter().map(|document| {
        let standard = Standard::parse(&document.node, &Lang::ALL);
        standard.map_err(|_| anyhow!("{} is faulty: run `cargo xtask check`", document.id))
    });
    parsed.collect()
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
