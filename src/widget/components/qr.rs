//! A QR code, drawn in the page itself.

use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;
use yew::{Html, html};

/// The white margin that readers need, in modules.
const QUIET: i32 = 4;

/// A text as a QR code that `label` names to who does not see it. Black on a white ground of its own in every theme and on
/// paper. Nothing where the text is longer than a code can hold: 2,331 bytes, or 3,391 digits and capital letters.
pub fn qr(text: &str, label: &str) -> Html {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else {
        return Html::default();
    };
    let side = code.size() + 2 * QUIET;
    // The colours stand at the shapes: print leaves out backgrounds.
    html! {
        <svg
            class="qr"
            viewBox={format!("0 0 {side} {side}")}
            role="img"
            aria-label={label.to_owned()}
            shape-rendering="crispEdges"
            focusable="false"
        >
            <rect width="100%" height="100%" fill="#fff" />
            <path d={modules(&code)} fill="#000" />
        </svg>
    }
}

/// The dark modules as a path, a bar for each run in a row.
fn modules(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let from = x;
            while code.get_module(x, y) {
                x += 1;
            }
            let run = x - from;
            if run > 0 {
                let [left, top] = [from, y].map(|place| place + QUIET);
                write!(path, "M{left} {top}h{run}v1h-{run}z").expect("a text can always grow");
            }
            x += 1;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_holds_every_dark_module_and_no_other() {
        let code = QrCode::encode_text("0123-4567-89AB", QrCodeEcc::Medium).expect("short");
        let mut dark = Vec::new();
        for run in modules(&code).split_terminator('z') {
            let numbers = run
                .split(|c: char| !c.is_ascii_digit())
                .filter_map(|n| n.parse().ok());
            let numbers: Vec<i32> = numbers.collect();
            let [x, y, wide, 1, back] = numbers[..] else {
                panic!("{run}");
            };
            assert_eq!(wide, back, "{run}");
            dark.extend((x..x + wide).map(|x| (y - QUIET, x - QUIET)));
        }
        let all = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (y, x)));
        let expected: Vec<_> = all.filter(|(y, x)| code.get_module(*x, *y)).collect();
        assert_eq!(dark, expected);
    }

    #[test]
    fn what_no_code_can_hold_is_not_drawn() {
        assert_ne!(qr(&"x".repeat(2_331), ""), Html::default());
        assert_eq!(qr(&"x".repeat(2_332), ""), Html::default());
        assert_ne!(qr(&"A".repeat(3_391), ""), Html::default());
    }
}
