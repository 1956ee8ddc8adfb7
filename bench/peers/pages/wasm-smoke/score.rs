//! The scorer of `shared/score.js` as a bare module, without wasm-bindgen: what a page written by hand would load if it
//! wanted its scoring in WebAssembly. JavaScript sets the cells and reads them; an `f64` is kept by its bits.

#![no_std]

use core::panic::PanicInfo;
use core::sync::atomic::{AtomicU64, Ordering::Relaxed};

const QUESTIONS: usize = 45;
const SECTIONS: usize = 8;
const GATES: usize = 7;

/// One number that JavaScript and the scorer share.
struct Cell(AtomicU64);

impl Cell {
    const NAN: Cell = Cell(AtomicU64::new(f64::NAN.to_bits()));

    fn get(&self) -> f64 {
        f64::from_bits(self.0.load(Relaxed))
    }

    fn set(&self, value: f64) {
        self.0.store(value.to_bits(), Relaxed);
    }
}

/// Of each question: its worst value, 1 / (best − worst), weight, and the question that shows it, or −1.
static QUESTION: [[Cell; 4]; QUESTIONS] = [const { [Cell::NAN; 4] }; QUESTIONS];
/// Of each section: its first question, the one after its last, weight, and the question that shows it, or −1.
static SECTION: [[Cell; 4]; SECTIONS] = [const { [Cell::NAN; 4] }; SECTIONS];
/// Of each gate: its section and its question, one of them −1, and what it asks for.
static GATE: [[Cell; 3]; GATES] = [const { [Cell::NAN; 3] }; GATES];
/// The answers; what is open is not a number.
static ANSWER: [Cell; QUESTIONS] = [Cell::NAN; QUESTIONS];
/// The score of each question from 0 to 1; what is not shown is not a number.
static OF_QUESTION: [Cell; QUESTIONS] = [Cell::NAN; QUESTIONS];
/// The score of each section in percent; what is not shown is not a number.
static OF_SECTION: [Cell; SECTIONS] = [Cell::NAN; SECTIONS];

#[panic_handler]
fn stop(_: &PanicInfo) -> ! {
    loop {}
}

fn set(cell: Option<&Cell>, value: f64) {
    if let Some(cell) = cell {
        cell.set(value);
    }
}

fn get(cells: &[Cell], index: usize) -> f64 {
    cells.get(index).map_or(f64::NAN, Cell::get)
}

#[no_mangle]
pub extern "C" fn question(index: usize, part: usize, value: f64) {
    set(QUESTION.get(index).and_then(|cells| cells.get(part)), value);
}

#[no_mangle]
pub extern "C" fn section(index: usize, part: usize, value: f64) {
    set(SECTION.get(index).and_then(|cells| cells.get(part)), value);
}

#[no_mangle]
pub extern "C" fn gate(index: usize, part: usize, value: f64) {
    set(GATE.get(index).and_then(|cells| cells.get(part)), value);
}

#[no_mangle]
pub extern "C" fn answer(index: usize, value: f64) {
    set(ANSWER.get(index), value);
}

#[no_mangle]
pub extern "C" fn of_section(index: usize) -> f64 {
    get(&OF_SECTION, index)
}

#[no_mangle]
pub extern "C" fn of_question(index: usize) -> f64 {
    get(&OF_QUESTION, index)
}

fn is_shown(by: f64) -> bool {
    by < 0.0 || get(&ANSWER, by as usize) == 1.0
}

/// The score of a shown question, with its weight.
fn scored(index: usize) -> Option<(f64, f64)> {
    let [worst, inverse, weight, shown_by] = QUESTION.get(index)?;
    if !is_shown(shown_by.get()) {
        return None;
    }
    let value = (get(&ANSWER, index) - worst.get()) * inverse.get();
    Some((if value > 0.0 { value.min(1.0) } else { 0.0 }, weight.get()))
}

/// Scores all answers; gives the total in percent.
#[no_mangle]
pub extern "C" fn total() -> f64 {
    OF_QUESTION.iter().for_each(|cell| cell.set(f64::NAN));
    let (mut sum, mut weights) = (0.0, 0.0);
    for ([first, end, weight, shown_by], of_section) in SECTION.iter().zip(&OF_SECTION) {
        if !is_shown(shown_by.get()) {
            of_section.set(f64::NAN);
            continue;
        }
        let (mut within, mut weights_within) = (0.0, 0.0);
        for index in first.get() as usize..end.get() as usize {
            if let Some((value, weight)) = scored(index) {
                set(OF_QUESTION.get(index), value);
                within += weight * value;
                weights_within += weight;
            }
        }
        let percent = if weights_within > 0.0 { 100.0 * within / weights_within } else { 0.0 };
        of_section.set(percent);
        sum += weight.get() * percent;
        weights += weight.get();
    }
    if weights > 0.0 { sum / weights } else { 0.0 }
}

/// Which gates the last score does not pass, a bit for each.
#[no_mangle]
pub extern "C" fn failed() -> u32 {
    let fails = |[section, question, least]: &[Cell; 3]| {
        let section = section.get();
        let value = if section < 0.0 { of_question(question.get() as usize) } else { of_section(section as usize) };
        value < least.get() - 1e-9
    };
    GATE.iter().enumerate().filter(|(_, gate)| fails(gate)).fold(0, |all, (bit, _)| all | 1 << bit)
}
