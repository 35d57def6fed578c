//! What holds of the program as a whole: the walls between its modules, its laws, the links of a finished site, its
//! commands and its documents. One binary, so that the program is linked once.

mod architecture;
mod codes;
mod commands;
mod docs;
mod golden;
mod intake;
mod laws;
mod links;
mod messages;
mod publisher;
mod share;
mod terms;
mod theme;
mod words;

mod code;
mod desk;
mod page;
mod reports;
mod site;
