//! The words of the screens that are loaded after the first. They travel in a file of their language, in the order of
//! [`Words::all`], and not in the module.

use crate::lang::Lang;

pub mod consent;
pub mod editions;
pub mod outlook;
pub mod papers;
pub mod plan;
pub mod programmes;

/// The words of every later screen in one language.
#[derive(Debug)]
pub struct Words {
    /// Which programme is ours.
    pub programmes: programmes::Words,
    /// Two editions side by side.
    pub editions: editions::Words,
    /// The cheapest path.
    pub plan: plan::Words,
    /// What is certain and what hangs on one answer.
    pub outlook: outlook::Words,
    /// The papers and the to-do list.
    pub papers: papers::Words,
    /// What the page may read, and who agrees to it.
    pub consent: consent::Words,
}

impl Words {
    /// The words as they are written here, from which the build makes the files.
    pub fn authored(lang: Lang) -> Words {
        Words {
            programmes: programmes::Words::authored(lang),
            editions: editions::Words::authored(lang),
            plan: plan::Words::authored(lang),
            outlook: outlook::Words::authored(lang),
            papers: papers::Words::authored(lang),
            consent: consent::Words::authored(lang),
        }
    }

    /// Each word with its name, in order.
    pub fn all(&self) -> Vec<(&'static str, &'static str)> {
        let parts = [
            self.programmes.all(),
            self.editions.all(),
            self.plan.all(),
            self.outlook.all(),
            self.papers.all(),
            self.consent.all(),
        ];
        parts.concat()
    }

    /// The words of a list in the order of [`Words::all`]; nothing where it is too short.
    // Its code is as long as the list, and comes later with the screens.
    #[inline(never)]
    pub fn from_list(list: &mut &[&'static str]) -> Option<Words> {
        Some(Words {
            programmes: programmes::Words::from_list(list)?,
            editions: editions::Words::from_list(list)?,
            plan: plan::Words::from_list(list)?,
            outlook: outlook::Words::from_list(list)?,
            papers: papers::Words::from_list(list)?,
            consent: consent::Words::from_list(list)?,
        })
    }
}
