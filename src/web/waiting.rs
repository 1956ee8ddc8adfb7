//! What arrived and waits beside a draft. It is kept in the tab, so that it outlives a reload, and nowhere else.

use super::files::standards;
use super::instances::Instance;
use crate::widget::Exchanging;
use std::rc::Rc;

/// Keeps what waits beside the draft of an instance, or that nothing does.
pub fn keep(instance: &Instance) {
    let state = &instance.state;
    let waiting = state.exchange.to_json(&state.standard, &instance.offered);
    instance
        .place
        .keep_waiting(waiting.as_deref().unwrap_or_default());
}

/// Takes up what waits in the place of an instance, which it comes to; what waits beside it already goes along.
pub fn take_up(instance: &mut Instance) {
    if instance.state.exchange.arrival.is_some() {
        keep(instance);
        return;
    }
    let Some(waiting) = instance.place.waiting() else {
        return;
    };
    let mut state = (*instance.state).clone();
    match Exchanging::from_json(&waiting, &state.standard, &standards(instance)) {
        Some((exchange, offered)) => {
            state.exchange = exchange;
            instance.state = Rc::new(state);
            instance.offered = offered;
        }
        // Nothing waits, or nothing of ours.
        None => instance.place.keep_waiting(""),
    }
}
