//! The search of the picker.

use super::World;
use readiness_check::programmes::search;

fn found(text: &str) -> Vec<&'static str> {
    let programmes = &World::new().programmes;
    let found = search(programmes, text).into_iter();
    found
        .map(|index| programmes.industries[index].id.as_str())
        .collect()
}

#[test]
fn nothing_typed_finds_everything_in_the_order_of_the_data() {
    let all: Vec<&str> = World::new()
        .programmes
        .industries
        .iter()
        .map(|industry| industry.id.as_str())
        .collect();
    assert_eq!(found(""), all);
    assert_eq!(found(" \u{3000}"), all);
}

#[test]
fn a_chinese_name_is_found_by_any_part_of_it() {
    assert_eq!(
        found("汽车"),
        ["automobiles", "new-energy-vehicles"],
        "at its beginning before in the middle"
    );
    assert_eq!(found("合成"), ["synthetic-rubber", "synthetic-resin"]);
    assert_eq!(found("石墨烯"), ["graphene"]);
    assert_eq!(found("　石墨烯 "), ["graphene"]);
}

#[test]
fn pinyin_initials_find_from_any_syllable_on() {
    assert_eq!(found("qczz"), ["automobiles"]);
    assert_eq!(found("QCZZ"), ["automobiles"]);
    assert_eq!(found("ｓｍｘ"), ["graphene"], "full-width letters");
    // 智能家电 begins with znjd; 新能源 stands inside no other initials than those of 新能源 and 新能源汽车.
    assert_eq!(found("znjd"), ["smart-home-appliances"]);
    assert_eq!(found("xny"), ["new-energy-vehicles", "new-energy"]);
    assert_eq!(found("nyqc"), ["new-energy-vehicles"]);
}

#[test]
fn english_is_found_by_the_beginning_of_each_word() {
    assert_eq!(found("graph"), ["graphene"]);
    assert_eq!(found("ENERGY vehicles"), ["new-energy-vehicles"]);
    assert_eq!(found("vehicles energy"), ["new-energy-vehicles"]);
    assert_eq!(found("sports"), ["sports-goods"]);
    assert_eq!(found("ports"), Vec::<&str>::new(), "not inside a word");
}

#[test]
fn other_words_find_and_so_does_what_a_firm_calls_itself() {
    assert_eq!(
        found("注塑"),
        ["rubber-plastics", "high-end-equipment"],
        "the word itself before 注塑机"
    );
    assert_eq!(found("电镀"), ["metal-surface-treatment"]);
    assert_eq!(found("宁波电镀厂"), ["metal-surface-treatment"]);
    assert_eq!(found("electroplating"), ["metal-surface-treatment"]);
}

#[test]
fn codes_find_by_their_beginning_with_or_without_the_letter() {
    assert_eq!(found("C30"), ["non-metallic-minerals"]);
    assert_eq!(found("c30"), ["non-metallic-minerals"]);
    assert_eq!(found("30"), ["non-metallic-minerals"]);
    assert_eq!(found("C385"), ["home-appliances", "smart-home-appliances"]);
}

#[test]
fn an_unknown_word_finds_nothing() {
    for text in ["火箭", "zzzz", "C99", "graphene 汽车", "?"] {
        assert_eq!(found(text), Vec::<&str>::new(), "{text}");
    }
}
