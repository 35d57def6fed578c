//! The rules that name a figure, and how each is told. Reads no text.

use crate::message::{Message, message};

/// What a rule did to name a figure. Several may have worked on one name, each on what the one before left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NameRule {
    /// 地区生产总值 of `地区生产总值完成235亿元`.
    Subject,
    /// 老旧小区改造 of `18个老旧小区改造`.
    Counted,
    /// 新建 of `新建3所学校`.
    VerbBefore,
    /// 新建 for the second of `新建书房2个、阅读吧5个`.
    VerbOfList,
    /// 供水管网改造 of `投资3500万元的供水管网改造`.
    Owner,
    /// 投资 for the second of `投资3500万元的甲、3800万元的乙`.
    AttributeOfList,
    /// 用于… right after an amount.
    UsedFor,
    /// `投资3600万元，完成背街巷道改造`.
    Purpose,
    /// 重点项目 of `重点项目75个，项目总投资1684亿元`.
    ProjectsBefore,
    /// 财政民生支出 of `财政民生支出突破万亿元、占比…`.
    SubjectBefore,
    /// 建筑业 of `建筑业势头强劲，总产值增长35.4%`.
    Introduced,
    /// 重点项目 for 总投资 after `重点项目38个、总投资10亿元`.
    OwnerBefore,
    /// 核电项目一期 of `核电项目一期全面建设，完成投资50亿元`.
    ProjectBefore,
    /// 老城区改造 of `老城区改造工作成效明显。全年完成投资3.5亿元`.
    Topic,
    /// 双城经济圈 of `双城经济圈建设走深走实，经济总量超9万亿元`.
    AreaBefore,
    /// The figure before goes on: another field, or where it went.
    SameAgain,
    /// The name of the figure before.
    Inherited,
    /// The same without 新增: what there is behind what came.
    StockBehind,
    /// The subject of the clause before.
    ClauseBefore,
    /// 税收收入 of `税收收入实现翻番，从19.8亿元增至48.6亿元`.
    RoseBefore,
    /// The field of a placing that opens its sentence.
    Field,
    /// Only the field is known: `全国排名`.
    ScopeOnly,
    /// 基本建成 of `保障性住房开工1.2万套、基本建成1.5万套`.
    NextStage,
    /// The noun for `10亿元以上` of `亿元以上项目80个，其中10亿元以上15个`.
    NounOfLimit,
    /// 学校 for 改扩建 of `新建学校6所、改扩建4所`.
    ObjectBefore,
    /// What 新增 alone adds to.
    AddedTo,
    /// One number of several for one thing: `3800户、58万平方米棚户区改造`.
    OneThing,
    /// One member of a list of as many subjects.
    Respective,
    /// One member of a word for several: 城乡.
    Compound,
    /// 分别 points back to as many names.
    RespectiveBefore,
    /// Where each of as many numbers before leads.
    LeadsOn,
    /// How each of as many amounts before grew.
    GrowthOfEach,
    /// 分别 points back to a list in the clause before.
    ListBefore,
    /// 治理 for the first of `39个农村生活污水和2处黑臭水体治理`.
    WorkShared,
    /// 技能人才培训基地 for the first of `5个国家级、60个省级技能人才培训基地`.
    GradeShared,
    /// 经济增长 of `经济增长预期目标为5%左右`.
    Growth,
    /// 增加值 for the second of `国有控股企业增加值下降0.2%，集体企业增长2.6%`.
    MeasureBefore,
    /// Nothing that could be found names it.
    Nothing,
}

