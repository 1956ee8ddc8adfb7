//! Where nothing comes or goes, nothing of it is forgotten.

use super::State;

impl State {
    pub(super) fn forget_exchanged(&mut self, _: bool, _: bool) {}

    pub(super) fn forget_decisions(&mut self) {}
}
