//! What the attributes of an element say.

use super::instances::Settings;
use super::{data, not_ready};
use crate::lang::Lang;
use crate::standard::Standard;
use crate::widget::{Host, Keeping, Notice};
use serde::Deserialize;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// The attributes as the element read them: trimmed, and each with its default in place of what is not allowed.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Asked {
    /// The id of a standard that is loaded.
    standard: String,
    lang: String,
    storage: String,
    /// Whether others use this computer too, as the visitor said; nothing where the page decides where answers are kept.
    shared_computer: Option<bool>,
    key: String,
    /// The id of a track; may be empty.
    track: String,
    header: String,
    contact: String,
    sharing: String,
    /// The name of the host.
    host: String,
    /// The address that opens the page on another device; may be empty.
    address: String,
    /// Name, value and what is allowed of each attribute that cannot be used.
    bad: Vec<[String; 3]>,
    /// Whether the element showed a widget before on this page.
    #[serde(default)]
    shown_before: bool,
}

/// The settings in a text of JSON.
///
/// # Errors
/// `not-ready` where the data in this language is not loaded.
pub fn read(json: &str) -> Result<Settings, JsValue> {
    let asked: Asked = serde_json::from_str(json).expect("the element writes it as it is read here");
    let lang = Lang::nearest(&asked.lang);
    let missing = || not_ready(&asked.standard);
    let standard = data::standard_in(&asked.standard, lang).ok_or_else(missing)?;
    let notice = |[name, value, allowed]: [String; 3]| Notice::BadAttribute { name, value, allowed };
    let mut bad_attributes: Vec<Notice> = asked.bad.into_iter().map(notice).collect();
    let track = standard.track(&asked.track);
    if track.is_none() && !asked.track.is_empty() {
        bad_attributes.push(notice(["track".into(), asked.track, tracks(&standard)]));
    }
    Ok(Settings {
        lang,
        #[cfg(feature = "places")]
        programmes: data::programmes_in(lang).ok_or_else(missing)?,
        editions: Rc::new(data::standards_in(lang)),
        keeping: match asked.storage.as_str() {
            "session" => Keeping::Session,
            "none" => Keeping::Nowhere,
            _ => Keeping::Local,
        },
        shared_computer: asked.shared_computer,
        key: asked.key,
        host: Rc::new(Host {
            name: asked.host.into(),
            address: asked.address.into(),
            contact: asked.contact.into(),
            compact: asked.header == "compact",
            may_ask: asked.sharing != "off",
            track,
        }),
        bad_attributes,
        shown_before: asked.shown_before,
        standard,
    })
}

/// The ids of the tracks, as a list in words.
fn tracks(standard: &Standard) -> String {
    let ids: Vec<&str> = standard.tracks.iter().map(|track| track.id.as_str()).collect();
    ids.join(", ")
}
