use super::*;

fn hundredths(number: f64) -> Result<i64, String> {
    let (node, faults) = (Node::Number(number), Faults::default());
    let read = Place::root(&node, &faults).hundredths(0, 1_000_000);
    read.ok_or_else(|| faults.into_vec().remove(0).message)
}

fn whole(number: f64) -> Result<i64, String> {
    let (node, faults) = (Node::Number(number), Faults::default());
    let read = Place::root(&node, &faults).whole(0, 10_000);
    read.ok_or_else(|| faults.into_vec().remove(0).message)
}

#[test]
fn what_sums_of_doubles_lose_is_no_decimal() {
    for (number, expected) in [
        (0.1 + 0.2, 30),
        (1.1 + 2.2, 330),
        (0.7 + 0.1 + 0.3, 110),
        (100.3 - 100.0, 30),
        (4.35 * 100.0, 43_500),
        (0.1 + 0.2 - 0.3, 0),
        (9999.9 + 0.05 + 0.05, 1_000_000),
    ] {
        assert_eq!(hundredths(number), Ok(expected), "{number}");
    }
    assert_eq!(whole(0.1 * 3.0 * 10.0), Ok(3));
    assert_eq!(whole(2.999_999_999_999_999_6), Ok(3));
}

#[test]
fn a_message_shows_a_number_as_it_was_given() {
    for (number, shown) in [
        (0.301, "0.301"),
        (0.300_000_000_1, "0.3000000001"),
        (1.0 / 3.0, "0.3333333333333333"),
        (-0.005, "-0.005"),
    ] {
        let expected = format!("is {shown}; expected at most two decimals");
        assert_eq!(hundredths(number), Err(expected));
    }
    for (number, shown) in [
        (10_000.5, "is 10000.5; expected a whole number"),
        (1e12, "is 1000000000000; expected 0 to 10000"),
        (1e300, "is 1e300; expected 0 to 10000"),
        (-7.0, "is -7; expected 0 to 10000"),
        (f64::MAX, "is 1.7976931348623157e308; expected 0 to 10000"),
    ] {
        assert_eq!(whole(number), Err(shown.to_owned()));
    }
}
