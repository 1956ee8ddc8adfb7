//! What a visitor does with the assessments beside the one at hand.

use super::changes::act;
use super::instances::on;
use crate::widget::{Action, Drawn, Listing};

/// Does what a visitor does with the list.
pub fn does(id: u32, action: Listing) {
    // Two windows never make the same one.
    let random = (js_sys::Math::random() * (1_u64 << 52) as f64) as u64;
    if let Some(standard) = on(id, |instance| instance.state.standard.clone()) {
        act(
            id,
            &Drawn(standard),
            Action::Listing(action, format!("{random:x}")),
        );
    }
}
