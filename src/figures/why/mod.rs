//! How each fact of a figure was reached: the rule that decided, and the words it decided on. The rules hand these out together
//! with their results; nothing here reads a text.

mod because;
mod doubt;
mod name;
mod period;
mod quantity;
mod refusal;
mod status;

pub use because::Because;
pub use doubt::DoubtRule;
pub use name::NameRule;
pub use period::PeriodRule;
pub use quantity::{DirectionRule, KindRule, MannerRule, QualifierRule};
pub use refusal::NoFigure;
pub use status::{HeadingReason, HeadingRule, StatusRule};
