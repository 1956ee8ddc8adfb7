//! The glue that wasm-bindgen writes, for more than one instance.

use anyhow::{Context, Result, bail};

/// The glue as a function: each call gives glue for another instance, so that a fresh one can follow one that trapped.
/// What it gives holds the exports of the crate, `imports()` for the instance, and `begin(instance)`, which comes first.
/// It takes `outside`, through which every function passes that the module hands out to be called by events and timers.
///
/// # Errors
/// Where wasm-bindgen writes the glue in another way.
pub fn many_times(glue: &str) -> Result<String> {
    const LOADING: &str = "\nasync function __wbg_load(";
    const HANDED_OUT: &str = "return real;";
    let (body, _) = glue
        .split_once(LOADING)
        .context("the glue no longer has its own loading at the end")?;
    let mut given = String::new();
    let mut lines = String::new();
    for line in body.lines() {
        let plain = line.strip_prefix("export ").unwrap_or(line);
        if plain != line {
            let name = plain
                .strip_prefix("function ")
                .or(plain.strip_prefix("class "))
                .and_then(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next())
                .context("the glue exports what is neither function nor class")?;
            given = given + name + ", ";
        }
        lines = lines + plain + "\n";
    }
    if lines.matches(HANDED_OUT).count() != lines.matches("const real = ").count() {
        bail!("the glue hands out functions in another way");
    }
    let lines = lines.replace(HANDED_OUT, "return outside(real);");
    if given.is_empty() || lines.contains("import.meta") || lines.contains("\nimport ") {
        bail!("the glue exports nothing, or wants something of its own");
    }
    Ok(format!(
        "export default (outside) => {{\n{lines}return {{ {given}imports: __wbg_get_imports, begin: __wbg_finalize_init }};\n}};\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WRITTEN: &str = "/* types */\n\nexport class Mounted {\n}\nexport function assess(json) {\n}\n\
        function makeClosure() {\n    const real = () => 0;\n    return real;\n}\n\
        let wasm;\nfunction __wbg_finalize_init(instance) {\n}\n\
        async function __wbg_load(module) {\n}\nexport { initSync, __wbg_init as default };\n";

    #[test]
    fn the_glue_becomes_a_function_that_gives_its_exports() {
        let glue = many_times(WRITTEN).expect("glue");
        assert!(glue.starts_with("export default (outside) => {\n"), "{glue}");
        assert!(
            glue.ends_with(
                "return { Mounted, assess, imports: __wbg_get_imports, begin: __wbg_finalize_init };\n};\n"
            ),
            "{glue}"
        );
        assert_eq!(glue.matches("export ").count(), 1, "{glue}");
        assert!(
            glue.contains("return outside(real);") && !glue.contains("__wbg_load"),
            "{glue}"
        );
    }

    #[test]
    fn glue_of_another_shape_is_refused() {
        for [was, becomes] in [
            ["async function __wbg_load", "function __wbg_load"],
            ["return real;", "return (real);"],
            ["export class", "export const"],
            ["let wasm;", "let wasm = import.meta.url;"],
            ["let wasm;", "import * as more from \"./snippet.js\";"],
        ] {
            assert!(WRITTEN.contains(was), "{was}");
            assert!(many_times(&WRITTEN.replace(was, becomes)).is_err(), "{becomes}");
        }
    }
}
