use super::Words;

pub const WORDS: Words = Words {
    heading: "让本网页读取结果",
    off: "未经您同意，本网页读不到您的答案和结果。",
    ask: "让本网页读取……",
    title: "同意本网页读取您的答案和结果吗？",
    host: "本网页属于网站 {0}。",
    host_file: "本网页是在这台设备上打开的文件，不属于任何网站。",
    host_none: "本网页没有自己的网址。",
    fields: "同意后，它可以读到：",
    field_answers: "答案和生产类型",
    field_notes: "备注",
    field_evidence: "证明材料：名称、是否已有、保管人、日期",
    field_profile: "您的企业：工厂、数据日期、行业、企业情况",
    field_costs: "您自填的费用和时间，以及改进计划的目标",
    field_assessment: "评估结果：各项已公开条件的判断、指数及其范围、比率和改进幅度、相互矛盾之处、指数的每一部分从哪里来",
    nothing_else: "通过本工具读不到其他内容，例如为打印填写的名称。",
    how_long: "有效期到您停止共享或离开本网页为止，期间改动的内容也能读到。您不同意，就什么也读不到。",
    no_return: "读到的内容怎样使用由该网页决定，停止共享并不能撤销已经读到的。",
    agree: "同意",
    refuse: "不共享",
};
