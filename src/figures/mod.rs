//! Quantities found in sentences: value, unit, qualifier, kind, direction, indicator, period, status. Knows no pages.
//!
//! In the order of the data (`paragraph` calls them so): a paragraph becomes streams without brackets (`stream`); numbers are found in
//! them (`number`, `chinese`, in several magnitudes `compound`) and get their units (`unit`) and the words around them (`qualifier`, `change`, `growth`, `rank`), unless they
//! state no quantity (`refusal`); `finder` makes a `quantity` of each. Lists share what is said once (`lists`, `members`; for who quotes one of them, `listed`). What stands left and
//! right of a quantity (`surroundings`) names it (`subject` behind its `opening`, `head`, `counted`, `owner`, `spoken_of`, `ellipsis`, `respective`, `said_once`, `kin`, `inherited`, all through `indicator`); the
//! words before it, the headings and the kind of the report (`outlook`) date it (`time` and `durations`, `topics`, `current_years`, `ends`, `reached`, `period`) and tell whether it is
//! done or planned (`evidence`, `status`); what is not sure of all this is a `doubt` (of a name `doubt_name` and what begins like it, of a period `doubt_period`; names of `general` words are of the
//! body in `body_before`, or of nothing), and so is what the report gives two values for (`contradiction`). The words that rules know stand in the `lexicon`, an operator's laid over them. [`pairs`] then sets results beside
//! targets, and [`key_statistics`] knows the ones that every report is read for. `reader` walks through paragraphs and tables
//! (`cells`). Each rule hands out its reason with its result (`why`), and `explained` carries them beside the figure. `stated` reads
//! what the words say by themselves, to which a row of a table is held.

mod bare;
mod body_before;
mod cells;
mod change;
mod chinese;
mod clause;
mod compound;
mod contradiction;
mod counted;
mod current_years;
mod decimal;
mod deeds;
mod doubt;
mod doubt_compared;
mod doubt_counted;
mod doubt_lists;
mod doubt_name;
mod doubt_owner;
mod doubt_payer;
mod doubt_period;
mod doubt_torn;
mod durations;
mod ellipsis;
mod ends;
mod evidence;
mod explained;
mod figure;
mod finder;
mod general;
mod growth;
mod head;
mod indicator;
mod inherited;
pub mod key_statistics;
mod kin;
mod lexicon;
mod listed;
mod lists;
mod manner;
mod member_shares;
mod members;
mod name;
mod number;
mod opening;
mod outlook;
mod owner;
pub mod pairs;
mod paragraph;
mod period;
mod phrase;
mod predicate;
mod qualifier;
mod quantity;
mod rank;
mod reached;
mod reader;
mod refusal;
mod respective;
mod said_once;
mod setting;
mod spoken_of;
mod stated;
mod status;
mod stream;
mod subject;
mod subject_name;
mod surroundings;
mod time;
mod topics;
mod unit;
mod why;
mod word_lists;

#[cfg(test)]
mod tests;

pub use contradiction::doubt_contradictions;
pub use explained::{Explained, Reading, Refused};
pub use figure::{Direction, Doubt, Figure, Kind, Manner, Qualifier, Status};
pub use lexicon::{
    LexiconRow, is_lexicon_tag, lay_over_lexicon, lexicon_deeds, lexicon_tags, lexicon_words, own_words,
};
pub use listed::change_of_list;
pub use outlook::Outlook;
pub use paragraph::{explain, find};
pub use reader::Reader;
pub use setting::Setting;
pub use stated::{ReadFigure, holds_change, stated};
pub use why::{
    Because, DirectionRule, DoubtRule, HeadingReason, HeadingRule, KindRule, MannerRule, NameRule, NoFigure,
    PeriodRule, QualifierRule, StatusRule,
};
