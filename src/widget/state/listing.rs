//! The assessments beside the one at hand: opened, copied, named and deleted. Whatever leaves the hand goes into the list.

use super::State;
use crate::answers::Extra;
use crate::answers::place::Place;
use crate::exchange::Form;
use crate::widget::action::{Asked, Exchange, Focus, Listing, Which};
use crate::widget::arrived::Arrived;
use crate::widget::draft::{Draft, NAME, Screen, Sheet};
use crate::widget::history::Done;
use crate::widget::kept::MOST_KEPT;
use std::rc::Rc;

impl State {
    /// The day of the last change of the assessment at hand: where nothing was changed since it was opened, as it says there.
    pub fn changed(&self) -> Option<&str> {
        let sheet = &self.draft.sheet;
        match self.kept.get(sheet.id()) {
            Some((kept, known)) if known == sheet => kept.changed.as_deref(),
            _ => self.dates.changed.as_deref(),
        }
    }

    fn sheet_of(&self, which: &Which) -> Option<&Sheet> {
        match which {
            Which::AtHand => Some(&self.draft.sheet),
            Which::Listed(id) => self.kept.get(id).map(|(_, sheet)| sheet),
        }
    }

    /// What an action changes of the sheet; nothing where it changes the list alone.
    pub(super) fn listed_by(&self, action: &Listing) -> Option<Done> {
        match action {
            Listing::Open(_) => Some(Done::Opened),
            Listing::Confirm => match self.at_list.asked.as_ref()? {
                Asked::Rename(Which::AtHand) => {
                    Some(Done::At(Place::Beside(Extra::Profile, vec![NAME.to_owned()])))
                }
                Asked::Start | Asked::Copy(_) => Some(Done::Opened),
                _ => None,
            },
            _ => None,
        }
    }

    pub(super) fn list(&mut self, action: Listing, new: &str) {
        self.at_list.is_full = false;
        match action {
            Listing::Open(id) => {
                let sheet = self.kept.get(&id).map(|(_, sheet)| sheet.clone());
                sheet.into_iter().for_each(|sheet| self.take_up(sheet, new));
            }
            Listing::Compare(id) => self.compare(&id),
            Listing::Ask(asked) => {
                self.at_list.name = match &asked {
                    Asked::Start | Asked::Delete(_) => String::new(),
                    Asked::Copy(which) | Asked::Rename(which) => {
                        self.sheet_of(which).map_or("", Sheet::name).to_owned()
                    }
                };
                self.at_list.asked = Some(asked);
                self.wish(Focus::Asked);
            }
            Listing::Name(name) => self.at_list.name = name,
            Listing::Confirm => self.confirm(new),
            Listing::Cancel => {
                self.at_list.asked = None;
                self.wish(Focus::List);
            }
            Listing::BringBack => {
                if let Some(kept) = self.at_list.deleted.take()
                    && let Some(sheet) = kept.sheet.clone()
                {
                    let list = self.kept.with(&sheet.with_id(new), kept.changed.clone());
                    self.kept = Rc::new(list);
                    self.wish(Focus::List);
                }
            }
        }
    }

    fn confirm(&mut self, new: &str) {
        let name = self.at_list.name.trim().to_owned();
        match self.at_list.asked.take() {
            Some(Asked::Start) => {
                let sheet = Sheet::new(&self.standard).with_name(&name);
                self.take_up(sheet.with_id(new), new);
            }
            Some(Asked::Copy(which)) => {
                if let Some(sheet) = self.sheet_of(&which) {
                    let mut sheet = sheet.clone().with_name(&name).with_id(new);
                    // The figures of the new one are of another day, which is not known yet.
                    sheet.keep_text(Extra::Profile, &["figuresAsOf"], "");
                    sheet.by_page = false;
                    self.take_up(sheet, new);
                }
            }
            Some(Asked::Rename(Which::AtHand)) => {
                self.change(|draft| draft.sheet = draft.sheet.clone().with_name(&name));
                self.wish(Focus::List);
            }
            Some(Asked::Rename(Which::Listed(id))) => {
                if let Some((kept, sheet)) = self.kept.get(&id) {
                    let sheet = sheet.clone().with_name(&name).with_id(new);
                    let list = self.kept.with(&sheet, kept.changed.clone()).without(&id);
                    self.kept = Rc::new(list);
                }
                self.wish(Focus::List);
            }
            Some(Asked::Delete(id)) => {
                let deleted = self.kept.get(&id).map(|(kept, _)| Rc::new(kept.clone()));
                self.kept = Rc::new(self.kept.without(&id));
                self.at_list.deleted = deleted;
                self.wish(Focus::List);
            }
            None => {}
        }
    }

    /// Puts a sheet in the place of the one at hand, which goes into the list.
    fn take_up(&mut self, sheet: Sheet, new: &str) {
        let mut mine = self.draft.sheet.clone();
        let mut list = (*self.kept).clone();
        let known = list.get(mine.id()).map(|(_, sheet)| sheet);
        // Nothing would be lost with an empty one, unless it was in the list before.
        if known != Some(&mine) && (known.is_some() || !mine.is_empty()) {
            let changed = self.changed().map(str::to_owned);
            let before = mine.id().to_owned();
            mine = mine.with_id(&[new, "-0"].concat());
            list = list.with(&mine, changed).without(&before);
        }
        if list.beside(&sheet).len() > MOST_KEPT {
            self.at_list.is_full = true;
            self.wish(Focus::List);
            return;
        }
        self.put_away();
        self.kept = Rc::new(list);
        // Whoever brings it back finds it as the list knows it.
        self.change(|draft| draft.sheet = mine);
        self.history.begin(&self.draft);
        let screen = if sheet.track_chosen {
            Screen::Page(0)
        } else {
            Screen::Start
        };
        self.checked = sheet.typed.questions().collect();
        let draft = Draft {
            sheet,
            ..(*self.draft).clone()
        };
        self.show(draft);
        (self.warned, self.last_page, self.asking) = (false, 0, None);
        self.go(screen);
        self.came_from = None;
        self.wish(Focus::Heading);
    }

    fn compare(&mut self, id: &str) {
        if let Some((_, sheet)) = self.kept.get(id) {
            let arrived = Arrived {
                standard: self.standard.clone(),
                answers: sheet.answers.clone(),
                saved: None,
                part: None,
                form: Form::Assessment,
            };
            self.exchange(Exchange::Arrive(Rc::new(Ok(arrived))));
        }
    }
}
