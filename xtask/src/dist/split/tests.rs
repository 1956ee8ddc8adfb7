use super::*;
use std::io::Write as _;
use std::process::{Command, Stdio};

const LATER: [&str; 1] = ["krate::plan::"];

/// Both parts use memory, table and a global; calls go in every direction, directly and through the table.
///
/// Slots: 1 twice (first), 2 square (later, in the table alone), 3 sum (later, and called by the first part).
const WHOLE: &str = r#"(module
  (type $one (func (param i32) (result i32)))
  (import "host" "log" (func $"host log" (param i32)))
  (table (export "table") 4 4 funcref)
  (memory (export "memory") 1)
  (global $stack (mut i32) (i32.const 100))
  (elem (i32.const 1) $"core::twice" $"<krate::plan::square::{closure#0} as core::Fn>::call" $"krate::plan::sum")
  (func $"core::twice" (type $one) (i32.mul (local.get 0) (i32.const 2)))
  (func $"<krate::plan::square::{closure#0} as core::Fn>::call" (type $one) (i32.mul (local.get 0) (local.get 0)))
  ;; Later: calls the first part, another function that moves, the host, through the table, and uses memory and global.
  (func $"krate::plan::sum" (type $one)
    (call $"host log" (local.get 0))
    (global.set $stack (i32.sub (global.get $stack) (i32.const 1)))
    (i32.store (i32.const 8) (call $"krate::plan::helper" (local.get 0)))
    (i32.add
      (call_indirect (type $one) (call $"core::shared" (local.get 0)) (i32.const 1))
      (call_indirect (type $one) (local.get 0) (i32.const 2))))
  ;; Not a name of a later module, but reached through one alone.
  (func $"core::only_later" (type $one) (i32.add (local.get 0) (i32.const 1000)))
  (func $"krate::plan::helper" (type $one) (call $"core::only_later" (local.get 0)))
  (func $"core::shared" (type $one) (i32.add (local.get 0) (i32.const 1)))
  ;; Another door, not in the table: it gets a slot of its own. Its two parameters arrive in their order.
  (func $"<krate::plan::Plan>::less" (param i32 i64) (result i64)
    (i64.sub (i64.extend_i32_u (local.get 0)) (local.get 1)))
  ;; The name of a later module, but no door: the first part needs it at once.
  (func $"<krate::plan::Plan as core::Clone>::clone" (type $one) (i32.add (local.get 0) (i32.const 7)))
  (func $"krate::plan::never_called" (type $one) (i32.const 12345))
  (func (export "sum") (param i32) (result i32) (call $"krate::plan::sum" (call $"core::shared" (local.get 0))))
  (func (export "less") (param i32 i64) (result i64) (call $"<krate::plan::Plan>::less" (local.get 0) (local.get 1)))
  (func (export "clone") (param i32) (result i32) (call $"<krate::plan::Plan as core::Clone>::clone" (local.get 0)))
  (func (export "through") (param i32 i32) (result i32) (call_indirect (type $one) (local.get 1) (local.get 0)))
  (func (export "state") (result i32) (i32.add (global.get $stack) (i32.load (i32.const 8))))
  (data (i32.const 8) "\05\00\00\00")
)"#;

fn parts(whole: &str) -> Parts {
    let whole = wat::parse_str(whole).expect("a module in text");
    split(&whole, &LATER).expect("two parts")
}

/// What a script under Node prints: it finds the instance of the first part as `first`, what it told the host as `told`,
/// `load()` for the later part, and `trap(call)`.
fn under_node(parts: &Parts, script: &str) -> String {
    let text = format!(
        "const told = [];
        const bytes = (hex) => Buffer.from(hex, 'hex');
        const trap = (call) => {{ try {{ return String(call()); }} catch (error) {{ return error.constructor.name; }} }};
        const host = {{ log: (number) => told.push(number) }};
        const first = (await WebAssembly.instantiate(bytes('{}'), {{ host }})).instance.exports;
        const load = () => WebAssembly.instantiate(bytes('{}'), {{ {FIRST}: first }});
        {script}",
        hex(&parts.first),
        hex(&parts.later),
    );
    let mut node = Command::new("node");
    node.arg("--input-type=module")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut running = node.spawn().expect("node");
    let mut input = running.stdin.take().expect("its input");
    input.write_all(text.as_bytes()).expect("the script is taken");
    drop(input);
    let output = running.wait_with_output().expect("node ends");
    assert!(output.status.success(), "node fails: see above");
    String::from_utf8(output.stdout).expect("UTF-8").trim().to_owned()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_parts_together_do_what_the_whole_does() {
    let parts = parts(WHOLE);
    let printed = under_node(
        &parts,
        "const state = first.state();
        await load();
        console.log(state, first.sum(3), told.join(), first.state(), first.less(9, 4n), first.clone(1),
            first.through(1, 21), first.through(2, 5), first.through(3, 2));",
    );
    // Before: 100 in the global and 5 in memory. sum(3) gets shared(3) = 4: twice(shared(4)) + square(4) = 10 + 16, stores
    // 1004 and takes 1 from the global. Through slot 3 sum gets 2: twice(3) + square(2) = 10.
    assert_eq!(printed, "105 26 4 1103 5n 8 42 25 10");
}

#[test]
fn what_is_called_before_the_later_part_is_there_traps_and_nothing_else_does() {
    let printed = under_node(
        &parts(WHOLE),
        "console.log(first.clone(1), first.through(1, 21), first.state(), trap(() => first.sum(3)), trap(() => first.less(9, 4n)),
            trap(() => first.through(2, 5)), trap(() => first.through(3, 5)), trap(() => first.through(0, 5)));
        await load();
        console.log(first.sum(3));",
    );
    assert_eq!(
        printed,
        "8 42 105 RuntimeError RuntimeError RuntimeError RuntimeError RuntimeError\n26"
    );
}

