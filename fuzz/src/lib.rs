//! What the fuzzers share: the standards that are shipped.

use readiness_check::lang::Lang;
use readiness_check::standard::Standard;
use std::sync::OnceLock;

/// The standards of the data folder.
pub fn standards() -> Vec<&'static Standard> {
    static STANDARDS: OnceLock<Vec<Standard>> = OnceLock::new();
    let standards = STANDARDS.get_or_init(|| {
        let (report, documents) = xtask::data::load(&xtask::root().join("data"));
        assert!(report.is_clean(), "{report}");
        let parse = |document: &xtask::data::Document| Standard::parse(&document.node, &Lang::ALL);
        documents.iter().map(|document| parse(document).expect("the data is sound")).collect()
    });
    standards.iter().collect()
}
