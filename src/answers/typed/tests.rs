use super::*;
use crate::lang::Text;

fn unit() -> Text {
    Text {
        zh_cn: Some("台".into()),
        en: Some("machines".into()),
    }
}

#[test]
fn counts_are_understood_as_people_type_them() {
    let kind = Kind::Count {
        min: 0,
        max: 999_999,
        unit: unit(),
    };
    for (typed, count) in [
        ("8", 8),
        (" ８ ", 8),
        ("１２３", 123),
        ("1,234", 1234),
        ("１，２３４", 1234),
        ("1 234", 1234),
        ("2万", 20_000),
        ("1.5万", 15_000),
        ("１．２３４５万", 12_345),
        ("0.3千", 300),
        ("8台", 8),
        ("8台套", 8),
        ("8个", 8),
        ("1.5万件", 15_000),
        ("8 machines", 8),
        ("2 万台", 20_000),
        ("8.0", 8),
        ("007", 7),
        ("+8", 8),
        ("8。0", 8),
        ("八", 8),
        ("十二", 12),
        ("\u{202d}8\u{202c}", 8),
        ("8\u{200b}", 8),
        ("\u{feff}8", 8),
        ("8\u{ad}", 8),
        ("1\u{202f}234", 1234),
        ("1 machine", 1),
    ] {
        assert_eq!(
            read_typed(typed, &kind),
            Ok(Some(Answer::Count(count))),
            "{typed:?}"
        );
    }
    assert_eq!(read_typed(" \u{3000}", &kind), Ok(None));
}

#[test]
fn what_is_no_count_is_refused_with_its_reason() {
    let kind = Kind::Count {
        min: 0,
        max: 999_999,
        unit: unit(),
    };
    let bounds = TypedFault::OutOfBounds {
        min: 0,
        max: 99_999_900,
    };
    for (typed, fault) in [
        ("1,5", TypedFault::NotANumber),
        ("12,34", TypedFault::NotANumber),
        ("8-9", TypedFault::NotANumber),
        ("8 9", TypedFault::NotANumber),
        ("8\t900", TypedFault::NotANumber),
        ("8\n900", TypedFault::NotANumber),
        ("8天", TypedFault::OtherUnit),
        ("8 kg", TypedFault::OtherUnit),
        ("1e5", TypedFault::NotANumber),
        (".", TypedFault::NotANumber),
        ("-", TypedFault::NotANumber),
        ("台", TypedFault::NotANumber),
        ("8.5", TypedFault::NotWhole),
        ("1.23456万", TypedFault::NotWhole),
        ("-1", bounds),
        ("1000000", bounds),
        ("9999999999999999", bounds),
        ("99999999999999999999999999999999999999999999999999", bounds),
        ("1亿", bounds),
    ] {
        assert_eq!(read_typed(typed, &kind), Err(fault), "{typed:?}");
    }
}

#[test]
fn numbers_have_at_most_two_decimals() {
    let kind = Kind::Number {
        min: -10_000,
        max: 10_000_000,
        unit: unit(),
    };
    for (typed, hundredths) in [
        ("12.34", 1234),
        ("12.3400", 1234),
        ("-0.5", -50),
        (".5", 50),
        ("1.23456万", 1_234_560),
        ("0", 0),
    ] {
        assert_eq!(
            read_typed(typed, &kind),
            Ok(Some(Answer::Number(hundredths))),
            "{typed:?}"
        );
    }
    for typed in ["12.345", "0.00001", "1.2345678万"] {
        assert_eq!(
            read_typed(typed, &kind),
            Err(TypedFault::TooManyDecimals),
            "{typed:?}"
        );
    }
}

/// A field with at most two decimals of this unit.
fn field(zh_cn: &str, en: &str) -> Kind {
    Kind::Number {
        min: 0,
        max: 10_000_000_000,
        unit: Text {
            zh_cn: Some(zh_cn.into()),
            en: Some(en.into()),
        },
    }
}

