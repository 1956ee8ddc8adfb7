//! The words of the form that are not the standard's: Chinese and English.

use super::parts::Both;

// Headings, labels and sentences, in their order on paper.
pub const TITLE: Both = ["智能制造自评表", "Smart manufacturing self-check form"];
pub const NOT_A_DETERMINATION: Both = [
    "企业自查，不代表主管部门认定，也不是评判标准的评分：评判标准全文我们没有找到，知道数字的只有下面几项条件，全文还有更多要求；打分办法也没有查到，就绪度指数由本工具自定。",
    "A firm's own check, not a determination by the authorities and not a score under the assessment standard: the text of the standard was not found by us. Only the conditions below are known by their numbers, and it asks for more; no scoring was found either, and the readiness index is this tool's own.",
];
pub const ABOUT: Both = [
    "打印后用笔填写，一张表填一个厂。不确定的填“不清楚”，不要猜。",
    "Print it and fill it in by hand, one form for one plant. Where you are not sure, tick “Don't know”; do not guess.",
];
pub const BLANKS: [Both; 4] = [
    ["企业", "Firm"],
    ["工厂（厂区）", "Plant"],
    ["填表人", "Filled in by"],
    ["数据截止日期", "Figures as of"],
];
pub const TRACK: Both = ["生产类型", "Track"];
pub const ONLY: Both = ["只问", "only"];
pub const CONDITIONS: Both = ["已公开的条件", "Published conditions"];
pub const HOW_CONDITIONS: Both = [
    "原文有多种理解，每种理解都算一遍：相加或分别达到所要求的数，就打勾。",
    "The text can be read in several ways; work out each: tick it where the sum, or each number, reaches the figure.",
];
pub const AT_LEAST: Both = ["至少", "at least"];
pub const EDITION: Both = ["版本", "Edition"];
pub const NONE_OF_THIS: Both = ["没有这一条", "does not have this"];
pub const EACH: Both = ["，分别为 ", ", each: "];
pub const REACHED: Both = ["达到", "reached"];
pub const VERDICT: Both = [
    "一条的各种理解都达到：达到；都没达到：未达到；有的达到、有的没达到：取决于怎样理解，不能当作达到；有数不清楚：信息不足。已知的几条中有一条未达到，总的判断就是未达到；否则有信息不足的，是信息不足；否则有取决于怎样理解的，也是取决于怎样理解；都达到才是达到。已知的几条都达到，也不等于达到评判标准。",
    "A condition is met where every reading is reached, not met where none is; where they differ it depends on the reading and does not pass; where a number is not known it is not decided yet. The known conditions together are not met if one is not; else not decided if one is not; else it depends if one does; only where all are met are they met. Meeting what is known is not meeting the standard.",
];
pub const ITEM: Both = ["项目", "Item"];
pub const WEIGHT: Both = ["权重", "Weight"];
pub const POINTS: Both = ["分值（0至100）", "Points (0 to 100)"];
pub const PRODUCT: Both = ["权重×分值", "Weight × points"];
pub const SUM: Both =
    ["合计；本要素＝乘积之和÷权重之和", "Sum; this element = sum of the products ÷ sum of the weights"];
pub const VALUE: Both = ["要素的值", "Value of the element"];
pub const SUM_INDEX: Both =
    ["合计；指数＝乘积之和÷权重之和", "Sum; the index = sum of the products ÷ sum of the weights"];
pub const EFFECTS: Both = ["改造前后的成效", "Before and after the upgrade"];
pub const ABOUT_EFFECTS: Both = [
    "只作记录，不计入指数。还没有改造过的，填“不适用”。",
    "Recorded only; they do not count in the index. If there was no upgrade yet, tick “Does not apply”.",
];
pub const RISE: Both = ["（改造后－改造前）÷改造前×100", "(after − before) ÷ before × 100"];
pub const FALL: Both = ["（改造前－改造后）÷改造前×100", "(before − after) ÷ before × 100"];
pub const INDEX: Both = ["就绪度指数的手工算法", "The readiness index, worked out by hand"];
pub const OWN_INDEX: Both = [
    "这个指数是本工具自定的，不是评判标准的评分。",
    "This index is this tool's own and never the standard's score.",
];
pub const SOURCES: Both = ["引用的文件", "Documents cited"];
pub const GRADES: Both = ["证据等级", "Grades of evidence"];
pub const KNOWN_UNTIL: Both = ["资料截至", "Sources up to"];
pub const YES: Both = ["是", "Yes"];
pub const NO: Both = ["否", "No"];
pub const UNKNOWN: Both = ["不清楚", "Don't know"];
pub const NOT_APPLICABLE: Both = ["不适用", "Does not apply"];
pub const ASKED_IF: Both = ["只在此题有以下回答时填写：", "Only where this was answered: "];
pub const ASKED_IF_YES: Both = ["只在此题回答“是”时填写：", "Only where this was answered with yes: "];
pub const OR_BETTER: Both = ["（或更好的一项）", "(or a better one)"];
pub const COUNTS: Both = ["计入", "Counts"];
pub const COUNTS_NOT: Both = ["不计入", "Does not count"];
pub const AS_OF: Both = ["时点", "As of"];
pub const EXAMPLE: Both = ["例", "Example"];
pub const EVIDENCE: Both = ["证明材料", "Supporting documents"];
pub const SOURCE: Both = ["来源", "Source"];
pub const NOT_SEEN: Both = ["没有见到原文", "text not seen"];
pub const NOT_NOTED: Both = ["条款号没有记下", "clause number not noted"];
pub const GRADE: Both = ["证据等级", "evidence"];
pub const REFERENCE: Both = ["对照", "For comparison"];
pub const EACH_CHOICE: Both = ["每选一项的分值", "Points for each choice"];

/// The working of the index, step by step.
pub const STEPS: [Both; 6] = [
    [
        "单选题：选项后面的数就是分值。是非题：“是”100，“否”0。",
        "One choice: the number behind it is its points. Yes or no: yes 100, no 0.",
    ],
    ["多选题：选中的项数÷全部项数×100。", "Several choices: number ticked ÷ number offered × 100."],
    [
        "比率：部分÷总数×100；部分大于总数，说明填错了，请核对，未改正前按100算。",
        "Rates: part ÷ total × 100. A part above its total is a slip: check it; until then it counts as 100.",
    ],
    [
        "因前面的回答而不用填的题记0分。“不适用”的项目不算，权重也不计。",
        "A question that an earlier answer leaves out has 0 points. What does not apply is left out together with its weight.",
    ],
    [
        "“不清楚”和没填的：算三遍。只算已答的，是当前值；都按0分，是最低；都按100分，是最高。一项都没答的要素，算当前值时不计。",
        "What is not known or not filled in: work it out three times. Answered items alone give the value; all open ones at 0 the lowest; at 100 the highest. For the value an element without any answer is left out.",
    ],
    [
        "中间不四舍五入，最后舍去小数点后第三位起的数字。",
        "Do not round on the way; at the end cut off after the second decimal.",
    ],
];

/// What the grades mean.
pub const MEANING_OF_GRADES: [Both; 7] = [
    ["S：官方公告或说明原文写明", "S: stands in the official announcement or notes themselves"],
    ["V：在该文件或其官方、报刊转载中读到", "V: read in the document or an official or press reprint"],
    ["2：据他人转述，未见原文", "2: according to somebody else's summary; original not seen"],
    ["D：由 S、V 推算", "D: derived from S and V"],
    ["M：凭记忆，未核实", "M: remembered, unverified"],
    ["X：查过，未找到", "X: searched for, not found"],
    ["own：本工具自定", "own: chosen by this tool"],
];
