//! The one-file edition: every file of the build within a page that asks for nothing and opens from a folder. A browser
//! loads neither modules nor data from `file:`; so the page makes addresses for them itself.

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

const PAGE: &str = "offline.html";
/// What stands for the loader in the page.
const PLACEHOLDER: &str = "__LOADER__";

/// Writes the page with `loader`, which holds the files, into `folder`.
///
/// # Errors
/// Where the page has no place for it, or it would end the script around it.
pub fn write(www: &Path, folder: &Path, loader: &str) -> Result<()> {
    let template = fs::read_to_string(www.join(PAGE)).with_context(|| format!("www/{PAGE} is missing"))?;
    let page = filled(&template, loader)?;
    fs::write(folder.join(PAGE), page).with_context(|| format!("{PAGE} cannot be written"))
}

fn filled(template: &str, loader: &str) -> Result<String> {
    let low = loader.to_ascii_lowercase();
    if low.contains("</script") || low.contains("<!--") {
        bail!("the loader contains what would end the script around it");
    }
    let (before, after) = template
        .split_once(PLACEHOLDER)
        .with_context(|| format!("www/{PAGE} lacks the placeholder {PLACEHOLDER}"))?;
    Ok([before, loader, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_stands_in_its_place_and_never_ends_it() {
        assert_eq!(filled("<a>__LOADER__</a>", "1 < 2").expect("filled"), "<a>1 < 2</a>");
        for (template, loader) in [("<a></a>", "1"), ("__LOADER__", "</SCRIPT>"), ("__LOADER__", "a<!--b")] {
            assert!(filled(template, loader).is_err(), "{loader}");
        }
    }
}
