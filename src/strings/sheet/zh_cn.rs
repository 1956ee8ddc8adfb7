use super::Words;

pub const WORDS: Words = Words {
    track: "生产类型",
    notes: "备注",
    evidence: "材料",
    profile: "企业情况",
    costs: "花费和目标",
    plant: "工厂或车间",
    figures_as_of: "数据截至",
    name: "自评名称",
    within: "{0}：{1}",
};
