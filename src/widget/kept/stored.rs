//! The list as it is stored in the browser, beside the draft, and read again.

use super::{Kept, KeptList, StoredList};
use crate::document::{Fault, Faults, Node, Place};
use crate::standard::Standard;
use crate::widget::draft::Sheet;
use crate::widget::draft::stored::StoredSheet;
use serde::Serialize;

/// Name of the format.
const FORMAT: &str = "readiness-check/assessments";
/// Version of the format.
const VERSION: i64 = 1;
/// How many levels an answer document lies inside the list: in a sheet, in an entry, in a list.
const LEVELS_AROUND: u8 = 4;

#[derive(Serialize)]
struct Written<'a> {
    format: &'static str,
    version: i64,
    assessments: Vec<WrittenKept<'a>>,
}

#[derive(Serialize)]
struct WrittenKept<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    changed: Option<&'a str>,
    /// Not there where it was deleted.
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<StoredSheet<'a>>,
}

impl KeptList {
    /// The list as the text that is stored.
    pub fn to_json(&self, standard: &Standard) -> String {
        let assessments = self.0.iter().map(|kept| WrittenKept {
            id: &kept.id,
            changed: kept.changed.as_deref(),
            sheet: kept.sheet.as_ref().map(|sheet| sheet.stored(standard)),
        });
        let written = Written {
            format: FORMAT,
            version: VERSION,
            assessments: assessments.collect(),
        };
        serde_json::to_string(&written).expect("the keys are texts, and nothing is left but to write them")
    }

    /// Reads what was stored. What this edition cannot read is left out and named.
    ///
    /// # Errors
    /// Where nothing of it can be read; `newer-version` where a newer release wrote it.
    pub fn from_json(text: &str, standard: &Standard) -> Result<StoredList, Fault> {
        let node = Node::from_json_around(text, LEVELS_AROUND)?;
        let refused = |code, message: &str| Fault {
            code,
            path: String::new(),
            message: message.to_owned(),
        };
        if node.get("format") != Some(&Node::text(FORMAT)) {
            return Err(refused("not-a-list", "it is not a list of this tool"));
        }
        if node.get("version") != Some(&Node::whole(VERSION)) {
            return Err(refused("newer-version", "it was stored by a newer release"));
        }
        let faults = Faults::default();
        let entries = read(&Place::root(&node, &faults), standard);
        Ok(StoredList {
            list: entries.unwrap_or_default(),
            faults: faults.into_vec(),
        })
    }
}

fn read(root: &Place, standard: &Standard) -> Option<KeptList> {
    let fields = root.fields()?;
    let _known_already = [fields.get("format"), fields.get("version")];
    let entries = fields.need("assessments")?;
    let mut list = KeptList::default();
    for place in entries.items() {
        if let Some(kept) = entry(&place, standard) {
            if list.0.iter().any(|known| known.id == kept.id) {
                place.fault("repeated-id", "stands twice");
            }
            list.put(&kept);
        }
    }
    fields.close();
    Some(list)
}

fn entry(place: &Place, standard: &Standard) -> Option<Kept> {
    let fields = place.fields()?;
    let id = fields.need("id")?.text()?.to_owned();
    let changed = fields
        .get("changed")
        .and_then(|place| Some(place.text()?.to_owned()));
    let sheet = match fields.get("sheet") {
        // What cannot be read was not deleted.
        Some(place) => Some(Sheet::read(&place, standard)?.with_id(&id)),
        None => None,
    };
    fields.close();
    Some(Kept { id, changed, sheet })
}
