use super::*;

fn read(text: &str) -> Option<(Fine, String)> {
    number(text).map(|(number, rest)| (number.value, rest.to_owned()))
}

#[test]
fn numbers_are_read_in_every_writing() {
    for (text, value) in [
        ("8", 8),
        ("007", 7),
        ("1,234", 1234),
        ("1 234 567", 1_234_567),
        ("八", 8),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十五", 25),
        ("一百零五", 105),
        ("一百五", 150),
        ("两千零一十八", 2018),
        ("二〇一八", 2018),
        ("三万五千", 35_000),
        ("3万5千", 35_000),
        ("3万5", 35_000),
        ("3万5000", 35_000),
        ("1亿2000万", 120_000_000),
        ("1亿零500万", 105_000_000),
        ("一亿二千万", 120_000_000),
        ("2千万", 20_000_000),
        ("1.5万", 15_000),
        ("0.3千", 300),
        ("2万亿", 2_000_000_000_000),
        ("壹佰贰拾", 120),
        ("5 million", 5_000_000),
        ("-8", -8),
        ("+8", 8),
    ] {
        assert_eq!(read(text), Some((value * ONE, String::new())), "{text}");
    }
    assert_eq!(read("三点五"), Some((ONE * 7 / 2, String::new())));
    assert_eq!(read(".5"), Some((ONE / 2, String::new())));
    assert_eq!(read("8台"), Some((8 * ONE, "台".to_owned())));
    assert_eq!(read("5点"), Some((5 * ONE, "点".to_owned())));
}

#[test]
fn what_could_be_two_numbers_is_none() {
    for text in [
        "", "台", ".", "-", "1,5", "12,34", "1234,567", "8 9", "1.2.3", "3五", "万", "1千2千", "1万2亿",
        "1亿2000", "1,", "百",
    ] {
        assert!(number(text).is_none(), "{text}: {:?}", number(text));
    }
    for text in ["8\t9", "8\n9", "8-9", "1e5"] {
        assert_ne!(read(text).expect("a number first").1, "", "{text}");
    }
}