#[test]
fn what_moves_is_what_only_later_code_reaches() {
    let parts = parts(WHOLE);
    // square, sum, only_later, helper, less.
    assert_eq!((parts.moved, parts.stubs), (5, 2));
    assert!(
        !contains(&parts.first, &[0xe8, 0x07]),
        "1000 is gone from the first part"
    );
    assert!(contains(&parts.later, &[0xe8, 0x07]), "1000 is in the later part");
    // 12345, of a function that nobody calls.
    assert!(!contains(&parts.first, &[0xb9, 0xe0]) && !contains(&parts.later, &[0xb9, 0xe0]));
    for part in [&parts.first, &parts.later] {
        assert!(
            !contains(part, b"krate") && !contains(part, b"core::"),
            "names are not shipped"
        );
    }
    let whole = wat::parse_str(WHOLE).expect("a module in text");
    let before = Module::read(&whole).expect("the whole");
    let first = Module::read(&parts.first).expect("the first part");
    let names = |module: &Module| {
        module
            .exports
            .iter()
            .map(|export| export.name.to_owned())
            .collect::<Vec<_>>()
    };
    let mut expected = names(&before);
    // The global, the function of the host, and shared: what the later part needs and nobody exported.
    expected.extend(["a", "b", "c"].map(str::to_owned));
    assert_eq!(names(&first), expected);
    // One slot more, for the door that was not in the table.
    assert_eq!((first.table.initial, first.table.maximum), (5, Some(5)));
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn short_names_make_way_for_those_that_are_taken() {
    let parts = parts(
        r#"(module (table 1 funcref)
          (func $"krate::plan::f" (call $"core::g"))
          (func $"core::g")
          (func (export "a") (call $"krate::plan::f") (call $"core::g")))"#,
    );
    let first = Module::read(&parts.first).expect("the first part");
    let names: Vec<&str> = first.exports.iter().map(|export| export.name).collect();
    assert_eq!(names, ["a", "b", "c"]);
    assert_eq!(
        under_node(&parts, "await load(); console.log(first.a());"),
        "undefined"
    );
}

#[test]
fn nothing_moves_where_nothing_is_later() {
    let parts = parts(r#"(module (table 1 funcref) (func $f (export "f") (result i32) (i32.const 3)))"#);
    assert_eq!((parts.moved, parts.stubs), (0, 0));
    assert_eq!(under_node(&parts, "await load(); console.log(first.f());"), "3");
}

#[test]
fn an_exported_function_stays_whatever_its_name() {
    let parts = parts(
        r#"(module (table 1 funcref)
          (func $"krate::plan::f" (export "f") (result i32) (i32.const 3))
          (func (export "g") (result i32) (call $"krate::plan::f")))"#,
    );
    assert_eq!(parts.moved, 0);
    assert_eq!(under_node(&parts, "console.log(first.f() + first.g());"), "6");
}

#[test]
fn what_stands_in_the_table_for_a_type_alone_stays() {
    let parts = parts(
        r#"(module (table 3 funcref)
          (type $give (func (result i32)))
          (elem (i32.const 1) $"<krate::web::KNOWN::{closure#0} as core::FnOnce<krate::plan::Plan>>::call_once"
            $"krate::plan::f::{closure#0}")
          (func $"<krate::web::KNOWN::{closure#0} as core::FnOnce<krate::plan::Plan>>::call_once" (type $give)
            (call $"core::ptr::drop_in_place::<krate::plan::Plan>"))
          (func $"core::ptr::drop_in_place::<krate::plan::Plan>" (type $give) (i32.const 3))
          (func $"krate::plan::f::{closure#0}" (type $give) (i32.const 4))
          (func (export "through") (param i32) (result i32) (call_indirect (type $give) (local.get 0))))"#,
    );
    assert_eq!((parts.moved, parts.stubs), (1, 0));
    let script = "console.log(first.through(1), trap(() => first.through(2))); await load(); console.log(first.through(2));";
    assert_eq!(under_node(&parts, script), "3 RuntimeError\n4");
}

#[test]
fn modules_that_cannot_be_parted_are_refused() {
    let refused = |text: &str| {
        let module = wat::parse_str(text).expect("a module in text");
        format!("{:#}", split(&module, &LATER).expect_err(text))
    };
    let nameless = refused(r#"(module (table 1 funcref) (func (export "f")))"#);
    assert!(nameless.contains("have no names"), "{nameless}");
    let no_table = refused(r#"(module (func $f (export "f")))"#);
    assert!(no_table.contains("0 tables"), "{no_table}");
    let offset = refused(
        r#"(module (import "host" "at" (global i32)) (table 1 funcref) (func $f) (elem (global.get 0) $f))"#,
    );
    assert!(offset.contains("only a run knows"), "{offset}");
    // An instruction of 2018, which the oldest browsers do not know.
    let newer = refused(r#"(module (table 1 funcref) (func $f (result i32) (i32.extend8_s (i32.const 1))))"#);
    assert!(newer.contains("before it is parted"), "{newer}");
    let broken = split(b"\0asm", &LATER).expect_err("no module");
    assert!(format!("{broken:#}").contains("before it is parted"));
}