impl NameRule {
    /// The rule as a sentence.
    pub fn sentence(self) -> Message {
        match self {
            NameRule::Subject => message!("the subject on the left of the number", "数字左边的主语"),
            NameRule::Counted => message!("what the number counts, on its right", "数字右边的中心语，数的就是它"),
            NameRule::VerbBefore => message!("with the verb or modifier before the number", "连同数字前的动词或修饰语"),
            NameRule::VerbOfList => {
                message!("with the verb that the list says only once", "连同这一串只说了一次的动词")
            }
            NameRule::Owner => message!("what the amount belongs to, after 的", "“的”后面的，数额归它"),
            NameRule::AttributeOfList => {
                message!("with the attribute that the clause says only once", "连同这一句只说了一次的属性")
            }
            NameRule::UsedFor => message!("what the amount is used for", "数额的用途"),
            NameRule::Purpose => message!("belongs to what it is spent on, said after it", "归后面说的用途"),
            NameRule::ProjectsBefore => message!("of the projects counted before it", "归前面数过的项目"),
            NameRule::SubjectBefore => {
                message!("of the subject that opens the same clause", "归同一分句开头的主语")
            }
            NameRule::Introduced => {
                message!("of the subject that the clause before introduces", "归前一分句引出的主语")
            }
            NameRule::OwnerBefore => {
                message!("belongs to what the figure before names", "归前一个数字所说的")
            }
            NameRule::ProjectBefore => {
                message!("belongs to the work that was spoken of before it", "归前面说的工程")
            }
            NameRule::Topic => {
                message!("belongs to what the topic sentence speaks of", "归前面那句话说的主题")
            }
            NameRule::AreaBefore => {
                message!("of the area that the clause before speaks of", "归前一分句说的那片地方")
            }
            NameRule::SameAgain => {
                message!("the figure before goes on: the same thing again", "接着说前一个数字的事")
            }
            NameRule::Inherited => message!("carried from the figure before", "沿用前一个数字的名称"),
            NameRule::StockBehind => {
                message!("carried from the figure before, without 新增", "沿用前一个数字的名称，去掉“新增”")
            }
            NameRule::ClauseBefore => message!("the subject of the clause before", "前一分句的主语"),
            NameRule::RoseBefore => {
                message!("what the clause before says something became of", "前一分句说到有了变化的")
            }
            NameRule::Field => {
                message!("the field of the placing; what is placed goes unsaid", "排名的领域；没有说谁排名")
            }
            NameRule::Growth => message!("with the word of growth: that is the measure", "连同“增长”：增长才是指标"),
            NameRule::ScopeOnly => message!("only where it is placed is said", "只说了在哪里排名"),
            NameRule::NextStage => message!("the next stage of what the list counts", "这一串所数的，下一个阶段"),
            NameRule::NounOfLimit => {
                message!("with the noun after the limit before it", "连同前一个门槛后面的名词")
            }
            NameRule::ObjectBefore => {
                message!("with the object of the deed before it", "连同前一个动作的对象")
            }
            NameRule::AddedTo => message!("new ones of what was counted before it", "前面所数的，新增的部分"),
            NameRule::OneThing => {
                message!(
                    "one of several numbers of one thing, named after the last",
                    "几个数说一件事，名称在最后一个后面"
                )
            }
            NameRule::Respective => {
                message!("its own member of a list of as many subjects", "并列的主语和数字一样多，各归各的")
            }
            NameRule::Compound => {
                message!("its own part of a word that stands for several", "一个词合指几项，取其中一项")
            }
            NameRule::RespectiveBefore => {
                message!("its own of the names before, to which 分别 points back", "“分别”指前面的几个名称，取其中一个")
            }
            NameRule::LeadsOn => {
                message!("where the number before it in the same place leads", "前面同一位置的数字变到的")
            }
            NameRule::GrowthOfEach => {
                message!("how the amount before it in the same place grew", "前面同一位置的数额的增减")
            }
            NameRule::ListBefore => {
                message!("its own member of the list in the clause before", "前一分句并列的几项，各归各的")
            }
            NameRule::WorkShared => {
                message!("with what is done to it, which only the next figure says", "连同后一个数字才说出的做法")
            }
            NameRule::GradeShared => {
                message!("with the noun that only the next figure says", "连同后一个数字才说出的名词")
            }
            NameRule::MeasureBefore => {
                message!(
                    "with the measure that the sentence says only of the first",
                    "连同这一句只在前面说了一次的指标"
                )
            }
            NameRule::Nothing => message!("no rule found a name", "没有找到名称"),
        }
    }
}
