//! Whom each programme concerns.

use super::World;
use super::standard::programmes::shipped;
use readiness_check::lang::Lang;
use readiness_check::programmes::{Concern, How};
use readiness_check::standard::Grade;

/// What each document names, written out by hand; Chinese, in the order of the document.
const NAMED: [(&str, &[&[&str]]); 8] = [
    (
        "ningbo-3511-directory",
        &[
            &["新材料", "高端装备", "新一代信息技术"],
            &["汽车制造", "绿色石化", "时尚纺织服装", "家用电器", "清洁能源"],
            &["生物医药", "海洋高技术", "节能环保"],
            &["工业创新设计", "软件信息服务", "科技服务", "检验检测"],
            &[
                "稀土磁性材料",
                "高端金属合金材料",
                "石墨烯",
                "专用装备",
                "关键基础件",
                "光学电子",
                "集成电路",
                "工业物联网",
            ],
        ],
    ),
    ("ningbo-3511-money-2017", &[]),
    (
        "ningbo-361-system",
        &[
            &["绿色石化", "新能源汽车及高端装备", "新材料"],
            &[
                "人工智能与机器人",
                "新一代信息技术",
                "绿色能源",
                "生命健康",
                "时尚消费品",
                "航空航天与海工装备",
            ],
            &[],
            &[],
        ],
    ),
    (
        "ningbo-traditional-2018",
        &[&[
            "纺织服装",
            "化工",
            "橡胶和塑料制品",
            "文具",
            "家用电器",
            "有色、黑色金属冶炼和压延加工",
            "化学纤维制造",
            "非金属矿物制品",
            "农副食品加工",
        ]],
    ),
    (
        "ningbo-five-industries-2018",
        &[&["金属表面处理", "有色金属", "农副食品", "砂洗水洗", "废塑料"]],
    ),
    (
        "ningbo-four-basics",
        &[
            &["智能信息终端", "新能源汽车", "高性能合成橡胶", "高端合成树脂"],
            &[],
        ],
    ),
    (
        "ningbo-246",
        &[
            &["绿色石化", "汽车"],
            &["高端装备", "新材料", "电子信息", "软件与新兴服务"],
            &[
                "关键基础件（元器件）",
                "智能家电",
                "时尚纺织服装",
                "生物医药",
                "文体用品",
                "节能环保",
            ],
        ],
    ),
    (
        "ningbo-361",
        &[
            &["数字产业", "绿色石化", "高端装备"],
            &[
                "新型功能材料",
                "新能源",
                "关键基础件",
                "智能家电",
                "时尚纺织服装",
                "现代健康",
            ],
            &[],
        ],
    ),
];

#[test]
fn the_members_are_those_of_the_documents() {
    let world = World::new();
    for (programme, groups) in NAMED {
        let found: Vec<Vec<&str>> = world.programmes.programmes[world.number(programme)]
            .groups
            .iter()
            .map(|group| {
                group
                    .entries
                    .iter()
                    .map(|entry| entry.text.get(Lang::ZhCn))
                    .collect()
            })
            .collect();
        assert_eq!(found, groups, "{programme}");
    }
    let with_groups =
        (0..world.programmes.programmes.len()).filter(|index| !world.programmes.groups(*index).is_empty());
    assert_eq!(with_groups.count(), NAMED.len());
}

#[test]
fn every_programme_concerns_somebody_and_not_everybody() {
    let world = World::new();
    // Programme; an industry that is in it; what is said to a firm of none of the industries.
    for (programme, industry, otherwise) in [
        ("ningbo-3511-directory", "graphene", Concern::NotListed),
        ("ningbo-3511-money-2017", "automobiles", Concern::NotListed),
        ("ningbo-traditional-2018", "stationery", Concern::No),
        ("ningbo-five-industries-2018", "sand-water-washing", Concern::No),
        ("ningbo-four-basics", "synthetic-resin", Concern::NotListed),
        ("ningbo-246", "sports-goods", Concern::No),
        ("ningbo-361", "modern-health", Concern::NotListed),
        ("ningbo-361-system", "ai-robots", Concern::NotListed),
    ] {
        assert!(
            matches!(world.concern(&[industry], programme), Concern::Yes(_)),
            "{programme}"
        );
        assert_eq!(
            world.concern(&["other-industry"], programme),
            otherwise,
            "{programme}"
        );
        assert_eq!(world.concern(&[], programme), Concern::NotChosen, "{programme}");
        assert_eq!(
            world.concern(&["of-a-newer-release"], programme),
            Concern::NotChosen,
            "{programme}"
        );
    }
    for programme in [
        "champion-2016-2018",
        "champion-2019-2022",
        "champion-2023",
        "ningbo-champion-batch-3",
        "ningbo-champion-batch-4",
        "ningbo-upgrading-money-2020",
        "ningbo-2021-project-rules",
        "smart-factory-tiers-2025",
        "ningbo-2025-round",
    ] {
        assert_eq!(
            world.concern(&["graphene"], programme),
            Concern::Anyone,
            "{programme}"
        );
    }
    assert_eq!(
        world.programmes.programmes.len(),
        17,
        "each of them is in one of the two lists"
    );
}

#[test]
fn an_industry_is_named_matched_or_perhaps_meant() {
    let world = World::new();
    let how = |industry: &str, programme: &str| match world.concern(&[industry], programme) {
        Concern::Yes(found) | Concern::Perhaps(found) => found
            .iter()
            .map(|found| (found.group, found.entry, found.how))
            .collect(),
        _ => Vec::new(),
    };
    // 3511 names 汽车制造; 246 names 汽车, which we count as the same; the chain is of 新能源汽车 alone.
    assert_eq!(how("automobiles", "ningbo-246"), [(0, 1, How::Matched)]);
    assert_eq!(how("automobiles", "ningbo-four-basics"), [(0, 1, How::Perhaps)]);
    assert_eq!(
        how("new-energy-vehicles", "ningbo-four-basics"),
        [(0, 1, How::Named)]
    );
    assert_eq!(
        how("new-energy-vehicles", "ningbo-3511-directory"),
        [(1, 0, How::Matched)]
    );
    // A certain member takes precedence over a possible one: 石墨烯 is a sub-sector, and a new material.
    assert_eq!(
        how("graphene", "ningbo-3511-directory"),
        [(0, 0, How::Matched), (4, 2, How::Named)]
    );
    assert_eq!(
        how("chemicals", "ningbo-246"),
        [(0, 0, How::Perhaps), (1, 1, How::Perhaps)]
    );
    // Two industries, each with its own membership.
    let both = world.concern(&["stationery", "sand-water-washing"], "ningbo-traditional-2018");
    let Concern::Yes(found) = both else {
        panic!("{both:?}")
    };
    assert_eq!(found.len(), 1);
    assert_eq!(world.programmes.industries[found[0].industry].id, "stationery");
}

#[test]
fn an_entry_is_named_only_where_the_names_agree() {
    let programmes = shipped();
    let bare = |text: &str| text.replace(['（', '）'], "").replace("元器件", "");
    for entry in programmes
        .programmes
        .iter()
        .flat_map(|p| &p.groups)
        .flat_map(|group| &group.entries)
    {
        for industry in &entry.industries {
            let name = programmes.industries[*industry].title.get(Lang::ZhCn);
            assert_eq!(
                bare(name),
                bare(entry.text.get(Lang::ZhCn)),
                "a different name is matched, not named"
            );
        }
    }
    assert_eq!(programmes.industry_basis.matches.grade, Grade::Own);
    assert_eq!(programmes.industry_basis.codes.grade, Grade::Unverified);
}
