//! In which order programmes are shown.

use super::World;

/// What is not known to be historical first, the newest first; written out by hand from the dates of the documents.
#[test]
fn what_is_not_known_to_be_historical_comes_first_and_the_newest_first() {
    let world = World::new();
    let programmes = &world.programmes;
    let order = programmes.newest_first();
    let ids: Vec<&str> = order
        .iter()
        .map(|index| programmes.programmes[*index].id.as_str())
        .collect();
    assert_eq!(
        ids,
        [
            "ningbo-2025-round",
            "ningbo-361-system",
            "smart-factory-tiers-2025",
            "ningbo-361",
            "champion-2023",
            "ningbo-2021-project-rules",
            "ningbo-upgrading-money-2020",
            "ningbo-four-basics",
            "ningbo-246",
            "champion-2019-2022",
            "ningbo-champion-batch-4",
            "ningbo-champion-batch-3",
            "ningbo-3511-directory",
            "ningbo-traditional-2018",
            "ningbo-five-industries-2018",
            "ningbo-3511-money-2017",
            // Of no date that we know.
            "champion-2016-2018",
        ]
    );
    let historical = order.iter().filter(|index| programmes.is_historical(**index));
    assert_eq!(historical.count(), 8);
}
