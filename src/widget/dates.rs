//! When a draft was last changed, and when it is to be deleted: what the visitor chose, never before that.
//!
//! The clock of a computer may be wrong. A day before the newest document of the standard, or before a day that was seen
//! already, is not believed, and nothing is deleted on it. An absence of more than a year may be a clock that was set wrong:
//! the time begins anew. A clock that is ahead by less cannot be told from an absence.

use crate::document::Node;

/// The choices, in days.
pub const DELETE_AFTER: [u16; 3] = [7, 30, 90];
/// After how many days away a clock is not believed at once.
const MOST_AWAY: i64 = 366;
/// Name of the format in which they are stored.
const FORMAT: &str = "readiness-check/dates";

/// What is known of the days on which a draft was changed and looked at. Days are as `2026-01-31`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    /// The day of the last change, where the clock could be believed.
    pub changed: Option<String>,
    /// The last day that was seen.
    pub seen: Option<String>,
    /// After how many days without a change all is deleted; never where nobody chose.
    pub delete_after: Option<u16>,
}

/// The number of a day, counted from some day.
fn number(day: &str) -> Option<i64> {
    let mut parts = day.splitn(3, '-').map(|part| part.parse::<i64>().ok());
    let [year, month, day] = [parts.next()??, parts.next()??, parts.next()??];
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) || !(0..=9999).contains(&year) {
        return None;
    }
    // Years that begin in March, so that a leap day is the last one.
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    Some(
        year * 365 + year.div_euclid(4) - year.div_euclid(100)
            + year.div_euclid(400)
            + (153 * month + 2) / 5
            + day,
    )
}

impl Dates {
    fn seen(&self) -> Option<i64> {
        number(self.seen.as_deref()?)
    }

    /// Notes a visit, and gives whether what is kept is due to be deleted. No clock is right that shows a day before
    /// `earliest`.
    pub fn visit(&mut self, today: &str, earliest: &str) -> bool {
        let Some(now) = number(today).filter(|now| number(earliest).is_none_or(|earliest| *now >= earliest))
        else {
            return false;
        };
        let away = self.seen().map_or(0, |seen| now - seen);
        if (-MOST_AWAY..0).contains(&away) {
            return false;
        }
        self.seen = Some(today.to_owned());
        let changed = self.changed.as_deref().and_then(number);
        let Some(changed) = changed.filter(|_| away.abs() <= MOST_AWAY) else {
            self.changed = Some(today.to_owned());
            return false;
        };
        self.delete_after
            .is_some_and(|days| now - changed >= i64::from(days))
    }

    /// Notes a change. On a day that is not believed it counts from the next one that is.
    pub fn change(&mut self, today: &str, earliest: &str) {
        let now = number(today).filter(|now| {
            let is_past = |earliest: Option<i64>| earliest.is_none_or(|earliest| *now >= earliest);
            is_past(number(earliest)) && is_past(self.seen())
        });
        self.changed = now.map(|_| today.to_owned());
        if now.is_some() {
            self.seen = self.changed.clone();
        }
    }

    /// As they are stored.
    pub fn to_json(&self) -> String {
        let day = |day: &Option<String>| day.as_deref().map_or(Node::Null, Node::text);
        let document = Node::map([
            ("format", Node::text(FORMAT)),
            ("version", Node::whole(1)),
            ("changed", day(&self.changed)),
            ("seen", day(&self.seen)),
            (
                "deleteAfter",
                self.delete_after
                    .map_or(Node::Null, |days| Node::whole(days.into())),
            ),
        ]);
        document.to_json()
    }

    /// What was stored; nothing where it cannot be read: then nothing is deleted.
    pub fn from_json(text: &str) -> Option<Dates> {
        let node = Node::from_json(text).ok()?;
        let is = |key: &str, value: Node| node.get(key) == Some(&value);
        if !is("format", Node::text(FORMAT)) || !is("version", Node::whole(1)) {
            return None;
        }
        let day = |key: &str| match node.get(key) {
            Some(Node::Text(day)) => Some(day.clone()),
            _ => None,
        };
        Some(Dates {
            changed: day("changed"),
            seen: day("seen"),
            delete_after: DELETE_AFTER
                .into_iter()
                .find(|days| is("deleteAfter", Node::whole((*days).into()))),
        })
    }
}
