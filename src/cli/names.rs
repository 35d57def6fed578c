//! What people call the things that `figures.csv` and `--json` name in code. In English the names are words already.

use crate::figures::{Direction, Doubt, Kind, Manner, Qualifier, Status};
use crate::message::{Message, message};

/// How exact a number claims to be.
pub(super) fn qualifier(qualifier: Qualifier) -> Message {
    let chinese = match qualifier {
        Qualifier::Eq => "等于",
        Qualifier::Ge => "以上",
        Qualifier::Gt => "超过",
        Qualifier::Le => "以内",
        Qualifier::Lt => "低于",
        Qualifier::Approx => "左右",
        Qualifier::Near => "接近",
        Qualifier::Range => "区间",
    };
    Message::new(qualifier.name(), chinese)
}

/// What kind of quantity it is, and which way a change goes.
pub(super) fn kind(kind: Kind, direction: Option<Direction>) -> Message {
    let chinese = match kind {
        Kind::Level => "数量",
        Kind::Change => "增减",
        Kind::Share => "占比",
        Kind::Rank => "位次",
        Kind::Multiple => "倍数",
    };
    let kind = Message::new(kind.name(), chinese);
    match direction {
        None => kind,
        Some(Direction::Up) => message!("{kind} up", "{kind}，增", kind = kind),
        Some(Direction::Down) => message!("{kind} down", "{kind}，减", kind = kind),
    }
}

/// Which way a change goes.
pub(super) fn direction(direction: Direction) -> Message {
    let chinese = match direction {
        Direction::Up => "增",
        Direction::Down => "减",
    };
    Message::new(direction.name(), chinese)
}

/// How a number stands to what it measures.
pub(super) fn manner(manner: Manner) -> Message {
    let chinese = match manner {
        Manner::Plain => "未说明",
        Manner::Stock => "现有",
        Manner::New => "新增",
        Manner::Start => "起点",
        Manner::Against => "差距",
    };
    Message::new(manner.name(), chinese)
}

/// Whether it was done or is planned.
pub(super) fn status(status: Status) -> Message {
    let chinese = match status {
        Status::Actual => "完成",
        Status::Target => "目标",
    };
    Message::new(status.name(), chinese)
}

/// A fact that is not sure.
pub(super) fn doubt(doubt: Doubt) -> Message {
    let chinese = match doubt {
        Doubt::Name => "名称",
        Doubt::Period => "年份",
        Doubt::Status => "状态",
        Doubt::Value => "数值",
    };
    Message::new(doubt.name(), chinese)
}