#[test]
fn money_counts_in_the_unit_that_is_written() {
    let kind = field("万元", "×10,000 CNY");
    for (typed, hundredths) in [
        ("850", 85_000),
        ("900万", 90_000),
        ("900萬", 90_000),
        ("900万 元", 90_000),
        ("500萬元", 50_000),
        ("8500000元", 85_000),
        ("8,500,000元", 85_000),
        ("8 500 000 元", 85_000),
        ("50000元", 500),
        ("¥50000", 500),
        ("3000元", 30),
        ("4億", 4_000_000),
        ("2亿", 2_000_000),
        ("1亿2000万", 1_200_000),
        ("1亿2000万元", 1_200_000),
        ("3万5千", 350),
        ("3万5千元", 350),
        ("三万五千元", 350),
        ("十万元", 1000),
        ("2千万元", 200_000),
        ("2千", 20),
        ("8.5 million CNY", 85_000),
        ("850 ×10,000 CNY", 85_000),
    ] {
        assert_eq!(
            read_typed(typed, &kind),
            Ok(Some(Answer::Number(hundredths))),
            "{typed:?}"
        );
    }
    for (typed, fault) in [
        ("850 USD", TypedFault::OtherUnit),
        ("850美元", TypedFault::OtherUnit),
        ("6个月", TypedFault::OtherUnit),
        ("1元", TypedFault::TooManyDecimals),
        ("1亿2000", TypedFault::NotANumber),
    ] {
        assert_eq!(read_typed(typed, &kind), Err(fault), "{typed:?}");
    }
}

#[test]
fn money_for_each_of_something_counts_alike() {
    let kind = field("万元/人", "10,000 CNY per person");
    for typed in [
        "85",
        "85万",
        "850000元",
        "85万元",
        "85万元/人",
        "850000元/人",
        "85 10,000 CNY per person",
    ] {
        assert_eq!(
            read_typed(typed, &kind),
            Ok(Some(Answer::Number(8500))),
            "{typed:?}"
        );
    }
    assert_eq!(read_typed("85万元/吨", &kind), Err(TypedFault::OtherUnit));
}

#[test]
fn spans_of_time_count_in_the_unit_that_is_written() {
    let months = field("个月", "months");
    for (typed, hundredths) in [
        ("6", 600),
        ("6个月", 600),
        ("6 months", 600),
        ("1 month", 100),
        ("45天", 150),
        ("90天", 300),
        ("90 days", 300),
        ("2周", 47),
        ("两个星期", 47),
        ("半年", 600),
        ("一年半", 1800),
        ("1年3个月", 1500),
        ("1个半月", 150),
        ("半个月", 50),
        ("1 year", 1200),
    ] {
        assert_eq!(
            read_typed(typed, &months),
            Ok(Some(Answer::Number(hundredths))),
            "{typed:?}"
        );
    }
    for (typed, fault) in [
        ("6 kg", TypedFault::OtherUnit),
        ("6小时", TypedFault::OtherUnit),
        ("3个月1年", TypedFault::NotANumber),
        ("半", TypedFault::NotANumber),
        ("月", TypedFault::NotANumber),
        ("1.234", TypedFault::TooManyDecimals),
    ] {
        assert_eq!(read_typed(typed, &months), Err(fault), "{typed:?}");
    }
    let days = field("天", "days");
    assert_eq!(read_typed("2周", &days), Ok(Some(Answer::Number(1400))));
    assert_eq!(read_typed("1年", &days), Err(TypedFault::OtherUnit));
    let years = field("年", "years");
    assert_eq!(read_typed("18个月", &years), Ok(Some(Answer::Number(150))));
    assert_eq!(read_typed("700天", &years), Err(TypedFault::OtherUnit));
    let calendar = field("年", "(year)");
    assert_eq!(read_typed("2018年", &calendar), Ok(Some(Answer::Number(201_800))));
}

#[test]
fn a_number_is_written_without_needless_decimals() {
    for (hundredths, text) in [(800, "8"), (850, "8.5"), (805, "8.05"), (-50, "-0.5"), (0, "0")] {
        assert_eq!(write_number(hundredths), text);
    }
}
