//! Word lists of the pairing rules. Holds no rules.

use super::stage::Stage;

/// Verbs before a thing, and the stage they put it in.
pub(super) const LEADING: &[(&str, Stage)] = &[
    ("新增", Stage::Came),
    ("净增", Stage::Net),
    ("新引进", Stage::Came),
    ("引进", Stage::Came),
    ("新招聘", Stage::Came),
    ("招聘", Stage::Came),
    ("新认定", Stage::Came),
    ("新培育", Stage::Came),
    ("新建", Stage::Made),
    ("新改建", Stage::Made),
    ("新改扩建", Stage::Made),
    ("新建改造", Stage::Made),
    ("新增改建", Stage::Made),
    ("建成", Stage::Made),
    ("建设", Stage::Made),
    ("组建", Stage::Founded),
    ("新组建", Stage::Founded),
    ("新成立", Stage::Founded),
    ("成立", Stage::Founded),
    ("开工", Stage::Begun),
    ("新开工", Stage::Begun),
    ("开工建设", Stage::Begun),
];

/// Verbs after a thing, and the stage they put it in.
pub(super) const TRAILING: &[(&str, Stage)] = &[
    ("建设", Stage::Made),
    ("投用", Stage::Ready),
    ("投入使用", Stage::Ready),
    ("竣工", Stage::Ready),
    ("竣工投产", Stage::Ready),
    ("竣工开放", Stage::Ready),
    ("投产", Stage::Ready),
    ("完工", Stage::Ready),
    ("建成", Stage::Ready),
    ("开工", Stage::Begun),
    ("开工建设", Stage::Begun),
    ("扩容提质", Stage::Bettered),
    ("提质", Stage::Bettered),
    ("扩容", Stage::Bettered),
];

/// Longer ones first: 省级以上 is no 省级.
pub(super) const GRADES: &[&str] = &[
    "国家级以上",
    "省级以上",
    "市级以上",
    "区级以上",
    "县级以上",
    "自治区级",
    "国家级",
    "世界级",
    "省部级",
    "省市区",
    "市区级",
    "省级",
    "市级",
    "区级",
    "县级",
    "镇级",
    "村级",
    "省重点",
    "市重点",
    "区本级",
];

/// Names that any amount may bear.
pub(super) const BARE: &[&str] = &[
    "投资",
    "总投资",
    "计划投资",
    "投入",
    "项目",
    "重点项目",
    "资金",
    "中央财政",
    "地方财政",
    "财政",
    "开行",
    "企业",
    "收入",
    "产值",
    "培训",
    "转移",
    "搬迁",
    "惠及",
    "覆盖",
    "占",
    "县",
    "村",
    "区",
    "镇",
    "市",
    "床位",
    "学位",
];

/// Nouns that only say in what the thing is counted.
pub(super) const COUNTERS: &[&str] =
    &["村庄", "村", "工程", "任务", "里程", "面积", "户", "户数", "人数", "数", "数量", "个数", "总量", "总数"];

/// Works that may stand before or after what they are done to.
pub(super) const WORKS: &[&str] = &["改造", "治理", "整治", "修复", "更新"];

/// Words of the field that mean the same, with the form they are brought to.
pub(super) const SAME_WORDS: &[(&str, &str)] = &[
    ("城镇就业", "就业"),
    ("地区生产总值", "生产总值"),
    ("国内生产总值", "生产总值"),
    ("地方一般公共预算收入", "一般公共预算收入"),
    ("地方财政总收入", "财政总收入"),
    ("全体居民", "居民"),
    ("常住居民", "居民"),
    ("居民消费价格指数", "居民消费价格"),
    ("居民消费价格总水平", "居民消费价格"),
    ("人民政府", "政府"),
];
