//! A table with a column for each edition.

use super::pair::Pair;
use yew::{Html, html};

/// The table around its rows.
pub fn table(pair: &Pair, rows: Html) -> Html {
    html! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{ pair.words.aspect }</th>
                    <th scope="col">{ pair.name(0) }</th>
                    <th scope="col">{ pair.name(1) }</th>
                </tr>
            </thead>
            <tbody>{ rows }</tbody>
        </table>
    }
}

/// A row: what it is about, and a cell for each edition.
pub fn row(about: &str, [earlier, later]: [Html; 2]) -> Html {
    html! {
        <tr>
            <th scope="row"><span>{ about }</span></th>
            <td>{ earlier }</td>
            <td>{ later }</td>
        </tr>
    }
}

/// A cell that holds nothing but a text.
pub fn cell(text: &str) -> Html {
    html! { <span>{ text }</span> }
}
