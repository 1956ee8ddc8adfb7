//! Answers that come and go: files and tables to be saved, and what a file, a field or an address holds.

use super::Mounted;
use super::changes::act;
use super::instances::{Instance, now, on, tell};
use crate::answers::{Extra, Part, Way};
use crate::exchange::{ArrivalFault, TextFault};
use crate::exchange::{Form, MOST_BYTES, encode, file, handed_out, table};
use crate::standard::Standard;
use crate::widget::{Action, Arrival, Drawn, Exchange, Handed, open};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// Hands the answers to the page as a file or a table, to be saved.
pub fn save(id: u32, form: Form) {
    if let Some((kind, handed)) = on(id, |instance| written(instance, form)) {
        hand(id, kind, handed);
    }
}

/// Hands the part of a department to the page as a file, to be filled in; without one, that at hand, to be taken back.
pub fn hand_out(id: u32, department: Option<&str>) {
    if let Some(handed) = on(id, |instance| part_written(instance, department)).flatten() {
        hand(id, "application/json", handed);
    }
}

fn hand(id: u32, kind: &str, handed: Handed) {
    tell(
        id,
        "save",
        &[
            handed.name.as_str().into(),
            kind.into(),
            handed.text.as_str().into(),
        ],
    );
    does(id, Exchange::Hand(handed));
}

/// A part as a file, named by its department.
fn part_written(instance: &Instance, department: Option<&str>) -> Option<Handed> {
    let (standard, sheet) = (&instance.state.standard, &instance.state.draft.sheet);
    let (part, answers) = match department {
        Some(department) => {
            let part = Part::of(standard, department, Way::ToFill)?;
            let answers = handed_out(standard, &part, &sheet.answers);
            (part, answers)
        }
        None => {
            let part = sheet.part.clone()?;
            let state = Way::Filled;
            (Part { state, ..part }, sheet.answers.clone())
        }
    };
    let mut departments = standard.departments.iter();
    let title = &departments.find(|known| known.id == part.department)?.title;
    let now = now();
    let name = [title.get(instance.settings.lang), " ", &part.by, " ", &now[..10]].concat();
    Some(Handed {
        name: file::name(&name.replace("  ", " ")),
        text: file::write_part(standard, &answers, &now, Some(&part)),
        is_part: true,
    })
}

/// The type of the file, and the file.
fn written(instance: &Instance, form: Form) -> (&'static str, Handed) {
    let state = &instance.state;
    let (standard, sheet) = (&state.standard, &state.draft.sheet);
    let now = now();
    // Under which name it is known here is nobody else's.
    let sheet = &sheet.clone().with_id("");
    let plant = match sheet.kept_text(Extra::Profile, &["plant"]) {
        "" => {
            crate::strings::Strings::of(instance.settings.lang)
                .exchange
                .name_start
        }
        plant => plant,
    };
    let name = [plant, " ", &now[..10]].concat();
    match form {
        Form::Table => {
            let name = file::name_with(&name, ".csv");
            let text = table::write(standard, &sheet.answers, instance.settings.lang);
            (
                "text/csv",
                Handed {
                    name,
                    text,
                    is_part: false,
                },
            )
        }
        _ => {
            let name = file::name(&name);
            let text = file::write(standard, &sheet.answers, &now);
            (
                "application/json",
                Handed {
                    name,
                    text,
                    is_part: false,
                },
            )
        }
    }
}

/// Lays what arrived beside the draft.
pub fn arrive(id: u32, bytes: &[u8]) {
    if let Some(arrival) = on(id, |instance| open(bytes, &standards(instance))) {
        does(id, Exchange::Arrive(Rc::new(arrival)));
    }
}

/// The same with the code in the address of the page, unless it says what the draft says already: who reloads a page is
/// not asked again, and what was opened since the code was offered stays.
pub fn offer(id: u32, code: &str) {
    let arrival = on(id, |instance| {
        let before = std::mem::replace(&mut instance.offered, code.to_owned());
        if before == code && instance.state.exchange.arrival.is_some() {
            return None;
        }
        let arrival = open(code.as_bytes(), &standards(instance));
        let is_known = |arrival: &Arrival| {
            let Ok(arrived) = arrival else { return false };
            let (standard, sheet) = (&instance.state.standard, &instance.state.draft.sheet);
            let theirs = arrived.under(standard).answers;
            let Some(part) = &arrived.part else {
                let differs = sheet.answers.differing(&theirs).contains(&true);
                return sheet.track_chosen && sheet.answers.track == theirs.track && !differs;
            };
            // Of a part what matters is whether it is the one that is being filled in.
            let mut own = sheet.part.iter().filter(|_| part.state == Way::ToFill);
            own.any(|own| own.department == part.department && own.came_with == encode(standard, &theirs))
        };
        (!is_known(&arrival)).then_some(arrival)
    });
    if let Some(arrival) = arrival.flatten() {
        does(id, Exchange::Arrive(Rc::new(arrival)));
    }
}

/// Whether a file of so many bytes is read; if not, the visitor is told.
pub fn accepts(id: u32, bytes: f64) -> bool {
    let accepted = bytes <= MOST_BYTES as f64;
    if !accepted {
        let fault = ArrivalFault::Text(TextFault::TooLarge);
        does(id, Exchange::Arrive(Rc::new(Err(fault))));
    }
    accepted
}

/// Notes whether the browser copied the text of a field.
pub fn copied(id: u32, field: String, done: bool) {
    does(id, Exchange::Copy(field, done));
}

fn does(id: u32, action: Exchange) {
    if let Some(standard) = on(id, |instance| instance.state.standard.clone()) {
        act(id, &Drawn(standard), Action::Exchange(action));
    }
}

/// The standard that is shown, and the other editions that are loaded.
pub fn standards(instance: &Instance) -> Vec<Rc<Standard>> {
    let shown = &instance.state.standard;
    let others = instance
        .settings
        .editions
        .iter()
        .filter(|edition| edition.id != shown.id);
    [shown].into_iter().chain(others).cloned().collect()
}

#[wasm_bindgen]
impl Mounted {
    /// Whether a file of so many bytes is to be read; if not, the visitor is told.
    pub fn accepts(&self, bytes: f64) -> bool {
        accepts(self.id, bytes)
    }

    /// Lays what a file holds beside the draft.
    pub fn open(&self, bytes: &[u8]) {
        arrive(self.id, bytes);
    }

    /// The same with the code in the address of the page.
    pub fn offer(&self, code: &str) {
        offer(self.id, code);
    }

    /// Tells the visitor whether the browser copied the text of a field; asked for by `copy`.
    pub fn copied(&self, field: String, done: bool) {
        copied(self.id, field, done);
    }
}
