//! What the browser keeps for us, and anything else may have written there: drafts, lists, dates, and what waits.

use readiness_check::lang::Lang;
use readiness_check::standard::Standard;
use readiness_check::widget::{Dates, Draft, Exchanging, KeptList};
use std::cell::RefCell;
use std::rc::Rc;

/// The standards of the data folder, as the widget holds them.
fn standards() -> Vec<Rc<Standard>> {
    thread_local! {
        static STANDARDS: RefCell<Vec<Rc<Standard>>> = const { RefCell::new(Vec::new()) };
    }
    STANDARDS.with_borrow_mut(|standards| {
        if standards.is_empty() {
            let (_, documents) = xtask::data::load(&xtask::root().join("data"));
            let parse = |document: &xtask::data::Document| Standard::parse(&document.node, &Lang::ALL);
            let parsed = documents
                .iter()
                .map(|document| parse(document).expect("the data is sound"));
            standards.extend(parsed.map(Rc::new));
        }
        standards.clone()
    })
}

/// What is read as what we keep is written as a text that says the same, without a fault. Gives whether it is read as
/// any of it.
pub fn kept(text: &str) -> bool {
    let standards = standards();
    let standard = &standards[0];
    let mut is_read = false;
    if let Ok(stored) = Draft::from_json(text, standard) {
        let again = Draft::from_json(&stored.draft.to_json(standard), standard).expect("it was just written");
        assert_eq!((again.draft, again.faults), (stored.draft, Vec::new()));
        is_read = true;
    }
    if let Ok(stored) = KeptList::from_json(text, standard) {
        let again =
            KeptList::from_json(&stored.list.to_json(standard), standard).expect("it was just written");
        assert_eq!((again.list, again.faults), (stored.list, Vec::new()));
        is_read = true;
    }
    if let Some(dates) = Dates::from_json(text) {
        assert_eq!(Dates::from_json(&dates.to_json()).as_ref(), Some(&dates));
        is_read = true;
    }
    if let Some((waiting, offered)) = Exchanging::from_json(text, standard, &standards) {
        if let Some(written) = waiting.to_json(standard, &offered) {
            let again = Exchanging::from_json(&written, standard, &standards).expect("it was just written");
            assert_eq!(again.0.to_json(standard, &again.1), Some(written));
        }
        is_read = true;
    }
    is_read
}
