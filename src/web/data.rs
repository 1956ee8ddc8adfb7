//! The data that is loaded: standards and programmes, each with the languages of its texts.

use super::error;
use crate::document::Node;
use crate::lang::Lang;
#[cfg(feature = "places")]
use crate::programmes::Programmes;
use crate::standard::{self, Standard};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// A standard as it was loaded.
struct Loaded {
    standard: Rc<Standard>,
    languages: Vec<Lang>,
}

thread_local! {
    static STANDARDS: RefCell<Vec<Loaded>> = const { RefCell::new(Vec::new()) };
    #[cfg(feature = "places")]
    static PROGRAMMES: RefCell<Vec<(Vec<Lang>, Rc<Programmes>)>> = const { RefCell::new(Vec::new()) };
}

/// The standard of this id in whatever language.
#[cfg(feature = "places")]
pub fn standard(id: &str) -> Option<Rc<Standard>> {
    find(|loaded| loaded.standard.id == id)
}

/// The standard of this id with its texts in `lang`.
pub fn standard_in(id: &str, lang: Lang) -> Option<Rc<Standard>> {
    find(|loaded| loaded.standard.id == id && loaded.languages.contains(&lang))
}

/// Any standard.
#[cfg(feature = "places")]
pub fn any_standard() -> Option<Rc<Standard>> {
    find(|_| true)
}

/// Every standard in whatever language.
#[cfg(feature = "places")]
pub fn standards() -> Vec<Rc<Standard>> {
    distinct(|_| true)
}

/// Every standard with its texts in `lang`.
pub fn standards_in(lang: Lang) -> Vec<Rc<Standard>> {
    distinct(|loaded| loaded.languages.contains(&lang))
}

fn distinct(wanted: impl Fn(&Loaded) -> bool) -> Vec<Rc<Standard>> {
    STANDARDS.with_borrow(|standards| {
        let standards = standards.iter().filter(|loaded| wanted(loaded));
        let mut found: Vec<Rc<Standard>> = Vec::new();
        for loaded in standards {
            if found.iter().all(|known| known.id != loaded.standard.id) {
                found.push(loaded.standard.clone());
            }
        }
        found
    })
}

/// The programmes with their texts in `lang`.
#[cfg(feature = "places")]
pub fn programmes_in(lang: Lang) -> Option<Rc<Programmes>> {
    PROGRAMMES.with_borrow(|all| {
        let found = all.iter().find(|(languages, _)| languages.contains(&lang));
        found.map(|(_, programmes)| programmes.clone())
    })
}

fn find(wanted: impl Fn(&Loaded) -> bool) -> Option<Rc<Standard>> {
    STANDARDS.with_borrow(|standards| {
        let found = standards.iter().find(|loaded| wanted(loaded));
        found.map(|loaded| loaded.standard.clone())
    })
}

/// The standard of this id with its texts in most languages.
#[cfg(feature = "places")]
pub fn fullest(id: &str) -> Option<Rc<Standard>> {
    STANDARDS.with_borrow(|standards| {
        let found = standards.iter().filter(|loaded| loaded.standard.id == id);
        let fullest = found.max_by_key(|loaded| loaded.languages.len());
        fullest.map(|loaded| loaded.standard.clone())
    })
}

/// Adds a standard whose texts are given in `languages`.
pub fn add(languages: &[Lang], standard: Standard) {
    STANDARDS.with_borrow_mut(|standards| {
        standards.retain(|known| {
            known.standard.id != standard.id || known.languages.iter().any(|lang| !languages.contains(lang))
        });
        standards.push(Loaded {
            standard: Rc::new(standard),
            languages: languages.to_vec(),
        });
    });
}

/// Takes the data of this build, a JSON object of `standards` and `programmes`, whose texts are given in `languages`: of the
/// standards all, or the one with the id `only`. The build has checked it.
///
/// # Errors
/// An `Error` with the code and path of the first fault, and all faults in its message.
#[wasm_bindgen(js_name = addData)]
pub fn add_data(json: &str, languages: Vec<String>, only: Option<String>) -> Result<(), JsValue> {
    let languages: Vec<Lang> = languages.iter().map(|tag| Lang::nearest(tag)).collect();
    let data = Node::from_json(json).map_err(|fault| error(&[fault]))?;
    let documents = match data.get("standards") {
        Some(Node::List(documents)) => documents.as_slice(),
        _ => &[],
    };
    let only = only.map(Node::Text);
    let wanted = |document: &&Node| only.is_none() || document.get("id") == only.as_ref();
    for document in documents.iter().filter(wanted) {
        let document = standard::whole(document, documents);
        let standard = Standard::parse_checked(&document, &languages).map_err(|faults| error(&faults))?;
        add(&languages, standard);
    }
    #[cfg(feature = "places")]
    if let Some(programmes) = data.get("programmes") {
        let programmes = Programmes::parse(programmes, &languages).map_err(|faults| error(&faults))?;
        PROGRAMMES.with_borrow_mut(|all| all.push((languages, Rc::new(programmes))));
    }
    Ok(())
}
