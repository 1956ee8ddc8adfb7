//! The dialog in which the visitor lets the page read what is answered.

use super::words;

pub(super) mod en;
pub(super) mod zh_cn;

words! {
    /// The words of the dialog and of the button that opens it.
    Words {
        heading,
        off,
        ask,
        title,
        host,
        host_file,
        host_none,
        fields,
        field_answers,
        field_notes,
        field_evidence,
        field_profile,
        field_costs,
        field_assessment,
        nothing_else,
        how_long,
        no_return,
        agree,
        refuse,
    }
}
