//! What the name of a function tells of where it belongs.

/// A name without the hashes of the crates in it: `alloc[f38204]::vec` becomes `alloc::vec`.
pub fn without_hashes(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, behind)) = rest.split_once('[') {
        plain.push_str(before);
        let of_crate = plain.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
        rest = match behind.split_once(']') {
            Some((hash, after)) if of_crate && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) => after,
            _ => {
                plain.push('[');
                behind
            }
        };
    }
    plain + rest
}

/// Whether the function is an instance made for a closure that is written in a later module: to call it, to drop it. No
/// such closure exists before code of that module has run. Other types of these modules tell nothing: a field of such a
/// type has code of its own wherever it stands, even while it is empty.
pub fn serves_a_closure(name: &str, later: &[&str]) -> bool {
    later.iter().any(|path| {
        let mut found = name.match_indices(path);
        found.any(|(at, _)| is_closure(&name[..at], &name[at..]))
    })
}

/// Whether the path at the beginning of `path` is that of a closure, in a function or in a method: `a::f::{closure#0}`,
/// `<a::Type>::f::{closure#0}`.
fn is_closure(before: &str, path: &str) -> bool {
    let is_path = |c: char| c.is_alphanumeric() || "_:{}#".contains(c);
    let (own, rest) = path.split_at(path.find(|c| !is_path(c)).unwrap_or(path.len()));
    let method = || {
        // Not a parameter of something general: that opens behind a name or a colon.
        let outer = before.strip_suffix('<')?;
        let is_type = !outer.ends_with(|c: char| c.is_alphanumeric() || "_:".contains(c));
        let rest = rest.strip_prefix('>').filter(|_| is_type)?;
        Some(&rest[..rest.find(|c| !is_path(c)).unwrap_or(rest.len())])
    };
    own.contains("::{closure#") || method().is_some_and(|method| method.contains("::{closure#"))
}

/// Whether a function or a method that is itself written in a later module, and no implementation of a trait: what is
/// called only by those who know that the later part is there.
pub fn is_door(name: &str, later: &[&str]) -> bool {
    let own = match name.strip_prefix('<') {
        None => name,
        Some(inner) => match inherent(inner) {
            Some(inner) => inner,
            None => return false,
        },
    };
    later.iter().any(|path| own.starts_with(path))
}

/// The type of `Type>::method`; none of `Type as Trait>::method`.
fn inherent(inner: &str) -> Option<&str> {
    let mut depth = 0;
    let mut last = ' ';
    for (at, c) in inner.char_indices() {
        match c {
            '<' | '(' | '[' => depth += 1,
            // The arrow of a function type closes nothing.
            '>' if last == '-' => {}
            '>' if depth == 0 => return Some(&inner[..at]),
            '>' | ')' | ']' => depth -= 1,
            ' ' if depth == 0 && inner[at..].starts_with(" as ") => return None,
            _ => {}
        }
        last = c;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const LATER: [&str; 2] = ["krate::plan::", "krate::widget::later::"];

    #[test]
    fn hashes_of_crates_go_and_other_brackets_stay() {
        assert_eq!(
            without_hashes("<[krate[33ad]::A; 4usize] as core[0f]::B<[u8]>>::c::<alloc[c0]::D>"),
            "<[krate::A; 4usize] as core::B<[u8]>>::c::<alloc::D>"
        );
        assert_eq!(without_hashes("a[b"), "a[b");
    }

    #[test]
    fn doors_are_the_functions_and_methods_written_there() {
        for door in [
            "krate::plan::cheapest",
            "krate::plan::cheapest::{closure#0}",
            "krate::plan::read::<core::option::Option<u8>>",
            "<krate::widget::later::Later>::words",
            "<krate::plan::Plan<fn(u8) -> u8>>::steps",
        ] {
            assert!(is_door(door, &LATER), "{door}");
        }
        for other in [
            "krate::planet::orbit",
            "krate::widget::result",
            "<krate::plan::Plan as core::clone::Clone>::clone",
            "<krate::plan::Plan<fn(u8) -> u8> as core::clone::Clone>::clone",
            "core::ptr::drop_in_place::<krate::plan::Plan>",
            "<[krate::plan::Plan]>::sort_by",
            "<krate::assess::Index as krate::plan::Priced>::price",
        ] {
            assert!(!is_door(other, &LATER), "{other}");
        }
    }

    #[test]
    fn what_is_made_for_a_closure_is_told_from_what_is_made_for_a_type() {
        for closure in [
            "krate::plan::cheapest::{closure#0}",
            "core::ptr::drop_in_place::<krate::plan::cheapest::{closure#0}>",
            "<krate::plan::cheapest::{closure#0} as core::ops::FnOnce<()>>::call_once::{shim:vtable#0}",
            "<<krate::plan::Plan>::steps::{closure#2} as core::ops::Fn<()>>::call",
            "core::f::<krate::plan::Plan, krate::plan::cheapest::{closure#0}>",
        ] {
            assert!(serves_a_closure(closure, &LATER), "{closure}");
        }
        for other in [
            "<krate::web::KNOWN::{closure#0} as core::ops::FnOnce<core::Option<krate::plan::Plan>>>::call_once",
            "core::ptr::drop_in_place::<krate::plan::Plan>",
            "core::new::<krate::plan::Plan>::{closure#0}",
            "<alloc::Vec<krate::plan::Plan>>::retain::{closure#0}",
            "<krate::plan::Plan as core::Clone>::clone",
            "krate::planet::orbit::{closure#0}",
        ] {
            assert!(!serves_a_closure(other, &LATER), "{other}");
        }
    }
}
