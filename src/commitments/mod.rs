//! Commitments: clauses of the task part of a report that name a thing and an end that can be seen to be reached. Knows no pages,
//! and says nothing of whether one was kept.
//!
//! In the order of the data: `task_part` walks through the blocks of a report and picks the paragraphs that set the tasks of its year;
//! `clause` cuts a paragraph into clauses; `verb` reads what end its verb names (a thing finished or begun, a status gained, a completeness) from the
//! rows of `words.txt`, `end` joins that with the figures of the paragraph; `paragraph` joins the clauses that say one thing
//! and gives each commitment its `object`, its `deadline` and its strength.

mod clause;
mod commitment;
mod deadline;
mod end;
mod object;
mod paragraph;
mod task_part;
mod verb;
mod words;

#[cfg(test)]
mod tests;

pub use commitment::{Commitment, CommitmentKind, Strength};
pub use task_part::{TextBlock, read};
